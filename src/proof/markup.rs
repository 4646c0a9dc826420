//! What of a typed text must stand in print. In: a text as its author typed it. Out: its signs without those that the
//! tables of `docs/texts` list as marks.
//!
//! This reads the tables, not the dialect's own reader, so that what that one loses is missed here. Where a sign may be
//! a mark or not, it need not stand in print; a sign that can be no mark must.

use std::ops::Range;

use super::emphasis::{Run, paired};
use super::openers;

/// How long an address is at most, in characters.
const LONGEST: usize = 2_000;

/// The letters, digits and signs of a text that may not get lost, in runs that keep their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Demanded(pub(super) Vec<String>);

impl Demanded {
    /// Reads a name or a title, which has no marks but those of sources.
    pub(super) fn plain(text: &str, is_source: impl Fn(&str) -> bool) -> Self {
        let mut reader = Reader::of(text);
        reader.sources(is_source);
        Self(vec![reader.left(0..text.len())])
    }

    /// Reads a narrative. What a note says stands elsewhere than it was typed; a text that has one keeps the order
    /// of its lines only.
    pub(super) fn prose(text: &str, is_source: impl Fn(&str) -> bool) -> Self {
        let mut reader = Reader::of(text);
        reader.sources(is_source);
        let has_notes = reader.blocks();
        reader.paragraphs();
        let whole = 0..text.len();
        let lines = if has_notes { reader.lines.clone() } else { vec![whole] };
        Self(lines.into_iter().map(|range| reader.left(range)).filter(|run| !run.is_empty()).collect())
    }
}

/// Returns the signs of a text that count, in the form in which they are compared: white space and what no document
/// can show do not, and a sentence may begin with a capital letter.
pub(super) fn counted(text: &str) -> impl Iterator<Item = char> {
    let counts = |sign: &char| {
        let code = u32::from(*sign);
        let is_noncharacter = (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
        !sign.is_whitespace()
            && !sign.is_control()
            && !is_noncharacter
            && !matches!(sign, '\u{ad}' | '\u{feff}')
    };
    text.chars().filter(counts).flat_map(char::to_uppercase).flat_map(char::to_lowercase)
}

/// A text of which marks are taken out.
struct Reader<'t> {
    text: &'t str,
    lines: Vec<Range<usize>>,
    /// For each byte, whether it may be a mark's.
    is_mark: Vec<bool>,
}

impl<'t> Reader<'t> {
    fn of(text: &'t str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            lines.push(start..start + line.len());
            start += line.len() + 1;
        }
        let mut reader = Self { text, lines, is_mark: vec![false; text.len()] };
        // A sentence around the text brings or takes the last stop, and two stops are one.
        let end = text.trim_end().len();
        for (at, _) in text.match_indices("..") {
            let is_pair = !text[..at].ends_with('.') && !text[at + 2..].starts_with('.');
            reader.mark(at..at + usize::from(is_pair));
        }
        reader.mark(text[..end].strip_suffix('.').map_or(end, str::len)..end);
        reader
    }

    fn mark(&mut self, range: Range<usize>) {
        self.is_mark[range].fill(true);
    }

    /// Returns what is left of a part of the text.
    fn left(&self, range: Range<usize>) -> String {
        let start = range.start;
        let signs = self.text[range].char_indices().filter(|(at, _)| !self.is_mark[start + at]);
        counted(&signs.map(|(_, sign)| sign).collect::<String>()).collect()
    }

    /// Marks the sources: `[E4]`, `[E1, E4]`, and a stop before those at the end.
    fn sources(&mut self, is_source: impl Fn(&str) -> bool) {
        for (at, _) in self.text.match_indices('[') {
            let rest = &self.text[at + 1..];
            let end = rest.find(['[', ']', '\n']).filter(|end| rest[*end..].starts_with(']'));
            let Some(ids) = end.map(|end| &rest[..end]) else { continue };
            if ids.split([',', ';']).all(|id| is_source(id.trim())) {
                self.mark(at..at + ids.len() + 2);
            }
        }
        let rest = |(at, sign): &(usize, char)| self.is_mark[*at] || sign.is_whitespace();
        let last = self.text.char_indices().rev().find(|own| !rest(own));
        if let Some((at, '.')) = last {
            self.mark(at..at + 1);
        }
    }

    /// Marks what opens lines and parts cells; tells whether there are notes.
    fn blocks(&mut self) -> bool {
        let lines: Vec<&str> = self.lines.iter().map(|range| &self.text[range.clone()]).collect();
        let mut has_notes = false;
        for (number, length) in openers::found(&lines) {
            let start = self.lines[number].end - self.text[self.lines[number].clone()].trim_start().len();
            has_notes |= self.text[start..].starts_with("[^");
            self.mark(start..start + length);
        }
        let mut in_table = false;
        for (number, line) in lines.iter().enumerate() {
            let is_under = |line: &&str| {
                line.contains('|')
                    && line.contains('-')
                    && line.trim().bytes().all(|sign| b"|-: \t".contains(&sign))
            };
            let has_pipe = line.contains('|');
            in_table = has_pipe && (in_table || lines.get(number + 1).is_some_and(is_under));
            if in_table {
                let start = self.lines[number].start;
                let is_under = is_under(line);
                for (at, sign) in line.char_indices() {
                    if is_under || sign == '|' && !line[..at].ends_with('\\') {
                        self.mark(start + at..start + at + sign.len_utf8());
                    }
                }
            }
        }
        has_notes
    }

    /// Marks what stands inside paragraphs, which empty lines part.
    fn paragraphs(&mut self) {
        let lines = self.lines.clone();
        let is_empty = |range: &Range<usize>| self.text[range.clone()].trim().is_empty();
        let paragraphs: Vec<&[Range<usize>]> =
            lines.split(is_empty).filter(|lines| !lines.is_empty()).collect();
        for paragraph in paragraphs {
            let mut runs = Vec::new();
            for (number, line) in paragraph.iter().enumerate() {
                runs.extend(self.line(line.clone()).into_iter().map(|run| run.in_line(number)));
            }
            paired(&runs).into_iter().for_each(|run| self.mark(run));
        }
    }

    /// Marks backslashes, links and notes of a line; returns the stars and underscores that are left.
    fn line(&mut self, line: Range<usize>) -> Vec<Run> {
        let (text, mut runs) = (self.text, Vec::new());
        let (mut at, mut in_path) = (line.start, false);
        while let Some(sign) = text[at..line.end].chars().next() {
            let (before, rest) = (&text[line.start..at], &text[at + sign.len_utf8()..line.end]);
            in_path |= sign == '\\' && (rest.starts_with('\\') || before.ends_with(':'));
            in_path &= !sign.is_whitespace();
            at = match sign {
                '\\' if !in_path && is_escape(rest) => {
                    self.mark(at..at + 1);
                    at + 1 + rest.chars().next().map_or(0, char::len_utf8)
                }
                '[' => self.bracket(at, rest),
                '*' | '_' => {
                    let run = Run::of(text, at, sign, line.end);
                    runs.push(run);
                    run.at + run.length
                }
                _ => at + sign.len_utf8(),
            };
        }
        runs
    }

    /// Marks the brackets of a link with its address, and a reference to a note; returns where to go on.
    fn bracket(&mut self, at: usize, rest: &str) -> usize {
        let end = rest.find(['[', ']']).filter(|end| rest[*end..].starts_with(']'));
        let Some((words, after)) = end.map(|end| (&rest[..end], &rest[end + 1..])) else { return at + 1 };
        let end = at + words.len() + 2;
        if words.starts_with('^') {
            self.mark(at..end);
            return end;
        }
        if let Some(address) = after.strip_prefix('(').and_then(address) {
            self.mark(at..at + 1);
            self.mark(end - 1..end + address.len() + 2);
            let runs = self.line(at + 1..end - 1);
            paired(&runs).into_iter().for_each(|run| self.mark(run));
            return end + address.len() + 2;
        }
        at + 1
    }
}

