//! `pakt calendar`: duties and dates from law, call and plan. In: applications. Out: text, JSON or .ics;
//! exit code 1 when something is late.

use clap::{ArgMatches, Command};

use super::words::words;
use super::{Error, Outcome, Verb, World, applications, options, score};
use crate::calendar::{self, Calendar, Case};
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
        .arg(score::form(lang, &["text", "json", "ics"]))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let settings = options::run(matches, world)?;
    let (runs, errors) = applications::read(matches, world, &settings);
    let (runs, read) = applications::readable(world, runs);
    let of = |run: &Run| {
        let facts = Facts::of(&run.loaded.application);
        let Run { profile, today, lang, .. } = run;
        calendar::calendar(&Case { facts: &facts, profile, today: *today, lang: *lang })
    };
    let calendars: Vec<Calendar> = runs.iter().map(of).collect();
    let both = || runs.iter().zip(&calendars);
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let entry =
                |(run, own): (&Run, &Calendar)| serde_json::json!({ "input": run.name, "calendar": own });
            report::data(&both().map(entry).collect::<Vec<_>>())
        }
        Some("ics") => both().map(|(run, own)| calendar::ics(&run.name, own, run.lang)).collect(),
        _ => both().map(|(run, own)| calendar::text(&run.name, own, run.lang)).collect::<Vec<_>>().join("\n"),
    };
    world.print(&text)?;
    let late = calendars.iter().any(|own| own.late().next().is_some());
    Ok(applications::outcome(world, &errors, read.max(applications::found(late))))
}
