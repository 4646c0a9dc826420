//! What a slip of structure may be, and what would mend it. In: a text and where something is wrong with it. Out:
//! `Candidate`s, line by line, the nearest first; which of them is right shows when the text is read with it.

use super::draft::Edit;
use super::lines::{Line, is_name};
use super::{Known, quoted};

/// How many lines above a fault its slip is looked for.
const ABOVE: usize = 3;
/// At how many of the lines under which those above stand a slip is looked for.
const OPEN: usize = 4;
/// How many columns are tried for one line.
const COLUMNS: usize = 6;
/// How many columns are tried for lines that moved together.
const TOGETHER: usize = 3;
/// How many lines are moved together at most.
const MOVED: usize = 400;
/// How far above a line the columns are looked for in which it may stand.
const REACH: usize = 400;

/// The code of a right field at the wrong level.
pub const MISPLACED: &str = "KEY-19";

/// A slip that may be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its code.
    pub code: &'static str,
    /// The bytes that it is told at.
    pub mark: (usize, usize),
    /// What mends it, in the order of the text.
    pub edits: Vec<Edit>,
}

/// Returns the slips of structure that may stand at a byte or close to it, a list for each line.
pub fn candidates(text: &str, at: usize, known: Known) -> Vec<Vec<Candidate>> {
    let line = Line::at(text, at);
    let mut lines: Vec<Line<'_>> = (!line.is_blank()).then_some(line).into_iter().collect();
    let above: Vec<_> =
        std::iter::successors(line.above(text), |line| line.above(text)).take(ABOVE).collect();
    lines.extend(above.first());
    lines.extend(filled_below(text, line));
    // The lines under which those above stand: their slip shows where what they opened ends.
    let mut least = usize::MAX;
    let open = std::iter::successors(line.above(text), |line| line.above(text)).take(REACH).filter(|above| {
        let is_open = above.indent() < least;
        least = least.min(above.indent());
        is_open
    });
    lines.extend(open.take(OPEN).chain(above.iter().skip(1).copied()));
    let mut seen = Vec::new();
    lines.retain(|line| {
        let is_new = !seen.contains(&line.from);
        seen.push(line.from);
        is_new
    });
    lines.into_iter().map(|line| Site { text, line, known }.all()).collect()
}

/// Returns the next line that holds more than white space or a comment.
fn filled_below<'t>(text: &'t str, line: Line<'t>) -> Option<Line<'t>> {
    std::iter::successors(line.below(text), |line| line.below(text)).find(|line| !line.is_blank())
}

/// A line at which a slip is looked for.
#[derive(Clone, Copy)]
struct Site<'t> {
    text: &'t str,
    line: Line<'t>,
    known: Known,
}

impl<'t> Site<'t> {
    /// Returns all slips that this line may hold.
    fn all(self) -> Vec<Candidate> {
        let mut all = Vec::new();
        all.extend(self.without_colon());
        all.extend(self.named_item());
        let is_field = self.line.key().is_some();
        if is_field || self.line.is_item() {
            all.extend(self.stray_dash());
            all.extend(self.moved());
        }
        if is_field || self.line.text.trim_start().starts_with('{') || self.is_beside() {
            all.extend(self.lacking_dash());
        }
        let mut seen: Vec<Vec<Edit>> = Vec::new();
        all.retain(|candidate| {
            let is_new = !candidate.edits.is_empty() && !seen.contains(&candidate.edits);
            seen.push(candidate.edits.clone());
            is_new
        });
        all
    }

    fn mark(self) -> (usize, usize) {
        (self.line.from + self.line.indent(), self.line.end().max(self.line.from + self.line.indent()))
    }

    fn candidate(self, code: &'static str, edits: Vec<Edit>) -> Candidate {
        Candidate { code, mark: self.mark(), edits }
    }

