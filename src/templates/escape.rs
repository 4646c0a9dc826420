//! Plain words made fit for Markdown. In: a value with its marks. Out: Markdown that reads back as
//! the same words, wherever in a line it stands.

use std::io::{self, Write};

use crate::context::origins::is_origin;
use crate::context::{exact, mark, origins};
use crate::lang::Lang;

/// What Markdown may take for markup anywhere in a line.
const SPECIAL: &str = "\\`*_{}[]<>#|~!$^";

/// Tera's escape function for documents in Polish: writes `text` as [`markdown`] returns it.
pub(super) fn polish(text: &str, output: &mut dyn Write) -> io::Result<()> {
    write(text, Lang::Pl, output)
}

/// The same for documents in English.
pub(super) fn english(text: &str, output: &mut dyn Write) -> io::Result<()> {
    write(text, Lang::En, output)
}

fn write(text: &str, lang: Lang, output: &mut dyn Write) -> io::Result<()> {
    let words = if text.contains(exact::OPEN) { &exact::said(text, lang) } else { text };
    output.write_all(markdown(words).as_bytes())
}

/// Prints a narrative by `print`; one that bears the mark of its origin has it around what is printed.
pub(super) fn whole(text: &str, print: impl FnOnce(&str) -> String) -> String {
    if !text.contains(is_origin) {
        return print(text);
    }
    let (open, inner, close) = mark::split(text);
    let (before, words, after) = origins::split(inner);
    let printed = print(&format!("{open}{}{close}", origins::without_marks(words)));
    // The code of another language behind the words is ours, and so is what makes a line a block.
    let code = if open.is_empty() { None } else { printed.rfind(" \\[") };
    let (words, code) = printed.split_at(code.unwrap_or(printed.len()));
    let from = words.len() - within_block(words).len();
    let last = words.rfind('\n').map_or(words, |at| &words[at + 1..]);
    let row = if last.starts_with('|') { " |" } else { "" };
    let to = words.len() - words.strip_suffix(row).map_or(0, |_| row.len());
    if to < from {
        return printed;
    }
    format!("{}{before}{}{after}{}{code}", &words[..from], &words[from..to], &words[to..])
}

/// Returns what stands behind the signs that make a line of Markdown a block.
fn within_block(line: &str) -> &str {
    let digits = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let number = || {
        let end = [". ", ") "].into_iter().find_map(|end| digits.strip_prefix(end));
        end.filter(|_| digits.len() < line.len())
    };
    let level = line.trim_start_matches('#');
    let heading = || level.strip_prefix(' ').filter(|_| level.len() < line.len());
    let token = || line.strip_prefix("<item ")?.split_once('>').map(|(_, rest)| rest);
    let sign = ["- ", "* ", "| "].into_iter().find_map(|sign| line.strip_prefix(sign));
    match sign.or_else(number).or_else(heading).or_else(token) {
        Some(rest) => within_block(rest),
        None => line,
    }
}

/// Returns plain words as Markdown on one line: white space runs become one space, no-break spaces
/// stay, control characters go.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut start = Start::Line;
    let mut open = None;
    let mut in_gap = false;
    let mut in_source = false;
    for sign in text.chars() {
        if let Some(lang) = mark::opens(sign) {
            open = Some(lang);
            out.push_str(&format!("<span lang=\"{}\">", lang.code()));
            continue;
        }
        match sign {
            mark::END => {
                if let Some(lang) = open.take() {
                    out.push_str(&format!("</span> \\[{}\\]", lang.code()));
                }
                continue;
            }
            mark::GAP => {
                out.push_str(if in_gap { "</gap>" } else { "<gap>" });
                in_gap = !in_gap;
                continue;
            }
            mark::SOURCE => {
                out.push_str(if in_source { "]" } else { "[^" });
                in_source = !in_source;
                start = Start::Note;
                continue;
            }
            // A reader of notes takes their labels as they stand.
            _ if in_source => {
                out.push(sign);
                continue;
            }
            _ if sign >= mark::POLISH && is_origin(sign) => {
                out.push(sign);
                continue;
            }
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
                continue;
            }
            _ if sign.is_control() => continue,
            '&' => out.push_str("&amp;"),
            _ if SPECIAL.contains(sign) || start.is_block(sign) => out.extend(['\\', sign]),
            _ => out.push(sign),
        }
        start = start.after(sign);
    }
    out
}

