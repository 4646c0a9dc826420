//! The shape of a number that a call gives. In: `FE@@.##.##-I@.##-###/##`. Out: `NumberPattern`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A shape of characters: `#` a digit, `@` a capital letter, `+` after either for one or more of them;
/// everything else stands for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct NumberPattern(String);

impl NumberPattern {
    /// Returns the shape as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Tells whether a number has this shape; letters may be small.
    pub fn fits(&self, number: &str) -> bool {
        let mut rest = number.trim();
        let mut signs = self.0.chars().peekable();
        while let Some(sign) = signs.next() {
            let one = |letter: char| match sign {
                '#' => letter.is_ascii_digit(),
                '@' => letter.is_ascii_alphabetic(),
                sign => letter.eq_ignore_ascii_case(&sign),
            };
            let repeated = signs.next_if_eq(&'+').is_some();
            let taken = if repeated {
                rest.find(|letter| !one(letter)).unwrap_or(rest.len())
            } else {
                rest.chars().next().filter(|letter| one(*letter)).map_or(0, char::len_utf8)
            };
            if taken == 0 {
                return false;
            }
            rest = &rest[taken..];
        }
        rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_has_three_digits_and_a_project_four() {
        let mask = |text: &str| NumberPattern(text.to_owned());
        let (call, project) = (mask("FE@@.##.##-I@.##-###/##"), mask("FE@@.##.##-I@.##-####/##"));
        assert!(call.fits("FEDS.07.03-IP.02-169/24") && project.fits("feds.07.03-ip.02-0039/25"));
        assert!(!call.fits("FEDS.07.03-IP.02-0039/25") && !project.fits("FEDS.07.03-IP.02-169/24"));
        let pokl = mask("#+/POKL/#.#.#/@+/####");
        assert!(pokl.fits("1/POKL/7.2.1/IN/2011") && pokl.fits("12/POKL/7.2.1/INN/2011"));
        assert!(!pokl.fits("POKL/7.2.1/IN/2011") && !pokl.fits("1/POKL/7.2.1/IN/2011a"));
        assert!(!call.fits("FEDŚ.07.03-IP.02-169/24"));
    }
}
