//! Every text and every mark of invention in an application, with its place. In: the application. Out:
//! a walk over what it would write as JSON.

use serde_json::Value;

use crate::diagnostic::Place;
use crate::model::Application;

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
