//! Codes in a call's own file as they were meant. In: a file's part. Out: the same, each mistyped code mended and what
//! nobody could mean left out.

use super::codes::{Of, checks, codes_of, indicators, nearest_term, regions};
use super::demands::ProfilePart;
use super::link::Link;
use super::stated::Stated;
use super::{Bodies, Check};
use crate::catalogue::{self, Meant};
use crate::words;

/// Returns a file's part with the codes that exist, each mistyped one as it was meant, so that no rule asks
/// for what nobody can give.
pub(super) fn known(mut part: ProfilePart, indicators: &[String]) -> ProfilePart {
    let keep = |stated: &mut Option<Stated<Vec<String>>>, list: &str| {
        if let Some(stated) = stated {
            stated.value = of_list(std::mem::take(&mut stated.value), list);
        }
    };
    keep(&mut part.horizontal_required, "horizontal_principles");
    keep(&mut part.agreement_elements, "agreement_elements");
    keep(&mut part.annexes_required, "annex_kinds");
    keep(&mut part.marks, "funding_marks");
    if let Some(stated) = &mut part.indicators_required {
        let known: Vec<&str> = indicators.iter().map(String::as_str).collect();
        stated.value = meant(std::mem::take(&mut stated.value), &known);
    }
    for bodies in [&mut part.applicants, &mut part.partners].into_iter().flatten() {
        let Bodies { kinds, sectors, .. } = &mut bodies.value;
        *kinds = of_list(std::mem::take(kinds), "partner_kinds");
        *sectors = of_list(std::mem::take(sectors), "sectors");
    }
    if let Some(region) = &mut part.region {
        let named = catalogue::regions().named(&region.value).map(|own| own.pl.clone());
        let near = || words::meant(&region.value, regions()).map(str::to_owned);
        match named.or_else(near) {
            Some(name) => region.value = name,
            None => part.region = None,
        }
    }
    if let Some(terms) = &mut part.own_terms {
        terms.value.retain(|term| Of::Own.means(&term.code));
    }
    let stages = part.criteria.iter_mut().flat_map(|sheet| &mut sheet.stages);
    let named = stages.flat_map(|stage| &mut stage.criteria).flat_map(|own| &mut own.checks);
    for code in named.filter(|code| Check::of_code(code).is_none()) {
        if let Some(near) = words::meant(code, checks()) {
            near.clone_into(code);
        }
    }
    let categories = codes_of("budget_categories");
    if let Some(stated) = &mut part.share_rules {
        stated.value.retain_mut(|rule| {
            let named = !rule.categories.is_empty();
            rule.categories = meant(std::mem::take(&mut rule.categories), &categories);
            // A rule that named lines, and names none any more, would count all of them.
            !named || !rule.categories.is_empty() || !rule.marks.is_empty() || !rule.partners.is_empty()
        });
    }
    part
}

/// Returns the codes of a list that words mean, each mistyped one as it was meant.
fn of_list(written: Vec<String>, list: &str) -> Vec<String> {
    let code = |word: String| match catalogue::list(list).map(|list| list.meant(&word)) {
        Some(Meant::One(term)) => term.code.clone(),
        _ => nearest_term(list, &word).map_or(word, str::to_owned),
    };
    meant(written.into_iter().map(code).collect(), &codes_of(list))
}

/// Returns the codes of all indicators that a chain of files may name.
pub(super) fn known_indicators(chain: &[Link]) -> Vec<String> {
    indicators(chain.iter().map(|link| &link.part.value)).into_iter().map(str::to_owned).collect()
}

/// Returns the codes that exist, each mistyped one as it was meant.
fn meant(codes: Vec<String>, known: &[&str]) -> Vec<String> {
    let meant = |code: String| {
        let near = || words::meant(&code, known.iter().copied());
        if known.contains(&code.as_str()) { Some(code) } else { near().map(str::to_owned) }
    };
    codes.into_iter().filter_map(meant).collect()
}
