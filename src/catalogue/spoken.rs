//! Terms as people say them. In: a list and a text. Out: the terms it may mean.
//!
//! Code, names and other words of a term are its own in any case and number; so is what a name joins (`prasa, radio`),
//! what it explains in brackets (`(PUP, WUP)`), and what is left of it without the words of the list's title (`główny`
//! of `cel główny`).

use std::collections::BTreeSet;

use super::phrase::{How, Phrase};
use super::{List, Term};
use crate::lang::Lang;
use crate::words::{fold, roots};

/// What a text means in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant<'l> {
    /// One term.
    One(&'l Term),
    /// As likely one as another.
    Several(Vec<&'l Term>),
    /// None that is sure.
    None,
}

impl List {
    /// Returns what a text means; a whole name comes before a part of another.
    pub fn meant(&self, text: &str) -> Meant<'_> {
        let folded = fold(text);
        if let Some(term) = self.terms().iter().find(|term| fold(&term.code) == folded) {
            return Meant::One(term);
        }
        let own = Lang::ALL.map(|lang| (lang, roots(text, lang)));
        let is =
            |phrase: &&Phrase| own.iter().any(|(lang, own)| *lang == phrase.lang && *own == phrase.roots);
        for how in [How::Whole, How::Part] {
            let found = self.phrases().iter().filter(|phrase| phrase.how == how).filter(is);
            match self.terms_of(found.map(|phrase| phrase.term)).as_slice() {
                [] => {}
                [one] => return Meant::One(one),
                several => return Meant::Several(several.to_vec()),
            }
        }
        Meant::None
    }

    /// Returns a term's Polish name without what stands in brackets or behind a comma, as far as that still means it alone.
    pub fn short<'t>(&self, term: &'t Term) -> &'t str {
        let head = term.pl.split(['(', ',']).next().unwrap_or_default().trim();
        if self.meant(head) == Meant::One(term) { head } else { &term.pl }
    }

    /// Returns the terms that share most words with a text: it says less than their names, or more.
    pub fn much_like(&self, text: &str) -> Vec<&Term> {
        let mut best = (0, Vec::new());
        for lang in Lang::ALL {
            let text = roots(text, lang);
            let own = words(&text);
            for phrase in self.phrases().iter().filter(|phrase| phrase.lang == lang) {
                let known = words(&phrase.roots);
                let says_less = phrase.how == How::Whole && own.is_subset(&known);
                let says_more = !known.is_empty() && known.is_subset(&own);
                let shared = if says_less || says_more { own.intersection(&known).count() } else { 0 };
                if shared > best.0 {
                    best = (shared, Vec::new());
                }
                if shared > 0 && shared == best.0 {
                    best.1.push(phrase.term);
                }
            }
        }
        self.terms_of(best.1.into_iter())
    }

    /// Returns terms by their numbers, each once.
    fn terms_of(&self, numbers: impl Iterator<Item = usize>) -> Vec<&Term> {
        let numbers: BTreeSet<usize> = numbers.collect();
        numbers.into_iter().filter_map(|number| self.terms().get(number)).collect()
    }

    /// Returns how the terms are called.
    fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| self.spoken())
    }

    fn spoken(&self) -> Vec<Phrase> {
        let each = |(number, term)| {
            Lang::ALL.map(|lang| {
                self.names(term, lang).map(move |(how, roots)| Phrase { roots, lang, how, term: number })
            })
        };
        let phrases = self.terms().iter().enumerate().flat_map(each).flatten();
        phrases.filter(|phrase| !phrase.roots.is_empty()).collect()
    }

    /// Returns the names of a term in a language.
    fn names(&self, term: &Term, lang: Lang) -> impl Iterator<Item = (How, String)> + use<> {
        let whole = term.label(lang);
        let (bare, explained) = whole.split_once('(').unwrap_or((whole, ""));
        let title = roots(self.title(lang), lang);
        let title = words(&title);
        let rest = roots(bare, lang);
        let rest: Vec<&str> = rest.split(' ').filter(|word| !title.contains(word)).collect();
        let joints = [", ", " i ", " lub ", " and ", " or ", " / ", " – "];
        let pieces = |text: &str| {
            let text = joints.iter().fold(text.to_owned(), |text, joint| text.replace(joint, "\n"));
            text.lines().map(|piece| (How::Part, roots(piece, lang))).collect::<Vec<_>>()
        };
        let also = term.also.iter().map(|word| (How::Whole, roots(word, lang)));
        let mut names: Vec<_> = std::iter::once((How::Whole, roots(whole, lang))).chain(also).collect();
        names.extend([(How::Part, roots(bare, lang)), (How::Part, rest.join(" "))]);
        names.extend(pieces(bare).into_iter().chain(pieces(explained)));
        names.into_iter()
    }
}

