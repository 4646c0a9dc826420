//! A file that comes back is read the same, whichever program saved it.

use super::*;
use crate::diagnostic::Place;

/// Reads a file of which these are the parts.
fn paper(body: &str) -> Paper {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">\
        <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let comments = "<w:comments><w:comment w:id=\"3\" w:author=\"Anna\"><w:p><w:r><w:t>Skąd to?</w:t></w:r></w:p>\
        </w:comment><w:comment w:id=\"4\" w:author=\"pakt NEED-02\"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:comment></w:comments>";
    let parts = [
        ("word/document.xml", document.as_str()),
        ("word/numbering.xml", numbering),
        ("word/comments.xml", comments),
    ];
    let part = |name: &str| parts.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
    read(parts.iter().map(|(name, _)| *name), part).expect("it can be read")
}

fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn control(tag: &str, content: &str) -> String {
    let tag = if tag.is_empty() { String::new() } else { format!("<w:tag w:val=\"{tag}\"/>") };
    format!("<w:sdt><w:sdtPr>{tag}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")
}

fn said(paper: &Paper) -> Vec<(usize, String)> {
    paper.texts.iter().map(|(number, signs)| (*number, notation::typed(signs))).collect()
}

#[test]
fn texts_are_found_by_controls_and_else_by_bookmarks() {
    let item = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
    let lines = format!("<w:p>{}</w:p><w:p>{item}{}</w:p><w:p>{item}{}</w:p>", run("A:"), run("b"), run("c"));
    let words = format!("<w:p>{}{}{}</w:p>", run("Cel: "), control("pakt:2:pl", &run("praca")), run("."));
    let own = paper(&(control("pakt:1:pl:b", &lines) + &words));
    assert_eq!(said(&own), [(1, "A:\n\na) b\nb) c".to_owned()), (2, "praca".to_owned())]);
    assert_eq!(own.others, ["Cel: ."]);
    // As LibreOffice saves it: no tags, a bookmark that is not always exact.
    let marked = |id: &str, name: &str, from: &str, to: &str| {
        let start = format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>");
        format!("{start}{from}<w:bookmarkEnd w:id=\"{id}\"/>{to}")
    };
    let lines = format!(
        "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"_PaktB1\"/>{}</w:p><w:p>{item}{}</w:p><w:p>{item}{}\
         <w:bookmarkEnd w:id=\"0\"/></w:p>",
        run("A:"),
        run("b"),
        run("c")
    );
    let inner = control("", &marked("1", "_PaktI2", &run("prac"), &run("a")));
    let words = format!("<w:p>{}{inner}{}</w:p>", run("Cel: "), run("."));
    let saved = paper(&(lines + &words));
    assert_eq!((said(&saved), &saved.others), (said(&own), &own.others));
}

#[test]
fn tracked_changes_count_as_accepted() {
    let body = format!(
        "<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>nie</w:delText></w:r></w:del></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>",
        run("a "),
        run("b"),
        run("c "),
        run("d")
    );
    assert_eq!(said(&paper(&control("pakt:1:pl:b", &body))), [(1, "a b\n\nc d".to_owned())]);
}

#[test]
fn a_caption_behind_a_struck_out_end_ran_into_the_text_before_it() {
    let mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
    let body = format!(
        "<w:p>{mark}{}</w:p><w:p>{}</w:p>",
        control("pakt:1:pl:b", &run("Ludzie wyjeżdżają.")),
        run("Tabela 3")
    );
    let own = paper(&body);
    assert_eq!(said(&own), [(1, "Ludzie wyjeżdżają.".to_owned())]);
    assert_eq!((own.others, own.foreign[&1].contains(END)), (vec!["Tabela 3".to_owned()], true));
}

#[test]
fn comments_lead_to_the_text_that_they_are_about() {
    let body = format!(
        "<w:p>{}<w:commentRangeStart w:id=\"3\"/><w:commentRangeStart w:id=\"4\"/>{}<w:commentRangeEnd w:id=\"3\"/></w:p>",
        run("Cel: "),
        control("pakt:7:pl", &run("praca"))
    );
    let found = paper(&body).comments;
    let own = Comment { author: "Anna".into(), words: "Skąd to?".into(), number: Some(7) };
    assert_eq!(found, [own]);
}

#[test]
fn a_field_is_what_it_shows_and_a_repeated_note_is_a_note() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let body = format!(
        "<w:p>{}{}<w:r><w:instrText> NOTEREF _Note1 \\h </w:instrText></w:r>{}{}{}{}</w:p>",
        control("pakt:1:pl", &run("a")),
        field("begin"),
        field("separate"),
        run("2"),
        field("end"),
        control("pakt:1:pl", &run(" b"))
    );
    let own = paper(&body);
    assert_eq!(own.texts[&1], format!("a{} b", notation::NOTE));
    assert!(own.others.is_empty());
}

#[test]
fn a_map_reads_as_it_is_written() {
    let text = Text { number: 3, place: Place::parse("a/0/b"), shown: hash("x"), ..Text::default() };
    let map = Map {
        document: "summary".into(),
        paper: "summary.pl".into(),
        tags: vec!["a".into(), "b".into()],
        texts: vec![text],
        others: [hash("y"), hash("z")].into(),
        ..Map::default()
    };
    assert_eq!(Map::read(&map.part()), Some(map));
    assert_eq!(Map::read("<pakt/>"), None);
}
