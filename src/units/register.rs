//! Numbers in Polish registers of bodies. In: the number as it stands in a document. Out: its
//! digits, zeros kept, check digit proven.

use super::{Fault, fault, scalar::written};

written! {
    /// A tax identification number: ten digits.
    Nip = ["string", "integer"], r"^\s*(([Pp][Ll])?(\s*[-–]?\s*\d){10}|[A-Z]{2}[0-9A-Z+*]{2,13}|[Nn](/d|/a|ie dotyczy|ot applicable))\s*$",
        "NIP, dziesięć cyfr; podmiotu z zagranicy numer z literami kraju. / Polish tax number (NIP), ten digits; a foreign one with the letters of its country.";
    /// A number in the register of the national economy: nine digits, fourteen for a local unit.
    Regon = ["string", "integer"], r"^((\s*[-–]?\s*\d){9}((\s*[-–]?\s*\d){5})?|\s*[Nn](/d|/a|ie dotyczy|ot applicable))\s*$",
        "REGON, 9 albo 14 cyfr. / Statistical number (REGON), 9 or 14 digits.";
    /// A number in the National Court Register: ten digits, without a check digit.
    Krs = ["string", "integer"], r"^((\s*[-–]?\s*\d){10}|\s*[Nn](/d|/a|ie dotyczy|ot applicable))\s*$",
        "KRS, dziesięć cyfr razem z zerami na początku. / Court register number (KRS), ten digits with leading zeros.";
}

const NIP: [u32; 9] = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const REGON: [u32; 8] = [8, 9, 2, 3, 4, 5, 6, 7];
const REGON_LOCAL: [u32; 13] = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

/// How it is written that a body is in no register of a kind.
const NONE: &str = "nie dotyczy";

/// Tells whether a text says that there is no number.
fn says_none(text: &str) -> bool {
    [NONE, "n/d", "n/a", "not applicable"].contains(&text.trim().to_lowercase().as_str())
}

macro_rules! may_be_none {
    ($($name:ident)+) => {$(
        impl $name {
            /// Tells whether it is stated that there is no number.
            pub fn is_none(&self) -> bool {
                self.0 == NONE
            }
        }
    )+};
}

may_be_none!(Nip Regon Krs);

impl Nip {
    /// Tells whether it is the number of another country: its letters and what follows them, which nobody checks here.
    pub fn is_foreign(&self) -> bool {
        self.0.starts_with(|sign: char| sign.is_ascii_uppercase())
    }

    /// Reads ten digits, with spaces, hyphens and the prefix PL allowed, or a foreign number as it is. Fails on another
    /// length, all zeros or a wrong check digit.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let bare = text.trim();
        if says_none(bare) {
            return Ok(Self(NONE.to_owned()));
        }
        // As the European Union writes numbers for VAT: the letters of the country, two to thirteen signs.
        let is_foreign = bare.len() >= 4
            && bare.len() <= 15
            && !bare.starts_with("PL")
            && bare.bytes().take(2).all(|sign| sign.is_ascii_uppercase())
            && bare
                .bytes()
                .skip(2)
                .all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase() || b"+*".contains(&sign))
            && bare.bytes().any(|sign| sign.is_ascii_digit());
        if is_foreign {
            return Ok(Self(bare.to_owned()));
        }
        let bare = match bare.get(..2) {
            Some(prefix) if prefix.eq_ignore_ascii_case("PL") => &bare[2..],
            _ => bare,
        };
        let digits = digits(bare);
        let digits = digits.filter(|digits| digits.len() == 10).ok_or_else(|| length(text, "NIP", "10"))?;
        refuse_zeros(text, &digits, "NIP")?;
        // A remainder of 10 has no digit: such numbers are not given out.
        prove(text, "NIP", remainder(&digits, &NIP) == last(&digits)).map(|()| Self(digits))
    }
}

impl Regon {
    /// Reads nine or fourteen digits, spaces and hyphens allowed. Fails on another length, all zeros
    /// or a wrong check digit; in fourteen digits, the first nine must be a number themselves.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if says_none(text) {
            return Ok(Self(NONE.to_owned()));
        }
        let digits = digits(text).unwrap_or_default();
        if !matches!(digits.len(), 9 | 14) {
            let padded = format!("{digits:0>9}");
            let lost = matches!(digits.len(), 7 | 8) && is_regon(&padded);
            return Err(if lost { zeros_lost(text, "REGON", padded) } else { length(text, "REGON", "9/14") });
        }
        refuse_zeros(text, &digits, "REGON")?;
        prove(text, "REGON", is_regon(&digits)).map(|()| Self(digits))
    }
}

impl Krs {
    /// Reads ten digits, spaces and hyphens allowed. Fails on another length and on all zeros.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if says_none(text) {
            return Ok(Self(NONE.to_owned()));
        }
        let digits = digits(text).unwrap_or_default();
        match digits.len() {
            10 => refuse_zeros(text, &digits, "KRS").map(|()| Self(digits)),
            4..=9 => Err(zeros_lost(text, "KRS", format!("{digits:0>10}"))),
            _ => Err(length(text, "KRS", "10")),
        }
    }
}

