//! The form of a call: its fields, what fills them, how long they may be. In: a profile's `form:`.
//! Out: `Form`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::filling::Filling;
use super::stated::{Origin, Stated};
use crate::catalogue::Label;
use crate::units::{Count, Date, Money};

/// A form with its fields in the portal's order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Form {
    /// The form's name for people.
    pub title: Label,
    /// Where the list of fields comes from.
    pub source: String,
    /// When the list of fields was compared with that source.
    pub verified_on: Option<Date>,
    /// Whether the applicants say so themselves.
    #[serde(skip)]
    pub own: bool,
    /// How the portal counts.
    pub counting: Option<Stated<Counting>>,
    /// What to enter where a field does not apply; `None` when the form wants nothing there.
    pub not_applicable: Option<Stated<String>>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// Limits that several fields share.
    pub joint: Vec<Joint>,
}

/// A section of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Section {
    /// Its id within the form; a call that adds fields names it.
    pub id: String,
    /// Its title; empty where the form has none.
    pub title: Label,
    /// Its fields in order.
    pub fields: Vec<FormField>,
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormField {
    /// The form's number of the field, or a name where the form has no numbers (`3.1.2`, `summary`).
    pub id: String,
    /// Its label; the Polish one is the form's own.
    pub label: Label,
    /// What is entered.
    #[serde(default)]
    pub entry: Entry,
    /// When it has to be filled.
    #[serde(default)]
    pub required: Required,
    /// How many characters it may have.
    #[serde(default)]
    pub limit: Option<Stated<Count>>,
    /// Whether it holds an argument and not data alone.
    #[serde(default)]
    pub justification: bool,
    /// Whether it is filled once, or once for each of several things.
    #[serde(default)]
    pub each: Option<Each>,
    /// The sections and facts that fill it, in order; empty when the author must type it.
    #[serde(default)]
    pub from: Vec<Filling>,
}

/// What is entered in a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// Text.
    #[default]
    Text,
    /// A date, a sum, a number.
    Value,
    /// Rows typed one by one.
    Table,
    /// One of a list, or yes and no.
    Choice,
    /// A declaration to accept.
    Statement,
    /// Files.
    Files,
    /// The portal works it out.
    Computed,
}

/// When a field has to be filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Required {
    /// In every application.
    #[default]
    Always,
    /// In an application of a partnership.
    Partnership,
    /// From a value of the project on: the number `risk_from`.
    FromValue,
    /// Where the thing it speaks of is used.
    IfUsed,
    /// Where the call says so.
    PerCall,
}

/// What a field is repeated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Each {
    /// Every action.
    Action,
    /// Every partner.
    Partner,
    /// Every output indicator.
    Output,
    /// Every result indicator.
    Result,
}

/// How a portal counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// Whether spaces count.
    pub spaces: bool,
    /// How many characters a line break counts, 0 to 2.
    pub line_break: Count,
}

/// A limit that several fields share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Joint {
    /// The fields, by id.
    pub fields: Vec<String>,
    /// The limits, by rising value of the project.
    pub bands: Vec<JointBand>,
    /// Where the figures come from.
    pub source: String,
    /// When they were compared with that source.
    pub verified_on: Option<Date>,
    /// Whether the applicants say so themselves.
    #[serde(skip)]
    pub own: bool,
}

/// A joint limit for a band of project values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JointBand {
    /// The value that a project of the band stays below; none for the last.
    #[serde(default)]
    pub below: Option<Money>,
    /// How many characters the fields may have together.
    pub limit: Count,
}

impl Counting {
    /// Returns how long a text is for the portal; `\r\n` is one line break.
    pub fn count(self, text: &str) -> usize {
        // No portal counts a line break as more.
        let line_break = u16::try_from(self.line_break.get()).unwrap_or(u16::MAX);
        let one = |letter: char| match letter {
            '\r' => 0,
            '\n' => usize::from(line_break),
            letter => usize::from(self.spaces || !letter.is_whitespace()),
        };
        text.chars().map(one).sum()
    }
}

impl Default for Counting {
    /// Spaces count, and a line break is one character.
    fn default() -> Self {
        Self { spaces: true, line_break: Count::new(1) }
    }
}

impl Joint {
    /// Returns the limit for a project of this value.
    pub fn limit(&self, total: Money) -> Option<Count> {
        self.bands.iter().find(|band| band.below.is_none_or(|border| total < border)).map(|band| band.limit)
    }

    /// Returns where the figures come from.
    pub fn origin(&self) -> Origin {
        Origin { source: self.source.clone(), verified_on: self.verified_on, own: self.own }
    }
}

impl Form {
    /// Returns the fields in order, each with its section.
    pub fn fields(&self) -> impl Iterator<Item = (&Section, &FormField)> {
        self.sections.iter().flat_map(|section| section.fields.iter().map(move |field| (section, field)))
    }

    /// Returns a field by its id.
    pub fn field(&self, id: &str) -> Option<&FormField> {
        self.fields().map(|(_, field)| field).find(|field| field.id == id)
    }

    /// Returns where the list of fields comes from.
    pub fn origin(&self) -> Origin {
        Origin { source: self.source.clone(), verified_on: self.verified_on, own: self.own }
    }

    /// Returns name and origin of each value: `form`, `form/counting`, `form/3.4/limit`, `form/joint/0`.
    pub fn origins(&self) -> Vec<(String, Origin)> {
        let mut origins = vec![("form".to_owned(), self.origin())];
        let mut add = |name: String, origin: &Origin| origins.push((name, origin.clone()));
        self.counting.iter().for_each(|stated| add("form/counting".to_owned(), &stated.origin));
        self.not_applicable.iter().for_each(|stated| add("form/not_applicable".to_owned(), &stated.origin));
        for (_, field) in self.fields() {
            field.limit.iter().for_each(|limit| add(format!("form/{}/limit", field.id), &limit.origin));
        }
        for (number, joint) in self.joint.iter().enumerate() {
            add(format!("form/joint/{number}"), &joint.origin());
        }
        origins
    }
}
