//! The files of a pack. In: `Pack`. Out: names and contents.

use std::collections::BTreeSet;

use super::{Pack, Sheet, State, form, overview};
use crate::document::Document;
use crate::lang::Lang;
use crate::profile::Entry;
use crate::words::plain;
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
    files.push(file("overview.html", overview::page(pack, style).into_bytes()));
    files.push(file("overview.json", overview::json(pack).into_bytes()));
    files
}

/// Returns the form as a document, with the path of its file without an ending.
pub fn form_file(pack: &Pack, main: Lang) -> (String, Document) {
    (format!("{}/form", folder(pack, main)), form::document(pack))
}

/// Gives each sheet that has something to paste the name of its file, in the document's language: its number in the form,
/// the form's own number, the first words of the label, the thing: `11-opis-zadania-A1.txt`.
pub(super) fn name(sheets: &mut [Sheet]) {
    let mut taken = BTreeSet::new();
    for sheet in sheets {
        let is_pasted = sheet.entry == Entry::Text && sheet.state != State::Computed;
        if !is_pasted && sheet.text.is_empty() {
            continue;
        }
        let own = sheet.is_numbered().then(|| fit(&sheet.field));
        let thing = sheet.key[sheet.field.len()..].strip_prefix('-').filter(|id| !id.is_empty()).map(fit);
        let parts = [Some(format!("{:02}", sheet.number)), own, Some(first_words(&sheet.title)), thing];
        let stem = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
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

/// How many letters of a label a file's name takes.
const LABEL: usize = 40;

/// Returns the first words of a label in plain letters: `opis-i-uzasadnienie-zadania`.
fn first_words(label: &str) -> String {
    let plain = plain(label);
    let all = || plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut length = 0;
    let fitting = all().take_while(|word| {
        length += word.len() + 1;
        length <= LABEL
    });
    let mut words: Vec<&str> = fitting.collect();
    // A name that was cut does not end with „i” or “of the”.
    while words.len() > 1 && words.len() < all().count() && words.last().is_some_and(|word| word.len() < 4) {
        words.pop();
    }
    words.join("-")
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
    fn a_label_becomes_a_short_name() {
        assert_eq!(first_words("Opis i uzasadnienie zadania"), "opis-i-uzasadnienie-zadania");
        assert_eq!(
            first_words("Why a partnership, and the choice of partners"),
            "why-a-partnership-and-the-choice"
        );
        assert_eq!(first_words("–"), "");
        assert_eq!(
            first_words("Obszar realizacji projektu (województwo, powiat)"),
            "obszar-realizacji-projektu-wojewodztwo"
        );
    }

    #[test]
    fn an_id_cannot_leave_its_folder() {
        assert_eq!(fit("../../etc"), "-..-etc");
        assert_eq!(fit("II.a-c"), "II.a-c");
        assert_eq!(fit("A 1/ż:"), "A-1-ż-");
        assert_eq!(fit(".."), "-");
    }
}
