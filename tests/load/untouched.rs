//! A skeleton that nobody has filled in: nothing in it is wrong, and what is to be written fits a screen.

use std::fs;
use std::path::Path;

use pakt::inside::diagnostic::{Findings, Level};
use pakt::inside::pipeline::{self, Options};
use pakt::inside::report::{self, Look};
use pakt::inside::yaml::Input;

use super::Nothing;

#[test]
fn an_untouched_skeleton_was_scolded_ninety_six_times() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/load/untouched");
    for (name, first) in [("pl", "Błędów nie ma. Uzupełnij "), ("en", "No errors. Fill in ")] {
        let bytes = fs::read(folder.join(format!("{name}.yaml"))).expect("the skeleton can be read");
        let input = Input { name: "pakt.yaml".to_owned(), bytes };
        let run = pipeline::read("pakt.yaml", vec![input], &Nothing, &Options::default());
        let checked = run.check(Findings::default(), run.loaded.sources.clone());
        let text = report::text(&checked, Look { colour: false, limit: 100 });
        assert_eq!(checked.count(Level::Error), 0, "{text}");
        assert!(checked.count(Level::Missing) > 20, "{text}");
        assert!(text.starts_with(first) && text.lines().count() < 60, "{text}");
    }
}
