//! Dates as their fields take them. In: a scalar's text and the field's declaration. Out: the text of the day that is
//! meant; a month where the day must be told is a fault, and so is an end left open where there must be one.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::error::Error;
use super::faults::fault;
use super::reader::Reader;
use crate::described::End;
use crate::units::{Date, Grain};
use crate::yaml::shown;

/// The years in which days of applications lie: from the first local self-government to the end of the century.
const YEARS: RangeInclusive<i16> = 1990..=2100;

/// Returns the text of a date that its field takes; what is none is left to the type, which says so.
pub(super) fn date<'t>(reader: &Reader<'_>, text: &'t str) -> Result<Cow<'t, str>, Error> {
    let Ok(date) = Date::parse(text) else { return Ok(text.into()) };
    let value = || shown(text);
    match date.grain() {
        Grain::Now | Grain::Never if !reader.member.is_some_and(|member| member.open) => {
            return Err(reader.tell("TYPE-55", &[("value", &value())]));
        }
        Grain::Now | Grain::Never => return Ok(text.into()),
        Grain::Day | Grain::Month | Grain::Year => {}
    }
    if !YEARS.contains(&date.year()) {
        reader.tell_all(fault("TYPE-40", reader.span(), &[("value", &value())]).with("day", date));
    }
    if date.grain() == Grain::Day {
        return Ok(text.into());
    }
    match reader.member.and_then(|member| member.rough) {
        Some(End::First) => Ok(text.into()),
        Some(End::Last) => Ok(format!("do {text}").into()),
        None => {
            let [first, last] = date.stretch().map(|day| day.to_string());
            let values = [("value", value()), ("first", first), ("last", last)];
            Err(reader.tell("TYPE-54", &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Level;

    #[test]
    fn a_day_in_a_year_that_nobody_means_is_doubted_and_read() {
        for (day, told) in
            [("9999-12-31", 1), ("0000-01-01", 1), ("1989-12-31", 1), ("1990-01-01", 0), ("2100-12-31", 0)]
        {
            let bytes = format!("schedule: {{to: {day}}}\n").into_bytes();
            let input = crate::yaml::Input { name: "pakt.yaml".to_owned(), bytes };
            let loaded = crate::joining::load(vec![input], &Nothing);
            let found = loaded.findings.0.iter();
            let found: Vec<_> = found.map(|one| (one.code, one.level, one.place.to_string())).collect();
            assert_eq!(found, vec![("TYPE-40", Level::Warning, "schedule/to".to_owned()); told], "{day}");
            let read = loaded.application.schedule.to.copied().map(|date| date.to_string());
            assert_eq!(read.as_deref(), Some(day));
        }
    }

    /// Reads a file and returns what is found, and the application.
    fn read(text: &str) -> (Vec<String>, crate::model::Application) {
        let input = crate::yaml::Input { name: "pakt.yaml".to_owned(), bytes: text.into() };
        let loaded = crate::joining::load(vec![input], &Nothing);
        (
            loaded.findings.0.iter().map(|one| format!("{} {}", one.code, one.place)).collect(),
            loaded.application,
        )
    }

    #[test]
    fn a_month_or_a_year_stands_for_the_end_that_its_field_means() {
        let (found, application) = read(
            "strategies: [{id: S1, title: Strategia, valid: {from: 2021, to: 2030 r.}}]\n\
             schedule: {milestones: [{id: M1, title: Nabór, date: listopad 2026}]}\n\
             pact: {validity: {from: 1 września 2026 r., to: na czas nieokreślony}}\n",
        );
        assert_eq!(found, [""; 0]);
        let valid = &application.strategies.first().expect("a strategy").valid;
        let day = |field: &crate::described::Field<crate::units::Date>| {
            field.copied().map(|date| date.known(crate::units::Grain::Day).to_string())
        };
        assert_eq!(
            [day(&valid.from), day(&valid.to)],
            [Some("2021-01-01".into()), Some("2030-12-31".into())]
        );
        let milestone = application.schedule.milestones.first().expect("a milestone");
        assert_eq!(day(&milestone.date), Some("2026-11-30".into()));
        assert!(application.pact.validity.to.copied().is_some_and(crate::units::Date::is_open));
    }

    #[test]
    fn a_day_is_asked_for_where_it_is_needed() {
        let (found, _) = read("schedule: {from: 09.2026, to: bezterminowo}\nmeta: {date: 2026}\n");
        assert_eq!(found, ["TYPE-54 schedule/from", "TYPE-55 schedule/to", "TYPE-54 meta/date"]);
    }

    struct Nothing;

    impl crate::joining::Files for Nothing {
        fn read(&self, path: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
            Err(path.into())
        }
    }
}
