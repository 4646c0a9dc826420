//! `pakt new`: a skeleton that explains itself. In: flags, or a few questions on a terminal. Out: YAML files, and the
//! schema beside them for the editor.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::names::{self, MAIN};
use super::printed::shown;
use super::samples::samples;
use super::skeleton::{Aim, skeleton};
use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, options, output};
use crate::described::{Entry as _, Shape};
use crate::joining::{Files as _, is_part};
use crate::lang::Lang;
use crate::model::Application;
use crate::reading::Keys;
use crate::schema;
use crate::yaml::Input;

pub(super) const VERB: Verb = Verb { name: "new", command, run };

/// The name of the schema file that editors load.
const SCHEMA: &str = "pakt.schema.json";

/// Where samples keep what several of them share.
const SHARED: &str = "../library/";

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
            Arg::new("for")
                .long("for")
                .value_name(lang.pick("CO", "WHAT"))
                .value_parser(Aim::ALL.map(Aim::code))
                .help(words("new/--for", lang)),
        )
        .arg(Arg::new("profile").long("profile").value_name("PROFIL").help(words("new/--profile", lang)))
        .arg(
            Arg::new("date")
                .long("date")
                .value_name(lang.pick("RRRR-MM-DD", "YYYY-MM-DD"))
                .help(words("new/--date", lang)),
        )
        .args(questions)
        .arg(
            Arg::new("from")
                .long("from")
                .value_name("FOLDER")
                .value_parser(value_parser!(PathBuf))
                .conflicts_with_all(["example", "for", "split"])
                .help(words("new/--from", lang)),
        )
        .arg(
            Arg::new("example")
                .long("example")
                .value_name(lang.pick("WZÓR", "SAMPLE"))
                .conflicts_with_all(["for", "split"])
                .help(words("new/--example", lang)),
        )
        .arg(Arg::new("split").long("split").action(ArgAction::SetTrue).help(words("new/--split", lang)))
        .arg(Arg::new("yes").long("yes").short('y').action(ArgAction::SetTrue).help(words("new/--yes", lang)))
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let lang = world.lang;
    let path = target(Path::new(matches.get_one::<String>("file").map_or("pakt.yaml", String::as_str)));
    if path.exists() {
        return Err(Error::Exists(path));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (files, first) = if let Some(sample) = matches.get_one::<String>("example") {
        (example(sample, lang)?, lang.pick("tytuł, datę i partnerów", "the title, the date and the partners"))
    } else if let Some(from) = matches.get_one::<PathBuf>("from") {
        (copied(from, &name)?, lang.pick("tytuł, datę i nabór", "the title, the date and the call"))
    } else {
        asked(matches, world, &path)?
    };
    for (file, text) in &files {
        output::write_new(&path.with_file_name(file), text)?;
    }
    let beside = path.with_file_name(SCHEMA);
    if !beside.exists() {
        output::write(&beside, schema::text(&schema::application(lang)).as_bytes())?;
    }
    let shown = shown(&path);
    let application = if name == MAIN { shown.trim_end_matches(MAIN).trim_end_matches('/') } else { &shown };
    let application = if application.is_empty() { "." } else { application };
    world.print(&lang.pick(
        format!("Gotowe: {shown}\nWpisz najpierw {first}, potem sprawdź, czego brakuje: pakt check {application}\n"),
        format!("Done: {shown}\nWrite {first} first, then see what is missing: pakt check {application}\n"),
    ))?;
    Ok(Outcome::Clean)
}

/// Files by name.
type Files = Vec<(String, Vec<u8>)>;

