//! The table of contents. In: the headings. Out: entries with a dotted line and a number put in later.

use super::composer::{Composer, Goal, GoalTarget, Heading, Look, Scope, flow, slabs, space};
use super::flow::Flow;
use super::shapes;
use super::slab::Late;
use crate::write::pdf::display::{Owner, Rect};
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::structure::Tag;
use crate::write::pdf::text::{Edge, Figures, Span};

/// How far each level stands in.
const STEP: f32 = 16.0;
/// Between a title and its page number, at least.
const GAP: f32 = 14.0;

impl Composer<'_> {
    /// Lays out the contents, under a title of their own unless a heading stands over them.
    pub(super) fn contents(&mut self, scope: &Scope, headed: bool, into: &mut Vec<Flow>) {
        if !headed {
            let parent = self.element(Tag::Paragraph, scope.parent);
            let look = Look {
                cut: Cut::Bold,
                size: self.style.sizes.headings[0],
                colour: self.style.colours.accent,
                edge: Edge::Left,
                ..scope.look
            };
            let title = self.document.lang.pick("Spis treści", "Contents");
            let titled = Scope { look, ..*scope };
            let mut set = self.plain_slabs(title, &titled, Owner::Element(parent));
            space(&mut set, 20.0, 10.0);
            set.iter_mut().for_each(|slab| slab.keep = true);
            flow(set, into);
        }
        let listed = self.fitting(scope);
        if listed.is_empty() {
            return;
        }
        let parent = self.element(Tag::Contents, scope.parent);
        for heading in listed {
            let item = self.element(Tag::ContentsItem, parent);
            let inside = Scope { parent: item, ..*scope };
            self.entry(heading, &inside, into);
        }
    }

    /// Returns the headings to list: as many levels as one page holds.
    fn fitting(&mut self, scope: &Scope) -> Vec<usize> {
        let room = self.frame_height(self.direction) - self.style.sizes.headings[0] * 3.0;
        let all = |composer: &Self, deepest: u8| -> Vec<usize> {
            let shown = |heading: &Heading| heading.listed && heading.level <= deepest;
            (0..composer.headings.len()).filter(|&index| shown(&composer.headings[index])).collect()
        };
        let look = Look { cut: Cut::Bold, figures: Figures::Tabular, ..scope.look };
        let line = look.size * self.style.sizes.leading;
        for deepest in [3, 2] {
            let listed = all(self, deepest);
            let mut height = 0.0;
            for &index in &listed {
                let Heading { level, title, .. } = self.headings[index].clone();
                let (indent, number) = (f32::from(level - 1) * STEP, self.wide("0000", &look));
                let lines =
                    (self.wide(&title, &look) / (scope.width - indent - number - GAP)).ceil().max(1.0);
                height += lines * line + look.size * if level == 1 { 0.45 } else { 0.12 };
            }
            if height <= room {
                return listed;
            }
        }
        all(self, 1)
    }

    fn entry(&mut self, heading: usize, scope: &Scope, into: &mut Vec<Flow>) {
        let reference = self.element(Tag::Reference, scope.parent);
        let element = self.element(Tag::Link, reference);
        let (level, title) = (self.headings[heading].level, self.headings[heading].title.clone());
        let target = GoalTarget::Anchor(heading);
        self.links.push(Goal { element, target, contents: title.clone() });
        let link = self.links.len() - 1;
        let cut = if level == 1 { Cut::Bold } else { Cut::Regular };
        let look = Look { cut, edge: Edge::Left, figures: Figures::Tabular, hyphens: false, ..scope.look };
        let number = self.wide("0000", &look);
        let indent = f32::from(level - 1) * STEP;
        let width = scope.width - indent - number - GAP;
        let text = self.plain(&title, &look, Owner::Element(element));
        let lines = self.lines(&text, width, &look);
        let ends: Vec<f32> = lines.iter().map(|line| line.right).collect();
        let mut set = slabs(lines, scope.x + indent);
        let right = scope.x + scope.width;
        for slab in &mut set {
            let area = Rect { x: scope.x + indent, y: 0.0, width: scope.width - indent, height: slab.height };
            slab.links.push((link, area));
            // The lines of an entry stay together.
            slab.keep = true;
        }
        if let (Some(last), Some(end)) = (set.last_mut(), ends.last()) {
            last.keep = false;
            let start = scope.x + indent + end + 5.0;
            let stop = right - number - 2.0;
            if stop > start {
                last.items.push(shapes::dots(start, stop, last.baseline - 0.5, self.style.colours.muted));
            }
            let style = self.span(&look, Owner::Element(element));
            last.late.push(Late {
                anchor: heading,
                right,
                baseline: last.baseline,
                span: Span { link: None, ..style },
            });
        }
        let before = if level == 1 { look.size * 0.45 } else { 0.0 };
        space(&mut set, before, look.size * 0.12);
        flow(set, into);
    }
}
