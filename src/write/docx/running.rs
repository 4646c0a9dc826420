//! What stands at the head and the foot of pages. In: the title, the look. Out: parts.

use super::Writer;
use super::inlines::{Run, field};
use super::paragraph::Paragraph;
use super::xml::{DECLARATION, NAMESPACES};

impl Writer<'_> {
    /// Returns the head of every page but the first.
    pub(super) fn header(&self) -> String {
        let words = match self.style.look.header.trim() {
            "" => &self.document.title,
            header => header,
        };
        let runs = self.run(words, Run::default());
        let paragraph = Paragraph::of("Header").properties(false);
        format!("{DECLARATION}<w:hdr {NAMESPACES}><w:p>{paragraph}{runs}</w:p></w:hdr>")
    }

    /// Returns the foot of pages that stand, or of those that lie: what the paper is, and which page of how many.
    pub(super) fn footer(&self, sideways: bool) -> String {
        let parts = [self.style.look.footer.trim(), self.document.front.edition.trim()];
        let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let [page, of] = self.phrases.pages;
        let mut runs = self.run(&words, Run::default());
        runs += &self.run(&format!("\t{page} "), Run::default());
        runs += &field("PAGE", "1", "");
        runs += &self.run(&format!(" {of} "), Run::default());
        runs += &field("NUMPAGES", "1", "");
        let right = self.style.frame(sideways).0;
        format!(
            "{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs><w:tab w:val=\"right\" \
             w:pos=\"{right}\"/></w:tabs></w:pPr>{runs}</w:p></w:ftr>"
        )
    }
}
