//! The report for programs. In: the checked inputs of a run, one by one. Out: one JSON object; `docs/report.md`
//! tells its shape, which only grows while `schema` stays the same.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::{Checked, Located, Worded, fingerprint, worded};
use crate::diagnostic::{Level, Span};
use crate::source::{Position, Sources};
use crate::words::visible_json;

/// The version of the report's shape.
const SCHEMA: &str = "pakt-report/1";

/// The report of `pakt check --format json`. Fields are only added while `schema` stays the same.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "it is written piece by piece, and only its schema is made of this")]
struct Report<'a> {
    /// `pakt-report/1`.
    schema: String,
    /// The name of the program.
    program: String,
    /// Its version.
    version: String,
    /// One entry an application, in the order of the command line.
    inputs: Vec<Input<'a>>,
    /// Counts of all inputs.
    summary: Counts,
}

/// How much was found, by level.
#[derive(Serialize, JsonSchema)]
struct Counts {
    /// What must be mended.
    errors: usize,
    /// What must be written.
    missing: usize,
    /// What an assessor may hold against the application.
    warnings: usize,
    /// What would make it better.
    advice: usize,
}

/// An application.
#[derive(Serialize, JsonSchema)]
struct Input<'a> {
    /// What the command called it.
    name: &'a str,
    /// Its files, in the order they were read.
    files: Vec<&'a str>,
    /// Counts of this application, of what `--limit` leaves out too.
    summary: Counts,
    /// What was found, by file, byte and code.
    findings: Vec<Finding<'a>>,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
struct Finding<'a> {
    /// The stable code: `NEED-02`.
    code: &'a str,
    /// The stable name: `need-without-evidence`.
    name: &'a str,
    /// `error`, `missing`, `warning` or `advice`.
    level: &'static str,
    /// `missing`, `fault` or `doubt`.
    kind: &'static str,
    /// What is wrong.
    message: String,
    /// What to type; may be empty.
    help: String,
    /// The place in the application, indices from 0; empty for the whole.
    path: String,
    /// What stays the same from one run to the next though lines move.
    fingerprint: String,
    /// Where it stands.
    location: Location<'a>,
    /// Other places that belong to it.
    also: Vec<Also<'a>>,
    /// A repair to show.
    patch: Option<Repair<'a>>,
}

/// Another place of a finding.
#[derive(Serialize, JsonSchema)]
struct Also<'a> {
    /// The place in the application.
    path: String,
    /// What is there; may be empty.
    message: String,
    /// Where it stands.
    location: Location<'a>,
}

/// A text in place of another.
#[derive(Serialize, JsonSchema)]
struct Repair<'a> {
    /// `form` where only the notation changes, `content` where the author decides.
    kind: &'static str,
    /// What goes.
    location: Location<'a>,
    /// What comes.
    text: &'a str,
}

/// A stretch of a file; lines and columns from 1, columns in characters.
#[derive(Serialize, JsonSchema)]
pub(super) struct Location<'a> {
    /// The file as the command named it; empty where there is none.
    file: &'a str,
    /// The first line.
    pub(super) line: usize,
    /// The first column.
    pub(super) column: usize,
    /// The last line.
    pub(super) end_line: usize,
    /// The column behind the last.
    pub(super) end_column: usize,
    /// The first byte of the decoded text, from 0.
    from_byte: usize,
    /// The byte behind the last.
    to_byte: usize,
}

/// Returns the schema of the report, in JSON Schema of 2020-12.
pub fn report_schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Report<'_>>();
    data(&schema)
}

/// Returns how the report begins.
pub(super) fn begin() -> String {
    let (program, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    format!(
        "{{\n  \"schema\": \"{SCHEMA}\",\n  \"program\": \"{program}\",\n  \"version\": \"{version}\",\n  \"inputs\": ["
    )
}

/// Returns one input with so many findings, the worst; all are counted.
pub(super) fn piece(checked: &Checked, limit: usize) -> String {
    within(&input(checked, limit), 2)
}

/// Returns how the report ends.
pub(super) fn end(found: [usize; 4], is_empty: bool) -> String {
    let [errors, missing, warnings, advice] = found;
    let counts = within(&Counts { errors, missing, warnings, advice }, 1);
    let line = if is_empty { "" } else { "\n  " };
    format!("{line}],\n  \"summary\": {}\n}}\n", counts.trim_start())
}

/// Returns data as JSON on lines of its own, so deep within other JSON.
pub fn within(data: &impl Serialize, depth: usize) -> String {
    let line = format!("\n{}", "  ".repeat(depth));
    // A line end within a string is written as an escape.
    line.clone() + &self::data(data).trim_end().replace('\n', &line)
}

/// Returns data as JSON with a final line end; no character of it steers what prints it.
pub fn data(data: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(data).expect("plain strings and numbers always serialise");
    visible_json(&text).into_owned() + "\n"
}

fn counts(checked: &Checked) -> Counts {
    let [errors, missing, warnings, advice] = Level::ALL.map(|level| checked.count(level));
    Counts { errors, missing, warnings, advice }
}

fn input(checked: &Checked, limit: usize) -> Input<'_> {
    let prints = fingerprint::fingerprints(checked);
    Input {
        name: &checked.name,
        files: checked.sources.files.iter().map(|source| source.name.as_str()).collect(),
        summary: counts(checked),
        findings: checked
            .worst_at(limit)
            .into_iter()
            .map(|at| finding(&checked.findings[at], &prints[at], checked))
            .collect(),
    }
}

fn finding<'a>(found: &'a Located, print: &str, checked: &'a Checked) -> Finding<'a> {
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
        fingerprint: print.to_owned(),
        location: location(found.span, sources),
        also: also.collect(),
        patch: diagnostic.patch.as_ref().map(|patch| Repair {
            kind: patch.kind.code(),
            location: location(patch.span, sources),
            text: &patch.text,
        }),
    }
}

pub(super) fn location(span: Span, sources: &Sources) -> Location<'_> {
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
