//! The report for what shows tests. In: a checked input. Out: a suite of JUnit's XML; each finding is a case. What must be
//! mended or written is a failure, the rest is told with a case that passes.
//! Source: the schema `junit-10.xsd` of Jenkins' plug-in `xunit`.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::{Checked, Located, Worded, fingerprint, json, level, worded};
use crate::diagnostic::Level;

/// Returns how the report begins.
pub(super) fn begin() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n".to_owned()
}

/// Returns how the report ends.
pub(super) fn end() -> String {
    "</testsuites>\n".to_owned()
}

/// Returns the suite of an input with so many findings, the worst; one without findings is a case that passes.
pub(super) fn piece(checked: &Checked, limit: usize) -> String {
    let shown = checked.worst(limit);
    let fails = |found: &&&Located| found.diagnostic.level >= Level::Missing;
    let (tests, failures) = (shown.len().max(1), shown.iter().filter(fails).count());
    let name = said(&checked.name);
    let mut suite = format!(
        "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">\n"
    );
    if shown.is_empty() {
        let _ = writeln!(suite, "    <testcase name=\"pakt check\" classname=\"{name}\"/>");
    }
    shown.into_iter().for_each(|found| suite += &case(found, checked));
    suite + "  </testsuite>\n"
}

fn case(found: &Located, checked: &Checked) -> String {
    let own = &found.diagnostic;
    let Worded { name, message, help, .. } = worded(own, checked.lang);
    let (file, line) = (fingerprint::file(found, checked), json::location(found.span, &checked.sources).line);
    let code = own.code;
    let begin = format!(
        "    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{line}\">\n",
        said(&format!("{code} {name} {}", own.place)),
        said(&checked.name),
        said(&file),
    );
    let level = level(own.level, checked.lang);
    let told = format!("{file}:{line}: {level}: {message}\n{help}");
    let (told, message) = (said(told.trim_end()), said(&message));
    let body = match own.level {
        Level::Error | Level::Missing => {
            format!("      <failure type=\"{code}\" message=\"{message}\">{told}</failure>\n")
        }
        Level::Warning | Level::Advice => format!("      <system-out>{told}</system-out>\n"),
    };
    begin + &body + "    </testcase>\n"
}

/// Returns words as they stand in XML, which holds no other control characters than the ends of lines.
fn said(words: &str) -> String {
    let may = |letter: &char| {
        *letter == '\n' || !letter.is_control() && !('\u{fffe}'..='\u{ffff}').contains(letter)
    };
    escape(words.chars().filter(may).collect::<String>()).into_owned()
}
