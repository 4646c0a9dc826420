//! The lines that are open at a line: keys and dashes of items, each in its column. In: lines from the top, without
//! those of texts. Out: `Outline`, which tells whether a line may stand where it stands.

use super::Known;
use super::lines::{Line, is_name};
use super::pasted::bullet;

/// The open lines, the outermost first.
#[derive(Default)]
pub(super) struct Outline {
    open: Vec<Open>,
}

/// A key, or the dash of an item, that lines below may belong to.
#[derive(Clone, Copy)]
struct Open {
    column: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A key, and whether its value is still to come.
    Key { waits: bool },
    /// A dash, and whether a field stands behind it.
    Dash { has_field: bool },
}

/// What a line is, by its words and its column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    /// White space or a comment.
    Nothing,
    /// A field or an item.
    Structure,
    /// Words that can be neither.
    Words,
    /// Words with a colon that may be either.
    Either,
}

impl Outline {
    /// Takes the next line that is no part of a text.
    pub(super) fn add(&mut self, line: Line<'_>, waits: bool) {
        let indent = line.indent();
        let is_key = line.key().is_some();
        self.open
            .retain(|open| open.column < indent || open.column == indent && keeps(*open, line.is_item()));
        if line.is_item() {
            self.open.retain(|open| open.column != indent || open.kind == Kind::Key { waits: true });
            self.open.push(Open { column: indent, kind: Kind::Dash { has_field: is_key } });
        }
        if is_key {
            self.open.push(Open { column: line.column(), kind: Kind::Key { waits } });
        }
    }

    /// Tells what a line is that stands no deeper than the last one's words.
    pub(super) fn what(&self, line: Line<'_>, known: Known) -> Is {
        if line.is_blank() {
            return Is::Nothing;
        }
        let (indent, words) = (line.indent(), &line.text[line.indent()..]);
        if indent == 0 && (words.starts_with("---") || words.starts_with("...")) || words.starts_with("? ") {
            return Is::Structure;
        }
        // Another sign may stand for the dash: „– id: P1”.
        let name = bullet(words).and_then(|item| item.split_once(':')).map(|(name, _)| name);
        if !line.is_item() && name.is_some_and(known.is_field) {
            return Is::Structure;
        }
        if line.is_item() {
            return if self.has_item_at(indent, line.key().is_some()) { Is::Structure } else { Is::Words };
        }
        match line.key() {
            None => Is::Words,
            Some((key, _)) if key.starts_with(['"', '\'']) => Is::Structure,
            // At the edge a sentence may begin with a word that is a field elsewhere: „Uwaga: …”.
            Some((key, _)) if (known.is_field)(key) => {
                let is_sentence =
                    indent == 0 && key.starts_with(char::is_uppercase) && !(known.is_section)(key);
                if is_sentence { Is::Either } else { Is::Structure }
            }
            Some((key, _)) if !is_name(key) || !self.has_key_at(indent) => Is::Words,
            Some((key, _)) if key.starts_with(char::is_uppercase) => Is::Either,
            Some(_) => Is::Structure,
        }
    }

    /// Tells whether an item may stand here: beside another of its kind, or below a field without a value.
    fn has_item_at(&self, indent: usize, has_field: bool) -> bool {
        let mut inner = self.open.iter().rev().skip_while(|open| open.column > indent);
        let beside = self.open.iter().any(|open| {
            open.column == indent
                && matches!(open.kind, Kind::Dash { has_field: other } if has_field || !other)
        });
        beside
            || inner.next().is_some_and(|open| open.kind == Kind::Key { waits: true } && self.is_last(open))
    }

    /// Tells whether nothing stands below an open line yet.
    fn is_last(&self, open: &Open) -> bool {
        self.open.last().is_some_and(|last| last.column == open.column)
    }

    fn has_key_at(&self, indent: usize) -> bool {
        self.open.iter().any(|open| open.column == indent && matches!(open.kind, Kind::Key { .. }))
    }
}

/// Tells whether a line in the same column leaves an open one open.
fn keeps(open: Open, is_item: bool) -> bool {
    is_item && open.kind == Kind::Key { waits: true }
}
