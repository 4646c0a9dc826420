//! The matrix for people. In: `Matrix`. Out: a document of one table, with the reasons below it.

use super::{Matrix, May, Row};
use crate::document::{Align, Block, Cell, Column, Document, Inline, Table};
use crate::lang::{Lang, Noun};

/// Returns the matrix as a document.
pub fn document(matrix: &Matrix, lang: Lang) -> Document {
    let mut blocks = vec![Block::Table(table(matrix, lang))];
    let told: Vec<&Row> = matrix.rows.iter().filter(|row| !row.because.is_empty()).collect();
    if !told.is_empty() {
        let title = lang.pick("Dlaczego nie i co oceni człowiek", "Why not, and what a person has to judge");
        blocks.push(heading(1, "because", title));
    }
    for (number, row) in told.into_iter().enumerate() {
        let title = format!("{} × {}", row.application, named(row, lang));
        blocks.push(heading(2, &format!("because-{}", number + 1), &title));
        let reason = |words: &String| Block::Paragraph(vec![Inline::Text(words.clone())]);
        blocks.extend(row.because.iter().map(reason));
    }
    Document {
        title: lang.pick("Partnerstwa i nabory", "Partnerships and calls").to_owned(),
        lang,
        blocks,
        ..Document::default()
    }
}

fn heading(level: u8, id: &str, words: &str) -> Block {
    Block::Heading { level, id: id.to_owned(), content: vec![Inline::Text(words.to_owned())] }
}

pub(super) fn named(row: &Row, lang: Lang) -> String {
    row.number.clone().unwrap_or_else(|| row.title.get(lang).to_owned())
}

fn table(matrix: &Matrix, lang: Lang) -> Table {
    let heads = [
        ["Wniosek", "Application"],
        ["Nabór", "Call"],
        ["Może złożyć", "May apply"],
        ["Błędy", "Errors"],
        ["Do uzupełnienia", "To fill in"],
        ["Punkty", "Points"],
        ["Koniec naboru", "Call closes"],
    ];
    let figures = 3..6;
    let align = |column: usize| if figures.contains(&column) { Align::Right } else { Align::Left };
    Table {
        columns: (0..heads.len()).map(|column| Column { align: align(column) }).collect(),
        head: vec![heads.iter().map(|[pl, en]| cell(lang.pick(pl, en))).collect()],
        rows: matrix.rows.iter().map(|own| cells(own, lang)).collect(),
        row_headers: true,
        ..Table::default()
    }
}

fn cells(row: &Row, lang: Lang) -> Vec<Cell> {
    vec![
        cell(&row.application),
        cell(&named(row, lang)),
        cell(&may(row, lang)),
        cell(&row.errors.to_string()),
        cell(&row.missing.to_string()),
        cell(&points(row, lang)),
        cell(&closes(row, lang)),
    ]
}

/// Returns whether the partnership may apply, and whether it fails a criterion all the same.
pub(super) fn may(row: &Row, lang: Lang) -> String {
    let fails = row.fails && row.may_apply != May::No;
    let failing = lang.pick(", ale kryterium niespełnione", ", but fails a criterion");
    format!("{}{}", row.may_apply.words(lang), if fails { failing } else { "" })
}

pub(super) fn points(row: &Row, lang: Lang) -> String {
    match (row.reached, row.possible) {
        (Some(reached), Some(possible)) => {
            format!("{} {} {}", reached.words(lang), lang.pick("z", "of"), possible.words(lang))
        }
        _ => lang.pick("nieznane", "not known").to_owned(),
    }
}

pub(super) fn closes(row: &Row, lang: Lang) -> String {
    let Some(deadline) = row.deadline else { return lang.pick("nieznany", "not known").to_owned() };
    let days = |count: i32| {
        lang.counted(u64::from(count.unsigned_abs()), Noun(["dzień", "dni", "dni"], ["day", "days"]))
    };
    let left = match row.days {
        Some(0) => lang.pick("dziś", "today").to_owned(),
        Some(left @ 1..) => lang.pick(format!("za {}", days(left)), format!("in {}", days(left))),
        Some(past) => lang.pick(format!("{} temu", days(past)), format!("{} ago", days(past))),
        None => return deadline.words(lang),
    };
    format!("{} ({left})", deadline.words(lang))
}

fn cell(words: &str) -> Cell {
    Cell { blocks: vec![Block::Paragraph(vec![Inline::Text(words.to_owned())])] }
}
