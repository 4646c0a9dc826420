//! The application as a whole, and what its authors accept. Words: `meta.md`.

use super::accept::{OF_PORTALS, UNUSED, acceptances, is_acceptable};
use super::{Case, Family, Faults, Rule, fault, lacks, missing, names, registry, translations};
use crate::described::{Fields, Step, View, visit};
use crate::diagnostic::{Part, Place};
use crate::facts::Unwritten;
use crate::words::meant;

pub(super) const FAMILY: Family = Family {
    prefix: "META",
    rules: &[
        Rule::missing("META-02", "application-without-title", missing!(meta.title)),
        Rule::missing("META-03", "draft-text-left", draft_text),
        Rule::error("META-04", "section-over-limit", over_limit),
        Rule::warning("META-05", "invented-entries-left", invented),
        UNUSED,
        Rule::error("META-07", "acceptance-without-reason", unreasoned),
        Rule::error("META-08", "acceptance-of-unknown-rule", unknown_rule),
        Rule::advice("META-09", "profile-not-verified", unverified),
        Rule::missing("META-10", "entry-without-name", names::nameless),
        Rule::advice("META-11", "text-in-other-language-only", translations::texts),
        Rule::warning("META-12", "name-in-other-language-only", translations::names),
        Rule::warning("META-13", "law-that-holds-no-longer", super::outdated::cited),
        Rule::advice("META-14", "promise-with-a-way-out", super::empty_words::hedged),
        Rule::advice("META-15", "word-in-place-of-an-answer", super::empty_words::nothing_said),
    ],
    text: include_str!("meta.md"),
};

fn draft_text(case: &Case<'_>, faults: &mut Faults) {
    for Unwritten { place, text, part } in case.facts.unwritten() {
        lacks!(faults at place.clone(), value = text[part.clone()].trim()).part(Part::of(text, part.clone()));
    }
}

fn over_limit(case: &Case<'_>, faults: &mut Faults) {
    for section in case.sections {
        let Some(limit) = case.profile.limits.get(&section.name) else { continue };
        if section.characters > limit.value.get() {
            fault!(faults at section.place.clone(),
                section = &section.name, count = section.characters, limit = limit.value.to_string(),
                over = section.characters - limit.value.get(); by limit
            );
        }
    }
}

/// How many invented entries the message names and points at.
const NAMED: usize = 6;

fn invented(case: &Case<'_>, faults: &mut Faults) {
    let mut found: Vec<(Place, String)> = Vec::new();
    visit(case.facts.application, &mut |spot| {
        if let (View::Truth(true), Some(true)) = (&spot.view, spot.member().map(|member| member.invented)) {
            let place = spot.place();
            let id = spot.owner.map_or("", Fields::id);
            let name =
                if id.is_empty() { place.parent().unwrap_or_default().to_string() } else { id.to_owned() };
            found.push((place, name));
        }
        Step::Into
    });
    let Some(((first, _), rest)) = found.split_first() else { return };
    let more = if found.len() > NAMED { " …" } else { "" };
    let names: Vec<&str> = found.iter().take(NAMED).map(|(_, name)| name.as_str()).collect();
    let fault = faults.at(first.clone());
    fault.with("count", found.len()).with("names", names.join(", ") + more);
    for (place, _) in rest.iter().take(NAMED - 1) {
        fault.also(place.clone());
    }
}

fn unreasoned(case: &Case<'_>, faults: &mut Faults) {
    for acceptance in acceptances(case) {
        // A missing reason is the loader's to tell.
        if acceptance.because.get().is_some_and(|reason| reason.is_blank()) {
            let rule = acceptance.rule.get().map_or("", |rule| rule.as_str());
            fault!(faults at acceptance.because(), rule);
        }
    }
}

fn unknown_rule(case: &Case<'_>, faults: &mut Faults) {
    for acceptance in acceptances(case) {
        let Some(code) = acceptance.rule.get().filter(|code| !is_acceptable(code.as_str())) else {
            continue;
        };
        let codes = registry().map(|rule| rule.code).chain(OF_PORTALS);
        let example = meant(code.as_str(), codes).unwrap_or("NEED-04");
        fault!(faults at acceptance.rule(), rule = code.as_str(), example);
    }
}

fn unverified(case: &Case<'_>, faults: &mut Faults) {
    let values = case.profile.unverified();
    if values.is_empty() {
        return;
    }
    let more = if values.len() > NAMED { " …" } else { "" };
    let names: Vec<String> = values.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    fault!(faults at case.root().call().profile(),
        profile = &case.profile.id, count = values.len(), names = names.join(", ") + more
    );
}
