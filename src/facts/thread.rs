//! The golden thread: need → evidence and target group → objective → action → output and result →
//! regional and national strategy → money, with a named partner. In: `Facts`. Out: `Coverage`.

use std::collections::BTreeSet;

use super::{Facts, Placed};
use crate::model::*;
use crate::words::named;

named! {
    /// A part of the thread; its code is the word in JSON, its name the head of a column.
    Strand {
        /// A source shows the need.
        Evidence = "evidence", "dowód", "evidence";
        /// The need touches a target group.
        Group = "group", "grupa docelowa", "target group";
        /// A specific objective answers the need.
        Objective = "objective", "cel szczegółowy", "specific objective";
        /// An action serves the objective.
        Action = "action", "działanie", "action";
        /// An output indicator measures the action.
        Output = "output", "wskaźnik produktu", "output indicator";
        /// A result indicator with a target measures the objective.
        Result = "result", "wskaźnik rezultatu", "result indicator";
        /// The objective follows a regional strategy, with an argument.
        Regional = "regional", "strategia regionalna", "regional strategy";
        /// The objective follows a national strategy, with an argument.
        National = "national", "strategia krajowa", "national strategy";
        /// The action is paid for, or costs nothing.
        Money = "money", "środki", "money";
        /// A partner leads the action.
        Lead = "lead", "partner odpowiedzialny", "partner in the lead";
    }
}

/// How a part of the thread holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The link is there.
    Own,
    /// It is there only through another objective of the tree.
    Inherited,
    /// It is not there.
    #[default]
    Gap,
}

/// A part of a need's thread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link<'app> {
    /// How it holds.
    pub state: State,
    /// The entries that make it, by id, in the order of the file.
    pub ids: Vec<&'app str>,
}

impl<'app> Link<'app> {
    fn own(ids: Vec<&'app str>) -> Self {
        Self::inherited_if(false, ids)
    }

    fn inherited_if(inherited: bool, ids: Vec<&'app str>) -> Self {
        let state = match (ids.is_empty(), inherited) {
            (true, _) => State::Gap,
            (false, true) => State::Inherited,
            (false, false) => State::Own,
        };
        Self { state, ids }
    }
}

/// The thread of a need.
#[derive(Clone, Debug)]
pub struct Thread<'app> {
    /// The need.
    pub need: Placed<'app, Need>,
    /// Its parts, in the order of [`Coverage::parts`].
    pub links: Vec<(Strand, Link<'app>)>,
}

impl<'app> Thread<'app> {
    /// Tells whether no part is missing.
    pub fn is_complete(&self) -> bool {
        self.gaps().next().is_none()
    }

    /// Returns the parts that are missing.
    pub fn gaps(&self) -> impl Iterator<Item = Strand> {
        self.links.iter().filter(|(_, link)| link.state == State::Gap).map(|(part, _)| *part)
    }

    /// Returns a part; `None` for one that the application has no use for.
    pub fn link(&self, part: Strand) -> Option<&Link<'app>> {
        self.links.iter().find(|(known, _)| *known == part).map(|(_, link)| link)
    }
}

/// The threads of all needs in scope.
#[derive(Clone, Debug)]
pub struct Coverage<'app> {
    /// The parts asked for: all of them, without money where there is no budget.
    pub parts: Vec<Strand>,
    /// One thread a need, in the order of the file.
    pub threads: Vec<Thread<'app>>,
    /// Whether part of the application could not be read, so that its share is not known.
    pub torn: bool,
}

impl Coverage<'_> {
    /// Returns how many threads are complete.
    pub fn complete(&self) -> usize {
        self.threads.iter().filter(|thread| thread.is_complete()).count()
    }

    /// Returns the share of complete threads in percent, rounded down, so that 100 means all; 0 where
    /// there is no need.
    pub fn percent(&self) -> usize {
        (self.complete() * 100).checked_div(self.threads.len()).unwrap_or(0)
    }
}

/// What an objective adds to a thread; of several the one with the fewest gaps counts.
type Chain<'app> = Vec<(Strand, Link<'app>)>;

/// The parts of a thread that an action brings.
const ACTED: [Strand; 4] = [Strand::Action, Strand::Output, Strand::Money, Strand::Lead];

