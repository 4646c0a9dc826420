//! Who can carry the project out: management, staff, money, office, experience. Words: `potential.md`.

use super::{Case, Faults, Rule, family, fault, lacks};
use crate::diagnostic::Value;
use crate::model::StaffRole;
use crate::profile::Filling;
use crate::units::Money;

family! { "POT", "potential.md";
    Rule::missing("POT-01", "management-not-described", management),
    Rule::warning("POT-02", "role-without-action-or-partner", role_not_tied),
    Rule::error("POT-03", "turnover-below-yearly-spending", turnover),
    Rule::error("POT-04", "office-outside-the-region", office),
    Rule::warning("POT-05", "no-experience", no_experience),
    Rule::warning("POT-06", "experience-not-complete", experience_not_complete),
    Rule::warning("POT-07", "experience-too-short", experience_too_short),
    Rule::warning("POT-08", "role-over-the-hours-of-a-month", too_many_hours),
}

fn management(case: &Case<'_>, faults: &mut Faults) {
    if !case.profile.asks(Filling::Management) {
        return;
    }
    faults.lacking(&[
        case.root().potential().management().structure().gap(),
        case.root().potential().management().decisions().gap(),
        case.root().potential().management().communication().gap(),
    ]);
}

fn role_not_tied(case: &Case<'_>, faults: &mut Faults) {
    if !case.profile.asks(Filling::Staff) {
        return;
    }
    for (number, role) in (1..).zip(case.root().potential().staff().each()) {
        if let Some(fault) = faults.lacking(&[role.partner().gap(), role.actions().gap()]) {
            fault.with("role", role_name(case, &role, number));
        }
    }
}

fn turnover(case: &Case<'_>, faults: &mut Faults) {
    let Some(ratio) = &case.profile.numbers.turnover_ratio_min else { return };
    let members = || case.facts.members();
    // Nobody can add up what is not given; the lead partner's own is a matter of the partners' rules.
    let known: Vec<Money> = members().filter_map(|partner| partner.turnover.copied()).collect();
    let unread = members().any(|partner| partner.turnover.is_unreadable());
    let (Some(yearly), false) = (case.facts.yearly_spending(), known.is_empty() || unread) else { return };
    let (sum, Some(due)) = (known.into_iter().sum::<Money>(), yearly.times(ratio.value)) else { return };
    if sum < due {
        let leader = case.facts.leader().map(|leader| leader.turnover().here());
        fault!(faults at leader.unwrap_or_else(|| case.root().partners().here()), sum, yearly, due; by ratio);
    }
}

fn office(case: &Case<'_>, faults: &mut Faults) {
    let own = &case.application().potential.office;
    let Some(area) = case.application().area.teryt.get() else { return };
    let place = case.root().potential().office().teryt();
    if own.teryt.is_missing() {
        lacks!(faults at place, office = "–", region = area.voivodeship());
    } else if let Some(teryt) = own.teryt.get().filter(|own| own.voivodeship() != area.voivodeship()) {
        fault!(faults at place,
            office = teryt.to_string(), region = area.voivodeship(); also case.root().area().teryt()
        );
    }
}

fn no_experience(case: &Case<'_>, faults: &mut Faults) {
    if case.profile.asks(Filling::Experience) && case.application().potential.experience.is_missing() {
        lacks!(faults at case.root().potential().experience());
    }
}

/// The applicant's earliest project tells how long it has been at work; projects that name no partner may
/// be anybody's.
fn experience_too_short(case: &Case<'_>, faults: &mut Faults) {
    let (Some(limit), Some(day)) = (&case.profile.numbers.experience_min_years, case.submission()) else {
        return;
    };
    let experience = &case.application().potential.experience;
    let leader = case.facts.leader().map(|leader| leader.id);
    let is_own = |id: Option<&str>| id.is_none() || leader.is_none() || id == leader;
    let own: Vec<_> =
        experience.iter().filter(|project| is_own(project.partner.get().map(|id| id.as_str()))).collect();
    let dated = own.iter().all(|project| project.period.from.is_given());
    // Where no project is told of, or no day of one, that is a finding of its own.
    if experience.is_damaged() || experience.is_missing() || !dated {
        return;
    }
    let first = own.iter().filter_map(|project| project.period.from.copied()).min();
    let months = first.map_or(0, |first| u64::try_from(first.months_until(day)).unwrap_or_default());
    if months < limit.value.get().saturating_mul(12) {
        fault!(faults at case.root().potential().experience(),
            months = Value::months(months),
            limit = Value::counted(limit.value.get(), ["rok", "lata", "lat"], ["year", "years"]); by limit
        );
    }
}

fn too_many_hours(case: &Case<'_>, faults: &mut Faults) {
    let Some(limit) = &case.profile.numbers.staff_hours_max else { return };
    for (number, role) in (1..).zip(case.root().potential().staff().each()) {
        let Some(hours) = role.hours_month.copied().filter(|hours| *hours > limit.value) else { continue };
        fault!(faults at role.hours_month(),
            role = role_name(case, &role, number), hours = Value::counted(hours.get(), HOURS.0, HOURS.1),
            limit = Value::counted(limit.value.get(), HOURS.0, HOURS.1); by limit
        );
    }
}

const HOURS: ([&str; 3], [&str; 2]) = (["godzina", "godziny", "godzin"], ["hour", "hours"]);

/// Returns what a role is called: its words, else its number.
fn role_name(case: &Case<'_>, role: &StaffRole, number: usize) -> Value {
    case.said(&role.role).unwrap_or_else(|| format!("#{number}").into())
}

fn experience_not_complete(case: &Case<'_>, faults: &mut Faults) {
    if !case.profile.asks(Filling::Experience) {
        return;
    }
    for (number, one) in (1..).zip(case.root().potential().experience().each()) {
        let open = one.period.from.is_missing() || one.period.to.is_missing();
        let lacks = [
            one.field().gap(),
            one.group().gap(),
            one.place().gap().when(one.teryt.is_missing()),
            one.period().gap_where(open),
            one.result().gap(),
        ];
        if let Some(fault) = faults.lacking(&lacks) {
            fault.with("title", case.said(&one.title).unwrap_or_else(|| format!("#{number}").into()));
        }
    }
}
