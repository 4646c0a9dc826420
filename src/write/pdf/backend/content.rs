//! The content of a page in the making. In: marks, colours, operators. Out: printpdf operators, none of them
//! twice in a row.

use std::collections::BTreeMap;

use printpdf::{Color, DictItem, Op, Rgb};

use crate::write::pdf::display::{Artifact, Colour, Owner, Page};
use crate::write::pdf::structure::{ElementId, Structure};

/// Where the line stands in a text object, in hundredths of a point from the lower left: whole numbers,
/// since each line is placed from the last one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pen {
    pub(super) x: i64,
    pub(super) y: i64,
}

/// A page in the making.
pub(super) struct Canvas<'a> {
    /// The operators so far.
    pub(super) ops: Vec<Op>,
    /// The page's height: PDF counts from the lower edge.
    height: f32,
    structure: &'a Structure,
    pub(super) marks: Vec<ElementId>,
    open: Option<Owner>,
    /// Where the text stands; `None` outside a text object.
    pub(super) pen: Option<Pen>,
    /// The font and size in force.
    pub(super) font: Option<(usize, f32)>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    /// The line width in force.
    pub(super) width: Option<f32>,
    /// The dashes in force.
    pub(super) dash: Vec<f32>,
}

impl<'a> Canvas<'a> {
    /// Returns an empty page.
    pub(super) fn new(page: &Page, structure: &'a Structure) -> Self {
        Self {
            ops: Vec::with_capacity(page.items.len() * 3),
            height: page.height,
            structure,
            marks: Vec::new(),
            open: None,
            pen: None,
            font: None,
            fill: None,
            stroke: None,
            width: None,
            dash: Vec::new(),
        }
    }
}

impl Canvas<'_> {
    /// Returns a height from the upper edge as PDF counts it.
    pub(super) fn up(&self, y: f32) -> f32 {
        self.height - y
    }

    /// Opens the marked piece of `owner`, unless it is open.
    pub(super) fn enter(&mut self, owner: Owner) {
        if self.open == Some(owner) {
            return;
        }
        self.leave();
        let (tag, key, value) = match owner {
            Owner::Element(id) => {
                self.marks.push(id);
                let mark = DictItem::Int(self.marks.len() as i64 - 1);
                let tag = self.structure.elements.get(id.0).map_or("Span", |element| element.tag.name());
                (tag, "MCID", mark)
            }
            Owner::Artifact(Artifact::Pagination) => ("Artifact", "Type", name("Pagination")),
            Owner::Artifact(Artifact::Layout) => ("Artifact", "Type", name("Layout")),
        };
        self.begin(tag, [(key, value)]);
        self.open = Some(owner);
    }

    /// Closes the open piece, if one is.
    pub(super) fn leave(&mut self) {
        self.end_text();
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Opens a marked piece with properties.
    pub(super) fn begin<'p>(&mut self, tag: &str, properties: impl IntoIterator<Item = (&'p str, DictItem)>) {
        let map: BTreeMap<_, _> =
            properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    /// Ends the text object, if one is open: shapes may not stand in it.
    pub(super) fn end_text(&mut self) {
        if self.pen.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    /// Sets the colour of areas and letters.
    pub(super) fn fill(&mut self, colour: Colour) {
        if self.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    /// Sets the colour of lines.
    pub(super) fn stroke(&mut self, colour: Colour) {
        if self.stroke.replace(colour) != Some(colour) {
            self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
        }
    }

    /// Adds an operator as it stands in the file.
    pub(super) fn raw(&mut self, operator: &str, operands: Vec<DictItem>) {
        self.ops.push(Op::Unknown { key: operator.to_owned(), value: operands });
    }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn rgb(colour: Colour) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    let Colour { red, green, blue } = colour;
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}
