//! What stands inside a line. In: `Inlines`, whose they are. Out: `Text` and the elements of its parts.
//!
//! Once a paragraph has a link, a note or a foreign word, all its words stand in elements of their own, so
//! that the order of reading is that of the tree.

use super::composer::{Composer, Goal, GoalTarget, Look};
use crate::document::{Inline, NoteId, plain};
use crate::lang::Lang;
use crate::write::pdf::display::{Artifact, Owner};
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::{Span, Text};

/// Whose words they are.
struct Leaf {
    parent: ElementId,
    /// Whether words need an element of their own inside the parent.
    wrapped: bool,
    /// The element that plain words go on in.
    current: Option<ElementId>,
}

/// What marks words apart from their look.
#[derive(Clone, Copy, Default)]
struct Marks {
    link: Option<usize>,
    foreign: Option<Lang>,
    struck: bool,
    literal: bool,
    gap: bool,
}

impl Composer<'_> {
    /// Returns inline content as a text; `parent` owns it.
    pub(super) fn text(&mut self, content: &[Inline], look: &Look, parent: ElementId) -> Text {
        let mut text = Text::default();
        let mut leaf = Leaf { parent, wrapped: self.parts(content), current: None };
        self.inlines(content, *look, Marks::default(), &mut leaf, &mut text);
        text
    }

    /// Returns inline content as a text whose first line looks otherwise than the rest.
    pub(super) fn text_led(
        &mut self,
        content: &[Inline],
        lead: &Look,
        rest: &Look,
        parent: ElementId,
    ) -> Text {
        let first =
            content.iter().position(|inline| matches!(inline, Inline::Break)).unwrap_or(content.len());
        let mut text = Text::default();
        let mut leaf = Leaf { parent, wrapped: self.parts(content), current: None };
        self.inlines(&content[..first], *lead, Marks::default(), &mut leaf, &mut text);
        self.inlines(&content[first..], *rest, Marks::default(), &mut leaf, &mut text);
        text
    }

    /// Returns inline content as words without elements, to be measured and thrown away.
    pub(super) fn rough(&mut self, content: &[Inline], look: &Look) -> Text {
        let mut text = Text::default();
        self.rough_into(content, *look, &mut text);
        text
    }

    fn rough_into(&mut self, content: &[Inline], look: Look, text: &mut Text) {
        for inline in content {
            match inline {
                Inline::Strong(inner) => {
                    self.rough_into(inner, Look { cut: look.cut.bold(), ..look }, text);
                }
                Inline::Emphasis(inner) => {
                    self.rough_into(inner, Look { cut: look.cut.slanted(), ..look }, text);
                }
                Inline::Strike(inner)
                | Inline::Link { content: inner, .. }
                | Inline::Image { alt: inner, .. }
                | Inline::From { content: inner, .. }
                | Inline::Foreign { content: inner, .. } => self.rough_into(inner, look, text),
                Inline::Break => {
                    let span = text.span(self.span(&look, Owner::Artifact(Artifact::Layout)));
                    text.line_break(span);
                }
                Inline::Note(_) => {
                    let span = text.span(self.span(&look, Owner::Artifact(Artifact::Layout)));
                    text.words("0", span, &mut self.shaper);
                }
                Inline::Text(words) | Inline::Code(words) | Inline::Gap(words) => {
                    let span = text.span(self.span(&look, Owner::Artifact(Artifact::Layout)));
                    text.words(words, span, &mut self.shaper);
                }
                Inline::SoftBreak => {
                    let span = text.span(self.span(&look, Owner::Artifact(Artifact::Layout)));
                    text.words(" ", span, &mut self.shaper);
                }
            }
        }
    }

    /// Returns whether content has parts that need elements.
    fn parts(&self, content: &[Inline]) -> bool {
        content.iter().any(|inline| match inline {
            Inline::Link { href, content, .. } => self.goal(href).is_some() || self.parts(content),
            Inline::Image { src, alt, .. } => self.goal(src).is_some() || self.parts(alt),
            Inline::Note(_) | Inline::Foreign { .. } => true,
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strike(inner)
            | Inline::From { content: inner, .. } => self.parts(inner),
            _ => false,
        })
    }

    fn goal(&self, href: &str) -> Option<GoalTarget> {
        match href.strip_prefix('#') {
            Some(anchor) => self.anchors.get(anchor).copied().map(GoalTarget::Anchor),
            None if href.is_empty() => None,
            None => Some(GoalTarget::Uri(href.to_owned())),
        }
    }

    fn inlines(&mut self, content: &[Inline], look: Look, marks: Marks, leaf: &mut Leaf, text: &mut Text) {
        for (index, inline) in content.iter().enumerate() {
            match inline {
                Inline::Text(words) => {
                    #[cfg(test)]
                    let words = &*crate::planted::passed(crate::planted::Stage::Layout, words);
                    self.leaf(words, &look, marks, leaf, text);
                }
                Inline::SoftBreak => self.leaf(" ", &look, marks, leaf, text),
                Inline::Code(words) => {
                    self.leaf(words, &look, Marks { literal: true, ..marks }, leaf, text);
                }
                Inline::Gap(words) => {
                    let look = Look { cut: look.cut.bold(), ..look };
                    self.leaf(words, &look, Marks { gap: true, ..marks }, leaf, text);
                }
                Inline::Strong(inner) => {
                    self.inlines(inner, Look { cut: look.cut.bold(), ..look }, marks, leaf, text);
                }
                Inline::Emphasis(inner) => {
                    self.inlines(inner, Look { cut: look.cut.slanted(), ..look }, marks, leaf, text);
                }
                Inline::Strike(inner) => {
                    self.inlines(inner, look, Marks { struck: true, ..marks }, leaf, text);
                }
                Inline::Link { href, title, content } => {
                    self.link(href, title, content, look, marks, leaf, text);
                }
                Inline::Image { src, title, alt } => {
                    let look = Look { cut: look.cut.slanted(), ..look };
                    self.link(src, title, alt, look, marks, leaf, text);
                }
                Inline::From { content, .. } => self.inlines(content, look, marks, leaf, text),
                Inline::Foreign { lang, content } => {
                    leaf.current = None;
                    let element = self.element(Tag::Span, leaf.parent);
                    self.structure.elements[element.0].lang = Some(*lang);
                    let foreign = Some(*lang);
                    let mut inner = Leaf { parent: element, wrapped: self.parts(content), current: None };
                    self.inlines(content, look, Marks { foreign, ..marks }, &mut inner, text);
                }
                Inline::Note(note) => {
                    let again = index > 0 && matches!(content[index - 1], Inline::Note(_));
                    self.call(*note, again, &look, leaf, text);
                }
                Inline::Break => {
                    let span = self.leaf_span(&look, marks, leaf, text);
                    text.line_break(span);
                }
            }
        }
    }

    fn leaf(&mut self, words: &str, look: &Look, marks: Marks, leaf: &mut Leaf, text: &mut Text) {
        let span = self.leaf_span(look, marks, leaf, text);
        text.words(words, span, &mut self.shaper);
    }

    /// Returns the span that plain words go on in.
    fn leaf_span(&mut self, look: &Look, marks: Marks, leaf: &mut Leaf, text: &mut Text) -> usize {
        let owner = if leaf.wrapped {
            let current = leaf.current.unwrap_or_else(|| self.element(Tag::Span, leaf.parent));
            leaf.current = Some(current);
            current
        } else {
            leaf.parent
        };
        let mut style = self.span(look, Owner::Element(owner));
        self.mark(&mut style, marks);
        text.span(style)
    }

    fn mark(&self, span: &mut Span, marks: Marks) {
        let colours = &self.style.colours;
        if let Some(lang) = marks.foreign {
            span.lang = lang;
        }
        if marks.link.is_some() {
            span.link = marks.link;
            span.colour = colours.link;
            span.underlined = true;
        }
        if marks.literal {
            span.ground = Some(colours.tint);
        }
        if marks.gap {
            span.ground = Some(colours.gap_ground);
            span.colour = colours.gap;
        }
        span.struck = marks.struck;
    }

    #[expect(clippy::too_many_arguments, reason = "a link's own parts and where it stands")]
    fn link(
        &mut self,
        href: &str,
        title: &str,
        content: &[Inline],
        look: Look,
        marks: Marks,
        leaf: &mut Leaf,
        text: &mut Text,
    ) {
        // A link inside a link leads where the outer one does.
        let Some(target) = self.goal(href).filter(|_| marks.link.is_none()) else {
            return self.inlines(content, look, marks, leaf, text);
        };
        leaf.current = None;
        let element = self.element(Tag::Link, leaf.parent);
        let words = plain(content);
        let contents = match (words.trim().is_empty(), title.is_empty()) {
            (false, true) => words,
            (false, false) => format!("{words} ({title})"),
            (true, _) => href.to_owned(),
        };
        self.links.push(Goal { element, target, contents });
        let marks = Marks { link: Some(self.links.len() - 1), ..marks };
        let mut inner = Leaf { parent: element, wrapped: self.parts(content), current: None };
        if plain(content).trim().is_empty() {
            // A link without words shows its address.
            self.leaf(href, &look, marks, &mut inner, text);
        } else {
            self.inlines(content, look, marks, &mut inner, text);
        }
    }

    /// Sets the mark of a footnote; the first one brings the note itself along.
    fn call(&mut self, NoteId(note): NoteId, again: bool, look: &Look, leaf: &mut Leaf, text: &mut Text) {
        let Some(called) = self.called.get_mut(note) else { return };
        let first = !std::mem::replace(called, true);
        leaf.current = None;
        let reference = self.element(Tag::Reference, leaf.parent);
        let element = self.element(Tag::Link, reference);
        let number = (note + 1).to_string();
        let contents = format!("{} {number}", self.document.lang.pick("przypis", "note"));
        let target = GoalTarget::Anchor(self.note_anchor(note));
        self.links.push(Goal { element, target, contents });
        let rise = look.size * 0.34;
        let raised = Look { size: look.size * 0.66, ..*look };
        if again {
            // Two marks side by side must not read as one number.
            let comma = Span { rise, ..self.span(&raised, Owner::Artifact(Artifact::Layout)) };
            let span = text.span(comma);
            text.words(",", span, &mut self.shaper);
        }
        let mark = Span {
            rise,
            colour: self.style.colours.link,
            link: Some(self.links.len() - 1),
            note: first.then_some(note),
            ..self.span(&raised, Owner::Element(element))
        };
        let span = text.span(mark);
        text.words(&number, span, &mut self.shaper);
        if first {
            self.waiting.push(note);
        }
    }
}
