//! `pakt import TABLE`: a workbook or a CSV file brought over into the author's files. In: a table, an application. Out: what
//! changes, shown as a difference of each file; with `--write` the files; exit code 1 when something is in the way.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use clap::ArgMatches;

use super::words::wrong;
use super::{Error, Outcome, World, applications, fix, inputs, options, printed};
use crate::lang::{Lang, Noun};
use crate::pipeline::{Imported, Options, imported};
use crate::report::worded;
use crate::tables::{LARGEST_TABLE, Subject, Told};

/// Brings a table's changes onto an application.
pub(super) fn run(
    path: &Path,
    bundle: &inputs::Bundle,
    matches: &ArgMatches,
    world: &mut World,
) -> Result<Outcome, Error> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let asked = matches.get_one::<String>("as");
    let Some(subject) = asked.and_then(|word| Subject::meant(word)) else {
        return Err(wrong("import-without-part", world.lang, &[("name", &name)]));
    };
    let bytes = read(path)?;
    let settings: Options = options::spoken(world);
    let mut look = |parts: &[crate::yaml::Input]| {
        inputs::Bundle { parts: parts.to_vec(), ..bundle.clone() }.run(&settings, world)
    };
    let lang = settings.report_lang(look(&bundle.parts).loaded.application.meta.lang.copied());
    let brought = imported(&bundle.parts, (&name, &bytes), subject, &mut look);
    let shown = printed::shown(path);
    let told: String = brought.told.iter().map(|told| line(told, &shown, lang)).collect();
    world.print(&told)?;
    world.print(&fix::changes(&bundle.parts, &brought.parts))?;
    let is_written = matches.get_flag("write") && !brought.stops();
    if is_written {
        fix::write(bundle, &brought.parts)?;
    }
    world.print(&end(&brought, is_written, lang))?;
    let is_open = brought.stops() || brought.changed != [0, 0] && !is_written;
    Ok(applications::found(is_open))
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
