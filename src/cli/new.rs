//! `pakt new`: a skeleton that explains itself. In: flags, or a few questions on a terminal. Out: a YAML
//! file, and the schema beside it for the editor.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::printed::shown;
use super::words::words;
use super::{Error, Outcome, Verb, World, options, output};
use crate::diagnostic::fill;
use crate::lang::Lang;
use crate::schema;

pub(super) const VERB: Verb = Verb { name: "new", command, run };

/// The name of the schema file that editors load.
const SCHEMA: &str = "pakt.schema.json";

/// What goes into the skeleton: the flag, the question in both languages, and the field it fills.
const QUESTIONS: [(&str, &str, &str); 4] = [
    ("title", "Tytuł projektu", "Title of the project"),
    ("area", "Obszar (np. powiat szydłowiecki)", "Area (e.g. Szydłowiec county)"),
    ("partnership", "Nazwa partnerstwa", "Name of the partnership"),
    ("lead", "Partner wiodący", "Lead partner"),
];

fn command(lang: Lang) -> Command {
    let questions = QUESTIONS.map(|(name, pl, en)| {
        Arg::new(name).long(name).value_name(lang.pick("TEKST", "TEXT")).help(lang.pick(pl, en))
    });
    Command::new(VERB.name)
        .about(words("new", lang))
        .arg(
            Arg::new("file")
                .value_name(lang.pick("PLIK", "FILE"))
                .default_value("pakt.yaml")
                .help(words("new/file", lang)),
        )
        .arg(
            Arg::new("profile")
                .long("profile")
                .value_name("PROFIL")
                .default_value("esf-plus")
                .help(words("new/--profile", lang)),
        )
        .arg(
            Arg::new("date")
                .long("date")
                .value_name(lang.pick("RRRR-MM-DD", "YYYY-MM-DD"))
                .help(words("new/--date", lang)),
        )
        .args(questions)
        .arg(Arg::new("yes").long("yes").short('y').action(ArgAction::SetTrue).help(words("new/--yes", lang)))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let lang = world.lang;
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let profile = given("profile").unwrap_or_default();
    options::profile_named(&profile, lang)?;
    let date = options::given_date(matches, lang)?.map(|date| date.to_string()).unwrap_or_default();
    let path = target(Path::new(&given("file").unwrap_or_default()));
    if path.exists() {
        return Err(Error::Exists(path));
    }
    let mut answers = Vec::new();
    for (name, pl, en) in QUESTIONS {
        let answer = match given(name) {
            Some(answer) => answer,
            None if world.interactive && !matches.get_flag("yes") => ask(world, lang.pick(pl, en))?,
            None => String::new(),
        };
        answers.push((name, quoted(&answer)));
    }
    let text = skeleton(lang, &path, &profile, &date, &answers);
    output::write_new(&path, text.as_bytes())?;
    let beside = path.with_file_name(SCHEMA);
    if !beside.exists() {
        output::write(&beside, schema::text(&schema::application()).as_bytes())?;
    }
    let shown = shown(&path);
    world.print(&lang.pick(
        format!("Gotowe: {shown}\nWypełnij puste pola i sprawdź: pakt check {shown}\n"),
        format!("Done: {shown}\nFill the empty fields and check: pakt check {shown}\n"),
    ))?;
    Ok(Outcome::Clean)
}

/// A name without an ending is a folder with `pakt.yaml` in it.
fn target(path: &Path) -> PathBuf {
    if path.is_dir() || path.extension().is_none() { path.join("pakt.yaml") } else { path.to_owned() }
}

fn ask(world: &mut World, question: &str) -> Result<String, Error> {
    world.print(&format!("{question}: "))?;
    Ok(world.read_line().unwrap_or_default())
}

fn skeleton(lang: Lang, path: &Path, profile: &str, date: &str, answers: &[(&str, String)]) -> String {
    let file = shown(path);
    let mut values = vec![("file", file.as_str()), ("schema", SCHEMA), ("profile", profile), ("date", date)];
    values.extend(answers.iter().map(|(name, answer)| (*name, answer.as_str())));
    let template = lang.pick(include_str!("skeleton/pl.yaml"), include_str!("skeleton/en.yaml"));
    let text = fill(template, &values);
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Returns an answer as a YAML scalar: in double quotes, with what they need escaped; empty for none.
fn quoted(answer: &str) -> String {
    if answer.trim().is_empty() {
        return String::new();
    }
    let plain: String = answer.trim().chars().filter(|letter| !letter.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_with_quotes_stays_one_value() {
        let title = quoted("Pakt: „Praca” \"blisko\" \\ domu");
        let answers = [
            ("title", title),
            ("area", String::new()),
            ("partnership", String::new()),
            ("lead", String::new()),
        ];
        for lang in Lang::ALL {
            let text = skeleton(lang, Path::new("a/pakt.yaml"), "esf-plus", "2026-03-01", &answers);
            let application: crate::model::Application =
                serde_yaml::from_str(&text).expect("the skeleton is YAML");
            let title = application.meta.title.get().map(|title| title.all()[0].1.to_owned());
            assert_eq!(title.as_deref(), Some("Pakt: „Praca” \"blisko\" \\ domu"), "{lang:?}");
            assert_eq!(application.diagnosis.needs.len(), 1);
        }
    }
}
