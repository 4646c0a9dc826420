//! The command line: flags and exit codes. What reports say is tested on lower floors.
//!
//! One file a verb; here is what all of them call.

#![expect(clippy::disallowed_methods, reason = "the program is run on files")]

mod batch;
mod build;
mod build_public;
mod build_templates;
mod calls;
mod check;
mod diff;
mod door;
mod fix;
mod knowledge;
mod known;
mod mutated;
mod new;
mod printed;
mod profile;
mod reports;
mod settings;
mod slips;
mod tables;
mod verbs;
mod verify;
mod word;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const GOOD: &str = "samples/minimal.yaml";

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    for name in [
        "PAKT_FORMAT",
        "PAKT_JOBS",
        "PAKT_LANG",
        "GITHUB_ACTIONS",
        "GITHUB_STEP_SUMMARY",
        "SOURCE_DATE_EPOCH",
        "LANG",
        "LC_ALL",
        "LC_MESSAGES",
    ] {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

fn pakt(arguments: &[&str]) -> Output {
    program(arguments).output().expect("the program starts")
}

fn code(arguments: &[&str]) -> Option<i32> {
    pakt(arguments).status.code()
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8");
    (text(&output.stdout), text(&output.stderr))
}

/// A folder of its own for a test, empty.
fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("pakt-cli-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// All files of a folder and the folders in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
