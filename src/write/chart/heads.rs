//! Puts heads over the places they name, in as many rows as they need. In: places and widths. Out: places.

/// A head that wants to stand over a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// The place, the head's middle where there is room.
    pub(super) middle: f32,
    /// The head's width.
    pub(super) width: f32,
}

/// Returns for each head its left edge between `low` and `high` and its row, counted from 0, such that
/// heads of one row stand at least `gap` apart.
pub(super) fn place(wishes: &[Wish], low: f32, high: f32, gap: f32) -> Vec<(f32, usize)> {
    let mut ends: Vec<f32> = Vec::new();
    wishes
        .iter()
        .map(|wish| {
            let left = (wish.middle - wish.width / 2.0).min(high - wish.width).max(low);
            let free = ends.iter().position(|end| end + gap <= left);
            let row = free.unwrap_or(ends.len());
            match free {
                Some(row) => ends[row] = left + wish.width,
                None => ends.push(left + wish.width),
            }
            (left, row)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_that_would_touch_take_turns() {
        let wishes = [10.0, 20.0, 30.0, 40.0].map(|middle| Wish { middle, width: 12.0 });
        let rows: Vec<usize> = place(&wishes, 0.0, 100.0, 2.0).into_iter().map(|(_, row)| row).collect();
        assert_eq!(rows, [0, 1, 0, 1]);
        let wide = [Wish { middle: 98.0, width: 12.0 }, Wish { middle: 1.0, width: 12.0 }];
        assert_eq!(place(&wide, 0.0, 100.0, 2.0), [(88.0, 0), (0.0, 1)]);
    }
}
