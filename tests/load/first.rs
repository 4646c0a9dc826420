//! Two applications as people typed them at the first go. Beside each stands a table of every error that they are told,
//! with its line; `UPDATE=1` rewrites it, and whoever reads the difference asks of each line whether it is true.

use std::fs;
use std::path::Path;

use pakt::inside::diagnostic::{Findings, Level};
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{self, Options};
use pakt::inside::report::worded;
use pakt::inside::yaml::Input;

use super::Nothing;

#[test]
fn every_error_of_a_first_attempt_is_about_its_line() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/load/first");
    let mut wrong = Vec::new();
    for name in ["esf", "pact"] {
        let bytes = fs::read(folder.join(format!("{name}.yaml"))).expect("the attempt can be read");
        let told = errors(Input { name: format!("{name}.yaml"), bytes });
        let path = folder.join(format!("{name}.errors.txt"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &told).expect("the folder can be written");
        }
        if fs::read_to_string(&path).unwrap_or_default() != told {
            wrong.push(format!("{}:\n{told}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the errors of a file, one a line: `12 KEY-02 nie ma tu pola „nabór”`.
fn errors(input: Input) -> String {
    let run = pipeline::read("first", vec![input], &Nothing, &Options::default());
    let checked = run.check(Findings::default(), run.loaded.sources.clone());
    let errors = checked.findings.iter().filter(|finding| finding.diagnostic.level == Level::Error);
    let mut lines: Vec<(usize, String)> = errors
        .map(|finding| {
            let line = run.loaded.sources.position(finding.span).map_or(0, |at| at.line);
            let message = worded(&finding.diagnostic, Lang::Pl).message;
            (line, format!("{line} {} {message}\n", finding.diagnostic.code))
        })
        .collect();
    lines.sort();
    lines.into_iter().map(|(_, text)| text).collect()
}
