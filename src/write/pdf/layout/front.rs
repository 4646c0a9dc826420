//! The title: a page of its own or the head of the first page. In: `Front`. Out: flow.

use super::blocks::behind;
use super::composer::{Composer, Look, Scope, flow, space};
use super::flow::Flow;
use super::shapes;
use super::slab::{Backdrop, Slab};
use crate::document::{Block, Break};
use crate::write::pdf::display::Owner;
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::Edge;

impl Composer<'_> {
    /// Lays out the title with everything that stands by it.
    pub(super) fn front(&mut self) -> Vec<Flow> {
        let contents = self.document.blocks.iter().any(|block| matches!(block, Block::Contents));
        self.has_cover = contents;
        let body = self.body();
        let scope = Scope { look: Look { edge: Edge::Left, hyphens: false, ..body.look }, ..body };
        let mut into = Vec::new();
        self.marks(&scope, &mut into);
        self.wanted(&scope, &mut into);
        if self.has_cover {
            let above = self.frame_height(self.direction) * if into.is_empty() { 0.26 } else { 0.16 };
            into.push(Flow::Slab(Slab { height: above, keep: true, ..Slab::default() }));
        }
        self.title(&scope, &mut into);
        self.facts(&scope, &mut into);
        self.by_line(&scope, &mut into);
        self.notices(&scope, &mut into);
        if self.has_cover {
            into.push(Flow::Break(Break::Always));
        } else if !into.is_empty() {
            into.push(Flow::Slab(Slab { height: 0.0, after: 14.0, ..Slab::default() }));
        }
        into
    }

    fn title(&mut self, scope: &Scope, into: &mut Vec<Flow>) {
        let (title, subtitle) = (&self.document.title, &self.document.front.subtitle);
        let size = if self.has_cover { self.style.sizes.title } else { self.style.sizes.title * 0.84 };
        let colours = self.style.colours;
        if !title.trim().is_empty() {
            let element = self.element(Tag::Heading(1), ElementId(0));
            let look = Look { cut: Cut::Bold, size, colour: colours.accent, ..scope.look };
            let mut set = self.plain_slabs(title, &Scope { look, ..*scope }, Owner::Element(element));
            set.iter_mut().for_each(|slab| {
                // Large letters need less air between lines.
                slab.height *= 0.86;
                slab.shift(0.0, -slab.height * 0.06);
                slab.keep = true;
            });
            space(&mut set, 12.0, 6.0);
            flow(set, into);
        }
        if !subtitle.trim().is_empty() {
            let look = Look { size: size * 0.56, colour: colours.muted, ..scope.look };
            self.front_line(subtitle, &Scope { look, ..*scope }, 8.0, into);
        }
        if !title.trim().is_empty() {
            let rule = shapes::rule(0.0, 64.0, 1.2, 2.4, colours.accent);
            into.push(Flow::Slab(Slab {
                height: 2.4,
                before: 8.0,
                after: 16.0,
                items: vec![rule],
                keep: true,
                ..Slab::default()
            }));
        }
    }

    fn facts(&mut self, scope: &Scope, into: &mut Vec<Flow>) {
        let facts = &self.document.front.facts;
        if facts.is_empty() {
            return;
        }
        let label_look = Look { colour: self.style.colours.muted, ..scope.look };
        let widest = facts.iter().map(|(label, _)| self.wide(label, &label_look)).fold(0.0, f32::max);
        let column = (widest + 14.0).min(scope.width * 0.42);
        let list = self.element(Tag::List { by: None }, ElementId(0));
        for (label, value) in facts {
            let entry = self.element(Tag::ListItem, list);
            let (lead, body) = (self.element(Tag::Label, entry), self.element(Tag::ListBody, entry));
            let left = Scope { width: column - 10.0, look: label_look, ..*scope };
            let right = Scope { x: scope.x + column, width: scope.width - column, ..*scope };
            let cells = [
                self.plain_slabs(label, &left, Owner::Element(lead)),
                self.plain_slabs(value, &right, Owner::Element(body)),
            ];
            into.push(Flow::Row(self.plain_row(cells.map(Into::into).into(), 3.0)));
        }
    }

    fn by_line(&mut self, scope: &Scope, into: &mut Vec<Flow>) {
        let front = &self.document.front;
        for (index, author) in front.authors.iter().enumerate() {
            let look = Look { cut: Cut::Bold, ..scope.look };
            let before = if index == 0 { 16.0 } else { 2.0 };
            self.front_line(author, &Scope { look, ..*scope }, before, into);
        }
        if !front.date_words.trim().is_empty() {
            let look = Look { colour: self.style.colours.muted, ..scope.look };
            self.front_line(&front.date_words, &Scope { look, ..*scope }, 8.0, into);
        }
    }

    fn notices(&mut self, scope: &Scope, into: &mut Vec<Flow>) {
        for notice in &self.document.front.notices {
            let element = self.element(Tag::Paragraph, ElementId(0));
            let inside = Scope { x: scope.x + 10.0, width: scope.width - 20.0, ..*scope };
            let mut set = self.plain_slabs(notice, &inside, Owner::Element(element));
            space(&mut set, 22.0, 12.0);
            let ground = Backdrop {
                number: self.new_backdrop(),
                x: scope.x,
                width: scope.width,
                pad: 6.0,
                fill: self.style.colours.gap_ground,
            };
            let mut pieces = Vec::new();
            flow(set, &mut pieces);
            behind(&mut pieces, ground);
            into.append(&mut pieces);
        }
    }

    fn front_line(&mut self, words: &str, scope: &Scope, before: f32, into: &mut Vec<Flow>) {
        let element = self.element(Tag::Paragraph, ElementId(0));
        let mut set = self.plain_slabs(words, scope, Owner::Element(element));
        space(&mut set, before, 2.0);
        flow(set, into);
    }
}
