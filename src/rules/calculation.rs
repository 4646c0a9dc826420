//! What lines of the budget say in words against their own figures and against the plan: calculations, months paid,
//! people paid for, the rate of indirect costs. In: `Case`. Out: faults of BUD-27 to BUD-30, whose words stand in
//! `budget.md`.

use rust_decimal::Decimal;

use super::worded::{Worded, text};
use super::{Case, Faults, fault};
use crate::described::At;
use crate::diagnostic::{Place, Value};
use crate::facts::{Facts, Placed};
use crate::model::{Action, BudgetLine, Field, Indicator, IndicatorKind, Text};
use crate::prose::{self, Counted, Product};
use crate::units::{Money, Number};
use crate::words::plain;

/// The most by which rounding may part a calculation from its amount: a zloty.
const ROUNDING: Decimal = Decimal::ONE;

/// A calculation with the words it stands in.
pub(super) struct Calculation<'run> {
    pub words: Worded<'run>,
    pub products: Vec<Product>,
}

/// Returns the calculations of a line: of its own field, and of its name where that multiplies money.
pub(super) fn calculations<'run>(
    case: &Case<'run>,
    line: &Placed<'run, BudgetLine>,
) -> Vec<Calculation<'run>> {
    let read = |field: At<'run, Field<Text>>| {
        text(case, field).into_iter().map(|words| {
            let products = prose::products(words.words, words.lang);
            Calculation { words, products }
        })
    };
    let named = read(line.text()).filter(|own| own.products.iter().any(Product::is_money));
    read(line.calculation()).chain(named).filter(|own| !own.products.is_empty()).collect()
}

pub(super) fn differs(case: &Case<'_>, faults: &mut Faults) {
    for line in &case.facts.lines {
        for calculation in calculations(case, line) {
            let Some((made, recorded)) = calculation.disagrees(line) else { continue };
            let made = Number::from_decimal(made.normalize());
            let is_money = calculation.is_money();
            let made =
                if is_money { Value::around(["{0}\u{a0}zł", "PLN\u{a0}{0}"], made) } else { made.into() };
            let place = if is_money { line.amount().here() } else { line.quantity().here() };
            fault!(faults at calculation.words.place, id = line.called(), made, amount = recorded; also place);
        }
    }
}

impl Calculation<'_> {
    /// Tells whether it multiplies money.
    fn is_money(&self) -> bool {
        self.products.iter().any(Product::is_money)
    }

    /// Returns what it makes and what the line records instead: its amount, or its quantity where no price is told;
    /// `None` where they agree or one of them cannot be told.
    fn disagrees(&self, line: &BudgetLine) -> Option<(Decimal, Value)> {
        let made = self.products.iter().try_fold(Decimal::ZERO, |sum, own| sum.checked_add(own.value()?))?;
        let (recorded, value): (Value, Decimal) = if self.is_money() {
            Facts::amount(line).map(|amount| (amount.into(), zlotys(amount)))?
        } else {
            line.quantity.copied().map(|quantity| (quantity.into(), quantity.decimal()))?
        };
        (made.saturating_sub(value).abs() >= ROUNDING).then_some((made, recorded))
    }
}

fn zlotys(amount: Money) -> Decimal {
    Decimal::new(amount.grosze(), 2)
}

pub(super) fn paid_too_long(case: &Case<'_>, faults: &mut Faults) {
    for line in &case.facts.lines {
        let action = line.action.get().and_then(|id| case.facts.action(id.as_str()));
        let period = match action {
            Some(action) => Facts::action_period(action),
            None => case.facts.project_period().filter(|_| line.action.is_missing()),
        };
        let Some(period) = period.filter(|period| period.from <= period.to) else { continue };
        let most = Decimal::from(period.months());
        for Calculation { words, products } in calculations(case, line) {
            let factors = products.iter().flat_map(|own| &own.factors);
            let months =
                factors.filter(|factor| factor.counted == Counted::Months).map(|factor| factor.value).max();
            let Some(months) = months.filter(|months| *months > most) else { continue };
            let also = action.map_or_else(|| case.root().schedule().to().here(), |action| action.to().here());
            let name = action.map_or_else(
                || Value::from(["projekt", "the project"]),
                |action| Value::around(["działanie {0}", "action {0}"], action.called()),
            );
            fault!(faults at words.place,
                id = line.called(), paid = Value::months(u64::try_from(months.trunc()).unwrap_or_default()), what = name,
                months = Value::months(u64::try_from(period.months()).unwrap_or_default()); also also
            );
        }
    }
}

