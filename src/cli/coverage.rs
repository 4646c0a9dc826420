//! `pakt coverage`: the golden thread of each need. In: applications. Out: the matrix need × link.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::inputs::{self, Disk};
use super::options;
use super::{Error, Outcome, Verb, World};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::pipeline;
use crate::report;

pub(super) const VERB: Verb = Verb { name: "coverage", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(lang.pick(
            "Pokaż ciąg: potrzeba → dowód → cel → działanie → wskaźnik → strategia → środki",
            "Show the thread: need → evidence → objective → action → indicator → strategy → money",
        ))
        .arg(options::inputs(lang))
        .arg(Arg::new("min").long("min").value_name("%").value_parser(value_parser!(u8).range(0..=100)).help(
            lang.pick(
                "Kod wyjścia 1, gdy pełny ciąg ma mniejszy odsetek potrzeb",
                "Exit code 1 when a smaller percentage of needs has a whole thread",
            ),
        ))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(["text", "json", "mermaid"])
                .default_value("text")
                .hide_default_value(true)
                .hide_possible_values(true)
                .help(lang.pick("Postać: text, json, mermaid", "Form: text, json, mermaid")),
        )
}

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let settings = pipeline::Options { lang: options::asked_lang(world), ..pipeline::Options::default() };
    let (bundles, errors) = inputs::gather(&inputs::named(matches), world);
    let runs: Vec<pipeline::Run> = bundles
        .into_iter()
        .map(|bundle| {
            let disk = Disk { folder: bundle.folder.clone() };
            pipeline::read(&bundle.name, bundle.parts, &disk, &settings)
        })
        .collect();
    let facts: Vec<Facts> = runs.iter().map(|run| Facts::of(&run.loaded.application)).collect();
    let format = matches.get_one::<String>("format").map_or("text", String::as_str);
    let text = match format {
        "json" => {
            let named = runs.iter().zip(&facts).map(|(run, facts)| (run.name.clone(), facts.coverage()));
            report::coverage_json(&named.collect::<Vec<_>>())
        }
        _ => runs
            .iter()
            .zip(&facts)
            .map(|(run, facts)| match format {
                "mermaid" => report::coverage_mermaid(&facts.coverage(), run.lang),
                _ => report::coverage_text(&run.name, &facts.coverage(), run.main(), run.lang),
            })
            .collect::<Vec<_>>()
            .join("\n"),
    };
    world.print(&text)?;
    let lang = world.lang;
    for error in &errors {
        world.complain(&format!("{}: {}", lang.pick("błąd", "error"), error.tell(lang)));
    }
    if !errors.is_empty() {
        return Ok(Outcome::Failed);
    }
    let least = matches.get_one::<u8>("min").map_or(0, |least| usize::from(*least));
    let short = facts.iter().any(|facts| facts.coverage().percent() < least);
    Ok(if short { Outcome::Findings } else { Outcome::Clean })
}
