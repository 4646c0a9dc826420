//! The form as one Word file, to be passed round and corrected: every field in the form's order with its limit, its text,
//! or what is to be typed. In: `Pack`. Out: a document.

use super::page::{Page, name};
use super::{Pack, Sheet, State};
use crate::document::{Block, Document, Front, Inline};
use crate::profile::Entry;

/// Returns the form.
pub(super) fn document(pack: &Pack) -> Document {
    let mut page = Page::of(pack);
    page.counted();
    let mut section = "";
    for (number, sheet) in pack.fields.iter().enumerate() {
        if sheet.section != section {
            section = &sheet.section;
            page.titled(1, format!("section-{number}"), section);
        }
        field(&mut page, number, sheet);
    }
    page.shared();
    let title = pack.lang.pick("Treść wniosku do portalu", "The application for the portal");
    Document {
        title: title.to_owned(),
        lang: pack.lang,
        front: Front { subtitle: pack.form.clone(), ..Front::default() },
        blocks: page.blocks,
        ..Document::default()
    }
}

fn field(page: &mut Page<'_>, number: usize, sheet: &Sheet) {
    page.titled(2, format!("field-{number}"), &name(sheet));
    let mut line = vec![Inline::Strong(vec![Inline::Text(page.says(sheet))])];
    let mut said = Vec::new();
    if sheet.state == State::ByHand {
        said.push(page.entered(sheet.entry).to_owned());
    }
    let counter = page.counter(sheet);
    if !counter.is_empty() {
        said.push(page.lang.pick(format!("znaki: {counter}"), format!("characters: {counter}")));
    } else if let (Some(_), Entry::Text) = (&sheet.limit, sheet.entry) {
        let limit = page.limit(sheet.limit.as_ref());
        said.push(page.lang.pick(format!("limit znaków: {limit}"), format!("limit of characters: {limit}")));
    }
    if let (State::Empty | State::Optional, false) = (sheet.state, sheet.fill.is_empty()) {
        let keys = sheet.fill.join(", ");
        said.push(page.lang.pick(
            format!("do uzupełnienia we wniosku: {keys}"),
            format!("to be filled in in the application: {keys}"),
        ));
    }
    if !said.is_empty() {
        line.push(Inline::Text(format!("; {}", said.join("; "))));
    }
    page.blocks.push(Block::Paragraph(line));
    page.blocks.extend(paragraphs(&sheet.text));
}

/// Returns a text as paragraphs: what an empty line parts stands apart, other lines keep their ends.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut line: Vec<Inline> = Vec::new();
    for words in text.lines().chain([""]) {
        if words.trim().is_empty() {
            if !line.is_empty() {
                blocks.push(Block::Paragraph(std::mem::take(&mut line)));
            }
            continue;
        }
        if !line.is_empty() {
            line.push(Inline::Break);
        }
        line.push(Inline::Text(words.to_owned()));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::plain;

    #[test]
    fn a_text_keeps_its_lines_and_its_paragraphs() {
        let blocks = paragraphs("jeden\ndwa\n\n\ntrzy\n");
        let said: Vec<String> = blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph(line) => plain(line),
                _ => String::new(),
            })
            .collect();
        assert_eq!(said, ["jeden\ndwa", "trzy"]);
        assert!(paragraphs("").is_empty());
    }
}
