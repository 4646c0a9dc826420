//! Sheets of entries: a row each. In: the entries of a kind. Out: `Sheet`, in which formulas say what follows.
//!
//! A figure that follows from others beside it is a formula where it comes to what the author wrote, and stays the author's
//! figure where it does not.

use rust_decimal::{Decimal, RoundingStrategy};

use super::columns::{self, Field};
use super::lists::Lists;
use super::{entries_of, sheet_name};
use crate::described::{At, Fields, Kind};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Action, BudgetLine, Indicator, Risk};
use crate::write::xlsx::{Cell, Column, Form, Row, Sheet, Span, Weight, cell};

/// A figure that follows from the cells of two fields of its row.
struct Computed {
    /// The head of its column; the field that it is where it is one.
    column: Result<String, usize>,
    /// The fields.
    from: [usize; 2],
    /// How.
    how: How,
}

/// How a figure follows from two others.
#[derive(Clone, Copy)]
enum How {
    /// Their product in whole grosze.
    Price,
    /// Their product.
    Product,
    /// Their sum.
    Sum,
    /// The days from one to the other, both counted.
    Days,
}

/// Returns the heads of the columns that no field holds, in a language.
pub(super) fn computed_heads(kind: Kind, lang: Lang) -> Option<&'static str> {
    match kind {
        Kind::Risk => Some(lang.pick("Poziom ryzyka", "Level of risk")),
        Kind::Action => Some(lang.pick("Liczba dni", "Days")),
        _ => None,
    }
}

/// Returns the word before a row of sums.
pub(super) fn total_word(lang: Lang) -> &'static str {
    lang.pick("Razem", "Total")
}

/// Returns the sheet of the entries of a kind.
pub(super) fn sheet(facts: &Facts<'_>, kind: Kind, lists: &mut Lists<'_>, [lang, main]: [Lang; 2]) -> Sheet {
    let entries = entries_of(facts.root().entry, kind);
    let fields = shown(kind, &entries);
    let computed = computed(kind, &fields, lang);
    let mut columns: Vec<Column> = fields
        .iter()
        .map(|field| Column { head: field.head(lang), form: field.form(), choice: lists.choice(field) })
        .collect();
    let own = computed.iter().filter_map(|own| own.column.clone().ok());
    columns.extend(own.map(|head| Column { head, form: Form::Whole, choice: None }));
    let mut rows: Vec<Row> = Vec::new();
    for (_, entry) in &entries {
        let mut cells: Vec<Cell> =
            fields.iter().map(|field| field.value(*entry, [lang, main]).cell(lang)).collect();
        for computed in &computed {
            computed.put(&mut cells, rows.len());
        }
        rows.push(Row { weight: Weight::Plain, cells });
    }
    if kind == Kind::Line && !rows.is_empty() {
        rows.push(total(&columns, &rows, lang));
    }
    Sheet { name: sheet_name(kind, lang).to_owned(), columns, rows }
}

/// Returns the fields that a table shows: those that an entry has, and those that all should have; without entries, those
/// that an entry may have itself.
fn shown(kind: Kind, entries: &[(usize, &dyn Fields)]) -> Vec<Field> {
    let mut fields = columns::fields(kind);
    let is_given = |field: &Field| entries.iter().any(|(_, entry)| field.is_given(*entry));
    fields.retain(|field| match entries {
        [] => field.way.len() == 1,
        _ => field.member().required && field.way.len() == 1 || is_given(field),
    });
    fields
}

/// Returns where the cells of a column stand that are summed, by the number of the column.
pub(super) fn position(sheet: &Sheet, head: &str) -> Option<usize> {
    sheet.columns.iter().position(|column| column.head == head)
}

