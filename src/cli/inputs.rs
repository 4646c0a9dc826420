//! Which applications a command names. In: paths, patterns, `-`. Out: their files, read, in order.

use crate::diagnostic::Value;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::error::cause;
use super::printed::shown;
use super::{Error, World};
use crate::joining::Files;
use crate::yaml::{Input, LARGEST_FILE};

/// An application's files.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    /// What the user called it.
    pub name: String,
    /// The name of its folder among the outputs.
    pub slug: String,
    /// The folder it lies in; templates of its own stand beside it.
    pub folder: PathBuf,
    /// Its files, the main one first.
    pub parts: Vec<Input>,
}

/// The main file of an application that is a folder.
const MAIN: &str = "pakt.yaml";

/// Files of the disk, for `use:`.
pub(super) struct Disk {
    /// The application's folder, from which `use:` counts.
    pub folder: PathBuf,
}

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, Value> {
        read(&self.folder.join(path)).map_err(|error| Value::both(|lang| cause(&error, lang)))
    }
}

/// Returns the arguments that name applications.
pub(super) fn named(matches: &ArgMatches) -> Vec<OsString> {
    matches.get_many::<OsString>("inputs").into_iter().flatten().cloned().collect()
}

/// Reads all applications that the arguments name; a bad argument does not keep the others back.
pub(super) fn gather(arguments: &[OsString], world: &mut World) -> (Vec<Bundle>, Vec<Error>) {
    let mut bundles = Vec::new();
    let mut errors = Vec::new();
    for argument in arguments {
        let found = if argument == "-" {
            world.read_input().map(|bytes| vec![standard_input(bytes)])
        } else {
            paths(argument).and_then(|paths| paths.iter().map(|path| bundle(path)).collect())
        };
        match found {
            Ok(found) => bundles.extend(found),
            Err(error) => errors.push(error),
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    bundles.retain(|bundle: &Bundle| seen.insert(bundle.name.clone()));
    (bundles, errors)
}

fn standard_input(bytes: Vec<u8>) -> Bundle {
    let parts = vec![Input { name: "-".into(), bytes }];
    Bundle { name: "-".into(), slug: "stdin".into(), folder: PathBuf::from("."), parts }
}

/// Returns the applications of one argument: files, and folders with a main file.
fn paths(argument: &OsStr) -> Result<Vec<PathBuf>, Error> {
    let path = Path::new(argument);
    if path.is_dir() {
        return folder(path);
    }
    if path.exists() {
        return Ok(vec![path.to_owned()]);
    }
    let pattern = argument.to_string_lossy();
    if !pattern.contains(['*', '?', '[']) {
        return Err(Error::NotFound(path.to_owned()));
    }
    let nothing = || Error::NothingMatched(pattern.to_string());
    let mut found = Vec::new();
    for path in glob::glob(&pattern).map_err(|_| nothing())?.flatten() {
        match path.is_dir() {
            true => found.extend(folder(&path).unwrap_or_default()),
            false => found.push(path),
        }
    }
    if found.is_empty() { Err(nothing()) } else { Ok(found) }
}

/// Returns a folder's application, or those in it and in the folders right below it.
fn folder(path: &Path) -> Result<Vec<PathBuf>, Error> {
    if path.join(MAIN).is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let is_application = |entry: &PathBuf| {
        if entry.is_dir() { entry.join(MAIN).is_file() } else { is_yaml(entry) && !is_setting(entry) }
    };
    let found: Vec<PathBuf> = entries(path)?.into_iter().filter(is_application).collect();
    if found.is_empty() {
        return Err(Error::EmptyFolder(path.to_owned()));
    }
    Ok(found)
}

fn bundle(path: &Path) -> Result<Bundle, Error> {
    let main = if path.is_dir() { path.join(MAIN) } else { path.to_owned() };
    let named_so = main.file_name() == Some(OsStr::new(MAIN));
    let folder = main.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut parts = vec![part(&main)?];
    if named_so {
        let others = entries(folder)?.into_iter().filter(|entry| is_yaml(entry) && is_part(entry, &main));
        for entry in others {
            parts.push(part(&entry)?);
        }
    }
    let named = if named_so { absolute_name(folder) } else { stem(&main) };
    Ok(Bundle { name: shown(path), slug: slug(&named), folder: folder.to_owned(), parts })
}

fn is_part(entry: &Path, main: &Path) -> bool {
    entry != main && entry.is_file() && stem(entry) != "style"
}

/// Settings that lie beside an application are none themselves.
fn is_setting(entry: &Path) -> bool {
    matches!(stem(entry).as_str(), "style" | "call")
}

fn is_yaml(path: &Path) -> bool {
    path.is_file() && matches!(path.extension().and_then(OsStr::to_str), Some("yaml" | "yml"))
}

/// Returns a folder's entries, sorted, so that every machine reads them in one order.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |source| Error::Input { path: folder.to_owned(), source };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        entries.push(entry.map_err(failed)?.path());
    }
    entries.sort();
    Ok(entries)
}

/// Reads a file under the name that the user would give it.
pub(super) fn part(path: &Path) -> Result<Input, Error> {
    let bytes = read(path).map_err(|source| Error::Input { path: path.to_owned(), source })?;
    Ok(Input { name: shown(path), bytes })
}

/// Reads a file, but not beyond what the loader would take: it names the limit. A pipe or a device, which may
/// never end or never begin, is no file.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn absolute_name(folder: &Path) -> String {
    let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    whole.file_name().map_or_else(|| "pakt".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// Returns a name for a folder: ASCII letters, digits and dashes.
fn slug(name: &str) -> String {
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
    fn a_slug_is_plain_ascii() {
        assert_eq!(slug("Pakt – Żółć 2027"), "pakt-zolc-2027");
        assert_eq!(slug("…"), "pakt");
        assert_eq!(
            ["CON", "lpt1", "com10", "konkurs"].map(slug),
            ["con-pakt", "lpt1-pakt", "com10", "konkurs"]
        );
    }
}
