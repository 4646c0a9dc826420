//! `pakt completions SHELL`: what a shell offers while somebody types. In: a shell. Out: its script.

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::words::words;
use super::{Error, Outcome, Verb, World};
use crate::lang::Lang;

pub(super) const VERB: Verb = Verb { name: "completions", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name).about(words("completions", lang)).arg(
        Arg::new("shell")
            .value_name(lang.pick("POWŁOKA", "SHELL"))
            .required(true)
            .value_parser(value_parser!(Shell))
            .hide_possible_values(true)
            .help(words("completions/shell", lang)),
    )
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let shell = *matches.get_one::<Shell>("shell").expect("it is required");
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::program(world.lang), env!("CARGO_PKG_NAME"), &mut script);
    world.print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
