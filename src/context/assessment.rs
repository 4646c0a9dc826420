//! The partnership's view of itself, whole: every feature, principle, factor and trait of the catalogue,
//! said or not. Out: `Assessment`. Traits come as counts only; whose they are is nobody's business.

use super::main_groups::{GroupRow, terms};
use super::principles::Rating;
use super::shown::shown;
use super::voice::Voice;
use super::{Exact, Labelled, Named, mark};
use crate::catalogue::Term;
use crate::described::At;
use crate::model::{Map, Prose};
use crate::units::{Count, Date};

shown! {
    /// The partnership's view of itself.
    Assessment {
        /// When.
        date: Option<Exact<Date>>;
        /// The partners that took part.
        by: Vec<Named>;
        /// Whether all partners took part.
        by_all: bool;
        /// The seven features of the definition; without a text where nothing is said.
        definition: Vec<Labelled>;
        /// How many of them are said.
        defined: usize;
        /// The main groups of partners by sector, then the partners of none of them.
        groups: Vec<GroupRow>;
        /// The three criteria of effectiveness; without a text where nothing is said.
        criteria: Vec<Labelled>;
        /// The ten principles with all their points.
        principles: Vec<PrincipleView>;
        /// How many points are kept.
        points_kept: usize;
        /// How many points there are.
        points: usize;
        /// The 21 factors.
        factors: Vec<FactorView>;
        /// How many factors have a mark.
        rated: usize;
        /// How many factors have each mark, from 5 to 1.
        marks: Vec<Mark>;
        /// How many people the team has.
        people: usize;
        /// How many of them have each of the nine traits.
        traits: Vec<TraitCount>;
        /// How many traits somebody has.
        traits_covered: usize;
        /// The four attributes of a pact; without a text where nothing is said.
        attributes: Vec<Labelled>;
        /// How many people took part in consultations.
        consulted: Option<u64>;
        /// The actions in which something is new.
        new_actions: Vec<Named>;
        /// What should become better, the lowest mark first: what the partners say of it, and the marks that the
        /// call counts as low.
        improvements: Vec<Improvement>;
    }

    /// A principle with all its points.
    PrincipleView {
        /// Its number, 1 to 10.
        number: Option<u8>;
        /// Its label.
        label: String;
        /// The partners' own mark, 1 to 5.
        rating: Option<u64>;
        /// Its points; without a text where nothing is said.
        points: Vec<Labelled>;
    }

    /// A success factor.
    FactorView {
        /// Its label.
        label: String;
        /// The mark, 1 to 5.
        rating: Option<u64>;
        /// What it rests on.
        evidence: Option<String>;
        /// What would make it better.
        improvement: Option<String>;
    }

    /// How many factors have a mark.
    Mark {
        /// The mark.
        mark: u64;
        /// How many factors have it.
        count: usize;
    }

    /// How many people have a trait.
    TraitCount {
        /// Its label.
        label: String;
        /// How many people have it.
        people: usize;
    }

    /// What should become better.
    Improvement {
        /// The principle or factor.
        label: String;
        /// Its mark.
        rating: Option<u64>;
        /// What to do; none where only the mark is low.
        text: Option<String>;
    }
}

impl Assessment {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let root = voice.facts.root();
        let assessment = root.assessment();
        let traits = traits(voice);
        let definition = stated(voice, "definition_tests", root.partnership().definition());
        let principles = principles(voice);
        let factors = factors(voice);
        let points = || principles.iter().flat_map(|principle| &principle.points);
        let mark =
            |mark| Mark { mark, count: factors.iter().filter(|factor| factor.rating == Some(mark)).count() };
        let actions = voice.facts.actions.iter();
        let consultations = &root.diagnosis.consultations;
        let asked: Vec<u64> = consultations
            .iter()
            .filter_map(|event| event.participants.get())
            .map(|count| count.get())
            .collect();
        Self {
            date: voice.shown(assessment.date()),
            by: voice.shown(assessment.by()),
            by_all: voice.facts.is_of_all(&assessment.by),
            defined: definition.iter().filter(|feature| feature.text.is_some()).count(),
            definition,
            groups: GroupRow::all(voice),
            criteria: criteria(voice),
            points_kept: points().filter(|point| point.text.is_some()).count(),
            points: points().count(),
            rated: factors.iter().filter(|factor| factor.rating.is_some()).count(),
            marks: (1..=5).rev().map(mark).collect(),
            people: root.partnership.team.len(),
            traits_covered: traits.iter().filter(|own| own.people > 0).count(),
            traits,
            attributes: stated(voice, "pact_attributes", assessment.attributes()),
            consulted: (!asked.is_empty())
                .then(|| asked.iter().fold(0_u64, |sum, count| sum.saturating_add(*count))),
            new_actions: voice.all_called(actions.filter(|action| !action.innovation.is_missing())),
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
        voice.labelled_as(list, &term.code, own.and_then(|(_, text)| voice.words(text)))
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
        let texts = own.filter_map(|entry| voice.words(entry.statement()));
        voice.labelled_as("effectiveness_criteria", &term.code, mark::joined(texts, "\n\n"))
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
    let said: Vec<Rating> = voice.shown(voice.facts.root().assessment().factors());
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
