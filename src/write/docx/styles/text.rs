//! Styles of running text: paragraphs, headings, lists, clauses. In: a look. Out: entries.

use super::{Entry, FIXED, MAJOR, Sheet, Whose, entry};
use crate::write::docx::headings::UNNUMBERED;
use crate::write::docx::numbering::{CLAUSES, Headings, bound};
use crate::write::docx::paragraph::SPACER;
use crate::write::docx::style::hex;
use crate::write::pdf::style::Justify;

impl Sheet<'_> {
    pub(super) fn text(&self) -> Vec<Entry> {
        let colours = self.style.look.colours;
        let both = match self.style.look.justify {
            Justify::Full => "<w:jc w:val=\"both\"/>",
            Justify::Ragged => "",
        };
        let body = format!("<w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/>{both}");
        // Where paragraphs of the file that gives the look keep apart by themselves, they stand as they do there.
        let is_spaced = self.style.brand.as_ref().is_some_and(|brand| brand.is_spaced);
        let body = if is_spaced { "" } else { &*body };
        let bar = format!(
            "<w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"{}\"/></w:pBdr><w:spacing w:after=\"120\" \
             w:line=\"264\" w:lineRule=\"auto\"/>",
            hex(colours.rule)
        );
        let code = format!(
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/><w:suppressAutoHyphens/><w:spacing w:before=\"80\" \
             w:after=\"160\"/>",
            hex(colours.tint)
        );
        let fixed = format!("{FIXED}{}", self.letters(self.style.look.sizes.table, &hex(colours.ink)));
        vec![
            entry("BodyText", "Body Text", Whose::Word, ["Normal", "BodyText"], body, ""),
            entry("Quote", "Quote", Whose::Word, ["Normal", "BodyText"], &bar, ""),
            entry(
                "HTMLPreformatted",
                "HTML Preformatted",
                Whose::Word,
                ["Normal", "BodyText"],
                &code,
                &fixed,
            ),
            entry(
                "DefinitionTerm",
                "Definition Term",
                Whose::Ours,
                ["Normal", "BodyText"],
                "<w:keepNext/><w:spacing w:before=\"80\" w:after=\"20\"/>",
                "",
            ),
            entry(
                "Divider",
                "Divider",
                Whose::Ours,
                ["Normal", "BodyText"],
                "<w:spacing w:after=\"240\"/>",
                "",
            ),
            entry(
                "Figure",
                "Chart",
                Whose::Ours,
                ["Normal", "BodyText"],
                "<w:spacing w:before=\"60\" w:after=\"220\"/>",
                "",
            ),
            entry(
                SPACER,
                "Spacer",
                Whose::Ours,
                ["Normal", "BodyText"],
                "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>",
                "<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>",
            ),
        ]
    }

    pub(super) fn headings(&self, kind: Option<Headings>) -> Vec<Entry> {
        const NAMES: [(&str, &str); 6] = [
            ("Heading1", "heading 1"),
            ("Heading2", "heading 2"),
            ("Heading3", "heading 3"),
            ("Heading4", "heading 4"),
            ("Heading5", "heading 5"),
            ("Heading6", "heading 6"),
        ];
        let accent = hex(self.style.look.colours.accent);
        let sizes = self.style.look.sizes.headings;
        let entries = NAMES.iter().enumerate().map(|(at, (id, name))| {
            let number = if at == 0 && kind.is_some() { bound(0) } else { String::new() };
            let [before, after] = [[480, 180], [360, 130], [280, 100], [240, 80]][at.min(3)];
            let paragraph = format!(
                "<w:keepNext/><w:keepLines/>{number}<w:suppressAutoHyphens/><w:spacing w:before=\"{before}\" \
                 w:after=\"{after}\"/><w:outlineLvl w:val=\"{at}\"/>"
            );
            let run = format!("{MAJOR}<w:b/><w:bCs/>{}", self.letters(sizes[at.min(3)], &accent));
            entry(id, name, Whose::Word, ["Normal", "BodyText"], &paragraph, &run)
        });
        let title = format!("{MAJOR}<w:b/><w:bCs/>{}", self.letters(sizes[0], &accent));
        let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr><w:ind w:left=\"0\" w:firstLine=\"0\"/>";
        let plain =
            entry(UNNUMBERED, "Heading 1 Unnumbered", Whose::Ours, ["Heading1", "BodyText"], none, "");
        let over = "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before=\"240\" w:after=\"180\"/>";
        let mut entries: Vec<Entry> = entries.collect();
        entries.extend(kind.map(|_| plain));
        entries.push(entry("TOCHeading", "TOC Heading", Whose::Word, ["Normal", "BodyText"], over, &title));
        for (at, (id, name)) in
            [("TOC1", "toc 1"), ("TOC2", "toc 2"), ("TOC3", "toc 3")].into_iter().enumerate()
        {
            let (left, before) = (at * 340 + 340, if at == 0 { 110 } else { 0 });
            let paragraph = format!(
                "<w:suppressAutoHyphens/><w:spacing w:before=\"{before}\" w:after=\"30\"/><w:ind w:left=\"{left}\" \
                 w:right=\"340\" w:hanging=\"340\"/>"
            );
            let run = if at == 0 { "<w:b/><w:bCs/>" } else { "" };
            entries.push(entry(id, name, Whose::Word, ["Normal", "Normal"], &paragraph, run));
        }
        entries
    }

    pub(super) fn lists(&self) -> Vec<Entry> {
        const NAMES: [(&str, &str); 11] = [
            ("ListBullet", "List Bullet"),
            ("ListBullet2", "List Bullet 2"),
            ("ListBullet3", "List Bullet 3"),
            ("ListBullet4", "List Bullet 4"),
            ("ListBullet5", "List Bullet 5"),
            ("ListNumber", "List Number"),
            ("ListNumber2", "List Number 2"),
            ("ListNumber3", "List Number 3"),
            ("ListNumber4", "List Number 4"),
            ("ListNumber5", "List Number 5"),
            ("ListContinue", "List Continue"),
        ];
        let own = |(id, name): &(&'static str, &'static str)| {
            entry(id, name, Whose::Word, ["BodyText", id], "<w:spacing w:after=\"60\"/>", "")
        };
        NAMES.iter().map(own).collect()
    }

    pub(super) fn clauses(&self, names: [&'static str; 4]) -> Vec<Entry> {
        let own = CLAUSES.into_iter().zip(names).enumerate().map(|(at, (id, name))| {
            let paragraph =
                format!("{}<w:spacing w:after=\"{}\"/>", bound(at + 1), if at == 0 { 120 } else { 60 });
            entry(id, name, Whose::Ours, ["BodyText", id], &paragraph, "")
        });
        own.collect()
    }
}
