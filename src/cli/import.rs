//! `pakt import`: what was changed in another program, back into the application. In: a file, an application. Out: the
//! changes, shown or written; exit code 0 when there is nothing to do, 1 when there is, 2 when it could not work.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::inputs::{self, Bundle};
use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, import_table, import_word, options};
use crate::lang::Lang;

pub(super) const VERB: Verb = Verb { name: "import", command, run };

fn command(lang: Lang) -> Command {
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
                .value_parser(value_parser!(OsString))
                .help(words("import/--onto", lang)),
        )
        .arg(
            Arg::new("as").long("as").value_name(lang.pick("CZĘŚĆ", "PART")).help(words("import/--as", lang)),
        )
        .arg(Arg::new("write").long("write").action(ArgAction::SetTrue).help(words("import/--write", lang)))
        .arg(options::templates(lang))
        .args(options::checking(lang))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let file = matches.get_one::<PathBuf>("file").expect("the file is required");
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "docx" => import_word::run(file, onto(matches, world)?, matches, world),
        "xlsx" | "csv" => import_table::run(file, &onto(matches, world)?, matches, world),
        _ => Err(wrong("import-of-unknown", world.lang, &[("name", &file.to_string_lossy())])),
    }
}

/// Returns the application that changes come back to: the one named, else the folder one is in.
fn onto(matches: &ArgMatches, world: &mut World) -> Result<Bundle, Error> {
    let named = matches.get_one::<OsString>("onto").cloned().unwrap_or_else(|| ".".into());
    let (bundles, errors) = inputs::gather(std::slice::from_ref(&named), world);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let count = bundles.len().to_string();
    let mut bundles = bundles.into_iter();
    match (bundles.next(), bundles.next()) {
        (Some(bundle), None) if !bundle.paths.is_empty() => Ok(bundle),
        _ => {
            let name = named.to_string_lossy();
            Err(wrong("import-onto-one", world.lang, &[("name", &name), ("count", &count)]))
        }
    }
}
