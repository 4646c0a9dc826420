//! What writers ask of a table's columns, whatever they measure in. In: cells, needs. Out: whether a column is of
//! figures, shares of a width.

use crate::document::{Block, Cell, plain};

/// Returns whether a cell holds a number, an amount or nothing.
pub(super) fn is_figure(cell: &Cell) -> bool {
    let text = match cell.blocks.as_slice() {
        [] => return true,
        [Block::Paragraph(content)] => plain(content),
        _ => return false,
    };
    let text = text.trim();
    let text = text.strip_suffix("zł").or_else(|| text.strip_suffix("PLN")).unwrap_or(text);
    let marks = " \u{A0}\u{202F}.,%–-−+‰€";
    text.chars().all(|character| character.is_ascii_digit() || marks.contains(character))
        && (text.is_empty()
            || text.chars().any(|character| character.is_ascii_digit() || "–-".contains(character)))
}

/// Returns `base` of each column plus its share of the spare width.
pub(super) fn shared<Need>(
    needs: &[Need],
    spare: f32,
    base: impl Fn(&Need) -> f32,
    want: impl Fn(&Need) -> f32,
) -> Vec<f32> {
    let wanted: f32 = needs.iter().map(&want).sum();
    let share = |need: &Need| match wanted > 0.0 {
        true => spare * want(need) / wanted,
        false => spare / needs.len() as f32,
    };
    needs.iter().map(|need| base(need) + share(need)).collect()
}
