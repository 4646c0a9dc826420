//! Points and verdicts of stages. In: a sheet. Out: `StageScore`s.

use super::checks::{look, sectors};
use super::seen::Seen;
use super::{CriterionScore, Gender, StageScore, Verdict};
use crate::facts::Facts;
use crate::profile::{By, Criterion, Profile, Sheet, Stage};
use crate::units::{Money, Number, Share};

/// Fills all stages; a stage that counts others again comes after them.
pub(super) fn stages(
    sheet: &Sheet,
    facts: &Facts,
    profile: &Profile,
    gender: Option<&Gender>,
) -> Vec<StageScore> {
    let total = facts.project_total();
    let mut filled: Vec<StageScore> = Vec::new();
    for stage in &sheet.stages {
        let criteria: Vec<CriterionScore> = stage
            .criteria
            .iter()
            .map(|criterion| {
                let seen = criterion.checks.iter().map(|check| look(*check, facts, profile)).collect();
                fill(stage, criterion, Case { seen, total, sectors: sectors(facts), gender })
            })
            // A criterion worth nothing here is for projects of another size.
            .filter(|criterion| criterion.possible != Some(Number::default()))
            .collect();
        let next = sum_up(stage, criteria, &filled);
        filled.push(next);
    }
    filled
}

/// What is known about a criterion's case.
struct Case<'run> {
    seen: Vec<Seen>,
    total: Option<Money>,
    sectors: u64,
    gender: Option<&'run Gender>,
}

fn fill(stage: &Stage, criterion: &Criterion, case: Case) -> CriterionScore {
    let possible = criterion.possible(case.total);
    let min = criterion.min.or_else(|| Some(part(possible?, stage.each_share?)));
    let met = match criterion.by {
        By::Person => None,
        By::Checks => Some(case.seen.iter().all(Seen::is_whole)),
        By::Gender => case.gender.and_then(|gender| match gender.verdict {
            Verdict::Met | Verdict::Exempt => Some(true),
            Verdict::NotMet => Some(false),
            Verdict::Open => None,
        }),
        By::Sectors => Some(criterion.tiers.iter().any(|tier| tier.from.get() <= case.sectors)),
    };
    let tier = || criterion.tiers.iter().rev().find(|tier| tier.from.get() <= case.sectors);
    let reached = match (criterion.by, possible, met) {
        (_, None, _) | (_, _, None) => None,
        (By::Sectors, ..) => Some(tier().map_or_else(Number::default, |tier| tier.points)),
        (_, possible, Some(true)) => possible,
        (_, _, Some(false)) => Some(Number::default()),
    };
    let verdict = match met {
        None => Verdict::Open,
        Some(true) if min.is_none_or(|min| reached.is_none_or(|reached| reached >= min)) => Verdict::Met,
        Some(_) => Verdict::NotMet,
    };
    CriterionScore {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        nature: criterion.nature,
        fields: criterion.fields.clone(),
        reached,
        possible,
        min,
        verdict,
        seen: case.seen,
    }
}

fn sum_up(stage: &Stage, criteria: Vec<CriterionScore>, before: &[StageScore]) -> StageScore {
    let counted = || before.iter().filter(|other| stage.counts.contains(&other.id));
    let decided = criteria.iter().filter_map(|criterion| criterion.reached);
    let reached = sum(decided.chain(counted().map(|other| other.reached)));
    let listed = criteria.iter().filter_map(|criterion| criterion.possible);
    let listed = sum(listed.chain(counted().filter_map(|other| other.possible)));
    let possible = stage.of.or_else(|| Some(listed).filter(|points| *points != Number::default()));
    let undecided = criteria.iter().filter(|criterion| criterion.reached.is_none());
    let undecided = undecided.filter_map(|criterion| criterion.possible);
    // Where the profile knows the sum alone, all that is not earned yet is a person's to give.
    let open = match stage.of {
        Some(of) => less(of, reached),
        None => sum(undecided.chain(counted().map(|other| other.open))),
    };
    let needed = stage.pass_points.or_else(|| Some(part(possible?, stage.pass_share?)));
    let origin = stage.origin();
    StageScore {
        verdict: verdict(&criteria, counted(), reached, open, needed),
        id: stage.id.clone(),
        title: stage.title.clone(),
        source: origin.source.clone(),
        verified: origin.is_verified(),
        note: stage.note.clone(),
        criteria,
        reached,
        open,
        possible,
        needed,
    }
}

fn verdict<'run>(
    criteria: &[CriterionScore],
    counted: impl Iterator<Item = &'run StageScore>,
    reached: Number,
    open: Number,
    needed: Option<Number>,
) -> Verdict {
    // Points on top are never a condition.
    let conditions = criteria.iter().filter(|one| one.nature != crate::profile::Nature::Premium);
    let verdicts: Vec<Verdict> =
        conditions.map(|one| one.verdict).chain(counted.map(|other| other.verdict)).collect();
    let unreachable = needed.is_some_and(|needed| sum([reached, open]) < needed);
    if unreachable || verdicts.contains(&Verdict::NotMet) {
        Verdict::NotMet
    } else if needed.is_some_and(|needed| reached < needed) || verdicts.contains(&Verdict::Open) {
        Verdict::Open
    } else {
        Verdict::Met
    }
}

fn sum(points: impl IntoIterator<Item = Number>) -> Number {
    points.into_iter().fold(Number::default(), |sum, one| {
        Number::from_decimal(sum.decimal().saturating_add(one.decimal()).normalize())
    })
}

fn less(whole: Number, part: Number) -> Number {
    let rest = whole.decimal().saturating_sub(part.decimal());
    Number::from_decimal(rest.max(rust_decimal::Decimal::ZERO).normalize())
}

/// Returns a share of points: 60 % of 15 is 9.
fn part(points: Number, share: Share) -> Number {
    let share = rust_decimal::Decimal::new(i64::from(share.parts()), 4);
    Number::from_decimal(points.decimal().saturating_mul(share).normalize())
}
