//! Stretches of time. In: two days. Out: what can be asked of them.

use super::{Date, Grain};
use crate::lang::Lang;

/// The days from the first to the last, both included; no day when the last is before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// Tells whether the day is in the period; of a month or a year, some day of it.
    pub fn contains(self, day: Date) -> bool {
        let [first, last] = day.stretch();
        self.from <= last && first <= self.to
    }

    /// Tells whether the whole of `other` is in the period.
    pub fn covers(self, other: Self) -> bool {
        self.contains(other.from) && self.contains(other.to)
    }

    /// Tells whether the two have a day in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.from.max(other.from) <= self.to.min(other.to)
    }

    /// Returns the length in months, a begun one counted in full: 1 September to 31 August of the
    /// third year after is 36. 0 when there is no day.
    pub fn months(self) -> i32 {
        if self.to < self.from {
            return 0;
        }
        let whole = self.from.months_until(self.to);
        if self.from.plus_months(whole) <= self.to { whole + 1 } else { whole }
    }

    /// Returns the length in whole months, as what must last long enough is counted. 0 when there is no day.
    pub fn whole_months(self) -> i32 {
        self.from.months_until(self.to.plus_days(1)).max(0)
    }

    /// Returns the length in days; 0 when there is no day.
    pub fn days(self) -> i32 {
        (self.from.days_until(self.to) + 1).max(0)
    }

    /// Returns the period for people: `od 1 września 2026 r. do 31 sierpnia 2029 r.`, `od 2024 r.`
    pub fn words(self, lang: Lang) -> String {
        let (from, to) = (self.from.words_after(lang), self.to.words_after(lang));
        match (self.to.grain(), lang) {
            (Grain::Now, Lang::Pl) => format!("od\u{a0}{from}"),
            (Grain::Now, Lang::En) => format!("since {from}"),
            (Grain::Never, Lang::Pl) => format!("od\u{a0}{from} {to}"),
            (Grain::Never, Lang::En) => format!("from {from} {to}"),
            (_, Lang::Pl) => format!("od\u{a0}{from} do\u{a0}{to}"),
            (_, Lang::En) => format!("from {from} to {to}"),
        }
    }

    /// Returns the period for the cell of a table, short where it is known to the month or the year:
    /// `2019–2021`, `marzec 2022 – wrzesień 2023`.
    pub fn short(self, lang: Lang) -> String {
        match (self.from.grain(), self.to.grain()) {
            (Grain::Year, Grain::Year) if self.from.year() == self.to.year() => self.to.words(lang),
            (Grain::Year, Grain::Year) => format!("{}–{}", self.from.year(), self.to.year()),
            (Grain::Month, Grain::Month) => {
                let month = |date: Date| date.month_words(lang).trim_end_matches("\u{a0}r.").to_owned();
                let (from, to) = (month(self.from), month(self.to));
                if from == to { from } else { format!("{from} – {to}") }
            }
            _ => self.words(lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: Date::parse(from).expect(from), to: Date::parse(to).expect(to) }
    }

    #[test]
    fn a_begun_month_counts() {
        for (from, to, months, days) in [
            ("2026-09-01", "2029-08-31", 36, 1096),
            ("2026-09-01", "2026-09-30", 1, 30),
            ("2026-09-15", "2026-10-14", 1, 30),
            ("2026-09-15", "2026-10-15", 2, 31),
            ("2026-09-15", "2026-09-15", 1, 1),
            ("2026-09-15", "2026-09-14", 0, 0),
        ] {
            let period = period(from, to);
            assert_eq!((period.months(), period.days()), (months, days), "{from} {to}");
        }
    }

    #[test]
    fn the_last_day_belongs_to_the_period() {
        let year = period("2026-01-01", "2026-12-31");
        assert!(year.contains(year.to) && year.covers(year));
        assert!(year.overlaps(period("2026-12-31", "2027-06-30")));
        assert!(!year.overlaps(period("2027-01-01", "2027-06-30")));
        assert!(!year.covers(period("2026-12-31", "2027-06-30")));
    }

    #[test]
    fn a_period_prints_in_both_languages() {
        let period = period("2026-09-01", "2029-08-31");
        assert_eq!(
            period.words(Lang::Pl).replace('\u{a0}', " "),
            "od 1 września 2026 r. do 31 sierpnia 2029 r."
        );
        assert_eq!(period.words(Lang::En).replace('\u{a0}', " "), "from 1 September 2026 to 31 August 2029");
    }

    #[test]
    fn a_period_known_to_the_month_or_year_prints_as_such() {
        let said = |from: &str, to: &str| {
            let period = period(from, &format!("do {to}"));
            [period.words(Lang::Pl), period.short(Lang::Pl)].map(|words| words.replace('\u{a0}', " "))
        };
        assert_eq!(said("2019", "2021"), ["od 2019 r. do 2021 r.", "2019–2021"]);
        assert_eq!(said("2019", "2019"), ["od 2019 r. do 2019 r.", "2019 r."]);
        assert_eq!(
            said("2022-03", "2023-09"),
            ["od marca 2022 r. do września 2023 r.", "marzec 2022 – wrzesień 2023"]
        );
        let open = |to: &str| period("2026-09-01", to).words(Lang::Pl).replace('\u{a0}', " ");
        assert_eq!(open("bezterminowo"), "od 1 września 2026 r. na czas nieokreślony");
        assert_eq!(period("2024", "obecnie").short(Lang::Pl).replace('\u{a0}', " "), "od 2024 r.");
        assert!(period("2026-09-01", "bezterminowo").whole_months() > 12_000);
    }
}
