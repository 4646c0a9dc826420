//! `pakt explain`: why a finding matters. In: a code. Out: its page, or all of them.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::words::words;
use super::{Error, Outcome, Verb, World, explain_page, score};
use crate::diagnostic::Table;
use crate::lang::Lang;
use crate::{report, rules, words};

pub(super) const VERB: Verb = Verb { name: "explain", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(words("explain", lang))
        .arg(
            Arg::new("codes")
                .value_name(lang.pick("KOD", "CODE"))
                .num_args(1..)
                .required_unless_present("all")
                .help(words("explain/codes", lang)),
        )
        .arg(Arg::new("all").long("all").action(ArgAction::SetTrue).help(words("explain/--all", lang)))
        .arg(score::form(lang, &["text", "json", "markdown"]))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let lang = world.lang;
    let form = matches.get_one::<String>("format").map_or("text", String::as_str);
    if matches.get_flag("all") {
        world.print(&match form {
            "json" => report::data(&rules::accounts_json(lang)),
            "markdown" => explain_page::page(lang),
            _ => rules::accounts(lang),
        })?;
        return Ok(Outcome::Clean);
    }
    let asked: Vec<String> =
        matches.get_many::<String>("codes").into_iter().flatten().map(|code| code.to_uppercase()).collect();
    let mut pages = Vec::new();
    for code in &asked {
        let entry = report::words(code).ok_or_else(|| unknown(code, lang))?;
        pages.push(rules::explain(entry, lang));
    }
    world.print(&pages.join("\n"))?;
    Ok(Outcome::Clean)
}

fn codes() -> impl Iterator<Item = &'static str> {
    let others = report::tables().into_iter().flat_map(Table::entries).map(|entry| entry.code.as_str());
    rules::registry().map(|rule| rule.code).chain(others)
}

fn unknown(code: &str, lang: Lang) -> Error {
    let near = words::closest(code, codes().collect::<Vec<_>>());
    Error::Argument(lang.pick(
        format!("nie ma uwagi o kodzie „{code}”; czy chodziło o {near}?"),
        format!("there is no finding with the code “{code}”; did you mean {near}?"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_explanation_tells_why_and_shows_both_sides() {
        let page = |code: &str, lang| rules::explain(report::words(code).expect(code), lang);
        let text = page("REF-01", Lang::Pl);
        for part in ["REF-01 unknown-id", "Dlaczego: ", "Podstawa: ", "Poziom: błąd", "Źle:", "Dobrze:"] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(page("FACT-01", Lang::Pl).contains("Poziom: rada"));
        assert!(page("YAML-05", Lang::En).contains("`{` or dashes"));
        assert!(page("TYPE-01", Lang::En).contains("What to do: "));
        assert!(page("TYPE-40", Lang::En).contains("Level: warning"));
        assert_eq!(report::words("NOPE-01"), None);
    }
}
