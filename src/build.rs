//! Embeds the documents of `templates/` and the clean samples into the program, and makes JSON of the YAML that it
//! ships: that is read many times faster at every start. In: the folders. Out: tables of relative paths and texts,
//! sorted by path; a JSON file beside each table of `src`, and one with the descriptions of all documents.

#![expect(clippy::disallowed_methods, reason = "a build script reads the folders it embeds")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What is a sample for people and none for the program: the faulty one, and templates of one's own.
const NOT_EMBEDDED: [&str; 2] = ["faulty/", "templates/"];

/// YAML of `src` that is text for people and no table: an application to be filled in, and the one of the examples.
const NO_TABLES: [&str; 2] = ["cli/", "rules/example.yaml"];

fn main() -> io::Result<()> {
    let templates = files("templates", &["md", "yaml"])?;
    embed("templates", &templates)?;
    let mut samples = files("samples", &["yaml"])?;
    samples.retain(|(path, _)| !NOT_EMBEDDED.iter().any(|folder| path.starts_with(folder)));
    embed("samples", &samples)?;
    for (path, file) in files("src", &["yaml"])? {
        if !NO_TABLES.iter().any(|own| path.starts_with(own)) {
            let mut table = json(&file)?;
            if path.starts_with("profile/") {
                as_texts(&mut table);
            }
            write(&format!("{path}.json"), &table.to_string())?;
        }
    }
    let mut documents = serde_json::Map::new();
    for (path, file) in &templates {
        if let Some(id) = path.strip_suffix("/document.yaml") {
            documents.insert(id.to_owned(), json(file)?);
        }
    }
    write("documents.json", &serde_json::Value::from(documents).to_string())
}

fn files(name: &str, endings: &[&str]) -> io::Result<Vec<(String, PathBuf)>> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join(name);
    let mut files = Vec::new();
    walk(&root, &root, endings, &mut files)?;
    files.sort();
    Ok(files)
}

fn embed(name: &str, files: &[(String, PathBuf)]) -> io::Result<()> {
    let entry = |(path, file): &(String, PathBuf)| format!("    ({path:?}, include_str!({file:?})),\n");
    let table: String = files.iter().map(entry).collect();
    write(&format!("{name}.rs"), &format!("&[\n{table}]\n"))
}

fn json(file: &Path) -> io::Result<serde_json::Value> {
    let wrong = |error: serde_yaml::Error| io::Error::other(format!("{}: {error}", file.display()));
    serde_yaml::from_str(&fs::read_to_string(file)?).map_err(wrong)
}

/// Makes texts of numbers: a call's sums, shares and counts are read from their own signs.
fn as_texts(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Number(number) => {
            let whole = number.as_i64().map(|number| number.to_string());
            let text = whole.or_else(|| Some(number.as_f64()?.to_string()));
            *value = text.unwrap_or_else(|| number.to_string()).into();
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(as_texts),
        serde_json::Value::Object(map) => map.values_mut().for_each(as_texts),
        _ => {}
    }
}

fn write(path: &str, text: &str) -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join(path);
    fs::create_dir_all(out.parent().expect("it lies in a folder"))?;
    fs::write(out, text)
}

fn walk(root: &Path, folder: &Path, endings: &[&str], files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    // A folder is watched with all that is in it, so that a new file is noticed too.
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
