//! Who points at whom, from both ends. In: `Facts`. Out: entries by the id they name.

use std::collections::{BTreeMap, BTreeSet};

use super::{Facts, Kind, Placed};
use crate::catalogue;
use crate::model::*;
use crate::units::Money;

/// Numbers of entries by an id that they name.
type By<'app> = BTreeMap<&'app str, Vec<usize>>;

/// Collects, for every id that an entry names, the numbers of the entries, each once.
fn by<'app, T, I>(entries: &[Placed<'app, T>], named: impl Fn(&'app T) -> I) -> By<'app>
where
    I: IntoIterator<Item = &'app Id>,
{
    let mut map = By::new();
    for (number, entry) in entries.iter().enumerate() {
        for id in named(entry.entry) {
            let numbers: &mut Vec<usize> = map.entry(id.as_str()).or_default();
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        }
    }
    map
}

/// Declares the links of the application, read backwards: the entries of a list by the ids that they name.
macro_rules! links {
    ($($(#[$doc:meta])+ $follow:ident: $list:ident of $type:ident, |$entry:ident| $named:expr;)+) => {
        /// The links of the application, read backwards.
        #[derive(Clone, Debug, Default)]
        pub(super) struct Links<'app> {
            parents: BTreeMap<&'app str, Vec<&'app str>>,
            $($follow: By<'app>,)+
        }

        impl<'app> Links<'app> {
            pub(super) fn of(facts: &Facts<'app>) -> Self {
                let mut parents: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
                for objective in &facts.objectives {
                    let parent = objective.entry.parent.get().map(Id::as_str);
                    parents.entry(objective.id).or_default().extend(parent);
                }
                Self { parents, $($follow: by(&facts.$list, |$entry| $named),)+ }
            }
        }

        impl<'app> Facts<'app> {
            $(
                $(#[$doc])+
                pub fn $follow(&self, id: &str) -> impl Iterator<Item = &Placed<'app, $type>> {
                    let numbers = self.links.$follow.get(id).map_or(&[] as &[usize], Vec::as_slice);
                    numbers.iter().filter_map(|number| self.$list.get(*number))
                }
            )+
        }
    };
}

links! {
    /// Returns the objectives that name a need.
    objectives_naming: objectives of Objective, |objective| objective.needs.iter();
    /// Returns the objectives that are part of another one.
    children: objectives of Objective, |objective| objective.parent.get();
    /// Returns the actions that serve an objective.
    actions_serving: actions of Action, |action| action.objectives.iter();
    /// Returns the actions that reach a target group.
    actions_reaching: actions of Action, |action| action.groups.iter();
    /// Returns the actions that a partner leads or joins.
    actions_with: actions of Action, |action| action.lead.get().into_iter().chain(action.partners.iter());
    /// Returns all indicators that measure an objective or action.
    indicators_measuring: indicators of Indicator, |indicator| indicator.of.get();
    /// Returns the alignments that an objective or action has itself.
    alignments_of: alignments of Alignment, |alignment| alignment.of.get();
    /// Returns the alignments with an objective of a strategy.
    alignments_with: alignments of Alignment, |alignment| alignment.to.get();
    /// Returns the budget lines of an action.
    lines_of: lines of BudgetLine, |line| line.action.get();
    /// Returns the budget lines that a partner spends.
    lines_with: lines of BudgetLine, |line| line.partner.get();
}

impl<'app> Facts<'app> {
    /// Returns the needs that the project answers: all but those out of scope.
    pub fn needs_in_scope(&self) -> impl Iterator<Item = &Placed<'app, Need>> {
        self.needs.iter().filter(|need| need.status.get() != Some(&NeedStatus::OutOfScope))
    }

    /// Returns the objectives below these, at any depth, each once and the first never; the walk grows
    /// with what there is, however many it starts from.
    pub fn below<'a>(
        &'a self,
        objectives: impl IntoIterator<Item = &'a str>,
    ) -> Vec<&'a Placed<'app, Objective>> {
        let mut found: Vec<&Placed<'app, Objective>> = Vec::new();
        let mut seen = BTreeSet::new();
        for start in objectives {
            let mut waiting = Vec::from_iter(seen.insert(start).then_some(start));
            while let Some(id) = waiting.pop() {
                for child in self.children(id) {
                    if !child.id.is_empty() && seen.insert(child.id) {
                        found.push(child);
                        waiting.push(child.id);
                    }
                }
            }
        }
        found
    }

    /// Returns these objectives and those above them, at any height.
    pub fn up_from<'a>(&'a self, objectives: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<&str> = objectives.into_iter().collect();
        while let Some(id) = waiting.pop() {
            if seen.insert(id) {
                waiting.extend(self.links.parents.get(id).into_iter().flatten());
            }
        }
        seen
    }

    /// Returns the objectives of which this holds, and those above them.
    pub fn with_above(&self, holds: impl Fn(&str) -> bool) -> BTreeSet<&str> {
        self.up_from(self.objectives.iter().map(|objective| objective.id).filter(|id| holds(id)))
    }

    /// Returns the objectives of which this holds, and those below them.
    pub fn with_below(&self, holds: impl Fn(&str) -> bool) -> BTreeSet<&str> {
        let held = || self.objectives.iter().map(|own| own.id).filter(|id| holds(id));
        self.below(held()).into_iter().map(|own| own.id).chain(held()).collect()
    }

    /// Returns the objectives above one, the nearest first; a circle ends where it closes.
    pub fn ancestors<'a>(&'a self, objective: &'a str) -> impl Iterator<Item = &'a Placed<'app, Objective>> {
        let mut seen = BTreeSet::from([objective]);
        let above = |own: &Placed<'app, Objective>| self.objective(own.entry.parent.get()?.as_str());
        let first = self.objective(objective).and_then(above);
        std::iter::successors(first, move |own| above(own)).take_while(move |own| seen.insert(own.id))
    }

    /// Returns the actions that a partner answers for.
    pub fn actions_led_by(&self, partner: &str) -> impl Iterator<Item = &Placed<'app, Action>> {
        self.actions_with(partner)
            .filter(move |action| action.lead.get().is_some_and(|id| id.as_str() == partner))
    }

    /// Returns the actions that a partner joins in and does not answer for.
    pub fn actions_joined_by(&self, partner: &str) -> impl Iterator<Item = &Placed<'app, Action>> {
        self.actions_with(partner)
            .filter(move |action| action.lead.get().is_none_or(|id| id.as_str() != partner))
    }

    /// Returns the indicators of one kind that measure an objective or action.
    pub fn indicators_of(
        &self,
        subject: &str,
        kind: IndicatorKind,
    ) -> impl Iterator<Item = &Placed<'app, Indicator>> {
        self.indicators_measuring(subject).filter(move |indicator| indicator.kind.get() == Some(&kind))
    }

    /// Returns the level of the strategy that an alignment points at.
    pub fn alignment_level(&self, alignment: &Alignment) -> Option<StrategyLevel> {
        let (strategy, _) = self.strategy_objective(alignment.to.get()?.as_str())?;
        self.strategy_level(strategy)
    }

    /// Returns the level of a strategy: as given, else as the catalogue has it.
    pub fn strategy_level(&self, strategy: &Strategy) -> Option<StrategyLevel> {
        let known = || catalogue::strategies().get(strategy.catalogue.get()?);
        strategy.level.copied().or_else(|| {
            Some(match known()?.level {
                catalogue::StrategyLevel::Eu => StrategyLevel::Eu,
                catalogue::StrategyLevel::National => StrategyLevel::National,
                catalogue::StrategyLevel::Regional => StrategyLevel::Regional,
                catalogue::StrategyLevel::Local => StrategyLevel::Local,
            })
        })
    }

    /// Tells whether an id names something of this kind.
    pub fn is(&self, id: &str, kind: Kind) -> bool {
        self.find(id).is_some_and(|found| found.kind == kind)
    }

    /// Returns the amount of a budget line: as given, else quantity times unit price.
    pub fn amount(line: &BudgetLine) -> Option<Money> {
        line.amount.copied().or_else(|| line.unit_price.copied()?.times(line.quantity.copied()?))
    }
}
