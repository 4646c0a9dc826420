//! What one application has of another. In: `Facts` of both. Out: `Shared` sentences, `Foreign` names.
//!
//! Sentences count where two narratives hold the same; names where the other application alone has them: of its
//! partners, its area, its programme.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::copies::{SHORTEST, words};
use super::sentences::{offset, split};
use crate::described::{Described, Markup, Step, View, visit};
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Application, Text};
use crate::words::plain;

/// A sentence that stands in both applications.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The narrative in this application.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Where the sentence stands in it, in bytes.
    pub range: Range<usize>,
    /// Where it stands in the other one.
    pub there: Place,
}

/// A name that the other application has and this one only says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The text.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Where the name stands in it, in bytes.
    pub range: Range<usize>,
    /// What the other application calls so.
    pub there: Place,
}

/// Sections of which every application of a house may hold the same words: deeds and rules.
const ALIKE: [&str; 4] = ["agreement", "pact", "papers", "accept"];

/// Returns the sentences of narratives that stand in another application as well, each narrative once.
pub fn shared(own: &Application, other: &Application) -> Vec<Shared> {
    let mut known: BTreeMap<String, Place> = BTreeMap::new();
    narratives(other, &mut |place, text| {
        for sentence in split(text) {
            let key = words(sentence);
            if key.len() >= SHORTEST {
                known.entry(key).or_insert_with(|| place.clone());
            }
        }
    });
    let mut found = Vec::new();
    narratives(own, &mut |place, text| {
        let same = split(text)
            .into_iter()
            .map(str::trim)
            .find_map(|sentence| Some((sentence, known.get(&words(sentence))?)));
        if let Some((sentence, there)) = same {
            let from = offset(text, sentence);
            let range = from..from + sentence.len();
            found.push(Shared { place, text: text.to_owned(), range, there: there.clone() });
        }
    });
    found
}

/// Calls `see` for each narrative in each language.
fn narratives<'app>(application: &'app Application, see: &mut impl FnMut(Place, &'app str)) {
    visit(application, &mut |spot| {
        let is_alike = || spot.member().is_some_and(|member| member.form_only || ALIKE.contains(&member.key));
        if is_alike() {
            return Step::Over;
        }
        if let View::Text(_, Markup::Prose) = spot.view {
            for (lang, text) in spot.words().into_iter().filter(|(_, text)| text.len() >= SHORTEST) {
                see(spot.place_of(lang), text);
            }
        }
        Step::Into
    });
}

/// Returns the names of the other application's partners, area and programme that stand in texts of this one.
pub fn foreign(own: &Facts<'_>, other: &Facts<'_>) -> Vec<Foreign> {
    let mine = said(own.application);
    let names: Vec<(Vec<String>, Place)> =
        names(other).into_iter().filter(|(name, _)| !mine.contains(&name.join(" "))).collect();
    let mut found = Vec::new();
    if names.is_empty() {
        return found;
    }
    let evidence = own.root().diagnosis().evidence().here();
    visit(own.application, &mut |spot| {
        if matches!(spot.view, View::List(_)) && spot.place() == evidence {
            // Sources may well be another body's.
            return Step::Over;
        }
        if let View::Text(_, Markup::Plain | Markup::Prose) = spot.view {
            for (lang, text) in spot.words() {
                if let Some((range, there)) = first(text, &names) {
                    found.push(Foreign { place: spot.place_of(lang), text: text.to_owned(), range, there });
                }
            }
        }
        Step::Into
    });
    found
}

/// Returns where the first of these names stands in a text.
fn first(text: &str, names: &[(Vec<String>, Place)]) -> Option<(Range<usize>, Place)> {
    let spelt: Vec<&str> =
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let plains: Vec<String> = spelt.iter().map(|word| plain(word)).collect();
    names.iter().find_map(|(name, there)| {
        let at = plains.windows(name.len()).position(|part| part == name.as_slice())?;
        let last = spelt[at + name.len() - 1];
        Some((offset(text, spelt[at])..offset(text, last) + last.len(), there.clone()))
    })
}

