//! A YAML value with the place it came from. In: nothing (built by `load`). Out: `Node`.

use crate::diagnostic::{Place, Span, Step};

/// A value of the input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Where it stands in its file.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// The three kinds of YAML values; a scalar is still the author's own characters.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A scalar: a word, a number, a text.
    Scalar {
        /// Its characters, escapes undone.
        text: String,
        /// How it was written.
        style: Style,
    },
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order of the file, each key once.
    Map(Vec<Entry>),
}

/// How a scalar was written; only a plain one can mean "nothing".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    #[default]
    Plain,
    /// In single or double quotes.
    Quoted,
    /// As a block, `|` or `>`.
    Block,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key as written.
    pub key: String,
    /// Where the key stands.
    pub span: Span,
    /// The value.
    pub node: Node,
}

impl Default for Value {
    fn default() -> Self {
        Self::Scalar { text: String::new(), style: Style::Plain }
    }
}

impl Node {
    /// Tells whether the author left the value out: nothing, `~` or `null`, unquoted.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, style: Style::Plain }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// Returns how many values it holds, itself among them.
    pub fn count(&self) -> usize {
        let within: usize = match &self.value {
            Value::Scalar { .. } => 0,
            Value::List(items) => items.iter().map(Self::count).sum(),
            Value::Map(entries) => entries.iter().map(|entry| entry.node.count()).sum(),
        };
        1 + within
    }

    /// Returns the entry under `key` of a mapping; `same` says when a written key means `key`.
    pub fn entry(&self, key: &str, same: impl Fn(&str, &str) -> bool) -> Option<&Entry> {
        let Value::Map(entries) = &self.value else { return None };
        entries
            .iter()
            .find(|entry| entry.key == key)
            .or_else(|| entries.iter().find(|entry| same(&entry.key, key)))
    }

    /// Returns the scalar that a route of keys leads to; `None` when nothing, or no scalar, stands there.
    pub fn text(&self, route: &[&str], same: impl Fn(&str, &str) -> bool) -> Option<String> {
        let found = route.iter().try_fold(self, |node, key| Some(&node.entry(key, &same)?.node))?;
        match &found.value {
            Value::Scalar { text, .. } if !found.is_null() => Some(text.clone()),
            _ => None,
        }
    }

    /// Returns the span of a place: of the value, of the key for [`Place::at_key`], or of the nearest
    /// value above it that exists. A mapping or a list found that way stands for its first key.
    pub fn span_of(&self, place: &Place, same: impl Fn(&str, &str) -> bool) -> Span {
        let mut node = self;
        let mut key = None;
        for step in place.steps() {
            let next = match (step, &node.value) {
                (Step::Key(name), Value::Map(_)) => {
                    node.entry(name, &same).map(|entry| (Some(entry.span), &entry.node))
                }
                (Step::Index(index), Value::List(items)) => items.get(*index).map(|item| (None, item)),
                _ => None,
            };
            let Some((span, inner)) = next else { return node.head(key) };
            (key, node) = (span, inner);
        }
        match key {
            Some(span) if place.is_at_key() => span,
            _ => node.head(key),
        }
    }

    /// Returns what stands for the node in a report: a scalar whole, else its key or its first entry.
    fn head(&self, key: Option<Span>) -> Span {
        match &self.value {
            Value::Scalar { .. } if self.span.from < self.span.to => self.span,
            Value::Map(entries) => {
                key.or_else(|| entries.first().map(|entry| entry.span)).unwrap_or(self.span)
            }
            Value::List(items) => {
                key.or_else(|| items.first().map(|item| item.head(None))).unwrap_or(self.span)
            }
            Value::Scalar { .. } => key.unwrap_or(self.span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: usize, to: usize) -> Span {
        Span { file: 0, from, to }
    }

    fn scalar(from: usize, text: &str) -> Node {
        let value = Value::Scalar { text: text.into(), style: Style::Plain };
        Node { span: span(from, from + text.len()), value }
    }

    #[test]
    fn a_missing_field_points_at_the_entity_that_lacks_it() {
        // needs:\n- id: N1
        let need = Node {
            span: span(9, 15),
            value: Value::Map(vec![Entry { key: "id".into(), span: span(9, 11), node: scalar(13, "N1") }]),
        };
        let list = Node { span: span(7, 15), value: Value::List(vec![need]) };
        let root = Node {
            span: span(0, 15),
            value: Value::Map(vec![Entry { key: "needs".into(), span: span(0, 5), node: list }]),
        };
        let same = |_: &str, _: &str| false;
        assert_eq!(root.span_of(&Place::parse("needs/0/id"), same), span(13, 15));
        assert_eq!(root.span_of(&Place::parse("needs/0/evidence"), same), span(9, 11));
        assert_eq!(root.span_of(&Place::parse("needs/0/id").at_key(), same), span(9, 11));
        assert_eq!(root.span_of(&Place::parse("needs"), same), span(0, 5));
        assert_eq!(root.span_of(&Place::parse("partners"), same), span(0, 5));
    }
}
