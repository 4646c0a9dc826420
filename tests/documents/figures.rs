//! Figures in a consultant's own template: with filters, without, in conditions.

use pakt::inside::context::{Context, Mode};
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;

use super::overrides::library;
use super::{root, sample};

/// Fills in a note of one line in both languages.
fn filled(line: &str) -> [String; 2] {
    let manifest = "title: {pl: a, en: a}\npurpose: {pl: a, en: a}\nreaders: {pl: b, en: b}\nstage: initiating\nlanguages: [pl, en]\nsections:\n  - {file: all}\n";
    let files = [("note/document.yaml", manifest), ("note/pl/all.md", line), ("note/en/all.md", line)];
    let (library, faults) = library(&files);
    assert!(faults.is_empty(), "{faults:?}");
    let loaded = sample(&root().join("samples/minimal.yaml"));
    [Lang::Pl, Lang::En].map(|lang| {
        let (context, _) = Context::of(&Facts::of(&loaded.application), lang, Mode::Final);
        let rendered = library.render("note", &context).expect("it fills in");
        rendered.markdown.trim().replace('\u{a0}', "_")
    })
}

#[test]
fn a_forgotten_filter_prints_a_figure_in_the_form_of_the_document() {
    for (line, pl, en) in [
        ("{{ budget.total }}", "180_000,00_zł", "PLN_180,000.00"),
        ("{{ schedule.period.from }}", "1_września_2026_r.", "1_September 2026"),
        ("{{ indicators[0].target }} + {{ budget.own_share }} %", "12 + 5 %", "12 + 5 %"),
        ("{{ budget.lines[0].amount | cell }}", "84_000,00_zł", "PLN_84,000.00"),
        ("{{ [budget.own] | commas }}", "9_000,00_zł", "PLN_9,000.00"),
        (
            "{{ ('*' ~ budget.total ~ ', ' ~ schedule.period.to) | sentence }}",
            "\\*180_000,00_zł, 31_sierpnia_2028_r.",
            "\\*PLN_180,000.00, 31_August 2028.",
        ),
    ] {
        assert_eq!(filled(line), [pl, en], "{line}");
    }
}

#[test]
fn a_filter_says_a_figure_in_its_own_form() {
    for (line, pl, en) in [
        ("{{ budget.total | money }}", "180_000,00_zł", "PLN_180,000.00"),
        ("{{ budget.total | number }}", "180_000,00", "180,000.00"),
        ("{{ indicators[0].target | plural(one='a', few='b', many='c') }}", "12_c", "12_c"),
        ("{{ schedule.period.from | month }}", "wrzesień_2026_r.", "September 2026"),
        (
            "{{ schedule.period | period }}",
            "od_1_września_2026_r. do_31_sierpnia_2028_r.",
            "from 1_September 2026 to 31_August 2028",
        ),
        (
            "{{ 1500 | money }}, {{ 1500 | number }}, {{ (5 / 2) | number }}",
            "1_500,00_zł, 1_500, 2,5",
            "PLN_1,500.00, 1,500, 2\\.5",
        ),
        (
            "{{ budget.total | safe }} {{ schedule.period.from | yaml }}",
            "180000.00 \"2026-09-01\"",
            "180000.00 \"2026-09-01\"",
        ),
        (
            "{{ budget.indirect | money }}{{ budget.indirect | default(value=0, boolean=true) | money }}",
            "0,00_zł",
            "PLN_0.00",
        ),
    ] {
        assert_eq!(filled(line), [pl, en], "{line}");
    }
}

#[test]
fn figures_compare_by_value() {
    for condition in [
        "budget.total",
        "not budget.indirect",
        "budget.lines_total == budget.total",
        "budget.lines[0].amount < budget.lines[1].amount",
        "budget.own < budget.lines[0].amount",
        "schedule.period.from < schedule.period.to",
        "(schedule.period.from | safe) == '2026-09-01'",
        "(budget.total | safe | float) > 100000.0",
        "budget.lines | sort(attribute='amount') | first | get(key='id') == 'B1'",
    ] {
        let line = format!("{{% if {condition} %}}yes{{% endif %}}.");
        assert_eq!(filled(&line), ["yes.", "yes."], "{condition}");
    }
}

/// Else a version `1.5` of an author would become `1,5`.
#[test]
fn no_filter_reads_a_figure_out_of_a_text() {
    for filter in ["money", "number", "date", "month"] {
        let line = format!("a {{{{ '1.5' | {filter} }}}}, {{{{ '2026-09-01' | {filter} }}}}");
        assert_eq!(filled(&line), ["a 1\\.5, 2026-09-01"; 2], "{filter}");
    }
}

/// Marks of funding stand on papers for the public, and only where the call asks for them.
#[test]
fn a_paper_for_the_public_bears_the_marks_that_the_call_asks_for() {
    use pakt::inside::document::Wanted;
    let loaded = sample(&root().join("samples/minimal.yaml"));
    let (context, _) = Context::of(&Facts::of(&loaded.application), Lang::Pl, Mode::Final);
    let wanted = |id: &str, profile: &str| {
        let profile = pakt::inside::profile::named(profile).expect("the profile is shipped");
        let paper = pakt::inside::templates::Library::shipped().paper(id, &context.clone().under(profile));
        paper.expect("it fills in").document.front.wanted
    };
    let emblem = Wanted::Emblem {
        alt: "emblemat Unii Europejskiej".to_owned(),
        statement: "Dofinansowane przez Unię Europejską".to_owned(),
    };
    let place = Wanted::Place("miejsce na znak programu".to_owned());
    assert_eq!(wanted("annual-report", "esf-plus"), [emblem, place]);
    assert_eq!(wanted("annual-report", "pact"), []);
    assert_eq!(wanted("partnership-agreement", "esf-plus"), [], "nothing is granted yet");
}
