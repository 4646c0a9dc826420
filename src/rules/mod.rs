//! What is wrong with an application that could be read. In: `Case`. Out: `Findings`.
//!
//! A family is two neighbours: the checks (`needs.rs`) and their words (`needs.md`). A rule asks
//! `is_missing`, never "could not be read": that the loader has said already.

mod accept;
mod accounting;
mod accounts;
mod across;
mod actions;
mod agreement;
mod alignments;
mod area;
mod assessment;
mod below_zero;
mod budget;
mod calculation;
mod call_terms;
mod capacity;
mod case;
mod choice;
mod coded;
mod days;
mod eligibility;
mod empty_words;
mod evidence;
mod explain;
mod fault;
mod features;
mod form;
mod group_facts;
mod groups;
mod horizontal;
mod indicators;
mod lasting;
mod leader;
mod lexicon;
mod limits;
mod logic;
mod marks;
mod meta;
mod monitoring;
mod names;
mod need_scales;
mod needs;
mod objectives;
mod organisation;
mod outdated;
mod pact;
mod partners;
mod potential;
mod principles;
mod quoted;
mod rates;
mod recruitment;
mod references;
mod region_named;
mod risks;
mod schedule;
mod sectors;
mod signatures;
mod spelling;
mod stages;
mod strategies;
mod sustainability;
mod targets;
mod tasks;
mod team;
mod told_days;
mod translations;
mod worded;

pub use accept::{OF_PORTALS, accept};
pub use accounting::{Accounted, Answer, accounting};
pub use accounts::{accounts, accounts_json, accounts_markdown, family_title};
pub use case::{Asked, Case, Draft, Faults, Section};
pub use explain::{explain, headline, on_slide, section};

use std::sync::{LazyLock, OnceLock};

use crate::diagnostic::{Entry, Findings, Level, Place, Table};
use crate::profile::Profile;
use fault::{family, fault, lacks, missing};

/// A rule: a row of its family's table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The stable code, never used again for another rule.
    pub code: &'static str,
    /// The stable name, which states the fault.
    pub name: &'static str,
    /// How bad its findings are before a profile has its say.
    pub level: Level,
    check: fn(&Case<'_>, &mut Faults),
}

impl Rule {
    const fn error(code: &'static str, name: &'static str, check: fn(&Case<'_>, &mut Faults)) -> Self {
        Self { code, name, level: Level::Error, check }
    }

    /// One that asks for what must be written: a finding says that nothing is.
    const fn missing(code: &'static str, name: &'static str, check: fn(&Case<'_>, &mut Faults)) -> Self {
        Self { code, name, level: Level::Missing, check }
    }

    const fn warning(code: &'static str, name: &'static str, check: fn(&Case<'_>, &mut Faults)) -> Self {
        Self { code, name, level: Level::Warning, check }
    }

    const fn advice(code: &'static str, name: &'static str, check: fn(&Case<'_>, &mut Faults)) -> Self {
        Self { code, name, level: Level::Advice, check }
    }

    /// Returns its level under a profile; `None` where it is silent. What is not written is not wrong, however heavily
    /// a call takes it.
    pub fn level_in(&self, profile: &Profile) -> Option<Level> {
        let level = profile.level(self.code, self.level)?;
        Some(if self.level == Level::Missing { level.min(self.level) } else { level })
    }

    fn run(&self, case: &Case<'_>, faults: &mut Faults) {
        (self.check)(case, faults);
    }
}

/// Rules on one subject, with the file of their words.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// The letters before the number of its codes.
    pub prefix: &'static str,
    /// Its rules, in the order of their numbers.
    pub rules: &'static [Rule],
    /// The text of its Markdown file.
    pub text: &'static str,
}

/// Returns all families, in the order in which an application is read.
pub fn families() -> &'static [Family] {
    const FAMILIES: &[Family] = &[
        meta::FAMILY,
        references::FAMILY,
        area::FAMILY,
        leader::FAMILY,
        organisation::FAMILY,
        tasks::FAMILY,
        team::FAMILY,
        partners::FAMILY,
        choice::FAMILY,
        needs::FAMILY,
        evidence::FAMILY,
        groups::FAMILY,
        recruitment::FAMILY,
        objectives::FAMILY,
        actions::FAMILY,
        indicators::FAMILY,
        strategies::FAMILY,
        alignments::FAMILY,
        schedule::FAMILY,
        budget::FAMILY,
        risks::FAMILY,
        monitoring::FAMILY,
        sustainability::FAMILY,
        principles::FAMILY,
        assessment::FAMILY,
        pact::FAMILY,
        agreement::FAMILY,
        signatures::FAMILY,
        horizontal::FAMILY,
        potential::FAMILY,
        eligibility::FAMILY,
        form::FAMILY,
        logic::FAMILY,
    ];
    FAMILIES
}

/// Returns all rules.
pub fn registry() -> impl Iterator<Item = &'static Rule> {
    families().iter().flat_map(|family| family.rules)
}

/// Returns the rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    registry().find(|rule| rule.code == code)
}

/// Returns the words of a rule; `None` for an unknown code.
pub fn words(code: &str) -> Option<&'static Entry> {
    static TABLES: LazyLock<Vec<OnceLock<Table>>> =
        LazyLock::new(|| families().iter().map(|_| OnceLock::new()).collect());
    let (prefix, _) = code.rsplit_once('-')?;
    let own = families().iter().zip(TABLES.iter()).filter(|(family, _)| family.prefix == prefix);
    own.map(|(family, table)| table.get_or_init(|| Table::parse(family.text)))
        .find_map(|table| table.get(code))
}

/// Checks an application against all rules: findings in the order of the rules, without those that the
/// authors accept.
pub fn check(case: &Case<'_>) -> Findings {
    let mut findings = found(case).findings;
    accept(case, &mut findings);
    findings
}

/// Checks an application against all rules; what its authors accept is for `accept` to take out.
pub fn found(case: &Case<'_>) -> Found {
    let mut found = Found::default();
    for rule in registry() {
        if let Some(level) = case::level(rule, case) {
            case::run(rule, level, case, &mut found);
        }
    }
    found
}

/// What rules find.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What is wrong and what is missing.
    pub findings: Findings,
    /// The places at which something must stand, written or not.
    pub demanded: Vec<Place>,
}

#[cfg(test)]
mod tests;
