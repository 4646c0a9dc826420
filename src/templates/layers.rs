//! Where templates come from. In: folders' files by relative path. Out: the file that counts, and
//! files that count for nothing.
//!
//! A layer stands over the ones after it: the user's own folder, `templates/` beside the application,
//! what the program ships. The same relative path replaces; `shipped/` before a path reaches below.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Fault;

use crate::words::meant;

/// Which layer a file stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The folder that `--templates` names.
    Override,
    /// `templates/` beside the application.
    Beside,
    /// The program itself.
    Shipped,
}

impl Origin {
    /// Returns the word that lists and includes use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Override => "override",
            Self::Beside => "beside",
            Self::Shipped => "shipped",
        }
    }
}

/// The files of one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Which one it is.
    pub origin: Origin,
    /// What stands before a relative path in messages: `templates/`.
    pub root: String,
    /// The texts by relative path, with `/` between folders.
    pub files: BTreeMap<String, String>,
}

impl Layer {
    /// Returns what the program ships.
    pub fn shipped() -> Self {
        const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));
        let files = FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        Self { origin: Origin::Shipped, root: "templates/".to_owned(), files }
    }
}

/// All layers, the one that counts first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layers(Vec<Layer>);

/// A file of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File<'layers> {
    /// Its layer.
    pub layer: &'layers Layer,
    /// Its relative path.
    pub path: &'layers str,
    /// Its text.
    pub text: &'layers str,
}

impl File<'_> {
    /// Returns the path as messages show it.
    pub fn shown(&self) -> String {
        format!("{}{}", self.layer.root, self.path)
    }

    /// Returns the name under which the engine knows it.
    pub(super) fn name(&self) -> String {
        format!("{}/{}", self.layer.origin.code(), self.path)
    }
}

impl Layers {
    /// Takes the user's layers and puts what the program ships below them.
    pub fn over_shipped(mut layers: Vec<Layer>) -> Self {
        layers.push(Layer::shipped());
        layers.sort_by_key(|layer| layer.origin);
        Self(layers)
    }

    /// Returns the layers, the one that counts first.
    pub fn iter(&self) -> impl Iterator<Item = &Layer> {
        self.0.iter()
    }

    /// Returns the layers with the shipped texts changed by `change`, which sees path and text.
    pub(super) fn with_shipped(mut self, change: impl Fn(&str, &mut String)) -> Self {
        for layer in self.0.iter_mut().filter(|layer| layer.origin == Origin::Shipped) {
            layer.files.iter_mut().for_each(|(path, text)| change(path, text));
        }
        self
    }

