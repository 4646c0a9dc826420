//! `pakt build`: documents from applications. In: applications, documents, languages, forms. Out: files,
//! a report and an exit code. With errors no document is written, and the old ones stay; one that lacks what it draws on
//! is not written either. The paper on the check always is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::document_files::{self, Made};
use super::inputs::{self, Named};
use super::made::{Sum, done, earlier, known, listed, proved, refused, waiting};
use super::plan::{self, Plan, Proving, WORKBOOK};
use super::set::Extent;
use super::telling::{Shape, Telling, Told};
use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, door, jobs, names, options};
use crate::context::Mode;
use crate::diagnostic::Findings;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::pipeline::{Edition, Options};
use crate::write::Format;

pub(super) const VERB: Verb = Verb { name: "build", command, run };

fn command(lang: Lang) -> Command {
    let about = lang.pick("Sprawdź wnioski i zrób dokumenty", "Check applications and make the documents");
    with_arguments(Command::new(VERB.name).about(about), lang)
}

/// Adds the arguments of a verb that makes documents.
pub(super) fn with_arguments(command: Command, lang: Lang) -> Command {
    command
        .arg(options::inputs(lang))
        .arg(Arg::new("out").long("out").short('o').value_name("FOLDER").default_value("out").help(
            lang.pick("Folder na dokumenty (domyślnie: out)", "Folder for the documents (default: out)"),
        ))
        .arg(
            Arg::new("documents")
                .long("document")
                .short('d')
                .value_name(lang.pick("DOKUMENT", "DOCUMENT"))
                .action(ArgAction::Append)
                .value_delimiter(',')
                .help(lang.pick(
                    "Który dokument (domyślnie te, na które pozwala etap partnerstwa; lista: pakt templates list); all: każdy; portal: teksty pól formularza do wklejenia",
                    "Which document (default: those of the partnership's stage; list: pakt templates list); all: every one; portal: texts of the form's fields, to be pasted",
                )),
        )
        .arg(
            Arg::new("to")
                .long("to")
                .value_name("FORMAT")
                .value_delimiter(',')
                .default_value("html,pdf,md,txt")
                .help(lang.pick(
                    "Postać plików: html, pdf, md, txt, docx, xlsx (domyślnie html, pdf, md i txt); xlsx to jeden arkusz kalkulacyjny z budżetem, wskaźnikami i innymi tabelami",
                    "Form of the files: html, pdf, md, txt, docx, xlsx (default: html, pdf, md and txt); xlsx is one workbook with budget, indicators and other tables",
                )),
        )
        .arg(
            Arg::new("reference-doc")
                .long("reference-doc")
                .value_name(lang.pick("PLIK", "FILE"))
                .value_parser(value_parser!(PathBuf))
                .help(words("build/--reference-doc", lang)),
        )
        .arg(
            Arg::new("comments")
                .long("comments")
                .action(ArgAction::SetTrue)
                .help(words("build/--comments", lang)),
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
        .arg(Arg::new("prove").long("prove").action(ArgAction::SetTrue).help(lang.pick(
            "Odczytaj z powrotem także PDF, podaj, ile odczytano, i wskaż teksty, których nie ma w żadnym dokumencie",
            "Read PDF back too, say how much was read, and name the texts that no document holds",
        )))
        .arg(Arg::new("no-prove").long("no-prove").action(ArgAction::SetTrue).conflicts_with("prove").help(
            lang.pick(
                "Nie odczytuj plików z powrotem (bez tego każdy HTML, Markdown, tekst i DOCX jest sprawdzany, czy nic nie zginęło)",
                "Do not read files back (otherwise every HTML, Markdown, text and DOCX is proved to have lost nothing)",
            ),
        ))
        .arg(
            Arg::new("edition")
                .long("edition")
                .value_name(lang.pick("WYDANIE", "EDITION"))
                .value_parser(["full", "public"])
                .default_value("full")
                .hide_default_value(true)
                .hide_possible_values(true)
                .help(lang.pick(
                    "Dla kogo: full (wszystko) albo public (bez danych osobowych; osobny folder)",
                    "For whom: full (everything) or public (no personal data; a folder of its own)",
                )),
        )
        .arg(Arg::new("clean").long("clean").action(ArgAction::SetTrue).help(lang.pick(
            "Usuń pliki z poprzednich zestawów, których już nic nie robi i których nikt nie zmienił",
            "Remove files of earlier sets that nothing makes any more and nobody has changed",
        )))
        .arg(
            Arg::new("verbose")
                .long("verbose")
                .short('v')
                .action(ArgAction::SetTrue)
                .help(lang.pick("Wypisz każdy zrobiony plik", "List every file that is made")),
        )
        .arg(options::templates(lang))
        .args(options::checking(lang))
        .mut_arg("profile", |profile| {
            profile.action(ArgAction::Append).help(words("build/--profile", lang))
        })
        .args(options::reporting(lang))
        .arg(options::jobs(lang))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let world = &*world;
    let plans = plans(matches, world)?;
    let (named, errors) = inputs::named_by(&inputs::named(matches), world);
    refuse_same_slug(&named)?;
    plan::refuse_unknown(&plans[0], &named, world)?;
    let shape = Shape::new(matches, world)?;
    let all: Vec<(&Named, &Plan)> =
        named.iter().flat_map(|named| plans.iter().map(move |plan| (named, plan))).collect();
    let jobs = options::asked_jobs(matches, world)?;
    // The papers of a single application are shared out where there is no other.
    let of_one = if all.len() == 1 { jobs } else { 1 };
    let build = Build { shape: &shape, lists: matches.get_flag("verbose"), jobs: of_one, keeps: false };
    let mut telling = Telling::begin((&shape, &plans[0].settings), matches, world, all.len())?;
    let mut sum = Sum::default();
    jobs::each(
        jobs,
        &all,
        |(named, plan)| build.application(named, plan, world),
        |(told, own)| {
            sum.add(own);
            telling.add(told, world)
        },
    )?;
    let lang = telling.lang();
    let is_told = shape.is_text() && !shape.is_quiet;
    let outcome = telling.end(errors, world)?;
    if is_told {
        if plans[0].proving == Proving::All {
            world.print(&proved(&sum, lang))?;
        }
        world.print(&done(&sum, &plans[0].out, lang))?;
    }
    Ok(outcome)
}

/// How applications are built; threads share it.
pub(super) struct Build<'b> {
    pub(super) shape: &'b Shape,
    /// Whether it lists the files.
    pub(super) lists: bool,
    /// How many papers of an application are made at once.
    pub(super) jobs: usize,
    /// Whether it remembers what was read.
    pub(super) keeps: bool,
}

