//! The words of faults and of other things with a code: one table for both languages, kept as Markdown beside
//! the code that finds them. In: the text of a `*.md` file. Out: `Table`, looked up by code.
//!
//! ````text
//! ## NEED-02 need-without-evidence
//! pl: potrzeba {id} nie ma dowodu (źródła danych)
//! en: need {id} has no evidence
//! help pl: dopisz `evidence: [E1]` i opisz źródło E1 w `diagnosis.evidence`
//! help en: add `evidence: [E1]` and describe source E1 in `diagnosis.evidence`
//! also pl: words beside a second place
//! also en: words beside a second place
//! basis pl: ustawa z 28.04.2022 r., art. 39 ust. 9
//! basis en: act of 28 April 2022, Art. 39(9)
//! slides: 21
//! source: NEED-02, esf:D05
//! level: warning (of findings that no rule tells; an error when left out)
//!
//! why pl: Asesor … (one paragraph, may run over several lines)
//!
//! why en: An assessor …
//!
//! ```yaml fails
//! ```
//! ```yaml passes
//! ```
//! ````

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;

/// How much a finding weighs. `Advice < Warning < Missing < Error`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A way to be more convincing.
    Advice,
    /// Something an assessor may hold against the application.
    Warning,
    /// Something that must be written before the documents go out, and is not yet.
    Missing,
    /// Something that is written and must be mended before the documents go out.
    Error,
}

impl Level {
    /// All levels, the worst first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Missing, Self::Warning, Self::Advice];

    /// Returns the name used on the command line and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Missing => "missing",
            Self::Error => "error",
        }
    }
}

/// The words of a family of faults, by code; an entry is read when it is first asked for.
#[derive(Clone, Debug, Default)]
pub struct Table {
    sections: Vec<Section>,
}

/// An entry as it stands in its file.
#[derive(Clone, Debug)]
struct Section {
    code: &'static str,
    text: &'static str,
    entry: OnceLock<Entry>,
}

/// The words of one fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The stable code.
    pub code: String,
    /// The stable name.
    pub name: String,
    fields: BTreeMap<String, String>,
    /// The examples, in the order of the file.
    pub examples: Vec<Example>,
}

/// An example of a fault or of its absence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// Everything after the opening fence: `yaml fails`, `yaml passes`.
    pub info: String,
    /// The text between the fences.
    pub text: String,
}

impl Table {
    /// Reads a family's words. What is no entry is passed over: a file may open with prose.
    pub fn parse(text: &'static str) -> Self {
        let first = if text.starts_with("## ") { Some(0) } else { text.find("\n## ").map(|at| at + 1) };
        let sections = first.map_or("", |at| &text[at + 3..]).split("\n## ").filter(|text| !text.is_empty());
        let section = |text: &'static str| {
            let code = text.split([' ', '\n']).next().unwrap_or_default();
            Section { code: code.trim_end(), text, entry: OnceLock::new() }
        };
        Self { sections: sections.map(section).collect() }
    }

    /// Returns the words of `code`.
    pub fn get(&self, code: &str) -> Option<&Entry> {
        self.sections.iter().find(|section| section.code == code).map(Section::entry)
    }

    /// Returns all entries in the order of the file.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.sections.iter().map(Section::entry)
    }
}

impl Section {
    fn entry(&self) -> &Entry {
        self.entry.get_or_init(|| Entry::parse(self.text))
    }
}

/// The fields an entry may have; anything else that looks like `word:` is prose.
const KEYS: [&str; 13] = [
    "pl", "en", "help pl", "help en", "also pl", "also en", "why pl", "why en", "basis pl", "basis en",
    "slides", "source", "level",
];

fn key_of(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    KEYS.contains(&key).then_some((key, value))
}

impl Entry {
    /// Reads an entry, from behind the mark of its heading.
    fn parse(text: &str) -> Self {
        let mut lines = text.lines();
        let heading = lines.next().unwrap_or_default();
        let (code, name) = heading.split_once(' ').unwrap_or((heading, ""));
        let mut entry = Self { code: code.to_owned(), name: name.trim().to_owned(), ..Self::default() };
        let mut field: Option<String> = None;
        while let Some(line) = lines.next() {
            if let Some(info) = line.strip_prefix("```") {
                let body = lines.by_ref().take_while(|line| !line.starts_with("```"));
                let text = body.fold(String::new(), |text, line| text + line + "\n");
                entry.examples.push(Example { info: info.trim().to_owned(), text });
                field = None;
            } else if let Some((key, value)) = key_of(line) {
                entry.fields.insert(key.to_owned(), value.trim().to_owned());
                field = Some(key.to_owned());
            } else if line.trim().is_empty() {
                field = None;
            } else if let Some(value) = field.as_ref().and_then(|key| entry.fields.get_mut(key)) {
                value.push(' ');
                value.push_str(line.trim());
            }
        }
        entry
    }

