//! `pakt build --to xlsx` and `pakt import`: what they write, show and leave alone.

use std::fs;

use super::{pakt, said, scratch};

#[test]
fn a_workbook_is_made_alone_and_listed_and_is_the_same_each_time() {
    let out = scratch("xlsx");
    let folder = out.to_string_lossy().into_owned();
    let build = || pakt(&["build", "samples/gmina", "--to", "xlsx", "-o", &folder]);
    assert_eq!(build().status.code(), Some(0));
    let file = out.join("gmina/gmina.pl.xlsx");
    let first = fs::read(&file).expect("the workbook");
    let files: Vec<_> = fs::read_dir(out.join("gmina")).expect("the folder").collect();
    assert_eq!(files.len(), 2, "a workbook and the list of the set: {files:?}");
    assert_eq!(pakt(&["verify", &folder]).status.code(), Some(0));
    fs::remove_file(&file).expect("the workbook");
    assert_eq!(pakt(&["verify", &folder]).status.code(), Some(1));
    build();
    assert_eq!(fs::read(&file).expect("the workbook"), first);
    fs::remove_dir_all(out).expect("the folder can be removed");
}

#[test]
fn a_table_is_shown_and_written_when_asked() {
    let folder = scratch("import");
    let (file, table) = (folder.join("a.yaml"), folder.join("t.csv"));
    let text = "meta: {title: Klub}\nrisks:\n- id: R1\n  title: Nikt nie przychodzi # ważne\n";
    fs::write(&file, text).expect("a file");
    fs::write(&table, "Id;Tytuł\nR1;Mało kto przychodzi\n").expect("a table");
    let [name, table] = [&file, &table].map(|path| path.to_string_lossy().into_owned());
    let import = |more: &[&str]| {
        let own = ["import", &table, "--as", "risks", "--onto", &name];
        pakt(&[&own, more].concat())
    };
    let shown = import(&[]);
    assert_eq!(shown.status.code(), Some(1), "something is to be written");
    let (words, _) = said(&shown);
    assert!(
        words.contains("-  title: Nikt nie przychodzi # ważne\n+  title: Mało kto przychodzi # ważne\n"),
        "{words}"
    );
    assert!(words.ends_with("Dodaj --write, żeby zapisać.\n"), "{words}");
    for word in ["ryzyka", "risks"] {
        let own = pakt(&["import", &table, "--as", word, "--onto", &name]);
        assert_eq!(own.stdout, shown.stdout, "{word}");
    }
    let unknown = said(&pakt(&["import", &table, "--as", "ryzykoo", "--onto", &name, "--lang", "pl"])).1;
    assert!(unknown.contains("risks"), "{unknown}");
    assert_eq!(fs::read_to_string(&file).expect("the file"), text);
    assert_eq!(import(&["--write"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&file).expect("the file"), text.replace("Nikt nie", "Mało kto"));

    fs::write(&table, "Id;Tytul;Tytuł\nR1;a;b\n").expect("a table");
    let refused = import(&["--write"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        said(&refused).0.contains("błąd[TABLE-06]") && said(&refused).0.ends_with("Niczego nie zapisano.\n")
    );
    assert_eq!(pakt(&["import", "nosuch.csv", "--as", "risks"]).status.code(), Some(2));
    assert_eq!(pakt(&["import", &table, "--as", "partners", "--onto", "samples"]).status.code(), Some(2));
    fs::remove_dir_all(folder).expect("the folder can be removed");
}
