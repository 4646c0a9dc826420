//! Answers to "why?". In: the words of a code. Out: what `pakt explain` prints.

use std::fmt::Write;

use super::{Rule, rule};
use crate::diagnostic::{Entry, Level, fill};
use crate::lang::Lang;
use crate::profile;

/// Returns a rule or a fault as a section of the rules page, in Markdown.
pub fn section(entry: &Entry, lang: Lang) -> String {
    let rule = rule(&entry.code);
    let mut text = format!("### {} {}\n\n{}\n", entry.code, entry.name, plain(entry.message(lang)));
    let level = rule.map_or_else(String::new, |rule| levels(rule, lang));
    let source = lang.pick("Sprawdzenia", "Checks");
    let parts = [
        (lang.pick("Poziom", "Level"), level.as_str()),
        (lang.pick("Co zrobić", "What to do"), entry.help(lang)),
        (lang.pick("Dlaczego", "Why"), entry.why(lang)),
        (lang.pick("Podstawa", "Basis"), entry.basis(lang)),
        (source, entry.source()),
    ];
    for (head, words) in parts.into_iter().filter(|(_, words)| !words.is_empty()) {
        let _ = write!(text, "\n**{head}:** {}\n", plain(words));
    }
    for example in &entry.examples {
        let wrong = example.info == "yaml fails";
        let head = if wrong { lang.pick("Źle", "Wrong") } else { lang.pick("Dobrze", "Right") };
        let _ = write!(text, "\n{head}:\n\n```yaml\n{}```\n", example.text);
    }
    text
}

/// Keeps from Markdown what it would take for HTML, outside code; doubled braces stand for one.
fn plain(words: &str) -> String {
    let words = fill(words, &[]);
    let parts = words.split('`').enumerate();
    let kept = parts.map(|(number, part)| {
        if number % 2 == 0 { part.replace('<', "&lt;").replace('*', "\\*") } else { part.to_owned() }
    });
    kept.collect::<Vec<_>>().join("`")
}

/// Returns the explanation of a rule, or of a fault that is no rule's, from its words.
pub fn explain(entry: &Entry, lang: Lang) -> String {
    let rule = rule(&entry.code);
    let mut text = format!("{} {}\n\n{}\n", entry.code, entry.name, fill(entry.message(lang), &[]));
    let mut part = |pl: &str, en: &str, words: &str| {
        if !words.is_empty() {
            let words = fill(words, &[]);
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
        &rule.map_or_else(|| name(Some(entry.level()), lang).to_owned(), |rule| levels(rule, lang)),
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
        let level = rule.level_in(profile);
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
        Some(Level::Missing) => lang.pick("do uzupełnienia", "to be written"),
        Some(Level::Warning) => lang.pick("ostrzeżenie", "warning"),
        Some(Level::Advice) => lang.pick("rada", "advice"),
        None => lang.pick("wyłączona", "off"),
    }
}
