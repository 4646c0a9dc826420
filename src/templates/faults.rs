//! What is wrong with a template. In: the engine's errors. Out: `Fault`, then a `Diagnostic`.

use std::sync::LazyLock;

use tera::ErrorKind;

use crate::diagnostic::{Diagnostic, Entry, Level, Place, Span, Table, fill};
use crate::lang::Lang;
use crate::source::{Encoding, Source, Sources};
use crate::words::meant;

/// Something wrong with a template, at its place in the template's own file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// The code, `TPL-02`.
    pub code: &'static str,
    /// The file as messages show it; empty when no file is meant.
    pub file: String,
    /// The file's text.
    pub text: String,
    /// The first byte and the byte after the last.
    pub range: (usize, usize),
    /// What the message names.
    pub values: Vec<(&'static str, String)>,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

/// Returns the words of all faults of templates.
pub fn table() -> &'static Table {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &TABLE
}

impl Fault {
    pub(super) fn new(code: &'static str) -> Self {
        Self { code, ..Self::default() }
    }

    /// Returns the remark on a document that was asked for in a language in which it is not written.
    pub fn other_language(id: &str, lang: Lang) -> Self {
        Self::new("TPL-13").with("name", id).with("lang", lang.code())
    }

    pub(super) fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.values.push((key, value.into()));
        self
    }

    pub(super) fn at(mut self, file: &str, text: &str, range: (usize, usize)) -> Self {
        (self.file, self.text, self.range) = (file.to_owned(), text.to_owned(), range);
        self
    }

    /// Names the known words, and the one that was probably meant.
    pub(super) fn among<'a>(mut self, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Self {
        self.suggestion = meant(name, known.clone()).map(str::to_owned);
        let mut known: Vec<&str> = known.collect();
        known.sort_unstable();
        known.dedup();
        self.with("name", name).with("known", known.join(", "))
    }

    /// Returns how grave it is: a document that is left out breaks no other.
    fn level(&self) -> Level {
        table().get(self.code).map_or(Level::Error, Entry::level)
    }

    /// Returns the stable name that states the fault.
    pub fn name(&self) -> &'static str {
        table().get(self.code).map_or("", |entry| &entry.name)
    }

    /// Returns what is wrong.
    pub fn message(&self, lang: Lang) -> String {
        table().get(self.code).map_or_else(String::new, |entry| self.fill(entry.message(lang), lang))
    }

    /// Returns what to do about it.
    pub fn help(&self, lang: Lang) -> String {
        table().get(self.code).map_or_else(String::new, |entry| self.fill(entry.help(lang), lang))
    }

    fn fill(&self, template: &str, lang: Lang) -> String {
        let asked = |word: &String| format!("{} `{word}`? ", lang.pick("czy chodziło o", "did you mean"));
        let suggestion = self.suggestion.as_ref().map(asked).unwrap_or_default();
        let mut values: Vec<(&str, &str)> =
            self.values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        values.push(("suggestion", &suggestion));
        fill(template, &values)
    }

    /// Returns the line and column, both from 1; `None` when no file is meant.
    pub fn position(&self) -> Option<(usize, usize)> {
        let at = Source::new("", self.text.as_str(), Encoding::Utf8).position(self.range.0);
        (!self.file.is_empty()).then_some((at.line, at.column))
    }

    /// Returns the finding, and adds the template to the run's sources where it is not among them.
    pub fn diagnostic(&self, sources: &mut Sources, lang: Lang) -> Diagnostic {
        let known =
            sources.files.iter().position(|source| source.name == self.file && source.text == self.text);
        let add = || (!self.file.is_empty()).then(|| Source::new(&*self.file, &*self.text, Encoding::Utf8));
        let file = known.or_else(|| add().map(|source| sources.add(source)));
        Diagnostic {
            code: self.code.to_owned(),
            name: self.name().to_owned(),
            level: self.level(),
            place: Place::root(),
            span: file.map(|file| Span { file, from: self.range.0, to: self.range.1 }),
            message: self.message(lang),
            help: self.help(lang),
            also: Vec::new(),
            patch: None,
        }
    }
}

