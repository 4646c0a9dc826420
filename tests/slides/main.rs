//! The slides' table: for every row the row's fields are set in the full sample, and what they say is read in
//! the sections of documents that the row names, in both languages; its rules notice when they are broken.
//!
//! `slides.yaml` holds the table; what stands in none of the sections it names is open there with a reason.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

#[expect(dead_code, reason = "the mutations need the rest")]
#[path = "../mutations/lay.rs"]
mod lay;
#[expect(dead_code, reason = "the mutations alone ask for places")]
#[path = "../mutations/place.rs"]
mod place;
mod rendered;
#[expect(dead_code, reason = "the mutations need the rest")]
#[path = "../mutations/rows.rs"]
mod rows;
#[path = "../mutations/sample.rs"]
mod sample;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use pakt::inside::catalogue;
use pakt::inside::diagnostic::Findings;
use pakt::inside::lang::Lang;
use pakt::inside::templates::Library;
use serde_yaml::Value;

use lay::{broken, change};
use rendered::{plain, sections};
use rows::{Row, rows};
use sample::{findings, read, root, sample, told};
use table::{FieldOf, Marks, Slide, slides};

/// What the seed's slide 27 breaks off in; nobody knows how it ends.
const BROKEN_OFF: &str = "nie jest zamierzeniem";

#[test]
fn every_slide_has_a_row() {
    let numbers: Vec<u8> = slides().iter().map(|slide| slide.slide).collect();
    assert_eq!(numbers, (1..=33).collect::<Vec<u8>>());
    for slide in slides() {
        let speaks = !slide.fields.is_empty() && !slide.sections.is_empty();
        assert!(slide.title || speaks, "slide {} has neither fields nor sections", slide.slide);
        assert!(!slide.says.is_empty(), "slide {}", slide.slide);
    }
}

#[test]
fn title_slides_head_the_parts_and_every_slide_is_in_the_catalogue() {
    let rows = slides();
    let titles: Vec<u8> = rows.iter().filter(|slide| slide.title).map(|slide| slide.slide).collect();
    let parts = catalogue::list("parts").expect("the list of parts");
    let known: Vec<u8> = parts.terms().iter().filter_map(|part| part.title_slide).collect();
    assert_eq!(titles, known);
    for slide in 1..=33 {
        let own = parts.terms().iter().filter(|part| part.slides.contains(&slide)).count();
        assert_eq!(own, 1, "slide {slide} belongs to one part");
        for lang in Lang::ALL {
            let text = catalogue::slide_text(slide, lang).expect("the deck has 33 slides");
            assert!(text.lines().count() > 2, "slide {slide}: {text}");
        }
    }
}

/// The numbers are data of the catalogue: whoever reads a rule, a profile or a paper has never seen the deck.
#[test]
fn no_reader_is_sent_to_a_slide() {
    let mut folders = vec!["docs".into(), "tests/golden".into(), "tests/faults".into()];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir::<std::path::PathBuf>(folder).expect("the folder is there") {
            let path = entry.expect("the entry is there").path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let text = text.to_lowercase().replace("--slide", "");
                let told = ["slajd", "slide "].iter().find_map(|word| text.find(word));
                assert_eq!(told.map(|at| text[at..].lines().next()), None, "{}", path.display());
                read += 1;
            }
        }
    }
    assert!(read > 100, "{read} pages were read");
}

/// Returns the documents of these sections, each once.
fn documents(sections: &[String]) -> Vec<&str> {
    let ids = sections.iter().map(|name| name.split_once('/').expect("`document/section`").0);
    ids.collect::<BTreeSet<_>>().into_iter().collect()
}

