//! What must hold of every laid-out document. In: a document, its pages. Out: nothing, or a panic that quotes
//! what is lost or out of place.

use std::collections::BTreeMap;

use crate::document::Document;
use crate::write::pdf::display::{GlyphRun, Owner, Page, Pages, Shape};
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::style::Style;

/// Returns what an element's own glyphs say, by element.
fn said(pages: &Pages) -> BTreeMap<ElementId, String> {
    let mut said: BTreeMap<ElementId, String> = BTreeMap::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let (Owner::Element(element), Shape::Glyphs(run)) = (item.owner, &item.shape) {
            let text = said.entry(element).or_default();
            match &run.actual_text {
                Some(actual) => text.push_str(actual),
                None => run.glyphs.iter().for_each(|glyph| text.push_str(&glyph.text)),
            }
        }
    }
    said
}

/// Reads the tree aloud: the body, and each note by its number.
fn read(pages: &Pages) -> (String, BTreeMap<usize, String>) {
    let said = said(pages);
    let mut notes = BTreeMap::new();
    let mut body = String::new();
    walk(pages, ElementId(0), &said, &mut body, &mut notes);
    (body, notes)
}

fn walk(
    pages: &Pages,
    at: ElementId,
    said: &BTreeMap<ElementId, String>,
    into: &mut String,
    notes: &mut BTreeMap<usize, String>,
) {
    let element = &pages.structure.elements[at.0];
    match element.tag {
        Tag::Reference => return,
        Tag::Note => {
            let number = element.identifier.as_deref().and_then(|id| id.strip_prefix("note-"));
            let number = number.and_then(|number| number.parse().ok()).expect("a note has a number");
            let mut text = String::new();
            inside(pages, at, said, &mut text, notes);
            assert!(notes.insert(number, text).is_none(), "a note stands twice");
            return;
        }
        Tag::Span | Tag::Link => {}
        _ => into.push('\n'),
    }
    inside(pages, at, said, into, notes);
}

fn inside(
    pages: &Pages,
    at: ElementId,
    said: &BTreeMap<ElementId, String>,
    into: &mut String,
    notes: &mut BTreeMap<usize, String>,
) {
    let element = &pages.structure.elements[at.0];
    // The tree of the document names what a figure shows before its caption.
    for child in &element.children {
        if let Some(alt) = &pages.structure.elements[child.0].alt {
            into.push_str(alt);
            into.push('\n');
        }
    }
    into.push_str(said.get(&at).map_or("", String::as_str));
    for &child in &element.children {
        walk(pages, child, said, into, notes);
    }
}

fn normal(text: &str) -> String {
    text.replace('\u{AD}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts that every string of the document is read aloud, in its order.
pub(super) fn assert_said(document: &Document, pages: &Pages) {
    let (body, notes) = read(pages);
    let notes: Vec<String> = notes.into_values().collect();
    let all = normal(&format!("{body}\n{}", notes.join("\n")));
    let mut at = 0;
    for words in document.words().0 {
        let words = normal(&words);
        match all[at..].find(&words) {
            Some(found) => at += found + words.len(),
            None => panic!(
                "{words:?} is lost or out of order after {:?}",
                &all[..at].chars().rev().take(80).collect::<Vec<_>>().iter().rev().collect::<String>()
            ),
        }
    }
}

fn right(run: &GlyphRun) -> f32 {
    run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>()
}

/// Asserts that nothing leaves its margins and no lines lie over one another.
pub(super) fn assert_in_place(pages: &Pages, style: &Style) {
    for (number, page) in pages.pages.iter().enumerate() {
        let runs = page.items.iter().filter_map(|item| match (&item.shape, item.owner) {
            (Shape::Glyphs(run), Owner::Element(element)) => Some((run, element)),
            _ => None,
        });
        let mut boxes: Vec<(f32, f32, f32, f32, ElementId)> = Vec::new();
        for (run, element) in runs {
            let figure = pages.structure.elements[element.0].tag == Tag::Figure;
            let (left, right) = (run.x, right(run));
            assert_inside(page, number, run, right, style);
            if !figure && right > left {
                boxes.push((left, right, run.y - run.size * 0.5, run.y, element));
            }
        }
        for (index, a) in boxes.iter().enumerate() {
            for b in &boxes[index + 1..] {
                let apart = a.1 <= b.0 + 0.1 || b.1 <= a.0 + 0.1 || a.3 <= b.2 + 0.1 || b.3 <= a.2 + 0.1;
                assert!(apart, "page {number}: {a:?} lies over {b:?}");
            }
        }
    }
}

fn assert_inside(page: &Page, number: usize, run: &GlyphRun, right: f32, style: &Style) {
    let margins = style.margins;
    let text = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>();
    assert!(
        run.x >= margins.side - 0.1 && right <= page.width - margins.side + 0.6,
        "page {number}: {text:?} from {} to {right} of {}",
        run.x,
        page.width
    );
    assert!(
        run.y >= margins.top && run.y <= page.height - margins.bottom + 0.1,
        "page {number}: {text:?} at {} of {}",
        run.y,
        page.height
    );
}
