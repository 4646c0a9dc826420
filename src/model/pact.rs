//! The papers the partners sign. Out: `Pact`, `Agreement`, `Annex`.

use super::*;
use crate::units::{Count, Date};

described! {
    /// The Local Employment Pact: an accord, no legal person and no contract on money.
    Pact {
        /// Its title. | Tytuł paktu.
        title: Field<Text> = "tytuł", called;
        /// Its scale. | Skala.
        scale: Field<Scale> = "skala";
        /// Why the scale differs from the area's level. | Dlaczego skala różni się od poziomu obszaru.
        scale_note: Field<Prose> = "uzasadnienie_skali";
        /// Common concern, context, values. | Preambuła.
        preamble: Field<Prose> = "preambuła";
        /// What the partners publicly commit themselves to. | Publiczne zobowiązanie partnerów.
        declaration: Field<Prose> = "deklaracja";
        /// European and national documents it stands under. | Dokumenty unijne i krajowe, na których się opiera.
        policy_context: List<Id> = "dokumenty_strategiczne", refers(Strategy);
        /// How long it holds. | Okres obowiązywania.
        validity: Dates = "obowiązywanie";
        /// Where it is signed. | Miejsce podpisania.
        place: Field<Text> = "miejsce";
        /// When it is signed. | Data podpisania.
        date: Field<Date> = "data";
        /// How many copies. | Liczba egzemplarzy.
        copies: Field<Count> = "egzemplarze" | "liczba_egzemplarzy";
        /// Other pacts and strategies it belongs to. | Powiązane pakty i strategie.
        related: List<RelatedPact> = "powiązane";
        /// How it is changed. | Zmiany paktu.
        amendment: Field<Prose> = "zmiana_paktu" | "zmiany_paktu";
        /// Which language version counts. | Obowiązująca wersja językowa.
        language: Field<Text> = "wersja_językowa";
        /// The set of clauses that it takes from the library. | Zestaw klauzul z biblioteki, który pakt przyjmuje.
        take: Field<PactClauseSet> = "przyjmij" | "z_biblioteki";
        /// Its own clauses, by element; each stands in place of the library's.
        /// | Własne postanowienia, według elementów; każde zastępuje klauzulę z biblioteki.
        clauses: Map<PactElement, Prose> = "postanowienia" | "change" | "zmień";
        /// The elements that it does not take. | Elementy, których pakt nie przyjmuje.
        drop: List<PactElement> = "pomiń";
    }

    /// Another pact or strategy.
    RelatedPact {
        /// Its name. | Nazwa.
        name: Field<Text> = "nazwa", called;
        /// How the two belong together. | Na czym polega związek.
        relation: Field<Text> = "związek";
    }

    /// The partnership agreement of one project: a contract.
    Agreement {
        /// The lead partner. | Partner wiodący.
        lead: Field<Id> = "prowadzi" | "lider", refers(Partner);
        /// The law it stands on. | Podstawa prawna.
        legal_basis: Field<Text> = "podstawa_prawna";
        /// The day it was signed. | Data podpisania.
        date: Field<Date> = "data";
        /// Where it is signed. | Miejsce podpisania.
        place: Field<Text> = "miejsce";
        /// How many copies. | Liczba egzemplarzy.
        copies: Field<Count> = "egzemplarze" | "liczba_egzemplarzy";
        /// The set of clauses that it takes from the library. | Zestaw klauzul z biblioteki, który umowa przyjmuje.
        take: Field<ClauseSet> = "przyjmij" | "z_biblioteki";
        /// Its own clauses, by element; each stands in place of the library's.
        /// | Własne postanowienia, według elementów; każde zastępuje klauzulę z biblioteki.
        clauses: Map<AgreementElement, Prose> = "postanowienia" | "change" | "zmień";
        /// The elements that it does not take. | Elementy, których umowa nie przyjmuje.
        drop: List<AgreementElement> = "pomiń";
        /// The papers that belong to it. | Załączniki do umowy.
        annexes: List<Text> = "załączniki";
    }

    /// A paper that goes with the application.
    Annex {
        /// Its id, `X1`. | Identyfikator, `X1`.
        id: Field<Id> = "identyfikator", required;
        /// What kind. | Rodzaj.
        kind: Field<AnnexKind> = "rodzaj" | "typ";
        /// Its title. | Tytuł.
        title: Field<Text> = "tytuł", called;
        /// The partners that sign it. | Podpisujący partnerzy.
        signers: List<Id> = "podpisują", refers(Partner);
        /// Its file. | Plik.
        file: Field<String> = "plik";
    }
}
