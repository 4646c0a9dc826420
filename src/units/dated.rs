//! Dates as people write them. In: a scalar's text. Out: the day, the month, the year or the open end that it says.
//!
//! The day comes first (`03.04.2027` is the third of April). What can be no date in that order, and the number by which
//! a spreadsheet counts days, is a fault that shows the day it may be.

use super::date::{Date, Grain};
use super::{Fault, calendar, fault, open_ends};
use crate::words::fold;

/// Words for a year behind its number.
const YEAR: [&str; 4] = ["r", "rok", "roku", "rokiem"];

/// Words before a date that say which day of a month or a year is meant: its first, or nothing else.
const FIRST: [&str; 13] =
    ["dnia", "dniu", "dn.", "dn", "w", "z", "od", "poczatek", "poczatku", "from", "since", "start", "on"];

/// The same, for the last day.
const LAST: [&str; 9] = ["do", "koniec", "konca", "koncu", "to", "until", "till", "by", "end"];

/// In which order day and month stood.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    European,
    American,
}

impl Date {
    /// Reads a date in any form that people use: `2027-01-31`, `31.01.2027`, `31 stycznia 2027 r.`; a month of a year or
    /// a year alone (its first day; its last behind „do”); words for an open end. 30 February is a fault of its own.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        if let Some(grain) = open_ends::said(text) {
            return Ok(Self::endless(grain));
        }
        let (bare, is_last) = bare(text);
        if let Some(date) = stretch(bare) {
            let last = || date.stretch()[1].known(date.grain());
            return Ok(if is_last { last() } else { date });
        }
        let Some(([year, month, day], order)) =
            iso(bare).map(|day| (day, Order::European)).or_else(|| pieces(bare))
        else {
            return Err(match of_spreadsheet(text) {
                Some(date) => Fault::new(fault::DATE_NOT_ISO, text).propose(date, false),
                None => Fault::new(fault::NOT_A_DATE, text),
            });
        };
        let date = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
        let date = date.and_then(|((year, month), day)| Self::new(year, month, day));
        match date {
            None => Err(Fault::new(fault::IMPOSSIBLE_DATE, text)),
            Some(date) if order == Order::American => {
                Err(Fault::new(fault::DATE_NOT_ISO, text).propose(date, false))
            }
            Some(date) => Ok(date),
        }
    }

    /// Reads a day in any form that people use; a month, a year and an open end are faults.
    pub fn parse_day(text: &str) -> Result<Self, Fault> {
        let is_day = |date: &Self| date.grain() == Grain::Day;
        Self::parse(text)
            .and_then(|date| Some(date).filter(is_day).ok_or(Fault::new(fault::NOT_A_DATE, text)))
    }
}

/// Returns a date without the words before it, and whether they speak of a last day.
fn bare(text: &str) -> (&str, bool) {
    let (mut rest, mut is_last) = (text, false);
    while let Some((word, behind)) = rest.split_once([' ', '\u{a0}']) {
        let word = fold(word);
        let ends = LAST.contains(&word.as_ref());
        if !ends && !FIRST.contains(&word.as_ref()) {
            break;
        }
        (rest, is_last) = (behind.trim_start(), is_last || ends);
    }
    (rest, is_last)
}

/// Reads the name of a month, at least three letters of it: `lutym`, `Feb`, `VIII`.
pub fn month_named(word: &str) -> Option<i8> {
    calendar::month(word).filter(|_| word.chars().count() > 2)
}

/// Tells whether a word is a month as it stands after a day: `stycznia`, `January`.
pub fn is_month_after_day(word: &str, lang: crate::lang::Lang) -> bool {
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

/// Reads the other forms people use into year, month and day, and tells in what order they stood.
fn pieces(text: &str) -> Option<([u16; 3], Order)> {
    // A time of day after an ISO date is dropped: spreadsheets and YAML timestamps add one.
    if let Some((day, _)) = text.split_once(['T', ' ']).filter(|(_, time)| time.contains(':')) {
        return iso(day).map(|day| (day, Order::European));
    }
    let words = words(text);
    let [first, second, third] = words[..] else { return None };
    if is_year(first) {
        return Some(([number(first)?, month(second)?, number(third)?], Order::European));
    }
    // „01-mar-26”, as spreadsheets print it.
    let is_short = third.len() == 2 && second.chars().all(char::is_alphabetic) && first.len() <= 2;
    if let Some(year) = number(third).filter(|_| is_short) {
        return Some(([2000 + year, month(second)?, number(first)?], Order::European));
    }
    if !is_year(third) {
        return None;
    }
    if number(first).is_none() {
        return Some(([number(third)?, month(first)?, number(second)?], Order::European));
    }
    let (day, month) = (number(first)?, month(second)?);
    // Day first is the European order; the American one is meant when nothing else makes sense.
    if month > 12 && day <= 12 {
        return Some(([number(third)?, day, month], Order::American));
    }
    Some(([number(third)?, month, day], Order::European))
}

/// Reads a month of a year, or a year: its first day, and how exactly it is known.
fn stretch(text: &str) -> Option<Date> {
    let (year, month, grain) = match words(text)[..] {
        [year] if is_year(year) => (number(year)?, 1, Grain::Year),
        [year, named] | [named, year] if is_year(year) => (number(year)?, month(named)?, Grain::Month),
        _ => return None,
    };
    let first = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1)?;
    Some(first.known(grain))
}

