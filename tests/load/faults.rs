//! One small input a kind of fault, with its exact report in both languages. `UPDATE=1` rewrites the
//! reports; read the difference before it is committed.

use std::fs;
use std::path::{Path, PathBuf};

use pakt::lang::Lang;
use pakt::load::{Files, Input, Loaded, load};

use super::lines;

/// Shared files in a folder.
struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        fs::read(self.0.join(path)).map_err(|_| "nie ma takiego pliku".to_owned())
    }
}

#[test]
fn every_kind_of_fault_is_told_in_full() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let mut wrong = Vec::new();
    let mut kinds = 0;
    for folder in entries(&root) {
        assert!(folder.is_dir(), "{} belongs to no kind of fault", folder.display());
        kinds += 1;
        let mut left = entries(&folder);
        left.retain(|path| !path.ends_with("input.yaml") && !path.ends_with("input"));
        for lang in Lang::ALL {
            let report = lines(&read(&folder, lang));
            let path = folder.join(format!("expected.{}.txt", lang.code()));
            left.retain(|other| *other != path);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &report).expect("the folder can be written");
            }
            if fs::read_to_string(&path).unwrap_or_default() != report || report.is_empty() {
                wrong.push(format!("{}:\n{report}", path.display()));
            }
        }
        assert!(left.is_empty(), "nothing reads {left:?}");
    }
    assert!(kinds > 30);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn read(folder: &Path, lang: Lang) -> Loaded {
    let input = |path: &Path| {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        Input { name, bytes: fs::read(path).expect("the file can be read") }
    };
    let single = folder.join("input.yaml");
    if single.exists() {
        return load(vec![input(&single)], &Folder(folder.to_owned()), lang);
    }
    let folder = folder.join("input");
    let mut paths: Vec<PathBuf> = entries(&folder).into_iter().filter(|path| path.is_file()).collect();
    paths.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
    load(paths.iter().map(|path| input(path)).collect(), &Folder(folder), lang)
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the entry can be read").path()).collect();
    paths.sort();
    paths
}
