//! What a partner does and where it sits. Out: `PartnerTask`, `Seat`.

use super::shown::shown;
use super::voice::Voice;
use super::{Days, Named};
use crate::facts::Placed;
use crate::model;
use crate::units::Count;

shown! {
    /// An action that a partner leads or joins in.
    PartnerTask {
        /// The action's id.
        id: String;
        /// The action in one line.
        title: String;
        /// Whether the partner answers for it.
        leads: bool;
        /// Its days.
        days: Option<Days>;
    }

    /// A seat in a body of the partnership.
    Seat {
        /// The body's id.
        id: String;
        /// The body's name.
        title: String;
        /// Whether the partner is in the chair.
        chairs: bool;
        /// The partner's votes.
        votes: u64;
        /// The votes of all members.
        votes_of_all: u64;
    }
}

impl PartnerTask {
    /// Returns what a partner leads, then what it joins in.
    pub(super) fn all(voice: &Voice<'_, '_>, id: &str) -> Vec<Self> {
        let task = |leads: bool, action: &Placed<'_, model::Action>| {
            let Named { id, title } = voice.named(action.id)?;
            Some(Self { id, title, leads, days: voice.span(&action.from, &action.to) })
        };
        let led = voice.facts.actions_led_by(id).filter_map(|action| task(true, action));
        led.chain(voice.facts.actions_joined_by(id).filter_map(|action| task(false, action))).collect()
    }
}

impl Seat {
    /// Returns the seats of a partner, in the order of the bodies.
    pub(super) fn of(voice: &Voice<'_, '_>, id: &str) -> Vec<Self> {
        let seat = |body: &Placed<'_, model::Body>| {
            let member = body.members.iter().find(|member| member.as_str() == id)?;
            let title = voice.words(body.name())?;
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
