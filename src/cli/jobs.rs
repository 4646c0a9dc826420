//! Work on all cores. In: things to work on. Out: what came of each, in their order, whatever the number of threads.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread;

use super::Error;

/// How many results may wait for their turn, a thread.
const AHEAD: usize = 2;
/// The stack of a thread: what the first one has on most systems.
const STACK: usize = 8 << 20;

/// Returns how many threads there should be where nobody asks for a number.
pub(super) fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Works on every item, on so many threads, and hands over what came of each in the order of the items. Whoever
/// takes it is never far behind: threads wait, so that few results lie about. Where it cannot be taken, all stop.
pub(super) fn each<I: Sync, T: Send>(
    jobs: usize,
    items: &[I],
    work: impl Fn(&I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), Error>,
) -> Result<(), Error> {
    let jobs = jobs.min(items.len());
    if jobs <= 1 {
        return items.iter().try_for_each(|item| take(work(item)));
    }
    let line = Line { shelf: Mutex::default(), moved: Condvar::new(), ahead: jobs * AHEAD };
    thread::scope(|scope| {
        let toil = || {
            let end = Stop(&line);
            while let Some(at) = line.next(items.len()) {
                line.put(at, work(&items[at]));
            }
            end.well();
        };
        let start = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, toil);
        // Where the system gives fewer threads, there are fewer.
        let threads: Vec<_> = (0..jobs).map_while(|at| start(at).ok()).collect();
        let mut taken = Ok(());
        for (at, item) in items.iter().enumerate() {
            let done = if threads.is_empty() { Some(work(item)) } else { line.wait(at) };
            taken = done.map_or(Ok(()), &mut take);
            if taken.is_err() {
                line.stop();
                break;
            }
        }
        for thread in threads {
            thread.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
        taken
    })
}

/// The threads' common work.
struct Line<T> {
    shelf: Mutex<Shelf<T>>,
    moved: Condvar,
    ahead: usize,
}

struct Shelf<T> {
    /// The item that is worked on next.
    next: usize,
    /// The item whose result is taken next.
    turn: usize,
    done: BTreeMap<usize, T>,
    stopped: bool,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { next: 0, turn: 0, done: BTreeMap::new(), stopped: false }
    }
}

impl<T> Line<T> {
    fn shelf(&self) -> MutexGuard<'_, Shelf<T>> {
        self.shelf.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Returns the next item to work on, once it is not too far ahead; `None` when there is none.
    fn next(&self, all: usize) -> Option<usize> {
        let is_far = |shelf: &mut Shelf<T>| !shelf.stopped && shelf.next >= shelf.turn + self.ahead;
        let mut shelf = self.moved.wait_while(self.shelf(), is_far).ok()?;
        let at = shelf.next;
        shelf.next += 1;
        (at < all && !shelf.stopped).then_some(at)
    }

    fn put(&self, at: usize, done: T) {
        self.shelf().done.insert(at, done);
        self.moved.notify_all();
    }

    /// Waits for what came of an item; `None` where a thread broke down.
    fn wait(&self, at: usize) -> Option<T> {
        let is_open = |shelf: &mut Shelf<T>| !shelf.stopped && !shelf.done.contains_key(&at);
        let mut shelf = self.moved.wait_while(self.shelf(), is_open).ok()?;
        shelf.turn = at + 1;
        let done = shelf.done.remove(&at);
        drop(shelf);
        self.moved.notify_all();
        done
    }

    fn stop(&self) {
        self.shelf().stopped = true;
        self.moved.notify_all();
    }
}

/// Stops the others when a thread breaks down, for its result will never come.
struct Stop<'l, T>(&'l Line<T>);

impl<T> Stop<'_, T> {
    fn well(self) {
        std::mem::forget(self);
    }
}

impl<T> Drop for Stop<'_, T> {
    fn drop(&mut self) {
        self.0.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_order_and_few_wait() {
        let items: Vec<usize> = (0..200).collect();
        for jobs in [1, 2, 7, 500] {
            let (begun, mut taken) = (AtomicUsize::new(0), Vec::new());
            let work = |item: &usize| {
                begun.fetch_add(1, Ordering::SeqCst);
                // The first of each ten takes longest.
                thread::sleep(Duration::from_micros(if item.is_multiple_of(10) { 900 } else { 10 }));
                item * 2
            };
            let take = |done| {
                taken.push(done);
                assert!(begun.load(Ordering::SeqCst) <= taken.len() + jobs * (AHEAD + 1));
                Ok(())
            };
            each(jobs, &items, work, take).expect("all are taken");
            assert_eq!(taken, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_cannot_be_taken_stops_the_rest() {
        let items: Vec<usize> = (0..1000).collect();
        let begun = AtomicUsize::new(0);
        let work = |_: &usize| _ = begun.fetch_add(1, Ordering::SeqCst);
        let full = || Err(Error::Argument("full".to_owned()));
        assert!(each(4, &items, work, |()| full()).is_err());
        assert!(begun.load(Ordering::SeqCst) < 20);
    }

    #[test]
    #[should_panic(expected = "worker broke")]
    fn a_thread_that_breaks_down_is_no_endless_wait() {
        let items: Vec<usize> = (0..100).collect();
        let _ = each(2, &items, |item| assert!(*item != 5, "worker broke"), |()| Ok(()));
    }
}
