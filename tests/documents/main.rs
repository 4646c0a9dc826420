//! Every document of every sample against its golden file, and what no document may hold.
//!
//! `UPDATE=1 cargo test --test documents` rewrites the golden files.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

mod agree;
mod costly;
mod figures;
mod notes;
mod origins;
mod overrides;
mod portal;
mod shares;
mod style;
mod typed;

use std::path::{Path, PathBuf};
use std::{env, fs};

use pakt::inside::context::{Context, Mode};
use pakt::inside::facts::Facts;
use pakt::inside::joining::{Files, Loaded, load};
use pakt::inside::lang::Lang;
use pakt::inside::pipeline::{self, Options};
use pakt::inside::profile::{self, Profile};
use pakt::inside::templates::{Layers, Library, Of};
use pakt::inside::yaml::Input;

struct Folder(PathBuf);

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, pakt::inside::diagnostic::Value> {
        fs::read(self.0.join(path)).map_err(|error| error.to_string().into())
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn input(path: &Path) -> Input {
    let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    Input { name, bytes: fs::read(path).expect("the sample can be read") }
}

/// Reads a sample.
fn sample(path: &Path) -> Loaded {
    let (parts, folder) = parts(path);
    load(parts, &folder)
}

/// Returns the files of a sample: one, or those of a folder with `pakt.yaml` first.
fn parts(path: &Path) -> (Vec<Input>, Folder) {
    if path.is_file() {
        let folder = path.parent().expect("a file lies in a folder").to_owned();
        return (vec![input(path)], Folder(folder));
    }
    let mut parts: Vec<PathBuf> = fs::read_dir(path)
        .expect("the sample is a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    parts.sort_by_key(|path| (!path.ends_with("pakt.yaml"), path.clone()));
    (parts.iter().map(|path| input(path)).collect(), Folder(path.to_owned()))
}

/// Returns the samples that are applications, by name.
fn samples() -> Vec<(String, PathBuf)> {
    let mut samples: Vec<(String, PathBuf)> = fs::read_dir(root().join("samples"))
        .expect("there are samples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file() || path.join("pakt.yaml").is_file())
        .map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path))
        .filter(|(name, path)| {
            name != "faulty"
                && (path.is_dir() || path.extension().is_some_and(|extension| extension == "yaml"))
        })
        .collect();
    samples.sort();
    samples
}

/// Returns the profile under which the papers are filled in: what law demands of any agreement.
fn neutral() -> &'static Profile {
    profile::named("neutral").expect("it is shipped")
}

/// Fills every document of every sample in, in both languages.
fn documents() -> Vec<(String, String, Lang)> {
    let library = Library::shipped();
    let mut documents = Vec::new();
    for (name, path) in samples() {
        let loaded = sample(&path);
        let facts = Facts::of(&loaded.application);
        for lang in Lang::ALL {
            let context = Context::of(&facts, lang, Mode::Final).0.under(neutral());
            for manifest in library.documents() {
                if manifest.of == Of::Check {
                    let file = format!("{name}/{}.{}.md", manifest.id, lang.code());
                    documents.push((file, of_check(&name, &path, &library, &manifest.id, lang), lang));
                    continue;
                }
                for (paper, context) in manifest.papers(&context) {
                    let rendered = library.render(&manifest.id, &context).unwrap_or_else(|faults| {
                        let told: Vec<String> = faults
                            .iter()
                            .map(|fault| {
                                format!("{}:{:?}: {}", fault.file, fault.position(), fault.message(Lang::En))
                            })
                            .collect();
                        panic!("{}", told.join("\n"))
                    });
                    let file = format!("{name}/{paper}.{}.md", lang.code());
                    documents.push((file, rendered.markdown, lang));
                }
            }
        }
    }
    documents
}

