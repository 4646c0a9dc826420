//! Slips of structure: one in one line, then every mend of form until none is left. Does the file come back?
//!
//! A share of what the whole measure asks, which takes every line of a sample and each slip in it.

use std::fs;
use std::path::Path;

use pakt::inside::diagnostic::{Diagnostic, Level, Patch};
use pakt::inside::joining::{Loaded, load};
use pakt::inside::yaml::Input;

use super::Nothing;

/// What came of all slips.
#[derive(Default, Debug)]
struct Measure {
    slips: usize,
    told_near: usize,
    at_most_two: usize,
    back: usize,
    astray: usize,
}

#[test]
fn a_slip_in_one_line_is_told_there_and_its_mend_brings_the_file_back() {
    let all = of("samples/minimal.yaml", None, 61);
    let part = of("samples/gmina/actions.yaml", Some("samples/gmina/pakt.yaml"), 17);
    let other = of("samples/gmina/partners.yaml", Some("samples/gmina/pakt.yaml"), 23);
    for Measure { slips, told_near, at_most_two, back, astray } in [all, part, other] {
        assert!(slips > 5, "{slips} slips were tried");
        let shown = format!(
            "{slips} slips: {told_near} told near, {at_most_two} by two errors at most, {back} back, {astray} astray"
        );
        assert!(told_near * 100 >= slips * 99, "{shown}");
        assert!(at_most_two * 100 >= slips * 95, "{shown}");
        assert!(back * 100 >= slips * 90, "{shown}");
        assert!(astray * 100 <= slips, "{shown}");
    }
}

/// Tries every so many slips in a file, which is read behind another one where it is part of a folder.
fn of(path: &str, first: Option<&str>, step: usize) -> Measure {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = |path: &str| fs::read_to_string(root.join(path)).expect("the sample is there");
    let read = |own: &str| {
        let input = |path: &str, text: &str| Input {
            name: path.rsplit('/').next().unwrap_or(path).to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let parts = first.map(|first| input(first, &text(first))).into_iter().chain([input(path, own)]);
        load(parts.collect(), &Nothing)
    };
    let file = usize::from(first.is_some());
    let right = text(path);
    let meant = read(&right);
    let mut measure = Measure::default();
    let lines: Vec<&str> = right.lines().collect();
    let all = lines.iter().enumerate().flat_map(|(number, line)| slips(line).map(move |slip| (number, slip)));
    for (number, slip) in all.step_by(step) {
        let mut wrong: Vec<&str> = lines.clone();
        wrong[number] = &slip;
        let wrong = format!("{}\n", wrong.join("\n"));
        let loaded = read(&wrong);
        let errors: Vec<usize> =
            loaded.findings.0.iter().filter_map(|found| line(&loaded, found, file)).collect();
        if errors.is_empty() && loaded.application == meant.application {
            continue;
        }
        let (end, is_mended) = mended(wrong, file, &read);
        let is_back = read(&end).application == meant.application;
        measure.slips += 1;
        measure.told_near += usize::from(errors.iter().any(|line| line.abs_diff(number + 1) <= 1));
        measure.at_most_two += usize::from(errors.len() <= 2);
        measure.back += usize::from(is_back);
        measure.astray += usize::from(is_mended && !is_back);
    }
    measure
}

/// Returns the line of an error in a file.
fn line(loaded: &Loaded, found: &Diagnostic, file: usize) -> Option<usize> {
    let span = found.span.unwrap_or_else(|| loaded.span_of(&found.place));
    let is_error = found.level == Level::Error && span.file == file;
    is_error.then(|| loaded.sources.position(span).map_or(0, |at| at.line))
}

/// Makes all mends of form that a file is told, again and again; tells whether there were any.
fn mended(text: String, file: usize, read: &impl Fn(&str) -> Loaded) -> (String, bool) {
    let (mut text, mut is_mended) = (text, false);
    for _ in 0..6 {
        let loaded = read(&text);
        let patches = loaded.findings.0.iter().filter_map(|found| found.patch.as_ref());
        let mut patches: Vec<&Patch> =
            patches.filter(|patch| patch.kind.code() == "form" && patch.span.file == file).collect();
        patches.sort_by_key(|patch| patch.span);
        let (mut new, mut done) = (String::new(), 0);
        for patch in patches {
            // One that overlaps another waits for the next round.
            if patch.span.from < done {
                continue;
            }
            new += &text[done..patch.span.from];
            new += &patch.text;
            done = patch.span.to;
        }
        new += &text[done..];
        if new == text {
            break;
        }
        (text, is_mended) = (new, true);
    }
    (text, is_mended)
}

/// Returns what becomes of a line by one slip: columns, colons, dashes.
fn slips(line: &str) -> impl Iterator<Item = String> {
    let body = line.trim_start_matches(' ');
    let indent = &line[..line.len() - body.len()];
    let dash = if body.starts_with("- ") { "- " } else { "" };
    let is_name = |name: &&str| {
        !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'_')
    };
    let name = body[dash.len()..].split_once(':').map(|(name, _)| name).filter(is_name);
    let mut all = Vec::new();
    if name.is_some() || !dash.is_empty() {
        all.extend([format!(" {line}"), format!("  {line}")]);
        all.extend((1..=indent.len().min(2)).map(|less| line[less..].to_owned()));
    }
    if let Some(name) = name {
        let value = &body[dash.len() + name.len() + 1..];
        all.push(format!("{indent}{dash}{name}{value}"));
        if !value.is_empty() {
            all.push(format!("{indent}{dash}{name};{value}"));
        }
        if dash.is_empty() && !value.is_empty() {
            all.push(format!("{indent}- {body}"));
        }
    }
    if !dash.is_empty() {
        all.push(format!("{indent}  {}", &body[dash.len()..]));
    }
    all.into_iter()
}
