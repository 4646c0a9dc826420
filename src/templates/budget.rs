//! What authors' templates may cost. In: the calls that `metered` puts into them. Out: nothing, or the engine's error.
//!
//! The same on every machine: steps and bytes are counted, not seconds.

use std::cell::Cell;
use std::io::{self, Write};

use tera::{Kwargs, State, Tera, TeraResult, Value};

/// Loops, calls and filters of one document.
const STEPS: u64 = 1_000_000;

/// Bytes that one document's templates write.
const BYTES: u64 = 16 << 20;

/// Bytes of one value under a name.
const VALUE: u64 = 1 << 20;

/// Bytes that the filters of one document read and write.
const WORK: u64 = 1 << 30;

/// Counts a step and bytes.
pub(super) const SPENT: &str = "pakt_spent";
/// Looks at a value under a name.
pub(super) const KEPT: &str = "pakt_kept";
/// Counts an item of a list made by a loop.
pub(super) const ITEM: &str = "pakt_item";
/// Calls a filter and counts its work.
pub(super) const FILTER: &str = "pakt_filter";

/// Under which name a call of a filter says which one is meant.
pub(super) const OF: &str = "pakt_of";

/// The words of the error that says so.
pub(super) const OVER: &str = "pakt: over budget";

thread_local! {
    static LEFT: Cell<[u64; 4]> = const { Cell::new([0; 4]) };
}

/// Gives the templates that are filled in next on this thread a new budget.
pub(super) fn start() {
    LEFT.set([STEPS, BYTES, WORK, BYTES]);
}

/// Takes steps, bytes that loops and captures make, bytes that filters work over, and bytes written.
fn take(taken: [u64; 4]) -> TeraResult<()> {
    let mut left = LEFT.get();
    for (left, taken) in left.iter_mut().zip(taken) {
        *left = left.checked_sub(taken).ok_or_else(over)?;
    }
    LEFT.set(left);
    Ok(())
}

fn over() -> tera::Error {
    tera::Error::message(OVER)
}

/// Registers the meter.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(SPENT, |values: Kwargs, _: &State| -> TeraResult<Value> {
        let value = values.get::<&Value>("value")?.map_or(0, |value| size(value, BYTES));
        let bytes = values.get::<u64>("bytes")?.unwrap_or_default();
        take([1, bytes.saturating_add(value), 0, 0])?;
        Ok(Value::safe_string(""))
    });
    tera.register_function(KEPT, |values: Kwargs, _: &State| -> TeraResult<Value> {
        take([1, 0, 0, 0])?;
        let value = values.get::<&Value>("value")?.map_or(0, |value| size(value, VALUE));
        if value > VALUE { Err(over()) } else { Ok(Value::safe_string("")) }
    });
    tera.register_function(ITEM, |values: Kwargs, _: &State| -> TeraResult<Value> {
        let value = values.get::<Value>("value")?.unwrap_or_else(Value::undefined);
        take([1, size(&value, BYTES), 0, 0])?;
        Ok(value)
    });
    tera.register_filter(FILTER, filtered);
}

/// Calls a filter whose result cannot be larger than what may still be written.
fn filtered(value: &Value, values: Kwargs, state: &State) -> TeraResult<Value> {
    let name = values.must_get::<&str>(OF)?.to_owned();
    let from = size(value, WORK);
    let text = |name: &str| values.get::<&Value>(name).ok().flatten().map_or(0, |value| size(value, WORK));
    let count = value.len().unwrap_or_default() as u64;
    let most = match name.as_str() {
        "replace" => text("to").saturating_mul(count + 1),
        "join" => text("sep").saturating_mul(count),
        // As wide as Tera lets it be, at each line's start.
        "indent" => 1_000 * value.as_str().map_or(0, |text| text.lines().count() as u64),
        // Each item is compared with each that stays.
        "unique" => count.saturating_mul(count),
        _ => 0,
    };
    take([1, 0, from.saturating_add(most), 0])?;
    if name != "unique" && most > BYTES {
        return Err(over());
    }
    let result = state.call_filter(&name, value, values)?;
    take([0, 0, size(&result, WORK), 0])?;
    Ok(result)
}

/// Returns how many bytes a value holds, written out; what goes beyond `most` is not counted to its end.
fn size(value: &Value, most: u64) -> u64 {
    let mut bytes = 0;
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        bytes += 8 + value.as_str().map_or(0, |text| text.len() as u64);
        if bytes > most {
            break;
        }
        if let Some(items) = value.as_array() {
            left.extend(items);
        } else if let Some(map) = value.as_map() {
            left.extend(map.values());
        }
    }
    bytes
}

/// What one template writes, up to the budget.
#[derive(Debug, Default)]
pub(super) struct Page {
    bytes: Vec<u8>,
    full: bool,
}

impl Page {
    /// Returns whether something had no room.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Returns what was written.
    pub(super) fn text(self) -> String {
        String::from_utf8(self.bytes).expect("Tera writes UTF-8")
    }
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if take([0, 0, 0, bytes.len() as u64]).is_err() {
            self.full = true;
            return Err(io::Error::other(OVER));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
