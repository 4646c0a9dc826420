//! Numbers of people and firms that texts promise, against those that the plan records. In: `Facts`. Out: `Claimed`.
//!
//! An objective and an action are held against what measures them; a summary, an argument or a sign of success against
//! all that is recorded. What a sentence narrows, by a year, a group, an edition, is left alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::counted::Counted;
use super::days::dates;
use super::figures::{contradicted, is_among_these, spoken_of};
use super::passages::{BOTH, EVIDENCE, NOTHING, PLAN};
use super::records::{Aspect, Book, Class, main};
use super::sentences::{Mention, Sentence, Unit, offset, sentences};
use crate::described::At;
use crate::diagnostic::Place;
use crate::facts::{Facts, Placed};
use crate::model::{Action, Field, Indicator, IndicatorKind, Objective, Prose, Size, Text};
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

/// The numbers that a text may say.
struct Allowed {
    people: BTreeSet<Decimal>,
    entities: BTreeSet<Decimal>,
    /// What the plan says of people, and of firms.
    planned: [Option<(Number, String, Place)>; 2],
}

impl Allowed {
    fn new() -> Self {
        Self { people: BTreeSet::new(), entities: BTreeSet::new(), planned: [None, None] }
    }

    fn size(&mut self, size: &Size, of_people: bool) {
        let own = if of_people { &mut self.people } else { &mut self.entities };
        let counts = [&size.total, &size.women, &size.men].into_iter().filter_map(|count| count.copied());
        own.extend(counts.map(|count| Number::from(count).decimal()));
    }

    /// Allows the values of an indicator; one that measures the text itself is what the plan says.
    fn indicator(&mut self, facts: &Facts<'_>, own: &Placed<'_, Indicator>, measures: bool) {
        let Some(is_of_people) = counts(facts, own) else { return };
        let parts = own.entry.parts.iter().flat_map(|part| [&part.target, &part.women, &part.men]);
        let values = [&own.target, &own.women.target, &own.men.target, &own.baseline];
        let values = values.into_iter().chain(parts).filter_map(|value| value.copied());
        let set = if is_of_people { &mut self.people } else { &mut self.entities };
        set.extend(values.map(|value| value.decimal()));
        let planned = &mut self.planned[usize::from(!is_of_people)];
        if let Some(target) = own.target.copied().filter(|_| measures && planned.is_none()) {
            *planned = Some((target, own.called(), own.target().here()));
        }
    }

    /// Allows what all groups of people make together.
    fn sums<'a>(&mut self, groups: impl Iterator<Item = &'a Size>) {
        let add = |sum: u64, count: &Field<crate::units::Count>| {
            sum.saturating_add(count.copied().map_or(0, |count| count.get()))
        };
        let sums = groups.fold([0, 0, 0], |[total, women, men], size| {
            [add(total, &size.total), add(women, &size.women), add(men, &size.men)]
        });
        self.people.extend(sums.map(Decimal::from));
    }
}

/// Tells whether an indicator counts people or firms; `None` for anything else.
fn counts(facts: &Facts<'_>, own: &Placed<'_, Indicator>) -> Option<bool> {
    let unit = super::recorded::any(&own.entry.unit, main(facts), main(facts));
    let counted = unit.split_whitespace().map(Counted::of).find(|counted| *counted != Counted::Other)?;
    match counted {
        Counted::People | Counted::Women | Counted::Men => Some(true),
        Counted::Entities => Some(false),
        _ => None,
    }
}