/// Where the engine found an error: the template's name, the line from 1, the column from 0.
struct Spot {
    message: String,
    template: String,
    line: usize,
    column: usize,
    length: usize,
}

/// Turns an error of the engine into faults; `find` gives the shown name and the text of a template.
pub(super) fn from_engine(
    error: &tera::Error,
    find: impl Fn(&str) -> Option<(String, String)>,
    names: &[String],
) -> Vec<Fault> {
    let spots = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let length = if span.end_line == span.start_line {
                span.end_col.saturating_sub(span.start_col)
            } else {
                1
            };
            vec![Spot {
                message: report.message().to_owned(),
                template: report.filename().to_owned(),
                line: span.start_line,
                column: span.start_col,
                length,
            }]
        }
        _ => spots(&error.to_string()),
    };
    if spots.is_empty() {
        return vec![Fault::new("TPL-08").with("detail", error.to_string())];
    }
    let is_syntax = matches!(error.kind(), ErrorKind::SyntaxError(_));
    spots.iter().map(|spot| fault(spot, is_syntax, &find, names)).collect()
}

/// Reads the reports that the engine joins into one text when it finds several errors.
fn spots(report: &str) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut message = None;
    for line in report.lines() {
        if let Some(text) = line.strip_prefix("error: ") {
            message = Some(text.to_owned());
        } else if let Some(text) = line.trim_start().strip_prefix("--> ") {
            let mut parts = text.rsplitn(3, ':');
            let column = parts.next().and_then(|part| part.parse::<usize>().ok());
            let row = parts.next().and_then(|part| part.parse::<usize>().ok());
            let (Some(template), Some(row), Some(column)) = (parts.next(), row, column) else { continue };
            if let Some(message) = message.take() {
                spots.push(Spot {
                    message,
                    template: template.to_owned(),
                    line: row,
                    column: column.saturating_sub(1),
                    length: 0,
                });
            }
        } else if let (Some(carets), Some(spot)) = (line.find('^'), spots.last_mut()) {
            spot.length = line[carets..].chars().take_while(|sign| *sign == '^').count();
        }
    }
    spots
}

fn fault(
    spot: &Spot,
    is_syntax: bool,
    find: &impl Fn(&str) -> Option<(String, String)>,
    names: &[String],
) -> Fault {
    let quoted = spot.message.split('`').nth(1).unwrap_or_default();
    let offered = || spot.message.split_once(": ").map_or("", |(_, list)| list);
    let fault = if is_syntax {
        Fault::new("TPL-01").with("detail", &*spot.message)
    } else if spot.message.starts_with("Unknown template") {
        let fault = Fault::new("TPL-05").among(quoted, names.iter().map(String::as_str));
        Fault { values: vec![("name", quoted.to_owned())], ..fault }
    } else if spot.message.starts_with("Unknown ") {
        Fault::new("TPL-03").among(quoted, super::filters::NAMES.into_iter())
    } else if spot.message.contains("is not defined") {
        Fault::new("TPL-02").among(quoted, offered().split(", ").filter(|name| !name.is_empty()))
    } else {
        Fault::new("TPL-08").with("detail", &*spot.message)
    };
    let Some((file, text)) = find(&spot.template) else { return fault };
    let line = text.split_inclusive('\n').take(spot.line.saturating_sub(1)).map(str::len).sum::<usize>();
    let chars = |count: usize, from: usize| -> usize {
        text[from..].chars().take(count).take_while(|sign| *sign != '\n').map(char::len_utf8).sum()
    };
    let from = line + chars(spot.column, line);
    let to = from + chars(spot.length.max(1), from);
    fault.at(&file, &text, (from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::placeholders;

    #[test]
    fn both_languages_name_the_same_things() {
        for entry in table().entries() {
            assert_eq!(
                placeholders(entry.message(Lang::Pl)),
                placeholders(entry.message(Lang::En)),
                "{}",
                entry.code
            );
            assert_eq!(
                placeholders(entry.help(Lang::Pl)),
                placeholders(entry.help(Lang::En)),
                "{}",
                entry.code
            );
            assert!(
                !entry.message(Lang::Pl).is_empty() && !entry.help(Lang::En).is_empty(),
                "{}",
                entry.code
            );
        }
    }
}
