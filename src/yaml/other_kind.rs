//! Files that are no YAML at all: documents, tables, pages, pictures. In: bytes. Out: what they are, in both languages.

use super::lines::is_name;

/// Where the name of the first part of a ZIP archive and its words end, more or less.
const HEAD: usize = 4096;
/// How many lines tell a table.
const ROWS: usize = 20;

/// What a file is, in Polish and English.
pub(super) type Kind = [&'static str; 2];

/// What stands first in a file of some kind.
const OPENS: [(&[u8], Kind); 8] = [
    (b"%PDF", ["plik PDF", "a PDF file"]),
    (b"{\\rtf", ["dokument RTF", "an RTF document"]),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ["plik starego Office'a (DOC albo XLS)", "a file of an old Office (DOC or XLS)"],
    ),
    (b"\x89PNG", ["obraz PNG", "a PNG picture"]),
    (b"\xff\xd8\xff", ["obraz JPEG", "a JPEG picture"]),
    (b"GIF8", ["obraz GIF", "a GIF picture"]),
    (b"<!DOCTYPE", ["strona HTML", "an HTML page"]),
    (b"<html", ["strona HTML", "an HTML page"]),
];

/// What a ZIP archive holds of some kind.
const HOLDS: [(&[u8], Kind); 6] = [
    (b"application/vnd.oasis.opendocument.text", ["dokument ODT", "an ODT document"]),
    (b"application/vnd.oasis.opendocument.spreadsheet", ["arkusz ODS", "an ODS spreadsheet"]),
    (b"word/", ["dokument Worda (DOCX)", "a Word document (DOCX)"]),
    (b"xl/", ["arkusz Excela (XLSX)", "an Excel spreadsheet (XLSX)"]),
    (b"ppt/", ["prezentacja (PPTX)", "a presentation (PPTX)"]),
    (b"", ["archiwum ZIP", "a ZIP archive"]),
];

/// Tells what a file is that is no YAML; `None` for what may be.
pub(super) fn of(bytes: &[u8]) -> Option<Kind> {
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let opens = |mark: &[u8]| bare.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark));
    if bytes.starts_with(b"PK\x03\x04") {
        let ends = [&bytes[..bytes.len().min(HEAD)], &bytes[bytes.len().saturating_sub(HEAD)..]];
        let holds = |mark: &[u8]| {
            mark.is_empty() || ends.iter().any(|end| end.windows(mark.len()).any(|part| part == mark))
        };
        return HOLDS.iter().find(|(mark, _)| holds(mark)).map(|(_, kind)| *kind);
    }
    if let Some((_, kind)) = OPENS.iter().find(|(mark, _)| opens(mark)) {
        return Some(*kind);
    }
    is_table(bare).then_some(["tabela CSV", "a CSV table"])
}

/// Tells whether all first lines have the same number of separators, and none is a field or an item.
fn is_table(bytes: &[u8]) -> bool {
    let mut lines =
        bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let rows: Vec<&[u8]> = lines.by_ref().take(ROWS).collect();
    let is_yaml = |row: &&[u8]| {
        let words = String::from_utf8_lossy(row);
        let field = words
            .split_once(':')
            .is_some_and(|(name, rest)| is_name(name.trim()) && (rest.is_empty() || rest.starts_with(' ')));
        field || words.starts_with(['-', '#', '[', '{', '%'])
    };
    let columns = |separator: u8| {
        let count = |row: &[u8]| row.iter().filter(|byte| **byte == separator).count();
        let first = rows.first().map_or(0, |row| count(row));
        first > 0 && rows.iter().all(|row| count(row) == first)
    };
    rows.len() > 1 && !rows.iter().any(is_yaml) && b";\t,".iter().any(|separator| columns(*separator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_kind_is_known_by_what_it_holds() {
        let kind = |bytes: &[u8]| of(bytes).map_or("", |kind| kind[0]);
        assert_eq!(kind(b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text"), "dokument ODT");
        assert_eq!(kind(b"PK\x03\x04....[Content_Types].xml..word/document.xml"), "dokument Worda (DOCX)");
        assert_eq!(kind(b"PK\x03\x04....a.txt"), "archiwum ZIP");
        assert_eq!(kind(b"\xef\xbb\xbf<!doctype html>"), "strona HTML");
        assert_eq!(kind(b"%PDF-1.7"), "plik PDF");
        assert_eq!(kind(b"Partner;NIP;Kwota\nP1;;12\nP2;;14\n"), "tabela CSV");
        assert_eq!(kind(b"Partner\tNIP\r\nP1\t12\r\n"), "tabela CSV");
        for yaml in [
            "meta:\n  title: a, b\n",
            "- a; b\n- c; d\n",
            "# a;b\n# c;d\n",
            "title: a;b\ntext: c;d\n",
            "",
            "a, b\n",
        ] {
            assert_eq!(kind(yaml.as_bytes()), "", "{yaml}");
        }
    }
}
