//! `pakt check`: what is wrong, at its place. In: applications. Out: a report and an exit code.

use clap::{ArgMatches, Command};

use super::inputs::{self, Disk};
use super::options;
use super::{Error, Outcome, Verb, World};
use crate::diagnostic::Findings;
use crate::lang::Lang;
use crate::pipeline;
use crate::report::{self, Checked, Format, Look};

pub(super) const VERB: Verb = Verb { name: "check", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(lang.pick("Sprawdź wnioski i powiedz, co poprawić", "Check applications and say what to mend"))
        .arg(options::inputs(lang))
        .args(options::checking(lang))
        .args(options::reporting(lang))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let settings = options::run(matches, world)?;
    let (bundles, errors) = inputs::gather(&inputs::named(matches), world);
    let mut checked = Vec::new();
    for bundle in bundles {
        let disk = Disk { folder: bundle.folder.clone() };
        let run = pipeline::read(&bundle.name, bundle.parts, &disk, &settings);
        checked.push(run.check(Findings::default(), run.loaded.sources.clone()));
    }
    let lang = settings.lang.unwrap_or(world.lang);
    conclude(matches, world, lang, &checked, errors)
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
    for error in &errors {
        world.complain(&format!("{}: {}", lang.pick("błąd", "error"), error.tell(lang)));
    }
    if !errors.is_empty() {
        return Ok(Outcome::Failed);
    }
    let fail_on = options::fail_on(matches);
    let reached =
        |checked: &Checked| checked.findings.iter().any(|finding| Some(finding.diagnostic.level) >= fail_on);
    let failed = fail_on.is_some() && checked.iter().any(reached);
    Ok(if failed { Outcome::Findings } else { Outcome::Clean })
}

fn print(checked: &[Checked], format: Format, look: Look) -> String {
    match format {
        Format::Text => {
            let reports: String = checked.iter().map(|checked| report::text(checked, look)).collect();
            format!("{reports}{}\n", report::summary(checked, look.lang))
        }
        Format::Short => checked.iter().map(report::short).collect(),
        Format::Github => checked.iter().map(report::github).collect(),
        Format::Json => report::json(checked),
    }
}
