//! Codes in a call's own file: of rules, of lists, of fields of its form. In: the file's tree. Out: a finding
//! at each code that does not exist.

use std::collections::BTreeSet;

use super::demands::ProfilePart;
use super::faults::fault;
use super::link::{Link, Reading};
use super::{Check, Form, OWN, Profile, named};
use crate::catalogue::{self, Meant};
use crate::described::At;
use crate::diagnostic::{self, Findings, Patch, Place, Span};
use crate::model::Call;
use crate::source::{Node, Value};
use crate::words;

/// How many fields of a form a message lists.
const LISTED: usize = 20;

/// For how many wrong codes of one kind the one that may be meant is looked for: a bound on time.
const COMPARED: usize = 200;

/// What a code is a code of.
#[derive(Clone, Copy)]
pub(super) enum Of {
    Rule,
    List(&'static str),
    Indicator,
    Field,
    Check,
    Stage,
    Limit,
    Region,
    /// A category of target groups: a call may have words of its own for them.
    Group,
    /// A code that the call adds to a list.
    Own,
}

/// Where codes stand: `*` is every item of a list, `=` a value that may name its source, `%` every key.
const CODES: [(&[&str], Of); 20] = [
    (&["levels", "%"], Of::Rule),
    (&["horizontal_required", "=", "*"], Of::List("horizontal_principles")),
    (&["agreement_elements", "=", "*"], Of::List("agreement_elements")),
    (&["annexes_required", "=", "*"], Of::List("annex_kinds")),
    (&["marks", "=", "*"], Of::List("funding_marks")),
    (&["gender_points", "=", "%"], Of::List("gender_questions")),
    (&["indicators_required", "=", "*"], Of::Indicator),
    (&["share_rules", "=", "*", "categories", "*"], Of::List("budget_categories")),
    (&["form", "joint", "*", "fields", "*"], Of::Field),
    (&["criteria", "stages", "*", "criteria", "*", "fields", "*"], Of::Field),
    (&["criteria", "stages", "*", "criteria", "*", "checks", "*"], Of::Check),
    (&["criteria", "stages", "*", "counts", "*"], Of::Stage),
    (&["limits", "%"], Of::Limit),
    (&["region", "="], Of::Region),
    (&["applicants", "=", "kinds", "*"], Of::List("partner_kinds")),
    (&["applicants", "=", "sectors", "*"], Of::List("sectors")),
    (&["partners", "=", "kinds", "*"], Of::List("partner_kinds")),
    (&["partners", "=", "sectors", "*"], Of::List("sectors")),
    (&["groups_allowed", "=", "*"], Of::Group),
    (&["own_terms", "=", "*", "code"], Of::Own),
];

/// Tells of every code in a file that does not exist; fields and stages are those of the whole chain.
pub(super) fn check(link: &Link, chain: &[Link], base: &str, reading: Reading<'_>, findings: &mut Findings) {
    let parts = || chain.iter().map(|link| &link.part.value);
    let shipped = named(base);
    let forms =
        || parts().filter_map(|part| part.form.as_ref()).chain(shipped.and_then(|own| own.form.as_ref()));
    let sheets = || {
        parts().filter_map(|part| part.criteria.as_ref()).chain(shipped.and_then(|own| own.criteria.as_ref()))
    };
    let fields = once(forms().flat_map(Form::fields).map(|(_, field)| field.id.as_str()));
    let stages = once(sheets().flat_map(|sheet| &sheet.stages).map(|stage| stage.id.as_str()));
    let indicators = indicators(parts());
    for (route, of) in CODES {
        let known: Vec<&str> = match of {
            Of::Rule => reading.rules.to_vec(),
            Of::List(list) => codes_of(list),
            Of::Indicator => indicators.clone(),
            Of::Region => regions(),
            Of::Group => codes_of(GROUPS),
            Of::Own => Vec::new(),
            Of::Field => fields.clone(),
            Of::Check => checks(),
            Of::Stage => stages.clone(),
            Of::Limit => once(fields.iter().chain(reading.sections).copied()),
        };
        let exist: BTreeSet<&str> = known.iter().copied().collect();
        let all = listed(&known);
        let mut told = 0;
        each(&link.part.tree, Place::root(), route, &mut |place, span, code| {
            if !exist.contains(code) && !of.means(code) {
                let compared = if told < COMPARED { known.as_slice() } else { &[] };
                unknown(code, of, (compared, &all), (place, Some(span)), findings);
                told += 1;
            }
        });
    }
}

/// Tells of every limit that the application sets on a text that does not exist under this profile.
pub fn limits(profile: &Profile, call: At<'_, Call>, reading: Reading<'_>, findings: &mut Findings) {
    let fields = profile.form.iter().flat_map(Form::fields).map(|(_, field)| field.id.as_str());
    let known = once(fields.chain(reading.sections.iter().copied()));
    let all = listed(&known);
    let stray = call.limits().each().filter(|(name, _)| !known.contains(&name.as_str()));
    for (told, (name, limit)) in stray.enumerate() {
        let compared = if told < COMPARED { known.as_slice() } else { &[] };
        let place = limit.here().at_key();
        unknown(name, Of::Limit, (compared, &all), (place, None), findings);
    }
}

/// The list of categories of target groups.
const GROUPS: &str = "group_categories";

impl Of {
    /// Returns the code whose name or everyday word a mistyped one comes near.
    fn nearest(self, word: &str) -> Option<&'static str> {
        match self {
            Self::List(list) => nearest_term(list, word),
            Self::Group => nearest_term(GROUPS, word),
            _ => None,
        }
    }

