//! Criteria of a call's own file that nobody could compute as they are written. In: the file as read. Out:
//! findings at their places.

use super::contradictions::{at, items};
use super::faults::fault;
use super::link::Link;
use super::{By, Criterion, Sheet, Stage, Tier, named};
use crate::diagnostic::{Findings, Place, Value};
use crate::source::{Node, Value as Written};
use crate::units::Number;

/// How many sectors there are to be counted.
const SECTORS: u64 = 3;

/// What is wrong with a stage or a criterion.
struct Wrong {
    code: &'static str,
    /// The key at which it is told.
    key: &'static str,
    values: Vec<(&'static str, Value)>,
}

impl Wrong {
    fn new(code: &'static str, key: &'static str) -> Self {
        Self { code, key, values: vec![("key", key.into())] }
    }

    fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}

/// Tells of criteria and pass marks that cannot work; stages and questions are those of the whole chain.
pub(super) fn check(link: &Link, chain: &[Link], base: &str, findings: &mut Findings) {
    let Some(sheet) = &link.part.value.criteria else { return };
    let shipped = named(base);
    let has_gender = shipped.is_some_and(|own| own.gender_points.is_some())
        || chain.iter().any(|link| link.part.value.gender_points.is_some());
    let below = shipped.and_then(|own| own.criteria.as_ref());
    let above = chain.iter().rev().filter_map(|link| link.part.value.criteria.as_ref());
    let mut order: Vec<&str> = Vec::new();
    for stage in below.into_iter().chain(above).flat_map(|sheet| &sheet.stages) {
        if !order.contains(&stage.id.as_str()) {
            order.push(&stage.id);
        }
    }
    let stages = Place::parse("criteria/stages");
    for (place, node) in items(at(&link.part.tree, &["criteria", "stages"]), &stages) {
        let Some(stage) = sheet.stages.iter().find(|stage| is_called(node, &stage.id)) else { continue };
        tell(of_stage(stage, &order), node, &place, link, findings);
        for (place, node) in items(at(node, &["criteria"]), &place.key("criteria")) {
            if let Some(own) = stage.criteria.iter().find(|own| is_called(node, &own.id)) {
                tell(of_criterion(own, has_gender), node, &place, link, findings);
            }
        }
    }
}

/// Marks the stages of which a criterion could not be read.
pub(super) fn mark(sheet: &mut Sheet, tree: &Node) {
    for (_, node) in items(at(tree, &["criteria", "stages"]), &Place::root()) {
        let written = items(at(node, &["criteria"]), &Place::root()).len();
        let read = sheet.stages.iter_mut().filter(|stage| is_called(node, &stage.id));
        read.for_each(|stage| stage.is_damaged |= stage.criteria.len() != written);
    }
}

fn is_called(node: &Node, id: &str) -> bool {
    at(node, &["id"]).is_some_and(|own| matches!(&own.value, Written::Scalar { text, .. } if text == id))
}

/// What stands there and could not be read has been told of.
fn tell(wrong: Vec<Wrong>, node: &Node, place: &Place, link: &Link, findings: &mut Findings) {
    for Wrong { code, key, values } in wrong {
        let needed = values.iter().find(|(name, _)| *name == "needs");
        let unread = |(_, value): &(&str, Value)| match value {
            Value::Text(key) => at(node, &[&**key]).is_some_and(is_written),
            _ => false,
        };
        if !needed.is_some_and(unread) {
            let mut finding = fault(code, link.at(place.key(key)), &[]);
            finding.values = values;
            findings.push(finding);
        }
    }
}

fn is_written(node: &Node) -> bool {
    !node.is_null() && !matches!(&node.value, Written::List(items) if items.is_empty())
}

fn of_criterion(own: &Criterion, has_gender: bool) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let by = match own.by {
        By::Person => "by: person",
        By::Checks => "by: checks",
        By::Gender => "by: gender",
        By::Sectors => "by: sectors",
    };
    let needs = match own.by {
        By::Checks if own.checks.is_empty() => Some("checks"),
        By::Sectors if own.tiers.is_empty() => Some("tiers"),
        By::Gender if !has_gender => Some("gender_points"),
        _ => None,
    };
    wrong.extend(needs.map(|needs| Wrong::new("CALL-19", "by").with("what", by).with("needs", needs)));
    if own.min.is_some() && own.points.is_none() && own.tiers.is_empty() {
        wrong.push(Wrong::new("CALL-19", "min").with("what", "min").with("needs", "points"));
    }
    if !own.tiers.is_empty() && matches!(own.by, By::Checks | By::Gender) {
        wrong.push(Wrong::new("CALL-20", "tiers").with("other", by));
    }
    if !own.tiers.windows(2).all(|pair| pair[0].from < pair[1].from) {
        wrong.push(Wrong::new("CALL-21", "tiers"));
    }
    let highest = own.tiers.iter().map(|tier| tier.points).max();
    if let (Some(points), Some(highest)) = (own.points, highest)
        && points != highest
    {
        wrong.push(Wrong::new("CALL-22", "points").with("own", points).with("high", highest));
    }
    let beyond = |tier: &&Tier| own.by == By::Sectors && tier.from.get() > SECTORS;
    if let Some(tier) = own.tiers.iter().find(beyond) {
        wrong.push(Wrong::new("CALL-24", "tiers").with("from", tier.from));
    }
    let most = [own.points, own.above.map(|above| above.points), highest].into_iter().flatten().max();
    if let (Some(min), Some(most)) = (own.min, most)
        && min > most
    {
        let key = if own.points.is_some() { "points" } else { "tiers" };
        wrong.push(least_above_most(["min", key], [min, most]));
    }
    wrong
}

