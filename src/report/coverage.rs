//! The golden thread as a matrix. In: `Coverage`. Out: a table for people, JSON, or a Mermaid graph.

use std::fmt::Write as _;

use serde::Serialize;

use crate::facts::{Coverage, State, Strand, Thread};
use crate::lang::Lang;
use crate::model::Need;

/// Returns the matrix need × link, with what to do where there are gaps.
pub fn coverage_text(name: &str, coverage: &Coverage, main: Lang, lang: Lang) -> String {
    let mut text = format!("{name}\n\n");
    let first = lang.pick("potrzeba", "need");
    let needs: Vec<String> = coverage.threads.iter().map(|thread| thread.need.id.to_owned()).collect();
    let width =
        needs.iter().map(|id| id.chars().count()).chain([first.chars().count()]).max().unwrap_or_default();
    let columns: Vec<&str> = coverage.parts.iter().map(|part| head(*part, lang)).collect();
    line(&mut text, first, width, columns.iter().map(|head| (*head, head.chars().count())));
    for thread in &coverage.threads {
        let cells = coverage
            .parts
            .iter()
            .zip(&columns)
            .map(|(part, head)| (cell(thread, *part, lang), head.chars().count()));
        line(&mut text, thread.need.id, width, cells);
    }
    text.push('\n');
    for thread in coverage.threads.iter().filter(|thread| !thread.is_complete()) {
        let gaps: Vec<&str> = thread.gaps().map(|part| part.label(lang)).collect();
        let words = title(thread.need.entry, lang, main);
        let missing = lang.pick("brakuje", "missing");
        writeln!(text, "{} {words}: {missing}: {}", thread.need.id, gaps.join(", "))
            .expect("a string takes any text");
    }
    text.push_str(&verdict(coverage, lang));
    text.push('\n');
    text
}

/// Returns what the last line says: how many needs have a whole thread.
fn verdict(coverage: &Coverage, lang: Lang) -> String {
    if coverage.torn {
        return lang
            .pick(
                "Wniosku nie dało się odczytać w całości, więc nie wiadomo, ile potrzeb ma pełny ciąg logiczny.",
                "The application could not be read whole, so nobody knows how many needs have a whole thread.",
            )
            .to_owned();
    }
    let (complete, all) = (coverage.complete(), coverage.threads.len());
    let percent = coverage.percent();
    if lang == Lang::En {
        let needs = if all == 1 { "need has" } else { "needs have" };
        return format!("{complete} of {all} {needs} a whole thread: {percent}%");
    }
    format!("Potrzeby z pełnym ciągiem logicznym: {complete} z {all} ({percent}%)")
}

/// Short heads: the table must fit a terminal.
fn head(part: Strand, lang: Lang) -> &'static str {
    let (pl, en) = match part {
        Strand::Evidence => ("dowód", "evidence"),
        Strand::Group => ("grupa", "group"),
        Strand::Objective => ("cel", "objective"),
        Strand::Action => ("działanie", "action"),
        Strand::Output => ("produkt", "output"),
        Strand::Result => ("rezultat", "result"),
        Strand::Regional => ("region", "region"),
        Strand::National => ("kraj", "country"),
        Strand::Money => ("środki", "money"),
        Strand::Lead => ("partner", "partner"),
    };
    lang.pick(pl, en)
}

fn cell(thread: &Thread, part: Strand, lang: Lang) -> &'static str {
    match thread.link(part).map(|link| link.state) {
        Some(State::Own) => "✓",
        Some(State::Inherited) => lang.pick("(z celu)", "(parent)"),
        Some(State::Gap) | None => lang.pick("BRAK", "GAP"),
    }
}

fn line<'a>(text: &mut String, first: &str, width: usize, cells: impl Iterator<Item = (&'a str, usize)>) {
    let mut row = format!("{first:<width$}");
    for (cell, width) in cells {
        let width = width.max(8);
        write!(row, "  {cell:<width$}").expect("a string takes any text");
    }
    text.push_str(row.trim_end());
    text.push('\n');
}

fn title(need: &Need, lang: Lang, main: Lang) -> String {
    let said = need.title.get().and_then(|title| title.say(lang, main));
    said.map(|said| format!("„{}”", said.words.trim())).unwrap_or_default()
}

#[derive(Serialize)]
struct Matrix<'a> {
    schema: &'static str,
    name: &'a str,
    needs: usize,
    complete: usize,
    /// None where part of the application could not be read.
    percent: Option<usize>,
    threads: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    need: &'a str,
    complete: bool,
    links: Vec<Cell<'a>>,
}

#[derive(Serialize)]
struct Cell<'a> {
    part: &'static str,
    state: &'static str,
    ids: &'a [&'a str],
}

/// Returns the matrix of an input as an entry of a list in JSON.
pub fn coverage_json(name: &str, coverage: &Coverage) -> String {
    super::within(&matrix(name, coverage), 1)
}

fn matrix<'a>(name: &'a str, coverage: &'a Coverage) -> Matrix<'a> {
    let threads = coverage.threads.iter().map(|thread| Row {
        need: thread.need.id,
        complete: thread.is_complete(),
        links: thread
            .links
            .iter()
            .map(|(part, link)| Cell { part: part.code(), state: state(link.state), ids: &link.ids })
            .collect(),
    });
    Matrix {
        schema: "pakt-coverage/1",
        name,
        needs: coverage.threads.len(),
        complete: coverage.complete(),
        percent: (!coverage.torn).then(|| coverage.percent()),
        threads: threads.collect(),
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Own => "own",
        State::Inherited => "inherited",
        State::Gap => "gap",
    }
}

/// Returns a Mermaid flowchart: each need to the entries of its thread; inherited links are dotted and
/// gaps stand as dashed boxes. Source: Mermaid flowchart syntax.
pub fn coverage_mermaid(coverage: &Coverage, lang: Lang) -> String {
    let mut text = String::from("flowchart LR\n  classDef gap stroke-dasharray: 4 4\n");
    for thread in &coverage.threads {
        let need = thread.need.id;
        writeln!(text, "  {need}").expect("a string takes any text");
        for (part, link) in &thread.links {
            let arrow = if link.state == State::Inherited { "-.->" } else { "-->" };
            let label = part.label(lang);
            for id in &link.ids {
                writeln!(text, "  {need} {arrow}|{label}| {}", node(id)).expect("a string takes any text");
            }
            if link.state == State::Gap {
                let gap = format!("{need}_{}", part.code());
                writeln!(text, "  {need} -.-x {gap}[{}: {label}]:::gap", lang.pick("brak", "missing"))
                    .expect("a string takes any text");
            }
        }
    }
    text
}

/// Mermaid takes no dot in a name: `S1.1` becomes `S1_1[S1.1]`.
fn node(id: &str) -> String {
    if id.contains('.') { format!("{}[{id}]", id.replace('.', "_")) } else { id.to_owned() }
}
