//! `pakt build`: documents from applications. In: applications, documents, languages, forms. Out: files,
//! a report and an exit code. A document with errors is not written, and the old one stays; only the paper on
//! the check is.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::inputs::{self, Bundle, Disk};
use super::{Error, Outcome, Verb, World, check, layers, options, output, style};
use crate::context::Mode;
use crate::diagnostic::{Findings, Level};
use crate::lang::Lang;
use crate::pipeline::{self, Filled, Options, Run};
use crate::report::Checked;
use crate::rules::Asked;
use crate::style::Look;
use crate::templates::{Library, Manifest, Of};
use crate::write::Format;

pub(super) const VERB: Verb = Verb { name: "build", command, run };

/// The name under which the texts of a portal's fields are asked for.
const PORTAL: &str = crate::portal::TEMPLATES;

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(lang.pick("Sprawdź wnioski i zrób dokumenty", "Check applications and make the documents"))
        .arg(options::inputs(lang))
        .arg(Arg::new("out").long("out").short('o').value_name("FOLDER").default_value("out").help(
            lang.pick("Folder na dokumenty (domyślnie: out)", "Folder for the documents (default: out)"),
        ))
        .arg(
            Arg::new("documents")
                .long("document")
                .short('d')
                .value_name("DOKUMENT")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .help(lang.pick(
                    "Który dokument (domyślnie te, na które pozwala etap partnerstwa; lista: pakt templates list; „portal”: teksty pól formularza do wklejenia)",
                    "Which document (default: those of the partnership's stage; list: pakt templates list; “portal”: texts of the form's fields, to be pasted)",
                )),
        )
        .arg(
            Arg::new("to")
                .long("to")
                .value_name("FORMAT")
                .value_delimiter(',')
                .default_value("html,pdf,md,txt")
                .help(lang.pick(
                    "Postać plików: html, pdf, md, txt (domyślnie wszystkie)",
                    "Form of the files: html, pdf, md, txt (default: all)",
                )),
        )
        .arg(
            Arg::new("doc-lang")
                .long("doc-lang")
                .value_name("pl,en")
                .value_delimiter(',')
                .value_parser(["pl", "en"])
                .hide_possible_values(true)
                .help(lang.pick(
                    "Języki dokumentów (domyślnie: meta.languages, potem meta.lang)",
                    "Languages of the documents (default: meta.languages, then meta.lang)",
                )),
        )
        .arg(Arg::new("draft").long("draft").action(ArgAction::SetTrue).help(lang.pick(
            "Wersja robocza: rób mimo błędów i zaznacz braki",
            "A draft: write in spite of errors and mark the gaps",
        )))
        .arg(options::templates(lang))
        .args(options::checking(lang))
        .args(options::reporting(lang))
}

/// A file's name and its content.
type Named = (String, Vec<u8>);

/// What a run of `build` makes of each application.
struct Plan {
    out: PathBuf,
    documents: Vec<String>,
    formats: Vec<Format>,
    langs: Vec<Lang>,
    mode: Mode,
    templates: Option<PathBuf>,
    settings: Options,
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let settings = options::run(matches, world)?;
    let plan = plan(matches, &settings, world.lang)?;
    let (bundles, mut errors) = inputs::gather(&inputs::named(matches), world);
    refuse_same_slug(&bundles)?;
    let mut checked = Vec::new();
    let mut written = Vec::new();
    for bundle in bundles {
        let disk = Disk { folder: bundle.folder.clone() };
        let run = pipeline::read(&bundle.name, bundle.parts.clone(), &disk, &settings);
        match build(&run, &bundle, &plan, &mut written) {
            Ok(found) => checked.push(found),
            Err(error) => {
                checked.push(run.check(Findings::default(), run.loaded.sources.clone()));
                errors.push(error);
            }
        }
    }
    let lang = settings.lang.unwrap_or(world.lang);
    if options::format(matches, world)? == crate::report::Format::Text {
        let list: String = written.iter().map(|path: &PathBuf| format!("{}\n", path.display())).collect();
        world.print(&list)?;
    }
    check::conclude(matches, world, lang, &checked, errors)
}

fn plan(matches: &ArgMatches, settings: &Options, lang: Lang) -> Result<Plan, Error> {
    let words =
        |name: &str| -> Vec<String> { matches.get_many(name).into_iter().flatten().cloned().collect() };
    let format = |name: &String| {
        Format::from_code(name).ok_or_else(|| {
            let all = Format::ALL.map(Format::code).join(", ");
            Error::Argument(lang.pick(
                format!("nie ma dokumentów w postaci „{name}”; możliwe: {all}"),
                format!("there are no documents of the form “{name}”; possible: {all}"),
            ))
        })
    };
    Ok(Plan {
        out: matches.get_one::<String>("out").map(PathBuf::from).unwrap_or_default(),
        documents: words("documents"),
        formats: words("to").iter().map(format).collect::<Result<_, _>>()?,
        langs: words("doc-lang").iter().filter_map(|code| Lang::from_code(code)).collect(),
        mode: if matches.get_flag("draft") { Mode::Draft } else { Mode::Final },
        templates: matches.get_one::<String>("templates").map(PathBuf::from),
        settings: settings.clone(),
    })
}

