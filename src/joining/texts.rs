//! Texts that will not be read as they were typed. In: an application, its files. Out: faults of lists that run
//! together, lines that an editor broke, marks in fields that take none.

use super::faults::fault;
use crate::described::{Markup, Step, View, visit};
use crate::diagnostic::{Diagnostic, Findings, Patch, Span};
use crate::model::Application;
use crate::source::{Node, Sources};
use crate::typed;

/// How long the lines of an editor are at least, in characters.
const WIDE: usize = 45;
/// How much shorter than the longest a line may be that an editor broke.
const SLACK: usize = 24;

/// What stands in a text whose list YAML has joined.
const MARKERS: [&str; 14] =
    ["- ", "* ", "– ", "— ", ") ", "• ", "· ", "▪", "●", "\u{f0b7}", "\u{f0a7}", "\u{f0d8}", " 1. ", " a. "];

/// Tells of the texts of an application.
pub(super) fn check(application: &Application, tree: &Node, sources: &Sources, findings: &mut Findings) {
    visit(application, &mut |spot| {
        let View::Text(text, markup) = spot.view else { return Step::Into };
        for (lang, words) in text.all() {
            if !may_be_wrong(words, markup) {
                continue;
            }
            let place = lang.map_or_else(|| spot.place(), |lang| spot.place().key(lang.code()));
            let span = tree.span_of(&place, |_, _| false);
            let file = sources.file(span).filter(|file| file.text.get(span.from..span.to).is_some());
            let Some(file) = file else { continue };
            let typed =
                Typed { words, source: &file.text[span.from..span.to], span, block: block(&file.text, span) };
            let found = match markup {
                Markup::Plain => typed.marks(),
                Markup::Prose => typed.joined_list().or_else(|| typed.broken_lines()),
            };
            findings.0.extend(found.map(|found| Diagnostic { place, ..found }));
        }
        Step::Into
    });
}

/// Returns the sign that opens a text in block form, with its place in the file.
fn block(file: &str, span: Span) -> Option<(char, usize)> {
    // A text's own place begins at its first line or at the sign before it.
    let own = file[span.from..].chars().next().filter(|sign| matches!(sign, '>' | '|'));
    if let Some(sign) = own {
        return Some((sign, span.from));
    }
    let head = file[..span.from].trim_end();
    let start = head.rfind('\n').map_or(0, |at| at + 1);
    let line = head[start..].split(" #").next().unwrap_or_default().trim_end();
    let bare = line.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '+' | '-'));
    let sign = bare.chars().next_back().filter(|sign| matches!(sign, '>' | '|'))?;
    let at = bare.len() - 1;
    bare[..at].ends_with([' ', '\t']).then_some((sign, start + at))
}

/// Tells whether a text is worth the look into its file; as good as every text is not.
fn may_be_wrong(words: &str, markup: Markup) -> bool {
    match markup {
        Markup::Plain => {
            words.contains(['*', '_', '#', '`', '[', '•', '·', '\u{f0b7}']) || words.contains("- ")
        }
        Markup::Prose => {
            words.matches('\n').count() > 1 || MARKERS.iter().any(|marker| words.contains(marker))
        }
    }
}

/// A text with the characters it was typed in.
struct Typed<'t> {
    words: &'t str,
    source: &'t str,
    span: Span,
    /// The sign that opens it, `>` or `|`, and where that stands.
    block: Option<(char, usize)>,
}

impl Typed<'_> {
    /// Returns the fault of a plain text that holds marks.
    fn marks(&self) -> Option<Diagnostic> {
        let bare = typed::without_marks(self.words);
        let at = self.words.bytes().zip(bare.bytes()).position(|(one, other)| one != other);
        let at = at.or_else(|| (bare.len() < self.words.len()).then_some(bare.len()))?;
        let start = (0..=at).rev().find(|at| self.words.is_char_boundary(*at))?;
        let sign = self.words[start..].chars().next()?;
        let mark: String = self.words[start..].chars().take_while(|next| *next == sign).collect();
        let mut finding = fault("TEXT-03", self.span, &[("mark", &mark)]);
        // Several lines cannot be shown as one value.
        if !self.source.contains('\n') {
            let quote = self.source.chars().next().filter(|sign| matches!(sign, '"' | '\''));
            let quote = quote.map(String::from).unwrap_or_default();
            let inner = self.source.strip_prefix(&*quote).and_then(|rest| rest.strip_suffix(&*quote));
            let text = format!("{quote}{}{quote}", typed::without_marks(inner.unwrap_or(self.source)));
            finding.patch = (text != self.source).then(|| Patch::content(self.span, text));
        }
        Some(finding)
    }

    /// Returns where the sign stands that opens the text.
    fn head(&self) -> Option<Span> {
        self.block.map(|(_, from)| Span { from, to: from + 1, ..self.span })
    }

    /// Returns the lines of the text as typed, each with its place in the source; without the head of a block.
    fn lines(&self) -> (Vec<usize>, String) {
        let body = if self.source.starts_with(['>', '|']) {
            self.source.find('\n').map_or(self.source.len(), |at| at + 1)
        } else {
            0
        };
        let mut starts = Vec::new();
        let mut at = body;
        for line in self.source[body..].split('\n') {
            starts.push(at);
            at += line.len() + 1;
        }
        (starts, self.source[body..].to_owned())
    }

    /// Returns the fault of a list whose items YAML joins.
    fn joined_list(&self) -> Option<Diagnostic> {
        if matches!(self.block, Some(('|', _))) || !self.source.contains('\n') {
            return None;
        }
        let (starts, typed) = self.lines();
        let items = typed::items(&typed);
        if items.len() <= typed::items(self.words).len() {
            return None;
        }
        let line = *items.first()?;
        let start = starts.get(line)?;
        let text = typed.lines().nth(line)?;
        let room = text.len() - text.trim_start().len();
        let from = self.span.from + start + room;
        let span = Span { from, to: from + text.trim().len(), ..self.span };
        let mut finding = fault("TEXT-01", span, &[]);
        finding.patch = self.head().map(|span| Patch::content(span, "|"));
        Some(finding)
    }

    /// Returns the advice on a text whose lines an editor broke.
    fn broken_lines(&self) -> Option<Diagnostic> {
        if !matches!(self.block, Some(('|', _))) || !typed::items(self.words).is_empty() {
            return None;
        }
        let lines: Vec<&str> = self.words.lines().map(str::trim).collect();
        let length = |line: &str| line.chars().count();
        let longest = lines.iter().map(|line| length(line)).max().filter(|longest| *longest >= WIDE)?;
        let is_broken = |pair: &[&str]| {
            let ends = pair[0].ends_with(['.', '!', '?', ':', ';', '…', '|']) || pair[0].is_empty();
            !ends && length(pair[0]) + SLACK >= longest && pair[1].starts_with(char::is_lowercase)
        };
        let broken = lines.windows(2).filter(|pair| is_broken(pair)).count();
        let breaks = lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty()).count();
        if broken < 2 || broken * 2 < breaks {
            return None;
        }
        let mut finding = fault("TEXT-02", self.span, &[]);
        // Between paragraphs `>` leaves one line end, and the paragraphs would be lines of one.
        if !self.words.trim().contains("\n\n") {
            finding.patch = self.head().map(|span| Patch::content(span, ">"));
        }
        Some(finding)
    }
}
