//! Where a finding must stand. In: what a row says under `at`, the place of its break. Out: places.
//!
//! A route that begins with `.` starts at what the row breaks: `.` is that place, `..` the one above it,
//! `../reason` its neighbour, `./0` an entry below it. Any other route starts at the root, with ids as in
//! the row's own paths; `/` is the root. `~` before a route means the key and not the value under it.

use std::collections::BTreeSet;

use pakt::inside::diagnostic::Place;
use serde::Deserialize;
use serde_yaml::Value;

use crate::lay::routes_of;

/// One route or several.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
pub(crate) enum At {
    /// Nothing is said, which no row may do.
    #[default]
    Unsaid,
    One(String),
    Many(Vec<String>),
}

impl At {
    /// Returns the places that are meant after a break, as [`written`]; fails where nothing is said.
    pub(crate) fn meant(&self, broken: &str, application: &Value) -> BTreeSet<String> {
        let routes = match self {
            Self::Unsaid => panic!("the row that breaks {broken} says no place under `at`"),
            Self::One(route) => std::slice::from_ref(route),
            Self::Many(routes) => routes,
        };
        routes.iter().flat_map(|route| places(route, broken, application)).collect()
    }
}

/// Returns a place as rows write it.
pub(crate) fn written(place: &Place) -> String {
    format!("{}{place}", if place.is_at_key() { "~" } else { "" })
}

/// Returns the places that one route means.
fn places(route: &str, broken: &str, application: &Value) -> Vec<String> {
    let (mark, route) = route.strip_prefix('~').map_or(("", route), |route| ("~", route));
    let routes = match route {
        _ if route.starts_with('.') => vec![from(route, broken)],
        "/" => vec![String::new()],
        _ => routes_of(application, route),
    };
    assert!(!routes.is_empty(), "{route} leads nowhere after a break at {broken}");
    routes.into_iter().map(|route| format!("{mark}{route}")).collect()
}

/// Follows a route that starts at what is broken.
fn from(route: &str, broken: &str) -> String {
    let mut steps: Vec<&str> = broken.split('/').collect();
    for step in route.split('/') {
        match step {
            "." => {}
            ".." => _ = steps.pop().expect("no row climbs above the root"),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
