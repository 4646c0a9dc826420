//! A tree in what every reader of Markdown knows. In: `Document`. Out: the same words in headings, paragraphs, lists,
//! tables of one header row and notes: what templates have a notation of their own for is said with these.

use crate::document::{
    Block, Definition, Document, Figure, Inline, Inlines, List, Note, Signature, Table, plain,
};
use crate::write::figures;
use crate::write::phrases::{Phrases, phrases};
use std::collections::BTreeMap;

/// A line to write on.
const DOTS: &str = "…………………………";

/// Returns the document in common terms.
pub(super) fn common(document: &Document) -> Document {
    let hand = Hand { document, phrases: phrases(document.lang), anchors: anchors(&document.blocks) };
    let note = |note: &Note| Note { label: note.label.clone(), blocks: hand.blocks(&note.blocks) };
    Document {
        title: document.title.clone(),
        lang: document.lang,
        front: document.front.clone(),
        blocks: hand.blocks(&document.blocks),
        notes: document.notes.iter().map(note).collect(),
        origins: Vec::new(),
    }
}

struct Hand<'d> {
    document: &'d Document,
    phrases: &'static Phrases,
    /// Under which anchor a reader finds each heading, by its id.
    anchors: BTreeMap<String, String>,
}

/// Returns the anchors that readers give headings: their words in small letters, with hyphens for spaces and without
/// other signs, a number behind those that are taken.
fn anchors(blocks: &[Block]) -> BTreeMap<String, String> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut anchors = BTreeMap::new();
    for block in blocks {
        let Block::Heading { id, content, .. } = block else { continue };
        let words = plain(content).trim().to_lowercase();
        let kept = |sign: char| match sign {
            ' ' => Some('-'),
            _ => Some(sign).filter(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_')),
        };
        let stem: String = words.chars().filter_map(kept).collect();
        let count = taken.entry(stem.clone()).or_default();
        let anchor = if *count == 0 { stem } else { format!("{stem}-{count}") };
        *count += 1;
        anchors.insert(id.clone(), anchor);
    }
    anchors
}

impl Hand<'_> {
    fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Vec<Block> {
        match block {
            Block::Heading { level, content, .. } => {
                vec![Block::Heading { level: *level, id: String::new(), content: self.line(content) }]
            }
            Block::Paragraph(line) => vec![Block::Paragraph(self.line(line))],
            Block::List(list) => {
                let items = list.items.iter().map(|item| self.blocks(item)).collect();
                vec![Block::List(List { items, ..*list })]
            }
            Block::Quote(inner) => vec![Block::Quote(self.blocks(inner))],
            Block::Definitions(definitions) => {
                let items = definitions.iter().map(|definition| self.definition(definition)).collect();
                vec![Block::List(List { items, ..List::default() })]
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Signatures(signatures) => signatures.iter().map(|one| self.signature(one)).collect(),
            Block::Code { .. } | Block::Divider => vec![block.clone()],
            // Readers break pages and list headings themselves.
            Block::PageBreak(_) | Block::Contents => Vec::new(),
        }
    }

    fn line(&self, line: &[Inline]) -> Inlines {
        line.iter().flat_map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> Inlines {
        match inline {
            Inline::Gap(mark) => vec![Inline::Strong(vec![Inline::Text(mark.clone())])],
            Inline::From { content, .. } => self.line(content),
            Inline::Strong(inner) => vec![Inline::Strong(self.line(inner))],
            Inline::Emphasis(inner) => vec![Inline::Emphasis(self.line(inner))],
            Inline::Strike(inner) => vec![Inline::Strike(self.line(inner))],
            Inline::Foreign { lang, content } => {
                vec![Inline::Foreign { lang: *lang, content: self.line(content) }]
            }
            Inline::Link { href, title, content } => {
                let content = self.line(content);
                let href = match href.strip_prefix('#') {
                    Some(id) => self.anchors.get(id).map(|anchor| format!("#{anchor}")),
                    None => Some(href.clone()),
                };
                let title = title.clone();
                match href {
                    Some(href) => vec![Inline::Link { href, title, content }],
                    None => content,
                }
            }
            other => vec![other.clone()],
        }
    }

    fn definition(&self, definition: &Definition) -> Vec<Block> {
        let term = Block::Paragraph(vec![Inline::Strong(self.line(&definition.term))]);
        let meanings = definition.meanings.iter().flat_map(|meaning| self.blocks(meaning));
        std::iter::once(term).chain(meanings).collect()
    }

    /// Returns a table of one header row, its caption before it.
    fn table(&self, table: &Table) -> Vec<Block> {
        let caption = self.caption(&table.caption);
        let mut rows = table.head.iter().chain(&table.rows).cloned();
        let head = rows.next().into_iter().collect();
        let mut table =
            Table { caption: Vec::new(), head, rows: rows.collect(), row_headers: false, ..table.clone() };
        for cell in table.head.iter_mut().chain(&mut table.rows).flatten() {
            cell.blocks = self.blocks(&cell.blocks);
        }
        caption.chain([Block::Table(table)]).collect()
    }

    fn figure(&self, figure: &Figure) -> Vec<Block> {
        let alt = Block::Paragraph(vec![Inline::Text(figure.alt.clone())]);
        let tables = figures::tables(&figure.drawing, self.document.lang);
        let data = tables.iter().flat_map(|table| self.table(table));
        self.caption(&figure.caption).chain([alt]).chain(data).collect()
    }

    fn caption(&self, words: &[Inline]) -> impl Iterator<Item = Block> + use<> {
        let line = self.line(words);
        (!line.is_empty()).then_some(Block::Paragraph(line)).into_iter()
    }

    /// Returns a place to sign, line by line.
    fn signature(&self, signature: &Signature) -> Block {
        let Signature { party, name, function, mandate, place_label, sign_label } = signature;
        let or_dots = |words: &str, label: &str| match words {
            "" => format!("{DOTS} ({label})"),
            words => words.to_owned(),
        };
        let lines = [
            party.clone(),
            or_dots(name, self.phrases.name),
            or_dots(function, self.phrases.function),
            mandate.clone(),
            DOTS.to_owned(),
            place_label.clone(),
            DOTS.to_owned(),
            sign_label.clone(),
        ];
        let mut content = Inlines::new();
        for line in lines.iter().flat_map(|words| words.lines()).filter(|line| !line.trim().is_empty()) {
            if !content.is_empty() {
                content.push(Inline::Break);
            }
            content.push(Inline::Text(line.to_owned()));
        }
        Block::Paragraph(content)
    }
}