/// How far a line has come, as far as its first characters may open a list, a rule or a definition.
#[derive(Clone, Copy)]
enum Start {
    /// Nothing stands there yet.
    Line,
    /// Only digits stand there.
    Digits,
    /// A note stands there, which a bracket would make a link and a colon what the note says.
    Note,
    /// Something stands there.
    Past,
}

impl Start {
    fn is_block(self, sign: char) -> bool {
        match self {
            Self::Line => matches!(sign, '-' | '+' | '=' | ':'),
            Self::Digits => matches!(sign, '.' | ')'),
            Self::Note => matches!(sign, '(' | ':'),
            Self::Past => false,
        }
    }

    fn after(self, sign: char) -> Self {
        match self {
            Self::Line | Self::Digits if sign.is_ascii_digit() => Self::Digits,
            _ => Self::Past,
        }
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, TagEnd};

    use super::*;
    use crate::lang::Lang;

    /// Reads the words back, and the kinds of what stands around them.
    fn read(text: &str) -> (String, Vec<String>) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_STRIKETHROUGH;
        let (mut words, mut shape) = (String::new(), Vec::new());
        for event in Parser::new_ext(text, options) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::Start(tag) => shape.push(format!("{tag:?}")),
                Event::End(TagEnd::TableCell) => words.push('\n'),
                Event::End(_) => {}
                other => shape.push(format!("{other:?}")),
            }
        }
        (words, shape)
    }

    #[test]
    fn hostile_words_read_back_in_every_place() {
        const SIGNS: [&str; 40] = [
            "|",
            "*",
            "_",
            "#",
            "<",
            ">",
            "&",
            "\\",
            "[",
            "]",
            "~",
            "$",
            "„",
            "”",
            "\u{a0}",
            "\u{2011}",
            "😀",
            "1",
            "2",
            ".",
            ")",
            "-",
            "+",
            "=",
            ":",
            "^",
            "!",
            "`",
            "{",
            "}",
            "(",
            "\"",
            "'",
            "a",
            "i",
            " ",
            "http://a.b",
            "&amp;",
            "^1",
            "ż",
        ];
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..20_000 {
            let length = random.usize(1..9);
            let words: String = (0..length).map(|_| SIGNS[random.usize(..SIGNS.len())]).collect();
            let words = mark::clean(&words);
            let mut wanted = words.clone();
            while wanted.contains("  ") {
                wanted = wanted.replace("  ", " ");
            }
            if words.trim().is_empty() {
                continue;
            }
            let text = markdown(&words);
            for (before, after, shape, around) in [
                ("", "", "Paragraph", ["", ""]),
                ("a ", " b", "Paragraph", ["a ", " b"]),
                ("# ", "", "Heading", ["", ""]),
                ("- ", "", "List", ["", ""]),
                ("> ", "", "BlockQuote", ["", ""]),
                ("a\n", "", "Paragraph", ["a", ""]),
            ] {
                let (found, kinds) = read(&format!("{before}{text}{after}"));
                let wanted = format!("{}{wanted}{}", around[0], around[1]);
                assert_eq!(found.trim_matches(' '), wanted.trim_matches(' '), "{text:?} in {before:?}");
                assert!(kinds[0].contains(shape), "{words:?} as {text:?} in {before:?}: {kinds:?}");
                let inner =
                    ["Emphasis", "Strong", "Code", "Html", "Link", "Strike", "Footnote", "Rule", "Defin"];
                assert!(
                    !kinds.iter().any(|kind| inner.iter().any(|name| kind.contains(name))),
                    "{text:?} {kinds:?}"
                );
            }
            let (found, kinds) = read(&format!("| a | b |\n|---|---|\n| {text} | x |\n"));
            assert_eq!(
                found.split('\n').nth(2).unwrap_or_default(),
                wanted.trim_end_matches(' '),
                "{text:?}"
            );
            assert!(matches!(&kinds[0], kind if kind.contains("Table")));
        }
    }

    #[test]
    fn a_bracket_or_a_colon_behind_a_source_is_words() {
        let shown = |text: &str| markdown(&mark::cited(text, |id| id == "E1"));
        assert_eq!(shown("[E1]: a [E1]; b (c)"), "[^E1]\\: a[^E1]; b (c)");
    }

    #[test]
    fn marks_become_tags() {
        let words = format!("{}; {}", mark::foreign("a*b", Lang::En), mark::gap("skala N1", Lang::Pl));
        assert_eq!(
            markdown(&words),
            "<span lang=\"en\">a\\*b</span> \\[en\\]; <gap>\\[BRAK: skala N1\\]</gap>"
        );
    }
}
