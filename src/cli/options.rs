//! Options that several verbs share. In: matches. Out: typed choices.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::words::{words, wrong};
use super::{Error, World, jobs};
use crate::diagnostic::Level;
use crate::lang::Lang;
use crate::pipeline::{Asked, Options};
use crate::profile::{self, Profile};
use crate::report::Format;
use crate::units::Date;

/// `--lang pl|en`: the language of messages.
pub(super) fn lang(lang: Lang) -> Arg {
    Arg::new("lang")
        .long("lang")
        .value_name(lang.pick("JĘZYK", "LANGUAGE"))
        .value_parser(["pl", "en"])
        .help(words("--lang", lang))
}

/// `--color auto|always|never`.
pub(super) fn colour(lang: Lang) -> Arg {
    Arg::new("color")
        .long("color")
        .value_name(lang.pick("KIEDY", "WHEN"))
        .value_parser(["auto", "always", "never"])
        .default_value("auto")
        .hide_default_value(true)
        .help(words("--color", lang))
}

/// `--root DIR`.
pub(super) fn root(lang: Lang) -> Arg {
    Arg::new("root")
        .long("root")
        .value_name("FOLDER")
        .value_parser(value_parser!(PathBuf))
        .help(words("--root", lang))
}

/// `--stdin-filename FILE`.
pub(super) fn stdin_filename(lang: Lang) -> Arg {
    Arg::new("stdin-filename")
        .long("stdin-filename")
        .value_name(lang.pick("PLIK", "FILE"))
        .value_parser(value_parser!(PathBuf))
        .help(words("--stdin-filename", lang))
}

/// `--config FILE`.
pub(super) fn config(lang: Lang) -> Arg {
    Arg::new("config")
        .long("config")
        .value_name(lang.pick("PLIK", "FILE"))
        .value_parser(value_parser!(PathBuf))
        .help(words("--config", lang))
}

/// The inputs of verbs that look at applications; without any, the folder one is in.
pub(super) fn inputs(lang: Lang) -> Arg {
    Arg::new("inputs")
        .value_name(lang.pick("WNIOSEK", "APPLICATION"))
        .num_args(1..)
        .value_parser(value_parser!(std::ffi::OsString))
        .help(words("inputs", lang))
}

/// `--templates DIR`.
pub(super) fn templates(lang: Lang) -> Arg {
    Arg::new("templates").long("templates").value_name("FOLDER").help(words("--templates", lang))
}

/// `--tag`.
pub(super) fn tag(lang: Lang) -> Arg {
    Arg::new("tag")
        .long("tag")
        .value_name(lang.pick("OZNACZENIE", "TAG"))
        .action(ArgAction::Append)
        .value_delimiter(',')
        .help(words("--tag", lang))
}

/// `--profile`.
pub(super) fn profile(lang: Lang) -> Arg {
    Arg::new("profile").long("profile").value_name("PROFIL").help(words("--profile", lang))
}

/// `--tag`, `--profile`, `--date`, as all verbs that check have them.
pub(super) fn checking(lang: Lang) -> [Arg; 3] {
    let date = Arg::new("date").long("date").value_name(lang.pick("RRRR-MM-DD", "YYYY-MM-DD"));
    [tag(lang), profile(lang), date.help(words("--date", lang))]
}

/// `--jobs`.
pub(super) fn jobs(lang: Lang) -> Arg {
    Arg::new("jobs").long("jobs").short('j').value_name("N").help(words("--jobs", lang))
}

/// Returns how many applications are worked on at once: `--jobs`, then PAKT_JOBS, else one a core.
pub(super) fn asked_jobs(matches: &ArgMatches, world: &World) -> Result<usize, Error> {
    let asked = matches.get_one::<String>("jobs").map(|value| ("--jobs", value.as_str()));
    let around = || world.var("PAKT_JOBS").map(|value| ("PAKT_JOBS", value));
    let Some((name, value)) = asked.or_else(around) else { return Ok(jobs::cores()) };
    let jobs = value.parse::<u16>().ok().filter(|jobs| *jobs > 0);
    jobs.map(usize::from).ok_or_else(|| wrong("no-jobs", world.lang, &[("name", name), ("value", value)]))
}

