//! Targets of indicators against each other: sums of parts, results and the people they are measured on.
//! In: `Case`. Out: faults of the rules of `indicators`.

use rust_decimal::Decimal;

use super::case::Draft;
use super::{Case, Faults, fault};
use crate::catalogue::{self, Split};
use crate::facts::Placed;
use crate::model::{Field, Indicator, IndicatorKind};
use crate::units::Number;

pub(super) fn of_kind<'run>(
    case: &Case<'run>,
    kind: IndicatorKind,
) -> impl Iterator<Item = &'run Placed<'run, Indicator>> + use<'run> {
    case.facts.indicators.iter().filter(move |indicator| indicator.kind.get() == Some(&kind))
}

/// Returns the indicator that carries a code of the programme's list.
pub(super) fn coded<'run>(case: &Case<'run>, code: &str) -> Option<&'run Placed<'run, Indicator>> {
    case.facts.indicators.iter().find(|indicator| indicator.code.get().is_some_and(|known| known == code))
}

fn value(field: &Field<Number>) -> Option<Decimal> {
    field.copied().map(Number::decimal)
}

/// Returns the indicator on whose people a result is measured, with both targets.
fn base<'run>(
    case: &Case<'run>,
    indicator: &Indicator,
) -> Option<(&'run Placed<'run, Indicator>, Decimal, Decimal)> {
    let base = case.facts.indicator(indicator.base.get()?.as_str())?;
    Some((base, value(&indicator.target)?, value(&base.target)?))
}

/// Opens a fault of an indicator's target beside that of its base.
fn against<'f>(
    faults: &'f mut Faults,
    indicator: &Placed<'_, Indicator>,
    base: &Placed<'_, Indicator>,
) -> &'f mut Draft {
    faults.at(indicator.target()).with("id", indicator.called()).with("base", base.called())
}

pub(super) fn too_low(case: &Case<'_>, faults: &mut Faults) {
    let Some(limit) = &case.profile.numbers.result_rate_min else { return };
    for indicator in of_kind(case, IndicatorKind::Result) {
        let Some((base, target, whole)) = base(case, indicator) else { continue };
        let least = whole.saturating_mul(Decimal::new(i64::from(limit.value.parts()), 4));
        if target < least {
            against(faults, indicator, base)
                .with("target", target.to_string())
                .with("whole", whole.to_string())
                .with("min", limit.value)
                .by(&limit.origin);
        }
    }
}

pub(super) fn not_adding_up(case: &Case<'_>, faults: &mut Faults) {
    for indicator in &case.facts.indicators {
        let values = [
            (indicator.baseline(), &indicator.women.baseline, &indicator.men.baseline),
            (indicator.target(), &indicator.women.target, &indicator.men.target),
        ];
        for (field, women, men) in values {
            let (Some(whole), Some(women), Some(men)) = (value(field.entry), value(women), value(men)) else {
                continue;
            };
            let sum = women.saturating_add(men);
            if sum != whole {
                fault!(faults at field,
                    id = indicator.called(), field = field.field_key(), women = women.to_string(),
                    men = men.to_string(), sum = sum.to_string(), whole = whole.to_string()
                );
            }
        }
    }
}

pub(super) fn split(case: &Case<'_>, faults: &mut Faults) {
    let Some((all, whole)) = coded(case, "EECO01").and_then(|all| Some((all, value(&all.target)?))) else {
        return;
    };
    for split in [Split::Status, Split::Education] {
        let parts: Option<Vec<_>> = catalogue::indicators()
            .parts(split)
            .map(|part| coded(case, &part.code).and_then(|part| Some((part, value(&part.target)?))))
            .collect();
        // A split that is not given whole cannot add up.
        let Some(parts) = parts.filter(|parts| !parts.is_empty()) else { continue };
        let sum = parts.iter().fold(Decimal::ZERO, |sum, (_, part)| sum.saturating_add(*part));
        if sum != whole {
            let codes: Vec<&str> =
                parts.iter().filter_map(|(part, _)| Some(part.code.get()?.as_str())).collect();
            let fault = faults.at(all.target());
            fault
                .with("codes", codes.join(" + "))
                .with("sum", sum.to_string())
                .with("whole", whole.to_string());
            for (part, _) in &parts {
                fault.also(part.target());
            }
        }
    }
}

pub(super) fn groups(case: &Case<'_>, faults: &mut Faults) {
    let groups: Vec<_> = case.facts.groups.iter().filter(|group| group.is_of_people()).collect();
    let overlap = groups.iter().any(|group| group.overlaps.copied() == Some(true));
    let open = groups.iter().any(|group| !group.size.total.is_given());
    let Some(all) = coded(case, "EECO01").filter(|_| !overlap && !open && !groups.is_empty()) else { return };
    let Some(whole) = value(&all.target) else { return };
    let sum = groups.iter().filter_map(|group| group.size.total.copied());
    let sum = sum.fold(0_u64, |sum, size| sum.saturating_add(size.get()));
    if Decimal::from(sum) != whole {
        fault!(faults at all.target(),
            id = all.called(), whole = whole.to_string(), sum = sum.to_string();
            also case.root().diagnosis().groups()
        );
    }
}

pub(super) fn above_base(case: &Case<'_>, faults: &mut Faults) {
    for indicator in &case.facts.indicators {
        let Some((base, target, whole)) = base(case, indicator) else { continue };
        if target > whole {
            against(faults, indicator, base)
                .with("target", target.to_string())
                .with("whole", whole.to_string())
                .also(base.target());
        }
    }
}

pub(super) fn parts(case: &Case<'_>, faults: &mut Faults) {
    for indicator in case.facts.indicators.iter().filter(|indicator| !indicator.parts.is_damaged()) {
        let Some(whole) = value(&indicator.target).filter(|_| !indicator.parts.is_missing()) else {
            continue;
        };
        let parts: Option<Vec<Decimal>> = indicator.parts.iter().map(|part| value(&part.target)).collect();
        let Some(parts) = parts else { continue };
        let sum = parts.into_iter().fold(Decimal::ZERO, Decimal::saturating_add);
        if sum != whole {
            fault!(faults at indicator.parts(),
                id = indicator.called(), sum = sum.to_string(), whole = whole.to_string();
                also indicator.target()
            );
        }
    }
}