/// Returns the numbers of people and firms in an application's texts that are none of the plan.
pub fn claims(facts: &Facts<'_>) -> Vec<Claimed> {
    let mut search = Search { facts, books: BTreeMap::new(), found: Vec::new(), held: OBJECTIVE };
    for objective in &facts.objectives {
        let allowed = of_objective(facts, objective);
        search.text(objective.title(), &allowed);
        search.prose(objective.text(), &allowed);
    }
    search.held = ACTION;
    for action in &facts.actions {
        let allowed = of_action(facts, action);
        search.text(action.title(), &allowed);
        search.prose(action.text(), &allowed);
        search.prose(action.reach(), &allowed);
    }
    search.held = MILESTONE;
    for milestone in &facts.milestones {
        if let Some(action) = milestone.action.get().and_then(|id| facts.action(id.as_str())) {
            search.text(milestone.title(), &of_outputs(facts, action));
        }
    }
    let all = of_everything(facts);
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

fn of_objective(facts: &Facts<'_>, objective: &Placed<'_, Objective>) -> Allowed {
    let mut allowed = Allowed::new();
    let below = facts.below([objective.id]);
    let own = facts.indicators_measuring(objective.id);
    own.for_each(|indicator| allowed.indicator(facts, indicator, true));
    for child in &below {
        facts.indicators_measuring(child.id).for_each(|indicator| allowed.indicator(facts, indicator, true));
    }
    for group in &facts.groups {
        allowed.size(&group.entry.size, group.is_of_people());
    }
    allowed.sums(facts.groups.iter().filter(|group| group.is_of_people()).map(|group| &group.entry.size));
    allowed
}

/// Returns what the outputs of an action make, beyond which no part of them can be.
fn of_outputs(facts: &Facts<'_>, action: &Placed<'_, Action>) -> Allowed {
    let mut allowed = Allowed::new();
    let outputs = facts.indicators_of(action.id, IndicatorKind::Output);
    outputs.for_each(|indicator| allowed.indicator(facts, indicator, true));
    allowed.people.extend(action.participants.copied().map(|count| Number::from(count).decimal()));
    allowed
}

/// Returns the firms of the plan, and all that sources say of anything: what may be meant by a number of firms.
fn of_everything(facts: &Facts<'_>) -> Allowed {
    let mut allowed = Allowed::new();
    for group in facts.groups.iter().filter(|group| !group.is_of_people()) {
        allowed.size(&group.entry.size, false);
        allowed.size(&group.entry.population, false);
    }
    for indicator in facts.indicators.iter().filter(|own| counts(facts, own) != Some(true)) {
        let values = [&indicator.target, &indicator.baseline].into_iter().filter_map(|value| value.copied());
        allowed.entities.extend(values.map(|value| value.decimal()));
    }
    for source in &facts.evidence {
        allowed.entities.extend(source.research.sample.copied().map(|count| Number::from(count).decimal()));
        let values =
            source.entry.values.iter().flat_map(|own| [&own.value, &own.base.value, &own.reference.value]);
        allowed.entities.extend(values.filter_map(|value| value.copied()).map(|value| value.decimal()));
    }
    allowed.entities.extend(facts.needs.iter().filter_map(|need| Some(need.scale.value.copied()?.decimal())));
    let quantities = facts.lines.iter().filter_map(|line| line.quantity.copied());
    allowed.entities.extend(quantities.map(|quantity| quantity.decimal()));
    allowed
}

fn of_action(facts: &Facts<'_>, action: &Placed<'_, Action>) -> Allowed {
    let mut allowed = Allowed::new();
    let outputs = facts.indicators_of(action.id, IndicatorKind::Output);
    outputs.for_each(|indicator| allowed.indicator(facts, indicator, true));
    for indicator in &facts.indicators {
        let is_entities = counts(facts, indicator) == Some(false);
        let serves = indicator.of.get().is_some_and(|of| action.objectives.iter().any(|own| own == of));
        if is_entities || serves {
            allowed.indicator(facts, indicator, false);
        }
    }
    let reached = |id: &str| action.groups.iter().any(|own| own.as_str() == id);
    for group in facts.groups.iter().filter(|group| reached(group.id) || !group.is_of_people()) {
        allowed.size(&group.entry.size, group.is_of_people());
    }
    let of_people = facts.groups.iter().filter(|group| group.is_of_people() && reached(group.id));
    allowed.sums(of_people.map(|group| &group.entry.size));
    if let Some(count) = action.participants.copied() {
        let value = Number::from(count);
        let only_entities = !action.groups.is_missing()
            && facts.groups.iter().filter(|group| reached(group.id)).all(|group| !group.is_of_people());
        let set = if only_entities { &mut allowed.entities } else { &mut allowed.people };
        set.insert(value.decimal());
        let planned = &mut allowed.planned[usize::from(only_entities)];
        if planned.is_none() {
            *planned = Some((value, action.called(), action.participants().here()));
        }
    }
    for line in facts.lines_of(action.id) {
        let quantity = line.quantity.copied().map(|quantity| quantity.decimal());
        allowed.people.extend(quantity);
        allowed.entities.extend(quantity);
    }
    allowed
}

/// A walk over texts.
struct Search<'facts, 'run> {
    facts: &'facts Facts<'run>,
    books: BTreeMap<&'static str, Book<'run>>,
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
    fn text(&mut self, field: At<'run, Field<Text>>, allowed: &Allowed) {
        self.words(field.here(), field.entry.get(), allowed);
    }

    fn prose(&mut self, field: At<'run, Field<Prose>>, allowed: &Allowed) {
        self.words(field.here(), field.entry.get().map(|prose| &prose.0), allowed);
    }

    fn words(&mut self, place: Place, text: Option<&'run Text>, allowed: &Allowed) {
        let facts = self.facts;
        for (key, words) in text.into_iter().flat_map(Text::all) {
            let lang = key.unwrap_or_else(|| main(facts));
            let book = self.books.entry(lang.code()).or_insert_with(|| Book::of(facts, lang));
            let Some((range, of_people)) = first(book, words, allowed, self.held) else { continue };
            let place = key.map_or_else(|| place.clone(), |key| place.key(key.code()));
            let planned = allowed.planned[usize::from(!of_people)].clone();
            self.found.push(Claimed { place, text: words.to_owned(), range, planned });
        }
    }
}

/// Returns the first number of a text that is none of the plan, and whether it counts people.
fn first(book: &Book<'_>, text: &str, allowed: &Allowed, held: Held) -> Option<(Range<usize>, bool)> {
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
    allowed: &Allowed,
    against: Against,
    counted: Counted,
    mention: &Mention<'_>,
) -> bool {
    let of_people = counted.is_people();
    let class = if counted == Counted::Money { Class::Money } else { Class::Things };
    let own = if of_people { &allowed.people } else { &allowed.entities };
    let is_planned = allowed.planned[usize::from(!of_people)].is_some();
    match (against, counted) {
        (_, Counted::Months | Counted::Hours | Counted::Other) => true,
        (Against::All, Counted::Entities) => is_among_these(own, mention) || own.is_empty(),
        (Against::All, _) => {
            is_among_these(book.values(class), mention) || book.is_coarse(class, mention.value)
        }
        (_, Counted::Money) => true,
        (Against::Own, _) => !is_planned || is_among_these(own, mention),
        (Against::AtMost, _) => !is_planned || own.last().is_none_or(|most| mention.value <= *most),
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
