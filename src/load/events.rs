//! Parser events to a tree. In: a draft of a file. Out: `Tree`: nodes with the author's spans, what
//! was wrong on the way, and where the parser stopped.
//!
//! A stack machine, so that no nesting overflows; the only file that knows the parser's crate.

use std::collections::{BTreeMap, HashMap};

pub(super) use granit_parser::ErrorKind;
use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use super::draft::Draft;
use super::faults::fault;
use crate::diagnostic::{Findings, Patch, Span};
use crate::lang::Lang;
use crate::source::{Entry, Node, Style, Value};

/// How deep values may be nested.
pub(super) const DEPTH: usize = 64;
/// How many values a file may have, references expanded.
pub(super) const NODES: usize = 200_000;
/// How many bytes of text references may add.
const COPIED_BYTES: usize = 16 << 20;

/// What a file holds.
pub(super) struct Tree {
    /// Its value; `None` for an empty file and for one that could not be read to its end.
    pub(super) root: Option<Node>,
    /// What was wrong, apart from syntax.
    pub(super) findings: Findings,
    /// Why reading ended early.
    pub(super) stop: Option<Stop>,
}

/// Why reading ended before the end of a file.
#[derive(Clone, Debug)]
pub(super) enum Stop {
    /// A limit; the finding is among the tree's.
    Limit,
    /// The parser cannot go on.
    Syntax {
        /// Why.
        kind: ErrorKind,
        /// The byte of the draft at which it gave up.
        at: usize,
        /// The byte after the last thing it understood.
        after: usize,
        /// The brackets that are open there, outermost first.
        brackets: Vec<usize>,
    },
}

/// Reads a draft into a tree.
pub(super) fn tree(draft: &Draft<'_>, lang: Lang) -> Tree {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let mut builder = Builder::new(draft, lang);
    for next in Parser::new_from_str_with_options(&draft.text, options) {
        match next {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or_default();
                let tag = span.tag_start().and_then(|mark| mark.byte_offset());
                if builder.event(event, range.start, range.end, tag).is_err() {
                    break;
                }
                builder.after = builder.after.max(range.end);
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or_default().min(draft.text.len());
                let at = draft.text.floor_char_boundary(at);
                if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
                    let _stopped: Done = builder.limit("YAML-05", draft.span(at, at), DEPTH);
                } else {
                    let brackets =
                        builder.open.iter().filter(|open| open.flow).map(|open| open.from).collect();
                    let after = builder.after.min(at);
                    builder.stop = Some(Stop::Syntax { kind: error.kind().clone(), at, after, brackets });
                }
                break;
            }
        }
    }
    let Builder { root, findings, stop, .. } = builder;
    Tree { root: root.filter(|_| stop.is_none()), findings, stop }
}

/// Whether to go on.
type Done = Result<(), ()>;

/// How large a value is, references expanded.
#[derive(Clone, Copy, Default)]
struct Size {
    nodes: usize,
    bytes: usize,
    height: usize,
}

struct Builder<'d> {
    draft: &'d Draft<'d>,
    lang: Lang,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    second: Option<Span>,
    marked: BTreeMap<usize, (Node, Size)>,
    names: BTreeMap<usize, String>,
    read: Size,
    copied: Size,
    after: usize,
    findings: Findings,
    stop: Option<Stop>,
}

/// A list or a mapping whose end has not come yet.
struct Open {
    from: usize,
    anchor: usize,
    flow: bool,
    size: Size,
    kind: Kind,
}

enum Kind {
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
    fn new(draft: &'d Draft<'d>, lang: Lang) -> Self {
        Self {
            draft,
            lang,
            open: Vec::new(),
            root: None,
            documents: 0,
            second: None,
            marked: BTreeMap::new(),
            names: BTreeMap::new(),
            read: Size::default(),
            copied: Size::default(),
            after: 0,
            findings: Findings::default(),
            stop: None,
        }
    }

