//! Who carries the project out, and with what. Out: `Potential`.

use super::shown::shown;
use super::{Days, Exact, Named};
use crate::model;
use crate::units::Money;

shown! {
    /// Experience, management, staff and means.
    Potential from (voice, potential: model::Potential) {
        /// Projects done before.
        experience: Vec<Experience>;
        /// Structure and roles, as Markdown.
        structure: Option<String> = voice.shown(potential.management().structure());
        /// How decisions are taken, as Markdown.
        decisions: Option<String> = voice.shown(potential.management().decisions());
        /// How people keep each other informed, as Markdown.
        communication: Option<String> = voice.shown(potential.management().communication());
        /// Structure, decisions and communication in a version for tight limits, as Markdown; there only
        /// where the long ones do not fit.
        management_short: Option<String> = voice.short(potential.management().short());
        /// Who works in the project.
        staff: Vec<Role>;
        /// Rooms, equipment, software, as Markdown.
        technical: Option<String>;
        /// Own money, as Markdown.
        financial: Option<String>;
        /// What is given in kind, as Markdown.
        in_kind: Option<String>;
        /// The address of the project's office.
        office: Option<String> = voice.shown(potential.office().address());
    }

    /// A project done before.
    Experience from (voice, entry: model::Experience) {
        /// Whose.
        partner: Option<Named>;
        /// Its title.
        title: Option<String> = voice.example(voice.shown(entry.title()), &entry.fictional);
        /// In what field.
        field: Option<String>;
        /// For whom.
        group: Option<String>;
        /// Where.
        place: Option<String>;
        /// When.
        period: Option<Days>;
        /// For how much.
        value: Option<Exact<Money>>;
        /// What came of it, as Markdown.
        result: Option<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(entry.short());
    }

    /// A role in the project.
    Role from (voice, role: model::StaffRole) {
        /// What it is.
        role: Option<String>;
        /// At which partner.
        partner: Option<Named>;
        /// For which actions.
        actions: Vec<Named>;
        /// Hours a month.
        hours: Option<u64> = voice.shown(role.hours_month());
        /// What the person must be able to do.
        competence: Option<String>;
    }
}
