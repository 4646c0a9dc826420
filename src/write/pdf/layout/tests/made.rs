//! Documents made from chance. In: a seed. Out: `Document`.

use crate::document::{
    Bar, Bars, Block, Break, Cell, Column, Definition, Document, Drawing, Figure, Inline, List, Note, NoteId,
    Row, Signature, Table,
};
use crate::lang::Lang;

/// Words that have gone wrong somewhere before: quotes, ligatures, no-break spaces, other scripts, long ones.
const WORDS: [&str; 28] = [
    "partnerstwo",
    "zatrudnienia",
    "w",
    "i",
    "z",
    "„cytat”",
    "a\u{A0}b",
    "1\u{A0}250\u{A0}000,00\u{A0}zł",
    "e\u{2011}mail",
    "office",
    "fifla",
    "ΕΛΛΗΝΙΚΆ",
    "Кириллица",
    "字",
    "x\u{200B}y",
    "so\u{AD}cjalna",
    "–",
    "https://szydlowiec.praca.gov.pl/strona/aktualnosci?parametr=1&drugi=2",
    "FEMA.08.01-IP.01-001/25",
    "Konstantynopolitańczykowianeczka",
    "<b>&amp;",
    "2021-2027",
    "a\u{301}",
    "osób",
    "długotrwale",
    "bezrobotnych",
    "(w",
    "przedsiębiorstwami,",
];

/// What makes a document from chance.
pub(super) struct Dice {
    fate: fastrand::Rng,
    notes: usize,
    level: u8,
    /// Whether a cell is being filled: templates put no tables into tables.
    celled: bool,
}

impl Dice {
    fn words(&mut self, most: usize) -> String {
        let count = self.fate.usize(1..=most);
        (0..count).map(|_| WORDS[self.fate.usize(..WORDS.len())]).collect::<Vec<_>>().join(" ")
    }

    fn inlines(&mut self, most: usize) -> Vec<Inline> {
        let count = self.fate.usize(1..=4);
        (0..count).map(|_| self.inline(most)).collect()
    }

    fn inline(&mut self, most: usize) -> Inline {
        let words = self.words(most);
        let text = Inline::Text(format!("{words} "));
        match self.fate.u8(..14) {
            0 => Inline::Strong(vec![text]),
            1 => Inline::Emphasis(vec![Inline::Strong(vec![text])]),
            2 => Inline::Strike(vec![text]),
            3 => Inline::Code(words),
            4 => {
                let href = ["https://ę.pl/a b", "#a1", "#nowhere", ""][self.fate.usize(..4)].to_owned();
                Inline::Link { href, title: String::new(), content: vec![text] }
            }
            5 => Inline::Image { src: "a.png".to_owned(), title: "t".to_owned(), alt: vec![text] },
            6 | 7 => Inline::Note(NoteId(self.fate.usize(..self.notes))),
            8 => Inline::Foreign { lang: Lang::En, content: vec![text, Inline::Gap("[BRAK]".to_owned())] },
            9 => Inline::Gap("[BRAK: NEED-05]".to_owned()),
            10 => Inline::Break,
            11 => Inline::SoftBreak,
            _ => text,
        }
    }

    fn blocks(&mut self, most: usize, depth: usize) -> Vec<Block> {
        let count = self.fate.usize(1..=most);
        (0..count).map(|_| self.block(depth)).collect()
    }

    fn block(&mut self, depth: usize) -> Block {
        if depth == 0 {
            return Block::Paragraph(self.inlines(12));
        }
        match self.fate.u8(..14) {
            0 if depth == 3 => {
                self.level = self.fate.u8(1..=self.level + 1).min(6);
                let id = format!("a{}", self.fate.u8(..9));
                Block::Heading { level: self.level, id, content: self.inlines(4) }
            }
            1 | 2 => {
                let start = self.fate.bool().then(|| self.fate.u64(..120));
                let items = (0..self.fate.usize(1..5)).map(|_| self.blocks(2, depth - 1)).collect();
                Block::List(List { start, tight: self.fate.bool(), items, ..List::default() })
            }
            3 => Block::Quote(self.blocks(3, depth - 1)),
            4 => Block::Code {
                info: String::new(),
                text: format!("  {}\n\n\t{}\n", self.words(9), self.words(30)),
            },
            5 => {
                let meanings = vec![self.blocks(2, depth - 1)];
                Block::Definitions(vec![Definition { term: self.inlines(3), meanings }])
            }
            6 | 7 if !self.celled => self.table(depth),
            8 => self.bars(),
            9 if depth == 3 => Block::PageBreak(Break::Always),
            10 => Block::Divider,
            11 => Block::Signatures((0..self.fate.usize(1..4)).map(|_| self.signature()).collect()),
            12 if depth == 3 => Block::Contents,
            _ => Block::Paragraph(self.inlines(60)),
        }
    }

    fn table(&mut self, depth: usize) -> Block {
        let columns = self.fate.usize(1..9);
        let long = if self.fate.u8(..4) == 0 { 120 } else { 6 };
        let head = vec![self.row(columns, 3, 0)];
        let rows = (0..self.fate.usize(..14)).map(|_| self.row(columns, long, depth - 1)).collect();
        let caption = if self.fate.bool() { self.inlines(5) } else { Vec::new() };
        let columns = vec![Column::default(); columns];
        Block::Table(Table { caption, columns, head, rows, row_headers: self.fate.bool(), graded: false })
    }

    fn row(&mut self, columns: usize, most: usize, depth: usize) -> Row {
        let cell = |dice: &mut Self| match dice.fate.u8(..8) {
            0 if most != 3 => Cell::default(),
            1 => Cell { blocks: dice.blocks(2, depth.min(1)) },
            2 if most != 3 => {
                Cell { blocks: vec![Block::Paragraph(vec![Inline::Text("12 500,50 zł".to_owned())])] }
            }
            _ => Cell { blocks: vec![Block::Paragraph(vec![Inline::Text(dice.words(most))])] },
        };
        self.celled = true;
        let row = (0..columns).map(|_| cell(self)).collect();
        self.celled = false;
        row
    }

    fn bars(&mut self) -> Block {
        let bar = |dice: &mut Self| {
            let value = dice.fate.f64() * 40.0;
            Bar { label: dice.words(6), value, words: format!("{value:.1} %"), strong: dice.fate.bool() }
        };
        let bars = (0..self.fate.usize(1..70)).map(|_| bar(self)).collect();
        let drawing = Drawing::Bars(Bars { bars, references: Vec::new() });
        Block::Figure(Figure { alt: self.words(9), caption: self.inlines(4), drawing })
    }

    fn signature(&mut self) -> Signature {
        let mut some = |most| if self.fate.bool() { self.words(most) } else { String::new() };
        Signature {
            party: some(12),
            name: some(3),
            function: some(4),
            mandate: some(9),
            place_label: some(3),
            sign_label: some(2),
        }
    }

    /// Returns the document of a seed: the same one for the same seed.
    pub(super) fn document(seed: u64) -> Document {
        let mut dice = Self { fate: fastrand::Rng::with_seed(seed), notes: 6, level: 0, celled: false };
        let notes = (0..dice.notes)
            .map(|note| {
                let long = if note == 5 { 900 } else { 20 };
                let blocks = vec![Block::Paragraph(vec![Inline::Text(dice.words(long))])];
                Note { label: format!("n{note}"), blocks }
            })
            .collect();
        let blocks = dice.blocks(24, 3);
        Document { title: dice.words(40), blocks, notes, ..Document::default() }
    }
}
