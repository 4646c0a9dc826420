//! What stands around a file's YAML and is none of it: the frame of a code block, a remark before or behind, a sign or
//! a number before every line. In: a draft. Out: the draft without it, each stretch told once.

use super::draft::{Draft, Edit};
use super::faults::fault;
use super::lines::{Line, is_name};
use super::opening::{depth, words};
use super::{Holds, Known, prefix};
use crate::diagnostic::{Diagnostic, Findings};

/// How many lines may stand before the YAML.
const HEAD: usize = 40;
/// How deep quoting may be: a mail answered again and again.
const QUOTED: usize = 4;

/// Takes out of a draft what is no part of the file.
pub(super) fn mend(draft: &mut Draft<'_>, known: Known, findings: &mut Findings) {
    let mut is_framed = false;
    for _ in 0..QUOTED {
        let Some((sign, edits)) = prefix::find(&draft.text) else { break };
        let [(from, to, _), ..] = edits[..] else { break };
        let values = [("sign", sign.as_str()), ("count", &edits.len().to_string())];
        let end = edits.last().map_or(to, |(from, ..)| Line::at(&draft.text, *from).to());
        let patch = Some(draft.patch(&[&edits[..], &[(end, end, String::new())]].concat()));
        findings.push(Diagnostic { patch, ..fault("YAML-41", draft.span(from, to), &values) });
        draft.replace_all(&edits);
        is_framed = true;
    }
    let text = &draft.text;
    let head = head(text, known);
    is_framed |= head.is_some();
    let start = head.as_ref().and_then(|run| run.last()).map_or(0, |line| line.to());
    let fence = head.iter().flatten().rev().find_map(|line| Some((fence(*line)?, depth(*line))));
    let mut runs: Vec<Vec<Line<'_>>> = head.into_iter().collect();
    match fence {
        Some(fence) => runs.extend(behind_fence(text, start, fence)),
        None => {
            let (marks, end) = marks(text, start, known);
            runs.extend(marks);
            runs.extend(end.or_else(|| remarks(text, start, is_framed, known)));
        }
    }
    let runs: Vec<Vec<Edit>> =
        runs.iter().map(|run| run.iter().map(|line| removed(text, *line)).collect()).collect();
    for run in &runs {
        let mark = words(Line::at(text, run[0].0));
        let mut patch = draft.patch(run);
        if patch.text.trim().is_empty() {
            patch.text.clear();
        }
        let finding = fault("YAML-40", draft.span(mark.0, mark.1), &[("count", &run.len().to_string())]);
        findings.push(Diagnostic { patch: Some(patch), ..finding });
    }
    let edits: Vec<Edit> = runs.into_iter().flatten().collect();
    if !edits.is_empty() {
        draft.replace_all(&edits);
    }
}

/// Takes a foreign line out; where YAML stands beside a tag, only the tag.
fn removed(text: &str, line: Line<'_>) -> Edit {
    let bare = without_tags(line.text);
    if bare.trim().is_empty() || bare.len() == line.text.len() {
        (line.from, line.below(text).map_or(text.len(), |below| below.from), String::new())
    } else {
        (line.from, line.to(), bare.to_owned())
    }
}

fn is_filled(line: &Line<'_>) -> bool {
    !line.text.trim().is_empty()
}

/// Returns the lines from a byte on that hold something.
fn from(text: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    let first = (!text.is_empty()).then(|| Line::at(text, start));
    std::iter::successors(first, |line| line.below(text)).filter(is_filled)
}

/// Returns the foreign lines before the YAML, if a field follows them.
fn head<'t>(text: &'t str, known: Known) -> Option<Vec<Line<'t>>> {
    let mut run = Vec::new();
    for line in from(text, 0).take(HEAD) {
        if is_frame(line) || is_remark(line, known) {
            run.push(line);
            // Behind a tag the YAML begins on the same line.
            let bare = without_tags(line.text);
            if bare.len() < line.text.len() && !bare.trim().is_empty() {
                break;
            }
        } else if !line.is_blank() {
            let words = line.text.trim_start();
            let opens = line.is_item() || words.starts_with("---") || words.starts_with("%YAML");
            if !opens && !line.key().is_some_and(|(key, _)| (known.is_field)(key)) {
                return None;
            }
            break;
        }
    }
    (!run.is_empty()).then_some(run)
}

/// Returns the foreign lines from the end of a code block on, as far as the next one begins.
fn behind_fence(text: &str, start: usize, (sign, column): (char, usize)) -> Vec<Vec<Line<'_>>> {
    let is_end = |line: &Line<'_>| fence(*line) == Some(sign) && depth(*line) <= column;
    let mut runs: Vec<Vec<Line<'_>>> = Vec::new();
    let mut is_inside = true;
    for line in from(text, start).skip(1) {
        let turns = is_end(&line);
        match runs.last_mut().filter(|_| !is_inside) {
            Some(run) => run.push(line),
            None if turns => runs.push(vec![line]),
            None => {}
        }
        is_inside ^= turns;
    }
    runs
}

/// What was found of the marks of documents: those between parts of one file, and the lines from the last one on.
type Marks<'t> = (Vec<Vec<Line<'t>>>, Option<Vec<Line<'t>>>);

