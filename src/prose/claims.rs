//! Numbers of people and firms that texts promise, against those that the plan records. In: `Facts`. Out: `Claimed`.
//!
//! An objective and an action are held against what measures them; a summary, an argument or a sign of success against
//! all that is recorded. What a sentence narrows, by a year, a group, an edition, is left alone.

use std::cell::LazyCell;
use std::ops::Range;

use rust_decimal::Decimal;

use super::allowed::{Allowed, of_action, of_everything, of_firms, of_groups, of_objective, of_outputs};
use super::counted::Counted;
use super::days::dates;
use super::figures::{contradicted, is_among_these, spoken_of};
use super::passages::{BOTH, EVIDENCE, NOTHING, PLAN};
use super::records::{Aspect, Book, Books, Class, main};
use super::sentences::{Mention, Sentence, Unit, offset, sentences};
use crate::described::At;
use crate::diagnostic::Place;
use crate::facts::Facts;
use crate::model::{Field, Prose, Text};
use crate::units::Number;
use crate::words::plain;

/// A number in a text that is none of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// The text.
    pub place: Place,
    /// Its words.
    pub text: String,
    /// Where the number stands in it, in bytes.
    pub range: Range<usize>,
    /// What the plan says instead, and where; `None` where it says nothing of these.
    pub planned: Option<(Number, String, Place)>,
}

/// Smaller numbers agree and differ by chance.
const SMALLEST: i64 = 5;

/// Beginnings of plain words by which a sentence speaks of a part, a time or a rhythm of its own.
const NARROWED: [&str; 50] = [
    "roczn",
    "lata",
    "latach",
    "miesiecznie",
    "kwarta",
    "jednoczes",
    "edycj",
    "kazd",
    "jedn",
    "tygod",
    "dzien",
    "grupach",
    "grupy",
    "osobow",
    "zespol",
    "pierwsz",
    "drug",
    "kolejn",
    "ostatn",
    "dotychczas",
    "wczesniej",
    "poprzedni",
    "warsztac",
    "ankie",
    "konsult",
    "spotkani",
    "sala",
    "sali",
    "srednio",
    "przecietn",
    "dodatkow",
    "rezerw",
    "nabor",
    "year",
    "each",
    "every",
    "team",
    "first",
    "second",
    "earlier",
    "previous",
    "survey",
    "average",
    "month",
    "quarter",
    "week",
    "additional",
    "reserve",
    "edition",
    "groups",
];

/// Words before a number that is a whole of which a part is told, or an end of a range.
const BEFORE: [&str; 10] = ["z", "ze", "sposrod", "od", "do", "of", "from", "to", "wsrod", "among"];

/// Returns the numbers of people and firms in an application's texts that are none of the plan.
pub(super) fn claims<'run>(facts: &Facts<'run>, books: Books<'run>) -> Vec<Claimed> {
    let mut search = Search { facts, books, found: Vec::new(), held: OBJECTIVE };
    let groups = lazy(|| of_groups(facts));
    for objective in &facts.objectives {
        let own = lazy(|| of_objective(facts, objective));
        let allowed = [&own, &groups];
        search.text(objective.title(), &allowed);
        search.prose(objective.text(), &allowed);
    }
    search.held = ACTION;
    let firms = lazy(|| of_firms(facts));
    for action in &facts.actions {
        let own = lazy(|| of_action(facts, action));
        let allowed = [&own, &firms];
        search.text(action.title(), &allowed);
        search.prose(action.text(), &allowed);
        search.prose(action.reach(), &allowed);
    }
    search.held = MILESTONE;
    for milestone in &facts.milestones {
        if let Some(action) = milestone.action.get().and_then(|id| facts.action(id.as_str())) {
            search.text(milestone.title(), &[&lazy(|| of_outputs(facts, action))]);
        }
    }
    let everything = lazy(|| of_everything(facts));
    let all = [&everything];
    search.held = SUMMARY;
    search.prose(facts.root().meta().summary(), &all);
    search.held = ARGUMENT;
    for alignment in &facts.alignments {
        search.prose(alignment.argument(), &all);
        search.prose(alignment.short(), &all);
    }
    search.prose(facts.root().potential().in_kind(), &all);
    let done = facts.root().sustainability().completion();
    for sign in done.each() {
        search.words(sign.here(), Some(sign.entry), &all);
    }
    search.found
}

/// What a text may say, worked out when it says a number: an objective asks all those below it.
type Lazy<'a> = LazyCell<Allowed, Box<dyn FnOnce() -> Allowed + 'a>>;

fn lazy<'a>(of: impl FnOnce() -> Allowed + 'a) -> Lazy<'a> {
    LazyCell::new(Box::new(of))
}

/// A walk over texts.
struct Search<'facts, 'run> {
    facts: &'facts Facts<'run>,
    books: Books<'run>,
    found: Vec<Claimed>,
    held: Held,
}

/// What the numbers of a text are held against.
#[derive(Clone, Copy)]
struct Held {
    against: Against,
    /// What EVID-08 holds the text against; a slip is told once.
    told: &'static [Aspect],
}

