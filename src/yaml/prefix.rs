//! A sign or a number before every line, as a quoted mail or an editor puts there. In: a file's text. Out: how to take
//! them away.

use super::draft::Edit;
use super::lines::Line;

/// Returns what stands before every line, and how to take it away.
pub(super) fn find(text: &str) -> Option<(String, Vec<Edit>)> {
    signs(text).or_else(|| numbers(text))
}

/// Returns the sign that all lines open with, as in a quoted mail, and how to take it away.
fn signs(text: &str) -> Option<(String, Vec<Edit>)> {
    const SIGNS: [char; 5] = ['>', '|', '+', '\u{2502}', '\u{bb}'];
    let opens = |sign: char| text.starts_with(sign) || text.contains(&format!("\n{sign}"));
    let sign = SIGNS.into_iter().find(|sign| opens(*sign))?;
    let lines: Vec<Line<'_>> = Line::all(text).filter(|line| !line.text.trim().is_empty()).collect();
    let is_quoted = |line: &Line<'_>| line.text.starts_with(sign);
    let from = lines.iter().position(is_quoted)?;
    let to = lines.iter().rposition(is_quoted)? + 1;
    let quoted = &lines[from..to];
    if quoted.len() < 3 || !quoted.iter().all(is_quoted) || lines.len() > quoted.len() * 2 {
        return None;
    }
    fn behind<'t>(line: &Line<'t>, sign: char) -> &'t str {
        &line.text[sign.len_utf8()..]
    }
    let space = usize::from(
        quoted
            .iter()
            .map(|line| behind(line, sign))
            .all(|rest| rest.trim().is_empty() || rest.starts_with(' ')),
    );
    let edit = |line: &Line<'_>| {
        let space = space.min(behind(line, sign).len());
        (line.from, line.from + sign.len_utf8() + space, String::new())
    };
    Some((sign.to_string(), quoted.iter().map(edit).collect()))
}

/// A line that a number opens.
struct Numbered {
    from: usize,
    /// Where the number ends, with the sign behind it.
    to: usize,
    digits: usize,
    /// The white space behind it; `None` where nothing follows.
    gap: Option<usize>,
}

/// Returns the numbers that all lines open with, as in an editor, and how to take them away.
fn numbers(text: &str) -> Option<(String, Vec<Edit>)> {
    let mut found: Vec<Numbered> = Vec::new();
    let mut above: Option<usize> = None;
    for line in Line::all(text).skip_while(|line| line.text.trim().is_empty()) {
        let (number, numbered) = numbered(line)?;
        if above.is_some_and(|above| number != above + 1) {
            return None;
        }
        above = Some(number);
        found.push(numbered);
    }
    if found.len() < 3 {
        return None;
    }
    // Where short numbers are filled up behind, their text stands as deep as that of the longer ones; steps of
    // indentation are even, so that an odd gap tells of it.
    let widest = found.iter().map(|line| line.digits).max()?;
    let is_aligned =
        found.iter().map(|line| line.to - line.from).all(|width| width == found[0].to - found[0].from);
    let is_odd = |line: &&Numbered| line.gap.is_some_and(|gap| gap % 2 == 1);
    let is_even =
        |digits: usize| found.iter().filter(|line| line.digits == digits).all(|line| !is_odd(&line));
    let is_filled = !is_aligned && is_even(widest) != is_even(widest - 1);
    let filled = |line: &Numbered| if is_filled { widest - line.digits } else { 0 };
    let least = found.iter().filter_map(|line| Some(line.gap?.saturating_sub(filled(line)))).min()?;
    let edit = |line: &Numbered| {
        let own = line.gap.map_or(0, |gap| gap.min(least + filled(line)));
        (line.from, line.to + own, String::new())
    };
    Some(("1, 2, 3 …".to_owned(), found.iter().map(edit).collect()))
}

/// Returns the number that a line opens with, and where it ends.
fn numbered(line: Line<'_>) -> Option<(usize, Numbered)> {
    let words = line.text.trim_start_matches([' ', '\t']);
    let behind = words.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let digits = words.len() - behind.len();
    let number = words[..digits].parse().ok()?;
    let rest = behind.strip_prefix([':', '.', ')', '|', '\u{2502}']).unwrap_or(behind);
    let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if gap == 0 && !rest.is_empty() {
        return None;
    }
    let gap = (gap < rest.len()).then_some(gap);
    Some((number, Numbered { from: line.from, to: line.to() - rest.len(), digits, gap }))
}
