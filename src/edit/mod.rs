//! The smallest edits of a text by span: the only way anything writes into an author's file. In: a file's bytes and
//! edits of its text. Out: the bytes, each outside the edits as it was.
//!
//! Libraries that edit YAML (`yamlpatch`, `yaml-edit`) work on a tree of what can be parsed; what is mended here mostly
//! cannot be, and where it stands is known to the byte.

mod listed;

pub use listed::{Listed, with_entry};

/// A stretch of a text and what is put in its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The first byte that goes.
    pub from: usize,
    /// The byte behind the last; the same as `from` where nothing goes.
    pub to: usize,
    /// What is put there.
    pub text: String,
}

/// The mark that some editors put before the first byte of a text.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Returns edits in order, of those that touch the first alone.
pub fn apart(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort();
    edits.dedup();
    let mut kept: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        let is_apart = |last: &Edit| edit.from > last.to || edit.from == last.to && last.from < last.to;
        if kept.last().is_none_or(is_apart) {
            kept.push(edit);
        }
    }
    kept
}

/// Returns the bytes of a file with edits, which are in order and apart, in its text; line ends are the file's own. `None`
/// where the text is not what the bytes say in UTF-8, or an edit is of no stretch of it.
pub fn edited(bytes: &[u8], edits: &[Edit]) -> Option<Vec<u8>> {
    let (mark, rest) = match bytes.strip_prefix(MARK) {
        Some(rest) => (MARK, rest),
        None => (&[][..], bytes),
    };
    let text = std::str::from_utf8(rest).ok()?;
    let ends = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = mark.to_vec();
    let mut done = 0;
    for edit in edits {
        out.extend_from_slice(text.get(done..edit.from)?.as_bytes());
        text.get(edit.from..edit.to)?;
        out.extend_from_slice(edit.text.replace("\r\n", "\n").replace('\n', ends).as_bytes());
        done = edit.to;
    }
    out.extend_from_slice(text.get(done..)?.as_bytes());
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(from: usize, to: usize, text: &str) -> Edit {
        Edit { from, to, text: text.to_owned() }
    }

    #[test]
    fn every_byte_outside_the_edits_stays() {
        let bytes = "\u{feff}a: 1 # ż\r\nb:2\r\n".as_bytes();
        let edits = [edit(3, 4, "[x]"), edit(13, 13, " "), edit(14, 14, "\nc: 3")];
        assert_eq!(
            edited(bytes, &edits).as_deref(),
            Some("\u{feff}a: [x] # ż\r\nb: 2\r\nc: 3\r\n".as_bytes())
        );
        assert_eq!(edited(bytes, &[]).as_deref(), Some(bytes));
    }

    #[test]
    fn what_is_no_text_is_left_alone() {
        assert_eq!(edited(b"a: \xbf", &[edit(0, 1, "b")]), None);
        assert_eq!(edited("ż".as_bytes(), &[edit(1, 2, "z")]), None);
        assert_eq!(edited(b"a", &[edit(0, 9, "z")]), None);
    }

    #[test]
    fn of_edits_that_touch_the_first_is_kept() {
        let (one, inside, behind) = (edit(2, 6, "a"), edit(4, 5, "b"), edit(6, 7, "c"));
        assert_eq!(apart(vec![behind.clone(), inside, one.clone(), one.clone()]), [one, behind]);
        assert_eq!(apart(vec![edit(3, 3, "a"), edit(3, 3, "b"), edit(3, 4, "c")]), [edit(3, 3, "a")]);
    }
}
