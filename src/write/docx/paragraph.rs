//! Paragraphs. In: how one stands, its runs. Out: a `Piece` of the body.

use super::Writer;

/// The style of a paragraph that is only there because Word wants one.
pub(super) const SPACER: &str = "Spacer";

/// White space between a table and the text below it.
const UNDER: i32 = 200;

/// A paragraph or a table of the body, or of a cell or a note.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) markup: String,
    pub(super) kind: Kind,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A paragraph, which may end a section.
    Paragraph,
    /// A table; Word wants a paragraph between two, and one behind the last.
    Table,
    /// What stands for itself: the contents.
    Block,
}

/// A line that a paragraph bears on a side.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Border {
    pub(super) side: &'static str,
    pub(super) kind: &'static str,
    /// In eighths of a point.
    pub(super) width: u32,
    pub(super) colour: String,
}

/// How a paragraph stands, where it differs from its style.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Paragraph {
    /// The id of its style.
    pub(super) style: String,
    /// Whether it stays with what follows.
    pub(super) keep: bool,
    /// The list it is an item of, and its level there.
    pub(super) number: Option<(usize, usize)>,
    pub(super) border: Option<Border>,
    /// A tab stop.
    pub(super) tab: Option<i32>,
    /// White space above, below.
    pub(super) spacing: [Option<i32>; 2],
    /// How far it stands in, and how far its first line hangs out of that.
    pub(super) indent: Option<(i32, i32)>,
    /// Where its lines stand.
    pub(super) align: Option<&'static str>,
}

impl Paragraph {
    /// Returns a paragraph of a style.
    pub(super) fn of(style: impl Into<String>) -> Self {
        Self { style: style.into(), ..Self::default() }
    }

    /// Returns the properties in the order that the schema asks for.
    pub(super) fn properties(&self, breaks: bool) -> String {
        let mut out = format!("<w:pPr><w:pStyle w:val=\"{}\"/>", self.style);
        if self.keep {
            out.push_str("<w:keepNext/>");
        }
        if breaks {
            out.push_str("<w:pageBreakBefore/>");
        }
        if let Some((list, level)) = self.number {
            out += &format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        }
        if let Some(Border { side, kind, width, colour }) = &self.border {
            out += &format!(
                "<w:pBdr><w:{side} w:val=\"{kind}\" w:sz=\"{width}\" w:space=\"1\" w:color=\"{colour}\"/></w:pBdr>"
            );
        }
        if let Some(tab) = self.tab {
            out += &format!("<w:tabs><w:tab w:val=\"left\" w:pos=\"{tab}\"/></w:tabs>");
        }
        if self.spacing != [None, None] {
            out.push_str("<w:spacing");
            for (side, space) in ["before", "after"].into_iter().zip(self.spacing) {
                if let Some(space) = space {
                    out += &format!(" w:{side}=\"{space}\"");
                }
            }
            out.push_str("/>");
        }
        if let Some((left, hanging)) = self.indent {
            let first = if hanging < 0 { "firstLine" } else { "hanging" };
            out += &format!("<w:ind w:left=\"{left}\" w:{first}=\"{}\"/>", hanging.abs());
        }
        if let Some(align) = self.align {
            out += &format!("<w:jc w:val=\"{align}\"/>");
        }
        out + "</w:pPr>"
    }
}

impl Writer<'_> {
    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph, runs: &str) {
        let breaks = std::mem::take(&mut self.breaks);
        let lead = std::mem::take(&mut self.lead);
        // A table leaves no white space below itself.
        let is_under = self.out.last().is_some_and(|piece| piece.kind == Kind::Table);
        let is_own = ["Heading", "Caption", SPACER].iter().any(|style| paragraph.style.starts_with(style));
        let mut paragraph = paragraph.clone();
        if is_under && !is_own {
            paragraph.spacing[0].get_or_insert(UNDER);
        }
        let markup = format!("<w:p>{}{lead}{runs}</w:p>", paragraph.properties(breaks));
        self.out.push(Piece { markup, kind: Kind::Paragraph });
    }

    /// Adds a table, kept apart from one before it.
    pub(super) fn table_piece(&mut self, markup: String) {
        let touches = self.out.last().is_some_and(|piece| piece.kind == Kind::Table);
        if touches || self.breaks || !self.lead.is_empty() {
            self.spacer();
        }
        self.out.push(Piece { markup, kind: Kind::Table });
    }

    /// Adds the lowest paragraph there is, where Word wants one.
    pub(super) fn spacer(&mut self) {
        self.paragraph(&Paragraph::of(SPACER), "");
    }

    /// Writes something apart from the body and returns it as markup that ends in a paragraph.
    pub(super) fn apart(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let body = std::mem::take(&mut self.out);
        let breaks = std::mem::take(&mut self.breaks);
        let lead = std::mem::take(&mut self.lead);
        write(self);
        if !self.lead.is_empty() || self.out.last().is_none_or(|piece| piece.kind != Kind::Paragraph) {
            self.spacer();
        }
        self.breaks = breaks;
        self.lead = lead;
        std::mem::replace(&mut self.out, body).into_iter().map(|piece| piece.markup).collect()
    }
}
