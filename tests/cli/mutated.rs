//! Whatever stands in a stranger's folder, the program ends: with an answer, in time, in memory.
//!
//! Applications, templates, looks with pictures and fonts, a call's demands and pairs to compare are spoilt at random and
//! given to the program under 1 GB of address space and 5 s a file. `PAKT_FUZZ=100000` tries so many instead of a few.

#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use fastrand::Rng;

use crate::scratch;

/// How many files one run of the program is given.
const BATCH: usize = 20;
/// How many are tried where nobody asks for more.
const FEW: usize = 120;

/// What is spoilt, and what the program is asked to do with it.
#[derive(Clone, Copy, Debug)]
enum Reader {
    Check,
    Build,
    Templates,
    Look,
    Call,
    Compare,
}

const READERS: [Reader; 6] =
    [Reader::Check, Reader::Build, Reader::Templates, Reader::Look, Reader::Call, Reader::Compare];

fn read(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file is there")
}

fn applications() -> [Vec<u8>; 4] {
    [
        "samples/minimal.yaml",
        "samples/faulty/pakt.yaml",
        "tests/load/first/esf.yaml",
        "tests/load/first/pact.yaml",
    ]
    .map(read)
}

#[test]
fn spoilt_files_end_with_an_answer() {
    let asked = std::env::var("PAKT_FUZZ").ok().and_then(|count| count.parse().ok());
    let batches = asked.unwrap_or(FEW).div_ceil(BATCH);
    let folder = scratch("mutated");
    let (next, told) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= batches {
                break;
            }
            told.fetch_add(batch(number, &folder.join(number.to_string())), Ordering::Relaxed);
        }
    };
    let workers = if asked.is_some() { thread::available_parallelism().map_or(1, usize::from) } else { 1 };
    thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(work))));
    let told = told.into_inner();
    // Spoilt files that nobody complains of would show that nothing was read.
    assert!(told * 3 > batches * BATCH, "{told} findings on {} files", batches * BATCH);
    fs::remove_dir_all(&folder).expect("it was made");
}

/// Tries one batch in a folder of its own; returns how many findings it told.
fn batch(number: usize, home: &Path) -> usize {
    let reader = READERS[number % READERS.len()];
    let mut rng = Rng::with_seed(number as u64);
    let names: Vec<String> = (0..BATCH).map(|one| format!("a{one}")).collect();
    for name in &names {
        put(reader, &home.join(name), &mut rng);
    }
    let told = answer(reader, home, &names, number);
    fs::remove_dir_all(home).expect("it was made");
    told
}

/// Makes one spoilt input.
fn put(reader: Reader, folder: &Path, rng: &mut Rng) {
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("folders can be made");
        fs::write(path, bytes).expect("files can be written");
    };
    let seeds = applications();
    let whole = &seeds[0];
    match reader {
        Reader::Check | Reader::Build => {
            let seed = &seeds[rng.usize(..seeds.len())];
            write("pakt.yaml", &spoilt(seed, rng));
        }
        Reader::Compare => {
            write("pakt.yaml", whole);
            write("new/pakt.yaml", &spoilt(whole, rng));
        }
        Reader::Templates => {
            write("pakt.yaml", whole);
            let names = ["document.yaml", "pl/10-note.md", "en/10-note.md"];
            let hit = rng.usize(..names.len());
            for (number, name) in names.iter().enumerate() {
                let text = read(&format!("samples/templates/board-note/{name}"));
                let text = if number == hit { spoilt(&text, rng) } else { text };
                write(&format!("templates/board-note/{name}"), &text);
            }
            write("templates/phrases.yaml", &spoilt(&read("samples/templates/phrases.yaml"), rng));
        }
        Reader::Look => {
            write("pakt.yaml", whole);
            let style = b"paper: A4\ncolours: {accent: \"#600030\"}\nfonts: {regular: a.ttf}\nlogos: [{file: logo.png, alt: Herb}]\n";
            let [picture, font] =
                [read("docs/pictures/pact.png"), read("src/write/pdf/fonts/lato/Lato-Regular.ttf")];
            let hit = rng.usize(..3);
            write("style.yaml", &if hit == 0 { spoilt(style, rng) } else { style.to_vec() });
            write("logo.png", &if hit == 1 { spoilt(&picture, rng) } else { picture });
            write("a.ttf", &if hit == 2 { spoilt(&font, rng) } else { font });
        }
        Reader::Call => {
            let profiles = ["esf-plus", "fers-iws2-2024", "fem-uw2-2026", "esf-2014"];
            let profile = profiles[rng.usize(..profiles.len())];
            let call = String::from_utf8_lossy(whole).replacen("meta:", "call: {file: call.yaml}\nmeta:", 1);
            write("pakt.yaml", call.as_bytes());
            write("call.yaml", &spoilt(&read(&format!("src/profile/{profile}.yaml")), rng));
        }
    }
}

