//! Places to sign, two side by side. In: `Signature`s. Out: rows that no page break cuts.

use std::collections::VecDeque;

use super::composer::{Composer, Look, Scope, space};
use super::flow::Flow;
use super::row::{Row, stack};
use super::shapes;
use super::slab::{Slab, WISH};
use crate::document::Signature;
use crate::write::pdf::display::{Field, Owner, Rect};
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::Edge;

/// Between two places side by side.
const GUTTER: f32 = 28.0;

impl Composer<'_> {
    pub(super) fn signatures(&mut self, signatures: &[&Signature], scope: &Scope, flow: &mut Vec<Flow>) {
        let two = scope.width >= 300.0;
        let width = if two { (scope.width - GUTTER) / 2.0 } else { scope.width.min(260.0) };
        let place = |index: usize| Scope { x: scope.x + index as f32 * (width + GUTTER), width, ..*scope };
        let start = flow.len();
        for pair in signatures.chunks(if two { 2 } else { 1 }) {
            let cells = match pair {
                // Who signs alone has the lines to sign on beside the name.
                [one] if two => self.signature(one, &place(0), &place(1)).into(),
                _ => {
                    let places = pair.iter().enumerate();
                    level(places.map(|(at, one)| self.signature(one, &place(at), &place(at))).collect())
                }
            };
            let mut row = self.plain_row(cells, 10.0);
            (row.before, row.after) = (12.0, 12.0);
            flow.push(Flow::Row(row));
        }
        // All who sign stand on one page, if that leaves no hole.
        let last = flow.len().saturating_sub(1).max(start);
        for piece in &mut flow[start..last] {
            if let Flow::Row(row) = piece {
                (row.keep, row.wish) = (true, WISH);
            }
        }
    }

    /// Returns a row without lines that a page break does not cut.
    pub(super) fn plain_row(&self, cells: Vec<VecDeque<Slab>>, after: f32) -> Row {
        Row {
            cells,
            pad: 0.0,
            before: 0.0,
            after,
            keep: false,
            wish: 0.0,
            table: None,
            head: false,
            splits: false,
            x: 0.0,
            width: 0.0,
            fill: None,
            grounds: Vec::new(),
            rule: None,
        }
    }

    /// Returns who signs, and the lines to sign on.
    fn signature(&mut self, signature: &Signature, scope: &Scope, beside: &Scope) -> [VecDeque<Slab>; 2] {
        let Signature { party, name, function, mandate, place_label, sign_label } = signature;
        let parent = self.element(Tag::Div, scope.parent);
        let size = scope.look.size * 0.94;
        let look = Look { size, edge: Edge::Left, hyphens: true, ..scope.look };
        let bold = Look { cut: Cut::Bold, ..look };
        let small = Look { size: self.style.sizes.small, colour: self.style.colours.muted, ..look };
        let (mut who, mut lines) = (VecDeque::new(), VecDeque::new());
        let here = Scope { parent, ..*scope };
        for (words, look) in [(party, bold), (name, look), (function, look), (mandate, small)] {
            self.signature_line(words, &Scope { look, ..here }, &mut who);
            let to_fill = std::ptr::eq(words, name) || std::ptr::eq(words, function);
            if words.trim().is_empty() && to_fill {
                who.push_back(self.blank(scope, 18.0));
            }
        }
        for (label, room) in [(place_label, 24.0), (sign_label, 32.0)] {
            if !label.trim().is_empty() {
                let mut blank = self.blank(beside, room);
                if std::ptr::eq(label, sign_label) {
                    blank.fields.push(self.field(signature, parent, beside, room));
                }
                lines.push_back(blank);
                self.signature_line(label, &Scope { parent, look: small, ..*beside }, &mut lines);
            }
        }
        [who, lines]
    }

    /// Returns the field for an electronic signature above the line to sign on.
    fn field(&mut self, signature: &Signature, parent: ElementId, scope: &Scope, room: f32) -> Field {
        let Signature { party, name, function, sign_label, .. } = signature;
        let joined = |parts: &[&String]| {
            let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        };
        // The label alone would name all of them alike.
        let name_of = joined(&[party, name]);
        Field {
            area: Rect { x: scope.x, y: 1.0, width: scope.width, height: room - 4.0 },
            element: self.element(Tag::Form, parent),
            name: if name_of.is_empty() { sign_label.trim().to_owned() } else { name_of },
            says: joined(&[sign_label, name, function, party]),
        }
    }

    fn signature_line(&mut self, words: &str, scope: &Scope, slabs: &mut VecDeque<Slab>) {
        if words.trim().is_empty() {
            return;
        }
        let element = self.element(Tag::Paragraph, scope.parent);
        let mut set = self.plain_slabs(words, scope, Owner::Element(element));
        space(&mut set, 0.0, 1.5);
        slabs.extend(set);
    }

    /// Returns a dotted line to write on.
    fn blank(&self, scope: &Scope, height: f32) -> Slab {
        let line = shapes::dots(scope.x, scope.x + scope.width, height - 2.0, self.style.colours.ink);
        Slab { height, items: vec![line], ..Slab::default() }
    }
}

/// Puts the lines to sign on at one height.
fn level(places: Vec<[VecDeque<Slab>; 2]>) -> Vec<VecDeque<Slab>> {
    let highest = places.iter().map(|[who, _]| stack(who)).fold(0.0, f32::max);
    let leveled = places.into_iter().map(|[mut who, mut lines]| {
        let spare = highest - stack(&who);
        if spare > 0.0 {
            who.push_back(Slab { height: spare, ..Slab::default() });
        }
        who.append(&mut lines);
        who
    });
    leveled.collect()
}
