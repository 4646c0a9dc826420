//! The portal pack: the texts of a form's fields, ready to be pasted, with an overview. In: the form of a
//! call's profile, an application. Out: [`Pack`], its files, what is wrong with it.
//!
//! What fills a field is the author's own text under `portal:`, else templates of the folder `portal`,
//! one for each name that the profile gives under `from:`. A short version that the author wrote stands
//! in where the long one does not fit; nothing is ever shortened here.

mod applies;
mod files;
mod findings;
mod form;
mod inputs;
mod measure;
mod overview;
mod page;
mod shared;
mod sheets;
#[cfg(test)]
mod tests;
mod texts;

pub use files::{File, files, folder, form_file};
pub use findings::{empty, findings, joined, stray, words};
pub use shared::Shared;

pub use crate::templates::PORTAL as TEMPLATES;

use serde::Serialize;

use crate::context::Mode;
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::profile::{Counting, Entry, Form, Profile, Required};
use crate::templates::{Fault, Library};

/// What a pack is made from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'run> {
    /// The application's facts.
    pub facts: &'run Facts<'run>,
    /// The call's profile, with what the application says of the call over it.
    pub profile: &'run Profile,
    /// The templates.
    pub library: &'run Library,
    /// The language of the texts.
    pub lang: Lang,
    /// What is done about gaps.
    pub mode: Mode,
}

/// Which fields are filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All.
    All,
    /// Those whose length the form limits.
    Limited,
}

/// The fields of a form with their texts.
#[derive(Clone, Debug, Serialize)]
pub struct Pack {
    /// The id of the profile.
    pub profile: String,
    /// The name of the form.
    pub form: String,
    /// The language of the texts.
    pub lang: Lang,
    /// How characters were counted.
    pub counting: Counting,
    /// The fields in the form's order; a repeated one has an entry for each thing.
    pub fields: Vec<Sheet>,
    /// The limits that fields share.
    pub shared: Vec<Shared>,
}

/// A field with its text.
#[derive(Clone, Debug, Serialize)]
pub struct Sheet {
    /// Its place in the form, from 1; the entries of a repeated field share it.
    pub number: usize,
    /// Its id in the form.
    pub field: String,
    /// The key under `portal:` that gives it a text of one's own: the id, and the thing's for a
    /// repeated field (`task-A1`).
    pub key: String,
    /// The form's label, with the thing that a repeated field is for.
    pub label: String,
    /// The form's label alone.
    #[serde(skip)]
    pub title: String,
    /// The title of its section; empty for none.
    pub section: String,
    /// What is entered.
    pub entry: Entry,
    /// When it has to be filled.
    pub required: Required,
    /// Where it stands.
    pub state: State,
    /// Where the text comes from.
    pub origin: Origin,
    /// How many characters it has, in the portal's way of counting.
    pub count: usize,
    /// How many it may have.
    pub limit: Option<Limit>,
    /// The text from the limit on; empty when it fits.
    pub beyond: String,
    /// The parts of the application that fill it: `diagnosis.needs`.
    pub fill: Vec<String>,
    /// The name of its file; none where there is nothing to paste.
    pub file: Option<String>,
    /// The text.
    pub text: String,
    /// Where in the application it is made.
    #[serde(skip)]
    pub place: Place,
}

/// A limit of characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// How many.
    pub characters: usize,
    /// Whether somebody compared it with its source.
    pub verified: bool,
    /// Where it comes from.
    pub source: String,
}

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It can be pasted.
    Ready,
    /// It can be pasted, and little room is left.
    Near,
    /// It can be pasted, is scored, and takes less than a third of its room.
    Thin,
    /// It is too long.
    Over,
    /// It has no text.
    Empty,
    /// It has no text, and only some calls ask for it.
    Optional,
    /// It is typed or chosen in the portal.
    ByHand,
    /// The portal works it out.
    Computed,
    /// It does not apply to this project.
    NotApplicable,
}

impl State {
    /// Returns its name in the overview's JSON.
    fn code(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Near => "near",
            Self::Thin => "thin",
            Self::Over => "over",
            Self::Empty => "empty",
            Self::Optional => "optional",
            Self::ByHand => "by_hand",
            Self::Computed => "computed",
            Self::NotApplicable => "not_applicable",
        }
    }
}

impl Sheet {
    /// Tells whether its id is a number that the form prints: `4.1`, `VI`.
    fn is_numbered(&self) -> bool {
        self.field.starts_with(|first: char| first.is_ascii_digit() || first.is_uppercase())
    }

    /// Tells whether it holds a text to paste.
    fn has_text(&self) -> bool {
        self.entry == Entry::Text && !self.text.is_empty()
    }

    /// Returns the share of the limit that the text takes, in whole percent; `None` without a limit.
    fn used(&self) -> Option<u64> {
        let limit = self.limit.as_ref()?.characters.max(1);
        u64::try_from(self.count as u128 * 100 / limit as u128).ok()
    }
}

/// Where a text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Nowhere: there is none.
    Nothing,
    /// The author wrote it for this field.
    Author,
    /// The application.
    Application,
    /// The application, in the short versions that the author gave.
    Short,
}

/// Returns the pack; `None` when the profile knows no form. The faults are those of templates.
pub fn pack(case: &Case<'_>, scope: Scope) -> Result<Option<Pack>, Vec<Fault>> {
    let Some(form) = &case.profile.form else { return Ok(None) };
    let mut texts = texts::Texts::new(case)?;
    let mut fields = sheets::sheets(case, form, scope, &mut texts)?;
    let shared = shared::shared(case, form, &mut fields, &mut texts)?;
    files::name(&mut fields);
    Ok(Some(Pack {
        profile: case.profile.id.clone(),
        form: form.title.get(case.lang).to_owned(),
        lang: case.lang,
        counting: case.profile.counting(),
        fields,
        shared,
    }))
}

/// Tells whether the form limits a text that can be derived, so that lengths are worth asking for.
pub fn is_limited(profile: &Profile) -> bool {
    let limited = |form: &Form| form.fields().any(|(_, field)| sheets::is_limited(profile, form, field));
    profile.form.as_ref().is_some_and(limited)
}
