//! What follows from the application: links, totals, the golden thread. In: `Application`. Out:
//! `Facts`, computed once, read by rules, templates and reports.
//!
//! Everything holds for an application that is empty or full of faults: an unknown id links nothing,
//! a missing number adds nothing, a circle of parents ends.

mod choice;
mod clauses;
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
mod unwritten;

use std::cell::OnceCell;

pub use crate::described::Kind;
pub use clauses::{Deed, Wording};
pub use gender::GenderAnswer;
pub use lookup::Found;
pub use placed::Placed;
pub use references::Reference;
pub use thread::{Coverage, Link, State, Strand, Thread};
pub use totals::{People, Totals, is_grant};
pub use unwritten::Unwritten;

use crate::diagnostic::Place;
use crate::model::*;
use crate::units::{Date, Period};
use links::Links;
use lookup::Index;

/// Declares the lists of entries: what they are, what an id of theirs is, where they stand, who finds one by its id.
macro_rules! entries {
    ($($(#[$doc:meta])+ $list:ident: $type:ident, $kind:ident at $($path:ident).+ $(, $named:ident)?;)+) => {
        /// The facts of one application.
        #[derive(Clone, Debug)]
        pub struct Facts<'app> {
            /// The application they are of.
            pub application: &'app Application,
            $($(#[$doc])+ pub $list: Vec<Placed<'app, $type>>,)+
            /// The objectives of strategies, each with the index of its strategy.
            pub strategy_objectives: Vec<(usize, Placed<'app, StrategyObjective>)>,
            /// All references by id, in the order of the application.
            pub references: Vec<Reference<'app>>,
            leader: Option<usize>,
            index: Index<'app>,
            links: Links<'app>,
            unwritten: OnceCell<Vec<Unwritten>>,
        }

        impl<'app> Facts<'app> {
            fn listed(application: &'app Application) -> Self {
                let root = At::root(application);
                Self {
                    application,
                    $($list: Placed::list(root$(.$path())+),)+
                    strategy_objectives: Vec::new(),
                    references: references::of(application),
                    leader: None,
                    index: Index::default(),
                    links: Links::default(),
                    unwritten: OnceCell::new(),
                }
            }

            /// Returns all entries that have an id, list by list: kind, number in the list, id, place.
            fn named(&self) -> Vec<(Kind, usize, &'app str, &Place)> {
                let mut named = Vec::new();
                $(named.extend((0..).zip(&self.$list).map(|(at, entry)| (Kind::$kind, at, entry.id, &entry.place)));)+
                let goals = (0..).zip(&self.strategy_objectives);
                named.extend(goals.map(|(at, (_, entry))| (Kind::StrategyObjective, at, entry.id, &entry.place)));
                named.retain(|(_, _, id, _)| !id.is_empty());
                named
            }

            /// Tells whether an entry of this kind, or the id of one, could not be read.
            pub fn is_unread(&self, kind: Kind) -> bool {
                fn among<T>(list: &List<T>, id: fn(&T) -> &Field<Id>) -> bool {
                    list.is_damaged() || list.iter().any(|entry| id(entry).is_unreadable())
                }
                let strategies = &self.application.strategies;
                match kind {
                    $(Kind::$kind => among(&self.application.$($path).+, |one| &one.id),)+
                    Kind::StrategyObjective => {
                        strategies.is_damaged()
                            || strategies.iter().any(|own| among(&own.objectives, |one| &one.id))
                    }
                }
            }

            $($(
                #[doc = concat!("Returns the entry of `", stringify!($list), "` with this id.")]
                pub fn $named(&self, id: &str) -> Option<&Placed<'app, $type>> {
                    self.$list.get(self.number(id, Kind::$kind)?)
                }
            )?)+
        }
    };
}

entries! {
    /// The partners, in the order of the file, as are all lists here.
    partners: Partner, Partner at partners, partner;
    /// The bodies of the partnership.
    bodies: Body, Body at partnership.bodies;
    /// The sources of evidence.
    evidence: Evidence, Evidence at diagnosis.evidence, source;
    /// The needs, in scope or not.
    needs: Need, Need at diagnosis.needs, need;
    /// The target groups.
    groups: Group, Group at diagnosis.groups, group;
    /// The objectives.
    objectives: Objective, Objective at objectives, objective;
    /// The actions.
    actions: Action, Action at actions, action;
    /// The indicators.
    indicators: Indicator, Indicator at indicators, indicator;
    /// The strategies.
    strategies: Strategy, Strategy at strategies, strategy;
    /// The alignments.
    alignments: Alignment, Alignment at alignments;
    /// The milestones.
    milestones: Milestone, Milestone at schedule.milestones;
    /// The lines of the budget.
    lines: BudgetLine, Line at budget.lines;
    /// The risks.
    risks: Risk, Risk at risks;
    /// The annexes.
    annexes: Annex, Annex at annexes;
}

impl<'app> Facts<'app> {
    /// Returns the texts in which something is left to be written, in the order of the application.
    pub fn unwritten(&self) -> &[Unwritten] {
        self.unwritten.get_or_init(|| unwritten::of(self.application))
    }

    /// Computes the facts of an application.
    pub fn of(application: &'app Application) -> Self {
        let mut facts = Self::listed(application);
        let goals = facts.strategies.iter().enumerate().flat_map(|(index, strategy)| {
            Placed::list(strategy.objectives()).into_iter().map(move |objective| (index, objective))
        });
        facts.strategy_objectives = goals.collect();
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
