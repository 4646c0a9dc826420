//! The pact, the agreement, annexes. Out: `Pact`, `Agreement`, `Annex`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Days, Exact, Named, mark};
use crate::catalogue;
use crate::described::At;
use crate::facts::Placed;
use crate::lang::Lang;
use crate::model;
use crate::units::Date;

/// The Local Employment Pact.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Pact {
    /// Its title.
    pub title: Option<String>,
    /// The label of its scale.
    pub scale: Option<String>,
    /// Why the scale differs from the area's level, as Markdown.
    pub scale_note: Option<String>,
    /// Common concern, context, values, as Markdown.
    pub preamble: Option<String>,
    /// What the partners publicly commit themselves to, as Markdown.
    pub declaration: Option<String>,
    /// European and national documents it stands under.
    pub policy_context: Vec<Named>,
    /// How long it holds.
    pub validity: Option<Days>,
    /// Where it is signed.
    pub place: Option<String>,
    /// When it is signed.
    pub date: Option<Exact<Date>>,
    /// How many copies.
    pub copies: Option<u64>,
    /// Other pacts and strategies it belongs to.
    pub related: Vec<Related>,
    /// How it is changed, as Markdown.
    pub amendment: Option<String>,
    /// Which language version counts.
    pub language: Option<String>,
}

/// Another pact or strategy.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Related {
    /// Its name.
    pub name: Option<String>,
    /// How the two belong together.
    pub relation: Option<String>,
}

/// The partnership agreement of the project.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Agreement {
    /// The lead partner.
    pub lead: Option<Named>,
    /// The law it stands on.
    pub legal_basis: Option<String>,
    /// The day it was signed.
    pub date: Option<Exact<Date>>,
    /// Where it is signed.
    pub place: Option<String>,
    /// How many copies.
    pub copies: Option<u64>,
    /// Its clauses.
    pub clauses: Vec<Clause>,
    /// The papers that belong to it.
    pub annexes: Vec<String>,
}

/// A clause of the agreement.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Clause {
    /// The code of the element.
    pub code: String,
    /// Its label.
    pub label: String,
    /// What it says, as Markdown.
    pub text: Option<String>,
}

/// A paper that goes with the application.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Annex {
    /// Its id.
    pub id: String,
    /// The code of its kind.
    pub kind_code: Option<String>,
    /// The label of its kind.
    pub kind: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The partners that sign it.
    pub signers: Vec<Named>,
    /// Whether all partners sign it, associates apart.
    pub is_for_all: bool,
}

impl Pact {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let pact = voice.facts.root().pact();
        let related = |entry: At<'_, model::RelatedPact>| Related {
            name: voice.text(entry.name()),
            relation: voice.text(entry.relation()),
        };
        Self {
            title: voice.text(pact.title()),
            scale: pact.scale.get().map(|scale| voice.label("pact_scales", scale.as_str())),
            scale_note: voice.prose(pact.scale_note()),
            preamble: voice.prose(pact.preamble()),
            declaration: voice.must(voice.prose(pact.declaration()), "PACT-02"),
            policy_context: voice.all_named(&pact.policy_context),
            validity: voice.days(&pact.validity),
            place: voice.text(pact.place()),
            date: voice.date(&pact.date),
            copies: pact.copies.get().map(|count| count.get()),
            related: pact.related().each().map(related).collect(),
            amendment: voice.prose(pact.amendment()),
            language: voice.text(pact.language()),
        }
    }
}

impl Agreement {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let agreement = voice.facts.root().agreement();
        let clause = |(code, text): (&model::AgreementElement, At<'_, model::Prose>)| Clause {
            code: code.to_string(),
            label: voice.label("agreement_elements", code.as_str()),
            text: voice.passage(text),
        };
        Self {
            lead: voice.named_by(&agreement.lead),
            legal_basis: voice.text(agreement.legal_basis()),
            date: voice.date(&agreement.date),
            place: voice.text(agreement.place()),
            copies: agreement.copies.get().map(|count| count.get()),
            clauses: agreement.clauses().each().map(clause).collect(),
            annexes: voice.texts(agreement.annexes()),
        }
    }

    /// Marks the gap of each element that a call demands and the authors have not worded.
    pub(super) fn mark_missing(&mut self, demanded: &[String], lang: Lang) {
        for code in demanded {
            let gap = Some(mark::gap("AGR-01", lang));
            match self.clauses.iter_mut().find(|clause| clause.code == *code) {
                Some(Clause { text: text @ None, .. }) => *text = gap,
                Some(_) => {}
                None => {
                    let term =
                        catalogue::further().list("agreement_elements").and_then(|list| list.get(code));
                    let label = term.map_or(code.as_str(), |term| term.label(lang)).to_owned();
                    self.clauses.push(Clause { code: code.clone(), label, text: gap });
                }
            }
        }
    }
}

impl Annex {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let one = |annex: &Placed<'_, model::Annex>| Self {
            id: annex.id.to_owned(),
            kind_code: annex.kind.get().map(ToString::to_string),
            kind: annex.kind.get().map(|kind| voice.label("annex_kinds", kind.as_str())),
            title: voice.text(annex.title()),
            signers: voice.all_named(&annex.signers),
            is_for_all: voice
                .facts
                .members()
                .all(|partner| annex.signers.iter().any(|signer| signer.as_str() == partner.id)),
        };
        voice.facts.annexes.iter().map(one).collect()
    }
}
