//! Bytes of a file to text. In: bytes. Out: `Decoded`: the text, how it was read, and whether
//! characters were lost.
//!
//! Polish offices still send files in Windows-1250, Excel and old editors in UTF-16. Nothing tells a
//! one-byte encoding but the letters themselves: where the two Polish ones differ, they are counted.

use encoding_rs::{ISO_8859_2, UTF_16BE, UTF_16LE, WINDOWS_1250};

use super::Encoding;

/// A file's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text without a byte order mark, with the author's line ends.
    pub text: String,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// The first byte of `text` that stands for one that could not be read (U+FFFD).
    pub lost: Option<usize>,
}

/// Reads the bytes of a file; never fails, but may lose characters.
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return narrow(rest);
    }
    let wide = match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((UTF_16LE, rest)),
        [0xFE, 0xFF, rest @ ..] => Some((UTF_16BE, rest)),
        _ => unmarked(bytes).map(|reader| (reader, bytes)),
    };
    match wide {
        Some((reader, rest)) => finish(reader.decode_without_bom_handling(rest).0, Encoding::Utf16),
        None => narrow(bytes),
    }
}

/// Recognises UTF-16 without a mark: of most characters of a Polish text one byte is zero.
fn unmarked(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let pairs = bytes.chunks_exact(2).take(256);
    let most = pairs.len() / 2;
    let (high, low) = pairs.fold((0, 0), |(high, low), pair| {
        (high + usize::from(pair[0] == 0 && pair[1] != 0), low + usize::from(pair[1] == 0 && pair[0] != 0))
    });
    match (high > most, low > most) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn narrow(bytes: &[u8]) -> Decoded {
    match std::str::from_utf8(bytes) {
        // A replacement character that the author's file already holds is not ours to report.
        Ok(text) => Decoded { text: text.to_owned(), encoding: Encoding::Utf8, lost: None },
        Err(_) if is_damaged_utf8(bytes) => finish(String::from_utf8_lossy(bytes), Encoding::Utf8),
        Err(_) if is_latin2(bytes) => {
            finish(ISO_8859_2.decode_without_bom_handling(bytes).0, Encoding::Iso88592)
        }
        Err(_) => finish(WINDOWS_1250.decode_without_bom_handling(bytes).0, Encoding::Windows1250),
    }
}

fn finish(text: std::borrow::Cow<'_, str>, encoding: Encoding) -> Decoded {
    let lost = text.find('\u{FFFD}');
    Decoded { text: text.into_owned(), encoding, lost }
}

/// Tells whether the bytes are UTF-8 with a few broken ones: in a one-byte encoding, letters that
/// happen to form a valid sequence are rare, so sound sequences outnumber the broken.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken
}

/// Tells ISO 8859-2 from Windows-1250 by the six letters that the two place differently.
fn is_latin2(bytes: &[u8]) -> bool {
    let count = |letters: &[u8]| bytes.iter().filter(|byte| letters.contains(byte)).count();
    // ą ś ź Ą Ś Ź in either table; A1, A6, AC and B6 are signs, not letters, in Windows-1250.
    count(&[0xB1, 0xB6, 0xBC, 0xA1, 0xA6, 0xAC]) > count(&[0xB9, 0x9C, 0x9F, 0xA5, 0x8C, 0x8F])
}

/// Tells whether a document can show a character: not controls but line breaks and tabs, nor noncharacters, which
/// pakt uses as signs of its own, nor a byte order mark.
pub fn is_shown(sign: char) -> bool {
    let code = u32::from(sign);
    let is_noncharacter = (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
    !is_noncharacter && sign != '\u{FEFF}' && (!sign.is_control() || matches!(sign, '\n' | '\t' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "nazwa: \"Zażółć gęślą jaźń – ŚĆŹ\"\r\nopis: społeczność\r\n";

    fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_of_an_office_is_read() {
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend_from_slice(TEXT.as_bytes());
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (marked, Encoding::Utf8),
            (wide(&format!("\u{FEFF}{TEXT}"), u16::to_le_bytes), Encoding::Utf16),
            (wide(&format!("\u{FEFF}{TEXT}"), u16::to_be_bytes), Encoding::Utf16),
            (wide(TEXT, u16::to_le_bytes), Encoding::Utf16),
            (wide(TEXT, u16::to_be_bytes), Encoding::Utf16),
            (WINDOWS_1250.encode(TEXT).0.into_owned(), Encoding::Windows1250),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(&bytes), Decoded { text: TEXT.into(), encoding, lost: None });
        }
        let old = TEXT.replace('–', "-");
        let bytes = ISO_8859_2.encode(&old).0.into_owned();
        assert_eq!(decode(&bytes), Decoded { text: old, encoding: Encoding::Iso88592, lost: None });
    }

    #[test]
    fn one_broken_byte_does_not_turn_utf8_into_another_encoding() {
        let mut bytes = "a: żółć\nb: ".as_bytes().to_vec();
        bytes.extend_from_slice(b"\xC5\nc: d\n");
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, "a: żółć\nb: \u{FFFD}\nc: d\n");
        assert_eq!((decoded.encoding, decoded.lost), (Encoding::Utf8, Some(15)));
    }

    #[test]
    fn no_bytes_break_it() {
        let mut random = fastrand::Rng::with_seed(11);
        for _ in 0..5_000 {
            let bytes: Vec<u8> = (0..random.usize(0..12)).map(|_| random.u8(..)).collect();
            let decoded = decode(&bytes);
            assert!(decoded.lost.is_none_or(|at| decoded.text.is_char_boundary(at)));
        }
    }
}