/// Runs the program over a batch; returns how many findings it told.
fn answer(reader: Reader, home: &Path, names: &[String], number: usize) -> usize {
    let mut runs: Vec<Vec<&str>> = Vec::new();
    match reader {
        Reader::Check => runs.push(vec!["check", "--format", "json", "--limit", "0"]),
        Reader::Build => runs.push(vec![
            "build",
            "--draft",
            "--format",
            "json",
            "-d",
            "summary,logframe",
            "--to",
            "html,md,txt",
        ]),
        Reader::Templates => {
            runs.push(vec!["build", "--draft", "--format", "json", "-d", "board-note", "--to", "html"])
        }
        Reader::Look => {
            runs.push(vec!["build", "--draft", "--format", "json", "-d", "letter-of-intent", "--to", "pdf"])
        }
        Reader::Call => {
            runs.push(vec!["check", "--format", "json", "--limit", "0"]);
            runs.push(vec!["score", "--format", "json"]);
        }
        Reader::Compare => {
            let mut compared = 0;
            for name in names {
                let pair = [format!("{name}/pakt.yaml"), format!("{name}/new/pakt.yaml")];
                let output = run(home, &["diff", &pair[0], &pair[1], "--format", "json"], 1);
                let report = told(&output, &format!("{reader:?} {number} {name}"));
                compared += usize::from(!report.is_null());
            }
            assert!(compared > 0, "{reader:?} {number}: no pair was compared");
            return compared;
        }
    }
    let mut findings = 0;
    for mut arguments in runs {
        arguments.extend(names.iter().map(String::as_str));
        let output = run(home, &arguments, names.len());
        let what = format!("{reader:?} {number}: {arguments:?}");
        let report = told(&output, &what);
        if arguments[0] != "score" {
            let inputs = report["inputs"].as_array().unwrap_or_else(|| panic!("{what}: {report}"));
            let lost = names.len() - inputs.len();
            let complaints = String::from_utf8_lossy(&output.stderr).lines().count();
            assert!(lost <= complaints, "{what}: {lost} inputs went without a word");
            findings +=
                inputs.iter().filter_map(|input| input["findings"].as_array()).map(Vec::len).sum::<usize>();
        }
    }
    findings
}

/// Asserts that a run ended as it should; returns its report.
fn told(output: &Output, what: &str) -> serde_json::Value {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0..=2)), "{what}: {}\n{complaint}", output.status);
    assert!(!complaint.contains("panicked"), "{what}\n{complaint}");
    if output.stdout.is_empty() && output.status.code() == Some(2) && !complaint.is_empty() {
        return serde_json::Value::Null;
    }
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{what}: {error}\n{}", String::from_utf8_lossy(&output.stdout)))
}

fn run(home: &Path, arguments: &[&str], files: usize) -> Output {
    let program: PathBuf = env!("CARGO_BIN_EXE_pakt").into();
    Command::new("sh")
        .arg("-c")
        .arg(format!("ulimit -v 1000000 -t {}; exec \"$0\" \"$@\"", 5 * files))
        .arg(program)
        .args(arguments)
        .env("LANG", "pl_PL.UTF-8")
        .env_remove("PAKT_FORMAT")
        .current_dir(home)
        .output()
        .expect("a shell is there")
}

/// Returns a file with one to four things wrong: bytes, lines, words, structure.
fn spoilt(seed: &[u8], rng: &mut Rng) -> Vec<u8> {
    const WORDS: [&[u8]; 24] = [
        b"{",
        b"}",
        b"[",
        b"]",
        b": ",
        b"- ",
        b"|",
        b">",
        b"&a ",
        b"*a",
        b"!!binary ",
        b"\"",
        b"'",
        b"#",
        b"\t",
        b"\xff",
        b"\0",
        b"\xe2\x80\xae",
        b"99999999999999999999",
        b"-1",
        b"{{ x }}",
        b"{% for i in range(end=99999) %}",
        b"%YAML 1.2\n---\n",
        "ąęł\u{a0}…".as_bytes(),
    ];
    let mut bytes = seed.to_vec();
    for _ in 0..rng.usize(1..=4) {
        let at = rng.usize(..=bytes.len());
        let end = (at + rng.usize(..=40)).min(bytes.len());
        let line_from = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |from| from + 1);
        let line_to =
            bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |to| at + to + 1);
        let line = bytes[line_from..line_to].to_vec();
        match rng.u8(..9) {
            0 => drop(bytes.splice(at..end, [rng.u8(..)])),
            1 => drop(bytes.splice(at..at, WORDS[rng.usize(..WORDS.len())].iter().copied())),
            2 => drop(bytes.splice(at..end, [])),
            3 => drop(bytes.splice(line_from..line_to, [])),
            4 => drop(bytes.splice(line_from..line_from, line)),
            5 => drop(bytes.splice(line_from..line_from, b" ".repeat(rng.usize(1..4)))),
            6 => bytes.truncate(at),
            7 => {
                let from = rng.usize(..=at);
                let part = bytes[from..at.min(from + 400)].to_vec();
                let to = rng.usize(..=bytes.len());
                drop(bytes.splice(to..to, part));
            }
            _ => drop(bytes.splice(at..at, WORDS[rng.usize(..WORDS.len())].repeat(rng.usize(1..200)))),
        }
    }
    bytes
}
