//! One value on the way from a tree to a model. In: a node. Out: `Reader`, which knows its place and tells its faults.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::error::Error;
use super::faults::fault;
use super::keys::Keys;
use super::left_out::LeftOut;
use crate::described::{Entry as _, Member};
use crate::diagnostic::{Diagnostic, Findings, Level, Place, Span};
use crate::lang::Lang;
use crate::model::Application;
use crate::source::{Entry, Node, Sources, Value};
use crate::words::{is_unwritten, is_value_left};
use crate::yaml::{Reach, Torn, kind, shown};

/// How long a value may be that holds a place only.
const LONGEST: usize = 200;

/// What one reading of a tree gathers.
pub(super) struct Reading<'s> {
    /// What was left out; what stands around it may lack fields through no fault.
    torn: Vec<Torn>,
    sources: &'s Sources,
    pub(super) findings: RefCell<Findings>,
    meant: RefCell<Meant>,
    /// The language of most keys at the top.
    pub(super) lang: Cell<Lang>,
    /// What earlier readings of the same tree failed at, and what this one does.
    pub(super) left_out: LeftOut,
}

impl<'s> Reading<'s> {
    /// Starts a reading.
    pub(super) fn new(torn: Vec<Torn>, sources: &'s Sources) -> Self {
        Self {
            torn,
            sources,
            findings: RefCell::default(),
            meant: RefCell::default(),
            lang: Cell::new(Lang::En),
            left_out: LeftOut::default(),
        }
    }

    /// Tells whether a mapping or a list may lack something that could not be read.
    pub(super) fn is_torn(&self, node: &Node) -> bool {
        self.torn.iter().any(|torn| torn.touches(node, self.sources))
    }

    /// Tells whether the value of the field whose name stands at `span` was left out whole.
    pub(super) fn is_lost(&self, span: Span) -> bool {
        self.torn.iter().any(|torn| torn.reach == Reach::Value && torn.span == span)
    }

    /// Returns what the author's file holds at a span.
    pub(super) fn text(&self, span: Span) -> Option<&'s str> {
        self.sources.file(span)?.text.get(span.from..span.to)
    }

    /// Remembers that the key at `span` means `field`.
    pub(super) fn rename(&self, span: Span, field: &'static str) {
        self.meant.borrow_mut().renamed.insert(span, field);
    }

    /// Returns what a key means: the field or the code, where that has been found out.
    pub(super) fn name_of<'k>(&self, entry: &'k Entry) -> &'k str {
        self.meant.borrow().renamed.get(&entry.span).copied().unwrap_or(&entry.key)
    }

    /// Remembers that the value at `span` is read in another shape.
    pub(super) fn reshape(&self, span: Span, value: Value) {
        self.meant.borrow_mut().reshaped.insert(span, value);
    }

    /// Returns the line and the column at which a span starts.
    pub(super) fn position(&self, span: Span) -> Option<(usize, usize)> {
        self.sources.position(span).map(|at| (at.line, at.column))
    }

    /// Returns what was found, and what stands for something else.
    pub(super) fn finish(self) -> (Findings, Meant) {
        (self.findings.into_inner(), self.meant.into_inner())
    }
}

/// What a tree says in other words than its own.
#[derive(Debug, Default)]
pub(super) struct Meant {
    /// The keys that mean a field of another name.
    pub(super) renamed: BTreeMap<Span, &'static str>,
    /// The values that were read in another shape.
    pub(super) reshaped: BTreeMap<Span, Value>,
}

/// What stands around a value.
#[derive(Clone, Copy)]
pub(super) enum Around<'a> {
    /// The items of its list.
    Items(&'a [Node]),
    /// The fields beside it.
    Entries(&'a [Entry]),
}

/// What is being read.
#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    /// A value.
    Value(&'a Node),
    /// A key that is data.
    Key(&'a Entry),
    /// Something whose fault has been told.
    Lost,
}

/// The way from the root, as a list that lives on the stack.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl Path<'_> {
    /// Returns the way as a place.
    pub(super) fn place(&self) -> Place {
        match self {
            Self::Root => Place::root(),
            Self::Key(up, key) => up.place().key(key),
            Self::Index(up, index) => up.place().index(*index),
        }
    }
}

/// The deserialiser of one value.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) what: What<'a>,
    pub(super) path: Path<'a>,
    pub(super) around: Around<'a>,
    /// The declaration of the field at which it stands, alone or in a list; none where nothing declares it.
    pub(super) member: Option<&'static Member>,
    /// Whether a wrapper asked first, which can keep the error to itself.
    pub(super) wrapped: bool,
    /// Whether the value has been told to be of the wrong kind.
    pub(super) told: bool,
}

