//! A sheet on its way into the file. In: `Sheet`. Out: cells with formats, widths, lists of choices and a print set-up.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::{Cell, Choice, Column, Form, Row, Sheet, Weight, Workbook};
use crate::lang::Lang;

/// The widest and the narrowest column, in digits.
const WIDEST: usize = 48;
const NARROWEST: usize = 6;

/// Room beside the words: the arrow of a list of choices, the space round a figure.
const BESIDE: usize = 3;

/// How many rows below the last a list of choices reaches, for what is entered there.
const BELOW: u32 = 200;

/// How many digits fit in the width of a page that is shrunk as far as it can still be read.
const PAGE: usize = 210;

/// How many lines of a text are shown before one scrolls in it.
const MOST_LINES: usize = 20;

/// How high a line of text is, in points.
const LINE: f64 = 15.0;

/// A4, as files of this kind call it.
const A4: u8 = 9;

/// The colour behind heads.
const HEAD: u32 = 0x00D9_E2EC;

/// Writes a sheet.
pub(super) fn write(out: &mut Worksheet, sheet: &Sheet, workbook: &Workbook) -> Result<(), XlsxError> {
    let lang = workbook.lang;
    out.set_name(&sheet.name)?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let head = head.set_background_color(HEAD).set_border(FormatBorder::Thin);
    let widths: Vec<usize> =
        sheet.columns.iter().enumerate().map(|(number, column)| width(sheet, number, column)).collect();
    for (number, column) in (0..).zip(&sheet.columns) {
        out.set_column_width(number, widths[usize::from(number)] as f64)?;
        out.set_column_format(number, &format(column.form, Weight::Plain, lang))?;
        out.write_string_with_format(0, number, &column.head, &head)?;
        if let Some(choice) = &column.choice {
            let last = sheet.rows.len() as u32 + BELOW;
            out.add_data_validation(1, number, last, number, &validation(choice, lang)?)?;
        }
    }
    let heads: Vec<Cell> = sheet.columns.iter().map(|column| Cell::Words(column.head.clone())).collect();
    out.set_row_height(0, lines(&heads, &widths) as f64 * LINE)?;
    for (number, row) in (1..).zip(&sheet.rows) {
        // Not every program finds out by itself how high a row has to be.
        out.set_row_height(number, lines(&row.cells, &widths).min(MOST_LINES) as f64 * LINE)?;
        write_row(out, number, row, sheet, lang)?;
    }
    out.set_freeze_panes(1, u16::from(sheet.columns.len() > 2))?;
    out.set_repeat_rows(0, 0)?;
    let pages = widths.iter().sum::<usize>().div_ceil(PAGE);
    if pages > 1 {
        out.set_repeat_columns(0, 0)?;
    }
    out.set_landscape().set_paper_size(A4).set_print_fit_to_pages(pages as u16, 0);
    // A sign that such lines read as a command is doubled.
    let title = workbook.title.replace('&', "&&");
    let title: String = title.chars().take(120).collect();
    out.set_header(format!("&L{title}&R&A"));
    out.set_footer(lang.pick("&Cstrona &P z &N", "&Cpage &P of &N"));
    Ok(())
}

fn write_row(out: &mut Worksheet, at: u32, row: &Row, sheet: &Sheet, lang: Lang) -> Result<(), XlsxError> {
    let cells = row.cells.iter().chain(std::iter::repeat(&Cell::Empty));
    for ((number, column), cell) in (0..).zip(&sheet.columns).zip(cells) {
        let form = match cell {
            // Words in a column of figures, such as a date that is only a month.
            Cell::Words(_) => Form::Words,
            _ => column.form,
        };
        let look = format(form, row.weight, lang);
        match cell {
            Cell::Empty if row.weight == Weight::Plain => continue,
            Cell::Empty => out.write_blank(at, number, &look)?,
            Cell::Words(words) => out.write_string_with_format(at, number, words, &look)?,
            Cell::Figure(figure) => {
                out.write_number_with_format(at, number, figure.to_f64().unwrap_or_default(), &look)?
            }
            Cell::Day(day) => {
                let [month, dom] = [day.month(), day.day()].map(|part| u8::try_from(part).unwrap_or(1));
                let day = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), month, dom)?;
                out.write_datetime_with_format(at, number, &day, &look)?
            }
            Cell::Formula(formula, value) => {
                let formula = Formula::new(formula).set_result(value.normalize().to_string());
                out.write_formula_with_format(at, number, formula, &look)?
            }
        };
    }
    Ok(())
}

/// Returns how values of a form look in a row.
fn format(form: Form, weight: Weight, lang: Lang) -> Format {
    let plain = Format::new().set_align(FormatAlign::Top);
    let look = match form {
        Form::Words => plain.set_num_format("@").set_text_wrap(),
        // Programs show these marks as their own language writes them: 12 500,50 zł.
        Form::Money => plain.set_num_format("#,##0.00\\ [$zł-415]"),
        Form::Number => plain.set_num_format("#,##0.##########"),
        Form::Whole => plain.set_num_format("0"),
        Form::Share => plain.set_num_format("0.00%"),
        Form::Date => plain.set_num_format(lang.pick("dd.mm.yyyy", "d mmm yyyy")),
    };
    match weight {
        Weight::Plain => look,
        Weight::Head => look.set_bold().set_background_color(HEAD),
        Weight::Total => look.set_bold().set_border_top(FormatBorder::Medium),
    }
}

fn validation(choice: &Choice, lang: Lang) -> Result<DataValidation, XlsxError> {
    let style = match choice.strict {
        true => DataValidationErrorStyle::Stop,
        false => DataValidationErrorStyle::Warning,
    };
    DataValidation::new()
        .allow_list_formula(Formula::new(format!("={}", choice.from)))
        .set_error_style(style)
        .set_error_title(lang.pick("Nie ma tego na liście", "Not on the list"))?
        .set_error_message(lang.pick("Wybierz wartość z listy.", "Choose a value from the list."))
}

/// Returns the width of a column: as much as its words need, within limits.
fn width(sheet: &Sheet, number: usize, column: &Column) -> usize {
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(number));
    let needed = cells.map(|cell| match cell {
        Cell::Empty => 0,
        Cell::Words(words) => words.lines().map(UnicodeWidthStr::width).max().unwrap_or_default(),
        Cell::Day(_) => "30 wrz 2026".len(),
        Cell::Figure(figure) | Cell::Formula(_, figure) => match column.form {
            Form::Money => figure.to_string().len() + " 000 000 zł".len(),
            _ => figure.to_string().len(),
        },
    });
    let words = column.head.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or_default();
    (needed.max().unwrap_or_default().max(words) + BESIDE).clamp(NARROWEST, WIDEST)
}

/// Returns how many lines the longest text of a row takes.
fn lines(cells: &[Cell], widths: &[usize]) -> usize {
    let of = |(cell, width): (&Cell, &usize)| match cell {
        // Words do not break where the width ends, so that a part of each line stays empty.
        Cell::Words(words) => words.lines().map(|line| (line.width() * 8 / 7 + 2).div_ceil(*width)).sum(),
        _ => 1,
    };
    cells.iter().zip(widths).map(of).max().unwrap_or(1).max(1)
}
