//! Drafts made final: places on the sheet, page numbers, links, bookmarks. In: `PageDraft`s. Out: `Pages`.

use std::collections::BTreeMap;

use super::composer::{Composer, GoalTarget, Look};
use super::paginate::{NOTES_GAP, PageDraft};
use super::shapes;
use super::slab::{self, Direction, Slab};
use crate::write::pdf::display::{Artifact, Bookmark, Item, Link, Owner, Page, Pages, Rect, Spot, Target};
use crate::write::pdf::fonts::Cut;
use crate::write::pdf::text::{Edge, Figures, Span, Text};

const PAGINATION: Owner = Owner::Artifact(Artifact::Pagination);

/// Returns the finished pages.
pub(super) fn emit(drafts: Vec<PageDraft>, mut composer: Composer) -> Pages {
    let mut sheets: Vec<Sheet> = Vec::with_capacity(drafts.len());
    let mut spots = vec![None; composer.anchor_count];
    for (number, draft) in drafts.into_iter().enumerate() {
        sheets.push(sheet(draft, number, &mut composer, &mut spots));
    }
    let total = sheets.len();
    let head = composer.running_head();
    let mut pages = Vec::with_capacity(total);
    for (number, sheet) in sheets.into_iter().enumerate() {
        pages.push(composer.page(sheet, number, total, &head, &spots));
    }
    let outline = outline(&composer, &spots);
    let family = &composer.style.faces;
    let spare = family.spare.iter().take(composer.shaper.spare_in_use());
    let faces = family.faces.iter().chain(spare).cloned().collect();
    Pages {
        pages,
        structure: composer.structure,
        outline,
        faces,
        pictures: composer.pictures,
        missing: composer.shaper.missing(),
    }
}

/// A page whose slabs stand in place.
struct Sheet {
    size: (f32, f32),
    grounds: Vec<Item>,
    slabs: Vec<Slab>,
}

fn sheet(draft: PageDraft, number: usize, composer: &mut Composer, spots: &mut [Option<Spot>]) -> Sheet {
    let margins = composer.style.margins;
    let (width, height) = composer.style.paper.size();
    let size = match draft.direction {
        Direction::Upright => (width, height),
        Direction::Sideways => (height, width),
    };
    let mut grounds = slab::backdrops(draft.body.iter().map(|(top, slab)| (*top, slab)));
    let frame = composer.frame_height(draft.direction);
    let mut placed = draft.body;
    if !draft.notes.is_empty() {
        let mut y = frame - draft.notes_height;
        let colour = composer.style.colours.muted;
        grounds.push(shapes::rule(0.0, 120.0, y + NOTES_GAP * 0.55, 0.6, colour));
        for (index, line) in draft.notes.into_iter().enumerate() {
            y += if index == 0 { NOTES_GAP } else { line.before };
            let below = y + line.height;
            placed.push((y, line));
            y = below;
        }
    }
    for item in &mut grounds {
        slab::shift(item, margins.side, margins.top);
    }
    let mut slabs = Vec::with_capacity(placed.len());
    for (top, mut slab) in placed {
        slab.shift(margins.side, margins.top + top);
        for &anchor in &slab.anchors {
            // A little above, so that the heading does not stick to the window's edge.
            let y = (margins.top + top - 6.0).max(0.0) as i32;
            if let Some(spot) = spots.get_mut(anchor) {
                *spot = Some(Spot { page: number, y });
            }
        }
        for (element, area) in &slab.figures {
            composer.structure.elements[element.0].bounds = Some((number, *area));
        }
        slabs.push(slab);
    }
    Sheet { size, grounds, slabs }
}

fn outline(composer: &Composer, spots: &[Option<Spot>]) -> Vec<Bookmark> {
    let headings = composer.headings.iter().zip(spots);
    let marked = headings.filter_map(|(heading, spot)| {
        let (_, spot) = (heading.element?, (*spot)?);
        let title = heading.title.trim().to_owned();
        (!title.is_empty()).then_some(Bookmark { level: heading.level, title, spot })
    });
    marked.collect()
}

