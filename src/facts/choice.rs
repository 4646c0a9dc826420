//! Who leads, who is a party, how partners have to be chosen. In: `Facts`. Out: partners, yes or no, for
//! rules and calendar alike.

use super::{Facts, Placed};
use crate::model::{Field, Id, List, Partner, PartnerStatus, Sector};

/// Returns the number of the partner that leads.
pub(super) fn leader(facts: &Facts<'_>) -> Option<usize> {
    let leads = |partner: &Placed<'_, Partner>| partner.status.get() == Some(&PartnerStatus::Leader);
    facts.partners.iter().position(leads).or_else(|| {
        let named = facts.partner(facts.application.partnership.leader.partner.get()?.as_str())?;
        facts.partners.iter().position(|partner| partner.place == named.place)
    })
}

impl<'app> Facts<'app> {
    /// Returns the partner that leads: the one whose status says so, else the one that
    /// `partnership.leader` names.
    pub fn leader(&self) -> Option<&Placed<'app, Partner>> {
        self.partners.get(self.leader?)
    }

    /// Returns the partners that are parties: all but those that support from outside.
    pub fn members(&self) -> impl Iterator<Item = &Placed<'app, Partner>> {
        self.partners.iter().filter(|partner| partner.status.get() != Some(&PartnerStatus::Associate))
    }

    /// Tells whether a list names all partners, associates too; never where there are none.
    pub fn is_of_all(&self, ids: &List<Id>) -> bool {
        !self.partners.is_empty() && self.partners.iter().all(|partner| ids.names(partner.id))
    }

    /// Tells whether a partner is the one that leads.
    pub fn is_leader(&self, partner: &Placed<'_, Partner>) -> bool {
        self.leader().is_some_and(|leader| leader.place == partner.place)
    }

    /// Tells whether a partner is a contracting authority: as stated, else where its sector is the public one,
    /// whose bodies are (art. 33(2) of the act of 2014 speaks of the public finance sector itself). `None` for
    /// what could not be read.
    pub fn is_contracting(partner: &Partner) -> Option<bool> {
        let (stated, sector) = (&partner.contracting_authority, &partner.sector);
        let unsaid = stated.is_missing() && (sector.is_given() || sector.is_missing());
        stated.copied().or_else(|| unsaid.then(|| sector.get() == Some(&Sector::Public)))
    }

    /// Tells whether a partner has to be chosen by an open call (art. 39(2), (3) and (7) of the act of
    /// 28 April 2022; before it art. 33(2) and (4) of the act of 11 July 2014): the leader is a contracting
    /// authority, the partner is not, its seat is in the country and no special right stands for it. What
    /// could not be read asks for nothing.
    pub fn needs_open_call(&self, partner: &Placed<'_, Partner>) -> bool {
        self.leader().is_some_and(|leader| Self::is_contracting(leader) == Some(true))
            && self.is_chosen(partner)
            && Self::is_contracting(partner) == Some(false)
            && partner.open_call.exception.is_blank()
    }

    /// Tells whether a partner has to be chosen before the application is handed in (art. 39(4) and (7)): a
    /// party other than the leader, with its seat in the country.
    pub fn is_chosen(&self, partner: &Placed<'_, Partner>) -> bool {
        let party = partner.status.get() != Some(&PartnerStatus::Associate);
        party && !self.is_leader(partner) && no(&partner.foreign)
    }
}

/// Tells whether the author did not say yes.
fn no(field: &Field<bool>) -> bool {
    field.is_missing() || field.copied() == Some(false)
}
