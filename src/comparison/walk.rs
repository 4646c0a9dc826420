//! Goes down two versions side by side. In: two applications. Out: `Comparison`.

use super::entries::{Pair, paired, paired_values};
use super::{Change, Comparison, Nature, Subject, values, wording};
use crate::described::{Described as _, Fields, Kind, Text, View};
use crate::diagnostic::Place;
use crate::lang::Lang;
use crate::model::Application;

/// How many words a text has at least for its words to be marked one by one.
const LONG: usize = 4;

pub(super) fn compare(old: &Application, new: &Application, lang: Lang) -> Comparison {
    let main = [old, new].map(|version| version.meta.lang.copied().unwrap_or_default());
    let mut walk = Walk { lang, main, changes: Vec::new() };
    let at = Spot { place: Place::root(), subject: None, field: String::new() };
    walk.value(&at, &old.view(), &new.view());
    Comparison { changes: walk.changes }
}

struct Walk {
    lang: Lang,
    /// The main languages of the older version and of the newer one.
    main: [Lang; 2],
    changes: Vec<Change>,
}

/// Returns the value of a field; of nothing, nothing.
fn value(own: Option<&dyn Fields>, number: usize) -> View<'_> {
    own.map_or(View::Missing, |own| own.value(number))
}

/// Returns the entries of a list of entities; `None` for a list of values.
fn entries<'app>(list: &[(usize, View<'app>)]) -> Option<Vec<&'app dyn Fields>> {
    let entry = |(_, view): &(usize, View<'app>)| match view {
        View::Entity(own) => Some(*own),
        _ => None,
    };
    list.iter().map(entry).collect()
}

/// Where the walk stands.
#[derive(Clone)]
struct Spot {
    place: Place,
    subject: Option<Subject>,
    /// The names of the fields since the subject.
    field: String,
}

impl Spot {
    fn field(&self, key: &str, name: &str) -> Self {
        let field = if self.field.is_empty() { name.to_owned() } else { format!("{}: {name}", self.field) };
        Self { place: self.place.key(key), field, subject: self.subject.clone() }
    }
}

impl Walk {
    fn value(&mut self, at: &Spot, old: &View<'_>, new: &View<'_>) {
        match (old, new) {
            (View::Entity(before), View::Entity(after)) => self.entity(at, Some(*before), Some(*after)),
            // An entity without one of its fields compares field by field with nothing.
            (_, View::Entity(after)) => self.entity(at, None, Some(*after)),
            (View::Entity(before), _) => self.entity(at, Some(*before), None),
            (View::Map(before), View::Map(after)) => self.map(at, before, after),
            (_, View::Map(after)) => self.map(at, &[], after),
            (View::Map(before), _) => self.map(at, before, &[]),
            (View::List(before), View::List(after)) => self.list(at, before, after),
            (_, View::List(after)) => self.list(at, &[], after),
            (View::List(before), _) => self.list(at, before, &[]),
            (View::Text(before, _), View::Text(after, _)) => self.text(at, Some(before), Some(after)),
            (_, View::Text(after, _)) => self.text(at, None, Some(after)),
            (View::Text(before, _), _) => self.text(at, Some(before), None),
            _ => self.leaf(at, old, new),
        }
    }

    fn entity(&mut self, at: &Spot, old: Option<&dyn Fields>, new: Option<&dyn Fields>) {
        let Some(entity) = old.or(new).map(Fields::entity) else { return };
        for (number, member) in entity.members.iter().enumerate() {
            let spot = at.field(member.key, &member.name(self.lang));
            self.value(&spot, &value(old, number), &value(new, number));
        }
    }

