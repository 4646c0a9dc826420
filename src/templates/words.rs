//! Authors' words made fit for a sentence of a template. In: words with their marks. Out: the same
//! words, with a capital letter, a full stop, or without one.

use crate::context::{mark, origins};
use crate::lang::Lang;

/// Changes the words and leaves the marks around them.
fn inside(words: &str, change: impl FnOnce(&str) -> String) -> String {
    let (open, said, close) = mark::split(words);
    let (from, inner, to) = origins::split(said);
    format!("{open}{from}{}{to}{close}", change(inner))
}

/// Tells whether a sign may stand behind the stop that ends a sentence.
fn closes(sign: char) -> bool {
    matches!(sign, '”' | '"' | ')' | '»' | mark::END) || origins::is_origin(sign)
}

/// Returns words as a sentence: a capital letter first, a full stop last.
pub(super) fn sentence(words: &str) -> String {
    inside(words, |words| {
        let words = words.trim();
        // Several lines are sentences already, or none.
        if words.is_empty() || words.contains('\n') {
            return words.to_owned();
        }
        let (said, _) = mark::before_sources(words);
        // A stop behind a backslash would be read with it.
        let ends = said.trim_end_matches(closes).ends_with(['.', '!', '?', '…', ':', '\\', mark::GAP]);
        let stop = if ends { "" } else { "." };
        origins::capital(words) + stop
    })
}

/// Returns words with a capital letter first.
pub(super) fn capital(words: &str) -> String {
    inside(words, origins::capital)
}

/// Returns words fit to stand inside a sentence or before another mark: without the final full stop.
pub(super) fn clause(words: &str) -> String {
    inside(words, |words| {
        let words = words.trim();
        let (said, sources) = mark::before_sources(words);
        let bare = said.strip_suffix('.').unwrap_or(said);
        // An abbreviation and an ellipsis need their stops.
        let last = bare.rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default();
        let short =
            ["r", "ul", "m.in", "itp", "itd", "tys", "in", "np", "zł", "etc", "art", "poz"].contains(&last);
        if short || bare.ends_with('.') { words.to_owned() } else { format!("{bare}{sources}") }
    })
}

/// Returns words in quotation marks, unless they bring their own.
pub(super) fn quoted(words: &str, lang: Lang) -> String {
    let (_, said, _) = mark::split(words);
    let (_, inner, _) = origins::split(said);
    // „A” i „B” are two quotations and none around the whole.
    let is_whole = |(open, close): (char, char)| {
        let bare = inner.trim().strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        let mut depth = 0;
        bare.is_some_and(|bare| {
            bare.chars().all(|sign| {
                depth += i32::from(sign == open && open != close) - i32::from(sign == close);
                depth >= 0
            })
        })
    };
    let is_quoted = [('„', '”'), ('“', '”'), ('«', '»'), ('"', '"')].into_iter().any(is_whole);
    let (open, close) = lang.pick(('„', '”'), ('“', '”'));
    if is_quoted { words.to_owned() } else { format!("{open}{words}{close}") }
}

/// Returns items as a person lists them: `a, b i c`. Where an item holds the conjunction itself, a
/// second one stands (`a i b oraz c`); where it holds a comma, semicolons do.
pub(super) fn join(items: &[String], conjunctions: [&str; 2]) -> String {
    let [first, second] = conjunctions;
    let inside = format!(" {first} ");
    match items {
        [] => String::new(),
        [only] => only.clone(),
        _ if items.iter().any(|item| item.contains(',')) => items.join("; "),
        [rest @ .., last] => {
            let conjunction = if items.iter().any(|item| item.contains(&inside)) { second } else { first };
            format!("{} {conjunction} {last}", rest.join(", "))
        }
    }
}

/// The longest item, in characters, that still reads well inside a sentence.
const SHORT: usize = 70;
/// How long all of them may be together.
const LINE: usize = 110;

