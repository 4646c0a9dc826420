//! Needs: identified, researched, described, answered. Words: `needs.md`.

use super::lexicon::{lexicon, opening};
use super::need_scales::{self, newest};
use super::{Case, Faults, Rule, family, fault, lacks, missing};
use crate::diagnostic::{Place, Value};
use crate::facts::{Kind, Placed};
use crate::model::{Evidence, Measurement, Need, Role, Sector};
use crate::units::Date;

family! { "NEED", "needs.md";
    Rule::missing("NEED-01", "no-need-in-scope", none),
    Rule::missing("NEED-02", "need-without-evidence", missing!(each needs_in_scope(): evidence)),
    Rule::warning("NEED-03", "need-with-old-data", old_data),
    Rule::advice("NEED-04", "need-with-one-source", one_source),
    Rule::warning("NEED-05", "need-without-scale", without_scale),
    Rule::warning("NEED-06", "need-without-causes", missing!(each needs_in_scope(): causes)),
    Rule::warning("NEED-07", "need-without-effects", missing!(each needs_in_scope(): effects)),
    Rule::missing("NEED-08", "need-without-group", missing!(each needs_in_scope(): groups)),
    Rule::missing("NEED-09", "need-without-objective", without_objective),
    Rule::warning("NEED-10", "diagnosis-not-joint", not_joint),
    Rule::warning("NEED-11", "diagnosis-without-consultation", missing!(diagnosis.consultations)),
    Rule::advice("NEED-12", "need-worded-as-lack", worded_as_lack),
    Rule::warning("NEED-13", "need-without-comparison", without_comparison),
    Rule::missing("NEED-14", "need-left-out-without-reason", left_out),
    Rule::warning("NEED-15", "need-without-figure", without_figure),
    Rule::warning("NEED-16", "need-not-described", not_described),
    Rule::warning("NEED-17", "need-without-place", missing!(each needs_in_scope(): place)),
    Rule::warning("NEED-18", "need-without-research", without_research),
    Rule::warning("NEED-19", "need-without-figures-by-sex", without_sex),
    Rule::advice("NEED-20", "diagnosis-without-stakeholders", without_stakeholders),
    Rule::warning("NEED-21", "need-without-local-figure", without_local_figure),
    Rule::warning("NEED-22", "scale-differs-from-its-source", need_scales::differs),
    Rule::warning("NEED-23", "scale-from-an-old-source", need_scales::old),
}

/// Returns the sources of a need that exist; `None` when one, or a reference to it, could not be read.
fn sources<'run>(case: &Case<'run>, need: &Need) -> Option<Vec<&'run Placed<'run, Evidence>>> {
    let found: Vec<_> = need.evidence.iter().filter_map(|id| case.facts.source(id.as_str())).collect();
    let unread = found.len() < need.evidence.len() && case.facts.is_unread(Kind::Evidence);
    (!need.evidence.is_damaged() && !unread).then_some(found)
}

/// Returns the figures of a need, each with its source; `None` when the need names no known source or
/// something of it could not be read.
fn figures<'run>(case: &Case<'run>, need: &Need) -> Option<Vec<(&'run Evidence, &'run Measurement)>> {
    let sources = sources(case, need).filter(|sources| !sources.is_empty())?;
    let whole = sources.iter().all(|source| !source.values.is_damaged());
    let figures =
        sources.iter().flat_map(|source| source.entry.values.iter().map(|value| (source.entry, value)));
    whole.then(|| figures.collect())
}

fn none(case: &Case<'_>, faults: &mut Faults) {
    let needs = &case.application().diagnosis.needs;
    if case.facts.needs_in_scope().next().is_none() && !needs.is_damaged() {
        lacks!(faults at case.root().diagnosis().needs());
    }
}

fn old_data(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.evidence_max_age_months;
    let Some(submission) = case.submission() else { return };
    let oldest = submission.plus_months(-i32::try_from(limit.value.get()).unwrap_or(i32::MAX));
    for need in case.facts.needs_in_scope() {
        let Some(sources) = sources(case, need) else { continue };
        let dates: Option<Vec<Date>> = sources.iter().map(|source| newest(source)).collect();
        // A source without a date is a matter of EVID-01.
        let Some(newest) = dates.and_then(|dates| dates.into_iter().max()) else { continue };
        if newest < oldest {
            fault!(faults at need.evidence(),
                id = need.called(), date = newest.to_string(), age = Value::months(limit.value.get()),
                submission = submission.to_string(); by limit
            );
        }
    }
}

fn one_source(case: &Case<'_>, faults: &mut Faults) {
    for need in case.facts.needs_in_scope() {
        if need.evidence.len() == 1 && !need.evidence.is_damaged() {
            fault!(faults at need.evidence(), id = need.called());
        }
    }
}

fn without_scale(case: &Case<'_>, faults: &mut Faults) {
    for need in case.facts.needs_in_scope() {
        if need.scale.value.is_missing() || need.scale.unit.is_blank() {
            lacks!(faults at need.scale(), id = need.called());
        }
    }
}

fn without_objective(case: &Case<'_>, faults: &mut Faults) {
    let objectives = &case.application().objectives;
    let damaged = objectives.is_damaged() || objectives.iter().any(|objective| objective.needs.is_damaged());
    for need in case.facts.needs_in_scope().filter(|need| !damaged && !need.id.is_empty()) {
        if case.facts.objectives_naming(need.id).next().is_none() {
            lacks!(faults at need.place.clone(), id = need.called(); wants case.root().objectives());
        }
    }
}

