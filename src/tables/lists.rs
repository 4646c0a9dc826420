//! The words that cells may hold, on a sheet of their own. In: what a column holds. Out: `Choice`s, and the sheet.

use super::columns::Field;
use super::value::{named, truths};
use crate::catalogue;
use crate::described::{Kind, Shape};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::Id;
use crate::write::xlsx::{Cell, Choice, Column, Form, Row, Sheet, Span};

/// Lists of words that grow as columns ask for them.
pub(super) struct Lists<'f> {
    facts: &'f Facts<'f>,
    lang: Lang,
    /// The head of each and its words.
    lists: Vec<(String, Vec<String>)>,
}

impl<'f> Lists<'f> {
    /// Returns none yet.
    pub(super) fn new(facts: &'f Facts<'f>, lang: Lang) -> Self {
        Self { facts, lang, lists: Vec::new() }
    }

    /// Returns what the cells of a field are chosen from, where there is a list.
    pub(super) fn choice(&mut self, field: &Field) -> Option<Choice> {
        let member = field.member();
        let (head, words, strict) = match member.shape {
            Shape::Value("bool") => {
                let words = truths(self.lang).map(str::to_owned).to_vec();
                (words.join("/"), words, true)
            }
            Shape::Code(list) if *list == Id::LIST && !member.refers.is_empty() => {
                let kinds: Vec<&str> = member.refers.iter().map(|kind| kind.label(self.lang)).collect();
                // A new entry may be named before it is written.
                (kinds.join(", "), self.ids(member.refers), false)
            }
            Shape::Closed(list, _) | Shape::Code(list) => {
                let list = catalogue::list(list)?;
                let words = list.codes().map(|code| named(&list.name, code, self.lang)).collect();
                (list.title(self.lang).to_owned(), words, true)
            }
            _ => return None,
        };
        if words.is_empty() {
            return None;
        }
        let known = self.lists.iter().position(|(own, _)| *own == head);
        let column = known.unwrap_or(self.lists.len());
        let span = Span { first: 0, last: words.len() - 1, column };
        if known.is_none() {
            self.lists.push((head, words));
        }
        Some(Choice { from: span.of(self.name()), strict })
    }

    fn ids(&self, kinds: &[Kind]) -> Vec<String> {
        let own = kinds.iter().flat_map(|kind| super::entries_of(self.facts.root().entry, *kind));
        own.map(|(_, entry)| entry.id().to_owned()).filter(|id| !id.is_empty()).collect()
    }

    fn name(&self) -> &'static str {
        self.lang.pick("Listy", "Lists")
    }

    /// Returns the sheet; `None` where nothing was asked for.
    pub(super) fn sheet(self) -> Option<Sheet> {
        let name = self.name().to_owned();
        let height = self.lists.iter().map(|(_, words)| words.len()).max()?;
        let row = |number: usize| {
            let cells = self.lists.iter().map(|(_, words)| words.get(number).cloned());
            let cells = cells.map(|words| words.map_or(Cell::Empty, Cell::Words)).collect();
            Row { cells, ..Row::default() }
        };
        let rows = (0..height).map(row).collect();
        let column = |(head, _): &(String, _)| {
            let mut letters = head.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            Column { head: first.chain(letters).collect(), form: Form::Words, choice: None }
        };
        Some(Sheet { name, columns: self.lists.iter().map(column).collect(), rows })
    }
}
