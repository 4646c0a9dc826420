//! What a finding is known by from one run to the next. In: the findings of an input. Out: a fingerprint for each; it
//! stays where lines move and entries before it come and go.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Checked, Located};
use crate::diagnostic::{Span, Step};
use crate::lang::Lang;

/// How many bytes of the digest tell findings apart.
const BYTES: usize = 16;

/// Returns the fingerprints of all findings, in their order.
pub fn fingerprints(checked: &Checked) -> Vec<String> {
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    let one = |found: &Located| {
        let own = told(found, checked);
        let nth = often.entry(own.clone()).and_modify(|nth| *nth += 1).or_insert(0);
        let digest = Sha256::digest(format!("{own}\n{nth}").as_bytes());
        digest.iter().take(BYTES).map(|byte| format!("{byte:02x}")).collect()
    };
    checked.findings.iter().map(one).collect()
}

/// Returns what a finding says, without lines and without the numbers of entries.
fn told(found: &Located, checked: &Checked) -> String {
    let own = &found.diagnostic;
    let key = |step: &Step| match step {
        Step::Key(key) => Some(key.to_string()),
        Step::Index(_) => None,
    };
    let steps: Vec<String> = own.place.steps().iter().filter_map(key).collect();
    let mut parts = vec![file(found, checked), own.code.to_owned(), steps.join("/")];
    parts.extend(own.values.iter().map(|(name, value)| format!("{name}={}", value.say(Lang::En))));
    parts.join("\n")
}

/// Returns the file of a finding as a path that is the same on every system.
pub(super) fn file(found: &Located, checked: &Checked) -> String {
    file_of(found.span, checked)
}

/// Returns the file of these bytes likewise.
pub(super) fn file_of(span: Span, checked: &Checked) -> String {
    let name = checked.sources.file(span).map_or(checked.name.as_str(), |source| &source.name);
    let name = name.replace('\\', "/");
    name.strip_prefix("./").unwrap_or(&name).to_owned()
}
