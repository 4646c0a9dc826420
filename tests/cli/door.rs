//! A stranger's folder reads nothing of the machine: each reader, each kind of path.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{files, pakt, said, scratch};

const SECRET: &str = "TAJEMNICA-7";

/// A folder with an application in it, and a secret beside that folder.
fn place(name: &str) -> (PathBuf, PathBuf) {
    let around = scratch(name);
    fs::write(around.join("secret.yaml"), format!("{SECRET}: 1\n")).expect("a file");
    fs::write(around.join("secret.md"), format!("{SECRET}\n")).expect("a file");
    let app = around.join("in/app");
    fs::create_dir_all(&app).expect("a folder");
    fs::create_dir_all(around.join("in/library")).expect("a folder");
    fs::write(around.join("in/library/shared.yaml"), "diagnosis: {evidence: []}\n").expect("a file");
    fs::copy("samples/minimal.yaml", app.join("pakt.yaml")).expect("the sample is there");
    (around, app)
}

/// Puts what is no plain file of the folder at a path; what of it is read must be told.
fn put(kind: &str, path: &Path, around: &Path) {
    let secret = around.join(if path.extension().is_some_and(|end| end == "md") {
        "secret.md"
    } else {
        "secret.yaml"
    });
    let made = match kind {
        "link out" => symlink(secret, path),
        "link out by steps" => symlink(Path::new("../../").join(secret.file_name().expect("a name")), path),
        "environment" => symlink("/proc/self/environ", path),
        "device" => symlink("/dev/zero", path),
        "dangling link" => symlink("nowhere", path),
        "link to itself" => symlink(path.file_name().expect("a name"), path),
        "folder" => fs::create_dir(path),
        "pipe" => {
            assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
            Ok(())
        }
        "hidden" => {
            let hidden = path.with_file_name(".hidden");
            fs::write(&hidden, SECRET).and_then(|()| symlink(".hidden", path))
        }
        _ => unreachable!("{kind}"),
    };
    made.expect("it can be put there");
}

const KINDS: [&str; 9] = [
    "link out",
    "link out by steps",
    "environment",
    "device",
    "dangling link",
    "link to itself",
    "folder",
    "pipe",
    "hidden",
];

/// Asserts that a file was refused by name and that nothing shows what is in it.
fn assert_refused(app: &Path, name: &str, kind: &str, more: &[&str]) {
    let out = app.join("../../out").to_string_lossy().into_owned();
    let app = app.to_string_lossy();
    let build = ["build", &app, "--draft", "-d", "summary", "--to", "txt,html", "-o", &out];
    let output = pakt(&[&build[..], more].concat());
    let (text, complaint) = said(&output);
    let all = format!("{text}{complaint}");
    assert_ne!(output.status.code(), Some(0), "{name} {kind}: {all}");
    assert!(all.contains(name), "{name} {kind}: {all}");
    assert!(!all.contains(SECRET) && !all.contains("PATH="), "{name} {kind}: {all}");
    if kind == "link out" {
        assert!(all.contains("--root"), "{name} {kind}: {all}");
    }
    if Path::new(&out).is_dir() {
        for path in files(Path::new(&out)) {
            let written = fs::read_to_string(&path).expect("a document");
            assert!(!written.contains(SECRET) && !written.contains("PATH="), "{name} {kind}: {path:?}");
        }
    }
}

#[test]
fn a_stranger_s_folder_read_the_secrets_of_the_machine() {
    let add = |app: &Path, words: &str| {
        let path = app.join("pakt.yaml");
        let typed = fs::read_to_string(&path).expect("the sample");
        fs::write(&path, typed + words).expect("a file");
    };
    for kind in KINDS {
        for reader in [
            "main", "part", "use", "call", "extends", "style", "font", "logo", "template", "document",
            "fragment",
        ] {
            let (around, app) = place(&format!("door-{}-{reader}", kind.replace(' ', "-")));
            fs::create_dir_all(app.join("templates/summary/pl")).expect("a folder");
            let name = match reader {
                "main" => {
                    fs::remove_file(app.join("pakt.yaml")).expect("it is there");
                    "pakt.yaml"
                }
                "part" => "complementarity.yaml",
                "use" => {
                    add(&app, "use: [shared.yaml]\n");
                    "shared.yaml"
                }
                "call" | "extends" => {
                    let path = app.join("pakt.yaml");
                    let typed = fs::read_to_string(&path).expect("the sample");
                    fs::write(&path, typed.replace("call: {profile: neutral}", "call: {file: nabor.yaml}"))
                        .expect("a file");
                    if reader == "extends" {
                        fs::write(app.join("nabor.yaml"), "extends: base.yaml\n").expect("a file");
                        "base.yaml"
                    } else {
                        "nabor.yaml"
                    }
                }
                "style" => "style.yaml",
                "font" => {
                    fs::write(app.join("style.yaml"), "fonts: {regular: a.ttf}\n").expect("a file");
                    "a.ttf"
                }
                "logo" => {
                    fs::write(app.join("style.yaml"), "logos: [{file: a.png, alt: x}]\n").expect("a file");
                    "a.png"
                }
                "template" => "templates/summary/pl/10-summary.md",
                "document" => "templates/summary/document.yaml",
                _ => "templates/summary/pl/part.md",
            };
            put(kind, &app.join(name), &around);
            if matches!(reader, "template" | "document" | "fragment") && kind == "folder" {
                continue;
            }
            assert_refused(&app, name, kind, &[]);
        }
    }
}

