//! `pakt schema`, `score`, `calendar`, `catalogue`.

use crate::{GOOD, code, pakt, said};

#[test]
fn the_schema_is_json() {
    let (schema, _) = said(&pakt(&["schema"]));
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("it is JSON");
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
}

#[test]
fn verbs_of_knowledge_tell_clean_from_findings_from_failure() {
    assert_eq!(code(&["score", "samples/szydlowiec"]), Some(0));
    assert_eq!(code(&["score", GOOD, "--profile", "fers-iws2-2024"]), Some(1), "no plan, no grant");
    assert_eq!(code(&["calendar", "samples/szydlowiec", "--date", "2025-04-15"]), Some(0));
    assert_eq!(code(&["calendar", "samples/szydlowiec", "--date", "2025-05-16"]), Some(1));
    assert_eq!(code(&["calendar", "no-such-file.yaml"]), Some(2));
    assert_eq!(code(&["catalogue", "principles"]), Some(0));
    assert_eq!(code(&["catalogue", "principle"]), Some(2));
    assert_eq!(code(&["catalogue", "--slide", "34"]), Some(2));
    let (slide, _) = said(&pakt(&["catalogue", "--slide", "21"]));
    assert!(slide.contains("\n  NEED-18  ") && !slide.contains("\n  LEAD-01  "), "{slide}");
    assert_eq!(code(&["profile", "diff", "esf-plus", "pact"]), Some(0));
    assert_eq!(code(&["profile", "show", "efs-plus"]), Some(2));
    assert_eq!(code(&["check", GOOD, "--summary"]), Some(0));
}
