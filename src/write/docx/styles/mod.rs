//! The styles. In: the look, what numbers headings. Out: a part.
//!
//! Styles that Word has of its own bear its ids and English names, so that each reader sees them in the language of
//! their Word; ours have names of their own.

mod furniture;
mod tables;
mod text;

use super::Writer;
use super::numbering::Headings;
use super::style::{Style, hex};
use super::xml::{DECLARATION, NAMESPACES, escaped};

/// Whose a style is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// Word has it, under this name in every language.
    Word,
    /// It is ours.
    Ours,
}

/// A style of paragraphs.
struct Entry<'a> {
    id: &'a str,
    name: &'a str,
    whose: Whose,
    based: &'a str,
    next: &'a str,
    paragraph: String,
    run: String,
}

impl Writer<'_> {
    /// Returns the part.
    pub(super) fn styles(&self) -> String {
        let sheet = Sheet { style: self.style };
        let lang = self.document.lang.tag();
        let mut out = format!(
            "{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts \
             w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\" \
             w:cstheme=\"minorBidi\"/>{}<w:lang w:val=\"{lang}\" w:eastAsia=\"{lang}\" w:bidi=\"ar-SA\"/></w:rPr>\
             </w:rPrDefault><w:pPrDefault/></w:docDefaults><w:latentStyles w:defLockedState=\"0\" \
             w:defUIPriority=\"99\" w:defSemiHidden=\"0\" w:defUnhideWhenUsed=\"0\" w:defQFormat=\"0\" w:count=\"376\"/>",
            sheet.letters(self.style.look.sizes.body, &hex(self.style.look.colours.ink))
        );
        out += "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
            </w:style><w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name \
            w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style><w:style w:type=\"table\" \
            w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>\
            <w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left \
            w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>\
            </w:tblPr></w:style><w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/>\
            <w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>";
        let mut entries = sheet.text();
        entries.extend(sheet.headings(self.labels.kind()));
        entries.extend(sheet.lists());
        if matches!(self.labels.kind(), Some(Headings::Clauses(_))) {
            entries.extend(sheet.clauses(self.phrases.clauses));
        }
        entries.extend(sheet.small());
        entries.extend(sheet.front());
        entries.extend(sheet.signatures());
        out.extend(entries.iter().map(Entry::markup));
        out += &sheet.characters();
        out += &sheet.tables();
        out + "</w:styles>"
    }
}

impl Entry<'_> {
    fn markup(&self) -> String {
        let Self { id, name, whose, based, next, paragraph, run } = self;
        let custom = if *whose == Whose::Ours { " w:customStyle=\"1\"" } else { "" };
        let part = |name: &str, inner: &str| match inner {
            "" => String::new(),
            inner => format!("<w:{name}>{inner}</w:{name}>"),
        };
        format!(
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{}\"/><w:basedOn \
             w:val=\"{based}\"/><w:next w:val=\"{next}\"/><w:qFormat/>{}{}</w:style>",
            escaped(name),
            part("pPr", paragraph),
            part("rPr", run)
        )
    }
}

/// The styles of a look.
struct Sheet<'s> {
    style: &'s Style,
}

impl Sheet<'_> {
    /// Returns the size and the colour of letters.
    fn letters(&self, size: f32, colour: &str) -> String {
        let size = self.style.half_points(size);
        format!("<w:color w:val=\"{colour}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")
    }

    fn muted(&self) -> String {
        hex(self.style.look.colours.muted)
    }
}

/// The font of titles.
const MAJOR: &str =
    "<w:rFonts w:asciiTheme=\"majorHAnsi\" w:hAnsiTheme=\"majorHAnsi\" w:cstheme=\"majorBidi\"/>";

/// The font of text whose spaces count.
const FIXED: &str = "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>";

fn entry(
    id: &'static str,
    name: &'static str,
    whose: Whose,
    [based, next]: [&'static str; 2],
    paragraph: &str,
    run: &str,
) -> Entry<'static> {
    Entry { id, name, whose, based, next, paragraph: paragraph.to_owned(), run: run.to_owned() }
}
