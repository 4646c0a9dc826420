//! `pakt catalogue`: the lists of the deck, of law and of programmes. In: a list's name or a slide. Out: text
//! or JSON.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::words::words;
use super::{Error, Outcome, Verb, World, options, score};
use crate::lang::Lang;
use crate::report;
use crate::{catalogue, rules};

pub(super) const VERB: Verb = Verb { name: "catalogue", command, run };

/// The list of what changed in law.
const CHANGES: &str = "changes";

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("catalogue", lang))
        .arg(Arg::new("list").value_name(lang.pick("LISTA", "LIST")).help(words("catalogue/list", lang)))
        .arg(
            Arg::new("slide")
                .long("slide")
                .value_name("N")
                .value_parser(value_parser!(u8).range(1..=33))
                .conflicts_with("list")
                .help(words("catalogue/--slide", lang)),
        )
        .arg(
            Arg::new("since")
                .long("since")
                .value_name(lang.pick("RRRR-MM-DD", "YYYY-MM-DD"))
                .conflicts_with("slide")
                .help(words("catalogue/--since", lang)),
        )
        .arg(score::form(lang, &["text", "json"]))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let lang = world.lang;
    let name = matches.get_one::<String>("list").map(String::as_str);
    let slide = matches.get_one::<u8>("slide").copied();
    let data = matches.get_one::<String>("format").is_some_and(|form| form == "json");
    if name == Some(CHANGES) {
        return changes(matches, world, data);
    }
    let json = || match (name, slide) {
        (Some(name), _) => catalogue::list_json(name),
        (None, Some(slide)) => catalogue::slide_json(slide).map(|mut json| {
            json["rules"] = rules::on_slide(slide).map(|entry| entry.code.as_str()).collect();
            json
        }),
        (None, None) => Some(catalogue::overview_json()),
    };
    let text = || match (name, slide) {
        (Some(name), _) => catalogue::list_text(name, lang),
        (None, Some(slide)) => catalogue::slide_text(slide, lang).map(|text| text + &rules_text(slide, lang)),
        (None, None) => Some(catalogue::overview(lang)),
    };
    let printed = if data { json().map(|json| report::data(&json)) } else { text() };
    let unknown = || {
        let name = name.unwrap_or_default();
        let all = catalogue::names().join(", ");
        Error::Argument(lang.pick(
            format!("nie ma listy „{name}”; możliwe: {all}"),
            format!("there is no list “{name}”; possible: {all}"),
        ))
    };
    world.print(&printed.ok_or_else(unknown)?)?;
    Ok(Outcome::Clean)
}

/// Returns the rules that stand on a slide, a line each; empty for none.
fn rules_text(slide: u8, lang: Lang) -> String {
    let lines: String =
        rules::on_slide(slide).map(|entry| format!("  {}", rules::headline(entry, lang))).collect();
    if lines.is_empty() { lines } else { format!("\n{}\n{lines}", lang.pick("Reguły", "Rules")) }
}

/// Prints what changed in law since a day, in time order.
fn changes(matches: &ArgMatches, world: &mut World, data: bool) -> Result<Outcome, Error> {
    let lang = world.lang;
    let since = options::day(matches, "since", lang)?;
    let text = if data {
        report::data(&catalogue::changes().since(since).collect::<Vec<_>>())
    } else {
        catalogue::changes_text(since, lang)
    };
    world.print(&text)?;
    Ok(Outcome::Clean)
}
