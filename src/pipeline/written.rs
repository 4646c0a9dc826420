//! The files on the line. In: a document, its look. Out: the file's content, and what it could not show.

use std::sync::Arc;

use super::Run;
use crate::diagnostic::{Diagnostic, Findings, Place, Value};
use crate::document::Document;
use crate::style::Look;
use crate::write::{self, Format, Style, docx, pdf};

/// The code of a PDF that cannot be written; it stops that file alone.
pub const REFUSED: &str = "WRITE-02";

/// A file's content, and what it could not show.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// The content; `None` where nothing could be written.
    pub bytes: Option<Vec<u8>>,
    /// What the reader should know of it.
    pub findings: Findings,
    /// The first character that it could not show.
    pub missing: Option<char>,
}

impl Run {
    /// Writes a document as a file's content; `id` names it in findings.
    pub fn write(&self, id: &str, document: &Document, format: Format, look: &Look) -> File {
        let bytes = match format {
            Format::Html => write::html(document, &Style::from(look)).into_bytes(),
            Format::Md => write::md(document).into_bytes(),
            Format::Text => write::text(document).into_bytes(),
            Format::Pdf => return self.pdf(id, document, look),
            Format::Docx => docx::docx(document, &self.word_style(document, look)),
        };
        File { bytes: Some(bytes), ..File::default() }
    }

    /// Returns how a Word file looks.
    pub(super) fn word_style(&self, document: &Document, look: &Look) -> docx::Style {
        let running = look.running(document.lang, self.main());
        match &self.brand {
            Some(brand) => docx::Style::of_brand(look, running, Arc::clone(brand)),
            None => docx::Style::of(look, running),
        }
    }

    fn pdf(&self, id: &str, document: &Document, look: &Look) -> File {
        let mut findings = Findings::default();
        let mut missing = None;
        let style = pdf::Style::of(look, look.running(document.lang, self.main()));
        let bytes = match pdf::pdf(document, &style) {
            Ok(written) => {
                missing = written.missing.first().copied();
                if missing.is_some() {
                    findings.push(boxes(id, &written.missing));
                }
                Some(written.bytes)
            }
            Err(refusal) => {
                let values = [("name", id), ("detail", &refusal.to_string())];
                findings.push(of_writer(REFUSED, Place::root(), &values));
                None
            }
        };
        File { bytes, findings, missing }
    }
}

fn boxes(id: &str, missing: &[char]) -> Diagnostic {
    let named = |letter: &char| format!("„{letter}” (U+{:04X})", u32::from(*letter));
    let characters = missing.iter().map(named).collect::<Vec<_>>().join(", ");
    let count = Value::counted(missing.len(), ["znaku", "znaków", "znaków"], ["character", "characters"]);
    let finding = of_writer("WRITE-01", Place::root(), &[("name", id), ("characters", &characters)]);
    finding.with("count", count)
}

/// Returns a finding on a file, or on a text of the application.
pub(super) fn of_writer(code: &str, place: Place, values: &[(&'static str, &str)]) -> Diagnostic {
    Diagnostic::of(write::words(), code, place, values)
}
