//! Colours and how well they tell apart. In: `#rrggbb`. Out: `Colour`, contrasts as WCAG 2.1 counts them.

use std::fmt;

/// The contrast that text needs on its ground: WCAG 2.1, 1.4.3.
pub(super) const ENOUGH: f64 = 4.5;

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// The paper.
    pub(super) const WHITE: Self = Self([0xff; 3]);

    /// Reads `#1f4e79`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(digits)?;
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// Returns the contrast with another colour, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Tells whether text of it can be read on paper.
    pub fn is_read(self) -> bool {
        self.contrast(Self::WHITE) >= ENOUGH
    }

    /// Returns the lightest shade of this colour that can be read on a light ground.
    pub(super) fn darkened_for(self, ground: Self) -> Self {
        let shade = |part: u32| Self(self.0.map(|channel| (u32::from(channel) * part / 100) as u8));
        (0..=100).rev().map(shade).find(|shade| shade.contrast(ground) >= ENOUGH).unwrap_or(Self([0; 3]))
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// Returns how much light a channel gives. The power of 2.4 is that of 2 and of 2/5, the latter by Newton's
/// steps: `powf` may differ in its last bit from one machine to the other, these four operations cannot.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.040_45 {
        return value / 12.92;
    }
    let base = (value + 0.055) / 1.055;
    let square = base * base;
    let closer = |root: f64| (4.0 * root + square / (root * root * root * root)) / 5.0;
    square * (0..14).fold(1.0, |root, _| closer(root))
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_six_digits_after_a_hash() {
        assert_eq!(Colour::parse("#1F4e79"), Some(Colour([0x1f, 0x4e, 0x79])));
        for other in ["1f4e79", "#fff", "#12345g", "#+12345", "navy", "", "#ąąą"] {
            assert_eq!(Colour::parse(other), None, "{other}");
        }
    }

    #[test]
    fn light_is_that_of_wcag() {
        assert_eq!((linear(0), linear(255)), (0.0, 1.0));
        // Computed from the definition with 40 digits.
        for (channel, light) in [
            (10, 0.003_035_269_835_488_37),
            (11, 0.003_346_535_763_899_16),
            (64, 0.051_269_458_374_043_22),
            (128, 0.215_860_500_113_899_16),
            (254, 0.991_102_097_113_829_7),
        ] {
            assert!((linear(channel) - light).abs() < 1e-15, "{channel}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((Colour([0; 3]).contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        let grey = Colour([0x77; 3]);
        assert!(grey.contrast(Colour::WHITE) < ENOUGH);
        assert!(grey.darkened_for(Colour::WHITE).contrast(Colour::WHITE) >= ENOUGH);
    }
}
