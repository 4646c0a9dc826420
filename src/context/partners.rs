//! Partners. Out: `Partner`, and all of them by `Sector`.

use schemars::JsonSchema;
use serde::Serialize;

use super::partner_money::{PartnerMoney, Sums};
use super::partner_tasks::{PartnerTask, Seat};
use super::voice::Voice;
use super::{Exact, Named};
use crate::described::At;
use crate::facts::Placed;
use crate::model::{self};
use crate::units::{Date, Money};

/// A partner.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Partner {
    /// Its id.
    pub id: String,
    /// Its full name.
    pub name: Option<String>,
    /// Its short name; the full one where it has none.
    pub short: Option<String>,
    /// Its short name, if it has one of its own.
    pub alias: Option<String>,
    /// What kind of body it is, in words.
    pub kind: Option<String>,
    /// The code of its sector.
    pub sector: Option<String>,
    /// The label of its sector.
    pub sector_label: Option<String>,
    /// `leader`, `partner` or `associate`.
    pub status: Option<String>,
    /// The label of its status.
    pub status_label: Option<String>,
    /// Whether it founded the partnership.
    pub founding: bool,
    /// When it joined.
    pub joined: Option<Exact<Date>>,
    /// Its legal form.
    pub legal_form: Option<String>,
    /// Its tax number.
    pub nip: Option<String>,
    /// Its statistical number.
    pub regon: Option<String>,
    /// Its number in the court register.
    pub krs: Option<String>,
    /// Its own main activity by the Polish Classification of Activities.
    pub pkd: Option<String>,
    /// The bank account for the transfer of funds.
    pub bank_account: Option<String>,
    /// Its status for VAT.
    pub vat: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// How to reach it.
    pub contact: Option<String>,
    /// Who acts for it.
    pub representatives: Vec<Representative>,
    /// Whether they sign together.
    pub joint_representation: bool,
    /// What it does in the partnership, as Markdown.
    pub role: Option<String>,
    /// Its role in a version for tight limits, as Markdown; there only where the long one does not fit.
    pub role_short: Option<String>,
    /// What the others expect of it, as Markdown.
    pub expectations: Option<String>,
    /// Why this partner, as Markdown.
    pub why: Option<String>,
    /// What it has done before, as Markdown.
    pub experience: Option<String>,
    /// Its people for the work.
    pub team: Vec<Competence>,
    /// What it brings.
    pub brings: Vec<Contribution>,
    /// What it gains.
    pub gains: Vec<String>,
    /// The target groups it speaks for.
    pub represents: Vec<Named>,
    /// Its votes.
    pub votes: u64,
    /// How it was chosen, as Markdown.
    pub selection: Option<String>,
    /// The open call by which it was chosen.
    pub open_call: OpenCall,
    /// The day it was chosen.
    pub selected: Option<Exact<Date>>,
    /// The actions it leads.
    pub leads: Vec<Named>,
    /// The actions it joins in.
    pub joins: Vec<Named>,
    /// The actions it leads, then those it joins in, with their days.
    pub tasks: Vec<PartnerTask>,
    /// Its seats in the partnership's bodies.
    pub seats: Vec<Seat>,
    /// Its part of the budget; none without lines.
    pub budget: Option<Exact<Money>>,
    /// The same with its own contribution; none without lines.
    pub money: Option<PartnerMoney>,
}

/// Who acts for a partner.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Representative {
    /// Their name.
    pub name: Option<String>,
    /// Their function.
    pub function: Option<String>,
    /// The basis of representation.
    pub mandate: Option<String>,
    /// Whether they sign.
    pub signs: bool,
}

/// A function and what the person can do.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Competence {
    /// The function.
    pub function: Option<String>,
    /// What the person can do.
    pub competence: Option<String>,
}

/// What a partner brings.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Contribution {
    /// The label of the kind of resource.
    pub resource: Option<String>,
    /// What it is.
    pub text: Option<String>,
    /// What it is worth.
    pub value: Option<Exact<Money>>,
}

/// An open call for partners.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct OpenCall {
    /// The notice.
    pub url: Option<String>,
    /// The day of the notice.
    pub published: Option<Exact<Date>>,
    /// The last day to come forward.
    pub deadline: Option<Exact<Date>>,
    /// What the choice weighed.
    pub criteria: Vec<String>,
    /// Where the result was published.
    pub results_url: Option<String>,
    /// When the result was published.
    pub results_on: Option<Exact<Date>>,
    /// Why no open call was needed.
    pub exception: Option<String>,
}

/// A sector with its partners.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Sector {
    /// Its code.
    pub code: String,
    /// Its label.
    pub label: String,
    /// Its partners.
    pub partners: Vec<Named>,
}

impl Sector {
    /// Returns the sectors that have partners.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let one = |sector: model::Sector| Self {
            code: sector.code().to_owned(),
            label: voice.label("sectors", sector.code()),
            partners: voice.facts.partners_in(sector).filter_map(|partner| voice.named(partner.id)).collect(),
        };
        let sectors = [model::Sector::Public, model::Sector::Business, model::Sector::Social];
        sectors.map(one).into_iter().filter(|sector| !sector.partners.is_empty()).collect()
    }
}

