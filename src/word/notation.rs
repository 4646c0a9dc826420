//! A text as a line of signs. In: lines of looked-at letters. Out: a string in which what texts can say by marks is a sign of
//! its own: two texts that read the same are the same string.
//!
//! White space is one space, whatever kind it is; a hyphen is a hyphen. Marks are noncharacters, which no text holds.

use super::look::Look;

/// Opens and closes bold words.
pub const BOLD: char = '\u{FDD8}';
/// Opens and closes words in italics.
pub const ITALIC: char = '\u{FDD9}';
/// Opens a link.
pub const LINK: char = '\u{FDDA}';
/// Ends the words of a link; its address follows.
pub const TO: char = '\u{FDDB}';
/// Ends a link.
pub const END: char = '\u{FDDC}';
/// A note is called here.
pub const NOTE: char = '\u{FDDD}';
/// Something stands here that is no text.
pub const THING: char = '\u{FDDE}';

/// A letter, or a mark that stands for something, with its look.
pub(super) type Letter = (char, Look);

/// A line of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// What stands before its words: `-`, `b)`, `##`.
    pub(super) label: String,
    /// How deep an item stands in lists.
    pub(super) depth: usize,
    pub(super) letters: Vec<Letter>,
}

/// Returns lines as signs.
pub(super) fn signs(lines: &[Line]) -> String {
    let mut out = String::new();
    let mut was_item = false;
    for line in lines {
        let words = words(&line.letters);
        if words.is_empty() {
            continue;
        }
        let is_item = !line.label.is_empty() && !line.label.starts_with('#');
        if !out.is_empty() {
            out.push_str(if is_item && was_item { "\n" } else { "\n\n" });
        }
        if !line.label.is_empty() {
            out += &format!("{}{} ", "   ".repeat(line.depth), line.label);
        }
        out += &words;
        was_item = is_item;
    }
    out
}

/// Returns what a sign of a file is here; `None` for one that only says how words may be broken.
fn plain(sign: char) -> Option<char> {
    match sign {
        '\n' => Some('\n'),
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => None,
        '\u{2011}' => Some('-'),
        sign if sign.is_whitespace() => Some(' '),
        sign if sign.is_control() => None,
        sign => Some(sign),
    }
}

fn words(letters: &[Letter]) -> String {
    let mut own: Vec<Letter> = Vec::with_capacity(letters.len());
    for (sign, look) in letters {
        let Some(sign) = plain(*sign) else { continue };
        let last = own.last().map(|(sign, _)| *sign);
        match (sign, last) {
            (' ', None | Some(' ' | '\n')) | ('\n', None) => continue,
            ('\n', Some(' ')) => _ = own.pop(),
            _ => {}
        }
        own.push((sign, look.clone()));
    }
    while own.last().is_some_and(|(sign, _)| matches!(sign, ' ' | '\n')) {
        own.pop();
    }
    shared(&mut own);
    let mut out = String::with_capacity(own.len() + 16);
    let mut before = Look::default();
    for (sign, look) in &own {
        turn(&mut out, &before, look);
        before = look.clone();
        out.push(*sign);
    }
    turn(&mut out, &before, &Look::default());
    out
}

/// Gives white space and notes the look that what stands on both sides of them has.
fn shared(letters: &mut [Letter]) {
    let is_between = |sign: char| matches!(sign, ' ' | '\n' | NOTE);
    let mut after = Look::default();
    let mut next: Vec<Look> = Vec::with_capacity(letters.len());
    for (sign, look) in letters.iter().rev() {
        if !is_between(*sign) {
            after = look.clone();
        }
        next.push(after.clone());
    }
    next.reverse();
    let mut before = Look::default();
    for ((sign, look), next) in letters.iter_mut().zip(next) {
        if is_between(*sign) {
            *look = Look {
                bold: before.bold && next.bold,
                italic: before.italic && next.italic,
                link: before.link.clone().filter(|link| next.link.as_ref() == Some(link)),
            };
        } else {
            before = look.clone();
        }
    }
}

/// Closes what ends and opens what begins: bold outermost, a link innermost.
fn turn(out: &mut String, before: &Look, look: &Look) {
    let is_bold = before.bold != look.bold;
    let is_italic = is_bold || before.italic != look.italic;
    let is_link = is_italic || before.link != look.link;
    if let Some(address) = before.link.as_ref().filter(|_| is_link) {
        out.push(TO);
        out.push_str(address);
        out.push(END);
    }
    if is_italic && before.italic {
        out.push(ITALIC);
    }
    if is_bold {
        out.push(BOLD);
    }
    if is_italic && look.italic {
        out.push(ITALIC);
    }
    if is_link && look.link.is_some() {
        out.push(LINK);
    }
}

/// Returns signs as an author types them.
pub fn typed(signs: &str) -> String {
    let mut out = String::with_capacity(signs.len());
    for sign in signs.chars() {
        match sign {
            BOLD => out.push_str("**"),
            ITALIC => out.push('*'),
            LINK => out.push('['),
            TO => out.push_str("]("),
            END => out.push(')'),
            NOTE | THING => {}
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &[(&str, bool, bool)]) -> Line {
        let letters = words.iter().flat_map(|(words, bold, italic)| {
            let look = Look { bold: *bold, italic: *italic, link: None };
            words.chars().map(move |sign| (sign, look.clone()))
        });
        Line { letters: letters.collect(), ..Line::default() }
    }

    #[test]
    fn what_reads_the_same_is_the_same() {
        let one = line(&[
            ("a ", false, false),
            ("b ", true, false),
            ("c\u{a0}\u{a0}d", true, false),
            (" e ", false, false),
        ]);
        let other = line(&[
            ("a", false, false),
            (" b", true, false),
            (" c\u{ad} d ", true, true),
            ("e", false, false),
        ]);
        assert_eq!(typed(&signs(std::slice::from_ref(&one))), "a **b c d** e");
        assert_eq!(typed(&signs(&[other])), "a **b *c d*** e");
        let item = |label: &str, depth| Line { label: label.into(), depth, ..one.clone() };
        let empty = Line::default();
        let all = [one.clone(), item("-", 0), empty, item("a)", 1), one.clone()];
        assert_eq!(
            typed(&signs(&all)),
            "a **b c d** e\n\n- a **b c d** e\n   a) a **b c d** e\n\na **b c d** e"
        );
    }
}
