//! Amounts of a budget that are less than nothing. In: `Case`. Out: faults of `BUD-25`.

use rust_decimal::Decimal;

use super::{Case, Faults};
use crate::diagnostic::{Place, Value};
use crate::model::Field;
use crate::units::Money;

pub(super) fn below_zero(case: &Case<'_>, faults: &mut Faults) {
    let budget = &case.application().budget;
    let root = Place::parse("budget");
    let mut amounts: Vec<(Place, &'static str, &Field<Money>)> = vec![
        (root.clone(), "total", &budget.total),
        (root.clone(), "indirect", &budget.indirect),
        (root.key("own"), "total", &budget.own.total),
        (root.key("own"), "in_kind", &budget.own.in_kind),
    ];
    for (place, line) in budget.lines.placed(&root.key("lines")) {
        if let Some(quantity) = line.quantity.copied().filter(|number| number.decimal() < Decimal::ZERO) {
            tell(faults, &place, "quantity", quantity);
        }
        let own = [("unit_price", &line.unit_price), ("amount", &line.amount), ("own", &line.own)];
        amounts.extend(own.map(|(key, amount)| (place.clone(), key, amount)));
    }
    for (place, source) in budget.sources.placed(&root.key("sources")) {
        amounts.push((place, "amount", &source.amount));
    }
    for (place, year) in budget.years.placed(&root.key("years")) {
        amounts.push((place, "amount", &year.amount));
    }
    for (place, key, amount) in amounts {
        if let Some(amount) = amount.copied().filter(|amount| *amount < Money::ZERO) {
            tell(faults, &place, key, amount);
        }
    }
}

fn tell(faults: &mut Faults, place: &Place, key: &'static str, value: impl Into<Value>) {
    faults.at(place.key(key)).with("field", key).with("value", value);
}