fn of_stage(stage: &Stage, order: &[&str]) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if stage.pass_points.is_some() && stage.pass_share.is_some() {
        wrong.push(Wrong::new("CALL-20", "pass_share").with("other", "pass_points"));
    }
    if let (Some(pass), Some(of)) = (stage.pass_points, stage.of)
        && pass > of
    {
        wrong.push(least_above_most(["pass_points", "of"], [pass, of]));
    }
    let place_of = |id: &str| order.iter().position(|own| *own == id);
    let later = |id: &&String| place_of(id).is_some_and(|other| Some(other) >= place_of(&stage.id));
    for id in stage.counts.iter().filter(later) {
        wrong.push(Wrong::new("CALL-23", "counts").with("id", id));
    }
    wrong
}

fn least_above_most(keys: [&'static str; 2], [low, high]: [Number; 2]) -> Wrong {
    let wrong = Wrong::new("CALL-12", keys[0]).with("least", keys[0]).with("most", keys[1]);
    wrong.with("low", low).with("high", high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::ids;

    #[test]
    fn the_shipped_sheets_can_be_computed() {
        for profile in ids().filter_map(named) {
            let stages: Vec<&Stage> = profile.criteria.iter().flat_map(|sheet| &sheet.stages).collect();
            let order: Vec<&str> = stages.iter().map(|stage| stage.id.as_str()).collect();
            for stage in stages {
                let of_criteria = stage.criteria.iter();
                let of_criteria =
                    of_criteria.flat_map(|own| of_criterion(own, profile.gender_points.is_some()));
                let wrong: Vec<Wrong> = of_stage(stage, &order).into_iter().chain(of_criteria).collect();
                let codes: Vec<&str> = wrong.iter().map(|one| one.code).collect();
                assert_eq!(codes, [""; 0], "{}: {}", profile.id, stage.id);
                let asked = stage.criteria.iter().flat_map(Criterion::asked);
                assert!(asked.into_iter().all(|check| check.is_some()), "{}: {}", profile.id, stage.id);
            }
        }
    }
}
