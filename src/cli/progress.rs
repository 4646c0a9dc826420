//! A sign of life while many applications are worked on. In: what came of each. Out: a bar on a terminal, else a plain
//! line each on the standard error.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Error, World};
use crate::lang::Lang;
use crate::report::BatchRow;

/// What shows how far a run is.
pub(super) struct Progress {
    all: usize,
    done: usize,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Shows nothing.
    pub(super) fn none() -> Self {
        Self { all: 0, done: 0, bar: None }
    }

    /// Shows how far a run of so many applications is.
    pub(super) fn of(all: usize, world: &World) -> Self {
        let bar = || {
            let bar = ProgressBar::with_draw_target(Some(all as u64), ProgressDrawTarget::stderr());
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len}  {wide_msg}");
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        };
        Self { all, done: 0, bar: world.sees_progress.then(bar) }
    }

    /// Does what would otherwise write over the bar.
    pub(super) fn hide<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(work),
            None => work(),
        }
    }

    /// Tells of the next application.
    pub(super) fn next(&mut self, row: &BatchRow, error: Option<&Error>, lang: Lang, world: &World) {
        self.done += 1;
        let (name, done, all) = (&row.application, self.done, self.all);
        if let Some(bar) = &self.bar {
            bar.set_message(name.clone());
            bar.inc(1);
        } else if all > 0 {
            let told = error.map_or_else(|| row.line(lang), |error| error.tell(lang));
            world.complain(&format!("[{done}/{all}] {name}: {told}"));
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}
