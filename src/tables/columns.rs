//! The columns of a table. In: the declaration of its entries. Out: `Field`s, each with the way to it and its head.

use super::value::Value;
use crate::described::{Entity, Fields, Kind, Member, Shape, View};
use crate::lang::Lang;
use crate::model::Id;
use crate::write::xlsx::Form;

/// A field of an entry that fits in a cell: its own, or one of a part that it has.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// The way to it: the number and the declaration of each member.
    pub(super) way: Vec<(usize, &'static Member)>,
}

/// Returns the fields of entries of a kind that fit in a cell, in the order of the format.
pub(super) fn fields(kind: Kind) -> Vec<Field> {
    // A schedule tells when; what is told at length about an action stands elsewhere.
    let is_wanted = |member: &Member| kind != Kind::Action || !is_prose(member.shape);
    let own = members(super::entity(kind)).filter(|(_, member)| is_wanted(member));
    own.flat_map(|(number, member)| match member.shape {
        Shape::Entity(part) => {
            let below = members(part).filter(|(_, below)| fits(below.shape));
            below.map(|below| Field { way: vec![(number, member), below] }).collect()
        }
        shape if fits(shape) => vec![Field { way: vec![(number, member)] }],
        _ => Vec::new(),
    })
    .collect()
}

fn members(entity: &'static Entity) -> impl Iterator<Item = (usize, &'static Member)> {
    entity.members.iter().enumerate().filter(|(_, member)| !member.internal && !member.form_only)
}

fn is_prose(shape: &Shape) -> bool {
    matches!(shape, Shape::Value("Prose"))
}

/// Tells whether a value of this shape fits in a cell.
fn fits(shape: &Shape) -> bool {
    match shape {
        Shape::Closed(..) | Shape::Code(_) | Shape::Value(_) => true,
        Shape::List(of) => matches!(of, Shape::Code(list) if *list == Id::LIST),
        Shape::Entity(_) | Shape::Map(_) => false,
    }
}

impl Field {
    /// Returns the declaration of the field itself.
    pub(super) fn member(&self) -> &'static Member {
        self.way[self.way.len() - 1].1
    }

    /// Returns the keys that lead to it.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.way.iter().map(|(_, member)| member.key)
    }

    /// Tells whether it stands under this key of the entry itself.
    pub(super) fn is(&self, key: &str) -> bool {
        self.way.len() == 1 && self.member().key == key
    }

    /// Returns the head of its column: `Wartość docelowa`, `Kobiety: wartość docelowa`.
    pub(super) fn head(&self, lang: Lang) -> String {
        let names: Vec<String> = self.way.iter().map(|(_, member)| member.name(lang)).collect();
        let head = names.join(": ");
        let mut letters = head.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// Returns the value that an entry has there.
    pub(super) fn view<'app>(&self, entry: &'app dyn Fields) -> View<'app> {
        let step = |view: View<'app>, (number, _): &(usize, _)| match view {
            View::Entity(own) => own.value(*number),
            _ => View::Missing,
        };
        self.way.iter().fold(View::Entity(entry), step)
    }

    /// Returns the value as a cell may hold it, in the language of the table and the application's own.
    pub(super) fn value(&self, entry: &dyn Fields, langs: [Lang; 2]) -> Value {
        Value::of(&self.view(entry), self.form(), langs)
    }

    /// Tells whether an entry has something there.
    pub(super) fn is_given(&self, entry: &dyn Fields) -> bool {
        !matches!(self.view(entry), View::Missing | View::Entity(_))
    }

    /// Returns how its values look.
    pub(super) fn form(&self) -> Form {
        match self.member().shape {
            Shape::Value("Money") => Form::Money,
            Shape::Value("Number") => Form::Number,
            Shape::Value("Count" | "Grade") => Form::Whole,
            Shape::Value("Share") => Form::Share,
            Shape::Value("Date") => Form::Date,
            _ => Form::Words,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::tables::Subject;

    #[test]
    fn every_column_has_a_head_of_its_own() {
        for kind in Subject::ALL.iter().flat_map(|subject| subject.kinds()) {
            for lang in Lang::ALL {
                let heads: Vec<String> = fields(*kind).iter().map(|field| field.head(lang)).collect();
                let apart: BTreeSet<&String> = heads.iter().collect();
                assert_eq!(apart.len(), heads.len(), "{heads:?}");
                assert!(fields(*kind)[0].is("id"));
            }
        }
    }
}
