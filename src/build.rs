//! Embeds the documents of `templates/` into the program. In: the folder. Out: a table of relative
//! paths and texts, sorted by path.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    // A folder is watched by its own time stamp, so that a new file is noticed too.
    println!("cargo::rerun-if-changed=templates");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("templates");
    let mut files = Vec::new();
    walk(&root, &root, &mut files)?;
    files.sort();
    let entry = |(path, file): &(String, PathBuf)| format!("    ({path:?}, include_str!({file:?})),\n");
    let table: String = files.iter().map(entry).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("templates.rs");
    fs::write(out, format!("&[\n{table}]\n"))
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "yaml") {
            let relative = path.strip_prefix(root).expect("the walk stays below its root");
            files.push((relative.to_string_lossy().replace('\\', "/"), path));
        }
    }
    Ok(())
}
