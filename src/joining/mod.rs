//! Files to an application. In: the bytes of its files. Out: `Loaded`: the application, its tree, and
//! every fault of form with its place.
//!
//! trees (`yaml`) → one tree of all files (`parts`, `shared`) → the variant asked for (`variants`) → application
//! (`reading`). Nothing here stops at the first fault, and what could not be read is `Field::Unreadable`, never
//! missing.

mod alone;
mod faults;
mod mending;
mod parts;
mod paths;
mod search;
mod shared;
mod texts;
mod trials;
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
use crate::yaml::{self, Input, Reach, Torn, shown};
use mending::{Found, Mending};
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
    /// The parts of files that were read by a guess, for a slip in how their lines stand; nobody knows what they say.
    pub guessed: Vec<Span>,
}

impl Loaded {
    /// Tells whether something stands in a part that was read by a guess.
    pub fn is_guessed(&self, span: Span) -> bool {
        self.guessed.iter().any(|part| part.file == span.file && (part.from..part.to).contains(&span.from))
    }

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
    let mut loaded = load_mended(&parts, files, variant, &Found::default());
    if loaded.findings.0.is_empty() {
        return loaded;
    }
    let mut mending = Mending::new(&parts);
    let found = mending.find(&loaded);
    if !found.mends.is_empty() || !found.guessed.is_empty() {
        loaded = load_mended(&parts, files, variant, &found);
    }
    mending.prove(&mut loaded);
    loaded.findings.append(found.findings);
    loaded.guessed = found.guessed;
    mending::hush(&mut loaded);
    loaded
}

/// Reads an application with mends in its files.
fn load_mended(parts: &[Input], files: &dyn Files, variant: &Variant, found: &Found) -> Loaded {
    let Found { mends, guessed, .. } = found;
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let mut whole = Whole::new(Span::default());
    let mut called = None;
    for (number, part) in parts.iter().enumerate() {
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
        let own = mends.get(&part.name).map_or(&[][..], Vec::as_slice);
        let read = reading::file(part, own, &mut sources, &mut findings);
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
    shared::join(&mut whole, files, mends, &mut sources, &mut findings);
    let (mut tree, mut torn) = whole.finish();
    torn.extend(guessed.iter().map(|span| Torn { span: *span, reach: Reach::Lines }));
    variants::choose(&mut tree, variant, &mut findings);
    let application = reading::whole(&mut tree, torn, &sources, &mut findings);
    check_schema(&application, &tree, &mut findings);
    texts::check(&application, &tree, &sources, &mut findings);
    Loaded { application, sources, tree, findings: reading::once(findings), guessed: Vec::new() }
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
