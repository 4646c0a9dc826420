//! Charts as points of colour. In: a drawing, a size. Out: `Scene`s, and each as a PNG.
//!
//! The letters are the outlines of the same fonts that a PDF is set in, so that a chart looks alike in both.

use std::cell::RefCell;

use tiny_skia::{FillRule, LineCap, Paint, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

use crate::document::Drawing;
use crate::lang::Lang;
use crate::write::chart::{self, Dash, Frame, Path, Piece, Role, Scene, Shape, Text, Weight};
use crate::write::pdf::{self, Cut, Figures, Shaper};

/// How many points of colour make a point of length: 180 to the inch.
const SCALE: f32 = 2.5;

/// How many points of colour a side of a picture has at most.
const MOST: f32 = 8_000.0;

/// Draws charts with a family of fonts.
pub(super) struct Painter<'f> {
    look: &'f pdf::Style,
    /// Opened when the first chart is met.
    shaper: Option<Shaper<'f>>,
}

impl<'f> Painter<'f> {
    pub(super) fn new(look: &'f pdf::Style) -> Self {
        Self { look, shaper: None }
    }

    /// Returns the width below which a drawing gets crowded.
    pub(super) fn least_width(&mut self, drawing: &Drawing, lang: Lang) -> f32 {
        self.framed(lang, 0.0, |frame| chart::least_width(drawing, frame))
    }

    /// Returns the drawing in as many scenes as the height asks for.
    pub(super) fn scenes(
        &mut self,
        drawing: &Drawing,
        lang: Lang,
        (width, height): (f32, f32),
    ) -> Vec<Scene> {
        self.framed(lang, width, |frame| chart::scenes(drawing, frame, height))
    }

    fn framed<T>(&mut self, lang: Lang, width: f32, then: impl FnOnce(&Frame<'_>) -> T) -> T {
        let size = self.look.sizes.table;
        let shaper = RefCell::new(self.shaper());
        let measure = |words: &str, size: f32, weight: Weight| match shaper.borrow_mut().as_mut() {
            Some(shaper) => shaper.width(words, cut(weight), Figures::Tabular, lang) * size,
            None => chart::estimate(words, size, weight),
        };
        then(&Frame { width, size, lang, measure: &measure })
    }

    fn shaper(&mut self) -> Option<&mut Shaper<'f>> {
        if self.shaper.is_none() {
            self.shaper = Shaper::new(&self.look.faces);
        }
        self.shaper.as_mut()
    }

    /// Returns a scene as a PNG on a white ground; an empty file where there is no room in memory.
    pub(super) fn paint(&mut self, scene: &Scene, lang: Lang) -> Vec<u8> {
        let scale = SCALE.min(MOST / scene.width.max(1.0)).min(MOST / scene.height.max(1.0));
        let points = |length: f32| ((length * scale).ceil() as u32).max(1);
        let Some(mut ground) = Pixmap::new(points(scene.width), points(scene.height)) else {
            return Vec::new();
        };
        ground.fill(tiny_skia::Color::WHITE);
        let transform = Transform::from_scale(scale, scale);
        for shape in &scene.shapes {
            match shape {
                Shape::Path(path) => draw(&mut ground, path, transform),
                Shape::Text(text) => self.write(&mut ground, text, lang, transform),
            }
        }
        encoded(&ground).unwrap_or_default()
    }

    fn write(&mut self, ground: &mut Pixmap, text: &Text, lang: Lang, transform: Transform) {
        let Some(shaper) = self.shaper() else { return };
        for (at, line) in text.lines.iter().enumerate() {
            let words = match line.strip_suffix('\u{ad}') {
                Some(part) => format!("{part}-"),
                None => line.clone(),
            };
            let (left, base) = (text.x, text.y + text.leading * at as f32);
            let place = |(x, y): (f32, f32)| (left + x * text.size, base - y * text.size);
            let mut letters = PathBuilder::new();
            shaper.outline(words.trim_end(), cut(text.weight), lang, &mut |piece| match piece {
                Piece::Move(x, y) => {
                    let (x, y) = place((x, y));
                    letters.move_to(x, y);
                }
                Piece::Line(x, y) => {
                    let (x, y) = place((x, y));
                    letters.line_to(x, y);
                }
                Piece::Curve([a, b, c, d, e, f]) => {
                    let [(a, b), (c, d), (e, f)] = [(a, b), (c, d), (e, f)].map(place);
                    letters.cubic_to(a, b, c, d, e, f);
                }
                Piece::Close => letters.close(),
            });
            if let Some(letters) = letters.finish() {
                ground.fill_path(&letters, &paint(text.role), FillRule::Winding, transform, None);
            }
        }
    }
}

fn draw(ground: &mut Pixmap, path: &Path, transform: Transform) {
    let mut pieces = PathBuilder::new();
    for piece in &path.pieces {
        match *piece {
            Piece::Move(x, y) => pieces.move_to(x, y),
            Piece::Line(x, y) => pieces.line_to(x, y),
            Piece::Curve([a, b, c, d, e, f]) => pieces.cubic_to(a, b, c, d, e, f),
            Piece::Close => pieces.close(),
        }
    }
    let Some(shape) = pieces.finish() else { return };
    if let Some(role) = path.fill {
        ground.fill_path(&shape, &paint(role), FillRule::Winding, transform, None);
    }
    if let Some(chart::Stroke { role, width, dash }) = path.stroke {
        let dash = match dash {
            Dash::Solid => None,
            Dash::Dashed => StrokeDash::new(dash.lengths(width), 0.0),
        };
        let stroke = Stroke { width, dash, line_cap: LineCap::Butt, ..Stroke::default() };
        ground.stroke_path(&shape, &paint(role), &stroke, transform, None);
    }
}

fn paint(role: Role) -> Paint<'static> {
    let [red, green, blue] = role.rgb();
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 0xff);
    paint.anti_alias = true;
    paint
}

/// Returns the picture without its transparency, of which there is none.
fn encoded(ground: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, ground.width(), ground.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Balanced);
    let metre = (SCALE * 72.0 / 0.0254) as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: metre, yppu: metre, unit: png::Unit::Meter }));
    let colours: Vec<u8> =
        ground.data().chunks_exact(4).flat_map(|point| [point[0], point[1], point[2]]).collect();
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(bytes)
}

fn cut(weight: Weight) -> Cut {
    match weight {
        Weight::Regular => Cut::Regular,
        Weight::Bold => Cut::Bold,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Bar, Bars};

    #[test]
    fn a_chart_becomes_a_picture_with_letters_and_the_same_one_each_time() {
        let look = pdf::Style::default();
        let bar = Bar { label: "Powiat".into(), value: 24.2, words: "24,2\u{a0}%".into(), strong: true };
        let drawing = Drawing::Bars(Bars { bars: vec![bar], references: Vec::new() });
        let painted = || {
            let mut painter = Painter::new(&look);
            let scenes = painter.scenes(&drawing, Lang::Pl, (400.0, 300.0));
            painter.paint(&scenes[0], Lang::Pl)
        };
        let bytes = painted();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("it is a PNG");
        let mut points = vec![0; reader.output_buffer_size().expect("it has a size")];
        reader.next_frame(&mut points).expect("it is whole");
        assert_eq!(reader.info().width, 1_000);
        let is_ink = |point: &[u8]| point == Role::Ink.rgb();
        assert!(points.chunks_exact(3).filter(|point| is_ink(point)).count() > 50, "no letters");
        assert!(points.chunks_exact(3).any(|point| point == Role::Accent.rgb()), "no bar");
        assert!(bytes == painted());
    }
}
