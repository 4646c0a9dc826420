//! Options that several verbs share. In: matches. Out: typed choices.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{Error, World};
use crate::diagnostic::Level;
use crate::lang::Lang;
use crate::pipeline::{Asked, Options};
use crate::profile::{self, Profile};
use crate::report::{Checked, Format};
use crate::units::Date;

/// `--lang pl|en`: the language of messages.
pub(super) fn lang(lang: Lang) -> Arg {
    Arg::new("lang").long("lang").value_name(lang.pick("JĘZYK", "LANGUAGE")).value_parser(["pl", "en"]).help(
        lang.pick(
            "Język komunikatów (domyślnie: język wniosku)",
            "Language of messages (default: the application's)",
        ),
    )
}

/// `--color auto|always|never`.
pub(super) fn colour(lang: Lang) -> Arg {
    Arg::new("color")
        .long("color")
        .value_name(lang.pick("KIEDY", "WHEN"))
        .value_parser(["auto", "always", "never"])
        .default_value("auto")
        .hide_default_value(true)
        .help(
            lang.pick("Kolory w raporcie: auto, always, never", "Colours in the report: auto, always, never"),
        )
}

/// The inputs of `check`, `build` and `coverage`.
pub(super) fn inputs(lang: Lang) -> Arg {
    Arg::new("inputs")
        .value_name(lang.pick("WNIOSEK", "APPLICATION"))
        .num_args(1..)
        .required(true)
        .value_parser(value_parser!(std::ffi::OsString))
        .help(lang.pick(
            "Plik YAML, folder z pakt.yaml, wzorzec (np. wnioski/*.yaml) albo - (standardowe wejście)",
            "A YAML file, a folder with pakt.yaml, a pattern (bids/*.yaml) or - (standard input)",
        ))
}

/// `--templates DIR`.
pub(super) fn templates(lang: Lang) -> Arg {
    Arg::new("templates")
        .long("templates")
        .value_name("FOLDER")
        .help(lang.pick("Folder z własnymi szablonami", "Folder with your own templates"))
}

/// `--tag`.
pub(super) fn tag(lang: Lang) -> Arg {
    Arg::new("tag")
        .long("tag")
        .value_name(lang.pick("OZNACZENIE", "TAG"))
        .action(ArgAction::Append)
        .value_delimiter(',')
        .help(lang.pick(
            "Wariant wniosku: wpisy z `only:` o tym oznaczeniu, bez tych z `except:`",
            "A variant of the application: entries with this tag in `only:`, without those in `except:`",
        ))
}

/// `--profile`.
pub(super) fn profile(lang: Lang) -> Arg {
    Arg::new("profile").long("profile").value_name("PROFIL").help(lang.pick(
        "Profil naboru albo plik YAML z profilem, zamiast tego z wniosku (pakt profile list)",
        "The call's profile, or a YAML file with one, instead of the application's (pakt profile list)",
    ))
}

/// `--tag`, `--profile`, `--date`, as all verbs that check have them.
pub(super) fn checking(lang: Lang) -> [Arg; 3] {
    let date = Arg::new("date").long("date").value_name(lang.pick("RRRR-MM-DD", "YYYY-MM-DD"));
    [
        tag(lang),
        profile(lang),
        date.help(lang.pick(
            "Dzień, na który sprawdzamy (domyślnie: SOURCE_DATE_EPOCH, potem meta.date)",
            "The day to check for (default: SOURCE_DATE_EPOCH, then meta.date)",
        )),
    ]
}

