//! PDF/UA-1 and PDF/A-2a. In: a `Document` and a style. Out: bytes, the same for the same input.
//!
//! ```text
//! Document → layout (text, flow, tables) → Pages: display list + structure tree → backend → bytes
//! ```

pub mod backend;
pub mod display;
pub mod drawing;
pub mod fonts;
mod layout;
pub mod reading;
pub mod structure;
pub mod style;
mod text;

pub use layout::{Refusal, lay_out};
pub use style::Style;
