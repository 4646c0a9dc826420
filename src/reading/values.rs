//! Single values: yes or no, words of a closed set, codes of the catalogue, ids. In: a scalar's text.
//! Out: what was meant, with the fault told where it is not what was written.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::error::Error;
use super::faults::fault;
use super::keys::{Keys, is_id, listed};
use super::reader::{Around, Path, Reader};
use super::shapes;
use crate::catalogue::{self, List, Term};
use crate::diagnostic::{self, Diagnostic, Level, Patch, Place, Span};
use crate::source::{Node, Style, Value, is_shown};
use crate::units::{self, Date, Number};
use crate::words::{fold, nearest, plain};
use crate::yaml::{kind, shown};

/// The years in which days of applications lie: from the first local self-government to the end of the century.
const YEARS: RangeInclusive<i16> = 1990..=2100;

/// How many words of a set a message lists.
const LISTED: usize = 10;

/// Tells that fields belong where something else stands.
pub(super) fn no_fields(reader: &Reader<'_>, node: &Node, name: &str, fields: &'static [&'static str]) {
    if reader.told {
        return;
    }
    let fields = listed(Keys::of(name, fields).all(), 8);
    let fields = if fields.is_empty() { "`…: …`".to_owned() } else { fields };
    reader.tell_all(fault("TYPE-32", reader.span(), &[("fields", &fields)]).with("found", kind(&node.value)));
}

/// Tells that a list belongs where one value stands, and returns the list that was meant.
pub(super) fn no_list(reader: &Reader<'_>, node: &Node) -> Vec<Node> {
    let mut finding = fault("TYPE-31", reader.span(), &[]).with("found", kind(&node.value));
    let Value::Scalar { text, style } = &node.value else {
        // A dash without a space behind it is told of where the fields are read.
        let dashed = matches!(&node.value, Value::Map(entries) if entries.iter().any(|entry| entry.key.starts_with('-')));
        if !dashed {
            finding.patch = shapes::only_entry(reader, node);
            reader.tell_all(finding);
            reader.reading.reshape(node.span, Value::List(vec![node.clone()]));
        }
        return vec![node.clone()];
    };
    // Only words are split; a comma in a text may be just a comma.
    let is_word =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "._-".contains(c));
    let words: Vec<&str> = text.split(',').map(str::trim).collect();
    // Ids are parted by other signs and words as well: `O2 i O1`.
    let ids: Vec<&str> =
        text.split([' ', ',', ';']).filter(|part| !["", "i", "oraz", "and"].contains(part)).collect();
    let words = if ids.len() > 1 && ids.iter().all(|id| is_id(id)) { ids } else { words };
    let split = words.len() > 1 && *style == Style::Plain && words.iter().all(|word| is_word(word));
    let patch = if split { words.join(", ") } else { text.clone() };
    let text_of =
        |text: &str| Node { span: node.span, value: Value::Scalar { text: text.to_owned(), style: *style } };
    let items = if split { words.into_iter().map(text_of).collect() } else { vec![node.clone()] };
    if *style == Style::Plain && (split || is_word(text)) {
        finding.patch = Some(Patch::form(node.span, format!("[{patch}]")));
    }
    reader.tell_all(finding);
    items
}

/// Reads the list that was meant, and takes back the patch that shows it where its entries are no good.
pub(super) fn patched<T>(reader: &Reader<'_>, read: impl FnOnce() -> T) -> T {
    let before = reader.reading.findings.borrow().0.len();
    let list = read();
    let mut findings = reader.reading.findings.borrow_mut();
    let (told, more) = findings.0.split_at_mut(before);
    let last = told.last_mut().filter(|told| told.code == "TYPE-31" && told.span == Some(reader.span()));
    if let Some(last) = last.filter(|_| more.iter().any(|fault| fault.patch.is_none())) {
        last.patch = None;
    }
    list
}

/// Returns yes or no; words for them are read as meant, with a warning.
pub(super) fn yes_or_no(reader: &Reader<'_>, text: &str) -> Result<bool, Error> {
    match text {
        "true" => return Ok(true),
        "false" => return Ok(false),
        _ => {}
    }
    let meant = match fold(text).as_ref() {
        "tak" | "t" | "yes" | "y" | "on" | "1" | "prawda" | "true" | "x" => true,
        "nie" | "n" | "no" | "off" | "0" | "falsz" | "false" => false,
        _ => return Err(reader.tell("TYPE-34", &[("value", &shown(text))])),
    };
    let word = if meant { "true" } else { "false" };
    let values = [("value", text), ("meant", word)];
    tell_meant(reader, fault("TYPE-35", reader.span(), &values), word);
    Ok(meant)
}

