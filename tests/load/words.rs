//! What people type is read as what it means: a sample in Polish keys and in the catalogue's names is the same
//! application and gives the same documents.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pakt::inside::catalogue;
use pakt::inside::described::{Step, View, visit};
use pakt::inside::diagnostic::Span;
use pakt::inside::joining::{Loaded, load};
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{Options, read};
use pakt::inside::yaml::Input;

use super::{Nothing, lines, one};

pub(crate) fn parts(sample: &str) -> Vec<Input> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let mut paths: Vec<PathBuf> = match path.is_dir() {
        true => fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()).collect(),
        false => vec![path],
    };
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
    let input = |path: &PathBuf| Input {
        name: path.file_name().expect("a name").to_string_lossy().into_owned(),
        bytes: fs::read(path).expect("the sample can be read"),
    };
    paths.iter().map(input).collect()
}

/// Returns the files with other keys and other names of codes, and how many were put in.
pub(crate) fn reworded(loaded: &Loaded, lang: Lang) -> (Vec<Input>, usize) {
    let text = |span: Span| &loaded.sources.files[span.file].text[span.from..span.to];
    let mut puts: BTreeMap<Span, String> = BTreeMap::new();
    visit(&loaded.application, &mut |spot| {
        let place = spot.place();
        if let Some((_, member)) = spot.field {
            let key = loaded.span_of(&place.at_key());
            if text(key) == member.key {
                puts.insert(key, lang.pick(member.polish[0], member.key).to_owned());
            }
        }
        if let View::Code(list, code) = spot.view
            && let Some(term) = catalogue::list(list).and_then(|list| list.get(code))
        {
            let span = loaded.span_of(&place);
            if text(span) == code {
                puts.insert(span, format!("\"{}\"", term.label(lang)));
            }
        }
        Step::Into
    });
    let mut files: Vec<Input> = Vec::new();
    for (number, source) in loaded.sources.files.iter().enumerate() {
        let mut text = source.text.clone();
        for (span, put) in puts.iter().rev().filter(|(span, _)| span.file == number) {
            text.replace_range(span.from..span.to, put);
        }
        files.push(Input { name: source.name.clone(), bytes: text.into_bytes() });
    }
    (files, puts.len())
}

/// Returns all documents of an application as HTML.
fn documents(parts: Vec<Input>) -> Vec<Vec<u8>> {
    let run = read("sample", parts, &Nothing, &Options::default());
    let mut written = Vec::new();
    for name in ["esf-justification", "diagnosis-report", "summary", "employment-pact", "logframe"] {
        for filled in pakt::build(&run, name, Lang::Pl).expect("the document is shipped") {
            written.push(pakt::write(&run, &filled, pakt::Format::Html).expect("HTML can be written"));
        }
    }
    written
}

#[test]
fn a_sample_in_other_words_is_the_same_application_and_gives_the_same_documents() {
    for sample in ["gmina", "minimal.yaml"] {
        let own = load(parts(sample), &Nothing);
        let expected = documents(parts(sample));
        for lang in Lang::ALL {
            let (files, puts) = reworded(&own, lang);
            assert!(puts > 40, "{sample}: {puts}");
            let other = load(files.clone(), &Nothing);
            assert_eq!(lines(&other), lines(&own), "{sample}");
            assert!(other.application == own.application, "{sample} in other words says something else");
            assert!(documents(files) == expected, "{sample} in other words gives other documents");
        }
    }
}

#[test]
fn one_text_is_a_list_of_one() {
    let text = "partners:\n- id: P1\n  name: Most\n  gains: stały kontakt z firmami, także małymi\n\
                diagnosis:\n  method:\n    techniques: ankieta\nobjectives:\n- {id: O1, title: Praca, needs: N1}\n";
    let loaded = one(text);
    assert_eq!(lines(&loaded), "");
    let listed = text
        .replace(
            "gains: stały kontakt z firmami, także małymi",
            "gains: [\"stały kontakt z firmami, także małymi\"]",
        )
        .replace("ankieta", "[survey]")
        .replace("needs: N1", "needs: [N1]");
    assert!(loaded.application == one(listed).application);
}

#[test]
fn several_words_for_a_list_are_put_in_brackets() {
    let loaded = one("diagnosis:\n  method:\n    techniques: ankieta, warsztaty i wywiady\n");
    let found = lines(&loaded);
    assert!(
        found.starts_with("input.yaml:3:17 TYPE-31 ") && found.contains("+ [ankieta, warsztaty, wywiady]"),
        "{found}"
    );
    let read: Vec<String> =
        loaded.application.diagnosis.method.techniques.iter().map(ToString::to_string).collect();
    assert_eq!(read, ["survey", "workshop", "interview"]);
}

#[test]
fn yes_and_no_are_read_in_both_languages() {
    for (word, is) in
        [("tak", true), ("Nie", false), ("TAK", true), ("no", false), ("yes", true), ("x", true)]
    {
        let loaded = one(format!("partnership:\n  legal_personality: {word}\n"));
        assert_eq!(lines(&loaded), "", "{word}");
        assert_eq!(loaded.application.partnership.legal_personality.copied(), Some(is), "{word}");
    }
}

#[test]
fn fields_are_listed_in_the_language_of_their_file() {
    let polish = lines(&one("cele:\n- identyfikator: O1\n  tytuł: Praca\n  całkiem_inne: tak\n"));
    assert!(polish.contains("`poziom`") && !polish.contains("`level`"), "{polish}");
    let english = lines(&one("objectives:\n- id: O1\n  title: Work\n  wholly_other: yes\n"));
    assert!(english.contains("`level`") && !english.contains("`poziom`"), "{english}");
}
