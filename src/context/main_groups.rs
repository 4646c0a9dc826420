//! The main groups of partners by sector (slides 3 and 16). Out: `GroupRow`.

use super::Named;
use super::shown::shown;
use super::voice::Voice;
use crate::catalogue::{self, Term};
use crate::model;

shown! {
    /// A main group of partners, by sector.
    GroupRow {
        /// Its label; none for partners of no main group.
        label: Option<String>;
        /// Its partners of the public sector.
        public: Vec<Named>;
        /// Its partners of the business sector.
        business: Vec<Named>;
        /// Its partners of the social sector.
        social: Vec<Named>;
    }
}

impl GroupRow {
    /// Returns the main groups with their partners, and a last row for partners of none.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let kinds = terms("partner_kinds");
        let group_of = |partner: &model::Partner| {
            let kind = partner.kind.get()?.as_str();
            kinds.iter().find(|term| term.code == kind)?.group.as_deref()
        };
        let row = |group: Option<&str>, label: Option<String>| {
            let of = |sector: model::Sector| -> Vec<Named> {
                let own = voice.facts.partners_in(sector).filter(|partner| group_of(partner) == group);
                voice.all_called(own)
            };
            GroupRow {
                label,
                public: of(model::Sector::Public),
                business: of(model::Sector::Business),
                social: of(model::Sector::Social),
            }
        };
        let mut rows: Vec<GroupRow> = terms("main_groups")
            .iter()
            .map(|term| row(Some(&term.code), Some(term.label(voice.lang).to_owned())))
            .collect();
        let rest = row(None, None);
        if [&rest.public, &rest.business, &rest.social].iter().any(|partners| !partners.is_empty()) {
            rows.push(rest);
        }
        rows
    }
}

pub(super) fn terms(list: &str) -> &'static [Term] {
    let found = catalogue::deck().list(list).or_else(|| catalogue::further().list(list));
    found.map(catalogue::List::terms).unwrap_or_default()
}
