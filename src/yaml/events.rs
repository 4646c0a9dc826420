//! Parser events to a tree. In: a draft of a file. Out: `Tree`.
//!
//! A stack machine, so that no nesting overflows; the only file that knows the parser's events.

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, StructureStyle};

use super::builder::{Builder, DEPTH, Done};
use super::draft::Draft;
use super::tree::{Stop, Tree};
use crate::source::{Node, Style, Value};

/// Reads a draft into a tree.
pub(super) fn tree(draft: &Draft<'_>) -> Tree {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let mut builder = Builder::new(draft);
    let mut after = 0;
    for next in Parser::new_from_str_with_options(&draft.text, options) {
        match next {
            Ok((found, span)) => {
                let range = span.byte_range().unwrap_or_default();
                let tag = span.tag_start().and_then(|mark| mark.byte_offset());
                if event(&mut builder, draft, found, (range.start, range.end), tag).is_err() {
                    break;
                }
                after = range.end.max(after);
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or_default().min(draft.text.len());
                let at = draft.text.floor_char_boundary(at);
                if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
                    builder.too_deep(at);
                } else {
                    let (kind, brackets) = (error.kind().clone(), builder.brackets());
                    builder.stop(Stop::Syntax { kind, at, after: after.min(at), brackets });
                }
                break;
            }
        }
    }
    builder.finish()
}

fn event(
    builder: &mut Builder<'_>,
    draft: &Draft<'_>,
    event: Event<'_>,
    (from, to): (usize, usize),
    tag: Option<usize>,
) -> Done {
    let is_flow = |style| style == StructureStyle::Flow;
    match event {
        Event::DocumentStart(..) => builder.document(from, to),
        Event::Scalar(text, style, anchor, resolved) => {
            // The first word of a text that opens with `!` is taken for a type, and is text all the same.
            match tag.filter(|_| resolved.is_some_and(|tag| tag.is_custom())) {
                Some(start) => builder.exclamation(start, to, anchor),
                None => builder.scalar(scalar(draft, &text, style, from, to), from == to, anchor),
            }
        }
        Event::SequenceStart(style, anchor, _) => builder.start_list(from, anchor, is_flow(style)),
        Event::MappingStart(style, anchor, _) => builder.start_map(from, anchor, is_flow(style)),
        Event::SequenceEnd | Event::MappingEnd => builder.end(to),
        Event::Anchor(id, name) => {
            builder.mark(id, name.into_owned(), from);
            Ok(())
        }
        Event::Alias(id) => builder.alias(id, from, to),
        Event::UnresolvedAlias(name) => builder.unresolved(&name, from, to),
        _ => Ok(()),
    }
}

fn scalar(draft: &Draft<'_>, text: &str, style: ScalarStyle, from: usize, to: usize) -> Node {
    let style = match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    };
    let source = draft.text.get(from..to).unwrap_or_default();
    // The parser says `~` for what is not there, and ends a block at the next token.
    let text = if source.is_empty() && style == Style::Plain { "" } else { text };
    let to = if style == Style::Block { from + source.trim_end().len() } else { to };
    Node { span: draft.span(from, to), value: Value::Scalar { text: text.to_owned(), style } }
}
