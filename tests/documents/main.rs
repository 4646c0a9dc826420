//! Every document of every sample against its golden file, and what no document may hold.
//!
//! `UPDATE=1 cargo test --test documents` rewrites the golden files.

mod overrides;
mod portal;

use std::path::{Path, PathBuf};
use std::{env, fs};

use pakt::context::{Context, Mode};
use pakt::facts::Facts;
use pakt::lang::Lang;
use pakt::load::{Files, Input, Loaded, load};
use pakt::templates::{Each, Layers, Library};

struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        fs::read(self.0.join(path)).map_err(|error| error.to_string())
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn input(path: &Path) -> Input {
    let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    Input { name, bytes: fs::read(path).expect("the sample can be read") }
}

/// Reads a sample: a file, or a folder with `pakt.yaml` first.
fn sample(path: &Path) -> Loaded {
    if path.is_file() {
        let folder = path.parent().expect("a file lies in a folder").to_owned();
        return load(vec![input(path)], &Folder(folder), Lang::Pl);
    }
    let mut parts: Vec<PathBuf> = fs::read_dir(path)
        .expect("the sample is a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    parts.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
    load(parts.iter().map(|path| input(path)).collect(), &Folder(path.to_owned()), Lang::Pl)
}

/// Returns the samples that are applications, by name.
fn samples() -> Vec<(String, PathBuf)> {
    let mut samples: Vec<(String, PathBuf)> = fs::read_dir(root().join("samples"))
        .expect("there are samples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file() || path.join("pakt.yaml").is_file())
        .map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path))
        .filter(|(name, path)| {
            name != "faulty"
                && (path.is_dir() || path.extension().is_some_and(|extension| extension == "yaml"))
        })
        .collect();
    samples.sort();
    samples
}

/// Fills every document of every sample in, in both languages.
fn documents() -> Vec<(String, String, Lang)> {
    let library = Library::shipped();
    let mut documents = Vec::new();
    for (name, path) in samples() {
        let loaded = sample(&path);
        let facts = Facts::of(&loaded.application);
        for lang in Lang::ALL {
            let (context, _) = Context::of(&facts, lang, Mode::Final);
            for manifest in library.documents() {
                let papers = match manifest.each {
                    Each::Application => vec![(String::new(), context.clone())],
                    Each::Partner => {
                        let own =
                            |id: &String| (format!("-{id}"), context.for_partner(id).expect("a partner"));
                        context.partners.iter().map(|partner| own(&partner.id)).collect()
                    }
                };
                for (suffix, context) in papers {
                    let rendered = library.render(&manifest.id, &context).unwrap_or_else(|faults| {
                        let told: Vec<String> = faults
                            .iter()
                            .map(|fault| {
                                format!("{}:{:?}: {}", fault.file, fault.position(), fault.message(Lang::En))
                            })
                            .collect();
                        panic!("{}", told.join("\n"))
                    });
                    let file = format!("{name}/{}{suffix}.{}.md", manifest.id, lang.code());
                    documents.push((file, rendered.markdown, lang));
                }
            }
        }
    }
    documents
}

#[test]
fn documents_are_as_they_were() {
    let golden = root().join("tests/golden");
    let update = env::var_os("UPDATE").is_some();
    let mut changed = Vec::new();
    for (file, text, _) in documents() {
        let path = golden.join(&file);
        let known = fs::read_to_string(&path).unwrap_or_default();
        if known == text {
            continue;
        }
        if update {
            fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
            fs::write(&path, &text).expect("the golden file can be written");
        } else {
            let line = known.lines().zip(text.lines()).position(|(a, b)| a != b);
            changed.push(format!("{file}, from line {}", line.map_or(0, |line| line + 1)));
        }
    }
    assert!(changed.is_empty(), "these changed; UPDATE=1 rewrites them:\n{}", changed.join("\n"));
}

#[test]
fn what_is_shipped_has_no_fault() {
    let (library, faults) = Library::new(Layers::over_shipped(Vec::new()));
    let told: Vec<String> =
        faults.iter().map(|fault| format!("{}: {}", fault.file, fault.message(Lang::En))).collect();
    assert_eq!(told, [""; 0]);
    assert!(!library.documents().is_empty());
}

/// Kinds of faults of style found while reading documents aloud; each stays looked for.
#[test]
fn documents_read_as_a_person_would_write_them() {
    let mut found = Vec::new();
    for (file, text, lang) in documents() {
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let mut faults = Vec::new();
            let prose = !line.starts_with('|');
            if prose && line.trim_start().contains("  ") {
                faults.push("two spaces");
            }
            if [" .", " ,", ",,", ",.", ";.", ":."].iter().any(|mark| line.contains(mark)) {
                faults.push("a stray mark");
            }
            if line.contains("..") && !line.contains("...") {
                faults.push("two full stops");
            }
            if prose
                && line.ends_with(':')
                && lines[number + 1..]
                    .iter()
                    .find(|line| !line.is_empty())
                    .is_none_or(|next| next.starts_with('#'))
            {
                faults.push("an announcement of nothing");
            }
            if line.starts_with('#') {
                let depth = |line: &str| line.chars().take_while(|sign| *sign == '#').count();
                let next = lines[number + 1..].iter().find(|line| !line.is_empty());
                if next.is_none_or(|next| next.starts_with('#') && depth(next) <= depth(line)) {
                    faults.push("a heading over nothing");
                }
            }
            if ["()", "„”", "null", "**.**", "****", "– –"].iter().any(|words| line.contains(words)) {
                faults.push("a hole");
            }
            if lang == Lang::En && line.contains("<span lang=\"pl\">") {
                faults.push("Polish in an English document of a bilingual sample");
            }
            found.extend(faults.iter().map(|fault| format!("{file}:{}: {fault}: {line}", number + 1)));
        }
    }
    found.retain(|line| !(line.starts_with("minimal/") && line.contains("Polish in an English")));
    assert_eq!(found, [""; 0], "{}", found.join("\n"));
}

#[test]
fn every_document_becomes_a_tree_without_a_fault() {
    let library = Library::shipped();
    for (name, path) in samples() {
        let loaded = sample(&path);
        let facts = Facts::of(&loaded.application);
        for lang in Lang::ALL {
            for mode in [Mode::Final, Mode::Draft] {
                let (context, _) = Context::of(&facts, lang, mode);
                for manifest in library.documents() {
                    let paper = library.paper(&manifest.id, &context).expect("shipped templates fill in");
                    let told: Vec<String> =
                        paper.faults.iter().map(|fault| fault.message(Lang::En)).collect();
                    assert_eq!(told, [""; 0], "{name}/{}", manifest.id);
                    assert!(!paper.document.blocks.is_empty());
                }
            }
        }
    }
}

#[test]
fn an_empty_application_gives_documents_too() {
    let loaded = load(
        vec![Input { name: "empty.yaml".into(), bytes: b"meta: {lang: pl}".to_vec() }],
        &Folder(root()),
        Lang::Pl,
    );
    let facts = Facts::of(&loaded.application);
    for lang in Lang::ALL {
        for mode in [Mode::Final, Mode::Draft] {
            let (context, _) = Context::of(&facts, lang, mode);
            for manifest in Library::shipped().documents() {
                Library::shipped().paper(&manifest.id, &context).expect("shipped templates fill in");
            }
        }
    }
}
