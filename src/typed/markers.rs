//! What may open an item of a list. In: a line. Out: `Marker`, if it opens with one.

use crate::document::Numbering;
use crate::lang::Lang;
use crate::units::is_month_after_day;

/// Signs that are bullets and nothing else; Word's own come from its fonts of symbols.
const BULLETS: &str = "•·●▪■◦○‣⁃∙➢►❖\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}\u{f076}\u{f02d}\u{f0a8}";

/// What opens an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marker {
    /// `-`, `–` or `—`, which may be a minus or a dash.
    Dash,
    /// `*`, which may refer to a note.
    Star,
    /// A sign that is a bullet and nothing else.
    Bullet(char),
    /// A number or a letter.
    Number(Numbering),
}

/// An item as it may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark<'t> {
    pub marker: Marker,
    /// Its number; nought for bullets.
    pub number: u64,
    /// What stands after the marker.
    pub words: &'t str,
}

/// Returns the items that a line may be, at most two.
pub(super) fn marks(line: &str) -> impl Iterator<Item = Mark<'_>> {
    bullet(line).into_iter().chain(numbers(line))
}

fn bullet(line: &str) -> Option<Mark<'_>> {
    let sign = line.chars().next()?;
    let rest = &line[sign.len_utf8()..];
    let words = rest.trim_start();
    let is_parted = words.len() < rest.len();
    let marker = match sign {
        '-' | '–' | '—' if is_parted => Marker::Dash,
        '*' if is_parted => Marker::Star,
        'o' if rest.starts_with('\t') => Marker::Bullet(sign),
        // A point between two figures or words is none.
        '·' if !is_parted => return None,
        _ if BULLETS.contains(sign) => Marker::Bullet(sign),
        _ => return None,
    };
    (!words.is_empty()).then_some(Mark { marker, number: 0, words })
}

fn numbers(line: &str) -> impl Iterator<Item = Mark<'_>> {
    let end = line.find(char::is_whitespace).unwrap_or_default();
    let (label, words) = (&line[..end], line[end..].trim_start());
    let word = words.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
    let is_day = label.ends_with('.') && Lang::ALL.into_iter().any(|lang| is_month_after_day(word, lang));
    let readings = (!is_day && !words.is_empty()).then(|| Numbering::readings(label));
    readings.into_iter().flatten().map(move |(numbering, number)| Mark {
        marker: Marker::Number(numbering),
        number,
        words,
    })
}
