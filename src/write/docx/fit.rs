//! Widths of columns from what they hold. In: each column's needs, the space. Out: widths that fill it.

use crate::write::columns::shared;

/// What a column needs; lengths with the white space inside its cells.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Need {
    /// Its longest word, broken where it must be.
    pub(super) floor: f32,
    /// Its longest word.
    pub(super) least: f32,
    /// Its longest cell on one line.
    pub(super) most: f32,
}

/// Returns the width of each column; together they fill `width`.
pub(super) fn widths(needs: &[Need], width: f32) -> Vec<f32> {
    let sum = |of: fn(&Need) -> f32| needs.iter().map(of).sum::<f32>();
    let (floor, least, most) = (sum(|need| need.floor), sum(|need| need.least), sum(|need| need.most));
    if most <= width {
        return shared(needs, width - most, |need| need.most, |need| need.most);
    }
    if least <= width {
        // One very long cell must not starve its neighbours.
        let cap = width * 1.2;
        let want = move |need: &Need| (need.most.min(cap) - need.least).max(0.0);
        return shared(needs, width - least, |need| need.least, want);
    }
    if floor <= width {
        return shared(needs, width - floor, |need| need.floor, |need| need.least - need.floor);
    }
    needs.iter().map(|need| width * need.floor / floor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(floor: f32, least: f32, most: f32) -> Need {
        Need { floor, least, most }
    }

    #[test]
    fn columns_fill_the_width_and_never_overlap() {
        let wide = [need(30.0, 60.0, 900.0), need(20.0, 50.0, 80.0), need(30.0, 90.0, 90.0)];
        for width in [40.0, 80.0, 150.0, 250.0, 450.0, 2_000.0] {
            let widths = widths(&wide, width);
            let sum: f32 = widths.iter().sum();
            assert!((sum - width).abs() < 0.01, "{widths:?}");
            assert!(widths.iter().all(|&one| one > 0.0), "{widths:?}");
        }
    }

    #[test]
    fn a_word_is_not_broken_while_there_is_room() {
        let widths = widths(&[need(20.0, 80.0, 900.0), need(20.0, 70.0, 300.0)], 200.0);
        assert!(widths[0] >= 80.0 && widths[1] >= 70.0, "{widths:?}");
    }
}
