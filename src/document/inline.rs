//! What stands inside a line. In: nothing. Out: `Inline`.

use crate::lang::Lang;

/// A run of inline content.
pub type Inlines = Vec<Inline>;

/// The index of an origin in [`super::Document::origins`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OriginId(pub usize);

/// The index of a note in [`super::Document::notes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub usize);

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words as the reader sees them.
    Text(String),
    /// Strong emphasis.
    Strong(Inlines),
    /// Emphasis.
    Emphasis(Inlines),
    /// Struck-out words.
    Strike(Inlines),
    /// A literal: a code, a file name.
    Code(String),
    /// A link to a URL or to `#anchor` of the same document.
    Link {
        /// The target as written.
        href: String,
        /// The tooltip; empty for none.
        title: String,
        /// The words to click.
        content: Inlines,
    },
    /// A picture that the program does not fetch: writers show its alt text and keep its address as a link.
    Image {
        /// The address as written.
        src: String,
        /// The tooltip; empty for none.
        title: String,
        /// What the picture shows.
        alt: Inlines,
    },
    /// A reference to a footnote.
    Note(NoteId),
    /// Words in another language than the document's.
    Foreign {
        /// The language of the words.
        lang: Lang,
        /// The words.
        content: Inlines,
    },
    /// Words of a text of the application.
    From {
        /// The text.
        origin: OriginId,
        /// The words.
        content: Inlines,
    },
    /// A mark of a gap in a draft: `[BRAK: skala problemu N1]`.
    Gap(String),
    /// A line break that the author wants.
    Break,
    /// A line break of the source: a space, wherever lines may be broken anew.
    SoftBreak,
}

/// Tells whether a link to this address may stand in a document: a page of the web, a letter, a call, a place in
/// the document itself. Whatever else an address may do (run a script, carry a page in it, open a file, hand the
/// user's password to a server), no reader asked for it.
pub fn may_be_followed(address: &str) -> bool {
    let opens = |with: &str| address.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    !address.contains(char::is_control)
        && ["https://", "http://", "mailto:", "tel:", "#"].into_iter().any(opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_where_a_reader_may_go() {
        for address in ["https://a.pl/?q=javascript:", "HTTP://a.pl", "#a", "mailto:a@b.pl", "Tel:+48123"] {
            assert!(may_be_followed(address), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            " javascript:x",
            "java\tscript:x",
            "\u{1}https://a.pl",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "\\\\srv\\share",
            "//evil.example/x",
            "/x",
            "x.pdf",
            "www.wup.pl",
            "https:",
            "https:/\\x",
            "ftp://a.pl",
            "blob:https://a.pl",
            "",
        ] {
            assert!(!may_be_followed(address), "{address}");
        }
    }
}
