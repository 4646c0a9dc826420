//! A sign that any stage loses is told at the field that holds it, and the paper is not written.

use super::filled::DocumentView;
use super::*;
use crate::planted::{SIGN, Stage, losing};
use crate::style::Look;
use crate::write::Format;

struct Nothing;

impl Files for Nothing {
    fn read(&self, _: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
        Err("no file".into())
    }
}

const YAML: &str = "
meta: {title: Praca, lang: pl, summary: 'Opis § 3 projektu.'}
partnership: {name: Razem}
diagnosis:
  needs:
    - {id: N1, title: Brak pracy, description: 'Ustawa, § 5 ust. 2, mówi o tym.'}
";

fn run() -> Run {
    read("a", vec![Input { name: "a.yaml".to_owned(), bytes: YAML.into() }], &Nothing, &Options::default())
}

/// Returns what the proof tells of a paper in all its forms.
fn told(run: &Run, library: &Library, id: &str, seen: &DocumentView) -> Vec<Diagnostic> {
    let filled = &run.fill_from(library, id, seen).expect("it fills in")[0];
    let trace = Trace::of(run, library, (id, filled), seen);
    let mut told = trace.torn();
    for format in Format::ALL {
        let document = &filled.paper.document;
        let file = run.write(&filled.stem, document, format, &Look::default());
        let bytes = file.bytes.expect("it can be written");
        let (proof, mut lost) = run.prove(&filled.stem, document, format, &bytes);
        trace.lead(&mut lost, proof.lost.first().map(String::as_str));
        told.append(lost);
    }
    told.0
}

#[test]
fn a_sign_that_a_stage_or_a_writer_loses_is_told_at_its_field() {
    let stages = [
        (Stage::Typed, TORN, ""),
        (Stage::Filter, TORN, ""),
        (Stage::Template, TORN, ""),
        (Stage::Markdown, TORN, ""),
        (Stage::Typography, TORN, ""),
        (Stage::Layout, LOST, "pdf"),
        (Stage::Shaping, LOST, "pdf"),
        (Stage::Pdf, LOST, "pdf"),
        (Stage::Html, LOST, "html"),
        (Stage::Md, LOST, "md"),
        (Stage::Text, LOST, "txt"),
        (Stage::Docx, LOST, "docx"),
    ];
    let (run, library) = (run(), Library::shipped());
    for (id, place) in [("diagnosis-report", "diagnosis/needs/0/description"), ("summary", "meta/summary")] {
        let seen = || run.seen(Lang::Pl, Mode::Draft);
        assert_eq!(told(&run, &library, id, &seen()), []);
        for (stage, code, format) in stages {
            let told = losing(stage, || told(&run, &library, id, &seen()));
            let own: Vec<&Diagnostic> = told.iter().filter(|one| one.code == code).collect();
            assert_eq!(own.len(), 1, "{stage:?} {id}: {told:?}");
            assert_eq!(own[0].place.to_string(), place, "{stage:?} {id}");
            let values = format!("{:?}", own[0].values);
            let named = if code == TORN { SIGN.to_string() } else { format!(".{format}") };
            assert!(values.contains(&named), "{stage:?} {id}: {values}");
        }
    }
}
