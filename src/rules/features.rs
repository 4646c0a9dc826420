//! What shows each feature of the definition (slide 2) and of the concept (slide 14) of a partnership.
//! In: the application. Out: the features that nothing shows. Words: `organisation.md`.

use super::{Case, Faults, lacks};
use crate::diagnostic::Place;
use crate::model::{Action, Application, ConceptFeature, DefinitionTest};

/// A feature and what shows it.
struct Feature {
    list: &'static str,
    code: &'static str,
    /// Tells whether something shows it; what could not be read is there.
    shown: fn(&Application) -> bool,
    /// Where the author adds it.
    place: &'static str,
    /// The key to type there.
    field: &'static str,
}

const DEFINITION: &str = DefinitionTest::LIST;
const CONCEPT: &str = ConceptFeature::LIST;

/// The features that no rule of their own asks for; the test below knows the rules of the others.
const FEATURES: [Feature; 4] = [
    Feature {
        list: DEFINITION,
        code: "specified_actions",
        shown: |application| !application.actions.is_missing() || defined(application, "specified_actions"),
        place: "actions",
        field: "actions",
    },
    Feature {
        list: DEFINITION,
        code: "lasting_ties",
        shown: |application| {
            let partnership = &application.partnership;
            let heirs = &application.sustainability.heirs;
            let agreed = !partnership.accord.is_missing() || !partnership.synergy.is_missing();
            agreed || !heirs.is_missing() || defined(application, "lasting_ties")
        },
        place: "partnership/definition/lasting_ties",
        field: "partnership.definition.lasting_ties",
    },
    Feature {
        list: CONCEPT,
        code: "dynamic",
        shown: |application| {
            !application.partnership.stage_history.is_missing() || !application.meta.changes.is_missing()
        },
        place: "partnership/stage_history",
        field: "partnership.stage_history",
    },
    Feature {
        list: CONCEPT,
        code: "best_ways",
        // Without any action there is no way to choose.
        shown: |application| {
            let mut actions = application.actions.iter();
            let argued =
                |action: &Action| !action.alternatives.is_blank() || !action.justification.is_blank();
            actions.len() == 0 || application.actions.is_damaged() || actions.any(argued)
        },
        place: "actions",
        field: "actions[].alternatives",
    },
];

/// Tells whether the author describes a feature in words.
fn defined(application: &Application, code: &str) -> bool {
    let definition = &application.partnership.definition;
    let code = DefinitionTest::from(code);
    !definition.lacks(&code) && definition.get(&code).is_none_or(|text| !text.0.is_blank())
}

pub(super) fn not_shown(case: &Case<'_>, faults: &mut Faults) {
    for feature in FEATURES.iter().filter(|feature| !(feature.shown)(case.application())) {
        lacks!(faults at Place::parse(feature.place),
            feature = super::case::label(feature.list, feature.code), field = feature.field
        );
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::list;
    use crate::rules::accounting;

    /// The features whose fields a check of its own asks for.
    const ELSEWHERE: [(&str, &str, &str); 10] = [
        (DEFINITION, "cooperation_platform", "ORG-01"),
        (DEFINITION, "jointly", "NEED-10"),
        (DEFINITION, "systematically", "ORG-02"),
        (DEFINITION, "durably", "ORG-07"),
        (DEFINITION, "innovatively", "ACT-08"),
        (CONCEPT, "coordination_centre", "LEAD-05"),
        (CONCEPT, "defined_period", "ORG-07"),
        (CONCEPT, "joint_diagnosis", "NEED-10"),
        (CONCEPT, "local_problems", "NEED-01"),
        (CONCEPT, "own_resources", "PARTNER-07"),
    ];

    #[test]
    fn every_feature_of_both_slides_is_asked_for_once() {
        let known: BTreeSet<(&str, &str)> = [DEFINITION, CONCEPT]
            .into_iter()
            .flat_map(|name| list(name).expect(name).codes().map(move |code| (name, code)))
            .collect();
        let here = FEATURES.iter().map(|feature| (feature.list, feature.code));
        let asked: Vec<(&str, &str)> =
            here.chain(ELSEWHERE.iter().map(|(list, code, _)| (*list, *code))).collect();
        assert_eq!(asked.len(), known.len());
        assert_eq!(asked.into_iter().collect::<BTreeSet<_>>(), known);
        let checks = accounting();
        for (_, feature, code) in ELSEWHERE {
            assert!(checks.iter().any(|check| check.source == code), "{feature}: {code}");
        }
    }
}
