//! The faces that texts are set in. In: nothing, or a user's own files. Out: `Faces`.
//!
//! Lato 2 by Łukasz Dziedzic, under the SIL Open Font License (`lato/OFL.txt`); for signs that it lacks (ticks,
//! boxes, arrows) DejaVu Sans (`dejavu/LICENSE.txt`). The files are unmodified.

use std::sync::{Arc, LazyLock};

use super::display::Face;
use super::text::Shapes;

/// A family's four faces and how they are called.
#[derive(Clone, Debug)]
pub struct Faces {
    /// Upright, bold, italic, bold italic: the order of [`Cut::index`].
    pub faces: [Face; 4],
    /// Where signs are looked for that these lack, the best first.
    pub spare: Vec<Face>,
    /// The words they have shaped.
    pub(super) shapes: Arc<Shapes>,
}

/// Which face of the family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cut {
    /// For running text.
    #[default]
    Regular,
    /// For headings and strong words.
    Bold,
    /// For emphasis.
    Italic,
    /// For emphasis inside strong words.
    BoldItalic,
}

impl Cut {
    /// Returns the index in [`Faces::faces`].
    pub fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Bold => 1,
            Self::Italic => 2,
            Self::BoldItalic => 3,
        }
    }

    /// Returns the bold cut of the same slope.
    pub fn bold(self) -> Self {
        match self {
            Self::Regular | Self::Bold => Self::Bold,
            Self::Italic | Self::BoldItalic => Self::BoldItalic,
        }
    }

    /// Returns the cut of the same weight and the other slope, so that emphasis inside emphasis shows.
    pub fn slanted(self) -> Self {
        match self {
            Self::Regular => Self::Italic,
            Self::Bold => Self::BoldItalic,
            Self::Italic => Self::Regular,
            Self::BoldItalic => Self::Bold,
        }
    }
}

/// The family built in.
static LATO: LazyLock<Faces> = LazyLock::new(|| {
    let face =
        |name: &str, data: &[u8]| Face { name: name.to_owned(), data: Arc::new(data.to_vec()), index: 0 };
    Faces {
        faces: [
            face("Lato-Regular", include_bytes!("lato/Lato-Regular.ttf")),
            face("Lato-Bold", include_bytes!("lato/Lato-Bold.ttf")),
            face("Lato-Italic", include_bytes!("lato/Lato-Italic.ttf")),
            face("Lato-BoldItalic", include_bytes!("lato/Lato-BoldItalic.ttf")),
        ],
        spare: vec![face("DejaVuSans", include_bytes!("dejavu/DejaVuSans.ttf"))],
        shapes: Arc::default(),
    }
});

impl Default for Faces {
    /// Returns Lato; the files are shared, not copied.
    fn default() -> Self {
        LATO.clone()
    }
}
