//! The report for a person. In: a checked input. Out: what to do now; errors with their line, a caret and what to type;
//! what is yet to be written; the rest as errors are.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use annotate_snippets::Renderer;
use annotate_snippets::renderer::DecorStyle;

use super::block::groups;
use super::{Checked, Located, Worded, summary, unwritten_text, worded};
use crate::diagnostic::{Kind, Level, Mend};

/// How the report looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether to use colours.
    pub colour: bool,
    /// How many findings are shown before the rest is only counted.
    pub limit: usize,
}

/// How often something may be said before it is said once, with all its places.
const SINGLE: usize = 2;

/// How many further places of what is said once are shown before the rest is only counted.
const REPEATED: usize = 20;

/// Returns what to do now and the findings of one input, an empty line after each; empty for none.
pub fn text(checked: &Checked, look: Look) -> String {
    summary::first_step(checked, checked.lang) + &findings(checked, look)
}

/// Returns the findings alone.
pub fn findings(checked: &Checked, look: Look) -> String {
    let lang = checked.lang;
    let mut report = String::new();
    // Advice can wait until all is there that must be.
    let is_open = !checked.unwritten.demanded.is_empty();
    let (blocks, later): (Vec<_>, Vec<_>) =
        blocks(checked).into_iter().partition(|block| !is_open || block[0].diagnostic.level > Level::Advice);
    let later = later.iter().map(Vec::len).sum();
    let shown = &blocks[..blocks.len().min(look.limit)];
    let errors = shown.iter().take_while(|block| block[0].diagnostic.level == Level::Error).count();
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(120);
    let print = |report: &mut String, blocks: &[Vec<&Located>]| {
        for block in blocks {
            report.push_str(&printed(block, checked, &renderer, look.limit));
            report.push_str("\n\n");
        }
    };
    print(&mut report, &shown[..errors]);
    report.push_str(&unwritten_text::demanded(&checked.unwritten, lang));
    print(&mut report, &shown[errors..]);
    report.push_str(&unwritten_text::advised(&checked.unwritten, later, lang));
    let rest: usize = blocks[shown.len()..].iter().map(Vec::len).sum();
    if rest > 0 {
        report.push_str(&lang.pick(
            format!("… i jeszcze {rest}; pokaż wszystkie: --limit 0\n\n"),
            format!("… and {rest} more; show all: --limit 0\n\n"),
        ));
    }
    report
}

/// Returns the findings on what is written, the worst first and those of a level in the order of the file; what is said
/// more than twice is one block.
fn blocks(checked: &Checked) -> Vec<Vec<&Located>> {
    let is_written = |found: &&Located| found.diagnostic.kind() != Kind::Missing;
    let mut all: Vec<&Located> = checked.findings.iter().filter(is_written).collect();
    all.sort_by_key(|found| Reverse(found.diagnostic.level));
    let kind = |found: &Located| (found.diagnostic.code, found.diagnostic.level);
    let mut often = BTreeMap::new();
    all.iter().for_each(|found| *often.entry(kind(found)).or_insert(0) += 1);
    let mut blocks: Vec<Vec<&Located>> = Vec::new();
    let mut started: BTreeMap<_, usize> = BTreeMap::new();
    for found in all {
        match started.get(&kind(found)).copied() {
            Some(at) if often[&kind(found)] > SINGLE => blocks[at].push(found),
            _ => {
                started.insert(kind(found), blocks.len());
                blocks.push(vec![found]);
            }
        }
    }
    blocks
}

