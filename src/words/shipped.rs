//! Tables that the program ships. In: the path of a YAML file below `src`. Out: what it says, read from the JSON that
//! `src/build.rs` makes of it.

use serde::de::DeserializeOwned;

/// Reads a shipped table: `shipped!("catalogue/deck.yaml")`.
macro_rules! shipped {
    ($path:literal) => {
        $crate::words::from_json(include_str!(concat!(env!("OUT_DIR"), "/", $path, ".json")))
    };
}
pub(crate) use shipped;

/// Returns what a shipped table says.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> T {
    // Its text is read by the library's own code, which is fast in a development build too.
    let read = text.parse::<serde_json::Value>().and_then(serde_json::from_value);
    read.expect("the tests read every shipped table")
}
