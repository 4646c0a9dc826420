//! Shapes on a page. In: paths, pictures and boxes for missing glyphs. Out: operators.

use printpdf::{CurTransMat, DictItem, LineDashPattern, Op, Pt, XObjectId, XObjectTransform};

use super::content::Canvas;
use super::objects::round;
use crate::write::pdf::display::{GlyphRun, Path, Piece, Rect, Stroke};

/// Draws a path.
pub(super) fn path(canvas: &mut Canvas, path: &Path) {
    canvas.end_text();
    if let Some(colour) = path.fill {
        canvas.fill(colour);
    }
    if let Some(Stroke { colour, width, dash }) = &path.stroke {
        canvas.stroke(*colour);
        canvas.outline(*width, dash);
    }
    let operator = match (path.fill.is_some(), path.stroke.is_some()) {
        (true, true) => "B",
        (true, false) => "f",
        (false, true) => "S",
        (false, false) => return,
    };
    for piece in &path.pieces {
        canvas.piece(piece);
    }
    canvas.raw(operator, Vec::new());
}

/// Draws a picture.
pub(super) fn picture(canvas: &mut Canvas, index: usize, area: Rect) {
    canvas.end_text();
    let Rect { x, y, width, height } = area;
    let place = [round(width), 0.0, 0.0, round(height), round(x), round(canvas.up(y + height))];
    canvas.ops.push(Op::SaveGraphicsState);
    canvas.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(place) });
    let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
    canvas.ops.push(Op::UseXobject { id: XObjectId(format!("P{index}")), transform });
    canvas.ops.push(Op::RestoreGraphicsState);
}

/// Draws the box that stands for a character no face can show.
pub(super) fn missing(canvas: &mut Canvas, run: &GlyphRun, x: f32, advance: f32) {
    let (inset, height) = (run.size * 0.06, run.size * 0.7);
    let (left, right) = (x + inset, x + advance.max(run.size * 0.3) - inset);
    let corners = [(left, run.y), (right, run.y), (right, run.y - height), (left, run.y - height)];
    let mut pieces: Vec<Piece> = corners.iter().map(|&(x, y)| Piece::Line(x, y)).collect();
    pieces[0] = Piece::Move(left, run.y);
    pieces.push(Piece::Close);
    let stroke = Stroke { colour: run.colour, width: run.size * 0.05, dash: Vec::new() };
    path(canvas, &Path { pieces, fill: None, stroke: Some(stroke) });
}

impl Canvas<'_> {
    fn piece(&mut self, piece: &Piece) {
        let point = |x, y| [DictItem::Real(round(x)), DictItem::Real(round(self.up(y)))];
        match *piece {
            Piece::Move(x, y) => {
                let point = point(x, y).to_vec();
                self.raw("m", point);
            }
            Piece::Line(x, y) => {
                let point = point(x, y).to_vec();
                self.raw("l", point);
            }
            Piece::Curve([ax, ay, bx, by, x, y]) => {
                let points = [point(ax, ay), point(bx, by), point(x, y)].concat();
                self.raw("c", points);
            }
            Piece::Close => self.raw("h", Vec::new()),
        }
    }

    fn outline(&mut self, width: f32, dash: &[f32]) {
        let width = round(width);
        if self.width.replace(width) != Some(width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
        }
        if self.dash != dash {
            self.dash = dash.to_vec();
            let pattern = dash.iter().map(|&length| round(length)).collect();
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern { offset: 0.0, pattern } });
        }
    }
}
