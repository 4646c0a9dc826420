//! The ten principles of partnership and the horizontal ones of the call. Words: `principles.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::{Case, Faults, Rule, family, lacks};
use crate::catalogue::{self, Term};
use crate::described::At;
use crate::diagnostic::{Place, Value};
use crate::model::{HorizontalPrinciple, HorizontalStatement, Principle, PrincipleMeasure};
use crate::profile::OwnList;

family! { "PRIN", "principles.md";
    Rule::warning("PRIN-01", "principle-without-measures", without_measures),
    Rule::advice("PRIN-02", "points-of-a-principle-left-out", points_left_out),
    Rule::missing("PRIN-03", "horizontal-principle-without-statement", without_statement),
}

/// What the application says of the ten principles.
#[derive(Default)]
struct Described<'run> {
    /// Where principles are described.
    all: Place,
    /// Where the measures of each principle stand first.
    entries: BTreeMap<&'run str, Place>,
    /// The principles with a measure, whatever its point.
    measured: BTreeSet<&'run str>,
    /// The points with a measure, under whatever principle it stands.
    points: BTreeSet<&'run str>,
    /// The principles of which something could not be read.
    damaged: BTreeSet<&'run str>,
}

impl<'run> Described<'run> {
    /// Returns `None` where an entry could not be read: nobody knows which principle it is of.
    fn of(case: &Case<'run>) -> Option<Self> {
        let principles = &case.application().principles;
        let mut described = Self { all: case.root().principles().here(), ..Self::default() };
        for entry in case.root().principles().each() {
            let Some(code) = entry.entry.principle.get().map(Principle::as_str) else { continue };
            described.entries.entry(code).or_insert(entry.measures().here());
            let unclear = |measure: &PrincipleMeasure| measure.point.is_unreadable();
            if entry.measures.is_damaged() || entry.measures.iter().any(unclear) {
                described.damaged.insert(code);
            }
            for measure in entry.entry.measures.iter().filter(|measure| !measure.text.is_blank()) {
                described.measured.insert(code);
                described.points.extend(measure.point.get().map(|point| point.as_str()));
            }
        }
        let unclear = principles.is_damaged() || principles.iter().any(|entry| !entry.principle.is_given());
        (!unclear).then_some(described)
    }

    /// Returns where the measures of a principle belong.
    fn place(&self, principle: &Term) -> Place {
        let own = self.entries.get(principle.code.as_str());
        own.unwrap_or(&self.all).clone()
    }

    /// Returns the points of a principle that no measure answers.
    fn open<'term>(&self, principle: &'term Term) -> Vec<&'term Term> {
        principle.points.iter().filter(|point| !self.points.contains(point.code.as_str())).collect()
    }

    /// Tells whether nothing says how a principle is kept.
    fn is_bare(&self, principle: &Term) -> bool {
        let code = principle.code.as_str();
        let none = self.open(principle).len() == principle.points.len();
        none && !self.measured.contains(code) && !self.damaged.contains(code)
    }
}

/// Returns the ten principles, in the order of the slides.
fn principles() -> &'static [Term] {
    catalogue::list(Principle::LIST).map_or(&[], catalogue::List::terms)
}

fn without_measures(case: &Case<'_>, faults: &mut Faults) {
    let Some(described) = Described::of(case) else { return };
    let bare: Vec<&Term> = principles().iter().filter(|principle| described.is_bare(principle)).collect();
    let (begun, absent): (Vec<&Term>, Vec<&Term>) =
        bare.into_iter().partition(|principle| described.entries.contains_key(principle.code.as_str()));
    let absent = if case.is_shared() { absent } else { Vec::new() };
    // What has no entry is one thing to mend: a list to be filled.
    let groups = begun.chunks(1).chain((!absent.is_empty()).then_some(absent.as_slice()));
    for group in groups {
        let first = group[0];
        lacks!(faults at described.place(first),
            principles = named(group), principle = &first.code,
            point = first.points.first().map_or("", |point| point.code.as_str())
        );
    }
}

/// Returns principles as the object of a sentence, in Polish in the genitive: `zasady „Prostota”`.
fn named(group: &[&'static Term]) -> Value {
    if group.len() == principles().len() {
        return ["dziesięciu zasad partnerstwa", "the ten principles of partnership"].into();
    }
    let noun = match group.len() {
        1 => ["zasady {0}", "the principle {0}"],
        _ => ["zasad {0}", "the principles {0}"],
    };
    let labels = group.iter().map(|principle| Value::both(|lang| principle.label(lang)));
    Value::around(noun, super::case::quoted(labels))
}

fn points_left_out(case: &Case<'_>, faults: &mut Faults) {
    let Some(described) = Described::of(case) else { return };
    for principle in principles() {
        let open = described.open(principle);
        let damaged = described.damaged.contains(principle.code.as_str());
        if open.is_empty() || damaged || described.is_bare(principle) {
            continue;
        }
        let labels = open.iter().map(|point| Value::both(|lang| point.label(lang))).collect();
        let codes: Vec<&str> = open.iter().map(|point| point.code.as_str()).collect();
        lacks!(faults at described.place(principle),
            principle = Value::both(|lang| principle.label(lang)), points = Value::List(labels, ["; "; 2]),
            codes = super::case::ticked(&codes)
        );
    }
}

fn without_statement(case: &Case<'_>, faults: &mut Faults) {
    let statements = &case.application().horizontal;
    // A statement on who knows which principle may be the one that is due.
    if statements.is_damaged() || statements.iter().any(|entry| !entry.principle.is_given()) {
        return;
    }
    let at = case.root().horizontal();
    let mut absent: Vec<&str> = Vec::new();
    for code in case.profile.due(OwnList::HorizontalPrinciples) {
        let own = |entry: &At<'_, HorizontalStatement>| {
            entry.principle.get().is_some_and(|principle| principle.as_str() == code)
        };
        let entries: Vec<_> = at.each().filter(own).collect();
        match entries.first() {
            None => absent.push(code),
            Some(_) if entries.iter().any(|entry| !entry.text.is_blank()) => {}
            Some(entry) => state(case, faults, entry.text().here(), &[code]),
        }
    }
    if !absent.is_empty() {
        state(case, faults, at.here(), &absent);
    }
}

/// Says which horizontal principles nobody has spoken of.
fn state(case: &Case<'_>, faults: &mut Faults, place: Place, codes: &[&str]) {
    let labels = codes.iter().map(|code| case.label(HorizontalPrinciple::LIST, code));
    let noun = match codes.len() {
        1 => ["zasadą horyzontalną {0}", "the horizontal principle {0}"],
        _ => ["zasadami horyzontalnymi: {0}", "the horizontal principles {0}"],
    };
    lacks!(faults at place,
        principles = Value::around(noun, super::case::quoted(labels)),
        principle = codes.first().copied().unwrap_or_default(); by case.profile.horizontal_required
    );
}