/// A sheet is under one deed: it names the version by the hash of the text that pakt itself writes of it.
#[test]
fn a_signature_sheet_bears_the_hash_of_its_deed() {
    use pakt::inside::write;
    use sha2::{Digest, Sha256};
    let library = Library::shipped();
    let (parts, folder) = parts(&root().join("samples/szydlowiec"));
    let run = pipeline::read("szydlowiec", parts, &folder, &Options::default());
    let filled = |id: &str| run.fill(&library, id, Lang::Pl, Mode::Final).expect("shipped templates fill in");
    let sheets = filled("signature-sheet");
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.stem.as_str()).collect();
    let ids = ["pact", "X1", "X2", "X3"].map(|id| format!("signature-sheet-{id}.pl"));
    assert_eq!(names, ids);
    let deeds = ["employment-pact", "letter-of-intent", "partnership-agreement", "rules-of-procedure"];
    for (sheet, deed) in sheets.iter().zip(deeds) {
        let text = write::text(&filled(deed)[0].paper.document);
        let hash: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(sheet.paper.rendered.markdown.contains(&hash), "{deed}");
    }
    let rules = &sheets[3].paper.rendered.markdown;
    assert!(rules.contains("Jan Kowalik") && !rules.contains("Adam Skała"), "{rules}");
}

/// Fills the paper on the check in: what it quotes is told in its language.
fn of_check(name: &str, path: &Path, library: &Library, id: &str, lang: Lang) -> String {
    let (parts, folder) = parts(path);
    let options = Options { lang: Some(lang), ..Options::default() };
    let run = pipeline::read(name, parts, &folder, &options);
    let filled = run.fill(library, id, lang, Mode::Final).expect("shipped templates fill in");
    filled.into_iter().map(|filled| filled.paper.rendered.markdown).collect()
}

#[test]
fn documents_are_as_they_were() {
    let golden = root().join("tests/golden");
    let update = env::var_os("UPDATE").is_some();
    let mut changed = Vec::new();
    for (file, text, _) in documents() {
        let path = golden.join(&file);
        let known = fs::read_to_string(&path).unwrap_or_default();
        if known == text {
            continue;
        }
        if update {
            fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
            fs::write(&path, &text).expect("the golden file can be written");
        } else {
            let difference = difference(&file, &known, &text);
            changed.push((file, difference));
        }
    }
    // Three say what happened; the names of the others say how far it goes.
    let shown = changed.iter().take(3).map(|(_, difference)| difference.as_str()).collect::<String>();
    let names: Vec<&str> = changed.iter().map(|(file, _)| file.as_str()).collect();
    let named = names.join("\n");
    assert!(changed.is_empty(), "{shown}{} changed; UPDATE=1 rewrites them:\n{named}", names.len());
}

/// Returns the first places where a text is no longer as it was, each with three lines about it.
fn difference(file: &str, known: &str, text: &str) -> String {
    let whole = similar::TextDiff::from_lines(known, text);
    let hunks: Vec<String> =
        whole.unified_diff().context_radius(3).iter_hunks().map(|hunk| hunk.to_string()).collect();
    let more = hunks.len().saturating_sub(3);
    let more = if more > 0 { format!("@@ and {more} more @@\n") } else { String::new() };
    format!("--- {file}\n{}{more}", hunks.into_iter().take(3).collect::<String>())
}

#[test]
fn a_changed_document_shows_its_difference() {
    let known = "# A\n\none\ntwo\nthree\nfour\n";
    let shown = difference("a/b.pl.md", known, &known.replace("three", "tree"));
    assert_eq!(shown, "--- a/b.pl.md\n@@ -2,5 +2,5 @@\n \n one\n two\n-three\n+tree\n four\n");
}

#[test]
fn what_is_shipped_has_no_fault() {
    let (library, faults) = Library::new(Layers::over_shipped(Vec::new()));
    let told: Vec<String> =
        faults.iter().map(|fault| format!("{}: {}", fault.file, fault.message(Lang::En))).collect();
    assert_eq!(told, [""; 0]);
    assert!(!library.documents().is_empty());
}

/// A pact is an accord and no project: its own phrases never call it one, whatever its authors do.
#[test]
fn a_pact_never_calls_itself_a_project() {
    for lang in Lang::ALL {
        let folder = root().join("templates/employment-pact").join(lang.code());
        let mut files = 0;
        for entry in fs::read_dir(folder).expect("there are templates") {
            let path = entry.expect("an entry").path();
            let text = fs::read_to_string(&path).expect("the template can be read").to_lowercase();
            assert!(!text.contains("projekt") && !text.contains("project"), "{}", path.display());
            assert!(!text.contains("esf-justification/"), "{}", path.display());
            files += 1;
        }
        assert_eq!(files, 25, "P1 to P22, what cooperation gives, the history, where clauses come from");
    }
}

