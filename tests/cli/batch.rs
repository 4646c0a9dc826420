//! Many applications in one command: order, what is broken among them, several profiles, what is said of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::{GOOD, files, pakt, program, said, scratch};

/// How many applications there are, and which are broken: by their form, by a reference, by nonsense.
const ALL: usize = 9;
const BROKEN: [(usize, &str, &str); 3] =
    [(2, "meta:\n", "meta: [\n"), (5, "needs: [N1]", "needs: [N9]"), (7, "meta:\n", "\u{0}\u{0}: }{\n")];

fn applications(folder: &Path) {
    let good = fs::read_to_string(GOOD).expect("the sample is there");
    for at in 0..ALL {
        let mut text = good.replace("title: ", &format!("title: {at}. "));
        for (_, from, to) in BROKEN.iter().filter(|(broken, _, _)| *broken == at) {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        fs::write(folder.join(format!("w{at}.yaml")), text).expect("the folder can be written");
    }
}

/// Builds all of a folder's applications with so many threads; its report, and its files by their paths.
fn built(folder: &Path, jobs: &str) -> (Output, BTreeMap<PathBuf, Vec<u8>>) {
    let out = folder.join("out");
    let _ = fs::remove_dir_all(&out);
    let reports = ["json", "sarif", "junit", "gitlab", "short"];
    let reports: Vec<String> =
        reports.iter().map(|form| format!("--report={form}=out/report.{form}")).collect();
    let mut arguments =
        vec!["build", ".", "--to", "html,txt", "--jobs", jobs, "-d", "summary,validation-report"];
    arguments.extend(reports.iter().map(String::as_str));
    let output = program(&arguments).current_dir(folder).output().expect("the program starts");
    let bytes = |path: PathBuf| (path.clone(), fs::read(path).expect("a file"));
    (output, files(&out).into_iter().map(bytes).collect())
}

#[test]
fn many_applications_are_told_of_in_order_whatever_the_number_of_threads() {
    let folder = scratch("many");
    applications(&folder);
    let (alone, files_alone) = built(&folder, "1");
    assert_eq!(alone.status.code(), Some(1), "{:?}", said(&alone));
    let whole = (0..ALL).filter(|at| folder.join(format!("out/w{at}/summary.pl.html")).is_file());
    let broken: Vec<usize> = BROKEN.iter().map(|(at, _, _)| *at).collect();
    assert_eq!(whole.collect::<Vec<_>>(), (0..ALL).filter(|at| !broken.contains(at)).collect::<Vec<_>>());
    let out = folder.join("out").to_string_lossy().into_owned();
    assert_eq!(pakt(&["verify", &out]).status.code(), Some(0));
    let report = fs::read_to_string(folder.join("out/report.json")).expect("the report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let names: Vec<&str> =
        report["inputs"].as_array().expect("a list").iter().filter_map(|own| own["name"].as_str()).collect();
    assert_eq!(names, (0..ALL).map(|at| format!("./w{at}.yaml")).collect::<Vec<_>>());
    for jobs in ["2", "5"] {
        let (output, files) = built(&folder, jobs);
        assert_eq!(said(&output).0, said(&alone).0, "{jobs}");
        assert_eq!(output.status.code(), Some(1));
        assert!(files == files_alone, "the files of {jobs} threads differ from those of one");
    }
}

#[test]
fn one_that_cannot_be_read_kept_the_others_of_its_folder_back() {
    let folder = scratch("kept-back");
    applications(&folder);
    fs::create_dir(folder.join("w8.d")).expect("a folder");
    fs::create_dir(folder.join("w8.d/pakt.yaml")).expect("a folder");
    let output = program(&["check", "."]).current_dir(&folder).output().expect("the program starts");
    let (told, complaint) = said(&output);
    assert_eq!(output.status.code(), Some(2), "{complaint}");
    assert!(told.contains(&format!("{ALL} wniosków")), "{told}{complaint}");
    assert!(complaint.contains("nie można odczytać ./w8.d/pakt.yaml: to nie jest plik"), "{complaint}");
    assert!(complaint.contains("[1/10] ./w0.yaml: błędy 0"), "{complaint}");
}

#[test]
fn a_quiet_run_says_what_decides_and_no_more() {
    assert_eq!(said(&pakt(&["check", GOOD, "-q"])), (String::new(), String::new()));
    let folder = scratch("quiet");
    applications(&folder);
    let output = program(&["check", "-q", "."]).current_dir(&folder).output().expect("the program starts");
    let (told, complaint) = said(&output);
    assert_eq!((output.status.code(), complaint.as_str()), (Some(1), ""));
    assert!(told.contains("błąd[") && !told.contains("ostrzeżenie[") && !told.contains("rada["), "{told}");
    let built = pakt(&[
        "build",
        GOOD,
        "-q",
        "--to",
        "txt",
        "-d",
        "summary",
        "-o",
        &folder.join("out").to_string_lossy(),
    ]);
    assert_eq!(said(&built), (String::new(), String::new()));
}

#[test]
fn several_profiles_have_a_folder_each() {
    let folder = scratch("profiles");
    let out = folder.to_string_lossy().into_owned();
    let build = |more: &[&str]| {
        pakt(
            &[&["build", GOOD, "--draft", "--exit-zero", "-d", "summary", "--to", "txt", "-o", &out], more]
                .concat(),
        )
    };
    assert_eq!(build(&["--profile", "pact"]).status.code(), Some(0));
    assert!(folder.join("minimal/manifest.json").is_file());
    fs::remove_dir_all(folder.join("minimal")).expect("the folder can be removed");
    let both = build(&[
        "--profile",
        "pact",
        "--profile",
        "neutral",
        "--table",
        &folder.join("t.json").to_string_lossy(),
    ]);
    let (told, complaint) = said(&both);
    for profile in ["pact", "neutral"] {
        let list = fs::read_to_string(folder.join("minimal").join(profile).join("manifest.json"));
        let list: serde_json::Value = serde_json::from_str(&list.expect("a list")).expect("JSON");
        assert_eq!(list["made_of"]["profile"], profile);
        assert!(
            complaint.contains(&format!("samples/minimal.yaml --profile {profile}")),
            "{told}{complaint}"
        );
    }
    let table = fs::read_to_string(folder.join("t.json")).expect("the table");
    let table: serde_json::Value = serde_json::from_str(&table).expect("JSON");
    assert_eq!((table[0]["papers"].as_u64(), table[1]["papers"].as_u64()), (Some(1), Some(1)));
    assert!(table[0]["bytes"].as_u64() > Some(1000) && table[0]["seconds"].is_f64());
    assert_eq!(pakt(&["verify", &out]).status.code(), Some(0));
    assert_eq!(build(&["--profile", "pact", "--profile", "pact"]).status.code(), Some(2));
}

#[test]
fn a_file_that_holds_the_same_keeps_its_time() {
    let folder = scratch("same");
    let out = folder.to_string_lossy().into_owned();
    let report = format!("json={}", folder.join("report.json").to_string_lossy());
    let build =
        || pakt(&["build", GOOD, "-d", "summary", "--to", "txt,html", "-o", &out, "--report", &report]);
    let times = || -> Vec<_> {
        let time =
            |path: PathBuf| fs::metadata(&path).and_then(|data| data.modified()).map(|time| (path, time));
        files(&folder).into_iter().map(|path| time(path).expect("a time")).collect()
    };
    build();
    let before = times();
    assert_eq!(before.len(), 4);
    std::thread::sleep(std::time::Duration::from_millis(20));
    build();
    assert_eq!(times(), before);
}

#[test]
fn the_summary_of_a_step_holds_what_annotations_leave_out() {
    let folder = scratch("step");
    let summary = folder.join("summary.md");
    fs::write(&summary, "before\n").expect("a file");
    let mut command = program(&["check", "samples/faulty"]);
    command.env("GITHUB_ACTIONS", "true").env("GITHUB_STEP_SUMMARY", &summary);
    let output = command.output().expect("the program starts");
    let (told, _) = said(&output);
    for kind in ["::error ", "::warning ", "::notice "] {
        assert!(told.lines().filter(|line| line.starts_with(kind)).count() <= 10, "{told}");
    }
    let shown = told
        .lines()
        .filter(|line| line.starts_with("::") && !line.starts_with("::notice title=pakt::"))
        .count();
    let text = fs::read_to_string(&summary).expect("the summary");
    assert!(text.starts_with("before\n| wniosek | błędy |"), "{text}");
    let all = text.lines().filter(|line| line.starts_with("- ")).count();
    assert!(all > shown && told.contains(&format!("{} uwag", all - shown)), "{all} {shown} {told}");
}

#[test]
fn a_number_of_threads_out_of_bounds_was_told_without_them() {
    for jobs in ["0", "65536", "dwa"] {
        let output = pakt(&["check", GOOD, "--jobs", jobs, "--lang", "pl"]);
        let told = said(&output).1;
        assert!(told.contains(&format!("--jobs: „{jobs}” to nie liczba od 1 do 65535")), "{told}");
        assert_eq!(output.status.code(), Some(2));
    }
}
