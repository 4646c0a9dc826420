//! `pakt profile`: what calls demand. In: a verb of its own and ids. Out: a list, a profile's values, what
//! differs between two, and with applications named what the second would find wrong with them.

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::door::{Disk, Door};
use super::words::words;
use super::{Error, Outcome, Verb, World, applications, inputs, options, score};
use crate::diagnostic::{Diagnostic, Findings, Level, Place};
use crate::lang::Lang;
use crate::pipeline::{self, Asked, Options, Run};
use crate::profile::{self, Ground, Profile};
use crate::report::{self, Checked, Look, Resolved};
use crate::source::Sources;
use crate::words::visible;

pub(super) const VERB: Verb = Verb { name: "profile", command, run };

fn command(lang: Lang) -> Command {
    let id = |name: &'static str| {
        Arg::new(name)
            .value_name(lang.pick("PROFIL", "PROFILE"))
            .required(true)
            .help(words("profile/profile", lang))
    };
    let list = Command::new("list").about(words("profile/list", lang));
    let show = Command::new("show")
        .about(words("profile/show", lang))
        .arg(id("first"))
        .arg(score::form(lang, &["text", "json"]));
    let diff = Command::new("diff")
        .about(words("profile/diff", lang))
        .arg(id("first"))
        .arg(id("second"))
        .arg(options::inputs(lang))
        .arg(score::form(lang, &["text", "json"]));
    Command::new(VERB.name)
        .about(words("profile", lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([list, show, diff])
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let lang = world.lang;
    match matches.subcommand() {
        Some(("show", matches)) => {
            let own = named(matches, "first", None, world)?;
            let text = if data(matches) {
                let Profile { id, title, lineage, .. } = &own.profile;
                report::data(
                    &serde_json::json!({ "profile": id, "title": title, "lineage": lineage, "values": own.profile.entries() }),
                )
            } else {
                profile::shown(&own.profile, lang) + &own.said(lang)
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
    let (one, other) = both(matches, world)?;
    let (first, second) = (&one.profile, &other.profile);
    let (mut applications, mut errors, mut read) = (Vec::new(), Vec::new(), Outcome::Clean);
    if matches.contains_id("inputs") {
        let settings = |profile: &Profile| {
            let profile = Some(Asked::Shipped(Box::new(profile.clone())));
            Options { lang: Some(lang), profile, ..Options::default() }
        };
        let (before, failed) = applications::read(matches, world, &settings(first));
        let (before, worst) = applications::readable(world, before);
        let (after, _) = applications::read(matches, world, &settings(second));
        let after = after.into_iter().filter(|run| before.iter().any(|own| own.name == run.name));
        let after: Vec<Run> = after.collect();
        read = worst;
        applications = before
            .iter()
            .zip(&after)
            .map(|(one, other)| (one.name.clone(), broken(one, other, lang)))
            .collect();
        errors = failed;
    }
    let text = if data(matches) {
        let entry =
            |(name, found): &(String, Vec<String>)| serde_json::json!({ "input": name, "errors": found });
        report::data(&serde_json::json!({
            "first": first.id,
            "second": second.id,
            "differences": profile::differences(first, second),
            "applications": applications.iter().map(entry).collect::<Vec<_>>(),
        }))
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
    Ok(applications::outcome(world, &errors, read.max(applications::found(broken))))
}

/// Returns the errors that the second run has and the first has not.
fn broken(first: &Run, second: &Run, lang: Lang) -> Vec<String> {
    let errors = |run: &Run| -> Vec<String> {
        let checked = run.check(Findings::default(), run.loaded.sources.clone());
        let found = checked.findings.into_iter().map(|finding| finding.diagnostic);
        found
            .filter(|one| one.level == Level::Error)
            .map(|one| {
                format!(
                    "{} {}: {}",
                    one.code,
                    visible(&one.place.to_string()),
                    report::worded(&one, lang).message
                )
            })
            .collect()
    };
    let before = errors(first);
    errors(second).into_iter().filter(|line| !before.contains(line)).collect()
}

/// The faults of codes that the form below a file may well have.
const OF_A_FORM: [&str; 2] = ["CALL-09", "CALL-15"];

/// A profile with what is wrong with its file.
struct Own {
    profile: Profile,
    worst: Option<Level>,
    ground: Ground,
}

impl Own {
    /// Says what a file stands on elsewhere, where it does not say so itself; empty where it does.
    fn said(&self, lang: Lang) -> String {
        if self.ground == Ground::Said {
            return String::new();
        }
        let words = lang.pick(
            "plik nie ma `extends`: tu stoi na profilu `neutral`, a użyty we wniosku stanie na tym, który podaje `call.profile`",
            "the file has no `extends`: here it stands on the profile `neutral`; used in an application, on the one that `call.profile` names",
        );
        format!("\n{words}\n")
    }

    fn outcome(&self) -> Outcome {
        if self.worst == Some(Level::Error) { Outcome::Findings } else { Outcome::Clean }
    }
}

/// Returns the two profiles to be compared. A file that does not say what it extends stands on the other
/// one's shipped profile, as it does in an application that names that one.
fn both(matches: &ArgMatches, world: &mut World) -> Result<(Own, Own), Error> {
    let is_file = |which: &str| match options::asked(argument(matches, which), world.lang) {
        Ok(asked) => matches!(asked, Asked::File { .. }),
        Err(_) => false,
    };
    if is_file("first") && !is_file("second") {
        let other = named(matches, "second", None, world)?;
        return Ok((named(matches, "first", Some(&other.profile), world)?, other));
    }
    let one = named(matches, "first", None, world)?;
    let other = named(matches, "second", Some(&one.profile), world)?;
    Ok((one, other))
}

fn argument<'m>(matches: &'m ArgMatches, which: &str) -> &'m str {
    matches.get_one::<String>(which).map_or("", String::as_str)
}

/// Returns the profile that an argument names, a file without `extends` on the shipped profile of `under`; what
/// is wrong with a file is told beside the answer, on the standard error, so that data stay data.
fn named(
    matches: &ArgMatches,
    which: &str,
    under: Option<&Profile>,
    world: &mut World,
) -> Result<Own, Error> {
    let lang = world.lang;
    let (path, shown) = match options::asked(argument(matches, which), lang)? {
        Asked::Shipped(profile) => return Ok(Own { profile: *profile, worst: None, ground: Ground::Said }),
        Asked::File { path, shown } => (path, shown),
    };
    let mut lineage = under.iter().flat_map(|profile| &profile.lineage);
    let base = lineage.find(|id| profile::named(id).is_some()).map_or(profile::BASE, String::as_str);
    let (mut sources, mut findings) = (Sources::default(), Findings::default());
    let file = profile::Named { path: &path, shown: &shown, base, place: Place::root() };
    let home = Door::named(Path::new("."), None);
    let call = inputs::call_door(&shown, world);
    let disk = Disk { application: &home, aside: &[], call: Some(call) };
    let profile::Own { profile, ground } = pipeline::own_file(&file, &disk, &mut sources, &mut findings);
    if ground == Ground::Given && under.is_none() {
        // Which form the file is for only the application says.
        findings.0.retain(|finding| !OF_A_FORM.contains(&finding.code));
    }
    let worst = findings.worst();
    if worst.is_some() {
        let resolve =
            |finding: &Diagnostic| Resolved { span: finding.span.unwrap_or_default(), also: Vec::new() };
        let checked = Checked::new(&shown, lang, sources, findings, resolve);
        let text = report::text(&checked, Look { colour: false, limit: usize::MAX });
        world.complain(&format!("{text}{}", report::summary(&[report::Tally::of(&checked)], lang)));
    }
    Ok(Own { profile, worst, ground })
}

fn data(matches: &ArgMatches) -> bool {
    matches.get_one::<String>("format").is_some_and(|form| form == "json")
}
