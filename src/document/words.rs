//! What a document says, as plain strings. In: a tree. Out: its words in reading order.
//!
//! The proof that no writer loses text compares its output with these strings.

use super::{Block, Cell, Document, Drawing, Figure, Inline, Signature};

/// A visitor's harvest: every string that an output must hold, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<String>);

impl Document {
    /// Returns every string of the body and then of the notes, a paragraph, cell or heading an entry.
    pub fn words(&self) -> Words {
        let mut words = Words::default();
        words.blocks(&self.blocks);
        for note in &self.notes {
            words.blocks(&note.blocks);
        }
        words
    }
}

/// Returns inline content as the reader sees it, without note references.
pub fn plain(content: &[Inline]) -> String {
    let mut text = String::new();
    push(&mut text, content);
    text
}

fn push(text: &mut String, content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Gap(mark) => text.push_str(mark),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strike(inner) => push(text, inner),
            Inline::Link { content, .. } | Inline::Foreign { content, .. } | Inline::From { content, .. } => {
                push(text, content)
            }
            Inline::Image { alt, .. } => push(text, alt),
            Inline::Note(_) => {}
            Inline::Break => text.push('\n'),
            Inline::SoftBreak => text.push(' '),
        }
    }
}

impl Words {
    fn line(&mut self, content: &[Inline]) {
        self.string(&plain(content));
    }

    fn string(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.0.push(text.to_owned());
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => self.line(content),
            Block::List(list) => list.items.iter().for_each(|item| self.blocks(item)),
            Block::Quote(inner) => self.blocks(inner),
            Block::Code { text, .. } => self.string(text),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    self.line(&definition.term);
                    definition.meanings.iter().for_each(|meaning| self.blocks(meaning));
                }
            }
            Block::Table(table) => {
                self.line(&table.caption);
                table
                    .head
                    .iter()
                    .chain(&table.rows)
                    .flatten()
                    .for_each(|cell: &Cell| self.blocks(&cell.blocks));
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Signatures(signatures) => {
                signatures.iter().for_each(|signature| self.signature(signature))
            }
            Block::Divider | Block::PageBreak | Block::Contents => {}
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.string(&figure.alt);
        self.line(&figure.caption);
        match &figure.drawing {
            Drawing::Bars(bars) => {
                for bar in &bars.bars {
                    self.string(&bar.label);
                    self.string(&bar.words);
                }
                for reference in &bars.references {
                    self.string(&reference.label);
                    self.string(&reference.words);
                }
            }
            Drawing::Groups { series, groups } => {
                series.iter().for_each(|name| self.string(name));
                for group in groups {
                    self.string(&group.label);
                    group.bars.iter().for_each(|bar| self.string(&bar.words));
                }
            }
            Drawing::Gantt(gantt) => {
                gantt.spans.iter().for_each(|(head, _)| self.string(head));
                gantt.columns.iter().for_each(|column| self.string(column));
                for row in &gantt.rows {
                    self.string(&row.label);
                    row.marks.iter().for_each(|(_, name)| self.string(name));
                }
            }
            Drawing::Graph(graph) => {
                for lane in &graph.lanes {
                    self.string(&lane.label);
                    for vertex in &lane.vertices {
                        self.string(&vertex.id);
                        self.string(&vertex.label);
                    }
                }
            }
        }
    }

    fn signature(&mut self, signature: &Signature) {
        let Signature { party, name, function, mandate, place_label, sign_label } = signature;
        for text in [party, name, function, mandate, place_label, sign_label] {
            self.string(text);
        }
    }
}
