//! The numbers of people and firms that the texts of an application may say. In: `Facts`. Out: `Allowed`.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::counted::Counted;
use super::records::main;
use crate::diagnostic::Place;
use crate::facts::{Facts, Placed};
use crate::model::{Action, Field, Indicator, IndicatorKind, Objective, Size};
use crate::units::Number;

/// The numbers that a text may say.
pub(super) struct Allowed {
    pub people: BTreeSet<Decimal>,
    pub entities: BTreeSet<Decimal>,
    /// What the plan says of people, and of firms.
    pub planned: [Option<(Number, String, Place)>; 2],
}

impl Allowed {
    fn new() -> Self {
        Self { people: BTreeSet::new(), entities: BTreeSet::new(), planned: [None, None] }
    }

    fn size(&mut self, size: &Size, of_people: bool) {
        let own = if of_people { &mut self.people } else { &mut self.entities };
        let counts = [&size.total, &size.women, &size.men].into_iter().filter_map(|count| count.copied());
        own.extend(counts.map(|count| Number::from(count).decimal()));
    }

    /// Allows the values of an indicator; one that measures the text itself is what the plan says.
    fn indicator(&mut self, facts: &Facts<'_>, own: &Placed<'_, Indicator>, measures: bool) {
        let Some(is_of_people) = counts(facts, own) else { return };
        let parts = own.entry.parts.iter().flat_map(|part| [&part.target, &part.women, &part.men]);
        let values = [&own.target, &own.women.target, &own.men.target, &own.baseline];
        let values = values.into_iter().chain(parts).filter_map(|value| value.copied());
        let set = if is_of_people { &mut self.people } else { &mut self.entities };
        set.extend(values.map(|value| value.decimal()));
        let planned = &mut self.planned[usize::from(!is_of_people)];
        if let Some(target) = own.target.copied().filter(|_| measures && planned.is_none()) {
            *planned = Some((target, own.called(), own.target().here()));
        }
    }

    /// Allows what all groups of people make together.
    fn sums<'a>(&mut self, groups: impl Iterator<Item = &'a Size>) {
        let add = |sum: u64, count: &Field<crate::units::Count>| {
            sum.saturating_add(count.copied().map_or(0, |count| count.get()))
        };
        let sums = groups.fold([0, 0, 0], |[total, women, men], size| {
            [add(total, &size.total), add(women, &size.women), add(men, &size.men)]
        });
        self.people.extend(sums.map(Decimal::from));
    }
}

/// Tells whether an indicator counts people or firms; `None` for anything else.
fn counts(facts: &Facts<'_>, own: &Placed<'_, Indicator>) -> Option<bool> {
    let unit = super::recorded::any(&own.entry.unit, main(facts), main(facts));
    let counted = unit.split_whitespace().map(Counted::of).find(|counted| *counted != Counted::Other)?;
    match counted {
        Counted::People | Counted::Women | Counted::Men => Some(true),
        Counted::Entities => Some(false),
        _ => None,
    }
}

/// Returns what the results of an objective, and of those below it, make.
pub(super) fn of_objective(facts: &Facts<'_>, objective: &Placed<'_, Objective>) -> Allowed {
    let mut allowed = Allowed::new();
    let below = facts.below([objective.id]);
    let own = facts.indicators_measuring(objective.id);
    own.for_each(|indicator| allowed.indicator(facts, indicator, true));
    for child in &below {
        facts.indicators_measuring(child.id).for_each(|indicator| allowed.indicator(facts, indicator, true));
    }
    allowed
}

/// Returns what the outputs of an action make, beyond which no part of them can be.
pub(super) fn of_outputs(facts: &Facts<'_>, action: &Placed<'_, Action>) -> Allowed {
    let mut allowed = Allowed::new();
    let outputs = facts.indicators_of(action.id, IndicatorKind::Output);
    outputs.for_each(|indicator| allowed.indicator(facts, indicator, true));
    allowed.people.extend(action.participants.copied().map(|count| Number::from(count).decimal()));
    allowed
}

