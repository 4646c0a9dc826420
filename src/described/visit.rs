//! One walk over all values of an application. In: any value of the model. Out: every value with its place.

use super::{Described, Entity, Fields, Member, Route, View};
use crate::diagnostic::Place;
use crate::lang::Lang;

/// Where a walk stands.
#[derive(Clone)]
pub struct Spot<'app> {
    /// The way here.
    pub route: Route<'app>,
    /// The entity that the value belongs to and the field of it; none for the root.
    pub field: Option<(&'static Entity, &'static Member)>,
    /// The nearest entity around the value; none for the root.
    pub owner: Option<&'app dyn Fields>,
    /// The value: of the field, of an entry of its list or its mapping.
    pub view: View<'app>,
}

/// Whether a walk goes into what it stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It does.
    Into,
    /// It goes on behind it.
    Over,
}

/// Calls `see` for a value and all that it holds, in the order of the format; parts before what they hold.
pub fn visit<'app>(value: &'app impl Described, see: &mut impl FnMut(&Spot<'app>) -> Step) {
    walk(Spot { route: Route::root(), field: None, owner: None, view: value.view() }, see);
}

fn walk<'app>(spot: Spot<'app>, see: &mut impl FnMut(&Spot<'app>) -> Step) {
    if see(&spot) == Step::Over {
        return;
    }
    let Spot { route, field, owner, view } = spot;
    match view {
        View::Entity(own) => {
            let entity = own.entity();
            for (number, member) in entity.members.iter().enumerate() {
                let view = own.value(number);
                if !matches!(view, View::Missing) {
                    let field = Some((entity, member));
                    walk(Spot { route: route.key(member.key), field, owner: Some(own), view }, see);
                }
            }
        }
        View::List(entries) => {
            entries.into_iter().for_each(|(index, view)| {
                walk(Spot { route: route.index(index), field, owner, view }, see);
            });
        }
        View::Map(entries) => {
            entries
                .into_iter()
                .for_each(|(key, view)| walk(Spot { route: route.key(key), field, owner, view }, see));
        }
        _ => {}
    }
}

impl<'app> Spot<'app> {
    /// Returns where the value stands.
    pub fn place(&self) -> Place {
        self.route.place()
    }

    /// Returns the words that stand here, each with the key of its language where it has one.
    pub fn words(&self) -> Vec<(Option<Lang>, &'app str)> {
        match &self.view {
            View::Text(text, _) => text.all(),
            View::Word(words) => vec![(None, words)],
            _ => Vec::new(),
        }
    }

    /// Returns where the words in a language stand.
    pub fn place_of(&self, lang: Option<Lang>) -> Place {
        lang.map_or_else(|| self.place(), |lang| self.place().key(lang.code()))
    }

    /// Returns the declaration of the field, where the value is the whole of one.
    pub fn member(&self) -> Option<&'static Member> {
        self.field.map(|(_, member)| member).filter(|_| self.route.last_index().is_none())
    }
}

/// Tells whether anything of a value was written; what could not be read does not count.
pub fn is_begun(value: &impl Described) -> bool {
    let mut begun = false;
    visit(value, &mut |spot| {
        begun |= !matches!(
            spot.view,
            View::Missing | View::Unreadable | View::Entity(_) | View::List(_) | View::Map(_)
        );
        if begun { Step::Over } else { Step::Into }
    });
    begun
}
