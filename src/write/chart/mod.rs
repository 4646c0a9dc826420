//! Draws charts. In: `document::Drawing` and a `Frame`. Out: `Scene`s of paths and texts, or an SVG.
//!
//! ```text
//! Drawing → bars | groups | lines | gantt | graph → Scene → PDF layout
//!                                                 → svg → HTML
//! ```
//!
//! Colour never carries a meaning alone: the bar a figure is about has bold words, series have hatches,
//! inherited links and gaps are dashed, and every bar has its value beside it.

mod bars;
mod estimate;
mod frame;
mod gantt;
mod graph;
mod groups;
mod hatch;
mod heads;
mod lines;
mod role;
mod scale;
mod scene;
mod split;
mod svg;
#[cfg(test)]
mod tests;
mod wrap;

pub use estimate::estimate;
pub use frame::{Frame, Measure};
pub use role::Role;
pub use scene::{Dash, Path, Piece, Scene, Shape, Stroke, Text, Weight};
pub use split::{least_width, preferred_width, scene, scenes};
pub use svg::{Label, svg, svg_of};
