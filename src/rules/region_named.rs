//! Voivodeships and objectives of the fund that titles name, against the codes of the application. In: `Case`. Out:
//! faults of STRAT-12, STRAT-14 and FORM-06, whose words stand beside their families.

use super::worded::{Worded, text};
use super::{Case, Faults, fault};
use crate::catalogue::{self, Region};
use crate::diagnostic::{Part, Place, Value};
use crate::model::StrategyLevel;
use crate::units::Teryt;
use crate::words::plain;

pub(super) fn strategy_of_another(case: &Case<'_>, faults: &mut Faults) {
    let area = case.application().area.teryt.get();
    for strategy in &case.facts.strategies {
        if case.facts.strategy_level(strategy) != Some(StrategyLevel::Regional) {
            continue;
        }
        let own = strategy.teryt.get();
        let Some(expected) = own.or(area).and_then(region_of) else { continue };
        let also: Place =
            if own.is_some() { strategy.teryt().here() } else { case.root().area().teryt().here() };
        for Worded { place, words, .. } in
            text(case, strategy.title()).into_iter().chain(text(case, strategy.adopted_by()))
        {
            let Some(named) = named(words).filter(|named| named.teryt != expected.teryt) else { continue };
            fault!(faults at place,
                id = strategy.called(), named = said(named), region = said(expected); also also.clone()
            );
        }
    }
}

pub(super) fn programme_of_another(case: &Case<'_>, faults: &mut Faults) {
    // Where a call's own file says it, ELIG-04 holds the area against its region.
    if case.profile.programme.is_some() {
        return;
    }
    let Some(expected) = case.application().area.teryt.get().and_then(region_of) else { return };
    for Worded { place, words, .. } in text(case, case.root().call().programme()) {
        let written = dashless(words);
        let is_named = |region: &&Region| written.contains(&dashless(&region.programme.pl));
        let all = catalogue::regions().all();
        let Some(named) = all.iter().find(is_named).filter(|named| named.teryt != expected.teryt) else {
            continue;
        };
        fault!(faults at place,
            programme = named.programme.pl.clone(), named = said(named), region = said(expected);
            also case.root().area().teryt()
        );
    }
}

fn dashless(words: &str) -> String {
    plain(words).replace(['–', '—'], "-")
}

fn said(region: &Region) -> Value {
    Value::from([region.pl.clone(), region.en.clone()])
}

fn region_of(teryt: &Teryt) -> Option<&'static Region> {
    catalogue::regions().all().iter().find(|region| region.teryt.as_str() == teryt.voivodeship())
}

/// Returns the voivodeship that a title names: `województwa lubelskiego`, `Lubelskie Voivodeship`.
fn named(words: &str) -> Option<&'static Region> {
    let words: Vec<String> = words
        .split(|sign: char| !sign.is_alphabetic() && sign != '-')
        .filter(|word| !word.is_empty())
        .map(plain)
        .collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let beside = if word.starts_with("wojewodztw") {
            words.get(at + 1)
        } else if word == "voivodeship" {
            at.checked_sub(1).map(|before| &words[before])
        } else {
            None
        };
        catalogue::regions().all().iter().find(|region| beside.is_some_and(|word| names(region, word)))
    })
}

/// Tells whether a plain word is a form of a voivodeship's Polish adjective, or its English one.
fn names(region: &Region, word: &str) -> bool {
    let polish = plain(&region.pl);
    let stem = polish.trim_end_matches('e');
    let is_form =
        word.strip_prefix(stem).is_some_and(|end| ["e", "ego", "emu", "im", "m", ""].contains(&end));
    is_form || plain(&region.en) == word
}

/// How the objectives of the European Social Fund Plus are cited: by the letter of article 4(1).
const CITED: [&str; 3] = ["art. 4 ust. 1 lit.", "art.4 ust.1 lit.", "article 4(1)("];

/// Returns the letters of article 4(1) of the fund's regulation that a text cites, each with where it is cited.
fn letters(words: &str) -> Vec<(char, std::ops::Range<usize>)> {
    let lower = words.to_lowercase();
    // Letters that change their length with their case would shift the stretch.
    if lower.len() != words.len() {
        return Vec::new();
    }
    let cited = CITED.iter().flat_map(|cited| lower.match_indices(cited));
    let letter = |(at, cited): (usize, &str)| {
        let rest = &lower[at + cited.len()..];
        let own = rest.trim_start();
        let letter = own.chars().next().filter(char::is_ascii_lowercase)?;
        let end = at + cited.len() + (rest.len() - own.len()) + 1;
        let is_alone = !lower[end..].starts_with(char::is_alphanumeric) && words.get(at..end).is_some();
        is_alone.then_some((letter, at..end))
    };
    cited.filter_map(letter).collect()
}

pub(super) fn objective_of_another_letter(case: &Case<'_>, faults: &mut Faults) {
    let mut aligned: Vec<(char, Place)> = Vec::new();
    for (_, objective) in &case.facts.strategy_objectives {
        if case.facts.alignments_with(objective.id).next().is_none() {
            continue;
        }
        let code = objective.code.get().map(String::as_str).into_iter();
        let cites = case.each(objective.cite.get()).map(|(_, cite)| cite);
        let found = code.chain(cites).flat_map(letters).map(|(letter, _)| (letter, objective.place.clone()));
        aligned.extend(found);
    }
    let Some((other, also)) = aligned.first() else { return };
    for Worded { place, words, .. } in text(case, case.root().call().specific_objective()) {
        let own = letters(words);
        let Some((letter, range)) = own.first() else { continue };
        if own.iter().all(|(letter, _)| aligned.iter().all(|(known, _)| known != letter)) {
            fault!(faults at place, letter = letter.to_string(), other = other.to_string(); also also.clone())
                .part(Part::of(words, range.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_voivodeship_in_any_case() {
        for (title, expected) in [
            ("Strategia Rozwoju Województwa Lubelskiego do 2030 roku", Some("lubelskie")),
            ("Strategia rozwoju województwa mazowieckiego 2030+", Some("mazowieckie")),
            ("Strategia województwa (przykład)", None),
            ("Development Strategy of the Mazowieckie Voivodeship", Some("mazowieckie")),
            ("województwo kujawsko-pomorskie", Some("kujawsko-pomorskie")),
            ("Strategia powiatu lubelskiego", None),
        ] {
            assert_eq!(named(title).map(|region| region.pl.as_str()), expected, "{title}");
        }
    }

    #[test]
    fn letters_are_read_as_they_are_cited() {
        let read = |words| letters(words).into_iter().map(|(letter, _)| letter).collect::<String>();
        assert_eq!(read("integracja (art. 4 ust. 1 lit. l rozporządzenia 2021/1057)"), "l");
        assert_eq!(read("Article 4(1)(a) of Regulation 2021/1057"), "a");
        assert_eq!(read("art. 4 ust. 1 lit. a i art. 4 ust. 1 lit. f"), "af");
        assert_eq!(read("art. 4 ust. 2"), "");
    }
}
