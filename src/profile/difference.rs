//! What differs between two calls. In: two `Profile`s. Out: `Difference`s, told in words.

use std::sync::LazyLock;

use serde::Serialize;

use super::{Profile, Value, Valued};
use crate::diagnostic::Table;
use crate::lang::Lang;

/// A value that two profiles do not share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The name, a route: `numbers/partners_min`.
    pub name: String,
    /// The first profile's value; `None` when it has none.
    pub ours: Option<Value>,
    /// The second profile's value; `None` when it has none.
    pub theirs: Option<Value>,
}

/// Returns what differs between two profiles: first what `a` says, in its order, then what only `b` says.
pub fn differences(a: &Profile, b: &Profile) -> Vec<Difference> {
    let (ours, theirs) = (a.entries(), b.entries());
    let find = |entries: &[Valued], name: &str| {
        entries.iter().find(|entry| entry.name == name).map(|entry| entry.value.clone())
    };
    let first = ours.iter().map(|entry| Difference {
        name: entry.name.clone(),
        ours: Some(entry.value.clone()),
        theirs: find(&theirs, &entry.name),
    });
    let only_theirs = theirs.iter().filter(|entry| find(&ours, &entry.name).is_none());
    let second = only_theirs.map(|entry| Difference {
        name: entry.name.clone(),
        ours: None,
        theirs: Some(entry.value.clone()),
    });
    first.chain(second).filter(|difference| difference.ours != difference.theirs).collect()
}

/// Returns what a value is, for people: `najmniejsza liczba partnerów`. The parts of a form and of criteria
/// are called by their numbers.
pub fn label(name: &str, lang: Lang) -> String {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("values.md")));
    let known = |name: &str| TABLE.get(name).map(|entry| entry.message(lang));
    if let Some(words) = known(name) {
        return words.to_owned();
    }
    let (head, rest) = name.split_once('/').unwrap_or((name, ""));
    let tail = rest.rsplit_once('/').and_then(|(middle, tail)| Some((middle, known(&format!("*/{tail}"))?)));
    match (known(&format!("{head}/*")), tail) {
        (Some(head), Some((middle, tail))) => format!("{head} {middle}: {tail}"),
        (Some(head), None) => format!("{head} {rest}"),
        (None, _) => name.to_owned(),
    }
}

/// Returns the catalogue list whose codes a value holds.
pub(super) fn list(name: &str) -> Option<&'static str> {
    match name {
        "horizontal_required" => Some("horizontal_principles"),
        "agreement_elements" => Some("agreement_elements"),
        "annexes_required" => Some("annex_kinds"),
        "marks" => Some("funding_marks"),
        _ => None,
    }
}
