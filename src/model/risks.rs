//! What may go wrong. Out: `Risk`.

use super::*;
use crate::units::Grade;

described! {
    /// A risk: what, how likely, how bad, who watches, what is done.
    Risk {
        /// Its id, `R1`. | Identyfikator, `R1`.
        id: Field<Id> = "identyfikator", required;
        /// What kind. | Rodzaj.
        kind as "type": Field<RiskType> = "typ" | "rodzaj";
        /// The risk in one line. | Ryzyko w jednym zdaniu.
        title: Field<Text> = "tytuł", required, called;
        /// The objectives and actions it threatens. | Zagrożone cele i działania.
        threatens: List<Id> = "zagraża", refers(Objective, Action);
        /// How likely, 1 to 5. | Prawdopodobieństwo, 1–5.
        probability: Field<Grade> = "prawdopodobieństwo";
        /// How bad, 1 to 5. | Wpływ, 1–5.
        impact: Field<Grade> = "wpływ";
        /// The partner that watches it. | Partner, który je śledzi.
        owner: Field<Id> = "właściciel" | "odpowiada" | "odpowiedzialny", refers(Partner);
        /// What shows that it comes. | Po czym poznamy, że nadchodzi.
        trigger: Field<Text> = "sygnał";
        /// What keeps it away. | Zapobieganie.
        prevention: Field<Prose> = "zapobieganie";
        /// What is done when it comes. | Reakcja.
        response: Field<Prose> = "reakcja";
        /// What stays of it. | Co po nim zostaje.
        residual: Field<Text> = "ryzyko_szczątkowe";
    }
}
