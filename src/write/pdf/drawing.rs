//! A chart's paths on a page. In: a `chart::Path`, a place, colours. Out: a `display::Path`.
//!
//! The words of a chart are set by `layout`, which knows the fonts.

use super::display::{Colour, Path, Piece, Stroke};
use crate::write::chart::{self, Role};

/// Returns a chart's path with the chart's upper left corner at `(x, y)`.
pub fn path(path: &chart::Path, (x, y): (f32, f32), colour: &dyn Fn(Role) -> Colour) -> Path {
    let pieces = path.pieces.iter().map(|piece| match *piece {
        Piece::Move(across, down) => Piece::Move(x + across, y + down),
        Piece::Line(across, down) => Piece::Line(x + across, y + down),
        Piece::Curve([a, b, c, d, e, f]) => Piece::Curve([x + a, y + b, x + c, y + d, x + e, y + f]),
        Piece::Close => Piece::Close,
    });
    let stroke = path.stroke.map(|chart::Stroke { role, width, dash }| Stroke {
        colour: colour(role),
        width,
        dash: dash.lengths(width),
    });
    Path { pieces: pieces.collect(), fill: path.fill.map(colour), stroke }
}

/// Returns the colour that charts have by themselves.
pub fn own_colour(role: Role) -> Colour {
    let [red, green, blue] = role.rgb();
    Colour { red, green, blue }
}
