//! The documents of one application. In: a run, what is asked for. Out: files on disk, and what was found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::door::Look;
use super::inputs::Bundle;
use super::papers::{COMMENTED, File, Maker, Papers};
use super::plan::{self, PORTAL, Plan, Proving, WORKBOOK};
use super::printed::shown;
use super::set::{Extent, Set, Stamp};
use super::{Error, World, jobs, layers, output, style};
use crate::context::Mode;
use crate::diagnostic::{Diagnostic, Findings, Level};
use crate::document::Document;
use crate::joining;
use crate::lang::Lang;
use crate::pipeline::{self, Edition, LONG, LOST, PERSON, REFUSED, Run, TORN, UNSPOKEN};
use crate::report::{self, Checked};
use crate::source::Sources;
use crate::templates::{Layers, Library, Of};
use crate::word::Brand;

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
    /// The files that were read, and those that could not be; where that is remembered.
    pub(super) read: BTreeMap<PathBuf, Stamp>,
    pub(super) missed: BTreeMap<PathBuf, Look>,
    /// How many bytes their files have.
    pub(super) bytes: u64,
    /// The folders in which they lie.
    pub(super) folders: Vec<PathBuf>,
    /// The files of earlier runs that nothing makes any more.
    pub(super) left: Vec<PathBuf>,
    /// Those of them that were removed.
    pub(super) removed: Vec<PathBuf>,
    /// How many files were read back.
    pub(super) proved: usize,
    /// Whether documents were refused for errors of the application alone.
    pub(super) refused: bool,
    /// How many texts they had to hold.
    pub(super) texts: usize,
    /// The documents that were not made for want of something: each with its title and what it lacks.
    pub(super) waiting: Vec<(String, Vec<String>)>,
}

/// Makes the documents of one application, so many papers at once. All are there before the first is written to disk, so
/// that a fault leaves every old file in its place.
pub(super) fn make(
    run: &Run,
    (bundle, jobs): (&Bundle, usize),
    plan: &Plan,
    made: &mut Made,
    world: &World,
) -> Result<Checked, Error> {
    let templates = plan.templates.as_deref();
    let (layers, mut findings) = layers::own(templates, &bundle.door, world)?;
    let of_ones_own = (!layers.is_empty()).then(|| Library::new(Layers::over_shipped(layers)));
    // What the program ships is read once for all applications.
    let library = match &of_ones_own {
        Some((library, _)) => library,
        None => pipeline::shipped(),
    };
    let mut faults = of_ones_own.as_ref().map(|(_, faults)| faults.clone()).unwrap_or_default();
    let mut sources = run.loaded.sources.clone();
    let look = style::read(templates, &bundle.door, world, &mut sources, &mut findings);
    let brand = match &plan.reference {
        Some(path) => brand(path, bundle, world, &mut findings)?,
        None => None,
    };
    let dressed = brand.map(|brand| {
        let mut own = run.clone();
        own.brand = Some(brand);
        own
    });
    let run = dressed.as_ref().unwrap_or(run);
    let maker = Maker::new(run, plan, (library, &look), &bundle.slug);
    let mut tasks: Vec<(String, Lang)> = Vec::new();
    // Whoever asks for a workbook alone gets no papers.
    let papers = match plan.formats.is_empty() {
        true => Vec::new(),
        false => plan::documents(library, run, &plan.documents),
    };
    let langs = run.document_langs(&plan.langs);
    let unspoken = if plan.mode == Mode::Final { run.unspoken(&langs) } else { Vec::new() };
    for id in papers.into_iter().chain(plan.workbook.then(|| WORKBOOK.to_owned())) {
        let is_ours = id == WORKBOOK || library.document(&id).is_ok_and(|own| own.of == Of::Check);
        let langs = langs.iter().filter(|lang| is_ours || !unspoken.contains(lang));
        tasks.extend(langs.map(|lang| (id.clone(), *lang)));
    }
    let mut papers = Papers::default();
    unspoken.iter().for_each(|lang| papers.stopped.push(run.untranslated_papers(*lang)));
    let work = |(id, lang): &(String, Lang)| maker.make(id, *lang);
    jobs::each(jobs, &tasks, work, |own| {
        papers.append(own);
        Ok(())
    })?;
    faults.append(&mut papers.faults);
    papers.findings.append(findings);
    faults.iter().for_each(|fault| papers.findings.push(fault.diagnostic(&mut sources)));
    Making { run, bundle, plan, library, sources, papers }.finish(made)
}

