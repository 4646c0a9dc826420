//! Numbers of bank accounts. In: an NRB or a Polish IBAN. Out: the same in groups of four, its check digits right.

use super::{Fault, fault, scalar::written};

written! {
    /// The number of a Polish bank account (NRB, 26 digits; zarządzenie nr 7/2017 Prezesa NBP, ISO 13616).
    BankAccount = ["string"], r"^\s*([Pp][Ll])?[ -]*(\d[ -]*){26}$",
        "Numer rachunku bankowego (NRB), 26 cyfr. / Number of a Polish bank account, 26 digits.";
}

/// How many digits an NRB has.
const DIGITS: usize = 26;
/// `PL00`, as the check counts it: P is 25, L is 21.
const COUNTRY: &str = "252100";

impl BankAccount {
    /// Reads 26 digits, with or without `PL`, spaces and hyphens. Fails on another number of digits and where the
    /// first two do not check the rest (98 less the rest modulo 97).
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let bare: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').collect();
        let digits = bare.strip_prefix("PL").or_else(|| bare.strip_prefix("pl")).unwrap_or(&bare);
        if digits.len() != DIGITS || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(Fault::new(fault::NOT_AN_ACCOUNT, text));
        }
        let (check, rest) = digits.split_at(2);
        let modulo = rest
            .bytes()
            .chain(COUNTRY.bytes())
            .fold(0, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
        if check != format!("{:02}", 98 - modulo) {
            return Err(Fault::new(fault::WRONG_CHECK_OF_ACCOUNT, text));
        }
        let groups: Vec<&str> = (2..DIGITS).step_by(4).map(|from| &digits[from..from + 4]).collect();
        Ok(Self(format!("{check} {}", groups.join(" "))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fault::tests::assert_tellable;

    /// The example of ISO 13616 for Poland.
    const EXAMPLE: &str = "61 1090 1014 0000 0712 1981 2874";

    #[test]
    fn a_number_is_read_however_it_is_grouped() {
        for text in [EXAMPLE, "PL61109010140000071219812874", "61-1090-1014-0000-0712-1981-2874"] {
            assert_eq!(
                BankAccount::parse(text).map(|account| account.to_string()).as_deref(),
                Ok(EXAMPLE),
                "{text}"
            );
        }
    }

    #[test]
    fn a_slip_in_one_digit_is_found() {
        for (text, name) in [
            ("61 1090 1014 0000 0712 1981 2875", "wrong-check-of-account"),
            ("16 1090 1014 0000 0712 1981 2874", "wrong-check-of-account"),
            ("61 1090 1014 0000 0712 1981 287", "not-an-account"),
            ("DE61109010140000071219812874", "not-an-account"),
            ("", "not-an-account"),
        ] {
            let fault = BankAccount::parse(text).expect_err(text);
            assert_eq!(fault.name(), name, "{text}");
            assert_tellable(&fault);
        }
    }
}
