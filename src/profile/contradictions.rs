//! What a call's own file says that cannot all be true. In: the file as read. Out: findings at their places.

use std::collections::BTreeMap;

use super::faults::fault;
use super::link::Link;
use super::stated::Stated;
use crate::diagnostic::{self, Findings, Place};
use crate::source::{Node, Sources, Value};
use crate::units::Money;

/// Tells of ids that stand twice, of a least above a greatest, of bands out of order.
pub(super) fn check(link: &Link, sources: &Sources, findings: &mut Findings) {
    twice(link, sources, findings);
    bounds(link, findings);
    bands(link, findings);
}

fn twice(link: &Link, sources: &Sources, findings: &mut Findings) {
    let mut ids: Vec<(Place, &Node)> = Vec::new();
    let tree = &link.part.tree;
    for (place, section) in items(at(tree, &["form", "sections"]), &Place::parse("form/sections")) {
        ids.extend(items(at(section, &["fields"]), &place.key("fields")));
    }
    tell_twice(&ids, link, sources, findings);
    let stages = Place::parse("criteria/stages");
    let stages = items(at(tree, &["criteria", "stages"]), &stages);
    tell_twice(&stages, link, sources, findings);
    for (place, stage) in &stages {
        let criteria = items(at(stage, &["criteria"]), &place.key("criteria"));
        tell_twice(&criteria, link, sources, findings);
    }
}

fn tell_twice(entries: &[(Place, &Node)], link: &Link, sources: &Sources, findings: &mut Findings) {
    let mut seen: BTreeMap<&str, &Node> = BTreeMap::new();
    for (place, entry) in entries {
        let Some(id @ Node { value: Value::Scalar { text, .. }, .. }) = at(entry, &["id"]) else { continue };
        match seen.get(text.as_str()) {
            Some(first) => {
                let line = sources.position(first.span).map_or(0, |position| position.line).to_string();
                let values = [("id", text.as_str()), ("line", line.as_str())];
                findings.push(fault("CALL-11", link.at(place.key("id")), &values));
            }
            None => _ = seen.insert(text, id),
        }
    }
}

fn bounds(link: &Link, findings: &mut Findings) {
    let numbers = &link.part.value.numbers;
    let months = [&numbers.project_period_min_months, &numbers.project_period_max_months].map(value);
    let totals = [&numbers.total_min, &numbers.total_max].map(value);
    let own = [&numbers.own_contribution_min, &numbers.own_contribution_max].map(value);
    let tell = |keys: [&str; 2], [low, high]: [diagnostic::Value; 2], findings: &mut Findings| {
        let values = [("least", keys[0]), ("most", keys[1])];
        let place = Place::parse("numbers").key(keys[0]);
        findings.push(fault("CALL-12", link.at(place), &values).with("low", low).with("high", high));
    };
    if let [Some(least), Some(most)] = months
        && least > most
    {
        let keys = ["project_period_min_months", "project_period_max_months"];
        tell(keys, [least, most].map(Into::into), findings);
    }
    if let [Some(least), Some(most)] = totals
        && least > most
    {
        tell(["total_min", "total_max"], [least, most].map(Into::into), findings);
    }
    if let [Some(least), Some(most)] = own
        && least > most
    {
        let keys = ["own_contribution_min", "own_contribution_max"];
        tell(keys, [least, most].map(Into::into), findings);
    }
    for (number, rule) in link.part.value.share_rules.iter().flat_map(|stated| &stated.value).enumerate() {
        if let (Some(least), Some(most)) = (rule.min, rule.max)
            && least > most
        {
            let values = [("least", "min"), ("most", "max")];
            let rules = Place::parse("share_rules");
            let is_sourced = at(&link.part.tree, &["share_rules", "value"]).is_some();
            let rules = if is_sourced { rules.key("value") } else { rules };
            let finding = fault("CALL-12", link.at(rules.index(number).key("min")), &values);
            findings.push(finding.with("low", least).with("high", most));
        }
    }
}

fn value<T: Copy>(stated: &Option<Stated<T>>) -> Option<T> {
    stated.as_ref().map(|stated| stated.value)
}

/// Bands rise, and only the last may have no border: a band after it would never be reached.
fn bands(link: &Link, findings: &mut Findings) {
    let part = &link.part.value;
    let rates = part.indirect_bands.iter().flat_map(|stated| stated.value.iter().map(|band| band.up_to));
    if !rise(rates) {
        findings.push(fault("CALL-13", link.at(Place::parse("indirect_bands")), &[("key", "up_to")]));
    }
    for (number, joint) in part.form.iter().flat_map(|form| &form.joint).enumerate() {
        if !rise(joint.bands.iter().map(|band| band.below)) {
            let place = Place::parse("form/joint").index(number).key("bands");
            findings.push(fault("CALL-13", link.at(place), &[("key", "below")]));
        }
    }
}

fn rise(borders: impl Iterator<Item = Option<Money>>) -> bool {
    let borders: Vec<Option<Money>> = borders.collect();
    borders.windows(2).all(|pair| match (pair[0], pair[1]) {
        (Some(lower), Some(upper)) => lower < upper,
        (Some(_), None) => true,
        (None, _) => false,
    })
}

/// Returns the value at the end of a route of keys.
pub(super) fn at<'n>(node: &'n Node, route: &[&str]) -> Option<&'n Node> {
    route.iter().try_fold(node, |node, key| node.entry(key, |_, _| false).map(|entry| &entry.node))
}

/// Returns the items of a list with their places; none for anything else.
pub(super) fn items<'n>(node: Option<&'n Node>, place: &Place) -> Vec<(Place, &'n Node)> {
    match node.map(|node| &node.value) {
        Some(Value::List(items)) => {
            items.iter().enumerate().map(|(number, item)| (place.index(number), item)).collect()
        }
        _ => Vec::new(),
    }
}
