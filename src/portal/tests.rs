//! Packs of all shipped forms.

mod files;

use super::*;
use crate::context::Mode;
use crate::diagnostic::{Findings, Level};
use crate::joining::{Files, load};
use crate::profile::{self, Each, Filling, Stated};
use crate::report::worded;
use crate::units::{Count, Money};
use crate::yaml::Input;

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
        Err(path.into())
    }
}

fn application(yaml: &str) -> crate::model::Application {
    let input = Input { name: "pakt.yaml".to_owned(), bytes: yaml.as_bytes().to_vec() };
    load(vec![input], &NoFiles).application
}

fn named(id: &str) -> Profile {
    profile::named(id).expect("it is shipped").clone()
}

/// Makes a pack and says what is wrong with it.
fn packed(yaml: &str, profile: &Profile, lang: Lang) -> (Pack, Findings) {
    let application = application(yaml);
    let facts = Facts::of(&application);
    let library = Library::shipped();
    let case = Case { facts: &facts, profile, library: &library, lang, mode: Mode::Final };
    let pack = pack(&case, Scope::All).expect("shipped templates fill in").expect("the profile has a form");
    let findings = findings(&pack, profile);
    (pack, findings)
}

fn sheet<'pack>(pack: &'pack Pack, key: &str) -> &'pack Sheet {
    pack.fields.iter().find(|sheet| sheet.key == key).unwrap_or_else(|| panic!("{key} is in the pack"))
}

/// Counts as the profile says, by other means than the program.
fn counted(text: &str, profile: &Profile) -> usize {
    let counting = profile.counting();
    let breaks = text.matches('\n').count();
    let spaces = if counting.spaces { 0 } else { text.matches([' ', '\u{a0}']).count() };
    text.replace('\n', "").chars().count() - spaces
        + breaks * usize::try_from(counting.line_break.get()).unwrap_or_default()
}

fn with_forms() -> Vec<Profile> {
    profile::ids().map(named).filter(|profile| profile.form.is_some()).collect()
}

#[test]
fn every_filling_has_a_template_in_both_languages_and_no_template_is_idle() {
    let layers = crate::templates::Layers::over_shipped(Vec::new());
    for lang in Lang::ALL {
        let folder = format!("{TEMPLATES}/{}/", lang.code());
        let path = |filling: &Filling| format!("{folder}{}.md", filling.code());
        for filling in Filling::ALL {
            assert!(layers.find(&path(filling)).is_some(), "{} is missing", path(filling));
        }
        let known: Vec<String> = Filling::ALL.iter().map(path).collect();
        let own = layers.files().into_iter().filter(|file| file.path.starts_with(&folder));
        for file in own.filter(|file| !file.path.ends_with("/own.md")) {
            assert!(known.contains(&file.path.to_owned()), "no form asks for {}", file.path);
        }
    }
    let serde_name = |filling: &Filling| serde_json::to_string(filling).expect("it is a name");
    assert!(Filling::ALL.iter().all(|filling| serde_name(filling) == format!("\"{}\"", filling.code())));
}

#[test]
fn an_empty_application_gets_empty_texts_that_say_what_to_fill_in() {
    assert!(with_forms().len() >= 8);
    for profile in with_forms() {
        for lang in Lang::ALL {
            let (pack, _) = packed("meta: {lang: pl}\n", &profile, lang);
            for sheet in pack.fields.iter().filter(|sheet| sheet.entry == Entry::Text) {
                let words = match sheet.state {
                    State::NotApplicable => {
                        profile.form.as_ref().and_then(|form| form.not_applicable.as_ref())
                    }
                    _ => None,
                };
                let words = words.map_or("", |stated| stated.value.as_str());
                assert_eq!(sheet.text, words, "{} {}", profile.id, sheet.key);
                assert!(!sheet.fill.is_empty(), "{} {}", profile.id, sheet.key);
            }
        }
    }
}

#[test]
fn one_filling_gives_one_text_and_several_stand_one_under_the_other() {
    let yaml = "meta: {title: Tytuł, summary: Opis gminy}\ndiagnosis: {context: Kontekst}\n";
    let (pack, _) = packed(yaml, &named("esf-plus"), Lang::Pl);
    assert_eq!(sheet(&pack, "title").text, "Tytuł");
    assert_eq!(sheet(&pack, "summary").text, "Opis gminy.\n\nKontekst.");
}

#[test]
fn a_scored_text_of_a_few_words_is_thin() {
    let states = |text: &str| {
        let yaml = format!("meta: {{title: T}}\nportal: {{experience: \"{text}\", ind_out: krótko}}\n");
        let (pack, _) = packed(&yaml, &named("esf-plus"), Lang::Pl);
        (sheet(&pack, "experience").state, sheet(&pack, "title").state, sheet(&pack, "ind_out").state)
    };
    assert_eq!(states("krótko"), (State::Thin, State::Ready, State::Ready));
    assert_eq!(states(&"a ".repeat(666)), (State::Thin, State::Ready, State::Ready));
    assert_eq!(states(&"a ".repeat(668)), (State::Ready, State::Ready, State::Ready));
}

