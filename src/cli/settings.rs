//! What may be set in a file. In: the text of a `pakt.toml`. Out: values by the names of options.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Error;
use super::printed::shown;
use super::words::wrong;
use crate::lang::Lang;

/// The name of the file.
pub(super) const FILE: &str = "pakt.toml";

/// What a setting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A value, or several.
    Value,
    /// A yes.
    Flag,
    /// A path, which counts from the file.
    Path,
}

/// A setting, called as its option is: its kind, its variable, and whether a file found by itself may have it.
pub(super) struct Setting {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) var: Option<&'static str>,
    is_free: bool,
}

const fn free(name: &'static str, kind: Kind, var: Option<&'static str>) -> Setting {
    Setting { name, kind, var, is_free: true }
}

const fn guarded(name: &'static str, kind: Kind) -> Setting {
    Setting { name, kind, var: None, is_free: false }
}

/// All settings.
pub(super) const SETTINGS: [Setting; 22] = [
    free("lang", Kind::Value, Some("PAKT_LANG")),
    free("color", Kind::Value, None),
    free("format", Kind::Value, Some("PAKT_FORMAT")),
    free("fail-on", Kind::Value, None),
    free("limit", Kind::Value, None),
    free("quiet", Kind::Flag, None),
    free("baseline", Kind::Path, None),
    free("jobs", Kind::Value, Some("PAKT_JOBS")),
    free("profile", Kind::Value, None),
    free("tag", Kind::Value, None),
    free("date", Kind::Value, None),
    free("document", Kind::Value, None),
    free("to", Kind::Value, None),
    free("doc-lang", Kind::Value, None),
    free("prove", Kind::Flag, None),
    guarded("root", Kind::Path),
    guarded("report", Kind::Value),
    guarded("out", Kind::Path),
    guarded("templates", Kind::Path),
    guarded("reference-doc", Kind::Path),
    guarded("clean", Kind::Flag),
    guarded("edition", Kind::Value),
];

/// The settings of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Config {
    pub(super) file: Option<PathBuf>,
    pub(super) values: BTreeMap<&'static str, Vec<String>>,
}

impl Config {
    /// Returns the language that is set.
    pub(super) fn lang(&self) -> Option<&str> {
        self.values.get("lang").and_then(|values| values.first()).map(String::as_str)
    }
}

/// Reads a file's settings; paths count from it.
pub(super) fn values(
    text: &str,
    path: &Path,
    is_named: bool,
    lang: Lang,
) -> Result<BTreeMap<&'static str, Vec<String>>, Error> {
    let name = shown(path);
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let detail = error.to_string();
        wrong("config-unreadable", lang, &[("name", &name), ("detail", detail.trim_end())])
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut values = BTreeMap::new();
    for (key, value) in &table {
        let key = key.replace('_', "-");
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == key) else {
            let all = SETTINGS.iter().map(|setting| setting.name).collect::<Vec<_>>().join(", ");
            return Err(wrong("config-unknown", lang, &[("name", &name), ("key", &key), ("all", &all)]));
        };
        if !setting.is_free && !is_named {
            return Err(wrong("config-forbidden", lang, &[("name", &name), ("key", &key)]));
        }
        let said =
            said(value).ok_or_else(|| wrong("config-value", lang, &[("name", &name), ("key", &key)]))?;
        let placed = |value: String| match setting.kind {
            Kind::Path => folder.join(value).to_string_lossy().into_owned(),
            Kind::Value | Kind::Flag => value,
        };
        values.insert(setting.name, said.into_iter().map(placed).collect());
    }
    Ok(values)
}

/// Returns a value as the command line has it, one entry each.
fn said(value: &toml::Value) -> Option<Vec<String>> {
    let one = |value: &toml::Value| match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(yes) => Some(yes.to_string()),
        toml::Value::Datetime(day) => Some(day.to_string()),
        _ => None,
    };
    match value {
        toml::Value::Array(values) => values.iter().map(one).collect(),
        value => one(value).map(|value| vec![value]),
    }
}

/// Returns a value as the file may have it.
pub(super) fn written(setting: &Setting, values: &[String]) -> String {
    match (setting.kind, values) {
        (Kind::Flag, [value]) => value.clone(),
        (_, [value]) => format!("{value:?}"),
        (_, values) => format!("{values:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, is_named: bool) -> String {
        match values(text, Path::new("a/pakt.toml"), is_named, Lang::En) {
            Ok(values) => format!("{values:?}"),
            Err(error) => error.tell(Lang::En),
        }
    }

    #[test]
    fn a_file_found_by_itself_decides_nothing_about_what_is_written() {
        assert_eq!(
            told("to = ['pdf', 'docx']\njobs = 2", false),
            r#"{"jobs": ["2"], "to": ["pdf", "docx"]}"#
        );
        for setting in SETTINGS.iter().filter(|setting| !setting.is_free) {
            let text = format!("{} = 'x'", setting.name);
            assert!(told(&text, false).contains("may not stand in a file"), "{text}");
            assert!(!told(&text, true).contains("may not"), "{text}");
        }
        assert_eq!(told("out = 'o'", true), r#"{"out": ["a/o"]}"#);
        assert!(told("fail_on = 'error'", false).contains("fail-on"));
        assert!(told("folder = 1", false).contains("no setting “folder”"));
        assert!(told("limit = 1.5", false).contains("another kind"));
        assert!(told("limit = ", false).contains("pakt.toml: "));
    }
}
