//! `pakt import TABLE`: a workbook or a CSV file brought over into the author's files. In: a table, an application. Out: what
//! changes, shown as a difference of each file; with `--write` the files; exit code 1 when something is in the way.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, fix, inputs, options, printed};
use crate::lang::{Lang, Noun};
use crate::pipeline::{Imported, Options, imported};
use crate::report::worded;
use crate::tables::{LARGEST_TABLE, Subject, Told};

pub(super) const VERB: Verb = Verb { name: "import", command, run };

fn command(lang: Lang) -> Command {
    let kinds = Subject::ALL.iter().map(|subject| subject.code()).collect::<Vec<_>>();
    Command::new(VERB.name)
        .about(words("import", lang))
        .arg(
            Arg::new("file")
                .value_name(lang.pick("PLIK", "FILE"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(words("import/file", lang)),
        )
        .arg(
            Arg::new("onto")
                .long("onto")
                .value_name(lang.pick("WNIOSEK", "APPLICATION"))
                .default_value(".")
                .hide_default_value(true)
                .value_parser(value_parser!(OsString))
                .help(words("import/--onto", lang)),
        )
        .arg(
            Arg::new("as")
                .long("as")
                .value_name(lang.pick("CZĘŚĆ", "PART"))
                .required(true)
                .value_parser(kinds)
                .hide_possible_values(true)
                .help(words("import/--as", lang)),
        )
        .arg(Arg::new("write").long("write").action(ArgAction::SetTrue).help(words("import/--write", lang)))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let bytes = read(&path)?;
    let onto: Vec<OsString> = matches.get_one::<OsString>("onto").cloned().into_iter().collect();
    let (bundles, errors) = inputs::gather(&onto, world);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let [bundle] = bundles.as_slice() else {
        let name = onto.first().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let count = bundles.len().to_string();
        return Err(wrong("import-onto-several", world.lang, &[("name", &name), ("count", &count)]));
    };
    let code = matches.get_one::<String>("as").map_or("", String::as_str);
    let subject = Subject::ALL.iter().find(|subject| subject.code() == code);
    let subject = *subject.expect("clap takes no other word");
    let settings: Options = options::spoken(world);
    let mut look = |parts: &[crate::yaml::Input]| {
        inputs::Bundle { parts: parts.to_vec(), ..bundle.clone() }.run(&settings, world)
    };
    let lang = settings.report_lang(look(&bundle.parts).loaded.application.meta.lang.copied());
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let brought = imported(&bundle.parts, (&name, &bytes), subject, &mut look);
    let shown = printed::shown(&path);
    let told: String = brought.told.iter().map(|told| line(told, &shown, lang)).collect();
    world.print(&told)?;
    world.print(&fix::changes(&bundle.parts, &brought.parts))?;
    let is_written = matches.get_flag("write") && !brought.stops();
    if is_written {
        fix::write(bundle, &brought.parts)?;
    }
    world.print(&end(&brought, is_written, lang))?;
    Ok(if brought.stops() { Outcome::Findings } else { Outcome::Clean })
}

/// Reads the table, no further than one may be large.
fn read(path: &Path) -> Result<Vec<u8>, Error> {
    if !path.exists() {
        return Err(Error::NotFound(path.to_owned()));
    }
    let failed = |source| Error::Input { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(LARGEST_TABLE as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Says what is wrong with a table, and what to do.
fn line(told: &Told, name: &str, lang: Lang) -> String {
    let words = worded(&told.0, lang);
    let level = match told.stops() {
        true => lang.pick("błąd", "error"),
        false => lang.pick("ostrzeżenie", "warning"),
    };
    let help = lang.pick("pomoc", "help");
    let help = if words.help.is_empty() { String::new() } else { format!("  = {help}: {}\n", words.help) };
    format!("{level}[{}]: {name}: {}\n{help}", told.0.code, words.message)
}

/// Says what came of it.
fn end(brought: &Imported, is_written: bool, lang: Lang) -> String {
    let [changed, added] = brought.changed.map(|count| count as u64);
    if brought.stops() {
        let words = lang.pick("Niczego nie zapisano.", "Nothing was written.");
        return format!("{words}\n");
    }
    if (changed, added) == (0, 0) {
        let words = lang.pick(
            "Tabela mówi to samo, co wniosek: nie ma czego zmieniać.",
            "The table says what the application says: there is nothing to change.",
        );
        return format!("{words}\n");
    }
    let cells = Noun(
        ["zmieniona wartość", "zmienione wartości", "zmienionych wartości"],
        ["value changed", "values changed"],
    );
    let rows = Noun(["nowy wpis", "nowe wpisy", "nowych wpisów"], ["new entry", "new entries"]);
    let counts = format!("{}, {}", lang.counted(changed, cells), lang.counted(added, rows));
    match is_written {
        true => lang.pick(
            format!("Zapisano: {counts}. Sprawdź wniosek: pakt check\n"),
            format!("Written: {counts}. Check the application: pakt check\n"),
        ),
        false => lang.pick(
            format!("Do zapisania: {counts}. Dodaj --write, żeby zapisać.\n"),
            format!("To be written: {counts}. Add --write to write.\n"),
        ),
    }
}
