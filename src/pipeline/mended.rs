//! Files with the mends of form that a check shows. In: the files of an application and how they are checked. Out: the
//! files mended, with what was put where.

use crate::diagnostic::Mend;
use crate::edit::{Edit, apart, edited};
use crate::report::{Checked, Located};
use crate::yaml::Input;

/// How often all mends of a check are made at most: what one mend shows, the next may mend.
const ROUNDS: usize = 32;

/// Files mended.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The files, in their order.
    pub parts: Vec<Input>,
    /// What was put where, round by round: the file, counted from 0, and the edit of its text in that round.
    pub rounds: Vec<Vec<(usize, Edit)>>,
}

/// Makes the mends of form as long as fewer things are found than before; a mend that leads to no fewer is not made.
pub fn mended(parts: Vec<Input>, check: &mut dyn FnMut(&[Input]) -> Checked) -> Mended {
    let mut mended = Mended { parts, rounds: Vec::new() };
    let mut checked = check(&mended.parts);
    while mended.rounds.len() < ROUNDS {
        let edits = shown(&mended.parts, &checked);
        let Some(better) = better(&mended.parts, &edits, &checked, check) else { break };
        mended.parts = better.parts;
        mended.rounds.push(better.edits);
        checked = better.checked;
    }
    mended
}

/// Returns the mends of form that a check shows, of the application's own files, none touching another.
fn shown(parts: &[Input], checked: &Checked) -> Vec<(usize, Edit)> {
    let of_form = |finding: &Located| {
        let patch = finding.diagnostic.patch.as_ref().filter(|patch| patch.kind == Mend::Form)?;
        let file = checked.sources.file(patch.span)?;
        let part = parts.iter().position(|part| part.name == file.name)?;
        let edit = Edit { from: patch.span.from, to: patch.span.to, text: patch.text.clone() };
        (file.text.get(edit.from..edit.to) != Some(edit.text.as_str())).then_some((part, edit))
    };
    let all: Vec<(usize, Edit)> = checked.findings.iter().filter_map(of_form).collect();
    let of_part =
        |number: usize| all.iter().filter(move |(part, _)| *part == number).map(|(_, edit)| edit.clone());
    let each = |number: usize| apart(of_part(number).collect()).into_iter().map(move |edit| (number, edit));
    (0..parts.len()).flat_map(each).collect()
}

/// Files after some mends.
struct Better {
    parts: Vec<Input>,
    edits: Vec<(usize, Edit)>,
    checked: Checked,
}

/// Makes all of the mends, or the first half or the second, whichever leads to fewer findings; `None` where no mend does.
fn better(
    parts: &[Input],
    edits: &[(usize, Edit)],
    before: &Checked,
    check: &mut dyn FnMut(&[Input]) -> Checked,
) -> Option<Better> {
    if edits.is_empty() {
        return None;
    }
    if let Some(parts) = with(parts, edits) {
        let checked = check(&parts);
        if weight(&checked) < weight(before) && errors(&checked) <= errors(before) {
            return Some(Better { parts, edits: edits.to_vec(), checked });
        }
    }
    if edits.len() == 1 {
        return None;
    }
    let (first, second) = edits.split_at(edits.len() / 2);
    better(parts, first, before, check).or_else(|| better(parts, second, before, check))
}

/// Returns the files with edits; `None` where one cannot be made.
fn with(parts: &[Input], edits: &[(usize, Edit)]) -> Option<Vec<Input>> {
    let part = |(number, part): (usize, &Input)| {
        let own: Vec<Edit> =
            edits.iter().filter(|(of, _)| *of == number).map(|(_, edit)| edit.clone()).collect();
        let bytes = if own.is_empty() { part.bytes.clone() } else { edited(&part.bytes, &own)? };
        Some(Input { name: part.name.clone(), bytes })
    };
    parts.iter().enumerate().map(part).collect()
}

/// Returns how many things were found.
fn weight(checked: &Checked) -> usize {
    checked.findings.len()
}

fn errors(checked: &Checked) -> usize {
    checked.count(crate::diagnostic::Level::Error)
}