impl Partner {
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let sums = Sums::of(voice.facts);
        let money = |id: &str| PartnerMoney::of(voice, &sums, id);
        let partners = voice.facts.partners.iter();
        partners
            .map(|partner| Self::one(voice, partner, sums.of_partner(partner.id), money(partner.id)))
            .collect()
    }

    fn one(
        voice: &Voice<'_, '_>,
        partner: &Placed<'_, model::Partner>,
        budget: Option<Money>,
        money: Option<PartnerMoney>,
    ) -> Self {
        let name = voice.text(partner.name());
        let alias = voice.text(partner.short());
        let status = partner.status.get().map(|status| status.code());
        let sector = partner.sector.copied().map(model::Sector::code);
        let label = voice.text(partner.kind_label());
        let kind = partner.kind.get().map(|kind| voice.label("partner_kinds", kind.as_str()));
        let actions = |leads: bool| -> Vec<Named> {
            let is =
                |field: &model::Field<model::Id>| field.get().is_some_and(|id| id.as_str() == partner.id);
            let joins = |list: &model::List<model::Id>| list.iter().any(|id| id.as_str() == partner.id);
            let found = voice.facts.actions.iter().filter(|action| match leads {
                true => is(&action.lead),
                false => joins(&action.partners) && !is(&action.lead),
            });
            found.filter_map(|action| voice.named(action.id)).collect()
        };
        let role = voice.prose(partner.role());
        let expectations = voice.prose(partner.expectations());
        let selection = voice.prose(partner.selection());
        Self {
            id: partner.id.to_owned(),
            short: Some(voice.must_name(alias.clone().or_else(|| name.clone()))),
            alias,
            name: Some(voice.must_name(voice.example(name, &partner.fictional))),
            kind: label.or(kind),
            sector: sector.map(str::to_owned),
            sector_label: sector.map(|code| voice.label("sectors", code)),
            status: status.map(str::to_owned),
            status_label: status.map(|code| voice.label("partner_statuses", code)),
            founding: partner.founding.copied().unwrap_or_default(),
            joined: voice.date(&partner.joined),
            legal_form: voice.text(partner.legal_form()),
            nip: partner.registers.nip.get().map(ToString::to_string),
            regon: partner.registers.regon.get().map(ToString::to_string),
            krs: partner.registers.krs.get().map(ToString::to_string),
            pkd: partner.pkd.get().map(ToString::to_string),
            bank_account: partner.bank_account.get().map(ToString::to_string),
            vat: voice.text(partner.vat()),
            address: voice.text(partner.address()),
            contact: voice.text(partner.contact()),
            representatives: representatives(voice, partner),
            joint_representation: partner.joint_representation.copied().unwrap_or_default(),
            role: if expectations.is_none() { voice.must(role, "PARTNER-06") } else { role },
            role_short: voice.short(partner.role_short()),
            expectations,
            why: voice.prose(partner.why()),
            experience: voice.prose(partner.experience()),
            team: team(voice, partner),
            brings: contributions(voice, partner),
            gains: voice.texts(partner.gains()),
            represents: voice.all_named(&partner.represents),
            votes: partner.votes.get().map_or(1, |count| count.get()),
            selection: if status == Some("leader") { selection } else { voice.must(selection, "AGR-03") },
            open_call: OpenCall::of(voice, partner),
            selected: voice.date(&partner.selected),
            leads: actions(true),
            joins: actions(false),
            tasks: PartnerTask::of(voice, partner.id),
            seats: Seat::of(voice, partner.id),
            budget: budget.map(Exact),
            money,
        }
    }
}

fn representatives(voice: &Voice<'_, '_>, partner: &Placed<'_, model::Partner>) -> Vec<Representative> {
    let one = |person: At<'_, model::Representative>| Representative {
        name: voice.plain(&person.name),
        function: voice.text(person.function()),
        mandate: voice.text(person.mandate()),
        signs: person.signs.copied().unwrap_or_default(),
    };
    partner.representatives().each().map(one).collect()
}

fn team(voice: &Voice<'_, '_>, partner: &Placed<'_, model::Partner>) -> Vec<Competence> {
    let one = |member: At<'_, model::Competence>| Competence {
        function: voice.text(member.function()),
        competence: voice.text(member.competence()),
    };
    partner.team().each().map(one).collect()
}

fn contributions(voice: &Voice<'_, '_>, partner: &Placed<'_, model::Partner>) -> Vec<Contribution> {
    let one = |entry: At<'_, model::Contribution>| Contribution {
        resource: entry.resource.get().map(|resource| voice.label("resources", resource.as_str())),
        text: voice.text(entry.text()),
        value: entry.value.copied().map(Exact),
    };
    partner.brings().each().map(one).collect()
}

impl OpenCall {
    fn of(voice: &Voice<'_, '_>, partner: &Placed<'_, model::Partner>) -> Self {
        let call = partner.open_call();
        Self {
            url: voice.plain(&call.url),
            published: voice.date(&call.published),
            deadline: voice.date(&call.deadline),
            criteria: voice.texts(call.criteria()),
            results_url: voice.plain(&call.results_url),
            results_on: voice.date(&call.results_on),
            exception: voice.text(call.exception()),
        }
    }
}
