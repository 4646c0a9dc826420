//! Which stretches of a text come from where. In: ranges of bytes with their origins, in order. Out: the origin at a
//! byte, a range in parts of one origin each.

use std::ops::Range;

use crate::document::OriginId;

/// Stretches of the source with their origins, in the order of the source.
pub(super) struct Stretches(pub(super) Vec<(Range<usize>, OriginId)>);

impl Stretches {
    /// Returns where a byte comes from; `None` for words of ours.
    pub(super) fn at(&self, offset: usize) -> Option<OriginId> {
        let at = self.0.partition_point(|(range, _)| range.end <= offset);
        self.0.get(at).filter(|(range, _)| range.contains(&offset)).map(|(_, origin)| *origin)
    }

    /// Returns a range in parts of one origin each.
    pub(super) fn parts(&self, range: Range<usize>) -> Vec<(Range<usize>, Option<OriginId>)> {
        let mut parts = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let next = self.0.partition_point(|(known, _)| known.end <= at);
            let (end, origin) = match self.0.get(next) {
                Some((known, origin)) if known.contains(&at) => (known.end, Some(*origin)),
                Some((known, _)) => (known.start, None),
                None => (range.end, None),
            };
            let end = end.min(range.end);
            parts.push((at..end, origin));
            at = end;
        }
        parts
    }
}
