//! What a partner does and where it sits. Out: `PartnerTask`, `Seat`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Days;
use super::voice::Voice;
use crate::facts::Placed;
use crate::model;
use crate::units::Count;

/// An action that a partner leads or joins in.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct PartnerTask {
    /// The action's id.
    pub id: String,
    /// The action in one line.
    pub title: String,
    /// Whether the partner answers for it.
    pub leads: bool,
    /// Its days.
    pub days: Option<Days>,
}

/// A seat in a body of the partnership.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Seat {
    /// The body's id.
    pub id: String,
    /// The body's name.
    pub title: String,
    /// Whether the partner is in the chair.
    pub chairs: bool,
    /// The partner's votes.
    pub votes: u64,
    /// The votes of all members.
    pub votes_of_all: u64,
}

impl PartnerTask {
    /// Returns what a partner leads, then what it joins in.
    pub(super) fn of(voice: &Voice<'_, '_>, id: &str) -> Vec<Self> {
        let of_role = |leads: bool| {
            let found = voice.facts.actions.iter().filter(move |action| {
                let is_lead = action.lead.get().is_some_and(|lead| lead.as_str() == id);
                let joins = action.partners.iter().any(|partner| partner.as_str() == id);
                if leads { is_lead } else { joins && !is_lead }
            });
            found.filter_map(move |action| {
                let named = voice.named(action.id)?;
                let days = voice.span(&action.from, &action.to);
                Some(Self { id: named.id, title: named.title, leads, days })
            })
        };
        of_role(true).chain(of_role(false)).collect()
    }
}

impl Seat {
    /// Returns the seats of a partner, in the order of the bodies.
    pub(super) fn of(voice: &Voice<'_, '_>, id: &str) -> Vec<Self> {
        let seat = |body: &Placed<'_, model::Body>| {
            let member = body.members.iter().find(|member| member.as_str() == id)?;
            let title = voice.text(body.name())?;
            let votes = |member: &model::Id| Count::new(voice.facts.votes(body.entry, member));
            Some(Self {
                id: body.id.to_owned(),
                title,
                chairs: body.chair.get().is_some_and(|chair| chair == member),
                votes: votes(member).get(),
                votes_of_all: body.members.iter().map(votes).sum::<Count>().get(),
            })
        };
        voice.facts.bodies.iter().filter_map(seat).collect()
    }
}
