//! `pakt diff`: what differs between two versions of an application. In: two applications. Out: text,
//! Markdown, HTML, data, or a Word file with tracked changes; exit code 0 when nothing differs, 1 when something does, 2 when it could not
//! compare.

use std::path::Path;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::inputs;
use super::words::{words, wrong};
use super::{Error, Outcome, Verb, World, applications, options, output, printed, score};
use crate::comparison::{self, Comparison};
use crate::document::Document;
use crate::lang::Lang;
use crate::markdown;
use crate::pipeline::{Options, Run};
use crate::report;
use crate::write::{self, Style, docx};

pub(super) const VERB: Verb = Verb { name: "diff", command, run };

fn command(lang: Lang) -> Command {
    let version = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name)
            .value_name(value)
            .required(true)
            .value_parser(value_parser!(std::ffi::OsString))
            .help(help)
    };
    Command::new(VERB.name)
        .about(words("diff", lang))
        .arg(version("old", lang.pick("STARA", "OLD"), lang.pick("Starsza wersja", "The older version")))
        .arg(version("new", lang.pick("NOWA", "NEW"), lang.pick("Nowsza wersja", "The newer version")))
        .arg(options::tag(lang))
        .arg(score::form(lang, &["text", "markdown", "html", "json"]))
        .arg(
            Arg::new("to")
                .long("to")
                .value_name("docx")
                .value_parser(["docx"])
                .help(words("diff/--to", lang)),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .short('o')
                .value_name("FOLDER")
                .default_value("out")
                .help(words("diff/--out", lang)),
        )
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let settings = Options { tags: options::tags(matches), ..options::spoken(world) };
    let (old, _) = version(matches, "old", &settings, world)?;
    let (new, slug) = version(matches, "new", &settings, world)?;
    let lang = new.lang;
    let torn: Vec<&Run> = [&old, &new].into_iter().filter(|run| applications::is_torn(run)).collect();
    torn.iter().for_each(|run| applications::complain(world, run));
    if !torn.is_empty() {
        world.complain(lang.pick(
            "błąd: najpierw popraw to, czego nie da się odczytać; bez tego porównanie coś by pominęło",
            "error: first mend what cannot be read; without it the comparison would miss something",
        ));
        return Ok(Outcome::Failed);
    }
    let found = comparison::compare(&old.loaded.application, &new.loaded.application, lang);
    let names = [old.name.as_str(), new.name.as_str()];
    if matches.contains_id("to") {
        let file = Path::new(matches.get_one::<String>("out").map_or("out", String::as_str))
            .join(format!("{slug}.changes.{}.docx", lang.code()));
        output::write(&file, &docx::redline(&found, names, lang))?;
        world.print(&format!("{}\n", printed::shown(&file)))?;
    } else {
        world.print(&shown(matches, &found, names, lang))?;
    }
    Ok(if found.changes.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// Reads a version; returns it with its name among files.
fn version(
    matches: &ArgMatches,
    which: &str,
    settings: &Options,
    world: &mut World,
) -> Result<(Run, String), Error> {
    let named = matches.get_one::<std::ffi::OsString>(which).cloned().into_iter().collect::<Vec<_>>();
    let (bundles, errors) = inputs::gather(&named, world);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let names = bundles.len();
    let mut bundles = bundles.into_iter();
    let (Some(bundle), 1) = (bundles.next(), names) else {
        let argument = named.first().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let count = names.to_string();
        return Err(wrong("several-applications", world.lang, &[("name", &argument), ("count", &count)]));
    };
    Ok((bundle.run(settings, world), bundle.slug))
}

fn shown(matches: &ArgMatches, found: &Comparison, [old, new]: [&str; 2], lang: Lang) -> String {
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("markdown") => comparison::markdown(found, old, new, lang),
        Some("html") => {
            let body = markdown::read_in(&comparison::markdown(found, old, new, lang), lang);
            let title = lang.pick("Zmiany we wniosku", "Changes of the application").to_owned();
            let document =
                Document { title, lang, blocks: body.blocks, notes: body.notes, ..Document::default() };
            write::html(&document, &Style::default())
        }
        Some("json") => {
            report::data(&serde_json::json!({ "old": old, "new": new, "changes": found.changes }))
        }
        _ => comparison::text(found, old, new, lang),
    }
}
