//! Which texts an application has in which language. In: an application. Out: `Languages`, as text,
//! Markdown or data.

use std::fmt::Write as _;

use serde::Serialize;

use crate::described::{Step, View, visit};
use crate::diagnostic::Place;
use crate::lang::{Lang, Noun};
use crate::model::Application;

/// The texts of an application by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Languages {
    /// How many texts there are, in any language.
    pub texts: usize,
    /// A language each: those of the documents.
    pub languages: Vec<Coverage>,
}

/// The texts of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The language.
    pub lang: Lang,
    /// How many texts it has.
    pub given: usize,
    /// Where those stand that it lacks, in the order of the application.
    pub missing: Vec<Place>,
}

/// Finds the texts that are missing in the languages of the documents; in both, where the application
/// names one language or none. What has no letters is the same in every language.
pub fn languages(application: &Application) -> Languages {
    let meta = &application.meta;
    let main = meta.lang.copied().unwrap_or_default();
    let asked: Vec<Lang> = Lang::ALL.into_iter().filter(|lang| meta.languages.contains(lang)).collect();
    let asked = if asked.len() > 1 { asked } else { Lang::ALL.to_vec() };
    let mut texts = Vec::new();
    visit(application, &mut |spot| {
        if let View::Text(text, _) = spot.view {
            let says =
                |lang: &Lang| text.in_lang(*lang, main).is_some_and(|own| own.contains(char::is_alphabetic));
            let given: Vec<Lang> = Lang::ALL.into_iter().filter(says).collect();
            if !given.is_empty() {
                texts.push((spot.place(), given));
            }
        }
        Step::Into
    });
    let coverage = |lang: Lang| {
        let missing: Vec<Place> = texts
            .iter()
            .filter(|(_, given)| !given.contains(&lang))
            .map(|(place, _)| place.clone())
            .collect();
        Coverage { lang, given: texts.len() - missing.len(), missing }
    };
    Languages { texts: texts.len(), languages: asked.into_iter().map(coverage).collect() }
}

/// Returns the coverage as text; `at` says where a place stands: `needs.yaml:12`.
pub fn languages_text(name: &str, found: &Languages, lang: Lang, at: &dyn Fn(&Place) -> String) -> String {
    let mut out = format!("{name}\n");
    for own in &found.languages {
        let head = head(own, found.texts, lang);
        // Writing into a string cannot fail.
        let _ = writeln!(out, "  {}: {head}", own.lang.code());
        for place in &own.missing {
            let _ = writeln!(out, "    {}  {place}", at(place));
        }
    }
    out
}

/// Returns the coverage as a Markdown list of tasks.
pub fn languages_markdown(
    name: &str,
    found: &Languages,
    lang: Lang,
    at: &dyn Fn(&Place) -> String,
) -> String {
    let mut out = format!("## {name}\n");
    for own in &found.languages {
        let _ = write!(out, "\n### {}\n\n{}\n", own.lang.code(), head(own, found.texts, lang));
        for (number, place) in own.missing.iter().enumerate() {
            let gap = if number == 0 { "\n" } else { "" };
            let _ = writeln!(out, "{gap}- [ ] `{place}` ({})", at(place));
        }
    }
    out
}

fn head(own: &Coverage, texts: usize, lang: Lang) -> String {
    let of_all = lang.counted(texts as u64, Noun(["tekstu", "tekstów", "tekstów"], ["text", "texts"]));
    let given = own.given;
    match (lang, own.missing.len()) {
        (Lang::Pl, 0) => format!("{given} z {of_all}, komplet"),
        (Lang::Pl, missing) => format!("{given} z {of_all}, brakuje {missing}"),
        (Lang::En, 0) => format!("{given} of {of_all}, complete"),
        (Lang::En, missing) => format!("{given} of {of_all}, {missing} missing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_missing_where_a_language_has_no_words() {
        let text = "meta: {lang: pl, title: {pl: Praca, en: Work}, summary: Po polsku.}\n\
            area: {name: {pl: gmina, en: ' '}}\nindicators: [{id: I1, unit: '%'}]";
        let application: Application = serde_yaml::from_str(text).expect("an application");
        let found = languages(&application);
        let missing = |own: &Coverage| own.missing.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(found.texts, 3);
        assert_eq!(missing(&found.languages[0]), [""; 0]);
        assert_eq!(missing(&found.languages[1]), ["meta/summary", "area/name"]);
        let at = |place: &Place| format!("pakt.yaml:{}", place.steps().len());
        let shown = languages_text("x", &found, Lang::Pl, &at);
        assert!(shown.contains("  pl: 3 z 3 tekstów, komplet\n  en: 1 z 3 tekstów, brakuje 2\n"), "{shown}");
        let tasks = languages_markdown("x", &found, Lang::En, &at);
        assert!(tasks.contains("1 of 3 texts, 2 missing\n\n- [ ] `meta/summary` (pakt.yaml:2)\n"), "{tasks}");
    }
}
