//! Figures in prose. In: a text as an author wrote it. Out: `Sentence`s, each with its words and its
//! `Mention`s of figures.

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::units::Number;
use crate::words::plain;

/// A sentence that holds a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence<'text> {
    /// The whole of it, without its stop.
    pub text: &'text str,
    /// Its words and numbers as written.
    pub words: Vec<&'text str>,
    /// Its figures.
    pub mentions: Vec<Mention<'text>>,
}

impl<'text> Sentence<'text> {
    /// Returns the clause of a figure where a comma and `a`, `and` or `while` parts it from others; `None` where the
    /// sentence is one clause. What narrows another clause does not narrow this one.
    pub(super) fn clause(&self, mention: &Mention<'text>) -> Option<Self> {
        const PARTS: [&str; 4] = [", a ", ", and ", ", while ", ", but "];
        let at = offset(self.text, mention.text);
        let ends = |part: &&str| self.text[at..].find(part).map(|end| at + end);
        let starts = |part: &&str| self.text[..at].rfind(part).map(|start| start + part.len());
        let to = PARTS.iter().filter_map(ends).min().unwrap_or(self.text.len());
        let from = PARTS.iter().filter_map(starts).max().unwrap_or_default();
        let is_inside = |word: &&str| (from..to).contains(&offset(self.text, word));
        let whole = from == 0 && to == self.text.len();
        (!whole).then(|| Self {
            text: &self.text[from..to],
            words: self.words.iter().filter(|word| is_inside(word)).copied().collect(),
            mentions: vec![mention.clone()],
        })
    }
}

/// A figure with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention<'text> {
    /// As written, with its unit: `24,2 %`.
    pub text: &'text str,
    /// The value, thousands and millions multiplied out.
    pub value: Decimal,
    /// How far a recorded value may be from it and still be it, rounded.
    pub step: Decimal,
    /// What it counts.
    pub unit: Unit<'text>,
    /// The word before it; empty for none.
    pub before: &'text str,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit<'text> {
    /// Per cent.
    Percent,
    /// Zlotys.
    Money,
    /// Things: the word after the figure.
    Things(&'text str),
}

/// Tells whether two plain words are forms of one: `bezrobotni`, `bezrobotnych`.
pub(super) fn same(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let longest = one.chars().count().max(other.chars().count());
    common == longest || common >= 4 && (common * 4 >= longest * 3 || longest - common <= 2)
}

/// Returns the sentences of a text that hold a figure.
pub(super) fn sentences(text: &str, lang: Lang) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    for part in split(text).into_iter().filter(|part| part.contains(|sign: char| sign.is_ascii_digit())) {
        let mentions = mentions(part, lang);
        if !mentions.is_empty() {
            found.push(Sentence { text: part, words: words(part).collect(), mentions });
        }
    }
    found
}

/// Returns how far into a text a part of it begins.
pub(super) fn offset(text: &str, part: &str) -> usize {
    part.as_ptr().addr() - text.as_ptr().addr()
}

/// Splits at full stops before a space and a capital, at semicolons and at ends of paragraphs and of items. A source
/// named behind a full stop belongs to the sentence before it.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, sign) in text.char_indices() {
        let (start, rest) = (from, &text[at + sign.len_utf8()..]);
        let ends = match sign {
            ';' => true,
            '!' | '?' => !rest.trim_start().starts_with('['),
            '\n' => rest.starts_with('\n') || is_item(rest),
            '.' => is_capital_next(rest),
            ']' => is_capital_next(rest) && is_behind_stop(&text[from..at]),
            _ => false,
        };
        if ends {
            from = at + sign.len_utf8();
            parts.push(&text[start..if sign == ']' { from } else { at }]);
        }
    }
    parts.push(&text[from..]);
    parts
}

fn is_capital_next(rest: &str) -> bool {
    let next = rest.trim_start();
    rest.len() > next.len() && next.starts_with(char::is_uppercase)
}

/// Tells whether the bracket that is open at the end stands behind a full stop.
fn is_behind_stop(text: &str) -> bool {
    text.rsplit_once('[').is_some_and(|(before, _)| before.trim_end().ends_with(['.', '!', '?']))
}

/// Tells whether a line is an item of a list.
fn is_item(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    let number = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let is_numbered = number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") "));
    is_numbered || ["- ", "* ", "• ", "– "].iter().any(|mark| line.starts_with(mark))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn mentions(text: &str, lang: Lang) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|sign: char| sign.is_ascii_digit()).map(|offset| at + offset) {
        let length = figure(&text[start..]);
        at = start + length;
        // A code, a range, a date or a part of a number is no figure of its own.
        let glued = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '–' | '—' | '−' | '/' | ':');
        if text[..start].ends_with(glued) || text[at..].starts_with(glued) {
            continue;
        }
        if let Some(mention) = mention(text, start, at, lang) {
            found.push(mention);
        }
    }
    found
}

