//! What formulas call cells. In: sheet, row and column. Out: `'Budżet'!$E$2:$E$9`.

/// Returns the letters of a column, counted from 0.
pub fn column(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (number % 26) as u8));
        match (number / 26).checked_sub(1) {
            Some(left) => number = left,
            None => return letters.into_iter().rev().collect(),
        }
    }
}

/// Returns a cell, by its row below the heads and its column, both counted from 0.
pub fn cell(row: usize, number: usize) -> String {
    format!("{}{}", column(number), row + 2)
}

/// The cells of a column from one row to another, both counted from 0 below the heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first row.
    pub first: usize,
    /// The last row.
    pub last: usize,
    /// The column.
    pub column: usize,
}

impl Span {
    /// Returns them as a formula of the same sheet calls them.
    pub fn here(self) -> String {
        format!("{}:{}", cell(self.first, self.column), cell(self.last, self.column))
    }

    /// Returns them as a formula of any sheet calls them, wherever it is copied to.
    pub fn of(self, sheet: &str) -> String {
        let letters = column(self.column);
        let sheet = sheet.replace('\'', "''");
        format!("'{sheet}'!${letters}${}:${letters}${}", self.first + 2, self.last + 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters_as_in_a_spreadsheet() {
        let told = [0, 25, 26, 51, 52, 701, 702].map(column);
        assert_eq!(told, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        let span = Span { first: 0, last: 7, column: 4 };
        assert_eq!([span.here(), span.of("Budżet")], ["E2:E9", "'Budżet'!$E$2:$E$9"]);
    }
}
