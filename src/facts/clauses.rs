//! How the agreement words each of its elements. In: `Agreement`, the library of clauses. Out: `Wording`, what is
//! lacking.

use super::Facts;
use crate::catalogue::{Clause, ClauseSet, clause_set};
use crate::described::At;
use crate::model::{AgreementElement, Prose};

/// Where the words of a clause come from.
#[derive(Clone, Copy, Debug)]
pub enum Wording<'app> {
    /// The application's own words.
    Own(At<'app, Prose>),
    /// The library's, which the application takes.
    Taken(&'static Clause),
}

impl<'app> Facts<'app> {
    /// Returns the set of clauses that the agreement takes; `None` where it takes none or names an unknown one.
    pub fn taken(&self) -> Option<&'static ClauseSet> {
        clause_set(self.application.agreement.take.get()?.as_str())
    }

    /// Returns how the agreement words an element: its own words stand before the library's.
    pub fn wording(&self, element: &str) -> Option<Wording<'app>> {
        let agreement = &self.application.agreement;
        let code = AgreementElement::from(element);
        let own = self.root().agreement().clauses();
        if let Some((_, own)) = own.each().find(|(known, own)| **known == code && !own.is_blank()) {
            return Some(Wording::Own(own));
        }
        let is_dropped = agreement.drop.iter().any(|dropped| *dropped == code);
        self.taken().filter(|_| !is_dropped)?.clause(element).map(Wording::Taken)
    }

    /// Returns the elements among these that the agreement does not word; what could not be read is there.
    pub fn unworded<'code>(&self, elements: &[&'code str]) -> Vec<&'code str> {
        let clauses = &self.application.agreement.clauses;
        let is_unread = |code: &str| {
            let element = AgreementElement::from(code);
            clauses.get(&element).is_none() && !clauses.lacks(&element)
        };
        let open = |code: &&str| !is_unread(code) && self.wording(code).is_none();
        elements.iter().copied().filter(open).collect()
    }
}
