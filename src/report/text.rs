//! The report for a person. In: a checked input. Out: each finding with its line, a caret and what to
//! type.

use std::cmp::Reverse;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Severity, Patch as Repair, Renderer, Snippet};

use super::{Checked, Located, Worded, level, worded};
use crate::diagnostic::{Level, Mend, Patch, Span};
use crate::lang::{Lang, Noun};
use crate::source::{Source, Sources};

/// How the report looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether to use colours.
    pub colour: bool,
    /// How many findings are shown before the rest is only counted.
    pub limit: usize,
}

/// How many further places of a finding are shown before the rest is only counted.
const OTHER_PLACES: usize = 3;

/// Returns the findings of one input, an empty line after each; empty for none.
pub fn text(checked: &Checked, look: Look) -> String {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(120);
    let mut report = String::new();
    for finding in shown(checked, look.limit) {
        let worded = worded(&finding.diagnostic, checked.lang);
        let groups = groups(finding, &worded, &checked.sources, checked.lang);
        report.push_str(renderer.render(&groups).trim_end());
        report.push_str("\n\n");
    }
    let rest = checked.findings.len().saturating_sub(look.limit);
    if rest > 0 {
        let more = checked.lang.pick(
            format!("… i jeszcze {rest}; pokaż wszystkie: --limit 0"),
            format!("… and {rest} more; show all: --limit 0"),
        );
        report.push_str(&more);
        report.push_str("\n\n");
    }
    report
}

/// Returns the findings to show, in the order of the file; where not all are, the worst.
fn shown(checked: &Checked, limit: usize) -> Vec<&Located> {
    let mut shown: Vec<(usize, &Located)> = checked.findings.iter().enumerate().collect();
    shown.sort_by_key(|(number, finding)| (Reverse(finding.diagnostic.level), *number));
    shown.truncate(limit);
    shown.sort_by_key(|(number, _)| *number);
    shown.into_iter().map(|(_, finding)| finding).collect()
}

fn groups<'a>(finding: &'a Located, worded: &'a Worded, sources: &'a Sources, lang: Lang) -> Vec<Group<'a>> {
    let diagnostic = &finding.diagnostic;
    let severity = match diagnostic.level {
        Level::Error => Severity::ERROR,
        Level::Missing | Level::Warning => Severity::WARNING,
        Level::Advice => Severity::NOTE,
    };
    let title = severity.with_name(level(diagnostic.level, lang)).primary_title(&worded.message);
    // A further place that leads to the same line says nothing new.
    let others: Vec<Span> = finding.also.iter().copied().filter(|span| *span != finding.span).collect();
    let mut group =
        title.id(diagnostic.code).elements(snippet(sources, finding.span, AnnotationKind::Primary, ""));
    for span in others.iter().take(OTHER_PLACES) {
        group = group.elements(snippet(sources, *span, AnnotationKind::Context, &worded.also));
    }
    let rest = others.len().saturating_sub(OTHER_PLACES);
    if rest > 0 {
        let noun = Noun(["inne miejsce", "inne miejsca", "innych miejsc"], ["other place", "other places"]);
        let places = lang.counted(rest as u64, noun);
        let more = lang.pick(format!("i jeszcze {places}"), format!("and {places}"));
        group = group.element(Severity::NOTE.with_name(lang.pick("uwaga", "note")).message(more));
    }
    if !worded.help.is_empty() {
        group = group.element(Severity::HELP.with_name(lang.pick("pomoc", "help")).message(&worded.help));
    }
    let mut groups = vec![group];
    groups.extend(diagnostic.patch.as_ref().and_then(|patch| repair(sources, patch, lang)));
    groups
}

fn snippet<'a>(
    sources: &'a Sources,
    span: Span,
    kind: AnnotationKind,
    label: &'a str,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let source = sources.file(span)?;
    let Window { line, text, from, to } = window(source, span, 1);
    // An empty span shows a caret under one character, where there is one; a repair there only puts in.
    let to =
        if from == to { text[from..].chars().next().map_or(to, |next| from + next.len_utf8()) } else { to };
    let annotation = kind.span(from..to).label(label);
    let annotation = if label.is_empty() { kind.span(from..to) } else { annotation };
    Some(Snippet::source(text).line_start(line).path(source.name.as_str()).annotation(annotation))
}

fn repair<'a>(sources: &'a Sources, patch: &'a Patch, lang: Lang) -> Option<Group<'a>> {
    let source = sources.file(patch.span)?;
    let Window { line, text, from, to } = window(source, patch.span, LINES);
    let [name, title] = match patch.kind {
        Mend::Form => [["poprawka", "fix"], ["tak będzie dobrze", "this reads as meant"]],
        Mend::Content => [
            ["propozycja", "proposal"],
            ["to zmienia treść, sprawdź ją", "this changes what is said, check it"],
        ],
    };
    let title =
        Severity::HELP.with_name(lang.pick(name[0], name[1])).secondary_title(lang.pick(title[0], title[1]));
    let snippet = Snippet::source(text).line_start(line).patch(Repair::new(from..to, patch.text.as_str()));
    Some(title.element(snippet))
}

/// The lines of a span, with its part of them.
struct Window<'a> {
    line: usize,
    text: &'a str,
    from: usize,
    to: usize,
}

/// How many lines of a repair are shown.
const LINES: usize = 40;

