//! Comments. In: the part with them. Out: who says what of which text.

use std::collections::BTreeMap;

use super::xml::Element;

/// What comments of our own are signed with, before the code of the finding.
const OWN: &str = "pakt";

/// A comment that somebody wrote into the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// Who wrote it.
    pub author: String,
    /// What it says.
    pub words: String,
    /// The number of the text that it is about; `None` where it is about other words.
    pub number: Option<usize>,
}

/// Returns who says what, by the id of the comment; those that the program itself wrote are none.
pub(super) fn read(part: Option<&Element>) -> BTreeMap<String, (String, String)> {
    let all = part.into_iter().flat_map(Element::elements).filter(|element| element.name == "comment");
    let said = all.filter_map(|comment| {
        let author = comment.attribute("author").unwrap_or_default().to_owned();
        let lines: Vec<String> =
            comment.elements().filter(|line| line.name == "p").map(Element::words).collect();
        let words = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        let code = author.strip_prefix(OWN);
        let is_own = code.is_some_and(|code| code.is_empty() || code.starts_with(' ') && code.contains('-'));
        (!is_own && !words.is_empty())
            .then(|| (comment.attribute("id").unwrap_or_default().to_owned(), (author, words)))
    });
    said.collect()
}
