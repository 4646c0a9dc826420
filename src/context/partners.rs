//! Partners. Out: `Partner`, and all of them by `Sector`.

use super::partner_money::PartnerMoney;
use super::partner_tasks::{PartnerTask, Seat};
use super::registers::Registers;
use super::shown::shown;
use super::voice::Voice;
use super::{Exact, Named};
use crate::described::At;
use crate::model;
use crate::units::{Date, Money};

shown! {
    /// A partner.
    Partner from (voice, partner: model::Partner) {
        /// Its id.
        id: String;
        /// Its full name.
        name: Option<String> =
            Some(voice.must_name(voice.example(voice.shown(partner.name()), &partner.fictional), partner.name()));
        /// Its short name; the full one where it has none.
        short: Option<String> =
            Some(voice.must_name(voice.words(partner.short()).or_else(|| voice.shown(partner.name())), partner.name()));
        /// Its short name, if it has one of its own.
        alias: Option<String> = voice.shown(partner.short());
        /// What kind of body it is, in words.
        kind: Option<String> = voice.words(partner.kind_label()).or_else(|| bare(voice.shown(partner.kind())));
        /// Whether it is a commune, a county or a voivodeship.
        is_local_authority: bool = voice.code(partner.kind()).is_some_and(|code| code == "local_authority");
        /// The code of its sector.
        sector: Option<String> = voice.code(partner.sector());
        /// The label of its sector.
        sector_label: Option<String> = voice.shown(partner.sector());
        /// `leader`, `partner` or `associate`.
        status: Option<String> = voice.code(partner.status());
        /// The label of its status.
        status_label: Option<String> = voice.shown(partner.status());
        /// Whether it founded the partnership.
        founding: bool;
        /// When it joined.
        joined: Option<Exact<Date>>;
        /// Its legal form.
        legal_form: Option<String>;
        /// The legal person that it is a unit of; none where it is one itself.
        unit_of: Option<String> = whole_name(voice, partner);
        /// Its tax number.
        nip: Option<String> = Registers::of(voice, partner.registers()).nip;
        /// Its statistical number.
        regon: Option<String> = Registers::of(voice, partner.registers()).regon;
        /// Its number in the court register.
        krs: Option<String> = Registers::of(voice, partner.registers()).krs;
        /// Its entry in another register.
        other_register: Option<String> = voice.shown(partner.registers().other());
        /// Its own main activity by the Polish Classification of Activities.
        pkd: Option<String>;
        /// The bank account for the transfer of funds.
        bank_account: Option<String>;
        /// Its status for VAT.
        vat: Option<String>;
        /// Its address.
        address: Option<String>;
        /// How to reach it.
        contact: Option<String>;
        /// Who acts for it.
        representatives: Vec<Representative>;
        /// Whether they sign together.
        joint_representation: bool;
        /// What it does in the partnership, as Markdown.
        role: Option<String> = role(voice, partner);
        /// Its role in a version for tight limits, as Markdown; there only where the long one does not fit.
        role_short: Option<String> = voice.short(partner.role_short());
        /// What the others expect of it, as Markdown.
        expectations: Option<String>;
        /// Why this partner, as Markdown.
        why: Option<String>;
        /// What it has done before, as Markdown.
        experience: Option<String>;
        /// Its people for the work.
        team: Vec<Competence>;
        /// What it brings.
        brings: Vec<Contribution>;
        /// What it gains.
        gains: Vec<String>;
        /// The target groups it speaks for.
        represents: Vec<Named>;
        /// Its votes.
        votes: u64 = partner.votes.get().map_or(1, |count| count.get());
        /// How it was chosen, as Markdown.
        selection: Option<String> = selection(voice, partner);
        /// The open call by which it was chosen.
        open_call: OpenCall;
        /// The day it was chosen.
        selected: Option<Exact<Date>>;
        /// The actions it leads.
        leads: Vec<Named> = voice.all_called(voice.facts.actions_led_by(partner.id));
        /// The actions it joins in.
        joins: Vec<Named> = voice.all_called(voice.facts.actions_joined_by(partner.id));
        /// The actions it leads, then those it joins in, with their days.
        tasks: Vec<PartnerTask> = PartnerTask::all(voice, partner.id);
        /// Its seats in the partnership's bodies.
        seats: Vec<Seat> = Seat::of(voice, partner.id);
        /// Its part of the budget; none without lines.
        budget: Option<Exact<Money>> = voice.sums().of_partner(partner.id).map(Exact);
        /// The same with its own contribution; none without lines.
        money: Option<PartnerMoney> = PartnerMoney::of(voice, partner.id);
    }

    /// Who acts for a partner.
    Representative from (voice, person: model::Representative) {
        /// Their name.
        name: Option<String>;
        /// Their function.
        function: Option<String>;
        /// The basis of representation, with number and day of the act behind it.
        mandate: Option<String> = mandate(voice, person);
        /// Whether they sign.
        signs: bool;
        /// Whether they countersign as treasurer.
        countersigns: bool;
    }

    /// A function and what the person can do.
    Competence from (voice, member: model::Competence) {
        /// The function.
        function: Option<String>;
        /// What the person can do.
        competence: Option<String>;
    }

    /// What a partner brings.
    Contribution from (voice, entry: model::Contribution) {
        /// The label of the kind of resource.
        resource: Option<String>;
        /// What it is.
        text: Option<String>;
        /// What it is worth.
        value: Option<Exact<Money>>;
    }

    /// An open call for partners.
    OpenCall from (voice, call: model::OpenCall) {
        /// The notice.
        url: Option<String>;
        /// The day of the notice.
        published: Option<Exact<Date>>;
        /// The last day to come forward.
        deadline: Option<Exact<Date>>;
        /// What the choice weighed.
        criteria: Vec<String>;
        /// Where the result was published.
        results_url: Option<String>;
        /// When the result was published.
        results_on: Option<Exact<Date>>;
        /// Why no open call was needed.
        exception: Option<String>;
    }

    /// A sector with its partners.
    Sector {
        /// Its code.
        code: String;
        /// Its label.
        label: String;
        /// Its partners.
        partners: Vec<Named>;
    }
}

