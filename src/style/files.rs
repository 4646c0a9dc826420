//! The files that a look names. In: a path and where it stands. Out: `Fonts`, a logo's bytes.

use std::sync::Arc;

use rustybuzz::ttf_parser::{Permissions, name_id};

use super::reading::Reading;
use super::sheet::{FontFiles, LogoFile};
use super::{Font, Fonts, Logo};
use crate::diagnostic::Place;
use crate::lang::Lang;
use crate::load::LARGEST_FILE;
use crate::model::Field;

/// Returns the family; `None` when its regular cut cannot be used.
pub(super) fn fonts(files: &FontFiles, reading: &mut Reading<'_>) -> Option<Fonts> {
    let place = Place::parse("fonts");
    let mut cut =
        |key: &str, file: &Field<String>| file.get().and_then(|file| font(file, &place.key(key), reading));
    let regular = cut("regular", &files.regular);
    let bold = cut("bold", &files.bold);
    let italic = cut("italic", &files.italic);
    let bold_italic = cut("bold_italic", &files.bold_italic);
    let (family, regular) = regular?;
    let bold = bold.map_or_else(|| regular.clone(), |(_, font)| font);
    let italic = italic.map_or_else(|| regular.clone(), |(_, font)| font);
    let bold_italic = bold_italic.map_or_else(|| bold.clone(), |(_, font)| font);
    Some(Fonts { family, cuts: [regular, bold, italic, bold_italic] })
}

/// Returns a font with its family's name.
fn font(file: &str, place: &Place, reading: &mut Reading<'_>) -> Option<(String, Font)> {
    let data = bytes(file, place, reading)?;
    let Some(face) = rustybuzz::Face::from_slice(&data, 0) else {
        reading.tell("STYLE-05", place, &[("file", file)]);
        return None;
    };
    if face.permissions() == Some(Permissions::Restricted) {
        reading.tell("STYLE-06", place, &[("file", file)]);
        return None;
    }
    let name = |id: u16| {
        face.names().into_iter().filter(|name| name.name_id == id).find_map(|name| name.to_string())
    };
    let family = name(name_id::TYPOGRAPHIC_FAMILY).or_else(|| name(name_id::FAMILY)).unwrap_or_default();
    let name = name(name_id::POST_SCRIPT_NAME).unwrap_or_else(|| family.clone());
    Some((family, Font { name, data: Arc::new(data) }))
}

/// Returns a mark of the title page; one without file or words has been told of by the loader.
pub(super) fn logo(logo: &LogoFile, place: &Place, reading: &mut Reading<'_>) -> Option<Logo> {
    let place = place.key("file");
    let file = logo.file.get()?;
    let bytes = bytes(file, &place, reading)?;
    if !is_picture(&bytes) {
        reading.tell("STYLE-07", &place, &[("file", file)]);
        return None;
    }
    Some(Logo { bytes, alt: logo.alt.get()?.clone() })
}

fn is_picture(bytes: &[u8]) -> bool {
    matches!(jpeg_channels(bytes), Some(1 | 3))
        || png::Decoder::new(std::io::Cursor::new(bytes)).read_info().is_ok()
}

/// Returns how many channels a JPEG has; four are inks, which PDF/A and browsers do not show alike.
fn jpeg_channels(bytes: &[u8]) -> Option<u8> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let (marker, after) = rest.strip_prefix(b"\xff")?.split_first()?;
        match marker {
            0xff => rest = &rest[1..],
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return after.get(7).copied(),
            _ => {
                let length = u16::from_be_bytes(*after.first_chunk()?);
                rest = after.get(usize::from(length).max(2)..)?;
            }
        }
    }
}

fn bytes(file: &str, place: &Place, reading: &mut Reading<'_>) -> Option<Vec<u8>> {
    let detail = match reading.files.read_told(file, reading.lang) {
        Ok(bytes) if bytes.len() <= LARGEST_FILE => return Some(bytes),
        Ok(_) => too_large(reading.lang),
        Err(detail) => detail,
    };
    reading.tell("STYLE-04", place, &[("file", file), ("detail", &detail)]);
    None
}

fn too_large(lang: Lang) -> String {
    let limit = LARGEST_FILE >> 20;
    lang.pick(format!("ma ponad {limit} MiB"), format!("it has more than {limit} MiB"))
}
