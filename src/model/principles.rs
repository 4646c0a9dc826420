//! Principles of partnership and of the programme. Out: `PrincipleMeasures`,
//! `HorizontalStatement`, `Gender`, `Assessment`.

use super::*;
use crate::units::{Date, Grade};

described! {
    /// How one of the ten principles is kept.
    PrincipleMeasures {
        /// Which. | Zasada.
        principle: Field<Principle> = "zasada", required;
        /// How, point by point. | Sposób realizacji, punkt po punkcie.
        measures: List<PrincipleMeasure> = "środki";
        /// The partners' own mark, 1 to 5. | Ocena własna, 1–5.
        rating: Field<Grade> = "ocena";
        /// What would make it better. | Co poprawić.
        improvement: Field<Text> = "poprawa" | "co_poprawić";
    }

    /// How a point of a principle is kept.
    PrincipleMeasure {
        /// Which point. | Punkt zasady.
        point: Field<PrinciplePoint> = "punkt";
        /// How. | Sposób realizacji.
        text: Field<Prose> = "tekst" | "treść" | "opis";
    }

    /// How the programme's horizontal principles are kept.
    HorizontalStatement {
        /// Which. | Zasada horyzontalna.
        principle: Field<HorizontalPrinciple> = "zasada", required;
        /// How, in words. | Jak jest przestrzegana.
        text: Field<Prose> = "tekst" | "treść" | "opis";
        /// By what measures. | Jakimi środkami.
        measures: List<Text> = "środki";
        /// A version for forms with tight limits. | Wersja do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
    }

    /// The minimum standard of equality of women and men.
    Gender {
        /// Barriers of equality in the project's field. | Bariery równościowe.
        barriers: List<GenderBarrier> = "bariery";
        /// What shows that there are none. | Co wskazuje, że ich nie ma.
        no_barriers: Field<Prose> = "brak_barier";
        /// What keeps equality where there are none. | Działania, gdy barier nie ma.
        preventive: Field<Prose> = "działania_zapobiegawcze";
        /// How results lessen the barriers. | Jak rezultaty zmniejszą bariery.
        result_effect: Field<Prose> = "wpływ_rezultatów";
        /// Equality in the project's management. | Równość w zarządzaniu projektem.
        management: Field<Prose> = "zarządzanie";
        /// Why the standard does not apply. | Dlaczego standard nie ma zastosowania.
        exempt: Field<Text> = "wyłączenie";
    }

    /// A barrier of equality.
    GenderBarrier {
        /// What it is. | Bariera.
        text: Field<Text> = "tekst" | "treść" | "opis";
        /// The sources that show it. | Dowody.
        evidence: List<Id> = "dowody" | "źródła_danych" | "dowód" | "źródła", refers(Evidence);
        /// The action that answers it. | Działanie, które na nią odpowiada.
        action: Field<Id> = "działanie", refers(Action);
        /// How. | W jaki sposób.
        answer: Field<Prose> = "działanie_naprawcze";
    }

    /// What is done for an accessibility standard.
    AccessibilityMeasure {
        /// Which standard. | Standard dostępności.
        standard: Field<AccessibilityStandard> = "standard";
        /// What is done. | Co robimy.
        measure: Field<Text> = "środek" | "nazwa", called;
    }

    /// The partnership's view of itself.
    Assessment {
        /// When. | Kiedy.
        date: Field<Date> = "data";
        /// Factor by factor. | Oceny czynników.
        factors: List<FactorRating> = "czynniki";
        /// The partners that took part. | Partnerzy, którzy oceniali.
        by: List<Id> = "kto" | "oceniający", refers(Partner);
        /// How the partnership has the attributes of a pact, attribute by attribute.
        /// | Jak partnerstwo spełnia cztery cechy paktu.
        attributes: Map<PactAttribute, Prose> = "atrybuty";
    }

    /// A mark for a success factor.
    FactorRating {
        /// Which. | Czynnik.
        factor: Field<Factor> = "czynnik", required;
        /// The mark, 1 to 5. | Ocena, 1–5.
        rating: Field<Grade> = "ocena";
        /// What it rests on. | Na czym się opiera.
        evidence: Field<Text> = "dowody" | "źródła_danych" | "dowód" | "źródła";
        /// What would make it better. | Co poprawić.
        improvement: Field<Text> = "poprawa" | "co_poprawić";
    }
}
