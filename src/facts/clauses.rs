//! How a deed words each of its elements. In: `Agreement`, `Pact`, `Procedure`, the library of clauses. Out: `Wording`,
//! what is lacking.

use super::Facts;
use crate::catalogue::{Clause, ClauseSet, clause_set};
use crate::described::{At, Map};
use crate::model::{AgreementElement, PactElement, ProcedureElement, Prose};

/// A deed that takes clauses from the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The partnership agreement of a project.
    Agreement,
    /// The accord of the partners.
    Pact,
    /// The rules of procedure.
    Procedure,
}

impl Deed {
    /// The name of the list of its elements.
    pub fn elements(self) -> &'static str {
        match self {
            Self::Agreement => AgreementElement::LIST,
            Self::Pact => PactElement::LIST,
            Self::Procedure => ProcedureElement::LIST,
        }
    }
}

/// Where the words of a clause come from.
#[derive(Clone, Copy, Debug)]
pub enum Wording<'app> {
    /// The application's own words.
    Own(At<'app, Prose>),
    /// The library's, which the application takes.
    Taken(&'static Clause),
}

impl<'app> Facts<'app> {
    /// Returns the set of clauses that a deed takes; `None` where it takes none or names an unknown one.
    pub fn taken(&self, deed: Deed) -> Option<&'static ClauseSet> {
        let application = self.application;
        clause_set(match deed {
            Deed::Agreement => application.agreement.take.get()?.as_str(),
            Deed::Pact => application.pact.take.get()?.as_str(),
            Deed::Procedure => application.partnership.procedure.take.get()?.as_str(),
        })
    }

    /// Returns how a deed words an element: its own words stand before the library's.
    pub fn wording(&self, deed: Deed, element: &str) -> Option<Wording<'app>> {
        if let Some(own) = self.own_words(deed, element) {
            return Some(Wording::Own(own));
        }
        let application = self.application;
        let is_dropped = match deed {
            Deed::Agreement => application.agreement.drop.iter().any(|code| code.as_str() == element),
            Deed::Pact => application.pact.drop.iter().any(|code| code.as_str() == element),
            Deed::Procedure => {
                application.partnership.procedure.drop.iter().any(|code| code.as_str() == element)
            }
        };
        self.taken(deed).filter(|_| !is_dropped)?.clause(element).map(Wording::Taken)
    }

    /// Returns the author's own words on an element; the rules of procedure have a field for each.
    fn own_words(&self, deed: Deed, element: &str) -> Option<At<'app, Prose>> {
        match deed {
            Deed::Agreement => under(self.root().agreement().clauses(), element),
            Deed::Pact => under(self.root().pact().clauses(), element),
            Deed::Procedure => {
                let own = self.root().partnership().procedure();
                let voting = [own.convening(), own.quorum(), own.voting(), own.conflict()];
                let mut fields = voting.into_iter().chain([own.minutes(), own.exclusion(), own.amendment()]);
                fields.find(|field| field.field_key() == element && !field.is_blank())?.given()
            }
        }
    }

    /// Returns the elements among these that the agreement does not word; what could not be read is there.
    pub fn unworded<'code>(&self, elements: &[&'code str]) -> Vec<&'code str> {
        let clauses = &self.application.agreement.clauses;
        let is_unread = |code: &str| {
            let element = AgreementElement::from(code);
            clauses.get(&element).is_none() && !clauses.lacks(&element)
        };
        let open = |code: &&str| !is_unread(code) && self.wording(Deed::Agreement, code).is_none();
        elements.iter().copied().filter(open).collect()
    }
}

fn under<'app, K: AsRef<str> + PartialEq>(
    clauses: At<'app, Map<K, Prose>>,
    element: &str,
) -> Option<At<'app, Prose>> {
    let own = clauses.each().find(|(code, words)| code.as_ref() == element && !words.is_blank());
    own.map(|(_, words)| words)
}
