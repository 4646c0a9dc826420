//! Prices of the budget against rates of one's own. In: `Case`. Out: faults of BUD-33, whose words stand in `budget.md`.

use super::capacity::names_it;
use super::worded::{Worded, text};
use super::{Case, Faults, fault};
use crate::described::At;
use crate::diagnostic::Value;
use crate::facts::Placed;
use crate::model::{BudgetLine, Rate};
use crate::words::plain;

/// How many letters an abbreviation of a unit has, at least: `szt.`, `mies.`.
const SHORTEST: usize = 3;

pub(super) fn off_the_rates(case: &Case<'_>, faults: &mut Faults) {
    for line in &case.facts.lines {
        let Some(price) = line.unit_price.copied() else { continue };
        // Of several the one that says most of what is bought.
        let fitting = case.root().rates().each().filter_map(|rate| Some((fit(case, line, rate)?, rate)));
        let Some((_, rate)) = fitting.max_by_key(|(words, _)| *words) else { continue };
        let (from, to) = (rate.from.copied(), rate.to.copied());
        let side = if from.is_some_and(|from| price < from) {
            ["niższa", "below"]
        } else if to.is_some_and(|to| price > to) {
            ["wyższa", "above"]
        } else {
            continue;
        };
        let range = match (from, to) {
            (Some(from), Some(to)) => Value::Phrase(
                ["od {from} do {to}", "{from} to {to}"],
                vec![("from", from.into()), ("to", to.into())],
            ),
            (Some(from), None) => Value::around(["od {0}", "from {0}"], from),
            (None, Some(to)) => Value::around(["do {0}", "up to {0}"], to),
            (None, None) => continue,
        };
        fault!(faults at line.unit_price(),
            id = line.called(), price, side = Value::from(side), range, name = case.said(&rate.name),
            unit = case.said(&rate.unit), source = case.said(&rate.source);
            also rate.here()
        );
    }
}

/// Returns how many words a rate says of what a line buys; `None` for a rate of something else or of another unit.
fn fit(case: &Case<'_>, line: &Placed<'_, BudgetLine>, rate: At<'_, Rate>) -> Option<usize> {
    let (bought, units) = (text(case, line.text()), text(case, line.unit()));
    let is_meant = |own: &[Worded<'_>], theirs: &Worded<'_>, same: fn(&str, &str) -> bool| {
        own.iter().any(|own| own.lang == theirs.lang && same(&plain(own.words), &plain(theirs.words)))
    };
    let name = text(case, rate.name()).into_iter().find(|name| is_meant(&bought, name, names_it))?;
    let is_unit = text(case, rate.unit()).iter().any(|unit| is_meant(&units, unit, is_same_unit));
    is_unit.then(|| name.words.split_whitespace().count())
}

/// Tells whether two units are one, in another form or shortened: `godz.`, `godzina szkolenia`.
fn is_same_unit(own: &str, theirs: &str) -> bool {
    let shortens = |short: &str, whole: &str| {
        short.strip_suffix('.').is_some_and(|stem| stem.len() >= SHORTEST && whole.starts_with(stem))
    };
    names_it(own, theirs) || names_it(theirs, own) || shortens(own, theirs) || shortens(theirs, own)
}

#[cfg(test)]
mod tests {
    use super::is_same_unit;

    #[test]
    fn units_are_one_in_any_form() {
        for (own, theirs) in
            [("godz.", "godzina"), ("godziny", "godzina"), ("miesiac stazu", "miesiac"), ("szt.", "sztuka")]
        {
            assert!(is_same_unit(own, theirs) && is_same_unit(theirs, own), "{own}, {theirs}");
        }
        for (own, theirs) in
            [("osobomiesiac", "osoba"), ("etat", "etatomiesiac"), ("h", "hektar"), ("godzina", "miesiac")]
        {
            assert!(!is_same_unit(own, theirs) && !is_same_unit(theirs, own), "{own}, {theirs}");
        }
    }
}
