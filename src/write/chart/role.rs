//! The colours of charts. In: what a shape is for. Out: a colour.

/// What a shape is for; a writer may give each its own colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Words.
    #[default]
    Ink,
    /// Words of less weight.
    Muted,
    /// The ground.
    Paper,
    /// Thin lines that order.
    Rule,
    /// A light ground behind words.
    Wash,
    /// The bar or thing that the figure is about.
    Accent,
    /// The other bars.
    Calm,
    /// A value to compare with; a gap.
    Reference,
    /// A series of a chart with several, counted from 0.
    Series(usize),
}

/// Dark enough for 4.5:1 on white, and apart in lightness too, for those who see no hue.
const SERIES: [[u8; 3]; 6] = [
    [0x1f, 0x4e, 0x79],
    [0xb3, 0x5c, 0x00],
    [0x1c, 0x7c, 0x6d],
    [0x7a, 0x3e, 0x8e],
    [0x5c, 0x66, 0x70],
    [0x9e, 0x2a, 0x2b],
];

impl Role {
    /// Returns red, green and blue as pakt's own style has them.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink => [0x1b, 0x1f, 0x24],
            Self::Muted => [0x4d, 0x57, 0x62],
            Self::Paper => [0xff, 0xff, 0xff],
            Self::Rule => [0xc9, 0xd0, 0xd7],
            Self::Wash => [0xee, 0xf2, 0xf6],
            Self::Accent => [0x1f, 0x4e, 0x79],
            Self::Calm => [0x7d, 0x91, 0xa6],
            Self::Reference => [0xa2, 0x3b, 0x0c],
            Self::Series(index) => SERIES[index % SERIES.len()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Colour;

    fn contrast(above: Role, below: Role) -> f64 {
        Colour(above.rgb()).contrast(Colour(below.rgb()))
    }

    #[test]
    fn words_and_shapes_reach_the_contrast_of_wcag_aa() {
        for ground in [Role::Paper, Role::Wash] {
            for words in [Role::Ink, Role::Muted, Role::Reference] {
                assert!(contrast(words, ground) >= 4.5, "{words:?} on {ground:?}");
            }
        }
        let series = (0..SERIES.len()).map(Role::Series);
        for shape in [Role::Accent, Role::Calm].into_iter().chain(series) {
            assert!(contrast(shape, Role::Paper) >= 3.0, "{shape:?}");
        }
        assert!(contrast(Role::Accent, Role::Calm) >= 2.0, "the strong bar must stand out");
    }
}
