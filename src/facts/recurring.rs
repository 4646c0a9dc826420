//! What comes back every so many months of the project. In: `Facts`, a number of months. Out: periods.

use super::Facts;
use crate::units::{Count, Period};

/// The most periods of one row; a longer one tells nobody anything.
const REPEATED: u64 = 120;

impl Facts<'_> {
    /// Returns the project's period cut into pieces of so many months, the last one up to its end: what
    /// is reported on the last day of each. Empty without a period or a number.
    pub fn pieces(&self, months: Option<Count>) -> Vec<Period> {
        let Some(period) = self.project_period() else { return Vec::new() };
        let Some(months) =
            months.and_then(|months| i32::try_from(months.get()).ok()).filter(|months| *months > 0)
        else {
            return Vec::new();
        };
        let mut pieces = Vec::new();
        let mut from = period.from;
        for number in 1..=REPEATED {
            let after = months.saturating_mul(i32::try_from(number).unwrap_or(i32::MAX));
            // A month's work is done the day before the next one begins.
            let to = period.from.plus_months(after).plus_days(-1).min(period.to);
            pieces.push(Period { from, to });
            if to >= period.to {
                break;
            }
            from = to.plus_days(1);
        }
        pieces
    }
}
