//! Wrong arguments, told in the user's language. In: clap's error. Out: a message and exit code 2.

use std::path::Path;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::World;
use super::names::is_yaml;
use super::printed::May;
use crate::lang::Lang;
use crate::words::meant;

/// Prints help or an error and returns the exit code.
pub(super) fn answer(error: &clap::Error, lang: Lang, world: &mut World) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render();
            let text = if world.colour { text.ansi().to_string() } else { text.to_string() };
            let text = if lang == Lang::Pl { in_polish(&text) } else { text };
            let may = if world.colour { May::Colour } else { May::Say };
            return world.print_as(&text, may).map_or(ExitCode::from(2), |()| ExitCode::SUCCESS);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let page = error.render().to_string();
            world.complain(&if lang == Lang::Pl { in_polish(&page) } else { page });
        }
        ErrorKind::InvalidSubcommand => world.complain(&unknown_verb(error, lang)),
        _ if lang == Lang::En => world.complain(error.render().to_string().trim_end()),
        _ => world.complain(&polish(error)),
    }
    ExitCode::from(2)
}

/// Says in Polish the words that a help page cannot be given in advance.
fn in_polish(page: &str) -> String {
    page.replace("[OPTIONS]", "[OPCJE]").replace("[possible values: ", "[możliwe: ")
}

/// Tells of a verb that does not exist, with the nearest one; where several are as near, with all of them.
fn unknown_verb(error: &clap::Error, lang: Lang) -> String {
    let told = |kind| error.get(kind).map(words).unwrap_or_default();
    let written = told(ContextKind::InvalidSubcommand);
    let near = if is_application(&written) {
        let quote = if written.contains(char::is_whitespace) { "\"" } else { "" };
        format!("pakt check {quote}{written}{quote}")
    } else if let Some(verb) = called(&written) {
        format!("pakt {verb}")
    } else {
        let near = meant(&written, super::VERBS.iter().map(|verb| verb.name));
        let near = near.map_or_else(|| told(ContextKind::SuggestedSubcommand), str::to_owned);
        if near.is_empty() { near } else { format!("pakt {near}") }
    };
    let (message, meant) = lang.pick(
        (format!("błąd: nie ma polecenia „{written}”"), "czy chodziło o"),
        (format!("error: there is no command “{written}”"), "did you mean"),
    );
    let help = lang.pick("Pomoc: pakt --help", "Help: pakt --help");
    let meant = if near.is_empty() { String::new() } else { format!("\n  {meant}: {near}?") };
    format!("{message}{meant}\n\n{help}")
}

/// What other programs, and people, call the verbs.
const CALLED: [(&str, &[&str]); 13] = [
    ("check", &["validate", "lint", "verify-input", "test", "sprawdz", "waliduj", "kontrola"]),
    (
        "build",
        &[
            "render",
            "generate",
            "make",
            "compile",
            "export",
            "buduj",
            "zbuduj",
            "generuj",
            "dokumenty",
            "drukuj",
        ],
    ),
    ("new", &["init", "create", "start", "nowy", "zaloz", "utworz"]),
    ("explain", &["why", "wyjasnij", "reguly", "rules"]),
    ("coverage", &["pokrycie"]),
    ("score", &["rate", "punkty", "ocena", "ocen", "grade"]),
    ("calendar", &["kalendarz", "terminy", "dates"]),
    ("diff", &["compare", "porownaj", "roznice", "zmiany"]),
    ("catalogue", &["catalog", "katalog", "list", "lists", "listy", "slownik"]),
    ("profile", &["profil", "profile", "profiles", "nabor"]),
    ("schema", &["schemat"]),
    ("templates", &["szablony", "template", "szablon"]),
    ("check --fix", &["fix", "popraw", "napraw"]),
];

/// Returns the verb that a word of other programs stands for.
fn called(written: &str) -> Option<&'static str> {
    let plain = crate::words::plain(written);
    CALLED.iter().find(|(_, words)| words.contains(&plain.as_str())).map(|(verb, _)| *verb)
}

/// Tells whether a word names an application and no verb.
fn is_application(written: &str) -> bool {
    let path = Path::new(written);
    is_yaml(path) || path.exists()
}

fn polish(error: &clap::Error) -> String {
    let told = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = told(ContextKind::InvalidArg);
    let value = told(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("nie ma opcji „{argument}”"),
        ErrorKind::MissingRequiredArgument => format!("brakuje: {argument}"),
        ErrorKind::MissingSubcommand => "brakuje polecenia".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("opcja „{argument}” wymaga wartości"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("„{value}” to niewłaściwa wartość opcji „{argument}”")
        }
        ErrorKind::TooManyValues => format!("„{value}” to o jedną wartość za dużo dla „{argument}”"),
        ErrorKind::ArgumentConflict => {
            format!("„{argument}” nie może stać razem z „{}”", told(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => "argument nie jest tekstem w UTF-8".to_owned(),
        _ => return error.render().to_string(),
    };
    let mut lines = vec![format!("błąd: {message}")];
    let suggestion =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(told);
    lines.extend(
        suggestion
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(|text| format!("  czy chodziło o: {text}?")),
    );
    let valid = told(ContextKind::ValidValue);
    if !valid.is_empty() {
        lines.push(format!("  możliwe wartości: {valid}"));
    }
    lines.push("\nPomoc: pakt --help".to_owned());
    lines.join("\n")
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
