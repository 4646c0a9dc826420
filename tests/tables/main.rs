//! Tables go out and come back. The samples' own tables change nothing; changed ones come back as they were changed, and all
//! that was not changed stays byte for byte; spoilt ones are told of in words.

#![expect(clippy::disallowed_methods, reason = "tests read files")]

mod sample;
mod spoilt;

use pakt::Lang;
use pakt::inside::pipeline::{Imported, imported};
use pakt::inside::tables::Subject;
use pakt::inside::write::xlsx::{Cell, Form, Row, Sheet, Weight, Workbook, xlsx};
use rust_decimal::Decimal;
use sample::{SAMPLES, Sample};

/// Brings a table over.
fn bring(sample: &Sample, name: &str, bytes: &[u8], subject: Subject) -> Imported {
    imported(&sample.parts, (name, bytes), subject, &mut |parts| sample.read(parts))
}

#[test]
fn the_tables_of_an_application_change_nothing_in_it() {
    for name in SAMPLES {
        let sample = Sample::new(name);
        for lang in Lang::ALL {
            let file = xlsx(&sample.workbook(&sample.parts, lang)).expect("it fits");
            for subject in Subject::ALL {
                let brought = bring(&sample, "t.xlsx", &file, *subject);
                let words = sample::words(&brought, Lang::En);
                assert!(brought.told.is_empty(), "{name} {lang:?} {subject:?}: {words}");
                assert!(brought.changed == [0, 0], "{name} {lang:?} {subject:?}: {:?}", brought.changed);
                assert!(sample::same(&brought.parts, &sample.parts), "{name} {lang:?} {subject:?}");
            }
        }
    }
}

/// Changes a cell that may be changed; tells whether it did.
fn change(cell: &mut Cell, has_choice: bool, head: &str) -> bool {
    let registers = ["nip", "regon", "krs", "pkd", "rachunek", "account", "link", "http", "adres www", "url"];
    let is_register = registers.iter().any(|own| head.to_lowercase().contains(own));
    match cell {
        Cell::Words(words) if !has_choice && !is_register && !is_ids(words) => {
            *words += ": zmiana – „ważna” #1";
            true
        }
        Cell::Figure(figure) => {
            *figure += Decimal::ONE;
            true
        }
        _ => false,
    }
}

fn is_ids(words: &str) -> bool {
    words.split(", ").all(|word| word.len() < 5 && word.starts_with(|sign: char| sign.is_ascii_uppercase()))
}

/// Changes every third cell of the entries of a sheet, and adds an entry.
fn changed(sheet: &mut Sheet, from: usize) -> usize {
    let mut count = 0;
    let mut number = from;
    for row in sheet.rows.iter_mut().filter(|row| row.weight == Weight::Plain) {
        for (column, cell) in sheet.columns.iter().zip(&mut row.cells).skip(1) {
            number += 1;
            // A date that is only a month is words in a column of days.
            let is_day = column.form == Form::Date;
            if number.is_multiple_of(3) && !is_day && change(cell, column.choice.is_some(), &column.head) {
                count += 1;
            }
        }
    }
    count
}

/// Returns what cells hold, formulas by what they come to, without rows of sums and columns of what follows from others.
fn held(sheet: &Sheet) -> Vec<Vec<Cell>> {
    let follows = ["Poziom ryzyka", "Level of risk", "Liczba dni", "Days"];
    let cell = |cell: &Cell| match cell {
        Cell::Formula(_, value) | Cell::Figure(value) => Cell::Figure(value.normalize()),
        other => other.clone(),
    };
    let row = |row: &Row| {
        let cells = sheet.columns.iter().zip(&row.cells);
        cells.filter(|(column, _)| !follows.contains(&&*column.head)).map(|(_, own)| cell(own)).collect()
    };
    sheet.rows.iter().filter(|row| row.weight == Weight::Plain).map(row).collect()
}

fn named<'w>(workbook: &'w mut Workbook, names: &[&str]) -> &'w mut Sheet {
    let found = workbook.sheets.iter_mut().find(|sheet| names.contains(&&*sheet.name));
    found.expect("the sheet is there")
}

const SHEETS: [(Subject, [&str; 2]); 5] = [
    (Subject::Budget, ["Budżet", "Budget"]),
    (Subject::Indicators, ["Wskaźniki", "Indicators"]),
    (Subject::Schedule, ["Harmonogram", "Schedule"]),
    (Subject::Partners, ["Partnerzy", "Partners"]),
    (Subject::Risks, ["Ryzyka", "Risks"]),
];

