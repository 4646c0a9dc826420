//! What a reader of a page sees. In: HTML. Out: its units: the words of each block, cell and picture.
//!
//! The page is read by a tokenizer that follows the standard, so that nothing here knows how it was written.

use base64::Engine as _;
use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

use crate::style;

/// Elements that stand in a line; all others end it.
const INLINE: [&str; 11] = ["a", "b", "br", "code", "del", "em", "mark", "span", "strong", "sup", "time"];

/// Elements without content.
const VOID: [&str; 4] = ["br", "hr", "img", "meta"];

/// Returns the units of the body, in reading order. Numbers of notes, ways back, the contents and the drawing
/// of a chart, whose data stand in a table, are none.
pub fn units(page: &str) -> Vec<String> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&words(&tag.name)),
            Token::String(text) if reader.is_shown() => reader.unit.push_str(&words(&text)),
            _ => {}
        }
    }
    reader.close();
    reader.units
}

/// Returns the text of the body, a line a unit.
pub fn text(page: &str) -> String {
    units(page).join("\n")
}

#[derive(Default)]
struct Reader {
    units: Vec<String>,
    unit: String,
    /// For each open element, whether its words are shown.
    open: Vec<bool>,
}

impl Reader {
    fn is_shown(&self) -> bool {
        self.open.last() != Some(&false)
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = words(&tag.name);
        self.border(&name);
        if name == "br" {
            self.unit.push('\n');
        }
        if name == "img" {
            let is_whole = attribute(tag, b"src").is_some_and(|source| is_shown(&source));
            self.units.extend(attribute(tag, b"alt").filter(|_| self.is_shown() && is_whole));
        }
        if !VOID.contains(&name.as_str()) && !tag.self_closing {
            // A chart is told by its description.
            self.open.push(name == "desc" || self.is_shown() && !is_hidden(&name, tag));
        }
    }

    fn end(&mut self, name: &str) {
        self.border(name);
        self.open.pop();
    }

    fn border(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.close();
        }
    }

    fn close(&mut self) {
        let unit = std::mem::take(&mut self.unit);
        self.units.extend(Some(unit).filter(|unit| !unit.trim().is_empty()));
    }
}

fn is_hidden(name: &str, tag: &StartTag<()>) -> bool {
    let role = || attribute(tag, b"role");
    match name {
        "head" | "nav" | "sup" | "svg" => true,
        "a" => {
            attribute(tag, b"class").is_some_and(|class| class == "skip")
                || role().is_some_and(|role| role == "doc-backlink")
        }
        _ => false,
    }
}

/// Tells whether the picture of a `data:` address can be decoded.
fn is_shown(source: &str) -> bool {
    let data = source.strip_prefix("data:image/").and_then(|data| data.split_once(";base64,"));
    let bytes = data.and_then(|(_, data)| base64::engine::general_purpose::STANDARD.decode(data).ok());
    bytes.is_some_and(|bytes| style::is_picture(&bytes))
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    tag.attributes.get(name).map(|value| words(value))
}

fn words(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
