//! Figures of one measure over time. In: the sources' figures. Out: `Series`, those whose own area was measured on
//! several days.

use std::collections::BTreeSet;

use super::evidence::{Evidence, Figure};
use super::shown::shown;
use super::{Exact, mark};
use crate::units::{Date, Number};

shown! {
    /// A measure on several days.
    Series {
        /// What is measured.
        measure: Option<String>;
        /// The days, from the first to the last.
        days: Vec<SeriesDay>;
        /// The project's own area, then those to compare with.
        lines: Vec<SeriesLine>;
        /// The ids of the sources, for the filter `note`.
        sources: Vec<String>;
    }

    /// A day of a series.
    SeriesDay {
        /// The day.
        date: Option<Exact<Date>>;
        /// How many days have passed since the first one.
        at: i64;
    }

    /// An area in a series.
    SeriesLine {
        /// The area.
        area: String;
        /// Whether it is the project's own.
        is_own: bool;
        /// One entry a day of the series.
        points: Vec<SeriesPoint>;
    }

    /// A value of a series.
    SeriesPoint {
        /// The value; nothing where nobody measured on that day.
        value: Option<Exact<Number>>;
        /// The value with its unit; empty where nobody measured.
        words: String;
    }
}

/// What figures of one series have in common: measure, unit, base, whom they count.
fn subject(figure: &Figure) -> [String; 4] {
    [&figure.measure, &figure.unit, &figure.base, &figure.sex]
        .map(|words| words.as_deref().map(mark::plain).unwrap_or_default().to_lowercase())
}

