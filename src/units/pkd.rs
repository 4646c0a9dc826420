//! Codes of activity. In: a code of the Polish Classification of Activities. Out: the same as `85.59.B`.

use super::{Fault, fault, scalar::written};

written! {
    /// A subclass of the Polish Classification of Activities (PKD): two digits, two digits, a letter.
    Pkd = ["string"], r"^\s*\d{2}\s*\.?\s*\d{2}\s*\.?\s*[A-Za-z]\s*$",
        "Kod PKD: 85.59.B. / Code of the Polish Classification of Activities (PKD): 85.59.B.";
}

impl Pkd {
    /// Reads four digits and a letter, with or without dots and spaces. Fails on anything else: a class
    /// or a division alone is not what forms ask for.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let bare: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '.').collect();
        match bare.as_bytes() {
            [digits @ .., letter]
                if digits.len() == 4
                    && digits.iter().all(u8::is_ascii_digit)
                    && letter.is_ascii_alphabetic() =>
            {
                Ok(Self(format!("{}.{}.{}", &bare[..2], &bare[2..4], bare[4..].to_ascii_uppercase())))
            }
            _ => Err(Fault::new(fault::NOT_A_PKD, text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    #[test]
    fn a_code_gets_its_dots_and_its_capital() {
        for text in ["85.59.B", "85.59.b", "8559B", " 85 59 B "] {
            assert_eq!(Pkd::parse(text).as_ref().map(|code| code.0.as_str()), Ok("85.59.B"), "{text}");
        }
    }

    #[test]
    fn a_code_without_its_letter_is_none() {
        for text in ["85.59", "85", "85.59.BB", "85.5.B", "szkolenia", "85.59.Ą", ""] {
            let fault = Pkd::parse(text).expect_err(text);
            assert_eq!(fault.name(), "not-a-pkd-code", "{text}");
            assert_tellable(&fault);
        }
    }
}
