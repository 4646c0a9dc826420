//! `pakt check`: what is wrong, at its place. In: applications. Out: a report and an exit code.

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::fix::{self, Fixed};
use super::options;
use super::printed::{May, tame};
use super::words::words;
use super::{Error, Outcome, Verb, World, applications};
use crate::copied::{Other, copied};
use crate::diagnostic::Findings;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::pipeline::{Options, Run};
use crate::report::{self, Checked, Format, Look, Readiness};

pub(super) const VERB: Verb = Verb { name: "check", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("check", lang))
        .arg(options::inputs(lang))
        .args(options::checking(lang))
        .args(options::reporting(lang))
        .arg(instead("summary").help(words("check/--summary", lang)))
        .arg(instead("lang-coverage").conflicts_with("summary").help(words("check/--lang-coverage", lang)))
        .arg(flag("compare").conflicts_with("fix").help(words("check/--compare", lang)))
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
    let settings = options::run(matches, world)?;
    if matches.get_flag("fix") {
        return match fix::run(matches, world, &settings)? {
            Fixed::Shown(outcome) => Ok(outcome),
            Fixed::Written(checked, errors) => {
                conclude(matches, world, &settings, (&checked, &checked), errors)
            }
        };
    }
    let (runs, errors) = applications::read(matches, world, &settings);
    let checked = all(&runs, matches.get_flag("compare"));
    if let Some(form) = matches.get_one::<String>("summary") {
        world.print(&summary(&runs, &checked, form))?;
        return Ok(outcome(matches, world, &checked, &errors));
    }
    if let Some(form) = matches.get_one::<String>("lang-coverage") {
        world.print(&languages(&runs, form))?;
        return Ok(outcome(matches, world, &checked, &errors));
    }
    conclude(matches, world, &settings, (&checked, &checked), errors)
}

/// Checks the applications; with what was copied from one into another, where that is asked for.
fn all(runs: &[Run], compares: bool) -> Vec<Checked> {
    let facts: Vec<Facts<'_>> = if compares {
        runs.iter().map(|run| Facts::of(&run.loaded.application)).collect()
    } else {
        Vec::new()
    };
    let between = |number: usize| {
        let mut findings = Findings::default();
        // The one named first is the one that was there.
        for (other, own) in facts.iter().zip(runs).take(number) {
            let other = Other { name: &own.name, facts: other };
            let is_common = |here: &_, there: &_| runs[number].file_of(here) == own.file_of(there);
            findings.append(copied(&facts[number], other, is_common));
        }
        findings
    };
    let each = runs.iter().enumerate();
    each.map(|(number, run)| {
        let more = if compares { between(number) } else { Findings::default() };
        run.check(more, run.loaded.sources.clone())
    })
    .collect()
}

/// Returns which texts are missing in which language.
fn languages(runs: &[Run], form: &str) -> String {
    let found = |run: &Run| report::languages(&run.loaded.application);
    if form == "json" {
        let entry = |run: &Run| serde_json::json!({ "input": run.name, "coverage": found(run) });
        return report::data(&runs.iter().map(entry).collect::<Vec<_>>());
    }
    let print = if form == "markdown" { report::languages_markdown } else { report::languages_text };
    let each = |run: &Run| print(&run.name, &found(run), run.lang, &|place| run.line_of(place));
    runs.iter().map(each).collect::<Vec<_>>().join("\n")
}

fn summary(runs: &[Run], checked: &[Checked], form: &str) -> String {
    let found: Vec<(&str, Readiness, Lang)> = runs
        .iter()
        .zip(checked)
        .map(|(run, checked)| {
            let findings: Vec<_> = checked.findings.iter().map(|finding| &finding.diagnostic).collect();
            let facts = Facts::of(&run.loaded.application);
            (run.name.as_str(), report::readiness(&findings, &facts, run.lang), run.lang)
        })
        .collect();
    let each = |print: fn(&str, &Readiness, Lang) -> String| {
        found.iter().map(|(name, own, lang)| print(name, own, *lang)).collect::<Vec<_>>().join("\n")
    };
    match form {
        "markdown" => each(report::readiness_markdown),
        "json" => {
            report::readiness_json(&found.iter().map(|(name, own, _)| (*name, own)).collect::<Vec<_>>())
        }
        _ => each(report::readiness_text),
    }
}

/// Prints the report of a run and returns how it ended. Of what was checked, a person is shown only what is `told`. A bad
/// argument is told after what could be worked on.
pub(super) fn conclude(
    matches: &ArgMatches,
    world: &mut World,
    settings: &Options,
    (checked, told): (&[Checked], &[Checked]),
    errors: Vec<Error>,
) -> Result<Outcome, Error> {
    let lang = options::closing_lang(settings, checked);
    let format = options::format(matches, world)?;
    let limit = matches.get_one::<usize>("limit").copied().filter(|limit| *limit > 0).unwrap_or(usize::MAX);
    // Programs are told all, unless somebody asks for less.
    let is_asked = matches.value_source("limit") == Some(ValueSource::CommandLine);
    let look = |format, colour| {
        let limit = if format == Format::Text || is_asked { limit } else { usize::MAX };
        Look { colour, limit }
    };
    for (format, path) in options::reports(matches, lang)? {
        let look = look(format, false);
        let report = print((checked, checked), format, look, lang);
        super::output::report(path.as_ref(), tame(&report, may(format, look)).as_bytes())?;
    }
    let look = look(format, options::asked_colour(matches, world));
    world.print_as(&print((checked, told), format, look, lang), may(format, look))?;
    Ok(outcome(matches, world, checked, &errors))
}

/// Tells what could not be worked on and returns how a run ended.
fn outcome(matches: &ArgMatches, world: &mut World, checked: &[Checked], errors: &[Error]) -> Outcome {
    let fail_on = options::fail_on(matches);
    let reached =
        |checked: &Checked| checked.findings.iter().any(|finding| Some(finding.diagnostic.level) >= fail_on);
    let failed = fail_on.is_some() && checked.iter().any(reached);
    applications::outcome(world, errors, applications::found(failed))
}

/// Returns what a report may do besides saying.
fn may(format: Format, look: Look) -> May {
    match format {
        Format::Text if look.colour => May::Colour,
        Format::Github => May::Command,
        Format::Text | Format::Short | Format::Json => May::Say,
    }
}

/// Returns the reports, with a closing line in `lang` where they are for people.
fn print((checked, told): (&[Checked], &[Checked]), format: Format, look: Look, lang: Lang) -> String {
    match format {
        Format::Text => {
            if checked.is_empty() {
                // Nothing was looked at, so nothing can be said of it.
                return String::new();
            }
            let one = |(all, told): (&Checked, &Checked)| match told.findings.len() == all.findings.len() {
                true => report::text(told, look),
                false => report::findings(told, look),
            };
            let reports: String = checked.iter().zip(told).map(one).collect();
            format!("{reports}{}\n", report::summary(checked, lang))
        }
        Format::Short => checked.iter().map(|checked| report::short(checked, look.limit)).collect(),
        Format::Github => checked.iter().map(|checked| report::github(checked, look.limit)).collect(),
        Format::Json => report::json(checked, look.limit),
    }
}
