//! How documents read: kinds of faults of style found while reading them aloud; each stays looked for.

use pakt::inside::lang::Lang;

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

/// Tells whether a label is followed by its own name: `sposób wyboru: wybór przez partnerów`.
fn repeats_label(line: &str) -> bool {
    let stem = |word: &str| {
        let letters = word.to_lowercase().replace('ó', "o");
        letters.chars().filter(|sign| sign.is_alphabetic()).take(4).collect::<String>()
    };
    let mut colons = line.match_indices(": ");
    colons.any(|(at, _)| {
        let label = stem(line[..at].rsplit([' ', '\u{a0}']).next().unwrap_or_default());
        label.chars().count() == 4
            && stem(line[at + 2..].split([' ', '\u{a0}']).next().unwrap_or_default()) == label
    })
}

/// Tells whether a day stands in brackets behind a text that says it already.
fn says_day_twice(line: &str) -> bool {
    ["(termin: ", "(by "].iter().any(|open| {
        line.match_indices(open).any(|(at, _)| {
            let day = line[at + open.len()..].split(')').next().unwrap_or_default().replace('\u{a0}', " ");
            line[..at].replace('\u{a0}', " ").contains(&day)
        })
    })
}

/// Tells whether the last two of several numbers are joined by a comma: `O2, O3, O4.`.
fn lists_without_and(line: &str) -> bool {
    let is_id = |word: &str| {
        let mut signs = word.chars();
        signs.next().is_some_and(|first| first.is_ascii_uppercase())
            && !signs.as_str().is_empty()
            && signs.all(|sign| sign.is_ascii_digit())
    };
    let words: Vec<&str> = line.split([' ', '\u{a0}', '(', '/']).collect();
    words.windows(2).any(|pair| {
        let first = pair[0].strip_suffix(',').is_some_and(is_id);
        first
            && pair[1]
                .strip_suffix(['.', ';', ')'])
                .is_some_and(|word| is_id(word.trim_end_matches([')', '.'])))
    })
}

/// Tells whether several are said to do what one does: `współpracują: Cech`.
fn agrees_not(line: &str) -> bool {
    ["współpracują: ", "reprezentują: "].iter().any(|verb| {
        line.match_indices(verb).any(|(at, _)| {
            let who = line[at + verb.len()..].split(['<', '|', '.', ';']).next().unwrap_or_default();
            !who.contains([',', ';'])
                && !who.contains(" i ")
                && !who.contains("\u{a0}i\u{a0}")
                && !who.contains("i\u{a0}")
        })
    })
}

/// Returns what is wrong with the words of a line.
fn worded(line: &str, lang: Lang) -> Vec<&'static str> {
    let prose = !line.starts_with('|');
    let kinds = [
        (prose && !line.contains('_') && repeats_label(line), "a label that its value repeats"),
        (prose && says_day_twice(line), "a day said twice"),
        (prose && lists_without_and(line), "numbers without a conjunction"),
        (agrees_not(line), "a plural verb for one"),
        (holds(line, &[", M: ", ", M:\u{a0}"]), "two counts in one line of a cell"),
        (holds(line, &["mieszk.", "Prawd."]), "an abbreviation nobody says"),
        (holds(line, &["pod nazwą:", "under the name:"]), "a colon before a name"),
        (holds(line, &[",0\u{a0}%", ".0%"]), "a share with a nought too many"),
        (
            holds(line, &["pracodawcy – 40\u{a0}osób", "employers – 40\u{a0}people"]),
            "firms counted as people",
        ),
        (
            lang == Lang::En && holds(line, &[" is Foundation", "Foundation answers", "Union answers"]),
            "a short name without an article",
        ),
    ];
    kinds.into_iter().filter(|(is_so, _)| *is_so).map(|(_, kind)| kind).collect()
}

