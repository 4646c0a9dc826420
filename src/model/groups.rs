//! Target groups. Out: `Group`.

use super::*;
use crate::units::Count;

described! {
    /// A target group: how many, what they are like, what stands in their way.
    Group {
        /// Its id, `T1`. | Identyfikator, `T1`.
        id: Field<Id> = "identyfikator", required;
        /// Its name. | Nazwa grupy.
        name: Field<Text> = "nazwa", required, called;
        /// The forms that running text needs. | Formy przypadków potrzebne w tekście.
        cases: Cases = "przypadki" | "odmiana";
        /// Whether people or entities are counted; people where it is not said.
        /// | Co się liczy: `people` – osoby, `entities` – firmy, organizacje i inne podmioty; domyślnie osoby.
        kind: Field<GroupKind> = "rodzaj" | "typ";
        /// How many people or entities the project supports. | Ile osób albo podmiotów obejmie projekt.
        size: Size = "liczebność" | "wielkość";
        /// How many there are in the area. | Ile ich jest na obszarze.
        population: Size = "ludność" | "liczba_mieszkańców" | "populacja";
        /// What they are like. | Istotne cechy.
        features: Field<Prose> = "cechy";
        /// What they need. | Potrzeby.
        needs: List<Text> = "potrzeby";
        /// What stands in their way. | Bariery.
        barriers: List<Barrier> = "bariery";
        /// What they expect. | Oczekiwania.
        expectations: List<Text> = "oczekiwania";
        /// What shows their interest in the support. | Co świadczy o zainteresowaniu wsparciem.
        interest: Field<Prose> = "zainteresowanie";
        /// Who they are and why they need support, in a version for forms with tight limits.
        /// | Cechy i uzasadnienie w wersji do formularzy z małym limitem.
        short: Field<Prose> = "skrót" | "krótko";
        /// The sources that describe them. | Źródła opisu.
        evidence: List<Id> = "dowody" | "źródła_danych" | "dowód" | "źródła", refers(Evidence);
        /// Why this group. | Dlaczego ta grupa.
        justification: Field<Prose> = "uzasadnienie";
        /// Where they live. | Gdzie mieszkają.
        area_note: Field<Text> = "miejsce_zamieszkania";
        /// How they are recruited. | Jak będą rekrutowani.
        recruitment: Field<Prose> = "rekrutacja";
        /// The call's category. | Kategoria z naboru.
        category: Field<String> = "kategoria";
        /// Whether it was marginalised so far. | Czy dotąd była pomijana.
        marginalised: Field<bool> = "marginalizowana";
        /// Whether its members may belong to other groups as well.
        /// | Czy jej członkowie mogą należeć także do innych grup.
        overlaps: Field<bool> = "pokrywa_się";
        /// Marks an invented figure. | Dane zmyślone.
        fictional: Field<bool> = "przykład" | "fikcyjne", invented;
    }
}

closed! {
    /// What is counted in a group.
    GroupKind in "group_kinds" {
        /// People, women and men.
        People = "people";
        /// Firms, organisations and other entities, which have no sex.
        Entities = "entities";
    }
}

impl Group {
    /// Tells whether the group is one of people.
    pub fn is_of_people(&self) -> bool {
        self.kind.get() != Some(&GroupKind::Entities)
    }
}

described! {
    /// A number of people, with women and men.
    Size {
        /// All. | Ogółem.
        total: Field<Count> = "razem" | "ogółem";
        /// Women. | Kobiety.
        women: Field<Count> = "kobiety";
        /// Men. | Mężczyźni.
        men: Field<Count> = "mężczyźni";
    }

    /// What stands in a group's way: a text, or a text with what answers it.
    short Barrier {
        /// What it is. | Bariera.
        text: Field<Text> = "tekst" | "treść" | "opis";
        /// What it is, in Polish. | Bariera po polsku.
        pl: Field<String> = "po_polsku";
        /// What it is, in English. | Bariera po angielsku.
        en: Field<String> = "po_angielsku";
        /// The actions that answer it. | Działania, które na nią odpowiadają.
        answered_by: List<Id> = "odpowiedź", refers(Action);
    }
}

/// `pl` and `en` stand for `text: {pl: …, en: …}`; once read they are part of it.
impl Short for Barrier {
    type Full = Long<Self>;

    fn from_scalar(text: &str) -> Result<Self, String> {
        Ok(Self { text: Field::Given(text.into()), ..Self::default() })
    }

    fn from_full(Long(full): Long<Self>) -> Self {
        let Self { text, pl, en, answered_by } = full;
        let each = pl.is_given() || en.is_given();
        let text = if each { Text::Each(ByLang { pl, en }).into() } else { text };
        Self { text, answered_by, ..Self::default() }
    }
}
