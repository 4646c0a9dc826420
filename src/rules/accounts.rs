//! The account of all checks, for people and as data. In: `accounting()`. Out: text, JSON, Markdown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};

use super::accounting::{Accounted, Answer, accounting};
use super::{registry, words};
use crate::catalogue::Label;
use crate::lang::Lang;
use crate::words::shipped;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    families: BTreeMap<String, Label>,
    reasons: BTreeMap<String, String>,
}

fn said() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| shipped!("rules/accounts.yaml"));
    &WORDS
}

/// Returns the letters before a check's number: `NEED`, `esf:D`.
fn family(source: &str) -> &str {
    source.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches('-')
}

/// Returns what a family of checks or rules is about; empty for an unknown one.
pub fn family_title(family: &str, lang: Lang) -> &'static str {
    said().families.get(family).map_or("", |label| label.get(lang))
}

fn reason(text: &'static str, lang: Lang) -> &'static str {
    let polish = || said().reasons.get(text).map(String::as_str);
    lang.pick(polish().unwrap_or(text), text)
}

/// Returns the name of a rule beside its code: `NEED-02 need-without-evidence`.
fn rule_name(code: &str) -> String {
    words(code).map_or_else(|| code.to_owned(), |entry| format!("{code} {}", entry.name))
}

fn answer(answer: &Answer, lang: Lang) -> String {
    match answer {
        Answer::Rules(codes) => codes.iter().map(|code| rule_name(code)).collect::<Vec<_>>().join(", "),
        Answer::Elsewhere(where_to) => {
            format!("{}: {}", lang.pick("inna część programu", "elsewhere"), reason(where_to, lang))
        }
        Answer::Open(why) => format!("{}: {}", lang.pick("otwarte", "open"), reason(why, lang)),
        Answer::Forgotten => lang.pick("nierozliczone", "unaccounted").to_owned(),
    }
}

/// How many checks are answered in which way.
#[derive(Clone, Copy, Default)]
struct Counts {
    rules: usize,
    elsewhere: usize,
    open: usize,
}

fn counts(all: &[Accounted]) -> Counts {
    let mut counts = Counts::default();
    for accounted in all {
        match accounted.answer {
            Answer::Rules(_) => counts.rules += 1,
            Answer::Elsewhere(_) => counts.elsewhere += 1,
            Answer::Open(_) | Answer::Forgotten => counts.open += 1,
        }
    }
    counts
}

fn sum(all: &[Accounted], lang: Lang) -> String {
    let Counts { rules, elsewhere, open } = counts(all);
    let total = all.len();
    lang.pick(
        format!(
            "Razem {total}: w regułach {rules}, w innych częściach programu {elsewhere}, otwarte {open}."
        ),
        format!("{total} in all: {rules} in rules, {elsewhere} elsewhere, {open} open."),
    )
}

/// Returns the rules that answer no check of the field's lists.
fn further() -> impl Iterator<Item = &'static str> {
    let own = |code: &str| words(code).is_some_and(|entry| entry.source().trim() == "DESIGN");
    registry().map(|rule| rule.code).filter(move |code| own(code))
}

fn further_title(lang: Lang) -> &'static str {
    lang.pick("Reguły spoza list", "Rules beyond the lists")
}

/// Returns each check with what answers it, by family, counted at the end.
pub fn accounts(lang: Lang) -> String {
    let all = accounting();
    let mut text = String::new();
    let mut last = "";
    // Writing into a string cannot fail.
    for accounted in &all {
        let family = family(&accounted.source);
        if family != last {
            let gap = if last.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{family} – {}", family_title(family, lang));
            last = family;
        }
        let _ = writeln!(text, "  {:<10} → {}", accounted.source, answer(&accounted.answer, lang));
    }
    let _ = writeln!(text, "\n{}", further_title(lang));
    further().for_each(|code| {
        let _ = writeln!(text, "  {}", rule_name(code));
    });
    let _ = writeln!(text, "\n{}", sum(&all, lang));
    text
}

/// Returns the same as a table of Markdown.
pub fn accounts_markdown(lang: Lang) -> String {
    let all = accounting();
    let head = lang.pick(
        "| sprawdzenie | czego dotyczy | co na nie odpowiada |",
        "| check | subject | what answers it |",
    );
    let mut text = format!("{head}\n| --- | --- | --- |\n");
    for accounted in &all {
        let subject = family_title(family(&accounted.source), lang);
        let _ = writeln!(text, "| {} | {subject} | {} |", accounted.source, answer(&accounted.answer, lang));
    }
    let further: Vec<String> = further().map(rule_name).collect();
    let _ = writeln!(text, "\n{}: {}.\n\n{}", further_title(lang), further.join(", "), sum(&all, lang));
    text
}

/// Returns the same as data.
pub fn accounts_json(lang: Lang) -> Value {
    let all = accounting();
    let entry = |accounted: &Accounted| {
        let family = family(&accounted.source);
        let head =
            json!({ "check": accounted.source, "family": family, "subject": family_title(family, lang) });
        let rest = match &accounted.answer {
            Answer::Rules(codes) => json!({ "answer": "rules", "rules": codes }),
            Answer::Elsewhere(text) => json!({ "answer": "elsewhere", "reason": reason(text, lang) }),
            Answer::Open(text) => json!({ "answer": "open", "reason": reason(text, lang) }),
            Answer::Forgotten => json!({ "answer": "forgotten" }),
        };
        let fields = [head, rest].into_iter().filter_map(|value| value.as_object().cloned()).flatten();
        Value::Object(fields.collect())
    };
    let Counts { rules, elsewhere, open } = counts(&all);
    json!({
        "checks": all.iter().map(entry).collect::<Vec<_>>(),
        "further": further().collect::<Vec<_>>(),
        "counts": { "all": all.len(), "rules": rules, "elsewhere": elsewhere, "open": open },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_and_every_reason_has_words_in_both_languages() {
        for accounted in accounting() {
            let family = family(&accounted.source);
            for lang in Lang::ALL {
                assert!(!family_title(family, lang).is_empty(), "{family} has no title in accounts.yaml");
            }
            if let Answer::Elsewhere(text) | Answer::Open(text) = accounted.answer {
                assert!(said().reasons.contains_key(text), "accounts.yaml has no Polish for: {text}");
            }
        }
    }

    #[test]
    fn all_checks_are_listed_and_counted() {
        let text = accounts(Lang::En);
        assert_eq!(text.lines().filter(|line| line.contains(" → ")).count(), accounting().len());
        let Counts { rules, elsewhere, open } = counts(&accounting());
        assert_eq!(rules + elsewhere + open, accounting().len());
        assert!(text.contains("  esf:D01    → NEED-02 need-without-evidence"), "{text}");
        assert!(accounts(Lang::Pl).contains("Razem 268: "));
    }
}