/// Returns what is wrong inside a line.
fn within(line: &str, lang: Lang) -> Vec<&'static str> {
    let prose = !line.starts_with('|');
    // A cell of nothing but breaks is room to write in.
    let written = line.replace("| <br><br><br> |", "| |");
    let kinds = [
        (prose && line.trim_start().contains("  "), "two spaces"),
        (holds(line, &[" .", " ,", ",,", ",.", ";.", ":."]), "a stray mark"),
        (line.contains("..") && !line.contains("...") || line.contains(".**."), "two full stops"),
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
    let opens_as_sentence =
        line.strip_prefix("- ").and_then(|item| item.chars().next()).is_some_and(char::is_uppercase);
    let kinds = [
        (
            prose && line.ends_with(':') && next.is_none_or(|next| next.starts_with('#')),
            "an announcement of nothing",
        ),
        (line.starts_with('#') && is_over_nothing, "a heading over nothing"),
        (is_head && rest.first().is_none_or(|row| !row.starts_with('|')), "a table without rows"),
        (line.starts_with("{caption") && !starts(&['|', '`']), "a caption of nothing"),
        (prose && line.ends_with(';') && !next.is_some_and(is_item), "a list that breaks off"),
        (
            opens_as_sentence && line.ends_with(';') && !holds(line, &["Rozporządzenie", "Regulation"]),
            "a sentence that ends with a semicolon",
        ),
    ];
    kinds.into_iter().filter(|(is_so, _)| *is_so).map(|(_, kind)| kind).collect()
}

#[test]
fn documents_read_as_a_person_would_write_them() {
    let mut found = Vec::new();
    for (file, text, lang) in documents() {
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let faults = within(line, lang)
                .into_iter()
                .chain(worded(line, lang))
                .chain(between(line, &lines[number + 1..]));
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

/// The agreement gave the parties' sums to the years, where the lines name no years.
#[test]
fn a_row_of_the_budget_fills_its_last_column() {
    let ends = ["| Dofinansowanie |", "| Grant |"];
    let mut rows = 0;
    for (file, text, _) in documents() {
        let mut is_inside = false;
        for line in text.lines() {
            is_inside = line.starts_with('|') && (is_inside || ends.iter().any(|end| line.ends_with(end)));
            assert!(!is_inside || !line.ends_with("|  |"), "{file}: {line}");
            rows += usize::from(is_inside);
        }
    }
    assert!(rows > 10, "{rows}");
}

/// What stands after a colon goes on with the sentence: no capital letter, and one full stop.
#[test]
fn templates_put_no_sentence_after_a_colon() {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of templates can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "md") {
                let text = std::fs::read_to_string(&path).expect("a template can be read");
                let is_so = |line: &&str| {
                    line.match_indices(": {{ ").any(|(at, _)| {
                        line[at..].split("}}").next().is_some_and(|value| value.contains("| sentence"))
                    })
                };
                found.extend(text.lines().filter(is_so).map(|line| format!("{}: {line}", path.display())));
            }
        }
    }
    assert_eq!(found, [""; 0], "{}", found.join("\n"));
}

#[test]
fn a_faulty_wording_is_found() {
    let found = |line: &str| worded(line, Lang::Pl);
    assert_eq!(found("sposób wyboru: wybór przez partnerów"), ["a label that its value repeats"]);
    assert_eq!(found("do 1 maja 2027 r. (termin: 1 maja 2027 r.)"), ["a day said twice"]);
    assert_eq!(found("cele O2, O3, O4."), ["numbers without a conjunction"]);
    assert_eq!(found("(potrzeby: N1, N2)."), ["numbers without a conjunction"]);
    assert_eq!(found("cele O2, O3 i O4."), [""; 0]);
    assert_eq!(found("| współpracują: Cech |"), ["a plural verb for one"]);
    assert_eq!(found("| współpracują: Cech i Zakład |"), [""; 0]);
    assert_eq!(found("| K: 3, M: 4 |"), ["two counts in one line of a cell"]);
    assert_eq!(worded("The lead partner is Foundation.", Lang::En), ["a short name without an article"]);
    assert_eq!(between("- Praca;", &["- Płaca."]), ["a sentence that ends with a semicolon"]);
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
