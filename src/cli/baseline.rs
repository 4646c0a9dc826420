//! `pakt baseline FILE`: what is found today, so that `--baseline FILE` tells only what is new. In: applications. Out: a
//! file of fingerprints, one a line, that a repository can keep.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use serde::{Deserialize, Serialize};

use super::inputs::{self, Named};
use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, applications, jobs, options, output};
use crate::diagnostic::Findings;
use crate::lang::{Lang, Noun};
use crate::report;

pub(super) const VERB: Verb = Verb { name: "baseline", command, run };

/// The version of the file's shape.
const SCHEMA: &str = "pakt-baseline/1";

/// The file.
#[derive(Serialize, Deserialize)]
struct File {
    schema: String,
    findings: Vec<Known>,
}

/// A finding that is known.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    #[serde(default)]
    file: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    path: String,
    fingerprint: String,
}

fn command(lang: Lang) -> Command {
    let file = Arg::new("file").value_name(lang.pick("PLIK", "FILE")).required(true);
    Command::new(VERB.name)
        .about(words("baseline", lang))
        .arg(file.value_parser(value_parser!(PathBuf)).help(words("baseline/file", lang)))
        .arg(options::inputs(lang))
        .args(options::checking(lang))
        .arg(options::jobs(lang))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let world = &*world;
    let settings = options::run(matches, world)?;
    let path = matches.get_one::<PathBuf>("file").expect("it is required");
    let (named, mut errors) = inputs::named_by(&inputs::named(matches), world);
    let work = |named: &Named| -> Result<Vec<Known>, Error> {
        let run = named.read()?.run(&settings, world);
        let checked = run.check(Findings::default(), run.loaded.sources.clone());
        let prints = report::fingerprints(&checked).into_iter().zip(&checked.findings);
        let known = |(fingerprint, found): (String, &report::Located)| Known {
            file: checked.sources.file(found.span).map_or(&checked.name, |source| &source.name).clone(),
            code: found.diagnostic.code.to_owned(),
            path: found.diagnostic.place.to_string(),
            fingerprint,
        };
        Ok(prints.map(known).collect())
    };
    let mut all = BTreeSet::new();
    let take = |known: Result<Vec<Known>, Error>| {
        match known {
            Ok(known) => all.extend(known),
            Err(error) => errors.push(error),
        }
        Ok(())
    };
    jobs::each(options::asked_jobs(matches, world)?, &named, work, take)?;
    if !errors.is_empty() {
        // What could not be read would be new tomorrow.
        return Ok(applications::outcome(world, &errors, Outcome::Failed));
    }
    output::write(path, text(&all).as_bytes())?;
    let lang = world.lang;
    let noun = Noun(["uwaga", "uwagi", "uwag"], ["finding", "findings"]);
    world.print(&format!("{}: {}\n", path.display(), lang.counted(all.len() as u64, noun)))?;
    Ok(Outcome::Clean)
}

/// Returns the file with a line for each finding, so that its versions can be compared.
fn text(all: &BTreeSet<Known>) -> String {
    let line = |known: &Known| serde_json::to_string(known).expect("plain strings always serialise");
    let lines: Vec<String> = all.iter().map(|known| format!("    {}", line(known))).collect();
    let lines = if lines.is_empty() { String::new() } else { format!("\n{}\n  ", lines.join(",\n")) };
    let text = format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"findings\": [{lines}]\n}}\n");
    crate::words::visible_json(&text).into_owned()
}

/// Reads which findings are known.
pub(super) fn read(path: &Path, lang: Lang) -> Result<BTreeSet<String>, Error> {
    let bytes = fs::read(path).map_err(|source| Error::Input { path: path.to_owned(), source })?;
    let file: Option<File> = serde_json::from_slice(&bytes).ok();
    let file = file.filter(|file| file.schema == SCHEMA);
    let file = file.ok_or_else(|| wrong("no-baseline", lang, &[("name", &path.to_string_lossy())]))?;
    Ok(file.findings.into_iter().map(|known| known.fingerprint).collect())
}
