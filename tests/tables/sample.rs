//! The samples, read and made into workbooks.

use std::fs;
use std::path::{Path, PathBuf};

use pakt::inside::facts::Facts;
use pakt::inside::pipeline::{Imported, Options, Run, read};
use pakt::inside::report::worded;
use pakt::inside::tables::{Case, workbook};
use pakt::inside::write::xlsx::Workbook;
use pakt::{Files, Input, Lang, Value};

/// The samples that have no faults of form.
pub(crate) const SAMPLES: [&str; 3] = ["szydlowiec", "gmina", "minimal.yaml"];

/// The files of a sample.
pub(crate) struct Sample {
    folder: PathBuf,
    pub(crate) parts: Vec<Input>,
}

impl Files for Sample {
    fn read(&self, path: &str) -> Result<Vec<u8>, Value> {
        fs::read(self.folder.join(path)).map_err(|error| error.to_string().into())
    }
}

impl Sample {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new("samples").join(name);
        let input = |path: &Path| Input {
            name: path.file_name().expect("a file").to_string_lossy().into_owned(),
            bytes: fs::read(path).expect("the sample is there"),
        };
        if path.is_file() {
            return Self { folder: "samples".into(), parts: vec![input(&path)] };
        }
        let entries = fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path());
        let mut files: Vec<PathBuf> =
            entries.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
        files.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
        Self { folder: path, parts: files.iter().map(|path| input(path)).collect() }
    }

    /// Returns an application of one file.
    pub(crate) fn of(text: &str) -> Self {
        let input = Input { name: "pakt.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
        Self { folder: "samples".into(), parts: vec![input] }
    }

    pub(crate) fn read(&self, parts: &[Input]) -> Run {
        read("sample", parts.to_vec(), self, &Options::default())
    }

    pub(crate) fn workbook(&self, parts: &[Input], lang: Lang) -> Workbook {
        let run = self.read(parts);
        let facts = Facts::of(&run.loaded.application);
        workbook(&Case { facts: &facts, pack: None, lang, main: run.main(), title: "Próba" })
    }
}

/// Returns what was told, a line each.
pub(crate) fn words(brought: &Imported, lang: Lang) -> String {
    let all: Vec<String> = brought.told.iter().map(|told| worded(&told.0, lang).message).collect();
    all.join("\n")
}

/// Tells whether files are the same byte for byte.
pub(crate) fn same(one: &[Input], other: &[Input]) -> bool {
    one.iter().map(|part| &part.bytes).eq(other.iter().map(|part| &part.bytes))
}

/// Returns the lines of files that are not those that were there.
pub(crate) fn changed_lines(before: &[Input], after: &[Input]) -> Vec<String> {
    let text = |part: &Input| String::from_utf8(part.bytes.clone()).expect("UTF-8");
    let pairs = before.iter().zip(after);
    pairs
        .flat_map(|(before, after)| {
            let (before, after) = (text(before), text(after));
            let old: Vec<String> = before.lines().map(str::to_owned).collect();
            after
                .lines()
                .filter(|line| !old.iter().any(|own| own == line))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}
