//! How the items of a list are numbered. In: a label as typed. Out: `Numbering`, and labels again.

/// How the numbers of a list are written: `1.`, `b)`, `(iv)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Numbering {
    /// What counts.
    pub by: Numerals,
    /// What stands around a number.
    pub within: Within,
}

/// What counts the items of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Numerals {
    /// 1, 2, 3.
    #[default]
    Digits,
    /// a, b, c; aa after z.
    Letters,
    /// A, B, C.
    Capitals,
    /// i, ii, iii.
    Roman,
    /// I, II, III.
    RomanCapitals,
}

/// What stands around a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within {
    /// `1.`
    #[default]
    Stop,
    /// `1)`
    Bracket,
    /// `(1)`
    Brackets,
    /// `1-`
    Dash,
}

const ROMAN: [(u64, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

impl Numbering {
    /// Returns the label of an item: `b)`.
    pub fn label(self, number: u64) -> String {
        let numeral = match self.by {
            Numerals::Digits => number.to_string(),
            Numerals::Letters => letters(number),
            Numerals::Capitals => letters(number).to_uppercase(),
            Numerals::Roman => roman(number),
            Numerals::RomanCapitals => roman(number).to_uppercase(),
        };
        match self.within {
            Within::Stop => numeral + ".",
            Within::Bracket => numeral + ")",
            Within::Brackets => format!("({numeral})"),
            Within::Dash => numeral + "-",
        }
    }

    /// Returns what a label may be, each with its number, letters before Roman numerals: `i)` is the ninth letter
    /// or one. Numbers have three digits at most, letters are one, Roman numerals end before forty.
    pub fn readings(label: &str) -> impl Iterator<Item = (Self, u64)> {
        let ends = [
            (Within::Brackets, "(", ")"),
            (Within::Bracket, "", ")"),
            (Within::Stop, "", "."),
            (Within::Dash, "", "-"),
        ];
        let found = ends.into_iter().find_map(|(within, open, close)| {
            let numeral = label.strip_prefix(open)?.strip_suffix(close)?;
            numeral.bytes().all(|sign| sign.is_ascii_alphanumeric()).then_some((within, numeral))
        });
        found.into_iter().flat_map(|(within, numeral)| {
            numerals(numeral).map(move |(by, number)| (Self { by, within }, number))
        })
    }

    /// Returns the label of the first item, which differs from numbering to numbering.
    pub fn code(self) -> String {
        self.label(1)
    }

    /// Returns the numbering of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::readings(code).find(|(_, number)| *number == 1).map(|(numbering, _)| numbering)
    }

    /// Tells whether all labels are those that HTML and Markdown know of themselves.
    pub fn is_plain(self) -> bool {
        self == Self::default()
    }
}

fn numerals(text: &str) -> impl Iterator<Item = (Numerals, u64)> {
    let digits = text.parse().ok().filter(|_| text.len() <= 3 && !text.starts_with(['0', '+']));
    let lower = text.to_ascii_lowercase();
    let is_lower = lower == text;
    let is_one_case = is_lower || text == text.to_ascii_uppercase();
    let letter = lower.bytes().next().filter(|sign| text.len() == 1 && sign.is_ascii_lowercase());
    let letter = letter.map(|sign| u64::from(sign - b'a') + 1);
    let is_roman = is_one_case && !lower.is_empty() && lower.bytes().all(|sign| b"ivx".contains(&sign));
    let number = is_roman.then(|| (1..40).find(|number| roman(*number) == lower)).flatten();
    let (by_letters, by_roman) = match is_lower {
        true => (Numerals::Letters, Numerals::Roman),
        false => (Numerals::Capitals, Numerals::RomanCapitals),
    };
    [(Numerals::Digits, digits), (by_letters, letter), (by_roman, number)]
        .into_iter()
        .filter_map(|(by, number)| Some((by, number?)))
}

fn letters(number: u64) -> String {
    let mut text = Vec::new();
    let mut left = number.max(1);
    while left > 0 {
        left -= 1;
        text.push(char::from(b'a' + (left % 26) as u8));
        left /= 26;
    }
    text.into_iter().rev().collect()
}

fn roman(number: u64) -> String {
    // Nobody counts further in Roman numerals; the digits say it then.
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut text = String::new();
    let mut left = number;
    for (value, sign) in ROMAN {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_back() {
        for by in [
            Numerals::Digits,
            Numerals::Letters,
            Numerals::Capitals,
            Numerals::Roman,
            Numerals::RomanCapitals,
        ] {
            for within in [Within::Stop, Within::Bracket, Within::Brackets, Within::Dash] {
                for number in 1..26 {
                    let numbering = Numbering { by, within };
                    let label = numbering.label(number);
                    assert!(Numbering::readings(&label).any(|found| found == (numbering, number)), "{label}");
                }
                let numbering = Numbering { by, within };
                assert_eq!(Numbering::of_code(&numbering.code()), Some(numbering));
            }
        }
        let labels = |by: Numerals, numbers: [u64; 3]| {
            numbers.map(|number| Numbering { by, within: Within::Bracket }.label(number))
        };
        assert_eq!(labels(Numerals::Letters, [27, 52, 703]), ["aa)", "az)", "aaa)"]);
        assert_eq!(labels(Numerals::Roman, [4, 1949, 4000]), ["iv)", "mcmxlix)", "4000)"]);
        for label in ["2027.", "01.", "ab)", "", ")", "()", "(1", "1", "iX)", "ą)", "1.1."] {
            assert_eq!(Numbering::readings(label).count(), 0, "{label}");
        }
    }
}
