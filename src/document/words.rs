//! What a document says, as plain strings. In: a tree. Out: its words in reading order.
//!
//! The proof that no writer loses text compares its output with these strings.

use super::{Bars, Block, Cell, Document, Drawing, Figure, Group, Inline, Lane, Lines, Signature};

/// How a document is taken apart into strings.
#[derive(Clone, Copy)]
pub struct Way {
    /// How a line is read: into one string or several.
    pub line: fn(&[Inline]) -> Vec<String>,
    /// Which data of a chart are strings of their own, beside its alt text and its caption.
    pub data: fn(&Figure) -> Vec<&str>,
}

impl Default for Way {
    fn default() -> Self {
        Self { line: |line| vec![plain(line)], data: |figure| figure.drawing.data() }
    }
}

/// Every string that an output must hold, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<String>);

impl Document {
    /// Returns every string of the body and then of the notes, a paragraph, cell or heading an entry.
    pub fn words(&self) -> Words {
        self.words_by(Way::default())
    }

    /// Returns every string of the body and then of the notes, taken apart in a way of one's own.
    pub fn words_by(&self, way: Way) -> Words {
        let mut harvest = Harvest { words: Vec::new(), way };
        harvest.blocks(&self.blocks);
        for note in &self.notes {
            harvest.blocks(&note.blocks);
        }
        Words(harvest.words)
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

struct Harvest {
    words: Vec<String>,
    way: Way,
}

impl Harvest {
    fn line(&mut self, content: &[Inline]) {
        (self.way.line)(content).iter().for_each(|words| self.string(words));
    }

    fn string(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.words.push(text.to_owned());
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
            Block::Divider | Block::PageBreak(_) | Block::Contents => {}
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.string(&figure.alt);
        self.line(&figure.caption);
        (self.way.data)(figure).into_iter().for_each(|words| self.string(words));
    }

    fn signature(&mut self, signature: &Signature) {
        let Signature { party, name, function, mandate, place_label, sign_label } = signature;
        for text in [party, name, function, mandate, place_label, sign_label] {
            self.string(text);
        }
    }
}

impl Drawing {
    /// Returns the labels and the values that it shows, in order.
    pub fn data<'d>(&'d self) -> Vec<&'d str> {
        match self {
            Self::Bars(Bars { bars, references }) => {
                let bars = bars.iter().map(|bar| [&bar.label, &bar.words]);
                let references = references.iter().map(|reference| [&reference.label, &reference.words]);
                bars.chain(references).flatten().map(String::as_str).collect()
            }
            Self::Groups { series, groups } => {
                let own = |group: &'d Group| {
                    std::iter::once(&group.label).chain(group.bars.iter().map(|bar| &bar.words))
                };
                series.iter().chain(groups.iter().flat_map(own)).map(String::as_str).collect()
            }
            Self::Lines(Lines { days, lines }) => {
                let own = |line: &'d Group| {
                    std::iter::once(&line.label).chain(line.bars.iter().map(|bar| &bar.words))
                };
                let days = days.iter().map(|day| &day.label);
                days.chain(lines.iter().flat_map(own)).map(String::as_str).collect()
            }
            Self::Gantt(gantt) => {
                let heads = gantt.spans.iter().map(|(head, _)| head).chain(&gantt.columns);
                let rows = gantt.rows.iter().flat_map(|row| {
                    std::iter::once(&row.label).chain(row.marks.iter().map(|(_, name)| name))
                });
                heads.chain(rows).map(String::as_str).collect()
            }
            Self::Graph(graph) => {
                let own = |lane: &'d Lane| {
                    let vertices = lane.vertices.iter().flat_map(|vertex| [&vertex.id, &vertex.label]);
                    std::iter::once(&lane.label).chain(vertices)
                };
                graph.lanes.iter().flat_map(own).map(String::as_str).collect()
            }
        }
    }
}
