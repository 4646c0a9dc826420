//! What is lost is found, in every form.

use super::*;
use crate::document::{Block, Inline};
use crate::lang::Lang;
use crate::markdown;
use crate::model::Application;
use crate::write;
use crate::write::{docx, pdf};

const TEXT: &str = "# Rozdział o *potrzebach*\n\nZdanie z [odsyłaczem](https://example.org) i przypisem[^E1], \
    < > & „cytat”.\n\n> Cytat z > znakiem.\n\n- pierwszy\n- drugi\n\n| Cel | Kwota |\n|---|---:|\n| O1 | 12 zł |\n\
    | O2 | 12 zł |\n\n[^E1]: Źródło danych.\n";

fn document(text: &str) -> Document {
    let body = markdown::read_in(text, Lang::Pl);
    Document {
        title: "Próba".to_owned(),
        lang: Lang::Pl,
        blocks: body.blocks,
        notes: body.notes,
        ..Document::default()
    }
}

fn file(document: &Document, format: Format) -> Vec<u8> {
    match format {
        Format::Html => write::html(document, &write::Style::default()).into_bytes(),
        Format::Md => write::md(document).into_bytes(),
        Format::Text => write::text(document).into_bytes(),
        Format::Docx => docx::docx(document, &docx::Style::default()),
        Format::Pdf => pdf::pdf(document, &pdf::Style::default()).expect("a PDF can be made of it").bytes,
    }
}

#[test]
fn every_form_holds_the_whole_document() {
    let document = document(TEXT);
    for format in Format::ALL {
        let proof = prove(&document, format, &file(&document, format));
        assert_eq!(proof.lost, [""; 0], "{}", format.code());
        assert!(proof.strings >= 9, "{}: {}", format.code(), proof.strings);
    }
}

#[test]
fn soft_hyphens_and_refused_links_were_taken_for_losses() {
    let link = "Zdanie [*klik*](javascript:alert(1)) dalej ![obraz](data:text/html,x) i po\u{ad}wia\u{ad}to\u{ad}wy urząd.";
    let text = format!("# Roz\u{ad}dział\n\n{link}\n\n- {link}\n\n| Cel |\n|---|\n| {link} |\n");
    let document = document(&text);
    for format in Format::ALL {
        let proof = prove(&document, format, &file(&document, format));
        assert_eq!(proof.lost, [""; 0], "{}", format.code());
        assert!(proof.strings >= 4, "{}", format.code());
    }
}

#[test]
fn apostrophes_and_brackets_in_a_name_were_taken_for_losses() {
    for name in ["L'Aurore", "A > B", "<b> & \"c\"", "yes", "2026-01-01", "=", "a: b: c", "- x", "koniec:"] {
        let own = vec![("Lider".to_owned(), name.to_owned())];
        let front = Front { subtitle: name.to_owned(), facts: own, ..Front::default() };
        let body = document(TEXT);
        let cell = Block::Paragraph(vec![Inline::Text(name.to_owned())]);
        let blocks = [body.blocks.clone(), vec![cell.clone(), Block::Quote(vec![cell])]].concat();
        let document = Document { title: format!("Karta: {name}"), front, blocks, ..body };
        for format in Format::ALL {
            let proof = prove(&document, format, &file(&document, format));
            assert_eq!(proof.lost, [""; 0], "{name} as {}", format.code());
        }
    }
}

#[test]
fn a_word_that_a_file_lacks_is_named() {
    let whole = document(TEXT);
    for (word, without) in [("pierwszy", "drugi"), ("Źródło danych.", "Inne dane."), ("O1", "O2")] {
        let torn = document(&TEXT.replace(word, without));
        for format in Format::ALL {
            let proof = prove(&whole, format, &file(&torn, format));
            assert!(proof.lost.contains(&word.to_owned()), "{} {word}: {:?}", format.code(), proof.lost);
        }
    }
}

#[test]
fn a_broken_file_holds_nothing() {
    let document = document(TEXT);
    for format in Format::ALL {
        let proof = prove(&document, format, b"%PDF-1.7 <p");
        assert_eq!(proof.lost.len(), proof.strings, "{}", format.code());
    }
}

#[test]
fn what_no_document_says_is_found_at_its_place() {
    let text = "meta: {title: Praca u siebie, lang: pl, summary: 'Pierwszy akapit.\n\n\n    Drugi akapit.'}\n\
        actions: [{id: A1, title: {pl: Staże, en: Traineeships}}]";
    let application: Application = serde_yaml::from_str(text).expect("an application");
    let places = |words: &str, lang: Lang| -> Vec<String> {
        let found = unsaid(&application, &[&document(words)], lang);
        found.iter().map(|one| one.place.to_string()).collect()
    };
    assert_eq!(places("praca u\u{a0}siebie i staże. pierwszy akapit. drugi akapit", Lang::Pl), [""; 0]);
    assert_eq!(places("Praca u siebie. Pierwszy akapit.", Lang::Pl), ["meta/summary", "actions/0/title"]);
    assert_eq!(places("Traineeships", Lang::En), [""; 0]);
}

/// Returns a grey picture of four points.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("memory takes it");
    writer.write_image_data(&[0, 80, 160, 255]).expect("there are four points");
    writer.finish().expect("memory takes it");
    bytes
}

#[test]
fn a_picture_that_cannot_be_decoded_is_lost() {
    let whole = picture();
    let data = whole.windows(4).position(|four| four == b"IDAT").expect("it has data") + 6;
    let mut damaged = whole.clone();
    damaged[data] ^= 0x55;
    for (bytes, is_whole) in [(whole.clone(), true), (damaged, false), (whole[..data].to_vec(), false)] {
        let marks = vec![crate::document::Picture { bytes, alt: "Znak funduszu".to_owned() }];
        let document = Document { front: Front { marks, ..Front::default() }, ..document(TEXT) };
        for format in [Format::Html, Format::Pdf, Format::Docx] {
            let proof = prove(&document, format, &file(&document, format));
            let lost: &[&str] = if is_whole { &[] } else { &["Znak funduszu"] };
            assert_eq!(proof.lost, lost, "{}", format.code());
        }
    }
}

#[test]
fn a_pdf_whose_font_cannot_be_opened_holds_nothing() {
    let document = document(TEXT);
    let bytes = file(&document, Format::Pdf);
    let mut pdf = lopdf::Document::load_mem(&bytes).expect("it is a PDF");
    let is_font = |object: &lopdf::Object| object.as_stream().is_ok_and(|stream| stream.dict.has(b"Length1"));
    let font = pdf.objects.values_mut().find(|object| is_font(object)).expect("it has a font");
    font.as_stream_mut().expect("a font is a stream").set_plain_content(b"none".to_vec());
    let mut torn = Vec::new();
    pdf.save_to(&mut torn).expect("memory takes it");
    let proof = prove(&document, Format::Pdf, &torn);
    assert_eq!(proof.lost.len(), proof.strings);
}
