//! One small input a kind of fault, with the whole report that a user reads, in both languages.
//!
//! A folder holds `input.yaml`, or `input/` for an application of many files, or `overlay.yaml`: top-level
//! sections that stand in the smallest sample instead of its own, for faults that only a whole application
//! can show. What the sample itself, or an empty application, is told too is left out of the report, so
//! that the fault is seen. `UPDATE=1` rewrites the reports; read the difference before it is committed.

use std::fs;
use std::path::{Path, PathBuf};

use pakt::inside::diagnostic::Findings;
use pakt::inside::joining::Files;
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{self, Options, Run};
use pakt::inside::report::{self, Checked, Located, Look};
use pakt::inside::yaml::Input;

/// An application in which everything is missing.
const EMPTY: &str = "meta: {}\n";

/// Shared files in a folder.
struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        fs::read(self.0.join(path)).map_err(|_| "nie ma takiego pliku".into())
    }
}

#[test]
fn every_kind_of_fault_is_told_in_full() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let mut wrong = Vec::new();
    let mut kinds = 0;
    for folder in entries(&root) {
        assert!(folder.is_dir(), "{} belongs to no kind of fault", folder.display());
        kinds += 1;
        let mut left = entries(&folder);
        let (parts, files, base) = inputs(&folder, &mut left);
        for lang in Lang::ALL {
            let report = told(&parts, &files, &base, lang);
            let path = folder.join(format!("expected.{}.txt", lang.code()));
            left.retain(|other| *other != path);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &report).expect("the folder can be written");
            }
            if fs::read_to_string(&path).unwrap_or_default() != report {
                wrong.push(format!("{}:\n{report}", path.display()));
            }
        }
        assert!(left.is_empty(), "nothing reads {left:?}");
    }
    assert!(kinds > 30);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns what `pakt check --color never --limit 0` prints, without what the `base` is told too, and without documents.
fn told(parts: &[Input], files: &Folder, base: &Input, lang: Lang) -> String {
    let (run, mut checked) = check(parts.to_vec(), files, lang);
    let (_, base) = check(vec![base.clone()], files, lang);
    checked.findings.retain(|finding| {
        let same = |other: &Located| {
            let (a, b) = (&finding.diagnostic, &other.diagnostic);
            (a.code, &a.values) == (b.code, &b.values)
        };
        !base.findings.iter().any(same)
    });
    assert!(!checked.findings.is_empty(), "no fault is found in {:?}", parts[0].name);
    checked.unwritten = report::unwritten(&checked.findings, &run.loaded.application, &[], &[], lang);
    let report = report::text(&checked, Look { colour: false, limit: usize::MAX });
    format!("{report}{}\n", report::summary(&[report::Tally::of(&checked)], lang))
}

fn check(parts: Vec<Input>, files: &Folder, lang: Lang) -> (Run, Checked) {
    let run = pipeline::read("input", parts, files, &Options { lang: Some(lang), ..Options::default() });
    let checked = run.check(Findings::default(), run.loaded.sources.clone());
    (run, checked)
}

/// Takes the files of an application out of those `left`; the last of three is its base.
fn inputs(folder: &Path, left: &mut Vec<PathBuf>) -> (Vec<Input>, Folder, Input) {
    let named = |bytes: String| Input { name: "input.yaml".to_owned(), bytes: bytes.into_bytes() };
    let mut taken = |name: &str| {
        let path = folder.join(name);
        left.iter().position(|other| *other == path).map(|at| left.remove(at))
    };
    let input = |path: &Path| {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        Input { name, bytes: fs::read(path).expect("the file can be read") }
    };
    if let Some(path) = taken("input.yaml") {
        return (vec![input(&path)], Folder(folder.to_owned()), named(EMPTY.to_owned()));
    }
    if let Some(path) = taken("overlay.yaml") {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/minimal.yaml");
        let sample = fs::read_to_string(sample).expect("the sample is there");
        let overlay = fs::read_to_string(path).expect("the overlay can be read");
        let whole = named(overlaid(&sample, &overlay));
        return (vec![whole], Folder(folder.to_owned()), named(sample));
    }
    let inner = taken("input").expect("a kind of fault has an input");
    let mut paths: Vec<PathBuf> = entries(&inner).into_iter().filter(|path| path.is_file()).collect();
    paths.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
    (paths.iter().map(|path| input(path)).collect(), Folder(inner), named(EMPTY.to_owned()))
}

/// Returns the sample with the overlay's sections instead of its own.
fn overlaid(sample: &str, overlay: &str) -> String {
    let mut sections = sections(sample);
    for (key, section) in self::sections(overlay) {
        let known = sections.iter_mut().find(|(other, _)| *other == key);
        known.unwrap_or_else(|| panic!("the sample has no section {key:?}")).1 = section;
    }
    sections.into_iter().map(|(_, section)| section).collect()
}

/// Returns the text by top-level keys; what stands before the first has none.
fn sections(text: &str) -> Vec<(&str, &str)> {
    let starts = |line: &str| line.starts_with(|letter: char| letter.is_ascii_lowercase());
    let mut sections = Vec::new();
    let (mut from, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if starts(line) && at > from {
            sections.push(&text[from..at]);
            from = at;
        }
        at += line.len();
    }
    sections.push(&text[from..]);
    let keyed = |section| {
        let (key, _) = <str>::split_once(section, ':').filter(|_| starts(section)).unwrap_or_default();
        (key, section)
    };
    sections.into_iter().map(keyed).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the entry can be read").path()).collect();
    paths.sort();
    paths
}