    fn map(&mut self, at: &Spot, old: &[(&str, View<'_>)], new: &[(&str, View<'_>)]) {
        let under = |own: &[(&str, View<'_>)], key: &str| own.iter().position(|(known, _)| *known == key);
        for (key, after) in new {
            let before = under(old, key).map_or(&View::Missing, |number| &old[number].1);
            self.value(&at.field(key, key), before, after);
        }
        for (key, before) in old.iter().filter(|(key, _)| under(new, key).is_none()) {
            self.value(&at.field(key, key), before, &View::Missing);
        }
    }

    fn list(&mut self, at: &Spot, old: &[(usize, View<'_>)], new: &[(usize, View<'_>)]) {
        let (Some(before), Some(after)) = (entries(old), entries(new)) else {
            return self.plain_list(at, old, new);
        };
        for pair in paired(&before, &after) {
            match pair {
                Pair::Both(old, number) => {
                    let spot = self.entry(at, after[number], new[number].0);
                    self.entity(&spot, Some(before[old]), Some(after[number]));
                }
                Pair::Old(number) => {
                    let nature = |before| Nature::Removed { before };
                    self.whole(at, before[number], old[number].0, nature);
                }
                Pair::New(number) => {
                    let nature = |after| Nature::Added { after };
                    self.whole(at, after[number], new[number].0, nature);
                }
            }
        }
    }

    /// Returns the place of an entry; one with an id is a subject of its own.
    fn entry(&self, at: &Spot, entry: &dyn Fields, index: usize) -> Spot {
        let place = at.place.index(index);
        match self.subject(entry) {
            Some(subject) => Spot { place, subject: Some(subject), field: String::new() },
            None => {
                let title = values::title(entry, self.lang);
                let (open, close) = self.lang.pick(("„", "”"), ("“", "”"));
                let field = match title.is_empty() {
                    true => at.field.clone(),
                    false => format!("{} {open}{title}{close}", at.field),
                };
                Spot { place, subject: at.subject.clone(), field }
            }
        }
    }

    /// Tells of an entry that came or went.
    fn whole(&mut self, at: &Spot, entry: &dyn Fields, index: usize, nature: impl Fn(String) -> Nature) {
        let place = at.place.index(index).to_string();
        let (subject, field, words) = match self.subject(entry) {
            Some(subject) => (Some(subject), String::new(), String::new()),
            None => (at.subject.clone(), at.field.clone(), self.sketch(entry)),
        };
        self.changes.push(Change { place, subject, field, lang: None, nature: nature(words) });
    }

    fn subject(&self, entry: &dyn Fields) -> Option<Subject> {
        let id = Some(entry.id()).filter(|id| !id.is_empty())?;
        let kind = Kind::of_id(id).map_or("", |kind| kind.label(self.lang));
        Some(Subject { id: id.to_owned(), kind: kind.to_owned(), title: values::title(entry, self.lang) })
    }

    /// Returns an entry without an id in one line: what its fields say.
    fn sketch(&self, entry: &dyn Fields) -> String {
        let said = (0..entry.entity().members.len()).map(|number| {
            wording::plain(&values::words(&entry.value(number), self.lang)).replace("\n\n", " ")
        });
        said.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ")
    }

    fn plain_list(&mut self, at: &Spot, old: &[(usize, View<'_>)], new: &[(usize, View<'_>)]) {
        let said = |list: &[(usize, View<'_>)]| -> Vec<String> {
            list.iter().map(|(_, entry)| wording::plain(&values::words(entry, self.lang))).collect()
        };
        let (before, after) = (said(old), said(new));
        for pair in paired_values(&before, &after) {
            let (index, nature) = match pair {
                Pair::Both(..) => continue,
                Pair::Old(number) => (old[number].0, Nature::Removed { before: before[number].clone() }),
                Pair::New(number) => (new[number].0, Nature::Added { after: after[number].clone() }),
            };
            self.tell(at, at.place.index(index), None, nature);
        }
    }

    /// Compares a text, language by language where a version has several.
    fn text(&mut self, at: &Spot, old: Option<&Text>, new: Option<&Text>) {
        let one = |text: Option<&'_ Text>| match text {
            None => Some(None),
            Some(Text::One(words)) => Some(Some(words.clone())),
            Some(Text::Each(_)) => None,
        };
        if let (Some(old), Some(new)) = (one(old), one(new)) {
            return self.words(at, None, old.as_deref(), new.as_deref());
        }
        let [old_main, new_main] = self.main;
        for lang in Lang::ALL {
            let before = old.and_then(|text| text.in_lang(lang, old_main));
            let after = new.and_then(|text| text.in_lang(lang, new_main));
            self.words(at, Some(lang), before, after);
        }
    }

    fn words(&mut self, at: &Spot, lang: Option<Lang>, old: Option<&str>, new: Option<&str>) {
        let (before, after) = (old.map(wording::plain), new.map(wording::plain));
        let nature = match (before.filter(|own| !own.is_empty()), after.filter(|own| !own.is_empty())) {
            (None, None) => return,
            (Some(before), Some(after)) if before == after => return,
            (None, Some(after)) => Nature::Added { after },
            (Some(before), None) => Nature::Removed { before },
            (Some(before), Some(after)) => {
                let long = before.split_whitespace().count().max(after.split_whitespace().count()) >= LONG;
                match long {
                    true => Nature::Reworded { words: wording::pieces(&before, &after) },
                    false => Nature::Changed { before, after },
                }
            }
        };
        self.tell(at, at.place.clone(), lang, nature);
    }

    fn leaf(&mut self, at: &Spot, old: &View<'_>, new: &View<'_>) {
        let (before, after) = (values::words(old, self.lang), values::words(new, self.lang));
        let nature = match (before.is_empty(), after.is_empty()) {
            (true, true) => return,
            _ if before == after => return,
            (true, false) => Nature::Added { after },
            (false, true) => Nature::Removed { before },
            (false, false) => Nature::Changed { before, after },
        };
        self.tell(at, at.place.clone(), None, nature);
    }

    fn tell(&mut self, at: &Spot, place: Place, lang: Option<Lang>, nature: Nature) {
        let (subject, field) = (at.subject.clone(), at.field.clone());
        self.changes.push(Change { place: place.to_string(), subject, field, lang, nature });
    }
}
