//! `pakt verify`: whether sets of papers are as they were written. In: folders. Out: what differs, by file; exit
//! code 1 when something does.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::set::{Difference, LIST, Set};
use super::{Error, Outcome, Verb, World, applications, printed, score};
use crate::lang::Lang;
use crate::report;

pub(super) const VERB: Verb = Verb { name: "verify", command, run };

fn command(lang: Lang) -> Command {
    Command::new(VERB.name)
        .about(lang.pick(
            "Sprawdź, czy zrobione dokumenty są kompletne i niezmienione",
            "See whether the papers that were made are all there and unchanged",
        ))
        .arg(
            Arg::new("folders")
                .value_name("FOLDER")
                .num_args(1..)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(lang.pick(
                    "Folder zestawu (out/moj-wniosek) albo folder z zestawami (out)",
                    "The folder of a set (out/my-bid), or one that holds sets (out)",
                )),
        )
        .arg(score::form(lang, &["text", "json"]))
}

/// A set and what differs in it; `None` where it has no list.
type Found = (PathBuf, Option<(Set, BTreeMap<String, Difference>)>);

fn run(matches: &ArgMatches, world: &mut World) -> Result<Outcome, Error> {
    let mut found: Vec<Found> = Vec::new();
    for folder in matches.get_many::<PathBuf>("folders").into_iter().flatten() {
        if !folder.is_dir() {
            return Err(Error::NotFound(folder.clone()));
        }
        for folder in sets(folder) {
            let set = Set::read(&folder).map(|set| (set.differences(&folder), set));
            found.push((folder, set.map(|(differences, set)| (set, differences))));
        }
    }
    let is_whole = |(_, set): &Found| set.as_ref().is_some_and(|(_, differences)| differences.is_empty());
    let text = if matches.get_one::<String>("format").is_some_and(|form| form == "json") {
        json(&found)
    } else {
        found.iter().map(|found| text(found, world.lang)).collect()
    };
    world.print(&text)?;
    Ok(applications::found(!found.iter().all(is_whole)))
}

/// Returns the sets of a folder: its own, or those right below it, or in the folders there, where they are of several
/// profiles; the folder itself where there are none.
fn sets(folder: &Path) -> Vec<PathBuf> {
    let has_list = |folder: &PathBuf| folder.join(LIST).is_file();
    let whole = folder.to_owned();
    if has_list(&whole) {
        return vec![whole];
    }
    let mut found = Vec::new();
    for folder in below(folder) {
        let own: Vec<PathBuf> = below(&folder).into_iter().filter(has_list).collect();
        if has_list(&folder) || own.is_empty() {
            found.push(folder);
        }
        found.extend(own);
    }
    if found.iter().any(has_list) { found } else { vec![whole] }
}

/// Returns the folders right below one, sorted.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut below: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    below.sort();
    below
}

fn text((folder, set): &Found, lang: Lang) -> String {
    let shown = printed::shown(folder);
    let Some((set, differences)) = set else {
        return lang.pick(
            format!("{shown}: nie ma tu pliku {LIST}; zestaw jest niedokończony albo zrobił go inny program. Zrób go jeszcze raz: pakt build\n"),
            format!("{shown}: there is no {LIST}; the set was not finished, or another program made it. Make it again: pakt build\n"),
        );
    };
    let each = differences.iter().map(|(name, difference)| {
        format!("{}: {}\n", printed::shown(&folder.join(name)), words(*difference, lang))
    });
    let count = set.outputs.len() as u64;
    let (files, written) = (
        lang.counted(count, crate::lang::Noun(["plik", "pliki", "plików"], ["file", "files"])),
        &set.made_of.pakt,
    );
    let end = match differences.len() as u64 {
        0 => lang.pick(
            format!("{shown}: zestaw kompletny i niezmieniony ({files}, pakt {written})"),
            format!("{shown}: the set is whole and unchanged ({files}, pakt {written})"),
        ),
        many => {
            let many = lang.counted(
                many,
                crate::lang::Noun(["różnica", "różnice", "różnic"], ["difference", "differences"]),
            );
            lang.pick(
                format!("{shown}: {many} (na liście: {files}). Zrób zestaw jeszcze raz: pakt build"),
                format!("{shown}: {many} (listed: {files}). Make the set again: pakt build"),
            )
        }
    };
    each.collect::<String>() + &end + "\n"
}

fn words(difference: Difference, lang: Lang) -> &'static str {
    match difference {
        Difference::Missing => lang.pick("brak pliku", "not there"),
        Difference::Changed => lang.pick("zmieniony po zapisaniu", "changed since it was written"),
        Difference::Older => lang.pick(
            "zrobiony z innych danych niż pozostałe (wcześniejsza wersja)",
            "made of other data than the rest (an earlier version)",
        ),
        Difference::Left => {
            lang.pick("z poprzedniego zestawu, już niepotrzebny", "of an earlier set, no longer made")
        }
        Difference::Unlisted => lang.pick("spoza zestawu", "not of the set"),
    }
}

fn json(found: &[Found]) -> String {
    let entry = |(folder, set): &Found| {
        serde_json::json!({
            "folder": folder.to_string_lossy(),
            "whole": set.as_ref().is_some_and(|(_, differences)| differences.is_empty()),
            "files": set.as_ref().map(|(set, _)| set.outputs.len()),
            "differences": set.as_ref().map(|(_, differences)| differences),
        })
    };
    report::data(&found.iter().map(entry).collect::<Vec<_>>())
}
