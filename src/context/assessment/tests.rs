//! What a self-assessment gathers, of small applications.

use crate::context::{Context, Mode};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::Application;
use crate::profile;

fn seen(text: &str) -> Context {
    let application: Application = serde_yaml::from_str(text).expect("an application");
    let (context, _) = Context::of(&Facts::of(&application), Lang::Pl, Mode::Final);
    context.under(profile::named("neutral").expect("it is shipped"))
}

#[test]
fn what_is_said_twice_of_one_thing_is_gathered() {
    let context = seen(
        "meta: {lang: pl}
principles:
- {principle: inclusion, measures: [{point: inclusion.a, text: Dyżury.}, {point: inclusion.a, text: Ankiety.}]}
- {principle: inclusion, rating: 4, measures: [{point: inclusion.a, text: {en: Walks.}}]}
partnership: {effectiveness: [{criterion: human_resources, statement: A.}, {criterion: human_resources, statement: B.}]}
assessment: {factors: [{factor: clear_goals, evidence: c}, {factor: clear_goals, evidence: d, rating: 3}]}",
    );
    let own = context.assessment;
    let inclusion = own.principles.iter().find(|own| own.points[0].code == "inclusion.a").expect("it is one");
    assert_eq!(inclusion.points[0].text.as_deref(), Some("Dyżury.\n\nAnkiety.\n\nWalks. [en]"));
    assert_eq!((inclusion.rating, own.points_kept), (Some(4), 1));
    let said = |texts: Vec<Option<String>>| texts.into_iter().flatten().collect::<Vec<_>>();
    assert_eq!(said(own.criteria.into_iter().map(|own| own.text).collect()), ["A.\n\nB."]);
    assert_eq!(said(own.factors.into_iter().map(|own| own.evidence).collect()), ["c\nd"]);
}

#[test]
fn the_profile_says_which_marks_are_low() {
    let text = "principles: [{principle: inclusion, rating: 2}, {principle: openness, rating: 3}]";
    let ratings = |context: &Context| -> Vec<Option<u64>> {
        context.assessment.improvements.iter().map(|own| own.rating).collect()
    };
    let context = seen(text);
    assert_eq!(ratings(&context), [Some(2)]);
    let mut profile = profile::named("neutral").expect("it is shipped").clone();
    profile.numbers.improvement_rating_max.value = crate::units::Count::new(3);
    assert_eq!(ratings(&context.under(&profile)), [Some(2), Some(3)]);
}
