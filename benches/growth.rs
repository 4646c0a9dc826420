//! How cost grows with each kind of content: 1, 4 and 16 times as much of it. `cargo bench --bench growth [-- KIND …]`.
//!
//! Prints, for each kind and each thing done with it, the milliseconds and the exponent between the ends: 1.0 is linear,
//! 2.0 quadratic. Compare exponents, not times; the best of some runs counts.

#![expect(clippy::disallowed_methods, reason = "a benchmark looks at the clock and prints")]

use std::fmt::Write as _;
use std::time::Instant;

use pakt::inside::comparison::compare;
use pakt::inside::diagnostic::Findings;
use pakt::inside::joining::Files;
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{self, Options, Run};
use pakt::inside::write::Format;
use pakt::inside::yaml::Input;
use pakt::{build, write};

/// How many times as much.
const TIMES: [usize; 3] = [1, 4, 16];
/// Of how many runs the best counts.
const RUNS: usize = 3;

/// A kind of content: its name, how many of it stand in the smallest application, and how so many are written.
type Kind = (&'static str, usize, fn(usize) -> String);

const KINDS: [Kind; 20] = [
    ("partners", 20, |count| {
        list("partners", count, |n| {
            format!(
                "{{id: P{n}, name: Partner {n}, kind: ngo, sector: social, status: partner, role: rola {n}}}"
            )
        })
    }),
    ("needs", 30, |count| {
        list("needs", count, |n| {
            format!(
                "{{id: N{n}, title: Potrzeba {n}, description: Opis potrzeby {n} w gminie., evidence: [E1]}}"
            )
        })
    }),
    ("evidence", 40, |count| {
        list("evidence", count, |n| {
            format!("{{id: E{n}, kind: statistics, title: Źródło {n}, publisher: GUS, date: 2026-01-01}}")
        })
    }),
    ("values of a source", 60, |count| {
        let values: Vec<String> =
            (1..=count).map(|n| format!("{{measure: miara {n}, value: {n}, unit: osób}}")).collect();
        format!(
            "evidence:\n  - {{id: E1, kind: statistics, title: Źródło, values: [{}]}}\n",
            values.join(", ")
        )
    }),
    ("groups", 30, |count| {
        list("groups", count, |n| {
            format!("{{id: T{n}, name: Grupa {n}, size: {n}, barriers: [dojazd, opieka]}}")
        })
    }),
    ("chain of objectives", 60, |count| {
        list("objectives", count, |n| format!("{{id: O{n}, title: Cel {n}, parent: O{}}}", n + 1))
    }),
    ("ring of objectives", 60, |count| {
        list("objectives", count, |n| format!("{{id: O{n}, title: Cel {n}, parent: O{}}}", n % count + 1))
    }),
    ("actions in a row", 40, |count| {
        list("actions", count, |n| {
            format!(
                "{{id: A{n}, title: Działanie {n}, lead: P1, after: [A{}], period: {{from: 2027-01-01, to: 2027-02-01}}}}",
                n - 1
            )
        })
    }),
    ("equal references", 400, |count| {
        format!("needs:\n  - {{id: N1, title: Potrzeba, evidence: [{}]}}\n", vec!["E1"; count].join(", "))
    }),
    ("unknown references", 100, |count| {
        let ids: Vec<String> = (1..=count).map(|n| format!("E{n}")).collect();
        format!("needs:\n  - {{id: N1, title: Potrzeba, evidence: [{}]}}\n", ids.join(", "))
    }),
    ("indicators", 30, |count| {
        list("indicators", count, |n| {
            format!(
                "{{id: I{n}, kind: output, of: A1, name: Wskaźnik {n}, unit: osoby, baseline: 0, target: {n}}}"
            )
        })
    }),
    ("budget lines", 40, |count| {
        let lines = items("    ", count, |n| {
            format!(
                "{{id: B{n}, action: A1, name: Pozycja {n}, quantity: 2, unit: szt., unit_price: 100, total: 200}}"
            )
        });
        format!("budget:\n  lines:\n{lines}")
    }),
    ("risks", 40, |count| {
        list("risks", count, |n| {
            format!("{{id: R{n}, title: Ryzyko {n}, threatens: [A1], probability: 2, impact: 3}}")
        })
    }),
    ("alignments", 40, |count| {
        list("alignments", count, |n| {
            format!("{{objective: O1, strategy: S1, goal: \"{n}\", how: Cel służy priorytetowi numer {n}.}}")
        })
    }),
    ("milestones", 40, |count| {
        let milestones = items("    ", count, |n| {
            format!("{{id: M{n}, date: 2027-01-0{}, title: Kamień {n}}}", n % 9 + 1)
        });
        format!("schedule:\n  milestones:\n{milestones}")
    }),
    ("paragraphs", 60, |count| {
        text(count, |n| format!("Akapit {n} mówi o gminie i o tym, co w niej zrobimy razem.\n"))
    }),
    ("items of a list", 100, |count| text(count, |n| format!("- punkt {n} na liście"))),
    ("rows of a table", 60, |count| {
        text(count, |n| {
            if n == 1 { "| a | b |\n    | --- | --- |".to_owned() } else { format!("| wiersz {n} | {n} |") }
        })
    }),
    ("marks of sources", 100, |count| text(count, |n| format!("Zdanie {n} ma źródło [E1].\n"))),
    ("the same word", 2_000, |count| {
        format!("needs:\n  - {{id: N1, title: Potrzeba, description: \"{}\"}}\n", "praca ".repeat(count))
    }),
];

fn items(indent: &str, count: usize, item: impl Fn(usize) -> String) -> String {
    (1..=count).fold(String::new(), |mut text, n| {
        writeln!(text, "{indent}- {}", item(n)).expect("a text can be written");
        text
    })
}

fn list(section: &str, count: usize, item: impl Fn(usize) -> String) -> String {
    format!("{section}:\n{}", items("  ", count, item))
}

/// Writes lines into one text.
fn text(count: usize, line: impl Fn(usize) -> String) -> String {
    let lines: String = (1..=count).map(|n| format!("    {}\n", line(n).replace("\n\n", "\n"))).collect();
    format!(
        "partnership:\n  name: Razem\n  vision: |\n{lines}evidence:\n  - {{id: E1, kind: statistics, title: Źródło}}\n"
    )
}

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        Err(format!("{path}: a benchmark reads no file").into())
    }
}

