//! A thousand applications in one command, three of them broken. `cargo bench --bench many [-- COUNT]`.
//!
//! Makes them, checks and builds them with one thread and with all, and asks that both say and write the same bytes, that
//! the exit code is 1, and that all but three are whole. Prints seconds and the most memory that was taken.

#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock, runs the program and prints")]

#[path = "line/inputs.rs"]
mod inputs;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many applications there are, unless the command line says.
const COUNT: usize = 1000;
/// What is broken, counted from the last: a text that is no YAML, a reference to nothing, an unknown key's value.
const BROKEN: [(&str, &str); 3] = [("meta:", "meta: ["), ("- N1\n", "- N99\n"), ("lang: pl", "lang: xx")];

fn main() {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(COUNT);
    let folder = std::env::temp_dir().join(format!("pakt-many-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    generate(&folder.join("wnioski"), count);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{count} applications, {} broken, {cores} cores", BROKEN.len());
    println!("{:<28}{:>6}{:>10}{:>8}{:>8}", "", "jobs", "seconds", "ms each", "MB");
    let check = ["check", "wnioski"];
    let build = ["build", "wnioski", "-d", "esf-justification,summary", "--to", "html,pdf,txt"];
    for (name, arguments) in [("check", &check[..]), ("build 2 papers, 3 forms", &build[..])] {
        let mut first = None;
        for jobs in [1, cores] {
            let _ = fs::remove_dir_all(folder.join("out"));
            let run = run(&folder, arguments, jobs);
            let (seconds, each) = (run.took.as_secs_f64(), run.took.as_millis() as usize / count);
            println!("{name:<28}{jobs:>6}{seconds:>10.1}{each:>8}{:>8}", run.memory / 1024);
            assert_eq!(run.code, Some(1), "some are broken");
            let files = files(&folder.join("out"));
            if arguments[0] == "build" {
                let lists = files.keys().filter(|path| path.ends_with("manifest.json")).count();
                assert_eq!(lists, count - BROKEN.len(), "all others are whole");
            }
            let (said, made) = first.get_or_insert_with(|| (run.said.clone(), files.clone()));
            assert!(*said == run.said && *made == files, "{jobs} threads come to other bytes");
        }
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

/// Writes applications that differ in their words.
fn generate(folder: &Path, count: usize) {
    fs::create_dir_all(folder).expect("the folder can be made");
    let text = String::from_utf8(inputs::application("middle")).expect("the sample is text");
    for at in 0..count {
        let mut own = text.replace("title: ", &format!("title: Wniosek {at}. "));
        if let Some((from, to)) = BROKEN.get(count - 1 - at) {
            assert!(own.contains(from), "{from}");
            own = own.replacen(from, to, 1);
        }
        fs::write(folder.join(format!("w{at:05}.yaml")), own).expect("the folder can be written");
    }
}

/// What a run came to.
struct Run {
    code: Option<i32>,
    said: Vec<u8>,
    took: Duration,
    /// The most memory that it took, in kilobytes; 0 where the system does not tell.
    memory: u64,
}

fn run(folder: &Path, arguments: &[&str], jobs: usize) -> Run {
    let report = folder.join("report.json");
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_pakt"))
        .args(arguments)
        .arg(format!("--jobs={jobs}"))
        .arg(format!("--report=json={}", report.display()))
        .arg("--quiet")
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut memory = 0;
    let code = loop {
        memory = memory.max(most_memory(child.id()));
        match child.try_wait().expect("the program runs") {
            Some(status) => break status.code(),
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let took = started.elapsed();
    Run { code, said: fs::read(&report).expect("the report"), took, memory }
}

/// Returns the most memory that a process has taken so far, as Linux tells it.
fn most_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => _ = found.insert(path.clone(), fs::read(&path).expect("a file")),
        }
    }
    found
}
