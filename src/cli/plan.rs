//! What a run of `build` is asked for. In: arguments, the documents that there are. Out: `Plan`, and which documents it
//! names.

use std::path::PathBuf;

use super::inputs::{Bundle, Named};
use super::set::{self, Extent, MadeOf};
use super::{Error, World, layers};
use crate::context::Mode;
use crate::diagnostic::Value;
use crate::lang::Lang;
use crate::pipeline::{Edition, Options, Run};
use crate::rules::Asked;
use crate::templates::{Fault, Library, Manifest};
use crate::write::Format;

/// The name under which the texts of a portal's fields are asked for.
pub(super) const PORTAL: &str = crate::portal::TEMPLATES;

/// The form of the file that holds the tables of an application.
pub(super) const WORKBOOK: &str = "xlsx";

/// What a run of `build` makes of each application.
#[derive(Clone)]
pub(super) struct Plan {
    pub(super) out: PathBuf,
    /// The folder below the application's, where several profiles are asked for.
    pub(super) folder: Option<String>,
    /// The profile as it was asked for, where there are several.
    pub(super) profile: Option<String>,
    pub(super) documents: Vec<String>,
    pub(super) formats: Vec<Format>,
    /// Whether a workbook is made as well.
    pub(super) workbook: bool,
    pub(super) langs: Vec<Lang>,
    pub(super) mode: Mode,
    pub(super) templates: Option<PathBuf>,
    /// The Word file whose look is taken.
    pub(super) reference: Option<PathBuf>,
    /// Whether Word files are made once more, with what is found as comments.
    pub(super) comments: bool,
    pub(super) settings: Options,
    pub(super) proving: Proving,
    pub(super) extent: Extent,
}

/// Which files are read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proving {
    /// All, and it is told what no document says.
    All,
    /// Those that cost little to read.
    Quick,
    /// None.
    Off,
}

impl Proving {
    pub(super) fn reads(self, format: Format) -> bool {
        match self {
            Self::All => true,
            Self::Quick => format != Format::Pdf,
            Self::Off => false,
        }
    }
}

impl Plan {
    /// Returns what the run is asked for, as the list of the set says it.
    pub(super) fn asked(&self) -> set::Asked {
        let workbook = self.workbook.then_some(WORKBOOK);
        set::Asked {
            documents: self.documents.clone(),
            formats: self
                .formats
                .iter()
                .map(|format| format.code())
                .chain(workbook)
                .map(str::to_owned)
                .collect(),
            languages: self.langs.iter().map(|lang| lang.code().to_owned()).collect(),
        }
    }

    /// Returns what decides about the bytes of an application's papers.
    pub(super) fn made_of(&self, run: &Run, bundle: &Bundle) -> MadeOf {
        let settings = &self.settings;
        MadeOf {
            pakt: env!("CARGO_PKG_VERSION").to_owned(),
            profile: run.profile.id.clone(),
            edition: match settings.edition {
                Edition::Full => "full".to_owned(),
                Edition::Public => "public".to_owned(),
            },
            draft: self.mode == Mode::Draft,
            date: settings.today.map(|date| date.to_string()),
            tags: settings.tags.clone(),
            inputs: bundle.read(),
        }
    }
}

/// Returns what rules ask of the documents that are asked for by name; an unknown name is a fault of its own.
pub(super) fn asked(library: &Library, names: &[String]) -> Vec<Asked> {
    let known = names.iter().filter_map(|id| library.document(id).ok());
    let asked = |document: &Manifest| Asked {
        title: Value::both(|lang| document.title.get(lang).to_owned()),
        stage: document.stage,
    };
    known.map(asked).collect()
}

/// Refuses the name of a document that is known beside none of the applications; a document of one's own
/// may stand beside one of them alone, and what is wrong with its description is told with it.
pub(super) fn refuse_unknown(plan: &Plan, all: &[Named], world: &World) -> Result<(), Error> {
    let mut unknown: Vec<&String> = plan.documents.iter().filter(|id| *id != ALL && *id != PORTAL).collect();
    for named in all {
        if unknown.is_empty() {
            return Ok(());
        }
        let (layers, _) = layers::read(plan.templates.as_deref(), &named.door(), world)?;
        unknown.retain(|id| layers.find(&format!("{id}/document.yaml")).is_none());
    }
    let (Some(id), Some(named)) = (unknown.first(), all.first()) else { return Ok(()) };
    let (library, _) = Library::new(layers::read(plan.templates.as_deref(), &named.door(), world)?.0);
    let lang = world.lang;
    let faults = library.document(id).err().unwrap_or_default();
    let told = |fault: &Fault| format!("{}; {}", fault.message(lang), fault.help(lang));
    Err(Error::Argument(faults.iter().map(told).collect()))
}

/// The word that asks for every document there is, the texts of a portal's fields apart.
const ALL: &str = "all";

/// Returns the documents asked for, else those that the application wants.
pub(super) fn documents(library: &Library, run: &Run, asked: &[String]) -> Vec<String> {
    let every = || library.documents().iter().map(|document| document.id.clone());
    if !asked.is_empty() {
        let named =
            |id: &String| -> Vec<String> { if id == ALL { every().collect() } else { vec![id.clone()] } };
        let mut documents: Vec<String> = Vec::new();
        for id in asked.iter().flat_map(named) {
            if !documents.contains(&id) {
                documents.push(id);
            }
        }
        return documents;
    }
    run.wanted(library)
}
