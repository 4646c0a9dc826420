//! What `build` says of what it made. In: files and papers. Out: lines for a person.

use std::path::{Path, PathBuf};

use super::document_files::Made;
use super::printed::shown;
use crate::lang::{Lang, Noun};

/// What all applications come to.
#[derive(Default)]
pub(super) struct Sum {
    papers: usize,
    /// The only folder with papers.
    folder: Option<PathBuf>,
    folders: usize,
    proved: usize,
    texts: usize,
}

impl Sum {
    /// Adds what came of the next.
    pub(super) fn add(&mut self, made: Made) {
        self.papers += made.papers;
        self.folders += made.folders.len();
        self.folder = made.folders.into_iter().next().or(self.folder.take());
        self.proved += made.proved;
        self.texts += made.texts;
    }
}

/// Lists the files that were made.
pub(super) fn listed(made: &Made) -> String {
    made.written.iter().map(|path| shown(path) + "\n").collect()
}

/// Says how to read what is not said again.
pub(super) fn known(name: &str, lang: Lang) -> String {
    lang.pick(
        format!("Uwagi do wniosku pokaże: pakt check {name}\n"),
        format!("To read them: pakt check {name}\n"),
    )
}

/// Says how many documents were made, and where they lie.
pub(super) fn done(made: &Sum, out: &Path, lang: Lang) -> String {
    let folder = match (made.folders, &made.folder) {
        (0, _) | (_, None) => return String::new(),
        (1, Some(folder)) => shown(folder),
        _ => shown(out),
    };
    let papers = lang.counted(
        made.papers as u64,
        Noun(["dokument", "dokumenty", "dokumentów"], ["document", "documents"]),
    );
    lang.pick(format!("Gotowe: {papers} w {folder}\n"), format!("Done: {papers} in {folder}\n"))
}

/// How many things a document is said to lack by name.
const NAMED: usize = 5;

/// Says which documents wait for something to be written, and for what.
pub(super) fn waiting(made: &Made, lang: Lang) -> String {
    if made.waiting.is_empty() {
        return String::new();
    }
    let mut said = lang
        .pick(
            "Tych dokumentów nie zrobiono, bo brakuje w nich danych:\n",
            "These documents were not made, for they lack data:\n",
        )
        .to_owned();
    for (title, lacks) in &made.waiting {
        let named = lacks.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let rest = lacks.len().saturating_sub(NAMED);
        let more = match rest {
            0 => String::new(),
            rest => lang.pick(format!(" i jeszcze {rest}"), format!(" and {rest} more")),
        };
        said += &format!("  {title}: {named}{more}\n");
    }
    said + lang.pick(
        "Uzupełnij te pola albo dodaj --draft, żeby powstała wersja robocza z zaznaczonymi brakami.\n",
        "Fill in these fields, or add --draft for a draft with the gaps marked.\n",
    )
}

/// Says which documents were not made, and what to do.
pub(super) fn refused(made: &Made, lang: Lang) -> String {
    if !made.refused {
        return String::new();
    }
    lang.pick(
        "Dokumentów nie zrobiono, bo są błędy. Popraw je albo dodaj --draft, żeby powstała wersja robocza.\n",
        "No documents were made, for there are errors. Mend them, or add --draft to make a draft.\n",
    )
    .to_owned()
}

/// Says which files of earlier sets lie there still, and which were removed.
pub(super) fn earlier(made: &Made, lang: Lang) -> String {
    let list =
        |paths: &[PathBuf]| paths.iter().map(|path| format!("  {}\n", shown(path))).collect::<String>();
    let mut said = String::new();
    if !made.left.is_empty() {
        said += lang.pick(
            "Z poprzednich zestawów zostały pliki, których już nic nie robi (usunie je --clean):\n",
            "Of earlier sets there are files that nothing makes any more (--clean removes them):\n",
        );
        said += &list(&made.left);
    }
    if !made.removed.is_empty() {
        said += lang.pick("Usunięto pliki z poprzednich zestawów:\n", "Removed, being of earlier sets:\n");
        said += &list(&made.removed);
    }
    said
}

/// Says what was read back.
pub(super) fn proved(made: &Sum, lang: Lang) -> String {
    let (files, texts) = (made.proved, made.texts);
    lang.pick(
        format!("odczytano z powrotem: pliki {files}, teksty {texts}\n"),
        format!("read back: files {files}, texts {texts}\n"),
    )
}
