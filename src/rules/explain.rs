//! Answers to "why?". In: a code. Out: what `pakt explain` prints.

use std::fmt::Write;

use super::{Rule, rule, words};
use crate::diagnostic::{Entry, Level, Table, fill};
use crate::lang::Lang;
use crate::load;
use crate::profile;
use crate::units;

/// Returns the explanation of a rule, or of a fault of form or values, in one language; `None` for an unknown code.
pub fn explain(code: &str, lang: Lang) -> Option<String> {
    let code = code.trim().to_uppercase();
    match (rule(&code), words(&code)) {
        (Some(rule), Some(entry)) => Some(text(entry, Some(rule), lang)),
        _ => tables().find_map(|table| table.get(&code)).map(|entry| text(entry, None, lang)),
    }
}

/// Returns the explanation of a fault that is no rule's, from its words.
pub fn explain_fault(entry: &Entry, lang: Lang) -> String {
    text(entry, None, lang)
}

/// Returns all codes that [`explain`] knows: rules first, in their order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    let others = tables().flat_map(|table| table.entries()).map(|entry| entry.code.as_str());
    super::registry().map(|rule| rule.code).chain(others)
}

/// Returns the words of faults that are no rules: of form and of values.
fn tables() -> impl Iterator<Item = &'static Table> {
    [load::words(), units::Fault::words()].into_iter()
}

fn text(entry: &Entry, rule: Option<&Rule>, lang: Lang) -> String {
    let mut text = format!("{} {}\n\n{}\n", entry.code, entry.name, fill(entry.message(lang), &[]));
    let mut part = |pl: &str, en: &str, words: &str| {
        if !words.is_empty() {
            // Writing into a string cannot fail.
            let _ = write!(text, "\n{}: {words}\n", lang.pick(pl, en));
        }
    };
    part("Co zrobić", "What to do", &fill(entry.help(lang), &[]));
    part("Dlaczego", "Why", entry.why(lang));
    part("Podstawa", "Basis", entry.basis(lang));
    part(
        "Poziom",
        "Level",
        &rule.map_or_else(|| name(Some(Level::Error), lang).to_owned(), |rule| levels(rule, lang)),
    );
    for example in &entry.examples {
        let head = match example.info.as_str() {
            "yaml fails" => lang.pick("Źle", "Wrong"),
            _ => lang.pick("Dobrze", "Right"),
        };
        let _ = write!(text, "\n{head}:\n\n");
        for line in example.text.lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

/// Returns the rule's own level and that of every profile which sets another.
fn levels(rule: &Rule, lang: Lang) -> String {
    let mut text = name(Some(rule.level), lang).to_owned();
    for profile in profile::ids().filter_map(profile::named) {
        let level = profile.level(rule.code, rule.level);
        if level != Some(rule.level) {
            let _ = write!(
                text,
                "; {} {}: {}",
                lang.pick("w profilu", "in profile"),
                profile.id,
                name(level, lang)
            );
        }
    }
    text
}

fn name(level: Option<Level>, lang: Lang) -> &'static str {
    match level {
        Some(Level::Error) => lang.pick("błąd", "error"),
        Some(Level::Warning) => lang.pick("ostrzeżenie", "warning"),
        Some(Level::Advice) => lang.pick("rada", "advice"),
        None => lang.pick("wyłączona", "off"),
    }
}
