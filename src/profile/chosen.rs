//! The profile an application names. In: its `call`. Out: `Profile`, and what is wrong with the name.

use std::sync::LazyLock;

use super::{BASE, Profile, ids, named};
use crate::diagnostic::{Diagnostic, Level, Place, Table, fill};
use crate::lang::Lang;
use crate::model::Call;

/// Returns the words of the faults of profiles.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Returns the profile that a call names, else the base; with a finding where the name is unknown.
pub fn chosen(call: &Call, lang: Lang) -> (Profile, Option<Diagnostic>) {
    let base = || named(BASE).expect("the base profile is shipped").clone();
    let Some(id) = call.profile.get() else { return (base(), None) };
    match named(id.as_str()) {
        Some(profile) => (profile.clone(), None),
        None => (base(), Some(unknown(id.as_str(), lang))),
    }
}

fn unknown(id: &str, lang: Lang) -> Diagnostic {
    let near = ids().max_by(|a, b| strsim::jaro_winkler(a, id).total_cmp(&strsim::jaro_winkler(b, id)));
    let all = ids().collect::<Vec<_>>().join(", ");
    let values = [("value", id), ("suggestion", near.unwrap_or(BASE)), ("all", &all)];
    let entry = words().get("CALL-01").expect("the words stand in faults.md");
    Diagnostic {
        code: entry.code.clone(),
        name: entry.name.clone(),
        level: Level::Error,
        place: Place::parse("call/profile"),
        span: None,
        message: fill(entry.message(lang), &values),
        help: fill(entry.help(lang), &values),
        also: Vec::new(),
        patch: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_profile_is_named_and_the_base_is_taken() {
        let call = Call { profile: crate::model::ProfileId::from("esf-pluss").into(), ..Call::default() };
        let (profile, finding) = chosen(&call, Lang::Pl);
        assert_eq!(profile.id, BASE);
        let finding = finding.expect("the name is unknown");
        assert_eq!(finding.message, "nie ma profilu naboru „esf-pluss”");
        assert!(finding.help.starts_with("wpisz `esf-plus`; możliwe profile: neutral, "), "{}", finding.help);
    }
}
