//! The command line: flags and exit codes. What reports say is tested on lower floors.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const GOOD: &str = "samples/minimal.yaml";

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pakt"));
    for name in
        ["PAKT_FORMAT", "PAKT_LANG", "GITHUB_ACTIONS", "SOURCE_DATE_EPOCH", "LANG", "LC_ALL", "LC_MESSAGES"]
    {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

fn pakt(arguments: &[&str]) -> Output {
    program(arguments).output().expect("the program starts")
}

fn code(arguments: &[&str]) -> Option<i32> {
    pakt(arguments).status.code()
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8");
    (text(&output.stdout), text(&output.stderr))
}

/// A folder of its own for a test, empty.
fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("pakt-cli-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

#[test]
fn exit_codes_tell_clean_from_findings_from_failure() {
    assert_eq!(code(&["check", GOOD]), Some(0));
    assert_eq!(code(&["check", GOOD, "--fail-on", "warning"]), Some(1));
    assert_eq!(code(&["check", GOOD, "--fail-on", "warning", "--exit-zero"]), Some(0));
    assert_eq!(code(&["check", "samples/faulty"]), Some(1));
    assert_eq!(code(&["check", "no-such-file.yaml"]), Some(2));
    assert_eq!(code(&["check", "no-such-*.yaml"]), Some(2));
    assert_eq!(code(&["check"]), Some(2));
    assert_eq!(code(&["--help"]), Some(0));
    assert_eq!(code(&["coverage", "samples/szydlowiec", "--min", "100"]), Some(0));
    assert_eq!(code(&["coverage", "samples/faulty", "--min", "1"]), Some(1));
    assert_eq!(code(&["explain", "NEED-02"]), Some(0));
    assert_eq!(code(&["explain", "NEED-99"]), Some(2));
}

#[test]
fn a_partners_own_paper_is_a_file_for_each_partner() {
    let folder = scratch("cards");
    let out = folder.to_string_lossy().into_owned();
    assert_eq!(code(&["build", GOOD, "-d", "partner-card", "--to", "md", "--out", &out]), Some(0));
    let entries = fs::read_dir(folder.join("minimal")).expect("the documents are there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, ["partner-card-P1.pl.md", "partner-card-P2.pl.md", "partner-card-P3.pl.md"]);
}

#[test]
fn a_missing_file_does_not_keep_the_others_back() {
    let output = pakt(&["check", "no-such-file.yaml", GOOD, "--format", "short"]);
    let (report, complaint) = said(&output);
    assert!(report.contains("samples/minimal.yaml:"), "{report}");
    assert_eq!(complaint, "błąd: nie ma takiego pliku ani folderu: no-such-file.yaml\n");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn globs_and_folders_name_many_applications() {
    let (report, _) = said(&pakt(&["check", "samples/min*.yaml", "samples/szydlowiec", "--lang", "en"]));
    assert!(report.contains("2 applications: "), "{report}");
}

#[test]
fn the_standard_input_is_an_application_too() {
    let mut child = program(&["check", "-", "--format", "short"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("the input is a pipe");
    input.write_all(b"meta: {titel: A}\n").expect("the program reads");
    drop(input);
    let output = child.wait_with_output().expect("the program ends");
    let (report, _) = said(&output);
    assert!(report.contains("-:1:8: error KEY-01 "), "{report}");
}

#[test]
fn help_and_usage_errors_speak_both_languages() {
    let (help, _) = said(&pakt(&["check", "--help"]));
    assert!(help.contains("Użycie: ") && help.contains("Opcje:"), "{help}");
    let (help, _) = said(&pakt(&["check", "--help", "--lang", "en"]));
    assert!(help.contains("Usage: ") && help.contains("Options:"), "{help}");
    let (_, complaint) = said(&pakt(&["chekc"]));
    assert!(
        complaint.starts_with("błąd: nie ma polecenia „chekc”\n  czy chodziło o: check?\n"),
        "{complaint}"
    );
    let (_, complaint) = said(&pakt(&["chek", "--lang", "en"]));
    assert!(
        complaint.starts_with("error: there is no command “chek”\n  did you mean: check?\n"),
        "{complaint}"
    );
    let (_, complaint) = said(&pakt(&["check", "--limt", "3", GOOD]));
    assert!(complaint.contains("nie ma opcji „--limt”"), "{complaint}");
}

#[test]
fn an_empty_folder_and_documents_kept_back_left_the_user_without_a_next_step() {
    let folder = scratch("next-step");
    let name = folder.to_string_lossy().into_owned();
    let (_, complaint) = said(&pakt(&["check", &name]));
    assert!(complaint.contains(&format!("nowy założy: pakt new {name}")), "{complaint}");
    let file = folder.join("a.yaml");
    let text = fs::read_to_string(GOOD).expect("the sample can be read");
    fs::write(&file, text.replace("kind: private_enterprise", "kind: firma")).expect("a file");
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
fn json_goes_to_a_file_beside_the_text() {
    let folder = scratch("report");
    let file = folder.join("report.json");
    let output = pakt(&["check", GOOD, "--report", &format!("json={}", file.display())]);
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(&file).expect("the report was written")).expect("it is JSON");
    assert_eq!(report["schema"], "pakt-report/1");
    assert_eq!(report["inputs"][0]["name"], GOOD);
    assert!(said(&output).0.contains("samples/minimal.yaml: "));
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn a_new_application_has_no_fault_of_form() {
    for lang in ["pl", "en"] {
        let folder = scratch(&format!("new-{lang}"));
        let file = folder.join("pakt.yaml").to_string_lossy().into_owned();
        let made = pakt(&["new", &file, "--title", "Praca: \"blisko\"", "--yes", "--lang", lang]);
        assert_eq!(made.status.code(), Some(0), "{:?}", said(&made));
        let (report, _) = said(&pakt(&["check", &file, "--format", "short"]));
        for family in ["YAML-", "TYPE-", "KEY-01", "KEY-02"] {
            assert!(!report.contains(family), "{report}");
        }
        assert_eq!(code(&["new", &file, "--yes"]), Some(2), "an existing file stays");
        fs::remove_dir_all(folder).expect("the folder can be removed");
    }
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
    assert_eq!(code(&["profile", "diff", "esf-plus", "pact"]), Some(0));
    assert_eq!(code(&["profile", "show", "efs-plus"]), Some(2));
    assert_eq!(code(&["check", GOOD, "--summary"]), Some(0));
}

#[test]
fn what_is_asked_for_as_data_is_data() {
    let asked: [&[&str]; 8] = [
        &["score", "samples/szydlowiec", "--format", "json"],
        &["calendar", "samples/szydlowiec", "--format", "json"],
        &["catalogue", "--format", "json"],
        &["catalogue", "strategies", "--format", "json"],
        &["catalogue", "--slide", "17", "--format", "json"],
        &["profile", "show", "esf-plus", "--format", "json"],
        &["profile", "diff", "neutral", "esf-pokl-2007", "samples/szydlowiec", "--format", "json"],
        &["check", "samples/szydlowiec", "--summary=json"],
    ];
    for arguments in asked {
        let (text, _) = said(&pakt(arguments));
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{arguments:?}: {text}");
    }
    let (ics, _) = said(&pakt(&["calendar", "samples/szydlowiec", "--format", "ics"]));
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n"), "{ics}");
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
fn a_style_among_the_templates_changes_every_document_and_a_bad_one_stops_them() {
    let folder = scratch("style");
    let path = |name: &str| folder.join(name).display().to_string();
    let build = || {
        let (templates, out) = (path("."), path("out"));
        let arguments = ["build", GOOD, "-d", "esf-justification", "--to", "html,pdf"];
        code(&[&arguments[..], &["--templates", &templates, "-o", &out]].concat())
    };
    fs::write(folder.join("style.yaml"), "paper: A5\n").expect("the folder can be written");
    assert_eq!(build(), Some(1));
    assert!(!folder.join("out").exists());
    let good = "paper: Letter\ncolours: {accent: \"#600030\"}\nlogos: [{file: logo.jpg, alt: Herb}]\n";
    fs::write(folder.join("style.yaml"), good).expect("the folder can be written");
    // A grey JPEG of one pixel, as far as its header goes.
    let logo = b"\xff\xd8\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0";
    fs::write(folder.join("logo.jpg"), logo).expect("the folder can be written");
    assert_eq!(build(), Some(0));
    let file = |ending: &str| {
        let name = format!("out/minimal/esf-justification.pl.{ending}");
        fs::read(folder.join(name)).expect("the document was written")
    };
    let page = String::from_utf8(file("html")).expect("HTML is UTF-8");
    assert!(page.contains("--accent: #600030;") && page.contains("alt=\"Herb\""));
    let pdf = lopdf::Document::load_mem(&file("pdf")).expect("the PDF opens");
    let first = *pdf.get_pages().values().next().expect("there is a page");
    let sheet = pdf.get_dictionary(first).and_then(|page| page.get(b"MediaBox")).expect("pages have a size");
    let sides: Vec<f32> =
        sheet.as_array().into_iter().flatten().filter_map(|side| side.as_float().ok()).collect();
    assert_eq!(sides, [0.0, 0.0, 612.0, 792.0]);
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn a_section_longer_than_the_call_allows_is_an_error() {
    let folder = scratch("limits");
    let sample = fs::read_to_string(GOOD).expect("the sample is there");
    for (limit, code) in [(100, 1), (100_000, 0)] {
        let call = format!("call: {{profile: neutral, limits: {{needs: {limit}}}}}");
        let file = folder.join(format!("{limit}.yaml"));
        fs::write(&file, sample.replace("call: {profile: neutral}", &call)).expect("the file can be written");
        let output = pakt(&["check", &file.to_string_lossy(), "--format", "short"]);
        let (report, _) = said(&output);
        assert_eq!(report.contains(" error META-04 "), code == 1, "{report}");
        assert_eq!(output.status.code(), Some(code));
    }
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

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

#[test]
fn a_file_that_extends_nothing_is_compared_on_top_of_the_other_profile() {
    let folder = std::env::temp_dir().join(format!("pakt-diff-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the test");
    let file = folder.join("call.yaml");
    fs::write(&file, "numbers: {grant_max: 600 000}\nlimits: {summary: 3000}\n").expect("a file");
    let file = file.to_string_lossy().into_owned();
    let diff = said(&pakt(&["profile", "diff", "esf-plus", &file, "--lang", "en"])).0;
    assert_eq!(
        diff,
        "esf-plus → call\n  grant at most: none → PLN\u{a0}600,000.00\n  character limit of summary: none → 3,000\n"
    );
    let back = said(&pakt(&["profile", "diff", &file, "esf-plus", "--lang", "en"])).0;
    assert_eq!(back.lines().nth(1), Some("  grant at most: PLN\u{a0}600,000.00 → none"), "{back}");
    let shown = said(&pakt(&["profile", "show", &file, "--lang", "en"])).0;
    assert!(shown.ends_with("used in an application, on the one that `call.profile` names\n"), "{shown}");
    fs::remove_dir_all(&folder).expect("the folder can go");
}

#[test]
fn a_file_may_stand_where_a_profile_may() {
    let folder = scratch("call");
    let path = |name: &str| folder.join(name).display().to_string();
    let application = fs::read_to_string(GOOD).expect("the sample is there");
    assert!(application.contains("call: {profile: neutral}"));
    let named = application.replace("call: {profile: neutral}", "call: {profile: neutral, file: call.yaml}");
    fs::create_dir(folder.join("bid")).expect("the folder can be made");
    fs::write(folder.join("bid/pakt.yaml"), named).expect("the folder can be written");
    fs::write(folder.join("bid/call.yaml"), "numbers: {partners_min: 9}\n")
        .expect("the folder can be written");
    fs::write(folder.join("call.yaml"), "extends: pact\nnumbers: {partners_min: 4}\n")
        .expect("the folder can be written");
    fs::write(folder.join("wrong.yaml"), "extends: pact\nnumbers: {partners_min: four, risks_min: 7}\n")
        .expect("the folder can be written");

    let (own, _) = said(&pakt(&["profile", "show", &path("call.yaml"), "--lang", "en"]));
    assert!(own.contains("call ← pact ← neutral") && own.contains("partners at least: 4"), "{own}");
    let diff = pakt(&["profile", "diff", "pact", &path("call.yaml"), GOOD, "--lang", "en"]);
    let (told, complaint) = said(&diff);
    assert!(told.contains("partners at least: 3 → 4"), "{told}{complaint}");

    let wrong = pakt(&["profile", "show", &path("wrong.yaml"), "--lang", "en"]);
    let (shown, complaint) = said(&wrong);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(shown.contains("risks in the register at least: 7"), "{shown}");
    assert!(complaint.contains("TYPE-08") && complaint.contains("wrong.yaml:2:25"), "{complaint}");

    let checked = pakt(&["check", GOOD, "--profile", &path("wrong.yaml"), "--format", "short"]);
    let (report, _) = said(&checked);
    assert_eq!(checked.status.code(), Some(1));
    assert!(report.contains("wrong.yaml:2:25: error TYPE-08"), "{report}");
    let (_, complaint) = said(&pakt(&["score", GOOD, "--profile", &path("wrong.yaml"), "--lang", "en"]));
    assert!(complaint.contains("the call's demands have errors"), "{complaint}");
    assert_eq!(code(&["check", GOOD, "--profile", &path("none.yaml")]), Some(2));

    // Beside the application the file counts, and is no part of it.
    let (report, _) = said(&pakt(&["check", &path("bid"), "--format", "short"]));
    assert!(!report.contains("KEY-07"), "{report}");
    let out = path("out");
    let built = pakt(&["build", GOOD, "--profile", &path("wrong.yaml"), "-o", &out, "--to", "md"]);
    assert_eq!(built.status.code(), Some(1));
    assert!(!folder.join("out").exists(), "documents were written under a faulty profile");
    fs::remove_dir_all(&folder).expect("the folder can be removed");
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
    for file in ["esf-plus/01-title.txt", "esf-plus/overview.html", "esf-plus.en/overview.json"] {
        assert!(out.join("szydlowiec/portal").join(file).is_file(), "{file}");
    }
    fs::remove_dir_all(&out).expect("the folder can be removed");
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
    let options = ["-d", "all", "--prove", "--doc-lang", "pl,en", "--limit", "0", "--out", &folder];
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
fn the_public_edition_has_a_folder_of_its_own_and_names_nobody() {
    let out = scratch("public");
    let folder = out.to_string_lossy().into_owned();
    let build = |edition: &str| {
        let common = ["build", "samples/szydlowiec", "--to", "txt,md", "--doc-lang", "pl", "--out", &folder];
        pakt(&[common.as_slice(), &["--edition", edition]].concat()).status.code()
    };
    assert_eq!((build("full"), build("public")), (Some(0), Some(0)));
    let read = |path: PathBuf| fs::read_to_string(path).expect("the file was written");
    let full = read(out.join("szydlowiec/signature-sheet.pl.txt"));
    assert!(full.contains("Anna Kamińska"));
    for entry in fs::read_dir(out.join("szydlowiec/public")).expect("the folder was made") {
        let path = entry.expect("an entry").path();
        let text = read(path.clone());
        for name in ["Kamińska", "Zawada", "Sowa", "wspolny-kamien.example"] {
            assert!(!text.contains(name), "{}: {name}", path.display());
        }
    }
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

/// All files of a folder and the folders in it.
fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn the_public_portal_pack_named_representatives_and_contacts() {
    let out = scratch("public-portal");
    let folder = out.to_string_lossy().into_owned();
    let build = ["build", "samples/szydlowiec", "-d", "portal", "--out", &folder, "--edition"];
    let full = pakt(&[build.as_slice(), &["full"]].concat());
    assert_eq!(full.status.code(), Some(0));
    let names = ["Kamińska", "wspolny-kamien.example"];
    let texts = |folder: &str| -> String {
        let bytes = files(&out.join(folder)).into_iter().map(|path| fs::read(path).expect("a file"));
        bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
    };
    let whole = texts("szydlowiec/portal");
    assert!(names.iter().all(|name| whole.contains(name)), "the full pack names them");
    assert_eq!(pakt(&[build.as_slice(), &["public"]].concat()).status.code(), Some(0));
    let public = texts("szydlowiec/public/portal");
    assert!(!public.is_empty());
    for name in names {
        assert!(!public.contains(name), "{name}");
    }
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn the_public_edition_kept_authors_and_numbers_in_texts_unsaid() {
    let out = scratch("public-authors");
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let text = text.replace(
        "authors: [Stowarzyszenie Razem]",
        "authors: [Anna Żuk, Stowarzyszenie Razem]\n  summary: 'Zapisy: tel. 600 100 200.'",
    );
    let input = out.join("bid.yaml");
    fs::write(&input, &text).expect("the folder can be written");
    let (input, folder) =
        (input.to_string_lossy().into_owned(), out.join("made").to_string_lossy().into_owned());
    let build = ["build", &input, "-d", "summary", "--out", &folder, "--format", "short", "--edition"];
    let (report, _) = said(&pakt(&[build.as_slice(), &["full"]].concat()));
    assert!(!report.contains("WRITE-05"), "{report}");
    let (report, _) = said(&pakt(&[build.as_slice(), &["public"]].concat()));
    assert!(report.contains("WRITE-05") && report.contains("`meta/summary`"), "{report}");
    let made = files(&out.join("made/bid/public"));
    assert!(!made.is_empty());
    for path in made {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned();
        assert!(!text.contains("Żuk") && !text.contains("Anna"), "{}", path.display());
    }
    fs::remove_dir_all(&out).expect("the folder can be removed");
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
fn texts_without_a_translation_are_listed() {
    let (full, _) = said(&pakt(&["check", "samples/szydlowiec", "--lang-coverage", "--exit-zero"]));
    assert!(full.contains("komplet\n  en: "), "{full}");
    let (small, _) = said(&pakt(&["check", GOOD, "--lang-coverage", "--exit-zero"]));
    assert!(small.contains("    samples/minimal.yaml:4  meta/title\n"), "{small}");
    let (data, _) = said(&pakt(&["check", GOOD, "--lang-coverage=json", "--exit-zero"]));
    let data: serde_json::Value = serde_json::from_str(&data).expect("it is JSON");
    assert_eq!(data[0]["coverage"]["languages"][1]["lang"], "en");
    assert_eq!(code(&["check", GOOD, "--lang-coverage", "--summary"]), Some(2));
}

#[test]
fn verbs_were_silent_about_files_they_could_not_read() {
    let folder = scratch("unread");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("the folder can be written");
        path.to_string_lossy().into_owned()
    };
    let good = fs::read_to_string(GOOD).expect("the sample is there");
    let holed = good.replacen("needs", "needs\0", 1);
    let cases = [
        (file("empty.yaml", b""), 2),
        (file("binary.yaml", &[0x93, 0x00, 0xff, 0x01, 0x02].repeat(80)), 2),
        (file("nul.yaml", holed.as_bytes()), 1),
        (file("two.yaml", format!("{good}\n---\n{good}").as_bytes()), 1),
        (file("form.yaml", good.replacen("meta:", "metka: 7\nmeta:", 1).as_bytes()), 1),
    ];
    let verbs: [&[&str]; 5] = [
        &["coverage"],
        &["score"],
        &["calendar"],
        &["templates", "check"],
        &["profile", "diff", "pact", "pact"],
    ];
    for (path, expected) in &cases {
        for verb in verbs {
            let output = pakt(&[verb, &[path]].concat());
            let (told, complaint) = said(&output);
            assert_eq!(output.status.code(), Some(*expected), "{verb:?} {path}: {told}{complaint}");
            assert!(complaint.contains(": błąd "), "{verb:?} {path}: {complaint}");
            assert!(!complaint.contains(": ostrzeżenie "), "{verb:?} {path}: {complaint}");
            assert!(!told.contains("100%"), "{verb:?} {path}: {told}");
        }
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn small_slips_in_arguments_were_taken() {
    let folder = scratch("slips");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let (json, short) = (format!("json={}", path("r.json")), format!("short={}", path("./r.json")));
    assert_eq!(code(&["check", GOOD, "--report", &json, "--report", &short]), Some(2));
    assert!(!folder.join("r.json").exists());
    let new = pakt(&["new", &path("a.yaml"), "--yes", "--date", "31.12.2026"]);
    assert_eq!(new.status.code(), Some(2));
    assert!(said(&new).1.contains("2026-12-31"), "{:?}", said(&new));
    assert!(!folder.join("a.yaml").exists());
    let (told, _) = said(&pakt(&["check", "no-such-file.yaml"]));
    assert_eq!(told, "");
    for verb in [["coverage", GOOD], ["diff", GOOD]] {
        let more: &[&str] =
            if verb[0] == "diff" { &[GOOD, "--tag", "x"] } else { &["--tag", "x", "--profile", "pact"] };
        assert_eq!(code(&[verb.as_slice(), more].concat()), Some(0), "{verb:?}");
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
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
fn a_document_in_one_language_broke_an_application_in_two() {
    let folder = scratch("one-language");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    fs::create_dir_all(folder.join("own/note/pl")).expect("the folder can be made");
    let words = "{pl: Notatka, en: A note}";
    let manifest = format!(
        "title: {words}\npurpose: {words}\nreaders: {words}\nstage: initiating\nlanguages: [pl]\nsections: [{{file: 10-note, title: {words}}}]\n"
    );
    fs::write(folder.join("own/note/document.yaml"), manifest).expect("the folder can be written");
    fs::write(folder.join("own/note/pl/10-note.md"), "Treść.\n").expect("the folder can be written");
    let (own, out) = (path("own"), path("made"));
    let build = |document: &str| {
        let common = ["build", GOOD, "--templates", &own, "--doc-lang", "pl,en", "--to", "md", "--out", &out];
        pakt(&[common.as_slice(), &["--format", "short", "-d", document]].concat())
    };
    let output = build("note");
    let (report, complaint) = said(&output);
    assert_eq!(output.status.code(), Some(0), "{report}{complaint}");
    assert_eq!(report.matches("TPL-").count(), 1, "{report}");
    assert!(report.contains("warning TPL-13"), "{report}");
    assert!(folder.join("made/minimal/note.pl.md").is_file());
    assert!(!folder.join("made/minimal/note.en.md").exists());
    let (report, _) = said(&build("all"));
    assert!(!report.contains("TPL-07") && !report.contains("TPL-13"), "{report}");
    assert_eq!(code(&["templates", "check", GOOD, "--templates", &own]), Some(0));
    let (list, _) = said(&pakt(&["templates", "list", "--templates", &own]));
    assert!(list.contains("note  Notatka  (pl)"), "{list}");
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[cfg(unix)]
#[test]
fn a_named_pipe_was_waited_for_without_end() {
    let folder = scratch("pipe");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let made = Command::new("mkfifo").arg(path("ff.yaml")).status().expect("mkfifo starts");
    assert!(made.success());
    let using = fs::read_to_string(GOOD).expect("the sample is there") + "\nuse: [ff.yaml, none.yaml]\n";
    fs::write(folder.join("using.yaml"), using).expect("the folder can be written");
    fs::create_dir_all(folder.join("own/summary/pl")).expect("the folder can be made");
    let pipe = folder.join("own/summary/pl/10-summary.md");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo starts").success());

    for (lang, told) in [("pl", "to nie jest plik"), ("en", "this is no file")] {
        let output = pakt(&["check", &path("ff.yaml"), "--lang", lang]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).1.contains(told), "{:?}", said(&output));
    }
    let output = pakt(&["check", &path("using.yaml"), "--format", "short"]);
    let (report, _) = said(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(report.contains("KEY-10") && report.contains("to nie jest plik"), "{report}");
    assert!(report.contains("nie ma takiego pliku") && !report.contains("os error"), "{report}");
    assert_eq!(code(&["build", GOOD, "--templates", &path("own"), "--out", &path("made")]), Some(2));
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn the_public_report_on_the_check_called_persons_by_name() {
    let out = scratch("public-check");
    let text = fs::read_to_string(GOOD).expect("the sample is there");
    let text = text.replacen("function: prezeska, mandate: KRS, signs", "function: prezeska, signs", 1);
    let input = out.join("bid.yaml");
    fs::write(&input, &text).expect("the folder can be written");
    let (input, folder) =
        (input.to_string_lossy().into_owned(), out.join("made").to_string_lossy().into_owned());
    let build = ["build", &input, "-d", "validation-report", "--to", "md", "--out", &folder, "--edition"];
    pakt(&[build.as_slice(), &["full"]].concat());
    pakt(&[build.as_slice(), &["public"]].concat());
    let read = |path: &str| fs::read_to_string(out.join(path)).expect("the report was written");
    assert!(read("made/bid/validation-report.pl.md").contains("Anna Nowak"));
    assert!(!read("made/bid/public/validation-report.pl.md").contains("Nowak"));
    fs::remove_dir_all(&out).expect("the folder can be removed");
}

#[test]
fn a_refused_pdf_leaves_the_former_file() {
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
    let built = pakt(&["build", &paths[0], "-d", "validation-report", "--to", "pdf", "-o", &paths[1]]);
    assert_eq!(built.status.code(), Some(1), "{:?}", said(&built));
    assert!(said(&built).1.contains("WRITE-02") || said(&built).0.contains("WRITE-02"), "{:?}", said(&built));
    assert_eq!(fs::read_to_string(&former).expect("it is there"), "former");
    fs::remove_dir_all(folder).expect("the test made it");
}
