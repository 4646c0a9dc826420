//! Strategies. Out: `Strategy`, `StrategyObjective`.

use super::*;
use crate::units::{Date, Teryt};

described! {
    /// A document the application follows.
    Strategy {
        /// Its id, `S1`. | Identyfikator, `S1`.
        id: Field<Id> = "identyfikator", required;
        /// Its entry in the catalogue, which fills what is left out here.
        /// | Wpis w katalogu pakt; uzupełnia to, co tu pominięto.
        catalogue: Field<String> = "katalog";
        /// Its level. | Poziom: unijny, krajowy, regionalny, lokalny.
        level: Field<StrategyLevel> = "poziom";
        /// Its title. | Tytuł.
        title: Field<Text> = "tytuł", required, called;
        /// Who adopted it. | Kto przyjął.
        adopted_by: Field<Text> = "przyjęta_przez";
        /// The act that adopted it, with date and number. | Akt przyjęcia: data i numer.
        adopted: Field<Text> = "przyjęta";
        /// How long it is in force. | Okres obowiązywania.
        valid: Dates = "obowiązuje";
        /// The day somebody checked that it is in force. | Kiedy sprawdzono, że obowiązuje.
        checked_on: Field<Date> = "sprawdzono";
        /// Its address. | Adres.
        url: Field<String> = "adres_www" | "link";
        /// The voivodeship or area it is for. | Województwo lub obszar, którego dotyczy.
        teryt: Field<Teryt> = "teryt" | "kod_teryt";
        /// The objectives of it that the application follows. | Cele dokumentu, do których wniosek się odwołuje.
        objectives: List<StrategyObjective> = "cele";
        /// Marks an invented document or quotation. | Dokument lub cytat zmyślony.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }
}

closed! {
    /// The level of a strategy.
    StrategyLevel in "strategy_levels" {
        /// European Union.
        Eu = "eu";
        /// The country.
        National = "national";
        /// The voivodeship.
        Regional = "regional";
        /// The county or commune.
        Local = "local";
    }
}

described! {
    /// An objective of a strategy.
    StrategyObjective {
        /// Its id, `S1.1`. | Identyfikator, `S1.1`.
        id: Field<Id> = "identyfikator", required;
        /// Its number in the document. | Numer celu w dokumencie.
        code: Field<String> = "kod" | "numer";
        /// Its wording. | Brzmienie celu.
        text: Field<Text> = "tekst" | "treść" | "opis";
        /// Page or point. | Strona lub punkt.
        cite: Field<Text> = "cytat" | "strona";
        /// Marks an invented quotation. | Cytat zmyślony.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }
}