    /// Tells whether a word that is no code means one all the same.
    pub(super) fn means(self, word: &str) -> bool {
        let of =
            |list: &str| catalogue::list(list).is_some_and(|list| matches!(list.meant(word), Meant::One(_)));
        match self {
            Self::List(list) => of(list),
            Self::Group => of(GROUPS),
            Self::Region => catalogue::regions().named(word).is_some(),
            Self::Own => word.strip_prefix(OWN).is_some_and(|rest| !rest.is_empty()),
            _ => false,
        }
    }
}

/// Returns the code of the term of a list whose code, name or everyday word a mistyped word comes near.
pub(super) fn nearest_term(list: &str, word: &str) -> Option<&'static str> {
    let names = catalogue::list(list)?.terms().iter().flat_map(|term| {
        let names = [&term.code, &term.pl, &term.en].into_iter().chain(&term.also);
        names.map(move |name| (name.as_str(), term.code.as_str()))
    });
    words::nearest(word, names)
}

/// Returns the codes of indicators that there are: of the catalogue, and of the lists of these files.
pub(super) fn indicators<'p>(parts: impl Iterator<Item = &'p ProfilePart>) -> Vec<&'p str> {
    let own = parts.flat_map(|part| &part.indicators).flat_map(|stated| &stated.value);
    let known = catalogue::indicators().all().iter().map(|one| one.code.as_str());
    known.chain(own.map(|one| one.code.as_str())).collect()
}

pub(super) fn regions() -> Vec<&'static str> {
    catalogue::regions().all().iter().map(|region| region.pl.as_str()).collect()
}

/// Returns ids in their order, each once.
fn once<'i>(ids: impl Iterator<Item = &'i str>) -> Vec<&'i str> {
    let mut seen = BTreeSet::new();
    ids.filter(|id| seen.insert(*id)).collect()
}

pub(super) fn checks() -> Vec<&'static str> {
    Check::ALL.iter().map(|check| check.code()).collect()
}

pub(super) fn codes_of(list: &str) -> Vec<&'static str> {
    catalogue::list(list).map(|list| list.codes().collect()).unwrap_or_default()
}

/// Calls `found` with each code at the end of a route.
fn each(node: &Node, place: Place, route: &[&str], found: &mut dyn FnMut(Place, Span, &str)) {
    let Some((step, rest)) = route.split_first() else {
        if let Value::Scalar { text, .. } = &node.value
            && !node.is_null()
        {
            found(place, node.span, text.trim());
        }
        return;
    };
    match (*step, &node.value) {
        ("*", Value::List(items)) => {
            for (number, item) in items.iter().enumerate() {
                each(item, place.index(number), rest, found);
            }
        }
        // One word in place of a list; the loader has told of it.
        ("*", Value::Scalar { text, .. }) if !text.contains(',') => each(node, place, rest, found),
        ("%", Value::Map(entries)) => {
            for entry in entries {
                found(place.key(&entry.key).at_key(), entry.span, &entry.key);
            }
        }
        ("=", Value::Map(_)) => match node.entry("value", |_, _| false) {
            Some(entry) => each(&entry.node, place.key("value"), rest, found),
            None => each(node, place, rest, found),
        },
        ("=", _) => each(node, place, rest, found),
        (key, Value::Map(_)) => {
            if let Some(entry) = node.entry(key, |_, _| false) {
                each(&entry.node, place.key(key), rest, found);
            }
        }
        _ => {}
    }
}

