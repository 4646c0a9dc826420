//! Words of closed sets and of the catalogue's lists. In: a scalar's text. Out: the code that it means; what means
//! none, or several, is told with what there is.

use std::borrow::Cow;

use super::error::Error;
use super::faults::fault;
use super::keys::listed;
use super::reader::{Reader, What};
use crate::catalogue::{self, List, Meant, Term};
use crate::diagnostic::{Diagnostic, Patch, Value};
use crate::model::Id;
use crate::words::{fold, nearest};
use crate::yaml::shown;

/// How many words of a set a message lists.
const LISTED: usize = 10;

/// How many letters the names of all words may have that a message lists.
const LETTERS: usize = 400;

/// How a code begins that a call adds to a list, and the lists that it may add to.
pub const OWN: &str = "own_";
const OPEN: [&str; 3] = ["agreement_elements", "annex_kinds", "horizontal_principles"];

/// How many words a message offers for one that may mean each of them.
const OFFERED: usize = 6;

/// Returns the word of a closed set that a text means; the catalogue's list of that name, where there is one,
/// says what else the words are called.
pub(super) fn variant(
    reader: &Reader<'_>,
    name: &str,
    variants: &'static [&'static str],
    text: &str,
) -> Result<&'static str, Error> {
    if let Some(word) = variants.iter().find(|word| **word == text) {
        return Ok(word);
    }
    if let Some(list) = catalogue::list(name) {
        return code(reader, list, text);
    }
    let folded = fold(text);
    if let Some(word) = variants.iter().find(|word| fold(word) == folded) {
        return Ok(word);
    }
    let all = || listed(variants.iter().copied(), LISTED);
    match nearest(text, variants.iter().map(|word| (*word, *word))) {
        Some(meant) => {
            let said = Value::around(["`{0}`"; 2], meant);
            reader
                .tell_all(guess(reader, text, said, Patch::form(reader.span(), meant)).with("words", all()));
            Ok(meant)
        }
        None => Err(reader.tell_all(unknown(reader, text).with("words", all()))),
    }
}

/// Returns the text that a named type is to read: a code as the catalogue writes it, anything else
/// unchanged.
pub(super) fn word<'t>(reader: &Reader<'_>, name: &str, text: &'t str) -> Result<Cow<'t, str>, Error> {
    if name == "id" {
        let text = text.trim();
        return if Id::is_one(text) {
            Ok(Cow::Borrowed(text))
        } else {
            Err(reader.tell("TYPE-38", &[("value", &shown(text))]))
        };
    }
    match catalogue::list(name) {
        // Whether the call has it is for the call's file to say.
        Some(_) if OPEN.contains(&name) && text.starts_with(OWN) => Ok(Cow::Borrowed(text)),
        Some(list) if list.get(text).is_none() => code(reader, list, text).map(Cow::Borrowed),
        _ => Ok(Cow::Borrowed(text)),
    }
}

/// Returns the code of a list that a text means.
fn code(reader: &Reader<'_>, list: &'static List, text: &str) -> Result<&'static str, Error> {
    let found = match list.meant(text) {
        Meant::One(term) => Ok(term),
        Meant::Several(terms) => Err(reader.tell_all(several(reader, text, &terms))),
        Meant::None => guessed(reader, list, text),
    };
    let code = found?.code.as_str();
    if let What::Key(entry) = reader.what {
        reader.reading.rename(entry.span, code);
    }
    Ok(code)
}

/// Returns the term that a text comes near; tells it, or what there is.
fn guessed(reader: &Reader<'_>, list: &'static List, text: &str) -> Result<&'static Term, Error> {
    let words = list.terms().iter().flat_map(|term| {
        let names = [&term.code, &term.pl, &term.en].into_iter().chain(&term.also);
        names.map(move |name| (name.as_str(), term))
    });
    let slip = nearest(text, words);
    let alike = if slip.is_none() { list.much_like(text) } else { Vec::new() };
    let (term, patch) = match (slip, alike.as_slice()) {
        (Some(term), _) => (term, Patch::form(reader.span(), &term.code)),
        (None, [term]) => (*term, Patch::content(reader.span(), &term.code)),
        (None, terms @ [_, ..]) if terms.len() <= OFFERED => {
            return Err(reader.tell_all(several(reader, text, terms)));
        }
        _ => return Err(reader.tell_all(unknown(reader, text).with("words", all(list)))),
    };
    let name = Value::Text(format!("`pakt catalogue {}`", list.name).into());
    reader.tell_all(guess(reader, text, glossed(term), patch).with("words", name));
    Ok(term)
}

fn unknown(reader: &Reader<'_>, text: &str) -> Diagnostic {
    fault("TYPE-37", reader.span(), &[("value", &shown(text))])
}

fn several(reader: &Reader<'_>, text: &str, terms: &[&Term]) -> Diagnostic {
    let words = Value::list(terms.iter().map(|term| glossed(term)));
    fault("TYPE-53", reader.span(), &[("value", &shown(text))]).with("words", words)
}

fn guess(reader: &Reader<'_>, text: &str, meant: Value, patch: Patch) -> Diagnostic {
    let told = fault("TYPE-36", reader.span(), &[("value", &shown(text))]).with("meant", meant);
    Diagnostic { patch: Some(patch), ..told }
}

/// Returns a code with its name for people.
fn glossed(term: &Term) -> Value {
    let code = Value::from(&term.code);
    Value::Phrase(
        ["`{code}` „{name}”", "`{code}` “{name}”"],
        vec![("code", code), ("name", Value::both(|lang| term.label(lang).to_owned()))],
    )
}

/// Returns the codes of a list with their names, the first of many, and where they all are.
fn all(list: &List) -> Value {
    let mut letters = 0;
    let fits = |term: &&Term| {
        letters += term.code.len() + term.pl.chars().count();
        letters <= LETTERS
    };
    let shown: Vec<Value> = list.terms().iter().take(LISTED).take_while(fits).map(glossed).collect();
    let words = match shown.len() == list.terms().len() {
        true => ["{all} (lista: `pakt catalogue {name}`)", "{all} (the list: `pakt catalogue {name}`)"],
        false => [
            "{all}, … (wszystkie pokaże `pakt catalogue {name}`)",
            "{all}, … (for all of them: `pakt catalogue {name}`)",
        ],
    };
    Value::Phrase(words, vec![("all", Value::list(shown)), ("name", Value::from(&list.name))])
}

/// Returns the words of a list that a text joins with commas or „i”; nothing where a part of it means no single one.
pub(super) fn joined<'t>(list: &List, text: &'t str) -> Option<Vec<&'t str>> {
    let parts: Vec<&str> = split(text).collect();
    let means_one = |part: &&str| matches!(list.meant(part), Meant::One(_));
    (parts.len() > 1 && parts.iter().all(means_one)).then_some(parts)
}

/// Splits a text at commas, semicolons and words that join.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', ';', '\n']);
    let joints = [" i ", " oraz ", " and "];
    let parts = joints.iter().fold(parts.collect::<Vec<_>>(), |parts, joint| {
        parts.into_iter().flat_map(|part| part.split(joint)).collect()
    });
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_the_model_names_is_in_the_catalogue() {
        for name in crate::model::LISTS {
            let elsewhere = ["id", "profiles", "rules"].contains(name);
            assert_eq!(catalogue::list(name).is_some(), !elsewhere, "{name}");
        }
    }
}