    /// Returns the file that counts for a path; a path that opens with a layer's word means its file.
    pub fn find(&self, path: &str) -> Option<File<'_>> {
        self.all(path).into_iter().next()
    }

    /// Returns the files of all layers that stand for a path.
    pub(super) fn all(&self, path: &str) -> Vec<File<'_>> {
        let (origin, path) = match path.split_once('/') {
            Some((word, rest)) if self.0.iter().any(|layer| layer.origin.code() == word) => {
                (Some(word), rest)
            }
            _ => (None, path),
        };
        let layers = self.0.iter().filter(|layer| origin.is_none_or(|word| layer.origin.code() == word));
        let file = |layer| Self::file(layer, path);
        layers.filter_map(file).collect()
    }

    fn file<'layers>(layer: &'layers Layer, path: &str) -> Option<File<'layers>> {
        let (path, text) = layer.files.get_key_value(path)?;
        Some(File { layer, path, text })
    }

    /// Returns every file of every layer, sorted by path, the one that counts first.
    pub fn files(&self) -> Vec<File<'_>> {
        let mut files: Vec<File<'_>> = self
            .0
            .iter()
            .flat_map(|layer| layer.files.iter().map(move |(path, text)| File { layer, path, text }))
            .collect();
        files.sort_by_key(|file| (file.path, file.layer.origin));
        files
    }

    /// Returns the shipped files of a folder, or the shipped file of a path, with the shipped parts that they include; sorted
    /// by path.
    pub fn shipped(&self, name: &str) -> Vec<File<'_>> {
        let folder = format!("{name}/");
        let files = || self.files().into_iter().filter(|file| file.layer.origin == Origin::Shipped);
        let mut wanted: BTreeSet<&str> =
            files().map(|file| file.path).filter(|path| *path == name || path.starts_with(&folder)).collect();
        let mut open: Vec<&str> = wanted.iter().copied().collect();
        while let Some(path) = open.pop() {
            let text = files().find(|file| file.path == path).map_or("", |file| file.text);
            open.extend(includes(text).into_iter().filter(|part| wanted.insert(part)));
        }
        files().filter(|file| wanted.contains(file.path)).collect()
    }

    /// Returns the ids of all documents, sorted.
    pub(super) fn documents(&self) -> BTreeSet<&str> {
        let paths = self.0.iter().flat_map(|layer| layer.files.keys());
        paths.filter_map(|path| path.strip_suffix("/document.yaml")).filter(|id| !id.contains('/')).collect()
    }

    /// Finds the user's files that replace nothing, are no section and are included by nobody.
    pub(super) fn strays(&self, sections: &BTreeSet<String>) -> Vec<Fault> {
        if self.0.iter().all(|layer| layer.origin == Origin::Shipped) {
            return Vec::new();
        }
        let included: BTreeSet<&str> =
            self.0.iter().flat_map(|layer| layer.files.values()).flat_map(|text| includes(text)).collect();
        let own = self.files().into_iter().filter(|file| file.layer.origin != Origin::Shipped);
        let counts = |file: &File<'_>| {
            let is_shipped = self
                .0
                .iter()
                .any(|layer| layer.origin == Origin::Shipped && layer.files.contains_key(file.path));
            is_shipped
                || !file.path.ends_with(".md") && !file.path.contains('/')
                || file.path.ends_with("/document.yaml")
                || sections.contains(file.path)
                || included.contains(file.path)
                || included.contains(file.name().as_str())
        };
        let fault = |file: File<'_>| {
            let shipped = self.0.iter().filter(|layer| layer.origin == Origin::Shipped);
            let paths = shipped.flat_map(|layer| layer.files.keys().map(String::as_str));
            let suggestion = meant(file.path, paths).map(str::to_owned);
            let fault = Fault { suggestion, ..Fault::new("TPL-04").with("name", file.path) };
            fault.at(&file.shown(), file.text, (0, 0))
        };
        own.filter(|file| !counts(file)).map(fault).collect()
    }
}

/// Returns the paths that a template includes or extends.
pub(super) fn includes(text: &str) -> Vec<&str> {
    let mut paths = Vec::new();
    for tag in text.split("{%").skip(1) {
        let tag = tag.split("%}").next().unwrap_or_default().trim_start_matches('-').trim();
        let Some(rest) = tag.strip_prefix("include").or_else(|| tag.strip_prefix("extends")) else {
            continue;
        };
        let rest = rest.trim_start();
        let Some(quote) = rest.chars().next().filter(|sign| matches!(sign, '"' | '\'' | '`')) else {
            continue;
        };
        paths.extend(rest[1..].split(quote).next());
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_comes_with_the_parts_that_it_shares() {
        let layers = Layers::over_shipped(Vec::new());
        let paths = |name| layers.shipped(name).into_iter().map(|file| file.path).collect::<Vec<_>>();
        let agreement = paths("partnership-agreement");
        for part in
            ["partnership-agreement/document.yaml", "shared/pl/signatures.md", "shared/en/signatures.md"]
        {
            assert!(agreement.contains(&part), "{part}: {agreement:?}");
        }
        assert!(!agreement.contains(&"shared/pl/swot.md"));
        assert_eq!(paths("shared/pl/swot.md"), ["shared/pl/swot.md"]);
        assert!(paths("no-such-document").is_empty());
    }

    #[test]
    fn includes_are_found() {
        let text = "{% if a %}{%- include \"shared/pl/x.md\" -%}{% endif %}{% extends 'y.md' %}{{ include }}";
        assert_eq!(includes(text), ["shared/pl/x.md", "y.md"]);
    }
}
