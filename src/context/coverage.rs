//! The golden thread of each need. In: `facts::Coverage`. Out: `Coverage`, in tables that a page holds.

use super::Named;
use super::shown::shown;
use super::voice::Voice;
use crate::facts::{State, Strand, Thread};

shown! {
    /// The golden thread of each need in scope.
    Coverage {
        /// How many needs have a whole thread.
        complete: usize;
        /// How many needs there are.
        needs: usize;
        /// The share of whole threads in percent.
        percent: usize;
        /// The threads, a few needs a table.
        tables: Vec<CoverageTable>;
        /// The needs whose thread has gaps.
        gaps: Vec<NeedGaps>;
    }

    /// The threads of a few needs.
    CoverageTable {
        /// The needs, one a column.
        needs: Vec<Named>;
        /// The parts of the thread, one a row.
        rows: Vec<CoverageRow>;
    }

    /// A part of the thread.
    CoverageRow {
        /// What it is.
        label: String;
        /// How it holds, need by need.
        cells: Vec<CoverageCell>;
    }

    /// How a part of a need's thread holds.
    CoverageCell {
        /// `own`, `inherited` or `gap`.
        state: String;
        /// The entries that make it.
        ids: Vec<String>;
    }

    /// A need whose thread has gaps.
    NeedGaps {
        /// The need.
        need: Named;
        /// What is missing.
        missing: Vec<String>;
    }
}

/// How many needs stand side by side in a table.
const SIDE_BY_SIDE: usize = 5;

impl Coverage {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let coverage = voice.facts.coverage();
        let named = |thread: &Thread<'_>| {
            let untitled = Named { id: thread.need.called(), title: String::new() };
            voice.named(thread.need.id).unwrap_or(untitled)
        };
        let row = |threads: &[Thread<'_>], part: Strand| CoverageRow {
            label: part.label(voice.lang).to_owned(),
            cells: threads.iter().map(|thread| cell(thread, part)).collect(),
        };
        let table = |threads: &[Thread<'_>]| CoverageTable {
            needs: threads.iter().map(named).collect(),
            rows: coverage.parts.iter().map(|part| row(threads, *part)).collect(),
        };
        let torn = coverage.threads.iter().filter(|thread| !thread.is_complete());
        Self {
            complete: coverage.complete(),
            needs: coverage.threads.len(),
            percent: coverage.percent(),
            tables: coverage.threads.chunks(SIDE_BY_SIDE).map(table).collect(),
            gaps: torn
                .map(|thread| NeedGaps {
                    need: named(thread),
                    missing: thread.gaps().map(|part| part.label(voice.lang).to_owned()).collect(),
                })
                .collect(),
        }
    }
}

fn cell(thread: &Thread<'_>, part: Strand) -> CoverageCell {
    let link = thread.link(part);
    let state = match link.map(|link| link.state) {
        Some(State::Own) => "own",
        Some(State::Inherited) => "inherited",
        Some(State::Gap) | None => "gap",
    };
    let ids = link.map(|link| link.ids.iter().map(|id| (*id).to_owned()).collect());
    CoverageCell { state: state.to_owned(), ids: ids.unwrap_or_default() }
}
