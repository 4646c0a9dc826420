//! What stands inside a line. In: `Inline`s. Out: words.

use crate::document::{Inline, NoteId, plain};

/// Returns a line's words: notes as `[1]`, links with their address behind them.
pub(super) fn words(line: &[Inline]) -> String {
    let mut out = String::new();
    push(&mut out, line);
    out
}

fn push(out: &mut String, line: &[Inline]) {
    for inline in line {
        match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Gap(words) => {
                #[cfg(test)]
                let words = &*crate::planted::passed(crate::planted::Stage::Text, words);
                out.push_str(words);
            }
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::From { content: inner, .. }
            | Inline::Foreign { content: inner, .. } => push(out, inner),
            // Without a mark, words that are struck out would be said after all.
            Inline::Strike(inner) => {
                out.push_str("~~");
                push(out, inner);
                out.push_str("~~");
            }
            Inline::Link { href, content, .. } | Inline::Image { src: href, alt: content, .. } => {
                push(out, content);
                let shown = plain(content);
                let known = href.is_empty() || href.starts_with('#') || *href == shown;
                if !known && href.strip_prefix("mailto:") != Some(&shown) {
                    out.push_str(" (");
                    out.push_str(href);
                    out.push(')');
                }
            }
            Inline::Note(NoteId(index)) => out.push_str(&format!("[{}]", index + 1)),
            Inline::Break => out.push('\n'),
            Inline::SoftBreak => out.push(' '),
        }
    }
}