impl<'a> Reader<'a> {
    /// Reads the root of an application.
    pub(super) fn root(reading: &'a Reading<'a>, root: Option<&'a Node>) -> Self {
        let what = root.map_or(What::Lost, What::Value);
        if let Some(Node { value: Value::Map(entries), .. }) = root {
            let keys = Keys::Described(Application::ENTITY);
            reading.lang.set(keys.lang(entries).unwrap_or(Lang::En));
        }
        let around = Around::Entries(&[]);
        Self { reading, what, path: Path::Root, around, member: None, wrapped: false, told: false }
    }

    /// Tells a fault of this value.
    pub(super) fn tell(&self, code: &'static str, values: &[(&'static str, &str)]) -> Error {
        self.tell_all(fault(code, self.span(), values))
    }

    /// Tells a fault of this value.
    pub(super) fn tell_all(&self, finding: Diagnostic) -> Error {
        self.tell_at(self.place(), finding)
    }

    /// Tells of a value of another kind than belongs here.
    pub(super) fn tell_kind(&self, code: &'static str, node: &Node) -> Error {
        self.tell_all(fault(code, self.span(), &[]).with("found", kind(&node.value)))
    }

    /// Tells whether a value says nothing yet: `…`, `[kwota]`.
    pub(super) fn is_unwritten(&self) -> bool {
        let What::Value(node) = self.what else { return false };
        let is_alone = matches!(self.around, Around::Items([_]));
        match &node.value {
            Value::Scalar { text, .. } if text.len() > LONGEST => false,
            // An item of brackets of its own: `needs: [wybierz]`.
            Value::Scalar { text, .. } => {
                is_unwritten(text) || is_alone && is_unwritten(&format!("[{text}]"))
            }
            _ => self.reading.text(node.span).is_some_and(|text| text.len() <= LONGEST && is_unwritten(text)),
        }
    }

    /// Says of a value that it is not written, where it was found to be of the wrong kind.
    fn unwritten(&self, finding: &Diagnostic) -> Option<Diagnostic> {
        let is_of_kind = finding.code.starts_with("TYPE-") && finding.level == Level::Error;
        let is_left = || match self.what {
            What::Value(Node { value: Value::Scalar { text, .. }, .. }) => {
                text.len() <= LONGEST && is_value_left(text)
            }
            _ => false,
        };
        if !is_of_kind || finding.span != Some(self.span()) || !self.is_unwritten() && !is_left() {
            return None;
        }
        let written = match self.what {
            What::Value(Node { value: Value::Scalar { text, .. }, .. }) => text,
            _ => self.reading.text(self.span()).unwrap_or_default(),
        };
        let value = shown(written.trim_matches(['"', '\'']));
        Some(fault("TYPE-42", self.span(), &[("value", &value)]))
    }

    /// Tells a fault of something inside this value.
    pub(super) fn tell_at(&self, place: Place, finding: Diagnostic) -> Error {
        let finding = self.unwritten(&finding).unwrap_or(finding);
        let gaps = if finding.level == Level::Missing { vec![place.clone()] } else { Vec::new() };
        self.reading.findings.borrow_mut().push(Diagnostic { place, gaps, ..finding });
        Error::Told
    }

    /// Returns the place of this value.
    pub(super) fn place(&self) -> Place {
        match self.what {
            What::Key(_) => self.path.place().at_key(),
            What::Value(_) | What::Lost => self.path.place(),
        }
    }

    /// Returns the bytes that stand for this value in a report.
    pub(super) fn span(&self) -> Span {
        match self.what {
            What::Value(node) => node.span_of(&Place::root(), |_, _| false),
            What::Key(entry) => entry.span,
            What::Lost => Span::default(),
        }
    }

    /// Returns the text of a single value; tells a fault for anything else.
    pub(super) fn text(&self) -> Result<&'a str, Error> {
        match self.what {
            What::Value(Node { value: Value::Scalar { text, .. }, .. }) => Ok(text),
            What::Value(node) => Err(self.tell_kind("TYPE-39", node)),
            What::Key(entry) => Ok(&entry.key),
            What::Lost => Err(Error::Told),
        }
    }
}
