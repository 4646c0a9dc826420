//! Which papers are wanted, and what each says of itself. In: `papers:`. Out: `WantedPaper`.

use super::*;
use crate::units::Date;

described! {
    /// A paper that is wanted, with its own day, version and standing: nothing of it is borrowed from another paper.
    WantedPaper {
        /// The day it bears. | Data dokumentu.
        date: Field<Date> = "data";
        /// Where it was adopted or signed. | Miejsce przyjęcia albo podpisania.
        place: Field<Text> = "miejsce" | "miejscowość";
        /// Its version. | Wersja.
        version: Field<String> = "wersja";
        /// Whether it is a draft, adopted or signed. | Czy to projekt, dokument przyjęty czy podpisany.
        status: Field<PaperStatus> = "status" | "stan";
        /// Who adopted it. | Kto przyjął.
        adopted_by: Field<Text> = "kto_przyjął" | "przyjęło";
        /// The resolution by which it was adopted. | Uchwała, którą dokument przyjęto.
        resolution: Field<Text> = "uchwała";
    }
}

closed! {
    /// How far a paper has come.
    PaperStatus in "paper_statuses" {
        /// A proposal that nobody is bound by.
        Draft = "draft";
        /// Adopted by a decision.
        Adopted = "adopted";
        /// Signed by the parties.
        Signed = "signed";
    }
}
