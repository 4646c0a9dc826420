//! The one door through which an application's files are read. In: a path as somebody wrote it. Out: its bytes, or in
//! words why they may not be had.
//!
//! A file may be read whose canonical path lies under a root, has no part that begins with a dot, and is a regular file
//! of bounded size. Text is no path: links are followed to their end before anything is opened.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;

use super::error::cause;
use super::set::Stamp;
use crate::diagnostic::Value;
use crate::joining::{Aside, Files, LARGEST_APPLICATION};
use crate::yaml::LARGEST_FILE;

/// Why a file may not be read.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The system cannot, or it is no file.
    Failed(io::Error),
    /// It lies outside of the roots.
    Outside,
    /// A part of its path begins with a dot.
    Hidden,
    /// It is named by its place on this machine.
    Absolute,
    /// The application would have more bytes than it may.
    Large,
    /// A folder that leads into itself.
    Ring,
    /// More files, or folders, or folders within folders, than there may be.
    Many,
}

impl Refusal {
    /// Returns the reason in words.
    pub(super) fn reason(&self) -> Value {
        let words = match self {
            Self::Failed(error) => return Value::both(|lang| cause(error, lang)),
            Self::Outside => [
                "leży poza folderem, z którego wolno czytać; jeśli pakt ma go czytać, podaj wspólny folder nadrzędny: `--root FOLDER`",
                "it lies outside of the folder that may be read; if pakt is to read it, name the folder that holds all: `--root FOLDER`",
            ],
            Self::Hidden => [
                "plików i folderów z kropką na początku nazwy pakt nie czyta",
                "pakt reads no files and folders whose names begin with a dot",
            ],
            Self::Absolute => [
                "ścieżka musi być względna, liczona od pliku, w którym stoi",
                "the path must be a relative one, counted from the file that names it",
            ],
            Self::Large => {
                let words =
                    ["wniosek miałby więcej niż {0} MiB", "the application would have more than {0} MiB"];
                return Value::around(words, LARGEST_APPLICATION >> 20);
            }
            Self::Ring => ["ten folder prowadzi z powrotem do siebie", "this folder leads back to itself"],
            Self::Many => [
                "za dużo plików, folderów albo folderów w folderach",
                "too many files, folders, or folders within folders",
            ],
        };
        words.into()
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// A file's time and length; `None` where there is none.
pub(super) type Look = Option<(SystemTime, u64)>;

/// Looks at a file.
pub(super) fn look(path: &Path) -> Look {
    let data = fs::metadata(path).ok()?;
    Some((data.modified().ok()?, data.len()))
}

/// What may be read, and what was.
#[derive(Clone, Debug)]
pub(super) struct Door {
    /// The folder from which paths count, as the user named it.
    pub(super) folder: PathBuf,
    /// The same, canonical.
    home: PathBuf,
    /// Canonical folders.
    roots: Vec<PathBuf>,
    /// The files that were read, by their canonical paths; doors of one application share them.
    seen: Rc<RefCell<BTreeMap<PathBuf, Stamp>>>,
    /// Those that could not be, as they looked; shared likewise.
    missed: Rc<RefCell<BTreeMap<PathBuf, Look>>>,
    /// How many bytes they had.
    size: RefCell<u64>,
}

impl Door {
    /// Opens a folder and what lies under the `root` asked for, or else under `around`.
    pub(super) fn new(folder: &Path, around: &Path, root: Option<&Path>) -> Self {
        let canonical = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        Self {
            folder: folder.to_owned(),
            home: canonical(folder),
            roots: vec![canonical(root.unwrap_or(around))],
            seen: Rc::default(),
            missed: Rc::default(),
            size: RefCell::default(),
        }
    }

    /// Opens a folder that the command line names: a root of its own, beside the one asked for.
    pub(super) fn named(folder: &Path, root: Option<&Path>) -> Self {
        let mut door = Self::new(folder, folder, None);
        door.roots.extend(root.and_then(|root| fs::canonicalize(root).ok()));
        door
    }

    /// Opens a folder that the command line names for the same application.
    pub(super) fn beside(&self, folder: &Path, root: Option<&Path>) -> Self {
        Self { seen: Rc::clone(&self.seen), missed: Rc::clone(&self.missed), ..Self::named(folder, root) }
    }

    /// Returns the files that were read, by their paths seen from the application's folder.
    pub(super) fn read_files(&self) -> BTreeMap<String, Stamp> {
        let seen = self.seen.borrow();
        seen.iter().map(|(path, stamp)| (self.seen_from_home(path), stamp.clone())).collect()
    }

    /// Returns a canonical path as it is written in the application's folder.
    fn seen_from_home(&self, path: &Path) -> String {
        let above = self
            .home
            .ancestors()
            .enumerate()
            .find_map(|(up, folder)| Some((up, path.strip_prefix(folder).ok()?)));
        let Some((up, rest)) = above else { return path.to_string_lossy().into_owned() };
        "../".repeat(up) + &rest.to_string_lossy().replace('\\', "/")
    }

    /// Returns the files that were read, and those that could not be.
    pub(super) fn seen(&self) -> (BTreeMap<PathBuf, Stamp>, BTreeMap<PathBuf, Look>) {
        (self.seen.borrow().clone(), self.missed.borrow().clone())
    }

    /// Reads a file, but not beyond what the loader would take: it names the limit.
    pub(super) fn read(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        let read = self.bytes(path);
        if read.is_err() {
            self.missed.borrow_mut().insert(path.to_owned(), look(path));
        }
        read
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        let canonical = self.enter(path)?;
        // A pipe may never end and a device never begin: it is asked before it is opened.
        if !fs::symlink_metadata(&canonical)?.is_file() {
            return Err(Refusal::Failed(io::ErrorKind::InvalidInput.into()));
        }
        let file = fs::File::open(&canonical)?;
        let size = file.metadata()?.len().min(LARGEST_FILE as u64 + 1);
        if !self.seen.borrow().contains_key(&canonical) {
            let all = *self.size.borrow() + size;
            if all > LARGEST_APPLICATION as u64 {
                return Err(Refusal::Large);
            }
            *self.size.borrow_mut() = all;
        }
        let mut bytes = Vec::new();
        file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
        self.seen.borrow_mut().insert(canonical, Stamp::of(&bytes));
        Ok(bytes)
    }

    /// Returns the canonical path of what may be read.
    pub(super) fn enter(&self, path: &Path) -> Result<PathBuf, Refusal> {
        // What lies outside as written is not even looked for: whether it is there is nobody's business.
        self.inside(&self.written(path))?;
        let canonical = fs::canonicalize(path)?;
        self.inside(&canonical)?;
        Ok(canonical)
    }

    /// Returns a path as written, counted from the canonical folder.
    fn written(&self, path: &Path) -> PathBuf {
        let own = path.strip_prefix(&self.folder).unwrap_or(path);
        let mut whole = self.home.clone();
        for step in own.components() {
            match step {
                Component::ParentDir => _ = whole.pop(),
                Component::CurDir => {}
                step => whole.push(step),
            }
        }
        whole
    }

    fn inside(&self, path: &Path) -> Result<(), Refusal> {
        let rest = [&self.home].into_iter().chain(&self.roots).find_map(|root| path.strip_prefix(root).ok());
        let is_rooted = self.roots.iter().any(|root| path.starts_with(root));
        let rest = rest.filter(|_| is_rooted).ok_or(Refusal::Outside)?;
        let is_hidden = |step: Component<'_>| step.as_os_str().to_string_lossy().starts_with('.');
        if rest.components().any(is_hidden) { Err(Refusal::Hidden) } else { Ok(()) }
    }
}

impl Files for Door {
    fn read(&self, path: &str) -> Result<Vec<u8>, Value> {
        let is_drive = path.as_bytes().get(1) == Some(&b':');
        let is_absolute = Path::new(path).is_absolute() || is_drive || path.starts_with(['/', '\\', '~']);
        let read = if is_absolute { Err(Refusal::Absolute) } else { self.read(&self.folder.join(path)) };
        read.map_err(|refusal| refusal.reason())
    }
}

/// The files that an application names, and the file of a call that the command line does.
pub(super) struct Disk<'d> {
    /// The application's.
    pub(super) application: &'d Door,
    /// The files of its folder that could not be read.
    pub(super) aside: &'d [(String, Aside)],
    /// The call's; its paths are absolute.
    pub(super) call: Option<Door>,
}

impl Files for Disk<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, Value> {
        match &self.call {
            Some(door) if Path::new(path).is_absolute() => {
                door.read(Path::new(path)).map_err(|refusal| refusal.reason())
            }
            _ => Files::read(self.application, path),
        }
    }

    fn aside(&self) -> &[(String, Aside)] {
        self.aside
    }
}
