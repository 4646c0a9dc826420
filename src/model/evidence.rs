//! Sources and their figures. Out: `Evidence`, `Measurement`.

use super::*;
use crate::units::{Count, Date, Number, Teryt};

described! {
    /// A source: what it is and what it says.
    Evidence {
        /// Its id, `E1`. | Identyfikator, `E1`.
        id: Field<Id> = "identyfikator", required;
        /// What kind. | Rodzaj źródła.
        kind: Field<EvidenceKind> = "rodzaj" | "typ";
        /// Its title, with the table where there is one. | Tytuł, z tabelą, jeśli jest.
        title: Field<Text> = "tytuł", called;
        /// Who published it. | Wydawca.
        publisher: Field<Text> = "wydawca";
        /// The day it speaks of, or the day it came out. | Dzień, na który są dane, albo dzień publikacji.
        date: Field<Date> = "data", rough(First);
        /// Its address. | Adres.
        url: Field<String> = "adres_www" | "link";
        /// Page, table or point. | Strona, tabela lub punkt.
        page: Field<Text> = "strona";
        /// How own research was done. | Jak przeprowadzono badanie własne.
        research: Research = "badanie";
        /// Its figures. | Dane liczbowe.
        values: List<Measurement> = "wartości";
        /// What it says beyond figures. | Co wynika poza liczbami.
        findings: Field<Prose> = "ustalenia" | "wnioski";
        /// Marks an invented source or figure. | Źródło lub dane zmyślone.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }

    /// How own research was done.
    Research {
        /// By what method. | Metoda.
        method: Field<Text> = "metoda";
        /// Among whom. | Badana grupa.
        population: Field<Text> = "ludność" | "liczba_mieszkańców" | "populacja";
        /// How many were asked. | Liczba badanych.
        sample: Field<Count> = "próba" | "liczba_badanych";
        /// The first day. | Pierwszy dzień.
        from: Field<Date> = "od", rough(First), said("początek", "first day");
        /// The last day. | Ostatni dzień.
        to: Field<Date> = "do", rough(Last), said("koniec", "last day");
        /// How the answers were worked on. | Sposób analizy.
        analysis: Field<Text> = "analiza" | "sposób_analizy";
    }

    /// A figure: one measure, one area, one day, one value.
    Measurement {
        /// What is measured. | Co zmierzono.
        measure: Field<Text> = "miara" | "nazwa", required, second("name"), called;
        /// The value, in the unit. | Wartość w podanej jednostce.
        value: Field<Number> = "wartość", required;
        /// The unit. | Jednostka.
        unit: Field<Text> = "jednostka";
        /// The day it holds for; the source's date when left out.
        /// | Dzień, na który jest wartość; domyślnie data źródła.
        as_of: Field<Date> = "stan_na" | "na_dzień", rough(First);
        /// The area it holds for; the application's when left out. | Obszar; domyślnie obszar wniosku.
        area: Field<Text> = "obszar";
        /// That area's TERYT code. | Kod TERYT obszaru.
        teryt: Field<Teryt> = "teryt" | "kod_teryt";
        /// What a percentage is a share of. | Podstawa odsetka.
        base: Base = "podstawa";
        /// Whom it counts. | Kogo dotyczy.
        sex: Field<Sex> = "płeć";
        /// The project's own area, or one to compare with. | Własny obszar czy porównanie.
        role: Field<Role> = "rola";
        /// What follows from it. | Co z tego wynika.
        meaning: Field<Prose> = "znaczenie" | "wniosek";
        /// A value of another area, said shorter than by a figure of its own.
        /// | Wartość do porównania z innego obszaru.
        reference: Reference = "odniesienie" | "porównanie";
        /// Marks an invented figure. | Wartość zmyślona.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }

    /// What a percentage is a share of.
    Base {
        /// How much. | Ile.
        value: Field<Number> = "wartość";
        /// Of what. | Czego.
        label: Field<Text> = "etykieta";
    }

    /// A value of another area on the same day.
    Reference {
        /// Which area. | Jaki obszar.
        area: Field<Text> = "obszar";
        /// The value, in the unit of the figure it goes with. | Wartość w tej samej jednostce.
        value: Field<Number> = "wartość";
    }
}

closed! {
    /// Whom a figure counts.
    Sex in "sexes" {
        /// Women.
        Women = "women";
        /// Men.
        Men = "men";
    }

    /// What a figure is there for.
    Role in "evidence_roles" {
        /// It describes the project's own area.
        Own = "own";
        /// It is there to compare with.
        Comparator = "comparator";
    }
}
