//! What the budget adds up to. In: facts. Out: `Sums`.

use crate::facts::{Facts, Totals};
use crate::units::Money;

/// What adds up over the whole budget: added up once, looked at for each partner and action.
pub(super) struct Sums<'app> {
    /// The totals.
    pub(super) totals: Totals<'app>,
    /// Whether the lines say which of them the own contribution pays.
    pub(super) own_on_lines: bool,
}

impl<'app> Sums<'app> {
    /// Adds up the budget.
    pub(super) fn of(facts: &Facts<'app>) -> Self {
        Self { totals: facts.totals(), own_on_lines: facts.is_own_on_lines() }
    }

    /// Returns what a partner spends; `None` for one without lines.
    pub(super) fn of_partner(&self, id: &str) -> Option<Money> {
        self.totals.by_partner.iter().find(|(partner, _)| *partner == id).map(|(_, sum)| *sum)
    }

    /// Returns what an action costs; `None` for one without lines.
    pub(super) fn of_action(&self, id: &str) -> Option<Money> {
        self.totals.by_action.iter().find(|(action, _)| *action == id).map(|(_, sum)| *sum)
    }
}
