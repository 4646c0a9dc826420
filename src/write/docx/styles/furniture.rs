//! Styles of what stands round the text: cells, captions, notes, the title page, places to sign. In: a look. Out: entries.

use super::{Entry, MAJOR, Sheet, Whose, entry};
use crate::write::docx::signatures::GUTTER;
use crate::write::docx::style::hex;

impl Sheet<'_> {
    pub(super) fn small(&self) -> Vec<Entry> {
        let (sizes, colours) = (self.style.look.sizes, self.style.look.colours);
        let ink = hex(colours.ink);
        let table = self.letters(sizes.table, &ink);
        let head = format!("<w:b/><w:bCs/>{}", self.letters(sizes.table, &ink));
        let caption = format!("<w:b/><w:bCs/>{}", self.letters(sizes.small + 0.7, &self.muted()));
        let note = self.letters(sizes.small, &ink);
        let running = self.letters(sizes.small, &self.muted());
        let line = format!(
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"{}\"/></w:pBdr><w:suppressAutoHyphens/>\
             <w:jc w:val=\"right\"/>",
            hex(colours.rule)
        );
        let cell = "<w:spacing w:after=\"20\"/>";
        let own = |id, name, whose, paragraph: &str, run: &str| {
            entry(id, name, whose, ["Normal", id], paragraph, run)
        };
        vec![
            own("TableText", "Table Text", Whose::Ours, cell, &table),
            own("TableHead", "Table Head", Whose::Ours, &format!("<w:suppressAutoHyphens/>{cell}"), &head),
            own(
                "Caption",
                "caption",
                Whose::Word,
                "<w:keepNext/><w:suppressAutoHyphens/><w:spacing w:before=\"240\" w:after=\"100\"/>",
                &caption,
            ),
            own("FootnoteText", "footnote text", Whose::Word, "<w:spacing w:after=\"30\"/>", &note),
            own("Header", "header", Whose::Word, &line, &running),
            own("Footer", "footer", Whose::Word, "<w:suppressAutoHyphens/>", &running),
        ]
    }

    pub(super) fn front(&self) -> Vec<Entry> {
        let (sizes, colours) = (self.style.look.sizes, self.style.look.colours);
        let title = format!("{MAJOR}<w:b/><w:bCs/>{}", self.letters(sizes.title, &hex(colours.accent)));
        let under = self.letters(sizes.title * 0.56, &self.muted());
        let ground = hex(colours.gap_ground);
        let sides = ["top", "left", "bottom", "right"]
            .map(|side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"{ground}\"/>"))
            .concat();
        let notice = format!(
            "<w:pBdr>{sides}</w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{ground}\"/><w:spacing w:before=\"280\" \
             w:after=\"160\"/><w:ind w:left=\"100\" w:right=\"100\"/>"
        );
        let dim = format!("<w:color w:val=\"{}\"/>", self.muted());
        let over = "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>";
        let own = |id, name, whose, paragraph: &str, run: &str| {
            entry(id, name, whose, ["Normal", "BodyText"], paragraph, run)
        };
        vec![
            own("Marks", "Logos", Whose::Ours, "<w:spacing w:after=\"320\"/>", ""),
            own(
                "Title",
                "Title",
                Whose::Word,
                &format!("{over}<w:spacing w:before=\"120\" w:after=\"160\"/>"),
                &title,
            ),
            own("Subtitle", "Subtitle", Whose::Word, &format!("{over}<w:spacing w:after=\"280\"/>"), &under),
            own(
                "Fact",
                "Fact",
                Whose::Ours,
                "<w:suppressAutoHyphens/><w:spacing w:before=\"40\" w:after=\"40\"/>",
                "",
            ),
            own(
                "Author",
                "Author",
                Whose::Ours,
                "<w:suppressAutoHyphens/><w:spacing w:before=\"60\"/>",
                "<w:b/><w:bCs/>",
            ),
            own("Date", "Date", Whose::Word, "<w:spacing w:before=\"160\"/>", &dim),
            own("Notice", "Notice", Whose::Ours, &notice, ""),
        ]
    }

    pub(super) fn signatures(&self) -> Vec<Entry> {
        let (sizes, colours) = (self.style.look.sizes, self.style.look.colours);
        let apart =
            format!("<w:suppressAutoHyphens/><w:spacing w:after=\"30\"/><w:ind w:right=\"{GUTTER}\"/>");
        let line = format!(
            "<w:pBdr><w:top w:val=\"dotted\" w:sz=\"8\" w:space=\"2\" w:color=\"{}\"/></w:pBdr>{apart}",
            hex(colours.ink)
        );
        let small = self.letters(sizes.small, &self.muted());
        let own = |id, name, paragraph: &str, run: &str| {
            entry(id, name, Whose::Ours, ["Normal", id], paragraph, run)
        };
        vec![
            own("SignatureParty", "Signature Party", &apart, "<w:b/><w:bCs/>"),
            own("SignatureText", "Signature Text", &apart, ""),
            own("SignatureBasis", "Signature Basis", &apart, &small),
            own("SignatureLine", "Signature Line", &line, &small),
        ]
    }
}
