//! The portal pack of the full sample against its golden files, and what no field may hold.

use std::{env, fs};

use pakt::inside::context::Mode;
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;
use pakt::inside::portal::{self, Case, Pack, Scope};
use pakt::inside::profile::{self, Profile};
use pakt::inside::templates::{Layer, Layers, Library, Origin};
use pakt::inside::write::Style;

use super::{root, sample};

fn with_forms() -> Vec<Profile> {
    let profiles = profile::ids().filter_map(profile::named);
    profiles.filter(|profile| profile.form.is_some()).cloned().collect()
}

fn pack(profile: &Profile, lang: Lang, library: &Library) -> Pack {
    let loaded = sample(&root().join("samples/szydlowiec"));
    let facts = Facts::of(&loaded.application);
    let case = Case { facts: &facts, profile, library, lang, mode: Mode::Final };
    portal::pack(&case, Scope::All).expect("shipped templates fill in").expect("the profile has a form")
}

#[test]
fn the_pack_of_the_full_sample_is_as_it_was() {
    let profile = profile::named("esf-plus").expect("it is shipped");
    let pack = pack(profile, Lang::Pl, &Library::shipped());
    let golden = root().join("tests/golden/szydlowiec");
    let folder = golden.join(portal::folder(&pack, Lang::Pl));
    let files = portal::files(&pack, Lang::Pl, &Style::default());
    if env::var_os("UPDATE").is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder can be made");
        for file in &files {
            fs::write(golden.join(&file.path), &file.bytes).expect("the golden file can be written");
        }
    }
    for file in &files {
        let known = fs::read(golden.join(&file.path)).unwrap_or_default();
        assert!(known == file.bytes, "{} changed; UPDATE=1 rewrites it", file.path);
    }
    let known = fs::read_dir(&folder).expect("there are golden files").count();
    assert_eq!(known, files.len(), "a file that is no longer made lies in {}", folder.display());
}

#[test]
fn fields_of_every_form_are_bare_text() {
    let library = Library::shipped();
    for profile in with_forms() {
        for lang in Lang::ALL {
            for sheet in pack(&profile, lang, &library).fields {
                let name = format!("{} {} {}", profile.id, lang.code(), sheet.key);
                for mark in ["**", "#", "|", "[^", "](", "\u{a0}", "  ", " \n", "\n\n\n", "\r", "\t"] {
                    assert!(!sheet.text.contains(mark), "{name} holds {mark:?}: {}", sheet.text);
                }
                for hole in ["()", "„”", "null", " .", " ,", ",,", ";.", ":.", ".."] {
                    assert!(!sheet.text.contains(hole), "{name} has a hole {hole:?}: {}", sheet.text);
                }
                assert_eq!(sheet.text, sheet.text.trim(), "{name}");
                let lines: Vec<&str> = sheet.text.lines().collect();
                for (number, line) in lines.iter().enumerate().filter(|(_, line)| line.ends_with(':')) {
                    let next = lines.get(number + 1).copied().unwrap_or_default();
                    assert!(!next.is_empty(), "{name} announces nothing: {line}");
                }
            }
        }
    }
}

/// What the full sample has to say on a subject is in its field, in the author's own words.
#[test]
fn fields_hold_what_the_application_says() {
    let profile = profile::named("esf-plus").expect("it is shipped");
    let pack = pack(profile, Lang::Pl, &Library::shipped());
    let text = |key: &str| {
        let sheet = pack.fields.iter().find(|sheet| sheet.key == key);
        sheet.map(|sheet| sheet.text.clone()).unwrap_or_default()
    };
    for (key, words) in [
        ("task-A2", "Trzymiesięczne staże poprzedza próbny tydzień pracy."),
        ("partnership", "Żaden z partnerów nie rozwiąże tego problemu sam."),
        ("management", "Koordynator w fundacji"),
        ("gender", "Zawody kamieniarskie uchodzą za męskie. Próbne tygodnie"),
        ("gender", "Źródła danych o barierach równości: Ankieta"),
        ("summary", "90 osób podejmie pracę."),
    ] {
        assert!(text(key).contains(words), "{key}: {}", text(key));
    }
}

#[test]
fn a_consultant_words_a_field_anew() {
    let own = ("portal/pl/in_kind.md".to_owned(), "Wnosimy: {{ potential.in_kind | clause }}.\n".to_owned());
    let files = [own].into_iter().collect();
    let layer = Layer { origin: Origin::Override, root: "mine/".to_owned(), files };
    let (library, faults) = Library::new(Layers::over_shipped(vec![layer]));
    assert!(faults.is_empty(), "{faults:?}");
    let profile = profile::named("esf-plus").expect("it is shipped");
    let pack = pack(profile, Lang::Pl, &library);
    let sheet = pack.fields.iter().find(|sheet| sheet.key == "pot_inkind").expect("it is in the form");
    assert_eq!(sheet.text, "Wnosimy: Odzież robocza i narzędzia dla 90 stażystów.");
}