/// Passes a text on; warns of signs in it that no document can show, which the context leaves out.
pub(super) fn shown_whole<'t>(reader: &Reader<'_>, text: &'t str) -> &'t str {
    // As good as every text is without: bytes are looked at before signs.
    let is_rare = |byte: u8| matches!(byte, 0..=8 | 11 | 12 | 14..=31 | 0x7f | 0xc2 | 0xef..);
    let mut signs = text.chars().filter(|sign| !is_shown(*sign));
    if text.bytes().any(is_rare)
        && let Some(sign) = signs.next()
    {
        reader.tell("TYPE-41", &[("code", &format!("U+{:04X}", u32::from(sign)))]);
    }
    text
}

/// Returns the word of a closed set that a text means; the catalogue's list of that name, where there is one,
/// says what else the words are called.
pub(super) fn variant(
    reader: &Reader<'_>,
    name: &str,
    variants: &'static [&'static str],
    text: &str,
) -> Result<&'static str, Error> {
    let folded = fold(text);
    let terms = catalogue::list(name).map_or(&[][..], List::terms);
    let also = |word: &str| terms.iter().find(|term| term.code == word).map_or(&[][..], |term| &term.also);
    let words = || {
        variants.iter().flat_map(|word| {
            std::iter::once(*word).chain(also(word).iter().map(String::as_str)).map(move |own| (own, *word))
        })
    };
    if let Some((_, word)) = words().find(|(own, _)| fold(own) == folded) {
        return Ok(word);
    }
    let all = listed(words().map(|(own, _)| own), LISTED);
    let everyday = everyday(terms, &folded).and_then(|code| variants.iter().find(|word| **word == code));
    no_word(reader, text, everyday.copied().or_else(|| nearest(text, words())), all.into())
}

/// Returns the code that an everyday word stands for.
fn everyday<'t>(terms: &'t [Term], folded: &str) -> Option<&'t str> {
    let is = |term: &&Term| term.everyday.iter().any(|word| fold(word) == folded);
    terms.iter().find(is).map(|term| term.code.as_str())
}

/// Returns the text that a named type is to read: a code as the catalogue writes it, anything else
/// unchanged.
pub(super) fn word<'t>(reader: &Reader<'_>, name: &str, text: &'t str) -> Result<Cow<'t, str>, Error> {
    if name == "id" {
        let text = text.trim();
        return if is_id(text) {
            Ok(Cow::Borrowed(text))
        } else {
            Err(reader.tell("TYPE-38", &[("value", &shown(text))]))
        };
    }
    let Some(list) = catalogue::list(name) else { return Ok(Cow::Borrowed(text)) };
    if list.get(text).is_some() {
        return Ok(Cow::Borrowed(text));
    }
    if let Some(code) = list.codes().find(|code| fold(code) == fold(text)) {
        return Ok(Cow::Borrowed(code));
    }
    let words = list.terms().iter().flat_map(|term| {
        [term.code.as_str(), term.pl.as_str(), term.en.as_str()].map(|word| (word, term.code.as_str()))
    });
    let all = listed(list.codes(), LISTED);
    let meant = everyday(list.terms(), &fold(text)).or_else(|| nearest(text, words));
    let all = if list.terms().len() > LISTED {
        let every = [
            "{all} (wszystkie pokaże `pakt catalogue {name}`)",
            "{all} (for all of them: `pakt catalogue {name}`)",
        ];
        diagnostic::Value::Phrase(every, vec![("all", all.into()), ("name", name.into())])
    } else {
        all.into()
    };
    no_word(reader, text, meant, all).map(Cow::Borrowed)
}

/// Tells that a word is not of its set; returns the one that was meant, if that is plain.
fn no_word<'w>(
    reader: &Reader<'_>,
    text: &str,
    found: Option<&'w str>,
    all: diagnostic::Value,
) -> Result<&'w str, Error> {
    let told = |code| fault(code, reader.span(), &[("value", &shown(text))]).with("words", all);
    let Some(meant) = found else { return Err(reader.tell_all(told("TYPE-37"))) };
    tell_meant(reader, told("TYPE-36").with("meant", meant), meant);
    Ok(meant)
}

fn tell_meant(reader: &Reader<'_>, mut finding: Diagnostic, meant: &str) {
    finding.patch = Some(Patch::form(reader.span(), meant));
    reader.tell_all(finding);
}

/// Tells of a day in a year that hardly anybody means; the day is read as it stands.
pub(super) fn year_in_doubt(reader: &Reader<'_>, text: &str) {
    let Some(date) = Date::parse(text).ok().filter(|date| !YEARS.contains(&date.year())) else { return };
    reader.tell_all(fault("TYPE-40", reader.span(), &[("value", &shown(text))]).with("day", date));
}

