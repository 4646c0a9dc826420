//! Tables. In: `Table`. Out: a pipe table, with a caption line where there is something to say.

use super::Writer;
use super::letters::Place;
use crate::document::{Align, Block, Cell, Inline, Inlines, Row, Table};

impl Writer {
    pub(super) fn table(&mut self, table: &Table) -> String {
        let rows = if table.row_headers { " rows" } else { "" };
        let graded = if table.graded { " graded" } else { "" };
        let heads = match table.head.len() {
            0 | 1 => String::new(),
            count => format!(" head={count}"),
        };
        let mut out = self.caption(&format!("{{caption{rows}{graded}{heads}}}"), &table.caption);
        let mut lines = table.head.iter().chain(&table.rows);
        let first = lines.next().map_or(&[][..], Vec::as_slice);
        self.row(&mut out, first, table.columns.len());
        out.push('|');
        for column in &table.columns {
            out.push_str(match column.align {
                Align::Natural => " --- |",
                Align::Left => " :-- |",
                Align::Centre => " :-: |",
                Align::Right => " --: |",
            });
        }
        out.push('\n');
        for row in lines {
            self.row(&mut out, row, table.columns.len());
        }
        out.truncate(out.trim_end().len());
        out
    }

    fn row(&mut self, out: &mut String, row: &[Cell], width: usize) {
        out.push('|');
        for column in 0..width {
            let line = row.get(column).map(|cell| flat(&cell.blocks)).unwrap_or_default();
            out.push(' ');
            out.push_str(&self.line(&line, Place::Cell));
            out.push_str(" |");
        }
        out.push('\n');
    }
}

/// Returns the blocks of a cell as one line with breaks.
fn flat(blocks: &[Block]) -> Inlines {
    let mut lines: Vec<Inlines> = Vec::new();
    push(&mut lines, blocks);
    let mut flat = Inlines::new();
    for line in lines {
        if !flat.is_empty() {
            flat.push(Inline::Break);
        }
        flat.extend(line);
    }
    flat
}

fn push(lines: &mut Vec<Inlines>, blocks: &[Block]) {
    let text = |words: &str| Inline::Text(words.to_owned());
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => lines.push(content.clone()),
            Block::Quote(inner) => push(lines, inner),
            Block::List(list) => {
                for (number, item) in list.items.iter().enumerate() {
                    let marker = list.label(number).unwrap_or_else(|| "–".to_owned()) + " ";
                    let at = lines.len();
                    push(lines, item);
                    if let Some(line) = lines.get_mut(at) {
                        line.insert(0, text(&marker));
                    }
                }
            }
            Block::Code { text, .. } => {
                lines.extend(text.lines().map(|line| vec![Inline::Code(line.to_owned())]));
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    lines.push(definition.term.clone());
                    definition.meanings.iter().for_each(|meaning| push(lines, meaning));
                }
            }
            Block::Table(table) => {
                lines.push(table.caption.clone());
                let cells = |row: &Row| row.iter().for_each(|cell| push(lines, &cell.blocks));
                table.head.iter().chain(&table.rows).for_each(cells);
            }
            Block::Figure(figure) => lines.extend([figure.caption.clone(), vec![text(&figure.alt)]]),
            Block::Signatures(signatures) => {
                for one in signatures {
                    let parts = [&one.party, &one.name, &one.function, &one.mandate];
                    let labels = [&one.place_label, &one.sign_label];
                    lines.extend(parts.into_iter().chain(labels).map(|words| vec![text(words)]));
                }
            }
            Block::Divider | Block::PageBreak(_) | Block::Contents => {}
        }
    }
    lines.retain(|line| !line.is_empty());
}