impl Series {
    /// Returns the series in the order of the file, and marks the figures that stand in one and are not its newest.
    pub(super) fn all(evidence: &mut [Evidence]) -> Vec<Self> {
        let mut subjects: Vec<[String; 4]> = Vec::new();
        for figure in evidence.iter().flat_map(|source| &source.figures) {
            let subject = subject(figure);
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        subjects.iter().filter_map(|wanted| Self::of(evidence, wanted)).collect()
    }

    fn of(evidence: &mut [Evidence], wanted: &[String; 4]) -> Option<Self> {
        let of_subject = |figure: &&Figure| subject(figure) == *wanted;
        let figures: Vec<&Figure> = evidence.iter().flat_map(|one| &one.figures).filter(of_subject).collect();
        let values: Vec<(String, &str, Date, Exact<Number>, &str)> =
            figures.iter().flat_map(|figure| values(figure)).collect();
        let own = figures.iter().find(|figure| !figure.is_comparator)?.area.clone().unwrap_or_default();
        let own = mark::plain(&own);
        let days: BTreeSet<Date> =
            values.iter().filter(|value| value.0 == own).map(|value| value.2).collect();
        let (first, last) = (*days.first()?, *days.last()?);
        if days.len() < 2 {
            return None;
        }
        let mut areas: Vec<&(String, &str, Date, Exact<Number>, &str)> = Vec::new();
        for value in &values {
            if areas.iter().all(|known| known.0 != value.0) {
                areas.push(value);
            }
        }
        areas.sort_by_key(|value| value.0 != own);
        let point = |area: &str, day: &Date| {
            let found = values.iter().find(|value| value.0 == area && value.2 == *day);
            found.map_or_else(SeriesPoint::default, |found| SeriesPoint {
                value: Some(found.3),
                words: found.4.to_owned(),
            })
        };
        let line = |value: &&(String, &str, Date, Exact<Number>, &str)| SeriesLine {
            area: value.1.to_owned(),
            is_own: value.0 == own,
            points: days.iter().map(|day| point(&value.0, day)).collect(),
        };
        let told = |line: &SeriesLine| line.points.iter().filter(|point| point.value.is_some()).count() > 1;
        let lines: Vec<SeriesLine> = areas.iter().map(line).filter(told).collect();
        let mut sources: Vec<String> = figures.iter().map(|figure| figure.source.clone()).collect();
        sources.dedup();
        let series = Self {
            measure: figures.first()?.measure.clone(),
            days: days
                .iter()
                .map(|day| SeriesDay { date: Some(Exact(*day)), at: i64::from(first.days_until(*day)) })
                .collect(),
            lines,
            sources,
        };
        let shown: BTreeSet<String> = series.lines.iter().map(|line| mark::plain(&line.area)).collect();
        for figure in
            evidence.iter_mut().flat_map(|one| &mut one.figures).filter(|figure| subject(figure) == *wanted)
        {
            let is_told = figure.comparisons.iter().all(|other| shown.contains(&mark::plain(&other.area)));
            figure.is_past = is_told && figure.as_of.is_some_and(|day| day.0 < last);
        }
        Some(series)
    }
}

/// Returns the values of a figure, its own and those beside it: area plain and as shown, day, value, words.
fn values(figure: &Figure) -> Vec<(String, &str, Date, Exact<Number>, &str)> {
    let Some(Exact(day)) = figure.as_of else { return Vec::new() };
    let own = figure.area.as_deref().zip(figure.value).zip(figure.words.as_deref());
    let own = own.map(|((area, value), words)| (mark::plain(area), area, day, value, words));
    let others = figure.comparisons.iter();
    let others =
        others.map(|one| (mark::plain(&one.area), one.area.as_str(), day, one.value, one.words.as_str()));
    own.into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(source: &str, year: i16, value: &str, poland: Option<&str>) -> Figure {
        let number = |text: &str| Number::parse(text).expect("a number");
        let compared = poland.map(|value| super::super::evidence::Comparison {
            area: "Polska".to_owned(),
            value: Exact(number(value)),
            words: format!("{value} %"),
        });
        Figure {
            source: source.to_owned(),
            measure: Some("stopa bezrobocia".to_owned()),
            value: Some(Exact(number(value))),
            unit: Some("%".to_owned()),
            words: Some(format!("{value} %")),
            as_of: Date::new(year, 1, 31).map(Exact),
            area: Some("powiat".to_owned()),
            comparisons: compared.into_iter().collect(),
            ..Figure::default()
        }
    }

    fn source(figures: Vec<Figure>) -> Evidence {
        Evidence { figures, ..Evidence::default() }
    }

    #[test]
    fn values_of_one_measure_on_several_days_are_a_series_whatever_source_they_are_of() {
        let mut evidence = [
            source(vec![figure("E1", 2025, "24.2", Some("5.4"))]),
            source(vec![figure("E2", 2016, "28.2", Some("8.5"))]),
            source(vec![figure("E3", 2020, "25", None)]),
        ];
        let series = Series::all(&mut evidence);
        assert_eq!(series.len(), 1);
        let at: Vec<i64> = series[0].days.iter().map(|day| day.at).collect();
        assert_eq!(at, [0, 1461, 3288]);
        let lines: Vec<(&str, Vec<&str>)> = series[0]
            .lines
            .iter()
            .map(|line| (line.area.as_str(), line.points.iter().map(|point| point.words.as_str()).collect()))
            .collect();
        assert_eq!(
            lines,
            [("powiat", vec!["28.2 %", "25 %", "24.2 %"]), ("Polska", vec!["8.5 %", "", "5.4 %"])]
        );
        assert_eq!(series[0].sources, ["E1", "E2", "E3"]);
        assert_eq!(evidence.map(|source| source.figures[0].is_past), [false, true, true]);
    }

    #[test]
    fn one_day_or_another_unit_makes_no_series() {
        let other = Figure { unit: Some("osób".to_owned()), ..figure("E2", 2016, "28", None) };
        let mut evidence = [source(vec![figure("E1", 2025, "24", Some("5"))]), source(vec![other])];
        assert!(Series::all(&mut evidence).is_empty());
        assert!(!evidence[0].figures[0].is_past);
    }
}
