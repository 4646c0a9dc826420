//! Pictures sound, cut and damaged.

use super::{Wrong, decoded};

/// A picture of 64 rows of 64 pixels, some of them clear.
fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 64, 64);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("memory takes a header");
    let pixels: Vec<u8> =
        (0..64 * 64 * 4_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    writer.write_image_data(&pixels).expect("memory takes a picture");
    writer.finish().expect("memory takes an end");
    bytes
}

const JPEG: &[u8] = include_bytes!("grey.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("progressive.jpg");

#[test]
fn sound_pictures_are_taken() {
    for bytes in [&png()[..], JPEG, PROGRESSIVE] {
        assert_eq!(decoded(bytes), Ok(()));
    }
}

#[test]
fn a_picture_cut_short_was_a_hole_in_the_pdf() {
    for whole in [&png()[..], JPEG, PROGRESSIVE] {
        for length in (8..whole.len()).step_by(7).chain([whole.len() - 1]) {
            assert_eq!(decoded(&whole[..length]), Err(Wrong::Damaged), "{length} of {}", whole.len());
        }
    }
}

#[test]
fn a_png_with_one_wrong_bit_was_a_hole_in_the_pdf() {
    let whole = png();
    for at in 8..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        assert!(decoded(&bytes).is_err(), "byte {at}");
    }
}

#[test]
fn no_damage_to_a_jpeg_panics() {
    let mut random = fastrand::Rng::with_seed(6);
    for whole in [JPEG, PROGRESSIVE] {
        for _ in 0..500 {
            let mut bytes = whole.to_vec();
            for _ in 0..random.usize(1..4) {
                let at = random.usize(2..bytes.len());
                bytes[at] = random.u8(..);
            }
            let _ = decoded(&bytes);
        }
    }
}

#[test]
fn a_small_file_took_gigabytes() {
    let mut bytes = png();
    bytes[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    assert_eq!(decoded(&bytes), Err(Wrong::Large(3600)));
    let mut bytes = JPEG.to_vec();
    let frame = bytes.windows(2).position(|mark| mark == b"\xff\xc0").expect("a frame");
    bytes[frame + 5..frame + 9].fill(0xff);
    assert_eq!(decoded(&bytes), Err(Wrong::Large(4294)));
    assert_eq!(decoded(b"GIF89a"), Err(Wrong::Kind));
    assert_eq!(decoded(b""), Err(Wrong::Kind));
}
