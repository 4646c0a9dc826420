//! Actions. Out: `Action`.

use super::*;
use crate::units::{Count, Date};

described! {
    /// An action: what is done, for whom, by whom, when.
    Action {
        /// Its id, `A1`. | Identyfikator, `A1`.
        id: Field<Id> = "identyfikator", required;
        /// The action in one line. | Działanie w jednym zdaniu.
        title: Field<Text> = "tytuł", required, called;
        /// The action at length. | Opis działania.
        text: Field<Prose> = "tekst" | "treść" | "opis";
        /// What kind it is. | Rodzaj.
        kind as "type": Field<ActionType> = "typ" | "rodzaj";
        /// The module of the Local Partnership Model it belongs to. | Moduł Modelu Partnerstwa Lokalnego.
        module: Field<Module> = "moduł";
        /// The objectives it serves. | Cele, którym służy.
        objectives: List<Id> = "cele", refers(Objective);
        /// The groups it reaches. | Grupy, do których dociera.
        groups: List<Id> = "grupy" | "grupy_docelowe", refers(Group);
        /// How many people it supports. | Liczba osób objętych wsparciem.
        participants: Field<Count> = "uczestnicy";
        /// The partner that answers for it. | Partner odpowiedzialny.
        lead: Field<Id> = "prowadzi" | "lider" | "odpowiada" | "odpowiedzialny", refers(Partner);
        /// The partners that join in. | Partnerzy współpracujący.
        partners: List<Id> = "partnerzy", refers(Partner);
        /// Its first day. | Pierwszy dzień.
        from: Field<Date> = "od", rough(First), said("początek", "first day");
        /// Its last day. | Ostatni dzień.
        to: Field<Date> = "do", rough(Last), said("koniec", "last day");
        /// The actions that must come first. | Działania, które muszą być wcześniej.
        after: List<Id> = "po_działaniach", refers(Action);
        /// The actions it adds to. | Działania, które uzupełnia.
        complements: List<Id> = "uzupełnia", refers(Action);
        /// How far it reaches. | Zasięg.
        reach: Field<Prose> = "zasięg";
        /// What is new about it. | Co w nim nowego.
        innovation: Field<Prose> = "innowacyjność";
        /// Other ways that were weighed. | Rozważone inne sposoby.
        alternatives: Field<Prose> = "alternatywy";
        /// Whether it costs nothing. | Czy jest bezkosztowe.
        costless: Field<bool> = "bezkosztowe";
        /// Where it is done. | Gdzie.
        place: Field<Text> = "miejsce";
        /// Why it is needed. | Dlaczego jest potrzebne.
        justification: Field<Prose> = "uzasadnienie";
        /// A version for forms with tight limits. | Wersja do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
    }
}
