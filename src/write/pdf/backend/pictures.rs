//! Pictures in the file. In: a PNG or a JPEG. Out: an image object, its transparency apart.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::objects::{plain_stream, stream};

/// Adds a picture and returns it; `None` for a file that cannot be read.
pub(super) fn add(document: &mut Document, file: &[u8]) -> Option<ObjectId> {
    if file.starts_with(&[0xff, 0xd8]) { jpeg(document, file) } else { png(document, file) }
}

/// A JPEG goes in as it is.
fn jpeg(document: &mut Document, file: &[u8]) -> Option<ObjectId> {
    let [_, high, low, left, right, channels] = *frame(file)?;
    // Four channels are inks; a file that is to look the same in fifty years has one colour space.
    let space = match channels {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        _ => return None,
    };
    let size = [[left, right], [high, low]].map(u16::from_be_bytes);
    let mut dictionary = image(size.map(u32::from), space);
    dictionary.set("Filter", "DCTDecode");
    Some(document.add_object(plain_stream(dictionary, file.to_vec())))
}

/// Returns a JPEG's precision, height, width and number of channels.
fn frame(file: &[u8]) -> Option<&[u8; 6]> {
    let mut at = 2;
    loop {
        let marker = *file.get(at + 1)?;
        let length = usize::from(u16::from_be_bytes([*file.get(at + 2)?, *file.get(at + 3)?]));
        match marker {
            0xff => at += 1,
            // The start of a frame; C4, C8 and CC of the same range mean something else.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return file.get(at + 4..)?.first_chunk(),
            _ => at += 2 + length,
        }
    }
}

fn png(document: &mut Document, file: &[u8]) -> Option<ObjectId> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    pixels.truncate(frame.buffer_size());
    let (colours, space) = match frame.color_type {
        png::ColorType::Grayscale | png::ColorType::GrayscaleAlpha => (1, "DeviceGray"),
        _ => (3, "DeviceRGB"),
    };
    let size = [frame.width, frame.height];
    let mut dictionary = image(size, space);
    if frame.color_type.samples() > colours {
        let alpha = pixels.iter().skip(colours).step_by(colours + 1).copied().collect();
        let mask = document.add_object(stream(image(size, "DeviceGray"), alpha));
        dictionary.set("SMask", mask);
        pixels = pixels.chunks(colours + 1).flat_map(|pixel| pixel.iter().take(colours)).copied().collect();
    }
    Some(document.add_object(stream(dictionary, pixels)))
}

fn image([width, height]: [u32; 2], space: &str) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => Object::Integer(i64::from(width)),
        "Height" => Object::Integer(i64::from(height)),
        "ColorSpace" => space,
        "BitsPerComponent" => 8,
    }
}
