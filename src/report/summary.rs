//! The last line of a report. In: counts. Out: one sentence in the right grammar.

use super::Checked;
use crate::diagnostic::Level;
use crate::lang::{Lang, Plural};

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

/// Returns a count with its noun: `2 błędy`, `5 błędów`, `1 error`.
pub fn counted(count: usize, lang: Lang, pl: [&str; 3], en: [&str; 2]) -> String {
    let form = lang.plural(count as u64);
    let noun = match (lang, form) {
        (Lang::Pl, Plural::One) => pl[0],
        (Lang::Pl, Plural::Few) => pl[1],
        (Lang::Pl, Plural::Many) => pl[2],
        (Lang::En, Plural::One) => en[0],
        (Lang::En, _) => en[1],
    };
    format!("{count} {noun}")
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
