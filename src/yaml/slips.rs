//! Slips that people make in YAML. In: where the parser stopped. Out: `Slip`, which one it is.

use super::lines::{Line, is_name};
use super::tree::ErrorKind;
use super::trouble::{Slip, Trouble};

impl Trouble<'_> {
    /// Returns the slip behind it, when it is one of those that can be mended.
    pub(super) fn slip(&self) -> Option<Slip> {
        let line = Line::at(self.text, self.at);
        if let Some(slip) = self.tabs(line) {
            return Some(slip);
        }
        if let Some(slip) = self.dash(line) {
            return Some(slip);
        }
        if let Some(slip) = self.dashed(line).or_else(|| self.bracketed()) {
            return Some(slip);
        }
        match self.kind {
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::DocumentIndicatorInQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent => self.unclosed_quote(self.at),
            ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => {
                self.quotes(line)
            }
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidUnicodeEscape => self.backslash(),
            ErrorKind::MisplacedFlowCollectionEnd => {
                let to = self.at + self.text[self.at..].chars().next()?.len_utf8();
                Some(Slip::new("YAML-23", (self.at, to), vec![(self.at, to, String::new())]))
            }
            ErrorKind::MismatchedFlowCollectionEnd { .. } => self.mismatch(),
            ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::BlockEntryInFlowCollection => {
                self.bracket(line)
            }
            _ if !self.brackets.is_empty() => self.bracket(line).or_else(|| self.in_brackets(line)),
            ErrorKind::UnexpectedCharacter { .. }
            | ErrorKind::InvalidBlockScalarHeader
            | ErrorKind::UndeclaredTagHandle
            | ErrorKind::InvalidGlobalTagCharacter
            | ErrorKind::InvalidTagTerminator
            | ErrorKind::MissingTagUri
            | ErrorKind::MissingAnchorOrAliasName => self.reserved(line),
            ErrorKind::MappingValueNotAllowed => self.colon(line),
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
                let slip = self.no_space(line).or_else(|| self.no_colon(line));
                slip.or_else(|| self.not_indented(line))
            }
            _ => self.reserved(line).or_else(|| self.indentation(line)),
        }
    }

    /// Tabs instead of spaces at the start of lines: all of them at once, since one slip makes many.
    fn tabs(&self, line: Line) -> Option<Slip> {
        let tab = |line: Line| line.text[..line.indent()].contains('\t') && !line.is_blank();
        let first = [Some(line), line.below(self.text)].into_iter().flatten().find(|line| tab(*line))?;
        let unit = indentation_unit(self.text);
        let mut edits = Vec::new();
        if let Some(edit) = self.lone_tab(first) {
            return Some(Slip::new("YAML-16", (first.from, first.from + first.indent()), vec![edit]));
        }
        let mut next = Some(first);
        while let Some(line) = next {
            let indent = &line.text[..line.indent()];
            if indent.contains('\t') {
                let width = indent.chars().fold(0, |width, letter| match letter {
                    '\t' => (width / unit + 1) * unit,
                    _ => width + 1,
                });
                edits.push((line.from, line.from + indent.len(), " ".repeat(width)));
            }
            next = line.below(self.text);
        }
        Some(Slip::new("YAML-16", (first.from, first.from + first.indent()), edits))
    }

    /// The one line with a tab among lines with spaces: it is given the place that the line above suggests.
    fn lone_tab(&self, line: Line) -> Option<(usize, usize, String)> {
        let above = line.above(self.text)?;
        let below = line.below(self.text);
        let is_spaced = |other: Line| !other.text[..other.indent()].contains('\t');
        if !is_spaced(above) || !below.is_none_or(is_spaced) {
            return None;
        }
        let (_, value) = above.key()?;
        let deeper = if value < above.to() { 0 } else { indentation_unit(self.text) };
        let column = if line.is_item() { above.indent() } else { above.column() };
        Some((line.from, line.from + line.indent(), " ".repeat(column + deeper)))
    }

    /// A dash without a space behind it that opens an item, here or on the line above.
    fn dash(&self, line: Line) -> Option<Slip> {
        let opens = |line: &Line| {
            let words = line.text[line.indent()..].strip_prefix('-')?;
            let (name, _) = words.split_once(':')?;
            (is_name(name) && !name.starts_with('-') && (self.is_field)(name)).then_some(())
        };
        let lines = [Some(line), line.above(self.text)];
        let line = lines.into_iter().flatten().find(|line| opens(line).is_some())?;
        let at = line.from + line.indent();
        Some(Slip::new("YAML-34", (at, at + 1), vec![(at + 1, at + 1, " ".to_owned())]))
    }

    /// A colon inside a text without quotes, or a line deeper than it should be.
    fn colon(&self, line: Line) -> Option<Slip> {
        let (key, value) = line.key()?;
        if value <= self.at {
            return self.quote("YAML-17", value, line.end());
        }
        let above = line.above(self.text)?;
        if let Some(slip) = self.no_space(above).or_else(|| self.no_colon(above)) {
            return Some(slip);
        }
        if is_name(key) && above.key().is_some_and(|(_, value)| value < above.to()) && !line.is_item() {
            return self.shift(line, above.column());
        }
        // The text began on a line above and goes on here.
        let mut start = above;
        while start.key().is_none() || start.column() >= line.indent() {
            start = start.above(self.text)?;
        }
        let (_, value) = start.key()?;
        let mut last = line;
        while let Some(below) = last.below(self.text).filter(|below| below.indent() > start.column()) {
            last = below;
        }
        self.quote("YAML-17", value, last.end())
    }

    /// A line whose indentation fits no line above it.
    fn indentation(&self, line: Line) -> Option<Slip> {
        if line.key().is_none() && !line.is_item() {
            return None;
        }
        let indent = line.indent();
        let mut columns = Vec::new();
        let mut above = line.above(self.text);
        let mut least = usize::MAX;
        while let Some(other) = above {
            let column = if line.is_item() { other.indent() } else { other.column() };
            if column < least && (other.is_item() || !line.is_item() || other.key().is_some()) {
                columns.push(column);
                least = column.min(other.indent());
                if other.indent() < column && !line.is_item() {
                    columns.push(other.indent());
                }
            }
            above = if least == 0 { None } else { other.above(self.text) };
        }
        let nearest = columns.into_iter().filter(|column| *column != indent);
        self.shift(line, nearest.min_by_key(|column| (column.abs_diff(indent), usize::MAX - column))?)
    }

    /// Moves a line, and those below that belong to it or share its slip, to a column.
    fn shift(&self, line: Line, column: usize) -> Option<Slip> {
        let indent = line.indent();
        if indent == column {
            return None;
        }
        let mut edits = vec![(line.from, line.from + indent, " ".repeat(column))];
        // Where the line's own contents begin: nothing is below a line that holds its value.
        let mut inner = line.is_item().then(|| line.column());
        let holds_value = line.key().is_some_and(|(_, value)| value < line.to()) && !line.is_item();
        let mut next = line.below(self.text);
        while let Some(below) = next {
            next = below.below(self.text);
            if below.is_blank() {
                continue;
            }
            let own = below.indent();
            let goes_on = below.key().is_none() && !below.is_item();
            if own != indent {
                let least = *inner.get_or_insert(own);
                if own < least.max(indent + 1) || holds_value && !goes_on {
                    break;
                }
            }
            edits.push((below.from, below.from + own, " ".repeat(own - indent + column)));
        }
        Some(Slip::new("YAML-21", (line.from + indent, line.end()), edits))
    }

    /// A text that opens with a character that YAML keeps for itself.
    fn reserved(&self, line: Line) -> Option<Slip> {
        let value = match line.key() {
            Some((_, value)) if value <= self.at => value,
            Some(_) => return None,
            None => line.from + line.column(),
        };
        let opens = |text: &str| text.starts_with(['@', '`', '%', '*', '&', '!', '|', '>', '-', '?', ',']);
        if !opens(&self.text[value..]) || value >= line.end() {
            return None;
        }
        self.quote("YAML-20", value, line.end())
    }

    /// A colon without a space behind it.
    fn no_space(&self, line: Line) -> Option<Slip> {
        let words = &line.text[line.column()..];
        let (key, rest) = words.split_once(':')?;
        if !is_name(key) || rest.is_empty() || rest.starts_with([' ', '\t', ':']) || rest.starts_with("//") {
            return None;
        }
        let at = line.from + line.column() + key.len() + 1;
        Some(Slip::new("YAML-24", (at - 1, at), vec![(at, at, " ".to_owned())]))
    }

    /// The name of a field without a colon behind it: `vision = …`, `vision; …`, `vision …`.
    fn no_colon(&self, line: Line) -> Option<Slip> {
        let words = &line.text[line.column()..];
        let name = words
            .split([' ', '\t', '=', ';'])
            .next()
            .filter(|name| is_name(name) && (self.is_field)(name))?;
        let above = line.above(self.text);
        // A text that goes on below may well open with such a word.
        let goes_on = |above: Line| {
            let waits = above.key().is_some_and(|(_, value)| value < above.to());
            waits && above.column() < line.column() || above.text.trim_end().ends_with(',')
        };
        if line.key().is_some() || above.is_some_and(goes_on) {
            return None;
        }
        let behind = &words[name.len()..];
        let value = behind.trim_start_matches([' ', '\t']).trim_start_matches(['=', ';']).trim_start();
        if value.is_empty() {
            return None;
        }
        let from = line.from + line.column();
        let (end, start) = (from + name.len(), line.to() - value.len());
        Some(Slip::new("YAML-31", (from, end), vec![(end, start, ": ".to_owned())]))
    }

    /// A text that goes on below without being indented.
    fn not_indented(&self, line: Line) -> Option<Slip> {
        let above = line.above(self.text)?;
        if line.key().is_some() || line.is_item() {
            return None;
        }
        let words = line.text.trim();
        let indent = match above.key() {
            Some((_, value)) if value < above.to() && words.contains(' ') => above.column() + 2,
            None if above.indent() > line.indent() && words.contains(' ') => above.indent(),
            _ => return None,
        };
        let edits = vec![(line.from, line.from + line.indent(), " ".repeat(indent))];
        Some(Slip::new("YAML-26", (line.from + line.indent(), line.end()), edits))
    }
}

/// Returns how many spaces one step of indentation takes in this text.
fn indentation_unit(text: &str) -> usize {
    let widths = text.lines().filter(|line| line.starts_with(' ')).map(|line| Line { from: 0, text: line });
    widths.filter(|line| !line.is_blank()).map(Line::indent).min().unwrap_or(2).clamp(1, 8)
}
