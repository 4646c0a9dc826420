//! Lists of terms. In: `deck.yaml`, `further.yaml`. Out: terms by list and code, by slide.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize};

use super::phrase::Phrase;
use crate::lang::Lang;
use crate::model::short::{self, Short};

/// Words in both languages; one text alone stands for both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Label {
    /// Polish.
    pub pl: String,
    /// English.
    pub en: String,
}

impl Label {
    /// Returns the words in this language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }
}

/// Words in both languages, as they are written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    pl: String,
    en: String,
}

impl Short for Label {
    type Full = Both;

    fn from_scalar(text: &str) -> Result<Self, String> {
        Ok(Self { pl: text.to_owned(), en: text.to_owned() })
    }

    fn from_full(Both { pl, en }: Both) -> Self {
        Self { pl, en }
    }
}

impl schemars::JsonSchema for Label {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Label".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let text = serde_json::json!({ "not": { "type": ["array", "object", "null"] } });
        schemars::json_schema!({ "anyOf": [text, {
            "type": "object",
            "properties": { "pl": text, "en": text },
            "required": ["pl", "en"],
            "additionalProperties": false,
        }] })
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short::deserialize(deserializer)
    }
}

/// Several lists, in the order of their file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lists {
    lists: Vec<List>,
}

/// One closed list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The name in code and on the command line: `partner_kinds`.
    pub name: String,
    /// The title in Polish.
    pub pl: String,
    /// The title in English.
    pub en: String,
    /// Where the list comes from; empty for the deck, whose terms name their slides.
    #[serde(default)]
    pub source: String,
    terms: Vec<Term>,
    /// How the terms are called, worked out when somebody asks.
    #[serde(skip)]
    pub(super) phrases: OnceLock<Vec<Phrase>>,
}

/// One entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The code in the application: `public_employment_service`.
    pub code: String,
    /// The Polish words.
    pub pl: String,
    /// The English words.
    pub en: String,
    /// Other words that people type for it.
    #[serde(default)]
    pub also: Vec<String>,
    /// The deck's slides that name it, 1 to 33; empty when it does not come from the deck.
    #[serde(default)]
    pub slides: Vec<u8>,
    /// Where an entry comes from that neither the deck nor its list's source gives; empty for none.
    #[serde(default)]
    pub source: String,
    /// The number that the source gives it.
    #[serde(default)]
    pub no: Option<u8>,
    /// The sectors a kind of partner may belong to, codes of `sectors`.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// The group it counts to: of a kind of partner, a code of `main_groups`.
    #[serde(default)]
    pub group: Option<String>,
    /// The typical instrument of a module.
    #[serde(default)]
    pub instrument: Option<Label>,
    /// The title slide of a part of the deck.
    #[serde(default)]
    pub title_slide: Option<u8>,
    /// The points of a principle, `inclusion.a` and so on.
    #[serde(default)]
    pub points: Vec<Term>,
}

impl Lists {
    /// Returns a list by its name.
    pub fn list(&self, name: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.name == name)
    }

    /// Returns all lists.
    pub fn lists(&self) -> &[List] {
        &self.lists
    }

    /// Returns what a slide names, each term with its list.
    pub fn slide(&self, slide: u8) -> impl Iterator<Item = (&List, &Term)> {
        let terms = self.lists.iter().flat_map(|list| list.terms.iter().map(move |term| (list, term)));
        terms.filter(move |(_, term)| term.slides.contains(&slide))
    }

    /// Adds a list made of the points of another list's terms, on the slides of their terms.
    pub(super) fn with_points(mut self, of: &str, name: &str) -> Self {
        let Some(at) = self.lists.iter().position(|list| list.name == of) else { return self };
        let points = self.lists[at].terms.iter().flat_map(|term| {
            term.points.iter().map(|point| Term { slides: term.slides.clone(), ..point.clone() })
        });
        let list = List {
            name: name.to_owned(),
            pl: "Wymagania zasad partnerstwa".to_owned(),
            en: "Points of the principles of partnership".to_owned(),
            source: String::new(),
            terms: points.collect(),
            phrases: OnceLock::new(),
        };
        self.lists.insert(at + 1, list);
        self
    }
}

impl List {
    /// Returns a term by its code.
    pub fn get(&self, code: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.code == code)
    }

    /// Returns the terms in the order of the source.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Returns the codes in the order of the source.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|term| term.code.as_str())
    }

    /// Returns the title in this language.
    pub fn title(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }
}

impl Term {
    /// Returns the words in this language.
    pub fn label(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }

