//! A comparison as plain text. In: `Comparison`. Out: lines, in the manner of a word diff.

use super::{Change, Comparison, Nature, WordRun};
use crate::lang::{Lang, Plural};

/// How many words of a kept run are shown on either side of a change.
const NEAR: usize = 6;

/// Returns the differences, grouped by entry; `old` and `new` are the names of the versions.
pub fn text(comparison: &Comparison, old: &str, new: &str, lang: Lang) -> String {
    let mut out = format!("{old} → {new}: {}\n", count(comparison, lang));
    for (head, changes) in groups(comparison, lang) {
        out.push_str(&format!("\n{head}\n"));
        for change in changes {
            out.push_str(&format!("  {}\n", line(change, lang, &marked)));
        }
    }
    out
}

/// Says how many differences there are.
pub(super) fn count(comparison: &Comparison, lang: Lang) -> String {
    let count = comparison.changes.len() as u64;
    match (count, lang.plural(count)) {
        (0, _) => lang.pick("bez zmian", "no changes").to_owned(),
        (_, Plural::One) => format!("{count} {}", lang.pick("zmiana", "change")),
        (_, Plural::Few) => format!("{count} {}", lang.pick("zmiany", "changes")),
        (_, Plural::Many) => format!("{count} {}", lang.pick("zmian", "changes")),
    }
}

/// Returns the changes under the heads of their entries, in their order.
pub fn groups(comparison: &Comparison, lang: Lang) -> Vec<(String, Vec<&Change>)> {
    let mut groups: Vec<(String, Vec<&Change>)> = Vec::new();
    for change in &comparison.changes {
        let head = head(change, lang);
        match groups.last_mut().filter(|(last, _)| *last == head) {
            Some((_, changes)) => changes.push(change),
            None => groups.push((head, vec![change])),
        }
    }
    groups
}

fn head(change: &Change, lang: Lang) -> String {
    match &change.subject {
        Some(subject) => {
            let title = [subject.kind.as_str(), subject.id.as_str()].join(" ");
            let title = title.trim().to_owned();
            if subject.title.is_empty() { title } else { format!("{title}: {}", subject.title) }
        }
        None => lang.pick("cały wniosek", "the whole application").to_owned(),
    }
}

/// Returns a change in one line; `marked` writes a text with its words marked.
pub(super) fn line(change: &Change, lang: Lang, marked: &dyn Fn(&[WordRun]) -> String) -> String {
    let language = change.lang.map_or_else(String::new, |lang| format!(" ({})", lang.code()));
    let field = format!("{}{language}", change.field);
    let said = |verb: &str, words: &str| match (change.field.is_empty(), words.is_empty()) {
        (true, true) => verb.to_owned(),
        (true, false) => format!("{verb}: {words}"),
        (false, true) => format!("{field}: {verb}"),
        (false, false) => format!("{field}: {verb}: {words}"),
    };
    match &change.nature {
        Nature::Added { after } => said(lang.pick("dodano", "added"), after),
        Nature::Removed { before } => said(lang.pick("usunięto", "removed"), before),
        Nature::Changed { before, after } => format!("{field}: {before} → {after}"),
        Nature::Reworded { words } => format!("{field}: {}", marked(words)),
    }
}

/// Marks words as `git diff --word-diff` does; long runs that were kept are cut in the middle.
fn marked(pieces: &[WordRun]) -> String {
    let last = pieces.len().saturating_sub(1);
    let piece = |(index, piece): (usize, &WordRun)| match piece {
        WordRun::Kept(words) => near(words, index == 0, index == last),
        WordRun::Removed(words) => format!("[-{words}-]"),
        WordRun::Added(words) => format!("{{+{words}+}}"),
    };
    let text: String = pieces.iter().enumerate().map(piece).collect();
    text.replace("-]{+", "-] {+").replace("\n\n", " ¶ ")
}

/// Returns a kept run with what is far from any change left out.
fn near(words: &str, first: bool, last: bool) -> String {
    let list: Vec<&str> = words.split_whitespace().collect();
    let shown = if first || last { NEAR } else { 2 * NEAR };
    if list.len() <= shown + 1 {
        return words.to_owned();
    }
    let space = |edge: bool| if edge { " " } else { "" };
    let opens = space(words.starts_with(' '));
    let closes = space(words.ends_with(' '));
    match (first, last) {
        (true, true) => words.to_owned(),
        (true, false) => format!("… {}{closes}", list[list.len() - NEAR..].join(" ")),
        (false, true) => format!("{opens}{} …", list[..NEAR].join(" ")),
        (false, false) => {
            format!("{opens}{} … {}{closes}", list[..NEAR].join(" "), list[list.len() - NEAR..].join(" "))
        }
    }
}
