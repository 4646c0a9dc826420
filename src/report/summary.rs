//! The last line of a report. In: counts. Out: one sentence in the right grammar.

use super::Checked;
use crate::diagnostic::Level;
use crate::lang::Lang;
use crate::words::counted;

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
            counted(several.len(), lang, ["wniosek", "wnioski", "wniosków"], ["application", "applications"])
        }
    };
    if found.is_empty() {
        return format!("{place}: {}", lang.pick("bez uwag", "nothing to remark"));
    }
    format!("{place}: {}", found.join(", "))
}

fn of_level(count: usize, level: Level, lang: Lang) -> String {
    match level {
        Level::Error => counted(count, lang, ["błąd", "błędy", "błędów"], ["error", "errors"]),
        Level::Warning => {
            counted(count, lang, ["ostrzeżenie", "ostrzeżenia", "ostrzeżeń"], ["warning", "warnings"])
        }
        Level::Advice => {
            counted(count, lang, ["rada", "rady", "rad"], ["piece of advice", "pieces of advice"])
        }
    }
}
