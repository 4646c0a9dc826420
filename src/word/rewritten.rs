//! The smallest edits of a scalar. In: the scalar as written, its text as a file showed it and as it shows it now. Out: edits
//! that may make the one of the other, the smallest first; whoever takes one proves it.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::notation::typed;
use super::tokens::{Token, Written, of_scalar, of_signs};
use crate::edit::Edit;

/// Where new words go, between others that the file does not show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// How many lines are left empty between paragraphs of folded text.
type Empty = usize;

/// Returns edits of a scalar, whose further lines stand `indent` spaces in.
pub fn rewritten(scalar: &str, indent: usize, shown: &str, now: &str) -> Vec<Vec<Edit>> {
    let (written, _) = Written::of(scalar);
    let own = own_indent(scalar, written).unwrap_or(indent);
    let changes = Changes::of(scalar, shown, now);
    let mut found = Vec::new();
    let folds = if matches!(written, Written::Literal | Written::Double) { &[1][..] } else { &[1, 2] };
    for is_escaped in [false, true] {
        for empty in folds {
            for side in [Side::Before, Side::Behind] {
                found.push(changes.edits(side, &|words| encoded(words, written, (own, *empty), is_escaped)));
            }
        }
    }
    let whole = |text: String| vec![Edit { from: 0, to: scalar.len(), text }];
    for is_escaped in [false, true] {
        let words = if is_escaped { guarded(&typed(now)) } else { typed(now) };
        if words.contains('\n') && matches!(written, Written::Literal | Written::Folded | Written::Plain) {
            let end = if scalar.ends_with('\n') { "\n" } else { "" };
            let lines = broken(&words, own, 1);
            found.push(whole(format!("|-\n{}{lines}{end}", " ".repeat(own))));
        }
        if !matches!(written, Written::Literal | Written::Folded) {
            found.push(whole(format!("\"{}\"", encoded_double(&words))));
        }
    }
    found.dedup();
    found
}

/// Returns how far the lines of a block stand in.
fn own_indent(scalar: &str, written: Written) -> Option<usize> {
    let is_block = matches!(written, Written::Literal | Written::Folded);
    let line = scalar.lines().skip(1).find(|line| !line.trim().is_empty())?;
    is_block.then(|| line.len() - line.trim_start_matches(' ').len())
}

/// What differs between two texts, and where the first stands in the scalar.
struct Changes<'t> {
    written: Vec<Token>,
    scalar: &'t str,
    now: &'t str,
    tokens: Vec<Token>,
    /// Stretches of the first text that go, by token, and what comes for them.
    hunks: Vec<(std::ops::Range<usize>, std::ops::Range<usize>)>,
    /// For each border between tokens of the first text the first and the last border of the scalar that it may be.
    borders: Vec<(usize, usize)>,
}

impl<'t> Changes<'t> {
    fn of(scalar: &'t str, shown: &str, now: &'t str) -> Self {
        let (old, tokens, written) = (of_signs(shown), of_signs(now), of_scalar(scalar));
        let keys = |tokens: &[Token]| tokens.iter().map(|token| token.key.clone()).collect::<Vec<_>>();
        let [first, second, third] = [&old, &tokens, &written].map(|tokens| keys(tokens));
        let hunks = capture_diff_slices(Algorithm::Myers, &first, &second)
            .into_iter()
            .filter(|op| !matches!(op, DiffOp::Equal { .. }))
            .map(|op| (op.old_range(), op.new_range()));
        let mut borders = vec![(usize::MAX, 0); old.len() + 1];
        let mut may = |at: usize, border: usize| {
            let (least, most): &mut (usize, usize) = &mut borders[at];
            (*least, *most) = ((*least).min(border), (*most).max(border));
        };
        may(0, 0);
        may(old.len(), written.len());
        for op in capture_diff_slices(Algorithm::Myers, &first, &third) {
            let (own, other) = (op.old_range(), op.new_range());
            if matches!(op, DiffOp::Equal { .. }) {
                (0..=own.len()).for_each(|step| may(own.start + step, other.start + step));
            } else {
                (own.start..own.end).for_each(|at| may(at, other.start));
                (own.start + 1..=own.end).for_each(|at| may(at, other.end));
                if own.is_empty() {
                    may(own.start, other.start);
                    may(own.start, other.end);
                }
            }
        }
        Self { hunks: hunks.collect(), written, scalar, now, tokens, borders }
    }

