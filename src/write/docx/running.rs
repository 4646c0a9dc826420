//! What stands at the head and the foot of pages. In: the title, the look. Out: parts.

use super::Writer;
use super::inlines::{Run, field};
use super::paragraph::Paragraph;
use super::xml::{DECLARATION, NAMESPACES};

impl Writer<'_> {
    /// Tells whether the first page has a head and a foot of its own, or none.
    pub(super) fn is_first_apart(&self) -> bool {
        let brand = self.style.brand.as_ref().filter(|brand| !brand.running.is_empty());
        brand.is_none_or(|brand| brand.is_first_apart)
    }

    /// Returns what says of a section which head and foot it has: those of the file whose look is taken, where it has any.
    pub(super) fn references(&self, is_first: bool) -> String {
        let mut out = String::new();
        let mut refer = |what: &str, which: &str, id: &str| {
            out += &format!("<w:{what}Reference w:type=\"{which}\" r:id=\"{id}\"/>");
        };
        let foot = if self.sideways { "rIdFootWide" } else { "rIdFoot" };
        for (what, own) in [("header", "rIdHead"), ("footer", foot)] {
            match &self.style.brand {
                Some(brand) if brand.has(what) => {
                    let running =
                        brand.running.iter().enumerate().filter(|(_, running)| running.what == what);
                    running.for_each(|(at, running)| refer(what, &running.which, &super::brand::id(at)));
                }
                _ => {
                    refer(what, "default", own);
                    if what == "footer" && is_first && self.is_first_apart() && !self.has_cover() {
                        refer(what, "first", own);
                    }
                }
            }
        }
        out
    }

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
