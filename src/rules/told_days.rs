//! Days that texts tell, against those of the fields. In: `Case`. Out: faults of TIME-11, TIME-12, OBJ-13 and STRAT-13,
//! whose words stand beside their families.

use super::worded::{Worded, prose as narrative, text};
use super::{Case, Faults, fault};
use crate::catalogue;
use crate::diagnostic::Part;
use crate::facts::Placed;
use crate::model::{Strategy, StrategyLevel};
use crate::prose;
use crate::units::Date;

/// The most years between the day on which a strategy is adopted and the first of those it is for.
const YEARS: i16 = 2;

pub(super) fn over_before_submission(case: &Case<'_>, faults: &mut Faults) {
    let Some(submission) = case.application().call.submission.copied() else { return };
    let end = case.application().schedule.to.copied();
    if let Some(end) = end.filter(|end| *end <= submission) {
        fault!(faults at case.root().schedule().to(), end, submission; also case.root().call().submission());
    }
}

pub(super) fn after_the_end(case: &Case<'_>, faults: &mut Faults) {
    let Some(end) = case.application().schedule.to.copied() else { return };
    let recruitment = case.root().recruitment();
    let mut texts: Vec<Worded<'_>> = text(case, recruitment.time());
    for stage in recruitment.stages().each() {
        texts.extend(super::worded::all(case, &stage.here(), Some(stage.entry)));
    }
    texts.extend(narrative(case, recruitment.shortfall()));
    texts.extend(case.facts.groups.iter().flat_map(|group| narrative(case, group.recruitment())));
    for action in &case.facts.actions {
        texts.extend(text(case, action.title()));
        texts.extend(narrative(case, action.text()));
    }
    for Worded { place, words, .. } in texts {
        let late = |named: &prose::Named| named.date.stretch()[0] > end;
        let Some(named) = prose::dates(words).into_iter().find(late) else { continue };
        let told = words[named.range.clone()].to_owned();
        fault!(faults at place, told, end; also case.root().schedule().to())
            .part(Part::of(words, named.range));
    }
}

pub(super) fn other_deadline(case: &Case<'_>, faults: &mut Faults) {
    for objective in &case.facts.objectives {
        let Some(by) = objective.by.copied() else { continue };
        let texts = text(case, objective.title()).into_iter().chain(narrative(case, objective.text()));
        for Worded { place, words, .. } in texts {
            let ends: Vec<prose::Named> =
                prose::dates(words).into_iter().filter(|named| named.is_end).collect();
            if ends.iter().any(|named| is_within(by, named.date)) {
                continue;
            }
            let Some(named) = ends.into_iter().next() else { continue };
            let told = words[named.range.clone()].to_owned();
            fault!(faults at place, id = objective.called(), told, by; also objective.by())
                .part(Part::of(words, named.range));
        }
    }
}

/// Tells whether a day lies in what another is known as: a day, a month, a year.
fn is_within(day: Date, known: Date) -> bool {
    let [first, last] = known.stretch();
    let [own_first, own_last] = day.stretch();
    first <= own_last && own_first <= last
}

pub(super) fn adopted_at_another_time(case: &Case<'_>, faults: &mut Faults) {
    for strategy in &case.facts.strategies {
        // A law may hold long after it was made, and be cited by either day.
        let level = case.facts.strategy_level(strategy);
        if matches!(level, None | Some(StrategyLevel::Eu)) {
            continue;
        }
        let known = region(case, strategy).and_then(|region| region.strategy.adopted);
        let Some(from) = strategy.valid.from.copied().or(known) else { continue };
        let near = |named: &prose::Named| (from.year() - named.date.year()).abs() <= YEARS;
        for Worded { place, words, .. } in text(case, strategy.adopted()) {
            let named = prose::dates(words);
            let Some(first) = named.first().filter(|_| !named.iter().any(near)) else { continue };
            let (told, range) = (words[first.range.clone()].to_owned(), first.range.clone());
            fault!(faults at place, id = strategy.called(), told, from; also strategy.valid().from())
                .part(Part::of(words, range));
        }
    }
}

/// Returns the voivodeship whose strategy one is, by its title.
fn region(case: &Case<'_>, strategy: &Placed<'_, Strategy>) -> Option<&'static catalogue::Region> {
    let titles: Vec<String> =
        case.each(strategy.entry.title.get()).map(|(_, title)| title.to_lowercase()).collect();
    let is_its = |region: &&catalogue::Region| titles.contains(&region.strategy.pl.to_lowercase());
    catalogue::regions().all().iter().find(is_its)
}
