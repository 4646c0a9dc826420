//! Indicators. Out: `Indicator`.

use super::*;
use crate::units::{Count, Date, Number};

described! {
    /// An indicator: what is measured, from which value to which, how, by whom.
    Indicator {
        /// Its id, `I1`. | Identyfikator, `I1`.
        id: Field<Id> = "identyfikator", required;
        /// Output, result or impact. | Produktu, rezultatu albo oddziaływania.
        kind: Field<IndicatorKind> = "rodzaj" | "typ";
        /// The objective or action it measures. | Cel lub działanie, które mierzy.
        of: Field<Id> = "dla" | "czego_dotyczy" | "dotyczy", required, refers(Objective, Action);
        /// Its name. | Nazwa.
        name: Field<Text> = "nazwa", required, called;
        /// Its code in the programme's list (`EECO01`). | Kod z listy programu (`EECO01`).
        code: Field<String> = "kod";
        /// Mandatory, from the list, or the project's own. | Obowiązkowy, z listy albo własny.
        origin: Field<IndicatorOrigin> = "pochodzenie";
        /// Its unit. | Jednostka.
        unit: Field<Text> = "jednostka";
        /// The value at the start; 0 must be said. | Wartość bazowa; 0 trzeba wpisać.
        baseline: Field<Number> = "wartość_bazowa" | "bazowa";
        /// The value to reach. | Wartość docelowa.
        target: Field<Number> = "wartość_docelowa" | "docelowa";
        /// Whether more or less is better. | Czy lepiej więcej, czy mniej.
        direction: Field<Direction> = "kierunek";
        /// Where the value is read from. | Źródło pomiaru.
        source: Field<Text> = "źródło";
        /// The documents that prove that it was reached: attendance lists, certificates, contracts of work.
        /// | Dokumenty, które potwierdzają wykonanie wskaźnika: listy obecności, zaświadczenia, umowy o pracę.
        documents: List<Text> = "dokumenty" | "dokumenty_potwierdzające";
        /// How it is measured. | Sposób pomiaru.
        method: Field<Text> = "metoda";
        /// How often, in words. | Częstotliwość, słowami.
        frequency: Field<Text> = "częstotliwość";
        /// How often, in months. | Częstotliwość, w miesiącach.
        every_months: Field<Count> = "co_ile_miesięcy" | "co_miesięcy";
        /// Who measures. | Kto mierzy.
        responsible: Field<Id> = "odpowiedzialny" | "odpowiada", refers(Partner);
        /// The day of the target value. | Dzień wartości docelowej.
        measured: Field<Date> = "pomiar" | "data_pomiaru" | "termin", rough(Last);
        /// Whether it is split by sex. | Czy podzielony według płci.
        by_sex: Field<bool> = "według_płci";
        /// The women's part of baseline and target. | Kobiety: wartość docelowa albo bazowa i docelowa.
        women: SexPart = "kobiety";
        /// The men's part of baseline and target. | Mężczyźni: wartość docelowa albo bazowa i docelowa.
        men: SexPart = "mężczyźni";
        /// The target by partner. | Wartość docelowa według partnerów.
        parts: List<PartnerPart> = "podział_na_partnerów";
        /// The output indicator whose people it is measured on.
        /// | Wskaźnik produktu, na którego osobach jest mierzony.
        base: Field<Id> = "wskaźnik_bazowy", refers(Indicator);
        /// Marks an invented figure. | Wartość zmyślona.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }
}

closed! {
    /// The kinds of indicators.
    IndicatorKind in "indicator_kinds" {
        /// What the project produces.
        Output = "output";
        /// What changes for its participants.
        Result = "result";
        /// What changes for the area.
        Impact = "impact";
    }

    /// Where an indicator comes from.
    IndicatorOrigin in "indicator_origins" {
        /// The call demands it.
        Mandatory = "mandatory";
        /// Chosen from the programme's list.
        List = "list";
        /// The project's own.
        Project = "project";
    }

    /// Whether more or less is better.
    Direction in "directions" {
        /// More is better.
        Up = "up";
        /// Less is better.
        Down = "down";
    }
}

described! {
    /// A part of an indicator's values: a number is a target; the baseline may stand beside it.
    short SexPart {
        /// The value at the start. | Wartość bazowa.
        baseline: Field<Number> = "wartość_bazowa" | "bazowa";
        /// The value to reach. | Wartość docelowa.
        target: Field<Number> = "wartość_docelowa" | "docelowa";
    }
}

impl Short for SexPart {
    type Full = Long<Self>;

    fn from_scalar(text: &str) -> Result<Self, String> {
        let target = Number::parse(text).map_err(|fault| fault.to_string())?;
        Ok(Self { baseline: Field::Missing, target: target.into() })
    }

    fn from_full(Long(full): Long<Self>) -> Self {
        full
    }
}

described! {
    /// A partner's part of a target.
    PartnerPart {
        /// Which partner. | Partner.
        partner: Field<Id> = "partner", refers(Partner);
        /// The value it reaches. | Jego wartość docelowa.
        target: Field<Number> = "wartość_docelowa" | "docelowa";
        /// The women's part. | W tym kobiety.
        women: Field<Number> = "kobiety";
        /// The men's part. | W tym mężczyźni.
        men: Field<Number> = "mężczyźni";
    }
}
