//! A page for each application, whatever a verb shows on it. In: arguments, what is on a page. Out: the pages in the order
//! of the applications, and how it ended; no application stays in memory once its page is printed.

use clap::ArgMatches;

use super::inputs::{self, Named};
use super::{Error, Outcome, World, applications, jobs, options};
use crate::pipeline::{Options, Run};

/// How the pages of several applications stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// With an empty line between two.
    Line,
    /// One right after another.
    Nothing,
    /// As entries of a list in JSON.
    List,
}

/// What becomes of an application that cannot be read whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Torn {
    /// The page shows it.
    Shown,
    /// It is said on the standard error; there is a page only where something could be read.
    Told,
}

/// A verb that shows pages.
pub(super) struct Pages<'p> {
    pub(super) matches: &'p ArgMatches,
    pub(super) world: &'p World,
    pub(super) settings: &'p Options,
    pub(super) between: Between,
    pub(super) torn: Torn,
}

/// What came of an application.
type Shown = Result<(String, Option<String>, Outcome), Error>;

impl Pages<'_> {
    /// Prints the pages; each comes with whether it shows something that the exit code tells of.
    pub(super) fn print(&self, page: impl Fn(&Run) -> (String, bool) + Sync) -> Result<Outcome, Error> {
        let Self { matches, world, settings, between, .. } = *self;
        let (named, mut errors) = inputs::named_by(&inputs::named(matches), world);
        let work = |named: &Named| Ok(self.shown(&named.read()?.run(settings, world), &page));
        let (mut worst, mut first) = (Outcome::Clean, true);
        let take = |shown: Shown| {
            let (complaint, page, own) = match shown {
                Ok(shown) => shown,
                Err(error) => {
                    errors.push(error);
                    return Ok(());
                }
            };
            if !complaint.is_empty() {
                world.complain(&complaint);
            }
            worst = worst.max(own);
            let Some(page) = page else { return Ok(()) };
            let before = match (between, std::mem::take(&mut first)) {
                (Between::List, true) => "[",
                (Between::List, false) => ",",
                (Between::Line, false) => "\n",
                _ => "",
            };
            world.print(&(before.to_owned() + &page))
        };
        jobs::each(options::asked_jobs(matches, world)?, &named, work, take)?;
        if between == Between::List {
            world.print(if first { "[]\n" } else { "\n]\n" })?;
        }
        Ok(applications::outcome(world, &errors, worst))
    }

    /// Returns what is complained of, the page and what comes of it.
    fn shown(&self, run: &Run, page: impl Fn(&Run) -> (String, bool)) -> (String, Option<String>, Outcome) {
        let (mut complaint, mut worst) = (String::new(), Outcome::Clean);
        if self.torn == Torn::Told && applications::is_torn(run) {
            complaint = applications::complaint(run);
            if !applications::holds_something(run) {
                return (complaint, None, Outcome::Failed);
            }
            worst = Outcome::Findings;
        }
        let (page, found) = page(run);
        (complaint, Some(page), worst.max(applications::found(found)))
    }
}
