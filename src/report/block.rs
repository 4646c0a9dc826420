//! A finding in full. In: a finding with its words and files. Out: its line, a caret, what to type, as the renderer takes it.

use annotate_snippets::{AnnotationKind, Group, Level as Severity, Patch as Repair, Snippet};

use super::{Located, Worded, level};
use crate::diagnostic::{Level, Mend, Patch, Span};
use crate::lang::{Lang, Noun};
use crate::source::{Source, Sources};

/// How many further places of a finding are shown before the rest is only counted.
const OTHER_PLACES: usize = 3;

/// Returns a finding with the repair that it proposes.
pub(super) fn groups<'a>(
    finding: &'a Located,
    worded: &'a Worded,
    sources: &'a Sources,
    lang: Lang,
) -> Vec<Group<'a>> {
    let diagnostic = &finding.diagnostic;
    let severity = match diagnostic.level {
        Level::Error => Severity::ERROR,
        Level::Missing | Level::Warning => Severity::WARNING,
        Level::Advice => Severity::NOTE,
    };
    let title = severity.with_name(level(diagnostic.level, lang)).primary_title(&worded.message);
    // A further place that leads to the same line says nothing new.
    let others: Vec<Span> = finding.also.iter().copied().filter(|span| *span != finding.span).collect();
    let mut group =
        title.id(diagnostic.code).elements(snippet(sources, finding.span, AnnotationKind::Primary, ""));
    for span in others.iter().take(OTHER_PLACES) {
        group = group.elements(snippet(sources, *span, AnnotationKind::Context, &worded.also));
    }
    let rest = others.len().saturating_sub(OTHER_PLACES);
    if rest > 0 {
        let noun = Noun(["inne miejsce", "inne miejsca", "innych miejsc"], ["other place", "other places"]);
        let places = lang.counted(rest as u64, noun);
        let more = lang.pick(format!("i jeszcze {places}"), format!("and {places}"));
        group = group.element(Severity::NOTE.with_name(lang.pick("uwaga", "note")).message(more));
    }
    if !worded.help.is_empty() {
        group = group.element(Severity::HELP.with_name(lang.pick("pomoc", "help")).message(&worded.help));
    }
    let mut groups = vec![group];
    groups.extend(diagnostic.patch.as_ref().and_then(|patch| repair(sources, patch, lang)));
    groups
}

fn snippet<'a>(
    sources: &'a Sources,
    span: Span,
    kind: AnnotationKind,
    label: &'a str,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let source = sources.file(span)?;
    let Window { line, text, from, to } = window(source, span, 1);
    // An empty span shows a caret under one character, where there is one; a repair there only puts in.
    let to =
        if from == to { text[from..].chars().next().map_or(to, |next| from + next.len_utf8()) } else { to };
    let annotation = kind.span(from..to).label(label);
    let annotation = if label.is_empty() { kind.span(from..to) } else { annotation };
    Some(Snippet::source(text).line_start(line).path(source.name.as_str()).annotation(annotation))
}

fn repair<'a>(sources: &'a Sources, patch: &'a Patch, lang: Lang) -> Option<Group<'a>> {
    let source = sources.file(patch.span)?;
    let Window { line, text, from, to } = window(source, patch.span, LINES);
    let [name, title] = match patch.kind {
        Mend::Form => [["poprawka", "fix"], ["tak będzie dobrze", "this reads as meant"]],
        Mend::Content => [
            ["propozycja", "proposal"],
            ["to zmienia treść, sprawdź ją", "this changes what is said, check it"],
        ],
    };
    let title =
        Severity::HELP.with_name(lang.pick(name[0], name[1])).secondary_title(lang.pick(title[0], title[1]));
    let snippet = Snippet::source(text).line_start(line).patch(Repair::new(from..to, patch.text.as_str()));
    Some(title.element(snippet))
}

/// The lines of a span, with its part of them.
struct Window<'a> {
    line: usize,
    text: &'a str,
    from: usize,
    to: usize,
}

/// How many lines of a repair are shown.
const LINES: usize = 40;

/// Cuts the lines of a span out, at most so many: the renderer's cost grows with what it is given, and a file may have
/// 10 MiB.
fn window(source: &Source, span: Span, most: usize) -> Window<'_> {
    let line = source.position(span.from).line;
    let first = source.line(line);
    let start = first.as_ptr() as usize - source.text.as_ptr() as usize;
    let last = source.position(span.to.max(span.from)).line.min(line + most - 1);
    let end = source.line(last);
    let end = end.as_ptr() as usize - source.text.as_ptr() as usize + end.len();
    let text = &source.text[start..end.max(start + first.len())];
    let clamp = |byte: usize| text.floor_char_boundary(byte.saturating_sub(start).min(text.len()));
    let (from, to) = (clamp(span.from), clamp(span.to));
    Window { line, text, from, to }
}
