//! What verbs do alike that look at applications. In: arguments. Out: runs, and how it ended.

use clap::ArgMatches;

use super::inputs::{self, Disk};
use super::{Error, Outcome, World};
use crate::pipeline::{self, Options, Run};

/// Reads all inputs; those that cannot be read become errors and the others go on.
pub(super) fn read(matches: &ArgMatches, world: &mut World, settings: &Options) -> (Vec<Run>, Vec<Error>) {
    let (bundles, errors) = inputs::gather(&inputs::named(matches), world);
    let runs = bundles.into_iter().map(|bundle| {
        let disk = Disk { folder: bundle.folder.clone() };
        pipeline::read(&bundle.name, bundle.parts, &disk, settings)
    });
    (runs.collect(), errors)
}

/// Tells what could not be worked on and returns how a run ended.
pub(super) fn outcome(world: &mut World, errors: &[Error], failed: bool) -> Outcome {
    let lang = world.lang;
    for error in errors {
        world.complain(&format!("{}: {}", lang.pick("błąd", "error"), error.tell(lang)));
    }
    match (errors.is_empty(), failed) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    }
}
