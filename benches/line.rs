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
use pakt::inside::pipeline::{self, Filled, Options, Run, Trace};
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

/// Compares a document with what was typed.
#[divan::bench(args = SIZES)]
fn prove_typed(bencher: Bencher, size: &str) {
    let (run, library) = (run(size), Library::shipped());
    let (seen, filled) = (run.seen(Lang::Pl, Mode::Draft), filled(&run));
    bencher.bench(|| Trace::of(&run, &library, (DOCUMENT, &filled), &seen).torn());
}

/// Reads a file back and compares it with its document.
#[divan::bench(args = SIZES, consts = [0, 1, 2, 3])]
fn prove_file<const FORMAT: usize>(bencher: Bencher, size: &str) {
    let run = run(size);
    let (filled, format) = (filled(&run), Format::ALL[FORMAT]);
    let document = &filled.paper.document;
    let file = run.write(&filled.stem, document, format, &Look::default()).bytes.expect("it is accessible");
    bencher.counter(BytesCount::new(file.len())).bench(|| run.prove(&filled.stem, document, format, &file));
}

/// Whether what is built is proved as well.
const PROVED: [bool; 2] = [false, true];

/// All documents that the application is offered, in one language, each as HTML, PDF and text.
#[divan::bench(args = SINGLE, sample_count = 20, consts = PROVED)]
fn pack<const IS_PROVED: bool>(bencher: Bencher, name: &str) {
    let parts = vec![Input { name: "pakt.yaml".into(), bytes: application(name) }];
    let run = pipeline::read("bench", parts, &NoFiles, &Options::default());
    let library = Library::shipped();
    let stage = run.loaded.application.partnership.stage.copied();
    let offered: Vec<_> =
        library.documents().iter().filter(|document| document.is_offered(stage, &run.profile)).collect();
    assert!(offered.len() > 10, "{name}: only {} documents are offered", offered.len());
    bencher.bench(|| {
        let mut files = Vec::new();
        let seen = run.seen(Lang::Pl, Mode::Draft);
        for document in &offered {
            let papers = run.fill_from(&library, &document.id, &seen);
            for filled in papers.expect("the shipped templates work") {
                if IS_PROVED {
                    let trace = Trace::of(&run, &library, (&document.id, &filled), &seen);
                    assert_eq!(trace.torn(), Findings::default(), "{}", filled.stem);
                }
                let tree = &filled.paper.document;
                for format in [Format::Html, Format::Pdf, Format::Text] {
                    let file = run.write(&filled.stem, tree, format, &Look::default());
                    if IS_PROVED {
                        let bytes = file.bytes.as_deref().unwrap_or_default();
                        let (proof, _) = run.prove(&filled.stem, tree, format, bytes);
                        assert!(proof.lost.is_empty(), "{}", filled.stem);
                    }
                    files.push(file);
                }
            }
        }
        files
    });
}
