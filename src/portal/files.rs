//! The files of a pack. In: `Pack`. Out: names and contents.

use std::collections::BTreeSet;

use super::{Pack, Sheet, State, overview};
use crate::lang::Lang;
use crate::profile::Entry;
use crate::write::{self, Style};

/// A file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the application's folder, with `/` between folders.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Returns the folder of a pack: `portal/esf-plus`, `portal/esf-plus.en` in a language that is not the
/// application's main one.
pub fn folder(pack: &Pack, main: Lang) -> String {
    let profile = fit(&pack.profile);
    if pack.lang == main {
        format!("portal/{profile}")
    } else {
        format!("portal/{profile}.{}", pack.lang.code())
    }
}

/// Returns the files: one a text, and the overview as Markdown, HTML and JSON.
pub fn files(pack: &Pack, main: Lang, style: &Style) -> Vec<File> {
    let folder = folder(pack, main);
    let file = |name: &str, bytes: Vec<u8>| File { path: format!("{folder}/{name}"), bytes };
    let texts = pack.fields.iter().filter_map(|sheet| {
        let name = sheet.file.as_ref()?;
        Some(file(name, sheet.text.clone().into_bytes()))
    });
    let document = overview::document(pack);
    let mut files: Vec<File> = texts.collect();
    files.push(file("overview.md", write::md(&document).into_bytes()));
    files.push(file("overview.html", write::html(&document, style).into_bytes()));
    files.push(file("overview.json", overview::json(pack).into_bytes()));
    files
}

/// Gives each sheet that has something to paste the name of its file: `07-task-A1.txt`.
pub(super) fn name(sheets: &mut [Sheet]) {
    let mut taken = BTreeSet::new();
    for sheet in sheets {
        let is_pasted = sheet.entry == Entry::Text && sheet.state != State::Computed;
        if !is_pasted && sheet.text.is_empty() {
            continue;
        }
        let stem = format!("{:02}-{}", sheet.number, fit(&sheet.key));
        let mut name = format!("{stem}.txt");
        // Ids that differ only in signs no file name may have.
        for more in 2.. {
            if taken.insert(name.to_lowercase()) {
                break;
            }
            name = format!("{stem}-{more}.txt");
        }
        sheet.file = Some(name);
    }
}

/// Returns an id as part of a file's name that every system takes.
fn fit(id: &str) -> String {
    let fit = |letter: char| {
        let is_kept = letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_');
        if is_kept { letter } else { '-' }
    };
    let name: String = id.trim_matches('.').chars().map(fit).collect();
    if name.is_empty() { "-".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_cannot_leave_its_folder() {
        assert_eq!(fit("../../etc"), "-..-etc");
        assert_eq!(fit("II.a-c"), "II.a-c");
        assert_eq!(fit("A 1/ż:"), "A-1-ż-");
        assert_eq!(fit(".."), "-");
    }
}
