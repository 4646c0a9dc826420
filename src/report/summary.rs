//! The last line of a report. In: counts. Out: one sentence in the right grammar.

use super::{Checked, Located};
use crate::diagnostic::{Level, Mend};
use crate::lang::{Lang, Noun};

/// What a check comes to in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The input as the user named it.
    pub name: String,
    /// The language of its report.
    pub lang: Lang,
    /// How much there is of each level, as in [`Level::ALL`]; of what is to be written, how many values.
    counts: [usize; 4],
}

impl Tally {
    /// Counts what was found in an input.
    pub fn of(checked: &Checked) -> Self {
        let counts = Level::ALL.map(|level| count(checked, level));
        Self { name: checked.name.clone(), lang: checked.lang, counts }
    }

    /// Returns how much there is of a level.
    pub fn count(&self, level: Level) -> usize {
        Level::ALL.into_iter().zip(self.counts).find(|(own, _)| *own == level).map_or(0, |(_, count)| count)
    }

    /// Returns what was found, in words; `None` where that is nothing.
    pub fn found(&self, lang: Lang) -> Option<String> {
        found(|level| self.count(level), lang)
    }
}

/// Returns what a run found in how many inputs, as one line.
pub fn summary(inputs: &[Tally], lang: Lang) -> String {
    let total = |level| inputs.iter().map(|tally| tally.count(level)).sum::<usize>();
    let place = match inputs {
        [only] => only.name.clone(),
        several => {
            let noun = Noun(["wniosek", "wnioski", "wniosków"], ["application", "applications"]);
            lang.counted(several.len() as u64, noun)
        }
    };
    let found = found(total, lang).unwrap_or_else(|| lang.pick("bez uwag", "nothing to remark").to_owned());
    format!("{place}: {found}")
}

fn found(count: impl Fn(Level) -> usize, lang: Lang) -> Option<String> {
    let levels = Level::ALL.into_iter().filter(|level| count(*level) > 0);
    let found: Vec<String> = levels.map(|level| of_level(count(level), level, lang)).collect();
    (!found.is_empty()).then(|| found.join(", "))
}

/// Returns how many findings are of a level; of what is to be written, how many values.
fn count(checked: &Checked, level: Level) -> usize {
    let values = checked.unwritten.count();
    if level == Level::Missing && values > 0 { values } else { checked.count(level) }
}

/// Returns what to do now, as one line with a line end; empty where there is nothing to do.
pub(super) fn first_step(checked: &Checked, lang: Lang) -> String {
    let [errors, missing, warnings, advice] = Level::ALL.map(|level| count(checked, level));
    let said = |count: usize, noun: Noun| lang.counted(count as u64, noun);
    let is_mend = |found: &Located| {
        let own = &found.diagnostic;
        own.level == Level::Error && own.patch.as_ref().is_some_and(|patch| patch.kind == Mend::Form)
    };
    let mends = match checked.findings.iter().any(is_mend) {
        true => lang
            .pick(" (poprawki formy wpisze pakt check --fix)", " (pakt check --fix makes the mends of form)"),
        false => "",
    };
    let errors =
        (errors > 0).then(|| said(errors, Noun(["błąd", "błędy", "błędów"], ["error", "errors"])) + mends);
    let fields = (missing > 0).then(|| said(missing, Noun(["pole", "pola", "pól"], ["field", "fields"])));
    let doubts = [
        (warnings, Noun(["ostrzeżenie", "ostrzeżenia", "ostrzeżeń"], ["warning", "warnings"])),
        (advice, Noun(["radę", "rady", "rad"], ["piece of advice", "pieces of advice"])),
    ];
    let doubts: Vec<String> =
        doubts.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| said(count, noun)).collect();
    let doubts = doubts.join(lang.pick(" i ", " and "));
    let step = match (errors, fields) {
        (Some(errors), Some(fields)) => lang.pick(
            format!("Najpierw popraw {errors}, potem uzupełnij {fields}."),
            format!("First mend {errors}, then fill in {fields}."),
        ),
        (Some(errors), None) => lang.pick(format!("Popraw {errors}."), format!("Mend {errors}.")),
        (None, Some(fields)) => {
            lang.pick(format!("Błędów nie ma. Uzupełnij {fields}."), format!("No errors. Fill in {fields}."))
        }
        (None, None) if doubts.is_empty() => return String::new(),
        (None, None) => lang.pick(
            format!("Błędów i braków nie ma. Przejrzyj {doubts}."),
            format!("Neither errors nor gaps. Look through {doubts}."),
        ),
    };
    step + "\n\n"
}

fn of_level(count: usize, level: Level, lang: Lang) -> String {
    let noun = match level {
        Level::Error => Noun(["błąd", "błędy", "błędów"], ["error", "errors"]),
        Level::Missing => Noun(
            ["pole do uzupełnienia", "pola do uzupełnienia", "pól do uzupełnienia"],
            ["field to fill in", "fields to fill in"],
        ),
        Level::Warning => Noun(["ostrzeżenie", "ostrzeżenia", "ostrzeżeń"], ["warning", "warnings"]),
        Level::Advice => Noun(["rada", "rady", "rad"], ["piece of advice", "pieces of advice"]),
    };
    lang.counted(count as u64, noun)
}