pub(super) fn other_people(case: &Case<'_>, faults: &mut Faults) {
    for action in &case.facts.actions {
        let known = planned(case, action);
        let Some(most) = known.iter().map(|(value, ..)| *value).max() else { continue };
        let lines: Vec<_> =
            case.facts.lines_of(action.id).map(|line| (line, calculations(case, line))).collect();
        let only = lines.iter().filter(|(_, own)| own.iter().any(counts_people)).count() == 1;
        for (line, calculation) in lines.iter().flat_map(|(line, all)| all.iter().map(move |own| (line, own)))
        {
            // One that makes another amount is told of as such.
            let Some(counted) = people_of(calculation).filter(|_| calculation.disagrees(line).is_none())
            else {
                continue;
            };
            if known.iter().any(|(value, ..)| *value == counted) {
                continue;
            }
            let own = known.iter().find(|(_, _, name)| only || shares_a_word(case, line, *name));
            let beyond = known.iter().find(|(value, ..)| counted > most && *value == most);
            if let Some((value, place, _)) = own.or(beyond) {
                fault!(faults at calculation.words.place.clone(),
                    id = line.called(), counted = people(counted),
                    planned = Number::from_decimal(value.normalize()), action = action.called(); also place.clone()
                );
            }
        }
    }
}

/// Tells whether a calculation multiplies by a number of people.
fn counts_people(calculation: &Calculation<'_>) -> bool {
    let mut factors = calculation.products.iter().flat_map(|own| &own.factors);
    factors.any(|factor| factor.counted == Counted::People)
}

/// Returns the one number of people that a calculation multiplies by.
fn people_of(calculation: &Calculation<'_>) -> Option<Decimal> {
    let factors = calculation.products.iter().flat_map(|own| &own.factors);
    let mut people = factors.filter(|factor| factor.counted == Counted::People);
    let only = people.next()?.value;
    people.next().is_none().then_some(only)
}

fn people(count: Decimal) -> Value {
    let count = u64::try_from(count.trunc()).unwrap_or_default();
    Value::counted(count, ["osobę", "osoby", "osób"], ["person", "people"])
}

/// A number of people that an action plans, where it stands, and what the indicator that plans it is called.
type Planned<'run> = (Decimal, Place, Option<&'run Text>);

/// Returns how many people an action plans: its participants, and the targets of its outputs that count people.
fn planned<'run>(case: &Case<'run>, action: &Placed<'run, Action>) -> Vec<Planned<'run>> {
    let participants = action.participants.copied();
    let participants =
        participants.map(|count| (Number::from(count).decimal(), action.participants().here(), None));
    let outputs = case.facts.indicators_of(action.id, IndicatorKind::Output);
    let counts_people = |own: &&Placed<'run, Indicator>| {
        let units = case.each(own.entry.unit.get());
        units.into_iter().any(|(_, unit)| unit.split_whitespace().any(|word| Counted::of(word).is_people()))
    };
    let outputs = outputs
        .filter(counts_people)
        .filter_map(|own| Some((own.target.copied()?.decimal(), own.target().here(), own.entry.name.get())));
    outputs.chain(participants).collect()
}

/// Tells whether a line and an indicator share a word, in a language that both have: `stypendia stażowe`, `staż`.
fn shares_a_word(case: &Case<'_>, line: &Placed<'_, BudgetLine>, name: Option<&Text>) -> bool {
    let Some(name) = name else { return false };
    case.each(line.text.get()).any(|(lang, text)| {
        let own: Vec<String> = stems(text).collect();
        let other = case.say(Some(name), lang);
        stems(other).any(|stem| own.contains(&stem))
    })
}

/// Beginnings of words that the name of any indicator may have.
const COMMON: [&str; 7] = ["licz", "osob", "ucze", "numb", "peop", "part", "pers"];

/// Returns the beginnings of the longer words of a text, in plain letters.
pub(super) fn stems(text: &str) -> impl Iterator<Item = String> {
    const STEM: usize = 4;
    let words = text.split(|sign: char| !sign.is_alphabetic()).map(plain);
    let stems =
        words.filter(|word| word.len() >= STEM).map(|word| word.chars().take(STEM).collect::<String>());
    stems.filter(|stem| !COMMON.contains(&stem.as_str()))
}

pub(super) fn other_rate(case: &Case<'_>, faults: &mut Faults) {
    let budget = &case.application().budget;
    let lines = &budget.lines;
    let whole =
        !lines.is_damaged() && !lines.is_missing() && lines.iter().all(|line| Facts::amount(line).is_some());
    let (Some(rate), Some(declared)) = (budget.indirect_rate.copied(), budget.indirect.copied()) else {
        return;
    };
    let direct = case.facts.totals().lines;
    let due = direct.part(rate);
    if whole && (zlotys(due) - zlotys(declared)).abs() >= ROUNDING {
        fault!(faults at case.root().budget().indirect_rate(),
            rate, due, declared, direct; also case.root().budget().indirect()
        );
    }
}
