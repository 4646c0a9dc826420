//! One fact of the full sample is dropped or broken at a time: the rule that asks for it must notice, and
//! no error may appear that the row does not declare as a consequence.
//!
//! A row of `FAMILY.yaml` names the break, the code and where it must stand (`at`, see `place`): at these
//! places and no others. `*` in a path breaks every entry, one at a time.
//! The breaks of a row may stand under a changed sample (`first`) or a call of their own (`call`).
//! `not-shown.yaml` names the codes without a row, each with the reason.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

mod borders;
mod fields;
mod lay;
mod made;
mod numbers;
mod place;
mod readers;
mod rows;
mod sample;
mod unreadable;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use pakt::inside::diagnostic::{Diagnostic, Level};
use pakt::inside::rules;
use serde_yaml::Value;

use lay::broken;
use place::written;
use rows::{NOT_SHOWN, Row, rows};
use sample::{findings, message, read, root, sample, told};

/// What was said before a break, by code and place.
type Before = BTreeSet<(&'static str, String)>;

#[test]
fn the_whole_sample_has_no_error() {
    let findings = findings(&read(sample()), &Row::default(), None);
    let errors = findings.0.iter().filter(|one| one.level >= Level::Missing).count();
    assert_eq!(errors, 0, "{}", told(&findings));
}

fn said(application: &Value, row: &Row) -> Before {
    let findings = findings(&read(application.clone()), row, None);
    findings.0.into_iter().map(|one| (one.code, written(&one.place))).collect()
}

/// Breaks what a row says; returns the number of mutations and what is wrong with them.
fn tried(family: &str, row: &Row, sample: &Value, untouched: &Before) -> (usize, Vec<String>) {
    let base = row.prepared(sample);
    let prepared = base != *sample || row.call.is_some();
    let own = prepared.then(|| said(&base, row));
    let before = own.as_ref().unwrap_or(untouched);
    let (mut count, mut wrong) = (0, Vec::new());
    let mut followed: BTreeSet<&str> = BTreeSet::new();
    let (mut met, mut unmet) = (BTreeSet::new(), BTreeSet::new());
    let step = row.step();
    for (place, application) in broken(&base, &step) {
        count += 1;
        let found = findings(&read(application.clone()), row, Some(&row.gives));
        let new = |one: &&Diagnostic| !before.contains(&(one.code, written(&one.place)));
        let given = found.0.iter().filter(new).filter(|one| one.code == row.gives);
        let given: BTreeSet<String> = given.map(|one| written(&one.place)).collect();
        if given.is_empty() {
            wrong.push(format!("{family}: {place}: no {}\n{}", row.gives, told(&found)));
        }
        let meant = row.at.meant(&place, &application);
        for elsewhere in given.difference(&meant) {
            wrong.push(format!("{family}: {place}: {} at {elsewhere}, not at {meant:?}", row.gives));
        }
        unmet.extend(meant);
        met.extend(given);
        let errors = found.0.iter().filter(|one| one.level >= Level::Missing && one.code != row.gives);
        for one in errors.filter(new) {
            match row.also.iter().find(|code| **code == one.code) {
                Some(code) => _ = followed.insert(code),
                None => wrong.push(format!("{family}: {place}: also {} {}", one.code, message(one))),
            }
        }
    }
    if count == 0 {
        wrong.push(format!("{family}: nothing stands at {:?}", row.paths()));
    }
    let idle: Vec<&String> = row.also.iter().filter(|code| !followed.contains(code.as_str())).collect();
    if !idle.is_empty() {
        wrong.push(format!("{family}: {:?} never gives {idle:?}", row.paths()));
    }
    let unmet: Vec<&String> = unmet.difference(&met).collect();
    if !unmet.is_empty() {
        wrong.push(format!("{family}: {:?} never gives {} at {unmet:?}", row.paths(), row.gives));
    }
    (count, wrong)
}

/// Does work on all cores; returns what came of it, in the order of what was given.
fn side_by_side<T: Sync, R: Send>(given: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = given.get(number) else { break done };
            done.push((number, work(one)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let started: Vec<_> = (0..threads).map(|_| scope.spawn(take)).collect();
        started.into_iter().flat_map(|thread| thread.join().expect("no work panics")).collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

#[test]
fn every_broken_fact_is_noticed() {
    let (sample, families) = (sample(), rows());
    let before = said(&sample, &Row::default());
    let rows: Vec<(&str, &Row)> = families
        .iter()
        .flat_map(|(family, rows)| rows.iter().map(move |row| (family.as_str(), row)))
        .collect();
    let done = side_by_side(&rows, |(family, row)| tried(family, row, &sample, &before));
    let count: usize = done.iter().map(|(count, _)| count).sum();
    let wrong: Vec<String> = done.into_iter().flat_map(|(_, wrong)| wrong).collect();
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 1000, "only {count} mutations");
}

#[test]
fn every_family_has_mutations() {
    let rows = rows();
    for family in rules::families() {
        let name = family.prefix.to_lowercase();
        assert!(rows.get(&name).is_some_and(|rows| !rows.is_empty()), "no mutations of {name}");
    }
    let codes: BTreeSet<&str> = rules::registry().map(|rule| rule.code).collect();
    for (family, rows) in &rows {
        for row in rows {
            assert!(codes.contains(row.gives.as_str()), "{family}: {} is no rule", row.gives);
            let prefix = format!("{}-", family.to_uppercase());
            assert!(row.gives.starts_with(&prefix), "{} stands in {family}.yaml", row.gives);
        }
    }
}

#[test]
fn every_rule_has_a_row_or_a_reason() {
    let path = root().join(format!("tests/mutations/{NOT_SHOWN}.yaml"));
    let text = fs::read_to_string(path).expect("the list can be read");
    let reasons: BTreeMap<String, String> = serde_yaml::from_str(&text).expect("codes with reasons");
    let rows = rows();
    let shown: BTreeSet<&str> = rows.values().flatten().map(|row| row.gives.as_str()).collect();
    let codes = rules::registry().map(|rule| rule.code);
    let open: BTreeSet<&str> = codes.filter(|code| !shown.contains(code)).collect();
    let open: Vec<&str> = open.into_iter().collect();
    assert_eq!(open, reasons.keys().collect::<Vec<_>>(), "rules without a row, and those with a reason");
    assert!(reasons.values().all(|reason| reason.split_whitespace().count() > 4), "{reasons:?}");
}
