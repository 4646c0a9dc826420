//! Every text and every mark of invention in an application, with its place. In: the application. Out:
//! a walk over what it would write as JSON, and whether a section says anything.

use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::Place;
use crate::model::Application;

/// Tells whether anything of a section was written; what could not be read does not count.
pub(super) fn is_begun(section: &impl Serialize) -> bool {
    fn says(value: &Value) -> bool {
        match value {
            Value::Null => false,
            Value::Object(fields) => fields.values().any(says),
            Value::Array(entries) => entries.iter().any(says),
            Value::String(_) | Value::Bool(_) | Value::Number(_) => true,
        }
    }
    serde_json::to_value(section).is_ok_and(|value| says(&value))
}

/// Calls `see` for every mapping and every string, with places; parts before what they hold.
pub(super) fn walk(application: &Application, mut see: impl FnMut(&Place, &Value)) {
    let Ok(root) = serde_json::to_value(application) else { return };
    let mut waiting = vec![(Place::root(), &root)];
    while let Some((place, value)) = waiting.pop() {
        match value {
            Value::Object(fields) => {
                see(&place, value);
                let fields = fields.iter().rev().filter(|(_, value)| !value.is_null());
                waiting.extend(fields.map(|(key, value)| (place.key(key), value)));
            }
            Value::Array(entries) => {
                let entries = entries.iter().enumerate().rev();
                waiting.extend(entries.map(|(index, value)| (place.index(index), value)));
            }
            Value::String(_) => see(&place, value),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}
