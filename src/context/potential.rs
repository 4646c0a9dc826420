//! Who carries the project out, and with what. Out: `Potential`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::described::At;
use crate::model;
use crate::units::Money;

/// Experience, management, staff and means.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Potential {
    /// Projects done before.
    pub experience: Vec<Experience>,
    /// Structure and roles, as Markdown.
    pub structure: Option<String>,
    /// How decisions are taken, as Markdown.
    pub decisions: Option<String>,
    /// How people keep each other informed, as Markdown.
    pub communication: Option<String>,
    /// Structure, decisions and communication in a version for tight limits, as Markdown; there only
    /// where the long ones do not fit.
    pub management_short: Option<String>,
    /// Who works in the project.
    pub staff: Vec<Role>,
    /// Rooms, equipment, software, as Markdown.
    pub technical: Option<String>,
    /// Own money, as Markdown.
    pub financial: Option<String>,
    /// What is given in kind, as Markdown.
    pub in_kind: Option<String>,
    /// The address of the project's office.
    pub office: Option<String>,
}

/// A project done before.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Experience {
    /// Whose.
    pub partner: Option<Named>,
    /// Its title.
    pub title: Option<String>,
    /// In what field.
    pub field: Option<String>,
    /// For whom.
    pub group: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// When.
    pub period: Option<Days>,
    /// For how much.
    pub value: Option<Exact<Money>>,
    /// What came of it, as Markdown.
    pub result: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
}

/// A role in the project.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Role {
    /// What it is.
    pub role: Option<String>,
    /// At which partner.
    pub partner: Option<Named>,
    /// For which actions.
    pub actions: Vec<Named>,
    /// Hours a month.
    pub hours: Option<u64>,
    /// What the person must be able to do.
    pub competence: Option<String>,
}

impl Potential {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let potential = voice.facts.root().potential();
        let management = potential.management();
        let experience = |entry: At<'_, model::Experience>| Experience {
            partner: voice.named_by(&entry.partner),
            title: voice.example(voice.text(entry.title()), &entry.fictional),
            field: voice.text(entry.field()),
            group: voice.text(entry.group()),
            place: voice.text(entry.place()),
            period: voice.days(&entry.period),
            value: entry.value.copied().map(Exact),
            result: voice.prose(entry.result()),
            short: voice.short(entry.short()),
        };
        let role = |role: At<'_, model::StaffRole>| Role {
            role: voice.text(role.role()),
            partner: voice.named_by(&role.partner),
            actions: voice.all_named(&role.actions),
            hours: role.hours_month.get().map(|count| count.get()),
            competence: voice.text(role.competence()),
        };
        Self {
            experience: potential.experience().each().map(experience).collect(),
            structure: voice.prose(management.structure()),
            decisions: voice.prose(management.decisions()),
            communication: voice.prose(management.communication()),
            management_short: voice.short(management.short()),
            staff: potential.staff().each().map(role).collect(),
            technical: voice.prose(potential.technical()),
            financial: voice.prose(potential.financial()),
            in_kind: voice.prose(potential.in_kind()),
            office: voice.text(potential.office().address()),
        }
    }
}
