//! What is known already: a file of findings, and findings that the authors stand by.

use std::fs;

use crate::{GOOD, pakt, program, said, scratch};

#[test]
fn a_baseline_leaves_what_is_new() {
    let folder = scratch("baseline");
    let good = fs::read_to_string(GOOD).expect("the sample is there");
    fs::write(folder.join("a.yaml"), &good).expect("a file");
    let run = |arguments: &[&str]| program(arguments).current_dir(&folder).output().expect("it starts");
    assert_eq!(run(&["baseline", "known.json", "a.yaml"]).status.code(), Some(0));
    let check = ["check", "a.yaml", "--baseline", "known.json", "--fail-on", "advice"];
    let told = run(&check);
    assert_eq!((told.status.code(), said(&told).0.as_str()), (Some(0), "a.yaml: bez uwag\n"));
    // Lines move, an entry comes before the others, and one fault is new.
    let moved = good.replacen("meta:", "# nowy wiersz\n\nmeta:", 1).replacen("needs: [N1]", "needs: [N9]", 1);
    fs::write(folder.join("a.yaml"), moved).expect("a file");
    let told = run(&[&check[..], &["--format", "short"]].concat());
    let (lines, _) = said(&told);
    assert_eq!(told.status.code(), Some(1));
    assert!(lines.contains(" error REF-01 ") && !lines.contains("META-05"), "{lines}");
    let before = said(&run(&["check", "a.yaml", "--format", "short"])).0;
    assert!(before.lines().count() > lines.lines().count() + 20, "{lines}");
    fs::write(folder.join("known.json"), "{}").expect("a file");
    let refused = run(&check);
    assert!(refused.status.code() == Some(2) && said(&refused).1.contains("known.json to nie plik uwag"));
    assert_eq!(run(&["baseline", "new.json", "none.yaml"]).status.code(), Some(2));
    assert!(!folder.join("new.json").exists());
}

#[test]
fn what_is_accepted_is_one_line_more() {
    let folder = scratch("accept");
    let good = fs::read_to_string(GOOD).expect("the sample is there");
    let path = folder.join("a.yaml");
    fs::write(&path, good.replace('\n', "\r\n")).expect("a file");
    let name = path.to_string_lossy().into_owned();
    let codes = || said(&pakt(&["check", &name, "--format", "short"])).0;
    let accept =
        |code: &str, place: &str| pakt(&["accept", code, place, &name, "--because", "Tak \"ma\" być."]);
    assert!(codes().contains("META-05") && codes().contains("RISK-05"));
    let done = accept("META-05", "");
    assert_eq!(done.status.code(), Some(0), "{:?}", said(&done));
    assert_eq!(accept("RISK-05", "R1").status.code(), Some(0));
    assert!(!codes().contains("META-05") && codes().matches("RISK-05").count() == 2, "{}", codes());
    let text = fs::read_to_string(&path).expect("a file");
    let entries = [("META-05", ""), ("RISK-05", "place: \"R1\", ")]
        .map(|(rule, place)| format!("  - {{rule: {rule}, {place}because: \"Tak \\\"ma\\\" być.\"}}\r\n"));
    assert_eq!(text, format!("{}\r\naccept:\r\n{}", good.replace('\n', "\r\n"), entries.concat()));
    // Neither what is not there nor what is wrong can be accepted.
    for (code, place) in [("NEED-02", "N1"), ("RISK-05", "R9"), ("META-05", "")] {
        assert_eq!(accept(code, place).status.code(), Some(2), "{code}");
    }
    assert_eq!(pakt(&["accept", "RISK-05", "R2", &name, "--because", " "]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).expect("a file"), text);
}
