//! Changes made in a Word file come back into the application: seeded edits of narrative papers, made in the markup as Word
//! makes them. `PAKT_FUZZ=1500` tries 300 a paper instead of a few.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

#[path = "word/edits.rs"]
mod edits;

use std::collections::BTreeSet;
use std::path::Path;

use edits::{Edit, control, edited, packed, plain_words};
use fastrand::Rng;
use pakt::inside::context::Mode;
use pakt::inside::described::{Markup, Step, View, visit};
use pakt::inside::joining::Files;
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{self, Again, Options, Returned, Run, Trace};
use pakt::inside::style::Look;
use pakt::inside::templates::Library;
use pakt::inside::word::{self, Package, Paper};
use pakt::inside::yaml::Input;

/// The papers that are mostly the authors' words.
const PAPERS: [&str; 5] =
    ["summary", "esf-justification", "diagnosis-report", "employment-pact", "monitoring-plan"];

/// How many edits of a paper are tried at least.
const ROUNDS: usize = 12;

/// Files beside the sample.
struct Beside;

impl Files for Beside {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::Value> {
        std::fs::read(Path::new("samples/gmina").join(path)).map_err(|error| error.to_string().into())
    }
}

fn sample() -> Vec<Input> {
    let mut names: Vec<_> = std::fs::read_dir("samples/gmina")
        .expect("the sample is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    names.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
    let part = |path: &std::path::PathBuf| Input {
        name: path.to_string_lossy().into_owned(),
        bytes: std::fs::read(path).expect("the sample is there"),
    };
    names.iter().map(part).collect()
}

fn read(parts: &[Input]) -> Run {
    pipeline::read("samples/gmina", parts.to_vec(), &Beside, &Options::default())
}

/// Builds a paper as a Word file.
fn built(parts: &[Input], id: &str, library: &Library) -> Vec<u8> {
    let run = read(parts);
    let seen = run.seen(Lang::Pl, Mode::Final);
    let filled = run.fill_from(library, id, &seen).expect("shipped templates fill in").remove(0);
    let trace = Trace::of(&run, library, (id, &filled), &seen);
    trace.file(&filled.paper.document, &Look::default()).bytes.expect("Word can always be written")
}

fn paper(file: &[u8]) -> Paper {
    let package = Package::read(file).expect("it is a package");
    word::read(package.names(), |name| package.text(name)).expect("it can be read")
}

fn brought(file: &[u8], parts: &[Input], library: &Library) -> Returned {
    pipeline::returned(parts.to_vec(), &paper(file), &Again { read: &read, library })
}

fn codes(found: &Returned) -> Vec<&'static str> {
    found.findings.0.iter().map(|finding| finding.code).collect()
}

#[test]
fn an_unchanged_file_brings_back_nothing() {
    let (parts, library) = (sample(), Library::shipped());
    for id in PAPERS {
        let file = built(&parts, id, &library);
        assert_eq!(file, built(&parts, id, &library), "{id}: the same bytes each time");
        let found = brought(&file, &parts, &library);
        assert_eq!((codes(&found), found.texts), (Vec::new(), 0), "{id}");
        assert!(found.parts.iter().zip(&parts).all(|(own, before)| own.bytes == before.bytes), "{id}");
    }
}

#[test]
fn seeded_edits_come_back_exactly_or_are_named() {
    let (parts, library) = (sample(), Library::shipped());
    let rounds = std::env::var("PAKT_FUZZ").ok().and_then(|count| count.parse().ok());
    let rounds = rounds.map_or(ROUNDS, |count: usize| ROUNDS.max(count / 5));
    let (mut all, mut back) = (0, 0);
    let plain = plain_places(&read(&parts));
    for (number, id) in PAPERS.into_iter().enumerate() {
        let file = built(&parts, id, &library);
        let package = Package::read(&file).expect("it is a package");
        let mut rng = Rng::with_seed(number as u64);
        for _ in 0..rounds {
            let Some((edit, place, markup)) = edited(&package, &mut rng) else { continue };
            let found = brought(&packed(&package, &markup), &parts, &library);
            // A name or a title has no look: bold in one is named, and nothing could come back.
            if edit == Edit::Bold && plain.contains(&titled(&markup, &place)) {
                assert_eq!((codes(&found), found.texts), (vec!["WORD-03"], 0), "{id}: {place}");
                continue;
            }
            all += 1;
            if found.texts == 0 {
                assert!(!found.findings.0.is_empty(), "{id}: {edit:?} of {place} is told of");
                eprintln!("{id}: {edit:?} of {place}: {:?}", codes(&found));
                continue;
            }
            let again = built(&found.parts, id, &library);
            let again = Package::read(&again).expect("it is a package");
            let said = again.text("word/document.xml").expect("it has a body");
            // The paper may set a full stop behind the text.
            let words = |markup: &str| plain_words(&control(markup, &place)).join("\n");
            let [own, meant] = [said, &markup].map(|markup| words(markup).trim_end_matches('.').to_owned());
            assert_eq!(own, meant, "{id}: {edit:?} of {place} came back wrong");
            back += 1;
        }
    }
    eprintln!("{back} of {all} edits came back");
    assert!(back * 100 >= all * 95, "{back} of {all} edits came back");
}

/// Returns the places of all texts that are no narratives.
fn plain_places(run: &Run) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    visit(&run.loaded.application, &mut |spot| {
        if matches!(spot.view, View::Text(_, Markup::Plain)) {
            places.insert(spot.place().to_string());
        }
        Step::Into
    });
    places
}

/// Returns the place that stands as the title of the control with a tag.
fn titled(markup: &str, tag: &str) -> String {
    let end = markup.find(&format!("<w:tag w:val=\"{tag}\"/>")).expect("the control is there");
    let from = markup[..end].rfind("<w:alias w:val=\"").expect("it has a title") + 16;
    markup[from..].split('"').next().unwrap_or_default().to_owned()
}