/// Reads the Word file whose look is taken.
fn brand(
    path: &Path,
    bundle: &Bundle,
    world: &World,
    findings: &mut Findings,
) -> Result<Option<Arc<Brand>>, Error> {
    if !path.is_file() {
        return Err(Error::NotFound(path.to_owned()));
    }
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let door = bundle.door.beside(folder, world.root.as_deref());
    match door.read(&folder.join(path.file_name().unwrap_or_default())) {
        Ok(bytes) => {
            let (brand, own) = pipeline::branded(&shown(path), &bytes);
            findings.append(own);
            Ok(brand)
        }
        Err(refusal) => {
            findings.push(joining::unread(&shown(path), refusal.reason()));
            Ok(None)
        }
    }
}

/// An application's papers that are made and not yet written.
struct Making<'run> {
    run: &'run Run,
    bundle: &'run Bundle,
    plan: &'run Plan,
    library: &'run Library,
    sources: Sources,
    papers: Papers,
}

/// A document, and the partner whose own paper it is, if any.
type Paper<'f> = (&'f str, Option<&'f str>);

impl Making<'_> {
    /// Returns the papers that lack something of what they draw on, each with its title and what that is.
    fn waiting<'f>(&'f self, checked: &Checked) -> BTreeMap<Paper<'f>, (String, Vec<String>)> {
        let mut waiting = BTreeMap::new();
        let application = &self.run.loaded.application;
        for file in self.papers.files.iter().filter(|file| file.of != Of::Check) {
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
            let documents: Vec<&Document> = self.papers.documents.iter().collect();
            self.papers.findings.append(self.run.unsaid(&documents));
        }
        made.proved += self.papers.proved;
        made.texts += self.papers.texts;
        let torn = self.papers.findings.worst() == Some(Level::Error);
        self.papers.findings.append(self.run.personal());
        let made_of = self.plan.made_of(self.run, self.bundle);
        let mut findings = std::mem::take(&mut self.papers.findings);
        findings.append(std::mem::take(&mut self.papers.stopped));
        let asked = plan::asked(self.library, &self.plan.documents);
        let sources = std::mem::take(&mut self.sources);
        let checked = self.run.check_for(&asked, self.library, findings, sources);
        let stops = |finding: &Diagnostic| {
            finding.level == Level::Error && ![REFUSED, LONG, LOST, TORN, UNSPOKEN].contains(&finding.code)
        };
        let is_faulty = checked.findings.iter().any(|finding| stops(&finding.diagnostic));
        // A draft may have errors, but not a person's data that the edition is to leave out.
        let tells = checked.findings.iter().any(|finding| finding.diagnostic.code == PERSON);
        let refused = torn || tells || (self.plan.mode == Mode::Final && is_faulty);
        made.refused = refused && !torn;
        let (slug, edition) = (&self.bundle.slug, self.plan.settings.edition);
        let mut folder = self.plan.out.join(match edition {
            Edition::Full => slug.clone(),
            Edition::Public => format!("{slug}{PUBLIC}"),
        });
        folder.extend(&self.plan.folder);
        let waiting = if self.plan.mode == Mode::Final { self.waiting(&checked) } else { BTreeMap::new() };
        let waits = |file: &File| waiting.contains_key(&(file.document.as_str(), file.partner.as_deref()));
        if !refused {
            made.waiting.extend(waiting.values().cloned());
        }
        // The paper on the check is the one that errors ask for.
        let may = |file: &File| !refused && !waits(file) || file.of == Of::Check;
        let kept = || self.papers.files.iter().filter(|file| !tells && may(file));
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
        let is_unspoken = checked.findings.iter().any(|finding| finding.diagnostic.code == UNSPOKEN);
        let is_whole = !refused && !is_unspoken && waiting.is_empty() && kept().all(|file| file.is_whole);
        let extent = if is_whole { self.plan.extent } else { Extent::Some };
        let paper = |file: &File| match file.document.as_str() {
            PORTAL => PORTAL.to_owned(),
            _ => {
                let plain = file.name.strip_suffix(COMMENTED);
                plain.or(file.name.rsplit_once('.').map(|(stem, _)| stem)).unwrap_or_default().to_owned()
            }
        };
        let papers: BTreeSet<String> =
            kept().filter(|file| file.is_whole && file.of != Of::Check).map(paper).collect();
        let written = Set::write(made_of, self.plan.asked(), (&folder, extent), &files)?;
        made.papers += papers.len();
        made.bytes += files.iter().map(|(_, bytes)| bytes.len() as u64).sum::<u64>();
        made.folders.extend((!papers.is_empty()).then_some(folder));
        made.written.extend(written.files);
        made.left.extend(written.left);
        made.removed.extend(written.removed);
        Ok(checked)
    }
}
