//! Who carries the project out, and with what. Out: `Potential`.

use schemars::JsonSchema;
use serde::Serialize;

use super::voice::Voice;
use super::{Days, Exact, Named};
use crate::diagnostic::Place;
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
        let potential = &voice.facts.application.potential;
        let at = Place::root().key("potential");
        let (management, in_management) = (&potential.management, at.key("management"));
        let experience = |(place, entry): (Place, &model::Experience)| Experience {
            partner: voice.named_by(&entry.partner),
            title: voice.example(voice.text(&entry.title, &place, "title"), &entry.fictional),
            field: voice.text(&entry.field, &place, "field"),
            group: voice.text(&entry.group, &place, "group"),
            place: voice.text(&entry.place, &place, "place"),
            period: voice.days(&entry.period),
            value: entry.value.copied().map(Exact),
            result: voice.prose(&entry.result, &place, "result"),
            short: voice.short(&entry.short, &place, "short"),
        };
        let role = |(place, role): (Place, &model::StaffRole)| Role {
            role: voice.text(&role.role, &place, "role"),
            partner: voice.named_by(&role.partner),
            actions: voice.all_named(&role.actions),
            hours: role.hours_month.get().map(|count| count.get()),
            competence: voice.text(&role.competence, &place, "competence"),
        };
        Self {
            experience: potential.experience.placed(&at.key("experience")).map(experience).collect(),
            structure: voice.prose(&management.structure, &in_management, "structure"),
            decisions: voice.prose(&management.decisions, &in_management, "decisions"),
            communication: voice.prose(&management.communication, &in_management, "communication"),
            management_short: voice.short(&management.short, &in_management, "short"),
            staff: potential.staff.placed(&at.key("staff")).map(role).collect(),
            technical: voice.prose(&potential.technical, &at, "technical"),
            financial: voice.prose(&potential.financial, &at, "financial"),
            in_kind: voice.prose(&potential.in_kind, &at, "in_kind"),
            office: voice.text(&potential.office.address, &at.key("office"), "address"),
        }
    }
}
