//! For how much. Out: `Budget`, `BudgetLine`, `Rate`, `Funding`.

use super::*;
use crate::units::{Count, Money, Number, Share};

described! {
    /// What the project costs and who pays.
    Budget {
        /// The currency; PLN when left out. | Waluta; domyślnie PLN.
        currency: Field<String> = "waluta";
        /// Everything. | Wartość ogółem.
        total: Field<Money> = "razem" | "ogółem";
        /// The lines. | Pozycje.
        lines: List<BudgetLine> = "pozycje";
        /// Who pays. | Źródła finansowania.
        sources: List<Funding> = "źródła" | "źródła_finansowania";
        /// What is spent year by year, where the lines do not say so.
        /// | Wydatki w kolejnych latach, jeśli nie mówią o nich pozycje.
        years: List<YearAmount> = "lata";
        /// The own contribution. | Wkład własny.
        own: OwnContribution = "wkład_własny";
        /// The flat rate of indirect costs. | Stawka ryczałtowa kosztów pośrednich.
        indirect_rate: Field<Share> = "stawka_kosztów_pośrednich";
        /// Indirect costs. | Koszty pośrednie.
        indirect: Field<Money> = "koszty_pośrednie";
        /// How the project is settled. | Sposób rozliczania.
        settlement: Field<Settlement> = "rozliczanie" | "sposób_rozliczania";
        /// Why spending is needed, in words. | Uzasadnienie wydatków.
        justification: Field<Prose> = "uzasadnienie";
    }

    /// What is spent in a year, indirect costs with it.
    YearAmount {
        /// The year. | Rok.
        year: Field<Count> = "rok";
        /// How much. | Kwota, razem z kosztami pośrednimi.
        amount: Field<Money> = "kwota";
    }

    /// A line of the budget.
    BudgetLine {
        /// Its id, `B1`. | Identyfikator, `B1`.
        id: Field<Id> = "identyfikator", required;
        /// The action it pays. | Działanie.
        action: Field<Id> = "działanie", refers(Action);
        /// The partner that spends it. | Partner, który ponosi koszt.
        partner: Field<Id> = "partner", refers(Partner);
        /// What kind of cost it is. | Kategoria kosztu.
        category: Field<BudgetCategory> = "kategoria";
        /// What is bought. | Nazwa kosztu.
        text: Field<Text> = "tekst" | "treść" | "opis";
        /// The unit. | Jednostka.
        unit: Field<Text> = "jednostka";
        /// How many units. | Liczba jednostek.
        quantity: Field<Number> = "ilość" | "liczba";
        /// What a unit costs. | Cena jednostkowa.
        unit_price: Field<Money> = "cena_jednostkowa";
        /// How the amount comes about (`12 h × 100 zł`). | Kalkulacja (`12 h × 100 zł`).
        calculation: Field<Text> = "kalkulacja" | "wyliczenie";
        /// The amount. | Wartość.
        amount: Field<Money> = "kwota";
        /// The year it is spent in. | Rok.
        year: Field<Count> = "rok";
        /// How much of it is own contribution. | W tym wkład własny.
        own: Field<Money> = "wkład_własny";
        /// The form of that contribution. | Forma wkładu własnego.
        own_kind: Field<OwnKind> = "forma_wkładu";
        /// Staff cost. | Koszt personelu.
        staff: Field<bool> = "personel";
        /// A task given to somebody outside. | Zadanie zlecone.
        outsourced: Field<bool> = "zlecone";
        /// Cross-financing. | Cross-financing.
        cross_financing: Field<bool> = "cross_financing";
        /// A fixed asset. | Środek trwały.
        fixed_asset: Field<bool> = "środek_trwały";
        /// Management and not an action. | Koszt zarządzania.
        management: Field<bool> = "koszt_zarządzania";
        /// Who is paid, where that is a partner. | Wykonawca, jeśli jest nim partner.
        supplier: Field<Id> = "wykonawca", refers(Partner);
        /// Where the price comes from. | Skąd cena.
        estimate: Field<Text> = "oszacowanie" | "źródło_ceny";
        /// Why it is needed. | Uzasadnienie.
        justification: Field<Prose> = "uzasadnienie";
    }

    /// What a thing costs elsewhere: a row of a price list, a pay scale or a call's table of rates.
    Rate {
        /// What is bought, in the words of the line it is meant for: `szkolenie zawodowe`.
        /// | Co kupujemy, słowami pozycji budżetu, której dotyczy: `szkolenie zawodowe`.
        name: Field<Text> = "nazwa", required, called;
        /// The unit. | Jednostka.
        unit: Field<Text> = "jednostka", required;
        /// The least that a unit costs. | Najniższa cena jednostki.
        from: Field<Money> = "od";
        /// The most that a unit costs. | Najwyższa cena jednostki.
        to: Field<Money> = "do";
        /// Where it was read, with the day. | Skąd stawka i z jakiego dnia.
        source: Field<Text> = "źródło", required;
    }

    /// Money from one source.
    Funding {
        /// What kind. | Rodzaj źródła.
        kind: Field<FundingSource> = "rodzaj" | "typ";
        /// The partner that gives it. | Partner, który je wnosi.
        partner: Field<Id> = "partner", refers(Partner);
        /// How much. | Kwota.
        amount: Field<Money> = "kwota";
    }

    /// The own contribution as declared.
    OwnContribution {
        /// All of it. | Wkład własny razem.
        total: Field<Money> = "razem" | "ogółem";
        /// The part that is not money. | W tym niepieniężny.
        in_kind: Field<Money> = "niepieniężny";
        /// In what form it is given. | Forma wniesienia.
        form: Field<Prose> = "forma";
    }
}

closed! {
    /// The form of an own contribution.
    OwnKind in "own_contribution_kinds" {
        /// Money.
        Cash = "cash";
        /// Things, rooms, work.
        InKind = "in_kind";
    }

    /// How a project is settled.
    Settlement in "settlements" {
        /// By what was spent.
        RealCosts = "real_costs";
        /// By what was delivered.
        LumpSums = "lump_sums";
        /// By units.
        UnitCosts = "unit_costs";
    }
}