/// Tells whether a backslash may stand before a mark.
fn is_escape(rest: &str) -> bool {
    rest.starts_with(['*', '_', '[', ']', '|', '#', '-', '–', '•', '.', ')'])
}

/// Returns the address with which brackets open.
fn address(text: &str) -> Option<&str> {
    let mut depth = 1;
    let end = text.char_indices().take(LONGEST).take_while(|(_, sign)| !sign.is_whitespace()).find(
        |(_, sign)| {
            depth += i32::from(*sign == '(') - i32::from(*sign == ')');
            depth == 0
        },
    )?;
    let (address, lower) = (&text[..end.0], text[..end.0].to_lowercase());
    let known = ["https://", "http://", "mailto:", "tel:", "www.", "#"];
    known.iter().any(|opening| lower.starts_with(opening)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        Demanded::prose(text, |id| id.starts_with('E')).0.join("/")
    }

    #[test]
    fn signs_that_can_be_no_marks_are_demanded() {
        for text in [
            "2*24*1750zł=84000zł",
            "+12%wA",
            ">30lat,<18lat,~90zł~",
            "#1wpowiecie",
            "snake_case.py",
            "&copy;<b>{x}[]",
            "c:\\dane\\_nowe",
        ] {
            assert_eq!(left(text), text.to_lowercase());
        }
        assert_eq!(left("Zmiana:\n\n+ 12 % w A\n- 4 % w B\n+ 3"), "zmiana:+12%wa-4%wb+3");
        assert_eq!(left("1. maja rusza"), "1.majarusza");
        assert_eq!(left("jest ich 320\n– to mniej"), "jestich320–tomniej");
        assert_eq!(left("2 * 3, 30 zł* za\n*stawka"), "2*3,30zł*za*stawka");
    }

    #[test]
    fn marks_are_not_demanded() {
        for (text, wanted) in [
            ("**Ważne** i *to*.", "ważneito"),
            ("- a\n- b\n\n1) c\n2) d", "abcd"),
            ("## Cel\ntekst", "celtekst"),
            ("| a | b |\n|---|---|\n| 1 \\| 2 | 3 |", "ab1|23"),
            ("[strona](https://x.pl/a_b) i _to_", "stronaito"),
            ("Jest ich 320 [E4]. Koniec. [E1, E2]", "jestich320.koniec"),
            ("a[^1] b\n\n[^1]: nota", "ab/nota"),
            ("2 \\* 3\n\\- x", "2*3-x"),
            ("tekst..", "tekst"),
        ] {
            assert_eq!(left(text), wanted, "{text:?}");
        }
    }
}
