//! The skeleton that `pakt new` writes. In: what is to be made, answers. Out: YAML with a comment at each field.
//!
//! One text a language, `skeleton/pl.yaml` and `en.yaml`. Behind `#@` a line says for what it and all below it stand:
//! `letter`, `pact`, `bid`; a line without stands for all; `only` keeps it out where everything is wanted.

use crate::diagnostic::fill;
use crate::lang::Lang;

/// What somebody wants to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// A letter of intent.
    Letter,
    /// A Local Employment Pact.
    Pact,
    /// A bid for money of the ESF.
    Bid,
    /// All of it.
    All,
}

impl Aim {
    pub(super) const ALL: [Self; 4] = [Self::Letter, Self::Pact, Self::Bid, Self::All];

    /// Returns the word of the command line.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Pact => "pact",
            Self::Bid => "bid",
            Self::All => "all",
        }
    }

    /// Returns what people call it.
    pub(super) fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Letter => lang.pick("list intencyjny", "a letter of intent"),
            Self::Pact => lang.pick("lokalny pakt na rzecz zatrudnienia", "a Local Employment Pact"),
            Self::Bid => lang.pick("wniosek EFS+", "an ESF+ bid"),
            Self::All => lang.pick("wszystko", "all of it"),
        }
    }

    /// Returns the documents that are wanted, by the names of the language.
    fn papers(self, lang: Lang) -> Vec<&'static str> {
        const LETTER: [&str; 2] = ["list-intencyjny", "letter-of-intent"];
        const PACT: [&str; 2] = ["lokalny-pakt-na-rzecz-zatrudnienia", "employment-pact"];
        const BID: [[&str; 2]; 4] = [
            ["uzasadnienie-projektu-i-partnerstwa", "esf-justification"],
            ["umowa-o-partnerstwie", "partnership-agreement"],
            ["streszczenie", "summary"],
            ["portal", "portal"],
        ];
        let names = match self {
            Self::Letter => vec![LETTER],
            Self::Pact => vec![PACT],
            Self::Bid => BID.to_vec(),
            Self::All => [LETTER, PACT].into_iter().chain(BID).collect(),
        };
        names.into_iter().map(|[pl, en]| lang.pick(pl, en)).collect()
    }

    fn takes(self, tags: &str) -> bool {
        let mut tags = tags.split_whitespace();
        match self {
            Self::All => !tags.any(|tag| tag == "only"),
            one => tags.any(|tag| tag == one.code()),
        }
    }
}

/// Returns the skeleton; `answers` fill its names.
pub(super) fn skeleton(lang: Lang, aim: Aim, answers: &[(&str, &str)]) -> String {
    let template = lang.pick(include_str!("skeleton/pl.yaml"), include_str!("skeleton/en.yaml"));
    let papers: String = aim.papers(lang).iter().map(|paper| format!("  {paper}: {{}}\n")).collect();
    let mut values = answers.to_vec();
    values.push(("papers", papers.trim_end()));
    let text = fill(&chosen(template, aim), &values);
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Keeps the lines that stand for an aim, without what says so.
fn chosen(template: &str, aim: Aim) -> String {
    /// Where comments stand.
    const COLUMN: usize = 34;
    let mut text = String::new();
    // The indent of the line that is left out, with all that lies deeper.
    let mut out: Option<usize> = None;
    let mut comments = String::new();
    for line in template.lines() {
        let indent = line.len() - line.trim_start().len();
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            comments.push_str(line);
            comments.push('\n');
            continue;
        }
        if out.is_some_and(|outer| indent > outer) {
            comments.clear();
            continue;
        }
        let (words, tags, comment) = parts(line);
        out = (!tags.is_empty() && !aim.takes(tags)).then_some(indent);
        // A heading of a part of which nothing is left goes with the next one.
        if out.is_none() {
            text.push_str(&kept(&comments));
            let gap = " ".repeat(COLUMN.saturating_sub(words.chars().count()).max(2));
            let comment = if comment.is_empty() { String::new() } else { format!("{gap}# {comment}") };
            text.push_str(&format!("{words}{comment}\n"));
            comments.clear();
        }
    }
    text
}

/// Returns a line's words, what it stands for, and its comment.
fn parts(line: &str) -> (&str, &str, &str) {
    let (words, rest) = line.split_once('#').unwrap_or((line, ""));
    let (tags, comment) = match rest.strip_prefix('@') {
        Some(rest) => rest.split_once('#').unwrap_or((rest, "")),
        None => ("", rest),
    };
    (words.trim_end(), tags.trim(), comment.trim())
}

/// Of the comments before a line, returns the last heading and what follows it.
fn kept(comments: &str) -> String {
    let from = comments.rfind("# ──").unwrap_or_default();
    let gap = if from > 0 { "\n" } else { "" };
    let end = comments[from..].trim_end_matches('\n');
    let below = if comments.ends_with("\n\n") { "\n\n" } else { "\n" };
    if end.is_empty() { comments.chars().take(1).collect() } else { format!("{gap}{end}{below}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::described::Entry as _;
    use crate::model::Application;
    use crate::reading::Keys;

    fn filled(lang: Lang, aim: Aim) -> String {
        let names = ["file", "schema", "title", "date", "profile", "partnership", "lead", "area"];
        skeleton(lang, aim, &names.map(|name| (name, "x")))
    }

    #[test]
    fn each_aim_has_its_fields_and_no_other() {
        for lang in Lang::ALL {
            for aim in Aim::ALL {
                let text = filled(lang, aim);
                let read: serde_yaml::Mapping =
                    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{aim:?}: {error}\n{text}"));
                let section = |name: &str| {
                    read.keys().any(|key| {
                        let key = key.as_str().unwrap_or_default();
                        key == name || Keys::Described(Application::ENTITY).field(key) == Some(name)
                    })
                };
                assert!(section("papers") && section("partners") && section("objectives"), "{text}");
                assert_eq!(section("pact"), matches!(aim, Aim::Pact | Aim::All), "{lang:?} {aim:?}");
                assert_eq!(section("gender"), matches!(aim, Aim::Bid | Aim::All), "{lang:?} {aim:?}");
                assert_eq!(section("indicators"), aim != Aim::Letter, "{lang:?} {aim:?}");
                assert!(!text.contains("#@"), "{text}");
                assert!(!text.contains("\n\n\n"), "{text}");
                // One-line braces trap whoever types a comma; the words of papers alone stand so.
                assert!(text.lines().all(|line| !line.contains('{') || line.ends_with(": {}")), "{text}");
            }
        }
    }

    #[test]
    fn both_languages_ask_for_the_same() {
        for aim in Aim::ALL {
            let [pl, en] = Lang::ALL.map(|lang| filled(lang, aim).lines().count());
            assert_eq!(pl, en, "{aim:?}");
        }
    }
}
