//! Signs that a word processor puts where YAML wants a space or a hyphen. In: a draft. Out: the draft as it
//! was meant, each kind of sign told once. Texts in block form (`|`, `>`) keep what they hold.

use super::IsField;
use super::draft::Draft;
use super::faults::fault;
use super::lines::{Line, is_name};
use crate::diagnostic::{Findings, Patch};

/// What stands for a hyphen at the start of an item pasted from a word processor.
const ITEMS: [char; 7] = ['\u{2013}', '\u{2014}', '\u{2022}', '\u{b7}', '\u{25aa}', '\u{25cf}', '\u{f0b7}'];

/// What is replaced by what.
type Edits = Vec<(usize, usize, String)>;

/// Puts plain spaces where others were pasted. Most texts hold such signs inside sentences only, so that the costly
/// look at lines is kept for signs that can be meant.
pub(super) fn mend_spaces(draft: &mut Draft<'_>, is_field: IsField, findings: &mut Findings) {
    if holds_wide(&draft.text) {
        let edits = spaces(&draft.text, is_field);
        tell(draft, &edits, "YAML-32", "", findings);
        draft.replace_all(&edits);
    }
}

/// Puts hyphens where other signs were pasted at the start of items.
pub(super) fn mend_items(draft: &mut Draft<'_>, findings: &mut Findings) {
    for sign in openers(&draft.text) {
        let edits = items(&draft.text, sign);
        tell(draft, &edits, "YAML-33", &sign.to_string(), findings);
        draft.replace_all(&edits);
    }
}

/// Returns the signs of [`ITEMS`] with which lines open. A walk over bytes, for they begin with one of three.
fn openers(text: &str) -> Vec<char> {
    let opens = |at: usize| {
        let before = text[..at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    };
    let starts =
        text.bytes().enumerate().filter(|(at, byte)| matches!(byte, 0xc2 | 0xe2 | 0xef) && opens(*at));
    let mut found: Vec<char> = starts.filter_map(|(at, _)| text[at..].chars().next()).collect();
    found.retain(|sign| ITEMS.contains(sign));
    found.sort_by_key(|sign| ITEMS.iter().position(|item| item == sign));
    found.dedup();
    found
}

fn tell(draft: &Draft<'_>, edits: &Edits, code: &'static str, sign: &str, findings: &mut Findings) {
    let Some((from, to, text)) = edits.first() else { return };
    let span = draft.span(*from, *to);
    let lines = edits.iter().map(|(from, to, _)| draft.line(draft.span(*from, *to)));
    let mut lines: Vec<usize> = lines.collect();
    lines.dedup();
    let values = [("count", &*lines.len().to_string()), ("sign", sign)];
    let mut finding = fault(code, span, &values);
    finding.patch = Some(Patch::form(span, text));
    findings.push(finding);
}

/// Tells whether this is a space that is no space to YAML: no-break, narrow no-break, figure, thin, em, en.
fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' | '\u{3000}')
}

/// Tells whether a text holds such a space; a walk over bytes, for they begin with one of three that are rare.
fn holds_wide(text: &str) -> bool {
    let may_begin = |byte: u8| matches!(byte, 0xc2 | 0xe2 | 0xe3);
    text.bytes().enumerate().any(|(at, byte)| may_begin(byte) && text[at..].starts_with(is_wide))
}

fn is_space(sign: char) -> bool {
    sign == ' ' || is_wide(sign)
}

/// Finds the spaces of other kinds at the start of lines, behind the dash of an item and behind the colon of
/// a field.
fn spaces(text: &str, is_field: IsField) -> Edits {
    let mut edits = Edits::new();
    let mut outline = Outline { open: Vec::new(), column: 0, is_field };
    for line in outside_blocks(text) {
        let mut rest = line.text;
        loop {
            let inner = rest.trim_start_matches(is_space);
            plain(line, rest, inner, &mut edits);
            rest = inner;
            match rest.strip_prefix('-').filter(|item| item.starts_with(is_space)) {
                Some(item) => rest = item,
                None => break,
            }
        }
        outline.reach(line.text, rest);
        let is_ended = |value: &str| value.is_empty() || value.starts_with(is_space);
        let named = rest.split_once(':').filter(|(name, value)| is_name(name) && is_ended(value));
        match named.filter(|(name, _)| outline.has_room_for(name)) {
            Some((_, value)) => {
                let inner = value.trim_start_matches(is_space);
                plain(line, value, inner, &mut edits);
                outline.add(Some(inner));
            }
            None => outline.add(line.key().map(|(_, from)| &text[from..line.to()])),
        }
    }
    edits
}

