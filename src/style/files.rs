//! The files that a look names. In: a path and where it stands. Out: `Fonts`, a logo's bytes.

use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::NullPen;
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::pictures::{Wrong, decoded};
use super::reading::Reading;
use super::{Font, Fonts, Logo};
use crate::described::At;
use crate::diagnostic::{Place, Value};
use crate::model::Field;
use crate::model::{FontFiles, LogoFile};
use crate::yaml::LARGEST_FILE;

/// Returns the family; `None` when its regular cut cannot be used.
pub(super) fn fonts(files: At<'_, FontFiles>, reading: &mut Reading<'_>) -> Option<Fonts> {
    let mut cut = |file: At<'_, Field<String>>| file.get().and_then(|name| font(name, &file.here(), reading));
    let regular = cut(files.regular());
    let bold = cut(files.bold());
    let italic = cut(files.italic());
    let bold_italic = cut(files.bold_italic());
    let (family, regular) = regular?;
    let bold = bold.map_or_else(|| regular.clone(), |(_, font)| font);
    let italic = italic.map_or_else(|| regular.clone(), |(_, font)| font);
    let bold_italic = bold_italic.map_or_else(|| bold.clone(), |(_, font)| font);
    Some(Fonts { family, cuts: [regular, bold, italic, bold_italic] })
}

/// Returns a font with its family's name.
fn font(file: &str, place: &Place, reading: &mut Reading<'_>) -> Option<(String, Font)> {
    let data = bytes(file, place, reading)?;
    let Some(face) = opened(&data, 0).filter(is_whole) else {
        reading.tell("STYLE-05", place, &[("file", file)]);
        return None;
    };
    // "Restricted License embedding", where no freer licence is named beside it.
    if face.os2().is_ok_and(|table| table.fs_type() & 0b1110 == 0b10) {
        reading.tell("STYLE-06", place, &[("file", file)]);
        return None;
    }
    let name = |id| face.localized_strings(id).english_or_first().map(|name| name.to_string());
    let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(StringId::FAMILY_NAME));
    let family = family.unwrap_or_default();
    let name = name(StringId::POSTSCRIPT_NAME).unwrap_or_else(|| family.clone());
    Some((family, Font { name, data: Arc::new(data) }))
}

/// Returns the font of a file; `None` for a file that is none, or has not what every font must have.
pub(crate) fn opened(data: &[u8], index: u32) -> Option<FontRef<'_>> {
    let font = FontRef::from_index(data, index).ok()?;
    let is_sized = font.head().is_ok_and(|head| (16..=16_384).contains(&head.units_per_em()));
    let has_glyphs = font.maxp().is_ok_and(|table| table.num_glyphs() > 0) && font.hhea().is_ok();
    (is_sized && has_glyphs).then_some(font)
}

/// Tells whether a font has all that letters are printed with: which glyph a letter is, how wide it is, what it looks
/// like. Asked of the letters that documents are made of, for a large font takes long. Outlines of the second format
/// (CFF2, variable fonts of that kind) are no part of a PDF.
fn is_whole(font: &FontRef<'_>) -> bool {
    let (letters, outlines) = (font.charmap(), font.outline_glyphs());
    let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let drawn = |glyph| {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        outlines.get(glyph).is_some_and(|outline| outline.draw(settings, &mut NullPen).is_ok())
    };
    let glyphs = (' '..='\u{17f}').filter_map(|letter| letters.map(letter));
    let is_sound = |glyph| widths.advance_width(glyph).is_some() && drawn(glyph);
    let is_cut = font.glyf().is_ok() || font.cff().is_ok();
    is_cut && font.hmtx().is_ok() && letters.map('a').is_some() && glyphs.into_iter().all(is_sound)
}

/// Returns a mark of the title page; one without file or words has been told of by the loader.
pub(super) fn logo(logo: At<'_, LogoFile>, reading: &mut Reading<'_>) -> Option<Logo> {
    let place = logo.file().here();
    let file = logo.file.get()?;
    let bytes = bytes(file, &place, reading)?;
    if let Err(wrong) = decoded(&bytes) {
        let fault = reading.fault(wrong.code(), &place, &[("file", file)]);
        let pixels = if let Wrong::Large(millions) = wrong { millions } else { 0 };
        reading.push(fault.with("pixels", pixels));
        return None;
    }
    Some(Logo { bytes, alt: logo.alt.get()?.clone() })
}

fn bytes(file: &str, place: &Place, reading: &mut Reading<'_>) -> Option<Vec<u8>> {
    let detail = match reading.files.read(file) {
        Ok(bytes) if bytes.len() <= LARGEST_FILE => return Some(bytes),
        Ok(_) => Value::around(["ma ponad {0} MiB", "it has more than {0} MiB"], LARGEST_FILE >> 20),
        Err(detail) => detail,
    };
    reading.push(reading.fault("STYLE-04", place, &[("file", file)]).with("detail", detail));
    None
}
