//! The workbook of an application on the line. In: `Run`, templates. Out: the file, read back.

use super::LOST;
use super::Run;
use super::written::of_writer;
use crate::context::Mode;
use crate::diagnostic::{Findings, Place, Value};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::portal::Scope;
use crate::tables::{self, Case};
use crate::templates::{Fault, Library};
use crate::words::listed;
use crate::write::xlsx::{self, Refusal};

/// The code of a workbook that cannot be written; it stops that file alone.
pub const LONG: &str = "WRITE-12";

/// How many cells a finding names.
const NAMED: usize = 5;

/// A workbook, and what was found when it was read back.
#[derive(Clone, Debug, Default)]
pub struct Tabled {
    /// The file; `None` where none could be written.
    pub bytes: Option<Vec<u8>>,
    /// How many cells were read back.
    pub cells: usize,
    /// Whether each of them says what it should, as far as that was asked.
    pub is_whole: bool,
    /// What is wrong.
    pub findings: Findings,
}

impl Run {
    /// Makes the workbook in a language and reads it back where that is asked; `name` is the file's in findings. The faults
    /// are those of the templates that fill the form's fields.
    pub fn workbook(
        &self,
        (library, lang, mode): (&Library, Lang, Mode),
        name: &str,
        is_proved: bool,
    ) -> Result<Tabled, Vec<Fault>> {
        let application = self.shown();
        let facts = Facts::of(&application);
        let pack = self.pack_of(&facts, library, (lang, mode), Scope::All)?;
        let main = self.main();
        let title = application.meta.title.get().and_then(|title| title.say(lang, main));
        let title = title.map_or(self.name.as_str(), |said| said.words);
        let workbook = tables::workbook(&Case { facts: &facts, pack: pack.as_ref(), lang, main, title });
        let mut tabled = Tabled { is_whole: true, ..Tabled::default() };
        match xlsx::xlsx(&workbook) {
            Ok(bytes) => {
                if is_proved {
                    let proof = tables::proof(&bytes, &workbook);
                    tabled.cells = proof.cells;
                    tabled.is_whole = proof.lost.is_empty();
                    tabled.findings = lost(name, &proof.lost);
                }
                tabled.bytes = Some(bytes);
            }
            Err(refusal) => {
                let detail = match refusal {
                    Refusal::Long(cell) | Refusal::Other(cell) => cell,
                };
                let values = [("name", name), ("cell", detail.as_str())];
                let longest = Value::from(crate::units::Count::new(xlsx::LONGEST as u64));
                let finding = of_writer(LONG, Place::root(), &values);
                tabled.findings.push(finding.with("limit", longest));
            }
        }
        Ok(tabled)
    }
}

/// Tells of cells that do not say what they should.
fn lost(name: &str, cells: &[String]) -> Findings {
    if cells.is_empty() {
        return Findings::default();
    }
    let finding = of_writer(LOST, Place::root(), &[("name", name), ("texts", &listed(cells, NAMED))]);
    let count = Value::counted(cells.len(), ["komórki", "komórek", "komórek"], ["cell", "cells"]);
    Findings(vec![finding.with("count", count)])
}
