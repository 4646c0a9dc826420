//! `pakt explain`: why a finding matters. In: a code, or words. Out: its page, or all of them; the codes that speak of them.

use std::collections::BTreeSet;

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
    let asked: Vec<&String> = matches.get_many("codes").into_iter().flatten().collect();
    let pages: Option<Vec<String>> = asked
        .iter()
        .map(|code| report::words(&in_full(code)).map(|entry| rules::explain(entry, lang)))
        .collect();
    let text = match pages {
        Some(pages) => pages.join("\n"),
        None => found(&asked, lang)?,
    };
    world.print(&text)?;
    Ok(Outcome::Clean)
}

/// Returns a code as tables have it: `hor-1` is `HOR-01`.
fn in_full(code: &str) -> String {
    let code = code.to_uppercase();
    match code.split_once('-') {
        Some((family, number)) if number.len() == 1 && number != "0" => format!("{family}-0{number}"),
        _ => code,
    }
}

fn codes() -> impl Iterator<Item = &'static str> {
    let others = report::tables().into_iter().flat_map(Table::entries).map(|entry| entry.code.as_str());
    rules::registry().map(|rule| rule.code).chain(others)
}

/// Returns the codes whose words speak of all that is asked, a line each.
fn found(asked: &[&String], lang: Lang) -> Result<String, Error> {
    let asked = asked.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" ");
    // `NEED-99` is a slip in a code; of one of no family the letters are a word: `GENDER-01`.
    let family = asked.split_once('-').map(|(family, _)| format!("{}-", family.to_uppercase()));
    let is_code = family.is_some_and(|family| codes().any(|code| code.starts_with(&family)));
    let wanted = |lang| words::roots(asked.trim_end_matches(|sign: char| !sign.is_alphabetic()), lang);
    let wanted = Lang::ALL.map(|lang| (lang, wanted(lang)));
    let speaks = |code: &&str| {
        let Some(entry) = report::words(code) else { return false };
        wanted.iter().any(|(lang, wanted)| {
            let all = [&entry.name, entry.message(*lang), entry.help(*lang), entry.why(*lang)].join(" ");
            let own = words::roots(&all, *lang);
            let own: BTreeSet<&str> = own.split(' ').collect();
            !wanted.is_empty() && wanted.split(' ').all(|word| own.contains(word))
        })
    };
    let line =
        |code: &str| report::words(code).map_or_else(String::new, |entry| rules::headline(entry, lang));
    let text: String = codes().filter(|code| !is_code && speaks(code)).map(line).collect();
    if text.is_empty() {
        let near = words::closest(&asked.to_uppercase(), codes().collect::<Vec<_>>());
        return Err(Error::Argument(lang.pick(
            format!("żadna uwaga nie ma kodu „{asked}” ani o tym nie mówi; czy chodziło o {near}?"),
            format!("no finding has the code “{asked}” or speaks of it; did you mean {near}?"),
        )));
    }
    Ok(text
        + lang.pick(
            "\nWięcej o jednej z nich: pakt explain KOD\n",
            "\nMore of one of them: pakt explain CODE\n",
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_to_the_rules_that_speak_of_them() {
        let found = |asked: &str, lang| found(&[&asked.to_owned()], lang);
        let equality = found("równość", Lang::Pl).expect("rules speak of it");
        assert!(equality.contains("HOR-01  nie wskazano barier równości płci"), "{equality}");
        assert!(found("GENDER-01", Lang::En).expect("it is in names").contains("HOR-01  "));
        assert_eq!(
            [in_full("hor-1"), in_full("NEED-12"), in_full("równość")],
            ["HOR-01", "NEED-12", "RÓWNOŚĆ"]
        );
        assert!(found("hiperinflacja", Lang::Pl).is_err() && found("need-99", Lang::Pl).is_err());
    }

    #[test]
    fn an_explanation_has_no_braces_to_fill_in_and_a_field_a_line() {
        let page = |code: &str| rules::explain(report::words(code).expect(code), Lang::Pl);
        let page_of = page("PARTNER-22");
        assert!(page_of.contains("partnera … trzeba wybrać") && !page_of.contains("{id}"), "{page_of}");
        assert!(page("HOR-01").contains("\n    gender:\n      barriers:\n"), "{}", page("HOR-01"));
    }

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
