//! Links that no reader may follow, on the line. In: `Run`. Out: a finding for each, at the text that holds it.

use super::Run;
use super::written::of_writer;
use crate::described::{Markup, Step, View, visit};
use crate::diagnostic::Findings;
use crate::markdown::{self, FaultKind};

/// What every link of Markdown holds: `[words](address)`, `[label]: address`, `<address>`.
const SIGNS: [&str; 3] = ["](", "]:", "<"];

impl Run {
    /// Warns of links that documents show without a way to follow them.
    pub(super) fn unfollowed(&self) -> Findings {
        let mut findings = Findings::default();
        visit(&self.loaded.application, &mut |spot| {
            let View::Text(text, Markup::Prose) = spot.view else { return Step::Into };
            for (lang, words) in text.all() {
                if !SIGNS.iter().any(|sign| words.contains(sign)) {
                    continue;
                }
                for fault in markdown::read(words).faults {
                    if let FaultKind::Link { address } = fault.kind {
                        let values = [("address", address.as_str())];
                        findings.push(of_writer("WRITE-07", spot.place_of(lang), &values));
                    }
                }
            }
            Step::Into
        });
        findings
    }
}
