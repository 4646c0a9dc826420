//! One entry more in a list of an author's. In: a text, where the list stands. Out: the edit that puts the entry there.

use super::Edit;

/// Where a list stands in a text, by bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Its last entry.
    Last(usize, usize),
    /// The value of its key, which has no entries.
    Empty(usize, usize),
    /// Nowhere.
    Nowhere,
}

/// Returns the edit that adds an entry, written on one line, to the list of a key at the outermost level; comments and all
/// other lines stay.
pub fn with_entry(text: &str, key: &str, listed: Listed, entry: &str) -> Option<Edit> {
    let line_end = |at: usize| {
        let rest = text.get(at..)?;
        let line = rest.split('\n').next().unwrap_or(rest);
        Some(at + line.strip_suffix('\r').unwrap_or(line).len())
    };
    let put = |at: usize, text: String| Edit { from: at, to: at, text };
    match listed {
        Listed::Last(from, to) => {
            let end = from + text.get(from..to)?.trim_end().len();
            let line = text.get(..from)?.rfind('\n').map_or(0, |end| end + 1);
            let before = &text[line..from];
            let space = &before[..before.len() - before.trim_start().len()];
            match before.trim() {
                "-" => Some(put(line_end(end)?, format!("\n{space}- {entry}"))),
                _ => Some(put(end, format!(", {entry}"))),
            }
        }
        Listed::Empty(from, to) if text.get(from..to)?.trim_start().starts_with('[') => {
            Some(Edit { from, to, text: format!("[{entry}]") })
        }
        Listed::Empty(from, _) => Some(put(line_end(from)?, format!("\n  - {entry}"))),
        Listed::Nowhere => {
            let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
            Some(put(text.len(), format!("{end}\n{key}:\n  - {entry}\n")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::edited;

    fn put(text: &str, listed: Listed) -> String {
        let edit = with_entry(text, "k", listed, "{x: 1}").expect("there is a place");
        String::from_utf8(edited(text.as_bytes(), &[edit]).expect("it fits")).expect("text")
    }

    fn last(text: &str, entry: &str) -> Listed {
        let from = text.find(entry).expect("it is there");
        Listed::Last(from, from + entry.len())
    }

    #[test]
    fn an_entry_stands_as_its_neighbours_do() {
        let block = "k:\n    - {a: 1} # why\nz: 1\n";
        assert_eq!(put(block, last(block, "{a: 1}")), "k:\n    - {a: 1} # why\n    - {x: 1}\nz: 1\n");
        let tall = "k:\n- a: 1\n  b: 2\n# after\nz: 1";
        assert_eq!(put(tall, last(tall, "a: 1\n  b: 2\n")), "k:\n- a: 1\n  b: 2\n- {x: 1}\n# after\nz: 1");
        assert_eq!(put("k:\r\n- a\r\nz: 1\r\n", Listed::Last(6, 7)), "k:\r\n- a\r\n- {x: 1}\r\nz: 1\r\n");
        let flow = "k: [{a: 1}] # why\r\nz: 1\r\n";
        assert_eq!(put(flow, last(flow, "{a: 1}")), "k: [{a: 1}, {x: 1}] # why\r\nz: 1\r\n");
        assert_eq!(put("k: []\nz: 1", Listed::Empty(3, 5)), "k: [{x: 1}]\nz: 1");
        assert_eq!(put("k:  # why\nz: 1", Listed::Empty(2, 2)), "k:  # why\n  - {x: 1}\nz: 1");
        assert_eq!(put("z: 1", Listed::Nowhere), "z: 1\n\nk:\n  - {x: 1}\n");
    }
}
