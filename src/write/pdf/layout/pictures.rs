//! The size of a picture. In: the bytes of a PNG or a JPEG. Out: its width and height in pixels.

/// Returns width and height; `None` when the bytes are neither format or cut short.
pub(super) fn pixels(bytes: &[u8]) -> Option<(f32, f32)> {
    let (width, height) = png(bytes).or_else(|| jpeg(bytes))?;
    (width > 0 && height > 0).then_some((width as f32, height as f32))
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let (&marker, after) = rest.strip_prefix(b"\xff")?.split_first()?;
        if marker == 0xff {
            rest = &rest[1..];
            continue;
        }
        let number = |at: usize| Some(u32::from(u16::from_be_bytes(after.get(at..at + 2)?.try_into().ok()?)));
        // A frame header: all of C0 to CF but tables, JPEG extensions and arithmetic conditioning.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return Some((number(5)?, number(3)?));
        }
        rest = after.get(number(0)?.max(2) as usize..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_from_the_headers() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x00\0\0\0\x80";
        assert_eq!(pixels(png), Some((256.0, 128.0)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08\0\x20\0\x40\x03";
        assert_eq!(pixels(jpeg), Some((64.0, 32.0)));
    }

    #[test]
    fn a_picture_cut_short_has_no_size() {
        for bytes in [&b""[..], b"GIF89a", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xd8\xff\xe0\xff\xff", b"\xff\xd8"]
        {
            assert_eq!(pixels(bytes), None);
        }
    }
}
