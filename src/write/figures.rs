//! The data of a chart as a table, for those who read and do not look. In: `Drawing`. Out: `Table`s.

use super::phrases::{Phrases, phrases};
use crate::document::{
    Align, Bars, Block, Cell, Column, Drawing, Gantt, GanttRow, Graph, Group, Inline, Lines, Row, Table,
    Vertex,
};
use crate::lang::Lang;

/// Returns the data of a drawing.
pub(super) fn tables(drawing: &Drawing, lang: Lang) -> Vec<Table> {
    let phrases = phrases(lang);
    match drawing {
        Drawing::Bars(bars) => vec![of_bars(bars, phrases)],
        Drawing::Groups { series, groups } => vec![of_groups(series, groups, phrases)],
        Drawing::Lines(Lines { days, lines }) => {
            let days: Vec<String> = days.iter().map(|day| day.label.clone()).collect();
            vec![of_groups(&days, lines, phrases)]
        }
        Drawing::Gantt(gantt) => vec![of_gantt(gantt, phrases)],
        Drawing::Graph(graph) => of_graph(graph, phrases),
    }
}

fn of_bars(Bars { bars, references }: &Bars, phrases: &Phrases) -> Table {
    let mut rows: Vec<Row> = bars.iter().map(|bar| row([bar.label.clone(), bar.words.clone()])).collect();
    rows.extend(references.iter().map(|reference| {
        row([format!("{} ({})", reference.label, phrases.reference), reference.words.clone()])
    }));
    table(row([phrases.item.to_owned(), phrases.value.to_owned()]), Align::Right, rows)
}

fn of_groups(series: &[String], groups: &[Group], phrases: &Phrases) -> Table {
    let head = std::iter::once(phrases.item.to_owned()).chain(series.iter().cloned());
    let values = |group: &Group| {
        let words = group.bars.iter().map(|bar| bar.words.clone());
        row(std::iter::once(group.label.clone()).chain(words))
    };
    table(row(head), Align::Right, groups.iter().map(values).collect())
}

fn of_gantt(gantt: &Gantt, phrases: &Phrases) -> Table {
    let heads = gantt.spans.iter().flat_map(|(head, columns)| {
        std::iter::once(head.clone()).chain(std::iter::repeat_n(String::new(), columns.saturating_sub(1)))
    });
    let columns = row(std::iter::once(phrases.task.to_owned()).chain(gantt.columns.iter().cloned()));
    let rows = gantt.rows.iter().map(|task| of_task(task, gantt.columns.len())).collect();
    let mut table = table(columns, Align::Centre, rows);
    if !gantt.spans.is_empty() {
        table.head.insert(0, row(std::iter::once(String::new()).chain(heads)));
    }
    table
}

fn of_task(task: &GanttRow, width: usize) -> Row {
    let cell = |column: usize| {
        let works = task.columns.is_some_and(|(first, last)| (first..=last).contains(&column));
        let marks = task.marks.iter().filter(|(at, _)| *at == column).map(|(_, mark)| mark.as_str());
        works.then_some("■").into_iter().chain(marks).collect::<Vec<_>>().join(" ")
    };
    row(std::iter::once(task.label.clone()).chain((0..width).map(cell)))
}

/// One table a lane: its things and what they lead to.
fn of_graph(Graph { lanes, edges }: &Graph, phrases: &Phrases) -> Vec<Table> {
    let ends = |id: &str| {
        let ends = edges.iter().filter(|edge| edge.from == id).map(|edge| {
            if edge.inherited { format!("{} ({})", edge.to, phrases.inherited) } else { edge.to.clone() }
        });
        ends.collect::<Vec<_>>().join(", ")
    };
    let thing = |Vertex { id, label, gap }: &Vertex| {
        let label = if *gap { format!("{label} ({})", phrases.gap) } else { label.clone() };
        row([id.clone(), label, ends(id)])
    };
    let head = |label: &str| row([phrases.id.to_owned(), label.to_owned(), phrases.links.to_owned()]);
    lanes
        .iter()
        .map(|lane| table(head(&lane.label), Align::Natural, lane.vertices.iter().map(thing).collect()))
        .collect()
}

fn table(head: Row, align: Align, mut rows: Vec<Row>) -> Table {
    let width = head.len();
    let mut columns = vec![Column { align }; width];
    if let Some(first) = columns.first_mut() {
        first.align = Align::Natural;
    }
    rows.iter_mut().for_each(|row| row.resize(width.max(row.len()), Cell::default()));
    Table { caption: Vec::new(), columns, head: vec![head], rows, row_headers: true, graded: false }
}

fn row(words: impl IntoIterator<Item = String>) -> Row {
    words.into_iter().map(cell).collect()
}

fn cell(words: String) -> Cell {
    if words.is_empty() {
        return Cell::default();
    }
    Cell { blocks: vec![Block::Paragraph(vec![Inline::Text(words)])] }
}