fn run(yaml: &str) -> Run {
    let yaml = format!("meta: {{title: Wniosek, date: 2026-03-01, lang: pl}}\n{yaml}");
    let parts = vec![Input { name: "pakt.yaml".into(), bytes: yaml.into_bytes() }];
    pipeline::read("bench", parts, &NoFiles, &Options::default())
}

/// Returns the milliseconds of the best of some runs.
fn best(mut work: impl FnMut()) -> f64 {
    let once = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1_000.0
    };
    (0..RUNS).map(|_| once(&mut work)).fold(f64::INFINITY, f64::min)
}

/// Returns the milliseconds of each thing that is done with an application.
fn costs(yaml: &str) -> [(&'static str, f64); 4] {
    let read = run(yaml);
    let check = best(|| drop(run(yaml).check(Findings::default(), Default::default())));
    let papers = build(&read, "esf-justification", Lang::Pl).unwrap_or_default();
    let html =
        best(|| drop(papers.iter().map(|paper| write(&read, paper, Format::Html)).collect::<Vec<_>>()));
    let prove = best(|| {
        for paper in &papers {
            let file = write(&read, paper, Format::Html).unwrap_or_default();
            drop(read.prove("esf-justification.pl", &paper.paper.document, Format::Html, &file));
        }
    });
    let other = run(&yaml.replace("Potrzeba 1", "Potrzeba nowa").replace("praca praca", "praca nowa"));
    let diff = best(|| drop(compare(&read.loaded.application, &other.loaded.application, Lang::Pl)));
    [("check", check), ("html", html), ("html, proved", prove), ("diff", diff)]
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    println!("{:22}{:14}{:>10}{:>10}{:>10}{:>10}", "kind", "work", "1", "4", "16", "exponent");
    for (name, count, kind) in KINDS {
        if !wanted.is_empty() && !wanted.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        let rows = TIMES.map(|times| costs(&kind(count * times)));
        for (at, (work, least)) in rows[0].iter().enumerate() {
            let most = rows[2][at].1;
            let exponent = (most / least).ln() / 16f64.ln();
            println!("{name:22}{work:14}{least:>8.2}ms{:>8.2}ms{most:>8.2}ms{exponent:>10.2}", rows[1][at].1);
        }
    }
}
