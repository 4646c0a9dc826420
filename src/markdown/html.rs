//! The few HTML-like tokens that templates use. In: raw HTML as written. Out: `Token`, if it is one.

use crate::document::{Break, Numbering};
use crate::lang::Lang;

pub(super) const GAP: &str = "<gap>";

/// A token inside a line.
pub(super) enum Token {
    Foreign(Lang),
    ForeignEnd,
    Gap,
    GapEnd,
    Break,
}

/// A token that is a block of its own.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Alone {
    PageBreak(Break),
    Contents,
    Break,
}

pub(super) fn token(raw: &str) -> Option<Token> {
    Some(match raw {
        "</span>" => Token::ForeignEnd,
        GAP => Token::Gap,
        "</gap>" => Token::GapEnd,
        "<br>" => Token::Break,
        _ => Token::Foreign(Lang::ALL.into_iter().find(|lang| raw == foreign(*lang))?),
    })
}

pub(super) fn alone(raw: &str) -> Option<Alone> {
    Some(match raw.trim() {
        "<pagebreak>" => Alone::PageBreak(Break::Always),
        "<pagebreak full>" => Alone::PageBreak(Break::WhereFull),
        "<contents>" => Alone::Contents,
        "<br>" => Alone::Break,
        _ => return None,
    })
}

/// Returns the token that opens words in `lang`.
pub(super) fn foreign(lang: Lang) -> String {
    format!("<span lang=\"{}\">", lang.code())
}

/// Returns the token that says at the head of a list's first item how the list is numbered.
pub fn item_token(numbering: Numbering) -> String {
    format!("<item mark=\"{}\">", numbering.code())
}

pub(super) fn numbering(raw: &str) -> Option<Numbering> {
    Numbering::of_code(raw.strip_prefix("<item mark=\"")?.strip_suffix("\">")?)
}
