//! `pakt coverage`: the golden thread of each need. In: applications. Out: the matrix need × link.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::pages::{Between, Pages, Torn};
use super::words::words;
use super::{Error, Outcome, Verb, World, applications, options};
use crate::facts::{Coverage, Facts};
use crate::lang::Lang;
use crate::report;

pub(super) const VERB: Verb = Verb { name: "coverage", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("coverage", lang))
        .arg(options::inputs(lang))
        .arg(options::tag(lang))
        .arg(options::profile(lang))
        .arg(options::jobs(lang))
        .arg(
            Arg::new("min")
                .long("min")
                .value_name("%")
                .value_parser(value_parser!(u8).range(0..=100))
                .help(words("coverage/--min", lang)),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(["text", "json", "mermaid"])
                .default_value("text")
                .hide_default_value(true)
                .hide_possible_values(true)
                .help(words("coverage/--format", lang)),
        )
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let settings = options::variant(matches, world)?;
    let form = matches.get_one::<String>("format").map_or("text", String::as_str);
    let between = if form == "json" { Between::List } else { Between::Line };
    let least = matches.get_one::<u8>("min").map_or(0, |least| usize::from(*least));
    Pages { matches, world, settings: &settings, between, torn: Torn::Told }.print(|run| {
        let facts = Facts::of(&run.loaded.application);
        let own = Coverage { torn: applications::is_torn(run), ..facts.coverage() };
        let page = match form {
            "json" => report::coverage_json(&run.name, &own),
            "mermaid" => report::coverage_mermaid(&own, run.lang),
            _ => report::coverage_text(&run.name, &own, run.main(), run.lang),
        };
        (page, own.percent() < least)
    })
}
