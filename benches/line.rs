//! The line, step by step: the full sample, then the small one 1, 10 and 100 times over (a hundred full ones are more
//! than the loader takes); then what people wait for, on an application in one language: a check with and without the
//! portal's lengths, and the whole pack of documents. `cargo bench --bench line`.
//!
//! Compare ratios inside one run: cost should grow with the input and not faster.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the samples")]

#[path = "line/inputs.rs"]
mod inputs;

use divan::Bencher;
use divan::counter::BytesCount;
use pakt::inside::context::{Context, Mode};
use pakt::inside::diagnostic::Findings;
use pakt::inside::facts::Facts;
use pakt::inside::joining::Files;
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{self, Filled, Options, Run};
use pakt::inside::style::Look;
use pakt::inside::templates::Library;
use pakt::inside::write::{Format, Style, html};
use pakt::inside::yaml::Input;
use pakt::inside::{joining, markdown};

use inputs::application;

fn main() {
    divan::main();
}

/// The inputs: the full sample, and the small one as many times as the number says.
const SIZES: [&str; 4] = ["full", "1", "10", "100"];
/// The applications in one language: of 40 kB, and of 70 kB with all that documents ask for.
const SINGLE: [&str; 2] = ["middle", "whole"];
const DOCUMENT: &str = "esf-justification";

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        Err(format!("{path}: a benchmark reads no file").into())
    }
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
        .bench_values(|parts| joining::load(parts, &NoFiles));
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

/// Whether the lengths of a portal's fields are checked as well.
const LENGTHS: [bool; 2] = [true, false];

#[divan::bench(args = SINGLE, consts = LENGTHS)]
fn check_in_one_language<const WITH_LENGTHS: bool>(bencher: Bencher, name: &str) {
    let parts = vec![Input { name: "pakt.yaml".into(), bytes: application(name) }];
    bencher.counter(BytesCount::new(parts[0].bytes.len())).with_inputs(|| parts.clone()).bench_values(
        |parts| {
            let mut run = pipeline::read("bench", parts, &NoFiles, &Options::default());
            if !WITH_LENGTHS {
                run.profile.form = None;
            }
            run.check(Findings::default(), run.loaded.sources.clone())
        },
    );
}

/// All documents that the application is offered, in one language, each as HTML, PDF and text.
#[divan::bench(args = SINGLE, sample_count = 20)]
fn pack(bencher: Bencher, name: &str) {
    let parts = vec![Input { name: "pakt.yaml".into(), bytes: application(name) }];
    let run = pipeline::read("bench", parts, &NoFiles, &Options::default());
    let library = Library::shipped();
    let stage = run.loaded.application.partnership.stage.copied();
    let offered: Vec<_> =
        library.documents().iter().filter(|document| document.is_offered(stage, &run.profile)).collect();
    assert!(offered.len() > 10, "{name}: only {} documents are offered", offered.len());
    bencher.bench(|| {
        let mut files = Vec::new();
        for document in &offered {
            let papers = run.fill(&library, &document.id, Lang::Pl, Mode::Draft);
            for paper in papers.expect("the shipped templates work") {
                files.extend(
                    [Format::Html, Format::Pdf, Format::Text].map(|format| {
                        run.write(&paper.stem, &paper.paper.document, format, &Look::default())
                    }),
                );
            }
        }
        files
    });
}
