//! `pakt import`: what was changed in another program, back into the application. In: a file, an application. Out: the
//! changes, shown or written; exit code 0 when there is nothing to do, 1 when there is, 2 when it could not work.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, import_word, options};
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
                .value_parser(value_parser!(std::ffi::OsString))
                .help(words("import/--onto", lang)),
        )
        .arg(Arg::new("write").long("write").action(ArgAction::SetTrue).help(words("import/--write", lang)))
        .arg(options::templates(lang))
        .args(options::checking(lang))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let file = matches.get_one::<PathBuf>("file").expect("the file is required");
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "docx" => import_word::run(file, matches, world),
        _ => Err(wrong("import-of-unknown", world.lang, &[("name", &file.to_string_lossy())])),
    }
}
