//! Bodies of the partnership. Out: `Body` with its members' votes.

use super::Named;
use super::shown::shown;
use super::voice::Voice;
use crate::described::At;
use crate::model;

shown! {
    /// A body of the partnership.
    Body from (voice, body: model::Body) {
        /// Its id.
        id: String;
        /// Its name.
        name: Option<String> = voice.name(body.name());
        /// The code of its kind: `assembly`.
        kind_code: Option<String> = voice.code(body.kind());
        /// The label of its kind.
        kind: Option<String>;
        /// The partners in it.
        members: Vec<Named>;
        /// Whether all partners are in it.
        is_of_all: bool = voice.facts.is_of_all(&body.members);
        /// The partner in the chair.
        chair: Option<Named>;
        /// How often it meets: `co trzy miesiące`.
        meets: Option<String> = voice.every(&body.meets_months);
        /// The label of how it decides.
        decision: Option<String>;
        /// What it decides on.
        competences: Vec<String>;
        /// Whether anybody may attend.
        public_sessions: bool;
        /// The votes of each member.
        votes: Vec<Votes> = votes(voice, body);
    }

    /// A member's votes.
    Votes {
        /// The member.
        partner: Named;
        /// How many.
        count: u64;
    }
}

fn votes(voice: &Voice<'_, '_>, body: At<'_, model::Body>) -> Vec<Votes> {
    let votes = |member: &model::Id| {
        let partner = voice.named(member.as_str())?;
        Some(Votes { partner, count: voice.facts.votes(body.entry, member) })
    };
    body.members.iter().filter_map(votes).collect()
}
