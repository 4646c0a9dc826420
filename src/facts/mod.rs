//! What follows from the application: links, totals, the golden thread. In: `Application`. Out:
//! `Facts`, computed once, read by rules, templates and reports.
//!
//! Everything holds for an application that is empty or full of faults: an unknown id links nothing,
//! a missing number adds nothing, a circle of parents ends.

mod choice;
mod cycles;
mod gender;
mod links;
mod lookup;
mod placed;
mod recurring;
mod references;
#[cfg(test)]
mod tests;
mod thread;
mod totals;

pub use crate::described::Kind;
pub use gender::GenderAnswer;
pub use lookup::Found;
pub use placed::Placed;
pub use references::Reference;
pub use thread::{Coverage, Link, State, Strand, Thread};
pub use totals::{People, Totals};

use crate::model::*;
use crate::units::{Date, Period};
use links::Links;
use lookup::Index;

/// The facts of one application.
#[derive(Clone, Debug)]
pub struct Facts<'app> {
    /// The application they are of.
    pub application: &'app Application,
    /// The partners, in the order of the file, as are all lists here.
    pub partners: Vec<Placed<'app, Partner>>,
    /// The bodies of the partnership.
    pub bodies: Vec<Placed<'app, Body>>,
    /// The sources of evidence.
    pub evidence: Vec<Placed<'app, Evidence>>,
    /// The needs, in scope or not.
    pub needs: Vec<Placed<'app, Need>>,
    /// The target groups.
    pub groups: Vec<Placed<'app, Group>>,
    /// The objectives.
    pub objectives: Vec<Placed<'app, Objective>>,
    /// The actions.
    pub actions: Vec<Placed<'app, Action>>,
    /// The indicators.
    pub indicators: Vec<Placed<'app, Indicator>>,
    /// The strategies.
    pub strategies: Vec<Placed<'app, Strategy>>,
    /// The objectives of strategies, each with the index of its strategy.
    pub strategy_objectives: Vec<(usize, Placed<'app, StrategyObjective>)>,
    /// The alignments.
    pub alignments: Vec<Placed<'app, Alignment>>,
    /// The milestones.
    pub milestones: Vec<Placed<'app, Milestone>>,
    /// The lines of the budget.
    pub lines: Vec<Placed<'app, BudgetLine>>,
    /// The risks.
    pub risks: Vec<Placed<'app, Risk>>,
    /// The annexes.
    pub annexes: Vec<Placed<'app, Annex>>,
    /// All references by id, in the order of the application.
    pub references: Vec<Reference<'app>>,
    leader: Option<usize>,
    index: Index<'app>,
    links: Links<'app>,
}

impl<'app> Facts<'app> {
    /// Computes the facts of an application.
    pub fn of(application: &'app Application) -> Self {
        let root = At::root(application);
        let strategies = Placed::list(root.strategies());
        let strategy_objectives = strategies.iter().enumerate().flat_map(|(index, strategy)| {
            Placed::list(strategy.objectives()).into_iter().map(move |objective| (index, objective))
        });
        let mut facts = Self {
            application,
            partners: Placed::list(root.partners()),
            bodies: Placed::list(root.partnership().bodies()),
            evidence: Placed::list(root.diagnosis().evidence()),
            needs: Placed::list(root.diagnosis().needs()),
            groups: Placed::list(root.diagnosis().groups()),
            objectives: Placed::list(root.objectives()),
            actions: Placed::list(root.actions()),
            indicators: Placed::list(root.indicators()),
            strategy_objectives: strategy_objectives.collect(),
            strategies,
            alignments: Placed::list(root.alignments()),
            milestones: Placed::list(root.schedule().milestones()),
            lines: Placed::list(root.budget().lines()),
            risks: Placed::list(root.risks()),
            annexes: Placed::list(root.annexes()),
            references: references::of(application),
            leader: None,
            index: Index::default(),
            links: Links::default(),
        };
        facts.index = Index::of(&facts);
        facts.links = Links::of(&facts);
        facts.leader = choice::leader(&facts);
        facts
    }

    /// Returns the application, from which all fields are reached with their places.
    pub fn root(&self) -> At<'app, Application> {
        At::root(self.application)
    }

    /// Returns the period of the project, where both days are given.
    pub fn project_period(&self) -> Option<Period> {
        let schedule = &self.application.schedule;
        period(&schedule.from, &schedule.to)
    }

    /// Returns the period of the partnership, where both days are given.
    pub fn partnership_period(&self) -> Option<Period> {
        let dates = &self.application.partnership.period;
        period(&dates.from, &dates.to)
    }

    /// Returns the period in which the pact holds, where both days are given.
    pub fn pact_period(&self) -> Option<Period> {
        let dates = &self.application.pact.validity;
        period(&dates.from, &dates.to)
    }

    /// Returns the period of an action, where both days are given.
    pub fn action_period(action: &Action) -> Option<Period> {
        period(&action.from, &action.to)
    }
}

/// Returns the period of two days that are both given.
fn period(from: &Field<Date>, to: &Field<Date>) -> Option<Period> {
    Some(Period { from: from.copied()?, to: to.copied()? })
}
