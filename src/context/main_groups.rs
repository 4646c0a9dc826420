//! The main groups of partners by sector (slides 3 and 16). Out: `GroupRow`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;
use super::voice::Voice;
use crate::catalogue::{self, Term};
use crate::model;

/// A main group of partners, by sector.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct GroupRow {
    /// Its label; none for partners of no main group.
    pub label: Option<String>,
    /// Its partners of the public sector.
    pub public: Vec<Named>,
    /// Its partners of the business sector.
    pub business: Vec<Named>,
    /// Its partners of the social sector.
    pub social: Vec<Named>,
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
                own.filter_map(|partner| voice.named(partner.id)).collect()
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
