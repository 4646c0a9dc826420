//! Indicators against what the programmes' list says of their codes, and results against how they are proved. In:
//! `Case`. Out: faults of IND-20 to IND-22, whose words stand in `indicators.md`.

use std::collections::BTreeSet;

use super::lexicon::{holding, lexicon};
use super::targets::{coded, of_kind};
use super::worded::{Worded, text};
use super::{Case, Faults, fault};
use crate::catalogue::{self, Trust};
use crate::diagnostic::Value;
use crate::lang::Lang;
use crate::model::IndicatorKind;
use crate::words::plain;

/// How many letters of a word tell it from others.
const STEM: usize = 5;

/// Returns the beginnings of the words that make a name, plain, but for those of no meaning.
fn stems(name: &str) -> BTreeSet<String> {
    let words = name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() > 3);
    let stems = words.map(|word| plain(word).chars().take(STEM).collect::<String>());
    const COMMON: [&str; 10] =
        ["liczb", "osob", "osoby", "objet", "wspar", "progr", "numbe", "parti", "suppo", "peopl"];
    stems.filter(|stem| !COMMON.contains(&stem.as_str())).collect()
}

/// Returns how much of two names is the same, in per cent of what either has.
fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    let all = one.union(other).count().max(1);
    one.intersection(other).count() * 100 / all
}

pub(super) fn name_of_another(case: &Case<'_>, faults: &mut Faults) {
    let known = catalogue::indicators();
    for indicator in &case.facts.indicators {
        let Some(own) = indicator.code.get().and_then(|code| known.get(code.trim())) else { continue };
        // The English names are glosses; programmes name their indicators in Polish.
        let Some(Worded { place, words, .. }) =
            text(case, indicator.name()).into_iter().find(|own| own.lang == Lang::Pl)
        else {
            continue;
        };
        let said = stems(words);
        let fits = alike(&said, &stems(own.name(Lang::Pl)));
        let others = known.all().iter().filter(|other| other.code != own.code);
        let is_same = |other: &catalogue::Indicator| plain(other.name(Lang::Pl)) == plain(words.trim());
        let best = others.map(|other| (is_same(other), alike(&said, &stems(other.name(Lang::Pl))), other));
        let best = best.max_by_key(|(same, fits, _)| (*same, *fits));
        let is_better = |same: bool, share: usize| same && !is_same(own) || share > fits.saturating_add(15);
        let better = best.filter(|(same, share, _)| is_better(*same, *share)).map(|(.., other)| other);
        // Of a name that is our gloss nobody can be held to.
        if better.is_none() && (fits > 0 || own.trust < Trust::Seen) {
            continue;
        }
        let meant: Value = match better {
            Some(other) => {
                Value::around([" (tak nazywa się {0})", " (that is the name of {0})"], other.code.as_str())
            }
            None => "".into(),
        };
        let name = Value::from([own.name(Lang::Pl).to_owned(), own.name(Lang::En).to_owned()]);
        fault!(faults at place, id = indicator.called(), code = own.code.as_str(), name, meant; also indicator.code());
    }
}

pub(super) fn above_another(case: &Case<'_>, faults: &mut Faults) {
    for indicator in &case.facts.indicators {
        let known = indicator.code.get().and_then(|code| catalogue::indicators().get(code.trim()));
        let Some(most) = known.and_then(|known| known.at_most.as_deref()).and_then(|code| coded(case, code))
        else {
            continue;
        };
        let (Some(value), Some(limit)) = (indicator.target.copied(), most.target.copied()) else { continue };
        if value.decimal() > limit.decimal() {
            fault!(faults at indicator.target(), id = indicator.called(), value, other = most.called(), limit;
                also most.target()
            );
        }
    }
}

pub(super) fn proved_by_attendance(case: &Case<'_>, faults: &mut Faults) {
    for indicator in of_kind(case, IndicatorKind::Result) {
        let gained = |(_, name): (Lang, &str)| holding(name, &lexicon().gained_skills).is_some();
        if !case.each(indicator.entry.name.get()).any(gained) {
            continue;
        }
        // What is also proved by a document is proved.
        let documents = indicator.entry.documents.iter().flat_map(|text| case.each(Some(text)));
        let documents: Vec<&str> = documents.map(|(_, words)| words).collect();
        let sources = text(case, indicator.source());
        for Worded { place, words, lang } in &sources {
            let attends = holding(words, &lexicon().attendance);
            let methods = case
                .each(indicator.entry.method.get())
                .filter(|(own, _)| own == lang)
                .map(|(_, words)| words);
            let proofs = documents.iter().copied().chain(methods).chain([*words]);
            let proved = proofs.into_iter().any(|words| holding(words, &lexicon().certificates).is_some());
            if let Some(word) = attends.filter(|_| !proved) {
                fault!(faults at place.clone(), id = indicator.called(), word; also indicator.name());
            }
        }
    }
}
