//! Lines with what stands before them. In: lines, indents, gaps. Out: a text.

/// A text that grows line by line.
#[derive(Default)]
pub(super) struct Sheet {
    out: String,
    /// What stands before every line, outermost first: before the first line, and before the others.
    indents: Vec<(String, String)>,
    /// How many of the indents wait for their first line.
    fresh: usize,
    gap: bool,
}

impl Sheet {
    /// Puts an empty line before the next line, unless it is the first of the text or of an indent.
    pub(super) fn gap(&mut self) {
        self.gap = self.gap || (self.fresh == 0 && !self.out.is_empty());
    }

    /// Starts an indent: a marker for its first line, and what stands before the others.
    pub(super) fn indent(&mut self, first: &str, others: &str) {
        self.indents.push((first.to_owned(), others.to_owned()));
        self.fresh += 1;
    }

    /// Ends an indent; one without a line shows its marker.
    pub(super) fn outdent(&mut self) {
        if self.fresh > 0 {
            self.write("");
        }
        self.indents.pop();
    }

    /// Adds a line; nothing for an empty one.
    pub(super) fn line(&mut self, line: &str) {
        if !line.trim().is_empty() {
            self.write(line);
        }
    }

    /// Adds several lines, empty ones among them; nothing for an empty text.
    pub(super) fn lines(&mut self, text: &str) {
        if !text.trim().is_empty() {
            text.lines().for_each(|line| self.write(line));
        }
    }

    /// Returns the width that indents take.
    pub(super) fn margin(&self) -> usize {
        self.indents.iter().map(|(_, others)| others.len()).sum()
    }

    pub(super) fn finish(mut self) -> String {
        self.out.truncate(self.out.trim_end_matches('\n').len());
        self.out.push('\n');
        self.out
    }

    fn write(&mut self, line: &str) {
        let marked = self.indents.len() - self.fresh.min(self.indents.len());
        if std::mem::take(&mut self.gap) && !self.out.is_empty() {
            let before: String =
                self.indents.iter().take(marked).map(|(_, others)| others.as_str()).collect();
            self.end_line(&before);
        }
        let mut before = String::new();
        for (depth, (first, others)) in self.indents.iter().enumerate() {
            before.push_str(if depth < marked { others } else { first });
        }
        self.fresh = 0;
        before.push_str(line);
        self.end_line(&before);
    }

    fn end_line(&mut self, line: &str) {
        self.out.push_str(line.trim_end_matches([' ', '\t']));
        self.out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_stand_before_the_first_line_only() {
        let mut sheet = Sheet::default();
        sheet.gap();
        sheet.lines("a \n\nb");
        sheet.gap();
        sheet.indent("- ", "  ");
        sheet.indent("1. ", "   ");
        sheet.gap();
        sheet.lines("c\nd");
        sheet.gap();
        sheet.line("e");
        sheet.outdent();
        sheet.indent("2. ", "   ");
        sheet.outdent();
        sheet.outdent();
        sheet.gap();
        assert_eq!(sheet.finish(), "a\n\nb\n\n- 1. c\n     d\n\n     e\n  2.\n");
    }
}
