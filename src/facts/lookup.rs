//! From an id to the thing it names. In: `Facts`. Out: `Found`, entries by id.

use std::collections::BTreeMap;

use super::{Facts, Kind, Placed};
use crate::diagnostic::Place;
use crate::model::*;

/// What an id names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its kind.
    pub kind: Kind,
    /// Its place; the first one where an id is used twice.
    pub place: Place,
    number: usize,
}

/// All ids, each with what it names first and the places of all further uses.
#[derive(Clone, Debug, Default)]
pub(super) struct Index<'app> {
    found: BTreeMap<&'app str, Found>,
    again: Vec<(&'app str, Kind, Place)>,
}

impl<'app> Index<'app> {
    pub(super) fn of(facts: &Facts<'app>) -> Self {
        let mut index = Self::default();
        index.add(Kind::Partner, &facts.partners);
        index.add(Kind::Body, &facts.bodies);
        index.add(Kind::Evidence, &facts.evidence);
        index.add(Kind::Need, &facts.needs);
        index.add(Kind::Group, &facts.groups);
        index.add(Kind::Objective, &facts.objectives);
        index.add(Kind::Action, &facts.actions);
        index.add(Kind::Indicator, &facts.indicators);
        index.add(Kind::Strategy, &facts.strategies);
        for (number, (_, objective)) in facts.strategy_objectives.iter().enumerate() {
            index.insert(Kind::StrategyObjective, number, objective.id, &objective.place);
        }
        index.add(Kind::Alignment, &facts.alignments);
        index.add(Kind::Milestone, &facts.milestones);
        index.add(Kind::Line, &facts.lines);
        index.add(Kind::Risk, &facts.risks);
        index.add(Kind::Annex, &facts.annexes);
        index
    }

    fn add<T>(&mut self, kind: Kind, entries: &[Placed<'app, T>]) {
        for (number, entry) in entries.iter().enumerate() {
            self.insert(kind, number, entry.id, &entry.place);
        }
    }

    fn insert(&mut self, kind: Kind, number: usize, id: &'app str, place: &Place) {
        if id.is_empty() {
            return;
        }
        if self.found.contains_key(id) {
            self.again.push((id, kind, place.clone()));
        } else {
            self.found.insert(id, Found { kind, place: place.clone(), number });
        }
    }
}

impl<'app> Facts<'app> {
    /// Returns what an id names; `None` for an unknown one.
    pub fn find(&self, id: &str) -> Option<&Found> {
        self.index.found.get(id)
    }

    /// Tells whether an entry of this kind, or the id of one, could not be read.
    pub fn is_unread(&self, kind: Kind) -> bool {
        fn among<T>(list: &List<T>, id: fn(&T) -> &Field<Id>) -> bool {
            list.is_damaged() || list.iter().any(|entry| id(entry).is_unreadable())
        }
        let Application { partnership, diagnosis, schedule, budget, .. } = self.application;
        let strategies = &self.application.strategies;
        match kind {
            Kind::Partner => among(&self.application.partners, |one| &one.id),
            Kind::Body => among(&partnership.bodies, |one| &one.id),
            Kind::Evidence => among(&diagnosis.evidence, |one| &one.id),
            Kind::Need => among(&diagnosis.needs, |one| &one.id),
            Kind::Group => among(&diagnosis.groups, |one| &one.id),
            Kind::Objective => among(&self.application.objectives, |one| &one.id),
            Kind::Action => among(&self.application.actions, |one| &one.id),
            Kind::Indicator => among(&self.application.indicators, |one| &one.id),
            Kind::Strategy => among(strategies, |one| &one.id),
            Kind::StrategyObjective => {
                strategies.is_damaged() || strategies.iter().any(|own| among(&own.objectives, |one| &one.id))
            }
            Kind::Alignment => among(&self.application.alignments, |one| &one.id),
            Kind::Milestone => among(&schedule.milestones, |one| &one.id),
            Kind::Line => among(&budget.lines, |one| &one.id),
            Kind::Risk => among(&self.application.risks, |one| &one.id),
            Kind::Annex => among(&self.application.annexes, |one| &one.id),
        }
    }

    /// Returns the ids of these kinds, in the order of their letters.
    pub fn ids(&self, kinds: &[Kind]) -> impl Iterator<Item = &'app str> {
        self.index.found.iter().filter(|(_, found)| kinds.contains(&found.kind)).map(|(id, _)| *id)
    }

    /// Returns every use of an id that already names something, with kind and place.
    pub fn repeated(&self) -> &[(&'app str, Kind, Place)] {
        &self.index.again
    }

    /// Returns the partner of this id.
    pub fn partner(&self, id: &str) -> Option<&Placed<'app, Partner>> {
        self.partners.get(self.number(id, Kind::Partner)?)
    }

    /// Returns the source of evidence of this id.
    pub fn source(&self, id: &str) -> Option<&Placed<'app, Evidence>> {
        self.evidence.get(self.number(id, Kind::Evidence)?)
    }

    /// Returns the need of this id.
    pub fn need(&self, id: &str) -> Option<&Placed<'app, Need>> {
        self.needs.get(self.number(id, Kind::Need)?)
    }

    /// Returns the target group of this id.
    pub fn group(&self, id: &str) -> Option<&Placed<'app, Group>> {
        self.groups.get(self.number(id, Kind::Group)?)
    }

    /// Returns the objective of this id.
    pub fn objective(&self, id: &str) -> Option<&Placed<'app, Objective>> {
        self.objectives.get(self.number(id, Kind::Objective)?)
    }

    /// Returns the action of this id.
    pub fn action(&self, id: &str) -> Option<&Placed<'app, Action>> {
        self.actions.get(self.number(id, Kind::Action)?)
    }

    /// Returns the indicator of this id.
    pub fn indicator(&self, id: &str) -> Option<&Placed<'app, Indicator>> {
        self.indicators.get(self.number(id, Kind::Indicator)?)
    }

    /// Returns the strategy of this id.
    pub fn strategy(&self, id: &str) -> Option<&Placed<'app, Strategy>> {
        self.strategies.get(self.number(id, Kind::Strategy)?)
    }

    /// Returns the strategy objective of this id with its strategy.
    pub fn strategy_objective(
        &self,
        id: &str,
    ) -> Option<(&Placed<'app, Strategy>, &Placed<'app, StrategyObjective>)> {
        let (strategy, objective) =
            self.strategy_objectives.get(self.number(id, Kind::StrategyObjective)?)?;
        Some((self.strategies.get(*strategy)?, objective))
    }

    fn number(&self, id: &str, kind: Kind) -> Option<usize> {
        self.find(id).filter(|found| found.kind == kind).map(|found| found.number)
    }
}
