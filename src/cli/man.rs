//! `pakt man`: pages of the manual. In: a verb, or a folder. Out: a page, or all of them as files.

use std::io;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_mangen::Man;

use super::printed::shown;
use super::words::words;
use super::{Error, Outcome, VERBS, Verb, World, output};
use crate::lang::Lang;

pub(super) const VERB: Verb = Verb { name: "man", command, run };

fn command(lang: Lang) -> Command {
    let verbs: Vec<&str> = VERBS.iter().map(|verb| verb.name).collect();
    let out = Arg::new("out").long("out").short('o').value_name("FOLDER").conflicts_with("verb");
    Command::new(VERB.name)
        .about(words("man", lang))
        .arg(
            Arg::new("verb")
                .value_name(lang.pick("POLECENIE", "COMMAND"))
                .value_parser(verbs)
                .hide_possible_values(true)
                .help(words("man/verb", lang)),
        )
        .arg(out.value_parser(value_parser!(PathBuf)).help(words("man/--out", lang)))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let program = super::program(world.lang);
    let page_of = |verb: &str| program.get_subcommands().find(|own| own.get_name() == verb);
    let title = |verb: &Command| format!("pakt-{}", verb.get_name());
    let named = |verb: &Command| (title(verb), verb.clone().bin_name(format!("pakt {}", verb.get_name())));
    let whole = || ("pakt".to_owned(), program.clone());
    let Some(folder) = matches.get_one::<PathBuf>("out") else {
        let verb = matches.get_one::<String>("verb").and_then(|verb| page_of(verb));
        world.print(&page(verb.map_or_else(whole, named))?)?;
        return Ok(Outcome::Clean);
    };
    for own in [whole()].into_iter().chain(program.get_subcommands().map(named)) {
        let path = folder.join(format!("{}.1", own.0));
        output::write(&path, page(own)?.as_bytes())?;
        world.print(&format!("{}\n", shown(&path)))?;
    }
    Ok(Outcome::Clean)
}

fn page((title, command): (String, Command)) -> Result<String, Error> {
    let mut page = Vec::new();
    let failed = |source: io::Error| Error::Output { path: "man".into(), source };
    // The day would make other bytes of the same program.
    Man::new(command).title(title).date("").render(&mut page).map_err(failed)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
