//! The proof that nothing was lost, on the line. In: `Run`, its documents and files. Out: findings.

use std::collections::BTreeSet;

use super::filled::counted_texts;
use super::written::of_writer;
use super::{Run, Trace};
use crate::diagnostic::{Findings, Place, Value};
use crate::document::Document;
use crate::lang::Lang;
use crate::proof::{self, Proof, Unsaid};
use crate::write::Format;

/// The code of a file that lacks a text; it stops that file alone.
pub const LOST: &str = "WRITE-03";

/// The code of a paper that does not say a text whole; it stops that paper alone.
pub const TORN: &str = "WRITE-10";

/// How many texts or places a finding names.
const NAMED: usize = 3;

/// How long a quoted text is at most, in characters.
const QUOTED: usize = 60;

impl Run {
    /// Reads a file back and tells what of its document it lacks; `stem` names it without its ending.
    pub fn prove(&self, stem: &str, document: &Document, format: Format, file: &[u8]) -> (Proof, Findings) {
        let proof = proof::prove(document, format, file);
        let mut findings = Findings::default();
        if !proof.lost.is_empty() {
            let count = counted_texts(proof.lost.len());
            let texts = Value::list(proof.lost.iter().take(NAMED).map(|text| quoted(text)));
            let name = format!("{stem}.{}", format.code());
            let finding = of_writer(LOST, Place::root(), &[("name", &name)]);
            findings.push(finding.with("count", count).with("texts", texts));
        }
        (proof, findings)
    }

    /// Tells which texts of the application none of these documents holds, language by language.
    pub fn unsaid(&self, documents: &[&Document]) -> Findings {
        let mut findings = Findings::default();
        let application = self.shown();
        for lang in Lang::ALL {
            let own: Vec<&Document> =
                documents.iter().copied().filter(|document| document.lang == lang).collect();
            if own.is_empty() {
                continue;
            }
            let missing = proof::unsaid(&application, &own, lang);
            if let Some(first) = missing.first() {
                let count = counted_texts(missing.len());
                let place = |one: &Unsaid| format!("`{}`", one.place);
                let places: Vec<String> = missing.iter().take(2 * NAMED).map(place).collect();
                let more = if missing.len() > 2 * NAMED { " …" } else { "" };
                let places = places.join(", ") + more;
                let values = [("lang", lang.code()), ("places", &*places)];
                let finding = of_writer("WRITE-04", first.place.clone(), &values);
                findings.push(finding.with("count", count).with("text", quoted(&first.words)));
            }
        }
        findings
    }
}

impl Trace<'_> {
    /// Tells which texts the paper says and not as they were typed; of a paper whose own templates change texts on
    /// purpose it is told and no more.
    pub fn torn(&self) -> Findings {
        let mut findings = Findings::default();
        let application = self.run.shown();
        let (_, origins) = self.run.marked(self.seen);
        let torn = proof::torn(&application, self.traced(), origins);
        let Some(first) = torn.first() else { return findings };
        let places: BTreeSet<String> = torn.iter().map(|one| format!("`{}`", one.place)).collect();
        let more = if places.len() > 2 * NAMED { " …" } else { "" };
        let shown: Vec<&str> = places.iter().take(2 * NAMED).map(String::as_str).collect();
        let sign = format!("„{}” (U+{:04X})", first.lost, u32::from(first.lost));
        let values = [("name", self.stem), ("sign", &*sign), ("places", &*(shown.join(", ") + more))];
        let finding = match self.library.changing(self.id, self.seen.lang) {
            Some(file) => of_writer("WRITE-11", first.place.clone(), &values).with("file", file),
            None => of_writer(TORN, first.place.clone(), &values),
        };
        findings.push(finding);
        findings
    }
}

/// Returns the opening of a text in quotes.
fn quoted(text: &str) -> Value {
    let opening: String = text.chars().take(QUOTED).collect();
    let more = if opening.len() < text.len() { "…" } else { "" };
    Value::quoted(opening + more)
}
