//! `pakt schema`: the format for editors. In: nothing. Out: a draft-07 JSON Schema.

use clap::{ArgMatches, Command};

use super::{Error, Outcome, Verb, World};
use crate::lang::Lang;
use crate::schema;

pub(super) const VERB: Verb = Verb { name: "schema", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name).about(lang.pick(
        "Wypisz schemat formatu dla edytora (JSON Schema, draft 07)",
        "Print the format's schema for editors (JSON Schema, draft 07)",
    ))
}

fn run(_: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    world.print(&schema::text())?;
    Ok(Outcome::Clean)
}
