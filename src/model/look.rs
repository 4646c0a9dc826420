//! The look of documents, as a `style.yaml` says it. Out: `LookSheet`, not yet checked.

use serde::Deserialize;

use super::*;
use crate::units::Number;

described! {
    /// A `style.yaml`.
    LookSheet {
        /// The sheet of paper. | Arkusz.
        paper: Field<Paper> = "papier";
        /// Margins. | Marginesy.
        margins: MarginsSheet = "marginesy";
        /// Sizes of type. | Rozmiary pisma.
        sizes: SizesSheet = "rozmiary";
        /// Colours. | Kolory.
        colours: ColoursSheet = "kolory";
        /// Fonts of the authors' own. | Własne czcionki.
        fonts: Field<FontFiles> = "czcionki";
        /// The running head. | Nagłówek stron.
        header: Field<Text> = "nagłówek";
        /// The running foot. | Stopka stron.
        footer: Field<Text> = "stopka";
        /// Logos on the title page. | Logotypy na stronie tytułowej.
        logos: List<LogoFile> = "logotypy";
        /// Whether text is justified. | Czy tekst jest wyjustowany.
        justify: Field<bool> = "justowanie";
    }
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
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

described! {
    /// Margins in millimetres.
    MarginsSheet {
        /// Above, in millimetres. | Górny, w milimetrach.
        top: Field<Number> = "górny";
        /// Below, in millimetres. | Dolny, w milimetrach.
        bottom: Field<Number> = "dolny";
        /// At both sides, in millimetres. | Po bokach, w milimetrach.
        side: Field<Number> = "boczny";
    }

    /// Sizes in points.
    SizesSheet {
        /// Running text, in points. | Tekst, w punktach.
        body: Field<Number> = "tekst";
        /// Tables, in points. | Tabele, w punktach.
        table: Field<Number> = "tabela";
        /// Notes and captions, in points. | Przypisy i podpisy, w punktach.
        small: Field<Number> = "drobny";
        /// The title, in points. | Tytuł, w punktach.
        title: Field<Number> = "tytuł";
    }

    /// Colours as `#rrggbb`.
    ColoursSheet {
        /// Text. | Tekst.
        ink: Field<String> = "kolor_tekstu";
        /// Secondary text. | Tekst drugorzędny.
        muted: Field<String> = "kolor_drugorzędny";
        /// Headings and marks. | Nagłówki i wyróżnienia.
        accent: Field<String> = "kolor_wyróżnienia";
        /// Lines. | Linie.
        rule: Field<String> = "reguła";
        /// The ground of header rows. | Tło nagłówków tabel.
        wash: Field<String> = "kolor_tła";
    }

    /// Files of fonts, relative to the style's own.
    FontFiles {
        /// The plain font. | Odmiana zwykła.
        regular: Field<String> = "zwykła", required;
        /// The bold font. | Odmiana pogrubiona.
        bold: Field<String> = "pogrubiona";
        /// The italic font. | Kursywa.
        italic: Field<String> = "kursywa";
        /// The bold italic font. | Pogrubiona kursywa.
        bold_italic: Field<String> = "pogrubiona_kursywa";
    }

    /// A picture's file and what it shows.
    LogoFile {
        /// The file. | Plik.
        file: Field<String> = "plik", required;
        /// What the picture shows. | Co przedstawia obraz.
        alt: Field<Text> = "opis_obrazu", required;
    }
}

impl Described for Paper {
    const SHAPE: Shape = Shape::Value("Paper");

    fn view(&self) -> View<'_> {
        View::Word(match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        })
    }
}
