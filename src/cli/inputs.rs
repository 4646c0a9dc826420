//! Which applications a command names. In: paths, patterns, `-`. Out: their files, read, in order.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::door::{Disk, Door, Refusal};
use super::names::{self, is_yaml, stem};
use super::printed::shown;
use super::set::Stamp;
use super::{Error, World};
use crate::joining::{Aside, MOST_FILES};
use crate::pipeline::{self, Asked, Options, Run};
use crate::yaml::Input;

/// An application's files.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    /// What the user called it.
    pub name: String,
    /// The name of its folder among the outputs.
    pub slug: String,
    /// The door to the folder it lies in; templates of its own stand beside it.
    pub door: Door,
    /// Its files, the main one first.
    pub parts: Vec<Input>,
    /// Where they lie, in the same order; nothing for the standard input.
    pub paths: Vec<PathBuf>,
    /// The files of its folder that were not read, each with the reason.
    pub aside: Vec<(String, Aside)>,
}

impl Bundle {
    /// Reads the application.
    pub(super) fn run(&self, settings: &Options, world: &World) -> Run {
        let call = match &settings.profile {
            Some(Asked::File { shown, .. }) => {
                Some(self.door.beside(&folder_of_call(shown), world.root.as_deref()))
            }
            Some(Asked::Shipped(_)) | None => None,
        };
        let disk = Disk { application: &self.door, aside: &self.aside, call };
        pipeline::read(&self.name, self.parts.clone(), &disk, settings)
    }

    /// Returns the files that were read for it so far, by their paths seen from its folder.
    pub(super) fn read(&self) -> BTreeMap<String, Stamp> {
        let mut read = self.door.read_files();
        // What came through the standard input is no file.
        let input = self.parts.iter().filter(|part| part.name == "-");
        read.extend(input.map(|part| (part.name.clone(), Stamp::of(&part.bytes))));
        read
    }
}

/// Returns the door to a file of a call that the command line names.
pub(super) fn call_door(file: &str, world: &World) -> Door {
    Door::named(&folder_of_call(file), world.root.as_deref())
}

fn folder_of_call(file: &str) -> PathBuf {
    std::path::absolute(folder_of(Path::new(file))).unwrap_or_default()
}

/// Returns the arguments that name applications; without any, the folder one is in.
pub(super) fn named(matches: &ArgMatches) -> Vec<OsString> {
    let named = matches.get_many::<OsString>("inputs");
    named.map_or_else(|| vec![".".into()], |named| named.cloned().collect())
}

/// Reads all applications that the arguments name; a bad argument does not keep the others back.
pub(super) fn gather(arguments: &[OsString], world: &mut World) -> (Vec<Bundle>, Vec<Error>) {
    let mut bundles = Vec::new();
    let mut errors = Vec::new();
    for argument in arguments {
        let found = if argument == "-" {
            world.read_input().map(|bytes| vec![standard_input(bytes, world.root.as_deref())])
        } else {
            // What stands in a folder of applications is no more to be believed than they are.
            let path = Path::new(argument);
            let around = (path.is_dir() && main_of(path).is_none()).then_some(path);
            let root = world.root.as_deref().or(around);
            paths(argument).and_then(|paths| paths.iter().map(|path| bundle(path, root)).collect())
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

fn standard_input(bytes: Vec<u8>, root: Option<&Path>) -> Bundle {
    let parts = vec![Input { name: "-".into(), bytes }];
    let here = Path::new(".");
    let door = Door::new(here, here, root);
    Bundle { name: "-".into(), slug: "stdin".into(), door, parts, paths: Vec::new(), aside: Vec::new() }
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
    if main_of(path).is_some() {
        return Ok(vec![path.to_owned()]);
    }
    let is_application = |entry: &&PathBuf| {
        if entry.is_dir() {
            main_of(entry).is_some()
        } else {
            is_yaml(entry) && entry.is_file() && !is_setting(entry)
        }
    };
    let all = entries(path)?;
    let found: Vec<PathBuf> = all.iter().filter(is_application).cloned().collect();
    if !found.is_empty() {
        return Ok(found);
    }
    Err(match all.iter().find_map(|entry| Some((entry, names::misnamed(entry)?))) {
        Some((found, right)) => Error::Misnamed { found: found.clone(), right },
        None => Error::EmptyFolder(path.to_owned()),
    })
}

/// Returns the main file of an application that is a folder; what stands there in place of a file is told when it is
/// read.
fn main_of(folder: &Path) -> Option<PathBuf> {
    let right = folder.join(names::MAIN);
    if right.symlink_metadata().is_ok() {
        return Some(right);
    }
    entries(folder).ok()?.into_iter().find(|entry| names::is_main(entry))
}

fn bundle(path: &Path, root: Option<&Path>) -> Result<Bundle, Error> {
    let is_folder = path.is_dir();
    let main =
        if is_folder { main_of(path).unwrap_or_else(|| path.join(names::MAIN)) } else { path.to_owned() };
    let named_so = names::is_main(&main);
    let folder = folder_of(&main);
    // A folder with parts may use what lies beside it.
    let around = folder.join("..");
    let door = Door::new(folder, if is_folder { &around } else { folder }, root);
    let read = |path: &Path| door.read(path).map(|bytes| Input { name: shown(path), bytes });
    let refuse = |refusal: Refusal| Error::Refused { path: main.clone(), reason: refusal.reason() };
    let mut parts = vec![read(&main).map_err(refuse)?];
    let mut paths = vec![main.clone()];
    let mut aside = Vec::new();
    if named_so {
        let all = entries(folder)?;
        for entry in all.iter().filter(|entry| entry.file_name() != main.file_name()) {
            if let Some(why) = names::aside(entry, &all) {
                aside.push((shown(entry), why));
            } else if is_yaml(entry) && stem(entry) != "style" && parts.len() + aside.len() <= MOST_FILES {
                match read(entry) {
                    Ok(part) => {
                        parts.push(part);
                        paths.push(entry.clone());
                    }
                    Err(refusal) => aside.push((shown(entry), Aside::Refused(refusal.reason()))),
                }
            }
        }
    }
    let named = if named_so { absolute_name(folder) } else { stem(&main) };
    Ok(Bundle { name: shown(path), slug: slug(&named), door, parts, paths, aside })
}

/// Returns the folder that holds a file.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Settings that lie beside an application are none themselves.
fn is_setting(entry: &Path) -> bool {
    matches!(stem(entry).as_str(), "style" | "call")
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