/// The lines that are open at a line, each as deep as the one before or deeper.
struct Outline {
    open: Vec<Open>,
    /// The column of the line's words, behind the dashes of items.
    column: usize,
    is_field: IsField,
}

/// A line, or the dash of an item, that has lines of its own below.
struct Open {
    column: usize,
    is_key: bool,
    /// Whether its value is still to come, or is in brackets.
    waits: bool,
}

impl Outline {
    /// Closes what ends above a line whose words are `rest`.
    fn reach(&mut self, line: &str, rest: &str) {
        let start = line.chars().take_while(|sign| is_space(*sign)).count();
        self.column = line[..line.len() - rest.len()].chars().count();
        let is_item = self.column > start;
        let ends =
            |above: &mut Open| above.column > start || is_item && above.column == start && !above.is_key;
        while self.open.pop_if(ends).is_some() {}
        if is_item {
            self.open.push(Open { column: start, is_key: false, waits: true });
        }
    }

    /// Tells whether a field of this name may stand here. Beside a field one may; below one without a value
    /// or in a list, a text may open with a word and a colon as well; elsewhere the text above goes on.
    fn has_room_for(&self, name: &str) -> bool {
        let is_beside = |above: &&Open| above.column == self.column;
        if self.open.iter().rev().take_while(is_beside).any(|above| above.is_key) {
            return true;
        }
        let is_sentence = name.starts_with(char::is_uppercase) || !(self.is_field)(name);
        let is_code = name.contains(|sign: char| sign == '_' || sign.is_ascii_digit());
        self.open.last().is_none_or(|above| above.waits && (is_code || !is_sentence))
    }

    /// Opens the line that was reached, with the value of its field if it has one.
    fn add(&mut self, value: Option<&str>) {
        let column = self.column;
        while self.open.pop_if(|above| above.column == column).is_some() {}
        let waits = value.is_some_and(|value| value.is_empty() || value.starts_with(['#', '{', '[', '&']));
        self.open.push(Open { column, is_key: value.is_some(), waits });
    }
}

/// Replaces the spaces between two ends of a line's rest, where one is not plain.
fn plain(line: Line<'_>, rest: &str, inner: &str, edits: &mut Edits) {
    let gap = &rest[..rest.len() - inner.len()];
    if gap.contains(is_wide) {
        let from = line.to() - rest.len();
        edits.push((from, from + gap.len(), " ".repeat(gap.chars().count())));
    }
}

/// Finds the items of lists that start with a sign. One may stand below a field without a value of its own, or
/// beside another item; elsewhere it goes on with the text of the line above.
fn items(text: &str, sign: char) -> Edits {
    let mut edits = Edits::new();
    // The lines that are open, each deeper than the one before: its column, whether it is an item, whether
    // its field has no value yet.
    let mut open: Vec<(usize, bool, bool)> = Vec::new();
    for line in outside_blocks(text) {
        let column = line.indent();
        while open.last().is_some_and(|(above, ..)| *above > column) {
            open.pop();
        }
        let above = open.last().copied();
        let words = &line.text[column..];
        let inner = words.strip_prefix(sign).map(str::trim_start).unwrap_or_default();
        let is_apart = words.len() > inner.len() + sign.len_utf8() && !inner.is_empty();
        let fits = |(above, is_item, waits): (usize, bool, bool)| waits || is_item && above == column;
        let is_pasted = is_apart && above.is_some_and(fits);
        if is_pasted {
            let from = line.from + column;
            edits.push((from, line.to() - inner.len(), "- ".to_owned()));
        }
        if above.is_some_and(|(above, ..)| above == column) {
            open.pop();
        }
        let waits = line.key().is_some_and(|(_, value)| value >= line.end());
        open.push((column, is_pasted || line.is_item(), waits));
    }
    edits
}

