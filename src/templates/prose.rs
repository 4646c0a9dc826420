//! Narratives made fit for their place in a document. In: Markdown as an author wrote it, with its
//! marks. Out: Markdown whose headings stand below the section's, whose notes bear names of their
//! own, and which cannot touch the text around it.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag};

use super::escape;
use crate::context::mark;
use crate::lang::Lang;

/// What pakt reads as Markdown; the same as `markdown::read`.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_STRIKETHROUGH
}

/// Returns a narrative as blocks of Markdown; its highest headings become headings of `level`, 1 to 6.
pub(super) fn blocks(text: &str, level: usize) -> String {
    let (open, words, _) = mark::split(text);
    if words.contains(mark::GAP) {
        return escape::markdown(words);
    }
    let lang = open.chars().next().and_then(mark::opens);
    let words = noted(words);
    let words = without_html(words.trim_start_matches('\n'));
    let mut edits = Edits::default();
    shift_headings(&words, level, &mut edits);
    // A heading on one line may read in another way than it did on two.
    let words = without_html(&edits.apply(&words));
    let mut edits = Edits::default();
    rename_notes(&words, &mut edits);
    if let Some(lang) = lang {
        mark_foreign(&words, lang, &mut edits);
    }
    closed(edits.apply(&words))
}

/// Returns a text with its sources as notes.
fn noted(words: &str) -> String {
    let mut parts = words.split(mark::SOURCE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    while let (Some(id), Some(after)) = (parts.next(), parts.next()) {
        out.push_str(&format!("[^{id}]{after}"));
    }
    out
}

/// Changes to a text, each a range and what stands there afterwards.
#[derive(Default)]
struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    fn put(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(text.len() + 64);
        let mut at = 0;
        for (range, words) in self.0 {
            // Two changes of one stretch cannot both hold; the first one does.
            if range.start < at {
                continue;
            }
            out.push_str(&text[at..range.start]);
            out.push_str(&words);
            at = range.end;
        }
        out.push_str(&text[at..]);
        out
    }
}

fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    Parser::new_ext(text, options()).into_offset_iter()
}

/// Escapes what would be raw HTML. What an HTML block held may turn out to be Markdown and hold HTML
/// of its own, hence the rounds; the last one escapes whatever is left.
fn without_html(text: &str) -> String {
    let mut text = text.to_owned();
    for round in 0..6 {
        let mut edits = Edits::default();
        let mut is_plain = true;
        for (event, range) in events(&text) {
            if matches!(event, Event::Html(_) | Event::InlineHtml(_)) {
                is_plain = false;
                let brackets = text[range.clone()].match_indices('<').map(|(at, _)| range.start + at);
                brackets.for_each(|at| edits.put(at..at, "\\"));
            }
        }
        if is_plain {
            return text;
        }
        text = if round < 5 { edits.apply(&text) } else { text.replace('<', "&lt;") };
    }
    text
}

fn depth(level: HeadingLevel) -> usize {
    level as usize
}

/// Makes the highest heading one of `level`, and keeps the distances; a heading over an underline
/// becomes one with number signs, since underlines know two levels only.
fn shift_headings(text: &str, level: usize, edits: &mut Edits) {
    let heading = |event: &Event<'_>| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(depth(*level)),
        _ => None,
    };
    let Some(highest) = events(text).filter_map(|(event, _)| heading(&event)).min() else { return };
    let mut open: Option<(Range<usize>, usize)> = None;
    let mut line_break: Option<usize> = None;
    for (event, range) in events(text) {
        if let Some(found) = heading(&event) {
            let signs = "#".repeat((found - highest + level).clamp(1, 6));
            if text[range.clone()].starts_with('#') {
                edits.put(range.start..range.start + found, signs);
            } else {
                edits.put(range.start..range.start, signs + " ");
                open = Some((range.clone(), range.start));
            }
            continue;
        }
        let Some((whole, last)) = &mut open else { continue };
        match event {
            Event::End(pulldown_cmark::TagEnd::Heading(_)) => {
                let tail = &text[*last..whole.end];
                let kept = tail.find('\n').unwrap_or(tail.len());
                let rest = tail[kept..].trim_end_matches('\n').len();
                edits.put(*last + kept..*last + kept + rest, "");
                open = None;
            }
            Event::SoftBreak | Event::HardBreak => line_break = Some(range.start),
            _ => {
                // Whatever opens the next line inside a quote or a list goes with the break.
                if let Some(from) = line_break.take() {
                    edits.put(from..range.start, " ");
                }
                *last = (*last).max(range.end);
            }
        }
    }
}

/// Gives the notes that a narrative defines names that no other narrative uses.
fn rename_notes(text: &str, edits: &mut Edits) {
    let tail = format!("-{:04x}", fingerprint(text));
    for (event, range) in events(text) {
        let (label, start) = match &event {
            Event::FootnoteReference(label) => (label, range.start),
            Event::Start(Tag::FootnoteDefinition(label)) => (label, range.start),
            _ => continue,
        };
        let at = start + "[^".len() + label.len();
        if text[start..].starts_with(&format!("[^{label}]")) {
            edits.put(at..at, tail.clone());
        }
    }
}

/// A short number that differs from text to text (FNV-1a, folded).
fn fingerprint(text: &str) -> u32 {
    let hash =
        text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 16) ^ (hash & 0xffff)
}

