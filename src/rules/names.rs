//! Names without which a document says nothing: of entries and of the partnership. In: the application.
//! Out: the faults of META-10, whose words stand in `meta.md`.

use super::{Case, Faults};
use crate::diagnostic::Place;
use crate::facts::Placed;
use crate::model::{Field, Text};

/// What the names of one kind of entry look like.
struct EntryKind {
    pl: &'static str,
    en: &'static str,
    key: &'static str,
}

const fn kind(pl: &'static str, en: &'static str, key: &'static str) -> EntryKind {
    EntryKind { pl, en, key }
}

/// Tells of every name that is empty, blank or missing. Of a missing one the loader tells as well; the
/// pipeline leaves out what would be told twice.
pub(super) fn nameless(case: &Case<'_>, faults: &mut Faults) {
    let facts = case.facts;
    let partnership = &case.application().partnership;
    if case.is_shared() && partnership.name.is_blank() {
        let name = case.lang.pick("partnerstwo", "the partnership");
        faults.at(Place::parse("partnership/name")).with("what", name).with("key", "name");
    }
    each(case, faults, &facts.partners, &kind("partner", "partner", "name"), |entry| &entry.name);
    each(case, faults, &facts.bodies, &kind("organ", "body", "name"), |entry| &entry.name);
    each(case, faults, &facts.needs, &kind("potrzeba", "need", "title"), |entry| &entry.title);
    each(case, faults, &facts.groups, &kind("grupa", "group", "name"), |entry| &entry.name);
    each(case, faults, &facts.objectives, &kind("cel", "objective", "title"), |entry| &entry.title);
    each(case, faults, &facts.actions, &kind("działanie", "action", "title"), |entry| &entry.title);
    each(case, faults, &facts.indicators, &kind("wskaźnik", "indicator", "name"), |entry| &entry.name);
    each(case, faults, &facts.strategies, &kind("strategia", "strategy", "title"), |entry| &entry.title);
    each(case, faults, &facts.risks, &kind("ryzyko", "risk", "title"), |entry| &entry.title);
    each(case, faults, &facts.milestones, &kind("kamień milowy", "milestone", "title"), |entry| {
        &entry.title
    });
    measures(case, faults);
}

fn each<T>(
    case: &Case<'_>,
    faults: &mut Faults,
    entries: &[Placed<'_, T>],
    kind: &EntryKind,
    name: fn(&T) -> &Field<Text>,
) {
    for entry in entries.iter().filter(|entry| name(entry.entry).is_blank()) {
        let what = format!("{} {}", case.lang.pick(kind.pl, kind.en), entry.name());
        faults.at(entry.place.key(kind.key)).with("what", what).with("key", kind.key);
    }
}

fn measures(case: &Case<'_>, faults: &mut Faults) {
    for source in &case.facts.evidence {
        let values = source.values.placed(&source.place.key("values"));
        for (number, (place, _)) in values.enumerate().filter(|(_, (_, value))| value.measure.is_blank()) {
            let (number, source) = (number + 1, source.name());
            let what = case.lang.pick(
                format!("wartość {number} ze źródła {source}"),
                format!("value {number} of source {source}"),
            );
            faults.at(place.key("measure")).with("what", what).with("key", "measure");
        }
    }
}
