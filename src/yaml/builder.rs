//! A tree from its parts as they come, within limits. In: starts, ends and scalars. Out: `Node`.

use std::collections::{BTreeMap, HashMap};

use super::draft::Draft;
use super::faults::{fault, kind};
use super::tree::{Stop, Tree};
use crate::diagnostic::{Findings, Span};
use crate::source::{Entry, Node, Style, Value};

/// How deep values may be nested.
pub(super) const DEPTH: usize = 64;
/// How many values the files of an application may have together, references expanded.
pub const MOST_VALUES: usize = 200_000;
/// How many bytes of text references may add.
const COPIED_BYTES: usize = 16 << 20;

/// Whether to go on.
pub(super) type Done = Result<(), ()>;

/// How large a value is, references expanded.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    pub(super) nodes: usize,
    pub(super) bytes: usize,
    pub(super) height: usize,
}

/// The name of a marked value.
pub(super) struct Name {
    pub(super) name: String,
    /// The mark with a plain text behind it.
    pub(super) text: Option<Span>,
    pub(super) used: bool,
}

/// A tree that grows.
pub(super) struct Builder<'d> {
    pub(super) draft: &'d Draft<'d>,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    /// Where a second document starts, of which nothing has come yet.
    second: Option<Span>,
    pub(super) marked: BTreeMap<usize, (Node, Size)>,
    /// The names of marked values, where they are marked, and whether they were referred to.
    pub(super) names: BTreeMap<usize, Name>,
    read: Size,
    copied: Size,
    pub(super) findings: Findings,
    stop: Option<Stop>,
}

/// A list or a mapping whose end has not come yet.
struct Open {
    from: usize,
    anchor: usize,
    flow: bool,
    size: Size,
    kind: Collection,
}

enum Collection {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, seen: HashMap<String, usize>, key: Option<Key>, merged: Vec<Node> },
}

/// A key whose value has not come yet; `None` for one that is no word.
struct Key {
    word: Option<String>,
    span: Span,
    plain: bool,
}

impl<'d> Builder<'d> {
    pub(super) fn new(draft: &'d Draft<'d>) -> Self {
        Self {
            draft,
            open: Vec::new(),
            root: None,
            documents: 0,
            second: None,
            marked: BTreeMap::new(),
            names: BTreeMap::new(),
            read: Size::default(),
            copied: Size::default(),
            findings: Findings::default(),
            stop: None,
        }
    }

    /// Returns the tree and what was found.
    pub(super) fn finish(mut self) -> Tree {
        self.unused();
        let Self { root, findings, stop, .. } = self;
        Tree { root: root.filter(|_| stop.is_none()), findings, stop }
    }

    /// Ends the reading early.
    pub(super) fn stop(&mut self, stop: Stop) {
        self.stop = Some(stop);
    }

    /// Ends the reading, for values are nested too deeply.
    pub(super) fn too_deep(&mut self, at: usize) {
        let _stopped: Done = self.limit("YAML-05", self.draft.span(at, at), DEPTH);
    }

    /// Returns where the brackets stand that are open now, outermost first.
    pub(super) fn brackets(&self) -> Vec<usize> {
        self.open.iter().filter(|open| open.flow).map(|open| open.from).collect()
    }

    /// Returns where the key stands whose value has not come yet.
    pub(super) fn key_awaiting(&self) -> Option<Span> {
        match &self.open.last()?.kind {
            Collection::Map { key, .. } => key.as_ref().map(|key| key.span),
            Collection::List(_) => None,
        }
    }

    /// Starts a document; only the first is read.
    pub(super) fn document(&mut self, from: usize, to: usize) -> Done {
        self.one_document()?;
        self.documents += 1;
        if self.documents > 1 {
            self.second = Some(self.draft.span(from, to));
        }
        Ok(())
    }

    /// Ends the reading when a second document holds something.
    pub(super) fn one_document(&mut self) -> Done {
        let Some(second) = self.second else { return Ok(()) };
        self.say("YAML-02", second, &[]);
        Err(())
    }

    /// Takes a scalar.
    pub(super) fn scalar(&mut self, node: Node, is_empty: bool, anchor: usize) -> Done {
        // A closing `---` with nothing after it harms nobody.
        if is_empty && self.second.is_some() {
            return Ok(());
        }
        self.one_document()?;
        self.count(1, node.span)?;
        self.hash(&node);
        let size = Size { nodes: 1, bytes: node.span.to - node.span.from, height: 0 };
        self.value(node, size, anchor)
    }

    /// Starts a list.
    pub(super) fn start_list(&mut self, from: usize, anchor: usize, flow: bool) -> Done {
        self.start(from, anchor, flow, Collection::List(Vec::new()))
    }

    /// Starts a mapping.
    pub(super) fn start_map(&mut self, from: usize, anchor: usize, flow: bool) -> Done {
        let (entries, seen) = (Vec::new(), HashMap::new());
        self.start(from, anchor, flow, Collection::Map { entries, seen, key: None, merged: Vec::new() })
    }

    fn start(&mut self, from: usize, anchor: usize, flow: bool, kind: Collection) -> Done {
        self.one_document()?;
        if self.open.len() >= DEPTH {
            return self.limit("YAML-05", self.draft.span(from, from), DEPTH);
        }
        self.count(1, self.draft.span(from, from))?;
        let size = Size { nodes: 1, bytes: 0, height: 1 };
        self.open.push(Open { from, anchor, flow, size, kind });
        Ok(())
    }

