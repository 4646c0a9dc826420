//! Where a word may break. In: a shaped word. Out: break points, in order.

use super::glyph::WordGlyph;
use crate::lang::Lang;

/// A place where a word may break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    /// The first glyph of the next line.
    pub(super) glyph: u32,
    /// What the break costs and shows.
    pub(super) kind: BreakKind,
}

/// What a break inside a word shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakKind {
    /// A hyphen that is no part of the word.
    Hyphen,
    /// Nothing: the word has a hyphen, a slash or a space there.
    Plain,
    /// Nothing; a piece of an address, where no better place is.
    Address,
}

/// Longer words break at their punctuation, as addresses and codes do.
const LONG: usize = 24;

/// Returns the places where a word may break.
pub(super) fn points(text: &str, glyphs: &[WordGlyph], lang: Lang) -> Vec<Point> {
    let mut found: Vec<(usize, BreakKind)> = Vec::new();
    let address = text.contains("://") || text.contains('@') || text.starts_with("www.");
    let broken = address || text.chars().count() > LONG;
    let mut run = 0;
    let mut before: Option<char> = None;
    for (at, character) in text.char_indices() {
        if !character.is_alphabetic() && character != '\u{AD}' {
            if !address {
                hyphenate(text, run..at, lang, &mut found);
            }
            run = at + character.len_utf8();
        }
        let next = at + character.len_utf8();
        let inside = next < text.len() && before.is_some();
        match character {
            '\u{AD}' if inside => found.push((next, BreakKind::Hyphen)),
            '\u{200B}' | ' ' => found.push((next, BreakKind::Plain)),
            '-' if inside && sides(text, at, next, char::is_alphabetic) => {
                found.push((next, BreakKind::Plain))
            }
            '–' | '—' | '/' if inside && sides(text, at, next, char::is_alphanumeric) => {
                found.push((next, BreakKind::Plain));
            }
            '/' | '.' | '?' | '&' | '=' | '_' | ':' | '@' | '#' | ',' | '|' | ';' | '+' | '%' | '~'
                if inside && broken =>
            {
                found.push((next, BreakKind::Address));
            }
            _ => {}
        }
        before = Some(character);
    }
    if !address {
        hyphenate(text, run..text.len(), lang, &mut found);
    }
    found.sort_by_key(|&(at, _)| at);
    found.dedup_by_key(|&mut (at, _)| at);
    found.into_iter().filter_map(|(at, kind)| Some(Point { glyph: glyph_at(glyphs, at)?, kind })).collect()
}

/// Returns whether two letters stand on either side, so that neither a stump is left nor a date, a postal
/// code or a span of years is cut.
fn sides(text: &str, at: usize, next: usize, stands: fn(char) -> bool) -> bool {
    let digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
    let years = digit(text[..at].chars().next_back()) && digit(text[next..].chars().next());
    let two =
        |letters: &mut dyn Iterator<Item = char>| letters.take(2).filter(|&one| stands(one)).count() == 2;
    !years && two(&mut text[..at].chars().rev()) && two(&mut text[next..].chars())
}

fn hyphenate(text: &str, run: std::ops::Range<usize>, lang: Lang, found: &mut Vec<(usize, BreakKind)>) {
    let letters = &text[run.clone()];
    let count = letters.chars().count();
    let digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
    let coded = digit(text[..run.start].chars().next_back()) || digit(text[run.end..].chars().next());
    let shouted = count <= 6 && letters.chars().all(char::is_uppercase);
    // A soft hyphen by the author rules the whole word.
    if count < 5 || coded || shouted || letters.contains('\u{AD}') {
        return;
    }
    let patterns = match lang {
        Lang::Pl => hypher::Lang::Polish,
        Lang::En => hypher::Lang::English,
    };
    let mut at = run.start;
    for syllable in hypher::hyphenate_bounded(letters, patterns, 2, 3) {
        at += syllable.len();
        if at < run.end {
            found.push((at, BreakKind::Hyphen));
        }
    }
}

/// Returns the glyph that starts at a byte; `None` inside a ligature and at the ends.
fn glyph_at(glyphs: &[WordGlyph], at: usize) -> Option<u32> {
    let index = glyphs.partition_point(|glyph| (glyph.from as usize) < at);
    let starts = glyphs.get(index).is_some_and(|glyph| glyph.from as usize == at);
    (index > 0 && starts).then_some(index as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, lang: Lang) -> String {
        let glyphs: Vec<WordGlyph> = text
            .char_indices()
            .map(|(at, character)| WordGlyph {
                face: 0,
                id: 1,
                advance: 0.5,
                dx: 0.0,
                dy: 0.0,
                from: at as u32,
                to: (at + character.len_utf8()) as u32,
                spelt: false,
            })
            .collect();
        let mut shown = String::new();
        let points = points(text, &glyphs, lang);
        for (index, glyph) in glyphs.iter().enumerate() {
            if points.iter().any(|point| point.glyph == index as u32) {
                shown.push('|');
            }
            shown.push_str(&text[glyph.from as usize..glyph.to as usize]);
        }
        shown
    }

    #[test]
    fn words_break_by_the_patterns_of_their_language() {
        assert_eq!(broken("partnerstwo", Lang::Pl), "part|ner|stwo");
        assert_eq!(broken("partnership", Lang::En), "part|ner|ship");
        assert_eq!(broken("województwo", Lang::Pl), "wo|je|wódz|two");
    }

    #[test]
    fn abbreviations_codes_and_short_words_stay_whole() {
        for whole in [
            "EFS",
            "POWR",
            "CEIDG,",
            "S1abcdef",
            "e-mail",
            "-5",
            "1.2",
            "kot",
            "2021-2027",
            "NEED-05",
            "2027-01-31",
        ] {
            assert_eq!(broken(whole, Lang::Pl), whole);
        }
    }

    #[test]
    fn addresses_break_at_their_punctuation() {
        assert_eq!(broken("https://up.pl/a.html", Lang::Pl), "https:|/|/|up.|pl/|a.|html");
        assert_eq!(broken("polsko-czeski", Lang::Pl), "pol|sko-|cze|ski");
    }
}
