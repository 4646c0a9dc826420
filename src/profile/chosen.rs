//! The profile an application names. In: its `call`. Out: `Profile`, and what is wrong with the name.

use super::faults::fault;
use super::{BASE, Profile, ids, named};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::Call;
use crate::words::closest;

/// Returns the profile that a call names, else the base; with a finding where the name is unknown.
pub fn chosen(call: &Call) -> (Profile, Option<Diagnostic>) {
    let base = || named(BASE).expect("the base profile is shipped").clone();
    let Some(id) = call.profile.get() else { return (base(), None) };
    match named(id.as_str()) {
        Some(profile) => (profile.clone(), None),
        None => (base(), Some(unknown(id.as_str()))),
    }
}

fn unknown(id: &str) -> Diagnostic {
    let all = ids().collect::<Vec<_>>().join(", ");
    let values = [("value", id), ("suggestion", closest(id, ids())), ("all", &all)];
    fault("CALL-01", (Place::parse("call/profile"), None), &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_profile_is_named_and_the_base_is_taken() {
        let call = Call { profile: crate::model::ProfileId::from("esf-pluss").into(), ..Call::default() };
        let (profile, finding) = chosen(&call);
        assert_eq!(profile.id, BASE);
        let finding = finding.expect("the name is unknown");
        assert_eq!(finding.values[..2], [("value", "esf-pluss".into()), ("suggestion", "esf-plus".into())]);
    }
}
