//! From values to lengths. In: the values of a chart. Out: where each stands between two edges.

/// A linear scale that always holds zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    left: f32,
    width: f32,
}

impl Scale {
    /// Returns the scale that shows all values between `left` and `left + width`.
    pub(super) fn over(values: impl Iterator<Item = f64>, left: f32, width: f32) -> Self {
        let (low, high) = values
            .map(sound)
            .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let high = if high > low { high } else { low + 1.0 };
        Self { low, high, left, width: width.max(0.0) }
    }

    /// Returns where a value stands.
    pub(super) fn at(&self, value: f64) -> f32 {
        // Halved, so that the span of two huge values stays a number.
        let share = (sound(value) / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        self.left + share as f32 * self.width
    }

    /// Returns where zero stands.
    pub(super) fn zero(&self) -> f32 {
        self.at(0.0)
    }
}

/// A value that is no number stands at zero.
fn sound(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_start_at_zero_also_below_it() {
        let scale = Scale::over([24.0, 12.0].into_iter(), 100.0, 240.0);
        assert_eq!((scale.zero(), scale.at(12.0), scale.at(24.0)), (100.0, 220.0, 340.0));
        let scale = Scale::over([-6.0, 2.0].into_iter(), 0.0, 80.0);
        assert_eq!((scale.at(-6.0), scale.zero(), scale.at(2.0)), (0.0, 60.0, 80.0));
    }

    #[test]
    fn strange_values_stay_on_the_page() {
        for values in [vec![], vec![0.0], vec![f64::NAN, f64::INFINITY], vec![f64::MAX, -f64::MAX]] {
            let scale = Scale::over(values.iter().copied(), 10.0, 50.0);
            for value in values {
                assert!((10.0..=60.0).contains(&scale.at(value)), "{value}");
            }
        }
    }
}
