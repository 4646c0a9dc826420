//! Who watches, and what stays. Out: `Monitoring`, `Sustainability`.

use super::*;
use crate::units::{Count, Date};

described! {
    /// Who watches progress, how often, and who is told.
    Monitoring {
        /// The partner that watches. | Partner, który monitoruje.
        responsible: Field<Id> = "odpowiedzialny" | "odpowiada", refers(Partner);
        /// How often, in months. | Jak często, w miesiącach.
        every_months: Field<Count> = "co_ile_miesięcy" | "co_miesięcy";
        /// How, in words. | Jak, słowami.
        text: Field<Prose> = "tekst" | "treść" | "opis";
        /// Who is told by what channel. | Kanały informacji zwrotnej.
        feedback: List<Feedback> = "informacja_zwrotna";
        /// How often the public is told, in months. | Jak często sprawozdanie publiczne, w miesiącach.
        public_report_months: Field<Count> = "sprawozdanie_publiczne_co_ile_miesięcy";
        /// The evaluation. | Ewaluacja.
        evaluation: Evaluation = "ewaluacja";
    }

    /// A channel in one direction.
    Feedback {
        /// From whom to whom. | Kierunek.
        direction: Field<FeedbackDirection> = "kierunek";
        /// By what channel. | Kanał.
        channel: Field<Text> = "kanał";
    }
}

closed! {
    /// From whom to whom news goes, a two-way process.
    FeedbackDirection in "feedback_directions" {
        /// From the partnership to the community.
        ToCommunity = "to_community";
        /// From the community to the partnership.
        FromCommunity = "from_community";
        /// Between partners.
        BetweenPartners = "between_partners";
    }
}

described! {
    /// An evaluation.
    Evaluation {
        /// From within or from outside. | Wewnętrzna albo zewnętrzna.
        kind: Field<EvaluationKind> = "rodzaj" | "typ";
        /// When. | Kiedy.
        date: Field<Date> = "data", rough(Last);
        /// What it asks. | O co pyta.
        text: Field<Prose> = "tekst" | "treść" | "opis";
    }
}

closed! {
    /// Who evaluates.
    EvaluationKind in "evaluation_kinds" {
        /// The partners themselves.
        Internal = "internal";
        /// Somebody from outside.
        External = "external";
    }
}

described! {
    /// What stays when the money ends.
    Sustainability {
        /// How the partners end or hand over their work. | Strategia wycofania się.
        exit_strategy: Field<Prose> = "strategia_wyjścia";
        /// How they know that it is done. | Po czym poznamy, że zadanie jest wykonane.
        completion: List<Text> = "oznaki_zakończenia";
        /// The partners that agreed on it. | Partnerzy, którzy ją uzgodnili.
        agreed_by: List<Id> = "uzgodnili", refers(Partner);
        /// What shows only after years. | Efekty widoczne po latach.
        long_term_effects: List<LongTermEffect> = "efekty_długofalowe";
        /// Who takes results over. | Kto przejmuje rezultaty.
        heirs: List<Heir> = "przejmujący";
    }

    /// An effect after years.
    LongTermEffect {
        /// The year. | Rok.
        year: Field<Count> = "rok";
        /// What it is. | Efekt.
        text: Field<Text> = "tekst" | "treść" | "opis";
    }

    /// Who takes a result over.
    Heir {
        /// The objective whose result it is. | Cel, którego rezultat przejmuje.
        result: Field<Id> = "wynik" | "rezultat", refers(Objective);
        /// The partner that takes it over. | Partner, który go przejmuje.
        partner: Field<Id> = "partner", refers(Partner);
        /// How. | W jaki sposób.
        how: Field<Text> = "w_jaki_sposób";
    }
}
