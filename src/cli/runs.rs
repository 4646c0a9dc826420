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

/// Says on the standard error that the call's profile has errors, where a verb shows no findings itself.
pub(super) fn complain_of_calls(world: &mut World, runs: &[Run]) {
    for Run { name, lang, .. } in runs.iter().filter(|run| run.has_faulty_call()) {
        world.complain(&lang.pick(
            format!("{name}: wymagania naboru mają błędy; błędne wartości pominięto, a pokaże je pakt check"),
            format!("{name}: the call's demands have errors; pakt check shows the values that were left out"),
        ));
    }
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
