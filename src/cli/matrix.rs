//! `pakt matrix`: partnerships against calls. In: applications and call files. Out: one table; exit code 1 when some
//! partnership may not apply or fails a criterion.

use clap::{Arg, ArgMatches, Command};

use super::words::words;
use super::{Error, Outcome, Verb, World, applications, options, score};
use crate::diagnostic::Findings;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::matrix::{self, Matrix, Pair};
use crate::pipeline::{Options, Run};
use crate::report;
use crate::write::{self, Style};

pub(super) const VERB: Verb = Verb { name: "matrix", command, run };

fn command(lang: Lang) -> Command {
    let calls = Arg::new("calls")
        .long("calls")
        .value_name(lang.pick("NABÓR", "CALL"))
        .num_args(1..)
        .required(true)
        .help(words("matrix/--calls", lang));
    Command::new(VERB.name)
        .about(words("matrix", lang))
        .arg(options::inputs(lang))
        .arg(calls)
        .args(options::checking(lang).into_iter().filter(|arg| arg.get_id() != "profile"))
        .arg(score::form(lang, &["text", "html", "json"]))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let lang = world.lang;
    let settings = Options {
        today: options::date(matches, world)?,
        tags: options::tags(matches),
        ..options::spoken(world)
    };
    let (mut matrix, mut errors, mut worst) = (Matrix::default(), Vec::new(), Outcome::Clean);
    let calls: Vec<&String> = matches.get_many::<String>("calls").into_iter().flatten().collect();
    for (number, call) in calls.into_iter().enumerate() {
        let settings = Options { profile: Some(options::asked(call, lang)?), ..settings.clone() };
        let (runs, failed) = applications::read(matches, world, &settings);
        let (runs, read) = applications::readable(world, runs);
        worst = worst.max(read);
        if number == 0 {
            errors = failed;
        }
        matrix.rows.extend(runs.iter().map(|run| row(run, lang)));
    }
    // Read call by call, told application by application.
    matrix.sort();
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => report::data(&matrix),
        Some("html") => write::html(&matrix::document(&matrix, lang), &Style::default()),
        _ => matrix::text(&matrix, lang),
    };
    world.print(&text)?;
    Ok(applications::outcome(world, &errors, worst.max(applications::found(matrix.fails()))))
}

fn row(run: &Run, lang: Lang) -> matrix::Row {
    let facts = Facts::of(&run.loaded.application);
    let checked = run.check(Findings::default(), run.loaded.sources.clone());
    let pair =
        Pair { name: &run.name, facts: &facts, profile: &run.profile, checked: &checked, today: run.today };
    matrix::row(pair, lang)
}
