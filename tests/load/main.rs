//! The loader from outside: against another reader, against hostile input, fault by fault.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

mod faults;
mod first;
mod hostile;
mod mended;
mod mends;
mod oracle;
mod pasted;
mod schema;
mod shape;
mod untouched;
mod words;
mod yaml_suite;

use pakt::inside::joining::{Files, Loaded, load};
use pakt::inside::lang::Lang;
use pakt::inside::report::{Worded, worded};
use pakt::inside::yaml::Input;

/// No shared files.
struct Nothing;

impl Files for Nothing {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        Err(format!("no {path}").into())
    }
}

/// Reads one file.
fn one(bytes: impl Into<Vec<u8>>) -> Loaded {
    load(vec![Input { name: "input.yaml".to_owned(), bytes: bytes.into() }], &Nothing)
}

/// Returns findings as lines: `2:5 KEY-01 message | help | repaired text`.
fn lines(loaded: &Loaded) -> String {
    let mut findings: Vec<_> = loaded.findings.0.iter().collect();
    findings.sort_by_key(|finding| (finding.span, finding.code));
    let mut text = String::new();
    for finding in findings {
        let span = finding.span.unwrap_or_else(|| loaded.span_of(&finding.place));
        let name = loaded.sources.file(span).map_or("", |source| source.name.as_str());
        let position = loaded.sources.position(span).map_or((0, 0), |at| (at.line, at.column));
        let (line, column) = position;
        let Worded { message, help, .. } = worded(finding, Lang::En);
        text += &format!("{name}:{line}:{column} {} {message}\n", finding.code);
        if !help.is_empty() {
            text += &format!("    {help}\n");
        }
        if let Some(patch) = &finding.patch {
            text += &format!("    + {}\n", patch.text.replace('\n', "⏎"));
        }
    }
    text
}