impl Build<'_> {
    /// Makes the papers of an application and says what was found.
    pub(super) fn application(&self, named: &Named, plan: &Plan, world: &World) -> (Told, Made) {
        let start = Instant::now();
        let mut made = Made::default();
        let bundle = match named.read() {
            Ok(bundle) => bundle,
            Err(error) => {
                if let Error::Refused { path, .. } | Error::Input { path, .. } = &error {
                    made.missed.insert(path.clone(), door::look(path));
                }
                return (Told::failed(&named.name, error), made);
            }
        };
        let mut run = bundle.run(&plan.settings, world);
        if let (Some(_), Some(profile)) = (&plan.folder, &plan.profile) {
            run.name = format!("{} --profile {profile}", run.name);
        }
        let plain = || run.check(Findings::default(), run.loaded.sources.clone());
        let (found, error) = match document_files::make(&run, (&bundle, self.jobs), plan, &mut made, world) {
            Ok(found) => (found, None),
            Err(error) => (plain(), Some(error)),
        };
        let lang = found.lang;
        let found = self.shape.new_of(&run, found);
        // Whoever has documents need not read again what a check of the application as it is says.
        let is_known = self.shape.is_text() && plan.settings.tags.is_empty() && !made.folders.is_empty();
        let shown = if is_known { found.without(&plain()) } else { found.clone() };
        let mut told = self.shape.told(&found, &shown);
        if !self.shape.is_quiet {
            told.before = if self.lists { listed(&made) } else { String::new() } + &earlier(&made, lang);
            let known = if shown.findings.len() < found.findings.len() {
                known(&run.name, lang)
            } else {
                String::new()
            };
            told.after = known + &waiting(&made, lang);
        }
        told.after += &refused(&made, lang);
        told.row.coverage = Some(Facts::of(&run.loaded.application).coverage().percent());
        (told.row.papers, told.row.bytes) = (Some(made.papers), Some(made.bytes));
        told.error = error;
        if self.keeps {
            (made.read, made.missed) = bundle.door.seen();
        }
        (told.after(start.elapsed()), made)
    }
}

