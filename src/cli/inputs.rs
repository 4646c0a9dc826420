//! Which applications a command names. In: paths, patterns, `-`. Out: where they lie, in order, and their files.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::door::{Disk, Door, Refusal};
use super::names::{self, is_yaml, slug, stem};
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
        let input = self.parts.first().filter(|_| self.paths.is_empty());
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

/// An application that a command names and nobody has read yet.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// What the user called it.
    pub name: String,
    /// The name of its folder among the outputs.
    pub slug: String,
    lies: Lies,
}

/// Where an application lies.
#[derive(Clone, Debug)]
enum Lies {
    /// On the disk, and under which folder its files may be read, where that is asked for.
    Disk(PathBuf, Option<PathBuf>),
    /// In what came through the standard input, in place of the file that is named, if one is.
    Input(Vec<u8>, Option<PathBuf>, Option<PathBuf>),
}

impl Named {
    fn on_disk(path: &Path, root: Option<&Path>) -> Self {
        let lies = Lies::Disk(path.to_owned(), root.map(Path::to_owned));
        Self { name: shown(path), slug: slug_of(&main_file(path)), lies }
    }

    fn standard_input(bytes: Vec<u8>, world: &World) -> Self {
        let file = world.stdin_filename.clone();
        let name = file.as_deref().map_or_else(|| "-".into(), shown);
        let slug = file.as_deref().map_or_else(|| "stdin".into(), slug_of);
        Self { name, slug, lies: Lies::Input(bytes, file, world.root.clone()) }
    }

    /// Returns the door to its folder.
    pub(super) fn door(&self) -> Door {
        match &self.lies {
            Lies::Disk(path, root) => {
                let main = main_file(path);
                let folder = folder_of(&main);
                // A folder with parts may use what lies beside it.
                let around = folder.join("..");
                Door::new(folder, if path.is_dir() { &around } else { folder }, root.as_deref())
            }
            Lies::Input(_, file, root) => {
                let folder = file.as_deref().map_or(Path::new("."), folder_of);
                Door::new(folder, folder, root.as_deref())
            }
        }
    }

    /// Reads its files.
    pub(super) fn read(&self) -> Result<Bundle, Error> {
        let (name, slug, door) = (self.name.clone(), self.slug.clone(), self.door());
        let known = Bundle { name, slug, door, parts: Vec::new(), paths: Vec::new(), aside: Vec::new() };
        match &self.lies {
            Lies::Disk(path, _) => bundle(&main_file(path), None, known),
            Lies::Input(bytes, file, _) => {
                let main = Input { name: known.name.clone(), bytes: bytes.clone() };
                let whole = bundle(file.as_deref().unwrap_or(Path::new("-")), Some(main), known)?;
                // What came so lies nowhere that could be written to.
                Ok(Bundle { paths: Vec::new(), ..whole })
            }
        }
    }
}

/// Finds all applications that the arguments name; a bad argument does not keep the others back.
pub(super) fn named_by(arguments: &[OsString], world: &World) -> (Vec<Named>, Vec<Error>) {
    let mut all = Vec::new();
    let mut errors = Vec::new();
    for argument in arguments {
        let found = if argument == "-" {
            world.read_input().map(|bytes| vec![Named::standard_input(bytes, world)])
        } else {
            // What stands in a folder of applications is no more to be believed than they are.
            let path = Path::new(argument);
            let around = (path.is_dir() && main_of(path).is_none()).then_some(path);
            let root = world.root.as_deref().or(around);
            paths(argument).map(|paths| paths.iter().map(|path| Named::on_disk(path, root)).collect())
        };
        match found {
            Ok(found) => all.extend(found),
            Err(error) => errors.push(error),
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|named: &Named| seen.insert(named.name.clone()));
    (all, errors)
}

/// Reads all applications that the arguments name; one that cannot be read does not keep the others back.
pub(super) fn gather(arguments: &[OsString], world: &World) -> (Vec<Bundle>, Vec<Error>) {
    let (all, mut errors) = named_by(arguments, world);
    let mut bundles = Vec::new();
    for named in all {
        match named.read() {
            Ok(bundle) => bundles.push(bundle),
            Err(error) => errors.push(error),
        }
    }
    (bundles, errors)
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

/// Returns the file that an application's path names, or the main one of its folder.
fn main_file(path: &Path) -> PathBuf {
    match path.is_dir() {
        true => main_of(path).unwrap_or_else(|| path.join(names::MAIN)),
        false => path.to_owned(),
    }
}

/// Returns the name of the folder of an application's outputs.
fn slug_of(main: &Path) -> String {
    slug(&if names::is_main(main) { absolute_name(folder_of(main)) } else { stem(main) })
}

/// Reads the files of an application into what is known of it, its main one only where it is not `given`.
fn bundle(main: &Path, given: Option<Input>, known: Bundle) -> Result<Bundle, Error> {
    let read = |path: &Path| known.door.read(path).map(|bytes| Input { name: shown(path), bytes });
    let refuse = |refusal: Refusal| Error::Refused { path: main.to_owned(), reason: refusal.reason() };
    let mut parts = vec![given.map_or_else(|| read(main), Ok).map_err(refuse)?];
    let mut paths = vec![main.to_owned()];
    let mut aside = Vec::new();
    if names::is_main(main) {
        let all = entries(folder_of(main))?;
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
    Ok(Bundle { parts, paths, aside, ..known })
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
