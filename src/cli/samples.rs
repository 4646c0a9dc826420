//! The samples that the program carries. In: nothing. Out: applications with their files.

use std::collections::BTreeMap;

use crate::diagnostic::Value;
use crate::joining::Files;
use crate::yaml::Input;

/// The files of all samples, by path below `samples/`.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// The main file of a sample that is a folder.
const MAIN: &str = "pakt.yaml";

/// A sample: an application.
pub(super) struct Sample {
    /// Its path below `samples/`: a folder or a file.
    pub(super) name: String,
    /// Its files, the main one first.
    pub(super) parts: Vec<Input>,
    /// Where its `use:` looks.
    pub(super) files: Beside,
}

/// The files beside a sample's main file.
pub(super) struct Beside {
    folder: String,
}

impl Files for Beside {
    fn read(&self, path: &str) -> Result<Vec<u8>, Value> {
        let mut route: Vec<&str> = self.folder.split('/').filter(|step| !step.is_empty()).collect();
        for step in path.split('/') {
            match step {
                "" | "." => {}
                ".." => _ = route.pop(),
                step => route.push(step),
            }
        }
        let path = route.join("/");
        let found = FILES.iter().find(|(known, _)| *known == path);
        found.map(|(_, text)| text.as_bytes().to_vec()).ok_or_else(|| path.into())
    }
}

/// Returns the samples, sorted by name; what several of them share is none.
pub(super) fn samples() -> Vec<Sample> {
    let mut folders: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (path, text) in FILES {
        // A file at the top is a sample by itself.
        let name = path.split_once('/').map_or(*path, |(folder, _)| folder);
        folders.entry(name).or_default().push((path, text));
    }
    folders.retain(|name, files| files.iter().any(|(path, _)| path == name || path.ends_with(MAIN)));
    let sample = |(name, mut files): (&str, Vec<(&str, &str)>)| {
        files.sort_by_key(|(path, _)| (!path.ends_with(MAIN), *path));
        let part = |(path, text): &(&str, &str)| Input {
            name: format!("samples/{path}"),
            bytes: text.as_bytes().to_vec(),
        };
        let folder = if files.iter().any(|(path, _)| *path == name) { "" } else { name };
        let parts = files.iter().map(part).collect();
        Sample { name: format!("samples/{name}"), parts, files: Beside { folder: folder.to_owned() } }
    };
    folders.into_iter().map(sample).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::joining::load;

    #[test]
    fn samples_can_be_read_without_a_disk() {
        let names: Vec<String> = samples().iter().map(|sample| sample.name.clone()).collect();
        assert_eq!(names, ["samples/gmina", "samples/minimal.yaml", "samples/szydlowiec"]);
        for sample in samples() {
            let loaded = load(sample.parts, &sample.files);
            assert!(loaded.findings.0.is_empty(), "{}: {:?}", sample.name, loaded.findings);
            assert!(loaded.application.strategies.len() >= 3, "{}", sample.name);
        }
    }
}
