//! Where templates lie on the disk. In: `--templates DIR` and the application's folder. Out: layers, and what could
//! not be read.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::door::{Door, Refusal};
use super::printed::shown;
use super::{Error, World, style};
use crate::diagnostic::Findings;
use crate::joining;
use crate::templates::{Layer, Layers, Origin};

/// How many templates a folder may hold: some three times what the program ships.
const FILES: usize = 1_024;
/// How many folders they may lie in.
const FOLDERS: usize = 256;
/// How deep these may lie in one another.
const DEPTH: usize = 64;

/// Reads the user's templates over those the program ships.
pub(super) fn read(
    asked: Option<&Path>,
    application: &Door,
    world: &World,
) -> Result<(Layers, Findings), Error> {
    own(asked, application, world).map(|(layers, findings)| (Layers::over_shipped(layers), findings))
}

/// Reads the user's templates alone.
pub(super) fn own(
    asked: Option<&Path>,
    application: &Door,
    world: &World,
) -> Result<(Vec<Layer>, Findings), Error> {
    let mut findings = Findings::default();
    let mut layers = Vec::new();
    if let Some(folder) = asked {
        if !folder.is_dir() {
            return Err(Error::NotFound(folder.to_owned()));
        }
        let door = application.beside(folder, world.root.as_deref());
        layers.push(layer(Origin::Override, folder, &door, &mut findings));
    }
    let beside = application.folder.join("templates");
    if beside.symlink_metadata().is_ok() && asked != Some(beside.as_path()) {
        layers.push(layer(Origin::Beside, &beside, application, &mut findings));
    }
    Ok((layers, findings))
}

fn layer(origin: Origin, folder: &Path, door: &Door, findings: &mut Findings) -> Layer {
    let mut walk = Walk { door, files: BTreeMap::new(), folders: 0, chain: Vec::new(), findings };
    walk.enter(folder, "");
    Layer { origin, root: shown(folder) + "/", files: walk.files }
}

/// A walk through a folder of templates.
struct Walk<'w> {
    door: &'w Door,
    files: BTreeMap<String, String>,
    folders: usize,
    /// The folders around, by their canonical paths.
    chain: Vec<PathBuf>,
    findings: &'w mut Findings,
}

impl Walk<'_> {
    fn enter(&mut self, folder: &Path, before: &str) {
        if let Err(refusal) = self.folder(folder, before) {
            self.findings.push(joining::unread(&shown(folder), refusal.reason()));
        }
    }

    /// Takes the templates of a folder and the folders in it; what an editor or a system leaves behind
    /// (hidden files, other endings) is none.
    fn folder(&mut self, folder: &Path, before: &str) -> Result<(), Refusal> {
        let canonical = self.door.enter(folder)?;
        if self.chain.contains(&canonical) {
            return Err(Refusal::Ring);
        }
        self.folders += 1;
        let mut paths = Vec::new();
        for entry in fs::read_dir(&canonical)?.take(FILES + FOLDERS + 1) {
            paths.push(folder.join(entry?.file_name()));
        }
        paths.sort();
        self.chain.push(canonical);
        for path in paths {
            if self.folders > FOLDERS || self.files.len() > FILES || self.chain.len() > DEPTH {
                return Err(Refusal::Many);
            }
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let is_look = before.is_empty() && name == style::FILE;
            if name.starts_with('.') || is_look {
                // The look lies among the templates and is none.
            } else if path.is_dir() {
                self.enter(&path, &format!("{before}{name}/"));
            } else if name.ends_with(".md") || name.ends_with(".yaml") {
                match self.text(&path) {
                    Ok(text) => _ = self.files.insert(format!("{before}{name}"), text),
                    Err(refusal) => self.findings.push(joining::unread(&shown(&path), refusal.reason())),
                }
            }
        }
        self.chain.pop();
        Ok(())
    }

    fn text(&self, path: &Path) -> Result<String, Refusal> {
        let bytes = self.door.read(path)?;
        String::from_utf8(bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData).into())
    }
}