/// Returns what follows from other fields in a table.
fn computed(kind: Kind, fields: &[Field], lang: Lang) -> Vec<Computed> {
    let (line, indicator) = (BudgetLine::default(), Indicator::default());
    let (risk, action) = (Risk::default(), Action::default());
    let [line, indicator] = [keys_of(&line), keys_of_indicator(&indicator)];
    let (risk, action) = (At::root(&risk), At::root(&action));
    let at = |way: &[&str]| fields.iter().position(|field| field.keys().eq(way.iter().copied()));
    let made = |way: &[&str], from: [&[&str]; 2], how| {
        let [first, second] = from.map(at);
        Some(Computed { column: Err(at(way)?), from: [first?, second?], how })
    };
    let beside = |from: [&str; 2], how| {
        let [first, second] = from.map(|key| at(&[key]));
        let head = computed_heads(kind, lang)?.to_owned();
        Some(Computed { column: Ok(head), from: [first?, second?], how })
    };
    let found = match kind {
        Kind::Line => made(&[line[0]], [&[line[1]], &[line[2]]], How::Price),
        Kind::Indicator => {
            made(&[indicator[0]], [&[indicator[1], indicator[0]], &[indicator[2], indicator[0]]], How::Sum)
        }
        Kind::Risk => beside([risk.probability().field_key(), risk.impact().field_key()], How::Product),
        Kind::Action => beside([action.from().field_key(), action.to().field_key()], How::Days),
        _ => None,
    };
    found.into_iter().collect()
}

fn keys_of(line: &BudgetLine) -> [&str; 3] {
    let line = At::root(line);
    [line.amount().field_key(), line.quantity().field_key(), line.unit_price().field_key()]
}

fn keys_of_indicator(indicator: &Indicator) -> [&str; 3] {
    let indicator = At::root(indicator);
    [indicator.target().field_key(), indicator.women().field_key(), indicator.men().field_key()]
}

impl Computed {
    /// Puts the formula into a row where what it comes to is known, and is what stands there.
    fn put(&self, cells: &mut Vec<Cell>, row: usize) {
        let value = self.value(cells);
        let [first, second] = self.from.map(|column| cell(row, column));
        let formula = match self.how {
            How::Price => format!("ROUND({first}*{second},2)"),
            How::Product => format!("{first}*{second}"),
            How::Sum => format!("{first}+{second}"),
            How::Days => format!("{second}-{first}+1"),
        };
        match (&self.column, value) {
            (Ok(_), value) => cells.push(value.map_or(Cell::Empty, |value| Cell::Formula(formula, value))),
            (Err(column), Some(value)) if cells[*column] == Cell::Figure(value) => {
                cells[*column] = Cell::Formula(formula, value);
            }
            (Err(_), _) => {}
        }
    }

    fn value(&self, cells: &[Cell]) -> Option<Decimal> {
        match (&cells[self.from[0]], &cells[self.from[1]], self.how) {
            (Cell::Figure(one), Cell::Figure(other), How::Price) => {
                let price = one.checked_mul(*other)?;
                Some(price.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
            }
            (Cell::Figure(one), Cell::Figure(other), How::Product) => one.checked_mul(*other),
            (Cell::Figure(one), Cell::Figure(other), How::Sum) => one.checked_add(*other),
            (Cell::Day(one), Cell::Day(other), How::Days) => Some(Decimal::from(one.days_until(*other) + 1)),
            _ => None,
        }
    }
}

/// Returns the row of sums of the amounts of lines.
fn total(columns: &[Column], rows: &[Row], lang: Lang) -> Row {
    let line = BudgetLine::default();
    let line = At::root(&line);
    let summed = [line.amount().field_key(), line.own().field_key()];
    let fields = columns::fields(Kind::Line);
    let heads: Vec<String> = fields
        .iter()
        .filter(|field| summed.iter().any(|key| field.is(key)))
        .map(|field| field.head(lang))
        .collect();
    let cell = |(number, column): (usize, &Column)| {
        if number == 0 {
            return Cell::Words(total_word(lang).to_owned());
        }
        if !heads.contains(&column.head) {
            return Cell::Empty;
        }
        let span = Span { first: 0, last: rows.len() - 1, column: number };
        Cell::Formula(format!("SUM({})", span.here()), sum(rows, number))
    };
    Row { weight: Weight::Total, cells: columns.iter().enumerate().map(cell).collect() }
}

/// Returns the sum of a column.
pub(super) fn sum(rows: &[Row], column: usize) -> Decimal {
    let figures = rows.iter().filter_map(|row| match row.cells.get(column) {
        Some(Cell::Figure(figure) | Cell::Formula(_, figure)) => Some(*figure),
        _ => None,
    });
    figures.sum()
}
