//! The diagnosis as a whole. Out: `Diagnosis` and how it was made.

use super::*;
use crate::units::{Count, Date};

described! {
    /// What is wrong, how we know it, whom it touches.
    Diagnosis {
        /// The day it was finished. | Dzień zakończenia diagnozy.
        date: Field<Date> = "data", rough(First);
        /// How it was made. | Jak powstała.
        method: Method = "metoda";
        /// Whom the partners asked. | Konsultacje.
        consultations: List<Consultation> = "konsultacje";
        /// The state of the area. | Sytuacja na obszarze.
        context: Field<Prose> = "kontekst";
        /// Strengths, weaknesses, opportunities, threats. | Mocne i słabe strony, szanse, zagrożenia.
        swot: Swot = "swot";
        /// Who has a stake in the matter. | Interesariusze.
        stakeholders: List<Stakeholder> = "interesariusze";
        /// Sources with their figures. | Źródła danych.
        evidence: List<Evidence> = "dowody" | "źródła_danych" | "dowód" | "źródła", lifted;
        /// Needs, in scope or not. | Potrzeby.
        needs: List<Need> = "potrzeby", lifted;
        /// Target groups. | Grupy docelowe.
        groups: List<Group> = "grupy" | "grupy_docelowe", lifted;
        /// What follows from all of it for the project. | Wnioski: co z diagnozy wynika dla projektu.
        conclusions: Field<Prose> = "wnioski";
    }

    /// How the diagnosis was made.
    Method {
        /// The partners that made it together. | Partnerzy, którzy wspólnie przygotowali diagnozę.
        joint: List<Id> = "wspólnie", refers(Partner);
        /// The techniques used. | Techniki.
        techniques: List<Technique> = "techniki";
        /// How, in words. | Opis słowami.
        text: Field<Prose> = "tekst" | "treść" | "opis";
    }

    /// A consultation with the local community.
    Consultation {
        /// When. | Kiedy.
        date: Field<Date> = "data", rough(First);
        /// In what form. | W jakiej formie.
        form: Field<Text> = "forma";
        /// How many took part. | Ilu uczestników.
        participants: Field<Count> = "uczestnicy";
        /// The target groups that took part. | Które grupy docelowe.
        groups: List<Id> = "grupy" | "grupy_docelowe", refers(Group);
        /// What came of it. | Z jakim wynikiem.
        result: Field<Prose> = "wynik" | "rezultat";
    }

    /// Strengths, weaknesses, opportunities, threats.
    Swot {
        /// Strengths. | Mocne strony.
        strengths: List<Text> = "mocne_strony";
        /// Weaknesses. | Słabe strony.
        weaknesses: List<Text> = "słabe_strony";
        /// Opportunities. | Szanse.
        opportunities: List<Text> = "szanse";
        /// Threats. | Zagrożenia.
        threats: List<Text> = "zagrożenia";
    }

    /// Who has a stake in the matter.
    Stakeholder {
        /// Who. | Kto.
        name: Field<Text> = "nazwa", called;
        /// What they want. | Czego chce.
        interest: Field<Text> = "interes";
        /// What they can do about it. | Jaki ma wpływ.
        influence: Field<Text> = "wpływ";
    }
}