/// Tells whether only what decides about the end is said.
pub(super) fn is_quiet(matches: &ArgMatches) -> bool {
    matches.get_flag("quiet")
}

/// `--fail-on`, `--exit-zero`, `--limit`, `--format`, `--report`, `--table`, `--baseline`, `--quiet`.
pub(super) fn reporting(lang: Lang) -> [Arg; 8] {
    let formats: Vec<&'static str> = Format::ALL.iter().map(|(name, _)| *name).collect();
    [
        Arg::new("format")
            .long("format")
            .value_name("FORMAT")
            .value_parser(PossibleValuesParser::new(formats))
            .hide_possible_values(true)
            .help(words("--format", lang)),
        Arg::new("report")
            .long("report")
            .value_name("FORMAT=PLIK")
            .action(ArgAction::Append)
            .help(words("--report", lang)),
        Arg::new("fail-on")
            .long("fail-on")
            .value_name(lang.pick("POZIOM", "LEVEL"))
            .value_parser(["error", "missing", "warning", "advice"])
            .default_value("missing")
            .hide_default_value(true)
            .hide_possible_values(true)
            .help(words("--fail-on", lang)),
        Arg::new("exit-zero").long("exit-zero").action(ArgAction::SetTrue).help(words("--exit-zero", lang)),
        Arg::new("limit")
            .long("limit")
            .value_name("N")
            .value_parser(value_parser!(usize))
            .default_value("100")
            .hide_default_value(true)
            .help(words("--limit", lang)),
        Arg::new("table").long("table").value_name(lang.pick("PLIK", "FILE")).help(words("--table", lang)),
        Arg::new("baseline")
            .long("baseline")
            .value_name(lang.pick("PLIK", "FILE"))
            .value_parser(value_parser!(PathBuf))
            .help(words("--baseline", lang)),
        Arg::new("quiet").long("quiet").short('q').action(ArgAction::SetTrue).help(words("--quiet", lang)),
    ]
}

/// Returns what the options of a checking verb set over the application.
pub(super) fn run(matches: &ArgMatches, world: &World) -> Result<Options, Error> {
    Ok(Options { today: date(matches, world)?, ..variant(matches, world)? })
}

/// Returns what `--lang`, `--tag` and `--profile` set over the application.
pub(super) fn variant(matches: &ArgMatches, world: &World) -> Result<Options, Error> {
    let profile = matches.get_one::<String>("profile").map(|id| asked(id, world.lang)).transpose()?;
    Ok(Options { profile, tags: tags(matches), ..spoken(world) })
}

/// Returns the tags of the variant that is asked for.
pub(super) fn tags(matches: &ArgMatches) -> Vec<String> {
    matches.get_many::<String>("tag").into_iter().flatten().cloned().collect()
}

/// Returns the profile that an argument names, a shipped one or a file.
pub(super) fn asked(argument: &str, lang: Lang) -> Result<Asked, Error> {
    if !is_file(argument) {
        return profile_named(argument, lang).map(|profile| Asked::Shipped(Box::new(profile)));
    }
    let path = std::path::absolute(argument)
        .map_err(|source| Error::Input { path: argument.into(), source })
        .map(|path| path.to_string_lossy().replace('\\', "/"))?;
    if !std::path::Path::new(argument).is_file() {
        return Err(Error::NotFound(argument.into()));
    }
    Ok(Asked::File { path, shown: argument.to_owned() })
}

/// Tells whether an argument names a file and no shipped profile.
fn is_file(argument: &str) -> bool {
    let end = argument.to_lowercase();
    profile::named(argument).is_none() && (end.ends_with(".yaml") || end.ends_with(".yml"))
}

/// Returns a shipped profile.
pub(super) fn profile_named(id: &str, lang: Lang) -> Result<Profile, Error> {
    profile::named(id).cloned().ok_or_else(|| {
        let all = profile::ids().collect::<Vec<_>>().join(", ");
        wrong("no-profile", lang, &[("name", id), ("all", &all)])
    })
}

