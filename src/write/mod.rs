//! The last step of the line. In: a `Document`. Out: a file's content.

pub mod chart;
pub mod pdf;
