//! How the partners judge themselves: success factors, marks. Words: `assessment.md`.

use std::collections::BTreeSet;

use super::{Case, Faults, Rule, family, fault, lacks};
use crate::catalogue;
use crate::described::{At, is_begun};
use crate::diagnostic::Value;
use crate::model::{Factor, Field, Principle, Stage, Text};
use crate::units::{Count, Grade};

family! { "FACT", "assessment.md";
    Rule::advice("FACT-01", "success-factors-not-rated", not_rated),
    Rule::warning("FACT-02", "low-mark-without-improvement", without_improvement),
    Rule::error("FACT-03", "mark-off-the-scale", off_scale),
}

/// How many factors a message names before it breaks off.
const NAMED: usize = 3;

fn not_rated(case: &Case<'_>, faults: &mut Faults) {
    let assessment = &case.application().assessment;
    let managing = case.is_shared() && case.application().partnership.stage.get() == Some(&Stage::Managing);
    let factors = &assessment.factors;
    let unclear = factors.is_damaged() || factors.iter().any(|factor| !factor.factor.is_given());
    if unclear || !(managing || is_begun(assessment)) {
        return;
    }
    let rated: BTreeSet<&str> = factors
        .iter()
        .filter(|factor| !factor.rating.is_missing())
        .filter_map(|factor| factor.factor.get().map(Factor::as_str))
        .collect();
    let all = catalogue::list(Factor::LIST).map_or(&[][..], catalogue::List::terms);
    let open: Vec<_> = all.iter().filter(|factor| !rated.contains(factor.code.as_str())).collect();
    let Some(first) = open.first() else { return };
    let named = open.iter().take(NAMED).map(|factor| Value::both(|lang| factor.label(lang)));
    let more = if open.len() > NAMED { ["{0} …"; 2] } else { ["{0}"; 2] };
    let place = case.root().assessment().factors();
    let begun = place.each().find(|factor| factor.rating.is_missing());
    lacks!(faults at begun.map_or_else(|| place.here(), |factor| factor.rating().here()),
        count = open.len(), all = all.len(), factors = Value::around(more, super::case::quoted(named)),
        code = &first.code
    );
}

/// A mark that the partners gave themselves.
struct Mark<'run> {
    /// What it is for, in words.
    name: Value,
    rating: At<'run, Field<Grade>>,
    mark: Grade,
    improvement: At<'run, Field<Text>>,
}

/// Returns the marks that could be read, for success factors and for principles.
fn marks<'run>(case: &Case<'run>) -> Vec<Mark<'run>> {
    let factors = case.root().assessment().factors().each().filter_map(|entry| {
        Some(Mark {
            name: super::case::label(Factor::LIST, entry.factor.get()?.as_str()),
            rating: entry.rating(),
            mark: entry.rating.copied()?,
            improvement: entry.improvement(),
        })
    });
    let principles = case.root().principles().each().filter_map(|entry| {
        Some(Mark {
            name: super::case::label(Principle::LIST, entry.principle.get()?.as_str()),
            rating: entry.rating(),
            mark: entry.rating.copied()?,
            improvement: entry.improvement(),
        })
    });
    factors.chain(principles).collect()
}

fn is_on_scale(mark: Grade) -> bool {
    (1..=5).contains(&mark.get())
}

fn without_improvement(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.improvement_rating_max;
    for mark in marks(case) {
        let low = is_on_scale(mark.mark) && Count::from(mark.mark) <= limit.value;
        if low && mark.improvement.is_blank() {
            lacks!(faults at mark.improvement, name = mark.name, mark = mark.mark.to_string(); by limit);
        }
    }
}

fn off_scale(case: &Case<'_>, faults: &mut Faults) {
    for mark in marks(case).into_iter().filter(|mark| !is_on_scale(mark.mark)) {
        fault!(faults at mark.rating, name = mark.name, mark = mark.mark.to_string());
    }
}
