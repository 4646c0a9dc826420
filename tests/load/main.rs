//! The loader from outside: against another reader, against hostile input, fault by fault.

mod faults;
mod hostile;
mod oracle;
mod shape;
mod yaml_suite;

use pakt::inside::lang::Lang;
use pakt::inside::load::{Files, Input, Loaded, load};

/// No shared files.
struct Nothing;

impl Files for Nothing {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        Err(format!("no {path}"))
    }
}

/// Reads one file.
fn one(bytes: impl Into<Vec<u8>>, lang: Lang) -> Loaded {
    load(vec![Input { name: "input.yaml".to_owned(), bytes: bytes.into() }], &Nothing, lang)
}

/// Returns findings as lines: `2:5 KEY-01 message | help | repaired text`.
fn lines(loaded: &Loaded) -> String {
    let mut findings: Vec<_> = loaded.findings.0.iter().collect();
    findings.sort_by_key(|finding| (finding.span, finding.code.clone()));
    let mut text = String::new();
    for finding in findings {
        let span = finding.span.unwrap_or_else(|| loaded.span_of(&finding.place));
        let name = loaded.sources.file(span).map_or("", |source| source.name.as_str());
        let position = loaded.sources.position(span).map_or((0, 0), |at| (at.line, at.column));
        let (line, column) = position;
        text += &format!("{name}:{line}:{column} {} {}\n", finding.code, finding.message);
        if !finding.help.is_empty() {
            text += &format!("    {}\n", finding.help);
        }
        if let Some(patch) = &finding.patch {
            text += &format!("    + {}\n", patch.text.replace('\n', "⏎"));
        }
    }
    text
}