#[test]
fn what_was_changed_comes_back_and_nothing_else() {
    let mut cells = 0;
    for name in SAMPLES {
        let sample = Sample::new(name);
        for lang in Lang::ALL {
            for (from, (subject, names)) in (0..).zip(SHEETS) {
                let mut workbook = sample.workbook(&sample.parts, lang);
                let sheet = named(&mut workbook, &names);
                let count = changed(sheet, from);
                let wanted = held(sheet);
                let file = xlsx(&workbook).expect("it fits");
                let brought = bring(&sample, "t.xlsx", &file, subject);
                let words = sample::words(&brought, Lang::En);
                assert!(!brought.stops(), "{name} {lang:?} {subject:?}: {words}");
                assert_eq!(brought.changed, [count, 0], "{name} {lang:?} {subject:?}: {words}");
                let mut again = sample.workbook(&brought.parts, lang);
                assert_eq!(held(named(&mut again, &names)), wanted, "{name} {lang:?} {subject:?}");
                cells += count;
            }
        }
    }
    assert!(cells > 200, "{cells}");
}

#[test]
fn a_new_row_is_a_new_entry() {
    for name in SAMPLES {
        let sample = Sample::new(name);
        let mut workbook = sample.workbook(&sample.parts, Lang::Pl);
        let sheet = named(&mut workbook, &["Ryzyka"]);
        if sheet.rows.is_empty() {
            continue;
        }
        let mut row = sheet.rows[0].clone();
        row.cells[0] = Cell::Words("R99".to_owned());
        sheet.rows.push(row);
        let wanted = held(sheet);
        let brought = bring(&sample, "t.xlsx", &xlsx(&workbook).expect("it fits"), Subject::Risks);
        assert!(!brought.stops(), "{name}: {}", sample::words(&brought, Lang::Pl));
        assert_eq!(brought.changed, [0, 1], "{name}");
        let mut again = sample.workbook(&brought.parts, Lang::Pl);
        assert_eq!(held(named(&mut again, &["Ryzyka"])), wanted, "{name}");
    }
}

#[test]
fn a_missing_row_is_named_and_its_entry_stays() {
    let sample = Sample::new("gmina");
    let mut workbook = sample.workbook(&sample.parts, Lang::Pl);
    named(&mut workbook, &["Ryzyka"]).rows.remove(1);
    let brought = bring(&sample, "t.xlsx", &xlsx(&workbook).expect("it fits"), Subject::Risks);
    assert!(!brought.stops() && sample::same(&brought.parts, &sample.parts));
    assert_eq!(
        sample::words(&brought, Lang::Pl),
        "w tabeli nie ma wierszy dla: `R2`; te wpisy zostają we wniosku bez zmian"
    );
}

#[test]
fn csv_in_both_encodings_changes_one_value() {
    let sample = Sample::new("gmina");
    let text = "Budżet paktu\n\nID;Kwota [zł];Tekst\nB1;\"53 000,00\";animatorka klubu pracy – cały etat\nB2;17600,00;sala w domu kultury i ogrzewanie\nB3;144000;stypendia stażowe\nRazem;214600;\n";
    let narrow = encoding_rs::WINDOWS_1250.encode(text).0.into_owned();
    let commas = text.replace(',', ".").replace(';', ",").replace("53 000.00", "53 000,00");
    for bytes in [text.as_bytes().to_vec(), narrow, commas.into_bytes()] {
        let brought = bring(&sample, "b.csv", &bytes, Subject::Budget);
        assert!(!brought.stops(), "{}", sample::words(&brought, Lang::Pl));
        assert_eq!(brought.changed, [2, 0]);
        let lines = sample::changed_lines(&sample.parts, &brought.parts);
        assert_eq!(
            lines,
            [
                "    - {id: B1, action: A1, partner: P1, category: staff, text: animatorka klubu pracy – cały etat, unit: miesiąc, quantity: 44, unit_price: \"1 200,00\", amount: \"53 000,00\"}"
            ]
        );
    }
}

#[test]
fn texts_in_blocks_and_fields_that_are_not_there_yet() {
    let text = "meta: {tytuł: Próba}\npartnerzy:\n  - id: P1\n    nazwa: Gmina # dom\n    rola: >-\n      prowadzi\n      klub\n    oczekiwania: |\n      - jeden\n      - dwa\n  - id: P2\n    nazwa: Firma\n    status:\n";
    let sample = Sample::of(text);
    let table = "identyfikator;nazwa;rola;oczekiwania;status;głosy\n\
        P1;Gmina B;prowadzi klub pracy;\"- jeden\n- dwa\n- trzy\";lider;2\n\
        P2;;;;partner;\nP3;Cech;;;partner wspierający;1\n";
    let brought = bring(&sample, "p.csv", table.as_bytes(), Subject::Partners);
    assert!(!brought.stops(), "{}", sample::words(&brought, Lang::Pl));
    let after = String::from_utf8(brought.parts[0].bytes.clone()).expect("UTF-8");
    let wanted = "meta: {tytuł: Próba}\npartnerzy:\n  - id: P1\n    nazwa: Gmina B # dom\n    rola: >-\n      prowadzi klub pracy\n    oczekiwania: |\n      - jeden\n      - dwa\n      - trzy\n    status: leader\n    głosy: 2\n  - id: P2\n    status: partner\n  - id: P3\n    nazwa: Cech\n    status: associate\n    głosy: 1\n";
    assert_eq!(after, wanted);
}
