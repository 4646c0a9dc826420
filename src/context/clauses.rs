//! The clauses of a deed: the authors' own and those of the library. Out: `Clause`, `ClauseLibrary`.

use super::Exact;
use super::shown::shown;
use super::voice::Voice;
use crate::catalogue;
use crate::facts::{Deed, Wording};
use crate::units::Date;

shown! {
    /// A clause of a deed.
    Clause {
        /// The code of the element.
        code: String;
        /// Its label.
        label: String;
        /// What it says, as Markdown.
        text: Option<String>;
    }

    /// The set of clauses that a deed takes.
    ClauseLibrary {
        /// Its name and version: `art39@1`.
        id: String;
        /// The law that it stands on, or usual practice.
        basis: String;
        /// The day up to which changes of that law were looked for.
        state_of_law: Option<Exact<Date>>;
        /// The lawyer who has read it; none so far.
        lawyer: Option<String>;
        /// The clauses taken from it, in its order.
        clauses: Vec<TakenClause>;
    }

    /// A clause taken from the library.
    TakenClause {
        /// The label of its element.
        label: String;
        /// What it answers: articles of a law, or usual practice.
        source: String;
        /// Whether its source was read.
        is_verified: bool;
    }
}

/// Returns what a deed says of each of its elements, in the order of the catalogue.
pub(super) fn clauses(voice: &Voice<'_, '_>, deed: Deed) -> Vec<Clause> {
    let list = deed.elements();
    let elements = catalogue::list(list).map(|list| list.codes());
    let clause = |code: &str| {
        let text = match voice.facts.wording(deed, code)? {
            Wording::Own(words) => voice.words(words),
            Wording::Taken(clause) => Some(voice.lang.pick(&clause.pl, &clause.en).to_owned()),
        };
        Some(Clause { code: code.to_owned(), label: voice.label(list, code), text })
    };
    elements.into_iter().flatten().filter_map(clause).collect()
}

impl ClauseLibrary {
    /// Returns what a deed takes from the library; `None` where it takes nothing.
    pub(super) fn of(voice: &Voice<'_, '_>, deed: Deed) -> Option<Self> {
        let (lang, set) = (voice.lang, voice.facts.taken(deed)?);
        let is_taken = |code: &str| matches!(voice.facts.wording(deed, code), Some(Wording::Taken(_)));
        let taken = set.clauses.iter().filter(|clause| is_taken(&clause.element)).map(|clause| TakenClause {
            label: voice.label(deed.elements(), &clause.element),
            source: clause.source.get(lang).to_owned(),
            is_verified: clause.verified_on.is_some(),
        });
        Some(Self {
            id: set.id.clone(),
            basis: set.basis.get(lang).to_owned(),
            state_of_law: set.state_of_law.map(Exact),
            lawyer: set.lawyer.as_ref().map(|lawyer| lawyer.get(lang).to_owned()),
            clauses: taken.collect(),
        })
    }
}
