//! Spoilt tables: each gets its message, in both languages, and changes nothing.

use pakt::Lang;
use pakt::inside::tables::Subject;
use rust_xlsxwriter::{Formula, Workbook, Worksheet};

use super::sample::{self, Sample};

/// Brings a spoilt table over; returns what is told of it, in Polish and in English.
fn told(name: &str, bytes: &[u8], subject: Subject) -> [String; 2] {
    let sample = Sample::new("gmina");
    let brought = super::bring(&sample, name, bytes, subject);
    assert!(brought.stops(), "{}", sample::words(&brought, Lang::En));
    assert!(sample::same(&brought.parts, &sample.parts));
    Lang::ALL.map(|lang| sample::words(&brought, lang))
}

/// Makes a workbook of one sheet with an id and an amount.
fn made(spoil: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Budżet").expect("a name");
    for (column, head) in (0..).zip(["Identyfikator", "Kwota"]) {
        sheet.write_string(0, column, head).expect("a head");
    }
    sheet.write_string(1, 0, "B1").expect("an id");
    sheet.write_number(1, 1, 52_800.0).expect("an amount");
    spoil(sheet);
    workbook.save_to_buffer().expect("a file")
}

/// Takes words out of the first sheet of a workbook.
fn without(bytes: &[u8], words: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut copy = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).expect("text");
        if name == "xl/worksheets/sheet1.xml" {
            assert!(text.contains(words), "{text}");
            text = text.replace(words, "");
        }
        copy.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        std::io::Write::write_all(&mut copy, text.as_bytes()).expect("written");
    }
    copy.finish().expect("a file").into_inner()
}

