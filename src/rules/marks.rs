//! Sources named in texts: `[E4]`. In: `Case`. Out: faults of REF-04, EVID-09 and EVID-10.

use super::case::ticked;
use super::{Case, Faults};
use crate::described::{Step, View, visit};
use crate::diagnostic::{Part, Value};
use crate::facts::Kind;
use crate::prose;

/// How many ids a help text lists.
const LISTED: usize = 8;

/// How many figures a finding lists.
const FIGURES: usize = 3;

pub(super) fn unknown(case: &Case<'_>, faults: &mut Faults) {
    if case.facts.is_unread(Kind::Evidence) {
        return;
    }
    let ids: Vec<&str> = case.facts.ids(&[Kind::Evidence]).take(LISTED).collect();
    let known =
        if ids.is_empty() { ["(jeszcze żaden)", "(none yet)"].into() } else { Value::from(ticked(&ids)) };
    visit(case.application(), &mut |spot| {
        if matches!(spot.view, View::Text(..)) {
            for (lang, text) in spot.words() {
                for found in prose::unknown(case.facts, text) {
                    let part = Part::of(text, found.range.clone());
                    faults
                        .at(spot.place_of(lang))
                        .with("written", &text[found.range.clone()])
                        .with("id", found.part)
                        .with("known", known.clone())
                        .part(match found.meant {
                            Some(meant) => part.put(found.range, meant),
                            None => part,
                        });
                }
            }
        }
        Step::Into
    });
}

pub(super) fn without_source(case: &Case<'_>, faults: &mut Faults) {
    for text in prose::unmarked(case.facts) {
        let Some((_, _, range)) = text.figures.first() else { continue };
        let part = Part::of(&text.text, range.clone());
        let part = text.marks.iter().fold(part, |part, (at, mark)| part.put(*at..*at, mark.clone()));
        let shown = text.figures.iter().take(FIGURES).map(|(figure, id, _)| {
            let own = vec![("figure", figure.clone().into()), ("id", id.clone().into())];
            Value::Phrase(["„{figure}” ({id})", "“{figure}” ({id})"], own)
        });
        faults
            .at(text.place)
            .with("figures", Value::list(shown))
            .with("mark", text.marks.first().map_or("", |(_, mark)| mark.trim()))
            .part(part);
    }
}

pub(super) fn older(case: &Case<'_>, faults: &mut Faults) {
    for source in &case.facts.evidence {
        let Some(date) = source.date.copied() else { continue };
        let values = source.values().each().map(|value| (value.as_of().here(), value.as_of.copied()));
        let research = (source.research().to().here(), source.research.to.copied());
        for (place, day) in values.chain([research]) {
            if let Some(event) = day.filter(|day| *day > date) {
                faults.at(place).with("id", source.called()).with("last", date).with("event", event);
            }
        }
    }
    let Some(today) = case.today else { return };
    for found in prose::older(case.facts, today) {
        faults
            .at(found.place)
            .with("id", found.id)
            .with("last", found.last)
            .with("event", found.event)
            .part(Part::of(&found.text, found.range));
    }
    for consultation in case.root().diagnosis().consultations().each() {
        let Some(event) = consultation.date.copied() else { continue };
        for (_, text) in case.each(consultation.result.get().map(|prose| &prose.0)) {
            let sources = prose::named(case.facts, text).into_iter().filter_map(|id| case.facts.source(id));
            let lasts = sources.filter_map(|source| Some((prose::last_day(source)?, source.called())));
            if let Some((last, id)) = lasts.max().filter(|(last, _)| *last < event) {
                faults.at(consultation.result()).with("id", id).with("last", last).with("event", event);
            }
        }
    }
}
