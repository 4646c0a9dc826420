//! Lines of a YAML text as an author sees them. In: a text and a byte. Out: `Line`: its indentation,
//! its key, where its value starts and ends.

/// A line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Its first byte.
    pub(super) from: usize,
    /// Its characters without the line's end.
    pub(super) text: &'t str,
}

impl<'t> Line<'t> {
    /// Returns the line that holds a byte.
    pub(super) fn at(text: &'t str, byte: usize) -> Self {
        let byte = text.floor_char_boundary(byte);
        let from = text[..byte].rfind('\n').map_or(0, |at| at + 1);
        let to = text[from..].find('\n').map_or(text.len(), |at| from + at);
        Self { from, text: text[from..to].trim_end_matches('\r') }
    }

    /// Returns all lines of a text.
    pub(super) fn all(text: &'t str) -> impl Iterator<Item = Self> {
        std::iter::successors((!text.is_empty()).then(|| Self::at(text, 0)), |line| line.below(text))
    }

    /// Returns the byte after its last character.
    pub(super) fn to(self) -> usize {
        self.from + self.text.len()
    }

    /// Returns the line below; `None` for the last.
    pub(super) fn below(self, text: &'t str) -> Option<Self> {
        let next = self.to() + text[self.to()..].find('\n')? + 1;
        (next < text.len()).then(|| Self::at(text, next))
    }

    /// Returns the nearest line above that holds more than white space or a comment.
    pub(super) fn above(self, text: &'t str) -> Option<Self> {
        let mut line = self;
        loop {
            line = Self::at(text, line.from.checked_sub(1)?);
            if !line.is_blank() {
                return Some(line);
            }
        }
    }

    /// Tells whether it holds nothing but white space or a comment.
    pub(super) fn is_blank(self) -> bool {
        let text = self.text.trim_start();
        text.is_empty() || text.starts_with('#')
    }

    /// Returns the number of spaces and tabs it opens with.
    pub(super) fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '\t']).len()
    }

    /// Tells whether it is an item of a list.
    pub(super) fn is_item(self) -> bool {
        let text = &self.text[self.indent()..];
        text == "-" || text.starts_with("- ")
    }

    /// Returns the column at which its words start, behind the dashes of list items.
    pub(super) fn column(self) -> usize {
        let mut rest = &self.text[self.indent()..];
        while let Some(inner) = rest.strip_prefix("- ") {
            rest = inner.trim_start_matches(' ');
        }
        self.text.len() - rest.len()
    }

    /// Returns its key and the byte at which the value behind it starts; `None` without a key.
    pub(super) fn key(self) -> Option<(&'t str, usize)> {
        let column = self.column();
        let rest = &self.text[column..];
        let quote = rest.chars().next().filter(|letter| matches!(letter, '"' | '\''));
        let inside = match quote {
            Some(quote) => rest[1..].find(quote)? + 2,
            None => 0,
        };
        let colon = inside
            + rest[inside..].match_indices(':').map(|(at, _)| at).find(|at| {
                let after = &rest[inside + at + 1..];
                after.is_empty() || after.starts_with([' ', '\t'])
            })?;
        let key = rest[..colon].trim();
        let value = &rest[colon + 1..];
        let start = self.to() - value.trim_start().len();
        (!key.is_empty() && !key.starts_with(['#', '{', '['])).then_some((key, start))
    }

    /// Returns the byte after the last character that is not white space or a comment.
    pub(super) fn end(self) -> usize {
        let cut = self.text.find(" #").unwrap_or(self.text.len());
        self.from + self.text[..cut].trim_end().len()
    }
}

/// Tells whether a text looks like the name of a field: letters, digits, `_` and `-` only.
pub(super) fn is_name(text: &str) -> bool {
    let text = text.trim_matches(['"', '\'']);
    !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'))
}

/// Returns where a value inside brackets ends: before the next comma or bracket of its line.
pub(super) fn flow_end(text: &str, at: usize, line: Line) -> usize {
    let rest = &text[at..line.to().max(at)];
    let end = rest.find([',', '}', ']']).unwrap_or(rest.len());
    at + rest[..end].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_knows_its_key_and_value() {
        let text = "a: 1\n  - - id: N1 # x\r\n\n# c\n  \"k: l\": m\nhttp://x\n";
        let second = Line::at(text, 9);
        assert_eq!((second.indent(), second.column(), second.is_item()), (2, 6, true));
        let (key, value) = second.key().expect("there is a key");
        assert_eq!((key, &text[value..second.end()]), ("id", "N1"));
        let quoted = Line::at(text, text.find("k: l").expect("it is there"));
        assert_eq!(
            quoted.key().map(|(key, value)| (key, &text[value..quoted.to()])),
            Some(("\"k: l\"", "m"))
        );
        assert_eq!(quoted.above(text).map(|line| line.from), Some(second.from));
        assert!(Line::at(text, text.len() - 2).key().is_none());
    }
}
