//! The house stands on its floors: `src/lib.rs` lists them, and no module uses a higher one, or another
//! module of its own floor unless the list puts it before. Inside a room files stand on each other in a line,
//! but for a few circles. No room spells the path of a field.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

mod circles;
mod codes;
mod keys;
mod paths;
mod places;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How many circles of files the house may hold, and how many files one of them; fewer is the way.
const CIRCLES: usize = 2;
const LONGEST: usize = 3;

/// What may use what, each with the reason.
const ALLOWED: &[(&str, &str)] = &[
    // One floor, one direction: words know languages, a value's fault its words, a finding the values it names.
    ("words", "lang"),
    ("units", "words"),
    ("units", "lang"),
    ("diagnostic", "lang"),
    ("diagnostic", "words"),
    ("diagnostic", "units"),
    ("document", "lang"),
    // Words know the place of the application that they come from.
    ("document", "diagnostic"),
    // Lists name the model's codes; the model knows no list.
    ("catalogue", "model"),
    ("templates", "markdown"),
];

fn floors() -> BTreeMap<String, usize> {
    let map = fs::read_to_string("src/lib.rs").expect("the library's root is there");
    let rows = map.lines().filter_map(|line| line.strip_prefix("//! ")).filter_map(|line| {
        let (number, names) = line.split_once("  ")?;
        Some((number.parse::<usize>().ok()?, names.to_owned()))
    });
    rows.flat_map(|(floor, names)| {
        names.split_whitespace().map(|name| (name.to_owned(), floor)).collect::<Vec<_>>()
    })
    .collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry is there").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The part of a file that is no test.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

/// The modules that a text names after `crate::`, also in `use crate::{a, b::c}`.
fn used(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        if text[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
            continue;
        }
        let rest = &text[at + "crate::".len()..];
        let list =
            rest.strip_prefix('{').and_then(|rest| rest.split_once("};")).map_or(rest, |(list, _)| list);
        let single = list.len() == rest.len();
        let mut depth = 0;
        let mut word = String::new();
        for letter in list.chars() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                letter if letter.is_alphanumeric() || letter == '_' => {
                    word.push(letter);
                    continue;
                }
                ',' if depth == 0 && !single => {
                    word.clear();
                    continue;
                }
                _ => {}
            }
            if depth == 0 && !word.is_empty() {
                names.push(std::mem::take(&mut word));
            }
            if single {
                break;
            }
        }
        names.extend((!word.is_empty()).then_some(word));
    }
    names
}

#[test]
fn no_module_uses_a_higher_floor() {
    let floors = floors();
    assert!(floors.len() > 15, "the map of src/lib.rs was not read: {floors:?}");
    let mut paths = Vec::new();
    files(Path::new("src"), &mut paths);
    let mut wrong = Vec::new();
    for path in paths {
        let stem = path.components().nth(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
        let module = stem.unwrap_or_default().trim_end_matches(".rs").to_owned();
        if ["lib", "main", "build"].contains(&module.as_str()) || path.ends_with("tests.rs") {
            continue;
        }
        let floor = *floors.get(&module).unwrap_or_else(|| panic!("{module} has no floor in src/lib.rs"));
        let text = fs::read_to_string(&path).expect("the file is there");
        for name in used(code(&text)) {
            let Some(other) = floors.get(&name) else { continue };
            let allowed = ALLOWED.contains(&(module.as_str(), name.as_str()));
            if name != module && *other >= floor && !allowed {
                wrong.push(format!("{} (floor {floor}) uses {name} (floor {other})", path.display()));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_is_on_the_map() {
    let floors = floors();
    let map = fs::read_to_string("src/lib.rs").expect("the library's root is there");
    for module in map.lines().filter_map(|line| line.strip_prefix("mod ")) {
        assert!(floors.contains_key(module.trim_end_matches(';')), "{module}");
    }
}

#[test]
fn files_of_a_room_stand_in_a_line() {
    let mut paths = Vec::new();
    files(Path::new("src"), &mut paths);
    let circles = circles::House::read(&paths).circles();
    let shown: Vec<String> =
        circles.iter().map(|circle| format!("{} files: {}", circle.len(), circle.join(" "))).collect();
    let shown = shown.join("\n");
    println!("{} circles\n{shown}", circles.len());
    assert!(circles.len() <= CIRCLES, "{} circles, at most {CIRCLES} may be:\n{shown}", circles.len());
    for circle in &circles {
        assert!(
            circle.len() <= LONGEST,
            "{} files, at most {LONGEST} may be: {}",
            circle.len(),
            circle.join(" ")
        );
    }
}
