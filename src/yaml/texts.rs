//! Slips inside texts: lines pasted at the left edge or in several columns, a running text whose colon or comment YAML
//! takes for its own. In: a draft. Out: the draft with each text whole again, each text told once.

use super::draft::{Draft, Edit};
use super::faults::fault;
use super::lines::Line;
use super::opening::{Found, Opening};
use super::outline::Outline;
use super::pasted::opens_block;
use super::quotes::closing_quote;
use super::torn::Torn;
use super::{Known, margin, running};
use crate::diagnostic::Findings;

/// Makes the texts of a draft whole; returns what was left out.
pub(super) fn mend(draft: &mut Draft<'_>, known: Known, findings: &mut Findings) -> Vec<Torn> {
    let mut torn = Vec::new();
    let mut edits: Vec<Edit> = Vec::new();
    for (key, found) in find(&draft.text, known) {
        let count = found.edits.len().to_string();
        let mut finding = fault(found.code, draft.span(found.mark.0, found.mark.1), &[("count", &count)]);
        if found.is_lost {
            torn.push(Torn::value(draft.span(key.0, key.1)));
        } else {
            finding.patch = match &found.shown {
                Some(shown) => Some(draft.patch(std::slice::from_ref(shown))),
                None => Some(draft.patch(&found.edits)),
            };
        }
        findings.push(finding);
        edits.extend(found.edits);
    }
    if !edits.is_empty() {
        draft.replace_all(&edits);
    }
    torn
}

/// Finds the slips in the texts of a file, each with where its field's name stands.
fn find(text: &str, known: Known) -> Vec<((usize, usize), Found)> {
    let mut found = Vec::new();
    let mut outline = Outline::default();
    let mut next = (!text.is_empty()).then(|| Line::at(text, 0));
    while let Some(line) = next {
        next = line.below(text);
        if line.is_blank() || line.key().is_none() && !line.is_item() {
            continue;
        }
        let waits = line.key().is_some_and(|(_, value)| value >= line.end());
        outline.add(line, waits);
        if let Some(last) = wrapped(text, line) {
            next = last.below(text);
            continue;
        }
        let opening = Opening { text, line, outline: &outline, known };
        let (last, slip) = if opens_block(line.text) {
            margin::block(opening)
        } else if waits {
            margin::below(opening)
        } else {
            running::inside(opening)
        };
        if let Some(last) = last {
            next = last.below(text);
        }
        let name = line.from + line.column();
        found.extend(slip.map(|slip| ((name, name + opening.key().len()), slip)));
    }
    found
}

/// Returns the line on which a value in quotes or brackets ends, where that is another one.
fn wrapped<'t>(text: &'t str, line: Line<'t>) -> Option<Line<'t>> {
    let value = line.key().map_or(line.from + line.column(), |(_, value)| value);
    match text[value..line.to().max(value)].chars().next()? {
        '"' | '\'' => {
            let close = closing_quote(text, value).filter(|close| *close > line.to())?;
            Some(Line::at(text, close))
        }
        '[' | '{' => {
            let depth = |words: &str| {
                words.matches(['[', '{']).count() as isize - words.matches([']', '}']).count() as isize
            };
            let mut open = depth(&text[value..line.to()]);
            let mut last = line;
            while open > 0 {
                let below = last.below(text)?;
                let is_next = below.indent() <= line.indent() && (below.key().is_some() || below.is_item());
                if is_next && !below.text.trim_start().starts_with([']', '}', ',']) {
                    return None;
                }
                (open, last) = (open + depth(below.text), below);
            }
            (last.from > line.from).then_some(last)
        }
        _ => None,
    }
}
