//! Who carries work out, and who is paid for it. In: `Case`. Out: faults of ACT-17 and BUD-31, whose words stand beside
//! their families.

use super::lexicon::{holding, lexicon};
use super::worded::{Worded, prose, text};
use super::{Case, Faults, fault};
use crate::facts::Placed;
use crate::lang::Lang;
use crate::model::{Action, Id, Partner};
use crate::words::plain;

/// Tells whether anything shows that a partner can do the work: what it or its people have done or can do.
fn can(case: &Case<'_>, partner: &Placed<'_, Partner>, action: &Placed<'_, Action>) -> bool {
    let potential = &case.application().potential;
    let is_own = |id: &Id| id.as_str() == partner.id;
    let done = potential.experience.is_damaged()
        || potential.experience.iter().any(|own| own.partner.get().is_none_or(is_own));
    let works = potential.staff.is_damaged()
        || potential.staff.iter().any(|own| {
            own.partner.get().is_none_or(is_own) && own.actions.iter().any(|id| id.as_str() == action.id)
        });
    let brings = partner.brings.is_damaged()
        || partner.brings.iter().any(|own| {
            own.resource.get().is_none_or(|resource| matches!(resource.as_str(), "competences" | "energy"))
        });
    done || works || brings || !partner.experience.is_blank() || !partner.team.is_missing()
}

pub(super) fn without_capacity(case: &Case<'_>, faults: &mut Faults) {
    for action in &case.facts.actions {
        let Some(partner) = action.lead.get().and_then(|id| case.facts.partner(id.as_str())) else {
            continue;
        };
        let paid = case.facts.lines_of(action.id);
        let is_paid =
            paid.into_iter().any(|line| line.partner.get().is_some_and(|id| id.as_str() == partner.id));
        if is_paid && !can(case, partner, action) {
            fault!(faults at action.lead(), id = action.called(), partner = partner.called();
                also partner.place.clone()
            );
        }
    }
}

pub(super) fn own_price_list(case: &Case<'_>, faults: &mut Faults) {
    let names: Vec<(&Placed<'_, Partner>, Lang, String)> = case
        .facts
        .partners
        .iter()
        .flat_map(|partner| {
            let names = text(case, partner.short()).into_iter().chain(text(case, partner.name()));
            names.map(move |own| (partner, own.lang, plain(own.words)))
        })
        .collect();
    for line in &case.facts.lines {
        let texts = text(case, line.estimate()).into_iter().chain(prose(case, line.justification()));
        for Worded { place, words, lang } in texts {
            if holding(words, &lexicon().price_lists).is_none() {
                continue;
            }
            let said = plain(words);
            let seller = names.iter().find(|(_, own, name)| *own == lang && names_it(&said, name));
            if let Some((partner, ..)) = seller {
                fault!(faults at place, id = line.called(), partner = partner.called(), words = words.trim();
                    also partner.place.clone()
                );
            }
        }
    }
}

/// Tells whether a text names a body, in any case: all words of its name, as far as cases leave them alone.
pub(super) fn names_it(said: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let said = words(said);
    let is_form = |word: &String, own: &String| {
        let stem: String = own.chars().take((own.chars().count().saturating_sub(2)).max(4)).collect();
        word.starts_with(&stem) && word.chars().count() <= own.chars().count() + 3
    };
    let own = words(name);
    !own.is_empty() && own.iter().all(|own| said.iter().any(|word| is_form(word, own)))
}

#[cfg(test)]
mod tests {
    use super::names_it;

    #[test]
    fn a_body_is_named_in_any_case() {
        assert!(names_it("cennik cechu na 2025 rok", "cech"));
        assert!(names_it("cennik fundacji wspolny kamien", "fundacja wspolny kamien"));
        assert!(!names_it("cennik fundacji na rzecz pracy", "fundacja wspolny kamien"));
        assert!(!names_it("rozeznanie rynku, cennik trzech firm", "cech"));
    }
}
