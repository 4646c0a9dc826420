//! Embeds the documents of `templates/` and the clean samples into the program. In: the folders. Out: tables of
//! relative paths and texts, sorted by path.

#![expect(clippy::disallowed_methods, reason = "a build script reads the folders it embeds")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What is a sample for people and none for the program: the faulty one, and templates of one's own.
const NOT_EMBEDDED: [&str; 2] = ["faulty/", "templates/"];

fn main() -> io::Result<()> {
    embed("templates", &["md", "yaml"])?;
    embed("samples", &["yaml"])
}

fn embed(name: &str, endings: &[&str]) -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join(name);
    let mut files = Vec::new();
    walk(&root, &root, endings, &mut files)?;
    if name == "samples" {
        files.retain(|(path, _)| !NOT_EMBEDDED.iter().any(|folder| path.starts_with(folder)));
    }
    files.sort();
    let entry = |(path, file): &(String, PathBuf)| format!("    ({path:?}, include_str!({file:?})),\n");
    let table: String = files.iter().map(entry).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join(format!("{name}.rs"));
    fs::write(out, format!("&[\n{table}]\n"))
}

fn walk(root: &Path, folder: &Path, endings: &[&str], files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    // A folder is watched by its own time stamp, so that a new file is noticed too.
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(root, &path, endings, files)?;
        } else if path.extension().is_some_and(|own| endings.iter().any(|ending| own == *ending)) {
            let relative = path.strip_prefix(root).expect("the walk stays below its root");
            files.push((relative.to_string_lossy().replace('\\', "/"), path));
        }
    }
    Ok(())
}
