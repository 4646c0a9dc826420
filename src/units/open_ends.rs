//! Ends that are open. In: a text. Out: whether it says that something lasts to this day, or has no end.

use super::date::Grain;
use crate::words::fold;

/// Words for what lasts to this day.
const NOW: [&str; 12] = [
    "nadal",
    "obecnie",
    "trwa",
    "w_trakcie",
    "do_dzis",
    "do_dzisiaj",
    "do_teraz",
    "do_chwili_obecnej",
    "ongoing",
    "present",
    "now",
    "to_date",
];

/// Words for what has no end.
const NEVER: [&str; 22] = [
    "bezterminowo",
    "bezterminowy",
    "bezterminowa",
    "bezterminowe",
    "na_czas_nieokreslony",
    "czas_nieokreslony",
    "nieokreslony",
    "nieokreslona",
    "na_czas_nieoznaczony",
    "czas_nieoznaczony",
    "nieoznaczony",
    "na_stale",
    "bez_terminu",
    "bez_konca",
    "bez_daty_koncowej",
    "indefinite",
    "indefinitely",
    "for_an_indefinite_period",
    "indefinite_period",
    "open",
    "open_ended",
    "open_end",
];

/// Returns which open end a text says; `None` for any other text.
pub(super) fn said(text: &str) -> Option<Grain> {
    let folded = fold(text);
    let word = folded.trim_end_matches('.');
    match word {
        now if NOW.contains(&now) => Some(Grain::Now),
        never if NEVER.contains(&never) => Some(Grain::Never),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Date;

    #[test]
    fn an_open_end_is_said_in_words() {
        for text in [
            "bezterminowo",
            "Na czas nieokreślony",
            "czas nieokreślony",
            "na czas nieoznaczony",
            "indefinite",
            "open-ended",
        ] {
            assert_eq!(Date::parse(text).map(Date::grain), Ok(Grain::Never), "{text}");
        }
        for text in ["obecnie", "nadal", "do dziś", "present"] {
            assert_eq!(Date::parse(text).map(Date::grain), Ok(Grain::Now), "{text}");
            assert!(Date::parse(text).is_ok_and(Date::is_open));
        }
    }
}
