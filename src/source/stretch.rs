//! Where a stretch of a text stands in its file. In: a scalar as written, the text that was read of it. Out: bytes.

/// Returns, for each byte of a text that begins a character and for its end, the byte of the scalar where it stands;
/// `None` where the two do not go together. White space stands where the word before it ends.
pub fn alignment(written: &str, read: &str) -> Option<Vec<usize>> {
    let mut file = Written::of(written)?;
    let mut places = vec![0; read.len() + 1];
    for (at, sign) in read.char_indices() {
        if sign.is_whitespace() {
            places[at] = file.at;
            continue;
        }
        file.skip();
        places[at] = file.at;
        if file.take()? != sign {
            return None;
        }
    }
    places[read.len()] = file.at;
    Some(places)
}

/// A scalar while it is read.
struct Written<'text> {
    text: &'text str,
    at: usize,
    /// The quotation mark around it.
    quote: Option<char>,
}

impl<'text> Written<'text> {
    fn of(text: &'text str) -> Option<Self> {
        let first = text.chars().next()?;
        let quote = Some(first).filter(|sign| matches!(sign, '"' | '\''));
        let at = match first {
            '|' | '>' => text.find('\n')?,
            _ => usize::from(quote.is_some()),
        };
        Some(Self { text, at, quote })
    }

    fn rest(&self) -> &'text str {
        &self.text[self.at..]
    }

    /// Goes on to the next character that is no white space, written as such or by an escape.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let next = rest.trim_start();
            self.at += rest.len() - next.len();
            let escaped = self.quote == Some('"')
                && ["\\n", "\\t", "\\_", "\\ ", "\\\n"].iter().any(|blank| next.starts_with(blank));
            if !escaped {
                return;
            }
            self.at += 2;
        }
    }

    /// Takes a character, its escape undone; `None` at the end and at an escape by number.
    fn take(&mut self) -> Option<char> {
        let mut signs = self.rest().chars();
        let first = signs.next()?;
        self.at += first.len_utf8();
        match (self.quote, first) {
            (Some('"'), '\\') => {
                let own = signs.next().filter(|sign| matches!(sign, '"' | '\\' | '/'))?;
                self.at += 1;
                Some(own)
            }
            (Some('\''), '\'') => {
                self.at += 1;
                signs.next()
            }
            _ => Some(first),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let read = "Jest „320” osób: it's.";
        for written in [
            "Jest „320” osób: it's.",
            "Jest\n    „320”\n    osób: it's.\n",
            "'Jest „320” osób: it''s.'",
            "\"Jest „320” \\\n  osób:\\nit's.\"",
            "|-\n  Jest „320” osób:\n  it's.\n",
            ">2  # uwaga\n  Jest „320”\n\n  osób: it's.",
        ] {
            let places = alignment(written, read).expect(written);
            for word in ["Jest", "320", "osób", "s."] {
                let at = read.find(word).expect(word);
                assert!(written[places[at]..].starts_with(word), "{written}: {word}");
            }
            let end = read.find(" osób").expect("it is there");
            assert!(written[..places[end]].ends_with('”'), "{written}");
        }
        for other in ["", "Jest 320 osób", "\"Jest \\u201e320\""] {
            assert_eq!(alignment(other, read), None, "{other}");
        }
    }
}
