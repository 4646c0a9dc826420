//! Slips of syntax. In: a draft that the parser may refuse. Out: a tree all the same, each slip told
//! with the line as it should be; a line that cannot be mended is left out.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::faults::fault;
use super::lines::Line;
use super::torn::{Reach, Torn};
use super::tree::{Stop, Tree};
use super::trouble::{Slip, Trouble};
use super::{Known, events};
use crate::diagnostic::{Findings, Span};

/// How often one line is mended before it is left out.
const TIMES: usize = 2;
/// How often a file is read again at most, and how many bytes in all.
const ROUNDS: usize = 200;
const BYTES: usize = 64 << 20;
/// How many lines one mend shows at most.
const SHOWN: usize = 40;

/// Reads a draft into a tree; returns the stretches that were left out as well.
pub(super) fn tree(draft: &mut Draft<'_>, known: Known, findings: &mut Findings) -> (Tree, Vec<Torn>) {
    let rounds = (BYTES / draft.text.len().max(1)).clamp(4, ROUNDS);
    let mut torn = Vec::new();
    let mut told = Findings::default();
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    for _ in 0..rounds {
        let tree = events::tree(draft);
        let Some(Stop::Syntax { kind, at, after, brackets }) = &tree.stop else {
            findings.append(collapsed(told, draft));
            return (tree, torn);
        };
        let trouble = Trouble {
            text: &draft.text,
            kind,
            at: *at,
            after: *after,
            brackets,
            known,
            is_field: known.is_field,
        };
        let slip = trouble.slip().filter(|slip| {
            let times = times.entry(draft.line(draft.span(slip.mark.0, slip.mark.1))).or_default();
            *times += 1;
            *times <= TIMES
        });
        match slip {
            Some(slip) => mend(draft, slip, &mut told),
            None => torn.push(leave_out(draft, *at, &mut told)),
        }
    }
    findings.append(collapsed(told, draft));
    let tree = events::tree(draft);
    if let Some(Stop::Syntax { at, .. }) = &tree.stop {
        findings.push(fault("YAML-27", draft.span(*at, *at), &[]));
    }
    (tree, torn)
}

fn mend(draft: &mut Draft<'_>, Slip { code, mark, edits, shown }: Slip, findings: &mut Findings) {
    let mut finding = fault(code, draft.span(mark.0, mark.1), &[("count", &edits.len().to_string())]);
    // Lines that are mended together are shown together, unless they are very many.
    let some = if edits.len() > SHOWN { &edits[..1] } else { &edits[..] };
    finding.patch = (shown && !some.is_empty()).then(|| draft.patch(some));
    findings.push(finding);
    draft.replace_all(&edits);
}

/// Tells of lines left out one after another once, at the first of them.
fn collapsed(told: Findings, draft: &Draft<'_>) -> Findings {
    let (mut left_out, mut others): (Vec<_>, Vec<_>) =
        told.0.into_iter().partition(|finding| finding.code == "YAML-13");
    left_out.sort_by_key(|finding| finding.span);
    let mut runs: Vec<(Span, usize)> = Vec::new();
    for span in left_out.into_iter().filter_map(|finding| finding.span) {
        match runs.last_mut() {
            Some((first, count)) if draft.line(span) == draft.line(*first) + *count => *count += 1,
            _ => runs.push((span, 1)),
        }
    }
    others.extend(
        runs.into_iter().map(|(span, count)| fault("YAML-13", span, &[("count", &count.to_string())])),
    );
    Findings(others)
}

/// Leaves a line out: the one at which the parser stopped, or the nearest above that holds something.
fn leave_out(draft: &mut Draft<'_>, at: usize, findings: &mut Findings) -> Torn {
    let mut line = Line::at(&draft.text, at);
    if line.text.trim().is_empty() {
        line = line.above(&draft.text).unwrap_or(line);
    }
    let (from, to) = (line.from, line.to());
    let inner = (from + line.indent(), from + line.text.trim_end().len());
    let span = draft.span(inner.0, inner.1.max(inner.0));
    // What was mended in this line did not help, so it was something else.
    findings.0.retain(|finding| finding.span.is_none_or(|other| draft.line(other) != draft.line(span)));
    findings.push(fault("YAML-13", span, &[("count", "1")]));
    draft.blank(from, to);
    Torn { span, reach: Reach::Line(inner.0 - from) }
}
