//! One file read by itself, to see whether it is better with a mend than without. In: its text, what part of the
//! application it is. Out: `Outcome`: what is wrong with its form and what it says.

use super::parts::{Join, Whole};
use super::variants::{Variant, choose};
use crate::diagnostic::{Diagnostic, Findings, Level, Span};
use crate::lang::Lang;
use crate::model::Application;
use crate::reading;
use crate::source::{Entry, Node, Source, Sources, Value};
use crate::yaml::{Edit, Input};

/// What a file is to its application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The single file, or the folder's `pakt.yaml`.
    First,
    /// A file named after the section that it holds.
    Part,
    /// A file that `use:` names.
    Shared,
}

/// A file as read by itself, with these edits in the author's text.
pub(super) struct Outcome {
    pub(super) source: Source,
    tree: Node,
    /// What is wrong with it, from the top.
    pub(super) faults: Vec<Diagnostic>,
}

/// Reads a file; `None` where what is told of its YAML is not `wanted`, so that there is no use in the rest.
pub(super) fn read(
    name: &str,
    text: &str,
    role: Role,
    wanted: impl FnOnce(&[Diagnostic]) -> bool,
) -> Option<Outcome> {
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let mut whole = Whole::new(Span::default());
    let input = Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let read = reading::file(&input, &[], &mut sources, &mut findings);
    if !wanted(&findings.0) {
        return None;
    }
    match role {
        Role::First => whole.document(read, Join::Own, &sources, &mut findings),
        Role::Part => whole.part(read, &sources, &mut findings),
        Role::Shared => whole.document(read, Join::Shared, &sources, &mut findings),
    }
    let (mut tree, torn) = whole.finish();
    choose(&mut tree, &Variant::default(), &mut findings);
    let _read: Application = reading::whole(&mut tree, torn, &sources, &mut findings);
    let mut faults = reading::once(findings).0;
    for fault in &mut faults {
        fault.span = fault.span.or_else(|| Some(tree.span_of(&fault.place, |_, _| false)));
    }
    faults.sort_by_key(|fault| (fault.span, fault.code));
    Some(Outcome { source: sources.files.swap_remove(0), tree, faults })
}

/// A fault as it is found again in another reading: its code, its line in the author's file, the words that it is about
/// and how many lines it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) code: &'static str,
    line: usize,
    words: String,
    count: usize,
    level: Level,
}

impl Seen {
    /// Returns what is seen of a fault in a file at a line of the author's.
    pub(super) fn of(fault: &Diagnostic, text: &str, line: usize) -> Self {
        let spreads = matches!(fault.code, "YAML-16" | "YAML-32" | "YAML-33" | "YAML-41");
        let count = fault.values.iter().find(|(name, _)| *name == "count").filter(|_| spreads);
        let count = count.map_or(0, |(_, value)| value.say(Lang::En).parse().unwrap_or(0));
        let span = fault.span.unwrap_or_default();
        // What is wrong with YAML is told at a sign that a mend may move.
        let words = text.get(span.from..span.to).filter(|_| !fault.code.starts_with("YAML-"));
        let words = words.and_then(|words| words.lines().next()).unwrap_or_default().to_owned();
        Self { code: fault.code, line, words, count, level: fault.level }
    }

    /// Tells whether this is a fault that was there before, or what is left of it.
    fn is_left_of(&self, before: &Self) -> bool {
        let is_same = self.code == before.code && self.words == before.words;
        is_same && (self.line == before.line || self.count > 0 && self.count < before.count)
    }
}

/// Tells whether a file is better for its edits: fewer faults, and no new one.
pub(super) fn is_better(after: &[Seen], before: &[Seen]) -> bool {
    let mut gone = before.to_vec();
    let (mut fewer, mut has_new) = (false, false);
    for fault in after {
        match gone.iter().position(|other| fault.is_left_of(other)) {
            Some(at) => fewer |= gone.swap_remove(at).count > fault.count,
            None if fault.level >= Level::Missing => return false,
            None => has_new = true,
        }
    }
    fewer || gone.iter().any(|fault| fault.level >= Level::Missing) || !gone.is_empty() && !has_new
}

/// Tells whether something is wrong or missing that was not so before.
pub(super) fn has_new(after: &[Seen], before: &[Seen]) -> bool {
    let is_known = |fault: &Seen| before.iter().any(|other| fault.is_left_of(other));
    after.iter().any(|fault| fault.level >= Level::Missing && !is_known(fault))
}

