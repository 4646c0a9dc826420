//! A report on its way into a file, piece by piece. In: a path as the command line says it, pieces. Out: the file, whole
//! or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use super::{Error, output};

/// The names of the standard output: a file behind it is not begun anew.
const STANDARD: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// A report that is being written: through a pipe, a device, a link. Only a file is replaced, and folders are made below
/// the current one alone.
pub(super) struct Growing {
    path: PathBuf,
    into: Into,
}

enum Into {
    /// The standard output, which other things are said on: it waits until they are.
    Standard(Vec<u8>),
    /// What is no file, and is written through.
    Through(File),
    /// A file beside its place.
    Beside(PathBuf, BufWriter<File>),
}

impl Growing {
    /// Opens the place.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let failed = |source| output::failed(path, source);
        let into = if STANDARD.iter().any(|name| path == Path::new(name)) {
            Into::Standard(Vec::new())
        } else if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
            let opened = OpenOptions::new().write(true).create(true).truncate(true).open(path);
            Into::Through(opened.map_err(failed)?)
        } else {
            let is_below =
                path.components().all(|step| matches!(step, Component::Normal(_) | Component::CurDir));
            if let Some(folder) = path.parent().filter(|_| is_below) {
                fs::create_dir_all(folder).map_err(failed)?;
            }
            if path.file_name().is_none() {
                return Err(failed(ErrorKind::InvalidInput.into()));
            }
            let beside = output::beside(path);
            let file = output::begin(&beside).map_err(failed)?;
            Into::Beside(beside, BufWriter::new(file))
        };
        Ok(Self { path: path.to_owned(), into })
    }

    /// Writes a piece.
    pub(super) fn write(&mut self, text: &str) -> Result<(), Error> {
        let into: &mut dyn Write = match &mut self.into {
            Into::Standard(bytes) => bytes,
            Into::Through(file) => file,
            Into::Beside(_, file) => file,
        };
        into.write_all(text.as_bytes()).map_err(|source| output::failed(&self.path, source))
    }

    /// Puts the whole in its place.
    pub(super) fn end(mut self) -> Result<(), Error> {
        let ended = match &mut self.into {
            Into::Standard(bytes) => io::stdout().write_all(bytes),
            Into::Through(file) => file.flush(),
            Into::Beside(beside, file) => file.flush().and_then(|()| output::settle(beside, &self.path)),
        };
        ended.map_err(|source| output::failed(&self.path, source))
    }
}

impl Drop for Growing {
    fn drop(&mut self) {
        if let Into::Beside(beside, _) = &self.into {
            // What did not become the file must not stay beside it; one that did is no longer there.
            let _ = fs::remove_file(beside);
        }
    }
}
