//! `pakt templates`: the documents' templates. In: a verb of its own. Out: a list, copies, or faults.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::door::Door;
use super::inputs;
use super::printed::shown;
use super::words::words;
use super::{Error, Outcome, Verb, World, applications, check, layers, options, output, samples};
use crate::context::{self, Mode};
use crate::diagnostic::Findings;
use crate::lang::Lang;
use crate::pipeline::{self, Options, Run};
use crate::portal;
use crate::report::{self, Checked};
use crate::templates::{Fault, Layers, Library, Origin};

pub(super) const VERB: Verb = Verb { name: "templates", command, run };

fn command(lang: Lang) -> Command {
    let list = Command::new("list").about(words("templates/list", lang));
    let copy = Command::new("copy")
        .about(words("templates/copy", lang))
        .arg(
            Arg::new("documents")
                .value_name(lang.pick("DOKUMENT", "DOCUMENT"))
                .num_args(1..)
                .required(true)
                .help(words("templates/documents", lang)),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .short('o')
                .value_name("FOLDER")
                .default_value("templates")
                .help(words("templates/--out", lang)),
        );
    let check = Command::new("check")
        .about(words("templates/check", lang))
        .arg(options::inputs(lang))
        .args(options::reporting(lang));
    let fields = Command::new("fields").about(words("templates/fields", lang));
    Command::new(VERB.name)
        .about(words("templates", lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(options::templates(lang).global(true))
        .subcommands([list, copy, check, fields])
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let asked = matches.get_one::<String>("templates").map(PathBuf::from);
    match matches.subcommand() {
        Some(("copy", matches)) => copy(matches, asked.as_deref(), world),
        Some(("fields", _)) => {
            world.print(&context::reference())?;
            Ok(Outcome::Clean)
        }
        Some(("check", matches)) => check_all(matches, asked.as_deref(), world),
        _ => list(asked.as_deref(), world),
    }
}

fn list(asked: Option<&Path>, world: &mut World) -> Result<Outcome, Error> {
    let (layers, refused) = layers::read(asked, &here(), world)?;
    complain(world, &refused);
    let (library, _) = Library::new(layers);
    let lang = world.lang;
    let mut text = String::new();
    let portal = lang.pick("Teksty pól formularza w portalu", "Texts of the fields of a portal's form");
    let documents = library.documents().iter();
    let documents = documents.map(|own| (&*own.id, own.title.get(lang), own.languages.as_slice()));
    for (id, title, languages) in documents.chain([(portal::TEMPLATES, portal, Lang::ALL.as_slice())]) {
        let only = if let [only] = languages { format!("  ({})", only.code()) } else { String::new() };
        text.push_str(&format!("{id}  {title}{only}\n"));
        let folder = format!("{id}/");
        let foreign = |path: &str| {
            let others = Lang::ALL.into_iter().filter(|lang| !languages.contains(lang));
            others.into_iter().any(|lang| path.starts_with(&format!("{folder}{}/", lang.code())))
        };
        let files = library.layers().files().into_iter();
        for file in files.filter(|file| file.path.starts_with(&folder) && !foreign(file.path)) {
            let own = if file.layer.origin == Origin::Shipped {
                ""
            } else {
                lang.pick("  (własny)", "  (your own)")
            };
            text.push_str(&format!("    {}{own}\n", file.path));
        }
    }
    world.print(&text)?;
    Ok(Outcome::Clean)
}

/// The templates of the current folder.
fn here() -> Door {
    Door::named(Path::new("."), None)
}

/// Says which templates could not be read.
fn complain(world: &mut World, refused: &Findings) {
    let lang = world.lang;
    refused.0.iter().for_each(|finding| world.complain(&report::worded(finding, lang).message));
}

fn copy(matches: &ArgMatches, asked: Option<&Path>, world: &mut World) -> Result<Outcome, Error> {
    let (layers, refused) = layers::read(asked, &here(), world)?;
    complain(world, &refused);
    let out = matches.get_one::<String>("out").map(PathBuf::from).unwrap_or_default();
    let (mut copied, mut files) = (String::new(), Vec::new());
    for name in matches.get_many::<String>("documents").into_iter().flatten() {
        let found = layers.shipped(name);
        if found.is_empty() {
            return Err(Error::NothingMatched(name.clone()));
        }
        files.extend(found);
    }
    // A part that two documents share is copied once.
    files.sort_by_key(|file| file.path);
    files.dedup_by_key(|file| file.path);
    for file in files {
        let path = out.join(file.path);
        output::write_new(&path, file.text.as_bytes())?;
        copied.push_str(&format!("{}\n", shown(&path)));
    }
    world.print(&copied)?;
    Ok(Outcome::Clean)
}

/// Fills all templates with the applications named, else with the samples that the program carries.
fn check_all(matches: &ArgMatches, asked: Option<&Path>, world: &mut World) -> Result<Outcome, Error> {
    let settings = options::spoken(world);
    let (mut checked, mut errors, mut read) = (Vec::new(), Vec::new(), Outcome::Clean);
    if matches.contains_id("inputs") {
        let (bundles, failed) = inputs::gather(&inputs::named(matches), world);
        errors = failed;
        for bundle in bundles {
            let run = bundle.run(&settings, world);
            let (runs, worst) = applications::readable(world, vec![run]);
            read = read.max(worst);
            for run in runs {
                checked.push(filled(&run, layers::read(asked, &bundle.door, world)?));
            }
        }
    } else {
        // Messages are in the language of who asks, not of the sample.
        let settings = Options { lang: Some(world.lang), ..settings.clone() };
        for sample in samples::samples() {
            let run = pipeline::read(&sample.name, sample.parts, &sample.files, &settings);
            checked.push(filled(&run, layers::read(asked, &here(), world)?));
        }
    }
    let forgiven = read == Outcome::Findings && options::fail_on(matches).is_none();
    let read = if forgiven { Outcome::Clean } else { read };
    Ok(check::conclude(matches, world, &settings, &checked, errors)?.max(read))
}

/// Fills all documents in and returns the faults of their templates.
fn filled(run: &Run, (layers, refused): (Layers, Findings)) -> Checked {
    let (library, strays) = Library::new(layers);
    let mut sources = run.loaded.sources.clone();
    let mut findings = refused;
    let mut tell = |faults: &[Fault]| {
        faults.iter().for_each(|fault| findings.push(fault.diagnostic(&mut sources)));
    };
    tell(&strays);
    for document in library.documents() {
        for lang in document.languages.iter().copied() {
            match run.fill(&library, &document.id, lang, Mode::Draft) {
                Ok(filled) => filled.iter().for_each(|filled| tell(&filled.paper.faults)),
                Err(faults) => tell(&faults),
            }
        }
    }
    for lang in Lang::ALL {
        if let Err(faults) = library.check_parts(portal::TEMPLATES, lang) {
            tell(&faults);
        }
    }
    run.located(findings, sources)
}