    /// Returns the edits of the scalar.
    fn edits(&self, side: Side, encode: &dyn Fn(&str) -> String) -> Vec<Edit> {
        let edit = |(old, new): &(std::ops::Range<usize>, std::ops::Range<usize>)| {
            let words = match (
                self.tokens.get(new.start),
                new.end.checked_sub(1).and_then(|last| self.tokens.get(last)),
            ) {
                (Some(first), Some(last)) if !new.is_empty() => &self.now[first.from..last.to],
                _ => "",
            };
            let (start, end) = (self.borders[old.start], self.borders[old.end]);
            let (from, to) = match old.is_empty() {
                true if side == Side::Before => (start.0, start.0),
                true => (start.1, start.1),
                false if start.1 <= end.0 => (start.1, end.0),
                false => (start.0, end.1),
            };
            let at = if from < to || side == Side::Behind { self.start(from) } else { self.end(from) };
            Edit { from: at, to: if from < to { self.end(to) } else { at }, text: encode(&typed(words)) }
        };
        crate::edit::apart(self.hunks.iter().map(edit).collect())
    }

    /// Returns the byte at which the token behind a border begins.
    fn start(&self, border: usize) -> usize {
        self.written.get(border).map_or_else(|| self.end(border), |token| token.from)
    }

    /// Returns the byte at which the token before a border ends.
    fn end(&self, border: usize) -> usize {
        let before = border.checked_sub(1).and_then(|at| self.written.get(at));
        before.map_or_else(|| Written::of(self.scalar).1.start, |token| token.to)
    }
}

/// Returns words as a scalar of this kind holds them.
fn encoded(words: &str, written: Written, (indent, empty): (usize, Empty), is_escaped: bool) -> String {
    let words = if is_escaped { guarded(words) } else { words.to_owned() };
    match written {
        Written::Double => encoded_double(&words),
        Written::Single => broken(&words.replace('\'', "''"), indent, empty),
        Written::Literal | Written::Folded | Written::Plain => broken(&words, indent, empty),
    }
}

/// Puts a backslash before signs that would be marks.
fn guarded(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for sign in words.chars() {
        if "*_[]#`\\".contains(sign) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

fn encoded_double(words: &str) -> String {
    words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

/// Breaks words into lines of a scalar.
fn broken(words: &str, indent: usize, empty: Empty) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    let mut lines = words.split('\n').peekable();
    out.push_str(lines.next().unwrap_or_default());
    for line in lines {
        out.push('\n');
        if line.is_empty() {
            (1..empty).for_each(|_| out.push('\n'));
        } else {
            out += &" ".repeat(indent);
            out.push_str(line);
        }
    }
    // What goes on behind an edit that ends a line stands on a line of its own.
    if words.ends_with('\n') {
        out += &" ".repeat(indent);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::notation::{BOLD, NOTE};

    fn first(scalar: &str, shown: &str, now: &str) -> Vec<String> {
        let apply = |edits: &Vec<Edit>| {
            let bytes = crate::edit::edited(scalar.as_bytes(), edits).expect("the edits are of it");
            String::from_utf8(bytes).expect("it is text")
        };
        rewritten(scalar, 2, shown, now).iter().map(apply).collect()
    }

    #[test]
    fn a_word_changes_and_all_else_stays() {
        for (scalar, wanted) in [
            ("|\n  Jest  320\n  osób.\n", "|\n  Jest  350\n  osób.\n"),
            (">\n  Jest\n  320 osób.\n", ">\n  Jest\n  350 osób.\n"),
            ("\"Jest 320 \\\"osób\\\".\"", "\"Jest 350 \\\"osób\\\".\""),
            ("'Jest 320 osób.'", "'Jest 350 osób.'"),
            ("Jest 320 osób.", "Jest 350 osób."),
        ] {
            let osob = if scalar.contains("\\\"") { "\"osób\"" } else { "osób" };
            let found = first(scalar, &format!("Jest 320 {osob}."), &format!("Jest 350 {osob}."));
            assert_eq!(found[0], wanted);
        }
    }

    #[test]
    fn marks_and_notes_keep_their_places() {
        let shown = format!("Jest 320{NOTE} osób.");
        let now = format!("Jest {BOLD}350{BOLD}{NOTE} osób, a może\n\n- mniej\n- więcej");
        let found = first("|\n    Jest 320 [E4] osób.\n", &shown, &now);
        assert_eq!(found[0], "|\n    Jest **350** [E4] osób, a może\n\n    - mniej\n    - więcej\n");
    }

    #[test]
    fn an_item_goes_with_its_line() {
        let found = first("|\n  A:\n  - b\n  - c\n  - d\n", "A:\n\n- b\n- c\n- d", "A:\n\n- b\n- d");
        assert_eq!(found[0], "|\n  A:\n  - b\n  - d\n");
        let found = first("|\n  a\n\n  b\n\n  c\n", "a\n\nb\n\nc", "a\n\nc");
        assert_eq!(found[0], "|\n  a\n\n  c\n");
    }
}
