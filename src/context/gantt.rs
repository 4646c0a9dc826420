//! The actions over time. In: actions, milestones, the project's period. Out: `Gantt`, in the shape of
//! the body of a `chart gantt` fence.

use super::mark;
use super::shown::shown;
use super::voice::Voice;
use crate::facts::Placed;
use crate::lang::Lang;
use crate::model;
use crate::units::{Date, Period};

shown! {
    /// Work over time.
    Gantt {
        /// Months, quarters, half-years or years, as the length asks.
        columns: Vec<String>;
        /// The years over them, each with its number of columns; empty where columns are years.
        spans: Vec<(String, usize)>;
        /// One row an action, and one for milestones of none.
        rows: Vec<GanttRow>;
    }

    /// An action over time.
    GanttRow {
        /// The action.
        label: String;
        /// Its first and its last column, from 0; none without days.
        columns: Option<(usize, usize)>;
        /// The milestones by column, each by its id.
        marks: Vec<(usize, String)>;
    }
}

/// The columns of a chart: how many months each has, and the first and the last of them.
struct Scale {
    months: i32,
    first: i32,
    last: i32,
}

impl Scale {
    /// Chooses columns that a page can hold; `None` for a stretch that no chart can show.
    fn of(period: Period) -> Option<Self> {
        let months = match period.months() {
            ..=0 => return None,
            1..=14 => 1,
            15..=60 => 3,
            61..=120 => 6,
            121..=360 => 12,
            _ => return None,
        };
        let number = |day: Date| Self::month(day).div_euclid(months);
        Some(Self { months, first: number(period.from), last: number(period.to) })
    }

    /// Months since the year 0.
    fn month(day: Date) -> i32 {
        i32::from(day.year()) * 12 + i32::from(day.month()) - 1
    }

    /// Returns a day's column; `None` outside the chart.
    fn column(&self, day: Date) -> Option<usize> {
        let number = Self::month(day).div_euclid(self.months);
        (self.first..=self.last).contains(&number).then(|| usize::try_from(number - self.first).ok())?
    }

    fn name(&self, column: i32, lang: Lang) -> String {
        let month = (column * self.months).rem_euclid(12);
        let roman = |part: i32| ["I", "II", "III", "IV"].get(part as usize).copied().unwrap_or_default();
        match self.months {
            1 => i8::try_from(month + 1)
                .ok()
                .and_then(|month| Date::new(2000, month, 1))
                .map_or_else(String::new, |day| day.month_short(lang)),
            3 => lang.pick(format!("{} kw.", roman(month / 3)), format!("Q{}", month / 3 + 1)),
            6 => lang.pick(format!("{} półr.", roman(month / 6)), format!("H{}", month / 6 + 1)),
            _ => self.year(column).to_string(),
        }
    }

    fn year(&self, column: i32) -> i32 {
        (column * self.months).div_euclid(12)
    }

    fn spans(&self) -> Vec<(String, usize)> {
        let mut spans: Vec<(String, usize)> = Vec::new();
        for column in (self.first..=self.last).filter(|_| self.months < 12) {
            let year = self.year(column).to_string();
            match spans.last_mut() {
                Some((known, count)) if *known == year => *count += 1,
                _ => spans.push((year, 1)),
            }
        }
        spans
    }
}

impl Gantt {
    /// Returns the chart of the project's period, else of its actions; `None` where no action has days.
    pub(super) fn of(voice: &Voice<'_, '_>) -> Option<Self> {
        let facts = voice.facts;
        let days = |action: &Placed<'_, model::Action>| {
            let (from, to) = (action.from.copied()?, action.to.copied()?);
            (from <= to).then_some(Period { from, to })
        };
        let all: Vec<Period> = facts.actions.iter().filter_map(days).collect();
        let from = all.iter().map(|period| period.from).min()?;
        let to = all.iter().map(|period| period.to).max()?;
        let whole = facts.project_period().filter(|whole| whole.from <= whole.to);
        let scale = Scale::of(whole.unwrap_or(Period { from, to }))?;
        let marks = |action: Option<&str>| -> Vec<(usize, String)> {
            let own = facts.milestones.iter().filter(|milestone| {
                let named = milestone.action.get().map(model::Id::as_str);
                named.filter(|id| facts.action(id).is_some()) == action
            });
            own.filter_map(|milestone| {
                Some((scale.column(milestone.date.copied()?)?, milestone.id.to_owned()))
            })
            .collect()
        };
        let row = |action: &Placed<'_, model::Action>| {
            let title = voice.words(action.title()).unwrap_or_default();
            let columns = days(action).and_then(|own| {
                let whole = whole.unwrap_or(own);
                if !own.overlaps(whole) {
                    return None;
                }
                Some((scale.column(own.from.max(whole.from))?, scale.column(own.to.min(whole.to))?))
            });
            GanttRow {
                label: format!("{}. {}", action.id, mark::plain(&title)),
                columns,
                marks: marks(Some(action.id)),
            }
        };
        let mut rows: Vec<GanttRow> = facts.actions.iter().map(row).collect();
        let common = marks(None);
        if !common.is_empty() {
            let label = voice.lang.pick("Kamienie milowe", "Milestones").to_owned();
            rows.push(GanttRow { label, columns: None, marks: common });
        }
        let columns = (scale.first..=scale.last).map(|column| scale.name(column, voice.lang)).collect();
        Some(Self { columns, spans: scale.spans(), rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Context, Mode};
    use crate::facts::Facts;

    fn gantt(yaml: &str) -> Option<Gantt> {
        let application: model::Application = serde_yaml::from_str(yaml).expect("an application");
        Context::of(&Facts::of(&application), Lang::Pl, Mode::Final).0.schedule.gantt
    }

    #[test]
    fn actions_and_milestones_stand_in_the_columns_of_their_days() {
        let chart = gantt(
            "schedule: {from: 2025-10-01, to: 2027-09-30, milestones: [{id: M1, date: 2026-02-01, action: A1}, {id: M2, date: 2027-09-30}, {id: M3, date: 2031-01-01}]}\n\
             actions: [{id: A1, title: Staże, from: 2025-01-01, to: 2026-04-01}, {id: A2, title: Rada}]",
        )
        .expect("an action has days");
        assert_eq!(chart.spans, [("2025".into(), 1), ("2026".into(), 4), ("2027".into(), 3)]);
        assert_eq!(chart.columns[..2], ["IV kw.", "I kw."]);
        let rows: Vec<_> = chart.rows.iter().map(|row| (row.columns, row.marks.clone())).collect();
        assert_eq!(
            rows,
            [(Some((0, 2)), vec![(1, "M1".into())]), (None, vec![]), (None, vec![(7, "M2".into())])]
        );
    }

    #[test]
    fn a_stretch_of_any_length_has_a_chart_or_none() {
        let columns = |to: &str| {
            gantt(&format!("actions: [{{id: A1, title: x, from: 2026-01-01, to: {to}}}]"))
                .map(|chart| chart.columns.len())
        };
        assert_eq!(columns("2026-12-31"), Some(12));
        assert_eq!(columns("2030-12-31"), Some(20));
        assert_eq!(columns("2035-12-31"), Some(20));
        assert_eq!(columns("2055-12-31"), Some(30));
        assert_eq!(columns("9999-12-31"), None);
        assert_eq!(columns("2025-12-31"), None);
    }
}
