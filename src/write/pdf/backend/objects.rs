//! Small makers of PDF objects. In: values. Out: objects as lopdf and printpdf hold them.

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};
use printpdf::DictItem;

/// Tells whether a text stands in a file as it is: readers differ on line breaks and tabs.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|sign| (b' '..=b'~').contains(&sign))
}

/// Returns a text string's bytes: plain ASCII as it is, everything else as UTF-16 with its mark.
fn text_bytes(text: &str) -> Vec<u8> {
    if is_plain(text) {
        return text.as_bytes().to_vec();
    }
    [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

/// Returns a text string.
pub(super) fn text(text: &str) -> Object {
    Object::String(text_bytes(text), StringFormat::Literal)
}

/// Returns a text string for a page's content.
pub(super) fn text_item(text: &str) -> DictItem {
    let data = text_bytes(text);
    DictItem::String { literal: is_plain(text), data }
}

/// Returns a name.
pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// Returns a number, whole where it is.
pub(super) fn number(value: f32) -> Object {
    let value = round(value);
    if value.fract() == 0.0 { Object::Integer(value as i64) } else { Object::Real(value) }
}

/// Returns references in order.
pub(super) fn references(ids: impl IntoIterator<Item = ObjectId>) -> Object {
    Object::Array(ids.into_iter().map(Object::Reference).collect())
}

/// Returns a stream that `file` deflates.
pub(super) fn stream(dictionary: Dictionary, content: Vec<u8>) -> Object {
    Object::Stream(Stream::new(dictionary, content))
}

/// Returns a stream that is written as it is.
pub(super) fn plain_stream(dictionary: Dictionary, content: Vec<u8>) -> Object {
    Object::Stream(Stream::new(dictionary, content).with_compression(false))
}

/// Rounds to hundredths of a point, finer than any printer; what is no number becomes 0.
pub(super) fn round(value: f32) -> f32 {
    if value.is_finite() { (value * 100.0).round() / 100.0 } else { 0.0 }
}
