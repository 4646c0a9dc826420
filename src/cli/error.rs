//! What keeps the program from working. In: a failed call. Out: one sentence in the user's language.

use std::io;
use std::path::PathBuf;

use crate::diagnostic::Value;
use crate::lang::Lang;
use crate::words::visible;

/// The machine failed, or the command names what is not there.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read.
    #[error("cannot read {path}: {source}")]
    Input {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file could not be written.
    #[error("cannot write {path}: {source}")]
    Output {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file may not be read.
    #[error("cannot read {path}: {}", .reason.say(Lang::En))]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: Value,
    },
    /// An argument names no file.
    #[error("no such file or folder: {0}")]
    NotFound(PathBuf),
    /// A pattern names no application.
    #[error("nothing matches: {0}")]
    NothingMatched(String),
    /// A folder holds no application.
    #[error("folder {0} holds no application (pakt.yaml or another .yaml file); to start one: pakt new {0}")]
    EmptyFolder(PathBuf),
    /// A folder holds no application but a file that should have another name.
    #[error("{} is not read because of its name: rename it to {right} (Windows hides the endings of names)", .found.display())]
    Misnamed {
        /// The file.
        found: PathBuf,
        /// The name it should have.
        right: String,
    },
    /// A file stands where a new one should go.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// Two inputs would write the same files.
    #[error("{first} and {second} would both write to {slug}/")]
    SameSlug {
        /// One input.
        first: String,
        /// The other.
        second: String,
        /// The folder's name.
        slug: String,
    },
    /// A folder of documents is a link, which may lead anywhere.
    #[error("{0} is a link; documents are written into folders of the output folder only")]
    Linked(PathBuf),
    /// An argument's value is none of those it may have.
    #[error("{0}")]
    Argument(String),
}

impl Error {
    /// Returns the sentence for the user, on one line.
    pub fn tell(&self, lang: Lang) -> String {
        visible(&self.said(lang)).into_owned()
    }

    fn said(&self, lang: Lang) -> String {
        match self {
            Self::Input { path, source } => {
                let (path, cause) = (path.display(), cause(source, lang));
                lang.pick(
                    format!("nie można odczytać {path}: {cause}"),
                    format!("cannot read {path}: {cause}"),
                )
            }
            Self::Output { path, source } => {
                let no_folder = || lang.pick("nie ma takiego folderu", "there is no such folder").to_owned();
                let is_no_folder = source.kind() == io::ErrorKind::NotFound;
                let cause = if is_no_folder { no_folder() } else { cause(source, lang) };
                let path = path.display();
                lang.pick(
                    format!("nie można zapisać {path}: {cause}"),
                    format!("cannot write {path}: {cause}"),
                )
            }
            Self::Refused { path, reason } => {
                let cannot = lang.pick("nie można odczytać", "cannot read");
                format!("{cannot} {}: {}", path.display(), reason.say(lang))
            }
            other if lang == Lang::En => other.to_string(),
            Self::EmptyFolder(path) => {
                let path = path.display();
                format!(
                    "w folderze {path} nie ma wniosku (pliku pakt.yaml ani innego .yaml); nowy założy: pakt new {path}"
                )
            }
            Self::Misnamed { found, right } => format!(
                "pliku {} nie odczytano z powodu jego nazwy: zmień ją na {right} (Windows ukrywa zakończenia nazw)",
                found.display()
            ),
            Self::NotFound(path) => format!("nie ma takiego pliku ani folderu: {}", path.display()),
            Self::NothingMatched(pattern) => format!("nic nie pasuje do: {pattern}"),
            Self::Linked(path) => {
                format!(
                    "{} to dowiązanie; dokumenty zapisuje się tylko w folderach folderu wyników",
                    path.display()
                )
            }
            Self::Exists(path) => format!("{} już istnieje", path.display()),
            Self::SameSlug { first, second, slug } => {
                format!("{first} i {second} zapisałyby te same pliki w {slug}/")
            }
            Self::Argument(message) => message.clone(),
        }
    }
}

/// Returns the usual causes in words; the system's own for the rest.
pub(super) fn cause(error: &io::Error, lang: Lang) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => lang.pick("nie ma takiego pliku", "there is no such file"),
        io::ErrorKind::PermissionDenied => lang.pick("brak uprawnień", "permission denied"),
        // Of what is no regular file: a folder, a pipe, a device.
        io::ErrorKind::IsADirectory | io::ErrorKind::InvalidInput => {
            lang.pick("to nie jest plik", "this is no file")
        }
        io::ErrorKind::NotADirectory => lang.pick("to nie jest folder", "this is no folder"),
        io::ErrorKind::InvalidData => lang.pick("to nie jest tekst w UTF-8", "this is no text in UTF-8"),
        io::ErrorKind::StorageFull => lang.pick("brak miejsca na dysku", "the disk is full"),
        io::ErrorKind::ReadOnlyFilesystem => lang.pick("dysk tylko do odczytu", "the disk is read-only"),
        _ => return error.to_string(),
    };
    words.to_owned()
}
