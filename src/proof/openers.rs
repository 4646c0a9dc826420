//! What may open a line of a typed text and need not stand in print: the sign, number or letter of an item, the number
//! signs of a heading, the label of a note. In: lines. Out: their numbers, with how many bytes open each.

/// Signs that open an item and may be words' own elsewhere.
const DASHES: [char; 3] = ['-', '–', '—'];

/// What opens a line, as far as its own signs tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    /// What is a mark wherever it opens a line.
    Mark,
    /// A dash before words.
    Dash,
    /// A dash before a figure, which may be a minus.
    Minus,
    /// A star.
    Star,
    /// A number or a letter, with the signs around it.
    Label(Option<char>, char),
}

/// Returns the lines that open with what may be a mark, each with how many bytes it takes.
pub(super) fn found(lines: &[&str]) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let opened: Vec<Option<(Opener, usize)>> = lines.iter().map(|line| opener(line)).collect();
    let kinds: Vec<Option<Opener>> = opened.iter().map(|own| own.map(|(kind, _)| kind)).collect();
    let count =
        |wanted: &dyn Fn(Opener) -> bool| kinds.iter().flatten().filter(|kind| wanted(**kind)).count();
    let items = count(&|_| true);
    let dashes = count(&|kind| kind == Opener::Dash);
    let mut labels: Vec<(Opener, usize)> = Vec::new();
    for kind in kinds.iter().flatten().copied() {
        match labels.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => labels.push((kind, 1)),
        }
    }
    let mut found = Vec::new();
    for (number, (kind, length)) in opened.iter().enumerate().filter_map(|(at, own)| Some((at, (*own)?))) {
        let before = lines[..number].iter().rposition(|line| !line.is_empty());
        let after = lines[number + 1..].iter().position(|line| !line.is_empty()).map(|at| number + 1 + at);
        let is_announced = before.is_some_and(|before| lines[before].ends_with(':'));
        let is_first = before.is_none_or(|before| before + 1 < number);
        let is_dash =
            |at: Option<usize>| at.is_some_and(|at| matches!(kinds[at], Some(Opener::Dash | Opener::Minus)));
        let may_be = match kind {
            Opener::Mark => true,
            Opener::Minus => is_dash(before) || is_dash(after) || dashes > 0,
            Opener::Dash => items > 1 || is_announced || is_first && lines[number].starts_with('-'),
            Opener::Star => items > 1 || is_announced,
            Opener::Label(..) => labels.iter().any(|(known, count)| *known == kind && *count > 1),
        };
        if may_be {
            found.push((number, length));
        }
    }
    found
}

fn opener(line: &str) -> Option<(Opener, usize)> {
    let sign = line.chars().next()?;
    let rest = &line[sign.len_utf8()..];
    let is_parted = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    let signs = line.len() - line.trim_start_matches('#').len();
    let is_heading = (2..7).contains(&signs) && line[signs..].starts_with(char::is_whitespace);
    let label = || line.split_once(char::is_whitespace).map(|(label, _)| label).and_then(label);
    let kind = match sign {
        '#' => return is_heading.then_some((Opener::Mark, signs)),
        '[' if rest.starts_with('^') => return line.find("]:").map(|end| (Opener::Mark, end + 2)),
        _ if DASHES.contains(&sign) && is_parted => {
            let is_figure = rest.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
            if is_figure { Opener::Minus } else { Opener::Dash }
        }
        '*' if is_parted => Opener::Star,
        'o' if rest.starts_with('\t') => Opener::Mark,
        '·' if is_parted => Opener::Mark,
        '•' | '●' | '▪' | '■' | '◦' | '○' | '‣' | '⁃' | '∙' | '➢' | '►' | '❖' | '\u{f000}'..='\u{f0ff}' => {
            Opener::Mark
        }
        _ => return label(),
    };
    Some((kind, sign.len_utf8()))
}

/// Reads the label of a numbered item: `1.`, `a)`, `(iv)`, `1-`.
fn label(label: &str) -> Option<(Opener, usize)> {
    let end = label.chars().next_back().filter(|end| ".)-–".contains(*end))?;
    let open = label.chars().next().filter(|open| *open == '(');
    let inner = label.trim_start_matches('(').trim_end_matches(['.', ')', '-', '–']);
    let is_number = inner.bytes().all(|sign| sign.is_ascii_digit());
    let is_roman = inner.len() < 8 && inner.bytes().all(|sign| b"ivxlcdmIVXLCDM".contains(&sign));
    let is_letter = inner.len() == 1 && inner.bytes().all(|sign| sign.is_ascii_alphabetic());
    let is_label = !inner.is_empty() && (is_number || is_roman || is_letter);
    is_label.then_some((Opener::Label(open, end), label.len()))
}
