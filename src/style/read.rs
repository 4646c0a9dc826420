//! A `style.yaml` checked. In: its bytes and the files it names. Out: `Look`; what is wrong is told at
//! its place and left to the writers' own.

use rust_decimal::prelude::ToPrimitive;

use super::colour::{Colour, ENOUGH};
use super::files;
use super::reading::Reading;
use super::{Colours, Look, Margins, Sizes};
use crate::described::At;
use crate::diagnostic::{Findings, Mend, Place, Value};
use crate::joining::Files;
use crate::model::{Field, LookSheet};
use crate::reading::{self, ReadFile};
use crate::source::Sources;
use crate::units::Number;
use crate::yaml::Input;

/// The ground of header rows where the look names none.
const WASH: Colour = Colour([0xe6, 0xed, 0xf5]);
/// A colour for messages.
const EXAMPLE: Colour = Colour([0x1f, 0x4e, 0x79]);
/// Points in a millimetre.
const MILLIMETRE: f32 = 72.0 / 25.4;

/// A range, in the unit that the file uses.
#[derive(Clone, Copy)]
struct Range {
    least: u16,
    most: u16,
    unit: &'static str,
}

impl Range {
    const fn mm(least: u16, most: u16) -> Self {
        Self { least, most, unit: "mm" }
    }

    const fn pt(least: u16, most: u16) -> Self {
        Self { least, most, unit: "pt" }
    }
}

/// Reads a look. `files` has what it names, relative to its own folder.
pub fn read(input: Input, files: &dyn Files, sources: &mut Sources, findings: &mut Findings) -> Look {
    let part: ReadFile<LookSheet> = reading::part(input, sources, findings);
    let mut reading = Reading { files, part: &part, sources, findings };
    reading.look(At::root(&part.value))
}

impl Reading<'_> {
    fn look(&mut self, sheet: At<'_, LookSheet>) -> Look {
        Look {
            paper: sheet.paper.copied(),
            margins: self.margins(sheet),
            sizes: self.sizes(sheet),
            colours: self.colours(sheet),
            fonts: sheet.fonts().given().and_then(|fonts| files::fonts(fonts, self)),
            header: sheet.header.get().cloned(),
            footer: sheet.footer.get().cloned(),
            logos: sheet.logos().each().filter_map(|logo| files::logo(logo, self)).collect(),
            justify: sheet.justify.copied(),
        }
    }

    /// Running head and foot stand inside the margins above and below.
    fn margins(&mut self, sheet: At<'_, LookSheet>) -> Margins {
        let given = sheet.margins();
        let mut margin = |value, range: Range| Some(self.number(value, range)? * MILLIMETRE);
        Margins {
            top: margin(given.top(), Range::mm(18, 40)),
            bottom: margin(given.bottom(), Range::mm(18, 40)),
            side: margin(given.side(), Range::mm(10, 40)),
        }
    }

    fn sizes(&mut self, sheet: At<'_, LookSheet>) -> Sizes {
        let given = sheet.sizes();
        Sizes {
            body: self.number(given.body(), Range::pt(8, 14)),
            table: self.number(given.table(), Range::pt(7, 12)),
            small: self.number(given.small(), Range::pt(7, 12)),
            title: self.number(given.title(), Range::pt(14, 40)),
        }
    }

    fn number(&mut self, value: At<'_, Field<Number>>, range: Range) -> Option<f32> {
        let given = value.copied()?;
        let Range { least, most, unit } = range;
        let number = given.decimal().to_f32().unwrap_or(f32::MAX);
        if (f32::from(least)..=f32::from(most)).contains(&number) {
            return Some(number);
        }
        let nearest = if number < f32::from(least) { least } else { most };
        let [least, most, nearest] = [least, most, nearest].map(|bound| bound.to_string());
        let values = [
            ("key", value.field_key()),
            ("unit", unit),
            ("least", &least),
            ("most", &most),
            ("nearest", &nearest),
        ];
        self.push_mended(
            self.fault("STYLE-01", &value.here(), &values).with("value", given),
            Mend::Content,
            &nearest,
        );
        None
    }

    fn colours(&mut self, sheet: At<'_, LookSheet>) -> Colours {
        let given = sheet.colours();
        let rule = self.colour(given.rule());
        let wash = self.colour(given.wash());
        let text = |value| {
            let colour = self.colour(value)?;
            self.is_readable(value, colour, wash.unwrap_or(WASH)).then_some(colour)
        };
        let [ink, muted, accent] = [given.ink(), given.muted(), given.accent()].map(text);
        Colours { ink, muted, accent, rule, wash }
    }

    fn colour(&mut self, value: At<'_, Field<String>>) -> Option<Colour> {
        let place = value.here();
        let (code, written) = match value.entry {
            Field::Given(text) => ("STYLE-02", text.trim().to_owned()),
            Field::Missing => ("STYLE-08", self.comment(&place)?),
            Field::Unreadable => return None,
        };
        let colour = Colour::parse(&written);
        if colour.is_some() && value.is_given() {
            return colour;
        }
        let near = colour.or_else(|| Colour::parse(&format!("#{written}")));
        let meant = near.unwrap_or(EXAMPLE).to_string();
        let values = [("key", value.field_key()), ("value", written.as_str()), ("meant", meant.as_str())];
        let finding = self.fault(code, &place, &values);
        match near {
            Some(colour) if value.is_given() => {
                self.push_mended(finding, Mend::Form, &format!("\"{colour}\""))
            }
            _ => self.push(finding),
        }
        None
    }

    /// Returns the comment that stands where a value should: a colour without quotes is one.
    fn comment(&self, place: &Place) -> Option<String> {
        let span = self.part.key_span(place)?;
        let source = self.sources.file(span)?;
        let line = source.line(source.position(span.from).line);
        line.split_once('#').map(|(_, comment)| format!("#{}", comment.trim()))
    }

    /// Tells of a colour that cannot be read on paper or on the ground of header rows.
    fn is_readable(&mut self, at: At<'_, Field<String>>, colour: Colour, wash: Colour) -> bool {
        let on = |ground: Colour| (colour.contrast(ground), ground);
        let (paper, washed) = (on(Colour::WHITE), on(wash));
        let (contrast, ground) = if washed.0 < paper.0 { washed } else { paper };
        if contrast >= ENOUGH {
            return true;
        }
        // Rounded down: 4,49 must not be shown as the 4,5 that would do.
        let shown = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
        let shown = Value::from([shown.replace('.', ","), shown]);
        let [value, ground_shown, darker] =
            [colour, ground, colour.darkened_for(ground)].map(|colour| colour.to_string());
        let values =
            [("key", at.field_key()), ("value", &value), ("ground", &ground_shown), ("darker", &darker)];
        let finding = self.fault("STYLE-03", &at.here(), &values);
        self.push_mended(finding.with("contrast", shown), Mend::Content, &format!("\"{darker}\""));
        false
    }
}
