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
    /// Of two entries with one id the first in the order of the kinds has it.
    pub(super) fn of(facts: &Facts<'app>) -> Self {
        let mut named = facts.named();
        named.sort_by_key(|(kind, ..)| *kind);
        let mut index = Self::default();
        for (kind, number, id, place) in named {
            if index.found.contains_key(id) {
                index.again.push((id, kind, place.clone()));
            } else {
                index.found.insert(id, Found { kind, place: place.clone(), number });
            }
        }
        index
    }
}

impl<'app> Facts<'app> {
    /// Returns what an id names; `None` for an unknown one.
    pub fn find(&self, id: &str) -> Option<&Found> {
        self.index.found.get(id)
    }

    /// Returns the ids of these kinds, in the order of their letters.
    pub fn ids(&self, kinds: &[Kind]) -> impl Iterator<Item = &'app str> {
        self.index.found.iter().filter(|(_, found)| kinds.contains(&found.kind)).map(|(id, _)| *id)
    }

    /// Returns every use of an id that already names something, with kind and place.
    pub fn repeated(&self) -> &[(&'app str, Kind, Place)] {
        &self.index.again
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

    pub(super) fn number(&self, id: &str, kind: Kind) -> Option<usize> {
        self.find(id).filter(|found| found.kind == kind).map(|found| found.number)
    }
}
