//! `pakt check`: what is wrong, at its place. In: applications. Out: a report and an exit code.

use clap::{Arg, ArgMatches, Command};

use super::options;
use super::{Error, Outcome, Verb, World, applications};
use crate::diagnostic::Findings;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::pipeline::Run;
use crate::report::{self, Checked, Format, Look, Readiness};

pub(super) const VERB: Verb = Verb { name: "check", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(lang.pick("Sprawdź wnioski i powiedz, co poprawić", "Check applications and say what to mend"))
        .arg(options::inputs(lang))
        .args(options::checking(lang))
        .args(options::reporting(lang))
        .arg(instead("summary").help(lang.pick(
            "Zamiast uwag: co jest otwarte w dokumentach i u partnerów; text, markdown, json",
            "Instead of findings: what is open by document and partner; text, markdown, json",
        )))
        .arg(instead("lang-coverage").conflicts_with("summary").help(lang.pick(
            "Zamiast uwag: których tekstów brakuje w którym języku; text, markdown, json",
            "Instead of findings: which texts are missing in which language; text, markdown, json",
        )))
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
    let (runs, errors) = applications::read(matches, world, &settings);
    let check = |run: &Run| run.check(Findings::default(), run.loaded.sources.clone());
    let checked: Vec<Checked> = runs.iter().map(check).collect();
    let lang = settings.lang.unwrap_or(world.lang);
    if let Some(form) = matches.get_one::<String>("summary") {
        world.print(&summary(&runs, &checked, form, lang))?;
        return Ok(outcome(matches, world, &checked, &errors));
    }
    if let Some(form) = matches.get_one::<String>("lang-coverage") {
        world.print(&languages(&runs, form, lang))?;
        return Ok(outcome(matches, world, &checked, &errors));
    }
    conclude(matches, world, lang, &checked, errors)
}

/// Returns which texts are missing in which language.
fn languages(runs: &[Run], form: &str, lang: Lang) -> String {
    let found = |run: &Run| report::languages(&run.loaded.application);
    if form == "json" {
        let entry = |run: &Run| serde_json::json!({ "input": run.name, "coverage": found(run) });
        return format!("{:#}\n", runs.iter().map(entry).collect::<serde_json::Value>());
    }
    let print = if form == "markdown" { report::languages_markdown } else { report::languages_text };
    let each = |run: &Run| print(&run.name, &found(run), lang, &|place| run.line_of(place));
    runs.iter().map(each).collect::<Vec<_>>().join("\n")
}

fn summary(runs: &[Run], checked: &[Checked], form: &str, lang: Lang) -> String {
    let found: Vec<(&str, Readiness)> = runs
        .iter()
        .zip(checked)
        .map(|(run, checked)| {
            let findings: Vec<_> = checked.findings.iter().map(|finding| &finding.diagnostic).collect();
            let facts = Facts::of(&run.loaded.application);
            (run.name.as_str(), report::readiness(&findings, &facts, lang))
        })
        .collect();
    let each = |print: fn(&str, &Readiness, Lang) -> String| {
        found.iter().map(|(name, own)| print(name, own, lang)).collect::<Vec<_>>().join("\n")
    };
    match form {
        "markdown" => each(report::readiness_markdown),
        "json" => report::readiness_json(&found.iter().map(|(name, own)| (*name, own)).collect::<Vec<_>>()),
        _ => each(report::readiness_text),
    }
}

/// Prints the report of a run and returns how it ended. A bad argument is told after what could be
/// worked on.
pub(super) fn conclude(
    matches: &ArgMatches,
    world: &mut World,
    lang: Lang,
    checked: &[Checked],
    errors: Vec<Error>,
) -> Result<Outcome, Error> {
    let format = options::format(matches, world)?;
    let limit = matches.get_one::<usize>("limit").copied().filter(|limit| *limit > 0).unwrap_or(usize::MAX);
    for (format, path) in options::reports(matches, lang)? {
        let look = Look { lang, colour: false, limit };
        super::output::write(path.as_ref(), print(checked, format, look).as_bytes())?;
    }
    let look = Look { lang, colour: options::asked_colour(matches, world), limit };
    world.print(&print(checked, format, look))?;
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

fn print(checked: &[Checked], format: Format, look: Look) -> String {
    match format {
        Format::Text => {
            if checked.is_empty() {
                // Nothing was looked at, so nothing can be said of it.
                return String::new();
            }
            let reports: String = checked.iter().map(|checked| report::text(checked, look)).collect();
            format!("{reports}{}\n", report::summary(checked, look.lang))
        }
        Format::Short => checked.iter().map(report::short).collect(),
        Format::Github => checked.iter().map(report::github).collect(),
        Format::Json => report::json(checked),
    }
}
