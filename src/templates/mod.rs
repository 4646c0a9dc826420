//! Documents written from templates. In: layers of files and a `Context`. Out: Markdown.
//!
//! A document is a folder: `document.yaml` says what it is made of, `pl/NN-subject.md` and
//! `en/NN-subject.md` hold its sections. The engine is Tera with Markdown as the language to escape
//! for; what a template sees is `context::Context` and nothing else.

mod budget;
mod engine;
mod escape;
mod faults;
mod figures;
mod filters;
mod front;
mod layers;
mod library;
mod line;
mod manifest;
mod metered;
mod names;
mod numbered;
mod paper;
mod phrases;
mod portal_texts;
mod prose;
mod spans;
mod tables;
mod title_page;
mod told;
mod typography;
mod words;

pub use faults::{Fault, table};
pub use layers::{File, Layer, Layers, Origin};
pub use library::{Library, PORTAL, Rendered, Written};
pub use manifest::{Both, Each, Manifest, Of, Section};
pub use paper::Paper;
pub use portal_texts::PortalTexts;
pub use prose::body;
pub use title_page::{Fact, Subtitle};
