//! Random applications with hostile words in every text: what was typed is in every file, and the proof says so.
//!
//! A few run in the suite; `PAKT_RANDOM=1000 cargo test --test hostile random` runs a thousand.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use fastrand::Rng;
use pakt::inside::context::Mode;
use pakt::inside::described::{Step, View, visit};
use pakt::inside::joining::Files;
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{Options, Run, Trace, read};
use pakt::inside::style::Look;
use pakt::inside::templates::Library;
use pakt::inside::write::Format;
use pakt::inside::yaml::Input;
use serde_yaml::Value;

/// How many run in the suite.
const FEW: u64 = 3;

/// How long the longest text is, in characters.
const LONG: usize = 5_000;

/// What is typed: every class of signs of `docs/texts`, and what readers of Markdown, HTML, YAML, Tera and XML take
/// for their own.
const PIECES: [&str; 118] = [
    "słowo",
    "Praca",
    "ludzie i urząd",
    "w gminie",
    "2026 r.",
    "320",
    "zł",
    "12 500,50",
    "55 %",
    "doc.pdf",
    " ",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    ".",
    "..",
    "...",
    "!",
    "?",
    ": ",
    ":",
    ";",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\t",
    "\ta\tb\n",
    "  ",
    "2*24*1750 zł",
    "30 zł*",
    "*stawka",
    "* ",
    "*",
    "**",
    "***",
    "**ważne**",
    "*nowe*",
    "_inne_",
    "__init__",
    "a_b_c",
    "_",
    "+ 12 %",
    "+",
    "- 4 %",
    "- punkt",
    "-",
    "– ",
    "–12",
    "— ",
    "• punkt",
    "· punkt",
    "\u{f0b7} punkt",
    "1. raz",
    "2. dwa",
    "1) raz",
    "2) dwa",
    "a) jeden",
    "b) dwa",
    "(1) x",
    "(2) y",
    "1- x",
    "IV. z",
    "1. maja",
    "> 30 lat",
    "< 18",
    "= 5",
    "~90 zł~",
    "~~x~~",
    "# 1",
    "## Cel",
    "|",
    "| a | b |\n|---|:-:|\n| 1 \\| x | 2 |",
    "\\",
    "\\*",
    "\\_x\\_",
    "\\\\srv\\x",
    "C:\\dane\\_nowe",
    "[",
    "]",
    "[ ]",
    "[x]",
    "[E1]",
    "[E1, E2]",
    "[^1]",
    "[^1]: nota",
    "[strona](https://x.pl/a_(b))",
    "[zły](javascript:x)",
    "https://a.pl/?x=1&y=_2_",
    "`kod`",
    "```",
    "~~~",
    "<b>",
    "</p>",
    "<!-- x -->",
    "<gap>",
    "<pagebreak>",
    "<br>",
    "]]>",
    "&amp;",
    "&",
    "{x}",
    "{{ x }}",
    "{% if %}",
    "{caption} T",
    "$x$",
    "^2^",
    "„cytat”",
    "\"q\"",
    "L'Aurore",
    "😀",
    "👩\u{200d}👧",
    "e\u{301}ß",
    "שלום",
    "\u{202e}x\u{202c}",
];

struct Shared;

impl Files for Shared {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        Err(format!("{path} is not there").into())
    }
}

fn run_of(yaml: &str) -> Run {
    let input = Input { name: "pakt.yaml".to_owned(), bytes: yaml.as_bytes().to_vec() };
    read("random", vec![input], &Shared, &Options::default())
}

/// Returns the texts of an application, by which they are known in its YAML.
fn texts(run: &Run) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    visit(&run.loaded.application, &mut |spot| {
        if let View::Text(..) = spot.view {
            texts.extend(spot.words().into_iter().map(|(_, words)| words.trim().to_owned()));
        }
        Step::Into
    });
    texts
}

fn typed(random: &mut Rng) -> String {
    let most = if random.u8(..) < 4 { LONG } else { 60 };
    let mut text = String::new();
    for _ in 0..random.usize(1..if most == LONG { 1_500 } else { 9 }) {
        text.push_str(PIECES[random.usize(..PIECES.len())]);
    }
    text.chars().take(most).collect()
}

/// Puts hostile words in place of the texts; returns how many there were.
fn replace(value: &mut Value, texts: &BTreeSet<String>, random: &mut Rng) -> usize {
    match value {
        Value::String(words) if texts.contains(words.trim()) => {
            *words = typed(random);
            1
        }
        Value::Sequence(items) => items.iter_mut().map(|item| replace(item, texts, random)).sum(),
        Value::Mapping(entries) => entries.values_mut().map(|entry| replace(entry, texts, random)).sum(),
        _ => 0,
    }
}

/// Builds every document in every form and returns what the proof tells.
fn told(run: &Run, library: &Library) -> Vec<String> {
    let mut told = Vec::new();
    let look = Look::default();
    let seen = run.seen(Lang::Pl, Mode::Draft);
    for manifest in library.documents() {
        let papers = run.fill_from(library, &manifest.id, &seen).expect("shipped templates fill in");
        for filled in &papers {
            let trace = Trace::of(run, library, (&manifest.id, filled), &seen);
            told.extend(trace.torn().0.iter().map(|torn| format!("{}: {torn:?}", filled.stem)));
            for format in Format::ALL {
                let document = &filled.paper.document;
                // What no accessible PDF can be made of is told when it is written, and loses nothing in silence.
                let Some(bytes) = run.write(&filled.stem, document, format, &look).bytes else { continue };
                let (proof, _) = run.prove(&filled.stem, document, format, &bytes);
                told.extend(
                    proof.lost.iter().map(|lost| format!("{} {}: {lost:?}", filled.stem, format.code())),
                );
            }
        }
    }
    told
}

#[test]
fn random_texts_are_in_every_file_and_the_proof_says_so() {
    let count = std::env::var("PAKT_RANDOM").ok().and_then(|count| count.parse().ok()).unwrap_or(FEW);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/minimal.yaml");
    let sample = fs::read_to_string(path).expect("the sample is there");
    let value: Value = serde_yaml::from_str(&sample).expect("the sample is YAML");
    let (texts, library) = (texts(&run_of(&sample)), Library::shipped());
    let (next, wrong) = (AtomicU64::new(0), Mutex::new(Vec::new()));
    let work = || loop {
        let seed = next.fetch_add(1, Ordering::Relaxed);
        if seed >= count {
            return;
        }
        let (mut value, mut random) = (value.clone(), Rng::with_seed(seed));
        let replaced = replace(&mut value, &texts, &mut random);
        assert!(replaced > 40, "only {replaced} texts were replaced");
        let run = run_of(&serde_yaml::to_string(&value).expect("values can be written"));
        let told = told(&run, &library).into_iter().map(|told| format!("seed {seed} {told}"));
        wrong.lock().expect("no other test failed").extend(told);
    };
    std::thread::scope(|scope| {
        (0..2).for_each(|_| drop(scope.spawn(work)));
    });
    let wrong = wrong.into_inner().expect("no other test failed");
    assert!(wrong.is_empty(), "{} told:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}
