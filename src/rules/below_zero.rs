//! Amounts of a budget that are less than nothing. In: `Case`. Out: faults of `BUD-25`.

use rust_decimal::Decimal;

use super::{Case, Faults, fault};
use crate::described::At;
use crate::diagnostic::Value;
use crate::units::Money;

pub(super) fn below_zero(case: &Case<'_>, faults: &mut Faults) {
    let budget = case.root().budget();
    let own = budget.own();
    let mut amounts = vec![budget.total(), budget.indirect(), own.total(), own.in_kind()];
    for line in budget.lines().each() {
        let quantity = line.quantity();
        if let Some(number) = quantity.copied().filter(|number| number.decimal() < Decimal::ZERO) {
            tell(faults, quantity, number);
        }
        amounts.extend([line.unit_price(), line.amount(), line.own()]);
    }
    amounts.extend(budget.sources().each().map(|source| source.amount()));
    amounts.extend(budget.years().each().map(|year| year.amount()));
    for amount in amounts {
        if let Some(value) = amount.copied().filter(|amount| *amount < Money::ZERO) {
            tell(faults, amount, value);
        }
    }
}

fn tell<T>(faults: &mut Faults, field: At<'_, T>, value: impl Into<Value>) {
    fault!(faults at field, field = field.field_key(), value);
}