#[test]
fn a_file_that_is_no_table() {
    let words = ["tego pliku nie da się odczytać jako tabeli", "this file cannot be read as a table"];
    assert_eq!(told("t.xlsx", b"PK\x03\x04 torn", Subject::Budget), words);
    assert_eq!(told("t.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0, 0], Subject::Budget), words);
    assert_eq!(told("t.txt", b"id;kwota", Subject::Budget), words);
}

#[test]
fn a_bomb_and_a_far_corner() {
    let bomb = {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("xl/worksheets/sheet1.xml", options).expect("a part");
        for _ in 0..120 {
            std::io::Write::write_all(&mut archive, &vec![b' '; 1 << 20]).expect("written");
        }
        archive.finish().expect("a file").into_inner()
    };
    assert!(bomb.len() < 1 << 20);
    let corner = made(|sheet| {
        sheet.write_number(1_000_000, 16_000, 1.0).expect("a cell");
    });
    for bytes in [bomb, corner] {
        let [pl, en] = told("t.xlsx", &bytes, Subject::Budget);
        assert!(pl.starts_with("tabela jest za duża: najwyżej 10 MiB"), "{pl}");
        assert!(en.starts_with("the table is too large: at most 10 MiB"), "{en}");
    }
}

#[test]
fn sheets_of_other_names() {
    let mut workbook = Workbook::new();
    for name in ["Arkusz1", "Arkusz2"] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a name").write_string(0, 0, "id").expect("a head");
    }
    let bytes = workbook.save_to_buffer().expect("a file");
    assert_eq!(
        told("t.xlsx", &bytes, Subject::Budget),
        [
            "w pliku nie ma arkusza `Budżet`; są: `Arkusz1`, `Arkusz2`",
            "the file has no sheet `Budget`; it has: `Arkusz1`, `Arkusz2`"
        ]
    );
}

#[test]
fn no_heads() {
    let [pl, en] = told("t.csv", "B1;52800\n".as_bytes(), Subject::Budget);
    assert_eq!(pl, "tabela: w pierwszych 20 wierszach nie ma nagłówka kolumny z identyfikatorami");
    assert_eq!(en, "the table: none of the first 20 rows heads a column of ids");
}

#[test]
fn a_misspelt_head_and_one_twice() {
    assert_eq!(
        told("t.csv", "Identyfikator;Kwtoa\nB1;1\n".as_bytes(), Subject::Budget),
        [
            "wiersz 1, kolumna (B1): nie ma pola „Kwtoa”; czy chodziło o „Kwota”?",
            "row 1, column (B1): there is no field “Kwtoa”; did you mean “Amount”?"
        ]
    );
    assert_eq!(
        told("t.csv", "id,amount,kwota\nB1,1,2\n".as_bytes(), Subject::Budget),
        [
            "wiersz 1, kolumna (C1): nagłówek „kwota” oznacza to samo pole, co „amount”",
            "row 1, column (C1): the head “kwota” means the same field as “amount”"
        ]
    );
}

#[test]
fn hidden_rows_and_columns() {
    let row = made(|sheet| {
        sheet.set_row_hidden(1).expect("a row");
    });
    assert_eq!(
        told("t.xlsx", &row, Subject::Budget),
        ["arkusz „Budżet”: ukryto wiersz 2, a są tam dane", "sheet “Budżet”: row 2 is hidden and holds data"]
    );
    let column = made(|sheet| {
        sheet.set_column_hidden(1).expect("a column");
    });
    assert_eq!(
        told("t.xlsx", &column, Subject::Budget),
        [
            "arkusz „Budżet”: ukryto kolumnę „Kwota”, a są tam dane",
            "sheet “Budżet”: column “Kwota” is hidden and holds data"
        ]
    );
}

#[test]
fn a_formula_without_its_result_and_an_error() {
    let bytes = made(|sheet| {
        sheet.write_formula(1, 1, Formula::new("6600*8").set_result("52800")).expect("a formula");
        sheet.write_string(2, 0, "B2").expect("an id");
        sheet.write_formula(2, 1, Formula::new("1/0").set_result("#DIV/0!")).expect("a formula");
    });
    let bytes = without(&bytes, "<v>52800</v>");
    assert_eq!(
        told("t.xlsx", &bytes, Subject::Budget),
        [
            "arkusz „Budżet”, wiersz 2, kolumna „Kwota” (B2): jest tu formuła, ale plik nie zawiera jej wyniku\n\
            arkusz „Budżet”, wiersz 3, kolumna „Kwota” (B3): jest tu błąd obliczeń albo liczba, która nią nie jest",
            "sheet “Budżet”, row 2, column “Kwota” (B2): there is a formula here, but the file does not hold its result\n\
            sheet “Budżet”, row 3, column “Kwota” (B3): there is an error of calculation here, or a number that is none"
        ]
    );
}

#[test]
fn rows_without_an_id_with_a_wrong_one_and_one_twice() {
    let text = "id;kwota\nB1;52800\n;3\nreszta;4\nB1;5\n";
    let [pl, en] = told("t.csv", text.as_bytes(), Subject::Budget);
    assert_eq!(
        pl,
        "wiersz 3, kolumna „id” (A3): ten wiersz nie ma identyfikatora\n\
        wiersz 4, kolumna „id” (A4): „reszta” nie jest identyfikatorem\n\
        wiersz 5, kolumna „id” (A5): identyfikator B1 jest już w innym wierszu"
    );
    assert_eq!(
        en,
        "row 3, column “id” (A3): this row has no id\n\
        row 4, column “id” (A4): “reszta” is no id\n\
        row 5, column “id” (A5): the id B1 stands in another row already"
    );
}

#[test]
fn values_that_are_none() {
    let text = "id;kwota;kategoria\nB1;1.250;staff\nB2;dużo;in_kind\nB3;144000;stafff\n";
    let [pl, _] = told("t.csv", text.as_bytes(), Subject::Budget);
    for at in [
        "wiersz 2, kolumna „kwota” (B2): ",
        "wiersz 3, kolumna „kwota” (B3): ",
        "wiersz 4, kolumna „kategoria” (C4): ",
    ] {
        assert!(pl.contains(at), "{pl}");
    }
}

#[test]
fn an_application_with_faults_of_form() {
    let mut sample = Sample::new("gmina");
    sample.parts[0].bytes.extend_from_slice(b"\nrisks: [\n");
    let brought = super::bring(&sample, "t.csv", "id;kwota\nB1;1\n".as_bytes(), Subject::Budget);
    assert!(brought.stops());
    assert_eq!(
        sample::words(&brought, Lang::Pl),
        "we wniosku są błędy zapisu, więc nie wiadomo, gdzie wpisać zmiany"
    );
}
