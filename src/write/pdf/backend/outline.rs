//! Bookmarks. In: bookmarks with levels. Out: the outline, nested.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::links::destination;
use super::objects::text;
use crate::write::pdf::display::Pages;

/// Adds the outline and returns its root; `None` when there is no bookmark.
pub(super) fn add(document: &mut Document, pages: &Pages, page_ids: &[ObjectId]) -> Option<ObjectId> {
    if pages.outline.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = pages.outline.iter().map(|_| document.new_object_id()).collect();
    let parents = parents(&pages.outline.iter().map(|bookmark| bookmark.level).collect::<Vec<_>>());
    let mut children = vec![Vec::new(); ids.len() + 1];
    for (child, parent) in parents.iter().enumerate() {
        children[parent.map_or(ids.len(), |parent| parent)].push(child);
    }
    for (parent, children_of) in children.iter().enumerate() {
        let parent_id = ids.get(parent).copied().unwrap_or(root);
        for (nth, &child) in children_of.iter().enumerate() {
            let bookmark = &pages.outline[child];
            let mut item = dictionary! { "Title" => text(&bookmark.title), "Parent" => parent_id };
            if let Some(spot) = destination(bookmark.spot, pages, page_ids) {
                item.set("Dest", spot);
            }
            if let Some(previous) = nth.checked_sub(1) {
                item.set("Prev", ids[children_of[previous]]);
            }
            if let Some(&next) = children_of.get(nth + 1) {
                item.set("Next", ids[next]);
            }
            if let (Some(&first), Some(&last)) = (children[child].first(), children[child].last()) {
                item.set("First", ids[first]);
                item.set("Last", ids[last]);
                // Below zero: shut when the file is opened.
                item.set("Count", -(children[child].len() as i64));
            }
            document.objects.insert(ids[child], item.into());
        }
    }
    let outermost = &children[ids.len()];
    let mut dictionary = dictionary! { "Type" => "Outlines", "Count" => outermost.len() as i64 };
    if let (Some(&first), Some(&last)) = (outermost.first(), outermost.last()) {
        dictionary.set("First", ids[first]);
        dictionary.set("Last", ids[last]);
    }
    document.objects.insert(root, Object::Dictionary(dictionary));
    Some(root)
}

/// Returns the parent of each bookmark: the nearest one before it on a lower level.
fn parents(levels: &[u8]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(levels.len());
    for (index, level) in levels.iter().enumerate() {
        while open.last().is_some_and(|&last| levels[last] >= *level) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(index);
    }
    parents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bookmark_hangs_on_the_nearest_higher_one() {
        assert_eq!(parents(&[1, 2, 2, 3, 1, 3]), [None, Some(0), Some(0), Some(2), None, Some(4)]);
        assert_eq!(parents(&[2, 1]), [None, None]);
    }
}
