//! The partnership's view of itself, whole: every feature, principle, factor and trait of the catalogue,
//! said or not. Out: `Assessment`. Traits come as counts only; whose they are is nobody's business.

use schemars::JsonSchema;
use serde::Serialize;

use super::main_groups::{GroupRow, terms};
use super::voice::Voice;
use super::{Exact, Labelled, Named, mark};
use crate::catalogue::Term;
use crate::described::At;
use crate::model::{Map, Prose};
use crate::units::{Count, Date};

/// The partnership's view of itself.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Assessment {
    /// When.
    pub date: Option<Exact<Date>>,
    /// The partners that took part.
    pub by: Vec<Named>,
    /// Whether all partners took part.
    pub by_all: bool,
    /// The seven features of the definition; without a text where nothing is said.
    pub definition: Vec<Labelled>,
    /// How many of them are said.
    pub defined: usize,
    /// The main groups of partners by sector, then the partners of none of them.
    pub groups: Vec<GroupRow>,
    /// The three criteria of effectiveness; without a text where nothing is said.
    pub criteria: Vec<Labelled>,
    /// The ten principles with all their points.
    pub principles: Vec<PrincipleView>,
    /// How many points are kept.
    pub points_kept: usize,
    /// How many points there are.
    pub points: usize,
    /// The 21 factors.
    pub factors: Vec<FactorView>,
    /// How many factors have a mark.
    pub rated: usize,
    /// How many factors have each mark, from 5 to 1.
    pub marks: Vec<Mark>,
    /// How many people the team has.
    pub people: usize,
    /// How many of them have each of the nine traits.
    pub traits: Vec<TraitCount>,
    /// How many traits somebody has.
    pub traits_covered: usize,
    /// The four attributes of a pact; without a text where nothing is said.
    pub attributes: Vec<Labelled>,
    /// How many people took part in consultations.
    pub consulted: Option<u64>,
    /// The actions in which something is new.
    pub new_actions: Vec<Named>,
    /// What should become better, the lowest mark first: what the partners say of it, and the marks that the
    /// call counts as low.
    pub improvements: Vec<Improvement>,
}

/// A principle with all its points.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct PrincipleView {
    /// Its number, 1 to 10.
    pub number: Option<u8>,
    /// Its label.
    pub label: String,
    /// The partners' own mark, 1 to 5.
    pub rating: Option<u64>,
    /// Its points; without a text where nothing is said.
    pub points: Vec<Labelled>,
}

/// A success factor.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct FactorView {
    /// Its label.
    pub label: String,
    /// The mark, 1 to 5.
    pub rating: Option<u64>,
    /// What it rests on.
    pub evidence: Option<String>,
    /// What would make it better.
    pub improvement: Option<String>,
}

/// How many factors have a mark.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Mark {
    /// The mark.
    pub mark: u64,
    /// How many factors have it.
    pub count: usize,
}

/// How many people have a trait.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct TraitCount {
    /// Its label.
    pub label: String,
    /// How many people have it.
    pub people: usize,
}

/// What should become better.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Improvement {
    /// The principle or factor.
    pub label: String,
    /// Its mark.
    pub rating: Option<u64>,
    /// What to do; none where only the mark is low.
    pub text: Option<String>,
}

impl Assessment {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let (root, application) = (voice.facts.root(), voice.facts.application);
        let assessment = &application.assessment;
        let partners = &voice.facts.partners;
        let took_part = |id: &str| assessment.by.iter().any(|by| by.as_str() == id);
        let traits = traits(voice);
        let definition = stated(voice, "definition_tests", root.partnership().definition());
        let principles = principles(voice);
        let factors = factors(voice);
        let points = || principles.iter().flat_map(|principle| &principle.points);
        let mark =
            |mark| Mark { mark, count: factors.iter().filter(|factor| factor.rating == Some(mark)).count() };
        let consultations = &application.diagnosis.consultations;
        let asked: Vec<u64> = consultations
            .iter()
            .filter_map(|event| event.participants.get())
            .map(|count| count.get())
            .collect();
        Self {
            date: voice.date(&assessment.date),
            by: voice.all_named(&assessment.by),
            by_all: !partners.is_empty() && partners.iter().all(|partner| took_part(partner.id)),
            defined: definition.iter().filter(|feature| feature.text.is_some()).count(),
            definition,
            groups: GroupRow::all(voice),
            criteria: criteria(voice),
            points_kept: points().filter(|point| point.text.is_some()).count(),
            points: points().count(),
            rated: factors.iter().filter(|factor| factor.rating.is_some()).count(),
            marks: (1..=5).rev().map(mark).collect(),
            people: application.partnership.team.len(),
            traits_covered: traits.iter().filter(|own| own.people > 0).count(),
            traits,
            attributes: stated(voice, "pact_attributes", root.assessment().attributes()),
            consulted: (!asked.is_empty())
                .then(|| asked.iter().fold(0_u64, |sum, count| sum.saturating_add(*count))),
            new_actions: voice
                .facts
                .actions
                .iter()
                .filter(|action| !action.innovation.is_missing())
                .filter_map(|action| voice.named(action.id))
                .collect(),
            improvements: improvements(&factors, &super::Principle::all(voice), None),
            principles,
            factors,
        }
    }
}