/// Prints a block: its first finding in full, of the others where they are and what they say.
fn printed(block: &[&Located], checked: &Checked, renderer: &Renderer, limit: usize) -> String {
    let (lang, sources) = (checked.lang, &checked.sources);
    let worded = |found: &Located| worded(&found.diagnostic, lang);
    let own = worded(block[0]);
    let drawn = renderer.render(&groups(block[0], &own, sources, lang));
    // A bar without words makes a long report longer and says nothing.
    let mut text = drawn.trim_end().lines().filter(|line| !is_bar(line)).collect::<Vec<_>>().join("\n");
    let shown = if limit == usize::MAX { block.len() } else { REPEATED.min(block.len() - 1) };
    for other in block.iter().skip(1).take(shown) {
        let name = sources.file(other.span).map_or(checked.name.as_str(), |source| &source.name);
        let line = sources.position(other.span).map_or(1, |at| at.line);
        let words = lang.pick("także", "also");
        // What to write there says more than what is wrong once again.
        let Worded { message, help, .. } = worded(other);
        let said = match &other.diagnostic.patch {
            Some(patch) if patch.kind == Mend::Form && !patch.text.trim().is_empty() => {
                let text = patch.text.trim().lines().map(str::trim).collect::<Vec<_>>().join(" / ");
                format!("{} {text}", lang.pick("tak będzie dobrze:", "this reads as meant:"))
            }
            Some(_) => format!("{message}; {help}"),
            None => message,
        };
        text.push_str(&format!("\n  = {words} {name}:{line}: {said}"));
    }
    let rest = block.len() - 1 - shown.min(block.len() - 1);
    if rest > 0 {
        text.push_str(&lang.pick(format!("\n  = … i jeszcze {rest}"), format!("\n  = … and {rest} more")));
    }
    text
}

/// Tells whether a line is only the bar beside an excerpt, maybe in colour.
fn is_bar(line: &str) -> bool {
    let mut painted = line.split("\u{1b}[");
    let first = painted.next().unwrap_or_default();
    let rest = painted.map(|part| part.split_once('m').map_or(part, |(_, words)| words));
    std::iter::once(first).chain(rest).collect::<String>().trim() == "|"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Findings, Patch, Place, Span};
    use crate::lang::Lang;
    use crate::report::{Format, Resolved, Stream, Tally, github, piece, short};
    use crate::source::{Encoding, Source, Sources};

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
            gaps: Vec::new(),
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

    fn whole(format: Format) -> String {
        let checked = checked(Lang::Pl);
        let look = Look { colour: false, limit: 1 };
        let mut stream = Stream::new(format, look);
        let piece = piece(format, look, &checked, &checked);
        stream.begin() + &stream.add(piece) + &stream.end(&[Tally::of(&checked)], Lang::Pl)
    }

    #[test]
    fn a_finding_shows_its_line_and_what_to_type() {
        let look = Look { colour: false, limit: 10 };
        insta::assert_snapshot!(text(&checked(Lang::Pl), look), @"
        Popraw 1 błąd (poprawki formy wpisze pakt check --fix).

        błąd[REF-02]: identyfikator N1 (potrzeba) jest już zajęty (grupa)
         --> wniosek.yaml:3:12
        3 |     skala: dwadzieścia ąę
          |            ^^^^^^^^^^^
         ::: wniosek.yaml:2:9
        2 |   - id: N1
          |         -- pierwsze użycie
          = pomoc: nadaj temu wpisowi inny, na przykład `N2`, i popraw odwołania do niego
        poprawka: tak będzie dobrze
        3 -     skala: dwadzieścia ąę
        3 +     skala: 20 ąę
        ");
    }

    #[test]
    fn the_other_formats_point_at_the_same_spot() {
        insta::assert_snapshot!(short(&checked(Lang::Pl), 1), @"wniosek.yaml:3:12: error REF-02 identyfikator N1 (potrzeba) jest już zajęty (grupa)");
        insta::assert_snapshot!(github(&checked(Lang::Pl), 1), @"::error file=wniosek.yaml,line=3,endLine=3,col=12,title=REF-02 id-used-twice::identyfikator N1 (potrzeba) jest już zajęty (grupa)%0Anadaj temu wpisowi inny, na przykład `N2`, i popraw odwołania do niego");
        insta::assert_snapshot!(whole(Format::Json), @r#"
        {
          "schema": "pakt-report/1",
          "program": "pakt",
          "version": "0.2.0",
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
                  "fingerprint": "204d5e63893aa0a6f568c02f640a62cf",
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
          ],
          "summary": {
            "errors": 1,
            "missing": 0,
            "warnings": 0,
            "advice": 0
          }
        }
        "#);
    }

    #[test]
    fn what_is_over_the_limit_is_counted() {
        let look = Look { colour: false, limit: 0 };
        assert_eq!(findings(&checked(Lang::En), look), "… and 1 more; show all: --limit 0\n\n");
    }
}
