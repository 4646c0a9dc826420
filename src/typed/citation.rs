//! Sources named in a text: `320 osób [E1]`, `[E1, E4]`. In: a text. Out: the same with something else in their
//! place.

use std::borrow::Cow;
use std::ops::Range;

/// Opens and closes the id of a source that stands at its place; no text may hold it.
pub const SOURCE: char = '\u{FDD7}';

/// What stands between two sources.
pub const BETWEEN: [char; 2] = [',', ';'];

/// Returns a text with the sources that it names put by `put`, which is given an id; the blanks before a source go.
/// Brackets that hold anything but ids that `is_known`, stand before a link's address or after a backslash stay.
pub fn cited<'t>(
    text: &'t str,
    is_known: impl Fn(&str) -> bool,
    put: impl Fn(&str) -> String,
) -> Cow<'t, str> {
    let mut out = String::new();
    let mut at = 0;
    for (range, ids) in brackets(text) {
        if ids.split(BETWEEN).all(|id| is_known(id.trim())) {
            out.push_str(text[at..range.start].trim_end_matches([' ', '\t', '\u{a0}']));
            out.extend(ids.split(BETWEEN).map(|id| put(id.trim())));
            at = range.end;
        }
    }
    if at == 0 { Cow::Borrowed(text) } else { Cow::Owned(out + &text[at..]) }
}

/// Returns a text without the sources that it names.
pub fn uncited(text: &str, is_known: impl Fn(&str) -> bool) -> Cow<'_, str> {
    cited(text, is_known, |_| String::new())
}

/// Returns where brackets stand that may name sources, each with what it holds.
pub fn brackets(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices('[').filter_map(|(start, _)| {
        let rest = &text[start + 1..];
        let end = rest.find(['[', ']', '\n']).filter(|end| rest[*end..].starts_with(']'))?;
        let is_other = rest[end + 1..].starts_with('(') || text[..start].ends_with('\\');
        (!is_other && end > 0).then(|| (start..start + end + 2, &rest[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_sources_are_put_and_all_else_stays() {
        let is_known = |id: &str| ["E1", "E4", "bdl-2024"].contains(&id);
        let shown = |text: &'static str| cited(text, is_known, |id| format!("<{id}>")).into_owned();
        for (text, wanted) in [
            ("320 osób [E1].", "320 osób<E1>."),
            ("[E1] i [E4]", "<E1> i<E4>"),
            ("a[E1][E4] b [E1, E4] c [E4;E1]", "a<E1><E4> b<E1><E4> c<E4><E1>"),
            ("wiersz\n[bdl-2024]", "wiersz\n<bdl-2024>"),
            ("[E9] [e1] [E1, E9] [E1 [E4]", "[E9] [e1] [E1, E9] [E1<E4>"),
            ("[E1](https://x.pl) \\[E1] [] [E1\n] [^E1] [", "[E1](https://x.pl) \\[E1] [] [E1\n] [^E1] ["),
        ] {
            assert_eq!(shown(text), wanted);
        }
        assert_eq!(uncited("320 osób [E1], [x]", is_known), "320 osób, [x]");
    }
}
