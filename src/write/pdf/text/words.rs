//! A paragraph before it has a width. In: strings with their spans. Out: `Text`.

use std::rc::Rc;

use super::shape::{Cast, Figures, Shaper, Word};
use crate::lang::Lang;
use crate::words::is_lone;
use crate::write::pdf::display::{Colour, Owner};
use crate::write::pdf::fonts::Cut;

/// How a stretch of words looks, what it means and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Span {
    /// The face.
    pub cut: Cut,
    /// The font size.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// How far it stands above the line.
    pub rise: f32,
    /// The figures.
    pub figures: Figures,
    /// The language, for hyphenation.
    pub lang: Lang,
    /// Whose words they are.
    pub owner: Owner,
    /// The index of the link they belong to.
    pub link: Option<usize>,
    /// The note that they call.
    pub note: Option<usize>,
    /// A tinted ground.
    pub ground: Option<Colour>,
    /// Whether a line runs under the words.
    pub underlined: bool,
    /// Whether a line runs through the words.
    pub struck: bool,
}

impl Span {
    pub(super) fn cast(&self) -> Cast {
        Cast { cut: self.cut, figures: self.figures, lang: self.lang }
    }
}

/// Words, spaces and wanted breaks, in order.
#[derive(Debug, Default)]
pub(crate) struct Text {
    pub(super) spans: Vec<Span>,
    pub(super) atoms: Vec<Atom>,
    /// The letters of the word at the end; `None` when it is longer than one.
    lone: Lone,
}

/// What a text is made of.
#[derive(Debug)]
pub(super) enum Atom {
    Word {
        word: Rc<Word>,
        span: usize,
    },
    Space {
        span: usize,
        tie: Tie,
    },
    /// A wanted break; its span owns the space that stands for it.
    Break {
        span: usize,
    },
}

/// Whether a line may break at a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    Free,
    /// No break, though the character is a plain space.
    Tied,
    /// No break: the character says so.
    NoBreak,
}

/// Whether the word at the end of a text is a single letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Lone {
    #[default]
    Empty,
    Letter,
    Longer,
}

impl Text {
    /// Adds a span and returns its index for [`Self::words`].
    pub(crate) fn span(&mut self, span: Span) -> usize {
        if self.spans.last() != Some(&span) {
            self.spans.push(span);
        }
        self.spans.len() - 1
    }

    /// Adds running text: spaces are where lines may break, many count as one.
    pub(crate) fn words(&mut self, text: &str, span: usize, shaper: &mut Shaper) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if first == '\u{A0}' {
                self.space(span, Tie::NoBreak);
                rest = &rest[first.len_utf8()..];
            } else if breaks(first) {
                self.space(span, Tie::Free);
                rest = &rest[first.len_utf8()..];
            } else {
                let end = rest.find(|next| next == '\u{A0}' || breaks(next)).unwrap_or(rest.len());
                self.word(&rest[..end], span, shaper);
                rest = &rest[end..];
            }
        }
    }

    /// Adds a text whose spaces all count; it breaks only where it must.
    pub(crate) fn literal(&mut self, text: &str, span: usize, shaper: &mut Shaper) {
        if !text.is_empty() {
            let text = text.replace('\t', "    ");
            self.word(&text, span, shaper);
        }
    }

    /// Adds a break that the author wants.
    pub(crate) fn line_break(&mut self, span: usize) {
        self.atoms.push(Atom::Break { span });
        self.lone = Lone::Empty;
    }

    fn word(&mut self, text: &str, span: usize, shaper: &mut Shaper) {
        let lang = self.spans[span].lang;
        // A dash does not start a line.
        if let (true, Some(Atom::Space { tie: tie @ Tie::Free, .. })) =
            (matches!(text, "–" | "—"), self.atoms.last_mut())
        {
            *tie = Tie::Tied;
        }
        for character in text.chars() {
            self.lone = match (self.lone, character) {
                (Lone::Empty, '(' | '„' | '"' | '[' | '«') => Lone::Empty,
                (Lone::Empty, letter) if is_lone(letter, lang) => Lone::Letter,
                _ => Lone::Longer,
            };
        }
        let word = shaper.word(text, self.spans[span].cast());
        self.atoms.push(Atom::Word { word, span });
    }

    fn space(&mut self, span: usize, tie: Tie) {
        let follows_gap = !matches!(self.atoms.last(), Some(Atom::Word { .. }));
        let tie = if tie == Tie::Free && self.lone == Lone::Letter { Tie::Tied } else { tie };
        self.lone = Lone::Empty;
        if tie != Tie::NoBreak && follows_gap {
            return;
        }
        self.atoms.push(Atom::Space { span, tie });
    }

    /// Keeps all words on one line, as those of an amount.
    pub(crate) fn tie(&mut self) {
        for atom in &mut self.atoms {
            if let Atom::Space { tie: tie @ Tie::Free, .. } = atom {
                *tie = Tie::Tied;
            }
        }
    }
}

fn breaks(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}
