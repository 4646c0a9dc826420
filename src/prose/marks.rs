//! The sources that authors name in their texts: `[E4]`. In: texts, `Facts`. Out: `Named`, `Unknown`.

use std::cell::LazyCell;
use std::ops::Range;

use crate::facts::{Facts, Kind};
use crate::typed::{BETWEEN, brackets};
use crate::words::meant;

/// Words between two sources that are no comma.
const JOINED: [&str; 7] = [" i ", " oraz ", " and ", " & ", "–", "-", "/"];

/// Brackets that seem to name a source and name none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown<'text> {
    /// Where they stand in the text.
    pub range: Range<usize>,
    /// The part that is no source's id.
    pub part: &'text str,
    /// The brackets as they may be meant.
    pub meant: Option<String>,
}

/// Returns the sources that a text names, by id.
pub fn named<'text>(facts: &Facts<'_>, text: &'text str) -> Vec<&'text str> {
    let sources = brackets(text).map(|(_, inside)| parts(inside));
    sources.filter(|ids| ids.iter().all(|id| is_source(facts, id))).flatten().collect()
}

/// Returns the brackets of a text that name a source there is not.
pub fn unknown<'text>(facts: &Facts<'_>, text: &'text str) -> Vec<Unknown<'text>> {
    let own = LazyCell::new(|| facts.ids(&[Kind::Evidence]).collect::<Vec<_>>());
    let mut found = Vec::new();
    for (range, inside) in brackets(text) {
        let parts = parts(inside);
        let Some(part) = parts.iter().find(|part| !is_source(facts, part)) else { continue };
        let is_one =
            |part: &&str| is_like(&own, part) || pieces(part).iter().any(|piece| is_like(&own, piece));
        if parts.iter().any(is_one) {
            found.push(Unknown { range, part, meant: read_as(&own, &parts) });
        }
    }
    found
}

fn is_source(facts: &Facts<'_>, id: &str) -> bool {
    facts.source(id).is_some()
}

fn parts(inside: &str) -> Vec<&str> {
    inside.split(BETWEEN).map(str::trim).collect()
}

/// Splits `E1 i E4` and `E1–E3`.
fn pieces(part: &str) -> Vec<&str> {
    let joined = JOINED.iter().find(|word| part.contains(*word));
    joined.map_or_else(|| vec![part], |word| part.split(word).map(str::trim).collect())
}

/// Tells whether words are written as the ids of sources are: `E9` beside `E4`, `[e4]`, a slip of an id in words.
fn is_like(own: &[&str], words: &str) -> bool {
    let is_word =
        words.len() > 3 && words.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'));
    let shape = shape(words);
    match own {
        [] => shape == "e9",
        _ => {
            own.iter().any(|id| self::shape(id) == shape)
                || is_word && meant(words, own.iter().copied()).is_some()
        }
    }
}

/// Returns the letters of an id, small, with a digit for each number.
fn shape(id: &str) -> String {
    let mut shape = String::new();
    for sign in id.chars().filter(|sign| !sign.is_whitespace()).flat_map(char::to_lowercase) {
        let sign = if sign.is_ascii_digit() { '9' } else { sign };
        if sign != '9' || !shape.ends_with('9') {
            shape.push(sign);
        }
    }
    shape
}

/// Returns the brackets with the ids that may be meant; `None` where one of them is anybody's guess.
fn read_as(own: &[&str], parts: &[&str]) -> Option<String> {
    let plain = |id: &str| id.to_lowercase().replace(char::is_whitespace, "");
    let id = |piece: &str| {
        let same = own.iter().copied().find(|id| plain(id) == plain(piece));
        same.or_else(|| meant(piece, own.iter().copied()))
    };
    let mut ids = Vec::new();
    for part in parts {
        match id(part) {
            Some(id) => ids.push(id),
            // What lies between the ends of a range is for the author to say.
            None if part.contains(['–', '-']) => return None,
            None => ids.extend(pieces(part).into_iter().map(id).collect::<Option<Vec<_>>>()?),
        }
    }
    Some(format!("[{}]", ids.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Application;

    fn told(ids: &str, text: &str) -> Vec<(String, Option<String>)> {
        let yaml = format!("diagnosis: {{evidence: [{ids}]}}");
        let application: Application = serde_yaml::from_str(&yaml).expect(&yaml);
        let found = unknown(&Facts::of(&application), text);
        let shown = |found: Unknown<'_>| (found.part.to_owned(), found.meant);
        found.into_iter().map(shown).collect()
    }

    #[test]
    fn brackets_that_seem_to_name_a_source_are_told() {
        let ids = "{id: E1}, {id: E4}, {id: E5}, {id: bdl-2024}, {id: ankieta}";
        for (text, part, meant) in [
            ("osób [E9].", "E9", None),
            ("osób [e4].", "e4", Some("[E4]")),
            ("osób [E 4].", "E 4", Some("[E4]")),
            ("osób [E1, E44]", "E44", None),
            ("osób [E1 i E4]", "E1 i E4", Some("[E1, E4]")),
            ("osób [E1–E5]", "E1–E5", None),
            ("osób [E1, s. 12]", "s. 12", None),
            ("osób [bdl-2025]", "bdl-2025", Some("[bdl-2024]")),
            ("osób [ankeita]", "ankeita", Some("[ankieta]")),
            ("osób [E1][E7]", "E7", None),
        ] {
            assert_eq!(told(ids, text), [(part.to_owned(), meant.map(str::to_owned))], "{text}");
        }
    }

    #[test]
    fn other_brackets_are_the_authors() {
        let ids = "{id: E1}, {id: E4}";
        for text in [
            "[E1] i [E4]",
            "[1]",
            "[…]",
            "[kwota]",
            "[A1]",
            "[N2]",
            "[E1](https://x.pl)",
            "\\[E9]",
            "[sic!]",
            "[pl]",
            "[x]",
            "tabela [m²]",
            "[^E9]",
            "[]",
            "[2027]",
            "E9",
        ] {
            assert_eq!(told(ids, text), [], "{text}");
        }
        assert_eq!(told("", "[E1]").len(), 1);
        assert_eq!(told("{id: Z1}", "[E120]"), []);
    }
}
