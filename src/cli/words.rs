//! The words of the command line. In: `words.md`. Out: help of verbs and options, what is wrong with an argument.

use std::sync::LazyLock;

use super::Error;
use crate::lang::Lang;
use crate::words::{Table, fill};

static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("words.md")));

/// Returns the words of a verb (`check`, `profile/show`), of an option of all verbs (`--tag`) or of one
/// (`new/--yes`); empty for an unknown code, which the suite catches.
pub(super) fn words(code: &str, lang: Lang) -> &'static str {
    WORDS.get(code).map_or("", |entry| entry.message(lang))
}

/// Returns what is wrong with an argument.
pub(super) fn wrong(code: &str, lang: Lang, values: &[(&str, &str)]) -> Error {
    Error::Argument(fill(words(code, lang), values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::VERBS;

    fn assert_said(command: &clap::Command) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(!about.is_empty(), "{}", command.get_name());
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(!help.is_empty(), "{} {}", command.get_name(), arg.get_id());
        }
        command.get_subcommands().for_each(assert_said);
    }

    #[test]
    fn every_verb_and_option_is_said_in_both_languages() {
        for lang in Lang::ALL {
            VERBS.iter().for_each(|verb| assert_said(&(verb.command)(lang)));
        }
    }

    #[test]
    fn the_words_of_both_languages_name_the_same() {
        for entry in WORDS.entries() {
            let named = Lang::ALL.map(|lang| crate::words::placeholders(entry.message(lang)));
            assert_eq!(named[0], named[1], "{}", entry.code);
        }
    }
}
