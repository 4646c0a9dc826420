//! The fields of a `style.yaml`. In: YAML, by way of the loader. Out: `Sheet`, not yet checked.

use serde::Deserialize;

use crate::model::{Field, List, Text};
use crate::units::Number;

/// A `style.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sheet {
    pub(super) paper: Field<Paper>,
    pub(super) margins: MarginsSheet,
    pub(super) sizes: SizesSheet,
    pub(super) colours: ColoursSheet,
    pub(super) fonts: Field<FontFiles>,
    pub(super) header: Field<Text>,
    pub(super) footer: Field<Text>,
    pub(super) logos: List<LogoFile>,
    pub(super) justify: Field<bool>,
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Returns width and height in points, upright.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// Margins in millimetres.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct MarginsSheet {
    pub(super) top: Field<Number>,
    pub(super) bottom: Field<Number>,
    pub(super) side: Field<Number>,
}

/// Sizes in points.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SizesSheet {
    pub(super) body: Field<Number>,
    pub(super) table: Field<Number>,
    pub(super) small: Field<Number>,
    pub(super) title: Field<Number>,
}

/// Colours as `#rrggbb`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ColoursSheet {
    pub(super) ink: Field<String>,
    pub(super) muted: Field<String>,
    pub(super) accent: Field<String>,
    pub(super) rule: Field<String>,
    pub(super) wash: Field<String>,
}

/// Files of fonts, relative to the style's own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FontFiles {
    pub(super) regular: Field<String>,
    pub(super) bold: Field<String>,
    pub(super) italic: Field<String>,
    pub(super) bold_italic: Field<String>,
}

/// A picture's file and what it shows.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct LogoFile {
    pub(super) file: Field<String>,
    pub(super) alt: Field<Text>,
}
