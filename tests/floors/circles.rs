//! Circles of files inside a room. A file stands on another when it names something of it, the room's own
//! re-exports followed to where the thing is written. What a file names of the `mod.rs` above it is no arrow:
//! a room's main type is there for its parts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::paths::{Named, named};

/// A module, `write::pdf::layout`, by its parts.
type Module = Vec<String>;

/// The files of the house and what they name.
pub(crate) struct House {
    files: BTreeMap<Module, Vec<Named>>,
}

impl House {
    pub(crate) fn read(paths: &[PathBuf]) -> Self {
        let files = paths.iter().filter(|path| !path.ends_with("tests.rs")).map(|path| {
            let text = fs::read_to_string(path).expect("the file is there");
            (module(path), named(crate::code(&text)))
        });
        Self { files: files.collect() }
    }

    /// Returns the circles: files of which each leads to all others.
    pub(crate) fn circles(&self) -> Vec<Vec<String>> {
        let arrows: BTreeMap<&Module, BTreeSet<&Module>> =
            self.files.iter().map(|(module, named)| (module, self.stands_on(module, named))).collect();
        let reach: BTreeMap<&Module, BTreeSet<&Module>> =
            arrows.keys().map(|from| (*from, reached(from, &arrows))).collect();
        let mut circles = BTreeSet::new();
        for (from, seen) in &reach {
            if seen.contains(from) {
                let circle = seen.iter().filter(|to| reach[*to].contains(from));
                circles.insert(circle.map(|module| module.join("/")).collect::<Vec<_>>());
            }
        }
        circles.into_iter().collect()
    }

    fn stands_on(&self, module: &Module, named: &[Named]) -> BTreeSet<&Module> {
        let own = named.iter().filter(|named| !named.passed_on);
        let found = own.filter_map(|named| self.resolve(self.absolute(module, &named.path)?, 0));
        found.filter(|other| other.first() == module.first() && !module.starts_with(other)).collect()
    }

    /// Returns a path from the crate's root; `None` for one that leads out of the house.
    fn absolute(&self, module: &Module, path: &[String]) -> Option<Vec<String>> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let first = path.first()?;
        if first == "crate" {
            return Some(path[1..].to_vec());
        }
        let rest = if first == "self" { &path[1..] } else { &path[ups..] };
        let base = &module[..module.len().checked_sub(ups)?];
        let below = [base, &rest[..rest.len().min(1)]].concat();
        if ups > 0 || first == "self" || self.files.contains_key(&below) {
            return Some([base, rest].concat());
        }
        // A module that `use` brought in.
        let brought = self.files.get(module)?.iter().find(|named| named.name.as_ref() == Some(first))?;
        let is_whole = brought.path.first() != Some(first);
        let whole = is_whole.then(|| self.absolute(module, &brought.path))??;
        Some([whole, path[1..].to_vec()].concat())
    }

    /// Returns the file that holds what a path names.
    fn resolve(&self, path: Vec<String>, depth: usize) -> Option<&Module> {
        let longest = (1..=path.len()).rev().find(|length| self.files.contains_key(&path[..*length]))?;
        let (module, named) = self.files.get_key_value(&path[..longest])?;
        let thing = path.get(longest);
        let passed = named.iter().find(|named| named.passed_on && named.name.as_ref() == thing);
        let beyond = passed.filter(|_| depth < 8).and_then(|passed| {
            let rest = path.get(longest + 1..)?;
            self.resolve([self.absolute(module, &passed.path)?, rest.to_vec()].concat(), depth + 1)
        });
        Some(beyond.unwrap_or(module))
    }
}

fn module(path: &Path) -> Module {
    let parts = path.with_extension("");
    let parts = parts.components().skip(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.filter(|part| part != "mod").collect()
}

fn reached<'m>(
    from: &'m Module,
    arrows: &BTreeMap<&'m Module, BTreeSet<&'m Module>>,
) -> BTreeSet<&'m Module> {
    let mut seen = BTreeSet::new();
    let mut left = vec![from];
    while let Some(module) = left.pop() {
        left.extend(arrows.get(module).into_iter().flatten().filter(|next| seen.insert(**next)));
    }
    seen
}
