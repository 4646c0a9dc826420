//! A consultant's own templates: one section, one new document, and what goes wrong with them.

use std::collections::BTreeMap;

use pakt::inside::context::{Context, Mode};
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;
use pakt::inside::templates::{Fault, Layer, Layers, Library, Origin};

use super::{root, sample};

pub(super) fn library(files: &[(&str, &str)]) -> (Library, Vec<Fault>) {
    let files: BTreeMap<String, String> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let layer = Layer { origin: Origin::Override, root: "mine/".to_owned(), files };
    Library::new(Layers::over_shipped(vec![layer]))
}

fn context() -> Context {
    let loaded = sample(&root().join("samples/minimal.yaml"));
    Context::of(&Facts::of(&loaded.application), Lang::Pl, Mode::Final).0
}

fn told(faults: &[Fault]) -> Vec<String> {
    let line = |fault: &Fault| {
        let place = fault.position().map(|(line, column)| format!("{}:{line}:{column}", fault.file));
        format!(
            "{} {}: {} / {}",
            fault.code,
            place.unwrap_or_default(),
            fault.message(Lang::En),
            fault.help(Lang::En)
        )
    };
    faults.iter().map(line).collect()
}

#[test]
fn one_section_is_replaced_and_may_hold_the_shipped_one() {
    let text = "Nasz wstęp.\n\n{% include \"shipped/esf-justification/pl/65-sustainability.md\" %}";
    let (library, faults) = library(&[("esf-justification/pl/65-sustainability.md", text)]);
    assert_eq!(told(&faults), [""; 0]);
    let rendered = library.render("esf-justification", &context()).expect("it fills in");
    assert!(
        rendered.markdown.contains("Nasz wstęp.\n\nPo projekcie staże prowadzi gmina"),
        "{}",
        rendered.markdown
    );
}

#[test]
fn a_document_of_ones_own_joins_the_others() {
    let manifest = "title: {pl: Notatka, en: Note}\npurpose: {pl: a, en: a}\nreaders: {pl: b, en: b}\nstage: initiating\nlanguages: [pl]\nsections:\n  - {file: all}\n";
    let (library, faults) =
        library(&[("note/document.yaml", manifest), ("note/pl/all.md", "{{ meta.title }}")]);
    assert_eq!(told(&faults), [""; 0]);
    let rendered = library.render("note", &context()).expect("it fills in");
    assert_eq!(rendered.markdown.trim(), "Powrót do pracy w gminie Przykładowo");
}

#[test]
fn a_section_may_name_itself_after_what_it_holds() {
    let manifest = "title: {pl: Notatka, en: Note}\npurpose: {pl: a, en: a}\nreaders: {pl: b, en: b}\nstage: initiating\nlanguages: [pl]\nsections:\n  - {file: all, title: {pl: Ludzie i cele, en: x}}\n  - {file: none, title: {pl: Pusty, en: x}}\n";
    let all =
        "{% if not groups %}{title} Cele\n{% endif %}\n{{ meta.title }}: źródła{{ ['E1', 'E2'] | note }}";
    let (library, faults) = library(&[
        ("note/document.yaml", manifest),
        ("note/pl/all.md", all),
        ("note/pl/none.md", "{title} Niczego nie ma\n"),
    ]);
    assert_eq!(told(&faults), [""; 0]);
    let rendered = library.render("note", &Context { groups: Vec::new(), ..context() }).expect("it fills in");
    let shown = rendered.markdown.split("\n\n[^").next().unwrap_or_default();
    assert_eq!(shown, "# Cele\n\nPowrót do pracy w gminie Przykładowo: źródła[^E1][^E2]");
}

#[test]
fn a_misspelt_file_is_told_with_what_was_meant() {
    let (_, faults) = library(&[("esf-justification/pl/10-neds.md", "x")]);
    let told = told(&faults);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("TPL-04 mine/esf-justification/pl/10-neds.md:1:1: file `esf-justification/pl/10-neds.md` replaces nothing"), "{told:?}");
    assert!(told[0].contains("did you mean `esf-justification/pl/10-needs.md`?"), "{told:?}");
}

#[test]
fn every_fault_of_every_template_is_told_at_its_place() {
    let (library, _) = library(&[
        ("esf-justification/pl/10-needs.md", "a\n{{ needs | lenght }}\n{{ meta.title | mony }}"),
        ("esf-justification/pl/15-evidence.md", "{% if x %}"),
        ("esf-justification/pl/20-groups.md", "{% include \"shared/pl/nothing.md\" %}"),
    ]);
    let faults = library.check("esf-justification", Lang::Pl).expect_err("there are faults");
    let told = told(&faults);
    assert!(
        told.iter().any(|line| line.starts_with("TPL-01 mine/esf-justification/pl/15-evidence.md:1:")),
        "{told:#?}"
    );
    assert!(
        told.iter().any(|line| line.starts_with(
            "TPL-03 mine/esf-justification/pl/10-needs.md:2:12: there is no filter or function `lenght`"
        )),
        "{told:#?}"
    );
    assert!(
        told.iter().any(|line| line.starts_with("TPL-03 mine/esf-justification/pl/10-needs.md:3:17:")
            && line.contains("did you mean `money`?")),
        "{told:#?}"
    );
}

