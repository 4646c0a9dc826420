//! The small rules of setting type. In: a tree. Out: the same words, no two spaces in a row, no line that
//! breaks inside a number, and in Polish no one-letter word at the end of a line.

use crate::document::{Block, Document, Inline, NoteId};
use crate::lang::Lang;
use crate::units::is_month_after_day;
use crate::words::is_lone;

const NO_BREAK: char = '\u{a0}';

/// Sets the words of a document.
pub(super) fn apply(document: &mut Document) {
    let lang = document.lang;
    blocks(&mut document.blocks, lang);
    for note in &mut document.notes {
        blocks(&mut note.blocks, lang);
    }
}

fn blocks(all: &mut [Block], lang: Lang) {
    for block in all {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => line(content, lang),
            Block::List(list) => list.items.iter_mut().for_each(|item| blocks(item, lang)),
            Block::Quote(inner) => blocks(inner, lang),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    line(&mut definition.term, lang);
                    definition.meanings.iter_mut().for_each(|meaning| blocks(meaning, lang));
                }
            }
            Block::Table(table) => {
                line(&mut table.caption, lang);
                let cells = table.head.iter_mut().chain(&mut table.rows).flatten();
                cells.for_each(|cell| blocks(&mut cell.blocks, lang));
            }
            Block::Figure(figure) => line(&mut figure.caption, lang),
            Block::Code { .. }
            | Block::Divider
            | Block::PageBreak(_)
            | Block::Contents
            | Block::Signatures(_) => {}
        }
    }
}

fn line(content: &mut [Inline], lang: Lang) {
    let mut hand = Hand { lang, word: 0, last: ' ', run: String::new() };
    hand.set(content, "");
    for run in content.chunk_by_mut(|one, next| matches!((one, next), (Inline::Note(_), Inline::Note(_)))) {
        run.sort_by_key(|inline| if let Inline::Note(NoteId(number)) = inline { *number } else { 0 });
    }
}

/// A hand that sets a line and knows what it has just set.
struct Hand {
    lang: Lang,
    /// The letters of the word that is being set, counted up to two.
    word: usize,
    last: char,
    /// The text of the run that is being set: all that stands between two inlines of another kind.
    run: String,
}

/// Returns the text that follows without a break; an origin breaks none.
fn opening(rest: &[Inline], after: &str) -> String {
    let mut text = String::new();
    for inline in rest {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::From { content, .. } => {
                text.push_str(&opening(content, ""));
                if !content.iter().all(|own| matches!(own, Inline::Text(_))) {
                    return text;
                }
            }
            _ => return text,
        }
    }
    text + after
}

impl Hand {
    fn set(&mut self, content: &mut [Inline], after: &str) {
        let mut left = content;
        while let Some((inline, rest)) = left.split_first_mut() {
            if !matches!(inline, Inline::Text(_) | Inline::From { .. }) {
                self.run.clear();
            }
            match inline {
                Inline::Text(words) => *words = self.words(words, &opening(rest, after)),
                Inline::From { content, .. } => self.set(content, &opening(rest, after)),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strike(inner) => self.within(inner),
                Inline::Link { content, .. } => self.within(content),
                Inline::Foreign { lang, content } => {
                    let outer = std::mem::replace(&mut self.lang, *lang);
                    self.within(content);
                    self.lang = outer;
                }
                Inline::SoftBreak if self.is_lonely() => {
                    *inline = Inline::Text(NO_BREAK.to_string());
                    self.passed(NO_BREAK);
                }
                Inline::SoftBreak | Inline::Break => self.passed(' '),
                Inline::Code(_) | Inline::Gap(_) | Inline::Image { .. } => {
                    self.word = 2;
                    self.last = 'x';
                }
                Inline::Note(_) => {}
            }
            left = rest;
        }
    }

    fn within(&mut self, inner: &mut [Inline]) {
        self.set(inner, "");
        self.run.clear();
    }

    fn words(&mut self, words: &str, after: &str) -> String {
        #[cfg(test)]
        let words = &*crate::planted::passed(crate::planted::Stage::Typography, words);
        let whole = if after.is_empty() { words } else { &format!("{words}{after}") };
        let from = self.run.len();
        for (at, sign) in words.char_indices() {
            let rest = &whole[(at + sign.len_utf8())..];
            let glued = sign == ' '
                && (self.is_lonely() || self.is_in_number(rest) || self.is_in_date(&self.run, rest));
            let sign = if glued { NO_BREAK } else { sign };
            if sign == ' ' && matches!(self.last, ' ' | NO_BREAK) && !self.run.is_empty() {
                continue;
            }
            self.run.push(sign);
            self.passed(sign);
        }
        self.run[from..].to_owned()
    }

