//! A picture from a file, and what its header says of it. In: the bytes of a PNG or a JPEG. Out: `Header`.

/// A picture from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The file's bytes, PNG or JPEG.
    pub bytes: Vec<u8>,
    /// What it shows.
    pub alt: String,
}

/// What a picture says of itself before it is decoded; the rest of it may be anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// How many pixels stand in a row.
    pub width: u32,
    /// How many rows there are.
    pub height: u32,
    /// How many channels a JPEG has: 1 for greys, 3 for colours of light, 4 for inks; `None` for a PNG.
    pub channels: Option<u8>,
}

/// Returns what the header says; `None` when the bytes are neither format, cut short in it, or show nothing.
pub fn header(bytes: &[u8]) -> Option<Header> {
    let found = png(bytes).or_else(|| jpeg(bytes))?;
    (found.width > 0 && found.height > 0).then_some(found)
}

fn png(bytes: &[u8]) -> Option<Header> {
    bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?));
    Some(Header { width: number(16)?, height: number(20)?, channels: None })
}

fn jpeg(bytes: &[u8]) -> Option<Header> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let (&marker, after) = rest.strip_prefix(b"\xff")?.split_first()?;
        if marker == 0xff {
            rest = &rest[1..];
            continue;
        }
        let number = |at: usize| Some(u32::from(u16::from_be_bytes(*after.get(at..)?.first_chunk()?)));
        // A frame header: all of C0 to CF but tables, JPEG extensions and arithmetic conditioning.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let channels = Some(*after.get(7)?);
            return Some(Header { width: number(5)?, height: number(3)?, channels });
        }
        rest = after.get(number(0)?.max(2) as usize..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_from_the_headers() {
        let bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x00\0\0\0\x80";
        assert_eq!(header(bytes), Some(Header { width: 256, height: 128, channels: None }));
        let bytes = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08\0\x20\0\x40\x03";
        assert_eq!(header(bytes), Some(Header { width: 64, height: 32, channels: Some(3) }));
    }

    #[test]
    fn a_picture_cut_short_has_no_size() {
        for bytes in [&b""[..], b"GIF89a", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xd8\xff\xe0\xff\xff", b"\xff\xd8"]
        {
            assert_eq!(header(bytes), None);
        }
    }
}
