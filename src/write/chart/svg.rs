//! A chart as SVG. In: a `Figure`. Out: one `<svg>` element, to stand in HTML or in a file of its own.
//!
//! No script, no style sheet, no font: text stays text, and the element reads as one image whose name is
//! the figure's alt text.

use std::fmt::Write as _;

use super::scene::{Dash, Path, Piece, Scene, Shape, Stroke, Text, Weight};
use super::{Frame, estimate, preferred_width, scene};
use crate::document::Figure;
use crate::lang::Lang;

/// The fonts of a page on a screen.
const FONTS: &str = "Lato, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/// How an SVG is read and set.
pub struct Label<'a> {
    /// The words that it is read as.
    pub alt: &'a str,
    /// The id of these words, unique where the SVG stands.
    pub id: &'a str,
    /// The language of all words.
    pub lang: Lang,
    /// The fonts, the best first, as CSS lists them.
    pub fonts: &'a str,
}

/// The font size, in pixels.
const SIZE: f32 = 14.0;

/// Returns the figure's drawing; `id` is unique in the HTML and fit for an attribute. A picture gives an
/// empty drawing with its alt text.
pub fn svg(figure: &Figure, id: &str, lang: Lang) -> String {
    let mut frame = Frame { width: 0.0, size: SIZE, lang, measure: &estimate };
    frame.width = preferred_width(&figure.drawing, &frame);
    svg_of(&scene(&figure.drawing, &frame), &Label { alt: &figure.alt, id, lang, fonts: FONTS })
}

/// Returns a scene as SVG.
pub fn svg_of(scene: &Scene, label: &Label<'_>) -> String {
    let Label { alt, id, lang, fonts } = *label;
    // A pixel all round, so that a stroke on the edge keeps its width.
    let (width, height) = (number(scene.width.ceil() + 2.0), number(scene.height.ceil() + 2.0));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 -1 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-labelledby=\"{id}\" lang=\"{}\" \
         font-family=\"{fonts}\">\n\
         <desc id=\"{id}\">{}</desc>\n",
        lang.code(),
        escape(alt),
        id = escape(id),
    );
    for shape in &scene.shapes {
        match shape {
            Shape::Path(path) => push_path(&mut out, path),
            Shape::Text(text) => push_text(&mut out, text),
        }
    }
    out.push_str("</svg>\n");
    out
}

fn push_path(out: &mut String, path: &Path) {
    out.push_str("<path d=\"");
    for piece in &path.pieces {
        match piece {
            Piece::Move(x, y) => push(out, format_args!("M{} {}", number(*x), number(*y))),
            Piece::Line(x, y) => push(out, format_args!("L{} {}", number(*x), number(*y))),
            Piece::Curve(points) => {
                let points = points.map(number);
                push(out, format_args!("C{}", points.join(" ")));
            }
            Piece::Close => out.push('Z'),
        }
    }
    out.push('"');
    match path.fill {
        Some(role) => push(out, format_args!(" fill=\"{}\"", colour(role.rgb()))),
        None => out.push_str(" fill=\"none\""),
    }
    if let Some(Stroke { role, width, dash }) = path.stroke {
        let colour = colour(role.rgb());
        push(out, format_args!(" stroke=\"{colour}\" stroke-width=\"{}\"", number(width)));
        if dash != Dash::Solid {
            let lengths: Vec<String> = dash.lengths(width).into_iter().map(number).collect();
            push(out, format_args!(" stroke-dasharray=\"{}\"", lengths.join(" ")));
        }
    }
    out.push_str("/>\n");
}

fn push_text(out: &mut String, text: &Text) {
    let (size, colour) = (number(text.size), colour(text.role.rgb()));
    push(out, format_args!("<text font-size=\"{size}\" fill=\"{colour}\""));
    if text.weight == Weight::Bold {
        out.push_str(" font-weight=\"700\"");
    }
    let x = number(text.x);
    if let [line] = text.lines.as_slice() {
        push(out, format_args!(" x=\"{x}\" y=\"{}\">{}</text>\n", number(text.y), escape(line)));
        return;
    }
    out.push('>');
    for (index, line) in text.lines.iter().enumerate() {
        let y = number(text.y + text.leading * index as f32);
        push(out, format_args!("<tspan x=\"{x}\" y=\"{y}\">{}</tspan>", escape(line)));
    }
    out.push_str("</text>\n");
}

fn push(out: &mut String, words: std::fmt::Arguments) {
    out.write_fmt(words).expect("a string takes what is written");
}

fn colour([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Returns a length with at most two digits after the point, the same on every machine.
fn number(length: f32) -> String {
    let hundredths = (f64::from(length) * 100.0).round() as i64;
    let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    let digits = format!("{sign}{}.{:02}", size / 100, size % 100);
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Returns a text fit for an element and an attribute, without the characters that XML knows no way to write.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Bar, Bars, Drawing, Reference};

    fn figure() -> Figure {
        let bar =
            Bar { label: "Powiat <A> & B".into(), value: 24.2, words: "24,2\u{a0}%".into(), strong: true };
        let reference = Reference { label: "Polska".into(), value: 5.4, words: "5,4\u{a0}%".into() };
        let drawing = Drawing::Bars(Bars { bars: vec![bar], references: vec![reference] });
        Figure { alt: "Stopa \"bezrobocia\"".into(), caption: Vec::new(), drawing }
    }

    #[test]
    fn an_image_is_named_by_its_alt_text_and_keeps_its_words() {
        let svg = svg(&figure(), "figure-1", Lang::Pl);
        for part in [
            "role=\"img\" aria-labelledby=\"figure-1\" lang=\"pl\"",
            "<desc id=\"figure-1\">Stopa &quot;bezrobocia&quot;</desc>",
            ">Powiat &lt;A&gt; &amp; B</text>",
            ">24,2\u{a0}%</text>",
            "stroke-dasharray",
        ] {
            assert!(svg.contains(part), "{part} is not in\n{svg}");
        }
        assert_eq!(svg, super::svg(&figure(), "figure-1", Lang::Pl));
    }

    #[test]
    fn numbers_are_short_and_know_no_minus_zero() {
        let numbers = [1.0, 0.1 + 0.2, -0.001, -2.5, 1234.567].map(number);
        assert_eq!(numbers, ["1", "0.3", "0", "-2.5", "1234.57"]);
    }
}
