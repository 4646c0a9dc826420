//! Which check of the field's lists is answered by which rule. In: `sources.yaml` and the words of the
//! rules. Out: `Accounted`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{registry, words};
use crate::words::shipped;

/// A check of the field's lists and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounted {
    /// Its code: `NEED-02`, `esf:D01`.
    pub source: String,
    /// What answers it.
    pub answer: Answer,
}

/// What answers a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These rules.
    Rules(Vec<&'static str>),
    /// Another part of the program.
    Elsewhere(&'static str),
    /// Nothing so far, for this reason.
    Open(&'static str),
    /// Nobody has said; the suite refuses it.
    Forgotten,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    lists: Vec<List>,
    elsewhere: BTreeMap<String, String>,
    open: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    form: Form,
    families: BTreeMap<String, u8>,
}

/// How a list writes its codes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Form {
    /// `NEED-02`.
    Dashed,
    /// `esf:D01`.
    Esf,
}

fn sources() -> &'static Sources {
    static SOURCES: LazyLock<Sources> = LazyLock::new(|| shipped!("rules/sources.yaml"));
    &SOURCES
}

/// Returns all checks of the field's lists with what answers them, by list and family.
pub fn accounting() -> Vec<Accounted> {
    let mut rules: BTreeMap<&str, Vec<&'static str>> = BTreeMap::new();
    for rule in registry() {
        let cited = words(rule.code).map_or("", |entry| entry.source());
        for source in cited.split(',').map(str::trim) {
            rules.entry(source).or_default().push(rule.code);
        }
    }
    let codes = sources().lists.iter().flat_map(|list| {
        let families = list.families.iter();
        families.flat_map(move |(family, count)| {
            (1..=*count).map(move |number| match list.form {
                Form::Dashed => format!("{family}-{number:02}"),
                Form::Esf => format!("esf:{family}{number:02}"),
            })
        })
    });
    let answered = codes.map(|source| {
        let elsewhere = sources().elsewhere.get(&source).map(|where_to| Answer::Elsewhere(where_to));
        let open = sources().open.get(&source).map(|reason| Answer::Open(reason));
        let ruled = rules.get(source.as_str()).map(|rules| Answer::Rules(rules.clone()));
        let answer = ruled.or(elsewhere).or(open).unwrap_or(Answer::Forgotten);
        Accounted { source, answer }
    });
    answered.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_is_accounted_for_once() {
        let all = accounting();
        assert_eq!(all.len(), 268);
        let known = |code: &str| all.iter().any(|accounted| accounted.source == code);
        for accounted in &all {
            assert_ne!(accounted.answer, Answer::Forgotten, "{}", accounted.source);
            if matches!(accounted.answer, Answer::Rules(_)) {
                assert!(!sources().open.contains_key(&accounted.source), "{} is not open", accounted.source);
            }
        }
        for (code, reason) in sources().open.iter().chain(&sources().elsewhere) {
            assert!(known(code), "{code} is no check");
            assert!(!reason.trim().is_empty(), "{code} has no reason");
        }
        for rule in registry() {
            let cited = words(rule.code).expect("every row has words").source();
            for source in cited.split(',').map(str::trim).filter(|source| *source != "DESIGN") {
                assert!(known(source), "{} cites {source}", rule.code);
            }
        }
    }
}
