//! How long a text is and where it stops to fit. In: a text, a way of counting, a limit. Out: the part
//! that does not fit.

use super::{Limit, Sheet, State};
use crate::profile::{Counting, Each, Profile};
use crate::units::Share;

/// Returns the text from the limit on; empty when it fits.
pub(super) fn beyond(text: &str, limit: usize, counting: Counting) -> &str {
    // Most texts fit, and a whole one is counted fast.
    if counting.count(text) <= limit {
        return "";
    }
    let mut sum = 0;
    let mut letter = [0; 4];
    for (at, sign) in text.char_indices() {
        sum += counting.count(sign.encode_utf8(&mut letter));
        if sum > limit {
            return &text[at..];
        }
    }
    ""
}

/// Returns the beginning of the sentence in which the text stops to fit, cut to be quoted.
pub(super) fn first_beyond(text: &str, beyond: &str) -> String {
    /// How many characters of a sentence say which one it is.
    const QUOTED: usize = 60;
    let fits = &text[..text.len() - beyond.len()];
    let ends = ['.', '!', '?', '\n'].into_iter().filter_map(|end| {
        let stop = if end == '\n' { "\n".to_owned() } else { format!("{end} ") };
        fits.rfind(&stop).map(|at| at + stop.len())
    });
    let from = ends.max().unwrap_or_default();
    let sentence = text[from..].lines().next().unwrap_or_default();
    let mut quoted: String = sentence.chars().take(QUOTED).collect();
    if sentence.chars().count() > QUOTED {
        quoted.truncate(quoted.trim_end().len());
        quoted.push('…');
    }
    quoted
}

/// Returns the limit of a field.
pub(super) fn limit(profile: &Profile, field: &str) -> Option<Limit> {
    let stated = profile.field_limit(field)?;
    Some(Limit {
        characters: usize::try_from(stated.value.get()).unwrap_or(usize::MAX),
        verified: stated.origin.is_verified(),
        source: stated.origin.source.clone(),
    })
}

/// Tells whether a count is so near a limit that a portal's own way of counting may decide.
fn is_near(count: usize, limit: usize, from: Share) -> bool {
    let parts = count as u128 * 10_000;
    parts >= limit as u128 * u128::from(from.parts())
}

/// Of how many parts of its room a scored text takes at least one. Nobody publishes such a number: it is pakt's own.
const THIN: usize = 3;

/// Tells whether a text earns points by what it says: it is one of reasons, or a criterion of the call names it. How one
/// indicator is measured takes a sentence.
fn is_scored(profile: &Profile, field: &str) -> bool {
    let form = profile.form.as_ref().and_then(|form| form.field(field));
    if form.is_some_and(|form| matches!(form.each, Some(Each::Output | Each::Result))) {
        return false;
    }
    let by_criterion = || {
        let stages = profile.criteria.iter().flat_map(|criteria| &criteria.stages);
        stages.flat_map(|stage| &stage.criteria).any(|own| own.fields.iter().any(|own| own == field))
    };
    form.is_some_and(|form| form.justification) || by_criterion()
}

impl Sheet {
    /// Measures the text anew.
    pub(super) fn measure(&mut self, profile: &Profile) {
        let counting = profile.counting();
        self.count = counting.count(&self.text);
        let Some(limit) = self.limit.as_ref().map(|limit| limit.characters) else { return };
        self.beyond = beyond(&self.text, limit, counting).to_owned();
        if !matches!(self.state, State::Ready | State::Near | State::Thin | State::Over) {
            return;
        }
        let near = profile.numbers.limit_warning_from.value;
        self.state = match self.count {
            count if count > limit => State::Over,
            count if is_near(count, limit, near) => State::Near,
            count if is_scored(profile, &self.field) && count < limit / THIN => State::Thin,
            _ => State::Ready,
        };
    }
}