/// An agreement names each point of the law that nobody has worded, and has no place to sign then.
#[test]
fn an_agreement_without_clauses_marks_what_the_profile_demands() {
    let loaded = sample(&root().join("samples/minimal.yaml"));
    let facts = Facts::of(&loaded.application);
    let profile = pakt::inside::profile::named("esf-plus").expect("the profile is shipped");
    let text = |mode: Mode| {
        let context = Context::of(&facts, Lang::Pl, mode).0.under(profile);
        Library::shipped().render("partnership-agreement", &context).expect("it fills in").markdown
    };
    for text in [text(Mode::Draft), text(Mode::Final)] {
        for point in 1..=6 {
            let gap = format!("BRAK – wymagane: art. 39 ust. 9 pkt {point}");
            assert!(text.contains(&gap), "{gap}");
        }
        assert!(!text.contains("```signatures") && text.contains("Czego brakuje umowie"));
    }
}

/// What the library words needs no words of one's own, and one's own words stand before the library's.
#[test]
fn an_agreement_takes_clauses_from_the_library() {
    let taken = "take: art39@1, drop: [ip], clauses: {breach: Strona płaci karę umowną.}";
    let text = fs::read_to_string(root().join("samples/minimal.yaml")).expect("the sample can be read");
    let bytes = format!("{text}\nagreement: {{lead: P1, {taken}}}\n").into_bytes();
    let loaded = load(vec![Input { name: "pakt.yaml".to_owned(), bytes }], &Folder(root().join("samples")));
    let context = Context::of(&Facts::of(&loaded.application), Lang::Pl, Mode::Final).0.under(neutral());
    let text = Library::shipped().render("partnership-agreement", &context).expect("it fills in").markdown;
    assert!(text.contains("art. 39 ustawy z dnia 28 kwietnia 2022 r.") && !text.contains("BRAK"));
    assert!(text.contains("Strona płaci karę umowną.") && !text.contains("naprawia szkodę"));
    assert!(text.contains("reguła proporcjonalności") && !text.contains("polach eksploatacji"));
    assert!(text.contains("```signatures") && text.contains("Żadnej z tych klauzul nie sprawdził prawnik"));
}

/// Every profile but the general one and the pact's is one of the European Social Fund.
#[test]
fn an_agreement_is_offered_under_every_profile_of_the_fund() {
    use pakt::inside::model::Stage;
    let library = Library::shipped();
    let agreement = library.document("partnership-agreement").expect("it is shipped");
    for id in pakt::inside::profile::ids() {
        let profile = pakt::inside::profile::named(id).expect("the profile is shipped");
        let of_fund = !matches!(id, "neutral" | "pact");
        assert_eq!(agreement.is_offered(Some(Stage::Managing), profile), of_fund, "{id}");
        assert!(!agreement.is_offered(Some(Stage::Organising), profile), "{id}");
    }
}

/// The small sample has an own contribution among its sources and not on its lines: what grant each
/// partner gets is then not known, and no contract may say it.
#[test]
fn an_agreement_states_no_grant_that_the_lines_do_not_give() {
    let agreements = |sample: &str| -> Vec<String> {
        let name = format!("{sample}/partnership-agreement.pl.md");
        documents().into_iter().filter(|(file, ..)| *file == name).map(|(_, text, _)| text).collect()
    };
    let (small, full) = (agreements("minimal"), agreements("szydlowiec"));
    let grant = "171\u{a0}000,00";
    assert!(small.iter().all(|text| text.contains("| Strona | Wydatki |\n") && text.contains(grant)));
    let head = "| Wydatki | W tym wkład własny | Dofinansowanie |\n";
    assert!(full.iter().all(|text| text.contains(head) && text.contains("1\u{a0}641\u{a0}942,00")));
    assert_eq!((small.len(), full.len()), (1, 1));
}

