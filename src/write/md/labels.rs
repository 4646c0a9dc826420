//! The labels of footnotes. In: notes. Out: labels that Markdown can tell apart.

use crate::document::Note;
use std::collections::BTreeSet;

/// Returns a label a note: its own where Markdown can read it, else its number.
pub(super) fn labels(notes: &[Note]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let fit = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    notes
        .iter()
        .enumerate()
        .map(|(index, note)| {
            let mut label = if fit(&note.label) { note.label.clone() } else { (index + 1).to_string() };
            while !taken.insert(label.to_lowercase()) {
                label.push_str("-2");
            }
            label
        })
        .collect()
}
