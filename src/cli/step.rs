//! The summary of a step on GitHub. In: Markdown. Out: the same behind what the file for it holds.
//! Source: GitHub Actions, "Workflow commands", "Adding a job summary": a file, at most 1 MiB a step.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use super::{Error, World, output};

/// How many bytes of findings a summary holds; the table comes on top.
pub(super) const MOST: usize = 900_000;

/// Returns the file of the summary.
pub(super) fn file(world: &World) -> Option<&Path> {
    world.var("GITHUB_STEP_SUMMARY").map(Path::new)
}

/// Writes behind what the file holds.
pub(super) fn append(world: &World, text: &str) -> Result<(), Error> {
    let Some(path) = file(world) else { return Ok(()) };
    let opened = OpenOptions::new().append(true).create(true).open(path);
    opened.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|source| output::failed(path, source))
}
