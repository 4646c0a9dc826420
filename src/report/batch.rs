//! What came of many applications, one row each. In: rows. Out: a table as text, as Markdown, or as data.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{Tally, data};
use crate::diagnostic::Level;
use crate::lang::Lang;

/// What came of one application.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct BatchRow {
    /// What the user called it.
    pub application: String,
    /// What must be mended.
    pub errors: usize,
    /// What an assessor may hold against it.
    pub warnings: usize,
    /// How many values are to be written.
    pub to_be_written: usize,
    /// How much of the golden thread holds, in per cent.
    pub coverage: Option<usize>,
    /// How many papers were made; `None` where none were asked for.
    pub papers: Option<usize>,
    /// How many bytes their files have.
    pub bytes: Option<u64>,
    /// How many seconds it took.
    pub seconds: f64,
    /// Whether nothing could be made of it.
    pub failed: bool,
}

impl BatchRow {
    /// Counts what was found.
    pub fn of(tally: &Tally) -> Self {
        Self {
            application: tally.name.clone(),
            errors: tally.count(Level::Error),
            warnings: tally.count(Level::Warning),
            to_be_written: tally.count(Level::Missing),
            ..Self::default()
        }
    }

    /// Returns what came of it on one line.
    pub fn line(&self, lang: Lang) -> String {
        let cells = self.cells(lang);
        let named = headings(lang).into_iter().zip(&cells).skip(1);
        let told: Vec<String> =
            named.filter(|(_, cell)| *cell != "–").map(|(name, cell)| format!("{name} {cell}")).collect();
        told.join(", ")
    }

    fn cells(&self, lang: Lang) -> Vec<String> {
        let some = |number: Option<String>| number.unwrap_or_else(|| "–".to_owned());
        let seconds = format!("{:.2}", self.seconds);
        let seconds = lang.pick(seconds.replace('.', ","), seconds.clone());
        let counts = [self.errors, self.warnings, self.to_be_written];
        let counts = counts.map(|count| if self.failed { "–".to_owned() } else { count.to_string() });
        let mut cells = vec![self.application.clone()];
        cells.extend(counts);
        cells.extend([
            some(self.coverage.map(|own| format!("{own}%"))),
            some(self.papers.map(|own| own.to_string())),
            some(self.bytes.map(|own| own.to_string())),
            seconds,
        ]);
        cells
    }
}

/// The headings of the columns.
fn headings(lang: Lang) -> [&'static str; 8] {
    lang.pick(
        ["wniosek", "błędy", "ostrzeżenia", "do uzupełnienia", "pokrycie", "dokumenty", "bajty", "sekundy"],
        ["application", "errors", "warnings", "to be written", "coverage", "papers", "bytes", "seconds"],
    )
}

/// Returns the table for a person; without a column that no row has anything for.
pub fn batch_text(rows: &[BatchRow], lang: Lang) -> String {
    let lines = table(rows, lang);
    let width = |column: usize| lines.iter().map(|line| line[column].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..lines.first().map_or(0, Vec::len)).map(width).collect();
    let line = |cells: &Vec<String>| {
        let cell = |(at, cell): (usize, &String)| {
            let space = " ".repeat(widths[at] - cell.width());
            if at == 0 { format!("{cell}{space}") } else { format!("  {space}{cell}") }
        };
        cells.iter().enumerate().map(cell).collect::<String>().trim_end().to_owned() + "\n"
    };
    lines.iter().map(line).collect()
}

/// Returns the table as Markdown.
pub fn batch_markdown(rows: &[BatchRow], lang: Lang) -> String {
    let cell = |cell: &String| cell.replace(['|', '\n'], " ");
    let line =
        |cells: &Vec<String>| format!("| {} |\n", cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    let table = table(rows, lang);
    let mut lines: Vec<String> = table.iter().map(line).collect();
    lines.insert(1, format!("| --- |{}\n", " ---: |".repeat(table[0].len() - 1)));
    lines.concat()
}

/// Returns the rows as JSON.
pub fn batch_json(rows: &[BatchRow]) -> String {
    data(&rows)
}

fn table(rows: &[BatchRow], lang: Lang) -> Vec<Vec<String>> {
    let mut lines = vec![headings(lang).map(str::to_owned).to_vec()];
    lines.extend(rows.iter().map(|row| row.cells(lang)));
    let is_empty = |at: usize| lines.iter().skip(1).all(|line| line[at] == "–");
    let empty: Vec<usize> = (1..headings(lang).len()).filter(|at| is_empty(*at)).collect();
    for line in &mut lines {
        empty.iter().rev().for_each(|at| _ = line.remove(*at));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> [BatchRow; 2] {
        let one = BatchRow {
            application: "wnioski/łódź".to_owned(),
            warnings: 12,
            coverage: Some(75),
            seconds: 0.126,
            ..BatchRow::default()
        };
        [one, BatchRow { application: "wnioski/brak.yaml".to_owned(), failed: true, ..BatchRow::default() }]
    }

    #[test]
    fn columns_stand_under_one_another_and_empty_ones_are_left_out() {
        insta::assert_snapshot!(batch_text(&rows(), Lang::Pl), @r"
        wniosek            błędy  ostrzeżenia  do uzupełnienia  pokrycie  sekundy
        wnioski/łódź           0           12                0       75%     0,13
        wnioski/brak.yaml      –            –                –         –     0,00
        ");
        insta::assert_snapshot!(batch_markdown(&rows()[..1], Lang::En), @r"
        | application | errors | warnings | to be written | coverage | seconds |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | wnioski/łódź | 0 | 12 | 0 | 75% | 0.13 |
        ");
    }
}