    /// Tells whether a space stands inside a number written as Poles write it, or before its unit:
    /// `7 800 zł`, `55 %`.
    fn is_in_number(&self, rest: &str) -> bool {
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        self.last.is_ascii_digit() && (digits == 3 || rest.starts_with("zł") || rest.starts_with('%'))
    }

    /// Tells whether a space stands inside a day written in words: `31 grudnia 2030 r.`.
    fn is_in_date(&self, set: &str, rest: &str) -> bool {
        let first = |words: &str| {
            words.split([' ', NO_BREAK, ',', '.', ';', ')']).next().unwrap_or_default().to_owned()
        };
        let last = set.rsplit([' ', NO_BREAK, '(']).next().unwrap_or_default();
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|sign| sign.is_ascii_digit());
        let is_day = (1..=2).contains(&last.len()) && last.bytes().all(|sign| sign.is_ascii_digit());
        is_day && is_month_after_day(&first(rest), self.lang)
            || is_month_after_day(last, self.lang) && is_year(&first(rest))
            || self.lang == Lang::Pl && is_year(last) && rest.starts_with("r.")
    }

    /// Tells whether the word just set is one letter that Polish does not leave at the end of a line.
    fn is_lonely(&self) -> bool {
        self.word == 1 && is_lone(self.last, self.lang)
    }

    fn passed(&mut self, sign: char) {
        self.word = if sign.is_alphanumeric() { (self.word + 1).min(2) } else { self.after(sign) };
        self.last = sign;
    }

    /// A hyphen or an apostrophe goes on with the word; anything else begins a new one.
    fn after(&self, sign: char) -> usize {
        if matches!(sign, '-' | '\u{2011}' | '’' | '\'' | '.') { 2 } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(content: Vec<Inline>, lang: Lang) -> Vec<Inline> {
        let mut content = content;
        line(&mut content, lang);
        content
    }

    #[test]
    fn notes_that_stand_together_go_by_their_numbers() {
        let note = |number| Inline::Note(NoteId(number));
        let text = || Inline::Text("x".into());
        let shown = set(vec![note(3), text(), note(2), note(0), note(1), text()], Lang::Pl);
        assert_eq!(shown, [note(3), text(), note(0), note(1), note(2), text()]);
    }

    #[test]
    fn a_number_stays_on_one_line() {
        let text = |words: &str| Inline::Text(words.into());
        assert_eq!(
            set(vec![text("12 h × 1 250 000,00 zł w 2027 r.")], Lang::Pl),
            [text("12 h × 1\u{a0}250\u{a0}000,00\u{a0}zł w\u{a0}2027\u{a0}r.")]
        );
    }

    #[test]
    fn a_day_stays_on_one_line() {
        let text = |words: &str| Inline::Text(words.into());
        assert_eq!(
            set(vec![text("Praca do 31 grudnia 2030 r. i 55 % miejsc")], Lang::Pl),
            [text("Praca do 31\u{a0}grudnia\u{a0}2030\u{a0}r. i\u{a0}55\u{a0}% miejsc")]
        );
        assert_eq!(
            set(vec![text("by 1 May 2030 2 people")], Lang::En),
            [text("by 1\u{a0}May\u{a0}2030 2 people")]
        );
    }

    #[test]
    fn one_letter_words_stay_with_the_next() {
        let text = |words: &str| Inline::Text(words.into());
        assert_eq!(
            set(vec![text("w powiecie i  gminie (z a)")], Lang::Pl),
            [text("w\u{a0}powiecie i\u{a0}gminie (z\u{a0}a)")]
        );
        assert_eq!(
            set(vec![text("praca w "), Inline::Strong(vec![text("Polsce")])], Lang::Pl),
            [text("praca w\u{a0}"), Inline::Strong(vec![text("Polsce")])]
        );
        assert_eq!(
            set(vec![text("a"), Inline::SoftBreak, text("b")], Lang::Pl),
            [text("a"), text("\u{a0}"), text("b")]
        );
        assert_eq!(set(vec![text("I am a man")], Lang::En), [text("I am a man")]);
        assert_eq!(set(vec![text("typ-i raz, 5 i")], Lang::Pl), [text("typ-i raz, 5 i")]);
    }
}
