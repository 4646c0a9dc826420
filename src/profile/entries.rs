//! A profile as a flat row of values: to show and to compare. In: `Profile`. Out: its values by name.

use super::value::{Value, Valued, entry, of};
use super::{Criterion, Form, Profile, Stage};

impl Profile {
    /// Returns all values: numbers, demands, levels, limits, the form, the criteria.
    pub fn entries(&self) -> Vec<Valued> {
        let mut entries = self.numbers.entries();
        entries.extend(self.stated());
        entries.extend(self.levels.iter().map(|(code, own)| entry(&format!("levels/{code}"), own)));
        entries.extend(self.limits.iter().map(|(name, own)| entry(&format!("limits/{name}"), own)));
        entries.extend(self.form.iter().flat_map(form));
        let stages = self.criteria.iter().flat_map(|sheet| &sheet.stages);
        entries.extend(stages.flat_map(stage));
        entries
    }
}

fn form(form: &Form) -> Vec<Valued> {
    let origin = form.origin();
    let mut entries = vec![of("form", form.title.clone(), &origin)];
    entries.extend(form.counting.as_ref().map(|own| entry("form/counting", own)));
    entries.extend(form.not_applicable.as_ref().map(|own| entry("form/not_applicable", own)));
    for (_, field) in form.fields() {
        entries.push(of(&format!("form/{}", field.id), field.label.clone(), &origin));
        entries.extend(field.limit.as_ref().map(|limit| entry(&format!("form/{}/limit", field.id), limit)));
    }
    for joint in &form.joint {
        let name = format!("form/{}–{}/limit", first(&joint.fields), last(&joint.fields));
        entries.push(of(&name, joint.bands.clone(), &joint.origin()));
    }
    entries
}

fn first(fields: &[String]) -> &str {
    fields.first().map_or("", String::as_str)
}

fn last(fields: &[String]) -> &str {
    fields.last().map_or("", String::as_str)
}

fn stage(stage: &Stage) -> Vec<Valued> {
    let origin = stage.origin();
    let name = format!("criteria/{}", stage.id);
    let mut entries = vec![of(&name, stage.title.clone(), &origin)];
    let mut add = |key: &str, value: Option<Value>| {
        entries.extend(value.map(|value| of(&format!("{name}/{key}"), value, &origin)));
    };
    add("of", stage.of.map(Value::from));
    add("pass_points", stage.pass_points.map(Value::from));
    add("pass_share", stage.pass_share.map(Value::from));
    add("each_share", stage.each_share.map(Value::from));
    for criterion in &stage.criteria {
        let Criterion { id, title, min, above, .. } = criterion;
        add(id, Some(title.clone().into()));
        add(&format!("{id}/points"), criterion.possible(None).map(Value::from));
        add(&format!("{id}/points_above"), above.map(|above| above.points.into()));
        add(&format!("{id}/min"), min.map(Value::from));
    }
    entries
}