impl Assessment {
    /// Lists the marks that the call counts as low among what should become better.
    pub(super) fn add_low(&mut self, principles: &[super::Principle], low: Count) {
        self.improvements = improvements(&self.factors, principles, Some(low));
    }
}

/// Returns every term of a list, with what a map says of it.
fn stated<K: AsRef<str> + PartialEq>(
    voice: &Voice<'_, '_>,
    list: &str,
    map: At<'_, Map<K, Prose>>,
) -> Vec<Labelled> {
    let statement = |term: &Term| {
        let own = map.each().find(|(code, _)| code.as_ref() == term.code);
        voice.labelled(list, &term.code, own.and_then(|(_, text)| voice.passage(text)))
    };
    terms(list).iter().map(statement).collect()
}

fn traits(voice: &Voice<'_, '_>) -> Vec<TraitCount> {
    let team = voice.facts.root().partnership().team();
    let has = |code: &str| {
        team.iter().filter(|member| member.traits.iter().any(|own| own.as_str() == code)).count()
    };
    let count =
        |term: &Term| TraitCount { label: term.label(voice.lang).to_owned(), people: has(&term.code) };
    terms("traits").iter().map(count).collect()
}

fn criteria(voice: &Voice<'_, '_>) -> Vec<Labelled> {
    let said = voice.facts.root().partnership().effectiveness();
    let criterion = |term: &Term| {
        let own =
            said.each().filter(|entry| entry.criterion.get().is_some_and(|code| code.as_str() == term.code));
        let texts = own.filter_map(|entry| voice.prose(entry.statement()));
        voice.labelled("effectiveness_criteria", &term.code, mark::joined(texts, "\n\n"))
    };
    terms("effectiveness_criteria").iter().map(criterion).collect()
}

fn principles(voice: &Voice<'_, '_>) -> Vec<PrincipleView> {
    let said = super::Principle::all(voice);
    let view = |term: &Term| {
        let own = || said.iter().filter(|principle| principle.code == term.code);
        let point = |point: &Term| {
            let label = point.label(voice.lang).to_owned();
            let measures = own().flat_map(|own| &own.measures).filter(|measure| measure.label == label);
            let texts = measures.filter_map(|measure| measure.text.clone());
            Labelled { code: point.code.clone(), text: mark::joined(texts, "\n\n"), label }
        };
        PrincipleView {
            number: term.no,
            label: term.label(voice.lang).to_owned(),
            rating: own().find_map(|own| own.rating),
            points: term.points.iter().map(point).collect(),
        }
    };
    terms("principles").iter().map(view).collect()
}

fn factors(voice: &Voice<'_, '_>) -> Vec<FactorView> {
    let said = super::Rating::all(voice);
    let view = |term: &Term| {
        let label = term.label(voice.lang).to_owned();
        let own = || said.iter().filter(|rating| rating.label == label);
        FactorView {
            rating: own().find_map(|own| own.rating),
            evidence: mark::joined(own().filter_map(|own| own.evidence.clone()), "\n"),
            improvement: mark::joined(own().filter_map(|own| own.improvement.clone()), "\n"),
            label,
        }
    };
    terms("factors").iter().map(view).collect()
}

/// Returns what should become better; a mark asks for it alone where `low` says which ones do.
fn improvements(
    factors: &[FactorView],
    principles: &[super::Principle],
    low: Option<Count>,
) -> Vec<Improvement> {
    let of_factors = factors.iter().map(|factor| Improvement {
        label: factor.label.clone(),
        rating: factor.rating,
        text: factor.improvement.clone(),
    });
    let of_principles = principles.iter().map(|principle| Improvement {
        label: principle.label.clone(),
        rating: principle.rating,
        text: principle.improvement.clone(),
    });
    let is_low = |rating: u64| low.is_some_and(|low| rating <= low.get());
    let is_open = |own: &Improvement| own.text.is_some() || own.rating.is_some_and(is_low);
    let mut all: Vec<Improvement> = of_factors.chain(of_principles).filter(is_open).collect();
    all.sort_by_key(|own| own.rating.unwrap_or(u64::MAX));
    all
}

#[cfg(test)]
mod tests;
