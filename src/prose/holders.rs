//! Which source holds a number. In: `Facts`, a quantity. Out: sources.

use rust_decimal::Decimal;

use super::recorded::{any, unit};
use super::records::{Class, main, significant};
use super::sentences::same;
use crate::facts::{Facts, Placed};
use crate::lang::Lang;
use crate::model::{Evidence, Field, Id, List, Measurement, Quantity};
use crate::units::Number;

/// Returns those of the named sources under which a quantity is recorded: the same number of the same things.
pub fn holders<'facts, 'app>(
    facts: &'facts Facts<'app>,
    named: &List<Id>,
    quantity: &Quantity,
) -> Vec<&'facts Placed<'app, Evidence>> {
    let holds =
        |value: &Measurement| Lang::ALL.iter().any(|lang| is_value(value, quantity, *lang, main(facts)));
    let sources = named.iter().filter_map(|id| facts.source(id.as_str()));
    sources.filter(|source| source.values.iter().any(holds)).collect()
}

/// Tells whether a recorded value, or what it is a share of, is a quantity.
fn is_value(value: &Measurement, quantity: &Quantity, lang: Lang, main: Lang) -> bool {
    let [of, measure, counted, base] =
        [&quantity.unit, &value.measure, &value.unit, &value.base.label].map(|text| any(text, lang, main));
    let Some(wanted) = amount(&quantity.value, of) else { return false };
    let wanted_of = significant(of);
    let is = |number, counted, about: [&str; 2]| {
        let about: Vec<String> = about.into_iter().flat_map(significant).collect();
        let is_shared = wanted_of.iter().any(|one| about.iter().any(|other| same(one, other)));
        amount(number, counted) == Some(wanted) && (is_shared || wanted_of.is_empty())
    };
    is(&value.value, counted, [measure, counted]) || is(&value.base.value, base, [base, ""])
}

/// Returns a number without the thousands of its unit, with its kind of unit.
fn amount(number: &Field<Number>, of: &str) -> Option<(Class, Decimal)> {
    let (class, _, times) = unit(of);
    Some((class, number.copied()?.decimal().checked_mul(times)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Application;

    const SOURCES: &str = "
diagnosis:
  evidence:
    - {id: E1, values: [{measure: stopa bezrobocia, value: 24.2, unit: '%'}, {measure: bezrobotni, value: 3.0, unit: tys. osób}]}
    - {id: E2, values: [{measure: firmy z wakatem, value: 47, unit: '%', base: {value: 86, label: zbadane firmy}}]}
    - {id: E3, values: [{measure: kobiety bezrobotne, value: 24.2, unit: tys. osób}, {measure: kursy autobusu, value: 2, unit: kursy}]}
";

    fn credited(named: &str, scale: &str) -> Vec<String> {
        let yaml = format!("{SOURCES}  needs: [{{id: N1, evidence: [{named}], scale: {scale}}}]\n");
        let application: Application = serde_yaml::from_str(&yaml).expect(&yaml);
        let facts = Facts::of(&application);
        let need = &facts.needs[0];
        holders(&facts, &need.evidence, &need.scale).into_iter().map(|source| source.id.to_owned()).collect()
    }

    #[test]
    fn a_scale_is_credited_to_the_sources_that_hold_this_number_of_these_things() {
        for (scale, expected) in [
            ("{value: 24.2, unit: '%'}", vec!["E1"]),
            ("{value: 24.20, unit: '% stopy bezrobocia'}", vec!["E1"]),
            ("{value: 24, unit: '%'}", vec![]),
            ("{value: 24.2, unit: tys. kobiet}", vec!["E3"]),
            ("{value: 3000, unit: osób bezrobotnych}", vec!["E1"]),
            ("{value: 3, unit: osób bezrobotnych}", vec![]),
            ("{value: 86, unit: zbadanych firm}", vec!["E2"]),
            ("{value: 47, unit: firm z wakatem}", vec![]),
            ("{value: 47, unit: '% firm'}", vec!["E2"]),
            ("{value: 2, unit: kursy dziennie}", vec!["E3"]),
            ("{value: 2, unit: szkoły}", vec![]),
            ("{unit: osób}", vec![]),
        ] {
            assert_eq!(credited("E1, E2, E3", scale), expected, "{scale}");
        }
        assert_eq!(credited("E2, E9", "{value: 24.2, unit: '%'}"), [""; 0], "only sources of the need");
    }
}
