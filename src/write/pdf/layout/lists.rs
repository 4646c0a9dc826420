//! Lists and definitions. In: `List`, `Definition`s. Out: flow, and L / LI / Lbl / LBody.

use super::composer::{Composer, Look, Scope, flow, slabs, space};
use super::flow::Flow;
use super::slab::Slab;
use crate::document::{Block, Definition, List};
use crate::write::pdf::display::Owner;
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::{Edge, Figures};

/// The bullets by depth; deeper lists begin again.
const BULLETS: [&str; 4] = ["•", "–", "◦", "▪"];

impl Composer<'_> {
    pub(super) fn list(&mut self, list: &List, scope: &Scope, into: &mut Vec<Flow>) {
        let parent = self.element(Tag::List { by: list.start.map(|_| list.numbering.by) }, scope.parent);
        let look = Look { edge: Edge::Left, figures: Figures::Tabular, hyphens: false, ..scope.look };
        let labels = (0..list.items.len()).filter_map(|item| list.label(item));
        let widest = labels.map(|label| self.wide(&label, &look)).fold(0.0, f32::max);
        let indent = (widest + scope.look.size * 0.55).max(scope.look.size * 1.55);
        let start = into.len();
        for (index, item) in list.items.iter().enumerate() {
            let label = list.label(index).unwrap_or_else(|| BULLETS[scope.depth % BULLETS.len()].to_owned());
            let entry = self.element(Tag::ListItem, parent);
            let lead = self.element(Tag::Label, entry);
            let body = self.element(Tag::ListBody, entry);
            let indented = scope.indented(indent);
            let gap = if list.tight { 0.22 } else { 0.5 };
            let inside = Scope { parent: body, depth: scope.depth + 1, gap, ..indented };
            let mut pieces = self.item(item, &inside);
            // Bullets and numbers end at the same distance from the words.
            let room = indent - scope.look.size * 0.55;
            let right = scope.x + if indented.x > scope.x { room } else { 0.0 };
            self.label(&label, lead, right, &look, &mut pieces);
            if let Some(Flow::Slab(last)) = pieces.last_mut() {
                last.after = scope.look.size * gap;
            }
            into.append(&mut pieces);
        }
        if let Some(Flow::Slab(last)) = into[start..].last_mut() {
            last.after = scope.look.size * scope.gap;
        }
    }

    /// Lays out an item; a lone paragraph needs no element of its own.
    fn item(&mut self, blocks: &[Block], scope: &Scope) -> Vec<Flow> {
        let mut pieces = Vec::new();
        match blocks {
            [Block::Paragraph(content)] => {
                self.paragraph(content, scope.parent, scope, &mut pieces);
                self.waiting_notes(scope.parent);
            }
            _ => self.blocks(blocks, scope, &mut pieces),
        }
        pieces
    }

    /// Puts a label beside the first line of an item.
    fn label(&mut self, label: &str, owner: ElementId, right: f32, look: &Look, pieces: &mut Vec<Flow>) {
        let width = self.wide(label, look);
        let text = self.plain(label, look, Owner::Element(owner));
        let lines = self.lines(&text, width + 1.0, look);
        let Some(mut line) = slabs(lines, right - width).into_iter().next() else { return };
        match pieces.first_mut() {
            Some(Flow::Slab(first)) if first.baseline > 0.0 => {
                line.shift(0.0, first.baseline - line.baseline);
                line.absorb(Slab { items: std::mem::take(&mut first.items), ..Slab::default() });
                first.items = line.items;
            }
            _ => {
                line.keep = !pieces.is_empty();
                pieces.insert(0, Flow::Slab(line));
            }
        }
    }

    /// Returns the width of words on one line.
    pub(super) fn wide(&mut self, words: &str, look: &Look) -> f32 {
        let text = self.plain(words, look, Owner::Artifact(crate::write::pdf::display::Artifact::Layout));
        text.extent(&mut self.shaper).most()
    }

    pub(super) fn definitions(&mut self, definitions: &[Definition], scope: &Scope, into: &mut Vec<Flow>) {
        let list = self.element(Tag::List { by: None }, scope.parent);
        for definition in definitions {
            let entry = self.element(Tag::ListItem, list);
            let term = self.element(Tag::Label, entry);
            let look = Look { cut: Cut::Bold, edge: Edge::Left, ..scope.look };
            let text = self.text(&definition.term, &look, term);
            let lines = self.lines(&text, scope.width, &look);
            let mut set = slabs(lines, scope.x);
            for slab in &mut set {
                slab.keep = true;
            }
            space(&mut set, scope.look.size * 0.3, scope.look.size * 0.1);
            flow(set, into);
            let body = self.element(Tag::ListBody, entry);
            // A note called by the term may not stand between label and body.
            self.waiting_notes(body);
            let inside = Scope { parent: body, ..scope.indented(scope.look.size * 1.55) };
            for meaning in &definition.meanings {
                let mut pieces = self.item(meaning, &inside);
                into.append(&mut pieces);
            }
        }
    }
}
