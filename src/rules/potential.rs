//! Who can carry the project out: management, staff, money, office, experience. Words: `potential.md`.

use super::{Case, Family, Faults, Rule};
use crate::diagnostic::{Place, Value};
use crate::model::StaffRole;
use crate::profile::Filling;
use crate::units::Money;

pub(super) const FAMILY: Family = Family {
    prefix: "POT",
    rules: &[
        Rule::error("POT-01", "management-not-described", management),
        Rule::warning("POT-02", "role-without-action-or-partner", role_not_tied),
        Rule::error("POT-03", "turnover-below-yearly-spending", turnover),
        Rule::error("POT-04", "office-outside-the-region", office),
        Rule::warning("POT-05", "no-experience", no_experience),
        Rule::warning("POT-06", "experience-not-complete", experience_not_complete),
        Rule::warning("POT-07", "experience-too-short", experience_too_short),
        Rule::warning("POT-08", "role-over-the-hours-of-a-month", too_many_hours),
    ],
    text: include_str!("potential.md"),
};

fn management(case: &Case<'_>, faults: &mut Faults) {
    if !case.profile.asks(Filling::Management) {
        return;
    }
    let own = &case.application().potential.management;
    let missing = [
        ("structure", own.structure.is_blank()),
        ("decisions", own.decisions.is_blank()),
        ("communication", own.communication.is_blank()),
    ];
    let keys: Vec<&str> = missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    if let Some(first) = keys.first() {
        faults.at(Place::parse("potential/management").key(first)).with("fields", super::case::ticked(&keys));
    }
}

fn role_not_tied(case: &Case<'_>, faults: &mut Faults) {
    if !case.profile.asks(Filling::Staff) {
        return;
    }
    let staff = &case.application().potential.staff;
    for (number, (place, role)) in (1..).zip(staff.placed(&Place::parse("potential/staff"))) {
        let missing = [("partner", role.partner.is_missing()), ("actions", role.actions.is_missing())];
        let keys: Vec<&str> =
            missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
        if let Some(first) = keys.first() {
            let name = role_name(case, role, number);
            faults.at(place.key(first)).with("role", name).with("fields", super::case::ticked(&keys));
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
        let leader = case.facts.leader().map(|leader| leader.place.key("turnover"));
        faults
            .at(leader.unwrap_or_else(|| Place::parse("partners")))
            .with("sum", sum)
            .with("yearly", yearly)
            .with("due", due)
            .by(&ratio.origin);
    }
}

fn office(case: &Case<'_>, faults: &mut Faults) {
    let own = &case.application().potential.office;
    let Some(area) = case.application().area.teryt.get() else { return };
    let place = Place::parse("potential/office/teryt");
    if own.teryt.is_missing() {
        faults.at(place).with("office", "–").with("region", area.voivodeship());
    } else if let Some(teryt) = own.teryt.get().filter(|own| own.voivodeship() != area.voivodeship()) {
        faults
            .at(place)
            .with("office", teryt.to_string())
            .with("region", area.voivodeship())
            .also(Place::parse("area/teryt"));
    }
}

fn no_experience(case: &Case<'_>, faults: &mut Faults) {
    if case.profile.asks(Filling::Experience) && case.application().potential.experience.is_missing() {
        faults.at(Place::parse("potential/experience"));
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
        faults
            .at(Place::parse("potential/experience"))
            .with("months", Value::months(months))
            .with("limit", Value::counted(limit.value.get(), ["rok", "lata", "lat"], ["year", "years"]))
            .by(&limit.origin);
    }
}

fn too_many_hours(case: &Case<'_>, faults: &mut Faults) {
    let Some(limit) = &case.profile.numbers.staff_hours_max else { return };
    let staff = &case.application().potential.staff;
    for (number, (place, role)) in (1..).zip(staff.placed(&Place::parse("potential/staff"))) {
        let Some(hours) = role.hours_month.copied().filter(|hours| *hours > limit.value) else { continue };
        faults
            .at(place.key("hours_month"))
            .with("role", role_name(case, role, number))
            .with("hours", Value::counted(hours.get(), HOURS.0, HOURS.1))
            .with("limit", Value::counted(limit.value.get(), HOURS.0, HOURS.1))
            .by(&limit.origin);
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
    let experience = &case.application().potential.experience;
    for (number, (place, one)) in (1..).zip(experience.placed(&Place::parse("potential/experience"))) {
        let missing = [
            ("field", one.field.is_blank()),
            ("group", one.group.is_blank()),
            ("place", one.place.is_blank() && one.teryt.is_missing()),
            ("period", one.period.from.is_missing() || one.period.to.is_missing()),
            ("result", one.result.is_blank()),
        ];
        let keys: Vec<&str> =
            missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
        if let Some(first) = keys.first() {
            let name = case.said(&one.title).unwrap_or_else(|| format!("#{number}").into());
            faults.at(place.key(first)).with("title", name).with("fields", super::case::ticked(&keys));
        }
    }
}
