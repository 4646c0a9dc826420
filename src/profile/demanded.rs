//! What a call demands of its own terms and of those of the shipped lists. In: a profile. Out: codes, terms.

use super::{OwnIndicator, OwnList, OwnTerm, Profile};

impl Profile {
    /// Returns the call's own term of a list; `None` where the call does not have it.
    pub fn own_term(&self, list: &str, code: &str) -> Option<&OwnTerm> {
        let terms = self.own_terms.iter().flat_map(|stated| &stated.value);
        terms.into_iter().find(|term| term.list.name() == list && term.code == code)
    }

    /// Returns an indicator of the call's own list.
    pub fn own_indicator(&self, code: &str) -> Option<&OwnIndicator> {
        let own = self.indicators.iter().flat_map(|stated| &stated.value);
        own.into_iter().find(|one| one.code.eq_ignore_ascii_case(code.trim()))
    }

    /// Returns the codes of a list that are due: those of the shipped list that the profile names, and the
    /// call's own.
    pub fn due(&self, list: OwnList) -> Vec<&str> {
        let shipped = match list {
            OwnList::AgreementElements => Some(&self.agreement_elements.value),
            OwnList::AnnexKinds => self.annexes_required.as_ref().map(|stated| &stated.value),
            OwnList::HorizontalPrinciples => Some(&self.horizontal_required.value),
        };
        let terms = self.own_terms.iter().flat_map(|stated| &stated.value);
        let own = terms.filter(|term| term.list == list && term.required).map(|term| term.code.as_str());
        shipped.into_iter().flatten().map(String::as_str).chain(own).collect()
    }
}
