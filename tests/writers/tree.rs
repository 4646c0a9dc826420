//! Random trees with hostile words, of the shapes that Markdown can say. In: a seed. Out: `Document`.

use fastrand::Rng;
use pakt::inside::document::*;
use pakt::inside::lang::Lang;
use pakt::inside::markdown::Anchors;

const HOSTILE: [&str; 62] = [
    "|",
    "*",
    "_",
    "#",
    "<",
    ">",
    "&",
    "\\",
    "[",
    "]",
    "~",
    "$",
    "„",
    "”",
    "\u{a0}",
    "\u{2011}",
    "😀",
    "`",
    "1. ",
    "2) ",
    "- ",
    "+ ",
    "= ",
    ": ",
    "# ",
    "> ",
    "| a | b |",
    "---",
    "===",
    "***",
    "```",
    "~~~",
    "{",
    "}",
    "{caption} ",
    "{#id}",
    "<pagebreak>",
    "<br>",
    "</span>",
    "<gap>",
    "[x](y)",
    "![",
    "!",
    "[^E1]",
    "&amp;",
    "&#32;",
    "*a*",
    "_b_",
    "**",
    "__",
    "  ",
    " ",
    "a_b_c",
    "http://x.pl",
    "<b>",
    "C#",
    "50 %",
    "’",
    "\\|",
    "zażółć",
    "ΩЖ",
    "\t",
];

pub(crate) struct Gardener {
    rng: Rng,
    serial: usize,
    notes: usize,
    anchors: Anchors,
}

/// Where a line stands: what may stand in it depends on that.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Paragraph,
    Line,
    Link,
}

pub(crate) fn document(seed: u64) -> Document {
    let mut gardener =
        Gardener { rng: Rng::with_seed(seed), serial: 0, notes: 0, anchors: Anchors::default() };
    let blocks = gardener.blocks(3, 6);
    let mut notes = Vec::new();
    while notes.len() < gardener.notes {
        let label = format!("E{}", notes.len() + 1);
        let paragraph = Block::Paragraph(gardener.notes_free());
        let mut blocks = vec![paragraph];
        if gardener.rng.u8(..4) == 0 {
            blocks.push(Block::Code { info: String::new(), text: gardener.code() });
        }
        notes.push(Note { label, blocks });
    }
    let title = if gardener.rng.bool() { gardener.words() } else { String::new() };
    let lang = if gardener.rng.bool() { Lang::Pl } else { Lang::En };
    Document { title, lang, blocks, notes, ..Document::default() }
}

impl Gardener {
    /// Words with a number of their own, so that each can be told from all others.
    fn words(&mut self) -> String {
        let mut words = String::new();
        for _ in 0..self.rng.usize(0..4) {
            words.push_str(self.rng.choice(HOSTILE).unwrap_or_default());
        }
        self.serial += 1;
        words.push_str(&format!("{}q", self.serial));
        for _ in 0..self.rng.usize(0..3) {
            words.push_str(self.rng.choice(HOSTILE).unwrap_or_default());
        }
        words
    }

    fn notes_free(&mut self) -> Inlines {
        let before = self.notes;
        let line = self.line(Place::Link, &mut Vec::new(), 1);
        assert_eq!(before, self.notes);
        line
    }

    fn line(&mut self, place: Place, open: &mut Vec<u8>, depth: usize) -> Inlines {
        let mut line = Inlines::new();
        let count = self.rng.usize(1..5);
        while line.len() < count {
            let last = line.last();
            let after_text = matches!(last, Some(Inline::Text(_)));
            let choice = self.rng.u8(0..14);
            let inline = match choice {
                0..=3 if !after_text => Inline::Text(self.words()),
                4..=6 if depth > 0 && !open.contains(&choice) && !same(last, choice) => {
                    open.push(choice);
                    let inner = self.line(place, open, depth - 1);
                    open.pop();
                    match choice {
                        4 => Inline::Strong(inner),
                        5 => Inline::Emphasis(inner),
                        _ => Inline::Strike(inner),
                    }
                }
                7 if !matches!(last, Some(Inline::Code(_))) => Inline::Code(self.literal()),
                8 if place != Place::Link && depth > 0 && !matches!(last, Some(Inline::Note(_))) => {
                    Inline::Link {
                        href: (*self
                            .rng
                            .choice(["#a", "https://x.pl/a_b?c=(d)&e", "http://a b", "#", "tel:x\\|y"])
                            .unwrap_or_default())
                        .to_owned(),
                        title: if self.rng.bool() { self.words() } else { String::new() },
                        content: self.line(Place::Link, open, depth - 1),
                    }
                }
                9 if depth > 0 => Inline::Image {
                    src: "https://x.pl/pic.png".to_owned(),
                    title: String::new(),
                    alt: vec![Inline::Text(self.words())],
                },
                10 if place != Place::Link => self.note(),
                11 if depth > 0 && !open.contains(&11) => {
                    open.push(11);
                    let content = self.line(place, open, depth - 1);
                    open.pop();
                    Inline::Foreign { lang: Lang::En, content }
                }
                12 => Inline::Gap(self.words()),
                13 if after_text && line.len() + 1 < count => {
                    line.push(if place == Place::Paragraph && self.rng.bool() {
                        Inline::SoftBreak
                    } else {
                        Inline::Break
                    });
                    Inline::Text(self.words())
                }
                _ => continue,
            };
            line.push(inline);
        }
        line
    }

