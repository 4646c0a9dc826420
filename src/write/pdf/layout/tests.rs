//! What must hold of every laid-out document, and of some that have been hard to lay out.

use std::collections::BTreeMap;

use super::lay_out;
use crate::document::{
    Bar, Bars, Block, Cell, Column, Definition, Document, Drawing, Figure, Front, Inline, List, Note, NoteId,
    Row, Signature, Table,
};
use crate::lang::Lang;
use crate::markdown;
use crate::write::pdf::display::{GlyphRun, Owner, Page, Pages, Shape};
use crate::write::pdf::structure::{ElementId, Tag};
use crate::write::pdf::style::Style;

/// Returns what an element's own glyphs say, by element.
fn said(pages: &Pages) -> BTreeMap<ElementId, String> {
    let mut said: BTreeMap<ElementId, String> = BTreeMap::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let (Owner::Element(element), Shape::Glyphs(run)) = (item.owner, &item.shape) {
            let text = said.entry(element).or_default();
            match &run.actual_text {
                Some(actual) => text.push_str(actual),
                None => run.glyphs.iter().for_each(|glyph| text.push_str(&glyph.text)),
            }
        }
    }
    said
}

/// Reads the tree aloud: the body, and each note by its number.
fn read(pages: &Pages) -> (String, BTreeMap<usize, String>) {
    let said = said(pages);
    let mut notes = BTreeMap::new();
    let mut body = String::new();
    walk(pages, ElementId(0), &said, &mut body, &mut notes);
    (body, notes)
}

fn walk(
    pages: &Pages,
    at: ElementId,
    said: &BTreeMap<ElementId, String>,
    into: &mut String,
    notes: &mut BTreeMap<usize, String>,
) {
    let element = &pages.structure.elements[at.0];
    match element.tag {
        Tag::Reference => return,
        Tag::Note => {
            let number = element.identifier.as_deref().and_then(|id| id.strip_prefix("note-"));
            let number = number.and_then(|number| number.parse().ok()).expect("a note has a number");
            let mut text = String::new();
            inside(pages, at, said, &mut text, notes);
            assert!(notes.insert(number, text).is_none(), "a note stands twice");
            return;
        }
        Tag::Span | Tag::Link => {}
        _ => into.push('\n'),
    }
    inside(pages, at, said, into, notes);
}

fn inside(
    pages: &Pages,
    at: ElementId,
    said: &BTreeMap<ElementId, String>,
    into: &mut String,
    notes: &mut BTreeMap<usize, String>,
) {
    let element = &pages.structure.elements[at.0];
    // The tree of the document names what a figure shows before its caption.
    for child in &element.children {
        if let Some(alt) = &pages.structure.elements[child.0].alt {
            into.push_str(alt);
            into.push('\n');
        }
    }
    into.push_str(said.get(&at).map_or("", String::as_str));
    for &child in &element.children {
        walk(pages, child, said, into, notes);
    }
}

