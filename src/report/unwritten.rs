//! What is yet to be written, by section and by document. In: findings, the application, the documents that are wanted.
//! Out: `Unwritten`.

use std::collections::BTreeSet;

use super::Located;
use super::readiness::{Paper, papers};
use crate::described::{At, Called, Entry as _, Ids};
use crate::diagnostic::{Diagnostic, Level, Place, Step};
use crate::lang::Lang;
use crate::model::Application;

/// What is yet to be written in an application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unwritten {
    /// What must be, by section, in the order of the format.
    pub demanded: Vec<Section>,
    /// What would make the application better, likewise.
    pub advised: Vec<Section>,
    /// The wanted documents that wait for something, those that lack least first.
    pub waiting: Vec<Waiting>,
}

/// What is yet to be written in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What people call it.
    pub title: String,
    /// The fields, each with the entries that lack it.
    pub fields: Vec<(String, Vec<String>)>,
}

impl Section {
    /// Returns how many values are to be written.
    pub fn count(&self) -> usize {
        self.fields.iter().map(|(_, entries)| entries.len().max(1)).sum()
    }

    /// Returns the fields as people read them: `tytuł N1, N2`.
    pub fn words(&self) -> Vec<String> {
        let words = |(field, entries): &(String, Vec<String>)| {
            [field.as_str(), &entries.join(", ")].join(" ").trim().to_owned()
        };
        self.fields.iter().map(words).collect()
    }
}

/// A document that waits for something to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its title.
    pub title: String,
    /// What it lacks: `tytuł N1`.
    pub lacks: Vec<String>,
    /// How many values it needs, those it lacks among them.
    pub needs: usize,
    /// The documents that are ready as soon as this one is, itself left out.
    pub with: Vec<String>,
}

impl Unwritten {
    /// Returns how many values must be written.
    pub fn count(&self) -> usize {
        self.demanded.iter().map(Section::count).sum()
    }
}

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Where it belongs.
    pub place: Place,
    /// The section of the form.
    section: String,
    /// What the form calls the field.
    field: String,
    /// The entry that lacks it; empty for a part without entries.
    entry: String,
}

impl Thing {
    /// Tells whether a partner's own paper draws on it: what another partner lacks is none of its business.
    pub fn concerns(&self, partner: &str, application: &Application) -> bool {
        let partners = At::root(application).partners();
        let another = partners.entries().filter(|own| own.id != partner);
        !another.into_iter().any(|own| self.place.is_within(&own.here()))
    }

    /// Returns what people call it: `tytuł N1`, `partnerstwo: nazwa`.
    pub fn words(&self) -> String {
        match (self.entry.as_str(), self.field == self.section) {
            ("", true) => self.section.clone(),
            ("", false) => format!("{}: {}", self.section, self.field),
            (entry, _) => format!("{} {entry}", self.field),
        }
    }
}

/// Sorts what is to be written. `demanded` are the places at which something must stand, written or not; `wanted` are the
/// ids of documents.
pub fn unwritten(
    findings: &[Located],
    application: &Application,
    demanded: &[Place],
    wanted: &[String],
    lang: Lang,
) -> Unwritten {
    let of = |is_meant: fn(Level) -> bool| {
        let own = findings.iter().map(|found| &found.diagnostic).filter(|own| is_meant(own.level));
        things(own, application, lang)
    };
    let must = of(|level| level == Level::Missing);
    let better = of(|level| level < Level::Missing);
    let waiting = waiting(&must, demanded, wanted, lang);
    Unwritten { demanded: sections(&must), advised: sections(&better), waiting }
}

/// Returns the values that findings say are to be written, each once.
pub fn things<'run>(
    findings: impl Iterator<Item = &'run Diagnostic>,
    application: &Application,
    lang: Lang,
) -> Vec<Thing> {
    let ids = Ids::of(application);
    let mut known = BTreeSet::new();
    let told = findings.flat_map(|finding| finding.gaps.iter().map(|gap| (&finding.place, gap)));
    let things = told.map(|(told, place)| thing(&ids, told, place, lang));
    let mut things: Vec<Thing> =
        things.filter(|thing| known.insert((thing.place.to_string(), thing.entry.clone()))).collect();
    // Where a section is to be begun, nobody is told for which entries.
    things
        .retain(|thing| thing.entry.is_empty() || !known.contains(&(thing.place.to_string(), String::new())));
    things
}

