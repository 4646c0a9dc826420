//! The table of contents. In: the headings. Out: entries that lead to them, in a field that Word need not fill.
//!
//! No page numbers: only Word knows on which page its fonts put a heading, and a field that asks it to look makes it ask the
//! reader first. Whoever wants them presses F9.

use super::Writer;
use super::inlines::Run;
use super::paragraph::{Kind, Paragraph, Piece};

/// The deepest level of headings that is listed.
const DEPTH: u8 = 3;

impl Writer<'_> {
    /// Writes the contents, under a title of their own unless a heading stands over them.
    pub(super) fn contents(&mut self, headed: bool) {
        let entries = self.listed(DEPTH);
        if entries.is_empty() {
            return;
        }
        let title = self.phrases.contents;
        let markup = self.apart_keeping_breaks(|writer| {
            if !headed {
                writer.plain(title, &Paragraph::of("TOCHeading"));
            }
            let last = entries.len() - 1;
            for (at, (level, bookmark, words)) in entries.iter().enumerate() {
                let mut runs = String::new();
                if at == 0 {
                    runs += &format!(
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \
                         \\o \"1-{DEPTH}\" \\n \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar \
                         w:fldCharType=\"separate\"/></w:r>"
                    );
                }
                let said = writer.run(words, Run::default());
                runs += &format!("<w:hyperlink w:anchor=\"{bookmark}\" w:history=\"1\">{said}</w:hyperlink>");
                if at == last {
                    runs.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
                }
                writer.paragraph(&Paragraph::of(format!("TOC{level}")), &runs);
            }
        });
        let markup = format!(
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>\
             </w:docPartObj></w:sdtPr><w:sdtContent>{markup}</w:sdtContent></w:sdt>"
        );
        self.out.push(Piece { markup, kind: Kind::Block });
    }

    /// Writes something apart from the body whose first paragraph may start a page.
    fn apart_keeping_breaks(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let breaks = std::mem::take(&mut self.breaks);
        self.apart(|writer| {
            writer.breaks = breaks;
            write(writer);
        })
    }
}
