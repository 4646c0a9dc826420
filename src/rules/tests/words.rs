//! Rows and words belong together.

use std::collections::BTreeSet;

use crate::diagnostic::{Table, fill, placeholders};
use crate::lang::Lang;
use crate::profile;
use crate::rules::{families, registry, rule, words};

#[test]
fn every_row_has_words_and_every_word_a_row() {
    for family in families() {
        let rows: Vec<(&str, &str)> = family.rules.iter().map(|rule| (rule.code, rule.name)).collect();
        let table = Table::parse(family.text);
        let entries: Vec<(&str, &str)> =
            table.entries().map(|entry| (entry.code.as_str(), entry.name.as_str())).collect();
        assert_eq!(rows, entries);
        for (code, _) in rows {
            assert!(code.strip_prefix(family.prefix).is_some_and(|rest| rest.starts_with('-')), "{code}");
        }
    }
}

#[test]
fn codes_and_names_are_unique() {
    let codes: BTreeSet<&str> = registry().map(|rule| rule.code).collect();
    let names: BTreeSet<&str> = registry().map(|rule| rule.name).collect();
    assert_eq!(codes.len(), registry().count());
    assert_eq!(names.len(), registry().count());
}

#[test]
fn both_languages_say_the_same() {
    for rule in registry() {
        let entry = words(rule.code).expect("every row has words");
        let code = rule.code;
        for text in [|lang| words_of(lang).0, |lang| words_of(lang).1, |lang| words_of(lang).2]
            as [fn((&'static str, Lang)) -> &'static str; 3]
        {
            let (pl, en) = (text((code, Lang::Pl)), text((code, Lang::En)));
            assert_eq!(placeholders(pl), placeholders(en), "{code}");
            assert_eq!(pl.is_empty(), en.is_empty(), "{code}");
        }
        for lang in Lang::ALL {
            for part in [entry.message(lang), entry.help(lang), entry.why(lang), entry.basis(lang)] {
                assert!(!part.is_empty(), "{code}: {lang:?} lacks a part");
                assert!(!part.contains("  "), "{code}: {part}");
            }
            let message = entry.message(lang);
            let first = message.chars().next().expect("the message is not empty");
            assert!(!first.is_uppercase() && !message.ends_with('.'), "{code}: {message}");
            assert!(!entry.help(lang).ends_with('.'), "{code}: {}", entry.help(lang));
            assert!(entry.why(lang).ends_with('.'), "{code}: {}", entry.why(lang));
        }
        assert!(!entry.source().is_empty(), "{code} names no source");
    }
}

#[test]
fn braces_of_yaml_survive_the_filling_in() {
    let open = |text: &str, brace: char| text.chars().filter(|sign| *sign == brace).count();
    for rule in registry() {
        let entry = words(rule.code).expect("every row has words");
        for lang in Lang::ALL {
            for text in [entry.message(lang), entry.help(lang)].map(|text| fill(text, &[])) {
                // A brace that is doubled by chance is taken for an escaped one, and the YAML shown is torn.
                assert_eq!(open(&text, '{'), open(&text, '}'), "{}: {text}", rule.code);
            }
        }
    }
}

fn words_of((code, lang): (&'static str, Lang)) -> (&'static str, &'static str, &'static str) {
    let entry = words(code).expect("every row has words");
    (entry.message(lang), entry.help(lang), entry.also(lang))
}

#[test]
fn profiles_set_levels_of_rules_that_exist() {
    for profile in profile::ids().filter_map(profile::named) {
        for code in profile.levels.keys() {
            let known = families().iter().any(|family| code.starts_with(family.prefix));
            assert!(rule(code).is_some() || !known, "{}: {code}", profile.id);
        }
    }
}
