//! What a document is made of. In: the text of its `document.yaml`. Out: `Manifest`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

use super::faults::Fault;
use super::layers::{File, Origin};
use super::title_page::{Dated, Fact, Subtitle, Until};
use crate::context::{Context, Partner};
use crate::lang::Lang;
use crate::model::Stage;
use crate::profile::Profile;
use crate::words::from_json;

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
    /// The call's profiles under which it is made unasked, one or a list; any when left out.
    #[serde(default, deserialize_with = "one_or_more")]
    pub profile: Vec<String>,
    /// Whether it is made only when it is asked for: a paper that not every partnership needs.
    #[serde(default)]
    pub on_request: bool,
    /// Where it stands among the documents, from 1.
    #[serde(default = "last")]
    pub order: u32,
    /// The languages it is written in.
    #[serde(default = "both")]
    pub languages: Vec<Lang>,
    /// Whether sections are numbered.
    #[serde(default)]
    pub numbered: bool,
    /// What stands before a section's number: `§`; nothing when left out.
    #[serde(default)]
    pub sign: String,
    /// Whether its pages lie on their long side: a document that is one wide table.
    #[serde(default)]
    pub landscape: bool,
    /// Whether a table of contents stands at its head.
    #[serde(default)]
    pub contents: bool,
    /// What makes more than one paper of it.
    #[serde(default)]
    pub each: Each,
    /// The line under its title.
    #[serde(default)]
    pub subtitle: Subtitle,
    /// Whose day it bears.
    #[serde(default)]
    pub dated: Dated,
    /// What its title page says of the application.
    #[serde(default = "Fact::of_project")]
    pub facts: Vec<Fact>,
    /// Whether it is for the public or for participants, and so bears the marks that the call asks for.
    #[serde(default)]
    pub marked: bool,
    /// What it tells of.
    #[serde(default)]
    pub of: Of,
    /// A notice that stands on its title page, such as that a lawyer must see it.
    #[serde(default)]
    pub notice: Option<Both>,
    /// How long the notice holds.
    #[serde(default)]
    pub notice_until: Until,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// The descriptions of the shipped documents, by id.
static SHIPPED: LazyLock<BTreeMap<String, Manifest>> =
    LazyLock::new(|| from_json(include_str!(concat!(env!("OUT_DIR"), "/documents.json"))));

/// What a document is written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Each {
    /// One paper for the application.
    #[default]
    Application,
    /// One paper for each partner.
    Partner,
    /// One paper for each partner that is a commune, a county or a voivodeship.
    LocalAuthority,
    /// One paper for each party of the contract but the lead partner.
    Party,
    /// One paper for each deed that is signed; one without a deed where none is known.
    Deed,
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
    /// Its heading; none for text that needs none. A template that starts with a `{title}` line gives
    /// another for what it holds.
    #[serde(default)]
    pub title: Option<Both>,
    /// Whether its heading bears no number where those of the others do: a preamble, signatures.
    #[serde(default)]
    pub unnumbered: bool,
    /// Whether it is an annex, which is headed by its number among the annexes; the first one starts a page.
    #[serde(default)]
    pub annex: bool,
    /// Whether it starts a page: a form to be filled in by itself.
    #[serde(default)]
    pub new_page: bool,
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

fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Names {
        One(String),
        More(Vec<String>),
    }
    Ok(match Names::deserialize(deserializer)? {
        Names::One(name) => vec![name],
        Names::More(names) => names,
    })
}

impl Manifest {
    /// Tells whether it is made unasked: from its stage on, and under its profiles. An application that
    /// names no stage gets every document but the one on its check.
    pub fn is_offered(&self, stage: Option<Stage>, profile: &Profile) -> bool {
        let early = stage.is_some_and(|stage| stage < self.stage);
        let of_profile = self.profile.is_empty() || self.profile.iter().any(|id| profile.is_a(id));
        self.of == Of::Application && !self.on_request && !early && of_profile
    }

    /// Returns the papers that it makes, each as its name and what it sees.
    pub fn papers<'c>(&self, context: &'c Context) -> Vec<(String, Cow<'c, Context>)> {
        let of_partners = |wanted: &dyn Fn(&Partner) -> bool| {
            let own = context.partners.iter().filter(|partner| wanted(partner));
            self.named(own.map(|own| (own.id.as_str(), context.for_partner(own))))
        };
        match self.each {
            Each::Application => vec![(self.id.clone(), Cow::Borrowed(context))],
            Each::Partner => of_partners(&|_| true),
            Each::LocalAuthority => of_partners(&|partner| partner.is_local_authority),
            Each::Party => {
                let own = context.parties.iter().filter(|party| !party.leads);
                self.named(own.map(|own| (own.id.as_str(), context.for_party(own))))
            }
            Each::Deed if context.deeds.is_empty() => vec![(self.id.clone(), Cow::Borrowed(context))],
            Each::Deed => {
                self.named(context.deeds.iter().map(|deed| (deed.id.as_str(), context.for_deed(deed))))
            }
        }
    }

    /// Returns the papers of those whom they are made for, each under its id.
    fn named<'c, 'i>(
        &self,
        own: impl Iterator<Item = (&'i str, Context)>,
    ) -> Vec<(String, Cow<'c, Context>)> {
        // A draft is made of two partners of one id, and of one whose id cannot be read, too.
        let mut taken = BTreeSet::new();
        let mut name = |number: usize, id: &str| {
            let mut name = if id.is_empty() { number.to_string() } else { id.to_owned() };
            while !taken.insert(name.clone()) {
                name = format!("{name}-{number}");
            }
            format!("{}-{name}", self.id)
        };
        (1..).zip(own).map(|(number, (id, context))| (name(number, id), Cow::Owned(context))).collect()
    }

    /// Reads a `document.yaml`.
    pub(super) fn read(id: &str, file: File<'_>) -> Result<Self, Vec<Fault>> {
        let shipped = || SHIPPED.get(id).filter(|_| file.layer.origin == Origin::Shipped).cloned();
        match shipped().map_or_else(|| serde_yaml::from_str::<Self>(file.text), Ok) {
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
