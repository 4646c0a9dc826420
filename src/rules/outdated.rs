//! Laws that texts cite although they hold no longer when the work is done. In: `Case`. Out: faults of META-13, whose
//! words stand in `meta.md`.

use super::worded::stretch;
use super::{Case, Faults};
use crate::catalogue::{self, Act};
use crate::described::{Entry as _, Step, View, visit};
use crate::diagnostic::{Part, Value};
use crate::lang::Lang;
use crate::model::Experience;

/// What a text says that cites a law, in small letters.
const LAW: [&str; 6] = ["ustaw", "rozporządz", "dz.u", "dz. u", "act", "regulation"];

/// Signs without which no text names a law, upper and lower case alike: most texts need not be read in small letters.
const MAY_NAME: [&str; 8] = ["staw", "STAW", "ozporz", "OZPORZ", "ct of ", "egulation", "/2013", "/2006"];

pub(super) fn cited(case: &Case<'_>, faults: &mut Faults) {
    // What is done later than a law holds cannot rest on it, even if that is written while it still holds.
    let start = case.application().schedule.from.copied();
    let Some(day) = start.max(case.submission()) else { return };
    let over: Vec<&Act> = catalogue::acts().all().iter().filter(|act| act.until < day).collect();
    visit(case.application(), &mut |spot| {
        // What was done under an older law was done under that law.
        if spot.field.is_some_and(|(entity, _)| entity.name == Experience::ENTITY.name) {
            return Step::Over;
        }
        if !matches!(spot.view, View::Text(..)) {
            return Step::Into;
        }
        for (lang, words) in spot.words() {
            if !MAY_NAME.iter().any(|sign| words.contains(sign)) {
                continue;
            }
            let lower = words.to_lowercase();
            if !LAW.iter().any(|law| lower.contains(law)) {
                continue;
            }
            for act in &over {
                let Some(said) = act.says.iter().find(|said| lower.contains(said.as_str())) else { continue };
                if case.facts.partners.iter().any(|partner| partner.experience().here() == spot.place()) {
                    continue;
                }
                let draft = faults
                    .at(spot.place_of(lang))
                    .with("act", Value::from([act.name(Lang::Pl).to_owned(), act.name(Lang::En).to_owned()]))
                    .with("said", said)
                    .with("until", act.until)
                    .with(
                        "instead",
                        Value::from([act.instead(Lang::Pl).to_owned(), act.instead(Lang::En).to_owned()]),
                    )
                    .with("day", day);
                if let Some(range) = stretch(words, said) {
                    draft.part(Part::of(words, range));
                }
            }
        }
        Step::Into
    });
}
