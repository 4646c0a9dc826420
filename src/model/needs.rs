//! Needs. Out: `Need`.

use super::*;
use crate::units::{Count, Date, Number};

described! {
    /// A need: a negative state, how large, why, with what effects, for whom.
    Need {
        /// Its id, `N1`. | Identyfikator, `N1`.
        id: Field<Id> = "identyfikator", required;
        /// The need in one line. | Potrzeba w jednym zdaniu.
        title: Field<Text> = "tytuł", required, called;
        /// The need at length. | Opis potrzeby.
        description: Field<Prose> = "opis";
        /// How large it is. | Skala: ile i czego.
        scale: Quantity = "skala", said("skala problemu", "scale of the problem");
        /// Where it bites most. | Gdzie jest najsilniejsza.
        place: Field<Text> = "miejsce";
        /// Since when, and which way it goes. | Od kiedy i w którą stronę się zmienia.
        trend: Field<Text> = "tendencja";
        /// The sources that show it. | Dowody.
        evidence: List<Id> = "dowody" | "źródła_danych" | "dowód" | "źródła", refers(Evidence);
        /// Why it is so. | Przyczyny.
        causes: List<Text> = "przyczyny";
        /// What follows from it. | Skutki.
        effects: List<Text> = "skutki";
        /// Whom it touches. | Kogo dotyczy.
        groups: List<Id> = "grupy" | "grupy_docelowe", refers(Group);
        /// How pressing it is, 1 the most. | Pilność; 1 – najpilniejsza.
        priority: Field<Count> = "priorytet";
        /// Whether the project answers it. | Czy projekt na nią odpowiada.
        status: Field<NeedStatus> = "status";
        /// Why not. | Dlaczego nie.
        reason: Field<Prose> = "powód";
        /// Who found it and how. | Kto ją rozpoznał i jak.
        identified_by: Field<Text> = "kto_rozpoznał" | "rozpoznanie";
        /// When it was researched. | Kiedy ją zbadano.
        researched_on: Field<Date> = "data_badania", rough(First);
        /// What is done about it already. | Co już się robi.
        existing_support: Field<Prose> = "dotychczasowe_wsparcie";
        /// A version for forms with tight limits. | Wersja do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
    }
}

closed! {
    /// Whether the project answers a need.
    NeedStatus in "need_statuses" {
        /// It does.
        InScope = "in_scope";
        /// It does not, and says why.
        OutOfScope = "out_of_scope";
    }
}

described! {
    /// A value with its unit.
    Quantity {
        /// How much. | Ile.
        value: Field<Number> = "wartość";
        /// Of what. | Czego.
        unit: Field<Text> = "jednostka";
    }
}
