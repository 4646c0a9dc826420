//! `pakt.toml`, the environment, completions, pages of the manual, and a file that comes through the standard input.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::{GOOD, pakt, program, said, scratch};

#[test]
fn settings_stand_in_the_next_file_above() {
    let folder = scratch("config");
    fs::create_dir_all(folder.join("a/b")).expect("folders");
    fs::copy(GOOD, folder.join("a/b/w.yaml")).expect("a file");
    fs::write(folder.join("a/pakt.toml"), "format = 'short'\nfail-on = 'warning'\nlang = 'en'\n")
        .expect("a file");
    let here = folder.join("a/b");
    let run = |arguments: &[&str]| program(arguments).current_dir(&here).output().expect("it starts");
    let told = run(&["check", "w.yaml"]);
    assert_eq!(told.status.code(), Some(1));
    assert!(said(&told).0.starts_with("w.yaml:"), "{:?}", said(&told));
    let over = run(&["check", "--format", "text", "--fail-on", "error", "--", "w.yaml"]);
    assert_eq!(over.status.code(), Some(0));
    assert!(said(&over).0.contains("Neither errors nor gaps."), "{:?}", said(&over));
    let mut command = program(&["check", "w.yaml"]);
    let json = command.env("PAKT_FORMAT", "json").current_dir(&here).output().expect("it starts");
    assert!(said(&json).0.starts_with("{\n"));
    let (shown, _) = said(&run(&["config"]));
    assert!(
        shown.contains("fail-on = \"warning\"  # ") && shown.contains("# jobs  # the default"),
        "{shown}"
    );

    fs::write(folder.join("a/b/pakt.toml"), "out = 'elsewhere'\n").expect("a file");
    let refused = run(&["check", "w.yaml"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).1.contains("„out” nie może stać w pliku"), "{:?}", said(&refused));
    let build = ["build", "w.yaml", "--draft", "-d", "summary", "--to", "txt", "--config", "pakt.toml"];
    assert_eq!(run(&build).status.code(), Some(0));
    assert!(folder.join("a/b/elsewhere/w/summary.pl.txt").is_file());
}

#[test]
fn shells_and_man_can_read_what_is_printed() {
    let folder = scratch("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (script, _) = said(&pakt(&["completions", shell]));
        assert!(script.contains("lang-coverage") && script.contains("pakt"), "{shell}");
        let path = folder.join(shell);
        fs::write(&path, script).expect("a file");
        // Shells that are there are asked whether they take it.
        if let Ok(read) = Command::new(shell).arg("-n").arg(&path).output() {
            assert!(read.status.success() || shell == "powershell" || shell == "elvish", "{shell}: {read:?}");
        }
    }
    let pages = folder.join("man").to_string_lossy().into_owned();
    assert_eq!(pakt(&["man", "--out", &pages]).status.code(), Some(0));
    let page = fs::read_to_string(folder.join("man/pakt-check.1")).expect("the page");
    assert!(page.contains(".TH pakt\\-check 1") || page.contains(".TH pakt-check 1"), "{page}");
    assert_eq!(said(&pakt(&["man", "check"])).0, page);
}

#[test]
fn what_comes_through_the_standard_input_bears_the_name_of_its_file() {
    let folder = scratch("stdin");
    fs::create_dir(folder.join("w")).expect("a folder");
    fs::write(folder.join("w/partners.yaml"), "- {id: P1, name: Gmina}\n").expect("a part");
    let mut command = program(&["check", "-", "--stdin-filename", "w/pakt.yaml", "--format", "short"]);
    let mut child = command
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(b"meta: {title: Praca}\npartnership: {leader: {partner: P2}}\n").expect("it reads");
    drop(input);
    let (told, complaint) = said(&child.wait_with_output().expect("it ends"));
    assert!(told.contains("w/pakt.yaml:2:") && told.contains("REF-01"), "{told}{complaint}");
    // The part beside it is read.
    assert!(told.contains("`P1`") || told.contains("w/partners.yaml:"), "{told}");
}
