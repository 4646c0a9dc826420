//! The area of the partnership. Words: `area.md`.

use super::{Case, Faults, Rule, family, fault, lacks, missing};
use crate::described::At;
use crate::model::{Field, Scale, Unit};
use crate::units::Teryt;

family! { "AREA", "area.md";
    Rule::missing("AREA-01", "area-not-named", missing!(area.name, area.level)),
    Rule::warning("AREA-02", "area-without-people-or-units", without_people),
    Rule::advice("AREA-03", "area-is-large", large),
    Rule::warning("AREA-04", "pact-of-another-scale", other_scale),
    Rule::error("AREA-05", "units-larger-than-area", units_too_large),
    Rule::error("AREA-06", "unit-outside-area", outside),
    Rule::warning("AREA-07", "code-of-another-level", other_level),
}

fn without_people(case: &Case<'_>, faults: &mut Faults) {
    let area = &case.application().area;
    // A commune has no smaller units to name.
    let whole = area.level.get().is_some_and(|level| matches!(level.as_str(), "commune" | "city"));
    faults.lacking(&[case.root().area().population().gap(), case.root().area().units().gap().when(!whole)]);
}

fn large(case: &Case<'_>, faults: &mut Faults) {
    let area = &case.application().area;
    let Some(level) = area.level.get() else { return };
    if matches!(level.as_str(), "region" | "organisation_area") && area.scale_reason.is_blank() {
        lacks!(faults at case.root().area().scale_reason(),
            level = super::case::label(Scale::LIST, level.as_str())
        );
    }
}

fn other_scale(case: &Case<'_>, faults: &mut Faults) {
    let pact = &case.application().pact;
    let (Some(scale), Some(level)) = (pact.scale.get(), case.application().area.level.get()) else { return };
    if scale != level && pact.scale_note.is_blank() {
        fault!(faults at case.root().pact().scale(),
            scale = super::case::label(Scale::LIST, scale.as_str()),
            level = super::case::label(Scale::LIST, level.as_str()); also case.root().area().level()
        );
    }
}

fn units_too_large(case: &Case<'_>, faults: &mut Faults) {
    let area = &case.application().area;
    let Some(population) = area.population.copied() else { return };
    let people = |unit: &Unit| unit.population.copied().map_or(0, |count| count.get());
    let sum = area.units.iter().map(people).fold(0_u64, u64::saturating_add);
    if sum > population.get() {
        fault!(faults at case.root().area().population(),
            population = population.to_string(), sum; also case.root().area().units()
        );
    }
}

fn outside(case: &Case<'_>, faults: &mut Faults) {
    let Some(area) = case.application().area.teryt.get() else { return };
    for unit in case.root().area().units().each() {
        // A commune's code with and without the digit of its kind are one code.
        let Some(own) = unit.teryt.get().filter(|own| !own.is_within(area) && !area.is_within(own)) else {
            continue;
        };
        fault!(faults at unit.teryt(),
            unit = case.said(&unit.name).unwrap_or_else(|| "…".into()), code = own.to_string(), area = area.to_string();
            also case.root().area().teryt()
        );
    }
}

fn other_level(case: &Case<'_>, faults: &mut Faults) {
    let area = case.root().area();
    let mut hold = |level: Option<&Scale>, code: At<'_, Field<Teryt>>| {
        let (Some(level), Some(teryt)) = (level, code.get()) else { return };
        if !lengths(level).is_empty() && !lengths(level).contains(&teryt.as_str().len()) {
            fault!(faults at code, code = teryt.to_string(), level = super::case::label(Scale::LIST, level.as_str()));
        }
    };
    hold(area.level.get(), area.teryt());
    for unit in area.units().each() {
        hold(unit.level.get(), unit.teryt());
    }
}

/// Returns how many digits the code of a territory of this level may have; none where no code goes with the level. Source:
/// the register TERYT, system of identifiers; a city with the rights of a county has both codes.
fn lengths(level: &Scale) -> &'static [usize] {
    match level.as_str() {
        "region" => &[2],
        "county" => &[4],
        "city" => &[4, 6, 7],
        "commune" => &[6, 7],
        _ => &[],
    }
}
