//! The package. In: the parts of a paper. Out: a ZIP, the same bytes each time.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Writer;
use super::properties;
use super::relations::Relations;
use super::xml::{DECLARATION, NAMESPACES};

/// How hard a part is squeezed.
const EFFORT: i64 = 6;

/// Returns the package of a paper whose body and notes are written.
pub(super) fn package(writer: &Writer<'_>, body: &str, notes: &str) -> Vec<u8> {
    let document = writer.document;
    let has_notes = !document.notes.is_empty();
    let wide = writer.is_ever_sideways;
    let main = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut add = |name: &str, part: String| parts.push((name.to_owned(), part.into_bytes()));
    add("[Content_Types].xml", types(writer, has_notes, wide));
    add(
        "_rels/.rels",
        Relations::default().part(&[
            ("rId1", "officeDocument", "word/document.xml"),
            (
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            ("rId3", "extended-properties", "docProps/app.xml"),
        ]),
    );
    add("docProps/core.xml", properties::core(document));
    add("docProps/app.xml", properties::app());
    add("word/document.xml", main);
    let mut fixed = vec![
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdTheme", "theme", "theme/theme1.xml"),
        ("rIdHead", "header", "header1.xml"),
        ("rIdFoot", "footer", "footer1.xml"),
    ];
    fixed.extend(wide.then_some(("rIdFootWide", "footer", "footer2.xml")));
    fixed.extend(has_notes.then_some(("rIdNotes", "footnotes", "footnotes.xml")));
    add("word/_rels/document.xml.rels", writer.relations[0].part(&fixed));
    add("word/styles.xml", writer.styles());
    add("word/numbering.xml", writer.numbers.part());
    add("word/settings.xml", properties::settings(document.lang, has_notes));
    add("word/fontTable.xml", properties::fonts(&writer.style.family));
    add("word/theme/theme1.xml", super::theme::theme(writer.style));
    add("word/header1.xml", writer.header());
    add("word/footer1.xml", writer.footer(false));
    if wide {
        add("word/footer2.xml", writer.footer(true));
    }
    if has_notes {
        add("word/footnotes.xml", notes.to_owned());
        if !writer.relations[1].is_empty() {
            add("word/_rels/footnotes.xml.rels", writer.relations[1].part(&[]));
        }
    }
    parts.extend(writer.media.iter().map(|(name, bytes)| (format!("word/media/{name}"), bytes.clone())));
    zipped(&parts).expect("memory takes whatever is written to it")
}

fn types(writer: &Writer<'_>, has_notes: bool, wide: bool) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    );
    let has = |ending: &str| writer.media.iter().any(|(name, _)| name.ends_with(ending));
    let kinds = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml", true),
        ("xml", "application/xml", true),
        ("png", "image/png", has(".png")),
        ("jpeg", "image/jpeg", has(".jpeg")),
        ("svg", "image/svg+xml", has(".svg")),
    ];
    for (ending, kind, _) in kinds.into_iter().filter(|(_, _, is_there)| *is_there) {
        out += &format!("<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>");
    }
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let parts = [
        ("document", "document.main", true),
        ("styles", "styles", true),
        ("numbering", "numbering", true),
        ("settings", "settings", true),
        ("fontTable", "fontTable", true),
        ("header1", "header", true),
        ("footer1", "footer", true),
        ("footer2", "footer", wide),
        ("footnotes", "footnotes", has_notes),
    ];
    for (name, kind, _) in parts.into_iter().filter(|(_, _, is_there)| *is_there) {
        out += &format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{word}.{kind}+xml\"/>");
    }
    out + "<Override PartName=\"/word/theme/theme1.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>\
        <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
        <Override PartName=\"/docProps/app.xml\" \
        ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>"
}

/// Packs parts, all under the first day that a ZIP can say.
fn zipped(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, std::io::Error> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let is_small = name.ends_with(".png") || name.ends_with(".jpeg");
        let way = if is_small { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let level = (!is_small).then_some(EFFORT);
        let options = SimpleFileOptions::default()
            .compression_method(way)
            .compression_level(level)
            .last_modified_time(DateTime::DEFAULT);
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
