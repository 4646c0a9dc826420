//! `pakt build`: which files are written, and when none.

use std::fs;

use crate::{GOOD, code, pakt, said, scratch};

#[test]
fn a_partners_own_paper_is_a_file_for_each_partner() {
    let folder = scratch("cards");
    let out = folder.to_string_lossy().into_owned();
    assert_eq!(code(&["build", GOOD, "-d", "partner-card", "--to", "md", "--out", &out]), Some(0));
    let entries = fs::read_dir(folder.join("minimal")).expect("the documents are there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(
        names,
        ["manifest.json", "partner-card-P1.pl.md", "partner-card-P2.pl.md", "partner-card-P3.pl.md"]
    );
}

#[test]
fn a_card_replaced_that_of_another_partner_with_the_same_id() {
    let folder = scratch("same-id");
    let file = folder.join("draft.yaml");
    let sample = fs::read_to_string(GOOD).expect("the sample is there");
    let text = sample.replacen("id: P2", "id: P1", 1).replacen("id: P3", "id: Piekarnia", 1);
    fs::write(&file, text).expect("the file can be written");
    let (file, out) = (file.to_string_lossy(), folder.join("out").to_string_lossy().into_owned());
    pakt(&["build", &file, "-d", "partner-card", "--draft", "--to", "md", "-o", &out]);
    for (card, name) in
        [("P1", "Stowarzyszenie Razem"), ("P1-2", "Gminny urząd"), ("3", "Piekarnia „Żytnia”")]
    {
        let path = folder.join(format!("out/draft/partner-card-{card}.pl.md"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(text.contains(name), "{card}: {text}");
    }
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn all_papers_bore_the_day_of_the_application() {
    let folder = scratch("own-lives");
    let file = folder.join("own.yaml");
    let sample = fs::read_to_string(GOOD).expect("the sample is there");
    let papers = "papers:\n  rules-of-procedure: {date: 2026-02-03, place: Przykładowo, version: \"1.2\", status: adopted, adopted_by: zebranie partnerów, resolution: uchwała nr 2/2026}\n  letter-of-intent: {status: draft}\n  summary: {}\nmeta:";
    fs::write(&file, sample.replacen("meta:", papers, 1)).expect("the file can be written");
    let (file, out) = (file.to_string_lossy(), folder.join("out").to_string_lossy().into_owned());
    pakt(&["build", &file, "--draft", "--to", "txt", "-o", &out]);
    let said = |name: &str| {
        let path = folder.join(format!("out/own/{name}.pl.txt"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        text.replace('\u{a0}', " ")
    };
    let rules = said("rules-of-procedure");
    for words in [
        "Przykładowo, 3 lutego 2026 r.",
        "Wersja: 1.2",
        "Stan: przyjęty – zebranie partnerów, uchwała nr 2/2026",
    ] {
        assert!(rules.contains(words), "{words} is not in:\n{rules}");
    }
    let letter = said("letter-of-intent");
    assert!(letter.contains("Projekt dokumentu.") && letter.contains("data: ………"), "{letter}");
    assert!(!letter.contains("1 marca 2026"), "{letter}");
    assert!(said("summary").contains("1 marca 2026 r."));
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn an_empty_folder_and_documents_kept_back_left_the_user_without_a_next_step() {
    let folder = scratch("next-step");
    let name = folder.to_string_lossy().into_owned();
    let (_, complaint) = said(&pakt(&["check", &name]));
    assert!(complaint.contains(&format!("nowy założy: pakt new {name}")), "{complaint}");
    let file = folder.join("a.yaml");
    let text = fs::read_to_string(GOOD).expect("the sample can be read");
    fs::write(&file, text.replace("kind: private_enterprise", "kind: private_enterprize")).expect("a file");
    let (file, out) =
        (file.to_string_lossy().into_owned(), folder.join("out").to_string_lossy().into_owned());
    let build = |more: &[&str]| {
        let arguments = [&["build", &file, "-d", "summary", "--to", "txt", "--out", &out], more].concat();
        said(&pakt(&arguments)).0
    };
    let kept_back = "Dokumentów nie zrobiono, bo są błędy";
    assert!(build(&[]).contains(&format!("{kept_back}. Popraw je albo dodaj --draft")));
    assert!(!build(&["--draft"]).contains(kept_back));
    assert!(!build(&["--format", "short"]).contains(kept_back));
    let (_, complaint) = said(&pakt(&["diff", &file, GOOD]));
    assert!(complaint.contains(": błąd TYPE-36 "), "{complaint}");
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn a_document_asked_for_before_its_stage_is_made_with_a_warning() {
    let folder = scratch("early");
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let file = folder.join("early.yaml");
    fs::write(&file, text.replace("stage: managing", "stage: initiating")).expect("the file can be written");
    let (file, out) = (file.to_string_lossy(), folder.join("out").to_string_lossy().into_owned());
    let build = |document: &str| {
        pakt(&["build", &file, "-d", document, "--to", "md", "-o", &out, "--format", "short"])
    };
    let early = build("logframe");
    assert!(said(&early).0.contains(" warning ORG-08 "), "{:?}", said(&early));
    assert_eq!(early.status.code(), Some(0));
    assert!(folder.join("out/early/logframe.pl.md").exists());
    assert!(!said(&build("summary")).0.contains("ORG-08"));
    assert!(!said(&pakt(&["check", &file, "--format", "short"])).0.contains("ORG-08"));
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn papers_without_a_single_translated_text_wait_for_a_draft() {
    let folder = scratch("untranslated");
    let out = folder.display().to_string();
    let build =
        ["build", "samples/minimal.yaml", "-d", "summary,logframe", "--to", "md", "--doc-lang", "pl,en"];
    let build = |more: &[&str]| pakt(&[&build, ["-o", &out, "--format", "short"].as_slice(), more].concat());
    let is_made = |name: &str| folder.join("minimal").join(name).exists();
    let refused = build(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(said(&refused).0.matches(" TPL-15 ").count(), 1, "{:?}", said(&refused));
    assert!(is_made("summary.pl.md") && is_made("logframe.pl.md") && !is_made("summary.en.md"));
    assert_eq!(build(&["--draft"]).status.code(), Some(0));
    assert!(is_made("summary.en.md"));
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn errors_keep_every_document_back_but_the_one_on_them() {
    let folder = scratch("validation");
    let out = folder.display().to_string();
    let documents = "esf-justification,validation-report";
    let arguments =
        ["build", "samples/faulty", "-d", documents, "--to", "md", "--doc-lang", "pl,en", "-o", &out];
    assert_eq!(code(&arguments), Some(1));
    let read = |name: &str| fs::read_to_string(folder.join("faulty").join(name));
    assert!(read("esf-justification.pl.md").is_err());
    let (pl, en) = (read("validation-report.pl.md"), read("validation-report.en.md"));
    let (pl, en) = (pl.expect("the report was written"), en.expect("the report was written"));
    assert!(pl.contains("nie jest gotowy") && pl.contains("pakt.yaml:"), "{pl}");
    assert!(en.contains("is not ready") && !en.contains("błąd"), "{en}");
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn a_tag_chooses_a_variant_and_an_unknown_one_is_told() {
    let folder = scratch("tag");
    let path = folder.join("pakt.yaml").display().to_string();
    let application = fs::read_to_string(GOOD).expect("the sample is there");
    let action = "    innovation: próbny dzień pracy przed stażem\n";
    assert!(application.contains(action));
    let text =
        application.replace(action, &format!("{action}    reach: {{pl: cały powiat, only: [nabor-a]}}\n"));
    fs::write(folder.join("pakt.yaml"), text).expect("the folder can be written");
    let build = |more: &[&str]| {
        let out = folder.join("out").to_string_lossy().into_owned();
        let common = ["build", &path, "--to", "md", "-d", "esf-justification", "--out", &out];
        let output = pakt(&[common.as_slice(), more].concat());
        let written = fs::read_dir(folder.join("out"))
            .expect("it was made")
            .next()
            .expect("a folder")
            .expect("an entry");
        let text =
            fs::read_to_string(written.path().join("esf-justification.pl.md")).expect("it was written");
        (said(&output).0, text.to_lowercase().contains("cały powiat"))
    };
    assert!(!build(&[]).1);
    assert!(build(&["--tag", "nabor-a"]).1);
    let (report, holds) = build(&["--tag", "nabor-b"]);
    assert!(!holds && report.contains("KEY-16") && report.contains("`nabor-a`"), "{report}");
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn a_character_without_a_glyph_is_told_at_the_text_that_holds_it() {
    let out = scratch("glyph");
    let sample = fs::read_to_string("samples/minimal.yaml").expect("the sample is there");
    let (title, hostile) = ("title: Powrót do pracy", "title: Powrót \u{13000} do pracy");
    let file = out.join("wniosek.yaml");
    fs::write(&file, sample.replace(title, hostile)).expect("the file can be written");
    let paths = [&file, &out].map(|path| path.to_string_lossy().into_owned());
    let output = pakt(&["build", &paths[0], "-d", "summary", "--to", "pdf", "--out", &paths[1]]);
    let (report, complaint) = said(&output);
    let told = report.split("[WRITE-01]").nth(1).unwrap_or_default();
    let place = told.lines().nth(1).unwrap_or_default();
    assert!(place.ends_with("wniosek.yaml:4:10"), "{report}{complaint}");
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn every_file_of_every_document_is_read_back_whole() {
    let out = scratch("prove");
    let folder = out.to_string_lossy().into_owned();
    let samples = ["samples/szydlowiec", "samples/gmina", "samples/minimal.yaml"];
    let options = ["-d", "all", "--prove", "--limit", "0", "--out", &folder];
    let output = pakt(&[["build"].as_slice(), &samples, &options].concat());
    let (report, complaint) = said(&output);
    assert_eq!(output.status.code(), Some(0), "{report}{complaint}");
    assert!(!report.contains("WRITE-03"), "{report}");
    let proved =
        report.lines().find(|line| line.starts_with("odczytano z powrotem: pliki ")).expect("it is said");
    let files = proved.split(|sign: char| !sign.is_ascii_digit()).find(|word| !word.is_empty());
    assert!(files.and_then(|files| files.parse::<usize>().ok()) >= Some(400), "{proved}");
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn an_apostrophe_in_a_name_kept_every_document_back() {
    let folder = scratch("aurore");
    let text = fs::read_to_string(GOOD).expect("the sample can be read");
    let file = folder.join("a.yaml");
    let name = "name: Stowarzyszenie Razem";
    assert!(text.contains(name));
    fs::write(&file, text.replace(name, "name: Stowarzyszenie L'Aurore > Razem")).expect("a file");
    let (file, out) = (file.display().to_string(), folder.join("out").display().to_string());
    for proving in [&["--prove"][..], &[], &["--no-prove"]] {
        let built = pakt(&[&["build", &file, "-d", "all", "-o", &out], proving].concat());
        let (report, complaint) = said(&built);
        assert_eq!(built.status.code(), Some(0), "{report}{complaint}");
        assert_eq!(report.contains("odczytano z powrotem"), proving == ["--prove"], "{report}");
    }
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn the_portal_pack_needs_a_form_and_has_a_folder_a_language() {
    let out = scratch("portal");
    let build = |more: &[&str]| {
        let folder = out.to_string_lossy().into_owned();
        let common = ["build", "samples/szydlowiec", "-d", "portal", "--out", &folder];
        pakt(&[common.as_slice(), more].concat())
    };
    assert_eq!(build(&["--profile", "neutral"]).status.code(), Some(1));
    assert!(!out.join("szydlowiec/portal").exists());
    assert_eq!(build(&[]).status.code(), Some(0));
    for file in ["esf-plus/01-tytul-projektu.txt", "esf-plus/overview.html", "esf-plus.en/overview.json"] {
        assert!(out.join("szydlowiec/portal").join(file).is_file(), "{file}");
    }
    let form = out.join("szydlowiec/portal/esf-plus/form.docx");
    assert!(!form.exists());
    assert_eq!(build(&["--to", "docx"]).status.code(), Some(0));
    assert!(fs::read(&form).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn a_misspelt_document_was_blamed_on_the_application() {
    let out = scratch("misspelt");
    let folder = out.join("made").to_string_lossy().into_owned();
    let output = pakt(&["build", GOOD, "-d", "sumary", "--out", &folder]);
    let (told, complaint) = said(&output);
    assert_eq!((output.status.code(), told.as_str()), (Some(2), ""));
    assert!(complaint.contains("czy chodziło o `summary`?"), "{complaint}");
    assert!(!out.join("made").exists());
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn a_refused_pdf_leaves_the_former_file_and_stops_no_other() {
    let folder = scratch("refused");
    let part = folder.join("templates/validation-report/pl/10-summary.md");
    fs::create_dir_all(part.parent().expect("it has one")).expect("the folder can be made");
    fs::write(&part, "## Wynik\n\n#### Za głęboko\n\nTekst.\n").expect("a template");
    let (input, out) = (folder.join("a.yaml"), folder.join("out"));
    fs::copy(GOOD, &input).expect("a sample");
    let former = out.join("a/validation-report.pl.pdf");
    fs::create_dir_all(former.parent().expect("it has one")).expect("the folder can be made");
    fs::write(&former, "former").expect("a file");
    let paths = [&input, &out].map(|path| path.display().to_string());
    let documents = "validation-report,summary";
    let built = pakt(&["build", &paths[0], "-d", documents, "--to", "pdf,html", "-o", &paths[1]]);
    assert_eq!(built.status.code(), Some(1), "{:?}", said(&built));
    assert!(said(&built).1.contains("WRITE-02") || said(&built).0.contains("WRITE-02"), "{:?}", said(&built));
    assert_eq!(fs::read_to_string(&former).expect("it is there"), "former");
    for other in ["validation-report.pl.html", "summary.pl.pdf", "summary.pl.html"] {
        assert!(out.join("a").join(other).is_file(), "{other}");
    }
    fs::remove_dir_all(folder).expect("the test made it");
}

#[test]
fn the_last_line_of_a_build_was_a_report_already_read() {
    let folder = scratch("done");
    let out = folder.join("n1").to_string_lossy().into_owned();
    let build = |more: &[&str]| {
        let asked = ["build", "samples/gmina", "-d", "summary,work-plan", "--to", "md,txt", "-o", &out];
        said(&pakt(&[&asked, more].concat())).0
    };
    let quiet = build(&[]);
    assert!(quiet.ends_with(&format!("\nGotowe: 2 dokumenty w {out}/gmina\n")), "{quiet}");
    assert!(quiet.contains("samples/gmina: 1 ostrzeżenie\n") && !quiet.contains("META-05"), "{quiet}");
    assert!(quiet.contains("pakt check samples/gmina\n") && !quiet.contains("summary.pl.md"), "{quiet}");
    assert!(build(&["--verbose"]).contains("gmina/summary.pl.md\n"));
    // What only a build finds is told by it.
    let glyph = folder.join("a.yaml");
    let text = fs::read_to_string(GOOD).expect("the sample");
    fs::write(&glyph, text.replace("title: Powrót", "title: Powrót \u{13000}")).expect("a file");
    let glyph = glyph.to_string_lossy().into_owned();
    let told = said(&pakt(&["build", &glyph, "-d", "summary", "--to", "pdf", "-o", &out])).0;
    assert!(told.contains("[WRITE-01]") && told.contains("Gotowe: 1 dokument w "), "{told}");
    fs::remove_dir_all(folder).expect("the folder can be removed");
}
