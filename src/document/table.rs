//! Tables. In: nothing. Out: `Table`, always with a header row.

use super::{Block, Inline, Inlines};

/// A table with one header row or more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows; empty for none.
    pub caption: Inlines,
    /// One entry a column; every row has as many cells.
    pub columns: Vec<Column>,
    /// The header rows, at least one, repeated on every page.
    pub head: Vec<Row>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether the first cell of each row is a header of its row.
    pub row_headers: bool,
    /// Whether cells open with the letter of a grade, which a writer may also show as a colour.
    pub graded: bool,
}

/// A grade of three, as of a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// N (niskie), L (low).
    Low,
    /// Ś (średnie), M (medium).
    Medium,
    /// W (wysokie), H (high).
    High,
}

impl Grade {
    /// Returns the grade that a letter stands for.
    fn of_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "N" | "L" => Self::Low,
            "Ś" | "M" => Self::Medium,
            "W" | "H" => Self::High,
            _ => return None,
        })
    }
}

impl Table {
    /// Tells whether no header row has words, as of rows pasted without heads.
    pub fn is_headless(&self) -> bool {
        self.head.iter().flatten().all(|cell| cell.blocks.is_empty())
    }

    /// Tells whether the first cell of each row is a header of its row: it is said so, or there is no other header.
    pub fn has_row_headers(&self) -> bool {
        self.row_headers || self.is_headless()
    }

    /// Returns the grade that a cell of a graded table opens with.
    pub fn grade(&self, cell: &Cell) -> Option<Grade> {
        let [Block::Paragraph(content)] = cell.blocks.as_slice() else { return None };
        let Some(Inline::Text(words)) = content.first() else { return None };
        let letter = words.split_whitespace().next().filter(|_| self.graded)?;
        Grade::of_letter(letter)
    }
}

/// A column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Where its cells stand.
    pub align: Align,
}

/// Where the words of a cell stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the side where reading starts, unless the writer knows better.
    #[default]
    Natural,
    /// Left.
    Left,
    /// Centre.
    Centre,
    /// Right, with tabular figures.
    Right,
}

/// A row of cells.
pub type Row = Vec<Cell>;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it holds; empty for an empty cell. A Markdown cell is one paragraph.
    pub blocks: Vec<Block>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_is_read_from_the_letter_that_opens_a_cell_of_a_graded_table() {
        let cell =
            |words: &str| Cell { blocks: vec![Block::Paragraph(vec![Inline::Text(words.to_owned())])] };
        let graded = Table { graded: true, ..Table::default() };
        assert_eq!(graded.grade(&cell("W R1, R2")), Some(Grade::High));
        assert_eq!(graded.grade(&cell("Ś")), Some(Grade::Medium));
        assert_eq!(graded.grade(&cell("L")), Some(Grade::Low));
        assert_eq!(graded.grade(&cell("Wysokie")), None);
        assert_eq!(graded.grade(&Cell::default()), None);
        assert_eq!(Table::default().grade(&cell("W R1")), None, "a preposition is no grade");
    }
}