impl Composer<'_> {
    fn page(
        &mut self,
        sheet: Sheet,
        number: usize,
        total: usize,
        head: &[Item],
        spots: &[Option<Spot>],
    ) -> Page {
        let (width, height) = sheet.size;
        let mut page = Page { width, height, ..Page::default() };
        let cover = number == 0 && self.has_cover;
        if number > 0 {
            page.items.extend(head.iter().cloned());
            let margins = self.style.margins;
            let line = shapes::rule(
                margins.side,
                width - margins.side,
                margins.top - 22.0,
                0.5,
                self.style.colours.rule,
            );
            page.items.push(Item { owner: PAGINATION, ..line });
        }
        page.items.extend(sheet.grounds);
        let mut links: BTreeMap<usize, Vec<Rect>> = BTreeMap::new();
        for slab in sheet.slabs {
            page.items.extend(slab.items);
            page.fields.extend(slab.fields);
            for (link, area) in slab.links {
                links.entry(link).or_default().push(area);
            }
            for late in slab.late {
                if let Some(spot) = spots.get(late.anchor).copied().flatten() {
                    let words = (spot.page + 1).to_string();
                    self.late(&words, late.span, late.right, late.baseline, &mut page.items);
                }
            }
        }
        for (link, areas) in links {
            page.links.extend(self.link_on(link, areas, spots));
        }
        if !cover {
            self.foot(number, total, (width, height), &mut page.items);
        }
        page
    }

    fn link_on(&self, link: usize, areas: Vec<Rect>, spots: &[Option<Spot>]) -> Option<Link> {
        let goal = self.links.get(link)?;
        let target = match &goal.target {
            GoalTarget::Uri(uri) => Target::Uri(uri.clone()),
            GoalTarget::Anchor(anchor) => Target::Spot(spots.get(*anchor).copied().flatten()?),
        };
        Some(Link { areas, element: goal.element, target, contents: goal.contents.clone() })
    }

    /// Sets words that end at `right`.
    fn late(&mut self, words: &str, span: Span, right: f32, baseline: f32, items: &mut Vec<Item>) {
        let look = Look {
            cut: span.cut,
            size: span.size,
            colour: span.colour,
            edge: Edge::Left,
            figures: span.figures,
            hyphens: false,
        };
        let mut text = Text::default();
        let span = text.span(span);
        text.words(words, span, &mut self.shaper);
        for line in self.lines(&text, 10_000.0, &look) {
            for mut item in line.items {
                slab::shift(&mut item, right - line.right, baseline - line.baseline);
                items.push(item);
            }
        }
    }

    fn small(&self) -> Look {
        Look {
            cut: Cut::Regular,
            size: self.style.sizes.small,
            colour: self.style.colours.muted,
            edge: Edge::Left,
            figures: Figures::Tabular,
            hyphens: false,
        }
    }

    /// Returns the running head: the document's title, cut where the line ends.
    fn running_head(&mut self) -> Vec<Item> {
        let words = match self.style.header.as_str() {
            "" => self.document.title.clone(),
            header => header.to_owned(),
        };
        let look = self.small();
        let most = self.frame_width(Direction::Upright);
        let shown = self.shortened(&words, most, &look);
        let mut items = Vec::new();
        let margins = self.style.margins;
        let right = margins.side + self.wide(&shown, &look);
        let span = self.span(&look, PAGINATION);
        self.late(&shown, span, right, margins.top - 28.0, &mut items);
        items
    }

    /// Returns words, or as many as fit and an ellipsis.
    fn shortened(&mut self, words: &str, most: f32, look: &Look) -> String {
        if self.wide(words, look) <= most {
            return words.to_owned();
        }
        let text = self.plain(words, look, PAGINATION);
        let room = most - self.wide("…", look);
        let lines = self.lines(&text, room, look);
        let mut shown = String::new();
        for item in lines.into_iter().next().map(|line| line.items).unwrap_or_default() {
            if let crate::write::pdf::display::Shape::Glyphs(run) = item.shape {
                run.glyphs.iter().for_each(|glyph| shown.push_str(&glyph.text));
            }
        }
        format!("{}…", shown.trim_end())
    }

    fn foot(&mut self, number: usize, total: usize, size: (f32, f32), items: &mut Vec<Item>) {
        let look = self.small();
        let margins = self.style.margins;
        let baseline = size.1 - margins.bottom + 34.0;
        let number = number + 1;
        let words = match self.document.lang {
            crate::lang::Lang::Pl => format!("strona {number} z {total}"),
            crate::lang::Lang::En => format!("page {number} of {total}"),
        };
        let right = size.0 - margins.side;
        let span = self.span(&look, PAGINATION);
        self.late(&words, span.clone(), right, baseline, items);
        let parts = [self.style.footer.trim(), self.document.front.edition.trim()];
        let footer = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        if !footer.is_empty() {
            let most = right - margins.side - self.wide(&words, &look) - 20.0;
            let shown = self.shortened(&footer, most, &look);
            let right = margins.side + self.wide(&shown, &look);
            self.late(&shown, span, right, baseline, items);
        }
    }
}
