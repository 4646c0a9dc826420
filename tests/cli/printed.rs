//! Nothing typed steers a terminal or a runner: each verb in each form, with signs in values and in names of files.

use std::fs;
use std::path::Path;

use crate::{pakt, program, said, scratch};

/// Signs that do something where they are printed; each stands in texts, and in the names of files where a name
/// can hold it.
const SIGNS: [&str; 40] = [
    "\u{1}",
    "\u{2}",
    "\u{3}",
    "\u{4}",
    "\u{5}",
    "\u{7}",
    "\u{8}",
    "\u{b}",
    "\u{c}",
    "\u{e}",
    "\u{1b}c",
    "\u{1b}[2J",
    "\u{1b}]0;x\u{7}",
    "\u{1b}]8;;http://a.example\u{1b}\\",
    "\u{1b}[31m",
    "\u{1f}",
    "\u{7f}",
    "\u{84}",
    "\u{85}",
    "\u{8d}",
    "\u{90}",
    "\u{9b}2J",
    "\u{9c}",
    "\u{9d}0;x\u{9c}",
    "\u{9f}",
    "\u{61c}",
    "\u{200e}",
    "\u{200f}",
    "\u{2028}",
    "\u{2029}",
    "\u{202a}",
    "\u{202b}",
    "\u{202c}",
    "\u{202d}",
    "\u{202e}",
    "\u{2066}",
    "\u{2067}",
    "\u{2068}",
    "\n::error file=a::b",
    "\n  ::stop-commands::c\n##[error]d",
];

const VERBS: [&[&str]; 27] = [
    &["check"],
    &["check", "--format", "short"],
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["check", "--summary"],
    &["check", "--summary=markdown"],
    &["check", "--summary=json"],
    &["check", "--lang-coverage"],
    &["check", "--lang-coverage=markdown"],
    &["check", "--lang-coverage=json"],
    &["coverage"],
    &["coverage", "--format", "mermaid"],
    &["coverage", "--format", "json"],
    &["score"],
    &["score", "--format", "json"],
    &["calendar"],
    &["calendar", "--format", "json"],
    &["calendar", "--format", "ics"],
    &["diff", "samples/minimal.yaml"],
    &["diff", "samples/minimal.yaml", "--format", "markdown"],
    &["diff", "samples/minimal.yaml", "--format", "html"],
    &["diff", "samples/minimal.yaml", "--format", "json"],
    &["profile", "diff", "esf-plus", "neutral"],
    &["profile", "diff", "esf-plus", "neutral", "--format", "json"],
    &["templates", "check"],
    &["templates", "check", "--format", "short"],
    &["templates", "check", "--format", "github"],
];

