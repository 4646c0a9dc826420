//! Edits of the markup of a Word file, as Word writes them. In: a package, a source of chance. Out: the body changed.

use std::io::{Cursor, Write as _};

use fastrand::Rng;
use pakt::inside::word::Package;

/// What somebody does to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edit {
    Replace,
    Insert,
    Delete,
    Bold,
    TrackedInsert,
    TrackedDelete,
    AddParagraph,
    DropParagraph,
    Append,
}

impl Edit {
    pub(crate) const ALL: [Self; 9] = [
        Self::Replace,
        Self::Insert,
        Self::Delete,
        Self::Bold,
        Self::TrackedInsert,
        Self::TrackedDelete,
        Self::AddParagraph,
        Self::DropParagraph,
        Self::Append,
    ];
}

/// Makes one edit of a text by chance; returns it, the tag of the control, and the body. `None` where the text has no room for
/// it.
pub(crate) fn edited(package: &Package, rng: &mut Rng) -> Option<(Edit, String, String)> {
    let body = package.text("word/document.xml")?;
    let controls: Vec<usize> = body.match_indices("<w:tag w:val=\"pakt:").map(|(at, _)| at).collect();
    for _ in 0..50 {
        let at = controls[rng.usize(..controls.len())];
        let tag = body[at + 14..].split('"').next()?.to_owned();
        let end = at + body[at..].find("</w:sdt>")?;
        let edit = Edit::ALL[rng.usize(..Edit::ALL.len())];
        if let Some(inner) = change(&body[at..end], edit, rng) {
            return Some((edit, tag, format!("{}{inner}{}", &body[..at], &body[end..])));
        }
    }
    None
}

fn change(control: &str, edit: Edit, rng: &mut Rng) -> Option<String> {
    match edit {
        Edit::AddParagraph => {
            let (from, to) = paragraph(control, rng)?;
            let properties =
                control[from..to].find("</w:pPr>").map(|end| &control[from + 5..from + end + 8])?;
            let added =
                format!("<w:p>{properties}<w:r><w:t>Dodany akapit nr {}.</w:t></w:r></w:p>", rng.u16(..));
            Some(format!("{}{added}{}", &control[..to], &control[to..]))
        }
        Edit::DropParagraph => {
            let (from, to) = paragraph(control, rng)?;
            let rest = format!("{}{}", &control[..from], &control[to..]);
            // The last paragraph of a text stays.
            rest.contains("<w:t").then_some(rest)
        }
        _ => run(control, edit, rng),
    }
}

/// Returns a paragraph between the first and the last one of a control, which bear its bookmark.
fn paragraph(control: &str, rng: &mut Rng) -> Option<(usize, usize)> {
    let starts: Vec<usize> = control.match_indices("<w:p>").map(|(at, _)| at).collect();
    if starts.len() < 3 {
        return None;
    }
    let from = starts[rng.usize(1..starts.len() - 1)];
    Some((from, from + control[from..].find("</w:p>")? + 6))
}

fn run(control: &str, edit: Edit, rng: &mut Rng) -> Option<String> {
    let runs: Vec<usize> = control.match_indices("<w:r>").map(|(at, _)| at).collect();
    let from = *runs.get(rng.usize(..runs.len().max(1)))?;
    let to = from + control[from..].find("</w:r>")? + 6;
    let own = &control[from..to];
    let properties = own.find("</w:rPr>").map_or("", |end| &own[5..end + 8]);
    if properties.contains("rStyle") || own.matches("<w:t").count() != 1 {
        return None;
    }
    let words = own.split("<w:t xml:space=\"preserve\">").nth(1)?.split("</w:t>").next()?;
    if words.contains('&') {
        return None;
    }
    let spaces: Vec<usize> = words.match_indices(' ').map(|(at, _)| at).collect();
    if spaces.len() < 3 {
        return None;
    }
    let first = rng.usize(..spaces.len() - 1);
    let (before, word, behind) =
        (&words[..=spaces[first]], &words[spaces[first] + 1..spaces[first + 1]], &words[spaces[first + 1]..]);
    let said = |words: &str, properties: &str| match words {
        "" => String::new(),
        words => format!("<w:r>{properties}<w:t xml:space=\"preserve\">{words}</w:t></w:r>"),
    };
    let new = format!("słowo{}", rng.u16(..));
    let id = rng.u16(20_000..);
    let runs = match edit {
        Edit::Replace => said(&format!("{before}{new}{behind}"), properties),
        Edit::Insert => said(&format!("{before}{new} {word}{behind}"), properties),
        Edit::Delete => said(&format!("{before}{}", behind.trim_start()), properties),
        Edit::Append => said(&format!("{words} {new}"), properties),
        Edit::Bold if properties.is_empty() && word.chars().all(char::is_alphanumeric) => {
            said(before, "") + &said(word, "<w:rPr><w:b/><w:bCs/></w:rPr>") + &said(behind, "")
        }
        Edit::TrackedInsert => {
            let added = said(&format!("{new} "), properties);
            let added = format!("<w:ins w:id=\"{id}\" w:author=\"Ktoś\">{added}</w:ins>");
            said(before, properties) + &added + &said(&format!("{word}{behind}"), properties)
        }
        Edit::TrackedDelete => {
            let gone = said(&format!("{word} "), properties)
                .replace("<w:t ", "<w:delText ")
                .replace("</w:t>", "</w:delText>");
            let gone = format!("<w:del w:id=\"{id}\" w:author=\"Ktoś\">{gone}</w:del>");
            said(before, properties) + &gone + &said(behind.trim_start(), properties)
        }
        _ => return None,
    };
    Some(format!("{}{runs}{}", &control[..from], &control[to..]))
}

/// Returns the markup of all parts of a control.
pub(crate) fn control(body: &str, tag: &str) -> String {
    let tag = format!("<w:tag w:val=\"{tag}\"/>");
    let parts = body.split(tag.as_str()).skip(1);
    parts.filter_map(|part| part.split("</w:sdt>").next()).collect::<Vec<_>>().join("</w:p>")
}

/// Returns the words of markup, paragraph by paragraph, without those that are deleted.
pub(crate) fn plain_words(markup: &str) -> Vec<String> {
    let lines = markup.split("</w:p>").map(|line| {
        let runs = line.split("<w:t").skip(1).filter(|run| run.starts_with(['>', ' ']));
        let words = runs.filter_map(|run| Some(run.split_once('>')?.1.split("</w:t>").next()?.to_owned()));
        let words = words.collect::<String>().replace('\u{a0}', " ");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect()
}

/// Returns the package with another body.
pub(crate) fn packed(package: &Package, body: &str) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in package.names() {
        let Some(text) = package.text(name) else { continue };
        let text = if name == "word/document.xml" { body } else { text };
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("memory takes it");
        out.write_all(text.as_bytes()).expect("memory takes it");
    }
    out.finish().expect("memory takes it").into_inner()
}
