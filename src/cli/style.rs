//! Where the look lies on the disk. In: `--templates DIR` and the application's folder. Out: `Look`.

use std::path::Path;

use super::Error;
use super::inputs::{self, Disk};
use crate::diagnostic::Findings;
use crate::source::Sources;
use crate::style::{self, Look};

/// The file's name.
pub(super) const FILE: &str = "style.yaml";

/// Reads the look from the folder of templates, else from beside the application; the program's own
/// where neither has one.
pub(super) fn read(
    templates: Option<&Path>,
    application: &Path,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Result<Look, Error> {
    let folders = [templates, Some(application)];
    let Some(folder) = folders.into_iter().flatten().find(|folder| folder.join(FILE).is_file()) else {
        return Ok(Look::default());
    };
    let input = inputs::part(&folder.join(FILE))?;
    Ok(style::read(input, &Disk { folder: folder.to_owned() }, sources, findings))
}
