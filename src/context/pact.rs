//! The pact, annexes. Out: `Pact`, `Annex`.

use super::clauses::{Clause, ClauseLibrary, clauses};
use super::shown::shown;
use super::{Days, Exact, Named};
use crate::facts::Deed;
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
        /// Its clauses: the authors' own, else those of the library that is taken.
        clauses: Vec<Clause> = clauses(voice, Deed::Pact);
        /// The set of the library that it takes.
        library: Option<ClauseLibrary> = ClauseLibrary::of(voice, Deed::Pact);
    }

    /// Another pact or strategy.
    Related from (voice, entry: model::RelatedPact) {
        /// Its name.
        name: Option<String>;
        /// How the two belong together.
        relation: Option<String>;
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
