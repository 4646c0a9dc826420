//! Word files: the look of a file of one's own, findings as comments.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::{code, pakt, said, scratch};

type Part = (String, Vec<u8>);

/// Returns the parts of a Word file.
fn parts(path: &Path) -> Vec<Part> {
    let mut archive =
        zip::ZipArchive::new(fs::File::open(path).expect("it is there")).expect("it is a package");
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("it can be read");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it can be read");
        found.push((part.name().expect("it has a name").into_owned(), bytes));
    }
    found
}

fn text(parts: &[Part], name: &str) -> String {
    let part = parts.iter().find(|(known, _)| known == name);
    let (_, bytes) = part.unwrap_or_else(|| panic!("{name} is there"));
    String::from_utf8(bytes.clone()).expect("a part is text")
}

fn pack(path: &Path, parts: &[Part]) {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    fs::write(path, zip.finish().expect("memory takes it").into_inner()).expect("it can be written");
}

/// Builds the agreement of the sample as a Word file; returns the exit code, what was said and the file.
fn built(folder: &Path, more: &[&str]) -> (Option<i32>, String, PathBuf) {
    let out = folder.to_string_lossy().into_owned();
    let common =
        ["build", "samples/gmina", "-d", "partnership-agreement", "--to", "docx", "--doc-lang", "pl"];
    let all: Vec<&str> =
        common.iter().chain(more).copied().chain(["--fail-on", "error", "-o", &out]).collect();
    let output = pakt(&all);
    let (shown, errors) = said(&output);
    (output.status.code(), shown + &errors, folder.join("gmina/partnership-agreement.pl.docx"))
}

/// Makes a file of one's own out of one of ours: Polish names, ids as Polish Word makes them, a sheet, a head with a picture.
fn brand(folder: &Path) -> (PathBuf, Vec<Part>) {
    let (_, _, source) = built(&folder.join("source"), &[]);
    let mut own = parts(&source);
    let png = fs::read("docs/pictures/pact.png").expect("it is there");
    let root = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    for (name, bytes) in &mut own {
        let Ok(part) = String::from_utf8(bytes.clone()) else { continue };
        let part = match name.as_str() {
            "word/styles.xml" => part
                .replace("\"Heading1\"", "\"Nagwek1\"")
                .replace("\"heading 1\"", "\"Nagłówek 1\"")
                .replace("\"Title\"", "\"Tytu\"")
                .replace("<w:name w:val=\"Tytu\"/>", "<w:name w:val=\"Tytuł\"/>")
                .replace("\"ListBullet\"", "\"Punkty\"")
                .replace("\"List Bullet\"", "\"Punkty Firmowe\"")
                .replace("17406D", "AA0055")
                .replace("pl-PL", "en-US"),
            "word/document.xml" => part
                .replace("w:w=\"11906\" w:h=\"16838\"", "w:w=\"10000\" w:h=\"14000\"")
                .replace("\"Heading1\"", "\"Nagwek1\""),
            "word/header1.xml" => {
                format!("<w:hdr {root}><w:p><w:r><w:t>Biuro Jodła</w:t></w:r></w:p></w:hdr>")
            }
            _ => part,
        };
        *bytes = part.into_bytes();
    }
    own.push((
        "word/_rels/header1.xml.rels".to_owned(),
        b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
          Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/logo.png\"/>\
          </Relationships>"
            .to_vec(),
    ));
    own.push(("word/media/logo.png".to_owned(), png));
    let path = folder.join("brand.docx");
    pack(&path, &own);
    (path, own)
}

#[test]
fn a_file_of_ones_own_gives_its_look_by_polish_names() {
    let folder = scratch("brand");
    let (path, _) = brand(&folder);
    let path = path.to_string_lossy().into_owned();
    let (code, shown, file) = built(&folder.join("a"), &["--reference-doc", &path]);
    assert_eq!(code, Some(0), "{shown}");
    let own = parts(&file);
    let (styles, body) = (text(&own, "word/styles.xml"), text(&own, "word/document.xml"));
    // The style keeps its id and its colour, gets the name that every Word knows, and numbers our headings.
    let heading = styles.split("<w:style ").find(|style| style.contains("\"Nagwek1\"")).expect("it is there");
    assert!(heading.contains("<w:name w:val=\"heading 1\"/>") && heading.contains("AA0055"), "{heading}");
    assert!(heading.contains("<w:numId w:val=\"1\"/>"), "{heading}");
    assert!(body.contains("<w:pStyle w:val=\"Nagwek1\"/>") && !body.contains("\"Heading1\""));
    assert!(text(&own, "word/numbering.xml").contains("<w:pStyle w:val=\"Nagwek1\"/>"));
    assert!(styles.contains("w:val=\"pl-PL\"") && !styles.contains("en-US"), "the language is the paper's");
    assert!(body.contains("w:w=\"10000\" w:h=\"14000\""));
    let head = own.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Biuro Jodła")).count();
    assert_eq!(head, 1);
    assert!(body.contains("<w:headerReference w:type=\"default\" r:id=\"rIdBrand"));
    let picture = fs::read("docs/pictures/pact.png").expect("it is there");
    assert!(own.iter().any(|(_, bytes)| *bytes == picture), "the picture of the head comes along");
    // What it lacks is added and named.
    assert!(styles.contains("w:styleId=\"ListBullet\"") && shown.contains("STYLE-15"), "{shown}");
    assert!(shown.contains("List Bullet"), "{shown}");
    let (_, _, again) = built(&folder.join("b"), &["--reference-doc", &path]);
    assert_eq!(fs::read(&file).expect("it is there"), fs::read(again).expect("it is there"));
    let manifest = fs::read_to_string(folder.join("a/gmina/manifest.json")).expect("it is there");
    assert!(manifest.contains("brand.docx"), "what papers are made of names it");
    fs::remove_dir_all(folder).expect("it was made here");
}