fn thing(ids: &Ids, told: &Place, place: &Place, lang: Lang) -> Thing {
    let section = section(place, lang);
    let Called { mut entry, mut fields } = ids.way::<Application>(place, lang);
    // The section stands before all of it.
    if let Some(at) = fields.iter().position(|field| *field == section).filter(|at| at + 1 < fields.len()) {
        fields.drain(..=at);
    }
    // What a section lacks altogether is lacking for an entry of another one: an objective, for a need.
    if entry.is_empty() && !place.is_within(told) {
        entry = ids.way::<Application>(told, lang).entry;
    }
    let field = if fields.is_empty() || fields.last() == Some(&section) {
        section.clone()
    } else {
        fields.join(": ")
    };
    Thing { place: place.clone(), section, field, entry }
}

/// Returns what people call the section that a place lies in; parts of the diagnosis are sections.
fn section(place: &Place, lang: Lang) -> String {
    let mut entity = Application::ENTITY;
    let mut name = String::new();
    for step in place.steps() {
        let Step::Key(key) = step else { break };
        let Some(member) = entity.member(key) else { break };
        name = member.name(lang);
        match member.shape.entity() {
            Some(below) if below.lifted().next().is_some() => entity = below,
            _ => break,
        }
    }
    name
}

/// Sorts values by section, in the order of the format, and by field.
fn sections(things: &[Thing]) -> Vec<Section> {
    let order: Vec<&str> = Application::ENTITY.members.iter().map(|member| member.key).collect();
    let rank = |thing: &Thing| match thing.place.steps().first() {
        Some(Step::Key(key)) => order.iter().position(|own| own == key).unwrap_or(order.len()),
        _ => 0,
    };
    let mut sorted: Vec<&Thing> = things.iter().collect();
    sorted.sort_by_key(|thing| rank(thing));
    let mut sections: Vec<Section> = Vec::new();
    for thing in sorted {
        let at = sections.iter().position(|section| section.title == thing.section).unwrap_or_else(|| {
            sections.push(Section { title: thing.section.clone(), fields: Vec::new() });
            sections.len() - 1
        });
        let fields = &mut sections[at].fields;
        let entries = match fields.iter().position(|(field, _)| *field == thing.field) {
            Some(at) => &mut fields[at].1,
            None => {
                fields.push((thing.field.clone(), Vec::new()));
                &mut fields.last_mut().expect("the field was just pushed").1
            }
        };
        entries.extend((!thing.entry.is_empty()).then(|| thing.entry.clone()));
    }
    sections
}

/// Returns the wanted documents that wait for values, those that lack least first.
fn waiting(must: &[Thing], demanded: &[Place], wanted: &[String], lang: Lang) -> Vec<Waiting> {
    let lacks = |paper: &Paper| -> BTreeSet<usize> {
        must.iter().enumerate().filter(|(_, thing)| paper.draws_on(&thing.place)).map(|(at, _)| at).collect()
    };
    let wanted = papers().iter().filter(|paper| wanted.contains(&paper.id));
    let mut open: Vec<(&Paper, BTreeSet<usize>)> =
        wanted.map(|paper| (paper, lacks(paper))).filter(|(_, lacks)| !lacks.is_empty()).collect();
    open.sort_by_key(|(_, lacks)| lacks.len());
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut told: Vec<&BTreeSet<usize>> = Vec::new();
    for (number, (paper, lacks)) in open.iter().enumerate() {
        // Documents that lack the same are one entry.
        if told.contains(&lacks) {
            continue;
        }
        told.push(lacks);
        let others =
            open.iter().enumerate().filter(|(other, (_, own))| *other != number && own.is_subset(lacks));
        let written = demanded.iter().filter(|place| paper.draws_on(place));
        let written: BTreeSet<String> = written.map(ToString::to_string).collect();
        let gaps: BTreeSet<String> = lacks.iter().map(|at| must[*at].place.to_string()).collect();
        waiting.push(Waiting {
            title: paper.title(lang).to_owned(),
            lacks: lacks.iter().map(|at| must[*at].words()).collect(),
            needs: lacks.len() + written.difference(&gaps).count(),
            with: others.map(|(_, (paper, _))| paper.title(lang).to_owned()).collect(),
        });
    }
    waiting
}
