//! Calendar days. In: what `dated` read of a text. Out: the day, how exactly it is known, what follows from it.

use std::fmt;

use jiff::ToSpan;
use jiff::civil;

use super::{calendar, scalar::scalar};
use crate::lang::Lang;

/// A day of the calendar; one day of a month or a year where no more is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    day: civil::Date,
    grain: Grain,
}

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// To the day.
    Day,
    /// To the month; the day is its first or its last.
    Month,
    /// To the year; the day is its first or its last.
    Year,
    /// It lasts to this day; the day is the last of the calendar.
    Now,
    /// It has no end; the day is the last of the calendar.
    Never,
}

impl Grain {
    /// All of them, from the day to no end.
    pub const ALL: [Self; 5] = [Self::Day, Self::Month, Self::Year, Self::Now, Self::Never];
}

impl Date {
    /// Returns the day of a year, a month 1–12 and a day of the month; `None` when there is none.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self::of)
    }

    fn of(day: civil::Date) -> Self {
        Self { day, grain: Grain::Day }
    }

    /// Returns an end that is open.
    pub(super) fn endless(grain: Grain) -> Self {
        Self { day: civil::Date::MAX, grain }
    }

    /// Returns the same day, known so exactly.
    #[must_use]
    pub fn known(self, grain: Grain) -> Self {
        Self { grain, ..self }
    }

    /// Returns how exactly it is known.
    pub fn grain(self) -> Grain {
        self.grain
    }

    /// Tells whether it is an end that is open.
    pub fn is_open(self) -> bool {
        matches!(self.grain, Grain::Now | Grain::Never)
    }

    /// Returns the first and the last day that it may be: of its month, of its year, itself.
    pub fn stretch(self) -> [Self; 2] {
        let [first, last] = match self.grain {
            Grain::Month => [self.day.first_of_month(), self.day.last_of_month()],
            Grain::Year => [self.day.first_of_year(), self.day.last_of_year()],
            Grain::Day | Grain::Now | Grain::Never => [self.day, self.day],
        };
        [Self::of(first), Self::of(last)]
    }

    /// Returns the day, in UTC, of a number of seconds since 1970; `None` far outside our years.
    pub fn from_epoch(seconds: i64) -> Option<Self> {
        let days = jiff::Span::new().try_days(seconds.div_euclid(24 * 60 * 60)).ok()?;
        civil::date(1970, 1, 1).checked_add(days).ok().map(Self::of)
    }

    /// Returns the year.
    pub fn year(self) -> i16 {
        self.day.year()
    }

    /// Returns the month, 1 to 12.
    pub fn month(self) -> i8 {
        self.day.month()
    }

    /// Returns the day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.day.day()
    }

    /// Returns the day so many months later (earlier for a negative number), at most the month's
    /// last: a month after 31 January is 28 February. Stops at the ends of the calendar.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        Self::of(self.day.saturating_add(months.clamp(-200_000, 200_000).months()))
    }

    /// Returns the day so many days later (earlier for a negative number). Stops at the ends of the
    /// calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self::of(self.day.saturating_add(days.clamp(-5_000_000, 5_000_000).days()))
    }

    /// Returns the number of days from this day to `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        (other.day - self.day).get_days()
    }

    /// Returns the number of whole months from this day to `other`; negative when `other` is earlier
    /// and 0 within a month.
    pub fn months_until(self, other: Self) -> i32 {
        let months = |date: Self| i32::from(date.year()) * 12 + i32::from(date.month());
        let months = months(other) - months(self);
        let (forwards, backwards) = (self.plus_months(months) > other, self.plus_months(months) < other);
        months - i32::from(months > 0 && forwards) + i32::from(months < 0 && backwards)
    }

    /// Returns the date for people: `20 stycznia 2026 r.`, `marzec 2026 r.`, `2026 r.`, `20 January 2026`.
    pub fn words(self, lang: Lang) -> String {
        match self.grain {
            Grain::Day => self.day_words(lang),
            Grain::Month => self.month_words(lang),
            Grain::Year => self.year_words(lang),
            Grain::Now => lang.pick("nadal", "ongoing").to_owned(),
            Grain::Never => lang.pick("na\u{a0}czas nieokreślony", "for an indefinite period").to_owned(),
        }
    }

    /// Returns the date as it stands after a word such as „od” or „z”: `marca 2026 r.`
    pub fn words_after(self, lang: Lang) -> String {
        if self.grain != Grain::Month || lang == Lang::En {
            return self.words(lang);
        }
        format!("{}\u{a0}{}\u{a0}r.", calendar::name_after_day(self.month(), lang), self.year())
    }

    fn day_words(self, lang: Lang) -> String {
        let month = calendar::name_after_day(self.month(), lang);
        match lang {
            Lang::Pl => format!("{}\u{a0}{month}\u{a0}{}\u{a0}r.", self.day(), self.year()),
            Lang::En => format!("{}\u{a0}{month} {}", self.day(), self.year()),
        }
    }

    fn year_words(self, lang: Lang) -> String {
        match lang {
            Lang::Pl => format!("{}\u{a0}r.", self.year()),
            Lang::En => self.year().to_string(),
        }
    }

    /// Returns month and year for people: `styczeń 2026 r.`, `January 2026`.
    pub fn month_words(self, lang: Lang) -> String {
        let month = calendar::name(self.month(), lang);
        match lang {
            Lang::Pl => format!("{month}\u{a0}{}\u{a0}r.", self.year()),
            Lang::En => format!("{month} {}", self.year()),
        }
    }

    /// Returns the month in three letters, for narrow columns: `sty`, `Jan`.
    pub fn month_short(self, lang: Lang) -> String {
        calendar::short(self.month(), lang)
    }
}

