//! `pakt new`.

use std::fs;

use crate::{code, pakt, said, scratch};

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

/// Writes values into the fields of a skeleton that are still empty, each field searched for behind the last one; a
/// longer text goes below its `|`.
fn filled(skeleton: &str, values: &[(&str, &str)]) -> String {
    let mut lines: Vec<String> = skeleton.lines().map(str::to_owned).collect();
    let mut from = 0;
    for (key, value) in values {
        let is_it = |line: &String| {
            let bare = line.split('#').next().unwrap_or_default().trim().trim_start_matches("- ");
            bare == format!("{key}:") || bare == format!("{key}: |")
        };
        let at = lines[from..].iter().position(is_it).unwrap_or_else(|| panic!("no empty {key} is left"));
        let at = from + at;
        let line = lines[at].split('#').next().unwrap_or_default().trim_end().to_owned();
        let column = line.len() - line.trim_start().len() + if line.contains("- ") { 2 } else { 0 };
        match line.ends_with('|') {
            true => lines.insert(at + 1, format!("{}{value}", " ".repeat(column + 2))),
            false => lines[at] = format!("{line} {value}"),
        }
        from = at + 1;
    }
    lines.join("\n") + "\n"
}

/// Makes a skeleton, fills it, and returns what its one document says, once nothing is missing any more.
fn finished(aim: &str, document: &str, values: &[(&str, &str)]) -> String {
    let folder = scratch(&format!("new-{aim}"));
    let home = folder.join("moje").to_string_lossy().into_owned();
    assert_eq!(code(&["new", &home, "--for", aim, "--yes", "--lang", "pl"]), Some(0));
    let file = folder.join("moje/pakt.yaml");
    let skeleton = fs::read_to_string(&file).expect("it was made");
    fs::write(&file, filled(&skeleton, values)).expect("it can be written");
    let (report, _) = said(&pakt(&["check", &home]));
    assert_eq!(code(&["check", &home]), Some(0), "{report}");
    let out = folder.join("out").to_string_lossy().into_owned();
    let built = pakt(&["build", &home, "--to", "txt,html", "-o", &out]);
    assert_eq!(built.status.code(), Some(0), "{:?}", said(&built));
    let paper = folder.join("out/moje").join(format!("{document}.pl.txt"));
    let text = fs::read_to_string(&paper).expect("the document that was wanted is made");
    let others = fs::read_dir(folder.join("out/moje")).expect("a folder").count();
    assert_eq!(others, 3, "two forms of one document and the list of the set");
    fs::remove_dir_all(folder).expect("the folder can be removed");
    assert!(!text.contains("BRAK"), "{text}");
    text
}

#[test]
fn a_letter_of_intent_takes_fifteen_values() {
    let values = [
        ("tytuł", "Praca po naszej stronie rzeki"),
        ("nazwa", "Partnerstwo „Most”"),
        ("nazwa", "Stowarzyszenie „Razem”"),
        ("nazwa", "Anna Nowak"),
        ("funkcja", "prezeska"),
        ("umocowanie", "wpis do KRS"),
        ("nazwa", "Gmina Nadrzecze"),
        ("nazwa", "Jan Kos"),
        ("funkcja", "wójt"),
        ("umocowanie", "zaświadczenie o wyborze"),
        ("nazwa", "gmina Nadrzecze"),
        ("tytuł", "Młodzi ludzie wyjeżdżają, bo nie znajdują pracy na miejscu"),
        ("tytuł", "Do końca 2028 roku 30 osób pracuje w gminie"),
        ("od", "1 marca 2027 r."),
        ("do", "31.12.2028"),
    ];
    assert!(values.len() <= 15);
    let text = finished("letter", "letter-of-intent", &values);
    for part in
        ["Stowarzyszenie „Razem”", "Gmina Nadrzecze", "30 osób pracuje", "1 marca 2027", "Anna Nowak", "wójt"]
    {
        assert!(text.replace('\u{a0}', " ").contains(part), "{part}: {text}");
    }
}

#[test]
fn an_untouched_skeleton_has_no_fault_and_says_what_to_write_first() {
    for lang in ["pl", "en"] {
        for aim in ["letter", "pact", "bid", "all"] {
            let folder = scratch(&format!("untouched-{aim}-{lang}"));
            let home = folder.join("x").to_string_lossy().into_owned();
            assert_eq!(code(&["new", &home, "--for", aim, "--yes", "--lang", lang]), Some(0));
            let (report, _) = said(&pakt(&["check", &home]));
            assert!(report.lines().count() <= 25, "{} lines\n{report}", report.lines().count());
            let errors = ["błąd[", "error["];
            assert!(!errors.iter().any(|error| report.contains(error)), "{report}");
            assert_eq!(code(&["check", &home]), Some(1), "something that is wanted is missing");
            fs::remove_dir_all(folder).expect("the folder can be removed");
        }
    }
}

