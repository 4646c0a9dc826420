//! What a check finds, beside the words of a paper. In: a paper with the origins of its words, the check. Out: a Word file with a
//! comment for each finding at the text it is about, and how many findings are about nothing in it.

use super::{Run, Trace};
use crate::diagnostic::{Diagnostic, Place, Step};
use crate::document::Document;
use crate::lang::Noun;
use crate::report;
use crate::style::Look;
use crate::word::Text;
use crate::write::docx::Remark;

/// Who says what no text is about.
const AUTHOR: &str = "pakt";

impl Trace<'_> {
    /// Returns a paper as a Word file with comments; `None` where nothing was found.
    pub fn commented(&self, document: &Document, look: &Look) -> Option<Vec<u8>> {
        let findings = &self.run.found().findings;
        if findings.is_empty() {
            return None;
        }
        let (mut parts, paper) = self.word(document, look);
        let mut texts = paper.map.map(|map| map.texts).unwrap_or_default();
        texts.retain(|text| parts.holds(text.number));
        let mut remarks = Vec::new();
        let mut elsewhere = 0;
        for found in findings {
            match number(&found.diagnostic, &texts) {
                Some(number) => remarks.push(self.run.remark(&found.diagnostic, number)),
                None => elsewhere += 1,
            }
        }
        if elsewhere > 0 {
            remarks.push(self.run.rest(elsewhere));
        }
        parts.comment(&remarks);
        Some(parts.packed())
    }
}

impl Run {
    fn remark(&self, diagnostic: &Diagnostic, number: usize) -> Remark {
        let words = report::worded(diagnostic, self.lang);
        let level = report::level(diagnostic.level, self.lang);
        let mut lines = vec![format!("{level}: {}", words.message)];
        lines.extend(Some(words.help).filter(|help| !help.is_empty()));
        lines.push(self.line_of(&diagnostic.place));
        Remark { number: Some(number), author: format!("{AUTHOR} {}", diagnostic.code), lines }
    }

    /// Says how many findings are about nothing in a paper.
    fn rest(&self, count: usize) -> Remark {
        let noun = Noun(["uwaga", "uwagi", "uwag"], ["finding", "findings"]);
        let counted = self.lang.counted(count as u64, noun);
        let line = self.lang.pick(
            format!("Poza tym dokumentem: {counted}. Pokaże je pakt check."),
            format!("Not about a text of this paper: {counted}. pakt check shows them."),
        );
        Remark { number: None, author: AUTHOR.to_owned(), lines: vec![line] }
    }
}

/// Returns the first text that a finding is about: of the field that it names, else of the entry that lacks the field.
fn number(diagnostic: &Diagnostic, texts: &[Text]) -> Option<usize> {
    let of_field = |place: &Place| {
        let is_own = |text: &&Text| text.place.is_within(place) || place.is_within(&text.place);
        texts.iter().find(is_own).map(|text| text.number)
    };
    let of_entry = |place: &Place| {
        let mut around = std::iter::successors(place.parent(), Place::parent);
        let entry = around.find(|place| matches!(place.steps().last(), Some(Step::Index(_))))?;
        texts.iter().find(|text| text.place.is_within(&entry)).map(|text| text.number)
    };
    let places: Vec<&Place> = diagnostic.drawn_on().filter(|place| !place.steps().is_empty()).collect();
    let fields = places.iter().find_map(|place| of_field(place));
    fields.or_else(|| places.iter().find_map(|place| of_entry(place)))
}
