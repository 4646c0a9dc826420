//! Files to an application. In: the bytes of its files. Out: `Loaded`: the application, its tree, and
//! every fault of form with its place.
//!
//! trees (`yaml`) → one tree of all files (`parts`, `shared`) → the variant asked for (`variants`) → application
//! (`reading`). Nothing here stops at the first fault, and what could not be read is `Field::Unreadable`, never
//! missing.

mod faults;
mod parts;
mod paths;
mod shared;
mod texts;
mod variants;

pub use faults::{unread, words};
pub use parts::is_part;
pub use paths::{beside, path};
pub use variants::Variant;

use crate::diagnostic::{self, Diagnostic, Findings, Place, Span};
use crate::model::{Application, Field};
use crate::reading;
use crate::source::{Node, Sources};
pub use crate::yaml::LARGEST_APPLICATION;
use crate::yaml::{self, Input, shown};
use parts::{Join, Whole};

/// The version of the format that this program reads.
pub const SCHEMA: &str = "pakt/1";

/// How many files an application may have.
pub const MOST_FILES: usize = 256;

/// The files that `use:` may pull in.
pub trait Files {
    /// Returns the bytes of a file, or in words why they cannot be had. `path` is relative to the folder of the
    /// application's first file and may climb out of it (`../library/strategies.yaml`).
    fn read(&self, path: &str) -> Result<Vec<u8>, diagnostic::Value>;

    /// Returns the files of the application's folder that were not read, each with the reason.
    fn aside(&self) -> &[(String, Aside)] {
        &[]
    }
}

/// Why a file of an application's folder was not read.
#[derive(Clone, Debug)]
pub enum Aside {
    /// It could not be had, for a reason in words.
    Refused(diagnostic::Value),
    /// By its name it is a copy of this file.
    Copy(String),
    /// It would be a part if it had this name.
    Misnamed(String),
}

/// An application as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The data; what could not be read is marked so.
    pub application: Application,
    /// All files, used ones after the application's own.
    pub sources: Sources,
    /// The files as one tree, its keys canonical.
    pub tree: Node,
    /// What is wrong with its form.
    pub findings: Findings,
}

impl Loaded {
    /// Returns where a place is in the files: the value, or the nearest one above it that exists.
    pub fn span_of(&self, place: &Place) -> Span {
        self.tree.span_of(place, |_, _| false)
    }
}

/// Reads an application. The first part is the single file or the folder's `pakt.yaml`; each other
/// part is named after the section that it holds (`needs.yaml`, `partners.yaml`).
pub fn load(parts: Vec<Input>, files: &dyn Files) -> Loaded {
    load_variant(parts, files, &Variant::default())
}

/// Reads a variant of an application; the profile of the call is a tag as well.
pub fn load_variant(parts: Vec<Input>, files: &dyn Files, variant: &Variant) -> Loaded {
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let mut whole = Whole::new(Span::default());
    let mut called = None;
    for (number, part) in parts.into_iter().enumerate() {
        if number > 0 && called.as_deref().is_some_and(|file| beside(&sources, file) == part.name) {
            continue;
        }
        if sources.files.len() == MOST_FILES {
            let span = Span::default();
            findings.push(faults::fault("KEY-12", span, &[("limit", &MOST_FILES.to_string())]));
            whole.tear();
            break;
        }
        if sources.values >= yaml::MOST_VALUES {
            // It has been told.
            whole.tear();
            break;
        }
        let read = reading::file(part, &mut sources, &mut findings);
        if number == 0 {
            whole.document(read, Join::Own, &sources, &mut findings);
            called = whole.call_file();
        } else {
            whole.part(read, &sources, &mut findings);
        }
    }
    for (name, aside) in files.aside() {
        findings.push(faults::aside(name, aside));
        if !matches!(aside, Aside::Copy(_)) {
            whole.tear();
        }
    }
    shared::join(&mut whole, files, &mut sources, &mut findings);
    let (mut tree, torn) = whole.finish();
    variants::choose(&mut tree, variant, &mut findings);
    let application = reading::whole(&mut tree, torn, &sources, &mut findings);
    check_schema(&application, &tree, &mut findings);
    texts::check(&application, &tree, &sources, &mut findings);
    Loaded { application, sources, tree, findings: reading::once(findings) }
}

fn check_schema(application: &Application, tree: &Node, findings: &mut Findings) {
    if let Field::Given(version) = &application.schema
        && version != SCHEMA
    {
        let place = Place::root().key("schema");
        let span = tree.span_of(&place, |_, _| false);
        let value = shown(version);
        findings.push(Diagnostic { place, ..faults::fault("KEY-09", span, &[("value", &value)]) });
    }
}