#[test]
fn an_application_starts_from_a_sample_or_from_an_older_one() {
    let folder = scratch("from");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    for sample in ["gmina", "szydlowiec", "minimal"] {
        assert_eq!(code(&["new", &path(sample), "--example", sample]), Some(0));
        let (report, complaint) = said(&pakt(&["check", &path(sample), "--format", "short"]));
        assert!(!report.contains(" error "), "{report}{complaint}");
    }
    assert_eq!(code(&["new", &path("next"), "--from", &path("gmina")]), Some(0));
    let names = |name: &str| {
        let mut names: Vec<_> = crate::files(&folder.join(name))
            .iter()
            .map(|file| file.strip_prefix(folder.join(name)).expect("inside").to_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("next"), names("gmina"));
    let (_, complaint) = said(&pakt(&["new", &path("other"), "--example", "nic"]));
    assert!(complaint.contains("gmina") && complaint.contains("szydlowiec"), "{complaint}");
    assert_eq!(code(&["new", &path("split"), "--for", "bid", "--yes", "--split", "--lang", "pl"]), Some(0));
    assert!(names("split").iter().any(|name| name.ends_with("partnerzy.yaml")), "{:?}", names("split"));
    let (report, _) = said(&pakt(&["check", &path("split"), "--format", "short"]));
    assert!(!report.contains(" error "), "{report}");
}

#[test]
fn a_pact_takes_sixty_values() {
    let second = "Strategia województwa stawia na aktywność zawodową mieszkańców, a staże w gminie są do niej najkrótszą drogą.";
    let argument = "Pakt służy temu celowi wprost: osoby bez pracy z gminy zdobywają zawód u miejscowych pracodawców i zostają na miejscu.";
    let values = [
        ("tytuł", "Pakt na rzecz pracy w gminie Nadrzecze"),
        ("nazwa", "Partnerstwo „Most”"),
        ("od", "01.02.2027"),
        ("do", "31.12.2029"),
        ("przystąpienie", "Przystąpić może każda instytucja z gminy za zgodą zgromadzenia."),
        ("wystąpienie", "Partner występuje pisemnie, z miesięcznym wyprzedzeniem."),
        ("nazwa", "Stowarzyszenie „Razem”"),
        ("rodzaj", "instytucja szkoleniowa"),
        ("sektor", "społeczny"),
        ("rola", "Prowadzi pakt i doradza osobom bez pracy."),
        ("nazwa", "Anna Nowak"),
        ("funkcja", "prezeska"),
        ("umocowanie", "wpis do KRS"),
        ("nazwa", "Gmina Nadrzecze"),
        ("rodzaj", "samorząd gminy"),
        ("sektor", "publiczny"),
        ("rola", "Udostępnia sale i zaprasza mieszkańców."),
        ("nazwa", "Jan Kos"),
        ("funkcja", "wójt"),
        ("umocowanie", "zaświadczenie o wyborze"),
        ("nazwa", "Piekarnia „Żytnia”"),
        ("rodzaj", "firma"),
        ("sektor", "biznes"),
        ("rola", "Przyjmuje na staż i zatrudnia."),
        ("nazwa", "Ewa Lis"),
        ("umocowanie", "wpis do CEIDG"),
        ("nazwa", "gmina Nadrzecze"),
        ("poziom", "gmina"),
        ("tytuł", "Młodzi ludzie wyjeżdżają, bo nie znajdują pracy na miejscu"),
        ("tytuł", "Bezrobocie rejestrowane w powiecie"),
        ("wydawca", "Powiatowy Urząd Pracy"),
        ("data", "31.12.2026"),
        ("miara", "stopa bezrobocia rejestrowanego"),
        ("wartość", "9,4"),
        ("nazwa", "osoby bezrobotne do 30. roku życia"),
        ("razem", "40"),
        ("tytuł", "Do końca 2029 roku 30 osób pracuje w gminie"),
        ("tytuł", "Staże u miejscowych pracodawców"),
        ("nazwa", "Liczba osób pracujących sześć miesięcy po stażu"),
        ("wartość_docelowa", "30"),
        ("źródło", "umowy o pracę"),
        ("nazwa", "Liczba osób, które ukończyły staż"),
        ("wartość_docelowa", "40"),
        ("źródło", "zaświadczenia"),
        ("tytuł", "Krajowa Strategia Rozwoju Regionalnego 2030"),
        ("tekst", "Wzmacnianie szans rozwojowych obszarów słabszych gospodarczo"),
        ("cytat", "s. 34"),
        ("tytuł", "Strategia rozwoju województwa mazowieckiego 2030+"),
        ("tekst", "Wzrost aktywności zawodowej mieszkańców"),
        ("cytat", "s. 51"),
        ("uzasadnienie", argument),
        ("uzasadnienie", second),
        ("od", "01.02.2027"),
        ("do", "31.12.2029"),
        ("strategia_wyjścia", "Staże prowadzi dalej gmina, a doradztwo stowarzyszenie."),
        ("deklaracja", "Postanawiamy wspólnie, że młodzi ludzie znajdą w gminie pracę."),
        ("od", "01.02.2027"),
        ("do", "31.12.2029"),
        ("data", "15.01.2027"),
        ("miejsce", "Nadrzecze"),
    ];
    assert!(values.len() <= 60, "{}", values.len());
    let text = finished("pact", "employment-pact", &values).replace('\u{a0}', " ");
    for part in [
        "Piekarnia „Żytnia”",
        "30 osób pracuje",
        "Staże u miejscowych",
        "31 grudnia 2029",
        "Anna Nowak",
        "Postanawiamy wspólnie",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_paper_that_is_wanted_bears_its_own_day() {
    let folder = scratch("own-day");
    let good = fs::read_to_string(crate::GOOD).expect("the sample is there");
    let file = folder.join("a.yaml");
    let papers = "dokumenty:\n  streszczenie: {data: 7 maja 2026}\n  list-intencyjny:\n\nmeta:";
    fs::write(&file, good.replacen("meta:", papers, 1)).expect("it can be written");
    let (input, out) = (file.to_string_lossy(), folder.join("out").to_string_lossy().into_owned());
    let built = pakt(&["build", &input, "--to", "txt", "-o", &out]);
    assert_eq!(built.status.code(), Some(0), "{:?}", said(&built));
    let text = |name: &str| {
        fs::read_to_string(folder.join("out/a").join(name)).expect("it is made").replace('\u{a0}', " ")
    };
    assert!(text("summary.pl.txt").contains("7 maja 2026"), "{}", text("summary.pl.txt"));
    // The other leaves a line for its own: the application is of another day.
    assert!(text("letter-of-intent.pl.txt").contains("data: …"), "{}", text("letter-of-intent.pl.txt"));
    assert!(!text("letter-of-intent.pl.txt").contains("1 marca 2026"));
    fs::write(&file, good.replacen("meta:", "papers: {summry: {}}\nmeta:", 1)).expect("it can be written");
    let (told, _) = said(&pakt(&["check", &input, "--format", "short"]));
    assert!(told.contains("TPL-10") && told.contains("summry"), "{told}");
}

/// What two people typed at the first go (tests/load/first): how much of it may be wrong, and how long the report may be.
#[test]
fn a_first_attempt_is_told_in_a_few_screens_and_half_of_it_mends_itself() {
    for (name, most) in [("esf", 40), ("pact", 20)] {
        let folder = scratch(&format!("first-{name}"));
        let file = folder.join(format!("{name}.yaml"));
        let typed = fs::read(format!("tests/load/first/{name}.yaml")).expect("the attempt can be read");
        fs::create_dir_all(&folder).expect("the folder can be made");
        fs::write(&file, typed).expect("it can be written");
        let path = file.to_string_lossy().into_owned();
        let errors = || {
            let (report, _) = said(&pakt(&["check", &path, "--format", "short", "--limit", "0"]));
            report.lines().filter(|line| line.contains(" error ")).count()
        };
        let (report, _) = said(&pakt(&["check", &path]));
        assert!(report.lines().count() <= 250, "{} lines\n{report}", report.lines().count());
        assert!((1..=most).contains(&errors()), "{}", errors());
        let (report, complaint) = said(&pakt(&["check", &path, "--fix"]));
        assert!(errors() <= most / 2, "{} left\n{report}{complaint}", errors());
        fs::remove_dir_all(folder).expect("the folder can be removed");
    }
}
