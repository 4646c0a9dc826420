//! Lines and areas that mean nothing: decoration. In: measures. Out: items marked as artifacts.

use crate::write::pdf::display::{Artifact, Colour, Item, Owner, Path, Piece, Rect, Shape, Stroke};

const LAYOUT: Owner = Owner::Artifact(Artifact::Layout);

/// Returns a filled rectangle.
pub(super) fn area(Rect { x, y, width, height }: Rect, fill: Colour) -> Item {
    let pieces = vec![
        Piece::Move(x, y),
        Piece::Line(x + width, y),
        Piece::Line(x + width, y + height),
        Piece::Line(x, y + height),
        Piece::Close,
    ];
    Item { owner: LAYOUT, shape: Shape::Path(Path { pieces, fill: Some(fill), stroke: None }) }
}

/// Returns a horizontal line.
pub(super) fn rule(left: f32, right: f32, y: f32, width: f32, colour: Colour) -> Item {
    stroke(left, right, y, Stroke { colour, width, dash: Vec::new() })
}

/// Returns a dotted line.
pub(super) fn dots(left: f32, right: f32, y: f32, colour: Colour) -> Item {
    stroke(left, right, y, Stroke { colour, width: 0.7, dash: vec![0.8, 2.6] })
}

fn stroke(left: f32, right: f32, y: f32, stroke: Stroke) -> Item {
    let pieces = vec![Piece::Move(left, y), Piece::Line(right, y)];
    Item { owner: LAYOUT, shape: Shape::Path(Path { pieces, fill: None, stroke: Some(stroke) }) }
}

/// Moves a path.
pub(super) fn shift(path: &mut Path, dx: f32, dy: f32) {
    for piece in &mut path.pieces {
        match piece {
            Piece::Move(x, y) | Piece::Line(x, y) => {
                *x += dx;
                *y += dy;
            }
            Piece::Curve(points) => {
                for pair in points.chunks_exact_mut(2) {
                    pair[0] += dx;
                    pair[1] += dy;
                }
            }
            Piece::Close => {}
        }
    }
}
