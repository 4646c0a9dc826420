//! pakt: one YAML description of a local partnership in, checked justification documents out.

pub mod catalogue;
pub mod context;
pub mod diagnostic;
pub mod document;
pub mod facts;
pub mod lang;
pub mod load;
pub mod markdown;
pub mod model;
pub mod profile;
pub mod report;
pub mod rules;
pub mod schema;
pub mod source;
pub mod templates;
pub mod units;
pub mod write;
