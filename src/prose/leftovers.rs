//! Names of other counties, communes and voivodeships in a text: what another application has left behind. In:
//! `Facts`. Out: `Leftover`s.
//!
//! A name is known by its form (`powiat kozienicki`, `gmina Kozienice`); nobody lists the names there are. What area,
//! partners, sources, strategies and experience name belongs here, and so does what a sentence compares.

use std::collections::BTreeSet;
use std::ops::Range;

use super::sentences::{offset, same, split};
use crate::described::{Described, Markup, Step, View, visit};
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::model::Area;
use crate::words::plain;

/// A name of an area that is none of the application's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// The text.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Where the name stands in it, in bytes.
    pub range: Range<usize>,
}

/// Beginnings of plain words by which a sentence speaks of another place on purpose.
const ELSEWHERE: [&str; 32] = [
    "niz",
    "porown",
    "sasiedn",
    "sasiad",
    "obok",
    "oscienn",
    "granic",
    "dojazd",
    "dojezdz",
    "wyjezdz",
    "wyjazd",
    "przyklad",
    "wzor",
    "inny",
    "inna",
    "inne",
    "ranking",
    "podobn",
    "natomiast",
    "wobec",
    "tymczasem",
    "than",
    "compar",
    "neighbour",
    "next",
    "commut",
    "travel",
    "example",
    "other",
    "while",
    "whereas",
    "border",
];

/// Adjectives that say what kind of county or commune it is, plain, without their ending.
const KINDS: [&str; 12] = [
    "ziemsk",
    "grodzk",
    "wiejsk",
    "miejsk",
    "sasiedzk",
    "polsk",
    "mieszczansk",
    "wojewodzk",
    "nadmorsk",
    "gorsk",
    "przygraniczn",
    "europejsk",
];

/// Endings of a Polish adjective in -ski, -cki, -dzki.
const ENDINGS: [&str; 10] = ["iego", "iemu", "iej", "imi", "ich", "im", "ie", "a", "i", "iem"];

/// Returns the names of other areas in an application's texts.
pub fn leftovers(facts: &Facts<'_>) -> Vec<Leftover> {
    let area = &facts.application.area;
    // Without a name of its own, nothing is another's.
    if area.name.is_blank() {
        return Vec::new();
    }
    let own = Own { words: own(facts), of_county: names_county(area), has_units: !area.units.is_missing() };
    let mut found = Vec::new();
    let root = facts.root();
    let apart: [Place; 8] = [
        root.area().here(),
        root.partners().here(),
        root.diagnosis().evidence().here(),
        root.strategies().here(),
        root.complementarity().here(),
        root.potential().experience().here(),
        root.meta().authors().here(),
        root.annexes().here(),
    ];
    visit(facts.application, &mut |spot| {
        if matches!(spot.view, View::Entity(_) | View::List(_)) {
            let here = spot.place();
            return if apart.contains(&here) { Step::Over } else { Step::Into };
        }
        if matches!(spot.view, View::Text(_, Markup::Plain | Markup::Prose)) {
            for (lang, text) in spot.words() {
                found.extend(names(text, &own).map(|range| Leftover {
                    place: spot.place_of(lang),
                    text: text.to_owned(),
                    range,
                }));
            }
        }
        Step::Into
    });
    found
}

/// What an application names as its own.
struct Own {
    /// The words of all that names places of its own, plain.
    words: BTreeSet<String>,
    /// Whether the area says which county it is or lies in: a commune's own county may stand nowhere else.
    of_county: bool,
    /// Whether the area says what it is made of.
    has_units: bool,
}

/// Tells whether an area names a county.
fn names_county(area: &Area) -> bool {
    let mut found = false;
    visit(area, &mut |spot| {
        found |= spot.words().iter().any(|(_, text)| plain(text).contains("powia") || text.contains("ount"));
        Step::Into
    });
    found
}

