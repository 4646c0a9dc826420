//! How objectives and actions follow strategies. Out: `Alignment`.

use super::*;

described! {
    /// A link from an objective or action to an objective of a strategy, with the argument for it.
    Alignment {
        /// Its id, `L1`. | Identyfikator, `L1`.
        id: Field<Id> = "identyfikator", required;
        /// The objective or action. | Cel lub działanie.
        of: Field<Id> = "dla" | "czego_dotyczy" | "dotyczy" | "cel", refers(Objective, Action);
        /// The objective of a strategy. | Cel strategii.
        to: Field<Id> = "do" | "z" | "cel_strategii", refers(StrategyObjective);
        /// How close the link is. | Bezpośrednie albo pośrednie.
        strength: Field<Strength> = "siła";
        /// The needs and indicators that carry it. | Potrzeby i wskaźniki, przez które działa.
        via: List<Id> = "przez", refers(Need, Indicator);
        /// Why and how the one serves the other. | Dlaczego i jak jedno służy drugiemu.
        argument: Field<Prose> = "uzasadnienie";
        /// A version for forms with tight limits. | Wersja do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
    }
}

closed! {
    /// How close an alignment is.
    Strength in "alignment_strengths" {
        /// The objective is one of the strategy's own.
        Direct = "direct";
        /// It helps on the way.
        Indirect = "indirect";
    }
}
