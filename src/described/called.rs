//! What people call a place of the application. In: a value of the model, a place in it. Out: words.

use std::collections::BTreeMap;

use super::visit::{Step as Visit, visit};
use super::{Described, Shape, View};
use crate::diagnostic::{Place, Step};
use crate::lang::Lang;

/// What people call a place: the entry that it lies in, and the fields from there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// The entry's id, else its list and its number in that, counted from 1; empty outside of entries.
    pub entry: String,
    /// The names of the fields on the way, the innermost last.
    pub fields: Vec<String>,
}

impl Called {
    /// Returns what to call what belongs at the place: `skala N1`; outside of entries the whole way, `partnerstwo: nazwa`.
    pub fn thing(&self) -> String {
        let fields = self.fields.join(": ");
        match (fields.is_empty(), self.entry.as_str()) {
            (_, "") => fields,
            (true, entry) => entry.to_owned(),
            (false, id) if !id.contains(' ') => format!("{fields} {id}"),
            (false, entry) => format!("{fields} ({entry})"),
        }
    }
}

/// Returns a place in the words of the form: `P3: sektor`, `budżet: ogółem`. An entry with an id goes by it,
/// another by its number in its list, counted from 1.
pub fn called<T: Described>(root: &T, place: &Place, lang: Lang) -> String {
    let Called { entry, fields } = way(root, place, lang);
    let entry = Some(entry).filter(|entry| !entry.is_empty());
    entry.into_iter().chain(fields).collect::<Vec<_>>().join(": ")
}

/// Returns what people call a place, entry and fields apart.
pub fn way<T: Described>(root: &T, place: &Place, lang: Lang) -> Called {
    go(&T::SHAPE, place, lang, |steps| match stands(root.view(), steps) {
        View::Entity(own) => own.id().to_owned(),
        _ => String::new(),
    })
}

/// Returns the value to which steps lead.
fn stands<'app>(root: View<'app>, steps: &[Step]) -> View<'app> {
    steps.iter().fold(root, |view, step| match (view, step) {
        (View::Entity(own), Step::Key(key)) => {
            let number = own.entity().members.iter().position(|member| member.key == key);
            number.map_or(View::Missing, |number| own.value(number))
        }
        (View::List(entries), Step::Index(index)) => {
            entries.into_iter().find(|(own, _)| own == index).map_or(View::Missing, |(_, entry)| entry)
        }
        _ => View::Missing,
    })
}

/// The ids of all entries of an application, for whoever asks what many places are called.
#[derive(Clone, Debug, Default)]
pub struct Ids(BTreeMap<String, String>);

impl Ids {
    /// Walks a value once.
    pub fn of(root: &impl Described) -> Self {
        let mut ids = BTreeMap::new();
        visit(root, &mut |spot| {
            if let View::Entity(own) = spot.view
                && !own.id().is_empty()
            {
                ids.insert(spot.place().to_string(), own.id().to_owned());
            }
            Visit::Into
        });
        Self(ids)
    }

    /// Does what [`way`] does.
    pub fn way<T: Described>(&self, place: &Place, lang: Lang) -> Called {
        let id = |steps: &[Step]| self.0.get(&Place::from(steps).to_string()).cloned().unwrap_or_default();
        go(&T::SHAPE, place, lang, id)
    }
}

/// Goes the way by the declarations; `id` is that of the entry to which steps lead, empty for none.
fn go(shape: &'static Shape, place: &Place, lang: Lang, id: impl Fn(&[Step]) -> String) -> Called {
    let (mut way, mut shape) = (Called::default(), shape);
    for (number, step) in place.steps().iter().enumerate() {
        shape = match (step, shape) {
            (Step::Key(key), Shape::Entity(entity)) => {
                let Some(member) = entity.member(key) else { break };
                // An entry goes by its id already.
                if member.key != "id" || way == Called::default() {
                    way.fields.push(member.name(lang));
                }
                member.shape
            }
            (Step::Index(index), Shape::List(of)) => {
                way.enter(&id(&place.steps()[..=number]), index + 1);
                of
            }
            (Step::Key(key), Shape::Map(of)) => {
                way.fields.push(key.clone());
                of
            }
            (step, _) => {
                way.fields.extend(if let Step::Key(key) = step { Some(key.clone()) } else { None });
                break;
            }
        };
    }
    way
}

impl Called {
    /// Goes on into an entry of the list that the way has come to.
    fn enter(&mut self, id: &str, number: usize) {
        if !id.is_empty() {
            *self = Self { entry: id.to_owned(), fields: Vec::new() };
        } else if let Some(list) = self.fields.last_mut() {
            *list = format!("{list} {number}");
            if self.entry.is_empty() {
                *self = Self { entry: self.fields.join(": "), fields: Vec::new() };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Application;

    #[test]
    fn a_place_is_called_as_the_form_calls_it() {
        let yaml = "partners: [{id: P1}, {sector: social}]\ndiagnosis: {evidence: [{id: E1, values: [{value: 1}, {value: 2}]}]}";
        let application: Application = serde_yaml::from_str(yaml).expect("an application");
        let of = |place: &str, lang| called(&application, &Place::parse(place), lang);
        assert_eq!(of("partners/0/sector", Lang::Pl), "P1: sektor");
        assert_eq!(of("partners/0/id", Lang::Pl), "P1");
        assert_eq!(of("partners/1/sector", Lang::Pl), "partnerzy 2: sektor");
        assert_eq!(of("partners/7/sector", Lang::En), "partners 8: sector");
        assert_eq!(of("diagnosis/evidence/0/values/1/value", Lang::En), "E1: values 2: value");
        assert_eq!(of("potential/management/structure", Lang::Pl), "potencjał: zarządzanie: struktura");
        assert_eq!(of("meta/title/pl", Lang::En), "meta: title: pl");
        assert_eq!(of("", Lang::Pl), "");
        let thing = |place: &str| way(&application, &Place::parse(place), Lang::Pl).thing();
        assert_eq!(thing("partners/0/sector"), "sektor P1");
        assert_eq!(thing("partners/1/sector"), "sektor (partnerzy 2)");
        assert_eq!(thing("partnership/period/from"), "partnerstwo: okres: początek");
        assert_eq!(thing("diagnosis/evidence/0/values/1/measure"), "wartości 2: miara E1");
    }
}
