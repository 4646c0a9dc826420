//! What a PDF costs: processor time of layout and of writing apart, and bytes, for documents of about 10,
//! 100 and 1000 pages. Growth must be linear.
//!
//! ```text
//! cargo bench --bench pdf                    the table
//! cargo bench --bench pdf -- --markdown 10   the content, for other programs
//! cargo bench --bench pdf -- --once 10       processor milliseconds of one warm document
//! cargo bench --bench pdf -- --write 10      the PDF itself
//! ```

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

#[path = "pdf/content.rs"]
mod content;

use std::hint::black_box;
use std::io::Write as _;

use pakt::inside::document::Document;
use pakt::inside::write::pdf::backend::{Meta, pdf};
use pakt::inside::write::pdf::{Style, lay_out};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let pages = arguments.get(1).and_then(|pages| pages.parse().ok()).unwrap_or(10);
    match arguments.first().map(String::as_str) {
        Some("--markdown") => print!("{}", content::markdown(pages)),
        Some("--once") => println!("{:.3}", measure(pages, 30).total()),
        Some("--write") => {
            let (file, _) = made(&content::document(pages));
            std::io::stdout().write_all(&file).expect("standard output takes the file");
        }
        _ => table(),
    }
}

/// What one document cost, in milliseconds of processor time.
struct Cost {
    pages: usize,
    bytes: usize,
    layout: f64,
    write: f64,
}

impl Cost {
    fn total(&self) -> f64 {
        self.layout + self.write
    }
}

fn table() {
    println!("pages   layout ms   write ms   ms/page     kB   kB/page");
    for (pages, runs) in [(10, 60), (100, 6), (1000, 2)] {
        let cost = measure(pages, runs);
        let (count, kilobytes) = (cost.pages as f64, cost.bytes as f64 / 1000.0);
        println!(
            "{:>5} {:>11.2} {:>10.2} {:>9.3} {:>6.0} {:>9.2}",
            cost.pages,
            cost.layout,
            cost.write,
            cost.total() / count,
            kilobytes,
            kilobytes / count
        );
    }
}

/// Makes a document once to be warm, then each part `runs` times; returns what one run cost. The sum is
/// measured, since the system counts processor time in steps of some milliseconds.
fn measure(pages: usize, runs: usize) -> Cost {
    let document = content::document(pages);
    let (file, count) = made(&document);
    let laid_out = lay_out(&document, &Style::default()).expect("the content is accessible");
    let layout = spent(runs, || drop(black_box(lay_out(&document, &Style::default()))));
    let write = spent(runs, || drop(black_box(pdf(&laid_out, &Meta::default()))));
    Cost { pages: count, bytes: file.len(), layout, write }
}

fn spent(runs: usize, work: impl Fn()) -> f64 {
    let started = processor_time();
    (0..runs).for_each(|_| work());
    (processor_time() - started) / runs as f64
}

fn made(document: &Document) -> (Vec<u8>, usize) {
    let pages = lay_out(document, &Style::default()).expect("the content is accessible");
    (pdf(&pages, &Meta { title: document.title.clone(), ..Meta::default() }), pages.pages.len())
}

/// Returns this thread's processor time in milliseconds, or the wall clock's where the system does not tell.
fn processor_time() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse::<f64>().ok());
    let wall = || std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(0.0, |wall| wall.as_secs_f64() * 1e9);
    nanoseconds.unwrap_or_else(wall) / 1e6
}
