//! Cuts labels into lines. In: a text, a width, a measure. Out: lines that joined give the text.
//!
//! Charts have short texts, so the first line that fits is good enough. One-letter words stay with the
//! next word, no-break spaces hold, and a word wider than the line is hyphenated or, if no syllable
//! fits, cut.

use crate::lang::Lang;
use crate::words::is_lone;

/// Returns the lines; see [`super::Text::lines`] for what ends them.
pub(super) fn lines(text: &str, width: f32, lang: Lang, measure: &dyn Fn(&str) -> f32) -> Vec<String> {
    let fits = |line: &str| measure(line.trim_end()) <= width + 0.01;
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text, lang) {
        let kept = line.len();
        line.push_str(&piece);
        if fits(&line) {
            continue;
        }
        line.truncate(kept);
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = piece.as_str();
        while !fits(rest) {
            let (head, hyphen) = head(rest, lang, &fits);
            lines.push(format!("{head}{}", if hyphen { "\u{ad}" } else { "" }));
            rest = &rest[head.len()..];
        }
        line.push_str(rest);
    }
    let end = line.trim_end();
    if !end.is_empty() {
        lines.push(end.to_owned());
    }
    lines
}

/// Returns the pieces between which a line may break; each but the last ends in a space or a hyphen.
fn pieces(text: &str, lang: Lang) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut glued = false;
    for word in text.split(|c: char| c.is_whitespace() && !is_held(c)).filter(|word| !word.is_empty()) {
        let mut word = word;
        while let Some(cut) = word.char_indices().find_map(|(at, c)| hyphen_end(word, at, c)) {
            append(&mut pieces, &word[..cut], glued);
            glued = false;
            word = &word[cut..];
        }
        append(&mut pieces, word, glued);
        pieces.iter_mut().last().expect("a piece was just added").push(' ');
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut letters = bare.chars();
        glued = letters.next().is_some_and(|letter| is_lone(letter, lang)) && letters.next().is_none();
    }
    if let Some(last) = pieces.last_mut() {
        last.pop();
    }
    pieces
}

fn append(pieces: &mut Vec<String>, word: &str, glued: bool) {
    match pieces.last_mut() {
        Some(last) if glued => last.push_str(word),
        _ => pieces.push(word.to_owned()),
    }
}

/// Returns the offset after a hyphen or a slash between letters.
fn hyphen_end(word: &str, at: usize, c: char) -> Option<usize> {
    let end = at + c.len_utf8();
    let letters = word[..at].ends_with(char::is_alphabetic) && word[end..].starts_with(char::is_alphabetic);
    (matches!(c, '-' | '/' | '–') && letters).then_some(end)
}

/// Whether a space must not be broken at.
fn is_held(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Returns the longest beginning of a word that fits, at least one character, and whether it takes a hyphen.
fn head<'a>(word: &'a str, lang: Lang, fits: &dyn Fn(&str) -> bool) -> (&'a str, bool) {
    let mut best = 0;
    for end in syllable_ends(word, lang) {
        if !fits(&format!("{}-", &word[..end])) {
            break;
        }
        best = end;
    }
    if best > 0 {
        return (&word[..best], true);
    }
    let mut end = 0;
    for (at, c) in word.char_indices() {
        let next = at + c.len_utf8();
        if at > 0 && !fits(&word[..next]) {
            break;
        }
        end = next;
    }
    (&word[..end], false)
}

/// Returns where the first word of a text may be hyphenated.
fn syllable_ends(text: &str, lang: Lang) -> Vec<usize> {
    let start = text.find(char::is_alphabetic).unwrap_or(text.len());
    let word = &text[start..];
    let word = &word[..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())];
    let mut end = start;
    let mut ends: Vec<usize> =
        hypher::hyphenate(word, lang.pick(hypher::Lang::Polish, hypher::Lang::English))
            .map(|syllable| {
                end += syllable.len();
                end
            })
            .collect();
    ends.pop();
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, width: usize) -> Vec<String> {
        lines(text, width as f32, Lang::Pl, &|words| words.chars().count() as f32)
    }

    #[test]
    fn a_label_breaks_at_spaces_and_keeps_them() {
        assert_eq!(cut("Rada Powiatu w Szydłowcu", 14), ["Rada Powiatu ", "w Szydłowcu"]);
        assert_eq!(cut("praca i płaca", 7), ["praca ", "i płaca"], "a one-letter word goes with the next");
        assert_eq!(cut("12\u{a0}500 zł", 6), ["12\u{a0}500 ", "zł"]);
        assert_eq!(cut("społeczno-gospodarczy", 12), ["społeczno-", "gospodarczy"]);
        assert_eq!(cut("  ", 5), Vec::<String>::new());
    }

    #[test]
    fn a_long_word_is_hyphenated_and_a_wordless_one_cut() {
        assert_eq!(cut("przedsiębiorczości", 12), ["przedsię\u{ad}", "biorczości"]);
        assert_eq!(cut("0123456789", 4), ["0123", "4567", "89"]);
        let long = "x".repeat(300);
        assert_eq!(cut(&long, 1).concat().replace('\u{ad}', ""), long);
        assert_eq!(cut("ab", 0), ["a", "b"], "even no width at all ends");
    }
}
