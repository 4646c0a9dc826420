//! Names without which a document says nothing: of entries and of the partnership. In: the application.
//! Out: the faults of META-10, whose words stand in `meta.md`.

use super::{Case, Faults};
use crate::diagnostic::{Place, Value};
use crate::facts::Placed;
use crate::model::{Field, Text};

/// What the names of one kind of entry look like.
struct EntryKind {
    /// The kind, round the name of the entry.
    words: [&'static str; 2],
    key: &'static str,
}

const fn kind(pl: &'static str, en: &'static str, key: &'static str) -> EntryKind {
    EntryKind { words: [pl, en], key }
}

/// Tells of every name that is empty, blank or missing. One whose key is required and not there has been told
/// of by the loader, to which it is unreadable.
pub(super) fn nameless(case: &Case<'_>, faults: &mut Faults) {
    let facts = case.facts;
    let partnership = &case.application().partnership;
    if case.is_shared() && partnership.name.is_blank() {
        let name = ["partnerstwo", "the partnership"];
        faults.at(Place::parse("partnership/name")).with("what", name).with("key", "name");
    }
    each(faults, &facts.partners, &kind("partner {0}", "partner {0}", "name"), |entry| &entry.name);
    each(faults, &facts.bodies, &kind("organ {0}", "body {0}", "name"), |entry| &entry.name);
    each(faults, &facts.needs, &kind("potrzeba {0}", "need {0}", "title"), |entry| &entry.title);
    each(faults, &facts.groups, &kind("grupa {0}", "group {0}", "name"), |entry| &entry.name);
    each(faults, &facts.objectives, &kind("cel {0}", "objective {0}", "title"), |entry| &entry.title);
    each(faults, &facts.actions, &kind("działanie {0}", "action {0}", "title"), |entry| &entry.title);
    each(faults, &facts.indicators, &kind("wskaźnik {0}", "indicator {0}", "name"), |entry| &entry.name);
    each(faults, &facts.strategies, &kind("strategia {0}", "strategy {0}", "title"), |entry| &entry.title);
    each(faults, &facts.risks, &kind("ryzyko {0}", "risk {0}", "title"), |entry| &entry.title);
    each(faults, &facts.milestones, &kind("kamień milowy {0}", "milestone {0}", "title"), |entry| {
        &entry.title
    });
    measures(case, faults);
}

fn each<T>(faults: &mut Faults, entries: &[Placed<'_, T>], kind: &EntryKind, name: fn(&T) -> &Field<Text>) {
    for entry in entries.iter().filter(|entry| name(entry.entry).is_blank()) {
        let what = Value::around(kind.words, entry.called());
        faults.at(entry.place.key(kind.key)).with("what", what).with("key", kind.key);
    }
}

fn measures(case: &Case<'_>, faults: &mut Faults) {
    for source in &case.facts.evidence {
        let values = source.values.placed(&source.place.key("values"));
        for (number, (place, _)) in values.enumerate().filter(|(_, (_, value))| value.measure.is_blank()) {
            let (number, source) = (number + 1, source.called());
            let words = ["wartość {number} ze źródła {source}", "value {number} of source {source}"];
            let what = Value::Phrase(words, vec![("number", number.into()), ("source", source.into())]);
            faults.at(place.key("measure")).with("what", what).with("key", "measure");
        }
    }
}
