//! The area the partnership works in. Out: `Area`.

use super::*;
use crate::units::{Count, Teryt};

described! {
    /// A commune, a county, a region, or an area of one's own making.
    Area {
        /// Its name. | Nazwa obszaru.
        name: Field<Text> = "nazwa", called;
        /// The forms that running text needs. | Formy przypadków potrzebne w tekście.
        cases: Cases = "przypadki" | "odmiana";
        /// Its level. | Poziom: gmina, powiat, region …
        level: Field<Scale> = "poziom";
        /// The voivodeship or country it lies in. | Województwo lub kraj, w którym leży.
        parent: Field<Text> = "województwo" | "nadrzędny";
        /// Its TERYT code: 2 digits a voivodeship, 4 a county, 6 or 7 a commune.
        /// | Kod TERYT: 2 cyfry – województwo, 4 – powiat, 6 lub 7 – gmina.
        teryt: Field<Teryt> = "teryt" | "kod_teryt";
        /// How many people live there. | Liczba mieszkańców.
        population: Field<Count> = "ludność" | "liczba_mieszkańców" | "populacja";
        /// Its communes, cities or counties. | Gminy, miasta lub powiaty obszaru.
        units: List<Unit> = "jednostki" | "gminy";
        /// Why the partnership works at this level. | Dlaczego partnerstwo działa na tym poziomie.
        scale_reason: Field<Prose> = "uzasadnienie_poziomu";
        /// What the area has to build on. | Potencjały obszaru.
        resources: List<Text> = "zasoby";
        /// Marks an invented area. | Obszar zmyślony.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }

    /// A commune, city or county of the area.
    Unit {
        /// Its name. | Nazwa.
        name: Field<Text> = "nazwa", called;
        /// Its level. | Poziom.
        level: Field<Scale> = "poziom";
        /// How many people live there. | Liczba mieszkańców.
        population: Field<Count> = "ludność" | "liczba_mieszkańców" | "populacja";
        /// Its TERYT code. | Kod TERYT.
        teryt: Field<Teryt> = "teryt" | "kod_teryt";
    }

    /// Polish case forms of a name, for running text.
    Cases {
        /// Genitive: (kogo? czego?) „powiatu szydłowieckiego”. | Dopełniacz (kogo? czego?): powiatu szydłowieckiego.
        genitive: Field<String> = "dopełniacz", second("gen");
        /// Dative: (komu? czemu?). | Celownik (komu? czemu?).
        dative: Field<String> = "celownik", second("dat");
        /// Accusative: (kogo? co?). | Biernik (kogo? co?).
        accusative: Field<String> = "biernik", second("acc");
        /// Instrumental: (z kim? z czym?). | Narzędnik (z kim? z czym?).
        instrumental: Field<String> = "narzędnik", second("ins");
        /// Locative: (o kim? o czym?) „powiecie szydłowieckim”.
        /// | Miejscownik (o kim? o czym?): powiecie szydłowieckim.
        locative: Field<String> = "miejscownik", second("loc");
    }
}
