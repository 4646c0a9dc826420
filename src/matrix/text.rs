//! The matrix for a terminal: columns, and below them the reasons by number. In: `Matrix`. Out: text.

use super::paper::{closes, may, named, points};
use super::{Matrix, Row};
use crate::lang::Lang;

/// Returns the matrix as text.
pub fn text(matrix: &Matrix, lang: Lang) -> String {
    let heads = [
        ["wniosek", "application"],
        ["nabór", "call"],
        ["może złożyć", "may apply"],
        ["błędy", "errors"],
        ["braki", "gaps"],
        ["punkty", "points"],
        ["koniec naboru", "call closes"],
    ];
    let mut rows = vec![heads.map(|[pl, en]| lang.pick(pl, en).to_owned())];
    let mut reasons = String::new();
    let mut told = 0;
    for row in &matrix.rows {
        let mut mark = String::new();
        if !row.because.is_empty() {
            told += 1;
            mark = format!(" [{told}]");
            for (number, words) in row.because.iter().enumerate() {
                let head = if number == 0 { format!("[{told}]") } else { String::new() };
                reasons.push_str(&format!("{head:<4} {words}\n"));
            }
        }
        rows.push(cells(row, &mark, lang));
    }
    let wide = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..heads.len()).map(wide).collect();
    let line = |row: &[String; 7]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    let table: String = rows.iter().map(line).collect();
    if reasons.is_empty() { table } else { format!("{table}\n{reasons}") }
}

fn cells(row: &Row, mark: &str, lang: Lang) -> [String; 7] {
    [
        row.application.clone(),
        named(row, lang),
        format!("{}{mark}", may(row, lang)),
        row.errors.to_string(),
        row.missing.to_string(),
        points(row, lang),
        closes(row, lang),
    ]
}
