//! Hatches, so that a series is known without its colour. In: a rectangle and a series. Out: shapes.

use super::Role;
use super::scene::{Dash, Piece, Scene, Stroke, rectangle};

/// The looks of the series, in order; the seventh is the first again, in another colour.
#[derive(Clone, Copy, Debug)]
enum Hatch {
    Plain,
    Rising,
    Hollow,
    Upright,
    Crossed,
    Level,
}

const HATCHES: [Hatch; 6] =
    [Hatch::Plain, Hatch::Rising, Hatch::Hollow, Hatch::Upright, Hatch::Crossed, Hatch::Level];

/// Adds the area of a series; `step` is the distance of the hatch's lines.
pub(super) fn fill(scene: &mut Scene, area: [f32; 4], series: usize, step: f32) {
    let [x, y, width, height] = area;
    if width <= 0.0 || height <= 0.0 {
        return;
    }
    // The shift keeps seven series apart where both colour and hatch would come round.
    let role = Role::Series(series + series / HATCHES.len());
    let stroke = Stroke { role, width: step * 0.28, dash: Dash::Solid };
    let hatch = HATCHES[series % HATCHES.len()];
    if let Hatch::Hollow = hatch {
        let inset = stroke.width / 2.0;
        let inner = [x + inset, y + inset, (width - 2.0 * inset).max(0.0), (height - 2.0 * inset).max(0.0)];
        scene.path(rectangle(inner), Some(Role::Paper), Some(stroke));
        return;
    }
    scene.area(area, role);
    let mut pieces = Vec::new();
    match hatch {
        Hatch::Plain | Hatch::Hollow => {}
        Hatch::Rising => slanted(&mut pieces, area, step, Slant::Up),
        Hatch::Crossed => {
            slanted(&mut pieces, area, step * 1.4, Slant::Up);
            slanted(&mut pieces, area, step * 1.4, Slant::Down);
        }
        Hatch::Upright => stripes(step, width, |at| {
            pieces.extend([Piece::Move(x + at, y), Piece::Line(x + at, y + height)]);
        }),
        Hatch::Level => stripes(step, height, |at| {
            pieces.extend([Piece::Move(x, y + at), Piece::Line(x + width, y + at)]);
        }),
    }
    if !pieces.is_empty() {
        let stroke = Stroke { role: Role::Paper, width: step * 0.2, dash: Dash::Solid };
        scene.path(pieces, None, Some(stroke));
    }
}

fn stripes(step: f32, length: f32, mut each: impl FnMut(f32)) {
    let count = (length / step) as usize;
    (1..=count).map(|index| index as f32 * step).filter(|at| *at < length).for_each(&mut each);
}

#[derive(Clone, Copy)]
enum Slant {
    Up,
    Down,
}

/// Adds the parts of 45-degree lines that lie inside the rectangle.
fn slanted(pieces: &mut Vec<Piece>, [x, y, width, height]: [f32; 4], step: f32, slant: Slant) {
    stripes(step * 1.4, width + height, |sum| {
        // The line from the left or lower edge to the upper or right one: from + to = sum.
        let (start, end) = ((sum - height).max(0.0), sum.min(width));
        let (from, to) = (sum - start, sum - end);
        let level = |at: f32| match slant {
            Slant::Up => y + at,
            Slant::Down => y + height - at,
        };
        pieces.extend([Piece::Move(x + start, level(from)), Piece::Line(x + end, level(to))]);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::chart::Shape;

    #[test]
    fn a_hatch_stays_inside_its_area() {
        for series in 0..14 {
            let mut scene = Scene::default();
            fill(&mut scene, [10.0, 20.0, 33.0, 9.0], series, 4.0);
            for shape in &scene.shapes {
                let Shape::Path(path) = shape else { panic!("no words in a hatch") };
                for piece in &path.pieces {
                    let (Piece::Move(x, y) | Piece::Line(x, y)) = *piece else { continue };
                    assert!((10.0..=43.0).contains(&x) && (20.0..=29.0).contains(&y), "{series}: {x} {y}");
                }
            }
        }
    }
}
