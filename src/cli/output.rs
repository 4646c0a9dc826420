//! Files, written whole or not at all. In: a path and bytes. Out: the file, by way of one beside it.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::Error;

/// Writes a file that can be made again: beside its place first, then renamed, so that nobody ever reads half of it. A
/// file that holds these bytes already is left as it is.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    put(path, bytes, Lasting::MadeAgain)
}

/// Writes a file of an author's likewise; it is on the disk before the former one is given up.
pub(super) fn write_kept(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    put(path, bytes, Lasting::Kept)
}

/// Whether a file outlives a machine that loses its power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lasting {
    /// It need not: what made it makes it again.
    MadeAgain,
    /// It must.
    Kept,
}

fn put(path: &Path, bytes: &[u8], lasting: Lasting) -> Result<(), Error> {
    if holds(path, bytes) {
        return Ok(());
    }
    let folders = path.parent().map_or(Ok(()), fs::create_dir_all);
    folders.and_then(|()| replace(path, bytes, lasting)).map_err(|source| failed(path, source))
}

/// Refuses to write into a folder that is a link, or into a linked one in it: it might lead anywhere.
pub(super) fn refuse_link(folder: &Path, inside: &str) -> Result<(), Error> {
    let whole = folder.join(inside);
    let mut around = whole.ancestors().skip(1).take_while(|above| above.starts_with(folder));
    around.find(|above| above.is_symlink()).map_or(Ok(()), |link| Err(Error::Linked(link.to_owned())))
}

pub(super) fn failed(path: &Path, source: io::Error) -> Error {
    Error::Output { path: path.to_owned(), source }
}

/// Puts a file where there is none, or a former one, or a link.
fn replace(path: &Path, bytes: &[u8], lasting: Lasting) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file() && !found.is_symlink()) {
        return Err(ErrorKind::InvalidInput.into());
    }
    let beside = beside(path);
    let written = fill(&beside, bytes, lasting).and_then(|_locked| fs::rename(&beside, path));
    if written.is_err() {
        // What could not become the file must not stay beside it.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Puts a file that was written beside its place there, unless the former one holds the same.
pub(super) fn settle(beside: &Path, path: &Path) -> io::Result<()> {
    match same(beside, path).unwrap_or(false) {
        true => fs::remove_file(beside),
        false => fs::rename(beside, path),
    }
}

/// Tells whether two files hold the same, of whatever size.
fn same(one: &Path, other: &Path) -> io::Result<bool> {
    if !fs::symlink_metadata(other)?.is_file() || fs::metadata(one)?.len() != fs::metadata(other)?.len() {
        return Ok(false);
    }
    let (mut one, mut other) = (BufReader::new(File::open(one)?), BufReader::new(File::open(other)?));
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let length = left.len().min(right.len());
        if length == 0 {
            return Ok(left.is_empty() && right.is_empty());
        }
        if left[..length] != right[..length] {
            return Ok(false);
        }
        one.consume(length);
        other.consume(length);
    }
}

/// Tells whether a file holds these bytes.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    let length = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).map(|data| data.len());
    length == Some(bytes.len() as u64) && fs::read(path).is_ok_and(|held| held == bytes)
}

/// Fills a file and returns it: as long as it is open and locked, nobody takes it for one of a run that was
/// killed.
fn fill(path: &Path, bytes: &[u8], lasting: Lasting) -> io::Result<File> {
    let mut file = begin(path)?;
    file.write_all(bytes)?;
    if lasting == Lasting::Kept {
        file.sync_all()?;
    }
    Ok(file)
}

/// Begins a file that is renamed when it is whole.
pub(super) fn begin(path: &Path) -> io::Result<File> {
    // A killed run may have left one there, and somebody else a link.
    let _ = fs::remove_file(path);
    let file = File::create_new(path)?;
    // Where a file system knows no locks, the worst is that another run has to be started again.
    let _ = file.try_lock();
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
    write_kept(path, bytes)
}

/// The ending of files that are being written.
const TORN: &str = "part";

pub(super) fn beside(path: &Path) -> PathBuf {
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