/// Returns the file of a paper with its body changed, and what came back.
fn with(id: &str, change: impl Fn(&str) -> String) -> Returned {
    let (parts, library) = (sample(), Library::shipped());
    let package = Package::read(&built(&parts, id, &library)).expect("it is a package");
    let before = package.text("word/document.xml").expect("it has a body");
    let markup = change(before);
    assert_ne!(markup, before, "the change changes something");
    brought(&packed(&package, &markup), &parts, &library)
}

fn changed_line(found: &Returned, word: &str) -> bool {
    found.parts.iter().any(|part| String::from_utf8_lossy(&part.bytes).contains(word))
}

#[test]
fn hostile_words_come_back_as_they_are() {
    for hostile in ["]]> & <b> \"x\"", "a: b # c", "שלום עולם", "a *y* _z_", &"długie ".repeat(700)]
    {
        let escaped = hostile.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let found = with("summary", |markup| {
            let at = control_of(markup, "meta/summary");
            let text = at + markup[at..].find("</w:t>").expect("it holds words");
            format!("{} {}{}", &markup[..text], escaped.trim(), &markup[text..])
        });
        assert_eq!((found.texts, codes(&found)), (1, Vec::new()), "{}", &hostile[..20.min(hostile.len())]);
    }
}

/// Returns where the first control of a place begins.
fn control_of(markup: &str, place: &str) -> usize {
    markup.find(&format!("<w:alias w:val=\"{place}\"/>")).expect("the text is in the paper")
}

#[test]
fn what_was_changed_meanwhile_is_a_conflict() {
    let (parts, library) = (sample(), Library::shipped());
    let package = Package::read(&built(&parts, "summary", &library)).expect("it is a package");
    let markup = package.text("word/document.xml").expect("it has a body");
    let at = control_of(markup, "meta/summary");
    let text = at + markup[at..].find("</w:t>").expect("it holds words");
    let file = packed(&package, &format!("{} dopisane{}", &markup[..text], &markup[text..]));
    let mut meanwhile = parts.clone();
    let summary = read(&parts).loaded.application.meta.summary.clone();
    let first = summary.get().and_then(|text| {
        text.all().first().map(|(_, words)| words.split(' ').next().unwrap_or_default().to_owned())
    });
    let first = first.expect("the sample has a summary");
    for part in &mut meanwhile {
        let words = String::from_utf8_lossy(&part.bytes).into_owned();
        if let Some(at) = words.find("summary:")
            && let Some(word) = words[at..].find(&first)
        {
            part.bytes = format!("{}Inaczej {}", &words[..at + word], &words[at + word..]).into_bytes();
        }
    }
    assert_ne!(meanwhile, parts);
    let found = brought(&file, &meanwhile, &library);
    assert_eq!((codes(&found), found.texts), (vec!["WORD-01"], 0));
    assert_eq!(found.parts, meanwhile);
}

#[test]
fn other_words_and_lost_controls_are_named() {
    let found = with("summary", |markup| {
        let paragraph = "<w:p><w:r><w:t>Nowy akapit poza tekstami.</w:t></w:r></w:p>";
        markup.replacen("<w:sectPr>", &format!("{paragraph}<w:sectPr>"), 1)
    });
    assert_eq!(codes(&found), ["WORD-04"]);
    let found = with("summary", |markup| {
        let from = control_of(markup, "meta/summary");
        let from = markup[..from].rfind("<w:sdt>").expect("it opens");
        let to = from + markup[from..].find("</w:sdt>").expect("it closes") + "</w:sdt>".len();
        format!("{}{}", &markup[..from], &markup[to..])
    });
    assert_eq!(codes(&found), ["WORD-05"]);
    assert_eq!(found.texts, 0);
}

#[test]
fn a_title_changed_in_two_ways_is_a_conflict_and_in_one_it_changes_everywhere() {
    let titled = |markup: &str, words: [&str; 2]| {
        let mut out = markup.to_owned();
        let mut from = 0;
        for word in words {
            let at = from + control_of(&out[from..], "actions/0/title");
            let text = at + out[at..].find("</w:t>").expect("it holds words");
            out.insert_str(text, word);
            from = text;
        }
        out
    };
    let found = with("esf-justification", |markup| titled(markup, [" Jeden", " Dwa"]));
    assert_eq!((codes(&found), found.texts), (vec!["WORD-02"], 0));
    let found = with("esf-justification", |markup| titled(markup, [" Jeden", " Jeden"]));
    assert_eq!((codes(&found), found.texts), (vec![], 1));
    assert!(changed_line(&found, " Jeden"));
}

#[test]
fn a_look_that_no_text_has_is_named_and_tracked_words_count() {
    let found = with("summary", |markup| {
        let at = control_of(markup, "meta/summary");
        let run = at + markup[at..].find("<w:r>").expect("it has a run");
        format!("{}<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>{}", &markup[..run], &markup[run + 5..])
    });
    assert_eq!((codes(&found), found.texts), (vec!["WORD-06"], 0));
    let found = with("summary", |markup| {
        let at = control_of(markup, "meta/summary");
        let run = at + markup[at..].find("</w:r>").expect("it has a run") + 6;
        let tracked = "<w:ins w:id=\"9001\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\"> I śledzone.</w:t></w:r></w:ins>\
            <w:del w:id=\"9002\" w:author=\"A\"><w:r><w:delText>nie</w:delText></w:r></w:del>";
        format!("{}{tracked}{}", &markup[..run], &markup[run..])
    });
    assert_eq!((codes(&found), found.texts), (vec![], 1));
    assert!(changed_line(&found, "I śledzone."));
}
