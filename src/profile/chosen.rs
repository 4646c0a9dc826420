//! The profile an application names. In: its `call`. Out: `Profile`, and what is wrong with the name.

use super::faults::fault;
use super::{BASE, Profile, ids, named};
use crate::described::At;
use crate::diagnostic::Diagnostic;
use crate::model::{Call, ProfileId};
use crate::words::closest;

/// Returns the profile that a call names, else the base; with a finding where the name is unknown.
pub fn chosen(call: At<'_, Call>) -> (Profile, Option<Diagnostic>) {
    let base = || named(BASE).expect("the base profile is shipped").clone();
    let Some(id) = call.profile().given() else { return (base(), None) };
    match named(id.as_str()) {
        Some(profile) => (profile.clone(), None),
        None => (base(), Some(unknown(id))),
    }
}

fn unknown(written: At<'_, ProfileId>) -> Diagnostic {
    let id = written.as_str();
    let all = ids().collect::<Vec<_>>().join(", ");
    let values = [("value", id), ("suggestion", closest(id, ids())), ("all", &all)];
    fault("CALL-01", (written.here(), None), &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Application;

    #[test]
    fn a_mistyped_profile_is_named_and_the_base_is_taken() {
        let call = Call { profile: ProfileId::from("esf-pluss").into(), ..Call::default() };
        let application = Application { call, ..Application::default() };
        let (profile, finding) = chosen(At::root(&application).call());
        assert_eq!(profile.id, BASE);
        let finding = finding.expect("the name is unknown");
        assert_eq!(finding.values[..2], [("value", "esf-pluss".into()), ("suggestion", "esf-plus".into())]);
    }
}
