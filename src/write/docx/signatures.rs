//! Places to sign, two side by side. In: `Signature`s. Out: tables that no page break cuts.

use super::Writer;
use super::blocks::Place;
use super::paragraph::{Paragraph, SPACER};
use super::xml::escaped;
use crate::document::Signature;

/// The white space between two places side by side, in twentieths of a point.
pub(super) const GUTTER: i32 = 560;

/// The least width that two places side by side need.
const WIDE: i32 = 6_000;

/// White space above places to sign.
const APART: i32 = 320;

/// How high the lines to write on stand over what is above them.
const ROOM: [u32; 2] = [760, 960];

impl Writer<'_> {
    pub(super) fn signatures(&mut self, signatures: &[Signature], place: &Place) {
        let width = place.width - place.indent;
        let two = signatures.len() > 1 && width >= WIDE;
        for pair in signatures.chunks(if two { 2 } else { 1 }) {
            let markup = self.places(pair, if width >= WIDE { width / 2 } else { width }, place);
            // A heading keeps with what follows: with this space, and through it with those who sign.
            let spacing = [Some(APART), None];
            self.paragraph(&Paragraph { keep: true, spacing, ..Paragraph::of(SPACER) }, "");
            self.table_piece(markup);
        }
    }

    /// Returns one place or two: who signs, then the lines, all at one height.
    fn places(&mut self, pair: &[Signature], width: i32, place: &Place) -> String {
        let is_labelled = |label: fn(&Signature) -> &String| {
            pair.iter().any(|signature| !label(signature).trim().is_empty())
        };
        let labels: [fn(&Signature) -> &String; 2] =
            [|signature| &signature.place_label, |signature| &signature.sign_label];
        let mut rows = vec![self.places_row(pair, width, None, |writer, signature| writer.who(signature))];
        for (label, room) in labels.into_iter().zip(ROOM) {
            if is_labelled(label) {
                rows.push(self.places_row(pair, width, Some(room), |writer, signature| {
                    writer.labelled(label(signature));
                }));
            }
        }
        let count = rows.len();
        // Only the last row may end a page.
        let rows: String = rows
            .into_iter()
            .enumerate()
            .map(|(at, row)| if at + 1 < count { row } else { row.replace("<w:keepNext/>", "") })
            .collect();
        let parties: Vec<&str> = pair.iter().map(|signature| signature.party.trim()).collect();
        let said = format!("{}: {}", self.phrases.signatures, parties.join(", "));
        let grid: String = pair.iter().map(|_| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let indent = match place.indent {
            0 => String::new(),
            indent => format!("<w:tblInd w:w=\"{indent}\" w:type=\"dxa\"/>"),
        };
        format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"PaktPlain\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>{indent}<w:tblLayout \
             w:type=\"fixed\"/><w:tblLook w:val=\"0600\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
            width * pair.len() as i32,
            escaped(&said)
        )
    }

    fn places_row(
        &mut self,
        pair: &[Signature],
        width: i32,
        room: Option<u32>,
        write: impl Fn(&mut Self, &Signature),
    ) -> String {
        let height = room
            .map_or_else(String::new, |room| format!("<w:trHeight w:val=\"{room}\" w:hRule=\"atLeast\"/>"));
        let low = if room.is_some() { "<w:vAlign w:val=\"bottom\"/>" } else { "" };
        let mut out = format!("<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>");
        for signature in pair {
            let said = self.apart(|writer| write(writer, signature));
            out +=
                &format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{low}</w:tcPr>{said}</w:tc>");
        }
        out + "</w:tr>"
    }

    /// Writes who signs, for whom and on what basis; a line where a person will fill it in.
    fn who(&mut self, signature: &Signature) {
        let Signature { party, name, function, mandate, .. } = signature;
        let kept = |style: &str| Paragraph { keep: true, ..Paragraph::of(style) };
        self.plain(party, &kept("SignatureParty"));
        for (words, label) in [(name, self.phrases.name), (function, self.phrases.function)] {
            if words.trim().is_empty() {
                let blank = Paragraph { spacing: [Some(480), None], ..kept("SignatureLine") };
                self.plain(label, &blank);
            } else {
                self.plain(words, &kept("SignatureText"));
            }
        }
        if !mandate.trim().is_empty() {
            self.plain(mandate, &kept("SignatureBasis"));
        }
    }

    /// Writes a line to write on, over what it is for.
    fn labelled(&mut self, label: &str) {
        let style = if label.trim().is_empty() { "SignatureText" } else { "SignatureLine" };
        self.plain(label, &Paragraph { keep: true, ..Paragraph::of(style) });
    }
}
