//! The emblem of the European Union. In: its height. Out: the corners of its stars.
//!
//! Regulation (EU) 2021/1060, annex IX, point 1.9: a blue flag one and a half times as long as it is high; twelve gold stars
//! at equal distances, as the hours stand on a dial, on a circle whose centre is that of the flag and whose radius is a
//! third of its height; the five points of each star stand on a circle whose radius is an eighteenth of the height, one
//! of them upright. Colours: Reflex Blue and yellow, on a screen 0/51/153 and 255/204/0. Nothing may be changed or added.

/// Reflex Blue.
pub(super) const BLUE: [u8; 3] = [0, 51, 153];
/// The yellow of the stars.
pub(super) const YELLOW: [u8; 3] = [255, 204, 0];
/// How long it is, in heights.
pub(super) const LENGTH: f32 = 1.5;

/// Sine and cosine of the hours of a dial, from twelve on; a computed sine is not the same on every machine.
const HOURS: [(f64, f64); 12] = {
    const S: f64 = 0.866_025_403_784_438_6;
    [
        (0.0, 1.0),
        (0.5, S),
        (S, 0.5),
        (1.0, 0.0),
        (S, -0.5),
        (0.5, -S),
        (0.0, -1.0),
        (-0.5, -S),
        (-S, -0.5),
        (-1.0, 0.0),
        (-S, 0.5),
        (-0.5, S),
    ]
};

/// Sine and cosine of the tenths of a turn.
const TENTHS: [(f64, f64); 10] = {
    const A: (f64, f64) = (0.587_785_252_292_473_1, 0.809_016_994_374_947_5);
    const B: (f64, f64) = (0.951_056_516_295_153_5, 0.309_016_994_374_947_45);
    [
        (0.0, 1.0),
        A,
        B,
        (B.0, -B.1),
        (A.0, -A.1),
        (0.0, -1.0),
        (-A.0, -A.1),
        (-B.0, -B.1),
        (-B.0, B.1),
        (-A.0, A.1),
    ]
};

/// How far the inner corners of a five-pointed star stand from its middle, in parts of the outer ones.
const INNER: f64 = 0.381_966_011_250_105_1;

/// Returns the ten corners of each star, from its upper point on; the origin is the upper left corner.
pub(super) fn stars(height: f32) -> Vec<[(f32, f32); 10]> {
    let height = f64::from(height);
    let around = |(x, y): (f64, f64), radius: f64, (sine, cosine): (f64, f64)| {
        (x + radius * sine, y - radius * cosine)
    };
    let star = |hour: &(f64, f64)| {
        let centre = around((height * 0.75, height * 0.5), height / 3.0, *hour);
        std::array::from_fn(|corner| {
            let radius = height / 18.0 * if corner % 2 == 0 { 1.0 } else { INNER };
            let (x, y) = around(centre, radius, TENTHS[corner]);
            (x as f32, y as f32)
        })
    };
    HOURS.iter().map(star).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn far(one: (f32, f32), other: (f32, f32)) -> f32 {
        let (x, y) = (one.0 - other.0, one.1 - other.1);
        (x * x + y * y).sqrt()
    }

    #[test]
    fn twelve_upright_stars_stand_on_a_circle_as_the_annex_says() {
        let stars = stars(180.0);
        assert_eq!(stars.len(), 12);
        for star in &stars {
            let centre = (star[0].0, star[0].1 + 10.0);
            let away = far(centre, (135.0, 90.0));
            assert!((away - 60.0).abs() < 0.01, "{away}");
            let points = star.iter().step_by(2);
            assert!(points.clone().all(|(x, y)| (far((*x, *y), centre) - 10.0).abs() < 0.01));
            assert!((star[2].1 - star[8].1).abs() < 0.01, "two points stand level");
        }
        assert!(
            (stars[0][0].0 - 135.0).abs() < 0.01 && (stars[0][0].1 - 20.0).abs() < 0.01,
            "one stands at twelve"
        );
    }
}
