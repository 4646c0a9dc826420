//! The body's blocks. In: `Block`s. Out: flow content.

use super::Page;
use crate::document::{Block, Figure, List, Numbering, Numerals, Signature, Within, plain};
use crate::write::{chart, figures};

/// The deepest level of headings in a table of contents.
const CONTENTS_DEPTH: u8 = 3;

impl Page<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, id, content } => {
                let level = level + self.shift;
                // HTML ends at h6.
                let (open, close) = match level {
                    1..=6 => (format!("h{level}"), format!("h{level}")),
                    _ => (format!("div class=\"h\" role=\"heading\" aria-level=\"{level}\""), "div".into()),
                };
                self.push(&format!("<{open}"));
                self.attribute("id", id);
                self.push(">");
                self.inlines(content);
                self.push(&format!("</{close}>\n"));
            }
            Block::Paragraph(line) => {
                self.push("<p>");
                self.inlines(line);
                self.push("</p>\n");
            }
            Block::List(list) => self.list(list),
            Block::Quote(inner) => {
                self.push("<blockquote>\n");
                self.blocks(inner);
                self.push("</blockquote>\n");
            }
            Block::Code { info, text } => self.code(info, text),
            Block::Definitions(definitions) => {
                self.push("<dl>\n");
                for definition in definitions {
                    self.push("<dt>");
                    self.inlines(&definition.term);
                    self.push("</dt>\n");
                    for meaning in &definition.meanings {
                        self.push("<dd>");
                        self.close_blocks(meaning);
                        self.push("</dd>\n");
                    }
                }
                self.push("</dl>\n");
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Divider => self.push("<hr>\n"),
            // Nothing to hear or see on a screen; the style sheet breaks the page.
            Block::PageBreak(_) => self.push("<div class=\"page\"></div>\n"),
            Block::Contents => self.contents(),
            Block::Signatures(signatures) => self.signatures(signatures),
        }
    }

    fn list(&mut self, list: &List) {
        self.push(if list.start.is_some() { "<ol" } else { "<ul" });
        if let Some(start) = list.start.filter(|start| *start != 1) {
            self.attribute("start", &start.to_string());
        }
        if list.start.is_some() {
            self.numbering(list.numbering);
        }
        self.push(">\n");
        for item in &list.items {
            self.push("<li>");
            if list.tight {
                self.close_blocks(item);
            } else if !item.is_empty() {
                self.push("\n");
                self.blocks(item);
            }
            self.push("</li>\n");
        }
        self.push(if list.start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    /// Says how a list is numbered: what counts as an attribute, what stands around it as a class.
    fn numbering(&mut self, numbering: Numbering) {
        let by = match numbering.by {
            Numerals::Digits => "1",
            Numerals::Letters => "a",
            Numerals::Capitals => "A",
            Numerals::Roman => "i",
            Numerals::RomanCapitals => "I",
        };
        let within = match numbering.within {
            Within::Stop => "",
            Within::Bracket => "bracket",
            Within::Brackets => "brackets",
            Within::Dash => "dash",
        };
        if by != "1" {
            self.attribute("type", by);
        }
        if !within.is_empty() {
            self.attribute("class", within);
        }
    }

    /// Writes blocks whose paragraphs are bare lines.
    fn close_blocks(&mut self, blocks: &[Block]) {
        for (number, block) in blocks.iter().enumerate() {
            if number > 0 && !self.out.ends_with('\n') {
                self.push("\n");
            }
            match (block, blocks.get(number + 1)) {
                // Two bare lines in a row would run together.
                (Block::Paragraph(line), next) if !matches!(next, Some(Block::Paragraph(_))) => {
                    self.inlines(line);
                }
                _ => self.block(block),
            }
        }
    }

    fn code(&mut self, info: &str, text: &str) {
        self.push("<pre tabindex=\"0\"");
        self.attribute("aria-label", self.phrases.code);
        self.push("><code");
        if let Some(language) = info.split_ascii_whitespace().next() {
            self.attribute("class", &format!("language-{language}"));
        }
        self.push(">");
        self.text(text);
        self.push(if text.is_empty() { "</code></pre>\n" } else { "\n</code></pre>\n" });
    }

    fn figure(&mut self, figure: &Figure) {
        self.charts += 1;
        let number = self.charts;
        self.push("<figure>\n");
        if !figure.caption.is_empty() {
            self.push("<figcaption>");
            self.inlines(&figure.caption);
            self.push("</figcaption>\n");
        }
        self.push("<div class=\"drawing\" role=\"region\" tabindex=\"0\"");
        self.attribute("aria-label", &format!("{} {number}", self.phrases.chart));
        self.push(">\n");
        self.push(&chart::svg(figure, &format!("pakt:chart-{number}"), self.lang));
        self.push("</div>\n<details>\n");
        self.element("summary", self.phrases.chart_data);
        self.push("\n");
        for table in figures::tables(&figure.drawing, self.lang) {
            self.table(&table);
        }
        self.push("</details>\n");
        self.push("</figure>\n");
    }

    fn contents(&mut self) {
        let document = self.document;
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, id, content } if *level <= CONTENTS_DEPTH => Some((*level, id, content)),
            _ => None,
        });
        self.push("<nav class=\"contents\" aria-labelledby=\"pakt:contents\">\n");
        self.element("p id=\"pakt:contents\"", self.phrases.contents);
        self.push("\n<ul>\n");
        for (level, id, content) in headings {
            self.push(&format!("<li class=\"level-{level}\"><a"));
            self.attribute("href", &format!("#{id}"));
            self.push(">");
            self.text(&plain(content));
            self.push("</a></li>\n");
        }
        self.push("</ul>\n</nav>\n");
    }

    fn signatures(&mut self, signatures: &[Signature]) {
        self.push("<div class=\"signatures\">\n");
        for Signature { party, name, function, mandate, place_label, sign_label } in signatures {
            self.push("<div class=\"signature\">\n");
            self.element("p class=\"party\"", party);
            for (words, label) in [(name, self.phrases.name), (function, self.phrases.function)] {
                if words.is_empty() {
                    self.element("p class=\"line\"", label);
                } else {
                    self.element("p", words);
                }
                self.push("\n");
            }
            if !mandate.is_empty() {
                self.element("p", mandate);
                self.push("\n");
            }
            self.element("p class=\"line\"", place_label);
            self.element("p class=\"line\"", sign_label);
            self.push("</div>\n");
        }
        self.push("</div>\n");
    }
}
