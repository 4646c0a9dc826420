//! A file that is no application: a look, a call. In: its bytes and the type that it holds. Out: `Part`,
//! with the same faults at the same places as an application's.

use serde::de::DeserializeOwned;

use super::reader::{Reader, Reading};
use super::{Input, files, once, rename};
use crate::diagnostic::{Findings, Place, Span, Step};
use crate::lang::Lang;
use crate::source::{Node, Sources};

/// A file as read.
#[derive(Clone, Debug, Default)]
pub struct Part<T> {
    /// What it says; what could not be read is marked so.
    pub value: T,
    tree: Node,
}

impl<T> Part<T> {
    /// Returns where a place is in the file: the value, or the nearest one above it that exists.
    pub fn span_of(&self, place: &Place) -> Span {
        self.tree.span_of(place, |_, _| false)
    }

    /// Returns where the key of a place stands; `None` when the file does not have it.
    pub fn key_span(&self, place: &Place) -> Option<Span> {
        let mut node = &self.tree;
        let mut span = None;
        for step in place.steps() {
            let Step::Key(name) = step else { return None };
            let entry = node.entry(name, |_, _| false)?;
            (node, span) = (&entry.node, Some(entry.span));
        }
        span
    }
}

/// Reads a file and adds it to `sources`; an empty one says nothing.
pub fn part<T: DeserializeOwned + Default>(
    input: Input,
    sources: &mut Sources,
    findings: &mut Findings,
    lang: Lang,
) -> Part<T> {
    let mut told = Findings::default();
    let read = files::read(input, sources, &mut told, lang);
    let Some(mut tree) = read.root else {
        findings.append(once(told));
        return Part {
            value: T::default(),
            tree: Node { span: Span { file: read.file, from: 0, to: 0 }, ..Node::default() },
        };
    };
    let reading = Reading::new(lang, read.torn, sources);
    let value = T::deserialize(Reader::root(&reading, Some(&tree))).unwrap_or_default();
    let (more, renamed) = reading.finish();
    told.append(more);
    rename(&mut tree, &renamed);
    findings.append(once(told));
    Part { value, tree }
}