/// Prints what [`Date::parse`] reads as the same date; the last day of a month or a year as its month or year.
impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.year(), self.month(), self.day());
        match self.grain {
            Grain::Day => write!(formatter, "{year:04}-{month:02}-{day:02}"),
            Grain::Month => write!(formatter, "{year:04}-{month:02}"),
            Grain::Year => write!(formatter, "{year:04}"),
            Grain::Now => formatter.write_str("nadal"),
            Grain::Never => formatter.write_str("na czas nieokreślony"),
        }
    }
}

scalar!(
    Date,
    ["string", "number"],
    r"\d{4}|^\s*\d{1,2}[-.][^\d.-]+[-.]\d{2}\s*$|terminow|okre[sś]lon|oznaczon|^\s*([Oo]becnie|[Nn]adal|[Tt]rwa|[Oo]ngoing|[Pp]resent|[Oo]pen)|ndefinite",
    "Data: 31.01.2027, 31 stycznia 2027 r. albo 2027-01-31; gdzie to wystarcza, sam miesiąc (01.2027) lub rok (2027), a tam, gdzie końca nie ma, „na czas nieokreślony”. / Date: 31.01.2027, 31 January 2027 or 2027-01-31; a month (01.2027) or a year (2027) where that is enough, “indefinite” where there is no end."
);

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn a_date_prints_in_both_languages() {
        let day = date("2026-01-20");
        assert_eq!(day.words(Lang::Pl), "20\u{a0}stycznia\u{a0}2026\u{a0}r.");
        assert_eq!(day.words(Lang::En), "20\u{a0}January 2026");
        assert_eq!(day.month_words(Lang::Pl), "styczeń\u{a0}2026\u{a0}r.");
        assert_eq!(day.month_short(Lang::En), "Jan");
    }

    #[test]
    fn a_month_and_a_year_print_as_such() {
        let (month, year) = (date("03.2022"), date("2021"));
        assert_eq!(month.words(Lang::Pl), "marzec\u{a0}2022\u{a0}r.");
        assert_eq!(month.words_after(Lang::Pl), "marca\u{a0}2022\u{a0}r.");
        assert_eq!([year.words(Lang::Pl), year.words(Lang::En)], ["2021\u{a0}r.", "2021"]);
        assert_eq!(date("bezterminowo").words(Lang::Pl), "na\u{a0}czas nieokreślony");
        let days = |date: Date| date.stretch().map(|day| day.to_string());
        assert_eq!(days(date("luty 2024")), ["2024-02-01", "2024-02-29"]);
        assert_eq!(days(year), ["2021-01-01", "2021-12-31"]);
        assert!(date("nadal") > date("9999-12-30"));
    }

    #[test]
    fn months_are_whole() {
        for (from, to, months) in [
            ("2026-01-20", "2026-02-20", 1),
            ("2026-01-20", "2026-02-19", 0),
            ("2024-02-10", "2026-02-10", 24),
            ("2026-02-20", "2026-01-20", -1),
            ("2026-02-20", "2026-01-21", 0),
            ("2026-01-31", "2026-02-28", 1),
        ] {
            assert_eq!(date(from).months_until(date(to)), months, "{from} {to}");
        }
        assert_eq!(date("2026-02-28").days_until(date("2026-03-01")), 1);
        assert_eq!(date("9999-12-31").plus_months(i32::MAX), date("9999-12-31"));
    }
}
