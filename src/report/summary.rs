//! The last line of a report. In: counts. Out: one sentence in the right grammar.

use super::Checked;
use crate::diagnostic::Level;
use crate::lang::{Lang, Noun};

/// Returns what a run found in how many inputs, as one line.
pub fn summary(inputs: &[Checked], lang: Lang) -> String {
    let total = |level| inputs.iter().map(|checked| checked.count(level)).sum::<usize>();
    let found: Vec<String> = Level::ALL
        .into_iter()
        .filter(|level| total(*level) > 0)
        .map(|level| of_level(total(level), level, lang))
        .collect();
    let place = match inputs {
        [only] => only.name.clone(),
        several => {
            let noun = Noun(["wniosek", "wnioski", "wniosków"], ["application", "applications"]);
            lang.counted(several.len() as u64, noun)
        }
    };
    if found.is_empty() {
        return format!("{place}: {}", lang.pick("bez uwag", "nothing to remark"));
    }
    format!("{place}: {}", found.join(", "))
}

fn of_level(count: usize, level: Level, lang: Lang) -> String {
    let noun = match level {
        Level::Error => Noun(["błąd", "błędy", "błędów"], ["error", "errors"]),
        Level::Missing => Noun(["brak", "braki", "braków"], ["gap", "gaps"]),
        Level::Warning => Noun(["ostrzeżenie", "ostrzeżenia", "ostrzeżeń"], ["warning", "warnings"]),
        Level::Advice => Noun(["rada", "rady", "rad"], ["piece of advice", "pieces of advice"]),
    };
    lang.counted(count as u64, noun)
}
