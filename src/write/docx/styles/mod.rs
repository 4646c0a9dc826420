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
pub(super) enum Whose {
    /// Word has it, under this name in every language.
    Word,
    /// It is ours.
    Ours,
}

/// A style of paragraphs.
struct Entry {
    id: &'static str,
    name: &'static str,
    whose: Whose,
    based: &'static str,
    next: &'static str,
    paragraph: String,
    run: String,
}

/// A style as it is written.
pub(super) struct Made {
    /// `paragraph`, `character`, `table`, `numbering`.
    pub(super) kind: &'static str,
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) whose: Whose,
    /// The list that it gives its paragraphs.
    pub(super) number: Option<String>,
    pub(super) markup: String,
}

impl Made {
    fn new(kind: &'static str, [id, name]: [&'static str; 2], whose: Whose, markup: String) -> Self {
        Self { kind, id, name, whose, number: None, markup }
    }
}

impl Writer<'_> {
    /// Returns the part.
    pub(super) fn styles(&self) -> String {
        let all = self.sheet();
        let lang = self.document.lang.tag();
        let sheet = Sheet { style: self.style };
        let mut out = format!(
            "{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts \
             w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\" \
             w:cstheme=\"minorBidi\"/>{}<w:lang w:val=\"{lang}\" w:eastAsia=\"{lang}\" w:bidi=\"ar-SA\"/></w:rPr>\
             </w:rPrDefault><w:pPrDefault/></w:docDefaults><w:latentStyles w:defLockedState=\"0\" \
             w:defUIPriority=\"99\" w:defSemiHidden=\"0\" w:defUnhideWhenUsed=\"0\" w:defQFormat=\"0\" w:count=\"376\"/>",
            sheet.letters(self.style.look.sizes.body, &hex(self.style.look.colours.ink))
        );
        out.extend(all.iter().map(|made| made.markup.as_str()));
        out + "</w:styles>"
    }

    /// Returns all styles, in their order.
    pub(super) fn sheet(&self) -> Vec<Made> {
        let sheet = Sheet { style: self.style };
        let mut entries = sheet.text();
        entries.extend(sheet.headings(self.labels.kind()));
        entries.extend(sheet.lists());
        if matches!(self.labels.kind(), Some(Headings::Clauses(_))) {
            entries.extend(sheet.clauses(self.phrases.clauses));
        }
        entries.extend(sheet.small());
        entries.extend(sheet.front());
        entries.extend(sheet.signatures());
        let mut all = defaults();
        all.extend(entries.iter().map(Entry::made));
        all.extend(sheet.characters());
        all.extend(sheet.tables());
        all
    }
}

/// Returns the styles on which all others stand.
fn defaults() -> Vec<Made> {
    [
        ("paragraph", ["Normal", "Normal"], "<w:qFormat/>"),
        (
            "character",
            ["DefaultParagraphFont", "Default Paragraph Font"],
            "<w:uiPriority w:val=\"1\"/><w:semiHidden/>",
        ),
        (
            "table",
            ["TableNormal", "Normal Table"],
            "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top \
             w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right \
             w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>",
        ),
        ("numbering", ["NoList", "No List"], "<w:uiPriority w:val=\"99\"/><w:semiHidden/>"),
    ]
    .map(|(kind, [id, name], rest)| {
        let markup = format!(
            "<w:style w:type=\"{kind}\" w:default=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{rest}</w:style>"
        );
        Made::new(kind, [id, name], Whose::Word, markup)
    })
    .into()
}

impl Entry {
    fn made(&self) -> Made {
        let number = self.paragraph.find("<w:numPr>").zip(self.paragraph.find("</w:numPr>"));
        let number = number.map(|(from, to)| self.paragraph[from..to].to_owned() + "</w:numPr>");
        Made { number, ..Made::new("paragraph", [self.id, self.name], self.whose, self.markup()) }
    }

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
) -> Entry {
    Entry { id, name, whose, based, next, paragraph: paragraph.to_owned(), run: run.to_owned() }
}
