//! The last step of the line. In: a `Document`. Out: a file's content.

pub mod chart;
mod columns;
pub mod docx;
mod emblem;
mod figures;
mod html;
mod md;
mod paste;
pub mod pdf;
mod phrases;
mod style;
mod text;
pub mod xlsx;

pub use html::{Pasted, form, html};
pub use md::{md, notation};
pub use paste::paste;
pub use style::Style;
pub use text::text;

use std::sync::LazyLock;

use crate::diagnostic::Table;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One self-contained page for a screen, a phone and a printer.
    Html,
    /// Markdown that others read: CommonMark with tables and notes.
    Md,
    /// Plain text, to be pasted.
    Text,
    /// Pages to print and to file: PDF/UA-1 and PDF/A-2a at once.
    Pdf,
    /// A file for Word and its kin, to be gone on with.
    Docx,
}

impl Format {
    /// All formats, in the order in which help lists them.
    pub const ALL: [Self; 5] = [Self::Html, Self::Md, Self::Text, Self::Pdf, Self::Docx];

    /// Returns the name on the command line, which is the file's extension too.
    pub fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Md => "md",
            Self::Text => "txt",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// Reads a name of the command line, in small or capital letters.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| code.eq_ignore_ascii_case(format.code()))
    }
}

/// Returns the words of the faults that writers meet.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}