/// `--fail-on`, `--exit-zero`, `--limit`, `--format`, `--report`.
pub(super) fn reporting(lang: Lang) -> [Arg; 5] {
    let formats: Vec<&'static str> = Format::ALL.iter().map(|(name, _)| *name).collect();
    [
        Arg::new("format")
            .long("format")
            .value_name("FORMAT")
            .value_parser(PossibleValuesParser::new(formats))
            .hide_possible_values(true)
            .help(lang.pick(
                "Postać raportu: text, short, json, github (domyślnie: PAKT_FORMAT, potem text)",
                "Form of the report: text, short, json, github (default: PAKT_FORMAT, then text)",
            )),
        Arg::new("report").long("report").value_name("FORMAT=PLIK").action(ArgAction::Append).help(
            lang.pick(
                "Zapisz raport także do pliku; można podać kilka razy",
                "Also write the report to a file; may be given several times",
            ),
        ),
        Arg::new("fail-on")
            .long("fail-on")
            .value_name(lang.pick("POZIOM", "LEVEL"))
            .value_parser(["error", "warning", "advice"])
            .default_value("error")
            .hide_default_value(true)
            .hide_possible_values(true)
            .help(lang.pick(
                "Od jakiego poziomu kod wyjścia 1: error (domyślnie), warning, advice",
                "The level from which the exit code is 1: error (default), warning, advice",
            )),
        Arg::new("exit-zero")
            .long("exit-zero")
            .action(ArgAction::SetTrue)
            .help(lang.pick("Kod wyjścia 0 mimo uwag", "Exit code 0 in spite of findings")),
        Arg::new("limit")
            .long("limit")
            .value_name("N")
            .value_parser(value_parser!(usize))
            .default_value("100")
            .hide_default_value(true)
            .help(lang.pick(
                "Ile uwag pokazać na wniosek (domyślnie 100, 0 = wszystkie)",
                "How many findings to show an application (default 100, 0 = all)",
            )),
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
        Error::Argument(lang.pick(
            format!("nie ma profilu „{id}”; możliwe: {all}"),
            format!("there is no profile “{id}”; possible: {all}"),
        ))
    })
}

/// Returns what the world says of the language of reports, and nothing else.
pub(super) fn spoken(world: &World) -> Options {
    Options { lang: world.asked, around: world.around, ..Options::default() }
}

/// Returns the language of what is said of all reports: the one that they are in, or else the run's.
pub(super) fn closing_lang(settings: &Options, reports: &[Checked]) -> Lang {
    let own = reports.first().map(|first| first.lang);
    settings.report_lang(own.filter(|lang| reports.iter().all(|report| report.lang == *lang)))
}

/// Returns whether to use colours on the standard output.
pub(super) fn asked_colour(matches: &ArgMatches, world: &World) -> bool {
    match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => true,
        Some("never") => false,
        _ => world.colour && world.var("NO_COLOR").is_none(),
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
            return Err(Error::Argument(lang.pick(
                format!("--report {pair}: wpisz FORMAT=PLIK, np. json=raport.json"),
                format!("--report {pair}: write FORMAT=FILE, e.g. json=report.json"),
            )));
        }
        let whole = |path: &str| std::path::absolute(path).unwrap_or_else(|_| path.into());
        if reports.iter().any(|(_, other)| whole(other) == whole(path)) {
            return Err(Error::Argument(lang.pick(
                format!("--report: dwa raporty trafiłyby do pliku {path}; podaj dla każdego inny"),
                format!("--report: two reports would go to {path}; name another file for each"),
            )));
        }
        reports.push((format_named(name, lang)?, path.to_owned()));
    }
    Ok(reports)
}

fn format_named(name: &str, lang: Lang) -> Result<Format, Error> {
    let known = Format::ALL.iter().find(|(known, _)| *known == name).map(|(_, format)| *format);
    known.ok_or_else(|| {
        let all: Vec<&str> = Format::ALL.iter().map(|(name, _)| *name).collect();
        let all = all.join(", ");
        Error::Argument(lang.pick(
            format!("nie ma raportu w postaci „{name}”; możliwe: {all}"),
            format!("there is no report of the form “{name}”; possible: {all}"),
        ))
    })
}

/// Returns the day to check for: `--date`, then SOURCE_DATE_EPOCH; `None` leaves it to the application.
pub(super) fn date(matches: &ArgMatches, world: &World) -> Result<Option<Date>, Error> {
    if let Some(date) = given_date(matches, world.lang)? {
        return Ok(Some(date));
    }
    let Some(epoch) = world.var("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let date = epoch.parse().ok().and_then(Date::from_epoch);
    date.map(Some).ok_or_else(|| {
        Error::Argument(world.lang.pick(
            format!("SOURCE_DATE_EPOCH={epoch} nie jest liczbą sekund"),
            format!("SOURCE_DATE_EPOCH={epoch} is no number of seconds"),
        ))
    })
}

/// Returns the day of `--date`.
pub(super) fn given_date(matches: &ArgMatches, lang: Lang) -> Result<Option<Date>, Error> {
    let read = |text: &String| {
        Date::parse(text).map_err(|fault| {
            Error::Argument(format!("--date: {}; {}", fault.message(lang), fault.help(lang)))
        })
    };
    matches.get_one::<String>("date").map(read).transpose()
}
