//! `pakt check --fix`: mends of form written into the author's files. In: applications. Out: the files, what changed in
//! them, and the report of what is left.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use similar::TextDiff;

use super::inputs::{self, Bundle};
use super::words::wrong;
use super::{Error, Outcome, World, applications, options, output};
use crate::diagnostic::Findings;
use crate::pipeline::{self, Options};
use crate::report::{Checked, Format};
use crate::yaml::Input;

/// How many lines around a change are shown.
const AROUND: usize = 1;

/// What came of it.
pub(super) enum Fixed {
    /// The changes were shown alone.
    Shown(Outcome),
    /// They were written; what is left, and what could not be worked on.
    Written(Vec<Checked>, Vec<Error>),
}

/// Mends what the arguments name, or shows how.
pub(super) fn run(matches: &ArgMatches, world: &mut World, settings: &Options) -> Result<Fixed, Error> {
    let (bundles, mut errors) = inputs::gather(&inputs::named(matches), world);
    let is_dry = matches.get_flag("dry-run");
    let is_for_people = options::format(matches, world)? == Format::Text;
    let mut any = false;
    let mut checked = Vec::new();
    for bundle in bundles {
        let mended = mended(&bundle, settings, world);
        let changes = changes(&bundle.parts, &mended.parts);
        if !changes.is_empty() && bundle.paths.is_empty() {
            errors.push(wrong("fix-of-input", world.lang, &[]));
        }
        any |= !changes.is_empty();
        match is_dry || is_for_people {
            true => world.print(&changes)?,
            false => world.complain(changes.trim_end()),
        }
        if !is_dry {
            write(&bundle, &mended.parts)?;
            checked.push(look(&bundle, &mended.parts, settings, world));
        }
    }
    if is_dry {
        return Ok(Fixed::Shown(applications::outcome(world, &errors, applications::found(any))));
    }
    Ok(Fixed::Written(checked, errors))
}

/// Returns the files of an application mended.
fn mended(bundle: &Bundle, settings: &Options, world: &World) -> pipeline::Mended {
    pipeline::mended(bundle.parts.clone(), &mut |parts| look(bundle, parts, settings, world))
}

/// Checks an application with other contents of its files.
fn look(bundle: &Bundle, parts: &[Input], settings: &Options, world: &World) -> Checked {
    let run = Bundle { parts: parts.to_vec(), ..bundle.clone() }.run(settings, world);
    run.check(Findings::default(), run.loaded.sources.clone())
}

/// Returns what changed, as a difference of each file.
pub(super) fn changes(before: &[Input], after: &[Input]) -> String {
    let changed = before.iter().zip(after).filter(|(before, after)| before.bytes != after.bytes);
    let difference = |(before, after): (&Input, &Input)| {
        let [old, new] = [before, after].map(|part| String::from_utf8_lossy(&part.bytes).into_owned());
        let difference = TextDiff::from_lines(&old, &new);
        difference.unified_diff().context_radius(AROUND).header(&before.name, &after.name).to_string()
    };
    changed.map(difference).collect()
}

/// Writes the files that changed, each whole or not at all.
pub(super) fn write(bundle: &Bundle, parts: &[Input]) -> Result<(), Error> {
    for ((path, before), after) in bundle.paths.iter().zip(&bundle.parts).zip(parts) {
        if before.bytes != after.bytes {
            put(path, &after.bytes)?;
        }
    }
    Ok(())
}

/// Writes a file where it lies, behind a link too; who may read it stays as it was.
fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |source| Error::Output { path: path.to_owned(), source };
    let own: PathBuf = fs::canonicalize(path).map_err(failed)?;
    let may = fs::metadata(&own).map_err(failed)?.permissions();
    output::write(&own, bytes)?;
    fs::set_permissions(&own, may).map_err(failed)
}