/// The parts of a thread that a strategy brings.
const ALIGNED: [(Strand, StrategyLevel); 2] =
    [(Strand::Regional, StrategyLevel::Regional), (Strand::National, StrategyLevel::National)];

/// The ids of the objectives that have a part of the thread, by the part.
struct Reach<'facts>(Vec<(Strand, BTreeSet<&'facts str>)>);

impl Reach<'_> {
    fn holds(&self, strand: Strand, objective: &str) -> bool {
        self.0.iter().any(|(known, ids)| *known == strand && ids.contains(objective))
    }
}

fn is_costless(action: &Action) -> bool {
    action.costless.copied() == Some(true)
}

impl<'app> Facts<'app> {
    /// Follows the golden thread of every need in scope.
    pub fn coverage(&self) -> Coverage<'app> {
        let no_budget = self.application.budget.lines.is_missing();
        let parts = Strand::ALL
            .iter()
            .copied()
            .filter(|part| *part != Strand::Money || !no_budget)
            .collect::<Vec<_>>();
        let reach = self.reach();
        let threads = self.needs_in_scope().map(|need| {
            let mut links = self.thread(need, &reach);
            links.retain(|(part, _)| parts.contains(part));
            Thread { need: need.clone(), links }
        });
        Coverage { threads: threads.collect(), parts, torn: false }
    }

    /// Returns the specific objectives that answer a need: those that name it and, where a parent names
    /// it, the parts of that parent that name no need themselves. A main objective answers where the
    /// application has no specific ones. The flag tells that the link comes only from a parent.
    pub fn objectives_answering(&self, need: &str) -> Vec<(&Placed<'app, Objective>, State)> {
        let only_main = self.objectives.iter().all(|objective| is_main(objective));
        let mut found: Vec<(&Placed<'app, Objective>, State)> = Vec::new();
        for objective in self.objectives_naming(need) {
            if only_main || !is_main(objective) {
                found.push((objective, State::Own));
            }
        }
        // What names the need itself has needs, so nothing comes twice.
        let below = self.below(self.objectives_naming(need).map(|parent| parent.id)).into_iter();
        let below = below.filter(|child| child.needs.is_missing() && !is_main(child));
        found.extend(below.map(|child| (child, State::Inherited)));
        found
    }

    /// Returns the alignments of an objective with strategies of a level, with an argument: its own,
    /// else those of the nearest objective above that has some.
    pub fn alignments_at(
        &self,
        objective: &str,
        level: StrategyLevel,
    ) -> (State, Vec<&Placed<'app, Alignment>>) {
        let own = self.argued(objective, level);
        if !own.is_empty() {
            return (State::Own, own);
        }
        let above = self.ancestors(objective);
        let inherited = above.map(|above| self.argued(above.id, level)).find(|found| !found.is_empty());
        inherited.map_or((State::Gap, Vec::new()), |found| (State::Inherited, found))
    }

    /// Returns the alignments that an objective has itself with strategies of a level, with an argument.
    pub fn argued(&self, objective: &str, level: StrategyLevel) -> Vec<&Placed<'app, Alignment>> {
        let alignments = self.alignments_of(objective).filter(|alignment| !alignment.argument.is_blank());
        alignments.filter(|alignment| self.alignment_level(alignment) == Some(level)).collect()
    }

    /// Finds out once what objectives have by the actions below them and by the strategies above them.
    fn reach(&self) -> Reach<'_> {
        let acted = |strand| {
            let acts = |id: &str| self.actions_serving(id).any(|action| self.has(action, strand));
            (strand, self.with_above(acts))
        };
        let aligned = |(strand, level)| (strand, self.with_below(|id| !self.argued(id, level).is_empty()));
        Reach(ACTED.map(acted).into_iter().chain(ALIGNED.map(aligned)).collect())
    }

    /// Tells whether an action has a part of the thread.
    fn has(&self, action: &Placed<'app, Action>, strand: Strand) -> bool {
        match strand {
            Strand::Output => self.indicators_of(action.id, IndicatorKind::Output).next().is_some(),
            Strand::Money => is_costless(action.entry) || self.lines_of(action.id).next().is_some(),
            Strand::Lead => {
                action.entry.lead.get().is_some_and(|id| self.is(id.as_str(), super::Kind::Partner))
            }
            _ => true,
        }
    }

    /// Returns how many parts of a thread an objective leaves open.
    fn gaps(&self, objective: &Placed<'app, Objective>, reach: &Reach<'_>) -> usize {
        let own: Vec<_> = self.actions_serving(objective.id).collect();
        let reached = |strand: &Strand| match strand {
            strand if own.is_empty() || !ACTED.contains(strand) => reach.holds(*strand, objective.id),
            strand => own.iter().any(|action| self.has(action, *strand)),
        };
        let parts = ACTED.iter().chain(ALIGNED.iter().map(|(strand, _)| strand));
        parts.filter(|strand| !reached(strand)).count()
            + usize::from(self.results(objective).next().is_none())
    }

    /// Returns the result indicators of an objective that have a target.
    fn results(&self, objective: &Placed<'app, Objective>) -> impl Iterator<Item = &Placed<'app, Indicator>> {
        let results = self.indicators_of(objective.id, IndicatorKind::Result);
        results.filter(|indicator| !indicator.target.is_missing())
    }

    fn thread(&self, need: &Placed<'app, Need>, reach: &Reach<'_>) -> Chain<'app> {
        let known = |id: &&'app Id, kind| self.is(id.as_str(), kind);
        let evidence = need.entry.evidence.iter().filter(|id| known(id, super::Kind::Evidence));
        let groups = need.entry.groups.iter().filter(|id| known(id, super::Kind::Group));
        let mut links = vec![
            (Strand::Evidence, Link::own(evidence.map(Id::as_str).collect())),
            (Strand::Group, Link::own(groups.map(Id::as_str).collect())),
        ];
        let answering = self.objectives_answering(need.id);
        let inherited = answering.iter().all(|(_, state)| *state == State::Inherited);
        let ids = answering.iter().map(|(objective, _)| objective.id).collect();
        links.push((Strand::Objective, Link::inherited_if(inherited, ids)));
        let best = answering.iter().min_by_key(|(objective, _)| self.gaps(objective, reach));
        let none = || Strand::ALL[3..].iter().map(|part| (*part, Link::default())).collect();
        links.extend(best.map_or_else(none, |(objective, _)| self.chain(objective)));
        links
    }

    fn chain(&self, objective: &Placed<'app, Objective>) -> Chain<'app> {
        let mut actions: Vec<_> = self.actions_serving(objective.id).collect();
        let through_child = actions.is_empty();
        if through_child {
            let below = self.below([objective.id]);
            actions = below.iter().flat_map(|child| self.actions_serving(child.id)).collect();
        }
        let ids = |entries: &[&Placed<'app, Action>]| entries.iter().map(|action| action.id).collect();
        let led = |action: &&Placed<'app, Action>| Some(action.entry.lead.get()?.as_str());
        let outputs = actions.iter().flat_map(|action| self.indicators_of(action.id, IndicatorKind::Output));
        let paid: Vec<&'app str> = actions
            .iter()
            .flat_map(|action| {
                let free = is_costless(action.entry).then_some(action.id);
                free.into_iter().chain(self.lines_of(action.id).map(|line| line.id))
            })
            .collect();
        let mut leads: Vec<&'app str> =
            actions.iter().filter_map(led).filter(|id| self.is(id, super::Kind::Partner)).collect();
        leads.dedup();
        let aligned = |level| {
            let (state, alignments) = self.alignments_at(objective.id, level);
            Link { state, ids: alignments.iter().map(|alignment| alignment.id).collect() }
        };
        vec![
            (Strand::Action, Link::inherited_if(through_child, ids(&actions))),
            (Strand::Output, Link::own(outputs.map(|indicator| indicator.id).collect())),
            (Strand::Result, Link::own(self.results(objective).map(|indicator| indicator.id).collect())),
            (Strand::Regional, aligned(StrategyLevel::Regional)),
            (Strand::National, aligned(StrategyLevel::National)),
            (Strand::Money, Link::own(paid)),
            (Strand::Lead, Link::own(leads)),
        ]
    }
}

/// Tells whether an objective is the main one: by its level, else by having no parent.
pub(super) fn is_main(objective: &Objective) -> bool {
    match objective.level {
        Field::Given(level) => level == ObjectiveLevel::Main,
        Field::Missing => objective.parent.is_missing(),
        Field::Unreadable => false,
    }
}