    fn event(&mut self, event: Event<'_>, from: usize, to: usize, tag: Option<usize>) -> Done {
        if let Some(second) = self.second {
            // A closing `---` with nothing after it harms nobody.
            let empty = matches!(&event, Event::Scalar(..)) && from == to;
            if !empty && !matches!(event, Event::DocumentEnd | Event::StreamEnd) {
                self.say("YAML-02", second, &[]);
                return Err(());
            }
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.second = Some(self.draft.span(from, to));
                }
                Ok(())
            }
            Event::Scalar(text, style, anchor, resolved) => {
                if self.second.is_some() {
                    return Ok(());
                }
                let local = resolved.is_some_and(|tag| tag.is_custom());
                let node = match tag.filter(|_| local) {
                    Some(start) => self.exclamation(start, to),
                    None => self.scalar(&text, style, from, to),
                };
                self.count(1, node.span)?;
                let size = Size { nodes: 1, bytes: to - from, height: 0 };
                self.value(node, size, anchor)
            }
            Event::SequenceStart(style, anchor, _) => {
                self.start(from, anchor, style == StructureStyle::Flow, Kind::List(Vec::new()))
            }
            Event::MappingStart(style, anchor, _) => {
                let (entries, seen) = (Vec::new(), HashMap::new());
                let kind = Kind::Map { entries, seen, key: None, merged: Vec::new() };
                self.start(from, anchor, style == StructureStyle::Flow, kind)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(to),
            Event::Anchor(id, name) => {
                self.names.insert(id, name.into_owned());
                Ok(())
            }
            Event::Alias(id) => self.alias(id, from, to),
            Event::UnresolvedAlias(name) => {
                let span = self.draft.span(from, to);
                let text = format!("*{name}");
                let mut finding = fault(self.lang, "YAML-08", span, &[("name", &name)]);
                finding.patch = Some(Patch { span, text: super::repair::quoted(&text) });
                self.findings.push(finding);
                let size = Size { nodes: 1, bytes: text.len(), height: 0 };
                self.value(Node { span, value: Value::Scalar { text, style: Style::Quoted } }, size, 0)
            }
            _ => Ok(()),
        }
    }

    fn scalar(&self, text: &str, style: ScalarStyle, from: usize, to: usize) -> Node {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        };
        let source = self.draft.text.get(from..to).unwrap_or_default();
        // The parser says `~` for what is not there, and ends a block at the next token.
        let text = if source.is_empty() && style == Style::Plain { "" } else { text };
        let to = if style == Style::Block { from + source.trim_end().len() } else { to };
        Node { span: self.draft.span(from, to), value: Value::Scalar { text: text.to_owned(), style } }
    }

    /// Takes a text that opens with `!` for the text it is; YAML would take its first word for a type.
    fn exclamation(&mut self, from: usize, to: usize) -> Node {
        let text = self.draft.text.get(from..to).unwrap_or_default().trim_end().to_owned();
        let span = self.draft.span(from, from + text.len());
        let mut finding = fault(self.lang, "YAML-14", span, &[]);
        finding.patch = Some(Patch { span, text: super::repair::quoted(&text) });
        self.findings.push(finding);
        Node { span, value: Value::Scalar { text, style: Style::Quoted } }
    }

    fn start(&mut self, from: usize, anchor: usize, flow: bool, kind: Kind) -> Done {
        if self.second.is_some() {
            return Ok(());
        }
        if self.open.len() >= DEPTH {
            return self.limit("YAML-05", self.draft.span(from, from), DEPTH);
        }
        self.count(1, self.draft.span(from, from))?;
        self.open.push(Open { from, anchor, flow, size: Size { nodes: 1, bytes: 0, height: 1 }, kind });
        Ok(())
    }

    fn end(&mut self, to: usize) -> Done {
        let Some(Open { from, anchor, size, kind, .. }) = self.open.pop() else { return Ok(()) };
        let span = self.draft.span(from, to);
        let value = match kind {
            Kind::List(items) => Value::List(items),
            Kind::Map { mut entries, mut seen, merged, .. } => {
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

    fn alias(&mut self, id: usize, from: usize, to: usize) -> Done {
        let Some((_, size)) = self.marked.get(&id) else {
            let name = self.names.get(&id).cloned().unwrap_or_default();
            self.say("YAML-09", self.draft.span(from, to), &[("name", &name)]);
            return self.value(Node::default(), Size { nodes: 1, bytes: 0, height: 0 }, 0);
        };
        let (size, span) = (*size, self.draft.span(from, to));
        self.copied.bytes += size.bytes;
        if self.copied.bytes > COPIED_BYTES {
            return self.limit("YAML-06", span, NODES);
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
    fn value(&mut self, node: Node, size: Size, anchor: usize) -> Done {
        if anchor > 0 {
            self.copied.nodes += size.nodes;
            if self.copied.nodes > NODES {
                return self.limit("YAML-06", node.span, NODES);
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
            Kind::List(items) => items.push(node),
            Kind::Map { key: None, .. } => self.key(node),
            Kind::Map { key, .. } => {
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
                let kind = super::values::kind(&other, self.lang);
                self.say("YAML-10", node.span, &[("kind", &kind)]);
                (None, false)
            }
        };
        if let Some(Open { kind: Kind::Map { key, .. }, .. }) = self.open.last_mut() {
            *key = Some(Key { word, span: node.span, plain });
        }
    }

    fn entry(&mut self, Key { word, span, plain }: Key, node: Node) {
        let Some(Open { kind: Kind::Map { entries, seen, merged, .. }, .. }) = self.open.last_mut() else {
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
        if self.read.nodes > NODES { self.limit("YAML-06", span, NODES) } else { Ok(()) }
    }

    fn limit(&mut self, code: &str, span: Span, limit: usize) -> Done {
        self.say(code, span, &[("limit", &limit.to_string())]);
        self.stop = Some(Stop::Limit);
        Err(())
    }

    fn say(&mut self, code: &str, span: Span, values: &[(&str, &str)]) {
        self.findings.push(fault(self.lang, code, span, values));
    }
}