/// Returns items as the end of a sentence: in the line when they are short, else as a list.
pub(super) fn listing(items: &[String], conjunctions: [&str; 2], escape: fn(&str) -> String) -> String {
    let items: Vec<String> = items.iter().map(|item| clause(item)).collect();
    let length = |item: &String| origins::without_marks(item).chars().count();
    let is_short = |item: &String| {
        length(item) <= SHORT && !item.contains([',', ';', ':', '\n']) && !item.contains(". ")
    };
    let inside = format!(" {} ", conjunctions[0]);
    let plain = items.iter().filter(|item| !item.contains(&inside)).count();
    let fits = items.iter().map(length).sum::<usize>() <= LINE && plain + 1 >= items.len();
    if items.len() == 1 || fits && items.iter().all(is_short) {
        let line = sentence_end(&join(&items, conjunctions));
        return escape(&line);
    }
    let last = items.len() - 1;
    let line = |(number, item): (usize, &String)| {
        let item = if number == last { sentence_end(item) } else { item.clone() };
        format!("- {}{}", escape(&item), if number == last { "" } else { ";" })
    };
    format!("\n\n{}", items.iter().enumerate().map(line).collect::<Vec<_>>().join("\n"))
}

/// Ends words with a full stop, inside their marks.
fn sentence_end(words: &str) -> String {
    let (said, _) = mark::before_sources(words);
    let ends = said.trim_end_matches(closes).ends_with(['.', '!', '?', '…', '\\', mark::GAP]);
    if ends { words.to_owned() } else { format!("{words}.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_sentences() {
        assert_eq!(sentence("łatwiej się komunikować"), "Łatwiej się komunikować.");
        assert_eq!(sentence("Hasło „Razem!”"), "Hasło „Razem!”");
        assert_eq!(sentence(&mark::foreign("work", Lang::En)), mark::foreign("Work.", Lang::En));
        assert_eq!(clause("Praca jest."), "Praca jest");
        let [inside, after] =
            ["Jest ich 320 [E1].", "Jest ich 320. [E1]"].map(|text| mark::cited(text, |_| true));
        assert_eq!((sentence(&inside), sentence(&after)), (inside.clone(), after.clone()));
        assert_eq!(clause(&inside), clause(&after));
        assert_eq!(sentence(&clause(&after)), inside);
        assert_eq!(clause("do 2027 r."), "do 2027 r.");
    }

    #[test]
    fn a_title_is_quoted_once() {
        for own in ["„Zainwestuj w siebie!”", "„Praca w „Jodle””", "\"Praca\"", "“Work”"] {
            assert_eq!(quoted(own, Lang::Pl), own);
        }
        assert_eq!(quoted("„Jodła” i „Klon”", Lang::Pl), "„„Jodła” i „Klon””");
        assert_eq!(quoted("Praca", Lang::Pl), "„Praca”");
        assert_eq!(quoted("Work", Lang::En), "“Work”");
    }

    #[test]
    fn long_items_stand_in_a_list() {
        let listing = |items: &[&str]| {
            listing(&items.iter().map(ToString::to_string).collect::<Vec<_>>(), ["i", "oraz"], str::to_owned)
        };
        assert_eq!(listing(&["a.", "b"]), "a i b.");
        assert_eq!(listing(&["a: b.", "c."]), "\n\n- a: b;\n- c.");
    }

    #[test]
    fn items_are_listed() {
        let items =
            |count: usize| ["a", "b", "c"][..count].iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(join(&items(1), ["i", "oraz"]), "a");
        assert_eq!(join(&items(3), ["i", "oraz"]), "a, b i c");
        assert_eq!(join(&["a i b".to_owned(), "c".to_owned()], ["i", "oraz"]), "a i b oraz c");
        assert_eq!(join(&["a, b".to_owned(), "c".to_owned()], ["i", "oraz"]), "a, b; c");
    }
}
