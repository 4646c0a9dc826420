//! What a declaration of the model says of itself. In: `described!` and `closed!` beside a type. Out: `Entity`
//! and its `Member`s, values that know their place (`At`), one way to look at all of them (`View`, `visit`).
//!
//! A field is declared once: its type, its keys in both languages, its words in both languages, whether it is
//! required, what it refers to, whether it tells of a person. The loader, the schema, the references and all
//! walks over an application read that declaration.

mod at;
mod called;
mod code;
mod declare;
mod entity;
mod field;
mod kind;
mod list;
mod map;
mod reached;
mod read;
pub mod short;
mod text;
mod view;
mod visit;

pub use at::{At, Gap, Route};
pub use called::{Called, Ids, called, way};
pub use code::*;
pub(crate) use declare::{closed, described};
pub use entity::{End, Entity, Member, Shape};
pub use field::Field;
pub use kind::Kind;
pub use list::List;
pub use map::Map;

pub use read::{Entry, Long, Members, object, read, variant};
pub use text::{ByLang, Prose, Said, Text};
pub use view::{Described, Fields, Figure, Markup, View};
pub use visit::{Spot, Step, is_begun, visit};
