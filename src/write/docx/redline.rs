//! What differs between two versions, as tracked changes. In: a `Comparison`. Out: a Word file: whoever accepts all changes reads
//! the newer version of each text, whoever rejects all the older one.
//!
//! What was replaced is taken out and put in; nothing is moved, and no table is tracked, at which Word often fails.

use super::inlines::Run;
use super::paragraph::Paragraph;
use super::style::Style;
use super::{Writer, package};
use crate::comparison::{Change, Comparison, Nature, WordRun, groups};
use crate::document::{Document, Front};
use crate::lang::Lang;

/// Who changed what, as Word names it.
const AUTHOR: &str = "pakt";

/// Whether words are in both versions, or in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Kept,
    Out,
    In,
}

/// Words and what became of them.
type Said<'a> = (Fate, &'a str, Run);

/// Returns the file; `old` and `new` name the versions.
pub fn redline(comparison: &Comparison, [old, new]: [&str; 2], lang: Lang) -> Vec<u8> {
    let title = lang.pick("Zmiany we wniosku", "Changes of the application").to_owned();
    let front = Front { subtitle: format!("{old} → {new}"), ..Front::default() };
    let document = Document { title, lang, front, ..Document::default() };
    let style = Style::default();
    let mut writer = Writer::new(&document, &style);
    writer.front();
    for (head, changes) in groups(comparison, lang) {
        // An entry that is new or gone is so with its heading.
        let fate = match changes.as_slice() {
            [Change { field, nature: Nature::Added { .. }, .. }] if field.is_empty() => Fate::In,
            [Change { field, nature: Nature::Removed { .. }, .. }] if field.is_empty() => Fate::Out,
            _ => Fate::Kept,
        };
        writer.tracked("Heading2", &[(fate, &head, Run::default())], fate);
        changes.into_iter().for_each(|change| writer.change(change));
    }
    if comparison.changes.is_empty() {
        let none = lang.pick("Bez zmian.", "No changes.");
        writer.tracked("BodyText", &[(Fate::Kept, none, Run::default())], Fate::Kept);
    }
    let body = writer.finished();
    package::parts(&writer, &body, "").packed()
}

impl Writer<'_> {
    fn change(&mut self, change: &Change) {
        let language = change.lang.map_or_else(String::new, |lang| format!(" ({})", lang.code()));
        let label = match change.field.as_str() {
            "" => String::new(),
            field => format!("{field}{language}: "),
        };
        let (of_label, said) = match &change.nature {
            Nature::Added { after } => (Fate::In, vec![(Fate::In, after.as_str())]),
            Nature::Removed { before } => (Fate::Out, vec![(Fate::Out, before.as_str())]),
            Nature::Changed { before, after } => {
                (Fate::Kept, vec![(Fate::Out, before.as_str()), (Fate::In, after.as_str())])
            }
            Nature::Reworded { words } => (Fate::Kept, words.iter().map(said).collect()),
        };
        if label.is_empty() && said.iter().all(|(_, words)| words.is_empty()) {
            return;
        }
        let mut line = vec![(of_label, label.as_str(), Run { bold: true, ..Run::default() })];
        for (fate, words) in said {
            for (at, part) in words.split("\n\n").enumerate() {
                if at > 0 {
                    self.tracked("BodyText", &std::mem::take(&mut line), fate);
                }
                line.push((fate, part, Run::default()));
            }
        }
        self.tracked("BodyText", &line, of_label);
    }

    /// Adds a paragraph; its mark is in one version or in both, as its `end` says.
    fn tracked(&mut self, style: &str, line: &[Said<'_>], end: Fate) {
        let mut runs = String::new();
        for (fate, words, look) in line {
            let run = self.run(words, *look);
            let run = if *fate == Fate::Out {
                run.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            } else {
                run
            };
            match (fate, run.is_empty()) {
                (_, true) => {}
                (Fate::Kept, _) => runs += &run,
                _ => runs += &format!("{}>{run}</w:{}>", self.tag(*fate), fate.name()),
            }
        }
        let paragraph = Paragraph { keep: style != "BodyText", ..Paragraph::of(style) };
        self.paragraph(&paragraph, &runs);
        if end != Fate::Kept {
            let mark = format!("<w:rPr>{}/></w:rPr>", self.tag(end));
            let markup = self.out.last_mut().map(|piece| &mut piece.markup);
            if let Some((markup, at)) =
                markup.and_then(|markup| markup.find("</w:pPr>").map(|at| (markup, at)))
            {
                markup.insert_str(at, &mark);
            }
        }
    }

    /// Returns the tag of a change, not closed.
    fn tag(&mut self, fate: Fate) -> String {
        let id = self.next_id();
        format!("<w:{} w:id=\"{id}\" w:author=\"{AUTHOR}\"", fate.name())
    }
}

