//! Shared files that `use:` pulls in. In: the tree so far. Out: the same tree with their parts joined.

use std::collections::BTreeSet;

use super::faults::{fault, shown};
use super::files;
use super::parts::{Join, Whole};
use super::{Files, Input};
use crate::diagnostic::{Diagnostic, Findings, Place, Span};
use crate::source::{Node, Sources, Value};

/// How many files an application may pull in.
const FILES: usize = 64;

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
pub(super) fn join(whole: &mut Whole, files: &dyn Files, sources: &mut Sources, findings: &mut Findings) {
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
        if seen.len() > FILES {
            tell("KEY-12", &[("limit", &FILES.to_string())]);
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
        let mut read = files::read(Input { name, bytes }, sources, findings);
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
    let Some(at) = entries.iter().position(|entry| super::parts::section(&entry.key) == Some("use")) else {
        return Vec::new();
    };
    paths(&entries.remove(at).node)
}

/// Returns the texts of a list, or the one text in its place.
pub(super) fn paths(node: &Node) -> Vec<(String, Span)> {
    let text = |node: &Node| match &node.value {
        Value::Scalar { text, .. } if !text.trim().is_empty() => Some((text.trim().to_owned(), node.span)),
        _ => None,
    };
    match &node.value {
        Value::List(items) => items.iter().filter_map(text).collect(),
        _ => text(node).into_iter().collect(),
    }
}

/// Returns a path as messages show it, given as it is seen from the application's first file.
pub fn beside(sources: &Sources, seen: &str) -> String {
    let base = sources.files.first().map_or_else(String::new, |source| folder(&source.name));
    path(&base, seen).unwrap_or_else(|| seen.to_owned())
}

/// Returns the folder of a path, without a closing slash; empty for none.
fn folder(path: &str) -> String {
    path.rsplit_once(['/', '\\']).map_or_else(String::new, |(folder, _)| folder.to_owned())
}

/// Returns a relative path of a YAML file, seen from the folder; `None` for an absolute one, a URL, or
/// a file of another kind.
pub fn path(folder: &str, written: &str) -> Option<String> {
    let written = written.replace('\\', "/");
    let is_yaml = [".yaml", ".yml"].iter().any(|end| written.to_lowercase().ends_with(end));
    let drive = written.as_bytes().get(1) == Some(&b':');
    if !is_yaml || drive || written.starts_with('/') || written.starts_with('~') || written.contains("://") {
        return None;
    }
    let mut steps: Vec<&str> = Vec::new();
    let rooted = folder.starts_with('/');
    for step in folder.split('/').chain(written.split('/')) {
        match step {
            "" | "." => {}
            ".." if steps.last().is_some_and(|last| *last != "..") => {
                steps.pop();
            }
            ".." if rooted => {}
            step => steps.push(step),
        }
    }
    let path = steps.join("/");
    Some(if rooted { format!("/{path}") } else { path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_count_from_the_file_that_names_them() {
        assert_eq!(path("", "shared/a.yaml").as_deref(), Some("shared/a.yaml"));
        assert_eq!(path("../library", "b.yml").as_deref(), Some("../library/b.yml"));
        assert_eq!(path("one/two", "../../../c.YAML").as_deref(), Some("../c.YAML"));
        assert_eq!(path("/srv/call", "./../a.yaml").as_deref(), Some("/srv/a.yaml"));
        for refused in ["/etc/a.yaml", "https://x.pl/a.yaml", "C:\\a.yaml", "~/a.yaml", "a.json", "a"] {
            assert_eq!(path("", refused), None, "{refused}");
        }
    }
}
