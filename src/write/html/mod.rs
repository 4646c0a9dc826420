//! One self-contained page. In: `Document` and `Style`. Out: HTML5 with its style sheet in it.
//!
//! No script but on the page of a form, no font, nothing fetched. Level 1 of the tree is `h2` under the document's title.

mod blocks;
mod escape;
mod form;
mod front;
mod inlines;
mod notes;
mod tables;

use super::Style;
use super::phrases::{Phrases, phrases};
use crate::document::{Block, Document, plain};
use crate::lang::Lang;
use crate::style::Paper;
use escape::escape;
pub use form::{Pasted, form};

const SHEET: &str = include_str!("style.css");

/// Returns the page.
pub fn html(document: &Document, style: &Style) -> String {
    page(document, style, |page| page.blocks(&document.blocks))
}

/// Returns a page whose middle is written so.
fn page<'d>(document: &'d Document, style: &Style, middle: impl FnOnce(&mut Page<'d>)) -> String {
    let phrases = phrases(document.lang);
    let mut page = Page {
        out: String::with_capacity(64 * 1024),
        lang: document.lang,
        phrases,
        document,
        shift: u8::from(!document.title.is_empty()),
        tables: 0,
        charts: 0,
        references: vec![0; document.notes.len()],
        within_link: 0,
    };
    page.head(style);
    page.push("<body>\n<a class=\"skip\" href=\"#pakt:text\">");
    page.text(phrases.skip);
    page.push("</a>\n");
    page.front();
    page.push("<main id=\"pakt:text\" tabindex=\"-1\">\n");
    middle(&mut page);
    page.notes();
    page.push("</main>\n</body>\n</html>\n");
    page.out
}

/// The page while it is being written.
struct Page<'d> {
    out: String,
    lang: Lang,
    phrases: &'static Phrases,
    document: &'d Document,
    /// How many levels headings go down: one under a title.
    shift: u8,
    tables: usize,
    charts: usize,
    /// How often each note was referred to so far.
    references: Vec<usize>,
    /// How many links are open; HTML allows no link in another.
    within_link: usize,
}

impl Page<'_> {
    fn push(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn text(&mut self, words: &str) {
        escape(&mut self.out, words);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.push(name);
        self.push("=\"");
        self.text(value);
        self.push("\"");
    }

    fn element(&mut self, name: &str, words: &str) {
        self.push("<");
        self.push(name);
        self.push(">");
        self.text(words);
        self.push("</");
        // The name may carry attributes.
        self.push(name.split(' ').next().unwrap_or(name));
        self.push(">");
    }

    fn head(&mut self, style: &Style) {
        self.push("<!DOCTYPE html>\n<html");
        self.attribute("lang", self.lang.tag());
        self.push(">\n<head>\n<meta charset=\"utf-8\">\n");
        self.push("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.element("title", &self.title());
        self.push("\n");
        let front = &self.document.front;
        let description = [front.subtitle.as_str()];
        let named = front.authors.iter().map(|author| ("author", author.as_str()));
        let named = named.chain(description.map(|words| ("description", words)));
        for (name, content) in named.chain([("dcterms.created", front.date.as_str()), ("generator", "pakt")])
        {
            if !content.is_empty() {
                self.push("<meta");
                self.attribute("name", name);
                self.attribute("content", content);
                self.push(">\n");
            }
        }
        let Style { fonts, ink, muted, accent, rule, wash, paper, margins: [top, side, bottom] } = style;
        // A font name is the only free text of the style; it must not end the style element.
        let fonts: String = fonts.chars().filter(|c| !"<>{};".contains(*c)).collect();
        self.push("<style>\n:root {\n");
        self.push(&format!(
            "  --fonts: {fonts};\n  --ink: {ink};\n  --muted: {muted};\n  --accent: {accent};\n  \
             --rule: {rule};\n  --wash: {wash};\n}}\n"
        ));
        let paper = match paper {
            Paper::A4 => "A4",
            Paper::Letter => "letter",
        };
        let lies = if front.landscape { " landscape" } else { "" };
        self.push(&format!(
            "@page {{ size: {paper}{lies}; margin: {top:.1}pt {side:.1}pt {bottom:.1}pt; }}\n\
             @page sideways {{ size: {paper} landscape; }}\n"
        ));
        self.push(SHEET);
        self.push("</style>\n</head>\n");
    }

    /// Returns what the window shows: the title, else the first heading, since it must not be empty.
    fn title(&self) -> String {
        let heading = || {
            self.document.blocks.iter().find_map(|block| match block {
                Block::Heading { content, .. } => Some(plain(content)),
                _ => None,
            })
        };
        let title = Some(self.document.title.clone()).filter(|title| !title.is_empty());
        title.or_else(heading).unwrap_or_else(|| self.phrases.document.to_owned())
    }
}
