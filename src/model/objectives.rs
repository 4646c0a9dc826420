//! Objectives. Out: `Objective`.

use super::*;
use crate::units::Date;

described! {
    /// An objective: a change of state by a day.
    Objective {
        /// Its id, `O1`. | Identyfikator, `O1`.
        id: Field<Id> = "identyfikator", required;
        /// Main or specific. | Główny albo szczegółowy.
        level: Field<ObjectiveLevel> = "poziom";
        /// The objective it is part of. | Cel nadrzędny.
        parent: Field<Id> = "nadrzędny" | "cel_nadrzędny" | "województwo", refers(Objective);
        /// The objective in one line. | Cel w jednym zdaniu.
        title: Field<Text> = "tytuł", required, called;
        /// The objective at length. | Opis celu.
        text: Field<Prose> = "tekst" | "treść" | "opis";
        /// The needs it answers. | Potrzeby, na które odpowiada.
        needs: List<Id> = "potrzeby", refers(Need);
        /// The day by which it is reached. | Do kiedy.
        by: Field<Date> = "do" | "do_kiedy" | "termin", rough(Last), said("termin", "deadline");
        /// The aims of European policy it serves. | Cele polityki europejskiej, którym służy.
        aims: List<PolicyAim> = "cele_polityki";
        /// The partners that agreed on it. | Partnerzy, którzy go uzgodnili.
        agreed_by: List<Id> = "uzgodnili", refers(Partner);
        /// How its results last. | Trwałość rezultatów.
        durability: Field<Prose> = "trwałość";
        /// A version for forms with tight limits. | Wersja do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
    }
}

closed! {
    /// The level of an objective.
    ObjectiveLevel in "objective_levels" {
        /// The one the project stands for.
        Main = "main";
        /// One of those it is made of.
        Specific = "specific";
    }
}