/// Returns the words of all that names places of its own, plain.
fn own(facts: &Facts<'_>) -> BTreeSet<String> {
    fn add(value: &impl Described, own: &mut BTreeSet<String>) {
        visit(value, &mut |spot| {
            for (_, text) in spot.words() {
                let words = text.split(|sign: char| !sign.is_alphabetic() && sign != '-');
                // Names have a capital, and adjectives of names end in -ski.
                let names = |word: &&str| {
                    word.len() > 3
                        && (word.starts_with(char::is_uppercase)
                            || ["sk", "ck", "zk"].iter().any(|end| word.contains(end)))
                };
                own.extend(words.filter(names).map(plain));
            }
            Step::Into
        });
    }
    let mut own = BTreeSet::new();
    let application = facts.application;
    add(&application.area, &mut own);
    add(&application.partners, &mut own);
    add(&application.diagnosis.evidence, &mut own);
    add(&application.strategies, &mut own);
    add(&application.complementarity, &mut own);
    add(&application.potential.experience, &mut own);
    add(&application.annexes, &mut own);
    let code = application.area.teryt.get().map(|teryt| teryt.voivodeship().to_owned());
    let all = crate::catalogue::regions().all();
    if let Some(region) = all.iter().find(|region| Some(region.teryt.as_str()) == code.as_deref()) {
        own.extend([plain(&region.pl), plain(&region.en)]);
    }
    own
}

/// Returns where a text names an area that is none of its own.
fn names(text: &str, own: &Own) -> impl Iterator<Item = Range<usize>> {
    const HEADS: [&str; 11] =
        ["owia", "owie", "Gmin", "gmin", "ojew", "ount", "ommu", "oivo", "OWIA", "GMIN", "unicipal"];
    let is_worth_it = HEADS.iter().any(|head| text.contains(head));
    let sentences = if is_worth_it { split(text) } else { Vec::new() };
    sentences.into_iter().flat_map(move |sentence| {
        let from = offset(text, sentence);
        of_sentence(sentence, own).into_iter().map(move |range| from + range.start..from + range.end)
    })
}

fn of_sentence(sentence: &str, own: &Own) -> Vec<Range<usize>> {
    let words: Vec<&str> = sentence
        .split(|sign: char| !sign.is_alphabetic() && sign != '-')
        .filter(|word| !word.is_empty())
        .collect();
    let plains: Vec<String> = words.iter().map(|word| plain(word)).collect();
    if plains.iter().any(|word| ELSEWHERE.iter().any(|start| word.starts_with(start))) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, head) in plains.iter().enumerate() {
        let name = match head.as_str() {
            head if is_form(head, "powia") && own.of_county || is_form(head, "wojewodztw") => {
                adjective(&plains, at + 1)
            }
            head if is_form(head, "gmin") && own.has_units => proper(&words, at + 1),
            "county" if own.of_county => named_before(&words, at),
            "voivodeship" => named_before(&words, at),
            "commune" | "municipality" if own.has_units => {
                let is_of = plains.get(at + 1).is_some_and(|word| word == "of");
                proper(&words, at + 2).filter(|_| is_of)
            }
            _ => None,
        };
        let Some(name) = name.filter(|name| !is_own(&plains[*name], &own.words)) else { continue };
        let (first, last) = (at.min(name), at.max(name));
        let start = offset(sentence, words[first]);
        found.push(start..offset(sentence, words[last]) + words[last].len());
    }
    found
}

/// Returns the place of the proper name before a word; the first word of a sentence has a capital anyway.
fn named_before(words: &[&str], at: usize) -> Option<usize> {
    at.checked_sub(1).filter(|before| *before > 0 && is_name(words[*before]))
}

/// Tells whether a plain word is a form of `powiat`, `gmina`, `województwo`.
fn is_form(word: &str, stem: &str) -> bool {
    if word == "powiecie" {
        return stem == "powia";
    }
    let Some(ending) = word.strip_prefix(stem) else { return false };
    match stem {
        "powia" => ["t", "tu", "towi", "tem"].contains(&ending),
        "gmin" => ["a", "y", "ie", "e", "o"].contains(&ending),
        _ => ["o", "a", "u", "em", "ie"].contains(&ending),
    }
}

