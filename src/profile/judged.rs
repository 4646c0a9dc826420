//! Whether a call is for a partnership, as far as the data tell: who applies, who takes part, where, for whose money. In:
//! a profile, the facts of an application. Out: yes, no, or `None` where the application or the call does not say.

use super::{Bodies, Profile, Stated};
use crate::facts::{Facts, Placed, is_grant};
use crate::lang::Lang;
use crate::model::{Field, FundingSource, Partner, Text};
use crate::units::{Money, Share, Teryt};
use crate::words::plain;

/// The shares of a project that its payers carry, of which a call may limit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payer {
    /// The payer for people, Polish and English.
    pub name: [&'static str; 2],
    /// What it pays.
    pub sum: Money,
    /// The share of the project's total.
    pub share: Share,
    /// The greatest share that the call allows; `None` for any.
    pub most: Option<Share>,
}

impl Bodies {
    /// Tells whether the kinds, sectors and forms allow a body; its `note` is for a person to judge.
    pub fn allow(&self, partner: &Partner, main: Lang) -> Option<bool> {
        let among = |list: &[String], code: Option<&str>| match code {
            _ if list.is_empty() => Some(true),
            code => code.map(|code| list.iter().any(|own| own == code)),
        };
        let kind = among(&self.kinds, partner.kind.get().map(|kind| kind.as_str()));
        let sector = among(&self.sectors, partner.sector.get().map(|sector| sector.code()));
        let parts = [kind, sector, self.of_form(partner, main)];
        if parts.contains(&Some(false)) {
            return Some(false);
        }
        parts.iter().all(Option::is_some).then_some(true)
    }

    /// Tells whether the name begins with one of the words for legal forms, or the legal form holds one.
    fn of_form(&self, partner: &Partner, main: Lang) -> Option<bool> {
        if self.legal_forms.is_empty() {
            return Some(true);
        }
        let words = |text: &Field<Text>| -> Vec<Vec<String>> {
            let said = text.get().into_iter().flat_map(|text| {
                Lang::ALL.into_iter().filter_map(|lang| text.in_lang(lang, main)).map(split)
            });
            said.filter(|words| !words.is_empty()).collect()
        };
        let (names, legal) = (words(&partner.name), words(&partner.legal_form));
        let mut forms = self.legal_forms.iter().map(|form| split(form)).filter(|form| !form.is_empty());
        let is_one = forms.any(|form| {
            let holds = |text: &Vec<String>| text.windows(form.len()).any(|part| part == form.as_slice());
            names.iter().any(|name| name.starts_with(&form)) || legal.iter().any(holds)
        });
        if is_one { Some(true) } else { (!names.is_empty() && !legal.is_empty()).then_some(false) }
    }
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(plain).collect()
}

/// Returns what a condition comes to where part of it is for a person: no is no, and yes cannot be told.
fn unless_noted(found: Option<bool>, bodies: &Bodies) -> Option<bool> {
    found.filter(|met| !met || bodies.note.pl.is_empty())
}

impl Profile {
    /// Tells whether the leader may apply.
    pub fn allows_applicant(&self, facts: &Facts<'_>) -> Option<bool> {
        let bodies = &self.applicants.as_ref()?.value;
        unless_noted(bodies.allow(facts.leader()?.entry, main(facts)), bodies)
    }

    /// Tells whether each partner beside the applicant may take part, and whether they are as many as may be.
    pub fn allows_partners(&self, facts: &Facts<'_>) -> Option<bool> {
        let bodies = &self.partners.as_ref()?.value;
        facts.leader()?;
        let others = beside_the_leader(facts);
        let count = others.len() as u64;
        let fits = bodies.min.is_none_or(|min| count >= min.get())
            && bodies.max.is_none_or(|max| count <= max.get());
        let each = others.iter().map(|partner| bodies.allow(partner.entry, main(facts)));
        let all = std::iter::once(Some(fits)).chain(each);
        let found = all.reduce(|one, other| match (one, other) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        })?;
        unless_noted(found, bodies)
    }

    /// Tells whether the area lies in the call's region, and in one of the territories that the call names.
    pub fn covers(&self, facts: &Facts<'_>) -> Option<bool> {
        let area = facts.application.area.teryt.get();
        let region = self.region().map(|region| Some(area?.voivodeship() == region.teryt.voivodeship()));
        let rule = self.area.as_ref().map(|stated| &stated.value);
        let within = rule.filter(|rule| !rule.within.is_empty());
        let within = within.map(|rule| area.map(|area| rule.within.iter().any(|code| shares(area, code))));
        let noted = rule.is_some_and(|rule| !rule.note.pl.is_empty()).then_some(None);
        let parts: Vec<Option<bool>> = [region, within, noted].into_iter().flatten().collect();
        if parts.contains(&Some(false)) {
            return Some(false);
        }
        (!parts.is_empty() && parts.iter().all(Option::is_some)).then_some(true)
    }

    /// Returns what each payer carries; empty where the application does not say all, or the call limits none.
    pub fn payers(&self, facts: &Facts<'_>) -> Vec<Payer> {
        let Some(split) = self.funding.as_ref().map(|stated| &stated.value) else { return Vec::new() };
        let sources = &facts.application.budget.sources;
        let known = !sources.is_damaged() && sources.iter().all(|source| source.amount.is_given());
        let Some(total) = facts.project_total().filter(|_| known && !sources.is_missing()) else {
            return Vec::new();
        };
        let of = |code: &str| -> Money {
            let own =
                sources.iter().filter(|source| source.kind.get().map(FundingSource::as_str) == Some(code));
            own.filter_map(|source| source.amount.copied()).sum()
        };
        let grants = sources.iter().filter(|source| is_grant(source));
        let whole: Money = grants.filter_map(|source| source.amount.copied()).sum();
        let parts = [
            (["środki europejskie", "European funds"], of("grant_eu"), split.eu_max),
            (["budżet państwa", "the state budget"], of("grant_state"), split.state_max),
            (["dofinansowanie", "the grant"], whole, split.most()),
        ];
        let payer = |(name, sum, most)| Some(Payer { name, sum, share: Share::of(sum, total)?, most });
        parts.into_iter().filter_map(payer).collect()
    }
}

/// Returns the partners beside the applicant.
pub fn beside_the_leader<'facts, 'app>(facts: &'facts Facts<'app>) -> Vec<&'facts Placed<'app, Partner>> {
    let leader = facts.leader().map(|leader| &leader.place);
    facts.members().filter(|partner| Some(&partner.place) != leader).collect()
}

/// Tells whether one territory is a part of another, or the other way round: a call for one commune of a county may be
/// for part of the project.
pub fn shares(area: &Teryt, code: &Teryt) -> bool {
    area.is_within(code) || code.is_within(area)
}

/// Returns a note that only a person can judge.
pub fn noted(bodies: &Option<Stated<Bodies>>) -> Option<&crate::catalogue::Label> {
    bodies.as_ref().map(|stated| &stated.value.note).filter(|note| !note.pl.is_empty())
}

fn main(facts: &Facts<'_>) -> Lang {
    facts.application.meta.lang.copied().unwrap_or_default()
}