    /// Tells whether a slide of the deck names it.
    pub fn is_from_deck(&self) -> bool {
        !self.slides.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::{deck, further, list};
    use crate::described::{Entry as _, Shape};
    use crate::model::Application;

    fn assert_whole(term: &Term, list: &List) {
        for text in [&term.code, &term.pl, &term.en] {
            assert!(!text.is_empty() && text.trim() == text.as_str(), "{}: {term:?}", list.name);
        }
        let sourced = term.is_from_deck() || !term.source.is_empty() || !list.source.is_empty();
        assert!(sourced, "{}: {} has no source", list.name, term.code);
    }

    #[test]
    fn the_deck_has_its_24_lists() {
        assert_eq!(deck().lists().len(), 24);
        let size = |name: &str| list(name).expect(name).terms().len();
        assert_eq!(size("principles"), 10);
        assert_eq!(size("principle_points"), 25);
        assert_eq!(size("factors"), 21);
        assert_eq!(size("traits"), 9);
        assert_eq!(size("partner_kinds"), 28);
        assert_eq!(size("esf_justification"), 4);
        assert_eq!(size("definition_tests"), 7);
    }

    #[test]
    fn every_slide_is_in_a_list_beside_the_table_of_parts() {
        let titles: BTreeSet<u8> =
            list("parts").expect("parts").terms().iter().filter_map(|part| part.title_slide).collect();
        for slide in 1..=33 {
            let beside = deck().slide(slide).filter(|(list, _)| list.name != "parts").count();
            assert!(beside > 0 || titles.contains(&slide), "slide {slide}");
            assert!(deck().slide(slide).count() > 0, "slide {slide} is in no part");
        }
    }

    #[test]
    fn codes_and_words_are_whole() {
        let mut names = BTreeSet::new();
        for list in deck().lists().iter().chain(further().lists()) {
            assert!(names.insert(&list.name), "{} stands twice", list.name);
            assert!(!list.title(Lang::Pl).is_empty() && !list.title(Lang::En).is_empty(), "{}", list.name);
            let codes: BTreeSet<&str> = list.codes().collect();
            assert_eq!(codes.len(), list.terms().len(), "{} has a code twice", list.name);
            for term in list.terms() {
                assert_whole(term, list);
                for point in &term.points {
                    assert!(point.code.starts_with(&format!("{}.", term.code)), "{}", point.code);
                }
            }
        }
    }

    #[test]
    fn every_code_of_the_model_has_its_list() {
        // Ids, profiles and rules are checked against the application and other modules.
        let elsewhere = ["id", "profiles", "rules"];
        for name in crate::model::LISTS.iter().filter(|name| !elsewhere.contains(name)) {
            assert!(list(name).is_some(), "{name}");
        }
    }

    #[test]
    fn closed_sets_are_the_lists_of_their_names() {
        fn closed(shape: &'static Shape) -> Option<(&'static str, &'static [&'static str])> {
            match shape {
                Shape::Closed(name, codes) => Some((*name, *codes)),
                Shape::List(of) | Shape::Map(of) => closed(of),
                Shape::Entity(_) | Shape::Code(_) | Shape::Value(_) => None,
            }
        }
        let entities = Application::ENTITY.all();
        let members = entities.values().flat_map(|entity| entity.members);
        let sets: Vec<_> = members.filter_map(|member| closed(member.shape)).collect();
        assert!(sets.len() > 18, "{sets:?}");
        for (name, codes) in sets {
            let known: BTreeSet<&str> = list(name).expect(name).codes().collect();
            assert_eq!(codes.iter().copied().collect::<BTreeSet<_>>(), known, "{name}");
        }
    }

    #[test]
    fn other_words_for_a_code_hide_none() {
        for list in deck().lists().iter().chain(further().lists()) {
            let mut words: Vec<&String> = list.terms.iter().flat_map(|term| &term.also).collect();
            assert!(words.iter().all(|word| list.get(word).is_none()), "{}", list.name);
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), all, "{}", list.name);
        }
    }

    #[test]
    fn kinds_of_partners_name_known_sectors_and_groups() {
        let known = |name: &str, code: &str| list(name).is_some_and(|list| list.get(code).is_some());
        for kind in list("partner_kinds").expect("partner_kinds").terms() {
            assert!(!kind.sectors.is_empty(), "{}", kind.code);
            assert!(kind.sectors.iter().all(|sector| known("sectors", sector)), "{}", kind.code);
            assert!(kind.group.iter().all(|group| known("main_groups", group)), "{}", kind.code);
        }
        let kinds = list("partner_kinds").expect("partner_kinds").terms();
        assert_eq!(kinds.iter().filter(|kind| !kind.is_from_deck()).count(), 5);
    }
}