impl Fate {
    fn name(self) -> &'static str {
        if self == Self::Out { "del" } else { "ins" }
    }
}

fn said(run: &WordRun) -> (Fate, &str) {
    match run {
        WordRun::Kept(words) => (Fate::Kept, words),
        WordRun::Removed(words) => (Fate::Out, words),
        WordRun::Added(words) => (Fate::In, words),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::*;
    use crate::comparison::Subject;

    /// Returns the paragraphs that are read when one kind of change is gone.
    fn read(file: &[u8], gone: &str) -> Vec<String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("it is a package");
        let mut body = String::new();
        let mut part = archive.by_name("word/document.xml").expect("it is there");
        part.read_to_string(&mut body).expect("it is text");
        let mut reader = Reader::from_str(&body);
        let (mut lines, mut line) = (Vec::new(), String::new());
        let (mut within, mut is_mark_gone, mut is_said) = (false, false, false);
        loop {
            match reader.read_event().expect("it is well-formed") {
                Event::Start(element) => {
                    within |= element.local_name().as_ref() == gone;
                    is_said = matches!(element.local_name().as_ref(), "t" | "delText");
                }
                Event::Empty(element) => is_mark_gone |= element.local_name().as_ref() == gone,
                Event::Text(words) if is_said && !within => line += &words.xml10_content(),
                Event::End(element) => {
                    is_said = false;
                    within &= element.local_name().as_ref() != gone;
                    if element.local_name().as_ref() == "p" && !std::mem::take(&mut is_mark_gone) {
                        lines.push(std::mem::take(&mut line));
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    #[test]
    fn all_accepted_is_the_newer_version_and_all_rejected_the_older_one() {
        let subject =
            |id: &str| Some(Subject { id: id.to_owned(), kind: "potrzeba".to_owned(), title: String::new() });
        let change = |id: &str, field: &str, nature| Change {
            place: "needs/0".to_owned(),
            subject: subject(id),
            field: field.to_owned(),
            lang: None,
            nature,
        };
        let own = str::to_owned;
        let words = vec![
            WordRun::Kept(own("Obejmiemy ")),
            WordRun::Removed(own("40")),
            WordRun::Added(own("60 młodych")),
            WordRun::Kept(own(" osób.\n\nDrugi akapit.")),
            WordRun::Removed(own("\n\nTrzeci akapit.")),
        ];
        let found = Comparison {
            changes: vec![
                change("N1", "opis", Nature::Reworded { words }),
                change("N1", "liczba", Nature::Changed { before: own("40"), after: own("60") }),
                change("N1", "grupa", Nature::Added { after: own("Raz.\n\nDwa.") }),
                change("N1", "uwagi", Nature::Removed { before: own("Stare.") }),
                change("N2", "", Nature::Added { after: String::new() }),
                change("N3", "", Nature::Removed { before: String::new() }),
            ],
        };
        let file = redline(&found, ["a", "b"], Lang::Pl);
        assert_eq!(file, redline(&found, ["a", "b"], Lang::Pl), "the same bytes each time");
        let head = ["Zmiany we wniosku", "Zmiany we wniosku", "a → b", "potrzeba N1"];
        let newer = [
            "opis: Obejmiemy 60 młodych osób.",
            "Drugi akapit.",
            "liczba: 60",
            "grupa: Raz.",
            "Dwa.",
            "potrzeba N2",
        ];
        let older = [
            "opis: Obejmiemy 40 osób.",
            "Drugi akapit.",
            "Trzeci akapit.",
            "liczba: 40",
            "uwagi: Stare.",
            "potrzeba N3",
        ];
        assert_eq!(read(&file, "del"), [&head[1..], &newer].concat());
        assert_eq!(read(&file, "ins"), [&head[1..], &older].concat());
    }
}
