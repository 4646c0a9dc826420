//! What is wrong with a template. In: the engine's errors. Out: `Fault`, then a `Diagnostic`.

use std::sync::LazyLock;

use tera::ErrorKind;

use super::told::{Told, What, told};
use crate::diagnostic::{Diagnostic, Entry, Level, Place, Span, Table, Value, say_all};
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

    /// Returns what is wrong.
    pub fn message(&self, lang: Lang) -> String {
        table().get(self.code).map_or_else(String::new, |entry| self.say(entry.message(lang), lang))
    }

    /// Returns what to do about it.
    pub fn help(&self, lang: Lang) -> String {
        table().get(self.code).map_or_else(String::new, |entry| self.say(entry.help(lang), lang))
    }

    fn say(&self, words: &str, lang: Lang) -> String {
        say_all(words, &self.named(), lang)
    }

    /// Returns what the words name.
    fn named(&self) -> Vec<(&'static str, Value)> {
        let meant =
            |word: &String| Value::around(["czy chodziło o `{0}`? ", "did you mean `{0}`? "], &**word);
        let suggestion = self.suggestion.as_ref().map(meant).into();
        let values = self.values.iter().map(|(name, value)| (*name, value.as_str().into()));
        values.chain([("suggestion", suggestion)]).collect()
    }

    /// Returns the line and column, both from 1; `None` when no file is meant.
    pub fn position(&self) -> Option<(usize, usize)> {
        let at = Source::new("", self.text.as_str(), Encoding::Utf8).position(self.range.0);
        (!self.file.is_empty()).then_some((at.line, at.column))
    }

    /// Returns the finding, and adds the template to the run's sources where it is not among them.
    pub fn diagnostic(&self, sources: &mut Sources) -> Diagnostic {
        let known =
            sources.files.iter().position(|source| source.name == self.file && source.text == self.text);
        let add = || (!self.file.is_empty()).then(|| Source::new(&*self.file, &*self.text, Encoding::Utf8));
        let file = known.or_else(|| add().map(|source| sources.add(source)));
        Diagnostic {
            code: self.code,
            // A document that is left out breaks no other.
            level: table().get(self.code).map_or(Level::Error, Entry::level),
            place: Place::root(),
            span: file.map(|file| Span { file, from: self.range.0, to: self.range.1 }),
            also: Vec::new(),
            values: self.named(),
            part: None,
            gaps: Vec::new(),
            patch: None,
        }
    }
}

/// Turns an error of the engine into faults; `find` gives the shown name and the text of a template.
pub(super) fn from_engine(
    error: &tera::Error,
    find: impl Fn(&str) -> Option<(String, String)>,
    names: &[String],
) -> Vec<Fault> {
    if let ErrorKind::MissingParent { current, parent } = error.kind() {
        let fault = without(parent, names);
        let Some((file, text)) = find(current) else { return vec![fault] };
        let range = text.find(parent).map_or((0, 0), |from| (from, from + parent.len()));
        return vec![fault.at(&file, &text, range)];
    }
    let all = told(error);
    if all.is_empty() {
        return vec![Fault::new("TPL-08").with("detail", error.to_string())];
    }
    all.into_iter().map(|told| fault(told, &find, names)).collect()
}

fn without(template: &str, names: &[String]) -> Fault {
    let fault = Fault::new("TPL-05").among(template, names.iter().map(String::as_str));
    Fault { values: vec![("name", template.to_owned())], ..fault }
}

fn fault(told: Told, find: &impl Fn(&str) -> Option<(String, String)>, names: &[String]) -> Fault {
    let fault = match told.what {
        What::Syntax(words) => Fault::new("TPL-01").with("detail", words),
        What::NoTemplate(name) => without(&name, names),
        What::NoFilter(name) => Fault::new("TPL-03").among(&name, super::filters::NAMES.into_iter()),
        What::NoName(name, known) => Fault::new("TPL-02").among(&name, known.iter().map(String::as_str)),
        What::TooMuch => Fault::new("TPL-14"),
        What::Other(words) => Fault::new("TPL-08").with("detail", words),
    };
    let Some((file, text)) = find(&told.template) else { return fault };
    let line = text.split_inclusive('\n').take(told.line.saturating_sub(1)).map(str::len).sum::<usize>();
    let chars = |count: usize, from: usize| -> usize {
        text[from..].chars().take(count).take_while(|sign| *sign != '\n').map(char::len_utf8).sum()
    };
    let from = line + chars(told.column, line);
    let to = from + chars(told.length.max(1), from);
    fault.at(&file, &text, (from, to))
}