    fn note(&mut self) -> Inline {
        if self.notes == 0 || self.rng.bool() {
            self.notes += 1;
            return Inline::Note(NoteId(self.notes - 1));
        }
        Inline::Note(NoteId(self.rng.usize(..self.notes)))
    }

    fn literal(&mut self) -> String {
        self.words().replace('\t', " ").replace("\\|", "|")
    }

    fn code(&mut self) -> String {
        let lines: Vec<String> = (0..self.rng.usize(1..4))
            .map(|number| if number == 1 && self.rng.bool() { String::new() } else { self.words() })
            .collect();
        lines.join("\n") + "x"
    }

    fn blocks(&mut self, depth: usize, most: usize) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let count = self.rng.usize(1..=most);
        while blocks.len() < count {
            let after_terms = matches!(blocks.last(), Some(Block::Definitions(_)));
            let block = match self.rng.u8(0..16) {
                0..=3 => Block::Paragraph(self.line(Place::Paragraph, &mut Vec::new(), 2)),
                4 | 5 => self.heading(),
                6 | 7 if depth > 0 => Block::List(self.list(depth - 1)),
                8 if depth > 0 => Block::Quote(self.blocks(depth - 1, 3)),
                9 => Block::Code {
                    info: (self.rng.choice(["", "yaml", "a\\b &amp; c"]).unwrap_or_default()).to_owned(),
                    text: self.code(),
                },
                10 if depth > 0 && !after_terms => Block::Definitions(
                    (0..self.rng.usize(1..3))
                        .map(|_| Definition {
                            term: self.line(Place::Line, &mut Vec::new(), 1),
                            meanings: (0..self.rng.usize(1..3)).map(|_| self.item(depth - 1)).collect(),
                        })
                        .collect(),
                ),
                11 | 12 => self.table(),
                13 => self.figure(),
                14 => Block::Signatures(vec![self.signature()]),
                15 => match self.rng.u8(0..3) {
                    0 => Block::Divider,
                    1 => Block::PageBreak(if self.rng.bool() { Break::Always } else { Break::WhereFull }),
                    _ => Block::Contents,
                },
                _ => continue,
            };
            blocks.push(block);
        }
        blocks
    }

    fn heading(&mut self) -> Block {
        let level = self.rng.u8(1..=6);
        let content = self.line(Place::Line, &mut Vec::new(), 2);
        self.serial += 1;
        let id = match self.rng.u8(0..3) {
            0 => self.anchors.unique(format!("own-{}", self.serial)),
            _ => self.anchors.of_words(&plain(&content)),
        };
        Block::Heading { level, id, content }
    }

    /// A paragraph, and perhaps more.
    fn item(&mut self, depth: usize) -> Vec<Block> {
        let mut item = vec![Block::Paragraph(self.line(Place::Paragraph, &mut Vec::new(), 1))];
        if self.rng.bool() {
            item.extend(self.blocks(depth, 2));
        }
        item
    }

    fn list(&mut self, depth: usize) -> List {
        let start = self.rng.bool().then(|| self.rng.u64(0..200));
        let tight = self.rng.bool();
        let count = self.rng.usize(2..4);
        let items = (0..count).map(|_| if tight { self.close_item(depth) } else { self.item(depth) });
        List { start, tight, items: items.collect(), ..List::default() }
    }

    fn close_item(&mut self, depth: usize) -> Vec<Block> {
        if self.rng.u8(..6) == 0 {
            return Vec::new();
        }
        let mut item = vec![Block::Paragraph(self.line(Place::Paragraph, &mut Vec::new(), 1))];
        match self.rng.u8(0..6) {
            0 if depth > 0 => {
                // An empty item is not seen straight after a line.
                let first = vec![Block::Paragraph(self.line(Place::Paragraph, &mut Vec::new(), 1))];
                let items = vec![first, self.close_item(depth - 1)];
                item.push(Block::List(List { tight: true, items, ..List::default() }));
            }
            1 => item.push(Block::Code { info: String::new(), text: self.code() }),
            _ => {}
        }
        item
    }

    fn table(&mut self) -> Block {
        let sides = [Align::Natural, Align::Left, Align::Centre, Align::Right];
        let width = self.rng.usize(1..5);
        let columns = (0..width).map(|_| Column { align: *self.rng.choice(&sides).unwrap_or(&sides[0]) });
        let columns = columns.collect();
        let caption =
            if self.rng.bool() { self.line(Place::Paragraph, &mut Vec::new(), 1) } else { Vec::new() };
        let caption = unspaced(caption);
        let heads = self.rng.usize(1..3);
        let head = (0..heads).map(|_| self.row(width)).collect();
        let rows = (0..self.rng.usize(0..4)).map(|_| self.row(width)).collect();
        Block::Table(Table {
            caption,
            columns,
            head,
            rows,
            row_headers: self.rng.bool(),
            graded: self.rng.bool(),
        })
    }

    fn row(&mut self, width: usize) -> Row {
        let cell = |gardener: &mut Self| {
            if gardener.rng.u8(..5) == 0 {
                return Cell::default();
            }
            Cell { blocks: vec![Block::Paragraph(gardener.line(Place::Line, &mut Vec::new(), 2))] }
        };
        (0..width).map(|_| cell(self)).collect()
    }

    fn bar(&mut self) -> Bar {
        let value = f64::from(self.rng.u32(0..1000)) / 10.0;
        Bar { label: self.words(), value, words: self.words(), strong: self.rng.bool() }
    }

    fn figure(&mut self) -> Block {
        let drawing = match self.rng.u8(0..5) {
            0 => Drawing::Bars(Bars {
                bars: vec![self.bar(), self.bar()],
                references: vec![Reference { label: self.words(), value: 5.5, words: self.words() }],
            }),
            1 => Drawing::Groups {
                series: vec![self.words(), self.words()],
                groups: vec![Group { label: self.words(), bars: vec![self.bar(), self.bar()] }],
            },
            3 => {
                let day = |label: String, at| Day { label, at };
                Drawing::Lines(Lines {
                    days: vec![day(self.words(), 0.0), day(self.words(), 365.0)],
                    lines: vec![Group { label: self.words(), bars: vec![self.bar(), self.bar()] }],
                })
            }
            2 => Drawing::Gantt(Gantt {
                columns: vec![self.words(), self.words(), self.words()],
                spans: vec![(self.words(), 2), (self.words(), 1)],
                rows: vec![
                    GanttRow { label: self.words(), columns: Some((0, 1)), marks: vec![(2, self.words())] },
                    GanttRow { label: self.words(), columns: None, marks: Vec::new() },
                ],
            }),
            _ => {
                let (from, to) = (self.words(), self.words());
                let lane = |label: String, id: &str, words: String, gap: bool| Lane {
                    label,
                    vertices: vec![Vertex { id: id.to_owned(), label: words, gap }],
                };
                Drawing::Graph(Graph {
                    lanes: vec![
                        lane(self.words(), &from, self.words(), false),
                        lane(self.words(), &to, self.words(), true),
                    ],
                    edges: vec![Edge { from, to, inherited: self.rng.bool() }],
                })
            }
        };
        let caption =
            if self.rng.bool() { self.line(Place::Paragraph, &mut Vec::new(), 1) } else { Vec::new() };
        Block::Figure(Figure { alt: self.words(), caption: unspaced(caption), drawing })
    }

    fn signature(&mut self) -> Signature {
        let name = if self.rng.bool() { self.words() } else { String::new() };
        Signature {
            party: self.words(),
            name,
            function: self.words(),
            mandate: self.words(),
            place_label: self.words(),
            sign_label: self.words(),
        }
    }
}

/// A caption's words begin where its marker and its space end.
fn unspaced(mut caption: Inlines) -> Inlines {
    if let Some(Inline::Text(words)) = caption.first_mut() {
        *words = words.trim_start().to_owned();
    }
    caption
}

fn same(last: Option<&Inline>, choice: u8) -> bool {
    matches!(
        (last, choice),
        (Some(Inline::Strong(_)), 4) | (Some(Inline::Emphasis(_)), 5) | (Some(Inline::Strike(_)), 6)
    )
}