fn normal(text: &str) -> String {
    text.replace('\u{AD}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts that every string of the document is read aloud, in its order.
fn assert_said(document: &Document, pages: &Pages) {
    let (body, notes) = read(pages);
    let notes: Vec<String> = notes.into_values().collect();
    let all = normal(&format!("{body}\n{}", notes.join("\n")));
    let mut at = 0;
    for words in document.words().0 {
        let words = normal(&words);
        match all[at..].find(&words) {
            Some(found) => at += found + words.len(),
            None => panic!(
                "{words:?} is lost or out of order after {:?}",
                &all[..at].chars().rev().take(80).collect::<Vec<_>>().iter().rev().collect::<String>()
            ),
        }
    }
}

fn right(run: &GlyphRun) -> f32 {
    run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>()
}

/// Asserts that nothing leaves its margins and no lines lie over one another.
fn assert_in_place(pages: &Pages, style: &Style) {
    for (number, page) in pages.pages.iter().enumerate() {
        let runs = page.items.iter().filter_map(|item| match (&item.shape, item.owner) {
            (Shape::Glyphs(run), Owner::Element(element)) => Some((run, element)),
            _ => None,
        });
        let mut boxes: Vec<(f32, f32, f32, f32, ElementId)> = Vec::new();
        for (run, element) in runs {
            let figure = pages.structure.elements[element.0].tag == Tag::Figure;
            let (left, right) = (run.x, right(run));
            assert_inside(page, number, run, right, style);
            if !figure && right > left {
                boxes.push((left, right, run.y - run.size * 0.5, run.y, element));
            }
        }
        for (index, a) in boxes.iter().enumerate() {
            for b in &boxes[index + 1..] {
                let apart = a.1 <= b.0 + 0.1 || b.1 <= a.0 + 0.1 || a.3 <= b.2 + 0.1 || b.3 <= a.2 + 0.1;
                assert!(apart, "page {number}: {a:?} lies over {b:?}");
            }
        }
    }
}

fn assert_inside(page: &Page, number: usize, run: &GlyphRun, right: f32, style: &Style) {
    let margins = style.margins;
    let text = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>();
    assert!(
        run.x >= margins.side - 0.1 && right <= page.width - margins.side + 0.6,
        "page {number}: {text:?} from {} to {right} of {}",
        run.x,
        page.width
    );
    assert!(
        run.y >= margins.top && run.y <= page.height - margins.bottom + 0.1,
        "page {number}: {text:?} at {} of {}",
        run.y,
        page.height
    );
}

fn specimen() -> Document {
    let body = markdown::read(include_str!("specimen.md"));
    assert_eq!(body.faults, []);
    Document {
        title: "Diagnoza i uzasadnienie partnerstwa na rzecz zatrudnienia w powiecie szydłowieckim"
            .to_owned(),
        lang: Lang::Pl,
        front: Front {
            subtitle: "Załącznik do wniosku o dofinansowanie".to_owned(),
            authors: vec!["Powiatowy Urząd Pracy w Szydłowcu".to_owned()],
            date: "2027-01-31".to_owned(),
            date_words: "31 stycznia 2027 r.".to_owned(),
            facts: vec![
                ("Nabór".to_owned(), "FEMA.08.01-IP.01-001/25".to_owned()),
                ("Program".to_owned(), "Fundusze Europejskie dla Mazowsza 2021–2027".to_owned()),
            ],
            marks: Vec::new(),
            notices: vec!["Dane przykładowe.".to_owned()],
        },
        blocks: body.blocks,
        notes: body.notes,
    }
}

#[test]
fn the_specimen_is_read_aloud_whole() {
    let (document, style) = (specimen(), Style::default());
    let pages = lay_out(&document, &style).expect("the specimen is accessible");
    if let Some(folder) = std::env::var_os("PAKT_PDF_OUT") {
        let meta = crate::write::pdf::backend::Meta {
            title: document.title.clone(),
            lang: document.lang,
            ..Default::default()
        };
        let file = std::path::Path::new(&folder).join("layout.pdf");
        std::fs::write(file, crate::write::pdf::backend::pdf(&pages, &meta)).expect("the folder is there");
    }
    assert_said(&document, &pages);
    assert_in_place(&pages, &style);
    assert_eq!(pages.missing, ['字']);
}

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

struct Dice {
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
                Block::List(List { start, tight: self.fate.bool(), items })
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
            9 if depth == 3 => Block::PageBreak,
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
        Block::Table(Table { caption, columns, head, rows, row_headers: self.fate.bool() })
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

    fn document(seed: u64) -> Document {
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

#[test]
fn whatever_is_laid_out_stays_whole_and_in_place() {
    let seeds = std::env::var("PAKT_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(15);
    for seed in 0..seeds {
        let document = Dice::document(seed);
        let mut style = Style::default();
        if seed % 3 == 0 {
            style.paper = crate::write::pdf::style::Paper::Letter;
        }
        let pages = std::panic::catch_unwind(|| {
            let pages = lay_out(&document, &style).expect("the document is accessible");
            assert_said(&document, &pages);
            assert_in_place(&pages, &style);
            pages
        });
        assert!(pages.is_ok(), "seed {seed}");
    }
}

fn markdown_document(text: &str) -> Document {
    let body = markdown::read(text);
    assert_eq!(body.faults, []);
    Document { title: "Próba".to_owned(), blocks: body.blocks, notes: body.notes, ..Document::default() }
}

fn pages_of(text: &str) -> Pages {
    let (document, style) = (markdown_document(text), Style::default());
    let pages = lay_out(&document, &style).expect("the document is accessible");
    assert_said(&document, &pages);
    assert_in_place(&pages, &style);
    pages
}

/// Returns what stands on a page, artifacts too, in the order of drawing.
fn seen(page: &Page) -> String {
    let mut text = String::new();
    for item in &page.items {
        if let Shape::Glyphs(run) = &item.shape {
            run.glyphs.iter().for_each(|glyph| text.push_str(&glyph.text));
        }
    }
    text
}

#[test]
fn a_long_table_repeats_its_head_on_every_page() {
    let rows: String = (0..200).map(|row| format!("| działanie {row} | opis działania |\n")).collect();
    let pages = pages_of(&format!("| Działanie | Opis |\n| --- | --- |\n{rows}"));
    assert!(pages.pages.len() > 3);
    for page in &pages.pages {
        assert_eq!(seen(page).matches("DziałanieOpis").count(), 1);
    }
}

#[test]
fn a_cell_of_many_lines_goes_on_on_the_next_page() {
    let long = "przedsiębiorstwo społeczne ".repeat(700);
    let pages = pages_of(&format!("| Opis | Kwota |\n| --- | --- |\n| {long} | 1 |\n| krótki | 2 |\n"));
    assert!((3..9).contains(&pages.pages.len()), "{}", pages.pages.len());
}

#[test]
fn eight_columns_of_words_lie_on_a_page_that_lies() {
    let head = "| Przedsiębiorstwo ".repeat(8);
    let cells = "| zatrudnieniowy ".repeat(8);
    let text = format!("# Przed\n\n{head}|\n{}|\n{cells}|\n\nPo tabeli.", "| --- ".repeat(8));
    let pages = pages_of(&text);
    let lying: Vec<bool> = pages.pages.iter().map(|page| page.width > page.height).collect();
    assert_eq!(lying, [false, true, false]);
    assert!(seen(&pages.pages[1]).contains("Przed"), "the heading goes with its table");
}

#[test]
fn a_heading_stays_with_what_follows() {
    for before in 20..60 {
        let text = format!("{}# Nagłówek\n\nCiąg dalszy.", "Wiersz.\n\n".repeat(before));
        let pages = pages_of(&text);
        let page =
            pages.pages.iter().find(|page| seen(page).contains("Nagłówek")).expect("it stands somewhere");
        assert!(seen(page).contains("Ciąg dalszy"), "{before}");
    }
}

#[test]
fn a_note_stands_on_the_page_that_calls_it() {
    for before in 20..60 {
        let table = "| a | b |\n| --- | --- |\n| x[^1] | y |\n";
        let text = format!(
            "{}Wezwanie[^2].\n\n{table}\n[^1]: Nota w komórce.\n[^2]: Nota w tekście.\n",
            "Wiersz.\n\n".repeat(before)
        );
        for page in &pages_of(&text).pages {
            let seen = seen(page);
            assert_eq!(seen.contains("Wezwanie"), seen.contains("Nota w tekście"), "{before}");
            assert_eq!(seen.contains("x2y"), seen.contains("Nota w komórce"), "{before}");
        }
    }
}

#[test]
fn the_contents_name_the_pages_of_their_headings() {
    let chapters: String =
        (1..30).map(|at| format!("# Rozdział {at}\n\n{}", "Wiersz tekstu.\n\n".repeat(at * 2))).collect();
    let pages = pages_of(&format!("<contents>\n\n{chapters}"));
    let contents = pages.pages.iter().take(4).map(seen).collect::<String>();
    for bookmark in &pages.outline {
        let entry = format!("{}{}", bookmark.title, bookmark.spot.page + 1);
        assert!(contents.contains(&entry), "{entry}");
        assert!(seen(&pages.pages[bookmark.spot.page]).contains(&bookmark.title));
    }
    let last = pages.pages.last().expect("there are pages");
    assert!(seen(last).contains(&format!("strona {0} z {0}", pages.pages.len())));
}

#[test]
fn ten_lists_in_one_another_keep_room_for_words() {
    let text: String =
        (0..10).map(|depth| format!("{}- poziom {depth} i kilka słów\n", "  ".repeat(depth))).collect();
    assert_eq!(pages_of(&text).pages.len(), 1);
}
