//! Text for a field of an application portal, which strips all formatting. In: `Document`. Out: bare text.
//!
//! Nothing stands in it but words, line breaks, dashes and numbers of lists: a heading is a line of its
//! own after an empty one, a table gives a line a row, a footnote stands in brackets where it is
//! referred to. No line ends in a space, no break ends the text, and no two spaces follow each other.

mod line;
mod tables;

use super::figures;
use super::phrases::{Phrases, phrases};
use crate::document::{Block, Definition, Document, Figure, List, NoteId, plain};
use crate::lang::Lang;

/// Returns the text of the body; the title page is none of a field's.
pub fn paste(document: &Document) -> String {
    let phrases = phrases(document.lang);
    let mut writer =
        Writer { document, phrases, lang: document.lang, sheet: Sheet::default(), cited: None, closed: None };
    writer.blocks(&document.blocks, "");
    writer.sheet.out
}

struct Writer<'d> {
    document: &'d Document,
    phrases: &'static Phrases,
    lang: Lang,
    sheet: Sheet,
    /// The source named last.
    cited: Option<NoteId>,
    /// How long the line was when a source's brackets closed.
    closed: Option<usize>,
}

/// Lines as they grow.
#[derive(Default)]
struct Sheet {
    out: String,
    /// Whether a line is left empty before the next one.
    gap: bool,
}

impl Sheet {
    /// Adds lines, the first one after a marker; lines without words are left out.
    fn add(&mut self, marker: &str, words: &str) {
        let mut marker = marker;
        for line in words.lines() {
            let line = tidy(line);
            if line.is_empty() {
                continue;
            }
            if !self.out.is_empty() {
                self.out.push_str(if self.gap { "\n\n" } else { "\n" });
            }
            self.gap = false;
            self.out.push_str(marker);
            self.out.push_str(&line);
            marker = "";
        }
    }

    /// Leaves a line empty before what follows.
    fn gap(&mut self) {
        self.gap = true;
    }
}

/// Returns a line with plain spaces and hyphens, one at a time: what a portal counts and shows the same.
fn tidy(line: &str) -> String {
    let mut tidy = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            letter if letter.is_whitespace() => {
                if !tidy.is_empty() && !tidy.ends_with(' ') {
                    tidy.push(' ');
                }
            }
            '\u{2011}' => tidy.push('-'),
            // Soft hyphens and joints of no width are counted by a portal and seen by nobody.
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            letter => tidy.push(letter),
        }
    }
    tidy.truncate(tidy.trim_end_matches(' ').len());
    tidy
}

