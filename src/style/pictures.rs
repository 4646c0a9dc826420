//! Pictures, believed only after they were decoded to their end. In: a file's bytes. Out: what is wrong with them.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::document;

/// How many pixels a picture may have: a sheet at 600 points an inch. Its file may be a thousand times smaller.
const MOST_PIXELS: u64 = 40_000_000;

/// What is wrong with a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It is none, or none that all writers can show.
    Kind,
    /// It has more pixels than memory should be given to; how many million.
    Large(u64),
    /// It begins as one, and does not go on as one.
    Damaged,
}

impl Wrong {
    /// Returns the code of the finding.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Kind => "STYLE-07",
            Self::Large(_) => "STYLE-09",
            Self::Damaged => "STYLE-10",
        }
    }
}

/// Decodes a picture, whose size is asked first, and throws it away.
pub(super) fn decoded(bytes: &[u8]) -> Result<(), Wrong> {
    let is_one = bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(b"\xff\xd8\xff");
    let header = document::header(bytes).ok_or(if is_one { Wrong::Damaged } else { Wrong::Kind })?;
    let pixels = u64::from(header.width) * u64::from(header.height);
    if pixels > MOST_PIXELS {
        return Err(Wrong::Large(pixels / 1_000_000));
    }
    let is_whole = match header.channels {
        None => png(bytes).is_ok(),
        Some(1 | 3) => jpeg(bytes),
        // Inks, which PDF/A and browsers do not show alike.
        Some(_) => return Err(Wrong::Kind),
    };
    if is_whole { Ok(()) } else { Err(Wrong::Damaged) }
}

/// Tells whether a picture can be decoded.
pub(crate) fn is_picture(bytes: &[u8]) -> bool {
    decoded(bytes).is_ok()
}

fn png(bytes: &[u8]) -> Result<(), png::DecodingError> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.ignore_checksums(false);
    let mut reader = decoder.read_info()?;
    while reader.next_row()?.is_some() {}
    reader.finish()
}

/// A JPEG has no checksum; its letters of varying length give away nearly all that is wrong, and its end mark that
/// nothing was cut off.
fn jpeg(bytes: &[u8]) -> bool {
    let options = DecoderOptions::new_safe().set_strict_mode(true);
    let ends = bytes.windows(2).rev().any(|mark| mark == b"\xff\xd9");
    ends && JpegDecoder::new_with_options(ZCursor::new(bytes), options).decode().is_ok()
}

#[cfg(test)]
mod tests;
