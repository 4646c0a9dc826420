//! Parts of texts in their files. In: findings that point into a text, the files. Out: the same with their bytes, and
//! with proposals that leave the file what YAML it was.

use crate::diagnostic::{Diagnostic, Findings, Part, Patch, Span};
use crate::joining::Loaded;
use crate::source::alignment;

/// Finds the bytes of every finding that points into a text.
pub(super) fn settle(loaded: &Loaded, findings: &mut Findings) {
    for finding in &mut findings.0 {
        settle_one(loaded, finding);
    }
}

/// Points at the same words on the line of a text that was mended before it was read.
fn same_words(file: &str, whole: Span, words: &str) -> Option<Span> {
    let start = file[..whole.from].rfind('\n').map_or(0, |at| at + 1);
    let end = file[whole.to..].find('\n').map_or(file.len(), |at| whole.to + at);
    let mut found = file[start..end].match_indices(words).map(|(at, _)| start + at);
    let from = found.next().filter(|_| found.next().is_none())?;
    Some(Span { from, to: from + words.len(), ..whole })
}

/// A finding whose text cannot be found as it was read has no proposal.
fn settle_one(loaded: &Loaded, finding: &mut Diagnostic) -> Option<()> {
    let part = finding.part.take()?;
    let whole = loaded.span_of(&finding.place);
    let file = &loaded.sources.file(whole)?.text;
    let Some(places) = alignment(&file[whole.from..whole.to], &part.text) else {
        finding.span = same_words(file, whole, &part.text[part.range]);
        return None;
    };
    let byte = |at: usize| whole.from + places[at];
    let span = |from, to| Span { file: whole.file, from, to };
    finding.span = Some(span(byte(part.range.start), byte(part.range.end)));
    let (first, last) = (part.puts.first()?, part.puts.last()?);
    let (from, to) = (byte(first.0.start), byte(last.0.end));
    let text = filled(&part, from, to, file, byte);
    finding.patch = if is_bare_in_brackets(file, whole) {
        quoted(&part).map(|text| Patch::content(whole, text))
    } else {
        Some(Patch::content(span(from, to), text))
    };
    Some(())
}

/// Returns a stretch of the file with what is put into it.
fn filled(part: &Part, from: usize, to: usize, file: &str, byte: impl Fn(usize) -> usize) -> String {
    let (mut text, mut at) = (String::new(), from);
    for (range, words) in &part.puts {
        text.push_str(&file[at..byte(range.start)]);
        text.push_str(words);
        at = byte(range.end);
    }
    text + &file[at..to]
}

/// Tells whether a scalar stands without quotes inside braces or brackets, where a bracket would end it.
fn is_bare_in_brackets(file: &str, span: Span) -> bool {
    let is_bare = !file[span.from..].starts_with(['"', '\'', '|', '>']);
    is_bare && file[span.to..].trim_start().starts_with([',', '}', ']'])
}

/// Returns the text in double quotes with what is put into it; `None` where it holds what these would change.
fn quoted(part: &Part) -> Option<String> {
    let whole = filled(part, 0, part.text.len(), &part.text, |at| at);
    (!whole.contains(['"', '\\', '\n'])).then(|| format!("\"{whole}\""))
}
