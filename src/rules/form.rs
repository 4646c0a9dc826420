//! What the form asks for beside its fields of text: the call's number, annexes. Words: `form.md`.

use super::{Case, Faults, Rule, family, fault, lacks, region_named};
use crate::catalogue::{self, Trust};
use crate::profile::{NumberPattern, OwnList};

family! { "FORM", "form.md";
    Rule::error("FORM-01", "project-number-for-call-number", project_number),
    Rule::error("FORM-02", "call-number-of-wrong-shape", wrong_shape),
    Rule::warning("FORM-03", "call-number-of-another-programme", another_programme),
    Rule::warning("FORM-04", "call-number-of-another-measure", another_measure),
    Rule::missing("FORM-05", "annex-missing", annex_missing),
    Rule::warning("FORM-06", "programme-of-another-region", region_named::programme_of_another),
}

fn fits(masks: &[NumberPattern], number: &str) -> bool {
    masks.iter().any(|mask| mask.fits(number))
}

/// Returns the call's number where it is no number of a call.
fn misfit<'run>(case: &Case<'run>) -> Option<&'run str> {
    let own = case.profile.number.is_none().then_some(&case.application().call.number);
    let number = own?.get()?;
    let calls = &case.profile.call_numbers.as_ref()?.value;
    (!calls.is_empty() && !fits(calls, number)).then_some(number)
}

fn is_of_project(case: &Case<'_>, number: &str) -> bool {
    case.profile.project_numbers.as_ref().is_some_and(|masks| fits(&masks.value, number))
}

fn project_number(case: &Case<'_>, faults: &mut Faults) {
    let (Some(number), Some(masks)) = (misfit(case), &case.profile.project_numbers) else { return };
    if is_of_project(case, number) {
        fault!(faults at case.root().call().number(), number; by masks);
    }
}

fn wrong_shape(case: &Case<'_>, faults: &mut Faults) {
    let (Some(number), Some(masks)) = (misfit(case), &case.profile.call_numbers) else { return };
    if !is_of_project(case, number) {
        let shapes: Vec<String> = masks.value.iter().map(|mask| format!("`{}`", mask.as_str())).collect();
        fault!(faults at case.root().call().number(), number, shapes = shapes.join(", "); by masks);
    }
}

/// Returns programme and measure in a number that has the shape of a call's: `FEDS`, `07.03`.
fn parts<'run>(case: &Case<'run>) -> Option<(&'run str, &'run str)> {
    // The number of a call's own file is that of its announcement.
    let own = case.profile.number.is_none().then_some(&case.application().call.number);
    let number = own?.get()?.trim();
    let calls = case.profile.call_numbers.as_ref().filter(|calls| fits(&calls.value, number))?;
    // Older numbers are put together in another way.
    let known = calls.value.iter().any(|mask| mask.as_str().starts_with("FE@@.##.##-") && mask.fits(number));
    known.then(|| Some((number.get(..4)?, number.get(5..10)?))).flatten()
}

fn another_programme(case: &Case<'_>, faults: &mut Faults) {
    let (Some((programme, _)), Some(area)) = (parts(case), case.application().area.teryt.get()) else {
        return;
    };
    // A code from memory may be another programme's.
    let is_own = |region: &&catalogue::Region| {
        matches!(region.programme.code_trust, Trust::Seen | Trust::Part)
            && region.programme.code.eq_ignore_ascii_case(programme)
    };
    let regions = catalogue::regions();
    let Some(region) = regions.all().iter().find(|region| is_own(region)) else { return };
    if region.teryt.voivodeship() != area.voivodeship() {
        fault!(faults at case.root().call().number(),
            programme = &region.programme.pl, code = &region.programme.code, area = area.to_string();
            also case.root().area().teryt()
        );
    }
}

/// Returns the first measure that a text names, `07.03` for `Działanie 7.3`.
fn measure_in(text: &str) -> Option<String> {
    let numbers = text.split(|sign: char| !sign.is_ascii_digit() && sign != '.');
    numbers.map(|number| number.trim_matches('.')).find_map(|number| {
        let (priority, measure) = number.split_once('.')?;
        let short = |part: &str| matches!(part.len(), 1 | 2);
        (short(priority) && short(measure)).then(|| format!("{priority:0>2}.{measure:0>2}"))
    })
}

fn another_measure(case: &Case<'_>, faults: &mut Faults) {
    let Some((_, own)) = parts(case) else { return };
    let measures = case.each(case.application().call.measure.get());
    if let Some(named) = measures.filter_map(|(_, words)| measure_in(words)).find(|named| *named != own) {
        fault!(faults at case.root().call().number(), own, named; also case.root().call().measure());
    }
}

fn annex_missing(case: &Case<'_>, faults: &mut Faults) {
    let annexes = &case.application().annexes;
    if annexes.is_damaged() || annexes.iter().any(|annex| annex.kind.is_unreadable()) {
        return;
    }
    let required = case.profile.annexes_required.as_ref().map(|stated| &stated.origin);
    for code in case.profile.due(OwnList::AnnexKinds) {
        if !annexes.iter().any(|annex| annex.kind.get().is_some_and(|kind| kind.as_str() == code)) {
            let label = case.label("annex_kinds", code);
            let draft = lacks!(faults at case.root().annexes(), annex = label, code);
            required.into_iter().for_each(|origin| _ = draft.by(origin));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_found_in_its_title() {
        assert_eq!(measure_in("Działanie 7.3 Aktywizacja").as_deref(), Some("07.03"));
        assert_eq!(measure_in("FEDS.07.03").as_deref(), Some("07.03"));
        assert_eq!(measure_in("Aktywizacja od 1.01.2026"), None);
        assert_eq!(measure_in("Aktywizacja 2026"), None);
    }
}
