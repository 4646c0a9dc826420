//! Strategies and what is cited from them. Words: `strategies.md`.

use super::{Case, Faults, Rule, family, fault, lacks, region_named, told_days};
use crate::catalogue::{self, State};
use crate::diagnostic::Value;
use crate::facts::{Kind, Placed};
use crate::model::{Strategy, StrategyLevel};
use crate::units::Date;
use crate::words::meant;

family! { "STRAT", "strategies.md";
    Rule::missing("STRAT-01", "no-regional-strategy", no_regional),
    Rule::missing("STRAT-02", "no-national-strategy", no_national),
    Rule::warning("STRAT-03", "no-local-strategy", no_local),
    Rule::warning("STRAT-04", "strategy-not-in-force", not_in_force),
    Rule::missing("STRAT-05", "quotation-without-text-or-page", without_citation),
    Rule::advice("STRAT-06", "strategy-objective-not-used", not_used),
    Rule::error("STRAT-07", "strategy-not-in-catalogue", unknown),
    Rule::error("STRAT-08", "strategy-of-another-region", of_another_region),
    Rule::advice("STRAT-09", "programme-objective-not-named", no_programme_objective),
    Rule::warning("STRAT-10", "strategy-objective-without-number", without_number),
    Rule::warning("STRAT-11", "strategy-without-level", without_level),
    Rule::warning("STRAT-12", "strategy-named-after-another-region", region_named::strategy_of_another),
    Rule::warning("STRAT-13", "strategy-adopted-at-another-time", told_days::adopted_at_another_time),
    Rule::warning("STRAT-14", "objective-of-the-fund-named-twice", region_named::objective_of_another_letter),
}

fn none_of(case: &Case<'_>, level: StrategyLevel) -> bool {
    let strategies = &case.application().strategies;
    let unclear = case.facts.strategies.iter().any(|strategy| case.facts.strategy_level(strategy).is_none());
    let known =
        case.facts.strategies.iter().any(|strategy| case.facts.strategy_level(strategy) == Some(level));
    !known && !unclear && !strategies.is_damaged()
}

fn no_regional(case: &Case<'_>, faults: &mut Faults) {
    if none_of(case, StrategyLevel::Regional) {
        lacks!(faults at case.root().strategies());
    }
}

fn no_national(case: &Case<'_>, faults: &mut Faults) {
    if none_of(case, StrategyLevel::National) {
        lacks!(faults at case.root().strategies());
    }
}

fn no_local(case: &Case<'_>, faults: &mut Faults) {
    if none_of(case, StrategyLevel::Local) {
        lacks!(faults at case.root().strategies());
    }
}

/// Returns the catalogue's entry of a strategy, by its id or by its title.
fn entry(strategy: &Placed<'_, Strategy>) -> Option<&'static catalogue::Strategy> {
    let known = catalogue::strategies();
    match strategy.catalogue.get() {
        Some(id) => known.get(id),
        None => strategy.entry.title.get()?.all().iter().find_map(|(_, title)| known.titled(title)),
    }
}

fn not_in_force(case: &Case<'_>, faults: &mut Faults) {
    let schedule = &case.application().schedule;
    if schedule.from.is_unreadable() || schedule.to.is_unreadable() {
        return;
    }
    let Some(project) = case.facts.project_period().or(case.facts.partnership_period()) else { return };
    for strategy in &case.facts.strategies {
        let entry = entry(strategy);
        let from = strategy.valid.from.copied().or(entry.and_then(|entry| entry.from));
        let to = strategy.valid.to.copied().or(entry.and_then(|entry| entry.to));
        let over = entry.is_some_and(|entry| entry.state == State::Expired) && strategy.valid.to.is_missing();
        let ends_early = over || to.is_some_and(|to| to < project.to);
        if ends_early || from.is_some_and(|from| project.from < from) {
            let day = |day: Option<Date>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
            fault!(faults at if ends_early { strategy.valid().to() } else { strategy.valid().from() },
                id = strategy.called(), from = day(from), to = day(to), period = project
            );
        }
    }
}

fn without_citation(case: &Case<'_>, faults: &mut Faults) {
    for (_, objective) in &case.facts.strategy_objectives {
        if let Some(fault) = faults.lacking(&[objective.text().gap(), objective.cite().gap()]) {
            fault.with("id", objective.called());
        }
    }
}

fn not_used(case: &Case<'_>, faults: &mut Faults) {
    let alignments = &case.application().alignments;
    if alignments.is_damaged() || alignments.iter().any(|alignment| alignment.to.is_unreadable()) {
        return;
    }
    for (_, objective) in
        case.facts.strategy_objectives.iter().filter(|(_, objective)| !objective.id.is_empty())
    {
        if case.facts.alignments_with(objective.id).next().is_none() {
            fault!(faults at objective.place.clone(), id = objective.called());
        }
    }
}

fn unknown(case: &Case<'_>, faults: &mut Faults) {
    let known = catalogue::strategies();
    for strategy in &case.facts.strategies {
        let Some(id) = strategy.catalogue.get().filter(|id| known.get(id).is_none()) else { continue };
        let ids = || known.all().iter().map(|entry| entry.id.as_str());
        let near = meant(id, ids());
        let listed: Vec<&str> =
            near.into_iter().chain(ids().filter(|known| Some(*known) != near)).take(8).collect();
        fault!(faults at strategy.catalogue(),
            id = strategy.called(), value = id, known = super::case::ticked(&listed)
        );
    }
}

fn of_another_region(case: &Case<'_>, faults: &mut Faults) {
    let Some(area) = case.application().area.teryt.get() else { return };
    for strategy in &case.facts.strategies {
        let level = case.facts.strategy_level(strategy);
        let Some(teryt) = strategy.teryt.get().filter(|_| level == Some(StrategyLevel::Regional)) else {
            continue;
        };
        if teryt.voivodeship() != area.voivodeship() {
            let name = |code: &str| {
                let region = catalogue::regions().all().iter().find(|region| region.teryt.as_str() == code);
                region.map_or_else(|| code.into(), |region| Value::from([&*region.pl, &*region.en]))
            };
            fault!(faults at strategy.teryt(),
                id = strategy.called(), region = name(teryt.voivodeship()), area = name(area.voivodeship());
                also case.root().area().teryt()
            );
        }
    }
}

fn no_programme_objective(case: &Case<'_>, faults: &mut Faults) {
    let call = &case.application().call;
    if !call.programme.is_blank() && call.specific_objective.is_blank() {
        lacks!(faults at case.root().call().specific_objective());
    }
}

fn without_number(case: &Case<'_>, faults: &mut Faults) {
    for (_, objective) in &case.facts.strategy_objectives {
        let cited = case.facts.is(objective.id, Kind::StrategyObjective);
        if cited && objective.code.get().map_or(objective.code.is_missing(), |code| code.trim().is_empty()) {
            lacks!(faults at objective.code(), id = objective.called());
        }
    }
}

fn without_level(case: &Case<'_>, faults: &mut Faults) {
    for strategy in case.facts.strategies.iter().filter(|strategy| strategy.level.is_missing()) {
        if case.facts.strategy_level(strategy).is_none() {
            lacks!(faults at strategy.level(), id = strategy.called());
        }
    }
}