fn plan(matches: &ArgMatches, settings: &Options, lang: Lang) -> Result<Plan, Error> {
    let words =
        |name: &str| -> Vec<String> { matches.get_many(name).into_iter().flatten().cloned().collect() };
    let format = |name: &String| {
        Format::from_code(name).ok_or_else(|| {
            let all = Format::ALL.map(Format::code).join(", ") + ", " + WORKBOOK;
            Error::Argument(lang.pick(
                format!("nie ma dokumentów w postaci „{name}”; możliwe: {all}"),
                format!("there are no documents of the form “{name}”; possible: {all}"),
            ))
        })
    };
    let is_given = |name: &str| matches.value_source(name) == Some(ValueSource::CommandLine);
    let extent = match ["documents", "to", "doc-lang"].into_iter().any(is_given) {
        true => Extent::Some,
        false if matches.get_flag("clean") => Extent::Clean,
        false => Extent::Whole,
    };
    let out = matches.get_one::<String>("out").map(String::as_str).unwrap_or_default();
    // Whoever names a file means one document; it would be a folder of that name.
    let ending = Path::new(out).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is_paper = |ending: String| {
        Format::from_code(&ending).is_some() || matches!(&*ending, "doc" | "odt" | "zip" | WORKBOOK)
    };
    let is_file = ending.is_some_and(is_paper) && !Path::new(out).is_dir();
    if out == "-" || is_file {
        return Err(wrong("out-is-no-folder", lang, &[("name", out)]));
    }
    let (tables, papers): (Vec<String>, Vec<String>) =
        words("to").into_iter().partition(|form| form.eq_ignore_ascii_case(WORKBOOK));
    let formats: Vec<Format> = papers.iter().map(format).collect::<Result<_, _>>()?;
    let reference = matches.get_one::<PathBuf>("reference-doc").cloned();
    let comments = matches.get_flag("comments");
    let for_word = [(reference.is_some(), "--reference-doc"), (comments, "--comments")];
    if let Some((_, option)) = for_word.iter().find(|(is_given, _)| *is_given)
        && !formats.contains(&Format::Docx)
    {
        return Err(wrong("option-without-docx", lang, &[("option", option)]));
    }
    Ok(Plan {
        extent,
        out: PathBuf::from(out),
        folder: None,
        profile: None,
        documents: words("documents"),
        formats,
        workbook: !tables.is_empty(),
        langs: words("doc-lang").iter().filter_map(|code| Lang::from_code(code)).collect(),
        mode: if matches.get_flag("draft") { Mode::Draft } else { Mode::Final },
        templates: matches.get_one::<String>("templates").map(PathBuf::from),
        reference,
        comments,
        settings: settings.clone(),
        proving: match (matches.get_flag("prove"), matches.get_flag("no-prove")) {
            (true, _) => Proving::All,
            (false, true) => Proving::Off,
            (false, false) => Proving::Quick,
        },
    })
}

pub(super) fn refuse_same_slug(all: &[Named]) -> Result<(), Error> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for named in all {
        if let Some(first) = seen.insert(&named.slug, &named.name) {
            return Err(Error::SameSlug {
                first: first.to_owned(),
                second: named.name.clone(),
                slug: named.slug.clone(),
            });
        }
    }
    Ok(())
}

/// Returns what is to be made, once for each profile that is asked for.
pub(super) fn plans(matches: &ArgMatches, world: &World) -> Result<Vec<Plan>, Error> {
    let mut settings = options::run(matches, world)?;
    if matches.get_one::<String>("edition").is_some_and(|edition| edition == "public") {
        settings.edition = Edition::Public;
    }
    let whole = plan(matches, &settings, world.lang)?;
    let profiles: Vec<&String> = matches.get_many("profile").into_iter().flatten().collect();
    if profiles.len() < 2 {
        return Ok(vec![whole]);
    }
    let mut plans: Vec<Plan> = Vec::new();
    for profile in profiles {
        let folder = names::slug(&names::stem(Path::new(profile)));
        if plans.iter().any(|plan| plan.folder.as_ref() == Some(&folder)) {
            return Err(wrong("profile-twice", world.lang, &[("name", profile), ("folder", &folder)]));
        }
        let mut plan = whole.clone();
        plan.settings.profile = Some(options::asked(profile, world.lang)?);
        plans.push(Plan { folder: Some(folder), profile: Some(profile.clone()), ..plan });
    }
    Ok(plans)
}