    /// Returns the message with its placeholders.
    pub fn message(&self, lang: Lang) -> &str {
        self.field(lang.code())
    }

    /// Returns what to type, with placeholders; empty for none.
    pub fn help(&self, lang: Lang) -> &str {
        self.field(lang.pick("help pl", "help en"))
    }

    /// Returns the words beside a second place of the fault; empty for none.
    pub fn also(&self, lang: Lang) -> &str {
        self.field(lang.pick("also pl", "also en"))
    }

    /// Returns why an assessor cares; empty for none.
    pub fn why(&self, lang: Lang) -> &str {
        self.field(lang.pick("why pl", "why en"))
    }

    /// Returns what the rule stands on; empty for none.
    pub fn basis(&self, lang: Lang) -> &str {
        self.field(lang.pick("basis pl", "basis en"))
    }

    /// Returns the deck's slides that stand behind the rule: data of the catalogue, which no message prints.
    pub fn slides(&self) -> impl Iterator<Item = u8> {
        self.field("slides").split(',').filter_map(|slide| slide.trim().parse().ok())
    }

    /// Returns how much the fault weighs where no rule sets its level: an error unless `level` says less.
    pub fn level(&self) -> Level {
        match self.field("level") {
            "missing" => Level::Missing,
            "warning" => Level::Warning,
            "advice" => Level::Advice,
            _ => Level::Error,
        }
    }

    /// Returns the codes of the field's files that this rule stands for, comma-separated.
    pub fn source(&self) -> &str {
        self.field("source")
    }

    fn field(&self, key: &str) -> &str {
        self.fields.get(key).map_or("", String::as_str)
    }
}

/// Puts values into `{name}` placeholders. A placeholder without a value stays as it is, which the
/// suite catches; `{{` and `}}` stand for braces.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let find = |name: &str| values.iter().find(|(key, _)| *key == name);
    fill_with(template, |name| find(name).map(|(_, value)| Cow::Borrowed(*value)))
}

/// Does what [`fill`] does, with values that are asked for by name.
pub fn fill_with<'v>(template: &str, value: impl Fn(&str) -> Option<Cow<'v, str>>) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find(['{', '}']) {
        text.push_str(&rest[..open]);
        let brace = &rest[open..=open];
        rest = &rest[open + 1..];
        if rest.starts_with(brace) {
            text.push_str(brace);
            rest = &rest[1..];
            continue;
        }
        let name = rest.find('}').map_or("", |close| &rest[..close]);
        match Some(name).filter(|_| brace == "{").and_then(&value) {
            Some(value) => {
                text.push_str(&value);
                rest = &rest[name.len() + 1..];
            }
            None => text.push_str(brace),
        }
    }
    text.push_str(rest);
    text
}

/// Returns the names of the placeholders of a template, sorted, each once; braces round anything but
/// small letters, as in `{pl: …}`, are text.
pub fn placeholders(template: &str) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            rest = after;
            continue;
        }
        let name = rest.find('}').map_or("", |close| &rest[..close]);
        if !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_') {
            names.push(name);
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAMILY: &str = "Prose.\n\n## NEED-02 need-without-evidence\npl: potrzeba {id} nie ma dowodu\nen: need {id} has no evidence\nhelp pl: dopisz `evidence`\nbasis pl: badania\nslides: 2, 21\n\nwhy pl: Asesor szuka\nźródła.\n\n```yaml fails\na: 1\n```\n";

    #[test]
    fn a_family_is_read_by_code() {
        let table = Table::parse(FAMILY);
        let entry = table.get("NEED-02").expect("the entry stands in the text");
        assert_eq!(entry.name, "need-without-evidence");
        assert_eq!(entry.message(Lang::Pl), "potrzeba {id} nie ma dowodu");
        assert_eq!(entry.why(Lang::Pl), "Asesor szuka źródła.");
        assert_eq!(entry.help(Lang::En), "");
        assert_eq!(entry.slides().collect::<Vec<_>>(), [2, 21]);
        assert_eq!(entry.examples, [Example { info: "yaml fails".into(), text: "a: 1\n".into() }]);
    }

    #[test]
    fn placeholders_are_filled_and_braces_kept() {
        assert_eq!(fill("{a} i {b}, {{c}} {d}", &[("a", "1"), ("b", "{a}")]), "1 i {a}, {c} {d}");
        assert_eq!(placeholders("{b} {a} {{c}} {b} {pl: x}"), ["a", "b"]);
    }
}