fn refuse_same_slug(bundles: &[Bundle]) -> Result<(), Error> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for bundle in bundles {
        if let Some(first) = seen.insert(&bundle.slug, &bundle.name) {
            return Err(Error::SameSlug {
                first: first.to_owned(),
                second: bundle.name.clone(),
                slug: bundle.slug.clone(),
            });
        }
    }
    Ok(())
}

/// Makes the documents of one application. All are there before the first is written to disk, so that a
/// fault leaves every old file in its place.
fn build(run: &Run, bundle: &Bundle, plan: &Plan, written: &mut Vec<PathBuf>) -> Result<Checked, Error> {
    let (library, faults) = Library::new(layers::read(plan.templates.as_deref(), &bundle.folder)?);
    let mut sources = run.loaded.sources.clone();
    let mut findings = Findings::default();
    for fault in faults {
        findings.push(fault.diagnostic(&mut sources, run.lang));
    }
    let ids = documents(&library, run, &plan.documents);
    let templates = plan.templates.as_deref();
    let look = style::read(templates, &bundle.folder, &mut sources, &mut findings, run.lang)?;
    let mut files = Vec::new();
    for id in ids.iter().filter(|id| *id != PORTAL) {
        let of = library.document(id).map_or(Of::Application, |manifest| manifest.of);
        for lang in run.document_langs(&plan.langs) {
            // What the paper on the check quotes was told while reading.
            let told = (of == Of::Check && lang != run.lang).then(|| again(bundle, &plan.settings, lang));
            match told.as_ref().unwrap_or(run).fill(&library, id, lang, plan.mode) {
                Ok(papers) => {
                    for mut filled in papers {
                        filled.paper.document.front.marks.extend(look.marks(lang, run.main()));
                        findings.append(run.untranslated(id, lang, &filled.untranslated));
                        for fault in &filled.paper.faults {
                            findings.push(fault.diagnostic(&mut sources, run.lang));
                        }
                        let (forms, found) = files_of(run, &filled, &plan.formats, &look);
                        files.extend(forms.into_iter().map(|(name, bytes)| (of, name, bytes)));
                        findings.append(found);
                    }
                }
                Err(faults) => {
                    for fault in faults {
                        findings.push(fault.diagnostic(&mut sources, run.lang));
                    }
                }
            }
        }
    }
    if ids.iter().any(|id| id == PORTAL) {
        for lang in run.document_langs(&plan.langs) {
            match run.packed(&library, lang, plan.mode, &look) {
                Ok(packed) => {
                    findings.append(packed.findings);
                    files.extend(
                        packed.files.into_iter().map(|file| (Of::Application, file.path, file.bytes)),
                    );
                }
                Err(faults) => {
                    for fault in faults {
                        findings.push(fault.diagnostic(&mut sources, run.lang));
                    }
                }
            }
        }
    }
    let torn = findings.worst() == Some(Level::Error);
    let checked = run.check_for(&asked(&library, run, &plan.documents), &library, findings, sources);
    let refused = torn || (plan.mode == Mode::Final && checked.count(Level::Error) > 0);
    let folder = plan.out.join(&bundle.slug);
    // The paper on the check is the one that errors ask for.
    for (_, name, bytes) in files.iter().filter(|(of, ..)| !refused || *of == Of::Check) {
        let path = folder.join(name);
        output::write(&path, bytes)?;
        written.push(path);
    }
    Ok(checked)
}

/// Returns what rules ask of the documents that are asked for by name; an unknown name is a fault of its own.
fn asked(library: &Library, run: &Run, names: &[String]) -> Vec<Asked> {
    let known = names.iter().filter_map(|id| library.document(id).ok());
    let asked =
        |document: &Manifest| Asked { title: document.title.get(run.lang).to_owned(), stage: document.stage };
    known.map(asked).collect()
}

/// Returns the files of a paper, each with its name, and what their forms could not show.
fn files_of(run: &Run, filled: &Filled, formats: &[Format], look: &Look) -> (Vec<Named>, Findings) {
    let mut findings = Findings::default();
    let files = formats.iter().map(|format| {
        let file = run.write(&filled.stem, &filled.paper.document, *format, look);
        findings.append(file.findings);
        (format!("{}.{}", filled.stem, format.code()), file.bytes)
    });
    (files.collect(), findings)
}

/// Reads the application once more, with its faults told in another language.
fn again(bundle: &Bundle, settings: &Options, lang: Lang) -> Run {
    let disk = Disk { folder: bundle.folder.clone() };
    let settings = Options { lang: Some(lang), ..settings.clone() };
    pipeline::read(&bundle.name, bundle.parts.clone(), &disk, &settings)
}

/// Returns the documents asked for, else those that the application's stage and profile offer.
fn documents(library: &Library, run: &Run, asked: &[String]) -> Vec<String> {
    if !asked.is_empty() {
        return asked.to_vec();
    }
    let stage = run.loaded.application.partnership.stage.copied();
    let offered = library.documents().iter().filter(|document| document.is_offered(stage, &run.profile));
    offered.map(|document| document.id.clone()).collect()
}
