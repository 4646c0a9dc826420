//! Title and front as YAML, as most readers of Markdown know it. In: `Document`. Out: a block.

use crate::document::Document;
use serde::Serialize;

#[derive(Serialize)]
struct Fields<'d> {
    title: &'d str,
    #[serde(skip_serializing_if = "str::is_empty")]
    subtitle: &'d str,
    lang: &'d str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    author: &'d [String],
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'d str,
    #[serde(skip_serializing_if = "<[(String, String)]>::is_empty")]
    facts: &'d [(String, String)],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notices: &'d [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<&'d str>,
}

/// Returns the block with an empty line after it; nothing for a document without title and front.
pub(super) fn front(document: &Document) -> String {
    let Document { title, front, lang, .. } = document;
    if title.is_empty() && *front == Default::default() {
        return String::new();
    }
    let fields = Fields {
        title,
        subtitle: &front.subtitle,
        lang: lang.tag(),
        author: &front.authors,
        date: if front.date.is_empty() { &front.date_words } else { &front.date },
        facts: &front.facts,
        notices: &front.notices,
        marks: front.marks.iter().map(|mark| mark.alt.as_str()).collect(),
    };
    let yaml = serde_yaml::to_string(&fields).expect("strings and lists always fit into YAML");
    format!("---\n{yaml}---\n\n")
}
