//! The fields of the portal's form: how long each text is and how much room is left. In: `Pack`. Out: a sheet.

use rust_decimal::Decimal;

use crate::portal::Pack;
use crate::write::xlsx::{Cell, Column, Form, Row, Sheet, Weight, cell};

/// The columns of figures.
const COUNT: usize = 3;
const LIMIT: usize = 4;

/// Returns the sheet.
pub(super) fn sheet(pack: &Pack) -> Sheet {
    let lang = pack.lang;
    let heads = lang.pick(
        ["Pole", "Część", "Nazwa pola", "Znaki", "Limit", "Zostało", "Stan"],
        ["Field", "Section", "Label", "Characters", "Limit", "Left", "State"],
    );
    let form = |number: usize| if (COUNT..COUNT + 3).contains(&number) { Form::Whole } else { Form::Words };
    let columns = heads.iter().enumerate().map(|(number, head)| Column {
        head: (*head).to_owned(),
        form: form(number),
        choice: None,
    });
    let words = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Words(text.to_owned()) };
    let rows = pack.fields.iter().enumerate().map(|(number, field)| {
        let count = (!field.text.is_empty()).then(|| Decimal::from(field.count));
        let limit = field.limit.as_ref().map(|limit| Decimal::from(limit.characters));
        let left = count.zip(limit).map(|(count, limit)| {
            Cell::Formula(format!("{}-{}", cell(number, LIMIT), cell(number, COUNT)), limit - count)
        });
        let cells = vec![
            words(&field.key),
            words(&field.section),
            words(&field.label),
            count.map_or(Cell::Empty, Cell::Figure),
            limit.map_or(Cell::Empty, Cell::Figure),
            left.unwrap_or_default(),
            words(&field.says(lang)),
        ];
        Row { weight: Weight::Plain, cells }
    });
    let name = lang.pick("Formularz", "Form").to_owned();
    Sheet { name, columns: columns.collect(), rows: rows.collect() }
}
