//! The documents of one application. In: a run, what is asked for. Out: files on disk, and what was found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::inputs::Bundle;
use super::plan::{self, PORTAL, Plan, Proving};
use super::set::{Extent, Set};
use super::{Error, World, layers, output, style};
use crate::context::Mode;
use crate::diagnostic::{Diagnostic, Findings, Level};
use crate::document::Document;
use crate::lang::Lang;
use crate::pipeline::{DocumentView, Edition, Filled, LOST, PERSON, REFUSED, Run, TORN, Trace};
use crate::report::{self, Checked};
use crate::source::Sources;
use crate::style::Look;
use crate::templates::{Fault, Library, Of};
use crate::write::Format;

/// What the folder of the edition for the public is called after the full one's, beside which it lies: whoever
/// sends one does not send both.
const PUBLIC: &str = ".public";

/// What a file is called that a proof stopped, behind its name.
const UNPROVED: &str = "unproved";

/// What a run of `build` has made.
#[derive(Default)]
pub(super) struct Made {
    /// The files written, in order.
    pub(super) written: Vec<PathBuf>,
    /// How many documents they are: a paper in a language, whatever its forms.
    pub(super) papers: usize,
    /// The folders in which they lie.
    pub(super) folders: Vec<PathBuf>,
    /// The files of earlier runs that nothing makes any more.
    pub(super) left: Vec<PathBuf>,
    /// Those of them that were removed.
    pub(super) removed: Vec<PathBuf>,
    /// How many files were read back.
    pub(super) proved: usize,
    /// The applications whose documents were refused for errors of the application alone.
    pub(super) refused: Vec<String>,
    /// How many texts they had to hold.
    pub(super) texts: usize,
    /// The documents that were not made for want of something: each with its title and what it lacks.
    pub(super) waiting: Vec<(String, Vec<String>)>,
}

/// Makes the documents of one application. All are there before the first is written to disk, so that a
/// fault leaves every old file in its place.
pub(super) fn make(
    run: &Run,
    bundle: &Bundle,
    plan: &Plan,
    made: &mut Made,
    world: &World,
) -> Result<Checked, Error> {
    let templates = plan.templates.as_deref();
    let (layers, mut findings) = layers::read(templates, &bundle.door, world)?;
    let (library, faults) = Library::new(layers);
    let mut sources = run.loaded.sources.clone();
    let look = style::read(templates, &bundle.door, world, &mut sources, &mut findings);
    let mut making = Making {
        run,
        bundle,
        plan,
        library,
        seen: BTreeMap::new(),
        look,
        sources,
        findings,
        stopped: Findings::default(),
        files: Vec::new(),
        documents: Vec::new(),
        proved: 0,
        texts: 0,
    };
    making.tell(&faults);
    for id in plan::documents(&making.library, run, &plan.documents) {
        for lang in run.document_langs(&plan.langs) {
            if id == PORTAL {
                making.pack(lang);
            } else if making.is_in(&id, lang) {
                making.document(&id, lang);
            } else if plan.documents.contains(&id) {
                let warning = Fault::other_language(&id, lang);
                making.tell(&[warning]);
            }
        }
    }
    making.finish(made)
}

/// An application's documents in the making.
struct Making<'run> {
    run: &'run Run,
    bundle: &'run Bundle,
    plan: &'run Plan,
    library: Library,
    /// What documents see, by language.
    seen: BTreeMap<&'static str, DocumentView>,
    look: Look,
    sources: Sources,
    findings: Findings,
    /// What keeps single files back and no other ones.
    stopped: Findings,
    files: Vec<File>,
    /// The documents that files were made of, kept where they are to be proved.
    documents: Vec<Document>,
    /// How many files were read back, and how many texts they had to hold.
    proved: usize,
    texts: usize,
}

/// A document, and the partner whose own paper it is, if any.
type Paper<'f> = (&'f str, Option<&'f str>);

/// A file that is to be written.
struct File {
    of: Of,
    /// The document that it is, and the partner whose own paper it is, if any.
    document: String,
    partner: Option<String>,
    name: String,
    bytes: Vec<u8>,
    /// Whether it holds all that it should, as far as that was asked.
    is_whole: bool,
}

