//! The pact, the agreement, annexes. Out: `Pact`, `Agreement`, `Annex`.

use super::shown::{OfField, shown};
use super::voice::Voice;
use super::{Days, Exact, Labelled, Named, mark};
use crate::catalogue;
use crate::described::At;
use crate::lang::Lang;
use crate::model;
use crate::units::Date;

shown! {
    /// The Local Employment Pact.
    Pact from (voice, pact: model::Pact) {
        /// Its title.
        title: Option<String>;
        /// The label of its scale.
        scale: Option<String>;
        /// Why the scale differs from the area's level, as Markdown.
        scale_note: Option<String>;
        /// Common concern, context, values, as Markdown.
        preamble: Option<String>;
        /// What the partners publicly commit themselves to, as Markdown.
        declaration: Option<String> = voice.must(voice.shown(pact.declaration()), pact.declaration());
        /// European and national documents it stands under.
        policy_context: Vec<Named>;
        /// How long it holds.
        validity: Option<Days>;
        /// Where it is signed.
        place: Option<String>;
        /// When it is signed.
        date: Option<Exact<Date>>;
        /// How many copies.
        copies: Option<u64>;
        /// Other pacts and strategies it belongs to.
        related: Vec<Related>;
        /// How it is changed, as Markdown.
        amendment: Option<String>;
        /// Which language version counts.
        language: Option<String>;
    }

    /// Another pact or strategy.
    Related from (voice, entry: model::RelatedPact) {
        /// Its name.
        name: Option<String>;
        /// How the two belong together.
        relation: Option<String>;
    }

    /// The partnership agreement of the project.
    Agreement from (voice, agreement: model::Agreement) {
        /// The lead partner.
        lead: Option<Named>;
        /// The law it stands on.
        legal_basis: Option<String>;
        /// The day it was signed.
        date: Option<Exact<Date>>;
        /// Where it is signed.
        place: Option<String>;
        /// How many copies.
        copies: Option<u64>;
        /// Its clauses.
        clauses: Vec<Clause>;
        /// The papers that belong to it.
        annexes: Vec<String>;
    }

    /// A clause of the agreement.
    Clause {
        /// The code of the element.
        code: String;
        /// Its label.
        label: String;
        /// What it says, as Markdown.
        text: Option<String>;
    }

    /// A paper that goes with the application.
    Annex from (voice, annex: model::Annex) {
        /// Its id.
        id: String;
        /// The code of its kind.
        kind_code: Option<String> = voice.code(annex.kind());
        /// The label of its kind.
        kind: Option<String>;
        /// Its title.
        title: Option<String>;
        /// Its file.
        file: Option<String>;
        /// The partners that sign it.
        signers: Vec<Named>;
        /// Whether all partners sign it, associates apart.
        is_for_all: bool = voice.facts.members().all(|partner| annex.signers.names(partner.id));
    }
}

impl OfField<model::Map<model::AgreementElement, model::Prose>> for Vec<Clause> {
    fn of_field(
        voice: &Voice<'_, '_>,
        clauses: At<'_, model::Map<model::AgreementElement, model::Prose>>,
    ) -> Self {
        let said: Vec<Labelled> = voice.shown(clauses);
        said.into_iter().map(|Labelled { code, label, text }| Clause { code, label, text }).collect()
    }
}

impl Agreement {
    /// Marks the gap of each element that a call demands and the authors have not worded.
    pub(super) fn mark_missing(&mut self, demanded: &[String], lang: Lang) {
        for code in demanded {
            let term = catalogue::further().list("agreement_elements").and_then(|list| list.get(code));
            let label = term.map_or(code.as_str(), |term| term.label(lang)).to_owned();
            let gap = Some(mark::gap(&label, lang));
            match self.clauses.iter_mut().find(|clause| clause.code == *code) {
                Some(Clause { text: text @ None, .. }) => *text = gap,
                Some(_) => {}
                None => self.clauses.push(Clause { code: code.clone(), label, text: gap }),
            }
        }
    }
}
