//! Says what broken lines mean, where there are any. In: a `Plan`. Out: a line of samples and words.

use super::plan::Plan;
use crate::write::chart::scene::{Dash, Scene, Stroke, Weight, rectangle};
use crate::write::chart::{Frame, Role};

/// What a sample shows.
#[derive(Clone, Copy)]
enum Sample {
    Own,
    Inherited,
    Gap,
}

/// Adds the legend below `y` and returns the lower edge of the drawing.
pub(super) fn draw(scene: &mut Scene, plan: &Plan, y: f32, frame: &Frame) -> f32 {
    let em = frame.size;
    let mut samples = Vec::new();
    if plan.links.iter().any(|link| link.inherited) {
        samples.push((Sample::Own, frame.lang.pick("powiązanie własne", "own link")));
        samples.push((Sample::Inherited, frame.lang.pick("powiązanie odziedziczone", "inherited link")));
    }
    if plan.boxes.iter().any(|thing| thing.gap) {
        samples.push((Sample::Gap, frame.lang.pick("luka", "gap")));
    }
    if samples.is_empty() {
        return y;
    }
    let (mut x, mut y, swatch) = (0.0_f32, y + em * 0.4, em * 2.4);
    for (sample, words) in samples {
        let label = frame.small(words, frame.width - swatch - em * 0.5, Weight::Regular);
        let width = swatch + em * 0.5 + label.width;
        if x > 0.0 && x + width > frame.width {
            (x, y) = (0.0, y + em * 1.4);
        }
        let middle = y + label.size * 0.61;
        let line = |role, dash| Stroke { role, width: em * 0.1, dash };
        match sample {
            Sample::Own => scene.line(&[(x, middle), (x + swatch, middle)], line(Role::Accent, Dash::Solid)),
            Sample::Inherited => {
                scene.line(&[(x, middle), (x + swatch, middle)], line(Role::Muted, Dash::Dashed))
            }
            Sample::Gap => {
                let area = [x, middle - em * 0.4, swatch, em * 0.8];
                scene.path(rectangle(area), None, Some(line(Role::Reference, Dash::Dashed)));
            }
        }
        scene.text(label.beside(x + swatch + em * 0.5, middle, Role::Ink));
        x += width + em * 1.6;
    }
    y + em * 1.4
}
