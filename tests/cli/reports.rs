//! `--report FORMAT=FILE` writes where it is told and replaces nothing but files.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::process::{Command, Stdio};

use crate::{GOOD, files, pakt, program, said, scratch};

fn report(path: &str) -> std::process::Output {
    pakt(&["check", GOOD, "--format", "short", "--report", &format!("json={path}")])
}

#[test]
fn a_report_took_the_place_of_what_it_was_written_to() {
    let folder = scratch("report-kinds");
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let is_report = |text: &str| text.contains("\"pakt-report/1\"");

    let pipe = at("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let reader = Command::new("cat").arg(&pipe).stdout(Stdio::piped()).spawn().expect("cat");
    assert_eq!(report(&pipe).status.code(), Some(0));
    assert!(is_report(&said(&reader.wait_with_output().expect("cat ends")).0));
    assert!(fs::symlink_metadata(&pipe).expect("it stays").file_type().is_fifo());

    fs::write(at("target.json"), "old").expect("a file");
    symlink("target.json", at("link.json")).expect("a link");
    symlink("new.json", at("dangling.json")).expect("a link");
    symlink("/dev/null", at("null")).expect("a link");
    for (name, target) in
        [("link.json", Some("target.json")), ("dangling.json", Some("new.json")), ("null", None)]
    {
        assert_eq!(report(&at(name)).status.code(), Some(0), "{name}");
        assert!(fs::symlink_metadata(at(name)).expect("it stays").is_symlink(), "{name}");
        assert!(
            target.is_none_or(|target| is_report(&fs::read_to_string(at(target)).expect("a report"))),
            "{name}"
        );
    }

    let folder_told = report(&at(""));
    assert_eq!(folder_told.status.code(), Some(2), "{:?}", said(&folder_told));
    assert!(files(&folder).iter().all(|path| !path.to_string_lossy().ends_with(".part")));

    assert_eq!(report("/dev/full").status.code(), Some(2));
    assert!(fs::symlink_metadata("/dev/full").expect("it stays").file_type().is_char_device());
    let (both, _) = said(&report("/dev/stdout"));
    assert!(is_report(&both) && both.contains("samples/minimal.yaml:"), "{both}");
    let whole = fs::File::create(at("both.txt")).expect("a file");
    let mut command = program(&["check", GOOD, "--format", "short", "--report", "json=/dev/stdout"]);
    assert_eq!(command.stdout(whole).status().expect("it runs").code(), Some(0));
    assert_eq!(fs::read_to_string(at("both.txt")).expect("both"), both);
}

#[test]
fn a_report_made_folders_where_nobody_has_any() {
    let folder = scratch("report-folders");
    let far = folder.join("none/far/x.json").to_string_lossy().into_owned();
    let output = report(&far);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).1.contains("nie ma takiego folderu"), "{:?}", said(&output));
    assert!(!folder.join("none").exists());
    let sample = fs::canonicalize(GOOD).expect("the sample").to_string_lossy().into_owned();
    let run = |path: &str| {
        let mut command = program(&["check", &sample, "--report", path]);
        command.current_dir(&folder).status().expect("it runs").code()
    };
    assert_eq!(run("json=reports/a/x.json"), Some(0));
    assert!(folder.join("reports/a/x.json").is_file());
    assert_eq!(run("json=../pakt-cli-none/x.json"), Some(2));
}

#[test]
fn documents_were_written_through_a_link_of_the_output_folder() {
    let folder = scratch("report-out");
    let elsewhere = scratch("report-elsewhere");
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    symlink(&elsewhere, at("minimal")).expect("a link");
    let build =
        |more: &[&str]| pakt(&[&["build", GOOD, "--draft", "--to", "txt", "-o", &at("")], more].concat());
    let (text, complaint) = said(&build(&[]));
    assert!(complaint.contains("minimal to dowiązanie"), "{text}{complaint}");
    fs::remove_file(at("minimal")).expect("the link");
    fs::create_dir(at("minimal")).expect("a folder");
    symlink(&elsewhere, at("minimal.public")).expect("a link");
    assert_eq!(build(&["--edition", "public"]).status.code(), Some(2));
    assert_eq!(files(&elsewhere), Vec::<std::path::PathBuf>::new());
    // A link in the place of a document is replaced, not followed.
    symlink(elsewhere.join("x"), at("minimal/board-note.pl.txt")).expect("a link");
    assert_ne!(build(&["-d", "board-note"]).status.code(), Some(2));
    assert!(fs::symlink_metadata(at("minimal/board-note.pl.txt")).expect("a file").is_file());
    assert_eq!(files(&elsewhere), Vec::<std::path::PathBuf>::new());
}
