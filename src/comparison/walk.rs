//! Goes down two versions side by side. In: two applications as data. Out: `Comparison`.

use serde_json::Value;

use super::entries::{Pair, paired, paired_values};
use super::{Change, Comparison, Nature, Subject, values, wording};
use crate::diagnostic::Place;
use crate::facts::Kind;
use crate::lang::Lang;
use crate::model::Application;
use crate::schema::{Shape, fields, root};

/// How many words a text has at least for its words to be marked one by one.
const LONG: usize = 4;

pub(super) fn compare(old: &Application, new: &Application, lang: Lang) -> Comparison {
    let main = [old, new].map(|version| version.meta.lang.copied().unwrap_or_default());
    let mut walk = Walk { lang, main, changes: Vec::new() };
    let at = Spot { place: Place::root(), subject: None, field: String::new() };
    walk.value(&at, &values::data(old), &values::data(new), &root());
    Comparison { changes: walk.changes }
}

struct Walk {
    lang: Lang,
    /// The main languages of the older version and of the newer one.
    main: [Lang; 2],
    changes: Vec<Change>,
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
    fn value(&mut self, at: &Spot, old: &Value, new: &Value, shape: &Shape) {
        if old == new {
            return;
        }
        match (old, new, shape) {
            (Value::Object(_), Value::Object(_), Shape::Entity(name)) => self.entity(at, old, new, name),
            (Value::Object(before), Value::Object(after), Shape::Map(of)) => {
                let gone = before.keys().filter(|key| !after.contains_key(*key));
                for key in after.keys().chain(gone) {
                    let spot = at.field(key, key);
                    self.value(&spot, &old[key.as_str()], &new[key.as_str()], of);
                }
            }
            (Value::Array(old), Value::Array(new), Shape::List(of)) => self.list(at, old, new, of),
            (_, _, Shape::Named(name)) if matches!(name.as_str(), "Text" | "Prose") => {
                self.text(at, old, new);
            }
            // An entity without one of its fields compares field by field with nothing.
            (Value::Null, Value::Object(_), Shape::Entity(name))
            | (Value::Object(_), Value::Null, Shape::Entity(name)) => self.entity(at, old, new, name),
            _ => self.leaf(at, old, new, shape),
        }
    }

    fn entity(&mut self, at: &Spot, old: &Value, new: &Value, name: &str) {
        for (key, shape) in fields().get(name).into_iter().flatten() {
            let spot = at.field(key, &values::field(name, key, self.lang));
            self.value(&spot, &old[key.as_str()], &new[key.as_str()], shape);
        }
    }

    fn list(&mut self, at: &Spot, old: &[Value], new: &[Value], of: &Shape) {
        let Shape::Entity(name) = of else { return self.plain_list(at, old, new, of) };
        for pair in paired(old, new) {
            match pair {
                Pair::Both(before, after) => {
                    let spot = self.entry(at, &new[after], after, name);
                    self.entity(&spot, &old[before], &new[after], name);
                }
                Pair::Old(index) => {
                    let nature = |before| Nature::Removed { before };
                    self.whole(at, &old[index], index, name, nature);
                }
                Pair::New(index) => {
                    let nature = |after| Nature::Added { after };
                    self.whole(at, &new[index], index, name, nature);
                }
            }
        }
    }

    /// Returns the place of an entry; one with an id is a subject of its own.
    fn entry(&self, at: &Spot, entry: &Value, index: usize, name: &str) -> Spot {
        let place = at.place.index(index);
        match self.subject(entry, name) {
            Some(subject) => Spot { place, subject: Some(subject), field: String::new() },
            None => {
                let title = self.title(entry, name);
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
    fn whole(
        &mut self,
        at: &Spot,
        entry: &Value,
        index: usize,
        name: &str,
        nature: impl Fn(String) -> Nature,
    ) {
        let place = at.place.index(index).to_string();
        let (subject, field, words) = match self.subject(entry, name) {
            Some(subject) => (Some(subject), String::new(), String::new()),
            None => (at.subject.clone(), at.field.clone(), self.sketch(entry, name)),
        };
        self.changes.push(Change { place, subject, field, lang: None, nature: nature(words) });
    }

    fn subject(&self, entry: &Value, name: &str) -> Option<Subject> {
        let id = entry["id"].as_str()?;
        let kind = Kind::of_id(id).map_or("", |kind| kind.label(self.lang));
        Some(Subject { id: id.to_owned(), kind: kind.to_owned(), title: self.title(entry, name) })
    }

    /// Returns what an entry is called, by its own words or by the label of its code.
    fn title(&self, entry: &Value, name: &str) -> String {
        let keys = ["title", "name", "measure", "principle", "factor", "text", "function", "form"];
        let shape =
            |key: &str| fields().get(name)?.iter().find(|(own, _)| own == key).map(|(_, shape)| shape);
        let mut said = keys.iter().filter_map(|key| Some((entry.get(key)?, shape(key)?)));
        let own = said.find(|(own, _)| !own.is_null());
        own.map_or_else(String::new, |(own, shape)| values::words(own, shape, self.lang))
    }

    /// Returns an entry without an id in one line: what its fields say.
    fn sketch(&self, entry: &Value, name: &str) -> String {
        let said = fields().get(name).into_iter().flatten().map(|(key, shape)| {
            wording::plain(&values::words(&entry[key.as_str()], shape, self.lang)).replace("\n\n", " ")
        });
        said.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ")
    }

    fn plain_list(&mut self, at: &Spot, old: &[Value], new: &[Value], of: &Shape) {
        let said = |list: &[Value]| -> Vec<String> {
            list.iter().map(|entry| wording::plain(&values::words(entry, of, self.lang))).collect()
        };
        let (before, after) = (said(old), said(new));
        for pair in paired_values(&before, &after) {
            let (index, nature) = match pair {
                Pair::Both(..) => continue,
                Pair::Old(index) => (index, Nature::Removed { before: before[index].clone() }),
                Pair::New(index) => (index, Nature::Added { after: after[index].clone() }),
            };
            self.tell(at, at.place.index(index), None, nature);
        }
    }

    /// Compares a text, language by language where both versions have several.
    fn text(&mut self, at: &Spot, old: &Value, new: &Value) {
        if !old.is_object() && !new.is_object() {
            return self.words(at, None, old.as_str(), new.as_str());
        }
        for lang in Lang::ALL {
            let said = |text: &Value, main: Lang| match text {
                Value::Object(each) => each.get(lang.code()).and_then(Value::as_str).map(str::to_owned),
                // A text without a language is in its version's main one.
                text => text.as_str().filter(|_| lang == main).map(str::to_owned),
            };
            let [old_main, new_main] = self.main;
            let (before, after) = (said(old, old_main), said(new, new_main));
            self.words(at, Some(lang), before.as_deref(), after.as_deref());
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

    fn leaf(&mut self, at: &Spot, old: &Value, new: &Value, shape: &Shape) {
        let words = |value: &Value| values::words(value, shape, self.lang);
        let (before, after) = (words(old), words(new));
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