#[test]
fn a_parent_that_is_not_there_is_told_where_it_is_named() {
    let (library, _) = library(&[("esf-justification/pl/10-needs.md", "{% extends \"shared/pl/bse.md\" %}")]);
    let faults = library.check("esf-justification", Lang::Pl).expect_err("there is a fault");
    let told = told(&faults);
    assert!(told[0].starts_with("TPL-05 mine/esf-justification/pl/10-needs.md:1:13: "), "{told:#?}");
}

#[test]
fn an_unknown_name_is_told_with_what_exists() {
    let (library, _) = library(&[("esf-justification/pl/10-needs.md", "ą {{ metaa.title }}")]);
    let faults = library.render("esf-justification", &context()).expect_err("there is a fault");
    let told = told(&faults);
    assert!(
        told[0]
            .starts_with("TPL-02 mine/esf-justification/pl/10-needs.md:1:6: templates know no name `metaa`"),
        "{told:#?}"
    );
    assert!(told[0].contains("did you mean `meta`?"), "{told:#?}");
}

#[test]
fn a_name_misspelt_in_a_condition_is_no_silence() {
    let (library, _) = library(&[("esf-justification/pl/10-needs.md", "{% if meta.titel %}x{% endif %}")]);
    let faults = library.check("esf-justification", Lang::Pl).expect_err("there is a fault");
    assert!(told(&faults)[0].contains("did you mean `title`?"), "{:#?}", told(&faults));
}

#[test]
fn an_unknown_document_is_told_with_those_that_exist() {
    let faults = Library::shipped().render("esf-justificaton", &context()).expect_err("there is none");
    assert!(told(&faults)[0].contains("did you mean `esf-justification`?"), "{:#?}", told(&faults));
}

/// The example of the pages on templates: one section with a sentence of one's own, one new document.
#[test]
fn the_worked_example_fills_in() {
    let folder = root().join("samples/templates");
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.clone()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()),
            );
        } else {
            let name = path.strip_prefix(&folder).expect("it lies below").to_string_lossy().into_owned();
            files.insert(name, std::fs::read_to_string(&path).expect("a text"));
        }
    }
    let layer = Layer { origin: Origin::Override, root: "samples/templates/".to_owned(), files };
    let (library, faults) = Library::new(Layers::over_shipped(vec![layer]));
    assert_eq!(told(&faults), [""; 0]);
    let loaded = sample(&root().join("samples/szydlowiec"));
    for lang in Lang::ALL {
        let (context, _) = Context::of(&Facts::of(&loaded.application), lang, Mode::Final);
        let rendered = library.render("board-note", &context).expect("it fills in");
        let opening = lang.pick("który realizuje 6\u{a0}partnerów.", "carried out by 6\u{a0}partners.");
        assert!(rendered.markdown.contains(opening), "{}", rendered.markdown);
        assert!(rendered.markdown.contains("374\u{a0}400,00") || lang == Lang::En, "{}", rendered.markdown);
        let rendered = library.render("esf-justification", &context).expect("it fills in");
        let own = lang.pick("Projekt służy celowi szczegółowemu programu", "The partners identified");
        let shipped = lang.pick("Projekt przyczynia się do celu szczegółowego", "The partners named");
        assert!(
            rendered.markdown.contains(own) && !rendered.markdown.contains(shipped),
            "{}",
            rendered.markdown
        );
        let title = lang.pick("# 2. Dane i ich źródła\n", "# 2. Evidence\n");
        assert!(rendered.markdown.contains(title), "{}", rendered.markdown);
    }
}

#[test]
fn a_phrase_that_nobody_says_is_told_with_the_nearest() {
    let phrases = "pl:\n  \"Projekt przyczynia sie do celu szczegółowego programu\": \"x\"\n  \"{{ meta.title }}\": \"y\"\n";
    let (_, faults) = library(&[("phrases.yaml", phrases)]);
    let told = told(&faults);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].starts_with("TPL-12 mine/phrases.yaml:2:4: no document says"), "{told:#?}");
    assert!(
        told[0].contains("did you mean `Projekt przyczynia się do celu szczegółowego programu`?"),
        "{told:#?}"
    );
    let (_, faults) = library(&[("phrases.yaml", "pl: [a]")]);
    assert_eq!(faults[0].code, "TPL-06");
}
