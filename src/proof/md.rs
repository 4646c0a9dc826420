//! What a reader of Markdown sees. In: Markdown. Out: its units: the values of its front, the words of its blocks.
//!
//! It is read as others read it: CommonMark with tables, notes and struck-out words, and nothing of what templates may
//! say besides.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_yaml::Value;

/// Returns the units, the front first.
pub fn units(text: &str) -> Vec<String> {
    let (front, body) = match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((front, body)) => (front, body),
        None => ("", text),
    };
    let mut reader = Reader::default();
    if let Ok(front) = serde_yaml::from_str(front) {
        values(&front, &mut reader.units);
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(body, options).for_each(|event| reader.event(event));
    reader.close();
    reader.units
}

/// Returns the words of the text, a line a unit.
pub fn text(page: &str) -> String {
    units(page).join("\n")
}

#[derive(Default)]
struct Reader {
    units: Vec<String>,
    unit: String,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) if is_block(&tag.to_end()) => self.close(),
            Event::End(tag) if is_block(&tag) => self.close(),
            Event::Start(Tag::Image { .. }) | Event::Start(_) | Event::End(_) => {}
            Event::Text(words) | Event::Code(words) => self.unit.push_str(&words),
            Event::SoftBreak => self.unit.push(' '),
            Event::HardBreak => self.unit.push('\n'),
            Event::InlineHtml(tag) if &*tag == "<br>" => self.unit.push('\n'),
            // Whoever shows Markdown shows no tags; what is none must not be written as one.
            Event::InlineHtml(_) | Event::Html(_) => {}
            Event::FootnoteReference(_) | Event::Rule | Event::TaskListMarker(_) => {}
            Event::InlineMath(words) | Event::DisplayMath(words) => self.unit.push_str(&words),
        }
    }

    fn close(&mut self) {
        let unit = std::mem::take(&mut self.unit);
        self.units.extend(Some(unit).filter(|unit| !unit.trim().is_empty()));
    }
}

fn is_block(tag: &TagEnd) -> bool {
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

fn values(value: &Value, units: &mut Vec<String>) {
    match value {
        Value::String(words) => units.push(words.clone()),
        Value::Sequence(entries) => entries.iter().for_each(|entry| values(entry, units)),
        Value::Mapping(entries) => entries.values().for_each(|entry| values(entry, units)),
        _ => {}
    }
}
