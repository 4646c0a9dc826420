//! Styles of words and of tables. In: a look. Out: markup.

use super::{FIXED, Made, Sheet, Whose};
use crate::write::docx::style::hex;
use crate::write::docx::widths::SIDE;

impl Sheet<'_> {
    pub(super) fn characters(&self) -> Vec<Made> {
        let colours = self.style.look.colours;
        let dim = format!("<w:color w:val=\"{}\"/>", self.muted());
        let link = format!("<w:color w:val=\"{}\"/><w:u w:val=\"single\"/>", hex(colours.link));
        let gap = format!(
            "<w:color w:val=\"{}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>",
            hex(colours.gap),
            hex(colours.gap_ground)
        );
        [
            ("FootnoteReference", "footnote reference", Whose::Word, "<w:vertAlign w:val=\"superscript\"/>"),
            ("Hyperlink", "Hyperlink", Whose::Word, &link),
            ("HTMLCode", "HTML Code", Whose::Word, FIXED),
            ("Gap", "Gap", Whose::Ours, &gap),
            ("Muted", "Muted", Whose::Ours, &dim),
        ]
        .map(|(id, name, whose, run)| {
            let custom = if whose == Whose::Ours { " w:customStyle=\"1\"" } else { "" };
            let markup = format!(
                "<w:style w:type=\"character\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn \
                 w:val=\"DefaultParagraphFont\"/><w:rPr>{run}</w:rPr></w:style>"
            );
            Made::new("character", [id, name], whose, markup)
        })
        .into()
    }

    pub(super) fn tables(&self) -> Vec<Made> {
        let colours = self.style.look.colours;
        let (rule, accent, head) = (hex(colours.rule), hex(colours.accent), hex(colours.head));
        let line = |side: &str, width: u32, colour: &str| {
            format!("<w:{side} w:val=\"single\" w:sz=\"{width}\" w:space=\"0\" w:color=\"{colour}\"/>")
        };
        let margins = |vertical: u32, side: i32| {
            format!(
                "<w:tblCellMar><w:top w:w=\"{vertical}\" w:type=\"dxa\"/><w:left w:w=\"{side}\" w:type=\"dxa\"/><w:bottom \
                 w:w=\"{vertical}\" w:type=\"dxa\"/><w:right w:w=\"{side}\" w:type=\"dxa\"/></w:tblCellMar>"
            )
        };
        let style = |id: &'static str, name: &'static str, properties: &str, parts: &str| {
            let markup = format!(
                "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn \
                 w:val=\"TableNormal\"/><w:tblPr>{properties}</w:tblPr>{parts}</w:style>"
            );
            Made::new("table", [id, name], Whose::Ours, markup)
        };
        let borders = format!(
            "<w:tblBorders>{}{}{}</w:tblBorders>",
            line("top", 4, &rule),
            line("bottom", 4, &rule),
            line("insideH", 4, &rule)
        );
        let first = format!(
            "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>{}</w:tcBorders><w:shd \
             w:val=\"clear\" w:color=\"auto\" w:fill=\"{head}\"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type=\"firstCol\">\
             <w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>",
            line("bottom", 8, &accent)
        );
        vec![
            style("PaktTable", "Pakt Table", &format!("{borders}{}", margins(50, SIDE)), &first),
            style("PaktPlain", "Pakt Plain", &margins(0, 0), ""),
        ]
    }
}
