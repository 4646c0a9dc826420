//! When. Out: `Schedule`.

use super::*;
use crate::units::Date;

described! {
    /// The project's period and its milestones.
    Schedule {
        /// The first day of the project. | Pierwszy dzień projektu.
        from: Field<Date> = "od", said("początek", "first day");
        /// The last day of the project. | Ostatni dzień projektu.
        to: Field<Date> = "do", said("koniec", "last day");
        /// Days by which something must be there. | Kamienie milowe.
        milestones: List<Milestone> = "kamienie_milowe";
        /// What shows early that it works. | Szybkie efekty.
        quick_wins: List<Text> = "szybkie_efekty";
    }

    /// A day by which something must be there.
    Milestone {
        /// Its id, `M1`. | Identyfikator, `M1`.
        id: Field<Id> = "identyfikator", required;
        /// The day. | Dzień.
        date: Field<Date> = "data", rough(Last);
        /// What must be there. | Co ma być gotowe.
        title: Field<Text> = "tytuł", required, called;
        /// The action it belongs to. | Działanie, do którego należy.
        action: Field<Id> = "działanie", refers(Action);
    }
}