/// Tells whether a block opens with words beside which a marker may stand.
fn is_words(block: &Block) -> bool {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => !tidy(&plain(content)).is_empty(),
        Block::Code { text, .. } => !tidy(text).is_empty(),
        Block::Quote(inner) => inner.first().is_some_and(is_words),
        _ => false,
    }
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], marker: &str) {
        let mut marker = marker;
        for block in blocks {
            let before = self.sheet.out.len();
            self.block(block, marker);
            if self.sheet.out.len() > before {
                marker = "";
            }
        }
    }

    fn block(&mut self, block: &Block, marker: &str) {
        match block {
            Block::Heading { content, .. } => {
                self.sheet.gap();
                let words = self.line(content);
                self.sheet.add(marker, &words);
            }
            Block::Paragraph(content) => {
                let words = self.line(content);
                self.sheet.add(marker, &words);
            }
            Block::List(list) => self.list(list, marker),
            Block::Quote(inner) => self.blocks(inner, marker),
            Block::Code { text, .. } => self.sheet.add(marker, text),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Divider => self.sheet.gap(),
            Block::PageBreak(_) | Block::Contents | Block::Signatures(_) => {}
        }
    }

    /// Writes a list; one inside another has longer dashes, for a portal keeps no indents.
    fn list(&mut self, list: &List, outer: &str) {
        for (number, item) in list.items.iter().enumerate() {
            let marker = match list.label(number) {
                Some(label) => label + " ",
                None if outer.is_empty() => "- ".to_owned(),
                None => "– ".to_owned(),
            };
            let mut first = marker.as_str();
            // A number is part of the text: where no words stand beside it, it stands alone.
            if list.start.is_some() && !item.first().is_some_and(is_words) {
                self.sheet.add("", marker.trim_end());
                first = "";
            }
            for block in item {
                match block {
                    Block::List(inner) => self.list(inner, &marker),
                    block => self.block(block, first),
                }
                first = "";
            }
        }
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        for definition in definitions {
            let term = tidy(&self.line(&definition.term).replace('\n', " "));
            if definition.meanings.is_empty() {
                self.sheet.add("", &term);
            }
            for meaning in &definition.meanings {
                if meaning.first().is_some_and(is_words) {
                    self.blocks(meaning, &format!("{term}: "));
                } else {
                    self.sheet.add("", &format!("{term}:"));
                    self.blocks(meaning, "");
                }
            }
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let caption = self.line(&figure.caption);
        self.sheet.add("", &caption);
        self.sheet.add("", &figure.alt);
        for table in figures::tables(&figure.drawing, self.lang) {
            self.table(&table);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    fn pasted(markdown: &str) -> String {
        let body = markdown::read_in(markdown, Lang::Pl);
        paste(&Document { blocks: body.blocks, notes: body.notes, ..Document::default() })
    }

    #[test]
    fn no_markup_is_left() {
        assert_eq!(
            pasted(
                "***\n\n# Cel\n\n**Praca**  dla *ludzi* i `kod`, ~~nie~~ [strona](https://a.pl).\n\n> Cytat\n\n***\n\n## Dalej\n\nb\n\n***"
            ),
            "Cel\nPraca dla ludzi i kod, strona (https://a.pl).\nCytat\n\nDalej\nb"
        );
    }

    #[test]
    fn lists_have_dashes_and_numbers_and_no_indents() {
        assert_eq!(pasted("- a\n- b\n  - c\n\n    d\n\n3. e\n4. f"), "- a\n- b\n– c\nd\n3. e\n4. f");
        // An item that opens with another list or a table keeps its number.
        assert_eq!(pasted("1. - a\n2. | b |\n   |---|\n   | c |\n"), "1.\n– a\n2.\n- b: c");
    }

    #[test]
    fn a_term_is_said_before_whatever_explains_it() {
        assert_eq!(
            pasted("Cel\n: Praca\n\nGrupa\n: - kobiety\n  - mężczyźni\n\nPlan\n: > - staż\n"),
            "Cel: Praca\nGrupa:\n- kobiety\n- mężczyźni\nPlan:\n- staż"
        );
    }

    #[test]
    fn a_table_is_a_line_a_row() {
        assert_eq!(
            pasted(
                "{caption rows} Grupy\n\n| Grupa | Ogółem | K |\n|---|---:|---:|\n| T1 | 120 | |\n| T2 | 60<br>brutto | 33 |\n"
            ),
            "Grupy:\n- T1 – Ogółem: 120\n- T2 – Ogółem: 60, brutto; K: 33"
        );
        assert_eq!(pasted("| a | b |\n|---|---|\n| 1 | 2 |\n"), "- a: 1; b: 2");
    }

    #[test]
    fn a_source_stands_where_it_is_cited() {
        assert_eq!(
            pasted(
                "Stopa 19,1%[^E1], liczba 5[^E1] i 6[^E2][^E3].\n\n[^E1]: GUS, BDL.\n\n[^E2]: PUP (dane), 2025 r.\n\n[^E3]: WUP"
            ),
            "Stopa 19,1% (źródło: GUS, BDL), liczba 5 (źródło: jw.) i 6 (źródło: PUP (dane), 2025 r.; WUP)."
        );
    }

    #[test]
    fn signs_a_portal_counts_and_nobody_sees_go() {
        assert_eq!(
            pasted("w\u{a0}powiecie  gospo\u{ad}darka \u{200b}A\u{2011}B "),
            "w powiecie gospodarka A-B"
        );
    }
}
