//! Who signs: legal persons with the units through which they take part. Out: `Party`.

use super::Exact;
use super::partners::{Representative, whole_name};
use super::registers::Registers;
use super::shown::shown;
use super::voice::Voice;
use crate::facts::Placed;
use crate::model;
use crate::units::Money;

shown! {
    /// A party of a contract.
    Party {
        /// The id of the partner that it is, else of its first unit.
        id: String;
        /// Its full name, behind it those of its units: `Powiat X / Powiatowy Urząd Pracy w X`.
        name: String;
        /// The short name of the partner that it is, else of its first unit.
        alias: Option<String>;
        /// Its units with short names of their own, behind the first partner.
        units: Vec<PartyUnit>;
        /// Its legal form; none where it is no partner itself.
        legal_form: Option<String>;
        /// Its address.
        address: Option<String>;
        /// Its numbers in registers.
        registers: Registers;
        /// The bank accounts of its partners.
        bank_accounts: Vec<String>;
        /// What its partners spend in the budget; none without lines.
        budget: Option<Exact<Money>>;
        /// Their own contribution on these lines; none without.
        own: Option<Exact<Money>>;
        /// Who acts for it.
        representatives: Vec<Representative>;
        /// Whether they sign together.
        joint_representation: bool;
        /// Whether it is the lead partner of the agreement, else of the partnership.
        leads: bool;
    }

    /// A unit of a party.
    PartyUnit {
        /// Its full name.
        name: String;
        /// Its short name.
        alias: Option<String>;
    }
}

impl Party {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        Self::among(voice, |_| true)
    }

    /// Returns the parties of which one of the partners is wanted.
    pub(super) fn among(voice: &Voice<'_, '_>, is_wanted: impl Fn(&str) -> bool) -> Vec<Self> {
        let all = voice.facts.parties();
        let own = all.iter().filter(|partners| partners.iter().any(|partner| is_wanted(partner.id)));
        own.filter_map(|partners| Self::of(voice, partners)).collect()
    }

    fn of(voice: &Voice<'_, '_>, partners: &[&Placed<'_, model::Partner>]) -> Option<Self> {
        let first = *partners.first()?;
        let name = |partner: &Placed<'_, model::Partner>| {
            voice.must_name(voice.words(partner.name()), partner.name())
        };
        let whole = first.unit_of();
        // Of what signs no contract itself the application tells under its unit, or among the associates.
        let outside = whole_name(voice, **first);
        let is_outside = outside.is_some();
        let associate = voice.facts.whole(first).map(|own| own.registers());
        let names: Vec<String> = outside.into_iter().chain(partners.iter().map(|own| name(own))).collect();
        let unit = |own: &&Placed<'_, model::Partner>| PartyUnit {
            name: name(own),
            alias: voice.words(own.short()),
        };
        let lead = voice.facts.application.agreement.lead.get().map(|lead| lead.as_str());
        let lead = lead.or_else(|| Some(voice.facts.leader()?.id));
        let own_people: Vec<Representative> = voice.shown(first.representatives());
        let people: Vec<Representative> = voice.shown(whole.representatives());
        Some(Self {
            id: first.id.to_owned(),
            name: voice.example(Some(names.join(" / ")), &first.fictional)?,
            alias: voice.words(first.short()),
            units: partners[1..].iter().map(unit).collect(),
            legal_form: voice.words(first.legal_form()).filter(|_| !is_outside),
            address: voice.words(whole.address()).or_else(|| voice.words(first.address())),
            registers: Registers::of(
                voice,
                match associate {
                    Some(own) => own,
                    None if is_outside => whole.registers(),
                    None => first.registers(),
                },
            ),
            bank_accounts: partners.iter().filter_map(|own| voice.words(own.bank_account())).collect(),
            budget: sum(partners, |own| voice.sums().of_partner(own.id)),
            own: sum(partners, |own| voice.facts.own_of(own.id)),
            representatives: if people.is_empty() { own_people } else { people },
            joint_representation: first.joint_representation.copied().unwrap_or_default(),
            leads: lead.is_some_and(|lead| partners.iter().any(|own| own.id == lead)),
        })
    }
}

/// Returns the sum of what partners have; `None` where none of them has anything.
fn sum(
    partners: &[&Placed<'_, model::Partner>],
    of: impl Fn(&Placed<'_, model::Partner>) -> Option<Money>,
) -> Option<Exact<Money>> {
    let given: Vec<Money> = partners.iter().filter_map(|own| of(own)).collect();
    (!given.is_empty()).then(|| Exact(given.into_iter().sum()))
}
