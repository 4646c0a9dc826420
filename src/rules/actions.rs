//! Actions: for what, for whom, by whom, when, for how much. Words: `actions.md`.

use super::{Case, Faults, Rule, capacity, family, fault, lacks, lasting, missing};
use crate::diagnostic::Value;
use crate::facts::{Facts, Placed};
use crate::model::{Action, IndicatorKind, Sector};

family! { "ACT", "actions.md";
    Rule::missing("ACT-01", "action-without-objective", missing!(each actions: objectives)),
    Rule::missing("ACT-02", "action-without-lead", missing!(each actions: lead)),
    Rule::warning("ACT-03", "action-without-output", without_output),
    Rule::error("ACT-04", "action-outside-period", outside_period),
    Rule::error("ACT-05", "actions-in-a-circle", circle),
    Rule::warning("ACT-06", "action-without-money", without_money),
    Rule::advice("ACT-07", "action-without-module", without_module),
    Rule::advice("ACT-08", "nothing-innovative", nothing_innovative),
    Rule::warning("ACT-09", "actions-that-repeat-each-other", repeating),
    Rule::advice("ACT-10", "no-complementarity", no_complementarity),
    Rule::advice("ACT-11", "no-action-across-sectors", no_cross_sector),
    Rule::advice("ACT-12", "action-not-precise", not_precise),
    Rule::warning("ACT-13", "action-without-dates", without_dates),
    Rule::warning("ACT-14", "action-before-its-predecessor", before_predecessor),
    Rule::advice("ACT-15", "no-other-project-named", no_other_project),
    Rule::warning("ACT-16", "support-of-another-length", lasting::support_too_long),
    Rule::advice("ACT-17", "lead-without-capacity", capacity::without_capacity),
}

fn without_output(case: &Case<'_>, faults: &mut Faults) {
    let indicators = &case.application().indicators;
    if indicators.is_damaged() || indicators.iter().any(|indicator| indicator.of.is_unreadable()) {
        return;
    }
    for action in case.facts.actions.iter().filter(|action| !action.id.is_empty()) {
        let unclear =
            case.facts.indicators_measuring(action.id).any(|indicator| indicator.kind.is_unreadable());
        if !unclear && case.facts.indicators_of(action.id, IndicatorKind::Output).next().is_none() {
            lacks!(faults at action.place.clone(), id = action.called(); wants case.root().indicators());
        }
    }
}

fn outside_period(case: &Case<'_>, faults: &mut Faults) {
    let project = case.facts.project_period();
    for action in &case.facts.actions {
        let (from, to) = (action.from.copied(), action.to.copied());
        let backwards = from.zip(to).is_some_and(|(from, to)| to < from);
        let late = project.zip(to).is_some_and(|(project, to)| !project.contains(to));
        let early = project.zip(from).is_some_and(|(project, from)| !project.contains(from));
        let (key, words) = if backwards {
            ("to", Value::from(["kończy się przed rozpoczęciem", "ends before it starts"]))
        } else if let Some(project) = project.filter(|_| late || early) {
            let words = Value::around(
                ["wykracza poza okres realizacji projektu ({0})", "lies outside the project’s period ({0})"],
                project,
            );
            (if late { "to" } else { "from" }, words)
        } else {
            continue;
        };
        let late = key == "to";
        let fault = faults.at(if late { action.to() } else { action.from() });
        fault.with("id", action.called()).with("what", words);
        if !backwards {
            let schedule = case.root().schedule();
            fault.also(if late { schedule.to() } else { schedule.from() });
        }
    }
}

fn circle(case: &Case<'_>, faults: &mut Faults) {
    for circle in case.facts.action_cycles() {
        let Some(first) = circle.first().and_then(|id| case.facts.action(id)) else { continue };
        let path = circle.iter().chain(circle.first()).copied().collect::<Vec<_>>().join(" → ");
        fault!(faults at first.after(), path);
    }
}

fn without_money(case: &Case<'_>, faults: &mut Faults) {
    let lines = &case.application().budget.lines;
    // Without any line there is no budget to miss an action in.
    if lines.is_missing() || lines.is_damaged() {
        return;
    }
    for action in case.facts.actions.iter().filter(|action| !action.id.is_empty()) {
        let free = action.costless.copied() == Some(true);
        if !free && case.facts.lines_of(action.id).next().is_none() {
            lacks!(faults at action.place.clone(), id = action.called(); wants case.root().budget().lines());
        }
    }
}

