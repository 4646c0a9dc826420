//! `pakt diff`.

use crate::{GOOD, code, pakt, said};

#[test]
fn a_comparison_says_by_its_code_whether_anything_differs() {
    assert_eq!(code(&["diff", GOOD, GOOD]), Some(0));
    assert_eq!(code(&["diff", GOOD, "samples/gmina"]), Some(1));
    assert_eq!(code(&["diff", GOOD, "no-such-file.yaml"]), Some(2));
    assert_eq!(code(&["diff", GOOD, "samples/faulty"]), Some(2));
    assert_eq!(code(&["diff", GOOD, "samples"]), Some(2));
    for format in ["text", "markdown", "html", "json"] {
        let (shown, _) = said(&pakt(&["diff", GOOD, "samples/gmina", "--format", format]));
        assert!(shown.contains("Brzeziny Leśne"), "{format}: {shown}");
    }
}