/// Returns the words of a phrase that say something.
fn words(roots: &str) -> BTreeSet<&str> {
    roots.split(' ').filter(|word| word.chars().count() > 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{deck, further, list};

    fn meant(name: &str, text: &str) -> Vec<&'static str> {
        match list(name).expect(name).meant(text) {
            Meant::One(term) => vec![&term.code],
            Meant::Several(terms) => terms.iter().map(|term| term.code.as_str()).collect(),
            Meant::None => Vec::new(),
        }
    }

    #[test]
    fn every_name_means_its_own_term() {
        for list in deck().lists().iter().chain(further().lists()) {
            for term in list.terms() {
                for name in [&term.code, &term.pl, &term.en].into_iter().chain(&term.also) {
                    for name in [name.clone(), name.to_uppercase(), crate::words::plain(name)] {
                        assert_eq!(list.meant(&name), Meant::One(term), "{}: {name}", list.name);
                    }
                }
            }
        }
    }

    #[test]
    fn everyday_words_mean_one_term() {
        for (name, code, said) in [
            ("evidence_kinds", "survey", "ankieta|Ankiety|badania ankietowe"),
            ("evidence_kinds", "workshop", "warsztaty"),
            ("evidence_kinds", "statistics", "GUS|dane GUS|statystyki"),
            ("evidence_kinds", "register", "rejestr|dane administracyjne"),
            ("diagnosis_techniques", "survey", "ankiety|ankieta"),
            ("diagnosis_techniques", "workshop", "warsztaty"),
            ("diagnosis_techniques", "swot", "SWOT|analiza swot"),
            ("leader_selection_methods", "election", "wybory|wybór"),
            ("body_kinds", "assembly", "zgromadzenie|zebranie"),
            ("body_kinds", "steering_group", "grupa sterująca|zespół sterujący"),
            ("resources", "competences", "kadra|kadry|wiedza"),
            ("resources", "material", "lokal|lokale|sala"),
            ("resources", "capital", "wkład własny|wkładu własnego"),
            ("partner_resources", "human", "kadra|ludzkie"),
            ("partner_resources", "technical", "lokal|sprzęt|techniczne"),
            ("funding_sources", "grant", "dotacja|dotacje"),
            ("budget_flags", "own_contribution", "wkład własny"),
            ("risk_types", "recruitment", "rekrutacja"),
            ("pact_scales", "region", "wojewódzki|województwo|region"),
            ("pact_scales", "county", "powiat|powiatowy"),
            ("pact_scales", "commune", "gmina|gminny"),
            ("strategy_levels", "regional", "wojewódzka|regionalna|regionalne"),
            ("strategy_levels", "national", "krajowe|krajowej"),
            ("partner_kinds", "social_services_agency", "OPS|MOPS|ośrodek pomocy społecznej"),
            ("partner_kinds", "public_employment_service", "urząd pracy|PUP|powiatowy urząd pracy"),
            ("partner_kinds", "local_authority", "powiat|gmina|urząd gminy|starostwo powiatowe"),
            ("partner_kinds", "ngo", "fundacja|stowarzyszenie|NGO"),
            ("partner_kinds", "private_enterprise", "firma|spółka|przedsiębiorstwo"),
            ("objective_levels", "main", "główny|cel główny|głównego"),
            ("indicator_kinds", "result", "rezultat|rezultatu|wskaźnik rezultatu"),
            ("indicator_frequencies", "quarterly", "kwartalnie|co kwartał"),
            ("budget_categories", "staff", "wynagrodzenia|personel"),
            ("budget_categories", "indirect", "pośrednie|koszty pośrednie"),
            ("accessibility_standards", "training", "szkoleniowy|standard szkoleniowy"),
            ("evaluation_kinds", "internal", "wewnętrzna|ewaluacja wewnętrzna"),
            ("sectors", "public", "publiczny|publiczna|samorząd"),
            ("sexes", "women", "kobieta|kobiety|K"),
            ("recruitment_channels", "leaflets", "ulotki|plakaty"),
        ] {
            for said in said.split('|') {
                assert_eq!(meant(name, said), [code], "{name}: {said}");
            }
        }
    }

    #[test]
    fn what_may_be_two_things_is_both() {
        assert_eq!(meant("funding_sources", "wkład własny"), [""; 0]);
        let like = |name: &str, text: &str| -> Vec<&str> {
            list(name).expect(name).much_like(text).iter().map(|term| term.code.as_str()).collect()
        };
        assert_eq!(like("funding_sources", "wkład własny"), ["own_cash", "own_in_kind"]);
        assert_eq!(like("body_kinds", "rada"), ["steering_group", "advisory"]);
        assert_eq!(like("partner_kinds", "Powiatowy Urząd Pracy w Kole"), ["public_employment_service"]);
        assert_eq!(like("partner_kinds", "kółko"), [""; 0]);
    }
}
