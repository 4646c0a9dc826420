//! `pakt score`: the call's sheet of criteria before the assessors fill it. In: applications. Out: points
//! and places; exit code 1 when something is surely not met.

use clap::{Arg, ArgMatches, Command};

use super::pages::{Between, Pages, Torn};
use super::words::words;
use super::{Error, Outcome, Verb, World, options};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::report;
use crate::score;

pub(super) const VERB: Verb = Verb { name: "score", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("score", lang))
        .arg(options::inputs(lang))
        .args(options::checking(lang))
        .arg(options::jobs(lang))
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
    let is_data = matches.get_one::<String>("format").is_some_and(|form| form == "json");
    let between = if is_data { Between::List } else { Between::Line };
    Pages { matches, world, settings: &settings, between, torn: Torn::Told }.print(|run| {
        let application = &run.loaded.application;
        let score = score::score(&Facts::of(application), &run.profile);
        let page = match is_data {
            true => report::within(&serde_json::json!({ "input": run.name, "score": score }), 1),
            false => score::text(&run.name, &score, application, run.lang),
        };
        (page, score.fails())
    })
}
