//! Environment, terminal and clock. In: the process. Out: `World`, which tests can make up.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{IsTerminal, Read, Write};
use std::path::PathBuf;

use anstream::AutoStream;
use anstream::ColorChoice;

use super::Error;
use super::printed::{May, tame};
use super::settings::Config;
use crate::lang::Lang;
use crate::yaml::LARGEST_FILE;

/// What the program sees of the process it runs in.
pub struct World {
    /// The environment variables it looks at.
    pub vars: BTreeMap<String, String>,
    /// Whether both ends of the conversation are a terminal.
    pub interactive: bool,
    /// The language of help and usage errors, told by `--lang` or by the environment.
    pub lang: Lang,
    /// The language asked for, by `--lang` or PAKT_LANG.
    pub asked: Option<Lang>,
    /// The language of the environment.
    pub around: Option<Lang>,
    /// The folder under which an application's files may lie, where the command line names one.
    pub root: Option<PathBuf>,
    /// The file that the standard input stands for, where the command line names one.
    pub stdin_filename: Option<PathBuf>,
    /// The settings of a file.
    pub(super) config: Config,
    /// Whether to use colours on the standard output.
    pub colour: bool,
    /// Whether somebody sees a bar on the standard error grow.
    pub sees_progress: bool,
}

/// The variables that matter.
const VARS: [&str; 12] = [
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "PAKT_CONFIG",
    "PAKT_FORMAT",
    "PAKT_JOBS",
    "PAKT_LANG",
    "SOURCE_DATE_EPOCH",
];

impl World {
    /// Returns the process's own.
    pub fn real() -> Self {
        let var = |name: &str| {
            Some((name.to_owned(), std::env::var(name).ok()?)).filter(|(_, value)| !value.is_empty())
        };
        Self {
            vars: VARS.into_iter().filter_map(var).collect(),
            interactive: std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
            lang: Lang::Pl,
            asked: None,
            around: None,
            root: None,
            stdin_filename: None,
            config: Config::default(),
            sees_progress: std::io::stderr().is_terminal(),
            colour: AutoStream::choice(&std::io::stdout()) != ColorChoice::Never,
        }
    }

    /// Returns a variable.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.vars.get(name).map(String::as_str)
    }

    /// Finds the language of help before the arguments are parsed: `--lang`, then the environment, else
    /// Polish.
    pub(super) fn speak(&mut self, args: &[OsString]) -> Lang {
        let words: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
        let after = |flag: &str| {
            words.iter().position(|word| *word == flag).and_then(|at| words.get(at + 1)).copied()
        };
        let asked = words.iter().find_map(|word| word.strip_prefix("--lang=")).or_else(|| after("--lang"));
        let set = || self.var("PAKT_LANG").or_else(|| self.config.lang());
        self.asked = asked.or_else(set).and_then(Lang::from_code);
        self.around = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| self.var(name))
            .and_then(Lang::from_code);
        self.lang = self.asked.or(self.around).unwrap_or_default();
        self.lang
    }

    /// Prints to the standard output.
    pub fn print(&self, text: &str) -> Result<(), Error> {
        self.print_as(text, May::Say)
    }

    /// Prints to the standard output, as bytes and at once, what may do no more than this.
    pub(super) fn print_as(&self, text: &str, may: May) -> Result<(), Error> {
        let text = tame(text, may);
        let mut out = std::io::stdout().lock();
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .map_err(|source| Error::Output { path: "stdout".into(), source })
    }

    /// Prints a line to the standard error; nobody is left to tell when that fails.
    pub fn complain(&self, text: &str) {
        let _ = writeln!(std::io::stderr(), "{}", tame(text, May::Say));
    }

    /// Reads the standard input, but not beyond what the loader would take: it names the limit.
    pub fn read_input(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .take(LARGEST_FILE as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|source| Error::Input { path: "-".into(), source })?;
        Ok(bytes)
    }

    /// Reads one line of the standard input, without its end; `None` at the end of the input.
    pub fn read_line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = std::io::stdin().read_line(&mut line).ok()?;
        (read > 0).then(|| line.trim().to_owned())
    }
}
