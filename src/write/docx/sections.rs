//! Pages that stand and pages that lie. In: the body's blocks. Out: sections, each with the same head and foot.

use super::Writer;
use super::paragraph::{Kind, Piece};
use crate::document::Block;
use crate::word::Page;

impl Writer<'_> {
    /// Writes the blocks, each on a page that lies as it asks for.
    pub(super) fn body(&mut self) {
        let document = self.document;
        let lies = self.lies(&document.blocks);
        let place = self.place();
        let mut at = 0;
        while at < lies.len() {
            if lies[at] != self.sideways {
                self.turn();
            }
            let place = super::blocks::Place { width: self.style.frame(self.sideways).0, ..place };
            let end = at + lies[at..].iter().take_while(|lie| **lie == lies[at]).count();
            self.each(&document.blocks, at..end, &place);
            at = end;
        }
    }

    /// Returns for each block whether its page lies. A heading, and a line that leads to a table or a chart, stand
    /// with what follows.
    fn lies(&mut self, blocks: &[Block]) -> Vec<bool> {
        let own = self.document.front.landscape;
        let width = self.style.frame(false).0;
        let mut lies: Vec<bool> = blocks
            .iter()
            .map(|block| {
                own || match block {
                    Block::Table(table) => self.columns(table, width, true).sideways,
                    Block::Figure(figure) => self.wants_width(&figure.drawing, width),
                    _ => false,
                }
            })
            .collect();
        for at in (0..blocks.len().saturating_sub(1)).rev() {
            let leads = match &blocks[at] {
                Block::Heading { .. } => true,
                Block::Paragraph(_) => {
                    let next = matches!(blocks[at + 1], Block::Table(_) | Block::Figure(_));
                    let headed = at > 0 && matches!(blocks[at - 1], Block::Heading { .. });
                    next && headed
                }
                _ => false,
            };
            if leads {
                lies[at] = lies[at + 1];
            }
        }
        lies
    }

    /// Ends the section and turns the page.
    fn turn(&mut self) {
        if !self.out.is_empty() {
            let properties = self.section();
            self.close(&properties);
            self.is_first_closed = true;
            // The next section starts a page by itself.
            self.breaks = false;
        }
        self.sideways = !self.sideways;
        self.is_ever_sideways |= self.sideways;
    }

    /// Puts the end of a section into the last paragraph.
    fn close(&mut self, properties: &str) {
        let is_paragraph = self.out.last().is_some_and(|piece| piece.kind == Kind::Paragraph);
        if !is_paragraph || self.breaks {
            self.spacer();
        }
        if let Some(Piece { markup, .. }) = self.out.last_mut()
            && let Some(end) = markup.find("</w:pPr>")
        {
            markup.insert_str(end, properties);
        }
    }

    /// Returns the properties of the section in hand.
    fn section(&self) -> String {
        let is_first = !self.is_first_closed;
        let mut out = format!("<w:sectPr>{}", self.references(is_first));
        let (width, height) = self.style.page(self.sideways);
        let lies = if self.sideways { " w:orient=\"landscape\"" } else { "" };
        let Page { margins: [top, right, bottom, left], running: [head, foot], gutter, .. } =
            self.style.sheet();
        out += &format!(
            "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{lies}/>\
             <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"{head}\" \
             w:footer=\"{foot}\" w:gutter=\"{gutter}\"/><w:cols w:space=\"708\"/>",
        );
        if is_first && self.is_first_apart() {
            out.push_str("<w:titlePg/>");
        }
        out + "</w:sectPr>"
    }

    /// Returns the body's markup, the last section closed.
    pub(super) fn finished(&mut self) -> String {
        if self.breaks || self.out.last().is_none_or(|piece| piece.kind != Kind::Paragraph) {
            self.breaks = false;
            self.spacer();
        }
        let mut body: String = std::mem::take(&mut self.out).into_iter().map(|piece| piece.markup).collect();
        body.push_str(&self.section());
        body
    }
}
