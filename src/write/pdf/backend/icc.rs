//! The sRGB colour space as an ICC profile. In: nothing. Out: its bytes, computed from the numbers of
//! IEC 61966-2-1, so that nobody's file with somebody's licence is carried along.

/// Returns the profile (ICC version 4.2, a display, about 550 bytes).
pub(super) fn srgb() -> Vec<u8> {
    // Colours as seen under D50, which all profiles are relative to.
    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", words("sRGB IEC61966-2.1")),
        (b"cprt", words("Public domain")),
        (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (b"chad", numbers(b"sf32", &ADAPTATION)),
        (b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])),
        (b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])),
        (b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_10])),
        (b"rTRC", curve()),
        (b"gTRC", curve()),
        (b"bTRC", curve()),
    ];
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut content: Vec<u8> = Vec::new();
    let mut written: Vec<(&[u8], u32)> = Vec::new();
    let start = HEADER + 4 + 12 * tags.len();
    for (signature, value) in &tags {
        // The three curves are one.
        let same = written.iter().find(|(bytes, _)| bytes == value).map(|&(_, at)| at);
        let at = same.unwrap_or_else(|| {
            let at = (start + content.len()) as u32;
            content.extend(value);
            content.resize(content.len().next_multiple_of(4), 0);
            written.push((value, at));
            at
        });
        table.extend(*signature);
        table.extend(at.to_be_bytes());
        table.extend((value.len() as u32).to_be_bytes());
    }
    [header(HEADER + table.len() + content.len()), table, content].concat()
}

const HEADER: usize = 128;

/// From D65 to D50 (Bradford).
const ADAPTATION: [f64; 9] =
    [1.047_882, 0.022_919, -0.050_217, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076, 0.751_678];

fn header(length: usize) -> Vec<u8> {
    let mut header = vec![0; HEADER];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &(length as u32).to_be_bytes());
    put(8, &[4, 0x20, 0, 0]);
    put(12, b"mntrRGB XYZ ");
    // The day the standard appeared, since a profile needs some date: year, month, day.
    put(24, &[0x07, 0xcf, 0, 10, 0, 18]);
    put(36, b"acsp");
    put(68, &xyz([0.9642, 1.0, 0.8249])[8..]);
    header
}

fn words(words: &str) -> Vec<u8> {
    let units: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut value = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    value.extend((units.len() as u32).to_be_bytes());
    value.extend(28u32.to_be_bytes());
    value.extend(units);
    value
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    numbers(b"XYZ ", &values)
}

/// Returns the sRGB transfer curve: Y = (aX + b)^g from d upwards, cX below.
fn curve() -> Vec<u8> {
    let parameters = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045];
    let mut value = b"para\0\0\0\0\0\x03\0\0".to_vec();
    value.extend(parameters.into_iter().flat_map(fixed));
    value
}

fn numbers(kind: &[u8; 4], values: &[f64]) -> Vec<u8> {
    let mut value = kind.to_vec();
    value.extend([0; 4]);
    value.extend(values.iter().copied().flat_map(fixed));
    value
}

/// A number with sixteen bits after the point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_says_its_own_length_and_points_into_itself() {
        let profile = srgb();
        let word = |at: usize| u32::from_be_bytes([0, 1, 2, 3].map(|next| profile[at + next])) as usize;
        assert_eq!(word(0), profile.len());
        assert_eq!(word(HEADER), 10);
        for tag in 0..10 {
            let entry = HEADER + 4 + 12 * tag;
            assert!(word(entry + 4) % 4 == 0 && word(entry + 4) + word(entry + 8) <= profile.len());
        }
    }

    #[test]
    fn white_is_the_sum_of_the_colours() {
        let sum = |part: [f64; 3]| part.iter().sum::<f64>();
        assert!((sum([0.436_07, 0.385_15, 0.143_07]) - 0.9642).abs() < 0.0002);
        assert!((sum([0.222_49, 0.716_87, 0.060_61]) - 1.0).abs() < 0.0002);
        assert!((sum([0.013_92, 0.097_08, 0.714_10]) - 0.8249).abs() < 0.0003);
    }
}