fn not_joint(case: &Case<'_>, faults: &mut Faults) {
    let joint = &case.application().diagnosis.method.joint;
    if joint.is_damaged() || case.facts.is_unread(Kind::Partner) {
        return;
    }
    let limit = &case.profile.numbers.joint_partners_min;
    let partners: Vec<_> = joint.iter().filter_map(|id| case.facts.partner(id.as_str())).collect();
    let sectors = [Sector::Public, Sector::Business, Sector::Social];
    let present =
        sectors.iter().filter(|sector| partners.iter().any(|partner| partner.sector.get() == Some(sector)));
    let (count, sectors) = (partners.len() as u64, present.count() as u64);
    if count < limit.value.get() || sectors < 2 {
        lacks!(faults at case.root().diagnosis().method().joint(),
            count = Value::counted(count, ["partnera", "partnerów", "partnerów"], ["partner", "partners"]),
            sectors = Value::counted(sectors, ["sektora", "sektorów", "sektorów"], ["sector", "sectors"]),
            min = limit.value.to_string(); by limit
        );
    }
}

fn worded_as_lack(case: &Case<'_>, faults: &mut Faults) {
    for need in &case.facts.needs {
        let mut titles = case.each(need.entry.title.get());
        if let Some(word) = titles.find_map(|(_, title)| opening(title, &lexicon().lacks)) {
            fault!(faults at need.title(), id = need.called(), word);
        }
    }
}

fn without_comparison(case: &Case<'_>, faults: &mut Faults) {
    for need in case.facts.needs_in_scope() {
        let Some(figures) = figures(case, need).filter(|figures| !figures.is_empty()) else { continue };
        let compared = figures.iter().any(|(_, value)| {
            !value.reference.value.is_missing() || value.role.get() == Some(&Role::Comparator)
        });
        if !compared {
            lacks!(faults at need.evidence(), id = need.called());
        }
    }
}

fn left_out(case: &Case<'_>, faults: &mut Faults) {
    let in_scope: Vec<&Place> = case.facts.needs_in_scope().map(|need| &need.place).collect();
    for need in case.facts.needs.iter().filter(|need| !in_scope.contains(&&need.place)) {
        if need.reason.is_blank() {
            lacks!(faults at need.reason(), id = need.called());
        }
    }
}

fn without_figure(case: &Case<'_>, faults: &mut Faults) {
    for need in case.facts.needs_in_scope() {
        if figures(case, need).is_some_and(|figures| figures.is_empty()) {
            lacks!(faults at need.evidence(), id = need.called());
        }
    }
}

fn not_described(case: &Case<'_>, faults: &mut Faults) {
    let limit = &case.profile.numbers.description_min_chars;
    for need in case.facts.needs_in_scope() {
        let count = case.length(&need.entry.description);
        let short = need.description.is_given() && count < limit.value.get();
        if short || need.description.is_missing() {
            let count =
                if short { Value::characters(count) } else { ["brak opisu", "no description"].into() };
            let fault = fault!(faults at need.description(),
                id = need.called(), count, min = limit.value.to_string(); by limit
            );
            fault.lacking_if(!short);
        }
    }
}

fn without_research(case: &Case<'_>, faults: &mut Faults) {
    let diagnosis = &case.application().diagnosis;
    let method = !diagnosis.method.text.is_blank() || !diagnosis.method.techniques.is_missing();
    for need in case.facts.needs_in_scope() {
        let how = method || !need.identified_by.is_blank();
        let when = !diagnosis.date.is_missing() || !need.researched_on.is_missing();
        if !(how && when) {
            let place = if how { need.researched_on().here() } else { need.identified_by().here() };
            lacks!(faults at place, id = need.called());
        }
    }
}

fn without_sex(case: &Case<'_>, faults: &mut Faults) {
    for need in case.facts.needs_in_scope() {
        let people = need
            .entry
            .groups
            .iter()
            .filter_map(|id| case.facts.group(id.as_str()))
            .any(|group| !group.size.women.is_missing() || !group.size.men.is_missing());
        let Some(figures) = figures(case, need).filter(|figures| people && !figures.is_empty()) else {
            continue;
        };
        if figures.iter().all(|(_, value)| value.sex.is_missing()) {
            lacks!(faults at need.evidence(), id = need.called());
        }
    }
}

fn without_stakeholders(case: &Case<'_>, faults: &mut Faults) {
    let stakeholders = &case.application().diagnosis.stakeholders;
    let place = case.root().diagnosis().stakeholders();
    if stakeholders.is_missing() {
        lacks!(faults at place);
        return;
    }
    for stakeholder in place.each() {
        if stakeholder.interest.is_blank() {
            lacks!(faults at stakeholder.interest());
        } else if stakeholder.influence.is_blank() {
            lacks!(faults at stakeholder.influence());
        }
    }
}

fn without_local_figure(case: &Case<'_>, faults: &mut Faults) {
    let area = case.application().area.teryt.get();
    for need in case.facts.needs_in_scope() {
        let Some(figures) = figures(case, need).filter(|figures| !figures.is_empty()) else { continue };
        let local = |value: &Measurement| match (value.role.get(), value.teryt.get(), area) {
            (Some(Role::Own), ..) => true,
            (Some(Role::Comparator), ..) => false,
            (None, Some(teryt), Some(area)) => teryt.is_within(area),
            (None, ..) => true,
        };
        if !figures.iter().any(|(_, value)| local(value)) {
            lacks!(faults at need.evidence(), id = need.called());
        }
    }
}