/// Tells what a unit's reader said of a text.
pub(super) fn said(reader: &Reader<'_>, text: &str) -> Error {
    let Some(found) = units::Fault::decode(text) else {
        return reader.tell("TYPE-30", &[("what", &shown(text))]);
    };
    let mut finding = told(found, reader.span());
    let text = reader.text().unwrap_or_default();
    finding.patch = finding.patch.filter(|_| !is_of_other_unit(reader, text)).or_else(|| share(reader, text));
    reader.tell_all(finding)
}

/// Tells whether a text counts in other units of time than its field: „14 dni” where months are meant.
fn is_of_other_unit(reader: &Reader<'_>, text: &str) -> bool {
    const UNITS: [(&str, &[&str]); 4] = [
        ("months", &["mies", "m-c", "month"]),
        ("days", &["dni", "dzien", "day"]),
        ("hours", &["godz", "hour"]),
        ("", &["lat", "rok", "rocz", "tyg", "kwart", "year", "week", "quarter"]),
    ];
    let Path::Key(_, field) = reader.path else { return false };
    let text = plain(text);
    let holds = |stems: &[&str]| {
        text.split(|sign: char| !sign.is_alphanumeric() && sign != '-')
            .any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    let own = UNITS.iter().position(|(unit, _)| !unit.is_empty() && field.contains(unit));
    own.is_some_and(|own| UNITS.iter().enumerate().any(|(at, (_, stems))| at != own && holds(stems)))
}

/// Returns the number that a share is meant to be: itself where the unit beside it is per cent, else its part of the
/// whole that stands beside it.
fn share(reader: &Reader<'_>, text: &str) -> Option<Patch> {
    let bare = text.trim().strip_suffix('%')?.trim_end();
    let share = Number::parse(bare).ok()?;
    let Around::Entries(entries) = reader.around else { return None };
    let beside = |field: &str| {
        let entry = entries.iter().find(|entry| Keys::means(&entry.key, field))?;
        match &entry.node.value {
            Value::Scalar { text, .. } => Some(text.trim()),
            _ => None,
        }
    };
    if beside("unit").is_some_and(|unit| unit.starts_with('%') || fold(unit).starts_with("proc")) {
        return Some(Patch::form(reader.span(), bare));
    }
    let Path::Key(_, "women" | "men") = reader.path else { return None };
    let whole = Number::parse(beside("target").or_else(|| beside("total"))?).ok()?;
    let part = share.decimal().checked_mul(whole.decimal())? / Decimal::ONE_HUNDRED;
    part.is_integer().then(|| Patch::content(reader.span(), part.normalize().to_string()))
}

/// Returns the finding that a unit's fault is.
fn told(found: units::Fault, span: Span) -> Diagnostic {
    let suggestion = found.suggestion.iter().map(|text| ("suggestion", text.clone()));
    let values = found.values.into_iter().chain(suggestion).map(|(name, value)| (name, value.into()));
    Diagnostic {
        code: found.code,
        level: Level::Error,
        place: Place::root(),
        span: Some(span),
        part: None,
        also: Vec::new(),
        values: values.collect(),
        patch: found
            .suggestion
            .map(|text| if found.says_less { Patch::content(span, text) } else { Patch::form(span, text) }),
    }
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

    #[test]
    fn a_day_in_a_year_that_nobody_means_is_doubted_and_read() {
        for (day, told) in
            [("9999-12-31", 1), ("0000-01-01", 1), ("1989-12-31", 1), ("1990-01-01", 0), ("2100-12-31", 0)]
        {
            let bytes = format!("schedule: {{to: {day}}}\n").into_bytes();
            let input = crate::yaml::Input { name: "pakt.yaml".to_owned(), bytes };
            let loaded = crate::joining::load(vec![input], &Nothing);
            let found = loaded.findings.0.iter();
            let found: Vec<_> = found.map(|one| (one.code, one.level, one.place.to_string())).collect();
            assert_eq!(found, vec![("TYPE-40", Level::Warning, "schedule/to".to_owned()); told], "{day}");
            let read = loaded.application.schedule.to.copied().map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(day));
        }
    }

    struct Nothing;

    impl crate::joining::Files for Nothing {
        fn read(&self, path: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
            Err(path.into())
        }
    }

    #[test]
    fn ids_are_a_letter_and_a_number() {
        for id in ["N1", "S2.1", "P12"] {
            assert!(is_id(id), "{id}");
        }
        for other in ["n1", "N", "1", "N1.", "N1.a", "N-1", "Ł1", "NN1", ""] {
            assert!(!is_id(other), "{other}");
        }
    }
}
