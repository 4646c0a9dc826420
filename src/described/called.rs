//! What people call a place of the application. In: a value of the model, a place in it. Out: words.

use super::{Described, Shape, View};
use crate::diagnostic::{Place, Step};
use crate::lang::Lang;

/// Returns a place in the words of the form: `P3: sektor`, `budżet: ogółem`. An entry with an id goes by it,
/// another by its number in its list, counted from 1.
pub fn called<T: Described>(root: &T, place: &Place, lang: Lang) -> String {
    let mut words: Vec<String> = Vec::new();
    let (mut shape, mut view) = (&T::SHAPE, root.view());
    for step in place.steps() {
        let below = match (step, shape) {
            (Step::Key(key), Shape::Entity(entity)) => {
                let Some(number) = entity.members.iter().position(|member| member.key == key) else { break };
                let member = &entity.members[number];
                // An entry goes by its id already.
                if member.key != "id" || words.is_empty() {
                    words.push(member.name(lang));
                }
                let own = if let View::Entity(own) = view { Some(own.value(number)) } else { None };
                (member.shape, own)
            }
            (Step::Index(index), Shape::List(of)) => {
                let entry = if let View::List(entries) = view {
                    entries.into_iter().find(|(own, _)| own == index).map(|(_, entry)| entry)
                } else {
                    None
                };
                let id = if let Some(View::Entity(own)) = &entry { own.id() } else { "" };
                match words.last_mut() {
                    _ if !id.is_empty() => words = vec![id.to_owned()],
                    Some(list) => *list = format!("{list} {}", index + 1),
                    None => {}
                }
                (*of, entry)
            }
            (Step::Key(key), Shape::Map(of)) => {
                words.push(key.clone());
                (*of, None)
            }
            (step, _) => {
                words.extend(if let Step::Key(key) = step { Some(key.clone()) } else { None });
                break;
            }
        };
        (shape, view) = (below.0, below.1.unwrap_or(View::Missing));
    }
    words.join(": ")
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
    }
}