/// Returns the pieces of a date as written, without the words for a year.
fn words(text: &str) -> Vec<&str> {
    let is_between = |sign: char| sign.is_whitespace() || "./-–,".contains(sign);
    let mut words: Vec<&str> = text.split(is_between).filter(|word| !word.is_empty()).collect();
    // „1-go marca”, „1 MARCA 2027 R.”
    words.retain(|word| !matches!(*word, "go" | "ego"));
    while words.last().is_some_and(|word| YEAR.contains(&fold(word).as_ref())) {
        words.pop();
    }
    if let Some(last) = words.last_mut() {
        *last = last.strip_suffix('r').filter(|year| is_year(year)).unwrap_or(last);
    }
    words
}

fn number(word: &str) -> Option<u16> {
    word.parse().ok().filter(|_| word.len() <= 4 && !word.starts_with('+'))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && number(word).is_some()
}

fn month(word: &str) -> Option<u16> {
    let named = calendar::month(word).and_then(|month| u16::try_from(month).ok());
    named.or_else(|| number(word).filter(|_| word.len() <= 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::units::fault::tests::assert_tellable;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in [
            " 2027-01-31 ",
            "31.01.2027",
            "31.1.2027 r.",
            "31.01.2027r.",
            "31-01-2027",
            "31/1/2027",
            "2027/01/31",
            "2027.01.31",
            "2027-1-31",
            "31 stycznia 2027",
            "31 stycznia 2027 r.",
            "31 stycznia 2027 roku",
            "dn. 31.01.2027 r.",
            "31-go stycznia 2027",
            "31 STYCZNIA 2027 R.",
            "dnia 31 stycznia 2027 r.",
            "do 31.01.2027",
            "31 January 2027",
            "January 31, 2027",
            "31 I 2027",
            "31-sty-27",
            "31-Jan-27",
            "2027-01-31T10:00:00Z",
            "2027-01-31 00:00:00",
        ] {
            assert_eq!(Date::parse(text), Ok(Date::new(2027, 1, 31).expect("a day")), "{text}");
        }
        assert_eq!(Date::parse("03.04.2027"), Ok(Date::new(2027, 4, 3).expect("a day")));
    }

    #[test]
    fn a_month_and_a_year_are_read_as_such() {
        for (text, printed, first) in [
            ("07.2027", "2027-07", "2027-07-01"),
            ("2027-07", "2027-07", "2027-07-01"),
            ("listopad 2026", "2026-11", "2026-11-01"),
            ("listopada 2026 r.", "2026-11", "2026-11-01"),
            ("w listopadzie 2026 r.", "2026-11", "2026-11-01"),
            ("XI 2026", "2026-11", "2026-11-01"),
            ("November 2026", "2026-11", "2026-11-01"),
            ("do listopada 2026", "2026-11", "2026-11-30"),
            ("2021", "2021", "2021-01-01"),
            ("2021 r.", "2021", "2021-01-01"),
            ("2021 rok", "2021", "2021-01-01"),
            ("do końca 2021 roku", "2021", "2021-12-31"),
        ] {
            let date = Date::parse(text).expect(text);
            assert_eq!(
                (date.to_string().as_str(), date.known(Grain::Day).to_string().as_str()),
                (printed, first),
                "{text}"
            );
            assert!(Date::parse_day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_may_be_another_day_is_shown_it() {
        for text in ["01/31/2027", "46418"] {
            let fault = Date::parse(text).expect_err(text);
            assert_eq!(
                (fault.code, fault.suggestion.as_deref(), fault.says_less),
                ("TYPE-13", Some("2027-01-31"), true),
                "{text}"
            );
            assert_tellable(&fault);
        }
    }

    #[test]
    fn what_is_no_day_is_a_fault() {
        for (text, code) in [
            ("2027-02-30", "TYPE-14"),
            ("29.02.2027", "TYPE-14"),
            ("2027-13-01", "TYPE-14"),
            ("31 czerwca 2027", "TYPE-14"),
            ("31.01.27", "TYPE-12"),
            ("13.2027", "TYPE-12"),
            ("wkrótce", "TYPE-12"),
            ("do", "TYPE-12"),
            ("", "TYPE-12"),
            ("２０２７-01-3", "TYPE-12"),
            ("żół-01-31", "TYPE-12"),
        ] {
            let fault = Date::parse(text).expect_err(text);
            assert_eq!((fault.code, fault.suggestion.as_deref()), (code, None), "{text}");
            assert_tellable(&fault);
        }
        assert_eq!(month_named("lutym"), Some(2));
        assert!(is_month_after_day("stycznia", Lang::Pl));
    }
}