/// Returns the digits without spaces and hyphens; `None` when anything else stands among them.
fn digits(text: &str) -> Option<String> {
    let kept: String = text.chars().filter(|sign| !sign.is_whitespace() && !"-–".contains(*sign)).collect();
    kept.bytes().all(|digit| digit.is_ascii_digit()).then_some(kept)
}

fn is_regon(digits: &str) -> bool {
    let proven = |digits: &str, weights: &[u32]| remainder(digits, weights) % 10 == last(digits);
    let (base, local) = digits.split_at(9);
    proven(base, &REGON) && (local.is_empty() || proven(digits, &REGON_LOCAL))
}

fn remainder(digits: &str, weights: &[u32]) -> u32 {
    let values = digits.chars().filter_map(|digit| digit.to_digit(10));
    values.zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
}

fn last(digits: &str) -> u32 {
    digits.chars().next_back().and_then(|digit| digit.to_digit(10)).unwrap_or_default()
}

fn prove(text: &str, register: &str, proven: bool) -> Result<(), Fault> {
    let wrong = || Fault::new(fault::WRONG_CHECK_DIGIT, text).with("register", register);
    if proven { Ok(()) } else { Err(wrong()) }
}

fn refuse_zeros(text: &str, digits: &str, register: &str) -> Result<(), Fault> {
    let zeros = digits.bytes().all(|digit| digit == b'0');
    if zeros { Err(Fault::new(fault::ALL_ZEROS, text).with("register", register)) } else { Ok(()) }
}

fn zeros_lost(text: &str, register: &str, padded: String) -> Fault {
    Fault::new(fault::ZEROS_LOST, text).with("register", register).suggest(padded)
}

fn length(text: &str, register: &str, wanted: &str) -> Fault {
    let count = text.chars().filter(char::is_ascii_digit).count();
    let fault = Fault::new(fault::WRONG_LENGTH, text).with("register", register);
    fault.with("digits", wanted).with("count", count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    fn assert_faults<T: std::fmt::Debug>(
        parse: fn(&str) -> Result<T, Fault>,
        faults: &[(&str, &str, Option<&str>)],
    ) {
        for (text, name, suggestion) in faults {
            let fault = parse(text).expect_err(text);
            assert_eq!((fault.name(), fault.suggestion.as_deref()), (*name, *suggestion), "{text}");
            assert_tellable(&fault);
        }
    }

    #[test]
    fn a_nip_proves_its_check_digit() {
        for text in ["5261040828", "526-104-08-28", "PL 526 104 08 28", "pl5261040828"] {
            assert_eq!(Nip::parse(text).as_ref().map(|number| number.0.as_str()), Ok("5261040828"), "{text}");
        }
        let faults = [
            ("5261040827", "wrong-check-digit", None),
            // The weighted sum leaves 10, whatever the last digit.
            ("1234567890", "wrong-check-digit", None),
            ("0000000000", "register-number-of-zeros", None),
            ("526104082", "register-number-length", None),
            ("526104082x", "register-number-length", None),
            ("ąą5261040828", "register-number-length", None),
            ("", "register-number-length", None),
        ];
        assert_faults(Nip::parse, &faults);
    }

    #[test]
    fn a_body_from_abroad_had_no_number_that_could_be_read() {
        assert!(
            Nip::parse(" CZ12345678 ")
                .is_ok_and(|number| number.is_foreign() && number.to_string() == "CZ12345678")
        );
        assert!(Nip::parse("PL5261040828").is_ok_and(|number| !number.is_foreign()));
        assert!(Nip::parse("CZECHY").is_err() && Nip::parse("PL12345678").is_err());
        assert!(Nip::parse("Nie dotyczy").is_ok_and(|number| number.is_none()));
        assert!(Regon::parse("nie dotyczy").is_ok_and(|number| number.is_none()));
        assert!(Krs::parse("n/d").is_ok_and(|number| number.is_none()));
    }

    #[test]
    fn a_regon_has_nine_or_fourteen_digits() {
        for text in ["000331501", "123456785", "12345678512347", "123 456 785"] {
            assert!(Regon::parse(text).is_ok(), "{text}");
        }
        let faults = [
            ("123456786", "wrong-check-digit", None),
            ("12345678612347", "wrong-check-digit", None),
            ("12345678512348", "wrong-check-digit", None),
            ("000000000", "register-number-of-zeros", None),
            ("23456785", "register-number-length", None),
            ("1234567850", "register-number-length", None),
        ];
        assert_faults(Regon::parse, &faults);
    }

    #[test]
    fn a_krs_without_its_zeros_is_shown_with_them() {
        assert_eq!(Krs::parse("0000 030 897").as_ref().map(|number| number.0.as_str()), Ok("0000030897"));
        let faults = [
            ("30897", "register-number-without-zeros", Some("0000030897")),
            ("0000000000", "register-number-of-zeros", None),
            ("00000308970", "register-number-length", None),
            ("KRS", "register-number-length", None),
        ];
        assert_faults(Krs::parse, &faults);
    }
}
