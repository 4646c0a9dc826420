//! Calendar days. In: `2027-01-31`. Out: the day; other ways to write it become a fault that shows
//! this one.

use std::fmt;

use jiff::ToSpan;
use jiff::civil;

use super::{Fault, calendar, fault, scalar::scalar};
use crate::lang::Lang;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// Returns the day of a year, a month 1–12 and a day of the month; `None` when there is none.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `2027-01-31` and nothing else. A date in another common form (`31.01.2027`,
    /// `31 stycznia 2027 r.`) is a fault that suggests this form; 30 February is a fault of its own.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        let Some([year, month, day]) = iso(text).or_else(|| pieces(text)) else {
            return Err(match of_spreadsheet(text) {
                Some(date) => Fault::new(fault::DATE_NOT_ISO, text).propose(date, false),
                None => Fault::new(fault::NOT_A_DATE, text),
            });
        };
        let date = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
        let date = date.and_then(|((year, month), day)| Self::new(year, month, day));
        match date {
            None => Err(Fault::new(fault::IMPOSSIBLE_DATE, text)),
            Some(date) if iso(text).is_none() => Err(Fault::new(fault::DATE_NOT_ISO, text).suggest(date)),
            Some(date) => Ok(date),
        }
    }

    /// Returns the day, in UTC, of a number of seconds since 1970; `None` far outside our years.
    pub fn from_epoch(seconds: i64) -> Option<Self> {
        let days = jiff::Span::new().try_days(seconds.div_euclid(24 * 60 * 60)).ok()?;
        civil::date(1970, 1, 1).checked_add(days).ok().map(Self)
    }

    /// Returns the year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Returns the month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Returns the day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Returns the day so many months later (earlier for a negative number), at most the month's
    /// last: a month after 31 January is 28 February. Stops at the ends of the calendar.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        Self(self.0.saturating_add(months.clamp(-200_000, 200_000).months()))
    }

    /// Returns the day so many days later (earlier for a negative number). Stops at the ends of the
    /// calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days.clamp(-5_000_000, 5_000_000).days()))
    }

    /// Returns the number of days from this day to `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        (other.0 - self.0).get_days()
    }

    /// Returns the number of whole months from this day to `other`; negative when `other` is earlier
    /// and 0 within a month.
    pub fn months_until(self, other: Self) -> i32 {
        let months = |date: Self| i32::from(date.year()) * 12 + i32::from(date.month());
        let months = months(other) - months(self);
        let (forwards, backwards) = (self.plus_months(months) > other, self.plus_months(months) < other);
        months - i32::from(months > 0 && forwards) + i32::from(months < 0 && backwards)
    }

    /// Returns the day for people: `20 stycznia 2026 r.`, `20 January 2026`.
    pub fn words(self, lang: Lang) -> String {
        let month = calendar::name_after_day(self.month(), lang);
        match lang {
            Lang::Pl => format!("{}\u{a0}{month}\u{a0}{}\u{a0}r.", self.day(), self.year()),
            Lang::En => format!("{}\u{a0}{month} {}", self.day(), self.year()),
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

/// Reads the name of a month, at least three letters of it: `lutym`, `Feb`, `VIII`.
pub fn month_named(word: &str) -> Option<i8> {
    calendar::month(word).filter(|_| word.chars().count() > 2)
}

/// Tells whether a word is a month as it stands after a day: `stycznia`, `January`.
pub fn is_month_after_day(word: &str, lang: Lang) -> bool {
    (1..=12).any(|month| calendar::name_after_day(month, lang) == word)
}

/// Reads a day as spreadsheets count them, of the years of applications: 46082 is 1 March 2026.
fn of_spreadsheet(text: &str) -> Option<Date> {
    let days = text.parse::<i32>().ok().filter(|_| text.len() == 5 && !text.starts_with('+'))?;
    let date = Date::new(1899, 12, 30)?.plus_days(days);
    (1990..2100).contains(&date.year()).then_some(date)
}

/// Reads exactly `YYYY-MM-DD`, whether or not there is such a day.
fn iso(text: &str) -> Option<[u16; 3]> {
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    let number = |from: usize, to: usize| {
        let digits = text.get(from..to)?;
        digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    shape.then(|| Some([number(0, 4)?, number(5, 7)?, number(8, 10)?]))?
}

/// Reads the other forms people use into year, month and day.
fn pieces(text: &str) -> Option<[u16; 3]> {
    // A time of day after an ISO date is dropped: spreadsheets and YAML timestamps add one.
    if let Some((day, _)) = text.split_once(['T', ' ']).filter(|(_, time)| time.contains(':')) {
        return iso(day);
    }
    let text = text.trim_end_matches("roku").trim_end_matches("r.").trim();
    let words: Vec<&str> = text.split(|sign: char| sign.is_whitespace() || "./-–,".contains(sign)).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let [first, second, third] = words[..] else { return None };
    let number = |word: &str| word.parse::<u16>().ok().filter(|_| word.len() <= 4 && !word.starts_with('+'));
    let month = |word: &str| {
        let named = calendar::month(word).and_then(|month| u16::try_from(month).ok());
        named.or_else(|| number(word).filter(|_| word.len() <= 2))
    };
    let is_year = |word: &str| word.len() == 4 && number(word).is_some();
    if is_year(first) {
        return Some([number(first)?, month(second)?, number(third)?]);
    }
    // „01-mar-26”, as spreadsheets print it.
    let is_short = third.len() == 2 && second.chars().all(char::is_alphabetic) && first.len() <= 2;
    if let Some(year) = number(third).filter(|_| is_short) {
        return Some([2000 + year, month(second)?, number(first)?]);
    }
    if !is_year(third) {
        return None;
    }
    if number(first).is_none() {
        return Some([number(third)?, month(first)?, number(second)?]);
    }
    let (day, month) = (number(first)?, month(second)?);
    // Day first is the European order; the American one is meant when nothing else makes sense.
    let (day, month) = if month > 12 && day <= 12 { (month, day) } else { (day, month) };
    Some([number(third)?, month, day])
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

scalar!(
    Date,
    ["string"],
    r"^\s*\d{4}-\d{2}-\d{2}\s*$",
    "Data w postaci rok-miesiąc-dzień: 2027-01-31. / Date as year-month-day: 2027-01-31."
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    fn date(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn other_forms_are_shown_the_iso_one() {
        assert_eq!(date(" 2027-01-31 ").to_string(), "2027-01-31");
        for text in [
            "31.01.2027",
            "31-01-2027",
            "31/1/2027",
            "01/31/2027",
            "2027/01/31",
            "2027.01.31",
            "2027-1-31",
            "31 stycznia 2027",
            "31 stycznia 2027 r.",
            "31 stycznia 2027 roku",
            "31 January 2027",
            "January 31, 2027",
            "31 I 2027",
            "31-sty-27",
            "31-Jan-27",
            "46418",
            "2027-01-31T10:00:00Z",
            "2027-01-31 00:00:00",
        ] {
            let fault = Date::parse(text).expect_err(text);
            assert_eq!(
                (fault.name(), fault.suggestion.as_deref()),
                ("date-not-iso", Some("2027-01-31")),
                "{text}"
            );
            assert_tellable(&fault);
        }
    }

    #[test]
    fn what_is_no_day_is_a_fault() {
        for (text, name) in [
            ("2027-02-30", "impossible-date"),
            ("29.02.2027", "impossible-date"),
            ("2027-13-01", "impossible-date"),
            ("31 czerwca 2027", "impossible-date"),
            ("2027", "not-a-date"),
            ("2027-01", "not-a-date"),
            ("styczeń 2027", "not-a-date"),
            ("31.01.27", "not-a-date"),
            ("wkrótce", "not-a-date"),
            ("", "not-a-date"),
            ("２０２７-01-3", "not-a-date"),
            ("żół-01-31", "not-a-date"),
        ] {
            let fault = Date::parse(text).expect_err(text);
            assert_eq!((fault.name(), fault.suggestion.as_deref()), (name, None), "{text}");
            assert_tellable(&fault);
        }
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
