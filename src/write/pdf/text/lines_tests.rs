//! What must hold of broken lines.

use super::super::words::Span;
use super::*;
use crate::lang::Lang;
use crate::write::pdf::display::{Colour, Owner, Shape};
use crate::write::pdf::fonts::{Cut, Faces};
use crate::write::pdf::structure::ElementId;
use crate::write::pdf::text::Figures;

fn span() -> Span {
    Span {
        cut: Cut::Regular,
        size: 10.0,
        colour: Colour::default(),
        rise: 0.0,
        figures: Figures::Proportional,
        lang: Lang::Pl,
        owner: Owner::Element(ElementId(0)),
        link: None,
        note: None,
        ground: None,
        underlined: false,
        struck: false,
    }
}

fn setting(width: f32, edge: Edge) -> Setting {
    Setting { width, edge, hyphens: true, height: 14.0, leading: 1.4 }
}

fn set(text: &str, setting: Setting) -> Vec<String> {
    let faces = Faces::default();
    let mut shaper = Shaper::new(&faces).expect("the built-in fonts are fonts");
    let mut paragraph = Text::default();
    let span = paragraph.span(span());
    paragraph.words(text, span, &mut shaper);
    let lines = paragraph.lines(setting, &mut shaper);
    for line in &lines {
        assert!(line.right <= setting.width + 0.1, "{} > {}", line.right, setting.width);
    }
    lines.iter().map(read).collect()
}

fn read(line: &SetLine) -> String {
    let mut text = String::new();
    for item in &line.items {
        if let Shape::Glyphs(run) = &item.shape {
            match &run.actual_text {
                Some(actual) => text.push_str(actual),
                None => run.glyphs.iter().for_each(|glyph| text.push_str(&glyph.text)),
            }
        }
    }
    text
}

const TEXT: &str = "Partnerstwo na rzecz zatrudnienia w powiecie krośnieńskim łączy urząd pracy, \
    organizacje pozarządowe i przedsiębiorców, którzy wspólnie odpowiadają na potrzeby osób \
    długotrwale bezrobotnych w wieku 50 lat i więcej.";

#[test]
fn filled_lines_reach_both_edges_and_keep_every_word() {
    let lines = set(TEXT, setting(200.0, Edge::Both));
    assert_eq!(lines.concat().replace('\u{AD}', ""), TEXT);
    assert!(lines.len() > 5);
}

#[test]
fn a_one_letter_word_does_not_end_a_line() {
    for width in 60..260 {
        for line in set(TEXT, setting(width as f32, Edge::Left)) {
            let end = line.trim_end().rsplit(' ').next().unwrap_or_default();
            assert!(!matches!(end, "w" | "i" | "z"), "{line:?} at {width}");
        }
    }
}

#[test]
fn a_word_of_300_letters_is_broken_inside_the_line() {
    for word in ["ą".repeat(300), "0".repeat(300), "Konstantynopolitańczykowianeczka".repeat(10)] {
        let lines = set(&word, setting(150.0, Edge::Both));
        assert_eq!(lines.concat().replace('\u{AD}', ""), word);
    }
}

#[test]
fn a_no_break_space_keeps_its_words_together() {
    for width in 40..120 {
        for line in set("razem 1\u{A0}250\u{A0}000,00\u{A0}zł brutto", setting(width as f32, Edge::Left)) {
            assert!(width < 75 || !line.trim_end().ends_with("250"), "{line:?} at {width}");
        }
    }
}

#[test]
fn a_very_long_paragraph_takes_linear_time() {
    let text = TEXT.repeat(400);
    let lines = set(&text, setting(400.0, Edge::Both));
    assert_eq!(lines.concat().replace('\u{AD}', ""), text);
}
