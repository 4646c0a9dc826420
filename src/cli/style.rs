//! Where the look lies on the disk. In: `--templates DIR` and the application's folder. Out: `Look`.

use std::path::Path;

use super::World;
use super::door::Door;
use super::printed::shown;
use crate::diagnostic::Findings;
use crate::joining;
use crate::source::Sources;
use crate::style::{self, Look};
use crate::yaml::Input;

/// The file's name.
pub(super) const FILE: &str = "style.yaml";

/// Reads the look from the folder of templates, else from beside the application; the program's own
/// where neither has one.
pub(super) fn read(
    templates: Option<&Path>,
    application: &Door,
    world: &World,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Look {
    let named = templates.map(|folder| application.beside(folder, world.root.as_deref()));
    let has_one = |door: &&Door| door.folder.join(FILE).symlink_metadata().is_ok();
    let Some(door) = named.iter().chain([application]).find(has_one) else { return Look::default() };
    let path = door.folder.join(FILE);
    match door.read(&path) {
        Ok(bytes) => style::read(Input { name: shown(&path), bytes }, door, sources, findings),
        Err(refusal) => {
            findings.push(joining::unread(&shown(&path), refusal.reason()));
            Look::default()
        }
    }
}
