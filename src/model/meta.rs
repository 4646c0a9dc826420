//! What the application says of itself and of the call. Out: `Meta`, `Call`, `Acceptance`.

use super::*;
use crate::lang::Lang;
use crate::units::{Count, Date, Pkd, Share};

described! {
    /// Title, date, language, authors.
    Meta {
        /// The project's title. | Tytuł projektu.
        title: Field<Text> = "tytuł", called;
        /// The day the application speaks of as today. | Dzień, na który mówi wniosek.
        date: Field<Date> = "data";
        /// The main language, in which texts without a language are written.
        /// | Język główny: w nim są teksty bez oznaczenia języka.
        lang: Field<Lang> = "język";
        /// The languages of the documents; the main one when left out. | Języki dokumentów; domyślnie język główny.
        languages: List<Lang> = "języki";
        /// Who wrote it. | Autorzy.
        authors: List<String> = "autorzy";
        /// The version of the text. | Wersja tekstu.
        version: Field<String> = "wersja";
        /// What changed from version to version. | Co się zmieniało.
        changes: List<Change> = "zmiany", internal;
        /// A short description of the project. | Krótki opis projektu.
        summary: Field<Prose> = "streszczenie";
        /// What the project does by the Polish Classification of Activities; the applicant's own stands with it.
        /// | PKD projektu (`85.59.B`), a nie wnioskodawcy.
        pkd: Field<Pkd> = "pkd";
    }

    /// A change of the application.
    Change {
        /// The version it led to. | Wersja, która powstała.
        version: Field<String> = "wersja";
        /// When. | Kiedy.
        date: Field<Date> = "data", rough(First);
        /// What. | Co się zmieniło.
        text: Field<Text> = "tekst" | "treść" | "opis";
    }

    /// What the grantor demands; a profile supplies the rest.
    Call {
        /// The call's profile (`esf-plus`, `pact`, `neutral` …). | Profil naboru (`esf-plus`, `pact`, `neutral` …).
        profile: Field<ProfileId> = "profil";
        /// A profile of one's own beside the application. | Własny profil obok wniosku.
        file: Field<String> = "plik";
        /// The programme. | Program.
        programme: Field<Text> = "program";
        /// The programme's priority. | Priorytet programu.
        priority: Field<Text> = "priorytet";
        /// The programme's measure. | Działanie programu.
        measure: Field<Text> = "działanie";
        /// The programme's specific objective that the project serves.
        /// | Cel szczegółowy programu, któremu służy projekt.
        specific_objective: Field<Text> = "cel_szczegółowy";
        /// The number of the call. | Numer naboru.
        number: Field<String> = "numer" | "nabór" | "numer_naboru";
        /// The institution that runs the call. | Instytucja, która prowadzi nabór.
        institution: Field<Text> = "instytucja";
        /// The day the application is handed in. | Dzień złożenia wniosku.
        submission: Field<Date> = "złożenie" | "data_złożenia";
        /// The least own contribution. | Najmniejszy wkład własny.
        own_contribution_min: Field<Share> = "minimalny_wkład_własny";
        /// How many characters a section may have, by section. | Limity znaków według sekcji.
        limits: Map<String, Count> = "limity";
        /// Horizontal principles the call asks for. | Zasady horyzontalne wymagane w naborze.
        horizontal_required: List<HorizontalPrinciple> = "wymagane_zasady_horyzontalne";
        /// How old evidence may be, in months. | Największy wiek danych, w miesiącach.
        evidence_max_age_months: Field<Count> = "największy_wiek_danych_w_miesiącach";
        /// How long the project may last, in months. | Najdłuższy okres realizacji, w miesiącach.
        project_period_max_months: Field<Count> = "najdłuższy_okres_realizacji_w_miesiącach";
    }

    /// A finding the authors accept.
    Acceptance {
        /// The rule's code. | Kod reguły.
        rule: Field<RuleCode> = "reguła", required;
        /// An id (`N3`) or a place (`needs/2/scale`); the whole application when left out.
        /// | Identyfikator (`N3`) albo miejsce (`needs/2/scale`); bez niego cały wniosek.
        place: Field<String> = "miejsce";
        /// Why it is right as it is. | Dlaczego tak ma być.
        because: Field<Text> = "bo" | "powód" | "uzasadnienie", required;
    }
}
