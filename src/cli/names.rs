//! What the name of a file in a folder says of it. In: the entries of a folder. Out: parts of an application, and files
//! beside them that were hardly meant so: copies, and names with an ending that Windows hides.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::joining::{Aside, is_part};

/// The main file of an application that is a folder.
pub(super) const MAIN: &str = "pakt.yaml";

/// Endings that an editor or a system adds to a name.
const ADDED: [&str; 7] = [".txt", ".doc", ".docx", ".rtf", ".odt", ".yaml", ".yml"];

/// Words that systems put to the name of a copy.
const COPY: [&str; 2] = ["kopia", "copy"];
const COPY_OF: [&str; 3] = ["kopia pliku", "copy of", "kopia"];

/// Tells whether a name ends as YAML does; what an editor or a system leaves behind begins with a dot and is none.
pub(super) fn is_yaml(path: &Path) -> bool {
    let is_hidden = name(path).starts_with('.');
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    !is_hidden && matches!(ending.as_deref(), Some("yaml" | "yml"))
}

/// Tells whether a file's name is that of an application's main file, as some systems write it: `Pakt.YAML`, `pakt.yml`.
pub(super) fn is_main(path: &Path) -> bool {
    is_yaml(path) && stem(path).eq_ignore_ascii_case("pakt")
}

/// Tells what is wrong with the name of a file among those of its folder; `None` for a part and for what has nothing to
/// do with the application.
pub(super) fn aside(path: &Path, all: &[PathBuf]) -> Option<Aside> {
    if let Some(right) = misnamed(path) {
        return Some(Aside::Misnamed(right));
    }
    let of = original(&stem(path)).filter(|_| is_yaml(path))?;
    let is_there = |other: &&PathBuf| is_yaml(other) && stem(other).eq_ignore_ascii_case(&of);
    all.iter().find(is_there).map(|other| Aside::Copy(name(other)))
}

/// Returns the name that a file should have: `risks.yaml` for `risks.yaml.txt`.
pub(super) fn misnamed(path: &Path) -> Option<String> {
    let name = name(path);
    let plain = name.to_ascii_lowercase();
    if plain.starts_with('.') {
        return None;
    }
    let bare = ADDED.iter().find_map(|ending| plain.strip_suffix(ending))?;
    let inner = bare.strip_suffix(".yaml").or_else(|| bare.strip_suffix(".yml"));
    match inner {
        Some(inner) if !inner.is_empty() => Some(format!("{}.yaml", &name[..inner.len()])),
        None if plain.ends_with(".txt") && (bare == "pakt" || is_part(bare)) => {
            Some(format!("{}.yaml", &name[..bare.len()]))
        }
        _ => None,
    }
}

/// Returns the name of what a file is a copy of, by its own name: `pakt` for `pakt - kopia (2)`.
fn original(stem: &str) -> Option<String> {
    let plain = stem.to_lowercase();
    let mut bare = plain.trim();
    if let Some((before, number)) = bare.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        bare = before.trim_end();
    }
    let is_joint = |sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | '_' | '(' | ')');
    let unbracketed = bare.trim_end_matches(')');
    if let Some(before) = COPY.iter().find_map(|word| unbracketed.strip_suffix(word))
        && before.ends_with(is_joint)
    {
        bare = before.trim_end_matches(is_joint);
    } else if let Some(after) = COPY_OF.iter().find_map(|word| bare.strip_prefix(word))
        && after.starts_with(is_joint)
    {
        bare = after.trim_start_matches(is_joint);
    }
    (bare != plain && !bare.is_empty()).then(|| bare.to_owned())
}

pub(super) fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

pub(super) fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Returns a name for a folder: ASCII letters, digits and dashes.
pub(super) fn slug(name: &str) -> String {
    let plain = crate::words::plain(name);
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    match slug.as_str() {
        "" => "pakt".to_owned(),
        // Windows makes no folder of these names.
        "con" | "prn" | "aux" | "nul" => format!("{slug}-pakt"),
        port if is_port(port) => format!("{slug}-pakt"),
        _ => slug,
    }
}

/// Tells whether Windows takes a name for a port: `com1`, `lpt9`.
fn is_port(name: &str) -> bool {
    let number = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    number.is_some_and(|number| number.len() == 1 && number.bytes().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_its_name() {
        for copy in [
            "pakt - kopia",
            "pakt — kopia (2)",
            "Pakt - Copy",
            "pakt (1)",
            "pakt_kopia",
            "Kopia pakt",
            "Copy of pakt",
            "pakt (kopia)",
            "pakt copy",
            "Kopia pliku pakt",
        ] {
            assert_eq!(original(copy).as_deref(), Some("pakt"), "{copy}");
        }
        for own in ["pakt", "needs", "kopia", "fotokopia", "scopy", "pakt (nowy)", "()"] {
            assert_eq!(original(own), None, "{own}");
        }
    }

    #[test]
    fn an_ending_too_many_is_known() {
        let right = |name: &str| misnamed(Path::new(name));
        for (name, meant) in [
            ("pakt.yaml.txt", "pakt.yaml"),
            ("Risks.YAML.TXT", "Risks.yaml"),
            ("needs.yml.docx", "needs.yaml"),
            ("needs.yaml.yaml", "needs.yaml"),
            ("needs.txt", "needs.yaml"),
            ("ryzyka.txt", "ryzyka.yaml"),
        ] {
            assert_eq!(right(name).as_deref(), Some(meant), "{name}");
        }
        for name in ["needs.yaml", "expected.txt", "notatki.docx", ".yaml.txt", "a.b.yaml"] {
            assert_eq!(right(name), None, "{name}");
        }
    }

    #[test]
    fn a_slug_is_plain_ascii() {
        assert_eq!(slug("Pakt – Żółć 2027"), "pakt-zolc-2027");
        assert_eq!(slug("…"), "pakt");
        assert_eq!(
            ["CON", "lpt1", "com10", "konkurs"].map(slug),
            ["con-pakt", "lpt1-pakt", "com10", "konkurs"]
        );
    }
}
