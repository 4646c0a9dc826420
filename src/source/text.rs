//! The files of a run, with their lines. In: names and decoded text. Out: `Sources`, `Position`.

use crate::diagnostic::Span;

/// All files that make one application, in the order they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The files; a span names them by index.
    pub files: Vec<Source>,
    /// How many values were read of them.
    pub values: usize,
}

/// A file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its path as messages show it.
    pub name: String,
    /// Its text, decoded, without a byte order mark, with the author's line ends.
    pub text: String,
    /// How its bytes were read.
    pub encoding: Encoding,
    starts: Vec<usize>,
}

/// How bytes became text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16 with a byte order mark, either order.
    Utf16,
    /// Windows-1250, recognised by its Polish letters.
    Windows1250,
    /// ISO 8859-2, recognised by its Polish letters.
    Iso88592,
}

impl Encoding {
    /// Returns the name that people and editors use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1250 => "Windows-1250",
            Self::Iso88592 => "ISO 8859-2",
        }
    }
}

/// A line and a column as an editor shows them, both counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Source {
    /// Takes a file's name and its decoded text.
    pub fn new(name: impl Into<String>, text: impl Into<String>, encoding: Encoding) -> Self {
        let text = text.into();
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, encoding, starts }
    }

    /// Returns the line and column of a byte; a byte past the end stands at the end.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts[line - 1];
        Position { line, column: self.text[start..byte].chars().count() + 1 }
    }

    /// Returns a line without its end, counted from 1; empty past the last.
    pub fn line(&self, number: usize) -> &str {
        let Some(start) = number.checked_sub(1).and_then(|index| self.starts.get(index)) else { return "" };
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        self.text[*start..end].trim_end_matches(['\n', '\r'])
    }
}

impl Sources {
    /// Adds a file and returns its index.
    pub fn add(&mut self, source: Source) -> usize {
        self.files.push(source);
        self.files.len() - 1
    }

    /// Returns the file of a span; `None` when the span stands for no file.
    pub fn file(&self, span: Span) -> Option<&Source> {
        self.files.get(span.file)
    }

    /// Returns where a span starts.
    pub fn position(&self, span: Span) -> Option<Position> {
        self.file(span).map(|source| source.position(span.from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::new("a.yaml", "ąę: 1\r\nżółć: x\n", Encoding::Utf8);
        assert_eq!(
            source.position(source.text.find('1').expect("there is a 1")),
            Position { line: 1, column: 5 }
        );
        assert_eq!(
            source.position(source.text.find('x').expect("there is an x")),
            Position { line: 2, column: 7 }
        );
        assert_eq!(source.position(10_000), Position { line: 3, column: 1 });
        assert_eq!(source.line(1), "ąę: 1");
        assert_eq!(source.line(9), "");
    }
}
