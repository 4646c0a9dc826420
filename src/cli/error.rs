//! What keeps the program from working. In: a failed call. Out: one sentence in the user's language.

use std::io;
use std::path::PathBuf;

use crate::lang::Lang;

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
    /// An argument names no file.
    #[error("no such file or folder: {0}")]
    NotFound(PathBuf),
    /// A pattern or a folder holds no application.
    #[error("nothing matches: {0}")]
    NothingMatched(String),
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
    /// An argument's value is none of those it may have.
    #[error("{0}")]
    Argument(String),
}

impl Error {
    /// Returns the sentence for the user.
    pub fn tell(&self, lang: Lang) -> String {
        if lang == Lang::En {
            return self.to_string();
        }
        match self {
            Self::Input { path, source } => {
                format!("nie można odczytać {}: {}", path.display(), cause(source))
            }
            Self::Output { path, source } => {
                format!("nie można zapisać {}: {}", path.display(), cause(source))
            }
            Self::NotFound(path) => format!("nie ma takiego pliku ani folderu: {}", path.display()),
            Self::NothingMatched(pattern) => format!("nic nie pasuje do: {pattern}"),
            Self::Exists(path) => format!("{} już istnieje", path.display()),
            Self::SameSlug { first, second, slug } => {
                format!("{first} i {second} zapisałyby te same pliki w {slug}/")
            }
            Self::Argument(message) => message.clone(),
        }
    }
}

/// Returns the usual causes in Polish; the system's own words for the rest.
fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "nie ma takiego pliku ani folderu".into(),
        io::ErrorKind::PermissionDenied => "brak uprawnień".into(),
        io::ErrorKind::IsADirectory => "to jest folder".into(),
        io::ErrorKind::NotADirectory => "to nie jest folder".into(),
        io::ErrorKind::StorageFull => "brak miejsca na dysku".into(),
        io::ErrorKind::ReadOnlyFilesystem => "dysk tylko do odczytu".into(),
        _ => error.to_string(),
    }
}
