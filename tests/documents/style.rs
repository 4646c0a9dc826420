//! How documents read: kinds of faults of style found while reading them aloud; each stays looked for.

use pakt::lang::Lang;

use std::path::Path;

use super::{documents, sample, samples};

fn is_empty_row(line: &str) -> bool {
    line.trim_matches(|sign| matches!(sign, '|' | ' ')).is_empty()
}

fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    line.starts_with("- ") || rest.len() < line.len() && rest.starts_with(". ")
}

/// Returns a word that stands twice in a row, as happens where a phrase meets a value.
fn doubled(line: &str) -> Option<&str> {
    let words: Vec<&str> = line.split([' ', '\u{a0}']).collect();
    let is_word = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    words.windows(2).find(|pair| pair[0] == pair[1] && is_word(pair[0])).map(|pair| pair[0])
}

fn depth(line: &str) -> usize {
    line.chars().take_while(|sign| *sign == '#').count()
}

fn holds(line: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| line.contains(mark))
}

/// Returns what is wrong inside a line.
fn within(line: &str, lang: Lang) -> Vec<&'static str> {
    let prose = !line.starts_with('|');
    // A cell of nothing but breaks is room to write in.
    let written = line.replace("| <br><br><br> |", "| |");
    let kinds = [
        (prose && line.trim_start().contains("  "), "two spaces"),
        (holds(line, &[" .", " ,", ",,", ",.", ";.", ":."]), "a stray mark"),
        (line.contains("..") && !line.contains("..."), "two full stops"),
        (holds(&written, &["( ", " )", "<br> |", "| <br>", "<br><br>"]), "a stray space or line break"),
        (!prose && is_empty_row(line), "a row of empty cells"),
        (prose && doubled(line).is_some(), "a word twice"),
        (prose && line.contains('`') && !line.starts_with("```"), "a backtick on paper"),
        (holds(line, &["()", "„”", "null", "**.**", "****", "– –"]), "a hole"),
        (
            lang == Lang::En && line.contains("<span lang=\"pl\">"),
            "Polish in an English document of a bilingual sample",
        ),
    ];
    kinds.into_iter().filter(|(is_so, _)| *is_so).map(|(_, kind)| kind).collect()
}

/// Returns what is wrong between a line and what follows it.
fn between(line: &str, rest: &[&str]) -> Vec<&'static str> {
    let prose = !line.starts_with('|');
    let next = rest.iter().find(|line| !line.is_empty()).copied();
    let starts = |marks: &[char]| next.is_some_and(|next| next.starts_with(marks));
    let is_over_nothing = next.is_none_or(|next| next.starts_with('#') && depth(next) <= depth(line));
    let is_head = line.starts_with("|---");
    let kinds = [
        (
            prose && line.ends_with(':') && next.is_none_or(|next| next.starts_with('#')),
            "an announcement of nothing",
        ),
        (line.starts_with('#') && is_over_nothing, "a heading over nothing"),
        (is_head && rest.first().is_none_or(|row| !row.starts_with('|')), "a table without rows"),
        (line.starts_with("{caption") && !starts(&['|', '`']), "a caption of nothing"),
        (prose && line.ends_with(';') && !next.is_some_and(is_item), "a list that breaks off"),
    ];
    kinds.into_iter().filter(|(is_so, _)| *is_so).map(|(_, kind)| kind).collect()
}

#[test]
fn documents_read_as_a_person_would_write_them() {
    let mut found = Vec::new();
    for (file, text, lang) in documents() {
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let faults = within(line, lang).into_iter().chain(between(line, &lines[number + 1..]));
            found.extend(faults.map(|fault| format!("{file}:{}: {fault}: {line}", number + 1)));
        }
    }
    // A sample in one language has nothing else to say in the other.
    let bilingual = |path: &Path| sample(path).application.meta.languages.len() > 1;
    let one_language: Vec<String> = samples()
        .into_iter()
        .filter(|(_, path)| !bilingual(path))
        .map(|(name, _)| format!("{name}/"))
        .collect();
    found.retain(|line| {
        !(line.contains("Polish in an English") && one_language.iter().any(|name| line.starts_with(name)))
    });
    assert_eq!(found, [""; 0], "{}", found.join("\n"));
}

#[test]
fn a_faulty_line_is_found() {
    assert_eq!(within("A  b b .", Lang::Pl), ["two spaces", "a stray mark"]);
    assert_eq!(within("na na", Lang::Pl), ["a word twice"]);
    assert_eq!(within("| | |", Lang::Pl), ["a row of empty cells"]);
    assert_eq!(within("| a<br> | b |", Lang::Pl), ["a stray space or line break"]);
    assert_eq!(between("- a;", &["", "Text"]), ["a list that breaks off"]);
    assert_eq!(between("{caption} A", &["", "Text"]), ["a caption of nothing"]);
    assert_eq!(between("|---|", &[""]), ["a table without rows"]);
    assert_eq!(between("# A", &["", "# B"]), ["a heading over nothing"]);
    assert_eq!(between("Oto:", &[]), ["an announcement of nothing"]);
    assert_eq!(between("1. a;", &["", "2. b."]), [""; 0]);
}
