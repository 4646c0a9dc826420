//! `pakt check --fix`: what it writes, shows and leaves alone.

use std::fs;

use super::{pakt, said, scratch};

const SLIPS: &str = "# opis paktu\nmeta:\n  title: Pakt # tytuł\n  lang:pl\npartners:\n- id: P1\n  nmae: Most  # nazwa\n  kind: fundacjja\n";

#[test]
fn mends_of_form_are_written_and_all_else_stays() {
    let folder = scratch("fix");
    let file = folder.join("a.yaml");
    fs::write(&file, SLIPS).expect("a file");
    let name = file.to_string_lossy().into_owned();

    let (shown, _) = said(&pakt(&["check", "--fix", "--dry-run", &name]));
    assert!(
        shown.contains("-  nmae: Most  # nazwa\n") && shown.contains("+  name: Most  # nazwa\n"),
        "{shown}"
    );
    assert_eq!(fs::read_to_string(&file).expect("the file"), SLIPS);

    let (shown, _) = said(&pakt(&["check", "--fix", &name, "--limit", "0"]));
    assert!(shown.contains("+  name: Most  # nazwa\n"), "{shown}");
    let mended = SLIPS.replace("lang:pl", "lang: pl").replace("nmae", "name").replace("fundacjja", "ngo");
    assert_eq!(fs::read_to_string(&file).expect("the file"), mended);

    let (shown, _) = said(&pakt(&["check", "--fix", "--dry-run", &name]));
    assert_eq!(shown, "");
    fs::remove_dir_all(folder).expect("the folder can be removed");
}
