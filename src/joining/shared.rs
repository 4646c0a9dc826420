//! Shared files that `use:` pulls in. In: the tree so far. Out: the same tree with their parts joined.

use std::collections::BTreeSet;

use super::faults::fault;
use super::mending::Mends;
use super::parts::{self, Join, Whole};
use super::paths::{beside, folder, path, paths};
use super::{Files, MOST_FILES};
use crate::diagnostic::{Diagnostic, Findings, Place, Span};
use crate::reading;
use crate::source::{Node, Sources, Value};
use crate::yaml::{self, Input, shown};

/// A wish to use a file.
struct Wish {
    /// The path as written.
    written: String,
    /// Where it is written.
    span: Span,
    /// The folder of the file that names it, relative to the application's.
    folder: String,
    /// The files through which it came.
    through: Vec<String>,
}

/// Joins all shared files, each once, in the order in which they are named.
pub(super) fn join(
    whole: &mut Whole,
    files: &dyn Files,
    mends: &Mends,
    sources: &mut Sources,
    findings: &mut Findings,
) {
    let mut wishes: Vec<Wish> = wishes(whole.used(), "", &[]);
    let mut seen = BTreeSet::new();
    wishes.reverse();
    while let Some(wish) = wishes.pop() {
        let mut tell = |code: &'static str, values: &[(&'static str, &str)]| {
            let place = Place::root().key("use");
            findings.push(Diagnostic { place, ..fault(code, wish.span, values) });
        };
        let Some(path) = path(&wish.folder, &wish.written) else {
            tell("KEY-08", &[("path", &shown(&wish.written))]);
            continue;
        };
        if wish.through.contains(&path) {
            tell("KEY-11", &[("path", &path)]);
            continue;
        }
        if !seen.insert(path.clone()) {
            continue;
        }
        if sources.files.len() >= MOST_FILES {
            tell("KEY-12", &[("limit", &MOST_FILES.to_string())]);
            whole.tear();
            return;
        }
        if sources.values >= yaml::MOST_VALUES {
            // It has been told.
            whole.tear();
            return;
        }
        let bytes = match files.read(&path) {
            Ok(bytes) => bytes,
            Err(reason) => {
                let place = Place::root().key("use");
                let finding = fault("KEY-10", wish.span, &[("path", &path)]).with("reason", reason);
                findings.push(Diagnostic { place, ..finding });
                whole.tear();
                continue;
            }
        };
        let name = beside(sources, &path);
        let own = mends.get(&name).map_or(&[][..], Vec::as_slice);
        let mut read = reading::file(&Input { name, bytes }, own, sources, findings);
        let used = read.root.as_mut().map(take_used).unwrap_or_default();
        whole.document(read, Join::Shared, sources, findings);
        let mut through = wish.through.clone();
        through.push(path.clone());
        let mut more = self::wishes(used, &folder(&path), &through);
        more.reverse();
        wishes.extend(more);
    }
}

fn wishes(used: Vec<(String, Span)>, folder: &str, through: &[String]) -> Vec<Wish> {
    let wish = |(written, span)| Wish { written, span, folder: folder.to_owned(), through: through.to_vec() };
    used.into_iter().map(wish).collect()
}

/// Returns the paths under `use` and takes them out of the file: they are relative to it.
fn take_used(root: &mut Node) -> Vec<(String, Span)> {
    let Value::Map(entries) = &mut root.value else { return Vec::new() };
    let Some(at) = entries.iter().position(|entry| parts::section(&entry.key) == Some("use")) else {
        return Vec::new();
    };
    paths(&entries.remove(at).node)
}
