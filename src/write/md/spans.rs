//! Links and literals. In: their parts. Out: Markdown pieces that begin and end in punctuation.

use super::fence::longest_run;

/// Returns a code span; in a table cell a pipe needs a backslash even here.
pub(super) fn code(words: &str, is_cell: bool) -> String {
    let words = words.replace(['\n', '\r'], " ");
    let words = if is_cell { words.replace('|', "\\|") } else { words };
    let ticks = match longest_run(&words, '`') {
        0 => "`".to_owned(),
        1 => "``".to_owned(),
        // Never as many as another run has; shorter would do too, longer is always right.
        run => "`".repeat(run + 1),
    };
    let edge = |letter: char| letter == '`' || letter == ' ';
    let only_spaces = words.chars().all(|letter| letter == ' ');
    let pad = if !only_spaces && words.starts_with(edge) | words.ends_with(edge) { " " } else { "" };
    format!("{ticks}{pad}{words}{pad}{ticks}")
}

/// Returns what stands behind the words of a link: `](href "title")`.
pub(super) fn target(href: &str, title: &str, is_cell: bool) -> String {
    let mut out = "](".to_owned();
    let angled = href.is_empty() || href.contains(|letter: char| letter.is_ascii_whitespace());
    if angled {
        out.push('<');
    }
    for letter in href.chars() {
        escaped(&mut out, letter, "()<>\\&`\"", is_cell);
    }
    if angled {
        out.push('>');
    }
    if !title.is_empty() {
        out.push_str(" \"");
        for letter in title.chars() {
            escaped(&mut out, letter, "\"<>\\&`", is_cell);
        }
        out.push('"');
    }
    out.push(')');
    out
}

fn escaped(out: &mut String, letter: char, special: &str, is_cell: bool) {
    match letter {
        // A brace could open the attributes of a heading.
        letter if letter.is_control() || letter == '{' => out.push_str(&format!("&#{};", u32::from(letter))),
        letter if special.contains(letter) || (is_cell && letter == '|') => {
            out.push('\\');
            out.push(letter);
        }
        letter => out.push(letter),
    }
}
