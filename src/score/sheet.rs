//! Points and verdicts of stages. In: a sheet. Out: `StageScore`s.

use super::checks::{look, sectors};
use super::seen::Seen;
use super::{CriterionScore, Gender, StageScore, Verdict};
use crate::facts::Facts;
use crate::profile::{By, Check, Criterion, Nature, Profile, Sheet, Stage};
use crate::units::{Money, Number, Share};

/// Fills all stages; a stage that counts others again comes after them.
pub(super) fn stages(
    sheet: &Sheet,
    facts: &Facts,
    profile: &Profile,
    gender: Option<&Gender>,
) -> Vec<StageScore> {
    let (total, sectors) = (facts.project_total(), sectors(facts));
    let mut filled: Vec<StageScore> = Vec::new();
    for stage in &sheet.stages {
        let criteria: Vec<CriterionScore> = stage
            .criteria
            .iter()
            .map(|criterion| {
                let looked = |check: Option<Check>| check.map(|check| look(check, facts, profile));
                let mut seen: Vec<Option<Seen>> = criterion.asked().map(looked).collect();
                if criterion.by == By::Sectors && seen.is_empty() {
                    seen.push(looked(Some(Check::SeveralSectors)));
                }
                fill(stage, criterion, Case { seen, total, sectors, gender })
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
    /// What each check found; `None` for one that does not exist.
    seen: Vec<Option<Seen>>,
    total: Option<Money>,
    sectors: u64,
    gender: Option<&'run Gender>,
}

impl Case<'_> {
    /// Tells whether the data decides a criterion, and how; `None` where it does not, for a person.
    fn met(&self, criterion: &Criterion) -> Option<bool> {
        let checks = || whole(self.seen.iter().map(|seen| seen.as_ref().and_then(Seen::is_whole)));
        let own = match criterion.by {
            By::Person => return None,
            By::Checks => return checks(),
            By::Gender => match self.gender?.verdict {
                Verdict::Met | Verdict::Exempt => true,
                Verdict::NotMet => false,
                Verdict::Open | Verdict::Part => return None,
            },
            // Of partners whose sector nobody could read more might take part.
            By::Sectors => {
                let unread = || self.seen.iter().flatten().any(|seen| !seen.unsure.is_empty());
                match criterion.tier(self.sectors) {
                    Some(_) if self.sectors > 0 => true,
                    None if !criterion.tiers.is_empty() && !unread() => false,
                    _ => return None,
                }
            }
        };
        if criterion.checks.is_empty() { Some(own) } else { whole([Some(own), checks()]) }
    }
}

/// Tells whether all of it holds; over nothing nobody can tell.
fn whole(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let worse = |one: Option<bool>, other: Option<bool>| match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    };
    parts.into_iter().reduce(worse)?
}

fn fill(stage: &Stage, criterion: &Criterion, case: Case) -> CriterionScore {
    let possible = criterion.possible(case.total);
    let min = criterion.min.or_else(|| Some(part(possible?, stage.each_share?)));
    let met = case.met(criterion);
    let reached = match (criterion.by, possible, met) {
        (_, None, _) | (_, _, None) => None,
        (By::Sectors, _, Some(true)) => criterion.tier(case.sectors).map(|tier| tier.points),
        (_, possible, Some(true)) => possible,
        (_, _, Some(false)) => Some(Number::default()),
    };
    let verdict = match met {
        None => Verdict::Open,
        Some(true) => match (min, reached) {
            (Some(min), Some(reached)) if reached < min => Verdict::NotMet,
            (Some(_), None) => Verdict::Open,
            _ => Verdict::Met,
        },
        Some(false) => Verdict::NotMet,
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
        seen: case.seen.into_iter().flatten().collect(),
    }
}

fn sum_up(stage: &Stage, criteria: Vec<CriterionScore>, before: &[StageScore]) -> StageScore {
    let counted: Vec<&StageScore> = before.iter().filter(|other| stage.counts.contains(&other.id)).collect();
    let decided = criteria.iter().filter_map(|criterion| criterion.reached);
    let reached = sum(decided.chain(counted.iter().map(|other| other.reached)));
    let listed = criteria.iter().filter_map(|criterion| criterion.possible);
    let listed = sum(listed.chain(counted.iter().filter_map(|other| other.possible)));
    let possible = stage.of.or_else(|| Some(listed).filter(|points| *points != Number::default()));
    let undecided = criteria.iter().filter(|criterion| criterion.reached.is_none());
    let undecided = undecided.filter_map(|criterion| criterion.possible);
    // Where the profile knows the sum alone, all that is not earned yet is a person's to give.
    let open = match stage.of {
        Some(of) => less(of, reached),
        None => sum(undecided.chain(counted.iter().map(|other| other.open))),
    };
    let needed = stage.pass_points.or_else(|| Some(part(possible?, stage.pass_share?)));
    let origin = stage.origin();
    let marks = Marks { needed, sought: stage.has_mark(), reached, open };
    StageScore {
        verdict: verdict(stage, &criteria, &counted, marks),
        decides: stage.decides(),
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

/// What a stage's pass mark is held against.
struct Marks {
    needed: Option<Number>,
    /// Whether there is a mark at all, known or not.
    sought: bool,
    reached: Number,
    open: Number,
}

/// Returns what the rows of a stage say together, with its pass mark and the stages it counts again.
fn verdict(stage: &Stage, criteria: &[CriterionScore], counted: &[&StageScore], marks: Marks) -> Verdict {
    // Beside conditions, points on top are none.
    let counts = |row: &&CriterionScore| !stage.decides() || row.nature != Nature::Premium;
    let rows = criteria.iter().filter(counts).map(|row| row.verdict);
    let counted = counted.iter().filter(|other| other.decides).map(|other| other.verdict);
    let verdicts: Vec<Verdict> = rows.chain(counted).collect();
    let Marks { needed, sought, reached, open } = marks;
    let has = |verdict| verdicts.contains(&verdict);
    let unreachable = needed.is_some_and(|needed| sum([reached, open]) < needed);
    let undecided = has(Verdict::Open) || stage.is_damaged || (verdicts.is_empty() && !sought);
    match stage.decides() {
        _ if unreachable => Verdict::NotMet,
        true if has(Verdict::NotMet) => Verdict::NotMet,
        false if has(Verdict::NotMet) && (has(Verdict::Met) || has(Verdict::Part)) => Verdict::Part,
        _ if undecided || (sought && needed.is_none_or(|needed| reached < needed)) => Verdict::Open,
        false if has(Verdict::NotMet) => Verdict::NotMet,
        _ => Verdict::Met,
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
