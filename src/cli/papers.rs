//! The papers of one application in the making. In: a run, which document in which language. Out: bytes of files, and
//! what was found.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::plan::{PORTAL, Plan, Proving, WORKBOOK};
use crate::diagnostic::{Diagnostic, Findings};
use crate::document::Document;
use crate::lang::Lang;
use crate::pipeline::{DocumentView, Filled, Run, TORN, Trace};
use crate::style::Look;
use crate::templates::{Fault, Library, Of};
use crate::write::Format;

/// How the name of a paper with comments ends: nobody shall take it for the clean one.
pub(super) const COMMENTED: &str = ".comments.docx";

/// What all papers of an application are made of; threads share it.
pub(super) struct Maker<'run> {
    pub(super) run: &'run Run,
    pub(super) plan: &'run Plan,
    pub(super) library: &'run Library,
    pub(super) look: &'run Look,
    /// What the application is called among files.
    slug: &'run str,
    /// What documents see, by language.
    seen: BTreeMap<&'static str, OnceLock<DocumentView>>,
}

/// What came of a document in a language, or of several.
#[derive(Default)]
pub(super) struct Papers {
    pub(super) faults: Vec<Fault>,
    pub(super) findings: Findings,
    /// What keeps single files back and no other ones.
    pub(super) stopped: Findings,
    pub(super) files: Vec<File>,
    /// The documents that files were made of, kept where they are to be proved.
    pub(super) documents: Vec<Document>,
    /// How many files were read back, and how many texts they had to hold.
    pub(super) proved: usize,
    pub(super) texts: usize,
}

/// A file that is to be written.
pub(super) struct File {
    pub(super) of: Of,
    /// The document that it is, and the partner whose own paper it is, if any.
    pub(super) document: String,
    pub(super) partner: Option<String>,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Whether it holds all that it should, as far as that was asked.
    pub(super) is_whole: bool,
}

impl Papers {
    /// Takes over what came of the next.
    pub(super) fn append(&mut self, other: Self) {
        self.faults.extend(other.faults);
        self.findings.append(other.findings);
        self.stopped.append(other.stopped);
        self.files.extend(other.files);
        self.documents.extend(other.documents);
        self.proved += other.proved;
        self.texts += other.texts;
    }
}

impl<'run> Maker<'run> {
    pub(super) fn new(
        run: &'run Run,
        plan: &'run Plan,
        (library, look): (&'run Library, &'run Look),
        slug: &'run str,
    ) -> Self {
        let seen = Lang::ALL.into_iter().map(|lang| (lang.code(), OnceLock::new())).collect();
        Self { run, plan, library, look, slug, seen }
    }

    /// Makes a document in a language, if it is one of its languages.
    pub(super) fn make(&self, id: &str, lang: Lang) -> Papers {
        let mut papers = Papers::default();
        if id == PORTAL {
            self.pack(lang, &mut papers);
        } else if id == WORKBOOK {
            self.workbook(lang, &mut papers);
        } else if self.is_in(id, lang) {
            self.document(id, lang, &mut papers);
        } else if self.plan.documents.iter().any(|own| own == id) {
            papers.faults.push(Fault::other_language(id, lang));
        }
        papers
    }

    /// Tells whether a document is written in a language; of one that nobody knows a fault tells.
    fn is_in(&self, id: &str, lang: Lang) -> bool {
        self.library.document(id).map_or(true, |manifest| manifest.languages.contains(&lang))
    }

    fn seen(&self, lang: Lang) -> &DocumentView {
        let seen = self.seen.get(lang.code()).expect("there is one for each language");
        seen.get_or_init(|| self.run.seen(lang, self.plan.mode))
    }

    /// Makes a document in a language: one paper, or one for each partner.
    fn document(&self, id: &str, lang: Lang, papers: &mut Papers) {
        let of = self.library.document(id).map_or(Of::Application, |manifest| manifest.of);
        match self.run.fill_from(self.library, id, self.seen(lang)) {
            Ok(all) => all.into_iter().for_each(|filled| self.paper(id, of, filled, papers)),
            Err(faults) => papers.faults.extend(faults),
        }
    }

