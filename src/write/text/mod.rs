//! Plain text, to be pasted into a form or a letter. In: `Document`. Out: text without markup.
//!
//! Paragraphs are never broken into lines, for a form counts line breaks. No line ends in a space,
//! and the text ends in one line break.

mod inlines;
mod sheet;
mod tables;

use super::figures;
use super::phrases::{Phrases, phrases};
use crate::document::{Block, Definition, Document, Drawing, Figure, Front, List, Signature, Wanted};
use crate::lang::Lang;
use inlines::words;
use sheet::Sheet;
use unicode_width::UnicodeWidthStr as _;

/// Dots to write on.
const DOTS: &str = "……………………………………………………";

/// Returns the text.
pub fn text(document: &Document) -> String {
    let mut writer =
        Writer { sheet: Sheet::default(), lang: document.lang, phrases: phrases(document.lang), document };
    writer.front();
    writer.blocks(&document.blocks);
    writer.notes();
    writer.sheet.finish()
}

struct Writer<'d> {
    sheet: Sheet,
    lang: Lang,
    phrases: &'static Phrases,
    document: &'d Document,
}

impl Writer<'_> {
    fn front(&mut self) {
        let Document { title, front, .. } = self.document;
        let Front { subtitle, authors, date, date_words, facts, marks, wanted, notices, .. } = front;
        if !title.is_empty() {
            self.heading(title, Some('='));
        }
        for mark in marks {
            self.sheet.line(&mark.alt);
        }
        for mark in wanted {
            self.sheet.line(match mark {
                Wanted::Emblem { statement, .. } => statement,
                Wanted::Place(words) => words,
            });
        }
        for line in std::iter::once(subtitle).chain(authors) {
            self.sheet.line(line);
        }
        self.sheet.line(if date_words.is_empty() { date } else { date_words });
        self.sheet.gap();
        for (label, value) in facts {
            self.sheet.line(&format!("{label}: {value}"));
        }
        for notice in notices {
            self.sheet.gap();
            self.sheet.line(&format!("{}: {notice}", self.phrases.notice));
        }
    }

    fn heading(&mut self, words: &str, underline: Option<char>) {
        self.sheet.gap();
        self.sheet.lines(words);
        if let Some(underline) = underline {
            let width = words.lines().map(|line| line.trim_end().width()).max().unwrap_or_default();
            self.sheet.line(&underline.to_string().repeat(width.max(1)));
        }
        self.sheet.gap();
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.sheet.gap();
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, content, .. } => {
                let underline = match level {
                    1 => Some('='),
                    2 => Some('-'),
                    _ => None,
                };
                self.heading(&words(content), underline);
            }
            Block::Paragraph(line) => self.sheet.lines(&words(line)),
            Block::List(list) => self.list(list),
            Block::Quote(inner) => {
                self.sheet.indent("> ", "> ");
                self.blocks(inner);
                self.sheet.outdent();
            }
            Block::Code { text, .. } => self.sheet.lines(text),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Divider => self.sheet.line("* * *"),
            Block::PageBreak(_) => {}
            Block::Contents => self.contents(),
            Block::Signatures(signatures) => signatures.iter().for_each(|one| self.signature(one)),
        }
    }

    fn list(&mut self, list: &List) {
        for (number, item) in list.items.iter().enumerate() {
            if !list.tight {
                self.sheet.gap();
            }
            let marker = list.label(number).unwrap_or_else(|| "-".to_owned()) + " ";
            self.sheet.indent(&marker, &" ".repeat(marker.len()));
            for (number, block) in item.iter().enumerate() {
                if !list.tight && number > 0 {
                    self.sheet.gap();
                }
                self.block(block);
            }
            self.sheet.outdent();
        }
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        for definition in definitions {
            self.sheet.gap();
            self.sheet.lines(&words(&definition.term));
            for meaning in &definition.meanings {
                self.sheet.indent("  ", "  ");
                for (number, block) in meaning.iter().enumerate() {
                    if number > 0 {
                        self.sheet.gap();
                    }
                    self.block(block);
                }
                self.sheet.outdent();
            }
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.sheet.lines(&words(&figure.caption));
        // „Wykres słupkowy: …” says itself what it is.
        let of_bars = matches!(figure.drawing, Drawing::Bars(_) | Drawing::Groups { .. } | Drawing::Lines(_));
        let says_so = figure.alt.starts_with(self.phrases.chart) || of_bars && figure.is_alt_made(self.lang);
        let opening = if says_so { String::new() } else { format!("{}: ", self.phrases.chart) };
        self.sheet.lines(&format!("{opening}{}", figure.alt));
        for table in figures::tables(&figure.drawing, self.lang) {
            self.sheet.gap();
            self.grid(&table, "–");
        }
    }

    fn contents(&mut self) {
        self.sheet.line(self.phrases.contents);
        let document = self.document;
        for block in &document.blocks {
            if let Block::Heading { level: level @ 1..=3, content, .. } = block {
                let indent = "  ".repeat(usize::from(*level));
                self.sheet.line(&format!("{indent}{}", crate::document::plain(content).replace('\n', " ")));
            }
        }
    }

    fn signature(&mut self, signature: &Signature) {
        let Signature { party, name, function, mandate, place_label, sign_label } = signature;
        self.sheet.gap();
        self.sheet.lines(party);
        for (words, label) in [(name, self.phrases.name), (function, self.phrases.function)] {
            if words.is_empty() {
                self.sheet.line(&format!("{DOTS} ({label})"));
            } else {
                self.sheet.lines(words);
            }
        }
        self.sheet.lines(mandate);
        for label in [place_label, sign_label] {
            self.sheet.gap();
            self.sheet.line(DOTS);
            self.sheet.lines(label);
        }
    }

    fn notes(&mut self) {
        let document = self.document;
        if document.notes.is_empty() {
            return;
        }
        self.heading(self.phrases.notes, Some('-'));
        for (index, note) in document.notes.iter().enumerate() {
            let marker = format!("[{}] ", index + 1);
            self.sheet.indent(&marker, &" ".repeat(marker.len()));
            for (number, block) in note.blocks.iter().enumerate() {
                if number > 0 {
                    self.sheet.gap();
                }
                self.block(block);
            }
            self.sheet.outdent();
        }
    }
}
