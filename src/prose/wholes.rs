//! How many partners, communes, sectors, actions and months there are by a text. In: `Facts`. Out: `Whole`s that the
//! application has not.
//!
//! Fewer than there are may be meant; more cannot. Where a text tells of the whole partnership, its first words do.

use std::ops::Range;

use super::durations::durations;
use super::sentences::{offset, split};
use crate::described::{Markup, Step, View, visit};
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::model::Sector;
use crate::words::plain;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Partners.
    Partners,
    /// Communes of the area.
    Communes,
    /// Sectors of partners.
    Sectors,
    /// Actions.
    Actions,
    /// Months of the project.
    Months,
}

/// A number of parts that the application has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The text.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Where the number stands in it, in bytes.
    pub range: Range<usize>,
    /// What it counts.
    pub part: Part,
    /// How many there are.
    pub there: u64,
}

/// Numerals, plain, in the forms that stand before a noun.
const NUMERALS: [(&[&str], u64); 11] = [
    (&["dwa", "dwie", "dwoch", "dwaj", "two"], 2),
    (&["trzy", "trzech", "trzej", "three"], 3),
    (&["cztery", "czterech", "czterej", "four"], 4),
    (&["piec", "pieciu", "five"], 5),
    (&["szesc", "szesciu", "six"], 6),
    (&["siedem", "siedmiu", "seven"], 7),
    (&["osiem", "osmiu", "eight"], 8),
    (&["dziewiec", "dziewieciu", "nine"], 9),
    (&["dziesiec", "dziesieciu", "ten"], 10),
    (&["jedenascie", "jedenastu", "eleven"], 11),
    (&["dwanascie", "dwunastu", "twelve"], 12),
];

/// Beginnings of plain words by which a sentence speaks of parts of something else.
const OTHERS: [&str; 10] =
    ["wojewod", "kraj", "region", "polsc", "inny", "inne", "voivodeship", "countr", "other", "edycj"];

/// Returns the numbers of parts that an application has not.
pub fn wholes(facts: &Facts<'_>) -> Vec<Whole> {
    let there = There::of(facts);
    let root = facts.root();
    let apart: [Place; 5] = [
        root.diagnosis().evidence().here(),
        root.strategies().here(),
        root.complementarity().here(),
        root.potential().experience().here(),
        root.agreement().here(),
    ];
    let of_all = [
        root.meta().summary().here(),
        root.partnership().definition().here(),
        root.partnership().justification().here(),
    ];
    let mut found = Vec::new();
    visit(facts.application, &mut |spot| {
        if matches!(spot.view, View::Entity(_) | View::List(_)) {
            return if apart.contains(&spot.place()) { Step::Over } else { Step::Into };
        }
        if !matches!(spot.view, View::Text(_, Markup::Plain | Markup::Prose)) {
            return Step::Into;
        }
        for (lang, text) in spot.words() {
            const NOUNS: [&str; 9] =
                ["artner", "gmin", "sektor", "działa", "ommun", "sector", "action", "miesi", "month"];
            if !NOUNS.iter().any(|noun| text.contains(noun)) {
                continue;
            }
            let place = spot.place_of(lang);
            let is_of_all = of_all.iter().any(|whole| place.is_within(whole));
            if let Some((range, part, count)) = there.first(text, is_of_all) {
                found.push(Whole { place, text: text.to_owned(), range, part, there: count });
            }
        }
        Step::Into
    });
    found
}

/// How many parts there are; `None` where that cannot be told.
struct There {
    partners: Option<[u64; 3]>,
    communes: Option<u64>,
    sectors: Option<u64>,
    actions: Option<u64>,
    months: Option<[u64; 2]>,
}

impl There {
    fn of(facts: &Facts<'_>) -> Self {
        let application = facts.application;
        let whole = |list: &dyn Fn() -> bool, count: usize| (!list() && count > 0).then_some(count as u64);
        let partners = whole(&|| application.partners.is_damaged(), facts.partners.len());
        let partners =
            partners.map(|all| [all, facts.members().count() as u64, facts.parties().len() as u64]);
        let units = &application.area.units;
        // A commune is made of villages.
        let is_wide = application.area.level.get().is_some_and(|level| level.as_str() != "commune");
        let communes = whole(&|| units.is_damaged(), units.len()).filter(|_| is_wide);
        let sectors = [Sector::Public, Sector::Business, Sector::Social];
        let sectors =
            sectors.into_iter().filter(|sector| facts.partners_in(*sector).next().is_some()).count();
        let unclear = facts.partners.iter().any(|partner| !partner.sector.is_given());
        let months = facts.project_period().filter(|period| period.from < period.to);
        Self {
            partners,
            communes,
            sectors: whole(&|| unclear || application.partners.is_damaged(), sectors),
            actions: whole(&|| application.actions.is_damaged(), facts.actions.len()),
            months: months.map(|period| {
                [period.months(), period.whole_months()]
                    .map(|months| u64::try_from(months).unwrap_or_default())
            }),
        }
    }