#[test]
fn a_file_that_runs_or_fetches_something_gives_no_look_at_all() {
    let folder = scratch("brand-refused");
    let (path, good) = brand(&folder);
    let named = |name: &str, part: &str| (name.to_owned(), part.as_bytes().to_vec());
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" \
             TargetMode=\"External\"/></Relationships>"
        )
    };
    let field = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:instrText> \
        INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE \"https://a.pl/x\"</w:instrText></w:r></w:p></w:hdr>";
    let cases = [
        (named("word/vbaProject.bin", "x"), Some("STYLE-12")),
        (
            named("word/_rels/settings.xml.rels", &relation("attachedTemplate", "file:///C:/a.dotm")),
            Some("STYLE-13"),
        ),
        (named("word/_rels/header1.xml.rels", &relation("image", "https://a.pl/x.png")), Some("STYLE-13")),
        (named("word/_rels/header1.xml.rels", &relation("hyperlink", "https://a.pl/")), None),
        (named("word/header1.xml", field), Some("STYLE-14")),
        (named("word/styles.xml", "<w:styles>"), Some("STYLE-11")),
        (named("word/media/bomb.png", &"0".repeat(70 << 20)), Some("STYLE-11")),
    ];
    let shown_path = path.to_string_lossy().into_owned();
    for (at, ((name, part), finding)) in cases.into_iter().enumerate() {
        let mut spoilt: Vec<Part> = good.iter().filter(|(known, _)| *known != name).cloned().collect();
        spoilt.push((name.clone(), part));
        pack(&path, &spoilt);
        let out = folder.join(at.to_string());
        let (code, shown, file) = built(&out, &["--reference-doc", &shown_path]);
        assert_eq!(code, Some(i32::from(finding.is_some())), "{name}: {shown}");
        assert_eq!(file.exists(), finding.is_none(), "{name}: none of it is taken");
        assert!(finding.is_none_or(|finding| shown.contains(finding)), "{name}: {shown}");
    }
    let gone = folder.join("none.docx").to_string_lossy().into_owned();
    assert_eq!(built(&folder.join("none"), &["--reference-doc", &gone]).0, Some(2));
    assert_eq!(code(&["build", "samples/gmina", "--to", "html", "--reference-doc", &shown_path]), Some(2));
    fs::remove_dir_all(folder).expect("it was made here");
}

#[test]
fn findings_stand_as_comments_in_a_file_of_their_own() {
    let folder = scratch("comments");
    let out = folder.to_string_lossy().into_owned();
    let common =
        ["build", "samples/faulty", "-d", "summary", "--to", "docx", "--draft", "--exit-zero", "--no-prove"];
    let arguments: Vec<&str> =
        common.iter().copied().chain(["--lang", "pl", "--comments", "-o", &out]).collect();
    let output = pakt(&arguments);
    assert_eq!(output.status.code(), Some(0), "{:?}", said(&output));
    let file = |name: &str| folder.join("faulty").join(name);
    let clean = parts(&file("summary.pl.docx"));
    assert!(clean.iter().all(|(name, _)| !name.contains("comments")), "the clean file bears none");
    let commented = parts(&file("summary.pl.comments.docx"));
    let (body, comments) = (text(&commented, "word/document.xml"), text(&commented, "word/comments.xml"));
    let authors: Vec<&str> =
        comments.split("w:author=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let placed = authors.iter().filter(|author| author.starts_with("pakt ") && author.contains('-')).count();
    assert!(placed > 0, "{authors:?}");
    // Those of other texts are counted at the head of the paper.
    assert_eq!(authors.first(), Some(&"pakt"));
    assert!(comments.contains("Poza tym dokumentem: "), "{comments}");
    for mark in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        assert_eq!(body.matches(&format!("<w:{mark} ")).count(), authors.len(), "{mark}");
    }
    let bytes = fs::read(file("summary.pl.comments.docx")).expect("it is there");
    pakt(&arguments);
    assert_eq!(
        bytes,
        fs::read(file("summary.pl.comments.docx")).expect("it is there"),
        "the same bytes each time"
    );
    assert_eq!(code(&["build", "samples/gmina", "--to", "html", "--comments"]), Some(2));
    fs::remove_dir_all(folder).expect("it was made here");
}

#[test]
fn a_file_with_comments_of_pakt_brings_back_nothing() {
    let folder = scratch("comments-back");
    let out = folder.to_string_lossy().into_owned();
    pakt(&[
        "build",
        "samples/gmina",
        "-d",
        "summary",
        "--to",
        "docx",
        "--comments",
        "--exit-zero",
        "-o",
        &out,
    ]);
    let file = folder.join("gmina/summary.pl.comments.docx").to_string_lossy().into_owned();
    let output = pakt(&["import", &file, "--onto", "samples/gmina", "--lang", "en"]);
    let (shown, errors) = said(&output);
    assert_eq!(output.status.code(), Some(0), "{shown}{errors}");
    assert!(shown.contains("changes nothing"), "{shown}");
    fs::remove_dir_all(folder).expect("it was made here");
}