fn steers(letter: char) -> bool {
    letter.is_control() && letter != '\n'
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn assert_tame(text: &str, verb: &[&str], sign: &str) {
    // Calendars end their lines as their norm demands.
    let text = text.replace("\r\n", "\n");
    let found = text.chars().find(|letter| steers(*letter));
    assert_eq!(found, None, "{verb:?} {sign:?}");
    let is_order = |line: &&str| {
        line.starts_with("::")
            || line.trim_start().trim_start_matches(":::").starts_with("::")
            || line.contains("##[")
    };
    let order = text.lines().find(is_order).filter(|_| !verb.contains(&"github"));
    assert_eq!(order, None, "{verb:?} {sign:?}");
    let ours = |line: &str| {
        let ours = ["::error file=", "::warning file=", "::notice file=", "::notice title=pakt::"];
        ours.iter().any(|own| line.starts_with(own))
    };
    if verb.contains(&"github") {
        assert!(text.lines().all(|line| ours(line) && !line.contains("a::b\n")), "{verb:?} {sign:?}: {text}");
    }
}

/// Writes an application whose texts hold a sign; its codes and keys too where it need not be sound.
fn write(path: &Path, sign: &str, is_sound: bool) {
    let sign = serde_json::to_string(sign).expect("a string");
    let typed = fs::read_to_string("samples/minimal.yaml").expect("the sample is there");
    let sign = sign.trim_matches('"');
    let mark = |line: &str| match line.split_once("title: ").or_else(|| line.split_once("name: ")) {
        Some((head, rest)) if !rest.contains(['"', '{', '}', '[', ',']) => {
            let key = &line[head.len()..line.len() - rest.len()];
            format!("{head}{key}\"a{sign}b {rest}\"\n")
        }
        _ => format!("{line}\n"),
    };
    let marked: String = typed.lines().map(mark).collect();
    assert!(marked.matches("\"a").count() > 5, "{marked}");
    let more = if is_sound {
        String::new()
    } else {
        format!("\"k{sign}y\": 1\nrisks:\n  - {{id: \"R{sign}1\", title: \"r{sign}\", owner: \"X{sign}\"}}\n")
    };
    fs::write(path, marked + &more).expect("the file can be written");
}

#[test]
fn escapes_and_orders_came_out_of_values_and_names_as_they_were_typed() {
    let folder = scratch("printed");
    for signs in SIGNS.chunks(8) {
        let sign = signs.concat();
        let path = folder.join(format!("a{}.yaml", sign.replace('/', "_")));
        let name = path.to_string_lossy().into_owned();
        for verb in VERBS {
            write(&path, &sign, verb[0] == "diff");
            let mut arguments = verb.to_vec();
            let at = match verb[0] {
                "profile" => 4,
                "diff" | "templates" => 2,
                _ => 1,
            };
            arguments.insert(at, &name);
            let (text, complaint) = said(&pakt(&arguments));
            assert_tame(&text, verb, &sign);
            assert_tame(&complaint, &[], &sign);
            // Of what cannot be read whole nothing is compared.
            if verb[0] == "diff" && text.is_empty() {
                assert!(complaint.contains("\\u{"), "{complaint}");
                continue;
            }
            if verb.contains(&"json") || verb.contains(&"--summary=json") {
                let data = serde_json::from_str::<serde_json::Value>(&text);
                assert!(data.is_ok(), "{verb:?} {data:?}");
            }
        }
        fs::remove_file(&path).expect("it was written");
    }
}

#[test]
fn a_part_and_a_template_of_a_steering_name_are_shown_as_words() {
    let folder = scratch("printed-names");
    for file in ["z\n::error::x.yaml", "z\u{1b}[2J.yaml", "\u{202e}z.yaml"] {
        fs::copy("samples/minimal.yaml", folder.join("pakt.yaml")).expect("the sample is there");
        fs::write(folder.join(file), "a: 1\n").expect("a part");
        fs::create_dir_all(folder.join("templates/board-note/pl")).expect("a folder");
        fs::write(folder.join("templates/board-note/pl").join(file.replace("yaml", "md")), "{{ a.b.c }}")
            .expect("a template");
        let name = folder.to_string_lossy().into_owned();
        for verb in [
            &["check", &name][..],
            &["check", &name, "--format", "short"],
            &["check", &name, "--format", "github"],
            &["check", &name, "--color", "always"],
            &["templates", "check", &name],
            &["templates", "list", "--templates", &format!("{name}/templates")],
            &["build", &name, "--draft", "-d", "board-note", "--to", "txt", "-o", &format!("{name}/out")],
        ] {
            let (text, complaint) = said(&pakt(verb));
            let text = match verb.contains(&"always") {
                true => text
                    .split("\u{1b}[")
                    .map(|run| run.split_once('m').map_or(run, |(_, rest)| rest))
                    .collect(),
                false => text,
            };
            assert_tame(&(text + &complaint), verb, file);
        }
        fs::remove_file(folder.join(file)).expect("it was written");
    }
}

#[test]
fn arguments_are_shown_as_words() {
    for arguments in [
        &["check", "\u{1b}[2J\n::error::x"][..],
        &["\u{1b}[2J\n::error::x"],
        &["explain", "\u{9b}2J\n::error::x"],
        &["catalogue", "\u{202e}\n::error::x"],
        &["check", "samples/minimal.yaml", "--profile", "\u{1b}\n::error::x"],
        &["build", "samples/minimal.yaml", "-d", "\u{1b}\n::error::x"],
        &["check", "--\u{1b}\n::error::x"],
    ] {
        for lang in ["pl", "en"] {
            let output = program(arguments).env("LANG", lang).output().expect("the program starts");
            let (text, complaint) = said(&output);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert_tame(&(text + &complaint), &[], arguments.last().expect("an argument"));
        }
    }
}
