//! What verbs do alike that look at applications. In: arguments. Out: runs, and how it ended.

use clap::ArgMatches;

use super::inputs;
use super::{Error, Outcome, World};
use crate::diagnostic::{Diagnostic, Findings, Level};
use crate::pipeline::{Options, Run};
use crate::report;
use crate::source::Value;

/// Reads all inputs, for what needs them side by side; those that cannot be read become errors and the others go on.
pub(super) fn read(matches: &ArgMatches, world: &World, settings: &Options) -> (Vec<Run>, Vec<Error>) {
    let (bundles, errors) = inputs::gather(&inputs::named(matches), world);
    let runs = bundles.into_iter().map(|bundle| bundle.run(settings, world));
    (runs.collect(), errors)
}

/// Tells whether some value could not be read, so that it would be taken for missing.
pub(super) fn is_torn(run: &Run) -> bool {
    run.loaded.findings.worst() == Some(Level::Error)
}

/// Says on the standard error what could not be read, where a verb shows no findings itself. Returns the runs
/// of which something could be read, and how that ends.
pub(super) fn readable(world: &World, runs: Vec<Run>) -> (Vec<Run>, Outcome) {
    let mut worst = Outcome::Clean;
    for run in runs.iter().filter(|run| is_torn(run)) {
        complain(world, run);
        worst = worst.max(if holds_something(run) { Outcome::Findings } else { Outcome::Failed });
    }
    (runs.into_iter().filter(|run| !is_torn(run) || holds_something(run)).collect(), worst)
}

/// Says on the standard error which values could not be read, one line a fault.
pub(super) fn complain(world: &World, run: &Run) {
    world.complain(&complaint(run));
}

/// Returns which values could not be read, one line a fault.
pub(super) fn complaint(run: &Run) -> String {
    let is_error = |finding: &&Diagnostic| finding.level == Level::Error;
    let errors = Findings(run.loaded.findings.0.iter().filter(is_error).cloned().collect());
    let faults = report::brief(&run.located(errors, run.loaded.sources.clone()));
    let mut said = vec![faults.trim_end().to_owned()];
    if run.has_faulty_call() {
        let name = &run.name;
        said.push(run.lang.pick(
            format!("{name}: wymagania naboru mają błędy; błędne wartości pominięto"),
            format!("{name}: the call's demands have errors; the values with errors were left out"),
        ));
    }
    said.join("\n")
}

/// Tells whether anything of an application could be read.
pub(super) fn holds_something(run: &Run) -> bool {
    matches!(&run.loaded.tree.value, Value::Map(entries) if !entries.is_empty())
}

/// Tells what could not be worked on and returns how a run ended.
pub(super) fn outcome(world: &World, errors: &[Error], worst: Outcome) -> Outcome {
    let lang = world.lang;
    for error in errors {
        world.complain(&format!("{}: {}", lang.pick("błąd", "error"), error.tell(lang)));
    }
    if errors.is_empty() { worst } else { Outcome::Failed }
}

/// Returns how a verb ends that found something or nothing.
pub(super) fn found(something: bool) -> Outcome {
    if something { Outcome::Findings } else { Outcome::Clean }
}