/// Returns how long the figure is with which a text begins: digits, groups of three after a space, one part
/// after a mark.
pub(super) fn figure(text: &str) -> usize {
    let digits = |text: &str| text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let mut end = digits(text);
    let mut grouped = end <= 3;
    loop {
        let rest = &text[end..];
        let Some(sign) = rest.chars().next() else { return end };
        let count = digits(&rest[sign.len_utf8()..]);
        let group = grouped && count == 3 && matches!(sign, ' ' | '\u{a0}' | '\u{202f}');
        let part = count > 0 && matches!(sign, ',' | '.');
        if !group && !part {
            return end;
        }
        grouped = group;
        end += sign.len_utf8() + count;
    }
}

/// Reads a figure; `None` where it counts nothing or can be read in two ways.
fn mention(text: &str, start: usize, end: usize, lang: Lang) -> Option<Mention<'_>> {
    let written = &text[start..end];
    let english = lang == Lang::En && thousands(written);
    let number = if english { Number::parse(&written.replace(',', "")) } else { Number::parse(written) };
    let ambiguous = !english && thousands(&written.replace('.', ","));
    let value = number.ok().filter(|_| !ambiguous)?.decimal();
    let mut after = text[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '\n']);
    let mut times = Decimal::ONE;
    for (name, multiple) in [("tys.", 1_000), ("thousand", 1_000), ("mln", 1_000_000), ("million", 1_000_000)]
    {
        if let Some(rest) = after.strip_prefix(name) {
            (after, times) = (rest.trim_start(), Decimal::from(multiple));
        }
    }
    let word = after.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
    let before = text[..start].trim_end();
    let before = before.rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
    let (unit, length) = match plain(word).as_str() {
        _ if after.starts_with('%') => (Unit::Percent, 1),
        "proc" | "procent" | "percent" | "per" => (Unit::Percent, word.len()),
        "zl" | "pln" | "zlotych" | "zlote" | "zlotys" => (Unit::Money, word.len()),
        _ if before == "PLN" => (Unit::Money, 0),
        "" => return None,
        _ => (Unit::Things(word), word.len()),
    };
    let until = text.len() - after.len() + length;
    let value = value.checked_mul(times)?;
    let step = step(value, times, written, unit);
    Some(Mention { text: text[start..until].trim_end(), value, step, unit, before })
}

/// Tells whether a figure is written with groups of three after a comma: `1,250`.
pub(super) fn thousands(written: &str) -> bool {
    let mut groups = written.split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_some()
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.all(|group| group.len() == 3 && group.bytes().all(|digit| digit.is_ascii_digit()))
}

/// Returns the size of the last place that a figure gives; noughts at its end may be rounding.
fn step(value: Decimal, times: Decimal, written: &str, unit: Unit<'_>) -> Decimal {
    let places = written.rfind([',', '.']).filter(|_| times > Decimal::ONE || unit == Unit::Percent);
    let places = places.map_or(0, |at| written.len() - at - 1);
    let mut step = times;
    for _ in 0..places {
        step /= Decimal::TEN;
    }
    if unit == Unit::Percent || times > Decimal::ONE {
        return step;
    }
    let tenth = value / Decimal::TEN;
    while step * Decimal::TEN <= tenth && (value % (step * Decimal::TEN)).is_zero() {
        step *= Decimal::TEN;
    }
    if step > Decimal::ONE { step / Decimal::TWO + Decimal::ONE } else { step }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, lang: Lang) -> Vec<(String, String)> {
        let found = sentences(text, lang).into_iter().flat_map(|sentence| sentence.mentions);
        found
            .map(|one| (one.text.to_owned(), format!("{} ±{}", one.value.normalize(), one.step.normalize())))
            .collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(text, value)| ((*text).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn figures_are_read_as_each_language_writes_them() {
        let polish = "Stopa to 24,2 %, czyli 3 tys. osób; 1 250 000 zł dla 1640 osób.";
        let expected = [
            ("24,2 %", "24.2 ±0.1"),
            ("3 tys. osób", "3000 ±1000"),
            ("1 250 000 zł", "1250000 ±5001"),
            ("1640 osób", "1640 ±6"),
        ];
        assert_eq!(told(polish, Lang::Pl), pairs(&expected));
        let english = "The rate is 24.2%, that is 1,640 people and PLN 7,800.";
        let expected = [("24.2%", "24.2 ±0.1"), ("1,640 people", "1640 ±6"), ("7,800", "7800 ±51")];
        assert_eq!(told(english, Lang::En), pairs(&expected));
    }

    #[test]
    fn what_is_no_figure_is_passed_over() {
        for text in ["Działanie A1 trwa od 18–29 lat", "droga S7", "1.250 osób", "12/2025", "w 2025"] {
            assert_eq!(told(text, Lang::Pl), [], "{text}");
        }
    }

    #[test]
    fn forms_of_a_word_are_the_same_and_other_words_are_not() {
        for (one, other) in [("bezrobotni", "bezrobotnych"), ("stopa", "stopie"), ("osob", "osoby")] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [("bezrobocia", "bezrobotni"), ("osoby", "oferty"), ("kobiet", "kobiecy zaklad")]
        {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