/// Returns the names of two words or more that an application's own things have, in every language and case given.
fn names(facts: &Facts<'_>) -> Vec<(Vec<String>, Place)> {
    let mut names = Vec::new();
    let mut add = |words: &str, place: Place| {
        let words: Vec<String> = words
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(plain)
            .collect();
        // A common noun with another is no name: „urząd pracy”.
        if words.len() > 1 && words.iter().map(String::len).sum::<usize>() >= 12 {
            names.push((words, place));
        }
    };
    let texts = |text: Option<&Text>| -> Vec<String> {
        let all = text.into_iter().flat_map(Text::all);
        all.map(|(_, words)| words.split('(').next().unwrap_or_default().to_owned()).collect()
    };
    for partner in &facts.partners {
        let forms = texts(partner.entry.name.get()).into_iter().chain(cases(&partner.entry.cases));
        forms.for_each(|words| add(&words, partner.name().here()));
    }
    let area = facts.root().area();
    let forms = texts(area.entry.name.get()).into_iter().chain(cases(&area.entry.cases));
    forms.for_each(|words| add(&words, area.name().here()));
    let programme = facts.root().call().programme();
    texts(programme.entry.get()).iter().for_each(|words| add(words, programme.here()));
    names
}

fn cases(cases: &impl Described) -> Vec<String> {
    let mut found = Vec::new();
    visit(cases, &mut |spot| {
        found.extend(spot.words().into_iter().map(|(_, words)| words.to_owned()));
        Step::Into
    });
    found
}

/// Returns the names that an application's own things have, its strategies, sources and experience with them.
fn said(application: &Application) -> BTreeSet<String> {
    let mut found: BTreeSet<String> =
        names(&Facts::of(application)).into_iter().map(|(name, _)| name.join(" ")).collect();
    let mut add = |words: &str| {
        let words = words.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(plain).collect();
        for length in 2..=words.len().min(8) {
            found.extend(words.windows(length).map(|part| part.join(" ")));
        }
    };
    all(&application.partners, &mut add);
    all(&application.area, &mut add);
    all(&application.strategies, &mut add);
    all(&application.complementarity, &mut add);
    all(&application.potential.experience, &mut add);
    found
}

fn all(value: &impl Described, tell: &mut dyn FnMut(&str)) {
    visit(value, &mut |spot| {
        spot.words().into_iter().for_each(|(_, words): (Option<Lang>, &str)| tell(words));
        Step::Into
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> Application {
        serde_yaml::from_str(yaml).expect(yaml)
    }

    #[test]
    fn a_sentence_and_a_partner_of_another_application_are_found() {
        let same = "Zakłady odrzucają zlecenia, bo nie mają pracowników z kwalifikacjami.";
        let other = read(&format!(
            "area: {{name: powiat kozienicki, cases: {{genitive: powiatu kozienickiego}}}}\n\
             partners: [{{id: P1, name: Fundacja Dobry Start (przykład)}}, {{id: P2, name: Gmina Wola}}]\n\
             diagnosis: {{needs: [{{id: N1, description: '{same}'}}]}}\n"
        ));
        let own = read(&format!(
            "area: {{name: powiat lipski}}\npartners: [{{id: P1, name: Gmina Wola}}]\n\
             diagnosis: {{needs: [{{id: N1, description: 'Tak jest. {same}'}}], \
             context: 'Fundacja „Dobry Start” zna mieszkańców powiatu kozienickiego. Gmina Wola też.'}}\n"
        ));
        let found = shared(&own, &other);
        assert_eq!(found.len(), 1);
        assert_eq!(&found[0].text[found[0].range.clone()], same);
        let (one, two) = (Facts::of(&own), Facts::of(&other));
        let found = foreign(&one, &two);
        let told: Vec<&str> = found.iter().map(|own| &own.text[own.range.clone()]).collect();
        assert_eq!(told, ["Fundacja „Dobry Start"]);
        assert_eq!(found[0].there.to_string(), "partners/0/name");
        assert_eq!(foreign(&one, &one), []);
        assert_eq!(shared(&two_without(), &other), []);
    }

    fn two_without() -> Application {
        read(
            "diagnosis: {needs: [{id: N1, description: To jest inny problem niż tamten i nikt go jeszcze nie opisał.}]}",
        )
    }
}
