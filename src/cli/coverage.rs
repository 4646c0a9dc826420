//! `pakt coverage`: the golden thread of each need. In: applications. Out: the matrix need × link.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::words::words;
use super::{Error, Outcome, Verb, World, applications, options};
use crate::facts::{Coverage, Facts};
use crate::lang::Lang;
use crate::pipeline::Run;
use crate::report;

pub(super) const VERB: Verb = Verb { name: "coverage", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("coverage", lang))
        .arg(options::inputs(lang))
        .arg(options::tag(lang))
        .arg(options::profile(lang))
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
    let (runs, errors) = applications::read(matches, world, &settings);
    let (runs, read) = applications::readable(world, runs);
    let facts: Vec<Facts> = runs.iter().map(|run| Facts::of(&run.loaded.application)).collect();
    let coverages: Vec<Coverage> = runs
        .iter()
        .zip(&facts)
        .map(|(run, facts)| Coverage { torn: applications::is_torn(run), ..facts.coverage() })
        .collect();
    let both = || runs.iter().zip(&coverages);
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let named = both().map(|(run, own)| (run.name.clone(), own.clone()));
            report::coverage_json(&named.collect::<Vec<_>>())
        }
        Some("mermaid") => {
            both().map(|(run, own)| report::coverage_mermaid(own, run.lang)).collect::<Vec<_>>().join("\n")
        }
        _ => {
            let shown =
                |(run, own): (&Run, &Coverage)| report::coverage_text(&run.name, own, run.main(), run.lang);
            both().map(shown).collect::<Vec<_>>().join("\n")
        }
    };
    world.print(&text)?;
    let least = matches.get_one::<u8>("min").map_or(0, |least| usize::from(*least));
    let short = coverages.iter().any(|own| own.percent() < least);
    Ok(applications::outcome(world, &errors, read.max(applications::found(short))))
}