/// Wraps each run of words in its language, and says at the end which language it is.
fn mark_foreign(text: &str, lang: Lang, edits: &mut Edits) {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut run: Option<Range<usize>> = None;
    let mut in_code = false;
    for (event, range) in events(text) {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => in_code = false,
            _ => {}
        }
        if in_code || !is_inline(&event) {
            runs.extend(run.take());
            continue;
        }
        let start = run.as_ref().map_or(range.start, |run| run.start.min(range.start));
        let end = run.as_ref().map_or(range.end, |run| run.end.max(range.end));
        run = Some(start..end);
    }
    runs.extend(run);
    for run in &runs {
        edits.put(run.start..run.start, format!("<span lang=\"{}\">", lang.code()));
        edits.put(run.end..run.end, "</span>");
    }
    if let Some(last) = runs.last() {
        edits.put(last.end..last.end, format!(" \\[{}\\]", lang.code()));
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    use pulldown_cmark::TagEnd;
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(tag) => matches!(
            tag,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
        ),
        Event::Rule | Event::Html(_) | Event::TaskListMarker(_) => false,
        _ => true,
    }
}

/// Closes a code block that its author left open, which would swallow the rest of the document.
fn closed(text: String) -> String {
    let Some(fence) = open_fence(&format!("{}\n\nx", text.trim_end_matches('\n'))) else { return text };
    format!("{}\n{fence}", text.trim_end_matches('\n'))
}

/// Returns the signs of the fence in which a text ends, if it ends inside one.
fn open_fence(text: &str) -> Option<String> {
    let (mut fence, mut depth) = (None, 0);
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) if depth == 0 => {
                fence = Some(range);
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    // Inside a quote or a list the end of the container closes the fence.
    let source = text[fence.filter(|range| range.end >= text.len())?].trim_start();
    let sign = source.chars().next()?;
    Some(source.chars().take_while(|found| *found == sign).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_stand_below_the_section() {
        assert_eq!(
            blocks("# A\n\ntext\n\n## B {#b}\n\nC\n===\n", 3),
            "### A\n\ntext\n\n#### B {#b}\n\n### C\n"
        );
        assert_eq!(blocks("> two\n> lines\n> ---\n", 3), "> ### two lines\n");
    }

    #[test]
    fn html_is_shown_and_markdown_kept() {
        assert_eq!(blocks("a <b>*c*</b> <https://x.pl>", 3), "a \\<b>*c*\\</b> <https://x.pl>");
        let shown = blocks("<div>\n<gap>x</gap>\n\n*a*\n</div>\n", 3);
        assert!(
            !events(&shown).any(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_))),
            "{shown}"
        );
    }

    #[test]
    fn an_open_fence_is_closed() {
        assert_eq!(blocks("a\n\n```\ncode", 3), "a\n\n```\ncode\n```");
        assert_eq!(blocks("```\ncode\n```", 3), "```\ncode\n```");
        assert_eq!(blocks("~~~~\ncode\n~~~\n", 3), "~~~~\ncode\n~~~\n~~~~");
    }

    #[test]
    fn notes_bear_names_of_their_own() {
        let shown = blocks("a[^1] b[^E1]\n\n[^1]: note", 3);
        assert!(shown.starts_with("a[^1-") && shown.contains(" b[^E1]\n\n[^1-"), "{shown}");
    }

    #[test]
    fn a_source_named_in_a_text_is_a_note() {
        let text = mark::cited("320 *osób* [E1].\n\n[E2] nie", |id| id == "E1");
        assert_eq!(blocks(&text, 3), "320 *osób*[^E1].\n\n[E2] nie");
        assert_eq!(escape::markdown(&text), "320 \\*osób\\*[^E1]. \\[E2\\] nie");
        assert_eq!(super::super::line::line(&text), "320 *osób*[^E1].<br>\\[E2\\] nie");
    }

    #[test]
    fn words_in_another_language_are_marked_by_the_run() {
        let text = mark::foreign("One *two*\n\n- three", Lang::En);
        assert_eq!(
            blocks(&text, 3),
            "<span lang=\"en\">One *two*</span>\n\n- <span lang=\"en\">three</span> \\[en\\]"
        );
    }

    #[test]
    fn no_narrative_swallows_what_follows() {
        const PIECES: [&str; 24] = [
            "```",
            "~~~",
            "<div>",
            "</div>",
            "<!--",
            "-->",
            "\n",
            "\n\n",
            "# ",
            "text",
            "> ",
            "- ",
            "1. ",
            "    ",
            "|a|b|\n|-|-|\n",
            "[^1]",
            "[^1]: ",
            "\n===\n",
            "\n---\n",
            "*",
            "<script>",
            "`",
            ": ",
            "\\",
        ];
        let mut random = fastrand::Rng::with_seed(3);
        for _ in 0..20_000 {
            let text: String =
                (0..random.usize(1..10)).map(|_| PIECES[random.usize(..PIECES.len())]).collect();
            let shown = format!("{}\n\nsentinel", blocks(&text, 3));
            let mut depth = 0;
            let mut seen = false;
            for (event, _) in events(&shown) {
                match event {
                    Event::Start(Tag::Paragraph) => depth += 1,
                    Event::Start(_) => depth += 1,
                    Event::End(_) => depth -= 1,
                    Event::Text(words) if &*words == "sentinel" => seen |= depth == 1,
                    Event::Html(_) | Event::InlineHtml(_) => panic!("{text:?} gives HTML in {shown:?}"),
                    _ => {}
                }
            }
            assert!(seen, "{text:?} swallows what follows: {shown:?}");
        }
    }
}
