//! A tree to a model. In: a tree and the type that it is to be. Out: the value, every fault told at its place.
//!
//! Keys are taken as people write them (`keys`), values as they mean them (`values`); what could not be read is
//! `Field::Unreadable`, never missing.

mod codes;
mod dates;
mod deserializer;
mod error;
mod faults;
mod fields;
mod keys;
mod left_out;
mod levels;
mod lists;
mod part;
mod reader;
mod shapes;
mod values;

pub use codes::OWN;
pub use deserializer::STATED;
pub use faults::{owner, told, words};
pub use keys::{Keys, listed, mistyped};
pub use part::{ReadFile, part};

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostic, Findings};
use crate::source::{Entry, Node, Sources, Value};
use crate::yaml::{self, Candidate, Edit, Input, Read, Torn};
use reader::{Meant, Reader, Reading};

/// Reads a file to a tree, with these mends.
pub fn file(input: &Input, mends: &[Vec<Edit>], sources: &mut Sources, findings: &mut Findings) -> Read {
    yaml::read(input, mends, keys::KNOWN, sources, findings)
}

/// Tells whether a word names a field of any entity.
pub fn is_field(word: &str) -> bool {
    keys::is_field(word)
}

/// Returns the part of a file to which a byte belongs: the entry of a section's list, or the section.
pub fn part_at(text: &str, at: usize) -> (usize, usize) {
    yaml::part(text, at, keys::KNOWN)
}

/// Returns the slips of structure that may stand at a byte of a file.
pub fn candidates(text: &str, at: usize) -> Vec<Vec<Candidate>> {
    yaml::candidates(text, at, keys::KNOWN)
}

/// Reads a whole tree and gives its keys their canonical names.
pub fn whole<T: DeserializeOwned + Default>(
    tree: &mut Node,
    torn: Vec<Torn>,
    sources: &Sources,
    findings: &mut Findings,
) -> T {
    let reading = Reading::new(torn, sources);
    let value = T::deserialize(Reader::root(&reading, Some(tree))).unwrap_or_default();
    let (more, meant) = reading.finish();
    findings.append(more);
    rename(tree, meant);
    value
}

/// Gives keys their canonical names, and values of another shape the one they were read in. Not recursive: references
/// may have copied a key to many places.
fn rename(tree: &mut Node, Meant { renamed, mut reshaped }: Meant) {
    if renamed.is_empty() && reshaped.is_empty() {
        return;
    }
    let mut left = vec![tree];
    while let Some(node) = left.pop() {
        if let Some(value) = reshaped.remove(&node.span) {
            node.value = value;
        }
        match &mut node.value {
            Value::Map(entries) => {
                for Entry { key, span, node } in entries {
                    if let Some(field) = renamed.get(span) {
                        (*field).clone_into(key);
                    }
                    left.push(node);
                }
            }
            Value::List(items) => left.extend(items),
            Value::Scalar { .. } => {}
        }
    }
}

/// Leaves each finding once: what stands in a referenced value is found at each reference to it.
pub fn once(findings: Findings) -> Findings {
    let mut seen = BTreeSet::new();
    let mut is_new = |finding: &Diagnostic| seen.insert((finding.span, finding.code, finding.values.clone()));
    Findings(findings.0.into_iter().filter(|finding| is_new(finding)).collect())
}
