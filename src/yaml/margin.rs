//! Lines of a text that stand left of it, or in several columns: pasted at the edge, indented as in Word. In: the line
//! that opens the text. Out: `Found`, and the text's last line.

use super::lines::Line;
use super::opening::{Found, Opening, Seen, depth, gathered, words};
use super::pasted::bullet;
use super::quotes::quoted;
use super::{Holds, running};

/// Looks at a text in block form.
pub(super) fn block<'t>(opening: Opening<'t, '_>) -> Seen<'t> {
    let column = opening.column();
    // A figure behind the sign says how deep the text is: `|2`.
    let header = opening.line.text[..opening.line.end() - opening.line.from].trim_end_matches(['-', '+']);
    let is_fixed = header.ends_with(|sign: char| sign.is_ascii_digit());
    let first = opening.below().next().map(depth).filter(|depth| *depth > column);
    let lines = gathered(opening, |depth| depth >= first.filter(|_| !is_fixed).unwrap_or(column + 1));
    let last = lines.last().copied();
    let first = match first {
        _ if is_fixed => return (last, None),
        Some(first) if lines.iter().all(|line| depth(*line) >= first) => return (last, None),
        Some(first) => first,
        None if lines.is_empty() => return (None, None),
        None => column + 2,
    };
    let shallow = |line: &&Line<'_>| (column + 1..first).contains(&depth(**line));
    let deep = lines.iter().filter(|line| depth(**line) >= first).count();
    // Where no more than half of the lines stand as deep as the first, they are the ones that are moved: those that
    // open the text, or a paragraph of it as in Word.
    let base = lines.iter().filter(shallow).map(|line| depth(*line)).min();
    let base = base.filter(|_| deep <= lines.iter().filter(shallow).count()).unwrap_or(first);
    let opens = if base < first { lines.iter().take_while(|line| depth(**line) >= first).count() } else { 0 };
    let opens_paragraph = |line: &Line<'_>| {
        base < first && depth(*line) == first && Line::at(opening.text, line.from - 1).text.trim().is_empty()
    };
    let edge =
        lines.iter().map(|line| depth(*line)).filter(|depth| *depth <= column).min().unwrap_or_default();
    let mut edits = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let indent = depth(*line);
        let meant = match indent {
            _ if number < opens || opens_paragraph(line) => indent + base - first,
            _ if indent <= column => base + indent - edge,
            _ => indent.max(base),
        };
        if meant != indent {
            edits.push((line.from, line.from + indent, " ".repeat(meant)));
        }
    }
    let at_edge = lines.iter().find(|line| depth(**line) <= column);
    let code = if at_edge.is_some() { "YAML-42" } else { "YAML-43" };
    let told =
        at_edge.or_else(|| lines.iter().find(|line| edits.first().is_some_and(|edit| edit.0 == line.from)));
    let found = told.map(|line| Found { code, mark: words(*line), edits, shown: None, is_lost: false });
    (last, found)
}

/// Looks at what stands below a field without a value.
pub(super) fn below<'t>(opening: Opening<'t, '_>) -> Seen<'t> {
    let column = opening.column();
    let Some(first) = opening.below().find(|line| !line.is_blank()) else { return (None, None) };
    if depth(first) > column {
        return running::below(opening, first);
    }
    // Entries of a list that stand too far left are no text.
    let is_entry = first.is_item() && first.key().is_some_and(|(key, _)| (opening.known.is_field)(key));
    if is_entry && (opening.known.holds)(opening.key()) == Holds::List {
        return (None, None);
    }
    let lines = gathered(opening, |_| false);
    let Some(last) = lines.last().copied() else { return (None, None) };
    let is_table = lines.iter().filter(|line| cells(line.text) > 1).count() > 1;
    let is_list = lines.iter().all(|line| depth(*line) > depth(lines[0]) || bullet(line.text).is_some());
    let holds = (opening.known.holds)(opening.key());
    let edits = match holds {
        Holds::Text => block_form(opening, &lines),
        _ if is_table => None,
        Holds::Texts if !is_list => Some(items(&lines, column, |line| Some(line.text.trim()))),
        _ if is_list => Some(items(&lines, column, |line| bullet(line.text))),
        _ if lines.len() == 1 => Some(vec![(last.from, last.from + last.indent(), " ".repeat(column + 2))]),
        _ => None,
    };
    let is_lost = edits.is_none();
    let left_out = || lines.iter().map(|line| (line.from, line.to(), String::new())).collect();
    let edits = edits.unwrap_or_else(left_out);
    (Some(last), Some(Found { code: "YAML-42", mark: words(lines[0]), edits, shown: None, is_lost }))
}

/// Returns how many cells a row pasted from a table has, apart from a sign and a tab that open an item.
fn cells(text: &str) -> usize {
    bullet(text).unwrap_or(text).trim().split('\t').count()
}

/// Makes a text in block form of the lines.
fn block_form(opening: Opening<'_, '_>, lines: &[Line<'_>]) -> Option<Vec<(usize, usize, String)>> {
    let (column, least) = (opening.column(), lines.iter().map(|line| depth(*line)).min()?);
    let end = opening.line.end();
    let moved = |line: &Line<'_>| {
        let meant = column + 2 + depth(*line) - least;
        (line.from, line.from + depth(*line), " ".repeat(meant))
    };
    Some([(end, end, " |".to_owned())].into_iter().chain(lines.iter().map(moved)).collect())
}

/// Makes items of the lines; those without a sign go on with the item above.
fn items<'t>(
    lines: &[Line<'t>],
    column: usize,
    item: impl Fn(Line<'t>) -> Option<&'t str>,
) -> Vec<(usize, usize, String)> {
    let mended = |line: &Line<'t>| match item(*line) {
        Some(words) => {
            let words = words.trim();
            let from =
                line.to() - (line.text.len() - (words.as_ptr() as usize - line.text.as_ptr() as usize));
            let dash = format!("{}- ", " ".repeat(column + 2));
            if words.contains(": ")
                || words.ends_with(':')
                || words.starts_with(['[', '{', '*', '&', '!', '%', '@', '`', '"', '\''])
            {
                (line.from, line.to(), dash + &quoted(words))
            } else {
                (line.from, from, dash)
            }
        }
        None => (line.from, line.from + line.indent(), " ".repeat(column + 4)),
    };
    lines.iter().map(mended).collect()
}