/// Returns the first of the codes that exist, for a message.
fn listed(known: &[&str]) -> diagnostic::Value {
    if known.is_empty() { ["brak", "none"].into() } else { words::listed(known, LISTED).into() }
}

/// Tells of a code that does not exist, with one it may be and with those that do.
fn unknown(
    code: &str,
    of: Of,
    (known, all): (&[&str], &diagnostic::Value),
    (place, span): (Place, Option<Span>),
    findings: &mut Findings,
) {
    let near = whole_code(code, known)
        .or_else(|| words::meant(code, known.iter().copied()))
        .or_else(|| of.nearest(code));
    // Beside the words of the list a call may have its own.
    if matches!(of, Of::Group) && near.is_none() {
        return;
    }
    let like = near.or_else(|| words::alike(code, known.iter().copied()));
    let hint =
        like.map(|word| diagnostic::Value::around(["czy chodziło o `{0}`? ", "did you mean `{0}`? "], word));
    let (number, list, title) = match of {
        Of::Rule => ("CALL-07", "", ["", ""]),
        Of::List(name) => {
            let title = catalogue::list(name).map(|list| [list.pl.as_str(), list.en.as_str()]);
            ("CALL-08", name, title.unwrap_or_default())
        }
        Of::Indicator => ("CALL-08", "indicators", ["Wskaźniki", "Indicators"]),
        Of::Region => ("CALL-08", "regions", ["Województwa", "Voivodeships"]),
        Of::Group => ("CALL-08", GROUPS, ["Kategorie grup docelowych", "Categories of target groups"]),
        Of::Own => ("CALL-26", "", ["", ""]),
        Of::Field => ("CALL-09", "", ["", ""]),
        Of::Check => ("CALL-18", "", ["", ""]),
        Of::Stage => ("CALL-10", "", ["", ""]),
        Of::Limit => ("CALL-15", "", ["", ""]),
    };
    let finding = fault(number, (place, span), &[("value", code), ("list", list)]);
    let finding = finding.with("hint", hint);
    let mut finding = finding.with("title", title).with("all", all.clone());
    finding.patch = near.zip(span).map(|(text, span)| Patch::form(span, text));
    findings.push(finding);
}

/// Returns the rule that a code without its zero or its capitals means: `need-2`.
fn whole_code<'k>(code: &str, known: &[&'k str]) -> Option<&'k str> {
    let (family, number) = code.split_once('-')?;
    let whole = format!("{}-{number:0>2}", family.to_uppercase());
    known.iter().find(|known| **known == whole).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::joining::Files;
    use crate::lang::Lang;
    use crate::reading;
    use crate::source::Sources;
    use crate::yaml::Input;

    struct Nothing;

    impl Files for Nothing {
        fn read(&self, path: &str) -> Result<Vec<u8>, diagnostic::Value> {
            Err(path.into())
        }
    }

    #[test]
    fn of_very_many_wrong_codes_all_are_told_and_the_first_compared() {
        let codes = (0..300).map(|number| format!("  NEED-2{number:03}: off\n"));
        let bytes = format!("levels:\n{}", codes.collect::<String>()).into_bytes();
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let input = Input { name: "call.yaml".into(), bytes };
        let part = reading::part(input, &mut sources, &mut findings);
        let link = Link { path: "call.yaml".into(), shown: "call.yaml".into(), part };
        let reading = Reading { files: &Nothing, rules: &["NEED-02"], sections: &[] };
        check(&link, &[], super::super::BASE, reading, &mut findings);
        let hinted = findings.0.iter().filter(|finding| {
            finding
                .values
                .iter()
                .any(|(name, value)| *name == "hint" && value.say(Lang::En).contains("`NEED-02`"))
        });
        assert_eq!((findings.0.len(), hinted.count()), (300, COMPARED));
    }
}