/// Returns the place of the adjective in -ski behind a word.
fn adjective(plains: &[String], at: usize) -> Option<usize> {
    let stem = stem(plains.get(at)?)?;
    (!KINDS.contains(&stem)).then_some(at)
}

/// Returns an adjective without its ending; `None` for another word.
fn stem(word: &str) -> Option<&str> {
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending))?;
    (stem.len() > 4 && (stem.ends_with("sk") || stem.ends_with("ck") || stem.ends_with("zk"))).then_some(stem)
}

/// Returns the place of the proper name behind a word.
fn proper(words: &[&str], at: usize) -> Option<usize> {
    words.get(at).filter(|word| is_name(word)).map(|_| at)
}

fn is_name(word: &str) -> bool {
    const COMMON: [&str; 12] =
        ["The", "This", "Our", "Each", "Every", "A", "Rada", "Urząd", "Wiejska", "Miejska", "Partner", "Of"];
    let is_capital = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    is_capital && word.chars().count() > 2 && !COMMON.contains(&word)
}

/// Tells whether a name is a form of one of its own, or the adjective of one: `koniński` of `Konin`.
fn is_own(name: &str, own: &BTreeSet<String>) -> bool {
    let root = stem(name).map_or(name, |stem| &stem[..stem.len() - 2]);
    let length = root.chars().count().saturating_sub(2).max(4);
    let beginning: String = name.chars().take(length).collect();
    let shorter: String = name.chars().take(4).collect();
    let mut near = own.range(shorter.clone()..).take_while(|own| own.starts_with(&shorter));
    near.any(|known| same(known, name) || known.starts_with(&beginning))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Application;

    const OWN: &str = "
area: {name: {pl: powiat szydłowiecki, en: Szydłowiec county}, parent: województwo mazowieckie, units: [{name: gmina Orońsko}]}
partners: [{id: P1, name: Gmina Jastrząb}]
";

    fn told(text: &str) -> Vec<String> {
        let application: Application =
            serde_yaml::from_str(&format!("{OWN}partnership: {{vision: {{pl: '{text}', en: '{text}'}}}}\n"))
                .expect(text);
        let facts = Facts::of(&application);
        let found = leftovers(&facts);
        found
            .iter()
            .filter(|own| own.place.to_string().ends_with("pl"))
            .map(|own| own.text[own.range.clone()].to_owned())
            .collect()
    }

    #[test]
    fn names_of_other_areas_are_found_in_any_case() {
        for (text, name) in [
            ("najwyższe jest tu; powiat kozienicki jest takim miejscem", "powiat kozienicki"),
            ("Projekt obejmie mieszkańców powiatu radomskiego.", "powiatu radomskiego"),
            ("W powiecie przysuskim pracuje zespół.", "powiecie przysuskim"),
            ("Rekrutacja w gminie Kozienice trwa rok.", "gminie Kozienice"),
            ("Strategia województwa lubelskiego to zapowiada.", "województwa lubelskiego"),
            ("The project covers Kozienice county.", "Kozienice county"),
        ] {
            assert_eq!(told(text), [name], "{text}");
        }
    }

    #[test]
    fn its_own_names_and_comparisons_are_left_alone() {
        for text in [
            "Powiat Szydłowiecki i gmina Orońsko, w powiecie szydłowieckim i w gminie Jastrząb.",
            "Stopa jest wyższa niż w powiecie radomskim.",
            "Mieszkańcy dojeżdżają do powiatu radomskiego.",
            "powiat ziemski, gmina wiejska i Gmina Partner, gminy powiatu, województwo mazowieckie",
            "The county and Szydłowiec county meet.",
            "Rada powiatu i wójt gminy decydują.",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
