//! The report for programs. In: all checked inputs of a run. Out: one JSON object; `docs/report.md`
//! tells its shape, which only grows while `schema` stays the same.

use serde::Serialize;

use super::{Checked, Located, Worded, worded};
use crate::diagnostic::{Level, Span};
use crate::source::{Position, Sources};
use crate::words::visible_json;

/// The version of the report's shape.
const SCHEMA: &str = "pakt-report/1";

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    program: &'static str,
    version: &'static str,
    summary: Counts,
    inputs: Vec<Input<'a>>,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    missing: usize,
    warnings: usize,
    advice: usize,
}

#[derive(Serialize)]
struct Input<'a> {
    name: &'a str,
    files: Vec<&'a str>,
    summary: Counts,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    name: &'a str,
    level: &'static str,
    kind: &'static str,
    message: String,
    help: String,
    path: String,
    location: Location<'a>,
    also: Vec<Also<'a>>,
    patch: Option<Repair<'a>>,
}

#[derive(Serialize)]
struct Also<'a> {
    path: String,
    message: String,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Repair<'a> {
    kind: &'static str,
    location: Location<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct Location<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    from_byte: usize,
    to_byte: usize,
}

/// Returns the report of a run with so many findings of each input, the worst, and a final line end; all are counted.
pub fn json(inputs: &[Checked], limit: usize) -> String {
    let report = Report {
        schema: SCHEMA,
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        summary: counts(inputs),
        inputs: inputs.iter().map(|checked| input(checked, limit)).collect(),
    };
    data(&report)
}

/// Returns data as JSON with a final line end; no character of it steers what prints it.
pub fn data(data: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(data).expect("plain strings and numbers always serialise");
    visible_json(&text).into_owned() + "\n"
}

fn counts(inputs: &[Checked]) -> Counts {
    let count = |level| inputs.iter().map(|checked| checked.count(level)).sum();
    let [errors, missing, warnings, advice] = Level::ALL.map(count);
    Counts { errors, missing, warnings, advice }
}

fn input(checked: &Checked, limit: usize) -> Input<'_> {
    Input {
        name: &checked.name,
        files: checked.sources.files.iter().map(|source| source.name.as_str()).collect(),
        summary: counts(std::slice::from_ref(checked)),
        findings: checked.worst(limit).into_iter().map(|found| finding(found, checked)).collect(),
    }
}

fn finding<'a>(found: &'a Located, checked: &'a Checked) -> Finding<'a> {
    let (diagnostic, sources) = (&found.diagnostic, &checked.sources);
    let Worded { name, message, help, also } = worded(diagnostic, checked.lang);
    let also = found.also.iter().zip(&diagnostic.also).map(|(span, place)| Also {
        path: place.to_string(),
        message: also.clone(),
        location: location(*span, sources),
    });
    Finding {
        code: diagnostic.code,
        name,
        level: diagnostic.level.code(),
        kind: diagnostic.kind().code(),
        message,
        help,
        path: diagnostic.place.to_string(),
        location: location(found.span, sources),
        also: also.collect(),
        patch: diagnostic.patch.as_ref().map(|patch| Repair {
            kind: patch.kind.code(),
            location: location(patch.span, sources),
            text: &patch.text,
        }),
    }
}

fn location(span: Span, sources: &Sources) -> Location<'_> {
    let first = Position { line: 1, column: 1 };
    let source = sources.file(span);
    let (start, end) =
        source.map_or((first, first), |source| (source.position(span.from), source.position(span.to)));
    Location {
        file: source.map_or("", |source| &source.name),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        from_byte: span.from,
        to_byte: span.to,
    }
}
