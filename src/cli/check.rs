//! `pakt check`: what is wrong, at its place. In: applications. Out: a report and an exit code.

use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::fix::{self, Fixed};
use super::inputs::{self, Named};
use super::pages::{Between, Pages, Torn};
use super::telling::{Shape, Telling, Told};
use super::words::words;
use super::{Error, Outcome, Verb, World, applications, jobs, options};
use crate::copied::{Other, copied};
use crate::diagnostic::{Findings, Place};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::pipeline::{Options, Run};
use crate::report::{self, Checked};

pub(super) const VERB: Verb = Verb { name: "check", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("check", lang))
        .arg(options::inputs(lang))
        .args(options::checking(lang))
        .args(options::reporting(lang))
        .arg(options::jobs(lang))
        .arg(instead("summary").help(words("check/--summary", lang)))
        .arg(instead("lang-coverage").conflicts_with("summary").help(words("check/--lang-coverage", lang)))
        .arg(
            flag("compare")
                .conflicts_with_all(["fix", "summary", "lang-coverage"])
                .help(words("check/--compare", lang)),
        )
        .arg(flag("fix").conflicts_with_all(["summary", "lang-coverage"]).help(words("check/--fix", lang)))
        .arg(flag("dry-run").requires("fix").help(words("check/--dry-run", lang)))
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// An option for what stands instead of the findings, in a form of its own.
fn instead(name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("FORMAT")
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value("text")
        .value_parser(["text", "markdown", "json"])
        .hide_possible_values(true)
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let world = &*world;
    let settings = options::run(matches, world)?;
    if matches.get_flag("fix") {
        return match fix::run(matches, world, &settings)? {
            Fixed::Shown(outcome) => Ok(outcome),
            Fixed::Written(checked, errors) => conclude(matches, world, &settings, &checked, errors),
        };
    }
    let shape = Shape::new(matches, world)?;
    let asked = |which| Some((which, matches.get_one::<String>(which)?));
    if let Some((which, form)) = ["summary", "lang-coverage"].into_iter().find_map(asked) {
        let between = if form == "json" { Between::List } else { Between::Line };
        let pages = Pages { matches, world, settings: &settings, between, torn: Torn::Shown };
        return instead_of_findings(&pages, &shape, which, form);
    }
    if matches.get_flag("compare") {
        return side_by_side(matches, world, &settings, &shape);
    }
    let (named, errors) = inputs::named_by(&inputs::named(matches), world);
    let work = |named: &Named| {
        let start = Instant::now();
        match named.read() {
            Ok(bundle) => {
                told(&bundle.run(&settings, world), Findings::default(), &shape).after(start.elapsed())
            }
            Err(error) => Told::failed(&named.name, error),
        }
    };
    let mut telling = Telling::begin((&shape, &settings), matches, world, named.len())?;
    let jobs = options::asked_jobs(matches, world)?;
    jobs::each(jobs, &named, work, |told| telling.add(told, world))?;
    telling.end(errors, world)
}

/// Says what is wrong with an application, with more that was found elsewhere.
fn told(run: &Run, more: Findings, shape: &Shape) -> Told {
    let checked = shape.new_of(run, run.check(more, run.loaded.sources.clone()));
    let mut told = shape.told(&checked, &checked);
    told.row.coverage = Some(Facts::of(&run.loaded.application).coverage().percent());
    told
}

/// Shows pages of another kind in place of the findings.
fn instead_of_findings(pages: &Pages<'_>, shape: &Shape, which: &str, form: &str) -> Result<Outcome, Error> {
    pages.print(|run| {
        let checked = run.check(Findings::default(), run.loaded.sources.clone());
        let page = match which {
            "summary" => summary(run, &checked, form),
            _ => languages(run, form),
        };
        (page, shape.is_reached(&checked))
    })
}

/// Checks the applications side by side, with what was copied from one into another.
fn side_by_side(
    matches: &ArgMatches,
    world: &World,
    settings: &Options,
    shape: &Shape,
) -> Result<Outcome, Error> {
    let (runs, errors) = applications::read(matches, world, settings);
    let facts: Vec<Facts<'_>> = runs.iter().map(|run| Facts::of(&run.loaded.application)).collect();
    let mut telling = Telling::begin((shape, settings), matches, world, runs.len())?;
    for (number, run) in runs.iter().enumerate() {
        let mut findings = Findings::default();
        // The one named first is the one that was there.
        for (other, own) in facts.iter().zip(&runs).take(number) {
            let other = Other { name: &own.name, facts: other };
            let is_common = |here: &_, there: &_| run.file_of(here) == own.file_of(there);
            findings.append(copied(&facts[number], other, is_common));
        }
        telling.add(told(run, findings, shape), world)?;
    }
    telling.end(errors, world)
}

/// Returns which texts are missing in which language.
fn languages(run: &Run, form: &str) -> String {
    let found = report::languages(&run.loaded.application);
    let line_of = |place: &Place| run.line_of(place);
    match form {
        "json" => report::within(&serde_json::json!({ "input": run.name, "coverage": found }), 1),
        "markdown" => report::languages_markdown(&run.name, &found, run.lang, &line_of),
        _ => report::languages_text(&run.name, &found, run.lang, &line_of),
    }
}

/// Returns what is open by document and partner.
fn summary(run: &Run, checked: &Checked, form: &str) -> String {
    let findings: Vec<_> = checked.findings.iter().map(|finding| &finding.diagnostic).collect();
    let open = report::readiness(&findings, &Facts::of(&run.loaded.application), run.lang);
    match form {
        "json" => report::within(&report::readiness_data(&run.name, &open), 1),
        "markdown" => report::readiness_markdown(&run.name, &open, run.lang),
        _ => report::readiness_text(&run.name, &open, run.lang),
    }
}

/// Prints the report of what was checked already and returns how it ended. A bad argument is told after what could be
/// worked on.
pub(super) fn conclude(
    matches: &ArgMatches,
    world: &World,
    settings: &Options,
    checked: &[Checked],
    errors: Vec<Error>,
) -> Result<Outcome, Error> {
    let shape = Shape::new(matches, world)?;
    let mut telling = Telling::begin((&shape, settings), matches, world, checked.len())?;
    checked.iter().try_for_each(|checked| telling.add(shape.told(checked, checked), world))?;
    telling.end(errors, world)
}
