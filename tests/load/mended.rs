//! Mends of form, made: of every fault's input and of samples with slips. Never more is found than before, nothing
//! changes outside the edits, and a second run changes nothing.

use std::fs;
use std::path::Path;

use pakt::inside::diagnostic::Findings;
use pakt::inside::pipeline::{self, Mended, Options};
use pakt::inside::report::Checked;
use pakt::inside::yaml::Input;

use super::Nothing;

fn check(parts: &[Input]) -> Checked {
    let run = pipeline::read("input", parts.to_vec(), &Nothing, &Options::default());
    run.check(Findings::default(), run.loaded.sources.clone())
}

fn mended(bytes: Vec<u8>) -> Mended {
    let parts = vec![Input { name: "input.yaml".to_owned(), bytes }];
    pipeline::mended(parts, &mut check)
}

/// Mends a file and asks of it what must hold of every one; returns whether anything was mended.
fn assert_mended(name: &str, bytes: &[u8]) -> bool {
    let own = mended(bytes.to_vec());
    let [before, after] = [bytes, &own.parts[0].bytes]
        .map(|bytes| check(&[Input { name: "input.yaml".to_owned(), bytes: bytes.to_vec() }]).findings.len());
    assert!(after <= before, "{name}: {before} findings became {after}");
    assert_eq!(own.rounds.is_empty(), own.parts[0].bytes == bytes, "{name}");
    // Each round again, by hand: what is outside the edits is what was there.
    let mut now = bytes.to_vec();
    for round in &own.rounds {
        let mark = usize::from(now.starts_with(b"\xEF\xBB\xBF")) * 3;
        let ends = if now.windows(2).any(|two| two == b"\r\n") { "\r\n" } else { "\n" };
        for (_, edit) in round.iter().rev() {
            let put = edit.text.replace("\r\n", "\n").replace('\n', ends);
            now.splice(mark + edit.from..mark + edit.to, put.into_bytes());
        }
    }
    assert!(now == own.parts[0].bytes, "{name}: a byte outside the edits changed");
    let again = mended(own.parts[0].bytes.clone());
    assert!(again.rounds.is_empty(), "{name}: a second run changes {:?}", again.rounds);
    !own.rounds.is_empty()
}

#[test]
fn inputs_of_faults_are_mended() {
    let faults = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults"))
        .expect("the folder is there");
    let mut changed = 0;
    for folder in faults.map(|entry| entry.expect("an entry").path()) {
        let Ok(bytes) = fs::read(folder.join("input.yaml")) else { continue };
        changed += usize::from(assert_mended(&folder.display().to_string(), &bytes));
    }
    assert!(changed > 25, "{changed}");
}

#[test]
fn slips_in_samples_are_mended() {
    let asked = std::env::var("PAKT_FUZZ").ok().and_then(|count| count.parse().ok());
    let rounds = asked.map_or(40, |count: usize| 2 * count);
    let sample = include_bytes!("../../samples/minimal.yaml");
    let pieces =
        ["\t", ": ", "\"", "- ", "[", "]", "}", "  ", "# ", "@", "„", "”", ",", "\u{a0}", "x", "\r\n"];
    let mut random = fastrand::Rng::with_seed(20_261_129);
    let mut changed = 0;
    for round in 0..rounds {
        let mut bytes = sample.to_vec();
        for _ in 0..random.usize(1..4) {
            let at = random.usize(..bytes.len());
            if random.bool() {
                bytes.splice(at..at, pieces[random.usize(..pieces.len())].bytes());
            } else {
                bytes.remove(at);
            }
        }
        changed += usize::from(assert_mended(&format!("round {round}"), &bytes));
    }
    assert!(changed > rounds / 10, "{changed} of {rounds}");
}
