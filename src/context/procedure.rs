//! How the bodies of the partnership work. Out: `Procedure`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Exact;
use super::voice::Voice;
use crate::units::Date;

/// The rules of procedure, as far as the authors word them.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Procedure {
    /// Who calls meetings, how, how long before, as Markdown.
    pub convening: Option<String>,
    /// How many votes must be there, as Markdown.
    pub quorum: Option<String>,
    /// How votes are cast, as Markdown.
    pub voting: Option<String>,
    /// When a partner does not vote, as Markdown.
    pub conflict: Option<String>,
    /// Who writes minutes, adopts and shows them, as Markdown.
    pub minutes: Option<String>,
    /// How a partner is excluded, as Markdown.
    pub exclusion: Option<String>,
    /// How the rules are changed, as Markdown.
    pub amendment: Option<String>,
    /// When they were adopted.
    pub adopted: Option<Exact<Date>>,
    /// By what decision.
    pub decision: Option<String>,
}

impl Procedure {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let rules = voice.facts.root().partnership().procedure();
        Self {
            convening: voice.prose(rules.convening()),
            quorum: voice.prose(rules.quorum()),
            voting: voice.prose(rules.voting()),
            conflict: voice.prose(rules.conflict()),
            minutes: voice.prose(rules.minutes()),
            exclusion: voice.prose(rules.exclusion()),
            amendment: voice.prose(rules.amendment()),
            adopted: voice.date(&rules.adopted),
            decision: voice.text(rules.decision()),
        }
    }
}
