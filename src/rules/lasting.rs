//! How long support lasts by the words of an action, by its days and by its money. In: `Case`. Out: faults of ACT-16,
//! whose words stand in `actions.md`.

use rust_decimal::Decimal;

use super::calculation::{Calculation, calculations, stems};
use super::worded::{prose as narrative, text};
use super::{Case, Faults, fault};
use crate::diagnostic::{Part, Place, Value};
use crate::facts::{Facts, Placed};
use crate::model::Action;
use crate::prose::{self, Counted};

pub(super) fn support_too_long(case: &Case<'_>, faults: &mut Faults) {
    for action in &case.facts.actions {
        let Some(period) = Facts::action_period(action).filter(|period| period.from <= period.to) else {
            continue;
        };
        let most = u64::try_from(period.months()).unwrap_or_default();
        let paid = paid_months(case, action);
        let texts = narrative(case, action.text()).into_iter();
        for words in texts.chain(text(case, action.title())) {
            for lasting in prose::durations(words.words) {
                let what = words.words[lasting.range.clone()].to_owned();
                let part = Part::of(words.words, lasting.range.clone());
                if lasting.months > most {
                    fault!(faults at words.place.clone(), id = action.called(), what, other = Value::around(["działanie trwa {0}", "the action lasts {0}"], Value::months(most));
                        also action.to()
                    )
                    .part(part);
                    continue;
                }
                let stem = stems(lasting.what).next();
                let is_of_it = |known: &Vec<String>| stem.as_ref().is_some_and(|stem| known.contains(stem));
                let own: Vec<_> = paid.iter().filter(|(known, ..)| is_of_it(known)).collect();
                let agrees = own.iter().any(|(_, months, _)| *months == Decimal::from(lasting.months));
                if let Some((_, months, place)) = own.first().filter(|_| !agrees) {
                    let paid = Value::months(u64::try_from(months.trunc()).unwrap_or_default());
                    let other = Value::around(["budżet płaci za {0}", "the budget pays for {0}"], paid);
                    fault!(faults at words.place.clone(), id = action.called(), what, other; also place.clone())
                        .part(part);
                }
            }
        }
    }
}

/// Returns for how many months lines of an action pay, each with the stems of what it pays for and its place.
fn paid_months(case: &Case<'_>, action: &Placed<'_, Action>) -> Vec<(Vec<String>, Decimal, Place)> {
    let mut found = Vec::new();
    for line in case.facts.lines_of(action.id) {
        let named: Vec<String> = case.each(line.text.get()).flat_map(|(_, text)| stems(text)).collect();
        for Calculation { words, products } in calculations(case, line) {
            let months =
                products.iter().flat_map(|own| &own.factors).filter(|own| own.counted == Counted::Months);
            found.extend(months.map(|own| (named.clone(), own.value, words.place.clone())));
        }
    }
    found
}
