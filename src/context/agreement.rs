//! The partnership agreement. Out: `Agreement`, with the clauses it takes from the library and what it lacks.

use super::clauses::{Clause, ClauseLibrary, clauses};
use super::shown::shown;
use super::voice::Voice;
use super::{Exact, Named, mark};
use crate::catalogue;
use crate::facts::Deed;
use crate::lang::Lang;
use crate::model;
use crate::profile::{OWN, OwnList, Profile};
use crate::units::Date;

shown! {
    /// The partnership agreement of the project.
    Agreement from (voice, agreement: model::Agreement) {
        /// The lead partner.
        lead: Option<Named>;
        /// The law it stands on: as the authors say, else as the set of clauses that is taken does.
        legal_basis: Option<String> = voice.shown::<_, Option<String>>(agreement.legal_basis())
            .or_else(|| Some(voice.facts.taken(Deed::Agreement)?.basis.get(voice.lang).to_owned()));
        /// The day it was signed.
        date: Option<Exact<Date>>;
        /// Where it is signed.
        place: Option<String>;
        /// How many copies.
        copies: Option<u64>;
        /// Whether there is a copy for each party and no other.
        copy_for_each: bool = agreement.copies.get().is_some_and(|copies| copies.get() == parties(voice));
        /// Its clauses: the authors' own, else those of the library that is taken.
        clauses: Vec<Clause> = clauses(voice, Deed::Agreement);
        /// The clauses that answer what this call alone asks for.
        of_call: Vec<Clause> = of_call(voice);
        /// The set of the library that it takes.
        library: Option<ClauseLibrary> = ClauseLibrary::of(voice, Deed::Agreement);
        /// What law demands of it and nobody has worded.
        lacks: Vec<String> = Vec::new();
        /// The papers that belong to it: as the authors say, else those of which the clauses that are taken speak.
        annexes: Vec<String> = annexes(voice);
    }
}

/// What other sections tell of the points that an agreement must hold.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// Whether anybody answers for a task.
    pub tasks: bool,
    /// Whether the budget says how much goes to each party.
    pub amounts: bool,
}

fn label(code: &str, lang: Lang) -> String {
    let term = catalogue::list(model::AgreementElement::LIST).and_then(|list| list.get(code));
    term.map_or(code, |term| term.label(lang)).to_owned()
}

fn parties(voice: &Voice<'_, '_>) -> u64 {
    voice.facts.parties().len() as u64
}

fn of_call(voice: &Voice<'_, '_>) -> Vec<Clause> {
    let own = voice.facts.root().agreement().clauses().each();
    let own = own.filter(|(element, words)| element.as_str().starts_with(OWN) && !words.is_blank());
    let clause = |code: &str, words| Clause {
        code: code.to_owned(),
        label: code.to_owned(),
        text: voice.words(words),
    };
    own.map(|(element, words)| clause(element.as_str(), words)).collect()
}

fn annexes(voice: &Voice<'_, '_>) -> Vec<String> {
    let own: Vec<String> = voice.shown(voice.facts.root().agreement().annexes());
    let taken = voice.facts.taken(Deed::Agreement).filter(|_| own.is_empty());
    let taken = taken.iter().flat_map(|set| &set.annexes).map(|annex| annex.get(voice.lang).to_owned());
    own.into_iter().chain(taken).collect()
}

impl Agreement {
    /// Marks in place what the law of the call's profile demands and the agreement does not say.
    pub(super) fn mark_missing(&mut self, told: Told, profile: &Profile, lang: Lang) {
        let demanded = profile.due(OwnList::AgreementElements);
        let wants = |code: &str| demanded.contains(&code);
        for clause in self.clauses.iter_mut().chain(&mut self.of_call) {
            clause.label = named(&clause.code, profile, lang);
        }
        let worded = |code: &str| {
            self.clauses
                .iter()
                .chain(&self.of_call)
                .any(|clause| clause.code == code && clause.text.is_some())
        };
        let open: Vec<&str> = demanded.iter().copied().filter(|code| !worded(code)).collect();
        for code in open {
            let law = point(code, profile, lang);
            let label = named(code, profile, lang);
            let gap = law.clone().unwrap_or_else(|| label.clone());
            self.lack(code, gap, with_law(label, law), lang);
        }
        if wants("scope_form") && !told.tasks {
            let tasks = lang.pick("zadania każdej ze Stron", "the tasks of each Party");
            let tasks = with_law(tasks.to_owned(), point("scope_form", profile, lang));
            self.lack("scope_form", tasks.clone(), tasks, lang);
        }
        if wants("money_flow") && !told.amounts {
            let amounts = lang.pick("kwota dla każdej ze Stron", "the amount for each Party");
            let amounts = with_law(amounts.to_owned(), point("money_flow", profile, lang));
            self.lack("money_flow", amounts.clone(), amounts, lang);
        }
    }

    /// Adds the mark of a gap to an element, and the thing to what is lacking.
    fn lack(&mut self, code: &str, gap: String, thing: String, lang: Lang) {
        let gap = mark::required(&gap, lang);
        self.lacks.push(thing);
        let clauses = if code.starts_with(OWN) { &mut self.of_call } else { &mut self.clauses };
        match clauses.iter_mut().find(|clause| clause.code == code) {
            Some(Clause { text: Some(text), .. }) => *text = format!("{text}\n\n{gap}"),
            Some(clause) => clause.text = Some(gap),
            None => {
                let label = label(code, lang);
                clauses.push(Clause { code: code.to_owned(), label, text: Some(gap) });
            }
        }
    }
}

/// Returns the label of an element: the call's own, else the catalogue's.
fn named(code: &str, profile: &Profile, lang: Lang) -> String {
    let own = profile.own_term(model::AgreementElement::LIST, code);
    own.map_or_else(|| label(code, lang), |own| own.name.get(lang).to_owned())
}

/// Returns the point of the law that demands an element; `None` where a call demands it and no law.
fn point(code: &str, profile: &Profile, lang: Lang) -> Option<String> {
    let law = profile.agreement_law.value.get(lang);
    let number = catalogue::list(model::AgreementElement::LIST)?.get(code)?.no?;
    Some(lang.pick(format!("{law} pkt {number}"), format!("{law}({number})")))
}

fn with_law(thing: String, law: Option<String>) -> String {
    law.map_or(thing.clone(), |law| format!("{thing} ({law})"))
}
