//! `pakt calendar`: duties and dates from law, call and plan. In: applications. Out: text, JSON or .ics;
//! exit code 1 when something is late.

use clap::{ArgMatches, Command};

use super::pages::{Between, Pages, Torn};
use super::words::words;
use super::{Error, Outcome, Verb, World, options, score};
use crate::calendar::{self, Case};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::pipeline::Run;
use crate::report;

pub(super) const VERB: Verb = Verb { name: "calendar", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("calendar", lang))
        .arg(options::inputs(lang))
        .args(options::checking(lang))
        .arg(options::jobs(lang))
        .arg(score::form(lang, &["text", "json", "ics"]))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let settings = options::run(matches, world)?;
    let form = matches.get_one::<String>("format").map_or("text", String::as_str);
    let between = match form {
        "json" => Between::List,
        "ics" => Between::Nothing,
        _ => Between::Line,
    };
    Pages { matches, world, settings: &settings, between, torn: Torn::Told }.print(|run| {
        let facts = Facts::of(&run.loaded.application);
        let Run { profile, today, lang, .. } = run;
        let own = calendar::calendar(&Case { facts: &facts, profile, today: *today, lang: *lang });
        let page = match form {
            "json" => report::within(&serde_json::json!({ "input": run.name, "calendar": own }), 1),
            "ics" => calendar::ics(&run.name, &own, run.lang),
            _ => calendar::text(&run.name, &own, run.lang),
        };
        (page, own.late().next().is_some())
    })
}
