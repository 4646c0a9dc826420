//! Characters that mean something in HTML. In: words. Out: markup that shows them.

/// Adds words, fit for text and for attributes in double quotes.
pub(super) fn escape(out: &mut String, words: &str) {
    #[cfg(test)]
    let words = &*crate::planted::passed(crate::planted::Stage::Html, words);
    let mut rest = words;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\r', '\0']) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut letters = special.chars();
        match letters.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            // A bare return would be read as a new line, and a null not at all.
            Some('\r') => out.push_str("&#13;"),
            _ => out.push('\u{fffd}'),
        }
        rest = letters.as_str();
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let mut out = String::new();
        escape(&mut out, "a <b> & \"c\" 'd' „ę”\u{a0}😀");
        assert_eq!(out, "a &lt;b&gt; &amp; &quot;c&quot; 'd' „ę”\u{a0}😀");
    }
}