/// Which numbers a text may say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Against {
    /// Those of what measures it.
    Own,
    /// All that are recorded.
    All,
    /// None above those of what it is a part of.
    AtMost,
}

const OBJECTIVE: Held = Held { against: Against::Own, told: PLAN };
const ACTION: Held = Held { against: Against::Own, told: EVIDENCE };
const MILESTONE: Held = Held { against: Against::AtMost, told: NOTHING };
const SUMMARY: Held = Held { against: Against::All, told: BOTH };
const ARGUMENT: Held = Held { against: Against::All, told: EVIDENCE };

impl<'run> Search<'_, 'run> {
    fn text(&mut self, field: At<'run, Field<Text>>, allowed: &[&Lazy<'_>]) {
        self.words(field.here(), field.entry.get(), allowed);
    }

    fn prose(&mut self, field: At<'run, Field<Prose>>, allowed: &[&Lazy<'_>]) {
        self.words(field.here(), field.entry.get().map(|prose| &prose.0), allowed);
    }

    fn words(&mut self, place: Place, text: Option<&'run Text>, allowed: &[&Lazy<'_>]) {
        let facts = self.facts;
        for (key, words) in text.into_iter().flat_map(Text::all) {
            let lang = key.unwrap_or_else(|| main(facts));
            let book = self.books.entry(lang.code()).or_insert_with(|| Book::of(facts, lang));
            let Some((range, of_people)) = first(book, words, allowed, self.held) else { continue };
            let place = key.map_or_else(|| place.clone(), |key| place.key(key.code()));
            let planned = allowed.first().and_then(|own| own.planned[usize::from(!of_people)].clone());
            self.found.push(Claimed { place, text: words.to_owned(), range, planned });
        }
    }
}

/// Returns the first number of a text that is none of the plan, and whether it counts people.
fn first(book: &Book<'_>, text: &str, allowed: &[&Lazy<'_>], held: Held) -> Option<(Range<usize>, bool)> {
    for sentence in sentences(text, book.lang) {
        // What is told of a year or a month is not told of the whole; what is to come by a day is.
        let is_of_a_time = || dates(sentence.text).iter().any(|named| !named.is_end);
        if held.against != Against::AtMost && is_of_a_time() {
            continue;
        }
        for mention in &sentence.mentions {
            let counted = match mention.unit {
                Unit::Things(word) => Counted::of(word),
                Unit::Money => Counted::Money,
                Unit::Percent => continue,
            };
            let is_whole = BEFORE.contains(&plain(mention.before).as_str());
            let is_part = held.against != Against::AtMost && near(&sentence, mention).any(narrows);
            if is_whole || is_part || mention.value < Decimal::from(SMALLEST) {
                continue;
            }
            // What EVID-08 tells of is told once.
            let is_told = || contradicted(book, &spoken_of(book, &sentence, held.told), mention).is_some();
            if !may_say(book, allowed, held.against, counted, mention) && !is_told() {
                return Some((range(text, mention), counted.is_people()));
            }
        }
    }
    None
}

/// Tells whether a text may say a number.
fn may_say(
    book: &Book<'_>,
    allowed: &[&Lazy<'_>],
    against: Against,
    counted: Counted,
    mention: &Mention<'_>,
) -> bool {
    let of_people = counted.is_people();
    let class = if counted == Counted::Money { Class::Money } else { Class::Things };
    let sets = || allowed.iter().map(|own| if of_people { &own.people } else { &own.entities });
    let is_planned = allowed.first().is_some_and(|own| own.planned[usize::from(!of_people)].is_some());
    let is_said = || sets().any(|own| is_among_these(own, mention));
    let most = || sets().filter_map(|own| own.last()).max();
    match (against, counted) {
        (_, Counted::Months | Counted::Hours | Counted::Other) => true,
        (Against::All, Counted::Entities) => most().is_none() || is_said(),
        (Against::All, _) => {
            is_among_these(book.values(class), mention) || book.is_coarse(class, mention.value)
        }
        (_, Counted::Money) => true,
        (Against::Own, _) => !is_planned || is_said(),
        (Against::AtMost, _) => !is_planned || most().is_none_or(|most| mention.value <= *most),
    }
}

/// Returns the words beside a number, as far as they can belong to it.
fn near<'text>(sentence: &Sentence<'text>, mention: &Mention<'text>) -> impl Iterator<Item = &'text str> {
    const NEAR: usize = 5;
    let at = offset(sentence.text, mention.text);
    let number = sentence.words.iter().take_while(|word| offset(sentence.text, word) < at).count();
    let words: Vec<&str> =
        sentence.words.iter().skip(number.saturating_sub(NEAR)).take(2 * NEAR).copied().collect();
    words.into_iter()
}

/// Tells whether a word narrows what its sentence counts.
fn narrows(word: &str) -> bool {
    let word = plain(word);
    NARROWED.iter().any(|start| word.starts_with(start))
}

fn range(text: &str, mention: &Mention<'_>) -> Range<usize> {
    let from = offset(text, mention.text);
    from..from + mention.text.len()
}
