//! All sheets of an application. In: facts, the form of the call with its texts. Out: `Workbook`.

use super::lists::Lists;
use super::{Subject, entries, form, logframe, summary};
use crate::described::Kind;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::portal::Pack;
use crate::write::xlsx::Workbook;

/// What a workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct Case<'run> {
    /// The application's facts.
    pub facts: &'run Facts<'run>,
    /// The form of the call with its texts; `None` where the call has none.
    pub pack: Option<&'run Pack>,
    /// The language of the workbook.
    pub lang: Lang,
    /// The application's own.
    pub main: Lang,
    /// What the application is called.
    pub title: &'run str,
}

/// Returns the workbook.
pub fn workbook(case: &Case<'_>) -> Workbook {
    let langs = [case.lang, case.main];
    let mut lists = Lists::new(case.facts, case.lang);
    let mut sheets = Vec::new();
    for kind in Subject::ALL.iter().flat_map(|subject| subject.kinds()) {
        let sheet = entries::sheet(case.facts, *kind, &mut lists, langs);
        let sums = if *kind == Kind::Line { summary::sheet(case.facts, &sheet, langs) } else { None };
        sheets.push(sheet);
        sheets.extend(sums);
    }
    sheets.push(logframe::sheet(case.facts, langs));
    sheets.extend(case.pack.map(form::sheet));
    sheets.extend(lists.sheet());
    Workbook { title: case.title.to_owned(), lang: case.lang, sheets }
}
