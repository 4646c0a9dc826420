//! Files, written whole or not at all. In: a path and bytes. Out: the file, by way of one beside it.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use super::Error;

/// The names of the standard output: a file behind it is not begun anew.
const STANDARD: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Writes a file: beside its place first, then renamed, so that nobody ever reads half of it. A file that
/// holds these bytes already is left as it is.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if holds(path, bytes) {
        return Ok(());
    }
    let folders = path.parent().map_or(Ok(()), fs::create_dir_all);
    folders.and_then(|()| replace(path, bytes)).map_err(|source| failed(path, source))
}

/// Refuses to write into a folder that is a link, or into a linked one in it: it might lead anywhere.
pub(super) fn refuse_link(folder: &Path, inside: &str) -> Result<(), Error> {
    let whole = folder.join(inside);
    let mut around = whole.ancestors().skip(1).take_while(|above| above.starts_with(folder));
    around.find(|above| above.is_symlink()).map_or(Ok(()), |link| Err(Error::Linked(link.to_owned())))
}

/// Writes a report to where the command line says: through a pipe, a device, a link. Only a file is replaced, and
/// folders are made below the current one alone.
pub(super) fn report(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if STANDARD.iter().any(|name| path == Path::new(name)) {
        return io::stdout().write_all(bytes).map_err(|source| failed(path, source));
    }
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        let opened = OpenOptions::new().write(true).create(true).truncate(true).open(path);
        return opened.and_then(|mut file| file.write_all(bytes)).map_err(|source| failed(path, source));
    }
    let is_below = path.components().all(|step| matches!(step, Component::Normal(_) | Component::CurDir));
    match is_below {
        true => write(path, bytes),
        false => replace(path, bytes).map_err(|source| failed(path, source)),
    }
}

fn failed(path: &Path, source: io::Error) -> Error {
    Error::Output { path: path.to_owned(), source }
}

/// Puts a file where there is none, or a former one, or a link.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file() && !found.is_symlink()) {
        return Err(ErrorKind::InvalidInput.into());
    }
    let beside = beside(path);
    let written = fill(&beside, bytes).and_then(|_locked| fs::rename(&beside, path));
    if written.is_err() {
        // What could not become the file must not stay beside it.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Tells whether a file holds these bytes.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let length = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).map(|data| data.len());
    length == Some(bytes.len() as u64) && fs::read(path).is_ok_and(|held| held == bytes)
}

/// Fills a file and returns it: as long as it is open and locked, nobody takes it for one of a run that was
/// killed.
fn fill(path: &Path, bytes: &[u8]) -> io::Result<File> {
    // A killed run may have left one there, and somebody else a link.
    let _ = fs::remove_file(path);
    let mut file = File::create_new(path)?;
    // Where a file system knows no locks, the worst is that another run has to be started again.
    let _ = file.try_lock();
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(file)
}

/// Removes a file; one that is not there is as good as removed.
pub(super) fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != ErrorKind::NotFound => Err(failed(path, source)),
        _ => Ok(()),
    }
}

/// Writes a file that must not be there yet.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(Error::Exists(path.to_owned()));
    }
    write(path, bytes)
}

/// The ending of files that are being written.
const TORN: &str = "part";

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.{TORN}", std::process::id()))
}

/// Removes what runs left behind in a folder that were killed while they wrote: files beside others' places
/// that no run holds.
pub(super) fn forget_torn(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => forget_torn(&path),
            Ok(kind) if kind.is_file() && is_beside(&path) && is_nobodys(&path) => {
                let _ = fs::remove_file(&path);
            }
            _ => {}
        }
    }
}

/// Tells whether a name is one that [`beside`] gives.
fn is_beside(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let number = name.strip_prefix('.').and_then(|name| name.strip_suffix(TORN)?.strip_suffix('.'));
    let number = number.and_then(|name| name.rsplit_once('.')).map(|(_, number)| number);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}

fn is_nobodys(path: &Path) -> bool {
    fs::File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}
