//! The stages of a partnership (slide 23): in order, in line with its history, far enough for a document.
//! Words: `organisation.md`.

use super::{Case, Faults, fault};
use crate::described::At;
use crate::diagnostic::Value;
use crate::model::{Stage, StageStep};
use crate::units::Date;

fn label(stage: Stage) -> Value {
    super::case::label(Stage::LIST, stage.code())
}

pub(super) fn too_early(case: &Case<'_>, faults: &mut Faults) {
    let Some(stage) = case.application().partnership.stage.copied() else { return };
    for asked in case.asked.iter().filter(|asked| stage < asked.stage) {
        fault!(faults at case.root().partnership().stage(),
            document = asked.title.clone(), needed = label(asked.stage), code = asked.stage.code(),
            stage = label(stage)
        );
    }
}

/// Returns the steps of the history whose stage could be read.
fn steps<'run>(case: &Case<'run>) -> impl Iterator<Item = (Stage, At<'run, StageStep>)> + use<'run> {
    let steps = case.root().partnership().stage_history().each();
    steps.filter_map(|step| Some((step.stage.copied()?, step)))
}

pub(super) fn out_of_order(case: &Case<'_>, faults: &mut Faults) {
    let backwards =
        |step: &StageStep| step.from.copied().zip(step.to.copied()).is_some_and(|(from, to)| to < from);
    let mut steps: Vec<(Stage, At<'_, StageStep>)> = steps(case).collect();
    for (stage, step) in steps.iter().filter(|(_, step)| backwards(step)) {
        let what = ["kończy się, zanim się zacznie", "ends before it starts"];
        fault!(faults at step.to(), stage = label(*stage), what);
    }
    steps.retain(|(_, step)| !backwards(step));
    steps.sort_by_key(|(stage, step)| (*stage, step.from.copied()));
    for pair in steps.windows(2) {
        let [(first, earlier), (second, later)] = pair else { continue };
        let before = if earlier.to.is_given() { earlier.to() } else { earlier.from() };
        let (key, end) = (before.field_key(), before.copied());
        let Some((end, from)) = end.zip(later.from.copied()).filter(|(end, from)| from < end) else {
            continue;
        };
        let words = match key {
            "to" => [
                "zaczyna się {from}, a etap „{first}” trwa do {end}",
                "starts on {from}, and stage “{first}” lasts until {end}",
            ],
            _ => [
                "zaczyna się {from}, a wcześniejszy etap „{first}” dopiero {end}",
                "starts on {from}, and the earlier stage “{first}” only on {end}",
            ],
        };
        let values = vec![("first", label(*first)), ("from", from.into()), ("end", end.into())];
        fault!(faults at later.from(),
            stage = label(*second), what = Value::Phrase(words, values); also before
        );
    }
}

pub(super) fn contradicting(case: &Case<'_>, faults: &mut Faults) {
    let history = &case.application().partnership.stage_history;
    let whole = !history.is_damaged() && history.iter().all(|step| step.stage.is_given());
    let Some(stage) = case.application().partnership.stage.copied().filter(|_| whole) else { return };
    // What begins only later is a plan.
    let past = |day: Option<Date>| day.zip(case.today).is_none_or(|(day, today)| day <= today);
    let begun = steps(case).filter(|(_, step)| past(step.from.copied()));
    let Some((last, step)) = begun.max_by_key(|(stage, _)| *stage) else { return };
    let ended = step.to.copied().zip(case.today).filter(|(to, today)| to < today);
    let (place, what) = if last != stage {
        let words = ["ostatni rozpoczęty etap to w niej „{0}”", "the last stage begun there is “{0}”"];
        (step.stage().here(), Value::around(words, label(last)))
    } else if let Some((to, _)) = ended {
        (step.to().here(), Value::around(["ten etap skończył się {0}", "that stage ended on {0}"], to))
    } else {
        return;
    };
    fault!(faults at case.root().partnership().stage(), stage = label(stage), what; also place);
}
