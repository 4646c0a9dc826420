//! What the user wrote, byte by byte. In: decoded files. Out: `Sources` (lines and columns) and
//! `Node` (a tree of raw scalars with spans), from which a `Place` is found again.
//!
//! A scalar keeps its own text: no type is guessed before the model asks for one.

mod encoding;
mod node;
mod stretch;
mod text;

pub use encoding::{Decoded, decode, is_shown};
pub use node::{Entry, Node, Style, Value};
pub use stretch::alignment;
pub use text::{Encoding, Position, Source, Sources};