/// Returns the skeleton of what somebody wants to make, and what to fill first.
fn asked(matches: &ArgMatches, world: &mut World, path: &Path) -> Result<(Files, &'static str), Error> {
    let lang = world.lang;
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let asks = world.interactive && !matches.get_flag("yes");
    let profile = given("profile");
    if let Some(profile) = &profile {
        options::profile_named(profile, lang)?;
    }
    let named = given("for").and_then(|code| Aim::ALL.into_iter().find(|aim| aim.code() == code));
    let aim = match (named, profile.as_deref()) {
        (Some(aim), _) => aim,
        (None, Some("pact")) => Aim::Pact,
        (None, None) if asks => aim(world)?,
        (None, _) => Aim::Bid,
    };
    let profile = profile.unwrap_or_else(|| if aim == Aim::Pact { "pact" } else { "esf-plus" }.to_owned());
    let date = options::given_date(matches, lang)?.map(|date| date.to_string()).unwrap_or_default();
    let mut answers =
        vec![("file", shown(path)), ("schema", SCHEMA.to_owned()), ("profile", profile), ("date", date)];
    for (name, pl, en) in QUESTIONS {
        let answer = match given(name) {
            Some(answer) => answer,
            None if asks => ask(world, lang.pick(pl, en))?,
            None => String::new(),
        };
        answers.push((name, quoted(&answer)));
    }
    let answers: Vec<(&str, &str)> = answers.iter().map(|(name, answer)| (*name, answer.as_str())).collect();
    let text = skeleton(lang, aim, &answers);
    let first =
        lang.pick("drugiego partnera, potrzebę i cel", "the second partner, the need and the objective");
    if matches.get_flag("split") {
        return Ok((split(&text, SCHEMA), first));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((vec![(name, text.into_bytes())], first))
}

/// Asks what is to be made; anything but a number of the list means a bid.
fn aim(world: &mut World) -> Result<Aim, Error> {
    let lang = world.lang;
    world.print(lang.pick("Co chcesz przygotować?\n", "What do you want to make?\n"))?;
    for (number, aim) in (1..).zip(Aim::ALL) {
        world.print(&format!("  {number}  {}\n", aim.title(lang)))?;
    }
    let answer = ask(world, lang.pick("Numer", "Number"))?;
    let chosen =
        answer.trim().parse().ok().and_then(|number: usize| Aim::ALL.get(number.checked_sub(1)?).copied());
    Ok(chosen.unwrap_or(Aim::Bid))
}

/// Returns the files of a sample that the program ships.
fn example(name: &str, lang: Lang) -> Result<Files, Error> {
    let all = samples();
    let bare = |sample: &str| sample.trim_start_matches("samples/").trim_end_matches(".yaml").to_owned();
    let Some(sample) = all.iter().find(|sample| bare(&sample.name) == name) else {
        let all: Vec<String> = all.iter().map(|sample| bare(&sample.name)).collect();
        return Err(wrong("no-example", lang, &[("name", name), ("all", &all.join(", "))]));
    };
    let file = |(number, part): (usize, &Input)| {
        let own = if number == 0 { MAIN.to_owned() } else { names::name(Path::new(&part.name)) };
        // The schema lies beside it now.
        let text = String::from_utf8_lossy(&part.bytes);
        let lines = text.lines().map(|line| match line.split_once("$schema=") {
            Some((before, _)) if line.starts_with('#') => format!("{before}$schema={SCHEMA}\n"),
            _ => format!("{line}\n"),
        });
        (own, lines.collect::<String>().into_bytes())
    };
    let mut files: Files = sample.parts.iter().enumerate().map(file).collect();
    // What several samples share comes along, into the folder.
    let main = String::from_utf8_lossy(&files[0].1).into_owned();
    for shared in main.split([' ', '[', ']', ',', '\n']).filter(|word| word.starts_with(SHARED)) {
        if let Ok(bytes) = sample.files.read(shared) {
            files.push((shared.trim_start_matches("../").to_owned(), bytes));
        }
    }
    files[0].1 = main.replace(SHARED, SHARED.trim_start_matches("../")).into_bytes();
    Ok(files)
}

/// Returns the YAML files of an application of one's own; a file of its own gets the new one's name.
fn copied(from: &Path, name: &str) -> Result<Files, Error> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::Input { path, source }
    };
    if from.is_file() {
        return Ok(vec![(name.to_owned(), std::fs::read(from).map_err(failed(from))?)]);
    }
    let mut files = Files::new();
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(from).map_err(failed(from))? {
        entries.push(entry.map_err(failed(from))?.path());
    }
    entries.sort();
    for entry in
        entries.iter().filter(|entry| names::is_yaml(entry) && names::aside(entry, &entries).is_none())
    {
        let bytes = std::fs::read(entry).map_err(failed(entry))?;
        let own = if names::is_main(entry) { name.to_owned() } else { names::name(entry) };
        files.push((own, bytes));
    }
    if files.is_empty() { Err(Error::EmptyFolder(from.to_owned())) } else { Ok(files) }
}

/// Splits a skeleton at its lists: each becomes the part file of its name; the rest is the main file.
fn split(text: &str, schema: &str) -> Files {
    let mut files: Files = vec![(MAIN.to_owned(), Vec::new())];
    // Which file lines go to; comments wait for the field that they stand over.
    let (mut at, mut waiting) = (0, String::new());
    for line in text.split_inclusive('\n') {
        if line.starts_with('#') || line.trim().is_empty() {
            waiting.push_str(line);
            continue;
        }
        if let Some((key, _)) = line.split_once(':').filter(|_| line.starts_with(char::is_alphabetic)) {
            at = 0;
            if is_list(key) {
                at = files.len();
                let head = format!("# yaml-language-server: $schema={schema}\n");
                files.push((format!("{key}.yaml"), head.into_bytes()));
            }
        }
        files[at].1.extend(std::mem::take(&mut waiting).into_bytes());
        files[at].1.extend(line.as_bytes());
    }
    files
}

/// Tells whether a section is a list of entries, for which a file of its own is worth while.
fn is_list(key: &str) -> bool {
    let field = Keys::Described(Application::ENTITY).field(key);
    let member = field.and_then(|field| Application::ENTITY.member(field));
    member.map_or_else(|| is_part(key), |member| matches!(member.shape, Shape::List(_)))
}

/// A name without an ending is a folder with `pakt.yaml` in it.
fn target(path: &Path) -> PathBuf {
    if path.is_dir() || path.extension().is_none() { path.join("pakt.yaml") } else { path.to_owned() }
}

fn ask(world: &mut World, question: &str) -> Result<String, Error> {
    world.print(&format!("{question}: "))?;
    Ok(world.read_line().unwrap_or_default())
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
        let read: serde_yaml::Value = serde_yaml::from_str(&title).expect("a scalar");
        assert_eq!(read.as_str(), Some("Pakt: „Praca” \"blisko\" \\ domu"));
        assert_eq!(quoted(" "), "");
    }

    #[test]
    fn a_skeleton_is_split_at_its_lists() {
        let text = "# head\nschema: pakt/1\n\n# ── Who ──\n\npartners:\n  - id: P1\n\narea:\n  name: x\n\nneeds:\n  - id: N1\n";
        let files = split(text, "s.json");
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["pakt.yaml", "partners.yaml", "needs.yaml"]);
        let main = String::from_utf8_lossy(&files[0].1);
        assert!(main.contains("schema: pakt/1") && main.contains("area:\n  name: x"), "{main}");
        let part = String::from_utf8_lossy(&files[1].1);
        assert!(
            part.starts_with("# yaml-language-server: $schema=s.json\n") && part.ends_with("  - id: P1\n"),
            "{part}"
        );
    }
}