/// Cuts the lines of a span out, at most so many: the renderer's cost grows with what it is given, and a file may have
/// 10 MiB.
fn window(source: &Source, span: Span, most: usize) -> Window<'_> {
    let line = source.position(span.from).line;
    let first = source.line(line);
    let start = first.as_ptr() as usize - source.text.as_ptr() as usize;
    let last = source.position(span.to.max(span.from)).line.min(line + most - 1);
    let end = source.line(last);
    let end = end.as_ptr() as usize - source.text.as_ptr() as usize + end.len();
    let text = &source.text[start..end.max(start + first.len())];
    let clamp = |byte: usize| text.floor_char_boundary(byte.saturating_sub(start).min(text.len()));
    let (from, to) = (clamp(span.from), clamp(span.to));
    Window { line, text, from, to }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Findings, Place};
    use crate::report::{Resolved, github, json, short};
    use crate::source::Encoding;

    /// One finding at the word „dwadzieścia”, with a second place and a repair.
    fn checked(lang: Lang) -> Checked {
        let mut sources = Sources::default();
        let text = "potrzeby:\r\n  - id: N1\r\n    skala: dwadzieścia ąę\r\n";
        sources.add(Source::new("wniosek.yaml", text, Encoding::Utf8));
        let at = |word: &str| {
            let from = text.find(word).expect("the word stands in the text");
            Span { file: 0, from, to: from + word.len() }
        };
        let diagnostic = Diagnostic {
            code: "REF-02",
            level: Level::Error,
            place: Place::parse("diagnosis/needs/0/scale"),
            span: None,
            part: None,
            also: vec![Place::parse("diagnosis/needs/0/id")],
            values: vec![
                ("id", "N1".into()),
                ("kind", ["potrzeba", "need"].into()),
                ("first", ["grupa", "group"].into()),
                ("free", "N2".into()),
            ],
            patch: Some(Patch::form(at("dwadzieścia"), "20")),
        };
        let mut findings = Findings::default();
        findings.push(diagnostic);
        let resolved = Resolved { span: at("dwadzieścia"), also: vec![at("N1")] };
        Checked::new("wniosek.yaml", lang, sources, findings, |_| resolved.clone())
    }

    #[test]
    fn a_finding_shows_its_line_and_what_to_type() {
        let look = Look { colour: false, limit: 10 };
        insta::assert_snapshot!(text(&checked(Lang::Pl), look), @"
        błąd[REF-02]: identyfikator N1 (potrzeba) jest już zajęty (grupa)
         --> wniosek.yaml:3:12
          |
        3 |     skala: dwadzieścia ąę
          |            ^^^^^^^^^^^
          |
         ::: wniosek.yaml:2:9
          |
        2 |   - id: N1
          |         -- pierwsze użycie
          |
          = pomoc: nadaj temu wpisowi inny, na przykład `N2`, i popraw odwołania do niego
        poprawka: tak będzie dobrze
          |
        3 -     skala: dwadzieścia ąę
        3 +     skala: 20 ąę
          |
        ");
    }

    #[test]
    fn the_other_formats_point_at_the_same_spot() {
        insta::assert_snapshot!(short(&checked(Lang::Pl)), @"wniosek.yaml:3:12: error REF-02 identyfikator N1 (potrzeba) jest już zajęty (grupa)");
        insta::assert_snapshot!(github(&checked(Lang::Pl)), @"::error file=wniosek.yaml,line=3,endLine=3,col=12,title=REF-02 id-used-twice::identyfikator N1 (potrzeba) jest już zajęty (grupa)%0Anadaj temu wpisowi inny, na przykład `N2`, i popraw odwołania do niego");
        insta::assert_snapshot!(json(&[checked(Lang::Pl)]), @r#"
        {
          "schema": "pakt-report/1",
          "program": "pakt",
          "version": "0.2.0",
          "summary": {
            "errors": 1,
            "missing": 0,
            "warnings": 0,
            "advice": 0
          },
          "inputs": [
            {
              "name": "wniosek.yaml",
              "files": [
                "wniosek.yaml"
              ],
              "summary": {
                "errors": 1,
                "missing": 0,
                "warnings": 0,
                "advice": 0
              },
              "findings": [
                {
                  "code": "REF-02",
                  "name": "id-used-twice",
                  "level": "error",
                  "kind": "fault",
                  "message": "identyfikator N1 (potrzeba) jest już zajęty (grupa)",
                  "help": "nadaj temu wpisowi inny, na przykład `N2`, i popraw odwołania do niego",
                  "path": "diagnosis/needs/0/scale",
                  "location": {
                    "file": "wniosek.yaml",
                    "line": 3,
                    "column": 12,
                    "end_line": 3,
                    "end_column": 23,
                    "from_byte": 34,
                    "to_byte": 46
                  },
                  "also": [
                    {
                      "path": "diagnosis/needs/0/id",
                      "message": "pierwsze użycie",
                      "location": {
                        "file": "wniosek.yaml",
                        "line": 2,
                        "column": 9,
                        "end_line": 2,
                        "end_column": 11,
                        "from_byte": 19,
                        "to_byte": 21
                      }
                    }
                  ],
                  "patch": {
                    "kind": "form",
                    "location": {
                      "file": "wniosek.yaml",
                      "line": 3,
                      "column": 12,
                      "end_line": 3,
                      "end_column": 23,
                      "from_byte": 34,
                      "to_byte": 46
                    },
                    "text": "20"
                  }
                }
              ]
            }
          ]
        }
        "#);
    }

    #[test]
    fn what_is_over_the_limit_is_counted() {
        let look = Look { colour: false, limit: 0 };
        assert_eq!(text(&checked(Lang::En), look), "… and 1 more; show all: --limit 0\n\n");
    }
}
