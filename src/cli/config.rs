//! Settings that stand in a file. In: `pakt.toml` of the folder one is in or of one above, or the file that the command
//! line names. Out: options for those that the command line and the environment leave out; `pakt config` shows them.
//!
//! A file that pakt found by itself may have come with an application, so it decides nothing about what is read and
//! written: that takes a file somebody named.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};

use super::printed::shown;
use super::settings::{Config, FILE, Kind, SETTINGS, values, written};
use super::words::words;
use super::{Error, Outcome, Verb, World};
use crate::lang::Lang;

pub(super) const VERB: Verb = Verb { name: "config", command, run };

/// Reads the settings for a command line that is not parsed yet.
pub(super) fn read(args: &[OsString], world: &World) -> Result<Config, Error> {
    let named = named(args).or_else(|| world.var("PAKT_CONFIG").map(PathBuf::from));
    let Some(path) = named.clone().or_else(found) else { return Ok(Config::default()) };
    let text = fs::read_to_string(&path).map_err(|source| Error::Input { path: path.clone(), source })?;
    let values = values(&text, &path, named.is_some(), world.lang)?;
    Ok(Config { file: Some(path), values })
}

/// Returns the arguments with those settings that a verb knows and nobody gave.
pub(super) fn over(
    args: &[OsString],
    program: &Command,
    parsed: &ArgMatches,
    world: &World,
) -> Vec<OsString> {
    let (mut command, mut matches, mut at) = (program, parsed, 0);
    while let Some((name, inner)) = matches.subcommand() {
        at += args[at..].iter().position(|arg| arg == name).map_or(0, |own| own + 1);
        let Some(own) = command.get_subcommands().find(|own| own.get_name() == name) else { break };
        (command, matches) = (own, inner);
    }
    let mut added: Vec<OsString> = Vec::new();
    for setting in &SETTINGS {
        let Some(values) = world.config.values.get(setting.name) else { continue };
        let mut known = command.get_arguments().chain(program.get_arguments());
        let Some(arg) = known.find(|arg| arg.get_long() == Some(setting.name)) else { continue };
        let id = arg.get_id().as_str();
        let source = matches.try_contains_id(id).ok().and_then(|_| matches.value_source(id));
        let is_in_world = setting.var.is_some_and(|name| world.var(name).is_some());
        if source == Some(ValueSource::CommandLine) || is_in_world || setting.name == "lang" {
            continue;
        }
        match setting.kind {
            Kind::Flag => added.extend((values == &["true"]).then(|| format!("--{}", setting.name).into())),
            _ => added.extend(values.iter().map(|value| format!("--{}={value}", setting.name).into())),
        }
    }
    let (before, after) = args.split_at(at);
    [before, &added, after].concat()
}

/// Returns the file that the command line names.
fn named(args: &[OsString]) -> Option<PathBuf> {
    let mut args = args.iter().take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        if arg == "--config" {
            return args.next().map(PathBuf::from);
        }
        if let Some(path) = arg.to_str().and_then(|arg| arg.strip_prefix("--config=")) {
            return Some(path.into());
        }
    }
    None
}

/// Returns the file of the folder one is in, or of the next above.
fn found() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(FILE)).find(|path| path.is_file())
}

fn command(lang: Lang) -> Command {
    Command::new(VERB.name).about(words("config", lang))
}

fn run(_: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let (config, lang) = (&world.config, world.lang);
    let file = config.file.as_deref().map(shown).unwrap_or_default();
    let mut said = String::new();
    for setting in &SETTINGS {
        let var = setting.var.and_then(|name| Some((name, world.var(name)?)));
        let own = config.values.get(setting.name);
        said += &match (var, own) {
            (Some((name, value)), _) => format!("{} = {value:?}  # {name}\n", setting.name),
            (None, Some(values)) => format!("{} = {}  # {file}\n", setting.name, written(setting, values)),
            (None, None) => {
                format!("# {}  # {}\n", setting.name, lang.pick("wartość domyślna", "the default"))
            }
        };
    }
    world.print(&said)?;
    Ok(Outcome::Clean)
}
