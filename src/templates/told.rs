//! What the engine says of a template. In: its error. Out: `Told`, one for each thing it found.
//!
//! Where something is, Tera says in types – but not what it is, nor anything of names that no template, filter or
//! test has: of these it makes one text. Its words are read here and nowhere else; the tests below ask Tera for each.

use tera::{ErrorKind, ReportError};

use super::budget::OVER;

/// What the engine found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A tag that is none, with the engine's words.
    Syntax(String),
    /// A template of this name is not there.
    NoTemplate(String),
    /// A filter, test, function or component of this name is not there.
    NoFilter(String),
    /// A variable or a field is not there; what is there beside it.
    NoName(String, Vec<String>),
    /// The template has used up what it may.
    TooMuch,
    /// Anything else, in the engine's words.
    Other(String),
}

/// Something the engine found and where: the template's name, the line from 1, the column from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) what: What,
    pub(super) template: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) length: usize,
}

/// Returns what an error is about; nothing for one that has no place in a template.
pub(super) fn told(error: &tera::Error) -> Vec<Told> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => vec![of(report, What::Syntax(report.message().to_owned()))],
        ErrorKind::RenderingError(report) => vec![of(report, what(report.message()))],
        ErrorKind::Msg(text) => several(text),
        _ => Vec::new(),
    }
}

fn of(report: &ReportError, what: What) -> Told {
    let span = report.span();
    let length =
        if span.end_line == span.start_line { span.end_col.saturating_sub(span.start_col) } else { 1 };
    let (line, column) = (span.start_line, span.start_col);
    Told { what, template: report.filename().to_owned(), line, column, length }
}

fn what(message: &str) -> What {
    let name = message.split('`').nth(1).unwrap_or_default().to_owned();
    if message.contains(OVER) {
        What::TooMuch
    } else if message.starts_with("Unknown template") {
        What::NoTemplate(name)
    } else if message.starts_with("Unknown ") {
        What::NoFilter(name)
    } else if message.contains("is not defined") {
        let known = message.split_once(": ").map_or("", |(_, list)| list);
        What::NoName(name, known.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect())
    } else {
        What::Other(message.to_owned())
    }
}

/// Reads the reports that the engine joins into one text when it finds several things.
fn several(reports: &str) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    let mut message = None;
    for line in reports.lines() {
        if let Some(text) = line.strip_prefix("error: ") {
            message = Some(text);
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let mut parts = place.rsplitn(3, ':');
            let [column, row] = [(); 2].map(|()| parts.next().and_then(|part| part.parse::<usize>().ok()));
            let (Some(template), Some(row), Some(column)) = (parts.next(), row, column) else { continue };
            let Some(message) = message.take() else { continue };
            let (template, column) = (template.to_owned(), column.saturating_sub(1));
            all.push(Told { what: what(message), template, line: row, column, length: 0 });
        } else if let (Some(carets), Some(told)) = (line.find('^'), all.last_mut()) {
            told.length = line[carets..].chars().take_while(|sign| *sign == '^').count();
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::{Context, Tera};

    fn shown(all: &[Told]) -> Vec<String> {
        all.iter()
            .map(|told| {
                let Told { what, template, line, column, length } = told;
                format!("{template}:{line}:{column}+{length} {what:?}")
            })
            .collect()
    }

    #[test]
    fn every_name_that_is_nowhere_is_told_at_its_place() {
        let mut tera = Tera::default();
        let text = "ą {{ x | filt }}\n{% if x is tes %}{% endif %}{{ func() }}\n{{<comp />}}\n{% include \"gone.md\" %}";
        let error =
            tera.add_raw_templates([("a.md", text), ("b.md", "{{ 1 | other }}")]).expect_err("faults");
        assert_eq!(
            shown(&told(&error)),
            [
                "a.md:1:9+4 NoFilter(\"filt\")",
                "a.md:2:11+3 NoFilter(\"tes\")",
                "a.md:2:31+6 NoFilter(\"func\")",
                "a.md:3:2+8 NoFilter(\"comp\")",
                "a.md:4:11+9 NoTemplate(\"gone.md\")",
                "b.md:1:7+5 NoFilter(\"other\")",
            ]
        );
    }

    #[test]
    fn what_is_not_defined_is_told_with_what_is() {
        let mut tera = Tera::default();
        let texts =
            [("a.md", "\n{{ nme }}"), ("b.md", "{{ group.nme }}"), ("c.md", "{{ name / 2 }}"), ("d.md", "")];
        tera.add_raw_templates(texts).expect("they can be read");
        let mut context = Context::new();
        context.insert("name", "x");
        context.insert("group", &std::collections::BTreeMap::from([("name", 1), ("size", 2)]));
        let failed = |name| shown(&told(&tera.render(name, &context).expect_err("a fault")));
        assert_eq!(failed("a.md"), ["a.md:2:3+3 NoName(\"nme\", [\"group\", \"name\"])"]);
        assert_eq!(failed("b.md"), ["b.md:1:9+3 NoName(\"nme\", [\"name\", \"size\"])"]);
        assert!(failed("c.md")[0].contains("Other("), "{:?}", failed("c.md"));
        let error = tera.add_raw_template("e.md", "{% if %}").expect_err("no condition");
        assert!(matches!(told(&error)[0].what, What::Syntax(_)));
    }
}
