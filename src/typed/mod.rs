//! What authors type, in the small dialect of `docs/texts`. In: a text as its author wrote it. Out: what it means.

mod citation;

pub use citation::{cited, uncited};