    /// The line alone, with what stands deeper below it, or with its neighbours, in another column.
    fn moved(self) -> Vec<Candidate> {
        let indent = self.line.indent();
        let mut all = Vec::new();
        let code = if self.is_at_level() { MISPLACED } else { "YAML-21" };
        let (alone, subtree, run, all_runs) = (vec![self.line], self.subtree(), self.run(), self.all_runs());
        for (number, column) in self.columns().into_iter().enumerate() {
            // Lines that moved together seldom moved far.
            let together = [&subtree, &run, &all_runs].into_iter().filter(|_| number < TOGETHER);
            for lines in std::iter::once(&alone).chain(together) {
                if lines.iter().any(|line| line.text[..line.indent()].contains('\t')) {
                    continue;
                }
                let shift = |line: &Line<'_>| {
                    let own = line.indent();
                    (line.from, line.from + own, " ".repeat((own + column).saturating_sub(indent)))
                };
                all.push(self.candidate(code, lines.iter().map(shift).collect()));
            }
        }
        all
    }

    /// Tells whether the line stands in the column of fields above, so that it is one of another entry's.
    fn is_at_level(self) -> bool {
        let indent = self.line.indent();
        let above = self.above().find(|above| above.indent() <= indent);
        !self.line.is_item() && above.is_some_and(|above| above.key().is_some() && above.column() == indent)
    }

    /// Tells whether the line stands in the column of an item's dash.
    fn is_beside(self) -> bool {
        let indent = self.line.indent();
        let above = self.above().find(|above| above.indent() <= indent);
        above.is_some_and(|above| above.is_item() && above.indent() == indent)
    }

    /// Returns the lines above that hold something, the nearest first.
    fn above(self) -> impl Iterator<Item = Line<'t>> {
        let text = self.text;
        std::iter::successors(self.line.above(text), move |line| line.above(text)).take(REACH)
    }

    /// Returns the columns in which the line may have been meant to stand, the nearest first.
    fn columns(self) -> Vec<usize> {
        let (text, indent) = (self.text, self.line.indent());
        let mut columns = Vec::new();
        let mut least = usize::MAX;
        for above in self.above() {
            if columns.is_empty() && above.key().is_some_and(|(_, value)| value >= above.end()) {
                columns.push(above.column() + 2);
            }
            columns.extend([above.column(), above.indent()].into_iter().filter(|column| *column < least));
            least = least.min(above.indent());
            if least == 0 {
                break;
            }
        }
        columns.extend(
            filled_below(text, self.line).into_iter().flat_map(|below| [below.indent(), below.column()]),
        );
        if least == usize::MAX {
            columns.push(0);
        }
        columns.retain(|column| *column != indent);
        columns.sort_by_key(|column| (column.abs_diff(indent), *column));
        columns.dedup();
        columns.truncate(COLUMNS);
        columns
    }

    /// Returns the line and those below that stand deeper.
    fn subtree(self) -> Vec<Line<'t>> {
        let indent = self.line.indent();
        let below = std::iter::successors(self.line.below(self.text), |line| line.below(self.text));
        let deeper = below.take_while(|line| line.is_blank() || line.indent() > indent).take(MOVED);
        [self.line].into_iter().chain(deeper.filter(|line| !line.is_blank())).collect()
    }

    /// Returns the line and those below that are fields of the same entry, with what stands deeper.
    fn run(self) -> Vec<Line<'t>> {
        let (indent, is_item) = (self.line.indent(), self.line.is_item());
        let ends = |line: &Line<'_>| {
            let is_section = indent == 0 && line.key().is_some_and(|(key, _)| (self.known.is_section)(key));
            line.indent() < indent || line.indent() == indent && (line.is_item() != is_item || is_section)
        };
        let below = std::iter::successors(self.line.below(self.text), |line| line.below(self.text));
        let run = below.take_while(|line| line.is_blank() || !ends(line)).take(MOVED);
        [self.line].into_iter().chain(run.filter(|line| !line.is_blank())).collect()
    }

    /// Returns the fields of all entries from here on whose dashes stand in the same column as they.
    fn all_runs(self) -> Vec<Line<'t>> {
        let indent = self.line.indent();
        if self.line.is_item() || !self.is_beside() {
            return Vec::new();
        }
        let ends = |line: &Line<'_>| {
            let is_section = indent == 0 && line.key().is_some_and(|(key, _)| (self.known.is_section)(key));
            !line.is_blank()
                && (line.indent() < indent || line.indent() == indent && !line.is_item() && is_section)
        };
        let below = std::iter::successors(self.line.below(self.text), |line| line.below(self.text));
        let all = below.take_while(|line| !ends(line)).take(MOVED);
        // What stands deeper below a dash is in its place.
        let mut is_moved = true;
        let moved = all.filter(move |line| {
            if line.indent() == indent && !line.is_blank() {
                is_moved = !line.is_item();
            }
            is_moved && !line.is_blank()
        });
        [self.line].into_iter().chain(moved).collect()
    }

    /// A dash before a field of the entry above.
    fn stray_dash(self) -> Vec<Candidate> {
        let (from, column) = (self.line.from + self.line.indent(), self.line.from + self.line.column());
        // Beside other items it opens one of its own.
        if !self.line.is_item() || self.line.key().is_none() || self.is_beside() {
            return Vec::new();
        }
        [String::new(), " ".repeat(column - from)]
            .map(|text| self.candidate("YAML-48", vec![(from, column, text)]))
            .into()
    }

    /// A field that opens an entry of a list and has no dash.
    fn lacking_dash(self) -> Vec<Candidate> {
        let from = self.line.from + self.line.indent();
        if self.line.is_item() {
            return Vec::new();
        }
        let wide = self.line.text[..self.line.indent()].ends_with("  ");
        let instead = wide.then(|| self.candidate("YAML-49", vec![(from - 2, from, "- ".to_owned())]));
        let before = self.candidate("YAML-49", vec![(from, from, "- ".to_owned())]);
        instead.into_iter().chain([before]).collect()
    }

    /// An item that is a bare word and has fields below it, or several: the word is the value of a field.
    fn named_item(self) -> Vec<Candidate> {
        let Some(own) = self.named(self.line) else { return Vec::new() };
        let indent = self.line.indent();
        let below = std::iter::successors(self.line.below(self.text), |line| line.below(self.text));
        let list = below.take_while(|line| line.is_blank() || line.indent() >= indent).take(MOVED);
        let others: Vec<_> =
            list.filter(|line| line.indent() == indent).filter_map(|line| self.named(line)).collect();
        let all: Vec<_> = [own.clone()].into_iter().chain(others).collect();
        let edit = |name: &str, (from, to, word): &Edit| (*from, *to, format!("{name}: {word}"));
        let one = |words: &[Edit], name: &str| {
            self.candidate("YAML-50", words.iter().map(|word| edit(name, word)).collect())
        };
        ["id", "name", "title"]
            .iter()
            .flat_map(|name| [one(std::slice::from_ref(&own), name), one(&all, name)])
            .collect()
    }

    /// Returns the bare word of an item that has fields below it, as it is written as a value.
    fn named(self, line: Line<'t>) -> Option<Edit> {
        let from = line.from + line.column();
        let has_fields = filled_below(self.text, line)
            .is_some_and(|below| below.key().is_some() && below.indent() == line.column());
        let word = &self.text[from..line.end().max(from)];
        if !line.is_item() || line.key().is_some() || word.is_empty() || !has_fields {
            return None;
        }
        let is_plain = word.starts_with(char::is_alphanumeric);
        Some((from, from + word.len(), if is_plain { word.to_owned() } else { quoted(word) }))
    }

    /// The name of a field without its colon, or with another sign in its place.
    fn without_colon(self) -> Option<Candidate> {
        let from = self.line.from + self.line.column();
        let words = &self.text[from..self.line.to()];
        let name = words.split([' ', '\t', '=', ';', ':']).next().unwrap_or_default();
        if !is_name(name)
            || !(self.known.is_field)(name)
            || self.line.key().is_some_and(|(key, _)| key == name)
        {
            return None;
        }
        let behind = &words[name.len()..];
        let value = behind.trim_start_matches([' ', '\t']).trim_start_matches(['=', ';', ':']).trim_start();
        let code = if behind.starts_with(':') { "YAML-24" } else { "YAML-31" };
        let (end, start) = (from + name.len(), self.line.to() - value.len());
        let sign = if value.is_empty() { ":" } else { ": " };
        Some(Candidate { code, mark: (from, end), edits: vec![(end, start, sign.to_owned())] })
    }
}
