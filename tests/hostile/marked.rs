//! The full sample with a mark at the end of each of its texts. In: what follows the mark. Out: the
//! application.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pakt::inside::diagnostic::Level;
use pakt::inside::joining::{Files, Loaded, load};
use pakt::inside::yaml::Input;
use serde_yaml::Value;

/// A mark is this word, a number and `q`.
pub(crate) const WORD: &str = "Znak";

/// Hostile characters next to each other.
pub(crate) const UNSPACED: &str = "|*_#<>&\\[]~$„”\u{a0}\u{2011}😀x";

/// Hostile characters apart, as nothing that Markdown takes for markup.
pub(crate) const SPACED: &str = " | * _ # < > & \\ [ ] ~ $ „ ” x\u{a0}x x\u{2011}x 😀 x";

/// Shared files, by name.
struct Shared(BTreeMap<String, String>);

impl Files for Shared {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
        self.0
            .get(name.as_ref())
            .map(|text| text.clone().into_bytes())
            .ok_or_else(|| format!("no {path}").into())
    }
}

/// Reads the sample; `after` says what follows the mark of a number.
pub(crate) fn sample(after: impl Fn(usize) -> String) -> Loaded {
    let mut marks = Marks { next: 0, after: &after };
    let mut parts = files("samples/szydlowiec", &mut marks);
    let shared = files("samples/library", &mut marks);
    let first = parts.remove("pakt.yaml").expect("the sample has a main file");
    let parts = std::iter::once(("pakt.yaml".to_owned(), first)).chain(parts);
    let parts = parts.map(|(name, text)| Input { name, bytes: text.into_bytes() }).collect();
    let loaded = load(parts, &Shared(shared));
    let faults: Vec<_> = loaded.findings.0.iter().filter(|finding| finding.level == Level::Error).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(marks.next > 300, "only {} texts are marked", marks.next);
    loaded
}

fn files(folder: &str, marks: &mut Marks<'_>) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    let marked = paths.into_iter().map(|path| {
        let text = fs::read_to_string(&path).expect("the sample can be read");
        let mut value: Value = serde_yaml::from_str(&text).expect("the sample is YAML");
        marks.put("", &mut value);
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, serde_yaml::to_string(&value).expect("values can be written"))
    });
    marked.collect()
}

struct Marks<'after> {
    next: usize,
    after: &'after dyn Fn(usize) -> String,
}

impl Marks<'_> {
    /// Marks the texts of a value: what stands under a language, and names of several words.
    fn put(&mut self, key: &str, value: &mut Value) {
        match value {
            Value::String(text) if is_text(key, text) => {
                text.truncate(text.trim_end().len());
                *text += &format!(" {WORD}{}q{}", self.next, (self.after)(self.next));
                self.next += 1;
            }
            Value::Sequence(items) => items.iter_mut().for_each(|item| self.put(key, item)),
            Value::Mapping(entries) => {
                for (key, entry) in entries.iter_mut() {
                    let key = key.as_str().unwrap_or_default().to_owned();
                    self.put(&key, entry);
                }
            }
            _ => {}
        }
    }
}

fn is_text(key: &str, text: &str) -> bool {
    let in_language = matches!(key, "pl" | "en");
    let starts_with_letter = text.trim_start().starts_with(char::is_alphabetic);
    in_language || starts_with_letter && text.trim().contains(' ')
}
