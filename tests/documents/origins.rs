//! Where the words of documents come from, and that asking for it changes nothing.

use std::collections::BTreeMap;

use pakt::inside::context::{Context, Mode};
use pakt::inside::described::{Step, visit};
use pakt::inside::document::Traced;
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;
use pakt::inside::model::Application;
use pakt::inside::proof;
use pakt::inside::templates::{Library, Paper};

use super::overrides::library;
use super::{root, sample, samples};

/// Letters and digits in lower case: what markup, type setting and sentences leave alone.
fn letters(words: &str) -> String {
    words.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns all texts of an application by their places.
fn texts(application: &Application) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    visit(application, &mut |spot| {
        for (lang, words) in spot.words() {
            texts.insert(spot.place_of(lang).to_string(), words.to_owned());
        }
        Step::Into
    });
    texts
}

#[test]
fn words_lead_to_the_text_that_holds_them() {
    let shipped = Library::shipped();
    let (mut wrong, mut torn): (Vec<String>, Vec<String>) = Default::default();
    for (name, path) in samples() {
        let application: Application = sample(&path).application;
        let facts = Facts::of(&application);
        let texts = texts(&application);
        for lang in Lang::ALL {
            let (context, _) = Context::of(&facts, lang, Mode::Draft);
            let (marked, origins) = Context::marked(&facts, lang, Mode::Draft);
            for manifest in shipped.documents().iter().filter(|own| own.languages.contains(&lang)) {
                let id = manifest.id.as_str();
                let Paper { document: paper, rendered, .. } =
                    shipped.paper(id, &context).expect("it fills in");
                let traced = shipped.traced(id, &rendered, (&marked, &origins)).expect("it fills in");
                torn.extend(
                    proof::torn(&application, &traced, &origins)
                        .iter()
                        .map(|one| format!("{name} {id} {one:?}")),
                );
                for (own, bare) in traced.words().0.iter().zip(&paper.words().0) {
                    assert_eq!(own, bare, "{name} {id} {}", lang.code());
                }
                let found = traced.traced();
                for Traced { origin, words, .. } in &found {
                    let place = &traced.origins[origin.0].place;
                    let text = texts.get(&place.to_string()).map_or("", String::as_str);
                    if !letters(text).contains(&letters(words)) {
                        wrong.push(format!("{name} {id} {place}: {words:?} in {text:?}"));
                    }
                }
                let length: usize = found.iter().map(|one| one.words.len()).sum();
                let all: usize = paper.words().0.iter().map(String::len).sum();
                println!("{name} {id} {} {}%", lang.code(), length * 100 / all.max(1));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert_eq!(torn, [""; 0]);
}

/// What a template makes of an author's text stays what it was, whoever asks for origins.
#[test]
fn templates_compute_with_bare_texts() {
    const TITLE: &str = "meta.title";
    let manifest = "title: {pl: a, en: a}\npurpose: {pl: a, en: a}\nreaders: {pl: b, en: b}\nstage: initiating\nlanguages: [pl]\nsections:\n  - {file: all}\n";
    let loaded = sample(&root().join("samples/minimal.yaml"));
    let facts = Facts::of(&loaded.application);
    let (context, _) = Context::of(&facts, Lang::Pl, Mode::Final);
    let (marked, origins) = Context::marked(&facts, Lang::Pl, Mode::Final);
    for (line, wanted, origin) in [
        ("{% if T == 'Powrót do pracy w gminie Przykładowo' %}tak{% endif %}", "tak", ""),
        ("{% if 'pracy' in T %}tak{% endif %}", "tak", ""),
        ("{{ T | length }}", "36", ""),
        (
            "{{ T | split(pat=' ') | join(sep='_') }}",
            "Powrót\\_do\\_pracy\\_w\\_gminie\\_Przykładowo",
            "meta/title",
        ),
        ("{{ T | upper }}", "POWRÓT DO PRACY W GMINIE PRZYKŁADOWO", "meta/title"),
        (
            "{{ T | replace(from='pracy', to='szkoły') }}",
            "Powrót do szkoły w gminie Przykładowo",
            "meta/title",
        ),
        (
            "{% set x %}{{ T }}{% endset %}{{ x | length }} {{ x }}",
            "36 Powrót do pracy w gminie Przykładowo",
            "",
        ),
        ("{{ T }}.", "Powrót do pracy w gminie Przykładowo.", "meta/title"),
        (
            "{{ T ~ ' i ' ~ area.name }}",
            "Powrót do pracy w gminie Przykładowo i gmina Przykładowo",
            "meta/title area/name",
        ),
        (
            "{{ [area.name, T] | and | cell }}",
            "gmina Przykładowo i Powrót do pracy w gminie Przykładowo",
            "area/name meta/title",
        ),
    ] {
        let line = line.replace('T', TITLE);
        let (library, _) = library(&[("note/document.yaml", manifest), ("note/pl/all.md", &line)]);
        let plain = library.render("note", &context).expect("it fills in");
        assert_eq!(plain.markdown.trim(), wanted, "{line}");
        let traced = library.traced("note", &plain, (&marked, &origins)).expect("it fills in");
        assert_eq!(traced.words(), library.paper("note", &context).expect("it fills in").document.words());
        let places = traced.traced().into_iter().map(|one| traced.origins[one.origin.0].place.to_string());
        assert_eq!(places.collect::<Vec<_>>().join(" "), origin, "{line}");
    }
}
