//! Pictures in the file. In: a PNG or a JPEG. Out: an image object, its transparency apart.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::objects::{plain_stream, stream};
use crate::document::{Header, header};

/// Adds a picture and returns it; `None` for a file that cannot be read.
pub(super) fn add(document: &mut Document, file: &[u8]) -> Option<ObjectId> {
    if file.starts_with(&[0xff, 0xd8]) { jpeg(document, file) } else { png(document, file) }
}

/// A JPEG goes in as it is.
fn jpeg(document: &mut Document, file: &[u8]) -> Option<ObjectId> {
    let Header { width, height, channels } = header(file)?;
    // Four channels are inks; a file that is to look the same in fifty years has one colour space.
    let space = match channels? {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        _ => return None,
    };
    let mut dictionary = image([width, height], space);
    dictionary.set("Filter", "DCTDecode");
    Some(document.add_object(plain_stream(dictionary, file.to_vec())))
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