#[test]
fn every_document_becomes_a_tree_without_a_fault() {
    let library = Library::shipped();
    for (name, path) in samples() {
        let loaded = sample(&path);
        let facts = Facts::of(&loaded.application);
        for lang in Lang::ALL {
            for mode in [Mode::Final, Mode::Draft] {
                let (context, _) = Context::of(&facts, lang, mode);
                for manifest in library.documents() {
                    for (file, context) in manifest.papers(&context) {
                        let paper = library.paper(&manifest.id, &context).expect("shipped templates fill in");
                        let told: Vec<String> =
                            paper.faults.iter().map(|fault| fault.message(Lang::En)).collect();
                        assert_eq!(told, [""; 0], "{name}/{file}");
                        assert!(!paper.document.blocks.is_empty());
                    }
                }
            }
        }
    }
}

#[test]
fn an_empty_application_gives_documents_too() {
    let loaded =
        load(vec![Input { name: "empty.yaml".into(), bytes: b"meta: {lang: pl}".to_vec() }], &Folder(root()));
    let facts = Facts::of(&loaded.application);
    for lang in Lang::ALL {
        for mode in [Mode::Final, Mode::Draft] {
            let (context, _) = Context::of(&facts, lang, mode);
            for manifest in Library::shipped().documents() {
                Library::shipped().paper(&manifest.id, &context).expect("shipped templates fill in");
            }
        }
    }
}

#[test]
fn a_self_assessment_names_no_member_of_the_team() {
    let yaml =
        "partnership:\n  team:\n    - {name: Tajna Osoba, function: tajna funkcja, traits: [good_humour]}\n";
    let input = Input { name: "team.yaml".into(), bytes: yaml.as_bytes().to_vec() };
    let loaded = load(vec![input], &Folder(root()));
    let (context, _) = Context::of(&Facts::of(&loaded.application), Lang::Pl, Mode::Draft);
    let text = Library::shipped().render("self-assessment", &context).expect("it fills in").markdown;
    assert!(text.contains("| Pogoda ducha i dowcip | 1 |"), "{text}");
    assert!(!text.to_lowercase().contains("tajna"), "{text}");
}

/// What an author wrote must be read by somebody: all documents together say every text of the full sample,
/// but for those that belong in none.
#[test]
fn the_family_of_documents_says_everything() {
    const SILENT: [&str; 1] = [
        // Functions of the team stand beside traits of persons, which no document shows.
        "partnership/team/",
    ];
    let library = Library::shipped();
    let loaded = sample(&root().join("samples/szydlowiec"));
    let facts = Facts::of(&loaded.application);
    for lang in Lang::ALL {
        let (context, _) = Context::of(&facts, lang, Mode::Final);
        let mut said = Vec::new();
        for manifest in library.documents().iter().filter(|manifest| manifest.of == Of::Application) {
            for (_, context) in manifest.papers(&context) {
                let context = context
                    .into_owned()
                    .under(pakt::inside::profile::named("esf-plus").expect("it is shipped"));
                said.push(library.paper(&manifest.id, &context).expect("it fills in").document);
            }
        }
        let said: Vec<&pakt::inside::document::Document> = said.iter().collect();
        let unsaid = pakt::inside::proof::unsaid(&loaded.application, &said, lang);
        // Short versions are for portals with tight limits.
        let is_silent =
            |place: &str| place.ends_with("/short") || SILENT.iter().any(|part| place.starts_with(part));
        let lost: Vec<String> = unsaid
            .iter()
            .filter(|one| !is_silent(&one.place.to_string()))
            .map(|one| format!("{}: {}", one.place, one.words))
            .collect();
        assert_eq!(lost, [""; 0], "{lang:?}: {} texts:\n{}", lost.len(), lost.join("\n"));
    }
}

/// What a call is decides the word, not what the application names, which `--profile` may replace.
#[test]
fn a_bid_under_the_pact_s_profile_spoke_of_a_project() {
    for (sample_of, named, is_pact) in [
        ("samples/szydlowiec", "pact", true),
        ("samples/gmina", "esf-plus", false),
        ("samples/gmina", "neutral", true),
        ("samples/szydlowiec", "neutral", false),
    ] {
        let loaded = sample(&root().join(sample_of));
        let profile = profile::named(named).expect("the profile is shipped");
        let context = Context::of(&Facts::of(&loaded.application), Lang::Pl, Mode::Final).0.under(profile);
        assert_eq!(context.is_pact, is_pact, "{sample_of} under {named}");
    }
}
