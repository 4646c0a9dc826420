//! `pakt schema`: the format for editors. In: nothing, or a section. Out: a draft-07 JSON Schema; or that of the report.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::words::words;
use super::{Error, Outcome, Verb, World};
use crate::lang::Lang;
use crate::{report, schema};

pub(super) const VERB: Verb = Verb { name: "schema", command, run };

fn command(lang: Lang) -> Command {
    let sections: Vec<&str> = schema::sections().map(|member| member.key).collect();
    let part =
        Arg::new("part").long("part").value_name(lang.pick("SEKCJA", "SECTION")).value_parser(sections);
    Command::new(VERB.name)
        .about(words("schema", lang))
        .arg(part.hide_possible_values(true).help(words("schema/--part", lang)))
        .arg(
            Arg::new("report")
                .long("report")
                .action(ArgAction::SetTrue)
                .conflicts_with("part")
                .help(words("schema/--report", lang)),
        )
        .arg(
            Arg::new("call")
                .long("call")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["part", "report"])
                .help(words("schema/--call", lang)),
        )
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    if matches.get_flag("report") {
        world.print(&report::report_schema())?;
        return Ok(Outcome::Clean);
    }
    if matches.get_flag("call") {
        world.print(&schema::text(&schema::call()))?;
        return Ok(Outcome::Clean);
    }
    let whole = schema::application(world.lang);
    let part = matches.get_one::<String>("part").and_then(|section| schema::part(section, world.lang));
    world.print(&schema::text(&part.unwrap_or(whole)))?;
    Ok(Outcome::Clean)
}