/// Returns the firms of the plan, and all that sources say of anything: what may be meant by a number of firms.
pub(super) fn of_everything(facts: &Facts<'_>) -> Allowed {
    let mut allowed = Allowed::new();
    for group in facts.groups.iter().filter(|group| !group.is_of_people()) {
        allowed.size(&group.entry.size, false);
        allowed.size(&group.entry.population, false);
    }
    for indicator in facts.indicators.iter().filter(|own| counts(facts, own) != Some(true)) {
        let values = [&indicator.target, &indicator.baseline].into_iter().filter_map(|value| value.copied());
        allowed.entities.extend(values.map(|value| value.decimal()));
    }
    for source in &facts.evidence {
        allowed.entities.extend(source.research.sample.copied().map(|count| Number::from(count).decimal()));
        let values =
            source.entry.values.iter().flat_map(|own| [&own.value, &own.base.value, &own.reference.value]);
        allowed.entities.extend(values.filter_map(|value| value.copied()).map(|value| value.decimal()));
    }
    allowed.entities.extend(facts.needs.iter().filter_map(|need| Some(need.scale.value.copied()?.decimal())));
    let quantities = facts.lines.iter().filter_map(|line| line.quantity.copied());
    allowed.entities.extend(quantities.map(|quantity| quantity.decimal()));
    allowed
}

/// Returns whom an action reaches and what it makes.
pub(super) fn of_action(facts: &Facts<'_>, action: &Placed<'_, Action>) -> Allowed {
    let mut allowed = Allowed::new();
    let outputs = facts.indicators_of(action.id, IndicatorKind::Output);
    outputs.for_each(|indicator| allowed.indicator(facts, indicator, true));
    for objective in action.objectives.iter() {
        let own = facts.indicators_measuring(objective.as_str());
        own.for_each(|indicator| allowed.indicator(facts, indicator, false));
    }
    let reached: Vec<_> = action.groups.iter().filter_map(|id| facts.group(id.as_str())).collect();
    for group in &reached {
        allowed.size(&group.entry.size, group.is_of_people());
    }
    let of_people = reached.iter().filter(|group| group.is_of_people());
    allowed.sums(of_people.map(|group| &group.entry.size));
    if let Some(count) = action.participants.copied() {
        let value = Number::from(count);
        let only_entities = !reached.is_empty() && reached.iter().all(|group| !group.is_of_people());
        let set = if only_entities { &mut allowed.entities } else { &mut allowed.people };
        set.insert(value.decimal());
        let planned = &mut allowed.planned[usize::from(only_entities)];
        if planned.is_none() {
            *planned = Some((value, action.called(), action.participants().here()));
        }
    }
    for line in facts.lines_of(action.id) {
        let quantity = line.quantity.copied().map(|quantity| quantity.decimal());
        allowed.people.extend(quantity);
        allowed.entities.extend(quantity);
    }
    allowed
}

/// Returns the sizes of all groups, which any objective may tell.
pub(super) fn of_groups(facts: &Facts<'_>) -> Allowed {
    let mut allowed = Allowed::new();
    for group in &facts.groups {
        allowed.size(&group.entry.size, group.is_of_people());
    }
    allowed.sums(facts.groups.iter().filter(|group| group.is_of_people()).map(|group| &group.entry.size));
    allowed
}

/// Returns the firms of the plan, which any action may tell.
pub(super) fn of_firms(facts: &Facts<'_>) -> Allowed {
    let mut allowed = Allowed::new();
    for group in facts.groups.iter().filter(|group| !group.is_of_people()) {
        allowed.size(&group.entry.size, false);
    }
    for indicator in facts.indicators.iter().filter(|own| counts(facts, own) == Some(false)) {
        allowed.indicator(facts, indicator, false);
    }
    allowed
}
