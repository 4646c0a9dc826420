//! How wide words probably are. In: a text, a size, a weight. Out: a width, rather too large than too small.
//!
//! A browser chooses the font itself, so an SVG cannot measure; the figures stand between Lato and the
//! wider Helvetica kin that system fonts resemble.

use super::Weight;

/// Returns the estimated width of a text, in the unit of `size`.
pub fn estimate(text: &str, size: f32, weight: Weight) -> f32 {
    let ems: f32 = text.chars().map(ems).sum();
    let heavier = match weight {
        Weight::Regular => 1.0,
        Weight::Bold => 1.06,
    };
    ems * size * heavier
}

fn ems(c: char) -> f32 {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}' => 0.0,
        'i' | 'j' | 'l' | 'ł' | '.' | ',' | ':' | ';' | '|' | '\'' | '!' => 0.27,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '-' | '/' | '"' | '„' | '”' => {
            0.36
        }
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 0.9,
        '0'..='9' => 0.58,
        _ if c.is_ascii_uppercase() => 0.69,
        _ if c.is_uppercase() => 0.73,
        '\u{2e80}'.. => 1.1,
        _ => 0.57,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polish_label_is_about_as_wide_as_in_a_sans_serif() {
        // Lato Regular 10: 137.3, Liberation Sans 10: 141.2.
        let width = estimate("Powiat szydłowiecki (mazowieckie)", 10.0, Weight::Regular);
        assert!((140.0..175.0).contains(&width), "{width}");
        assert!(estimate("ab", 10.0, Weight::Bold) > estimate("ab", 10.0, Weight::Regular));
    }
}