    /// Ends the innermost list or mapping.
    pub(super) fn end(&mut self, to: usize) -> Done {
        let Some(Open { from, anchor, size, kind, .. }) = self.open.pop() else { return Ok(()) };
        let span = self.draft.span(from, to);
        let value = match kind {
            Collection::List(items) => Value::List(items),
            Collection::Map { mut entries, mut seen, merged, .. } => {
                for node in merged {
                    let Value::Map(more) = node.value else { continue };
                    for entry in more {
                        if !seen.contains_key(&entry.key) {
                            seen.insert(entry.key.clone(), entries.len());
                            entries.push(entry);
                        }
                    }
                }
                Value::Map(entries)
            }
        };
        self.value(Node { span, value }, size, anchor)
    }

    /// Takes a reference.
    pub(super) fn alias(&mut self, id: usize, from: usize, to: usize) -> Done {
        self.one_document()?;
        if let Some(name) = self.names.get_mut(&id) {
            name.used = true;
        }
        let Some((_, size)) = self.marked.get(&id) else {
            let name = self.names.get(&id).map_or_else(String::new, |name| name.name.clone());
            self.say("YAML-09", self.draft.span(from, to), &[("name", &name)]);
            return self.value(Node::default(), Size { nodes: 1, bytes: 0, height: 0 }, 0);
        };
        let (size, span) = (*size, self.draft.span(from, to));
        self.copied.bytes += size.bytes;
        if self.copied.bytes > COPIED_BYTES {
            return self.too_many(span);
        }
        self.count(size.nodes, span)?;
        if self.open.len() + size.height > DEPTH {
            return self.limit("YAML-05", span, DEPTH);
        }
        match self.marked.get(&id) {
            Some((node, _)) => self.value(node.clone(), size, 0),
            None => Ok(()),
        }
    }

    /// Puts a finished value where it belongs: into the innermost open list or mapping.
    pub(super) fn value(&mut self, node: Node, size: Size, anchor: usize) -> Done {
        if anchor > 0 {
            self.copied.nodes += size.nodes;
            if self.copied.nodes > MOST_VALUES {
                return self.too_many(node.span);
            }
            self.marked.insert(anchor, (node.clone(), size));
        }
        let Some(Open { size: outer, kind, .. }) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        outer.nodes += size.nodes;
        outer.bytes += size.bytes;
        outer.height = outer.height.max(size.height + 1);
        match kind {
            Collection::List(items) => items.push(node),
            Collection::Map { key: None, .. } => self.key(node),
            Collection::Map { key, .. } => {
                let key = key.take();
                if let Some(key) = key {
                    self.entry(key, node);
                }
            }
        }
        Ok(())
    }

    fn key(&mut self, node: Node) {
        let (word, plain) = match node.value {
            Value::Scalar { text, style } if !text.is_empty() => (Some(text), style == Style::Plain),
            other => {
                let found = fault("YAML-10", node.span, &[]).with("kind", kind(&other));
                self.findings.push(found);
                (None, false)
            }
        };
        if let Some(Open { kind: Collection::Map { key, .. }, .. }) = self.open.last_mut() {
            *key = Some(Key { word, span: node.span, plain });
        }
    }

    fn entry(&mut self, Key { word, span, plain }: Key, node: Node) {
        let Some(Open { kind: Collection::Map { entries, seen, merged, .. }, .. }) = self.open.last_mut()
        else {
            return;
        };
        let Some(word) = word else { return };
        if plain && word == "<<" {
            let all = match node.value {
                Value::List(items) => items,
                _ => vec![node],
            };
            let (maps, others): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|node| matches!(node.value, Value::Map(_)));
            merged.extend(maps);
            if !others.is_empty() {
                self.say("YAML-12", span, &[]);
            }
            return;
        }
        if let Some(first) = seen.get(&word).and_then(|index| entries.get(*index)) {
            let line = self.draft.line(first.span).to_string();
            self.say("YAML-07", span, &[("key", &word), ("line", &line)]);
            return;
        }
        seen.insert(word.clone(), entries.len());
        entries.push(Entry { key: word, span, node });
    }

    /// Counts values as they come; references count in full.
    fn count(&mut self, nodes: usize, span: Span) -> Done {
        self.read.nodes += nodes;
        if self.read.nodes > self.draft.most { self.too_many(span) } else { Ok(()) }
    }

    /// Ends the reading, for there are too many values; references are blamed where there are some.
    fn too_many(&mut self, span: Span) -> Done {
        let (what, help) = match self.names.values().any(|name| name.used) {
            true => (
                [
                    "po rozwinięciu odwołań `*` wniosek ma",
                    "with its `*` references expanded the application has",
                ],
                [
                    "usuń odwołania, które powielają duże fragmenty",
                    "remove references that repeat large parts",
                ],
            ),
            false => (
                ["wniosek ma", "the application has"],
                ["usuń z niego dane, których nie potrzebuje", "remove data that it does not need"],
            ),
        };
        let found = fault("YAML-06", span, &[]).with("what", what).with("limit", MOST_VALUES);
        self.findings.push(found.with("help", help));
        self.stop = Some(Stop::Limit);
        Err(())
    }

    fn limit(&mut self, code: &'static str, span: Span, limit: usize) -> Done {
        self.say(code, span, &[("limit", &limit.to_string())]);
        self.stop = Some(Stop::Limit);
        Err(())
    }

    fn say(&mut self, code: &'static str, span: Span, values: &[(&'static str, &str)]) {
        self.findings.push(fault(code, span, values));
    }
}
