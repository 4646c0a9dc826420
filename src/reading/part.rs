//! A file that is no application: a look, a call. In: its bytes and the type that it holds. Out: `ReadFile`,
//! with the same faults at the same places as an application's.

use std::cell::OnceCell;

use serde::de::DeserializeOwned;

use super::reader::{Meant, Reader, Reading};
use super::{file, once, rename};
use crate::diagnostic::{Findings, Place, Span, Step};
use crate::source::{Node, Sources};
use crate::yaml::{Input, Torn};

/// How many values of one file are left out, a reading each, before the rest of it is given up: a bound on time.
const MOST_LEFT_OUT: usize = 64;

/// How many values all readings of one file may go over, so that a long file is read less often: with one of
/// more than this many, twice.
const MOST_READ: usize = 400_000;

/// A file as read.
#[derive(Clone, Debug, Default)]
pub struct ReadFile<T> {
    /// What it says; what could not be read is marked so, or left out.
    pub value: T,
    /// The file as a tree, its fields under their canonical names.
    pub tree: Node,
}

impl<T> ReadFile<T> {
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
) -> ReadFile<T> {
    let mut told = Findings::default();
    let read = file(&input, &[], sources, &mut told);
    let Some(mut tree) = read.root else {
        findings.append(once(told));
        return ReadFile {
            value: T::default(),
            tree: Node { span: Span { file: read.file, from: 0, to: 0 }, ..Node::default() },
        };
    };
    let (value, meant) = value(&tree, &read.torn, sources, &mut told);
    rename(&mut tree, meant);
    findings.append(once(told));
    ReadFile { value, tree }
}

/// Returns what a tree says, without what cannot be read, and which keys mean another field.
fn value<T: DeserializeOwned + Default>(
    tree: &Node,
    torn: &[Torn],
    sources: &Sources,
    told: &mut Findings,
) -> (T, Meant) {
    let mut places: Option<Vec<Place>> = None;
    let most = OnceCell::new();
    let most = || *most.get_or_init(|| (MOST_READ / tree.count()).clamp(2, MOST_LEFT_OUT));
    loop {
        let mut reading = Reading::new(torn.to_vec(), sources);
        reading.left_out.places.clone_from(&places);
        let value = T::deserialize(Reader::root(&reading, Some(tree)));
        let failed = reading.left_out.failed.take();
        let (more, meant) = reading.finish();
        told.append(more);
        let Err(_) = value else { return (value.unwrap_or_default(), meant) };
        let is_first = places.is_none();
        let known = places.get_or_insert_default();
        match failed.filter(|place| known.len() < most() && !known.contains(place)) {
            Some(place) => known.push(place),
            None if is_first => {}
            None => return (T::default(), meant),
        }
    }
}
