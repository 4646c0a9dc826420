//! Which source holds a number. In: `Facts`, a quantity. Out: sources.

use rust_decimal::Decimal;

use super::recorded::{any, unit};
use super::records::{Class, main, significant};
use super::sentences::same;
use crate::described::At;
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

/// A value of a source that a quantity should be and is not.
pub struct Differing<'facts, 'app> {
    /// The source.
    pub source: &'facts Placed<'app, Evidence>,
    /// Its value.
    pub value: At<'app, Measurement>,
}

/// Returns the value of the named sources that a quantity repeats with another number or in another unit; `None` where
/// one of them holds the quantity, or none speaks of it.
pub fn differing<'facts, 'app>(
    facts: &'facts Facts<'app>,
    named: &List<Id>,
    quantity: &Quantity,
) -> Option<Differing<'facts, 'app>> {
    if !holders(facts, named, quantity).is_empty() {
        return None;
    }
    let sources = named.iter().filter_map(|id| facts.source(id.as_str()));
    let mut values = sources.flat_map(|source| source.values().each().map(move |value| (source, value)));
    let differs =
        |value: &Measurement| Lang::ALL.iter().any(|lang| is_other(value, quantity, *lang, main(facts)));
    let found = values.find(|(_, value)| differs(value))?;
    Some(Differing { source: found.0, value: found.1 })
}

/// Tells whether a recorded value is of the same thing as a quantity and another number, or the same number of per cent
/// where the quantity counts things.
fn is_other(value: &Measurement, quantity: &Quantity, lang: Lang, main: Lang) -> bool {
    let [of, measure, counted] =
        [&quantity.unit, &value.measure, &value.unit].map(|text| any(text, lang, main));
    let (Some(wanted), Some(own)) = (amount(&quantity.value, of), amount(&value.value, counted)) else {
        return false;
    };
    if wanted.0 != own.0 {
        return (wanted.0, own.0) == (Class::Things, Class::Percent) && wanted.1 == own.1;
    }
    let (wanted_of, about) = (significant(of), significant(measure));
    let is_said = |word: &String| wanted_of.iter().any(|own| same(own, word));
    // Rounded, a number is still the same.
    let apart = wanted.1.saturating_sub(own.1).abs() > own.1.abs() / Decimal::from(20);
    apart && about.len() > 1 && about.iter().all(is_said)
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

    fn other(named: &str, scale: &str) -> Option<String> {
        let yaml = format!("{SOURCES}  needs: [{{id: N1, evidence: [{named}], scale: {scale}}}]\n");
        let application: Application = serde_yaml::from_str(&yaml).expect(&yaml);
        let facts = Facts::of(&application);
        let need = &facts.needs[0];
        let found = differing(&facts, &need.evidence, &need.scale)?;
        Some(format!("{} {}", found.source.id, found.value.here()))
    }

    #[test]
    fn a_scale_that_its_source_gives_otherwise_is_found() {
        for (scale, expected) in [
            ("{value: 22.4, unit: '% stopy bezrobocia'}", Some("E1 diagnosis/evidence/0/values/0")),
            ("{value: 24, unit: '% stopy bezrobocia'}", None),
            ("{value: 22.4, unit: '%'}", None),
            ("{value: 47, unit: firm}", Some("E2 diagnosis/evidence/1/values/0")),
            ("{value: 47, unit: '% firm'}", None),
            ("{value: 34.2, unit: tys. bezrobotnych kobiet}", Some("E3 diagnosis/evidence/2/values/0")),
        ] {
            assert_eq!(other("E1, E2, E3", scale).as_deref(), expected, "{scale}");
        }
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