/// Returns the lines that hold fields, without those of texts in block form.
fn outside_blocks(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut block: Option<usize> = None;
    let mut next = (!text.is_empty()).then(|| Line::at(text, 0));
    while let Some(line) = next {
        next = line.below(text);
        let indent = line.text.len() - line.text.trim_start_matches(' ').len();
        if block.is_some_and(|column| indent > column || line.text.trim().is_empty()) {
            continue;
        }
        let column = if line.key().is_some() { line.column() } else { indent };
        block = opens_block(line.text).then_some(column);
        if !line.is_blank() {
            lines.push(line);
        }
    }
    lines
}

/// Returns what stands behind the sign or the number that opens an item, in YAML or in a word processor.
pub(super) fn bullet(line: &str) -> Option<&str> {
    let words = line.trim_start();
    let signs = |sign: char| ITEMS.contains(&sign) || matches!(sign, '-' | '*');
    let behind = words.strip_prefix(signs).or_else(|| {
        let digits = words.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let letter = words.strip_prefix(|sign: char| sign.is_ascii_lowercase());
        let number = (1..=2).contains(&(words.len() - digits.len())).then_some(digits);
        number.and_then(|rest| rest.strip_prefix(['.', ')'])).or_else(|| letter?.strip_prefix(')'))
    })?;
    behind.starts_with(char::is_whitespace).then(|| behind.trim())
}

/// Tells whether a line ends with the sign that opens a text in block form: `text: |`, `- >-`.
pub(super) fn opens_block(line: &str) -> bool {
    let line = line.split_once(" #").map_or(line, |(line, _)| line).trim_end();
    let sign = line.trim_end_matches(|sign: char| matches!(sign, '-' | '+') || sign.is_ascii_digit());
    let before = sign.strip_suffix(['|', '>']).map(str::trim_end);
    before.is_some_and(|before| before.ends_with(':') || before.ends_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is a field here.
    const FIELDS: [&str; 8] = ["id", "meta", "needs", "notes", "summary", "title", "tytuł", "źródło"];

    fn mended(text: &str) -> String {
        let mut mended = text.to_owned();
        for (from, to, plain) in spaces(text, |word| FIELDS.contains(&word)).into_iter().rev() {
            mended.replace_range(from..to, &plain);
        }
        mended
    }

    #[test]
    fn a_word_with_a_colon_in_a_text_is_no_field() {
        for text in [
            "summary: Pracy jest mało.\n  Uwaga:\u{a0}dane z 2025 r.\n",
            "summary: \"Pracy jest mało.\n  uwaga:\u{a0}dane z 2025 r.\"\n",
            "summary:\n  Pracy jest mało.\n  Źródło:\u{a0}GUS.\n",
            "summary:\n  Uwaga:\u{a0}dane z 2025 r.\n",
            "notes:\n- Kobiety:\u{a0}połowa.\n- Pracy mało,\n  wniosek:\u{a0}szkolić.\n",
        ] {
            assert_eq!(mended(text), text);
        }
    }

    #[test]
    fn a_field_before_such_a_space_is_one() {
        for text in [
            "summary:\u{a0}Praca\nnotes:\u{a0}a\n",
            "meta:\n  tytuł:\u{a0}Praca\n  Summary:\u{a0}x\n  pl:\u{a0}y\n",
            "needs:\n- id:\u{a0}N1\n  title:\u{a0}Praca\nvotes: # głosy\n  P1:\u{a0}3\n  P2:\u{a0}1\n",
            "needs:\n  - id: N1\n\u{a0}\u{a0}\u{a0} title:\u{a0}Praca\nmeta: {\n  title:\u{a0}x}\n",
        ] {
            assert_eq!(mended(text), text.replace('\u{a0}', " "));
        }
    }
}
