//! A context as one call, one partner, one deed or one party has it. In: `Context`. Out: the same with what is its own.

use super::agreement::Told;
use super::{Context, Deed, Partner, Party};
use crate::profile::{OwnList, Profile};

impl Context {
    /// Adds what the profile of the call decides: which marks are low, which marks of funding papers bear, and what
    /// it demands of the agreement and nobody has worded.
    #[must_use]
    pub fn under(mut self, profile: &Profile) -> Self {
        self.assessment.add_low(&self.principles, profile.numbers.improvement_rating_max.value);
        // The general profile belongs to no call, and so leaves what the application says.
        if profile.id != "neutral" {
            self.is_pact = profile.is_a("pact");
        }
        self.marks = profile.marks.as_ref().map(|stated| stated.value.clone()).unwrap_or_default();
        let told = Told {
            tasks: self.actions.iter().any(|action| action.lead.is_some()),
            amounts: !self.budget.parties.is_empty(),
        };
        self.agreement.mark_missing(told, profile, self.lang);
        let lang = self.lang;
        let own = |list: OwnList, code: Option<&String>| {
            Some(profile.own_term(list.name(), code?)?.name.get(lang).to_owned())
        };
        for statement in &mut self.horizontal {
            let named = own(OwnList::HorizontalPrinciples, Some(&statement.code));
            statement.label = named.unwrap_or_else(|| std::mem::take(&mut statement.label));
        }
        for annex in &mut self.annexes {
            annex.kind = own(OwnList::AnnexKinds, annex.kind_code.as_ref()).or_else(|| annex.kind.take());
        }
        self
    }

    /// Returns the same for a paper that is one partner's own.
    #[must_use]
    pub fn for_partner(&self, partner: &Partner) -> Self {
        Self { partner: Some(partner.clone()), ..self.clone() }
    }

    /// Returns the same for the signatures under one deed: its signatories alone are the parties.
    #[must_use]
    pub fn for_deed(&self, deed: &Deed) -> Self {
        Self { deed: Some(deed.clone()), parties: deed.parties.clone(), ..self.clone() }
    }

    /// Returns the same for a paper that is one party's own.
    #[must_use]
    pub fn for_party(&self, party: &Party) -> Self {
        Self { party: Some(party.clone()), ..self.clone() }
    }
}
