//! Who leads, who is a party, how partners have to be chosen. In: `Facts`. Out: partners, yes or no, for
//! rules and calendar alike.

use super::{Facts, Placed};
use crate::model::{Field, Id, List, Partner, PartnerStatus, Sector, Text};
use crate::words::plain;

/// Returns a name as it is compared, in each language.
fn names(name: &Field<Text>) -> impl Iterator<Item = String> {
    name.get().into_iter().flat_map(Text::all).map(|(_, name)| plain(name)).filter(|name| !name.is_empty())
}

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

    /// Returns the partner that a partner is a unit of, named by its id, its tax number or its name.
    pub fn whole(&self, partner: &Placed<'app, Partner>) -> Option<&Placed<'app, Partner>> {
        let of = &partner.entry.unit_of;
        let by_id = of.partner.get().and_then(|id| self.partner(id.as_str()));
        let is_same = |other: &&Placed<'app, Partner>| {
            let nip = of.registers.nip.get().filter(|nip| !nip.is_none());
            nip.is_some_and(|nip| other.registers.nip.get() == Some(nip))
                || names(&of.name).any(|own| names(&other.name).any(|name| name == own))
        };
        by_id.or_else(|| self.partners.iter().find(is_same)).filter(|whole| whole.place != partner.place)
    }

    /// Returns by what a legal person is known: the partner that it is, else its tax number or its name. Partners of
    /// which the same is said are one party.
    fn person(&self, partner: &Placed<'app, Partner>) -> String {
        let mut own = partner;
        // A circle of units ends.
        for _ in &self.partners {
            let Some(whole) = self.whole(own) else { break };
            own = whole;
        }
        let of = &own.entry.unit_of;
        let nip = of.registers.nip.get().filter(|nip| !nip.is_none()).map(|nip| format!("NIP {nip}"));
        nip.or_else(|| names(&of.name).next()).unwrap_or_else(|| own.place.to_string())
    }

    /// Returns the parties: members that are one legal person stand together, that person before its units.
    pub fn parties(&self) -> Vec<Vec<&Placed<'app, Partner>>> {
        let mut parties: Vec<(String, Vec<&Placed<'app, Partner>>)> = Vec::new();
        for member in self.members() {
            let person = self.person(member);
            match parties.iter_mut().find(|(known, _)| *known == person) {
                Some((_, party)) if self.whole(member).is_none() => party.insert(0, member),
                Some((_, party)) => party.push(member),
                None => parties.push((person, vec![member])),
            }
        }
        parties.into_iter().map(|(_, party)| party).collect()
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