    fn paper(&self, id: &str, of: Of, mut filled: Filled, papers: &mut Papers) {
        let document = &mut filled.paper.document;
        document.front.marks.extend(self.look.marks(document.lang, self.run.main()));
        if !document.front.marks.is_empty() {
            // The strip of marks that a programme gives out holds them all.
            document.front.wanted.clear();
        }
        papers.findings.append(self.run.untranslated(id, document.lang, &filled.untranslated));
        papers.faults.append(&mut filled.paper.faults);
        let (stem, document) = (&filled.stem, &filled.paper.document);
        let trace = Trace::of(self.run, self.library, (id, &filled), self.seen(document.lang));
        let torn = if self.plan.proving == Proving::Off { Findings::default() } else { trace.torn() };
        let is_said = torn.0.iter().all(|finding: &Diagnostic| finding.code != TORN);
        papers.stopped.append(torn);
        for format in &self.plan.formats {
            let mut file = match format {
                Format::Docx => trace.file(document, self.look),
                _ => self.run.write(stem, document, *format, self.look),
            };
            trace.lead(&mut file.findings, file.missing.map(String::from).as_deref());
            papers.stopped.append(file.findings);
            // What was refused leaves the former file in its place.
            let Some(bytes) = file.bytes else { continue };
            let mut is_whole = is_said;
            if self.plan.proving.reads(*format) {
                let (proof, mut lost) = self.run.prove(stem, document, *format, &bytes);
                trace.lead(&mut lost, proof.lost.first().map(String::as_str));
                is_whole &= proof.lost.is_empty();
                papers.proved += 1;
                papers.texts += proof.strings;
                papers.stopped.append(lost);
            }
            let name = format!("{stem}.{}", format.code());
            let own = stem.strip_prefix(id).and_then(|rest| rest.strip_prefix('-'));
            let partner = own.map(|own| own.rsplit_once('.').map_or(own, |(id, _lang)| id).to_owned());
            let document_id = id.to_owned();
            papers.files.push(File {
                of,
                document: document_id.clone(),
                partner: partner.clone(),
                name,
                bytes,
                is_whole,
            });
            let commented = self.plan.comments && *format == Format::Docx;
            if let Some(bytes) = commented.then(|| trace.commented(document, self.look)).flatten() {
                let name = format!("{stem}{COMMENTED}");
                papers.files.push(File { of, document: document_id, partner, name, bytes, is_whole });
            }
        }
        if self.plan.proving == Proving::All {
            papers.documents.push(filled.paper.document);
        }
    }

    /// Makes the texts of a portal's fields in a language.
    fn pack(&self, lang: Lang, papers: &mut Papers) {
        match self.run.packed(self.library, lang, self.plan.mode, self.look) {
            Ok(packed) => {
                papers.findings.append(packed.findings);
                let files = packed.files.into_iter();
                let files = files.map(|file| File {
                    of: Of::Application,
                    document: PORTAL.to_owned(),
                    partner: None,
                    name: file.path,
                    bytes: file.bytes,
                    is_whole: true,
                });
                papers.files.extend(files);
                if let Some((stem, form)) = packed.form.filter(|_| self.plan.formats.contains(&Format::Docx))
                {
                    self.form(&stem, &form, papers);
                }
            }
            Err(faults) => papers.faults.extend(faults),
        }
    }

    /// Makes the form of a portal as one Word file.
    fn form(&self, stem: &str, form: &Document, papers: &mut Papers) {
        let written = self.run.write(stem, form, Format::Docx, self.look);
        papers.stopped.append(written.findings);
        let Some(bytes) = written.bytes else { return };
        let mut is_whole = true;
        if self.plan.proving.reads(Format::Docx) {
            let (proof, lost) = self.run.prove(stem, form, Format::Docx, &bytes);
            is_whole = proof.lost.is_empty();
            papers.proved += 1;
            papers.texts += proof.strings;
            papers.stopped.append(lost);
        }
        let name = format!("{stem}.{}", Format::Docx.code());
        let document = PORTAL.to_owned();
        papers.files.push(File { of: Of::Application, document, partner: None, name, bytes, is_whole });
    }

    /// Makes the workbook in a language.
    fn workbook(&self, lang: Lang, papers: &mut Papers) {
        let name = format!("{}.{}.{WORKBOOK}", self.slug, lang.code());
        let (is_proved, mode) = (self.plan.proving != Proving::Off, self.plan.mode);
        match self.run.workbook((self.library, lang, mode), &name, is_proved) {
            Ok(tabled) => {
                papers.stopped.append(tabled.findings);
                let Some(bytes) = tabled.bytes else { return };
                papers.proved += usize::from(is_proved);
                papers.texts += tabled.cells;
                let (document, is_whole) = (WORKBOOK.to_owned(), tabled.is_whole);
                papers.files.push(File {
                    of: Of::Application,
                    document,
                    partner: None,
                    name,
                    bytes,
                    is_whole,
                });
            }
            Err(faults) => papers.faults.extend(faults),
        }
    }
}
