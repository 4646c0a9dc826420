//! The marks that a call asks for and no file gives. In: `Wanted`. Out: a row over the title: the emblem of the Union with
//! its statement, and a named place for each other mark.

use super::composer::{Composer, Look, Scope};
use super::flow::Flow;
use super::shapes;
use super::slab::Slab;
use crate::document::Wanted;
use crate::write::emblem;
use crate::write::pdf::display::{Colour, Item, Owner, Path, Piece, Rect, Shape, Stroke};
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::Edge;

/// How high the row is.
const HIGH: f32 = 40.0;
/// Between marks.
const GAP: f32 = 18.0;

impl Composer<'_> {
    /// Lays out the row of wanted marks over the title.
    pub(super) fn wanted(&mut self, scope: &Scope, into: &mut Vec<Flow>) {
        let document = self.document;
        let wanted = &document.front.wanted;
        if wanted.is_empty() {
            return;
        }
        let width = (scope.width - GAP * (wanted.len() - 1) as f32) / wanted.len() as f32;
        let mut row = Slab { height: HIGH, after: 18.0, ..Slab::default() };
        for (at, mark) in wanted.iter().enumerate() {
            let x = scope.x + at as f32 * (width + GAP);
            match mark {
                Wanted::Emblem { alt, statement } => {
                    row.absorb(self.emblem(alt, x));
                    let beside = HIGH * emblem::LENGTH + 8.0;
                    self.words(statement, (x + beside, width - beside), scope, &mut row);
                }
                Wanted::Place(words) => {
                    row.items
                        .push(frame(Rect { x, y: 0.5, width, height: HIGH - 1.0 }, self.style.colours.muted));
                    self.words(words, (x + 8.0, width - 16.0), scope, &mut row);
                }
            }
        }
        into.push(Flow::Slab(row));
    }

    fn emblem(&mut self, alt: &str, x: f32) -> Slab {
        let element = self.element(Tag::Figure, ElementId(0));
        self.structure.elements[element.0].alt = Some(alt.to_owned());
        let area = Rect { x, y: 0.0, width: HIGH * emblem::LENGTH, height: HIGH };
        let flag = shapes::area(area, colour(emblem::BLUE));
        let stars = emblem::stars(HIGH).into_iter().map(|star| {
            let corner = |(at, &(across, down)): (usize, &(f32, f32))| match at {
                0 => Piece::Move(x + across, down),
                _ => Piece::Line(x + across, down),
            };
            let pieces = star.iter().enumerate().map(corner).chain([Piece::Close]).collect();
            Shape::Path(Path { pieces, fill: Some(colour(emblem::YELLOW)), stroke: None })
        });
        let shapes = std::iter::once(flag.shape).chain(stars);
        let items = shapes.map(|shape| Item { owner: Owner::Element(element), shape }).collect();
        Slab { items, figures: vec![(element, area)], ..Slab::default() }
    }

    /// Sets words in the middle of the row's height.
    fn words(&mut self, words: &str, (x, width): (f32, f32), scope: &Scope, row: &mut Slab) {
        let element = self.element(Tag::Paragraph, ElementId(0));
        let size = self.style.sizes.table;
        let look = Look { size, edge: Edge::Left, hyphens: false, ..scope.look };
        let lines = self.plain_slabs(words, &Scope { x, width, look, ..*scope }, Owner::Element(element));
        let height: f32 = lines.iter().map(|line| line.height).sum();
        let mut y = (HIGH - height) / 2.0;
        for mut line in lines {
            line.shift(0.0, y);
            y += line.height;
            row.absorb(line);
        }
    }
}

fn colour([red, green, blue]: [u8; 3]) -> Colour {
    Colour { red, green, blue }
}

/// Returns a dashed frame.
fn frame(Rect { x, y, width, height }: Rect, colour: Colour) -> Item {
    let mut item = shapes::area(Rect { x, y, width, height }, colour);
    if let Shape::Path(path) = &mut item.shape {
        path.fill = None;
        path.stroke = Some(Stroke { colour, width: 0.7, dash: vec![3.0, 2.0] });
    }
    item
}
