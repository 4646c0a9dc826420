//! The `{caption}` line before a table or a chart. In: a paragraph. Out: `Caption`, if it is one.

use crate::document::{Inline, Inlines, Table};

/// What a `{caption}` line says.
pub(super) struct Caption {
    /// The marker as written, for a message.
    pub(super) marker: String,
    /// The words after it.
    pub(super) words: Inlines,
    row_headers: bool,
    graded: bool,
    heads: usize,
}

/// Tells whether the source of a paragraph opens with a marker, which an author would escape.
pub(super) fn is_marker(source: &str) -> bool {
    source.strip_prefix("{caption").is_some_and(|rest| rest.starts_with(['}', ' ']))
}

impl Caption {
    /// Reads a paragraph whose source [`is_marker`]; the marker alone when it says something unknown.
    pub(super) fn read(paragraph: &[Inline]) -> Result<Self, String> {
        let Some((Inline::Text(first), rest)) = paragraph.split_first() else {
            return Err("{caption".to_owned());
        };
        let Some((marker, words)) = first.split_once('}') else { return Err(first.clone()) };
        let marker = format!("{marker}}}");
        let mut caption = Self { marker, words: Inlines::new(), row_headers: false, graded: false, heads: 1 };
        for option in caption.marker.trim_matches(['{', '}']).split(' ').skip(1) {
            match option.strip_prefix("head=").map(str::parse::<usize>) {
                Some(Ok(heads)) if heads > 0 => caption.heads = heads,
                None if option == "rows" => caption.row_headers = true,
                None if option == "graded" => caption.graded = true,
                _ => return Err(caption.marker),
            }
        }
        let words = words.trim_start_matches(' ');
        if !words.is_empty() {
            caption.words.push(Inline::Text(words.to_owned()));
        }
        let skip = usize::from(words.is_empty() && matches!(rest.first(), Some(Inline::SoftBreak)));
        caption.words.extend_from_slice(rest.get(skip..).unwrap_or_default());
        Ok(caption)
    }

    /// Gives a table its caption and its headers.
    pub(super) fn apply(self, table: &mut Table) {
        table.caption = self.words;
        table.row_headers = self.row_headers;
        table.graded = self.graded;
        let more = (self.heads - 1).min(table.rows.len());
        table.head.extend(table.rows.drain(..more));
    }
}
