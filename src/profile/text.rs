//! Profiles for people. In: `Profile`s. Out: text.

use super::difference::{differences, label, list};
use super::{Difference, Profile, Value, Valued, ids, named};
use crate::lang::Lang;

/// Returns the shipped profiles, a line each, with what they stand on.
pub fn listing(lang: Lang) -> String {
    let mut out = String::new();
    for profile in ids().filter_map(named) {
        let base = profile.lineage.get(1).map_or_else(String::new, |base| format!(" ← {base}"));
        out.push_str(&format!("{:<26} {}{base}\n", profile.id, profile.title.get(lang)));
    }
    out
}

/// Returns all values of a profile with their sources; those that nobody compared with their source are
/// marked.
pub fn shown(profile: &Profile, lang: Lang) -> String {
    let lineage = profile.lineage.join(" ← ");
    let mut out = format!("{} – {}\n{lineage}\n", profile.id, profile.title.get(lang));
    let mut source = String::new();
    for entry in profile.entries() {
        let own = origin(&entry, lang);
        if own != source {
            out.push_str(&format!("\n{own}\n"));
            source = own;
        }
        let (label, value) = (label(&entry.name, lang), entry.value.words(list(&entry.name), lang));
        out.push_str(&format!("  {label}: {value}  [{}]\n", entry.name));
    }
    if profile.is_one_call() {
        out.push_str(&format!(
            "\n{}\n",
            lang.pick(
                "nie podano: nikt tego nie odczytał albo nabór tego nie mówi",
                "not given: nobody read it, or the call does not say"
            )
        ));
        for name in profile.unsaid() {
            out.push_str(&format!("  {}  [{name}]\n", label(&name, lang)));
        }
    }
    out
}

fn origin(entry: &Valued, lang: Lang) -> String {
    let state = match entry.origin.verified_on {
        Some(day) => format!("{} {day}", lang.pick("sprawdzono", "compared on")),
        None if entry.origin.own => lang.pick("podają wnioskodawcy", "given by the applicants").to_owned(),
        None => lang.pick("niesprawdzone ze źródłem", "not compared with the source").to_owned(),
    };
    format!("{} ({state})", entry.origin.source)
}

/// Returns what differs between two profiles, as text.
pub fn compared(a: &Profile, b: &Profile, lang: Lang) -> String {
    let found = differences(a, b);
    let mut out = format!("{} → {}\n", a.id, b.id);
    if found.is_empty() {
        out.push_str(lang.pick("bez różnic\n", "no differences\n"));
    }
    let one_sided =
        |side: &Difference| is_field(&side.name) && (side.ours.is_none() || side.theirs.is_none());
    for difference in found.iter().filter(|difference| !one_sided(difference)) {
        let name = difference.name.as_str();
        let words = |value: &Option<Value>| match value {
            Some(value) => value.words(list(name), lang),
            None if name.starts_with("levels/") => lang.pick("własny reguły", "the rule's own").to_owned(),
            None => lang.pick("brak", "none").to_owned(),
        };
        let (ours, theirs) = (words(&difference.ours), words(&difference.theirs));
        out.push_str(&format!("  {}: {ours} → {theirs}\n", label(name, lang)));
    }
    let (ours, theirs): (Vec<_>, Vec<_>) =
        found.iter().filter(|one| one_sided(one)).partition(|one| one.theirs.is_none());
    out + &fields_of(a, &ours, lang) + &fields_of(b, &theirs, lang)
}

/// Tells whether a name is that of a form's field or of something about it.
fn is_field(name: &str) -> bool {
    name.starts_with("form/") && name != "form/counting" && name != "form/not_applicable"
}

/// Returns the fields that only one form has, a line each with the limit; nothing for none.
fn fields_of(profile: &Profile, found: &[&Difference], lang: Lang) -> String {
    let value = |one: &Difference| {
        let value = one.ours.as_ref().or(one.theirs.as_ref());
        value.map_or_else(String::new, |value| value.words(list(&one.name), lang))
    };
    let limit = |of: &str| found.iter().find(|one| one.name == format!("{of}/limit"));
    let is_whole = |one: &&&Difference| {
        let of = one.name.strip_suffix("/limit");
        of.is_none_or(|of| found.iter().all(|other| other.name != of))
    };
    let line = |one: &&Difference| {
        let limit = limit(&one.name).map_or_else(String::new, |limit| {
            format!(" ({}: {})", lang.pick("limit znaków", "limit of characters"), value(limit))
        });
        format!("    {}: {}{limit}\n", label(&one.name, lang), value(one))
    };
    let lines: Vec<String> = found.iter().filter(is_whole).map(line).collect();
    if lines.is_empty() {
        return String::new();
    }
    let head = lang.pick("tylko w formularzu profilu", "only in the form of profile");
    format!("  {head} {}:\n{}", profile.id, lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Count;

    #[test]
    fn every_value_has_words_in_both_languages() {
        for profile in ids().filter_map(named) {
            for entry in profile.entries() {
                for lang in Lang::ALL {
                    assert_ne!(label(&entry.name, lang), entry.name, "{}", profile.id);
                    assert!(!entry.value.words(list(&entry.name), lang).is_empty(), "{}", entry.name);
                }
            }
        }
    }

    #[test]
    fn every_origin_belongs_to_an_entry() {
        for profile in ids().filter_map(named) {
            let entries = profile.entries();
            for (name, origin) in profile.origins() {
                let known = entries.iter().any(|entry| entry.name == name);
                assert!(known || name.starts_with("form/joint/"), "{}: {name} {}", profile.id, origin.source);
            }
        }
    }

    #[test]
    fn two_calls_differ_in_what_they_say() {
        let (pact, neutral) = (named("pact").expect("pact"), named("neutral").expect("neutral"));
        assert_eq!(differences(pact, pact), []);
        let found = differences(neutral, pact);
        let partners = found.iter().find(|one| one.name == "numbers/partners_min").expect("partners");
        assert_eq!(partners.ours, Some(Value::Count(Count::new(2))));
        assert_eq!(partners.theirs, Some(Value::Count(Count::new(3))));
        let pl = compared(neutral, pact, Lang::Pl);
        assert!(pl.contains("  najmniejsza liczba partnerów: 2 → 3\n"), "{pl}");
        assert!(pl.contains("  poziom reguły EXIT-01: własny reguły → błąd\n"), "{pl}");
        assert!(compared(neutral, pact, Lang::En).contains("  partners at least: 2 → 3\n"));
    }

    #[test]
    fn what_nobody_compared_with_its_source_is_said() {
        let text = shown(named("esf-power-2014").expect("a profile"), Lang::Pl);
        assert!(
            text.contains("(niesprawdzone ze źródłem)\n  zasada konkurencyjności od wartości netto"),
            "{text}"
        );
        assert!(text.contains("  pole 3.4: limit znaków: 2\u{a0}000  [form/3.4/limit]"), "{text}");
        assert!(listing(Lang::En).lines().any(|line| line.starts_with("fem-uw2-2026 ")));
    }
}
