//! Files that make one application, put together. In: what each file holds. Out: one tree in the
//! canonical shape at its top: sections under their English names, `needs`, `groups` and `evidence`
//! inside `diagnosis`.

use super::faults::fault;
use super::paths;
use crate::described::Entry as _;
use crate::diagnostic::{Diagnostic, Findings, Place, Span};
use crate::model::{Application, Call, Diagnosis};
use crate::reading::{Keys, listed, mistyped};
use crate::source::{Entry, Node, Sources, Value};
use crate::words::nearest;
use crate::yaml::{Reach, Read, Torn};

/// A file of a folder that is no part of the application: the look.
const LOOK: &str = "style";

/// Fields that only a call's own file has: one of them tells it from a part of the application.
const OF_CALL_FILES: [&str; 11] = [
    "extends",
    "levels",
    "numbers",
    "form",
    "criteria",
    "indicators_required",
    "agreement_elements",
    "annexes_required",
    "marks",
    "gender_points",
    "indirect_bands",
];

/// The tree that the files make together.
pub(super) struct Whole {
    root: Node,
    /// Stretches that could not be read.
    pub(super) torn: Vec<Torn>,
}

/// How a part joins what is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// As the application's own: each section once.
    Own,
    /// As a shared library: lists are joined, mappings by key, and the application's own stands.
    Shared,
}

impl Whole {
    /// Starts with nothing; `start` is where the application's first file begins.
    pub(super) fn new(start: Span) -> Self {
        Self { root: Node { span: start, value: Value::Map(Vec::new()) }, torn: Vec::new() }
    }

    /// Returns the tree.
    pub(super) fn finish(self) -> (Node, Vec<Torn>) {
        (self.root, self.torn)
    }

    /// Marks that sections may be absent through no fault of the author's.
    pub(super) fn tear(&mut self) {
        self.torn
            .push(Torn { span: Span { to: self.root.span.from, ..self.root.span }, reach: Reach::Line(0) });
    }

    /// Returns the paths that the application's own files use.
    pub(super) fn used(&self) -> Vec<(String, Span)> {
        let used = self.root.entry("use", |_, _| false);
        used.map_or_else(Vec::new, |entry| paths::paths(&entry.node))
    }

    /// Returns the path under `call/file`, of a file that is no part of the application.
    pub(super) fn call_file(&self) -> Option<String> {
        let same = |written: &str, field: &str| Keys::Described(Call::ENTITY).field(written) == Some(field);
        let file = self.root.entry("call", same)?.node.entry("file", same)?;
        let Value::Scalar { text, .. } = &file.node.value else { return None };
        paths::path("", text.trim())
    }

    /// Adds a file that holds sections by their names.
    pub(super) fn document(&mut self, read: Read, join: Join, sources: &Sources, findings: &mut Findings) {
        let Read { root, torn, file } = read;
        let unread = !torn.is_empty() && root.is_none();
        self.torn.extend(torn);
        if unread {
            self.tear();
            return;
        }
        let start = Span { file, from: 0, to: 0 };
        match root {
            Some(Node { value: Value::Map(entries), span }) => {
                if join == Join::Own && self.root.span.to == self.root.span.from {
                    self.root.span = span;
                }
                for entry in entries {
                    self.entry(entry, join, sources, findings);
                }
            }
            Some(node) if join == Join::Own || !node.is_null() => {
                let name = &sources.files[file].name;
                findings.push(fault("YAML-11", Span { file, ..node.span }, &[("file", name)]));
                self.tear();
            }
            _ => {
                let name = &sources.files[file].name;
                findings.push(fault("YAML-11", start, &[("file", name)]));
                self.tear();
            }
        }
    }

    /// Adds a file that is named after the section it holds.
    pub(super) fn part(&mut self, read: Read, sources: &Sources, findings: &mut Findings) {
        let name = &sources.files[read.file].name;
        let stem = stem(name);
        let map = |root: &Option<Node>| root.as_ref().is_some_and(|node| matches!(node.value, Value::Map(_)));
        let may_be_called = stem == "call" || section(stem).is_none();
        if stem == LOOK {
            return;
        }
        if may_be_called && has(&read.root, |key| OF_CALL_FILES.contains(&key)) {
            // Where a file is named, the others are those that it extends.
            if self.call_file().is_none() {
                let span = Span { file: read.file, from: 0, to: 0 };
                findings.push(fault("KEY-15", span, &[("file", name), ("stem", stem)]));
            }
            return;
        }
        let found = section(stem).or_else(|| {
            let found = nearest(stem, known_words());
            let fields = found.map_or_else(
                || listed(lifted().chain(["partners", "actions", "budget"]), 8),
                |section| format!("`{section}`"),
            );
            let span = Span { file: read.file, from: 0, to: 0 };
            findings.push(fault("KEY-07", span, &[("file", name), ("fields", &fields)]));
            found
        });
        let Some(section) = found else { return self.tear() };
        if map(&read.root) && has(&read.root, |key| self::section(key) == Some(section)) {
            return self.document(read, Join::Own, sources, findings);
        }
        let span = Span { file: read.file, from: 0, to: 0 };
        self.torn.extend(read.torn.iter().copied());
        match read.root {
            Some(node) => {
                let entry = Entry { key: section.to_owned(), span, node };
                self.entry(entry, Join::Own, sources, findings);
            }
            None if read.torn.is_empty() => {}
            None => self.tear(),
        }
    }

