//! `pakt score`: the call's sheet of criteria before the assessors fill it. In: applications. Out: points
//! and places; exit code 1 when something is surely not met.

use clap::{Arg, ArgMatches, Command};

use super::words::words;
use super::{Error, Outcome, Verb, World, applications, options};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::pipeline::Run;
use crate::report;
use crate::score::{self, Score};

pub(super) const VERB: Verb = Verb { name: "score", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("score", lang))
        .arg(options::inputs(lang))
        .args(options::checking(lang))
        .arg(form(lang, &["text", "json"]))
}

/// `--format`, for verbs that print text or data.
pub(super) fn form(lang: Lang, formats: &'static [&'static str]) -> Arg {
    let names = formats.join(", ");
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(clap::builder::PossibleValuesParser::new(formats))
        .default_value("text")
        .hide_default_value(true)
        .hide_possible_values(true)
        .help(format!("{}: {names}", lang.pick("Postać", "Form")))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let settings = options::run(matches, world)?;
    let (runs, errors) = applications::read(matches, world, &settings);
    let (runs, read) = applications::readable(world, runs);
    let of = |run: &Run| score::score(&Facts::of(&run.loaded.application), &run.profile);
    let scores: Vec<Score> = runs.iter().map(of).collect();
    let both = || runs.iter().zip(&scores);
    let text = if matches.get_one::<String>("format").is_some_and(|form| form == "json") {
        let entry = |(run, score): (&Run, &Score)| serde_json::json!({ "input": run.name, "score": score });
        report::data(&both().map(entry).collect::<Vec<_>>())
    } else {
        let sheet =
            |(run, score): (&Run, &Score)| score::text(&run.name, score, &run.loaded.application, run.lang);
        both().map(sheet).collect::<Vec<_>>().join("\n")
    };
    world.print(&text)?;
    Ok(applications::outcome(world, &errors, read.max(applications::found(scores.iter().any(Score::fails)))))
}
