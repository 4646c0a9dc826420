//! Stars and underscores that may be bold words' or italics' marks. In: the runs of a paragraph. Out: those that have
//! another end.

use std::collections::BTreeMap;
use std::ops::Range;

/// A run of stars or underscores.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) at: usize,
    sign: char,
    pub(super) length: usize,
    line: usize,
    may_open: bool,
    may_close: bool,
}

impl Run {
    /// Reads the run that begins at a sign, in a line that ends at `end`.
    pub(super) fn of(text: &str, at: usize, sign: char, end: usize) -> Self {
        let length = text[at..end].len() - text[at..end].trim_start_matches(sign).len();
        let (before, after) = (text[..at].chars().next_back(), text[at + length..].chars().next());
        let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        let is_blank = |sign: Option<char>| sign.is_none_or(char::is_whitespace);
        let is_short = length <= 3;
        let may_open = is_short && !is_word(before) && !is_blank(after);
        let may_close = is_short && !is_word(after) && !is_blank(before);
        Self { at, sign, length, line: 0, may_open, may_close }
    }

    /// Returns the run as one of a line of its paragraph.
    pub(super) fn in_line(self, line: usize) -> Self {
        Self { line, ..self }
    }
}

/// Returns the runs that may open with one behind them that may close, or the other way round: italics end with their
/// line, bold words with their paragraph.
pub(super) fn paired(runs: &[Run]) -> Vec<Range<usize>> {
    let mut ends: BTreeMap<(char, Option<usize>), (usize, usize)> = BTreeMap::new();
    for run in runs {
        for line in [None, Some(run.line)] {
            let (open, close) = ends.entry((run.sign, line)).or_insert((usize::MAX, 0));
            *open = if run.may_open { run.at.min(*open) } else { *open };
            *close = if run.may_close { run.at.max(*close) } else { *close };
        }
    }
    let is_mark = |run: &&Run| {
        let line = (run.length == 1).then_some(run.line);
        let (open, close) = ends[&(run.sign, line)];
        run.may_open && close > run.at || run.may_close && open < run.at
    };
    runs.iter().filter(is_mark).map(|run| run.at..run.at + run.length).collect()
}