/// Returns faults of a `text` as they are found again, the author's `source` having been edited so.
pub(super) fn seen(faults: &[Diagnostic], text: &str, source: &Source, edits: &[Edit]) -> Vec<Seen> {
    let told = faults.iter().filter(|fault| fault.level >= Level::Warning && fault.code != "YAML-01");
    let line =
        |fault: &Diagnostic| source.position(original(edits, fault.span.unwrap_or_default().from)).line;
    told.map(|fault| Seen::of(fault, text, line(fault))).collect()
}

impl Outcome {
    /// Returns its faults as they are found again, the author's `source` having been edited so.
    pub(super) fn seen(&self, source: &Source, edits: &[Edit]) -> Vec<Seen> {
        seen(&self.faults, &self.source.text, source, edits)
    }

    /// Returns the line of a fault, counted from 1.
    pub(super) fn line(&self, fault: &Diagnostic) -> usize {
        self.source.position(fault.span.unwrap_or_default().from).line
    }

    /// Returns how much is wrong or missing.
    pub(super) fn errors(&self) -> usize {
        self.faults.iter().filter(|fault| fault.level >= Level::Missing).count()
    }

    /// Tells whether nothing is wrong with its YAML.
    pub(super) fn is_clean(&self) -> bool {
        self.faults.iter().all(|fault| fault.level < Level::Error || !fault.code.starts_with("YAML-"))
    }

    /// Tells whether another reading says the same.
    pub(super) fn says_same(&self, other: &Self) -> bool {
        same(&self.tree, &other.tree)
    }

    /// Returns how many fields and single values the file has.
    pub(super) fn parts(&self) -> usize {
        let mut parts = 0;
        let mut left = vec![&self.tree];
        while let Some(node) = left.pop() {
            match &node.value {
                Value::Map(entries) => {
                    parts += entries.len();
                    left.extend(entries.iter().map(|entry| &entry.node));
                }
                Value::List(items) => left.extend(items),
                Value::Scalar { .. } => parts += 1,
            }
        }
        parts
    }

    /// Returns the field that stands at a line, and the one in which it stands, as they are written.
    pub(super) fn field_at(&self, line: usize) -> Option<(&str, Option<&str>)> {
        let mut left: Vec<(&Node, Option<&Entry>)> = vec![(&self.tree, None)];
        let word_of = |entry: &Entry| {
            self.source.text.get(entry.span.from..entry.span.to).filter(|word| !word.is_empty())
        };
        while let Some((node, above)) = left.pop() {
            match &node.value {
                Value::Map(entries) => {
                    for entry in entries {
                        let is_here = self.source.position(entry.span.from).line == line;
                        if let Some(word) = word_of(entry).filter(|_| is_here) {
                            return Some((word, above.and_then(word_of)));
                        }
                        left.push((&entry.node, Some(entry)));
                    }
                }
                Value::List(items) => left.extend(items.iter().map(|item| (item, above))),
                Value::Scalar { .. } => {}
            }
        }
        None
    }
}

/// Returns where a byte of the edited text stood before.
pub(super) fn original(edits: &[Edit], byte: usize) -> usize {
    // What was put in before the byte, and what was taken out.
    let (mut put, mut taken) = (0, 0);
    for (from, to, text) in edits {
        let start = from + put - taken;
        if byte < start {
            break;
        }
        if byte < start + text.len() {
            return *from;
        }
        put += text.len();
        taken += to - from;
    }
    (byte + taken).saturating_sub(put)
}

/// Tells whether two trees say the same, wherever it stands. Not recursive: trees are as deep as files are.
fn same(one: &Node, other: &Node) -> bool {
    let mut left = vec![(one, other)];
    while let Some((one, other)) = left.pop() {
        match (&one.value, &other.value) {
            (Value::Scalar { text, .. }, Value::Scalar { text: second, .. }) if text == second => {}
            (Value::List(items), Value::List(others)) if items.len() == others.len() => {
                left.extend(items.iter().zip(others));
            }
            (Value::Map(entries), Value::Map(others)) if entries.len() == others.len() => {
                for (entry, second) in entries.iter().zip(others) {
                    if entry.key != second.key {
                        return false;
                    }
                    left.push((&entry.node, &second.node));
                }
            }
            _ => return false,
        }
    }
    true
}
