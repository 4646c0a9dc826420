//! `pakt profile`: what calls demand. In: a verb of its own and ids. Out: a list, a profile's values, what
//! differs between two, and with applications named what the second would find wrong with them.

use clap::{Arg, ArgMatches, Command};

use super::inputs::Disk;
use super::{Error, Outcome, Verb, World, options, runs, score};
use crate::diagnostic::{Diagnostic, Findings, Level, Place};
use crate::lang::Lang;
use crate::pipeline::{self, Asked, Options, Run};
use crate::profile::{self, Profile};
use crate::report::{self, Checked, Look, Resolved};
use crate::source::Sources;

pub(super) const VERB: Verb = Verb { name: "profile", command, run };

fn command(lang: Lang) -> Command {
    let id = |name: &'static str| {
        Arg::new(name).value_name(lang.pick("PROFIL", "PROFILE")).required(true).help(lang.pick(
            "Nazwa profilu (np. esf-plus) albo plik YAML z własnym",
            "A profile's name (e.g. esf-plus) or a YAML file with your own",
        ))
    };
    let list = Command::new("list").about(lang.pick("Wypisz profile naborów", "List the profiles of calls"));
    let show = Command::new("show")
        .about(
            lang.pick("Pokaż wymagania profilu ze źródłami", "Show a profile's demands with their sources"),
        )
        .arg(id("first"))
        .arg(score::form(lang, &["text", "json"]));
    let diff = Command::new("diff")
        .about(lang.pick(
            "Porównaj dwa profile; podane wnioski sprawdź według drugiego",
            "Compare two profiles; check the applications named by the second",
        ))
        .arg(id("first"))
        .arg(id("second"))
        .arg(options::inputs(lang).required(false))
        .arg(score::form(lang, &["text", "json"]));
    Command::new(VERB.name)
        .about(lang.pick("Profile naborów: list, show, diff", "Profiles of calls: list, show, diff"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([list, show, diff])
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let lang = world.lang;
    match matches.subcommand() {
        Some(("show", matches)) => {
            let own = named(matches, "first", world)?;
            let text = if data(matches) {
                let Profile { id, title, lineage, .. } = &own.profile;
                let json = serde_json::json!({ "profile": id, "title": title, "lineage": lineage, "values": own.profile.entries() });
                format!("{json:#}\n")
            } else {
                profile::shown(&own.profile, lang)
            };
            world.print(&text)?;
            Ok(own.outcome())
        }
        Some(("diff", matches)) => diff(matches, world),
        _ => {
            world.print(&profile::listing(lang))?;
            Ok(Outcome::Clean)
        }
    }
}

fn diff(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let lang = world.lang;
    let (one, other) = (named(matches, "first", world)?, named(matches, "second", world)?);
    let (first, second) = (&one.profile, &other.profile);
    let (mut applications, mut errors, mut read) = (Vec::new(), Vec::new(), Outcome::Clean);
    if matches.contains_id("inputs") {
        let settings = |profile: &Profile| {
            let profile = Some(Asked::Shipped(Box::new(profile.clone())));
            Options { lang: Some(lang), profile, ..Options::default() }
        };
        let (before, failed) = runs::read(matches, world, &settings(first));
        let (before, worst) = runs::readable(world, before);
        let (after, _) = runs::read(matches, world, &settings(second));
        let after = after.into_iter().filter(|run| before.iter().any(|own| own.name == run.name));
        let after: Vec<Run> = after.collect();
        read = worst;
        applications =
            before.iter().zip(&after).map(|(one, other)| (one.name.clone(), broken(one, other))).collect();
        errors = failed;
    }
    let text = if data(matches) {
        let entry =
            |(name, found): &(String, Vec<String>)| serde_json::json!({ "input": name, "errors": found });
        let json = serde_json::json!({
            "first": first.id,
            "second": second.id,
            "differences": profile::differences(first, second),
            "applications": applications.iter().map(entry).collect::<Vec<_>>(),
        });
        format!("{json:#}\n")
    } else {
        let mut text = profile::compared(first, second, lang);
        for (name, found) in &applications {
            let none = lang.pick("bez nowych błędów", "no new errors");
            let head = if found.is_empty() { none } else { lang.pick("nowe błędy", "new errors") };
            text.push_str(&format!("\n{name}: {head}\n"));
            found.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
        }
        text
    };
    world.print(&text)?;
    let faulty = [one, other].iter().any(|own| own.outcome() == Outcome::Findings);
    let broken = faulty || applications.iter().any(|(_, found)| !found.is_empty());
    Ok(runs::outcome(world, &errors, read.max(runs::found(broken))))
}

/// Returns the errors that the second run has and the first has not.
fn broken(first: &Run, second: &Run) -> Vec<String> {
    let errors = |run: &Run| -> Vec<String> {
        let checked = run.check(Findings::default(), run.loaded.sources.clone());
        let found = checked.findings.into_iter().map(|finding| finding.diagnostic);
        found
            .filter(|one| one.level == Level::Error)
            .map(|one| format!("{} {}: {}", one.code, one.place, one.message))
            .collect()
    };
    let before = errors(first);
    errors(second).into_iter().filter(|line| !before.contains(line)).collect()
}

/// A profile with what is wrong with its file.
struct Own {
    profile: Profile,
    worst: Option<Level>,
}

impl Own {
    fn outcome(&self) -> Outcome {
        if self.worst == Some(Level::Error) { Outcome::Findings } else { Outcome::Clean }
    }
}

/// Returns the profile that an argument names; what is wrong with a file is told beside the answer, on the
/// standard error, so that data stay data.
fn named(matches: &ArgMatches, which: &str, world: &mut World) -> Result<Own, Error> {
    let lang = world.lang;
    let argument = matches.get_one::<String>(which).map_or("", String::as_str);
    let (path, shown) = match options::asked(argument, lang)? {
        Asked::Shipped(profile) => return Ok(Own { profile: *profile, worst: None }),
        Asked::File { path, shown } => (path, shown),
    };
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let file = profile::Named { path: &path, shown: &shown, base: profile::BASE, place: Place::root() };
    let disk = Disk { folder: ".".into() };
    let profile = pipeline::own_file(&file, &disk, &mut sources, &mut findings, lang);
    let worst = findings.worst();
    if worst.is_some() {
        let resolve =
            |finding: &Diagnostic| Resolved { span: finding.span.unwrap_or_default(), also: Vec::new() };
        let checked = Checked::new(&shown, sources, findings, resolve);
        let text = report::text(&checked, Look { lang, colour: false, limit: usize::MAX });
        world.complain(&format!("{text}{}", report::summary(&[checked], lang)));
    }
    Ok(Own { profile, worst })
}

fn data(matches: &ArgMatches) -> bool {
    matches.get_one::<String>("format").is_some_and(|form| form == "json")
}
