//! `pakt build`: documents from applications. In: applications, documents, languages, forms. Out: files,
//! a report and an exit code. With errors no document is written, and the old ones stay; one that lacks what it draws on
//! is not written either. The paper on the check always is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::document_files::{self, Made};
use super::inputs::{self, Bundle};
use super::plan::{self, Plan, Proving, WORKBOOK};
use super::printed::shown;
use super::set::Extent;
use super::words::wrong;
use super::{Error, Outcome, Verb, World, check, options};
use crate::context::Mode;
use crate::diagnostic::Findings;
use crate::lang::{Lang, Noun};
use crate::pipeline::{Edition, Options};
use crate::report::Checked;
use crate::write::Format;

pub(super) const VERB: Verb = Verb { name: "build", command, run };

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
                .action(ArgAction::SetTrue)
                .help(lang.pick("Wypisz każdy zrobiony plik", "List every file that is made")),
        )
        .arg(options::templates(lang))
        .args(options::checking(lang))
        .args(options::reporting(lang))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let mut settings = options::run(matches, world)?;
    if matches.get_one::<String>("edition").is_some_and(|edition| edition == "public") {
        settings.edition = Edition::Public;
    }
    let plan = plan(matches, &settings, world.lang)?;
    let (bundles, mut errors) = inputs::gather(&inputs::named(matches), world);
    refuse_same_slug(&bundles)?;
    plan::refuse_unknown(&plan, &bundles, world)?;
    let is_text = options::format(matches, world)? == crate::report::Format::Text;
    let (mut checked, mut told) = (Vec::new(), Vec::new());
    let mut made = Made::default();
    for bundle in bundles {
        let run = bundle.run(&settings, world);
        let plain = || run.check(Findings::default(), run.loaded.sources.clone());
        let before = made.folders.len();
        let found = match document_files::make(&run, &bundle, &plan, &mut made, world) {
            Ok(found) => found,
            Err(error) => {
                errors.push(error);
                plain()
            }
        };
        // Whoever has documents need not read again what a check of the application as it is says.
        let is_made = is_text && settings.tags.is_empty() && made.folders.len() > before;
        told.push(if is_made { found.without(&plain()) } else { found.clone() });
        checked.push(found);
    }
    let lang = options::closing_lang(&settings, &checked);
    if is_text {
        if matches.get_flag("verbose") {
            let list: String = made.written.iter().map(|path| shown(path) + "\n").collect();
            world.print(&list)?;
        }
        if plan.proving == Proving::All {
            world.print(&proved(&made, lang))?;
        }
        world.print(&earlier(&made, lang))?;
    }
    let outcome = check::conclude(matches, world, &settings, (&checked, &told), errors)?;
    if is_text {
        world.print(&known(&checked, &told, lang))?;
        world.print(&waiting(&made, lang))?;
        if !made.refused.is_empty() {
            world.print(&refused(&made, lang))?;
        }
        world.print(&done(&made, &plan, lang))?;
    }
    Ok(outcome)
}

/// Says how to read what is not said again.
fn known(checked: &[Checked], told: &[Checked], lang: Lang) -> String {
    let known = checked.iter().zip(told).filter(|(all, told)| told.findings.len() < all.findings.len());
    let names: Vec<&str> = known.map(|(all, _)| all.name.as_str()).collect();
    match names.join(" ") {
        names if names.is_empty() => names,
        names => lang.pick(
            format!("Uwagi do wniosku pokaże: pakt check {names}\n"),
            format!("To read them: pakt check {names}\n"),
        ),
    }
}

/// Says how many documents were made, and where they lie.
fn done(made: &Made, plan: &Plan, lang: Lang) -> String {
    let folder = match made.folders.as_slice() {
        [] => return String::new(),
        [folder] => shown(folder),
        _ => shown(&plan.out),
    };
    let papers = lang.counted(
        made.papers as u64,
        Noun(["dokument", "dokumenty", "dokumentów"], ["document", "documents"]),
    );
    lang.pick(format!("Gotowe: {papers} w {folder}\n"), format!("Done: {papers} in {folder}\n"))
}

/// How many things a document is said to lack by name.
const NAMED: usize = 5;

/// Says which documents wait for something to be written, and for what.
fn waiting(made: &Made, lang: Lang) -> String {
    if made.waiting.is_empty() {
        return String::new();
    }
    let mut said = lang
        .pick(
            "Tych dokumentów nie zrobiono, bo brakuje w nich danych:\n",
            "These documents were not made, for they lack data:\n",
        )
        .to_owned();
    for (title, lacks) in &made.waiting {
        let named = lacks.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let rest = lacks.len().saturating_sub(NAMED);
        let more = match rest {
            0 => String::new(),
            rest => lang.pick(format!(" i jeszcze {rest}"), format!(" and {rest} more")),
        };
        said += &format!("  {title}: {named}{more}\n");
    }
    said + lang.pick(
        "Uzupełnij te pola albo dodaj --draft, żeby powstała wersja robocza z zaznaczonymi brakami.\n",
        "Fill in these fields, or add --draft for a draft with the gaps marked.\n",
    )
}

/// Says which documents were not made, and what to do.
fn refused(made: &Made, lang: Lang) -> String {
    // One application needs no name, which may be as short as a dot.
    let names = match made.refused.as_slice() {
        [_] => String::new(),
        many => format!(" ({})", many.join(", ")),
    };
    lang.pick(
        format!(
            "Dokumentów nie zrobiono, bo są błędy{names}. Popraw je albo dodaj --draft, żeby powstała wersja robocza.\n"
        ),
        format!(
            "No documents were made, for there are errors{names}. Mend them, or add --draft to make a draft.\n"
        ),
    )
}

/// Says which files of earlier sets lie there still, and which were removed.
fn earlier(made: &Made, lang: Lang) -> String {
    let list =
        |paths: &[PathBuf]| paths.iter().map(|path| format!("  {}\n", shown(path))).collect::<String>();
    let mut said = String::new();
    if !made.left.is_empty() {
        said += lang.pick(
            "Z poprzednich zestawów zostały pliki, których już nic nie robi (usunie je --clean):\n",
            "Of earlier sets there are files that nothing makes any more (--clean removes them):\n",
        );
        said += &list(&made.left);
    }
    if !made.removed.is_empty() {
        said += lang.pick("Usunięto pliki z poprzednich zestawów:\n", "Removed, being of earlier sets:\n");
        said += &list(&made.removed);
    }
    said
}

/// Says what was read back.
fn proved(made: &Made, lang: Lang) -> String {
    let (files, texts) = (made.proved, made.texts);
    lang.pick(
        format!("odczytano z powrotem: pliki {files}, teksty {texts}\n"),
        format!("read back: files {files}, texts {texts}\n"),
    )
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
    Ok(Plan {
        extent,
        out: PathBuf::from(out),
        documents: words("documents"),
        formats: papers.iter().map(format).collect::<Result<_, _>>()?,
        workbook: !tables.is_empty(),
        langs: words("doc-lang").iter().filter_map(|code| Lang::from_code(code)).collect(),
        mode: if matches.get_flag("draft") { Mode::Draft } else { Mode::Final },
        templates: matches.get_one::<String>("templates").map(PathBuf::from),
        settings: settings.clone(),
        proving: match (matches.get_flag("prove"), matches.get_flag("no-prove")) {
            (true, _) => Proving::All,
            (false, true) => Proving::Off,
            (false, false) => Proving::Quick,
        },
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