/// Returns the marks between parts of one application, and the lines behind a mark or a frame that hold no field.
fn marks<'t>(text: &'t str, start: usize, known: Known) -> Marks<'t> {
    if !["\n```", "\n~~~", "\n---", "\n..."].iter().any(|end| text[start..].contains(end)) {
        return Marks::default();
    }
    let is_mark = |line: &Line<'_>| matches!(line.text.trim_end(), "---" | "...");
    let section = |line: &Line<'t>| {
        line.key().map(|(key, _)| key).filter(|key| depth(*line) == 0 && (known.is_field)(key))
    };
    let lines: Vec<Line<'t>> = from(text, start).collect();
    let ends = |(number, line): &(usize, &Line<'_>)| {
        *number > 0 && (is_mark(line) || fence(**line).is_some() && depth(**line) == 0)
    };
    let ends: Vec<usize> = lines.iter().enumerate().filter(ends).map(|(number, _)| number).collect();
    let Some(last) = ends.last().copied() else { return Marks::default() };
    let is_bare = !lines[last..].iter().any(|line| section(line).is_some());
    let end = (is_bare && (lines.len() > last + 1 || !is_mark(&lines[last]))).then(|| lines[last..].to_vec());
    let mut sections: Vec<&str> = lines.iter().filter(|line| !line.is_item()).filter_map(section).collect();
    let count = sections.len();
    sections.sort_unstable();
    sections.dedup();
    let between =
        ends.iter().take(ends.len() - usize::from(is_bare)).map(|number| lines[*number]).filter(is_mark);
    let between = between.filter(|_| sections.len() == count).map(|line| vec![line]);
    (between.collect(), end)
}

/// Returns the sentences at the end of a file that are no part of it.
fn remarks<'t>(text: &'t str, start: usize, is_framed: bool, known: Known) -> Option<Vec<Line<'t>>> {
    let is_word = |line: &Line<'_>| is_framed && line.key().is_none() && !line.is_item() && !line.is_blank();
    let is_foreign =
        |line: &Line<'_>| depth(*line) == 0 && (is_frame(*line) || is_remark(*line, known) || is_word(line));
    let last = Line::at(text, text.trim_end().len().saturating_sub(1));
    let mut run = Vec::new();
    let mut next = Some(last);
    while let Some(line) = next.filter(|line| line.from > start && is_foreign(line)) {
        run.insert(0, line);
        next = line.above(text);
    }
    let first = *run.first()?;
    let is_apart = Line::at(text, first.from - 1).text.trim().is_empty();
    // A text above may go on here.
    let is_open = |line: Line<'_>| line.key().is_none_or(|(key, _)| (known.holds)(key) != Holds::Other);
    (is_frame(first) || is_apart && (is_framed || !next.is_none_or(is_open))).then_some(run)
}

/// Returns the sign of a line that opens or closes a code block.
fn fence(line: Line<'_>) -> Option<char> {
    let words = line.text.trim();
    let sign = words.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let name = words.trim_start_matches(sign);
    let is_name =
        name.trim().chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.'));
    (words.len() - name.len() >= 3 && is_name).then_some(sign)
}

/// Tells whether a line is part of a frame: of a code block, of a page, a rule, the name of the language.
fn is_frame(line: Line<'_>) -> bool {
    let words = line.text.trim();
    let is_rule = words.len() >= 4
        && words.starts_with(['=', '*', '_', '-', '+', '~'])
        && words.chars().all(|sign| words.starts_with(sign));
    let is_language = depth(line) == 0 && matches!(words.to_ascii_lowercase().as_str(), "yaml" | "yml");
    fence(line).is_some() || is_rule || is_language || without_tags(words).len() < words.len()
}

/// Returns a line without the tags of a page around it: `<pre>`, `<code class="…">`, `</pre>`.
fn without_tags(line: &str) -> &str {
    let mut bare = line;
    loop {
        let start = bare.trim_start();
        let opens = [
            "<pre", "</pre", "<code", "</code", "<div", "</div", "<p>", "</p>", "<br", "<html", "</html",
            "<body", "</body",
        ];
        if opens.iter().any(|tag| start.starts_with(tag))
            && let Some(end) = start.find('>')
        {
            bare = &start[end + 1..];
            continue;
        }
        let trimmed = bare.trim_end();
        let closed = ["</pre>", "</code>", "</div>", "</p>", "<br>", "<br/>", "</body>", "</html>"]
            .iter()
            .find_map(|tag| trimmed.strip_suffix(tag));
        match closed {
            Some(inner) => bare = inner,
            None => return bare,
        }
    }
}

/// Tells whether a line is a sentence to the reader and no field.
fn is_remark(line: Line<'_>, known: Known) -> bool {
    let words = line.text.trim();
    let first = words.split([' ', ':', ',']).next().unwrap_or_default();
    let is_prose = words.split_whitespace().count() > 1
        && !words.starts_with(['-', '#', '{', '[', '"', '\'', '%', '|', '>']);
    let is_field = |word: &str| (known.is_field)(word);
    is_prose
        && depth(line) == 0
        && words.starts_with(char::is_alphabetic)
        && !is_field(first)
        && line.key().is_none_or(|(key, _)| !is_name(key) && !is_field(key))
}