impl Making<'_> {
    fn tell(&mut self, faults: &[Fault]) {
        for fault in faults {
            self.findings.push(fault.diagnostic(&mut self.sources));
        }
    }

    /// Tells whether a document is written in a language; of one that nobody knows a fault tells.
    fn is_in(&self, id: &str, lang: Lang) -> bool {
        self.library.document(id).map_or(true, |manifest| manifest.languages.contains(&lang))
    }

    /// Makes a document in a language: one paper, or one for each partner.
    fn document(&mut self, id: &str, lang: Lang) {
        let of = self.library.document(id).map_or(Of::Application, |manifest| manifest.of);
        let (run, mode) = (self.run, self.plan.mode);
        let seen = self.seen.entry(lang.code()).or_insert_with(|| run.seen(lang, mode));
        match run.fill_from(&self.library, id, seen) {
            Ok(papers) => papers.into_iter().for_each(|filled| self.paper(id, of, filled)),
            Err(faults) => self.tell(&faults),
        }
    }

    fn paper(&mut self, id: &str, of: Of, mut filled: Filled) {
        let document = &mut filled.paper.document;
        document.front.marks.extend(self.look.marks(document.lang, self.run.main()));
        if !document.front.marks.is_empty() {
            // The strip of marks that a programme gives out holds them all.
            document.front.wanted.clear();
        }
        self.findings.append(self.run.untranslated(id, document.lang, &filled.untranslated));
        self.tell(&filled.paper.faults);
        let (stem, document) = (&filled.stem, &filled.paper.document);
        let seen = self.seen.get(document.lang.code());
        let trace = seen.map(|seen| Trace::of(self.run, &self.library, (id, &filled), seen));
        let torn =
            trace.iter().filter(|_| self.plan.proving != Proving::Off).flat_map(|trace| trace.torn().0);
        let torn: Vec<Diagnostic> = torn.collect();
        let is_said = torn.iter().all(|finding| finding.code != TORN);
        self.stopped.0.extend(torn);
        let lead = |findings: &mut Findings, words: Option<&str>| {
            trace.iter().for_each(|trace| trace.lead(findings, words));
        };
        for format in &self.plan.formats {
            let mut file = match &trace {
                Some(trace) if *format == Format::Docx => trace.file(document, &self.look),
                _ => self.run.write(stem, document, *format, &self.look),
            };
            lead(&mut file.findings, file.missing.map(String::from).as_deref());
            self.stopped.append(file.findings);
            // What was refused leaves the former file in its place.
            let Some(bytes) = file.bytes else { continue };
            let mut is_whole = is_said;
            if self.plan.proving.reads(*format) {
                let (proof, mut lost) = self.run.prove(stem, document, *format, &bytes);
                lead(&mut lost, proof.lost.first().map(String::as_str));
                is_whole &= proof.lost.is_empty();
                self.proved += 1;
                self.texts += proof.strings;
                self.stopped.append(lost);
            }
            let name = format!("{stem}.{}", format.code());
            let own = stem.strip_prefix(id).and_then(|rest| rest.strip_prefix('-'));
            let partner = own.map(|own| own.rsplit_once('.').map_or(own, |(id, _lang)| id).to_owned());
            self.files.push(File { of, document: id.to_owned(), partner, name, bytes, is_whole });
        }
        if self.plan.proving == Proving::All {
            self.documents.push(filled.paper.document);
        }
    }

    /// Makes the texts of a portal's fields in a language.
    fn pack(&mut self, lang: Lang) {
        match self.run.packed(&self.library, lang, self.plan.mode, &self.look) {
            Ok(packed) => {
                self.findings.append(packed.findings);
                let files = packed.files.into_iter();
                let files = files.map(|file| File {
                    of: Of::Application,
                    document: PORTAL.to_owned(),
                    partner: None,
                    name: file.path,
                    bytes: file.bytes,
                    is_whole: true,
                });
                self.files.extend(files);
                if let Some((stem, form)) = packed.form.filter(|_| self.plan.formats.contains(&Format::Docx))
                {
                    self.form(&stem, &form);
                }
            }
            Err(faults) => self.tell(&faults),
        }
    }

    /// Makes the form of a portal as one Word file.
    fn form(&mut self, stem: &str, form: &Document) {
        let written = self.run.write(stem, form, Format::Docx, &self.look);
        self.stopped.append(written.findings);
        let Some(bytes) = written.bytes else { return };
        let mut is_whole = true;
        if self.plan.proving.reads(Format::Docx) {
            let (proof, lost) = self.run.prove(stem, form, Format::Docx, &bytes);
            is_whole = proof.lost.is_empty();
            self.proved += 1;
            self.texts += proof.strings;
            self.stopped.append(lost);
        }
        let name = format!("{stem}.{}", Format::Docx.code());
        let document = PORTAL.to_owned();
        self.files.push(File { of: Of::Application, document, partner: None, name, bytes, is_whole });
    }

    /// Returns the papers that lack something of what they draw on, each with its title and what that is.
    fn waiting<'f>(&'f self, checked: &Checked) -> BTreeMap<Paper<'f>, (String, Vec<String>)> {
        let mut waiting = BTreeMap::new();
        let application = &self.run.loaded.application;
        for file in self.files.iter().filter(|file| file.of != Of::Check) {
            let paper = (file.document.as_str(), file.partner.as_deref());
            let missing = report::concerning(&file.document, &checked.findings).into_iter();
            let missing = missing.filter(|own| own.level == Level::Missing);
            let things = report::things(missing, application, checked.lang);
            let lacks: Vec<String> = things
                .iter()
                .filter(|thing| file.partner.as_ref().is_none_or(|own| thing.concerns(own, application)))
                .map(report::Thing::words)
                .collect();
            if !lacks.is_empty() {
                let title = self.library.document(&file.document).map(|own| own.title.get(checked.lang));
                let title = title.unwrap_or(&file.document).to_owned();
                let title = file.partner.iter().fold(title, |title, own| format!("{title} {own}"));
                waiting.insert(paper, (title, lacks));
            }
        }
        waiting
    }

    /// Checks the application and writes the files that may be written.
    fn finish(mut self, made: &mut Made) -> Result<Checked, Error> {
        if self.plan.proving == Proving::All {
            let documents: Vec<&Document> = self.documents.iter().collect();
            self.findings.append(self.run.unsaid(&documents));
        }
        made.proved += self.proved;
        made.texts += self.texts;
        let torn = self.findings.worst() == Some(Level::Error);
        self.findings.append(self.run.personal());
        let made_of = self.plan.made_of(self.run, self.bundle);
        self.findings.append(std::mem::take(&mut self.stopped));
        let asked = plan::asked(&self.library, &self.plan.documents);
        let (findings, sources) = (std::mem::take(&mut self.findings), std::mem::take(&mut self.sources));
        let checked = self.run.check_for(&asked, &self.library, findings, sources);
        let stops = |finding: &Diagnostic| {
            finding.level == Level::Error && ![REFUSED, LOST, TORN].contains(&finding.code)
        };
        let is_faulty = checked.findings.iter().any(|finding| stops(&finding.diagnostic));
        // A draft may have errors, but not a person's data that the edition is to leave out.
        let tells = checked.findings.iter().any(|finding| finding.diagnostic.code == PERSON);
        let refused = torn || tells || (self.plan.mode == Mode::Final && is_faulty);
        if refused && !torn {
            made.refused.push(self.run.name.clone());
        }
        let (slug, edition) = (&self.bundle.slug, self.plan.settings.edition);
        let folder = self.plan.out.join(match edition {
            Edition::Full => slug.clone(),
            Edition::Public => format!("{slug}{PUBLIC}"),
        });
        let waiting = if self.plan.mode == Mode::Final { self.waiting(&checked) } else { BTreeMap::new() };
        let waits = |file: &File| waiting.contains_key(&(file.document.as_str(), file.partner.as_deref()));
        if !refused {
            made.waiting.extend(waiting.values().cloned());
        }
        // The paper on the check is the one that errors ask for.
        let may = |file: &File| !refused && !waits(file) || file.of == Of::Check;
        let kept = || self.files.iter().filter(|file| !tells && may(file));
        let beside = |file: &File| format!("{}.{UNPROVED}", file.name);
        // Where a file is not whole, the former one stays.
        let name = |file: &File| if file.is_whole { file.name.clone() } else { beside(file) };
        let files: Vec<(String, &[u8])> = kept().map(|file| (name(file), file.bytes.as_slice())).collect();
        for file in kept() {
            output::refuse_link(&folder, &file.name)?;
        }
        for file in kept().filter(|file| file.is_whole) {
            output::remove(&folder.join(beside(file)))?;
        }
        let is_whole = !refused && waiting.is_empty() && kept().all(|file| file.is_whole);
        let extent = if is_whole { self.plan.extent } else { Extent::Some };
        let paper = |file: &File| match file.document.as_str() {
            PORTAL => PORTAL.to_owned(),
            _ => file.name.rsplit_once('.').map_or("", |(stem, _)| stem).to_owned(),
        };
        let papers: BTreeSet<String> =
            kept().filter(|file| file.is_whole && file.of != Of::Check).map(paper).collect();
        let written = Set::write(made_of, self.plan.asked(), (&folder, extent), &files)?;
        made.papers += papers.len();
        made.folders.extend((!papers.is_empty()).then_some(folder));
        made.written.extend(written.files);
        made.left.extend(written.left);
        made.removed.extend(written.removed);
        Ok(checked)
    }
}
