//! Answers to "why?". In: the words of a code. Out: what `pakt explain` prints.

use std::fmt::Write;

use super::{Rule, registry, rule, words};
use crate::diagnostic::{Entry, Level, fill, placeholders};
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
    let mut text = format!("{} {}\n\n{}\n", entry.code, entry.name, open(entry.message(lang)));
    let mut part = |pl: &str, en: &str, words: &str| {
        if !words.is_empty() {
            // Writing into a string cannot fail.
            let _ = write!(text, "\n{}: {words}\n", lang.pick(pl, en));
        }
    };
    part("Co zrobić", "What to do", &open(entry.help(lang)));
    part("Dlaczego", "Why", &fill(entry.why(lang), &[]));
    part("Podstawa", "Basis", &open(entry.basis(lang)));
    part(
        "Poziom",
        "Level",
        &rule.map_or_else(|| name(Some(entry.level()), lang).to_owned(), |rule| levels(rule, lang)),
    );
    let call = common_call(entry);
    for example in &entry.examples {
        let head = match example.info.as_str() {
            "yaml fails" => lang.pick("Źle", "Wrong"),
            _ => lang.pick("Dobrze", "Right"),
        };
        let _ = write!(text, "\n{head}:\n\n");
        let shown = rule.and_then(|_| as_written(&example.text, call.as_ref(), lang));
        for line in shown.as_deref().unwrap_or(&example.text).lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

/// Returns the words of the rules that stand on a slide of the deck, in the order of the registry.
pub fn on_slide(slide: u8) -> impl Iterator<Item = &'static Entry> {
    registry().filter_map(|rule| words(rule.code)).filter(move |entry| entry.slides().any(|own| own == slide))
}

/// Returns a code with what it says, in a line.
pub fn headline(entry: &Entry, lang: Lang) -> String {
    format!("{}  {}\n", entry.code, open(entry.message(lang)))
}

/// Returns words with an ellipsis for what pakt fills in.
fn open(words: &str) -> String {
    let values: Vec<(&str, &str)> = placeholders(words).into_iter().map(|name| (name, "…")).collect();
    fill(words, &values)
}

/// The key under which an example changes the call.
const CALL: &str = "call.yaml";

/// Returns what all examples of a rule say of the call: under which demands they stand, and not what they show.
fn common_call(entry: &Entry) -> Option<serde_yaml::Value> {
    let read =
        entry.examples.iter().map(|example| serde_yaml::from_str::<serde_yaml::Mapping>(&example.text).ok());
    let mut calls = read.map(|example| example.and_then(|example| example.get(CALL).cloned()));
    let first = calls.next().flatten()?;
    calls.all(|call| call.as_ref() == Some(&first)).then_some(first)
}

/// Returns an example of a rule as a writer has it, a field a line, without this of the call; `None` for one that is no
/// YAML, or has remarks.
fn as_written(text: &str, call: Option<&serde_yaml::Value>, lang: Lang) -> Option<String> {
    let mut read: serde_yaml::Mapping = serde_yaml::from_str(text).ok().filter(|_| !text.contains(" #"))?;
    if call.is_some() && read.len() > 1 {
        read.shift_remove(CALL);
    }
    let lines = serde_yaml::to_string(&read).ok()?;
    let gone = lang.pick("# tego wpisu nie ma", "# this entry is not there");
    Some(lines.replace(": null\n", ":\n").replace("remove: true", gone))
}

/// Returns the rule's own level and the others, each with the profiles that set it.
fn levels(rule: &Rule, lang: Lang) -> String {
    let mut others: Vec<(Option<Level>, Vec<&str>)> = Vec::new();
    for profile in profile::ids().filter_map(profile::named) {
        let level = rule.level_in(profile);
        match others.iter_mut().find(|(other, _)| *other == level) {
            _ if level == Some(rule.level) => {}
            Some((_, ids)) => ids.push(&profile.id),
            None => others.push((level, vec![&profile.id])),
        }
    }
    let mut text = name(Some(rule.level), lang).to_owned();
    for (level, ids) in others {
        let profiles = match ids.len() {
            1 => lang.pick("w profilu", "in profile"),
            _ => lang.pick("w profilach", "in profiles"),
        };
        let _ = write!(text, "; {profiles} {}: {}", ids.join(", "), name(level, lang));
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
