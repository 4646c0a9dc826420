//! How texts are said in one language. In: fields of the model with their places. Out: words, with a
//! mark where they are in the other language or missing.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeSet;

use super::sums::Sums;
use super::{Days, Exact, Labelled, Named, Origins, mark};
use crate::catalogue;
use crate::described::{At, Described, Markup, View, way};
use crate::diagnostic::Place;
use crate::document::Origin;
use crate::facts::{Facts, Placed};
use crate::lang::Lang;
use crate::model::{Field, Prose, Text};
use crate::units::{Count, Date, numerals};

/// What is done about a gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Nothing: its finding stands, and the sentence drops.
    #[default]
    Final,
    /// It is marked in the text.
    Draft,
}

/// Which version of a narrative is said where the author gave two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// The long one; the short one is not there.
    #[default]
    Long,
    /// Both; templates take the short one.
    Short,
}

/// A text that stands in the other language, for want of the document's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untranslated {
    /// Where the text is.
    pub place: Place,
    /// The language it is in.
    pub lang: Lang,
}

/// Says texts in one language.
pub(super) struct Voice<'facts, 'app> {
    pub(super) facts: &'facts Facts<'app>,
    pub(super) lang: Lang,
    main: Lang,
    pub(super) mode: Mode,
    length: Length,
    untranslated: RefCell<Vec<Untranslated>>,
    said: RefCell<BTreeSet<String>>,
    examples: Cell<bool>,
    sums: OnceCell<Sums<'app>>,
    /// Where each text that was said stands; `None` where texts stay bare.
    origins: Option<RefCell<Origins>>,
}

impl<'facts, 'app> Voice<'facts, 'app> {
    pub(super) fn new(facts: &'facts Facts<'app>, lang: Lang, (mode, length): (Mode, Length)) -> Self {
        let main = facts.application.meta.lang.copied().unwrap_or_default();
        Self {
            facts,
            lang,
            main,
            mode,
            length,
            untranslated: RefCell::default(),
            said: RefCell::default(),
            examples: Cell::default(),
            sums: OnceCell::new(),
            origins: None,
        }
    }

    /// Returns a voice that marks each text with where it stands.
    pub(super) fn marking(facts: &'facts Facts<'app>, lang: Lang, how: (Mode, Length)) -> Self {
        Self { origins: Some(RefCell::default()), ..Self::new(facts, lang, how) }
    }

    pub(super) fn into_origins(self) -> Origins {
        self.origins.map(RefCell::into_inner).unwrap_or_default().finished()
    }

    /// Returns words as they are said, with the mark of their origin where it is asked for.
    fn from(&self, words: String, markup: Markup, origin: impl FnOnce() -> Origin) -> String {
        match &self.origins {
            Some(origins) => origins.borrow_mut().mark(&words, markup, origin),
            None => words,
        }
    }

    /// Tells whether anything said so far is invented.
    pub(super) fn has_examples(&self) -> bool {
        self.examples.get()
    }

