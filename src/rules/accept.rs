//! Findings that the authors accept, each with a reason. In: findings. Out: fewer of them, and one for
//! every acceptance that silences nothing.

use super::case::{self, Faults};
use super::organisation::TOO_EARLY;
use super::{Case, Rule, fault};
use crate::described::{At, Entry as _};
use crate::diagnostic::{Diagnostic, Findings, Level, Place, Step};
use crate::model::{Acceptance, Diagnosis, RuleCode};

/// Only the end of a run knows what was silenced, so `accept` fills this one in.
pub(super) const UNUSED: Rule = Rule::warning("META-06", "acceptance-not-needed", |_, _| {});

/// The findings on the texts of a portal's fields that may be accepted, like those of rules, where they are
/// no errors.
pub const OF_PORTALS: [&str; 7] =
    ["PORTAL-01", "PORTAL-02", "PORTAL-03", "PORTAL-04", "PORTAL-05", "PORTAL-06", "PORTAL-07"];

/// The findings on texts of documents that may be accepted too: somebody may want to be named in public, and an address
/// that nobody may click to be read.
const OF_TEXTS: [&str; 4] = ["WRITE-05", "WRITE-07", "WRITE-08", "WRITE-09"];

/// Tells whether there is a finding of this code that may be accepted.
pub(super) fn is_acceptable(code: &str) -> bool {
    super::rule(code).is_some() || [OF_PORTALS.as_slice(), &OF_TEXTS].concat().contains(&code)
}

/// Removes what is accepted with a reason; adds a finding for every acceptance that was not needed.
pub fn accept(case: &Case<'_>, findings: &mut Findings) {
    let accepted: Vec<Accepted> = acceptances(case)
        .filter(|acceptance| acceptance.because.get().is_some_and(|reason| !reason.is_blank()))
        .filter_map(|acceptance| Accepted::of(case, acceptance))
        .collect();
    let mut used = vec![false; accepted.len()];
    let is_open = |finding: &Diagnostic| finding.level < Level::Error || !OF_PORTALS.contains(&finding.code);
    findings.0.retain(|finding| {
        let hits =
            accepted.iter().zip(&mut used).filter(|_| is_open(finding)).filter(|(accepted, _)| {
                accepted.rule == finding.code && finding.place.is_within(&accepted.what)
            });
        hits.fold(true, |_, (_, used)| {
            *used = true;
            false
        })
    });
    if let Some(level) = case::level(&UNUSED, case) {
        // Whether these are needed shows only when the document, the pack or the edition is asked for.
        let unknown =
            |accepted: &Accepted| accepted.rule == TOO_EARLY.code || super::rule(accepted.rule).is_none();
        let idle = accepted.iter().zip(used).filter(|(accepted, used)| !used && !unknown(accepted));
        let idle = idle.map(|(accepted, _)| accepted);
        let mut faults = Faults::default();
        for accepted in idle {
            fault!(faults at accepted.place.clone(), rule = accepted.rule);
        }
        case::tell(&UNUSED, level, faults, findings);
    }
}

/// Returns the acceptances with their places.
pub(super) fn acceptances<'run>(case: &Case<'run>) -> impl Iterator<Item = At<'run, Acceptance>> + use<'run> {
    case.root().accept().each()
}

struct Accepted<'run> {
    rule: &'run str,
    what: Place,
    place: Place,
}

impl<'run> Accepted<'run> {
    /// Returns `None` for an acceptance of a rule that does not exist, which has a finding of its own.
    fn of(case: &Case<'_>, acceptance: At<'run, Acceptance>) -> Option<Self> {
        let rule = acceptance.entry.rule.get().map(RuleCode::as_str).filter(|code| is_acceptable(code))?;
        let what = acceptance.place.get().map_or_else(Place::root, |what| resolve(case, what));
        Some(Self { rule, what, place: acceptance.here() })
    }
}

/// Returns the place that an id or a route names; parts of the diagnosis may be named without it.
fn resolve(case: &Case<'_>, what: &str) -> Place {
    if let Some(found) = case.facts.find(what) {
        return found.place.clone();
    }
    let place = Place::parse(&what.replace('.', "/"));
    match place.steps().first() {
        Some(Step::Key(key)) if Diagnosis::ENTITY.lifted().any(|member| member.key == key) => {
            Place::parse(&format!("{}/{place}", case.root().diagnosis().field_key()))
        }
        _ => place,
    }
}
