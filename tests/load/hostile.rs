//! Input meant to hurt: mutated files, bombs, sizes. Nothing panics, all ends in bounded time.

use std::time::{Duration, Instant};

use pakt::inside::diagnostic::placeholders;
use pakt::inside::joining::Loaded;
use pakt::inside::lang::Lang;
use pakt::inside::report::words;

use super::one;

/// Generous: the slowest takes a small part of it, an unbounded one would not end.
const SOON: Duration = Duration::from_secs(20);

fn code_of(text: impl Into<Vec<u8>>) -> String {
    let start = Instant::now();
    let loaded = one(text);
    assert!(start.elapsed() < SOON, "it took {:?}", start.elapsed());
    sound(&loaded);
    let codes: Vec<&str> = loaded.findings.0.iter().map(|finding| finding.code).collect();
    codes.join(" ")
}

/// Asserts that every span lies in its file, on character boundaries.
fn sound(loaded: &Loaded) {
    for finding in &loaded.findings.0 {
        let patch = finding.patch.iter().map(|patch| patch.span);
        for span in finding.span.into_iter().chain(patch).chain([loaded.span_of(&finding.place)]) {
            let text = &loaded.sources.file(span).expect("the file exists").text;
            assert!(span.from <= span.to && text.get(span.from..span.to).is_some(), "{finding:?}\n{text}");
        }
    }
}

#[test]
fn deep_nesting_is_refused() {
    assert_eq!(code_of("[".repeat(100_000)), "YAML-05");
    assert_eq!(code_of("{a: ".repeat(100_000)), "YAML-05");
    assert_eq!(code_of("- ".repeat(100_000)), "YAML-05");
    let steps: String = (0..100).map(|depth| format!("{}a:\n", "  ".repeat(depth))).collect();
    assert_eq!(code_of(steps), "YAML-05");
    // A chain of references must not be deeper than a file may be.
    let nested = format!("{}x{}", "[".repeat(40), "]".repeat(40));
    assert_eq!(code_of(format!("a: &a {nested}\nb: &b {}\n", nested.replace('x', "*a"))), "YAML-05");
}

#[test]
fn reference_bombs_are_refused() {
    let mut laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let row = vec![format!("*a{}", level - 1); 10].join(", ");
        laughs += &format!("a{level}: &a{level} [{row}]\n");
    }
    assert_eq!(code_of(laughs), "YAML-06");
    let quadratic = format!("a: &a [{}]\nb: [{}]\n", "x, ".repeat(2_000), "*a, ".repeat(2_000));
    assert_eq!(code_of(quadratic), "YAML-06");
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a, ".repeat(2_000));
    assert_eq!(code_of(long), "YAML-06");
    assert!(code_of("a: &a [*a]\n").contains("YAML-09"));
}

#[test]
fn sizes_are_bounded() {
    assert_eq!(code_of(vec![b'a'; (10 << 20) + 1]), "YAML-04");
    assert_eq!(code_of("- a\n".repeat(300_000)), "YAML-06");
    assert!(code_of(format!("meta:\n  title: {}\n", "ą".repeat(4 << 20))).is_empty());
    assert!(code_of(format!("meta:\n{}", "\ttitle: a\n".repeat(100_000))).contains("YAML-16"));
    assert!(code_of("a: b: c\n".repeat(20_000)).contains("YAML-27"));
    assert_eq!(code_of((0..=255).cycle().take(100_000).collect::<Vec<u8>>()), "YAML-03");
    assert_eq!(code_of(vec![0; 100_000]), "YAML-03");
}

#[test]
fn no_mutation_panics_or_points_outside_its_file() {
    // A debug build runs a share of what `.ci/run` asks for.
    // A round costs a fifth of what one of the other fuzzers costs.
    let rounds = std::env::var("PAKT_FUZZ")
        .ok()
        .and_then(|count| count.parse().ok())
        .map_or(150, |count: u32| 5 * count);
    let pieces = [
        "\t",
        ": ",
        "\"",
        "'",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "\n",
        "  ",
        "#",
        "&a ",
        "*a",
        "!",
        "|\n",
        ">",
        "@",
        "`",
        "%",
        "---\n",
        "\u{7}",
        "\u{FEFF}",
        "\r\n",
        "ż",
        "\\",
        ",",
        "?",
        "<<: *a",
        "id: ",
        "needs:\n",
        "~",
        "31.01.2027",
        "tak",
        "1.250",
    ];
    let seeds = [SMALL, include_str!("fixtures/pact.yaml")];
    let mut random = fastrand::Rng::with_seed(20_261_123);
    for round in 0..rounds {
        let seed = seeds[usize::from(round % 50 == 0)];
        let mut bytes = seed.as_bytes().to_vec();
        for _ in 0..random.usize(1..6) {
            let at = random.usize(..=bytes.len());
            match random.u8(..8) {
                0..=3 => {
                    let piece = pieces[random.usize(..pieces.len())];
                    bytes.splice(at..at, piece.bytes());
                }
                4 | 5 => {
                    let to = (at + random.usize(..12)).min(bytes.len());
                    bytes.drain(at..to);
                }
                6 if at < bytes.len() => bytes[at] = random.u8(..),
                _ => {
                    let to = (at + random.usize(..40)).min(bytes.len());
                    let copy = bytes[at..to].to_vec();
                    let into = random.usize(..=bytes.len());
                    bytes.splice(into..into, copy);
                }
            }
        }
        let loaded = one(bytes);
        sound(&loaded);
        for finding in &loaded.findings.0 {
            let entry = words(finding.code);
            for name in entry.iter().flat_map(|entry| placeholders(entry.message(Lang::Pl))) {
                assert!(finding.values.iter().any(|(given, _)| *given == name), "{finding:?}");
            }
        }
    }
}

const SMALL: &str = r#"schema: pakt/1
meta: {title: "Praca „blisko” domu", date: 2026-03-01, lang: pl, authors: [Fundacja Most]}
area: &area
  name: powiat borowicki
  teryt: 0263
partners:
  - id: P1
    name: 'Fundacja Most'
    kind: ngo # comment
    sector: social
    registers: {nip: 5261040828}
    founding: true
  - {id: P2, name: Powiat, kind: local_authority}
potrzeby:
  - id: N1
    title: Bezrobocie
    description: |
      Akapit pierwszy.

      - lista
    scale: {value: 24,2, unit: "%"}
    status: in_scope
budżet:
  total: "1250000.00"
"#;