    /// Returns the first number of a text that is not how many there are.
    fn first(&self, text: &str, is_of_all: bool) -> Option<(Range<usize>, Part, u64)> {
        for sentence in split(text) {
            let words: Vec<&str> = sentence
                .split(|sign: char| !sign.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .collect();
            let plains: Vec<String> = words.iter().map(|word| plain(word)).collect();
            let begins = |word: &String| OTHERS.iter().any(|start| word.starts_with(start));
            if plains.iter().any(begins) {
                continue;
            }
            for at in 1..words.len() {
                let Some(said) = number(&plains[at - 1]) else { continue };
                let Some((part, there)) = self.part(&plains[at], said) else { continue };
                if said > there || is_of_all && at == 1 && said != there {
                    let from = offset(text, words[at - 1]);
                    return Some((from..offset(text, words[at]) + words[at].len(), part, there));
                }
            }
            let lasting = durations(sentence).into_iter().find(|own| plain(own.what).starts_with("proje"));
            if let (Some(own), Some(months)) = (lasting, self.months)
                && !months.contains(&own.months)
            {
                let from = offset(text, sentence);
                return Some((from + own.range.start..from + own.range.end, Part::Months, months[0]));
            }
        }
        None
    }

    /// Returns what a noun counts and how many there are, the number said where it is one of those that may be meant.
    fn part(&self, noun: &str, said: u64) -> Option<(Part, u64)> {
        let form =
            |stem: &str, endings: &[&str]| noun.strip_prefix(stem).is_some_and(|end| endings.contains(&end));
        if form("partner", &["ow", "zy", "ami", "om", "ach", "s"]) {
            let all = self.partners?;
            let there = if all.contains(&said) { said } else { all[0] };
            return Some((Part::Partners, there));
        }
        if form("gmin", &["", "y", "ach", "ami", "om"]) || form("commune", &["s"]) {
            return Some((Part::Communes, self.communes?));
        }
        if form("sektor", &["ow", "y", "ach", "ami"]) || form("sector", &["s"]) {
            return Some((Part::Sectors, self.sectors?));
        }
        if matches!(noun, "dzialan" | "dzialania" | "dzialaniach" | "actions") {
            return Some((Part::Actions, self.actions?));
        }
        None
    }
}

fn number(word: &str) -> Option<u64> {
    let named = NUMERALS.iter().find(|(forms, _)| forms.contains(&word)).map(|(_, number)| *number);
    named.or_else(|| word.parse().ok().filter(|number| (2..1000).contains(number)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Application;

    fn told(summary: &str, role: &str) -> Vec<String> {
        let yaml = format!(
            "meta: {{summary: '{summary}'}}\narea: {{level: county, units: [{{name: a}}, {{name: b}}, {{name: c}}]}}\n\
             partners: [{{id: P1, name: A, sector: public, role: '{role}'}}, {{id: P2, name: B, sector: social}}]\n\
             actions: [{{id: A1, title: x}}, {{id: A2, title: y}}, {{id: A3, title: z}}]\n\
             schedule: {{from: 2026-01-01, to: 2027-12-31}}\n"
        );
        let application: Application = serde_yaml::from_str(&yaml).expect(&yaml);
        let facts = Facts::of(&application);
        wholes(&facts).into_iter().map(|own| own.text[own.range].to_owned()).collect()
    }

    #[test]
    fn more_than_there_are_is_found_anywhere() {
        for (text, expected) in [
            ("Pracuje w pięciu gminach powiatu.", "pięciu gminach"),
            ("Łączy trzech partnerów.", "trzech partnerów"),
            ("Prowadzi 4 działania.", "4 działania"),
            ("Łączy trzy sektory.", "trzy sektory"),
            ("To trzyletni i 36-miesięczny projekt.", "36-miesięczny projekt"),
        ] {
            assert_eq!(told("", text), [expected], "{text}");
        }
    }

    #[test]
    fn the_whole_is_told_of_first_and_parts_are_left_alone() {
        assert_eq!(told("Jeden cel łączy wszystkich. Trzy działania i 2 partnerów.", ""), [""; 0]);
        assert_eq!(told("Dwa działania łączą dwóch partnerów.", ""), ["Dwa działania"]);
        for text in [
            "Dwa działania prowadzi w dwóch gminach.",
            "W dwunastu gminach województwa jest tak samo.",
            "24-miesięczny projekt trwa dwa lata.",
        ] {
            assert_eq!(told("", text), [""; 0], "{text}");
        }
    }
}
