//! The documents of all samples but the faulty one, in both languages.

use std::fs;
use std::path::{Path, PathBuf};

use pakt::inside::context::Mode;
use pakt::inside::document::Document;
use pakt::inside::joining::Files;
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{self, Options};
use pakt::inside::templates::Library;
use pakt::inside::yaml::Input;

struct Beside(PathBuf);

impl Files for Beside {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        fs::read(self.0.join(path)).map_err(|error| error.to_string().into())
    }
}

/// Returns every document with a name for messages.
pub(crate) fn documents() -> Vec<(String, Document)> {
    let library = Library::shipped();
    let mut documents = Vec::new();
    for sample in sorted(Path::new("samples")) {
        let main = if sample.is_dir() { sample.join("pakt.yaml") } else { sample.clone() };
        if !is_yaml(&main) || sample.ends_with("faulty") {
            continue;
        }
        let folder = main.parent().expect("a sample lies in a folder").to_owned();
        let mut paths = vec![main.clone()];
        if sample.is_dir() {
            paths.extend(sorted(&folder).into_iter().filter(|path| is_yaml(path) && *path != main));
        }
        let part = |path: &PathBuf| Input {
            name: path.display().to_string(),
            bytes: fs::read(path).expect("the sample can be read"),
        };
        let parts = paths.iter().map(part).collect();
        let run = pipeline::read("sample", parts, &Beside(folder), &Options::default());
        for manifest in library.documents() {
            for lang in Lang::ALL {
                let filled =
                    run.fill(&library, &manifest.id, lang, Mode::Final).expect("shipped templates work");
                for filled in filled {
                    let name = format!("{} {} {}", sample.display(), filled.stem, lang.code());
                    documents.push((name, filled.paper.document));
                }
            }
        }
    }
    documents
}

fn is_yaml(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|ending| ending == "yaml")
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the entry is there").path()).collect();
    paths.sort();
    paths
}
