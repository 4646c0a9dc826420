//! Who can carry the project out, and how people come to it. Out: `Potential`, `Recruitment`, `RelatedProject`.

use super::*;
use crate::units::{Count, Money, Teryt};

described! {
    /// Experience, management, staff and means.
    Potential {
        /// Projects done before. | Zrealizowane projekty.
        experience: List<Experience> = "doświadczenie";
        /// How the project is managed. | Zarządzanie projektem.
        management: Management = "zarządzanie";
        /// Who works in it. | Kadra.
        staff: List<StaffRole> = "kadra" | "personel";
        /// Rooms, equipment, software. | Potencjał techniczny.
        technical: Field<Prose> = "potencjał_techniczny";
        /// Own money. | Własne środki finansowe.
        financial: Field<Prose> = "potencjał_finansowy";
        /// What is given in kind. | Wkład rzeczowy.
        in_kind: Field<Prose> = "wkład_rzeczowy";
        /// The project's office. | Biuro projektu.
        office: Office = "biuro";
    }

    /// A project done before.
    Experience {
        /// Whose. | Czyje.
        partner: Field<Id> = "partner", refers(Partner);
        /// Its title. | Tytuł.
        title: Field<Text> = "tytuł", called;
        /// In what field. | Dziedzina.
        field: Field<Text> = "dziedzina";
        /// For whom. | Grupa docelowa.
        group: Field<Text> = "grupa";
        /// Where. | Miejsce.
        place: Field<Text> = "miejsce";
        /// That place's TERYT code. | Kod TERYT miejsca.
        teryt: Field<Teryt> = "teryt" | "kod_teryt";
        /// When. | Kiedy.
        period: Dates = "okres";
        /// For how much. | Wartość.
        value: Field<Money> = "wartość";
        /// What came of it. | Rezultat.
        result: Field<Prose> = "wynik" | "rezultat";
        /// A version for forms with tight limits. | Wersja do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
        /// Marks an invented project. | Projekt zmyślony.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }

    /// How the project is managed.
    Management {
        /// Structure and roles. | Struktura i role.
        structure: Field<Prose> = "struktura";
        /// How decisions are taken. | Podejmowanie decyzji.
        decisions: Field<Prose> = "podejmowanie_decyzji";
        /// How people keep each other informed. | Komunikacja.
        communication: Field<Prose> = "komunikacja";
        /// All of it in a version for forms with tight limits.
        /// | Opis zarządzania w wersji do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
    }

    /// A role in the project.
    StaffRole {
        /// What it is. | Rola.
        role: Field<Text> = "rola";
        /// At which partner. | U którego partnera.
        partner: Field<Id> = "partner", refers(Partner);
        /// For which actions. | W których działaniach.
        actions: List<Id> = "działania", refers(Action);
        /// Hours a month. | Godziny w miesiącu.
        hours_month: Field<Count> = "godziny_w_miesiącu";
        /// What the person must be able to do. | Wymagane kompetencje.
        competence: Field<Text> = "kompetencje";
    }

    /// The project's office.
    Office {
        /// Its address. | Adres.
        address: Field<Text> = "adres";
        /// Its TERYT code. | Kod TERYT.
        teryt: Field<Teryt> = "teryt" | "kod_teryt";
    }

    /// How people come to the project.
    Recruitment {
        /// The stages, in order. | Etapy, po kolei.
        stages: List<Text> = "etapy";
        /// Where. | Gdzie.
        place: Field<Text> = "miejsce";
        /// When. | Kiedy.
        time: Field<Text> = "czas_rekrutacji";
        /// Where people hear of it. | Kanały informacji.
        channels: List<RecruitmentChannel> = "kanały";
        /// Who is let in, with points. | Kryteria z punktami.
        criteria: List<RecruitmentCriterion> = "kryteria";
        /// What gives everybody the same chance. | Równy dostęp.
        equal_access: Field<Prose> = "równy_dostęp";
        /// What is done when too few come. | Co zrobimy, gdy zgłosi się za mało osób.
        shortfall: Field<Prose> = "gdy_zabraknie_chętnych";
        /// All of it in a version for forms with tight limits.
        /// | Opis rekrutacji w wersji do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
    }

    /// A criterion of recruitment.
    RecruitmentCriterion {
        /// What it is. | Kryterium.
        text: Field<Text> = "tekst" | "treść" | "opis";
        /// Points; none for a condition that must be met. | Punkty; bez nich warunek konieczny.
        points: Field<Count> = "punkty";
    }

    /// Another project that this one adds to.
    RelatedProject {
        /// Its title. | Tytuł.
        title: Field<Text> = "tytuł", called;
        /// Whose. | Czyj.
        owner: Field<Text> = "właściciel";
        /// How the two add to each other. | Jak się uzupełniają.
        text: Field<Prose> = "tekst" | "treść" | "opis";
        /// A version for forms with tight limits. | Wersja do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
        /// Marks an invented project. | Projekt zmyślony.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }
}
