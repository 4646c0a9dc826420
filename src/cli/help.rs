//! Help pages in the user's language. In: a command tree. Out: the same with Polish headings.

use clap::{Arg, ArgAction, Command};

use crate::lang::Lang;

const TEMPLATE: &str = "{about-with-newline}\nUżycie: {usage}\n{before-help}\n{all-args}{after-help}";

/// Gives every page of the tree its headings and its `--help` in `lang`.
pub(super) fn localise(command: Command, lang: Lang) -> Command {
    let root = command.get_name() == "pakt";
    let command = command.disable_help_flag(true).arg(help(lang));
    let command = if root { command.disable_version_flag(true).arg(version(lang)) } else { command };
    let command = match lang {
        Lang::En => command,
        Lang::Pl => command
            .help_template(TEMPLATE)
            .subcommand_help_heading("Polecenia")
            .subcommand_value_name("POLECENIE"),
    };
    let command = command.mut_args(|arg| {
        let positional = arg.is_positional();
        match (lang, arg.get_help_heading()) {
            (Lang::Pl, None) => arg.help_heading(if positional { "Argumenty" } else { "Opcje" }),
            _ => arg,
        }
    });
    command.mut_subcommands(|command| localise(command, lang))
}

fn help(lang: Lang) -> Arg {
    let words = lang.pick("Pokaż tę pomoc", "Print this help");
    Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words)
}

fn version(lang: Lang) -> Arg {
    let words = lang.pick("Pokaż wersję programu", "Print the program's version");
    Arg::new("version").short('V').long("version").action(ArgAction::Version).help(words)
}
