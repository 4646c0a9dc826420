//! Single values: yes or no, texts, units. In: a scalar's text. Out: what was meant, with the fault told where it is not
//! what was written.

use rust_decimal::Decimal;

use super::error::Error;
use super::faults::fault;
use super::keys::{Keys, listed};
use super::reader::{Around, Path, Reader};
use crate::diagnostic::{Diagnostic, Level, Patch, Place, Span};
use crate::source::{Node, Value, is_shown};
use crate::units::{self, Number};
use crate::words::{fold, plain};
use crate::yaml::{kind, shown};

/// Tells that fields belong where something else stands.
pub(super) fn no_fields(reader: &Reader<'_>, node: &Node, name: &str, fields: &'static [&'static str]) {
    if reader.told {
        return;
    }
    let fields = listed(Keys::of(name, fields).all(), 8);
    let fields = if fields.is_empty() { "`…: …`".to_owned() } else { fields };
    reader.tell_all(fault("TYPE-32", reader.span(), &[("fields", &fields)]).with("found", kind(&node.value)));
}

/// Returns yes or no, in words of either language as well.
pub(super) fn yes_or_no(reader: &Reader<'_>, text: &str) -> Result<bool, Error> {
    match fold(units::unquoted(text).unwrap_or(text)).as_ref() {
        "true" | "tak" | "t" | "yes" | "y" | "on" | "1" | "prawda" | "x" => Ok(true),
        "false" | "nie" | "n" | "no" | "off" | "0" | "falsz" => Ok(false),
        _ => Err(reader.tell("TYPE-34", &[("value", &shown(text))])),
    }
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
        gaps: Vec::new(),
        patch: found
            .suggestion
            .map(|text| if found.says_less { Patch::content(span, text) } else { Patch::form(span, text) }),
    }
}
