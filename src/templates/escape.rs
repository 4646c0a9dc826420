//! Plain words made fit for Markdown. In: a value with its marks. Out: Markdown that reads back as
//! the same words, wherever in a line it stands.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use crate::context::origins::{around, is_origin};
use crate::context::{Origins, exact, mark};
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

thread_local! {
    /// The texts whose origins are marked in what is printed. The engine's escape function is given no state.
    static ORIGINS: RefCell<Option<Rc<Origins>>> = const { RefCell::new(None) };
}

/// Does some work with another setting of [`ORIGINS`].
fn with<T>(origins: Option<Rc<Origins>>, work: impl FnOnce() -> T) -> T {
    let before = ORIGINS.replace(origins);
    let done = work();
    ORIGINS.set(before);
    done
}

/// Fills templates in with the origins of texts marked in what they print; values stay bare.
pub(super) fn marking<T>(origins: &Origins, work: impl FnOnce() -> T) -> T {
    with(Some(Rc::new(origins.clone())), work)
}

/// Prints a narrative; where origins are marked and it is one text, with its mark around it.
pub(super) fn whole(text: &str, print: impl FnOnce() -> String) -> String {
    let origins = ORIGINS.with_borrow(Clone::clone);
    match origins.as_ref().map(|origins| origins.find(text)).as_deref() {
        Some([(_, origin)]) => {
            let printed = with(None, print);
            // The code of another language behind the words is ours.
            let code = if mark::split(text).0.is_empty() { None } else { printed.rfind(" \\[") };
            let (words, code) = printed.split_at(code.unwrap_or(printed.len()));
            around(words, *origin) + code
        }
        _ => print(),
    }
}

/// Returns plain words as Markdown on one line: white space runs become one space, no-break spaces
/// stay, control characters go.
pub(super) fn markdown(text: &str) -> String {
    let marked = ORIGINS.with_borrow(|origins| origins.as_ref().map(|origins| origins.marked(text)));
    let text = marked.map_or(Cow::Borrowed(text), Cow::Owned);
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
                start = Start::Past;
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
            // The label of a gap is ours: letters, digits and brackets.
            _ if in_gap => out.push(sign),
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
    /// Something stands there.
    Past,
}

impl Start {
    fn is_block(self, sign: char) -> bool {
        match self {
            Self::Line => matches!(sign, '-' | '+' | '=' | ':'),
            Self::Digits => matches!(sign, '.' | ')'),
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
    fn marks_become_tags() {
        let words = format!("{}; {}", mark::foreign("a*b", Lang::En), mark::gap("NEED-05", Lang::Pl));
        assert_eq!(markdown(&words), "<span lang=\"en\">a\\*b</span> \\[en\\]; <gap>[BRAK: NEED-05]</gap>");
    }
}
