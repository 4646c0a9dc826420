//! Who is in the partnership. Out: `Partner` and what belongs to one.

use super::*;
use crate::units::{BankAccount, Count, Date, Krs, Money, Nip, Pkd, Regon};

described! {
    /// A partner: its identity, its role, what it brings and gains, how it was chosen.
    Partner {
        /// Its id, `P1`. | Identyfikator, `P1`.
        id: Field<Id> = "identyfikator", required;
        /// Its full name. | Pełna nazwa.
        name: Field<Text> = "nazwa", required, called;
        /// A short name. | Krótka nazwa.
        short: Field<Text> = "skrót" | "krótko", called;
        /// The forms that running text needs. | Formy przypadków potrzebne w tekście.
        cases: Cases = "przypadki" | "odmiana";
        /// What kind of body it is. | Rodzaj podmiotu.
        kind: Field<PartnerKind> = "rodzaj" | "typ";
        /// What kind, in words, for `other`. | Rodzaj słowami, gdy `other`.
        kind_label: Field<Text> = "rodzaj_słownie";
        /// Its sector; stated, never guessed from the kind. | Sektor; podany, nigdy zgadywany z rodzaju.
        sector: Field<Sector> = "sektor";
        /// Leader, partner or associate. | Lider, partner albo partner wspierający.
        status: Field<PartnerStatus> = "status";
        /// Whether it founded the partnership. | Czy jest założycielem.
        founding: Field<bool> = "założyciel";
        /// When it joined. | Kiedy przystąpił.
        joined: Field<Date> = "przystąpił" | "data_przystąpienia", rough(First);
        /// Its legal form. | Forma prawna.
        legal_form: Field<Text> = "forma_prawna";
        /// The legal person that it is a unit of, where it is none itself: a partner's id, or that body.
        /// | Osoba prawna, której jest jednostką: identyfikator partnera albo ten podmiot.
        unit_of: LegalPerson = "jednostka_podmiotu" | "należy_do", said("osoba prawna, której jest jednostką", "legal person that it is a unit of");
        /// Its numbers in public registers. | Numery w rejestrach.
        registers: Registers = "rejestry";
        /// Its address. | Adres.
        address: Field<Text> = "adres";
        /// How to reach it. | Kontakt.
        contact: Field<Text> = "kontakt", personal;
        /// Who acts for it. | Kto reprezentuje.
        representatives: List<Representative> = "reprezentanci" | "przedstawiciele";
        /// Whether its representatives sign together. | Czy podpisują łącznie.
        joint_representation: Field<bool> = "reprezentacja_łączna";
        /// What it does in the partnership. | Rola w partnerstwie.
        role: Field<Prose> = "rola";
        /// Its role in a version for forms with tight limits. | Rola w wersji do formularzy z małym limitem.
        role_short: Field<Prose> = "rola_krótko";
        /// What the others expect of it. | Czego oczekują od niego pozostali.
        expectations: Field<Prose> = "oczekiwania";
        /// Why this partner. | Dlaczego ten partner.
        why: Field<Prose> = "dlaczego", said("dlaczego ten partner", "why this partner");
        /// What it has done before. | Doświadczenie.
        experience: Field<Prose> = "doświadczenie";
        /// Its people for the work. | Osoby do pracy w projekcie.
        team: List<Competence> = "zespół";
        /// What it brings. | Co wnosi.
        brings: List<Contribution> = "wnosi";
        /// What it gains. | Co zyskuje.
        gains: List<Text> = "zyskuje";
        /// The target groups it speaks for. | Grupy docelowe, które reprezentuje.
        represents: List<Id> = "reprezentuje", refers(Group);
        /// Its votes; one when left out. | Liczba głosów; domyślnie jeden.
        votes: Field<Count> = "głosy";
        /// How it was chosen, in words. | Sposób wyboru, słowami.
        selection: Field<Prose> = "wybór" | "sposób_wyboru";
        /// The open call by which it was chosen (art. 39(2) of the act of 28 April 2022).
        /// | Otwarty nabór partnera (art. 39 ust. 2 ustawy z 28.04.2022).
        open_call: OpenCall = "otwarty_nabór";
        /// The day it was chosen. | Dzień wyboru.
        selected: Field<Date> = "data_wyboru";
        /// Whether it is a contracting authority under the public procurement law; a public body is when left out.
        /// | Czy jest zamawiającym w rozumieniu PZP; bez tego pola tak w sektorze publicznym.
        contracting_authority: Field<bool> = "zamawiający";
        /// Whether its seat is abroad. | Czy ma siedzibę za granicą.
        foreign: Field<bool> = "zagraniczny";
        /// Whether it has declared that it is not excluded from funding.
        /// | Czy oświadczył, że nie podlega wykluczeniu.
        exclusion_declared: Field<bool> = "oświadczenie_o_niewykluczeniu", said("oświadczenie o niewykluczeniu", "declaration of no exclusion");
        /// Partners it is a related undertaking of (annex I to regulation 651/2014).
        /// | Partnerzy z nim powiązani (zał. I do rozp. 651/2014).
        related_to: List<Id> = "powiązany_z" | "podmioty_powiązane", refers(Partner);
        /// Its own main activity by the Polish Classification of Activities; the project's stands in `meta`.
        /// | PKD przeważającej działalności partnera (`85.59.B`).
        pkd: Field<Pkd> = "pkd";
        /// Its status for VAT. | Status VAT.
        vat: Field<Text> = "status_vat" | "vat";
        /// The bank account for the transfer of funds. | Rachunek bankowy do przekazywania środków.
        bank_account: Field<BankAccount> = "rachunek_bankowy" | "numer_rachunku", personal;
        /// Its yearly turnover. | Roczny obrót.
        turnover: Field<Money> = "obrót" | "roczny_obrót";
        /// Marks an invented body. | Podmiot zmyślony.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }
}

closed! {
    /// The three sectors.
    Sector in "sectors" {
        /// Administration, schools, offices.
        Public = "public";
        /// Firms and their bodies.
        Business = "business";
        /// Civil society.
        Social = "social";
    }

    /// How close a partner stands.
    PartnerStatus in "partner_statuses" {
        /// Leads.
        Leader = "leader";
        /// Shares in the work.
        Partner = "partner";
        /// Supports from outside.
        Associate = "associate";
    }
}

described! {
    /// Numbers in public registers, with their zeros.
    Registers {
        /// The tax number. | NIP.
        nip: Field<Nip> = "nip";
        /// The statistical number. | REGON.
        regon: Field<Regon> = "regon";
        /// The court register's number. | KRS.
        krs: Field<Krs> = "krs";
        /// Its entry in another register: of culture institutions, of schools, of another country.
        /// | Wpis w innym rejestrze: instytucji kultury, szkół, zagranicznym.
        other: Field<Text> = "inny_rejestr" | "rejestr", said("inny rejestr", "another register");
    }

    /// The legal person that a partner is a unit of: a partner's id, a name, or the body with its registers.
    short LegalPerson {
        /// The partner, where it is one. | Partner, jeśli nim jest.
        partner: Field<Id> = "partner", refers(Partner);
        /// Its full name. | Pełna nazwa.
        name: Field<Text> = "nazwa";
        /// Its numbers in public registers. | Numery w rejestrach.
        registers: Registers = "rejestry";
        /// Its address. | Adres.
        address: Field<Text> = "adres";
        /// Who acts for it; the unit's own people where nobody is named. | Kto reprezentuje; bez tego osoby jednostki.
        representatives: List<Representative> = "reprezentanci";
    }

    /// Who acts for a partner.
    Representative {
        /// Their name; personal data. | Imię i nazwisko; dane osobowe.
        name: Field<String> = "nazwa" | "imię_i_nazwisko", personal;
        /// Their function. | Funkcja.
        function: Field<Text> = "funkcja";
        /// The basis of representation: register entry, resolution, power of attorney.
        /// | Podstawa umocowania: wpis, uchwała, pełnomocnictwo.
        mandate: Field<Text> = "umocowanie";
        /// The number of the act that gives the mandate. | Numer uchwały, upoważnienia albo pełnomocnictwa.
        mandate_number: Field<Text> = "numer_umocowania" | "numer_uchwały", said("numer aktu", "number of the act");
        /// The day of that act. | Data uchwały, upoważnienia albo pełnomocnictwa.
        mandate_date: Field<Date> = "data_umocowania" | "data_uchwały", said("data aktu", "day of the act");
        /// Whether they sign. | Czy podpisuje.
        signs: Field<bool> = "podpisuje";
        /// Whether they countersign as treasurer of a local government (art. 46(3) of the act of 8 March 1990,
        /// art. 48(3) of that of 5 June 1998 on county government). | Czy składa kontrasygnatę jako skarbnik.
        countersigns: Field<bool> = "kontrasygnuje" | "kontrasygnata";
    }

    /// A function and what the person can do.
    Competence {
        /// The function. | Funkcja.
        function: Field<Text> = "funkcja";
        /// What the person can do. | Kompetencje.
        competence: Field<Text> = "kompetencje";
    }

    /// What a partner brings.
    Contribution {
        /// The kind of resource. | Rodzaj zasobu.
        resource: Field<Resource> = "zasób";
        /// What it is. | Co to jest.
        text: Field<Text> = "tekst" | "treść" | "opis";
        /// What it is worth. | Wartość.
        value: Field<Money> = "wartość";
    }

    /// An open call for partners.
    OpenCall {
        /// The notice. | Ogłoszenie.
        url: Field<String> = "adres_www" | "link";
        /// The day of the notice. | Dzień ogłoszenia.
        published: Field<Date> = "data_ogłoszenia";
        /// The last day to come forward. | Ostatni dzień zgłoszeń.
        deadline: Field<Date> = "termin_zgłoszeń";
        /// What the choice weighed. | Kryteria wyboru.
        criteria: List<Text> = "kryteria" | "kryteria_wyboru";
        /// Where the result was published. | Gdzie ogłoszono wynik.
        results_url: Field<String> = "adres_wyniku";
        /// When the result was published. | Kiedy ogłoszono wynik.
        results_on: Field<Date> = "data_wyniku";
        /// Why no open call was needed: special or exclusive rights (art. 39(3)).
        /// | Dlaczego bez naboru: prawa szczególne lub wyłączne (art. 39 ust. 3).
        exception: Field<Text> = "wyjątek";
    }
}

/// An id is a partner's, other words are a name.
impl Short for LegalPerson {
    type Full = Long<Self>;

    fn from_scalar(text: &str) -> Result<Self, String> {
        Ok(if Id::is_one(text) {
            Self { partner: Field::Given(text.into()), ..Self::default() }
        } else {
            Self { name: Field::Given(text.into()), ..Self::default() }
        })
    }

    fn from_full(Long(full): Long<Self>) -> Self {
        full
    }
}
