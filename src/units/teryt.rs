//! Codes of territory. In: a TERYT code. Out: the same with its zeros, and what it is the code of.

use super::{Fault, fault, scalar::written};

written! {
    /// A code of the official register of territory: 2 digits for a voivodeship, 4 for a county, 6 for
    /// a commune, 7 for a commune with its kind.
    Teryt = ["string", "integer"], r"^\s*\d{2}(\s*\d{2}(\s*\d{2}(\s*\d)?)?)?\s*$",
        "Kod TERYT: 2 cyfry (województwo), 4 (powiat), 6 albo 7 (gmina). / TERYT code: 2 digits (voivodeship), 4 (county), 6 or 7 (commune).";
}

impl Teryt {
    /// Reads 2, 4, 6 or 7 digits, spaces allowed. Fails on other text and when the first two digits
    /// are the number of no voivodeship (even, 02 to 32).
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let code: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        if code.is_empty() || !code.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Fault::new(fault::NOT_A_TERYT, text));
        }
        if matches!(code.len(), 1 | 3 | 5) && is_voivodeship(&format!("0{code}")) {
            let fault = Fault::new(fault::ZEROS_LOST, text).with("register", "TERYT");
            return Err(fault.suggest(format!("0{code}")));
        }
        if !matches!(code.len(), 2 | 4 | 6 | 7) {
            return Err(Fault::new(fault::NOT_A_TERYT, text));
        }
        if !is_voivodeship(&code) {
            return Err(Fault::new(fault::UNKNOWN_VOIVODESHIP, text));
        }
        Ok(Self(code))
    }

    /// Returns the digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the two digits of the voivodeship.
    pub fn voivodeship(&self) -> &str {
        &self.0[..2]
    }

    /// Tells whether this territory is `other` or a part of it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }
}

fn is_voivodeship(code: &str) -> bool {
    code.get(..2)
        .and_then(|number| number.parse::<u8>().ok())
        .is_some_and(|number| (2..=32).contains(&number) && number.is_multiple_of(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    #[test]
    fn a_code_keeps_its_zero() {
        for text in ["02", "0263", "026301", "0263011", " 18 63 "] {
            let code = Teryt::parse(text).expect(text);
            assert_eq!(code.as_str(), text.replace(' ', ""));
        }
        let city = Teryt::parse("0263011").expect("a commune");
        assert!(city.is_within(&Teryt::parse("02").expect("a voivodeship")));
        assert_eq!(city.voivodeship(), "02");
    }

    #[test]
    fn what_is_no_code_is_a_fault() {
        for (text, name, suggestion) in [
            ("263", "register-number-without-zeros", Some("0263")),
            ("3", "not-a-teryt-code", None),
            ("12345678", "not-a-teryt-code", None),
            ("powiat", "not-a-teryt-code", None),
            ("", "not-a-teryt-code", None),
            ("1763", "unknown-voivodeship", None),
            ("34", "unknown-voivodeship", None),
        ] {
            let fault = Teryt::parse(text).expect_err(text);
            assert_eq!((fault.name(), fault.suggestion.as_deref()), (name, suggestion), "{text}");
            assert_tellable(&fault);
        }
    }
}