#[test]
fn limits_of_every_form_hold_to_the_character() {
    let mut seen = 0;
    for profile in with_forms() {
        let form = profile.form.as_ref().expect("it has one");
        let limited = form.fields().filter(|(_, field)| {
            field.entry == Entry::Text && field.each.is_none() && profile.field_limit(&field.id).is_some()
        });
        for (_, field) in limited {
            let limit = profile.field_limit(&field.id).expect("it has one");
            let most = usize::try_from(limit.value.get()).expect("it is small");
            let parts = u64::from(profile.numbers.limit_warning_from.value.parts());
            let near = usize::try_from((limit.value.get() * parts).div_ceil(10_000)).expect("it is small");
            let lengths = [(near - 1, State::Ready), (near, State::Near), (most, State::Near)];
            for (length, state) in lengths.into_iter().chain([(most + 1, State::Over)]) {
                let text = "ż".repeat(length);
                let yaml = format!("portal:\n  \"{}\": {text}\n", field.id);
                let (pack, findings) = packed(&yaml, &profile, Lang::Pl);
                let own = sheet(&pack, &field.id);
                assert_eq!((own.count, own.state), (length, state), "{} {}", profile.id, field.id);
                assert_eq!(own.beyond.chars().count(), length.saturating_sub(most));
                let place = format!("portal/{}", field.id);
                let told: Vec<_> =
                    findings.0.iter().filter(|finding| finding.place.to_string() == place).collect();
                let level = if limit.origin.is_verified() { Level::Error } else { Level::Warning };
                let expected = match state {
                    State::Over => vec![("PORTAL-03", level)],
                    State::Near => vec![("PORTAL-05", Level::Advice)],
                    _ => Vec::new(),
                };
                assert_eq!(told.iter().map(|one| (one.code, one.level)).collect::<Vec<_>>(), expected);
            }
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn a_limit_of_the_call_is_an_error_and_one_from_memory_a_warning() {
    let yaml = "portal: {title: Tytuł za długi}\ncall: {limits: {title: 5}}\n";
    let application = application(yaml);
    let profile = named("esf-plus").with_call(&application.call);
    let (_, findings) = packed(yaml, &profile, Lang::Pl);
    let told = findings.0.iter().find(|finding| finding.code == "PORTAL-03").expect("it is told");
    assert_eq!(told.level, Level::Error);
    assert_eq!(
        worded(told, Lang::Pl).message,
        "pole „Tytuł projektu” ma 14 zn. przy limicie 5 zn., czyli o 9 zn. za dużo; przestaje się mieścić od słów „Tytuł za długi”"
    );
    assert!(!worded(told, Lang::Pl).help.contains("sprawdź limit"), "{}", worded(told, Lang::Pl).help);
}

#[test]
fn fields_share_a_limit_that_grows_with_the_project() {
    let text = |length: usize| "a".repeat(length);
    for (id, keys) in [("esf-power-2014", ["3.1", "4.1"]), ("esf-pokl-2007", ["3.1", "3.3"])] {
        let profile = named(id);
        let form = profile.form.as_ref().expect("it has one");
        for (total, band) in [(1_999_999, 0), (2_000_000, 1), (6_000_000, 2)] {
            let most = usize::try_from(form.joint[0].bands[band].limit.get()).expect("it is small");
            for over in [0, 1] {
                let yaml = format!(
                    "budget: {{total: {total}}}\nportal: {{\"{}\": {}, \"{}\": {}}}\n",
                    keys[0],
                    text(most - 10),
                    keys[1],
                    text(10 + over)
                );
                let (pack, findings) = packed(&yaml, &profile, Lang::Pl);
                // Fields that do not apply hold words that count.
                let words: usize = pack
                    .fields
                    .iter()
                    .filter(|sheet| {
                        form.joint[0].fields.contains(&sheet.field) && !keys.contains(&&*sheet.field)
                    })
                    .map(|sheet| sheet.count)
                    .sum();
                assert_eq!(pack.shared[0].count, most + over + words, "{id} {total}");
                assert_eq!(pack.shared[0].over(), over + words, "{id} {total}");
                let told = findings.0.iter().filter(|finding| finding.code == "PORTAL-04").count();
                assert_eq!(told, usize::from(over + words > 0), "{id} {total}");
            }
        }
        let (pack, findings) = packed("meta: {title: T}\n", &profile, Lang::Pl);
        assert!(pack.shared[0].limit.is_none(), "without a value there is no limit");
        assert!(findings.0.iter().all(|finding| finding.code != "PORTAL-04"));
    }
}

#[test]
fn a_short_version_stands_in_only_where_the_long_one_does_not_fit() {
    let yaml = "actions:\n  - {id: A1, title: Staże, text: Długi opis zadania, short: Krótko}\n";
    let mut profile = named("esf-plus");
    let (pack, _) = packed(yaml, &profile, Lang::Pl);
    let task = sheet(&pack, "task-A1");
    assert_eq!((task.text.as_str(), task.origin), ("Długi opis zadania.", Origin::Application));
    profile.limits.insert("task".to_owned(), Stated::new(Count::new(10), profile::Origin::application()));
    let (pack, findings) = packed(yaml, &profile, Lang::Pl);
    let task = sheet(&pack, "task-A1");
    assert_eq!((task.text.as_str(), task.origin), ("Krótko.", Origin::Short));
    assert!(findings.0.iter().all(|finding| finding.code != "PORTAL-03"), "{findings:?}");
    // The author's own text wins even where it is too long.
    let (pack, findings) =
        packed(&format!("{yaml}portal: {{task-A1: Własny tekst autora}}\n"), &profile, Lang::Pl);
    assert_eq!(sheet(&pack, "task-A1").origin, Origin::Author);
    let told = findings.0.iter().find(|finding| finding.code == "PORTAL-03").expect("it is told");
    assert_eq!(told.place.to_string(), "portal/task-A1");
}

#[test]
fn counts_are_those_of_an_independent_count() {
    let yaml = "portal:\n  title: \"Zażółć gęślą jaźń 🪨\"\n  summary: \"a b\\n\\nc\\n\\n- d\\n- e\"\n";
    for (spaces, line_break) in [(true, 0), (true, 1), (true, 2), (false, 1)] {
        let mut profile = named("esf-plus");
        let counting = Counting { spaces, line_break: Count::new(line_break) };
        if let Some(form) = &mut profile.form {
            form.counting = Some(Stated::new(counting, profile::Origin::application()));
        }
        let (pack, _) = packed(yaml, &profile, Lang::Pl);
        for key in ["title", "summary"] {
            let own = sheet(&pack, key);
            assert_eq!(own.count, counted(&own.text, &profile), "{}", own.text);
        }
        assert_eq!(sheet(&pack, "summary").text, "a b\nc\n- d\n- e");
    }
}

#[test]
fn a_misspelt_field_is_told_at_its_key() {
    let profile = named("esf-plus");
    let yaml = "actions: [{id: A1, title: A}]\nportal: {task-A2: x, sumary: y, title: z}\n";
    let application = application(yaml);
    let facts = Facts::of(&application);
    let found = stray(&facts, &profile, false);
    let told: Vec<_> = found
        .0
        .iter()
        .map(|one| (one.place.to_string(), worded(one, Lang::Pl).help.split('?').next().map(str::to_owned)))
        .collect();
    assert_eq!(
        told,
        [
            ("portal/task-A2".to_owned(), Some("czy chodziło o `task-A1`".to_owned())),
            ("portal/sumary".to_owned(), Some("czy chodziło o `summary`".to_owned()))
        ]
    );
    let none = stray(&facts, &named("neutral"), true);
    assert_eq!(
        none.0.iter().map(|one| (one.code, one.level)).collect::<Vec<_>>(),
        [("PORTAL-02", Level::Error)]
    );
    assert!(
        worded(&none.0[0], Lang::Pl).help.contains("`esf-plus`"),
        "{}",
        worded(&none.0[0], Lang::Pl).help
    );
}

#[test]
fn what_does_not_apply_says_so() {
    let profile = named("esf-power-2014");
    let border = profile.numbers.risk_from.as_ref().expect("it has one").value;
    let small = border - Money::from_grosze(100);
    let risk = "risks: [{id: R1, title: Za mało zgłoszeń}]\n";
    for (total, state) in [(small, State::NotApplicable), (border, State::Ready)] {
        let (pack, _) = packed(&format!("budget: {{total: {total}}}\n{risk}"), &profile, Lang::Pl);
        let own = sheet(&pack, "3.3");
        assert_eq!(own.state, state, "{total}");
        assert_eq!(own.text == "nie dotyczy", state == State::NotApplicable);
    }
    // Lump sums that the project does not use.
    let (pack, _) = packed("meta: {title: T}\n", &profile, Lang::Pl);
    assert_eq!(sheet(&pack, "4.2").text, "nie dotyczy");
}

#[test]
fn hostile_markup_does_not_survive() {
    let own = "## Nagłówek\\n\\n**gruby** i *pochyły*, [strona](https://a.pl)\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |\\n\\nprzypis[^1]  \\n<b>x</b>\\n\\n[^1]: źródło";
    let yaml = format!(
        "meta: {{summary: \"{own}\"}}\nactions: [{{id: A1, title: \"**a** | b\", text: \"{own}\"}}]\nportal: {{title: \"{own}\"}}\n"
    );
    for profile in with_forms() {
        for lang in Lang::ALL {
            let (pack, _) = packed(&yaml, &profile, lang);
            for sheet in &pack.fields {
                let text = sheet.text.replace("**a** | b", "tytuł");
                for markup in ["**", "# ", "|", "[^", "](", "\u{a0}", "  ", " \n", "\n\n\n"] {
                    assert!(!text.contains(markup), "{} {} {markup:?}: {text}", profile.id, sheet.key);
                }
                assert_eq!(sheet.text, sheet.text.trim(), "{} {}", profile.id, sheet.key);
            }
        }
    }
}
