//! `pakt schema`: the format for editors. In: nothing. Out: a draft-07 JSON Schema.

use clap::{ArgMatches, Command};

use super::words::words;
use super::{Error, Outcome, Verb, World};
use crate::lang::Lang;
use crate::schema;

pub(super) const VERB: Verb = Verb { name: "schema", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name).about(words("schema", lang))
}

fn run(_: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    world.print(&schema::text())?;
    Ok(Outcome::Clean)
}
