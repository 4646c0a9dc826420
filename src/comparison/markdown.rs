//! A comparison as Markdown, for a mail, a pull request or a page. In: `Comparison`. Out: Markdown.

use super::text::{count, groups, line};
use super::{Comparison, WordRun};
use crate::lang::Lang;

/// Returns the differences as Markdown: a heading an entry, a point a change; taken out words are struck
/// through, new ones are strong.
pub fn markdown(comparison: &Comparison, old: &str, new: &str, lang: Lang) -> String {
    let mut out = format!("{} → {}: {}\n", plain(old), plain(new), count(comparison, lang));
    for (head, changes) in groups(comparison, lang) {
        out.push_str(&format!("\n# {}\n\n", plain(&head)));
        for change in changes {
            let mut escaped = change.clone();
            escaped.field = plain(&change.field);
            match &mut escaped.nature {
                super::Nature::Added { after } => *after = plain(after),
                super::Nature::Removed { before } => *before = plain(before),
                super::Nature::Changed { before, after } => {
                    *before = plain(before);
                    *after = plain(after);
                }
                super::Nature::Reworded { .. } => {}
            }
            out.push_str(&format!("- {}\n", line(&escaped, lang, &marked)));
        }
    }
    out
}

fn marked(pieces: &[WordRun]) -> String {
    let piece = |piece: &WordRun| match piece {
        WordRun::Kept(words) => plain(words),
        WordRun::Removed(words) => wrapped(words, "~~"),
        WordRun::Added(words) => wrapped(words, "**"),
    };
    pieces.iter().map(piece).collect::<String>().replace("~~**", "~~ **")
}

/// Puts marks around words, inside their outer space, where Markdown sees them.
fn wrapped(words: &str, mark: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return words.to_owned();
    }
    let (open, close) = words.split_once(inner).unwrap_or_default();
    format!("{open}{mark}{}{mark}{close}", plain(inner))
}

/// Returns words as Markdown that reads as those words, in one line.
fn plain(words: &str) -> String {
    let mut out = String::new();
    for letter in words.replace("\n\n", " ¶ ").chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '{' | '}'
        ) {
            out.push('\\');
        }
        out.push(if letter == '\n' { ' ' } else { letter });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::markdown;

    #[test]
    fn words_read_as_they_were_written() {
        let words = "{caption} a | *b* _c_ `d` [e](f) <g> # h ~~i~~ &amp; \\ j";
        let body = markdown::read_in(&plain(words), Lang::Pl);
        let document = Document { blocks: body.blocks, ..Document::default() };
        assert_eq!(document.words().0.join(" "), words);
    }
}