    fn entry(&mut self, entry: Entry, join: Join, sources: &Sources, findings: &mut Findings) {
        let mut entry = entry;
        let mut found = section(&entry.key);
        if found.is_none() {
            // A slip in the name of a section of the diagnosis is seen here, all others where fields are.
            found = nearest(&entry.key, known_words()).filter(|section| is_lifted(section));
            if let Some(section) = found {
                let place = Place::root().key(&entry.key).at_key();
                findings.push(Diagnostic { place, ..mistyped(&entry, section) });
            }
        }
        let place = Place::root();
        let Value::Map(top) = &mut self.root.value else { return };
        let Some(section) = found else {
            top.push(entry);
            return;
        };
        entry.key = section.to_owned();
        if section == "diagnosis" {
            name_fields(&mut entry.node);
        }
        let join = &mut Joining { join, sources, findings };
        if !is_lifted(section) {
            return join.put(top, entry, &place);
        }
        if !top.iter().any(|entry| entry.key == "diagnosis") {
            let node = Node { span: entry.span, value: Value::Map(Vec::new()) };
            top.push(Entry { key: "diagnosis".to_owned(), span: entry.span, node });
        }
        let diagnosis = top.iter_mut().find(|entry| entry.key == "diagnosis");
        let Some(Entry { node, .. }) = diagnosis else { return };
        if node.is_null() {
            node.value = Value::Map(Vec::new());
        }
        match &mut node.value {
            Value::Map(inner) => join.put(inner, entry, &place.key("diagnosis")),
            // A diagnosis that is no mapping is told of where it is read.
            Value::List(_) | Value::Scalar { .. } => {}
        }
    }
}

/// What joining two trees needs.
struct Joining<'a> {
    join: Join,
    sources: &'a Sources,
    findings: &'a mut Findings,
}

impl Joining<'_> {
    fn put(&mut self, into: &mut Vec<Entry>, entry: Entry, place: &Place) {
        let Some(known) = into.iter_mut().find(|known| known.key == entry.key) else {
            return into.push(entry);
        };
        if known.node.is_null() {
            known.node = entry.node;
            return;
        }
        if entry.node.is_null() {
            return;
        }
        let both_diagnosis = entry.key == "diagnosis";
        match (&mut known.node.value, entry.node.value) {
            (Value::List(items), Value::List(more)) if self.join == Join::Shared => items.extend(more),
            (Value::Map(fields), Value::Map(more)) if self.join == Join::Shared || both_diagnosis => {
                let place = place.key(&entry.key);
                for entry in more {
                    self.put(fields, entry, &place);
                }
            }
            (known_value, value) => {
                let code = if self.join == Join::Own { "KEY-05" } else { "KEY-06" };
                if self.join == Join::Shared && same(known_value, &value) {
                    return;
                }
                let first = self.where_is(known.span);
                let values = [("key", entry.key.as_str()), ("first", first.as_str())];
                let mut finding = fault(code, entry.span, &values);
                finding.place = place.key(&entry.key);
                self.findings.push(finding);
            }
        }
    }

    fn where_is(&self, span: Span) -> String {
        let name = self.sources.file(span).map_or("", |source| source.name.as_str());
        let line = self.sources.position(span).map_or(1, |position| position.line);
        format!("{name}:{line}")
    }
}

/// Tells whether two values say the same, wherever they stand.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Scalar { text: one, .. }, Value::Scalar { text: other, .. }) => one == other,
        _ => one == other,
    }
}

/// Gives the fields of a diagnosis their canonical names.
fn name_fields(node: &mut Node) {
    let Value::Map(entries) = &mut node.value else { return };
    for at in 0..entries.len() {
        let Some(field) = Keys::Described(Diagnosis::ENTITY).field(&entries[at].key) else { continue };
        // A field written twice under two names is told of where fields are read.
        if entries.iter().all(|entry| entry.key != field) {
            entries[at].key = field.to_owned();
        }
    }
}

fn has(root: &Option<Node>, is: impl Fn(&str) -> bool) -> bool {
    match root {
        Some(Node { value: Value::Map(entries), .. }) => entries.iter().any(|entry| is(&entry.key)),
        _ => false,
    }
}

/// Returns the parts of the diagnosis that may stand at the top.
fn lifted() -> impl Iterator<Item = &'static str> {
    Diagnosis::ENTITY.lifted().map(|member| member.key)
}

fn is_lifted(section: &str) -> bool {
    lifted().any(|key| key == section)
}

/// Tells whether a file of this name holds a part of an application.
pub fn is_part(stem: &str) -> bool {
    section(stem).is_some()
}

/// Returns the section that a key or the name of a part file stands for.
pub(super) fn section(key: &str) -> Option<&'static str> {
    let lifted = || Keys::Described(Diagnosis::ENTITY).field(key).filter(|field| is_lifted(field));
    Keys::Described(Application::ENTITY).field(key).or_else(lifted)
}

fn known_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = Application::ENTITY.members.iter().chain(Diagnosis::ENTITY.lifted());
    all.flat_map(|member| member.keys().map(move |word| (word, member.key)))
}

/// Returns the name of a file without folders, number and ending: `10-needs.yaml` holds `needs`.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    match stem.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start_matches(['-', '_', ' '])
    {
        "" => stem,
        named => named,
    }
}