/// What a partner does is a gap only where nothing says what the others expect of it.
fn role(voice: &Voice<'_, '_>, partner: At<'_, model::Partner>) -> Option<String> {
    let role = voice.shown(partner.role());
    if voice.words(partner.expectations()).is_none() { voice.must(role, partner.role()) } else { role }
}

impl OpenCall {
    /// Returns the call by which the first partner was chosen that was chosen by one; an empty one without.
    pub(super) fn first(voice: &Voice<'_, '_>) -> Self {
        let called = voice.facts.partners.iter().find(|partner| partner.open_call.published.is_given());
        called.map(|partner| voice.shown(partner.open_call())).unwrap_or_default()
    }
}

/// Returns the name of the legal person that a partner is a unit of.
pub(super) fn whole_name(voice: &Voice<'_, '_>, partner: At<'_, model::Partner>) -> Option<String> {
    let whole = partner.unit_of();
    let named = whole.partner.get().and_then(|id| voice.facts.partner(id.as_str()));
    named.and_then(|named| voice.words(named.name())).or_else(|| voice.words(whole.name()))
}

/// Returns on what ground somebody signs: `uchwała zarządu nr 12/2026 z dnia 3 marca 2026 r.`
fn mandate(voice: &Voice<'_, '_>, person: At<'_, model::Representative>) -> Option<String> {
    let number = voice.words(person.mandate_number());
    let number = number.map(|number| format!("{} {number}", voice.lang.pick("nr", "no.")));
    let day = person.mandate_date.get().map(|day| day.words(voice.lang));
    let day = day.map(|day| format!("{} {day}", voice.lang.pick("z dnia", "of")));
    let parts: Vec<String> = [voice.words(person.mandate()), number, day].into_iter().flatten().collect();
    Some(parts.join(" ")).filter(|mandate| !mandate.is_empty())
}

/// Takes the gloss in brackets, which helps an author to choose, off the label of a kind.
fn bare(label: Option<String>) -> Option<String> {
    let label = label?;
    let gloss = label.find(" (").zip(label.rfind(')'));
    Some(match gloss {
        Some((from, to)) if from < to => format!("{}{}", &label[..from], &label[to + 1..]),
        _ => label,
    })
}

/// The leader was chosen by nobody.
fn selection(voice: &Voice<'_, '_>, partner: At<'_, model::Partner>) -> Option<String> {
    let selection = voice.shown(partner.selection());
    let leads = partner.status.get() == Some(&model::PartnerStatus::Leader);
    if leads { selection } else { voice.must(selection, partner.selection()) }
}

impl Sector {
    /// Returns the sectors that have partners.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let one = |sector: model::Sector| Self {
            code: sector.code().to_owned(),
            label: voice.label(model::Sector::LIST, sector.code()),
            partners: voice.all_called(voice.facts.partners_in(sector)),
        };
        let sectors = [model::Sector::Public, model::Sector::Business, model::Sector::Social];
        sectors.map(one).into_iter().filter(|sector| !sector.partners.is_empty()).collect()
    }
}