/// Returns what the world says of the language of reports, and nothing else.
pub(super) fn spoken(world: &World) -> Options {
    Options { lang: world.asked, around: world.around, ..Options::default() }
}

/// Returns whether to use colours on the standard output.
pub(super) fn asked_colour(matches: &ArgMatches, world: &World) -> bool {
    match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => true,
        Some("never") => false,
        _ => {
            let is_forced = world.var("FORCE_COLOR").is_some_and(|value| value != "0");
            (world.colour || is_forced) && world.var("NO_COLOR").is_none()
        }
    }
}

/// Returns the level from which the exit code is 1; `None` for `--exit-zero`.
pub(super) fn fail_on(matches: &ArgMatches) -> Option<Level> {
    if matches.get_flag("exit-zero") {
        return None;
    }
    let asked = matches.get_one::<String>("fail-on")?;
    Level::ALL.into_iter().find(|level| level.code() == asked)
}

/// Returns the form of the report: `--format`, then PAKT_FORMAT, then `github` inside its runner.
pub(super) fn format(matches: &ArgMatches, world: &World) -> Result<Format, Error> {
    let inside = world.var("GITHUB_ACTIONS").filter(|value| *value == "true").map(|_| "github");
    let asked =
        matches.get_one::<String>("format").map(String::as_str).or(world.var("PAKT_FORMAT")).or(inside);
    asked.map_or(Ok(Format::Text), |name| format_named(name, world.lang))
}

/// Returns the reports to write to files, each with its form.
pub(super) fn reports(matches: &ArgMatches, lang: Lang) -> Result<Vec<(Format, String)>, Error> {
    let mut reports: Vec<(Format, String)> = Vec::new();
    for pair in matches.get_many::<String>("report").into_iter().flatten() {
        let (name, path) = pair.split_once('=').unwrap_or((pair, ""));
        if path.is_empty() {
            return Err(wrong("report-without-file", lang, &[("name", pair)]));
        }
        let whole = |path: &str| std::path::absolute(path).unwrap_or_else(|_| path.into());
        if reports.iter().any(|(_, other)| whole(other) == whole(path)) {
            return Err(wrong("report-twice", lang, &[("name", path)]));
        }
        reports.push((format_named(name, lang)?, path.to_owned()));
    }
    Ok(reports)
}

fn format_named(name: &str, lang: Lang) -> Result<Format, Error> {
    let known = Format::ALL.iter().find(|(known, _)| *known == name).map(|(_, format)| *format);
    known.ok_or_else(|| {
        let all: Vec<&str> = Format::ALL.iter().map(|(name, _)| *name).collect();
        wrong("no-report", lang, &[("name", name), ("all", &all.join(", "))])
    })
}

/// Returns the day to check for: `--date`, then SOURCE_DATE_EPOCH; `None` leaves it to the application.
pub(super) fn date(matches: &ArgMatches, world: &World) -> Result<Option<Date>, Error> {
    if let Some(date) = given_date(matches, world.lang)? {
        return Ok(Some(date));
    }
    let Some(epoch) = world.var("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let date = epoch.parse().ok().and_then(Date::from_epoch);
    date.map(Some).ok_or_else(|| wrong("no-epoch", world.lang, &[("value", epoch)]))
}

/// Returns the day of `--date`.
pub(super) fn given_date(matches: &ArgMatches, lang: Lang) -> Result<Option<Date>, Error> {
    day(matches, "date", lang)
}

/// Returns the day that an option gives.
pub(super) fn day(matches: &ArgMatches, option: &str, lang: Lang) -> Result<Option<Date>, Error> {
    let read = |text: &String| {
        Date::parse_day(text).map_err(|fault| {
            Error::Argument(format!("--{option}: {}; {}", fault.message(lang), fault.help(lang)))
        })
    };
    matches.get_one::<String>(option).map(read).transpose()
}
