//! The roof: the only part that sees disk, clock, environment and terminal. In: arguments. Out: files,
//! a report and an exit code.
//!
//! One file a verb; exit codes 0 clean, 1 findings at the `--fail-on` level or above, 2 could not work.

#![expect(
    clippy::disallowed_methods,
    reason = "the roof is where disk, clock, environment and terminal are seen"
)]

mod accept;
mod applications;
mod baseline;
mod build;
mod calendar;
mod catalogue;
mod check;
mod completions;
mod config;
mod coverage;
mod diff;
mod document_files;
mod door;
mod error;
mod explain;
mod explain_page;
mod fix;
mod growing;
mod help;
mod import;
mod import_table;
mod import_word;
mod inputs;
mod jobs;
mod layers;
mod made;
mod man;
mod matrix;
mod names;
mod new;
mod options;
mod output;
mod pages;
mod papers;
mod plan;
mod printed;
mod profile;
mod progress;
mod samples;
mod schema;
mod score;
mod set;
mod settings;
mod skeleton;
mod step;
mod style;
mod telling;
mod templates;
#[cfg(test)]
mod unproved;
mod usage;
mod verify;
mod watch;
mod words;
mod world;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

pub use error::Error;
pub use world::World;

use crate::lang::Lang;
use words::words;

/// What a verb comes to, when it could work; the worst is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing at the `--fail-on` level or above.
    Clean,
    /// Something at that level.
    Findings,
    /// Some input could not be worked on; the others were.
    Failed,
}

/// A verb: its name, its arguments, its work.
struct Verb {
    name: &'static str,
    command: fn(Lang) -> Command,
    run: fn(&ArgMatches, &mut World) -> Result<Outcome, Error>,
}

const VERBS: &[Verb] = &[
    new::VERB,
    check::VERB,
    build::VERB,
    watch::VERB,
    verify::VERB,
    baseline::VERB,
    accept::VERB,
    explain::VERB,
    coverage::VERB,
    score::VERB,
    matrix::VERB,
    calendar::VERB,
    diff::VERB,
    import::VERB,
    catalogue::VERB,
    profile::VERB,
    schema::VERB,
    templates::VERB,
    config::VERB,
    completions::VERB,
    man::VERB,
];

/// Runs the program and returns its exit code.
pub fn run(args: Vec<OsString>, world: &mut World) -> ExitCode {
    let args = asked_for_help(args);
    world.speak(&args);
    match config::read(&args, world) {
        Ok(config) => world.config = config,
        Err(error) => {
            world.complain(&said(&error, world.lang));
            return ExitCode::from(2);
        }
    }
    let lang = world.speak(&args);
    let mut program = program(lang);
    let parsed = program.try_get_matches_from_mut(&args).and_then(|parsed| {
        let args = config::over(&args, &program, &parsed, world);
        program.try_get_matches_from_mut(args)
    });
    let matches = match parsed {
        Ok(matches) => matches,
        Err(error) => return usage::answer(&error, lang, world),
    };
    let mut innermost = &matches;
    while let Some((_, inner)) = innermost.subcommand() {
        innermost = inner;
    }
    world.root = innermost.get_one::<PathBuf>("root").cloned();
    world.stdin_filename = innermost.get_one::<PathBuf>("stdin-filename").cloned();
    if let Some(root) = world.root.as_ref().filter(|root| !root.is_dir()) {
        world.complain(&said(&Error::NotFound(root.clone()), lang));
        return ExitCode::from(2);
    }
    let (name, matches) = matches.subcommand().expect("a verb is required");
    let verb = VERBS.iter().find(|verb| verb.name == name).expect("every subcommand is a verb");
    match (verb.run)(matches, world) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        // A reader that went away (`pakt check … | head`) is no failure of ours.
        Err(Error::Output { source, .. }) if source.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            world.complain(&said(&error, lang));
            ExitCode::from(2)
        }
    }
}

/// Reads `pakt help check` and `pakt pomoc` as `pakt check --help`.
fn asked_for_help(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|word| word == "help" || word == "pomoc") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

fn said(error: &Error, lang: Lang) -> String {
    format!("{}: {}", lang.pick("błąd", "error"), error.tell(lang))
}

/// Returns the program's arguments with help in `lang`.
pub fn program(lang: Lang) -> Command {
    let program = Command::new("pakt")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words("pakt", lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .arg(options::lang(lang).global(true))
        .arg(options::colour(lang).global(true))
        .arg(options::root(lang).global(true))
        .arg(options::stdin_filename(lang).global(true))
        .arg(options::config(lang).global(true));
    let program = VERBS.iter().fold(program, |program, verb| program.subcommand((verb.command)(lang)));
    help::localise(program, lang)
}
