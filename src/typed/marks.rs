//! Marks in a field that takes none. In: its text. Out: the text without them.

use super::Inline;
use super::inlines::inlines;
use super::markers::{Marker, marks};

/// Returns a text without what only a field of prose reads as marks: bold words, links, the bullet of a line.
pub fn without_marks(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("\n")
}

fn line(text: &str) -> String {
    let room = text.len() - text.trim_start().len();
    let mut out = text[..room].to_owned();
    push(&mut out, &inlines(without_opener(&text[room..])));
    without_pairs(&without_pairs(&out, "__"), "`")
}

/// Returns a line without the bullet or the number signs that open it; a sign before a figure stays.
fn without_opener(line: &str) -> &str {
    let bullet =
        marks(line).find(|mark| !matches!(mark.marker, Marker::Number(_)) && !line.starts_with(['–', '—']));
    let heading = || {
        let rest = line.strip_prefix('#')?.trim_start_matches('#');
        rest.starts_with(' ').then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
    };
    let rest = bullet.map(|mark| mark.words).or_else(heading);
    rest.filter(|rest| !rest.starts_with(|sign: char| sign.is_ascii_digit())).unwrap_or(line)
}

fn push(out: &mut String, line: &[Inline]) {
    for inline in line {
        match inline {
            Inline::Text(words) => out.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) => push(out, inner),
            Inline::Link(address, inner) => {
                push(out, inner);
                out.push_str(&format!(" ({address})"));
            }
            Inline::Note(label) => out.push_str(&format!("[^{label}]")),
            Inline::Source(id) => out.push_str(&format!("[{id}]")),
            Inline::Break => out.push('\n'),
        }
    }
}

/// Returns a text without pairs of signs around words.
fn without_pairs(text: &str, signs: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(signs) {
        let is_start = before.chars().next_back().is_none_or(|sign| !sign.is_alphanumeric() && sign != '_');
        let inner = after.split_once(signs).filter(|(inner, end)| {
            // A stop with letters behind it is inside a name: `__init__.py`.
            let mut after = end.chars();
            let is_end = after.next().is_none_or(|sign| {
                let is_name = after.next().is_some_and(char::is_alphanumeric) && !sign.is_whitespace();
                !sign.is_alphanumeric() && sign != '_' && !is_name
            });
            let is_words = inner.starts_with(char::is_alphanumeric) && !inner.ends_with([' ', '_']);
            is_start && is_end && is_words
        });
        out.push_str(before);
        match inner {
            Some((inner, end)) => {
                out.push_str(inner);
                rest = end;
            }
            None => {
                out.push_str(signs);
                rest = after;
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_signs_stay() {
        for (text, bare) in [
            ("**Kwalifikacje** – nieaktualne", "Kwalifikacje – nieaktualne"),
            ("- brak dojazdu", "brak dojazdu"),
            ("* brak", "brak"),
            ("• brak", "brak"),
            ("# Cel", "Cel"),
            ("### Cel", "Cel"),
            ("__ważne__ i `kod`", "ważne i kod"),
            ("[strona](https://x.pl)", "strona (https://x.pl)"),
            ("*to* jest", "to jest"),
        ] {
            assert_eq!(without_marks(text), bare);
        }
        for text in [
            "2*3",
            "2*24*1750 zł",
            "§ 3",
            "#1",
            "# 1",
            "- 5 %",
            "-5",
            "dom - praca",
            "– tak",
            "a_b_c",
            "__init__.py",
            "____",
            "*) uwaga",
            "30 zł*",
            "[E1] [x]",
            "C:\\dane",
            "1. maja",
            "a) b",
            "5 `",
            "*",
        ] {
            assert_eq!(without_marks(text), text);
        }
    }
}
