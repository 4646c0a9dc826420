//! Paths of files that name one another. In: a path as written. Out: the path from the first file's folder.

use crate::diagnostic::Span;
use crate::source::{Node, Sources, Value};

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
pub(super) fn folder(path: &str) -> String {
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
