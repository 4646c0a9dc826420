//! What a drawing is made of. In: nothing (built by the chart kinds). Out: `Scene`, printed by writers.
//!
//! Two shapes are enough: paths and text. The origin is the upper left corner, y grows downwards, and
//! the unit is that of the frame: points in a PDF, pixels in HTML.

use super::Role;

/// A finished drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What is drawn, the lowest first; the texts among them stand in reading order.
    pub shapes: Vec<Shape>,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Lines and areas.
    Path(Path),
    /// Words.
    Text(Text),
}

/// A path, filled or stroked or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Its pieces.
    pub pieces: Vec<Piece>,
    /// The fill; `None` for none.
    pub fill: Option<Role>,
    /// The stroke; `None` for none.
    pub stroke: Option<Stroke>,
}

/// A piece of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// Lift the pen and start here.
    Move(f32, f32),
    /// A line to here.
    Line(f32, f32),
    /// A Bézier curve over two control points to here.
    Curve([f32; 6]),
    /// A line back to the start.
    Close,
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub role: Role,
    /// Its width.
    pub width: f32,
    /// Whether it is broken.
    pub dash: Dash,
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    #[default]
    Solid,
    /// Into dashes.
    Dashed,
}

/// Words, on one line or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where its lines start.
    pub x: f32,
    /// The first baseline.
    pub y: f32,
    /// The lines. One broken at a space keeps the space, so that all of them joined give the text; one
    /// broken by hyphenation ends in U+00AD, shown as a hyphen and no part of the text.
    pub lines: Vec<String>,
    /// The font size.
    pub size: f32,
    /// From baseline to baseline.
    pub leading: f32,
    /// Regular or bold.
    pub weight: Weight,
    /// The colour.
    pub role: Role,
}

/// A face.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Upright, normal.
    #[default]
    Regular,
    /// Upright, bold.
    Bold,
}

impl Dash {
    /// Returns the lengths of dashes and gaps for a line of this width; empty for a solid line.
    pub fn lengths(self, width: f32) -> Vec<f32> {
        match self {
            Self::Solid => Vec::new(),
            Self::Dashed => vec![width * 4.0, width * 2.5],
        }
    }
}

impl Text {
    /// Returns the words without their lines.
    pub fn words(&self) -> String {
        self.lines.iter().map(|line| line.strip_suffix('\u{ad}').unwrap_or(line)).collect()
    }
}

impl Scene {
    /// Shrinks the drawing evenly where it is higher or wider than the space it gets.
    pub fn fit(&mut self, width: f32, height: f32) {
        let factor = (width / self.width).min(height / self.height);
        if !(factor.is_finite() && factor > 0.0 && factor < 1.0) {
            return;
        }
        self.width *= factor;
        self.height *= factor;
        for shape in &mut self.shapes {
            match shape {
                Shape::Path(path) => path.scale(factor),
                Shape::Text(text) => {
                    for length in [&mut text.x, &mut text.y, &mut text.size, &mut text.leading] {
                        *length *= factor;
                    }
                }
            }
        }
    }

    /// Adds a rectangle.
    pub(super) fn area(&mut self, [x, y, width, height]: [f32; 4], role: Role) {
        let pieces = rectangle([x, y, width, height]);
        self.shapes.push(Shape::Path(Path { pieces, fill: Some(role), stroke: None }));
    }

    /// Adds an open line over points.
    pub(super) fn line(&mut self, points: &[(f32, f32)], stroke: Stroke) {
        let pieces = points.iter().enumerate().map(|(index, &(x, y))| match index {
            0 => Piece::Move(x, y),
            _ => Piece::Line(x, y),
        });
        self.path(pieces.collect(), None, Some(stroke));
    }

    /// Adds a path.
    pub(super) fn path(&mut self, pieces: Vec<Piece>, fill: Option<Role>, stroke: Option<Stroke>) {
        self.shapes.push(Shape::Path(Path { pieces, fill, stroke }));
    }

    /// Adds words, unless there are none.
    pub(super) fn text(&mut self, text: Text) {
        if text.lines.iter().any(|line| !line.trim().is_empty()) {
            self.shapes.push(Shape::Text(text));
        }
    }
}

/// Returns a rectangle's outline.
pub(super) fn rectangle([x, y, width, height]: [f32; 4]) -> Vec<Piece> {
    let (right, bottom) = (x + width, y + height);
    vec![
        Piece::Move(x, y),
        Piece::Line(right, y),
        Piece::Line(right, bottom),
        Piece::Line(x, bottom),
        Piece::Close,
    ]
}

impl Path {
    fn scale(&mut self, factor: f32) {
        for piece in &mut self.pieces {
            match piece {
                Piece::Move(x, y) | Piece::Line(x, y) => {
                    *x *= factor;
                    *y *= factor;
                }
                Piece::Curve(points) => points.iter_mut().for_each(|length| *length *= factor),
                Piece::Close => {}
            }
        }
        if let Some(stroke) = &mut self.stroke {
            stroke.width *= factor;
        }
    }
}
