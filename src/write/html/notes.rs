//! The footnotes. In: a document's notes. Out: a section with a way back to each reference.

use super::Page;
use crate::document::Block;

pub(super) fn reference_id(index: usize, count: usize) -> String {
    match count {
        0 | 1 => format!("pakt:ref-{}", index + 1),
        _ => format!("pakt:ref-{}-{count}", index + 1),
    }
}

impl Page<'_> {
    pub(super) fn notes(&mut self) {
        let notes = &self.document.notes;
        if notes.is_empty() {
            return;
        }
        // Notes may refer to one another: all are written before the ways back are counted.
        let bodies: Vec<(String, String)> = notes.iter().map(|note| self.note(&note.blocks)).collect();
        self.push("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"pakt:notes\">\n");
        let level = char::from(b'1' + self.shift);
        self.push(&format!("<h{level} id=\"pakt:notes\">"));
        self.text(self.phrases.notes);
        self.push(&format!("</h{level}>\n<ol>\n"));
        for (index, (body, last)) in bodies.iter().enumerate() {
            self.push(&format!("<li id=\"pakt:note-{}\">", index + 1));
            self.push(body);
            let paragraph = !last.is_empty();
            if paragraph {
                self.push("<p>");
                self.push(last);
            }
            self.ways_back(index);
            self.push(if paragraph { "</p></li>\n" } else { "</li>\n" });
        }
        self.push("</ol>\n</section>\n");
    }

    /// Returns the note, its last paragraph apart so that the way back can stand in its line.
    fn note(&mut self, blocks: &[Block]) -> (String, String) {
        let before = std::mem::take(&mut self.out);
        let last = match blocks.split_last() {
            Some((Block::Paragraph(last), rest)) => {
                self.blocks(rest);
                let body = std::mem::take(&mut self.out);
                self.inlines(last);
                std::mem::replace(&mut self.out, body)
            }
            _ => {
                self.blocks(blocks);
                String::new()
            }
        };
        (std::mem::replace(&mut self.out, before), last)
    }

    fn ways_back(&mut self, index: usize) {
        let count = self.references.get(index).copied().unwrap_or_default();
        for number in 1..=count {
            self.push(" <a class=\"back\" role=\"doc-backlink\"");
            self.attribute("href", &format!("#{}", reference_id(index, number)));
            let nth = if count > 1 { format!(" ({number})") } else { String::new() };
            self.attribute("aria-label", &format!("{} {}{nth}", self.phrases.back, index + 1));
            self.push(">↩</a>");
        }
    }
}