    /// Returns what the budget adds up to.
    pub(super) fn sums(&self) -> &Sums<'app> {
        self.sums.get_or_init(|| Sums::of(self.facts))
    }

    pub(super) fn into_untranslated(self) -> Vec<Untranslated> {
        self.untranslated.into_inner()
    }

    fn say(&self, text: &Text, markup: Markup, place: impl Fn() -> Place) -> Option<String> {
        let said = text.say(self.lang, self.main)?;
        let words = mark::cited(&mark::clean(said.words), |id| self.facts.source(id).is_some());
        if words.is_empty() {
            return None;
        }
        let is_same = said.lang == self.lang || !words.contains(char::is_alphabetic);
        let words = self.from(words, markup, || {
            let place = match text {
                Text::One(_) => place(),
                Text::Each(_) => place().key(said.lang.code()),
            };
            Origin { place, lang: said.lang }
        });
        let words = if self.is_unwritten(said.words) { self.unwritten(&words) } else { words };
        // What has no letters ("%", "2027") is the same in every language.
        if is_same {
            return Some(words);
        }
        let place = place();
        // A name is said in many sentences and listed once.
        if self.said.borrow_mut().insert(place.to_string()) {
            self.untranslated.borrow_mut().push(Untranslated { place, lang: said.lang });
        }
        Some(mark::foreign(&words, said.lang))
    }

    /// Returns words, maybe marked with their origin, in which what is left to be written is marked.
    fn unwritten(&self, words: &str) -> String {
        let (open, words, close) = super::origins::split(words);
        format!("{open}{}{close}", mark::unwritten(words))
    }

    /// Tells whether something is left to be written in a text.
    fn is_unwritten(&self, text: &str) -> bool {
        self.facts.unwritten().iter().any(|left| left.text == text)
    }

    /// Says words, a code by its label; `None` when they are missing.
    pub(super) fn words<T: Described>(&self, at: At<'_, T>) -> Option<String> {
        match at.entry.view() {
            View::Text(text, markup) => self.say(text, markup, || at.here()),
            View::Word(word) => Some(mark::clean(word))
                .filter(|word| !word.is_empty())
                .map(|word| self.from(word, Markup::Plain, || Origin { place: at.here(), lang: self.lang })),
            View::Code(list, code) => Some(self.label(list, code)),
            View::Id(id) => Some(id.to_owned()),
            View::Figure(figure) => Some(figure.to_string()),
            _ => None,
        }
    }

    /// Returns a code as it is written; `None` when it is missing.
    pub(super) fn code<T: Described>(&self, at: At<'_, Field<T>>) -> Option<String> {
        match at.entry.view() {
            View::Code(_, code) => Some(code.to_owned()),
            _ => None,
        }
    }

    /// Says the short version of a narrative; `None` where the long one is wanted.
    pub(super) fn short(&self, field: At<'_, Field<Prose>>) -> Option<String> {
        (self.length == Length::Short).then(|| self.words(field)).flatten()
    }

    /// Says an invented thing's name with a word on that.
    pub(super) fn example(&self, words: Option<String>, fictional: &Field<bool>) -> Option<String> {
        let words = words?;
        if fictional.copied() != Some(true) {
            return Some(words);
        }
        self.examples.set(true);
        let note = self.lang.pick("(przykład)", "(example)");
        // An author may have said so already.
        Some(if words.contains(note) { words } else { format!("{words} {note}") })
    }

    /// Puts the mark of a gap where words are missing that belong at a place, and this is a draft.
    pub(super) fn must<T>(&self, words: Option<String>, at: At<'_, T>) -> Option<String> {
        words.or_else(|| (self.mode == Mode::Draft).then(|| mark::gap(&self.thing(&at.here()), self.lang)))
    }

    /// Returns what people call what belongs at a place.
    fn thing(&self, place: &Place) -> String {
        way(self.facts.application, place, self.lang).thing()
    }

    /// Returns a name that sentences and signatures cannot do without: the mark of a gap in a draft, a word
    /// on the gap elsewhere.
    pub(super) fn must_name<T>(&self, words: Option<String>, at: At<'_, T>) -> String {
        let nameless = || self.lang.pick("(bez nazwy)", "(no name)").to_owned();
        self.must(words, at).unwrap_or_else(nameless)
    }

    /// Puts the mark of a gap into an empty list when this is a draft.
    pub(super) fn must_list<T>(&self, words: Vec<String>, at: At<'_, T>) -> Vec<String> {
        if words.is_empty() { self.must(None, at).into_iter().collect() } else { words }
    }

    /// Says a name that sentences cannot do without, with a gap where it is missing.
    pub(super) fn name(&self, field: At<'_, Field<Text>>) -> Option<String> {
        Some(self.must_name(self.words(field), field))
    }

    /// Puts the mark of a gap where an entry that should be named is missing and this is a draft.
    pub(super) fn must_named<T>(&self, named: Option<Named>, at: At<'_, T>) -> Option<Named> {
        named.or_else(|| self.must(None, at).map(|title| Named { id: String::new(), title }))
    }

    /// Returns the label of a code; the code itself when the catalogue does not know it.
    pub(super) fn label(&self, list: &str, code: &str) -> String {
        let term = |lists: &'static catalogue::Lists| lists.list(list).and_then(|list| list.get(code));
        let term = term(catalogue::deck()).or_else(|| term(catalogue::further()));
        term.map_or_else(|| mark::clean(code), |term| term.label(self.lang).to_owned())
    }

    /// Returns the label of a code with what the authors say.
    pub(super) fn labelled<T: Described>(&self, code: &T, text: Option<String>) -> Labelled {
        let View::Code(list, code) = code.view() else { return Labelled::default() };
        self.labelled_as(list, code, text)
    }

    /// Returns a label of the catalogue with what the authors say.
    pub(super) fn labelled_as(&self, list: &str, code: &str, text: Option<String>) -> Labelled {
        Labelled { code: code.to_owned(), label: self.label(list, code), text }
    }

    /// Returns two days as a period; `None` when both are missing.
    pub(super) fn span(&self, from: &Field<Date>, to: &Field<Date>) -> Option<Days> {
        let days = Days { from: from.copied().map(Exact), to: to.copied().map(Exact) };
        (days.from.is_some() || days.to.is_some()).then_some(days)
    }

    /// Says how often something happens: `co trzy miesiące`, `every three months`; `None` when it is missing.
    pub(super) fn every(&self, months: &Field<Count>) -> Option<String> {
        let months = months.get()?.get();
        Some(match (self.lang, months) {
            (Lang::Pl, 1) => "co miesiąc".to_owned(),
            (Lang::Pl, 12) => "co rok".to_owned(),
            (Lang::En, 1) => "every month".to_owned(),
            (Lang::En, 12) => "every year".to_owned(),
            (Lang::Pl, _) => {
                let noun = super::quantity::noun(self.lang, months, ["miesiąc", "miesiące", "miesięcy"]);
                match numerals::said(months, "acc m") {
                    Some(words) => format!("co {words} {noun}"),
                    None => format!("co {months}\u{a0}{noun}"),
                }
            }
            (Lang::En, _) => match numerals::said(months, "en") {
                Some(words) => format!("every {words} months"),
                None => format!("every {months}\u{a0}months"),
            },
        })
    }

    /// Names the entry of an id, with a gap for a name that is missing; `None` for an id that names nothing.
    pub(super) fn named(&self, id: &str) -> Option<Named> {
        let title = self.title(id)?;
        let gap = || mark::gap(&format!("{} {id}", self.lang.pick("nazwa", "name of")), self.lang);
        let title = title.or_else(|| (self.mode == Mode::Draft).then(gap));
        let nameless = || self.lang.pick("(bez nazwy)", "(no name)").to_owned();
        Some(Named { id: id.to_owned(), title: title.unwrap_or_else(nameless) })
    }

    /// Names entries.
    pub(super) fn all_called<'a, T: 'a>(
        &self,
        entries: impl IntoIterator<Item = &'a Placed<'a, T>>,
    ) -> Vec<Named> {
        entries.into_iter().filter_map(|entry| self.named(entry.id)).collect()
    }

    /// Returns the title of an entry, if it has one; `None` for no entry.
    fn title(&self, id: &str) -> Option<Option<String>> {
        let facts = self.facts;
        if let Some(partner) = facts.partner(id) {
            let short = self.words(partner.short());
            return Some(short.or_else(|| self.words(partner.name())));
        }
        if let Some(need) = facts.need(id) {
            return Some(self.words(need.title()));
        }
        if let Some(group) = facts.group(id) {
            return Some(self.words(group.name()));
        }
        if let Some(objective) = facts.objective(id) {
            return Some(self.words(objective.title()));
        }
        if let Some(action) = facts.action(id) {
            return Some(self.words(action.title()));
        }
        if let Some(indicator) = facts.indicator(id) {
            return Some(self.words(indicator.name()));
        }
        if let Some(strategy) = facts.strategy(id) {
            return Some(self.words(strategy.title()));
        }
        None
    }
}
