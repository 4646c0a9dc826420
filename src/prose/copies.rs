//! Sentences that stand in two narratives. In: an application. Out: `Copy`s.

use std::collections::HashMap;
use std::ops::Range;

use super::sentences::{offset, split};
use crate::described::{Entry as _, Markup, Step, View, visit};
use crate::diagnostic::Place;
use crate::model::{Alignment, Application};

/// Shorter sentences agree by chance.
pub(super) const SHORTEST: usize = 60;

/// A sentence that stands in another narrative as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The later narrative.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Where the sentence stands in it, in bytes.
    pub range: Range<usize>,
    /// The earlier narrative.
    pub also: Place,
}

/// Where a sentence stands first.
struct First {
    place: Place,
    /// The entry it belongs to.
    owner: Option<Place>,
    of_alignment: bool,
}

/// Returns the sentences that stand in narratives of two entries, each narrative once.
pub fn copies(application: &Application) -> Vec<Copy> {
    let mut known: HashMap<String, First> = HashMap::new();
    let mut found = Vec::new();
    visit(application, &mut |spot| {
        // A field of the portal's form says again what the application says.
        if spot.member().is_some_and(|member| member.form_only) {
            return Step::Over;
        }
        let View::Text(_, Markup::Prose) = spot.view else { return Step::Into };
        let of_alignment = spot.field.is_some_and(|(entity, _)| entity.name == Alignment::ENTITY.name);
        for (lang, text) in spot.words().into_iter().filter(|(_, text)| text.len() >= SHORTEST) {
            let mut is_told = false;
            for sentence in split(text) {
                let key = words(sentence);
                if key.len() < SHORTEST {
                    continue;
                }
                let owner = spot.place().parent();
                // A shorter version says in part what the longer one beside it says; of arguments ALIGN-04 tells.
                let is_other = |first: &&First| first.owner != owner && !(first.of_alignment && of_alignment);
                match known.get(&key) {
                    Some(first) => {
                        if Some(first).filter(is_other).is_some() && !is_told {
                            is_told = true;
                            let from = offset(text, sentence);
                            found.push(Copy {
                                place: spot.place_of(lang),
                                text: text.to_owned(),
                                range: from..from + sentence.len(),
                                also: first.place.clone(),
                            });
                        }
                    }
                    None => _ = known.insert(key, First { place: spot.place_of(lang), owner, of_alignment }),
                }
            }
        }
        Step::Into
    });
    found
}

/// Returns the words of a sentence in small letters, one space apart.
pub(super) fn words(sentence: &str) -> String {
    let mut joined = String::with_capacity(sentence.len());
    for word in sentence.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.extend(word.chars().flat_map(char::to_lowercase));
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(yaml: &str) -> Vec<String> {
        let application: Application = serde_yaml::from_str(yaml).expect(yaml);
        copies(&application).iter().map(|copy| format!("{} = {}", copy.place, copy.also)).collect()
    }

    #[test]
    fn a_sentence_of_two_needs_is_found_once() {
        let own = "Zakłady odrzucają zlecenia, bo nie mają pracowników z kwalifikacjami.";
        let yaml = format!(
            "diagnosis:\n  needs:\n    - {{id: N1, description: '{own} Nikt ich nie uczy.'}}\n    \
             - {{id: N2, description: 'Inaczej jest tu. {own}'}}\n"
        );
        assert_eq!(told(&yaml), ["diagnosis/needs/1/description = diagnosis/needs/0/description"]);
    }

    #[test]
    fn a_shorter_version_and_short_sentences_are_none() {
        let own = "Projekt otwiera dostęp do zatrudnienia osobom, którym samo pośrednictwo nie pomaga.";
        for yaml in [
            format!("alignments: [{{id: L1, argument: '{own} I mierzy to.', short: '{own}'}}]"),
            "diagnosis: {needs: [{id: N1, description: To jest problem.}, {id: N2, description: To jest problem.}]}"
                .to_owned(),
        ] {
            assert_eq!(told(&yaml), [""; 0], "{yaml}");
        }
    }
}
