//! How texts are said in one language. In: fields of the model with their places. Out: words, with a
//! mark where they are in the other language or missing.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::{Days, Exact, Labelled, Named, Origins, mark};
use crate::catalogue;
use crate::described::At;
use crate::diagnostic::Place;
use crate::document::Origin;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Dates, Field, Id, List, Map, Prose, Text};
use crate::units::Date;

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
    /// What was said, with where it stands; `None` where nobody asks.
    origins: Option<RefCell<Vec<(String, Origin)>>>,
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
            origins: None,
        }
    }

    /// Returns a voice that remembers where each text stands.
    pub(super) fn remembering(facts: &'facts Facts<'app>, lang: Lang, how: (Mode, Length)) -> Self {
        Self { origins: Some(RefCell::default()), ..Self::new(facts, lang, how) }
    }

    pub(super) fn into_origins(self) -> Origins {
        Origins::of(self.origins.map(RefCell::into_inner).unwrap_or_default())
    }

    /// Tells whether anything said so far is invented.
    pub(super) fn has_examples(&self) -> bool {
        self.examples.get()
    }

    pub(super) fn into_untranslated(self) -> Vec<Untranslated> {
        self.untranslated.into_inner()
    }

    fn say(&self, text: &Text, place: impl Fn() -> Place) -> Option<String> {
        let said = text.say(self.lang, self.main)?;
        let words = mark::cited(&mark::clean(said.words), |id| self.facts.source(id).is_some());
        if words.is_empty() {
            return None;
        }
        if let Some(origins) = &self.origins {
            let place = match text {
                Text::One(_) => place(),
                Text::Each(_) => place().key(said.lang.code()),
            };
            origins.borrow_mut().push((words.clone(), Origin { place, lang: said.lang }));
        }
        // What has no letters ("%", "2027") is the same in every language.
        if said.lang == self.lang || !words.contains(char::is_alphabetic) {
            return Some(words);
        }
        let place = place();
        // A name is said in many sentences and listed once.
        if self.said.borrow_mut().insert(place.to_string()) {
            self.untranslated.borrow_mut().push(Untranslated { place, lang: said.lang });
        }
        Some(mark::foreign(&words, said.lang))
    }

    /// Says a text; `None` when it is missing.
    pub(super) fn text(&self, field: At<'_, Field<Text>>) -> Option<String> {
        self.say(field.get()?, || field.here())
    }

    /// Says a narrative; `None` when it is missing.
    pub(super) fn prose(&self, field: At<'_, Field<Prose>>) -> Option<String> {
        self.passage(field.given()?)
    }

    /// Says a narrative that is there.
    pub(super) fn passage(&self, prose: At<'_, Prose>) -> Option<String> {
        self.say(&prose.0, || prose.here())
    }

    /// Says the short version of a narrative; `None` where the long one is wanted.
    pub(super) fn short(&self, field: At<'_, Field<Prose>>) -> Option<String> {
        (self.length == Length::Short).then(|| self.prose(field)).flatten()
    }

    /// Says the texts of a list, without those that are missing.
    pub(super) fn texts(&self, list: At<'_, List<Text>>) -> Vec<String> {
        list.each().filter_map(|text| self.say(text.entry, || text.here())).collect()
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

    /// Puts the mark of a gap where words are missing and this is a draft.
    pub(super) fn must(&self, words: Option<String>, code: &str) -> Option<String> {
        words.or_else(|| (self.mode == Mode::Draft).then(|| mark::gap(code, self.lang)))
    }

    /// Returns a name that sentences and signatures cannot do without: the mark of a gap in a draft, a word
    /// on the gap elsewhere.
    pub(super) fn must_name(&self, words: Option<String>) -> String {
        let nameless = || self.lang.pick("(bez nazwy)", "(no name)").to_owned();
        self.must(words, "META-10").unwrap_or_else(nameless)
    }

    /// Puts the mark of a gap into an empty list when this is a draft.
    pub(super) fn must_list(&self, words: Vec<String>, code: &str) -> Vec<String> {
        if words.is_empty() { self.must(None, code).into_iter().collect() } else { words }
    }

    /// Says a plain string, such as a person's name.
    pub(super) fn plain(&self, field: &Field<String>) -> Option<String> {
        field.get().map(|words| mark::clean(words)).filter(|words| !words.is_empty())
    }

    /// Returns the label of a code; the code itself when the catalogue does not know it.
    pub(super) fn label(&self, list: &str, code: &str) -> String {
        let term = |lists: &'static catalogue::Lists| lists.list(list).and_then(|list| list.get(code));
        let term = term(catalogue::deck()).or_else(|| term(catalogue::further()));
        term.map_or_else(|| mark::clean(code), |term| term.label(self.lang).to_owned())
    }

    /// Returns a label with what the authors say.
    pub(super) fn labelled(&self, list: &str, code: &str, text: Option<String>) -> Labelled {
        Labelled { code: code.to_owned(), label: self.label(list, code), text }
    }

    /// Says the statements of a map, each with the label of its code.
    pub(super) fn statements<K: AsRef<str> + PartialEq>(
        &self,
        list: &str,
        map: At<'_, Map<K, Prose>>,
    ) -> Vec<Labelled> {
        map.each().map(|(code, text)| self.labelled(list, code.as_ref(), self.passage(text))).collect()
    }

    /// Returns a date.
    pub(super) fn date(&self, field: &Field<Date>) -> Option<Exact<Date>> {
        field.copied().map(Exact)
    }

    /// Returns the days of a period; `None` when both are missing.
    pub(super) fn days(&self, dates: &Dates) -> Option<Days> {
        self.span(&dates.from, &dates.to)
    }

    /// Returns two days as a period; `None` when both are missing.
    pub(super) fn span(&self, from: &Field<Date>, to: &Field<Date>) -> Option<Days> {
        let days = Days { from: self.date(from), to: self.date(to) };
        (days.from.is_some() || days.to.is_some()).then_some(days)
    }

    /// Says how often something happens: `co 3 miesiące`, `every 3 months`.
    pub(super) fn every(&self, months: u64) -> String {
        match (self.lang, months) {
            (Lang::Pl, 1) => "co miesiąc".to_owned(),
            (Lang::Pl, 12) => "co rok".to_owned(),
            (Lang::En, 1) => "every month".to_owned(),
            (Lang::En, 12) => "every year".to_owned(),
            (Lang::Pl, _) => {
                let noun = super::quantity::noun(self.lang, months, ["miesiąc", "miesiące", "miesięcy"]);
                format!("co {months}\u{a0}{noun}")
            }
            (Lang::En, _) => format!("every {months}\u{a0}months"),
        }
    }

    /// Returns the id of a field; empty when it is missing.
    pub(super) fn id(&self, field: &Field<Id>) -> String {
        field.get().map(|id| id.to_string()).unwrap_or_default()
    }

    /// Returns the ids of a list.
    pub(super) fn ids(&self, list: &List<Id>) -> Vec<String> {
        list.iter().map(ToString::to_string).collect()
    }

    /// Names the entry of an id, with a gap for a name that is missing; `None` for an id that names nothing.
    pub(super) fn named(&self, id: &str) -> Option<Named> {
        Some(Named { id: id.to_owned(), title: self.must_name(self.title(id)?) })
    }

    /// Names the entry of a field's id.
    pub(super) fn named_by(&self, field: &Field<Id>) -> Option<Named> {
        self.named(field.get()?.as_str())
    }

    /// Names the entries of a list of ids, without ids that name nothing.
    pub(super) fn all_named(&self, list: &List<Id>) -> Vec<Named> {
        list.iter().filter_map(|id| self.named(id.as_str())).collect()
    }

    /// Returns the title of an entry, if it has one; `None` for no entry.
    fn title(&self, id: &str) -> Option<Option<String>> {
        let facts = self.facts;
        if let Some(partner) = facts.partner(id) {
            let short = self.text(partner.short());
            return Some(short.or_else(|| self.text(partner.name())));
        }
        if let Some(need) = facts.need(id) {
            return Some(self.text(need.title()));
        }
        if let Some(group) = facts.group(id) {
            return Some(self.text(group.name()));
        }
        if let Some(objective) = facts.objective(id) {
            return Some(self.text(objective.title()));
        }
        if let Some(action) = facts.action(id) {
            return Some(self.text(action.title()));
        }
        if let Some(indicator) = facts.indicator(id) {
            return Some(self.text(indicator.name()));
        }
        if let Some(strategy) = facts.strategy(id) {
            return Some(self.text(strategy.title()));
        }
        None
    }
}
