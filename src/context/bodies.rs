//! Bodies of the partnership. Out: `Body` with its members' votes.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;
use super::voice::Voice;
use crate::facts::Placed;
use crate::model;

/// A body of the partnership.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Body {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// The code of its kind: `assembly`.
    pub kind_code: Option<String>,
    /// The label of its kind.
    pub kind: Option<String>,
    /// The partners in it.
    pub members: Vec<Named>,
    /// Whether all partners are in it.
    pub is_of_all: bool,
    /// The partner in the chair.
    pub chair: Option<Named>,
    /// How often it meets: `co 3 miesiące`.
    pub meets: Option<String>,
    /// The label of how it decides.
    pub decision: Option<String>,
    /// What it decides on.
    pub competences: Vec<String>,
    /// Whether anybody may attend.
    pub public_sessions: bool,
    /// The votes of each member.
    pub votes: Vec<Votes>,
}

/// A member's votes.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Votes {
    /// The member.
    pub partner: Named,
    /// How many.
    pub count: u64,
}

impl Body {
    pub(super) fn one(voice: &Voice<'_, '_>, body: &Placed<'_, model::Body>) -> Self {
        let partners = &voice.facts.partners;
        let is_member = |id: &str| body.members.iter().any(|member| member.as_str() == id);
        let votes = body.members.iter().filter_map(|member| {
            let partner = voice.named(member.as_str())?;
            Some(Votes { partner, count: voice.facts.votes(body.entry, member) })
        });
        Self {
            id: body.id.to_owned(),
            name: Some(voice.must_name(voice.text(body.name()))),
            kind_code: body.kind.get().map(ToString::to_string),
            kind: body.kind.get().map(|kind| voice.label("body_kinds", kind.as_str())),
            members: voice.all_named(&body.members),
            is_of_all: !partners.is_empty() && partners.iter().all(|partner| is_member(partner.id)),
            chair: voice.named_by(&body.chair),
            meets: body.meets_months.get().map(|months| voice.every(months.get())),
            decision: body.decision.get().map(|rule| voice.label("decision_rules", rule.as_str())),
            competences: voice.texts(body.competences()),
            public_sessions: body.public_sessions.copied().unwrap_or_default(),
            votes: votes.collect(),
        }
    }
}
