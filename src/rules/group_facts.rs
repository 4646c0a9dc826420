//! What a group's texts say against its fields and its sources. In: `Case`. Out: faults of GROUP-12 to GROUP-15, whose
//! words stand in `groups.md`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::lexicon::{lexicon, starting};
use super::worded::{Worded, all, prose as narrative, text};
use super::{Case, Faults, fault};
use crate::described::At;
use crate::diagnostic::{Part, Place};
use crate::facts::Placed;
use crate::model::{Barrier, Group};
use crate::prose::{self, Ages, Counted};
use crate::words::plain;

pub(super) fn other_ages(case: &Case<'_>, faults: &mut Faults) {
    for group in &case.facts.groups {
        let named = text(case, group.name());
        let described = [group.features(), group.justification(), group.short(), group.interest()];
        let described: Vec<Worded<'_>> =
            described.into_iter().flat_map(|field| narrative(case, field)).collect();
        let mut known: Option<(Ages, String, Place)> = None;
        for Worded { place, words, .. } in named.into_iter().chain(described) {
            for ages in prose::ages(words) {
                let said = words[ages.range.clone()].to_owned();
                match &known {
                    None => known = Some((ages, said, place.clone())),
                    Some((first, other, also)) if !first.meets(&ages) => {
                        let part = Part::of(words, ages.range.clone());
                        fault!(faults at place.clone(), id = group.called(), said, other; also also.clone())
                            .part(part);
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

pub(super) fn answered_for_others(case: &Case<'_>, faults: &mut Faults) {
    // A group that no action reaches is told of as such.
    let is_reached = |group: &&Placed<'_, Group>| case.facts.actions_reaching(group.id).next().is_some();
    for group in case.facts.groups.iter().filter(|group| !group.id.is_empty()).filter(is_reached) {
        for barrier in group.barriers().each().filter(|barrier| !barrier.answered_by.is_damaged()) {
            let actions: Vec<_> =
                barrier.answered_by.iter().map(|id| case.facts.action(id.as_str())).collect();
            let all_known = !actions.is_empty() && actions.iter().all(Option::is_some);
            let reaches = |id: &str| case.facts.actions_reaching(group.id).any(|action| action.id == id);
            let unclear = actions
                .iter()
                .flatten()
                .any(|action| action.groups.is_damaged() || action.groups.is_missing());
            if all_known && !unclear && !actions.iter().flatten().any(|action| reaches(action.id)) {
                let names: Vec<&str> = actions.iter().flatten().map(|action| action.id).collect();
                fault!(faults at barrier.answered_by(),
                    id = group.called(), barrier = case.said(&barrier.text), actions = names.join(", ");
                    also group.place.clone()
                );
            }
        }
    }
}

pub(super) fn same_barrier(case: &Case<'_>, faults: &mut Faults) {
    type Known<'run> = (&'run Placed<'run, Group>, At<'run, Barrier>);
    let mut known: BTreeMap<String, Known<'_>> = BTreeMap::new();
    for group in &case.facts.groups {
        for barrier in group.barriers().each().filter(|barrier| !barrier.answered_by.is_missing()) {
            let worded = all(case, &barrier.text().here(), barrier.text.get());
            let Some(words) = worded.into_iter().next() else { continue };
            let key = plain(words.words.trim());
            let answers = |barrier: &At<'_, Barrier>| {
                let mut ids: Vec<String> =
                    barrier.answered_by.iter().map(|id| id.as_str().to_owned()).collect();
                ids.sort();
                ids
            };
            match known.get(&key) {
                // That costs of travel keep both groups away is one thing; that they need other actions is another.
                Some((other, first)) if key.contains(' ') && answers(first) != answers(&barrier) => {
                    let here = answers(&barrier).join(", ");
                    let there = answers(first).join(", ");
                    fault!(faults at words.place,
                        id = group.called(), barrier = words.words.trim(), here, other = other.called(), there;
                        also first.text()
                    );
                }
                Some(_) => {}
                None => _ = known.insert(key, (group, barrier)),
            }
        }
    }
}

pub(super) fn more_than_asked(case: &Case<'_>, faults: &mut Faults) {
    for group in &case.facts.groups {
        let sources = group.evidence.iter().filter_map(|id| case.facts.source(id.as_str()));
        let samples = sources.filter_map(|source| Some((source.research.sample.copied()?.get(), source)));
        let largest = samples.max_by_key(|(sample, _)| *sample);
        for Worded { place, words, lang } in narrative(case, group.interest()) {
            for figure in prose::figures(words, lang) {
                let is_counted = figure.counted.is_people() || figure.counted == Counted::Entities;
                let part = Part::of(words, figure.range.clone());
                let asked = starting(figure.sentence, &lexicon().surveys).is_some();
                let beyond = largest
                    .filter(|(sample, _)| asked && is_counted && figure.value > Decimal::from(*sample));
                let told = words[figure.range.clone()].to_owned();
                if let Some((sample, source)) = beyond {
                    fault!(faults at place.clone(), id = group.called(), told, most = sample, source = source.called();
                        also source.research().sample()
                    )
                    .part(part);
                }
            }
        }
    }
}
