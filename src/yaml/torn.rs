//! What was left out of a file, and what it may have belonged to. In: the places of lines that could
//! not be read. Out: whether a mapping or a list may lack something through no fault of the author's.

use crate::diagnostic::Span;
use crate::source::{Node, Sources, Value};

/// A line that was left out, the start of a file that was, or lines that were read by a guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// Where it stands.
    pub span: Span,
    /// What it may have belonged to.
    pub reach: Reach,
}

/// What something that was left out may have belonged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To the value whose lines start in its column, counted from 0 in characters.
    Line(usize),
    /// To the field whose name stands there: it is its whole value.
    Value,
    /// To anything inside these lines, and to the list whose entry they are: nobody knows what was meant.
    Lines,
}

impl Torn {
    /// Returns the start of a file that was left out whole.
    pub fn start(file: usize) -> Self {
        Self { span: Span { file, from: 0, to: 0 }, reach: Reach::Line(0) }
    }

    /// Returns the value of the field whose name stands at `span`, all lines of which were left out.
    pub fn value(span: Span) -> Self {
        Self { span, reach: Reach::Value }
    }

    /// Tells whether the line may have belonged to a value: it stands in it, and either in no value
    /// further inside, or in the column in which the value's own lines start.
    pub fn touches(self, node: &Node, sources: &Sources) -> bool {
        match self.reach {
            Reach::Line(column) => {
                self.is_in(node) && (!self.is_deeper(node) || first_column(node, sources) == Some(column))
            }
            Reach::Value => false,
            Reach::Lines => {
                let is_list = matches!(node.value, Value::List(_));
                self.is_in(node) && (is_list || self.span.from <= node.span.from)
            }
        }
    }

    fn is_in(self, node: &Node) -> bool {
        let (span, torn) = (node.span, self.span);
        !matches!(node.value, Value::Scalar { .. })
            && torn.file == span.file
            && torn.from <= span.to
            && span.from <= torn.to
    }

    fn is_deeper(self, node: &Node) -> bool {
        match &node.value {
            Value::Map(entries) => entries.iter().any(|entry| self.is_in(&entry.node)),
            Value::List(items) => items.iter().any(|item| self.is_in(item)),
            Value::Scalar { .. } => false,
        }
    }
}

/// Returns the column of a block's lines, counted from 0: of its keys, or of the dashes of its items.
fn first_column(node: &Node, sources: &Sources) -> Option<usize> {
    let column = |span| Some(sources.position(span)?.column - 1);
    match &node.value {
        Value::Map(entries) => column(entries.first()?.span),
        Value::List(items) => column(items.first()?.span)?.checked_sub("- ".len()),
        Value::Scalar { .. } => None,
    }
}