fn without_module(case: &Case<'_>, faults: &mut Faults) {
    let modules = &case.application().partnership.model_modules;
    if modules.is_empty() {
        return;
    }
    let codes: Vec<&str> = modules.iter().map(|module| module.as_str()).collect();
    for action in case.facts.actions.iter().filter(|action| action.module.is_missing()) {
        lacks!(faults at action.module(), id = action.called(), modules = super::case::ticked(&codes));
    }
}

fn nothing_innovative(case: &Case<'_>, faults: &mut Faults) {
    let actions = &case.facts.actions;
    if !actions.is_empty() && actions.iter().all(|action| action.innovation.is_blank()) {
        lacks!(faults at case.root().actions());
    }
}

fn repeating(case: &Case<'_>, faults: &mut Faults) {
    let actions = &case.facts.actions;
    for (number, first) in actions.iter().enumerate() {
        for second in actions.iter().skip(number + 1).filter(|second| alike(first, second)) {
            fault!(faults at second.place.clone(),
                a = first.called(), b = second.called(); also first.place.clone()
            );
        }
    }
}

/// Tells whether two actions are of one kind, for one group, at one time, led by two partners.
fn alike(first: &Placed<'_, Action>, second: &Placed<'_, Action>) -> bool {
    let kind = first.kind.is_given() && first.kind == second.kind;
    let lead = first.lead.is_given() && second.lead.is_given() && first.lead != second.lead;
    kind && lead
        && first.groups.iter().any(|group| second.groups.contains(group))
        && Facts::action_period(first)
            .zip(Facts::action_period(second))
            .is_some_and(|(first, second)| first.overlaps(second))
}

fn no_complementarity(case: &Case<'_>, faults: &mut Faults) {
    let actions = &case.facts.actions;
    if actions.len() > 1 && actions.iter().all(|action| action.complements.is_missing()) {
        lacks!(faults at case.root().actions());
    }
}

fn no_cross_sector(case: &Case<'_>, faults: &mut Faults) {
    let actions = &case.facts.actions;
    let joint = |action: &Placed<'_, Action>| {
        let ids = action.entry.lead.get().into_iter().chain(action.entry.partners.iter());
        let sectors: Vec<Sector> =
            ids.filter_map(|id| case.facts.partner(id.as_str())?.sector.copied()).collect();
        sectors.iter().any(|sector| Some(sector) != sectors.first())
    };
    let unclear = case.application().partners.is_damaged()
        || case.facts.partners.iter().any(|partner| partner.sector.is_unreadable());
    if !unclear && !actions.is_empty() && !actions.iter().any(joint) {
        faults.at(case.root().actions());
    }
}

fn not_precise(case: &Case<'_>, faults: &mut Faults) {
    for action in &case.facts.actions {
        if let Some(fault) = faults.lacking(&[
            action.text().gap(),
            action.groups().gap(),
            action.participants().gap(),
            action.place().gap(),
        ]) {
            fault.with("id", action.called());
        }
    }
}

fn without_dates(case: &Case<'_>, faults: &mut Faults) {
    for action in &case.facts.actions {
        let gap = if action.from.is_missing() { action.from() } else { action.to() };
        if gap.is_missing() {
            lacks!(faults at gap, id = action.called());
        }
    }
}

fn before_predecessor(case: &Case<'_>, faults: &mut Faults) {
    let circles = case.facts.action_cycles();
    // Days cannot mend a circle, of which ACT-05 speaks.
    let circling = |action: &Placed<'_, Action>| circles.iter().flatten().any(|id| *id == action.id);
    for action in case.facts.actions.iter().filter(|action| !circling(action)) {
        for id in action.after().each() {
            let Some(earlier) = case.facts.action(id.as_str()) else { continue };
            let (Some(from), Some(start)) = (action.from.copied(), earlier.from.copied()) else { continue };
            if from < start {
                fault!(faults at id,
                    id = action.called(), from = from.to_string(), earlier = earlier.called(),
                    start = start.to_string(); also earlier.from()
                );
            }
        }
    }
}

fn no_other_project(case: &Case<'_>, faults: &mut Faults) {
    let application = case.application();
    if application.complementarity.is_missing() && !application.actions.is_missing() {
        lacks!(faults at case.root().complementarity());
    }
}
