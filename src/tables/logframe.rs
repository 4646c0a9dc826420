//! The logical matrix: objectives and actions, each with what measures it and what threatens it. In: facts. Out: a sheet.

use super::value::Value;
use crate::described::{Described, Kind};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Id, Indicator};
use crate::write::xlsx::{Cell, Column, Form, Row, Sheet, Weight};

/// Returns the sheet; a row for each indicator of an objective or an action, or one for those without any.
pub(super) fn sheet(facts: &Facts<'_>, langs: [Lang; 2]) -> Sheet {
    let lang = langs[0];
    let heads = lang.pick(
        [
            "Poziom",
            "Id",
            "Opis",
            "Wskaźnik",
            "Wartość bazowa",
            "Wartość docelowa",
            "Źródło weryfikacji",
            "Ryzyka",
        ],
        ["Level", "Id", "What", "Indicator", "Baseline", "Target", "Verified by", "Risks"],
    );
    let forms = [Form::Words, Form::Words, Form::Words, Form::Words, Form::Number, Form::Number];
    let forms = forms.into_iter().chain([Form::Words; 2]);
    let columns =
        heads.iter().zip(forms).map(|(head, form)| Column { head: (*head).to_owned(), form, choice: None });
    let mut rows = Vec::new();
    for objective in &facts.objectives {
        let title = said(&objective.title, langs);
        rows.extend(level(facts, (Kind::Objective, objective.id), &title, langs));
    }
    for action in &facts.actions {
        rows.extend(level(facts, (Kind::Action, action.id), &said(&action.title, langs), langs));
    }
    let name = lang.pick("Matryca logiczna", "Logframe").to_owned();
    Sheet { name, columns: columns.collect(), rows }
}

fn said(value: &impl Described, langs: [Lang; 2]) -> Cell {
    Value::of(&value.view(), Form::Words, langs).cell(langs[0])
}

fn level(facts: &Facts<'_>, (kind, id): (Kind, &str), title: &Cell, langs: [Lang; 2]) -> Vec<Row> {
    let lang = langs[0];
    let own = facts.indicators.iter().filter(|own| own.of.get().map(Id::as_str) == Some(id));
    let threats = facts.risks.iter().filter(|risk| risk.threatens.names(id));
    let threats: Vec<String> = threats
        .filter_map(|risk| match said(&risk.title, langs) {
            Cell::Words(words) => Some(format!("{}: {words}", risk.id)),
            _ => None,
        })
        .collect();
    let threats = if threats.is_empty() { Cell::Empty } else { Cell::Words(threats.join("\n")) };
    let row = |indicator: Option<&Indicator>| {
        let figure = |number: Option<crate::units::Number>| {
            number.map_or(Cell::Empty, |number| Cell::Figure(number.decimal()))
        };
        let cells = vec![
            Cell::Words(kind.label(lang).to_owned()),
            Cell::Words(id.to_owned()),
            title.clone(),
            indicator.map_or(Cell::Empty, |own| said(&own.name, langs)),
            figure(indicator.and_then(|own| own.baseline.copied())),
            figure(indicator.and_then(|own| own.target.copied())),
            indicator.map_or(Cell::Empty, |own| said(&own.source, langs)),
            threats.clone(),
        ];
        Row { weight: Weight::Plain, cells }
    };
    let rows: Vec<Row> = own.map(|own| row(Some(own.entry))).collect();
    if rows.is_empty() { vec![row(None)] } else { rows }
}
