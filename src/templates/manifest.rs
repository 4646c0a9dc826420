//! What a document is made of. In: the text of its `document.yaml`. Out: `Manifest`.

use serde::Deserialize;

use super::faults::Fault;
use super::layers::File;
use crate::lang::Lang;
use crate::model::Stage;
use crate::profile::Profile;

/// The description of a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name of its folder.
    #[serde(skip)]
    pub id: String,
    /// Its title.
    pub title: Both,
    /// What it is for, in a sentence.
    pub purpose: Both,
    /// Who reads it.
    pub readers: Both,
    /// The stage of the partnership from which it makes sense.
    pub stage: Stage,
    /// The call's profile under which it is made unasked; any when left out.
    #[serde(default)]
    pub profile: Option<String>,
    /// Where it stands among the documents, from 1.
    #[serde(default = "last")]
    pub order: u32,
    /// The languages it is written in.
    #[serde(default = "both")]
    pub languages: Vec<Lang>,
    /// Whether sections are numbered.
    #[serde(default)]
    pub numbered: bool,
    /// Whether a table of contents stands at its head.
    #[serde(default)]
    pub contents: bool,
    /// Whether it must fit a page, so that its head is the title alone and its text says the rest.
    #[serde(default)]
    pub short: bool,
    /// What makes more than one paper of it.
    #[serde(default)]
    pub each: Each,
    /// What it tells of.
    #[serde(default)]
    pub of: Of,
    /// A notice that stands on its title page, such as that a lawyer must see it.
    #[serde(default)]
    pub notice: Option<Both>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// What a document is written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Each {
    /// One paper for the application.
    #[default]
    Application,
    /// One paper for each partner.
    Partner,
}

/// What a document tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// The application.
    #[default]
    Application,
    /// What a check of it found; made on demand only, and in spite of errors.
    Check,
}

/// A section of a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The name of its template, without folder and ending: `10-needs`.
    pub file: String,
    /// Its heading; none for text that needs none.
    #[serde(default)]
    pub title: Option<Both>,
    /// The boxes of forms it fills, in words.
    #[serde(default)]
    pub boxes: Vec<String>,
}

/// Words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both {
    /// Polish.
    pub pl: String,
    /// English.
    pub en: String,
}

impl Both {
    /// Returns the words in this language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }
}

fn last() -> u32 {
    u32::MAX
}

fn both() -> Vec<Lang> {
    Lang::ALL.to_vec()
}

impl Manifest {
    /// Tells whether it is made unasked: from its stage on, and under its profile. An application that
    /// names no stage gets every document but the one on its check.
    pub fn is_offered(&self, stage: Option<Stage>, profile: &Profile) -> bool {
        let early = stage.is_some_and(|stage| stage < self.stage);
        self.of == Of::Application && !early && self.profile.as_ref().is_none_or(|id| profile.is_a(id))
    }

    /// Reads a `document.yaml`.
    pub(super) fn read(id: &str, file: File<'_>) -> Result<Self, Vec<Fault>> {
        match serde_yaml::from_str::<Self>(file.text) {
            Ok(manifest) => Ok(Self { id: id.to_owned(), ..manifest }),
            Err(error) => {
                let from = error.location().map_or(0, |place| place.index().min(file.text.len()));
                let from = file.text.floor_char_boundary(from);
                let fault = Fault::new("TPL-06").with("detail", error.to_string());
                Err(vec![fault.at(&file.shown(), file.text, (from, from))])
            }
        }
    }

    /// Returns the relative path of a section's template.
    pub fn path(&self, section: &Section, lang: Lang) -> String {
        format!("{}/{}/{}.md", self.id, lang.code(), section.file)
    }
}
