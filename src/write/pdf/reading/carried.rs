//! What a PDF carries besides words. In: a file. Out: whether its pictures and fonts can be read to their end.

use lopdf::{Dictionary, Document, Stream};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::outline::pen::NullPen;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::style::is_picture as is_decoded;

/// Tells whether all pictures, and whether all fonts, can be read.
pub(super) fn whole(document: &Document) -> (bool, bool) {
    let (mut pictures, mut fonts) = (true, true);
    for object in document.objects.values() {
        if let Ok(stream) = object.as_stream() {
            pictures &= !is(&stream.dict, b"Subtype", b"Image") || is_picture(stream);
        }
        let Ok(dictionary) = object.as_dict() else { continue };
        if !is(dictionary, b"Type", b"FontDescriptor") {
            continue;
        }
        let keys: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];
        let file = keys.into_iter().find_map(|key| dictionary.get(key).ok());
        let stream =
            file.and_then(|file| document.dereference(file).ok()).and_then(|(_, file)| file.as_stream().ok());
        fonts &=
            stream.and_then(|stream| stream.decompressed_content().ok()).is_some_and(|font| is_font(&font));
    }
    (pictures, fonts)
}

fn is(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(|value| value.as_name()).is_ok_and(|own| own == name)
}

/// A JPEG is decoded; of all else there must be as many bytes as pixels need.
fn is_picture(stream: &Stream) -> bool {
    if is(&stream.dict, b"Filter", b"DCTDecode") {
        return is_decoded(&stream.content);
    }
    let number = |key: &[u8]| stream.dict.get(key).and_then(|value| value.as_i64()).ok();
    let channels = if is(&stream.dict, b"ColorSpace", b"DeviceGray") { 1 } else { 3 };
    let wanted = || number(b"Width")?.checked_mul(number(b"Height")?)?.checked_mul(channels);
    let pixels = stream.decompressed_content();
    pixels.is_ok_and(|pixels| wanted().is_some_and(|wanted| wanted > 0 && pixels.len() as i64 == wanted))
}

fn is_font(data: &[u8]) -> bool {
    let Ok(font) = FontRef::new(data) else { return false };
    let Ok(count) = font.maxp().map(|table| table.num_glyphs()) else { return false };
    let outlines = font.outline_glyphs();
    let draws = |glyph: u16| {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        outlines.get(GlyphId::from(glyph)).is_some_and(|outline| outline.draw(settings, &mut NullPen).is_ok())
    };
    count > 0 && (0..count).all(draws)
}