/// What can be read in sections, by language and name.
type Texts = BTreeMap<(&'static str, String), String>;

fn texts(library: &Library, application: &Value, documents: &[&str]) -> Texts {
    let of = |lang: Lang| {
        let sections = sections(library, application, documents, lang);
        sections.into_iter().map(move |(name, text)| ((lang.code(), name), text))
    };
    Lang::ALL.into_iter().flat_map(of).collect()
}

/// The full sample: as it is, and with marks in its fields.
struct Sample {
    library: Library,
    value: Value,
    before: Texts,
    marks: Marks,
    marked: Texts,
}

impl Sample {
    fn of(slides: &[Slide]) -> Self {
        let (library, value) = (Library::shipped(), sample());
        let fields = || slides.iter().flat_map(|slide| &slide.fields);
        let shown: Vec<String> = fields().flat_map(|field| field.shown.iter().cloned()).collect();
        let marks = Marks::of(fields(), &value);
        let mut application = value.clone();
        marks.put(&mut application);
        let before = texts(&library, &value, &documents(&shown));
        let marked = texts(&library, &application, &documents(&shown));
        Self { library, value, before, marks, marked }
    }

    /// Sets a field; returns what cannot be read of it.
    fn unread(&self, slide: u8, field: &FieldOf) -> Vec<String> {
        let places = field.places(&self.value);
        if places.is_empty() {
            return vec![format!("slide {slide}: nothing stands at {}", field.at)];
        }
        let own = field.changes(&places).map(|steps| {
            let mut changed = self.value.clone();
            steps.iter().for_each(|step| assert!(change(&mut changed, step), "{step:?}"));
            texts(&self.library, &changed, &documents(&field.shown))
        });
        let words = match own {
            Some(_) => field.read.iter().cloned().collect(),
            None => self.marks.at(&places),
        };
        let after = own.as_ref().unwrap_or(&self.marked);
        let mut wrong = Vec::new();
        for (lang, name) in
            Lang::ALL.into_iter().flat_map(|lang| field.shown.iter().map(move |name| (lang, name)))
        {
            let key = (lang.code(), name.clone());
            let [before, after] =
                [&self.before, after].map(|texts| texts.get(&key).map_or("", String::as_str));
            let read = words.iter().map(|words| (words, before, after));
            let gone = field.gone.iter().map(|words| (words, after, before));
            for (words, without, with) in read.chain(gone) {
                let words = plain(words.of(lang));
                if without.contains(&words) || !with.contains(&words) {
                    wrong.push(format!("slide {slide}: {} ({}): “{words}” in {name}", field.at, lang.code()));
                }
            }
        }
        wrong
    }
}

#[test]
fn what_a_field_says_is_read_in_its_sections() {
    let slides = slides();
    let sample = Sample::of(&slides);
    let fields = slides.iter().flat_map(|slide| slide.fields.iter().map(|field| (slide.slide, field)));
    let wrong: Vec<String> = fields.flat_map(|(slide, field)| sample.unread(slide, field)).collect();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_section_of_the_table_shows_a_field_or_is_open() {
    let library = Library::shipped();
    let known: BTreeSet<String> = library
        .documents()
        .iter()
        .flat_map(|manifest| {
            manifest.sections.iter().map(|section| format!("{}/{}", manifest.id, section.file))
        })
        .collect();
    let mut wrong = Vec::new();
    for slide in slides() {
        let shown: BTreeSet<&String> = slide.fields.iter().flat_map(|field| &field.shown).collect();
        let number = slide.slide;
        for name in slide.sections.iter().chain(shown.iter().copied()) {
            if !known.contains(name) {
                wrong.push(format!("slide {number}: {name} is no section"));
            }
        }
        for field in slide.fields.iter().filter(|field| field.shown.is_empty()) {
            wrong.push(format!("slide {number}: {} is shown nowhere", field.at));
        }
        let bare: BTreeSet<&String> = slide.sections.iter().filter(|name| !shown.contains(name)).collect();
        let open: BTreeSet<&String> = slide.open.keys().collect();
        if bare != open {
            wrong.push(format!("slide {number}: {bare:?} show none of its fields, open are {open:?}"));
        }
        if slide.open.values().any(|reason| reason.split_whitespace().count() < 5) {
            wrong.push(format!("slide {number}: a reason says too little: {:?}", slide.open));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Tells whether two paths meet: one lies within the other.
fn meet(a: &str, b: &str) -> bool {
    let same = |(a, b): (&str, &str)| a == b || [a, b].iter().any(|key| *key == "*" || is_entry(key));
    a.split('/').zip(b.split('/')).all(same)
}

/// Tells whether a key names entries of a list: `[N1,N2]`, `N1`, `3`.
fn is_entry(key: &str) -> bool {
    key.starts_with('[') || key.chars().any(|sign| sign.is_ascii_digit())
}

/// Returns the first row on a rule whose break meets one of these paths, with that path.
fn row_of<'a>(
    rows: &'a BTreeMap<String, Vec<Row>>,
    code: &str,
    paths: &[&'a str],
) -> Option<(&'a Row, &'a str)> {
    let mut own = rows.values().flatten().filter(|row| row.gives == code);
    own.find_map(|row| {
        let broken = row.paths();
        let met = paths.iter().find(|path| broken.iter().any(|broken| meet(broken, path)))?;
        Some((row, *met))
    })
}

fn noticed(slide: &Slide, rows: &BTreeMap<String, Vec<Row>>, sample: &Value) -> Vec<String> {
    let own = slide.fields.iter().map(|field| field.at.as_str());
    let beyond = slide.beyond.iter().map(String::as_str);
    let paths: Vec<&str> = own.chain(beyond).collect();
    let (mut met, mut wrong) = (BTreeSet::new(), Vec::new());
    for code in &slide.rules {
        let Some((row, path)) = row_of(rows, code, &paths) else {
            wrong.push(format!("slide {}: no row of {code} breaks one of {paths:?}", slide.slide));
            continue;
        };
        met.insert(path);
        let base = row.prepared(sample);
        let step = row.step();
        let (_, application) = broken(&base, &step).next().expect("a row breaks something");
        let places = |found: &Findings| -> BTreeSet<String> {
            let own = found.0.iter().filter(|one| one.code == *code);
            own.map(|one| one.place.to_string()).collect()
        };
        let before = places(&findings(&read(base.clone()), row, Some(code)));
        let found = findings(&read(application), row, Some(code));
        if places(&found).is_subset(&before) {
            wrong.push(format!("slide {}: {code} is silent\n{}", slide.slide, told(&found)));
        }
    }
    let idle = slide.beyond.iter().filter(|path| !met.contains(path.as_str()));
    wrong.extend(idle.map(|path| format!("slide {}: no rule needs {path}", slide.slide)));
    wrong
}

#[test]
fn a_broken_field_is_noticed_by_the_rules_of_its_slide() {
    let (sample, rows) = (sample(), rows());
    let wrong: Vec<String> = slides().iter().flat_map(|slide| noticed(slide, &rows, &sample)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Tells whether a text holds the broken sentence, on however many lines.
fn breaks_off(text: &str) -> bool {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ").contains(BROKEN_OFF)
}

#[test]
fn the_sentence_that_breaks_off_is_in_no_text() {
    let mut waiting =
        vec![root().join("templates"), root().join("src"), root().join("samples"), root().join("docs")];
    let mut seen = 0;
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting
                .extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if let Ok(text) = fs::read_to_string(&path) {
            seen += 1;
            assert!(!breaks_off(&text), "{}", path.display());
        }
    }
    assert!(seen > 300, "only {seen} files");
    let (library, sample) = (Library::shipped(), sample());
    let ids: Vec<&str> = library.documents().iter().map(|manifest| manifest.id.as_str()).collect();
    for (name, text) in sections(&library, &sample, &ids, Lang::Pl) {
        assert!(!breaks_off(&text), "{name}");
    }
    let deck = (1..=33).filter_map(|slide| catalogue::slide_text(slide, Lang::Pl));
    deck.for_each(|text| assert!(!breaks_off(&text), "{text}"));
}