#[test]
fn paths_that_leave_the_folder_are_refused_as_written() {
    for path in ["/etc/passwd.yaml", "../../secret.yaml", "../../none.yaml", ".hidden.yaml", ".git/x.yaml"] {
        let (_, app) = place("door-written");
        let typed = fs::read_to_string(app.join("pakt.yaml")).expect("the sample");
        fs::write(app.join("pakt.yaml"), format!("{typed}use: [{path}]\n")).expect("a file");
        fs::write(app.join(".hidden.yaml"), SECRET).expect("a file");
        assert_refused(&app, path, "written", &[]);
    }
    for path in
        ["/usr/share/pixmaps/x.png", "../../secret.yaml", "~/x.png", "C:\\x.png", "\\\\srv\\x.png", ".x.png"]
    {
        let (_, app) = place("door-written");
        fs::write(app.join("style.yaml"), format!("logos: [{{file: '{path}', alt: x}}]\n")).expect("a file");
        assert_refused(&app, path, "written", &[]);
    }
}

#[test]
fn what_lies_under_the_root_is_read() {
    let (around, app) = place("door-root");
    let typed = fs::read_to_string(app.join("pakt.yaml")).expect("the sample");
    let check = |more: &[&str]| {
        let app = app.to_string_lossy();
        said(&pakt(&[&["check", &app, "--format", "short"][..], more].concat())).0
    };
    fs::write(app.join("pakt.yaml"), format!("{typed}use: [../library/shared.yaml]\n")).expect("a file");
    assert!(!check(&[]).contains("KEY-10"));
    fs::write(around.join("far.yaml"), "diagnosis: {evidence: []}\n").expect("a file");
    fs::write(app.join("pakt.yaml"), format!("{typed}use: [../../far.yaml]\n")).expect("a file");
    assert!(check(&[]).contains("KEY-10"));
    assert!(!check(&["--root", &around.to_string_lossy()]).contains("KEY-10"));
    // A file alone has its own folder for a root.
    let file = app.join("one.yaml");
    fs::write(&file, format!("{typed}use: [../library/shared.yaml]\n")).expect("a file");
    let one = |more: &[&str]| {
        let file = file.to_string_lossy();
        said(&pakt(&[&["check", &file, "--format", "short"][..], more].concat())).0
    };
    assert!(one(&[]).contains("KEY-10"));
    assert!(!one(&["--root", &around.join("in").to_string_lossy()]).contains("KEY-10"));
}

#[test]
fn a_ring_of_folders_never_ended() {
    let (_, app) = place("door-ring");
    let templates = app.join("templates");
    fs::create_dir(&templates).expect("a folder");
    symlink(".", templates.join("a")).expect("a link");
    symlink(".", templates.join("b")).expect("a link");
    assert_refused(&app, "templates/a", "ring", &[]);
    fs::remove_dir_all(&templates).expect("a folder");
    symlink("/", &templates).expect("a link");
    assert_refused(&app, "templates", "link out", &[]);
}

#[test]
fn folders_of_many_or_large_files_are_refused_before_the_work() {
    let (_, app) = place("door-many");
    for number in 0..300 {
        fs::write(app.join(format!("{number}-needs.yaml")), "[]\n").expect("a file");
    }
    assert_refused(&app, "256", "many", &[]);
    let (_, app) = place("door-large");
    let name = "complementarity.yaml";
    let file = fs::File::create(app.join(name)).expect("a file");
    file.set_len(50 << 30).expect("a file with holes");
    assert_refused(&app, name, "sparse", &[]);
    let (_, app) = place("door-sum");
    for name in ["needs.yaml", "groups.yaml", "evidence.yaml"] {
        fs::write(app.join(name), "#".repeat(9 << 20)).expect("a file");
    }
    assert_refused(&app, "20 MiB", "sum", &[]);
}
