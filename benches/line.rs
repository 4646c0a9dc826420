//! The line, step by step: the full sample, then the small one 1, 10 and 100 times over (a hundred full ones are more
//! than the loader takes). `cargo bench --bench line`.
//!
//! Compare ratios inside one run: cost should grow with the input and not faster.

use std::fs;

use divan::Bencher;
use divan::counter::BytesCount;
use pakt::context::{Context, Mode};
use pakt::diagnostic::Findings;
use pakt::facts::Facts;
use pakt::lang::Lang;
use pakt::load::{Files, Input};
use pakt::pipeline::{self, Filled, Options, Run};
use pakt::templates::Library;
use pakt::write::{Style, html};
use pakt::{load, markdown};
use serde_yaml::{Mapping, Value};

fn main() {
    divan::main();
}

/// The inputs: the full sample, and the small one as many times as the number says.
const SIZES: [&str; 4] = ["full", "1", "10", "100"];
const DOCUMENT: &str = "esf-justification";

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        Err(format!("{path}: a benchmark reads no file"))
    }
}

/// The parts of the sample and the section each holds.
fn sample() -> Mapping {
    let read = |path: &str| -> Value {
        let text = fs::read_to_string(format!("samples/{path}")).expect("the sample is there");
        serde_yaml::from_str(&text).expect("the sample is YAML")
    };
    let mut whole = read("szydlowiec/pakt.yaml").as_mapping().expect("a mapping").clone();
    whole.remove("use");
    let shared = read("library/strategies-mazowieckie.yaml");
    let mut diagnosis = read("szydlowiec/diagnosis.yaml").as_mapping().expect("a mapping").clone();
    for part in ["evidence", "needs", "groups"] {
        diagnosis.insert(part.into(), read(&format!("szydlowiec/{part}.yaml")));
    }
    whole.insert("diagnosis".into(), Value::Mapping(diagnosis));
    for entry in fs::read_dir("samples/szydlowiec").expect("the sample is there") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let is_part = path.extension().is_some_and(|ending| ending == "yaml");
        if is_part && !["pakt", "diagnosis", "evidence", "needs", "groups"].contains(&stem.as_str()) {
            whole.insert(stem.as_str().into(), read(&format!("szydlowiec/{stem}.yaml")));
        }
    }
    let own = whole.get_mut("strategies").and_then(Value::as_sequence_mut).expect("a list");
    own.extend(shared["strategies"].as_sequence().expect("a list").iter().cloned());
    whole
}

/// The small sample.
fn small() -> Mapping {
    let text = fs::read_to_string("samples/minimal.yaml").expect("the sample is there");
    serde_yaml::from_str(&text).expect("the sample is YAML")
}

/// An application: the full sample, or the small one with lists `size` times as long, each copy with ids of its own.
fn application(size: &str) -> Vec<u8> {
    let (sample, size) = size.parse().map_or_else(|_| (sample(), 1), |size: usize| (small(), size));
    let mut whole = sample.clone();
    for copy in 1..size {
        let renamed = rename(&Value::Mapping(sample.clone()), copy);
        join(&mut whole, renamed.as_mapping().expect("a mapping stays one"));
    }
    serde_yaml::to_string(&whole).expect("a value can be written").into_bytes()
}

const LISTS: [&str; 14] = [
    "partners",
    "evidence",
    "groups",
    "needs",
    "objectives",
    "actions",
    "indicators",
    "strategies",
    "alignments",
    "risks",
    "lines",
    "milestones",
    "consultations",
    "bodies",
];

fn join(whole: &mut Mapping, copy: &Mapping) {
    for (key, value) in copy {
        match (whole.get_mut(key), value) {
            (Some(Value::Sequence(own)), Value::Sequence(more)) if LISTS.iter().any(|list| key == *list) => {
                own.extend(more.iter().cloned());
            }
            (Some(Value::Mapping(own)), Value::Mapping(more)) => join(own, more),
            _ => {}
        }
    }
}

/// Moves every id by 100 a copy: `N1` → `N101`, `S2.1` → `S102.1`.
fn rename(value: &Value, copy: usize) -> Value {
    match value {
        Value::String(text) => Value::String(moved(text, copy).unwrap_or_else(|| text.clone())),
        Value::Sequence(items) => Value::Sequence(items.iter().map(|item| rename(item, copy)).collect()),
        Value::Mapping(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), rename(value, copy)));
            Value::Mapping(entries.collect())
        }
        other => other.clone(),
    }
}

fn moved(text: &str, copy: usize) -> Option<String> {
    let (letter, rest) = text.split_at_checked(1)?;
    let (number, tail) =
        rest.split_once('.').map_or((rest, String::new()), |(number, tail)| (number, format!(".{tail}")));
    let is_id = letter.chars().all(|letter| letter.is_ascii_uppercase()) && tail.len() < 4;
    let number: usize = number.parse().ok().filter(|_| is_id)?;
    Some(format!("{letter}{}{tail}", number + 100 * copy))
}

fn run(size: &str) -> Run {
    let parts = vec![Input { name: "pakt.yaml".into(), bytes: application(size) }];
    let run = pipeline::read("bench", parts, &NoFiles, &Options::default());
    // What the loader refused would look fast.
    let needs = run.loaded.application.diagnosis.needs.len();
    assert!(needs >= size.parse().unwrap_or(3), "{size}: only {needs} needs were read");
    run
}

#[divan::bench(args = SIZES)]
fn load_application(bencher: Bencher, size: &str) {
    let parts = vec![Input { name: "pakt.yaml".into(), bytes: application(size) }];
    bencher
        .counter(BytesCount::new(parts[0].bytes.len()))
        .with_inputs(|| parts.clone())
        .bench_values(|parts| load::load(parts, &NoFiles, Lang::Pl));
}

#[divan::bench(args = SIZES)]
fn check(bencher: Bencher, size: &str) {
    let parts = vec![Input { name: "pakt.yaml".into(), bytes: application(size) }];
    bencher.counter(BytesCount::new(parts[0].bytes.len())).with_inputs(|| parts.clone()).bench_values(
        |parts| {
            let run = pipeline::read("bench", parts, &NoFiles, &Options::default());
            run.check(Findings::default(), run.loaded.sources.clone())
        },
    );
}

#[divan::bench(args = SIZES)]
fn context_and_templates(bencher: Bencher, size: &str) {
    let run = run(size);
    let library = Library::shipped();
    bencher.bench(|| {
        let facts = Facts::of(&run.loaded.application);
        let (context, _) = Context::of(&facts, Lang::Pl, Mode::Draft);
        library.render(DOCUMENT, &context).expect("the shipped templates work")
    });
}

fn filled(run: &Run) -> Filled {
    let papers = run.fill(&Library::shipped(), DOCUMENT, Lang::Pl, Mode::Draft);
    papers.expect("the shipped templates work").swap_remove(0)
}

#[divan::bench(args = SIZES)]
fn markdown_to_tree(bencher: Bencher, size: &str) {
    let run = run(size);
    let text = filled(&run).paper.rendered.markdown;
    bencher.counter(BytesCount::new(text.len())).bench(|| markdown::read(&text));
}

#[divan::bench(args = SIZES)]
fn tree_to_html(bencher: Bencher, size: &str) {
    let run = run(size);
    let filled = filled(&run);
    let style = Style::default();
    bencher.bench(|| html(&filled.paper.document, &style));
}
