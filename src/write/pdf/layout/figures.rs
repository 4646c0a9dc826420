//! Charts and pictures. In: a `Figure`. Out: slabs, Figure elements with alt text and bounds.

use std::cell::RefCell;
use std::sync::Arc;

use super::composer::{Composer, Look, Scope};
use super::flow::Flow;
use super::shapes;
use super::slab::{self, Direction, Slab, WISH};
use super::tables::turn;
use crate::document::{Drawing, Figure, Header, Picture, header};
use crate::write::chart::{self, Frame, Scene, Weight};
use crate::write::pdf::display::{Item, Owner, Rect, Shape};
use crate::write::pdf::drawing::{self, own_colour};
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::text::{Edge, Figures};

/// The height of a mark in the row over the title.
const MARK: f32 = 44.0;
/// How much smaller a chart is drawn where it would leave a hole: its letters stay above 7 points.
const SMALLER: f32 = 0.84;

impl Composer<'_> {
    pub(super) fn figure(&mut self, figure: &Figure, scope: &Scope, into: &mut Vec<Flow>) {
        let wide = self.wants_width(&figure.drawing, scope);
        let turned = wide && self.direction == Direction::Upright;
        let scope = if turned {
            turn(into, Direction::Sideways);
            Scope { x: 0.0, width: self.frame_width(Direction::Sideways), ..*scope }
        } else {
            *scope
        };
        let parent = self.element(Tag::Div, scope.parent);
        let scope = Scope { parent, ..scope };
        let direction = if turned { Direction::Sideways } else { self.direction };
        self.caption(&figure.caption, parent, &scope, into);
        // Room for the caption and a heading on the same page.
        let height = match scope.inside {
            // A cell may stand on a page that lies, below header rows.
            true => self.frame_height(Direction::Sideways) * 0.35,
            false => self.frame_height(direction) - 90.0,
        };
        self.chart(&figure.drawing, &figure.alt, &scope, height, into);
        if turned {
            into.push(Flow::Turn(self.direction));
        }
    }

    fn chart_frame<T>(&mut self, width: f32, part: f32, then: impl FnOnce(&Frame) -> T) -> T {
        let (size, lang) = (self.style.sizes.table * part, self.document.lang);
        let shaper = RefCell::new(&mut self.shaper);
        let measure = |words: &str, size: f32, weight: Weight| {
            shaper.borrow_mut().width(words, cut(weight), Figures::Tabular, lang) * size
        };
        then(&Frame { width, size, lang, measure: &measure })
    }

    fn wants_width(&mut self, drawing: &Drawing, scope: &Scope) -> bool {
        if scope.inside {
            return false;
        }
        self.chart_frame(scope.width, 1.0, |frame| chart::least_width(drawing, frame) > scope.width)
    }

    fn chart(&mut self, drawing: &Drawing, alt: &str, scope: &Scope, height: f32, into: &mut Vec<Flow>) {
        let mut scenes =
            |part| self.chart_frame(scope.width, part, |frame| chart::scenes(drawing, frame, height));
        let drawn = scenes(1.0);
        // A low chart leaves no hole.
        let high = drawn.iter().any(|scene| scene.height > WISH * height);
        let (scenes, small) = (drawn, if high { scenes(SMALLER) } else { Vec::new() });
        for (index, scene) in scenes.iter().enumerate() {
            let alt = match index {
                0 => alt.to_owned(),
                _ => format!("{}: {alt}", self.document.lang.pick("Ciąg dalszy", "Continued")),
            };
            let element = self.element(Tag::Figure, scope.parent);
            self.structure.elements[element.0].alt = Some(alt);
            let mut slab = self.drawn(scene, element, scope);
            if let ([_], [small], false) = (scenes.as_slice(), small.as_slice(), scope.inside) {
                slab.smaller = Some(Box::new(self.drawn(small, element, scope)));
            }
            into.push(Flow::Slab(slab));
        }
    }

    fn drawn(&mut self, scene: &Scene, element: ElementId, scope: &Scope) -> Slab {
        let mut slab = self.scene(scene, element);
        slab.shift(scope.x, 0.0);
        let bounds = Rect { x: scope.x, y: 0.0, width: scene.width, height: scene.height };
        slab.figures.push((element, bounds));
        (slab.before, slab.after) = (6.0, 10.0);
        slab
    }

    fn scene(&mut self, scene: &Scene, element: ElementId) -> Slab {
        let mut slab = Slab { height: scene.height, ..Slab::default() };
        let owner = Owner::Element(element);
        for shape in &scene.shapes {
            match shape {
                chart::Shape::Path(path) => {
                    slab.items.push(Item {
                        owner,
                        shape: Shape::Path(drawing::path(path, (0.0, 0.0), &own_colour)),
                    });
                }
                chart::Shape::Text(text) => self.scene_text(text, owner, &mut slab.items),
            }
        }
        slab
    }

    fn scene_text(&mut self, text: &chart::Text, owner: Owner, items: &mut Vec<Item>) {
        let look = Look {
            cut: cut(text.weight),
            size: text.size,
            colour: own_colour(text.role),
            edge: Edge::Left,
            figures: Figures::Tabular,
            hyphens: false,
        };
        for (index, line) in text.lines.iter().enumerate() {
            let hyphenated = line.ends_with('\u{AD}');
            let words = line.trim_end_matches('\u{AD}');
            let y = text.y + index as f32 * text.leading;
            let mut right = text.x;
            for (part, said) in [(words, None), ("-", hyphenated.then_some("\u{AD}"))] {
                if part == "-" && said.is_none() {
                    continue;
                }
                let set = self.plain(part, &look, owner);
                for line in self.lines(&set, 10_000.0, &look) {
                    let (baseline, end) = (line.baseline, line.right);
                    for mut item in line.items {
                        slab::shift(&mut item, right, y - baseline);
                        if let (Shape::Glyphs(run), Some(said)) = (&mut item.shape, said) {
                            run.actual_text = Some(said.to_owned());
                        }
                        items.push(item);
                    }
                    right += end;
                }
            }
        }
    }

    /// Returns a picture no wider and no higher than it may be; its pixels are 96 to the inch.
    fn picture(&mut self, picture: &Picture, alt: &str, scope: &Scope, most: (f32, f32)) -> Slab {
        let element = self.element(Tag::Figure, scope.parent);
        self.structure.elements[element.0].alt = Some(alt.to_owned());
        let Some(Header { width, height, .. }) = header(&picture.bytes) else {
            return self.stand_in(alt, element, scope);
        };
        let (width, height) = (width as f32, height as f32);
        let factor = (most.0 / width).min(most.1 / height).min(0.75);
        let area = Rect { x: scope.x, y: 0.0, width: width * factor, height: height * factor };
        let known = self.pictures.iter().position(|known| **known == picture.bytes);
        let index = known.unwrap_or_else(|| {
            self.pictures.push(Arc::new(picture.bytes.clone()));
            self.pictures.len() - 1
        });
        Slab {
            height: area.height,
            before: 6.0,
            after: 8.0,
            items: vec![Item { owner: Owner::Element(element), shape: Shape::Picture { index, area } }],
            figures: vec![(element, area)],
            ..Slab::default()
        }
    }

    /// Returns a box with the alt text, for a picture that cannot be read.
    fn stand_in(&mut self, alt: &str, element: ElementId, scope: &Scope) -> Slab {
        let inside = Scope { x: scope.x + 8.0, width: scope.width - 16.0, ..*scope };
        let lines = self.plain_slabs(alt, &inside, Owner::Element(element));
        let height = lines.iter().map(|line| line.height).sum::<f32>() + 16.0;
        let area = Rect { x: scope.x, y: 0.0, width: scope.width, height };
        let mut slab = Slab { height, before: 6.0, after: 8.0, ..Slab::default() };
        slab.items.push(shapes::area(area, self.style.colours.tint));
        let mut y = 8.0;
        for mut line in lines {
            line.shift(0.0, y);
            y += line.height;
            slab.absorb(line);
        }
        slab.figures.push((element, area));
        slab
    }

    /// Lays out the row of logos and funding marks over the title.
    pub(super) fn marks(&mut self, scope: &Scope, into: &mut Vec<Flow>) {
        let document = self.document;
        let marks = &document.front.marks;
        let shown: Vec<Slab> = marks
            .iter()
            .map(|mark| self.picture(mark, &mark.alt, scope, (scope.width / marks.len() as f32, MARK)))
            .collect();
        let wide: f32 = shown.iter().flat_map(|slab| &slab.figures).map(|(_, area)| area.width).sum();
        let gap = match shown.len() {
            0 => return,
            1 => 0.0,
            count => ((scope.width - wide) / (count - 1) as f32).clamp(0.0, 48.0),
        };
        let height = shown.iter().map(|slab| slab.height).fold(0.0, f32::max);
        let mut row = Slab { height, after: 18.0, ..Slab::default() };
        let mut x = 0.0;
        for mut mark in shown {
            let width = mark.figures.first().map_or(0.0, |(_, area)| area.width);
            mark.shift(x, (height - mark.height) / 2.0);
            x += width + gap;
            row.absorb(mark);
        }
        into.push(Flow::Slab(row));
    }
}

fn cut(weight: Weight) -> Cut {
    match weight {
        Weight::Regular => Cut::Regular,
        Weight::Bold => Cut::Bold,
    }
}
