//! What is wrong with a pack. In: `Pack`, the texts that authors gave. Out: `Findings`.

use std::sync::LazyLock;

use super::{Limit, Pack, Shared, Sheet, State, measure};
use crate::diagnostic::{Diagnostic, Findings, Level, Place, Table, Value};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::profile::{self, Each, Entry, Form, Profile, Required};
use crate::units::Count;
use crate::words::{listed, meant};

/// The code of the finding that names the fields without a text.
const EMPTY: &str = "PORTAL-06";

/// How many fields a message names.
const NAMED: usize = 8;

/// Returns the words of the faults of packs.
pub fn words() -> &'static Table {
    static WORDS: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("faults.md")));
    &WORDS
}

/// Tells faults in one language, at the levels that a profile gives them.
struct Teller<'run> {
    profile: &'run Profile,
    findings: Findings,
}

impl Teller<'_> {
    fn say(&mut self, code: &str, own: Level, place: Place, values: Vec<(&'static str, Value)>) {
        let Some(level) = self.profile.level(code, own) else { return };
        self.findings.push(Diagnostic { level, values, ..Diagnostic::of(words(), code, place, &[]) });
    }

    /// Names a field in the languages of findings, which the document need not have.
    fn label(&self, sheet: &Sheet) -> Value {
        let field = self.profile.form.as_ref().and_then(|form| form.field(&sheet.field));
        let told = field.and_then(|field| {
            let mut names = Lang::ALL.iter().map(|lang| field.label.get(*lang));
            let thing = names.find_map(|name| sheet.label.strip_prefix(name))?;
            Some(Value::both(|lang| format!("{}{thing}", field.label.get(lang))))
        });
        told.unwrap_or_else(|| sheet.label.clone().into())
    }

    fn field(&mut self, sheet: &Sheet) {
        let Some(limit) = sheet.limit.as_ref() else { return };
        let (code, own) = match (sheet.state, limit.verified) {
            (State::Over, true) => ("PORTAL-03", Level::Error),
            (State::Over, false) => ("PORTAL-03", Level::Warning),
            (State::Near, _) => ("PORTAL-05", Level::Advice),
            _ => return,
        };
        let values = [
            ("label", self.label(sheet)),
            ("key", sheet.key.clone().into()),
            ("count", number(sheet.count)),
            ("limit", number(limit.characters)),
            ("over", number(sheet.count.saturating_sub(limit.characters))),
            ("left", number(limit.characters.saturating_sub(sheet.count))),
            ("beyond", measure::first_beyond(&sheet.text, &sheet.beyond).into()),
            ("unverified", unverified(limit)),
        ];
        self.say(code, own, sheet.place.clone(), values.into());
    }

    fn shared(&mut self, pack: &Pack, shared: &Shared) {
        let Some(limit) = shared.limit.as_ref().filter(|_| shared.over() > 0) else { return };
        let mut own: Vec<&Sheet> =
            pack.fields.iter().filter(|sheet| shared.fields.contains(&sheet.field)).collect();
        own.sort_by_key(|sheet| std::cmp::Reverse(sheet.count));
        let longest = own.iter().take(3).map(|sheet| {
            let values = vec![("key", sheet.key.clone().into()), ("count", number(sheet.count))];
            Value::Phrase(["`{key}` ({count} zn.)", "`{key}` ({count} characters)"], values)
        });
        let place = own.first().map_or_else(Place::root, |sheet| sheet.place.clone());
        let level = if limit.verified { Level::Error } else { Level::Warning };
        let values = [
            ("fields", listed(&shared.fields, NAMED).into()),
            ("count", number(shared.count)),
            ("limit", number(limit.characters)),
            ("over", number(shared.over())),
            ("longest", Value::list(longest)),
            ("unverified", unverified(limit)),
        ];
        self.say("PORTAL-04", level, place, values.into());
    }

    /// Names the scored fields that say little in one finding.
    fn thin(&mut self, pack: &Pack) {
        let mut thin: Vec<&Sheet> = pack.fields.iter().filter(|sheet| sheet.state == State::Thin).collect();
        thin.sort_by_key(|sheet| sheet.used());
        let Some(first) = thin.first() else { return };
        let limit = |sheet: &Sheet| sheet.limit.as_ref().map_or(0, |limit| limit.characters);
        let fields = thin.iter().take(NAMED).map(|sheet| {
            let values = vec![
                ("key", sheet.key.clone().into()),
                ("count", number(sheet.count)),
                ("limit", number(limit(sheet))),
            ];
            Value::Phrase(["`{key}` ({count} z {limit})", "`{key}` ({count} of {limit})"], values)
        });
        let more = if thin.len() > NAMED { " …" } else { "" };
        let values =
            vec![("count", number(thin.len())), ("fields", Value::list(fields)), ("more", more.into())];
        self.say("PORTAL-07", Level::Advice, first.place.clone(), values);
    }

    /// Names the fields that have no text in one finding.
    fn empty(&mut self, pack: &Pack) {
        let is_due = |sheet: &&Sheet| {
            sheet.state == State::Empty && sheet.required != Required::IfUsed && sheet.entry == Entry::Text
        };
        let empty: Vec<&Sheet> = pack.fields.iter().filter(is_due).collect();
        let Some(first) = empty.first() else { return };
        let fields: Vec<String> = empty.iter().map(|sheet| sheet.key.clone()).collect();
        let mut fill: Vec<String> = Vec::new();
        for key in empty.iter().flat_map(|sheet| &sheet.fill) {
            if !fill.contains(key) {
                fill.push(key.clone());
            }
        }
        let count = Value::counted(empty.len(), ["pole", "pola", "pól"], ["field", "fields"]);
        let (fields, fill) = (listed(&fields, NAMED), listed(&fill, NAMED));
        self.say(
            EMPTY,
            Level::Advice,
            first.place.clone(),
            vec![("count", count), ("fields", fields.into()), ("fill", fill.into())],
        );
    }
}

/// Returns a number that is said with its thousands apart.
fn number(number: usize) -> Value {
    Count::new(number as u64).into()
}

/// Says that nobody compared a limit with its source.
fn unverified(limit: &Limit) -> Value {
    if limit.verified {
        return "".into();
    }
    // Sources are cited in the language of the call.
    Value::around(
        [
            "sprawdź limit w instrukcji naboru, bo pakt zna go tylko z: {0}; jeśli się zgadza, ",
            "check the limit in the call's instructions, since nobody has compared it with its source yet; if it is right, ",
        ],
        &*limit.source,
    )
}

/// Returns what is wrong with the texts of a pack.
pub fn findings(pack: &Pack, profile: &Profile) -> Findings {
    let mut teller = Teller { profile, findings: Findings::default() };
    pack.fields.iter().for_each(|sheet| teller.field(sheet));
    pack.shared.iter().for_each(|shared| teller.shared(pack, shared));
    teller.thin(pack);
    teller.empty(pack);
    teller.findings
}

/// Returns what is wrong with a pack that a check of its limited fields does not say: which have no text.
pub fn empty(pack: &Pack, profile: &Profile) -> Findings {
    let mut teller = Teller { profile, findings: Findings::default() };
    teller.empty(pack);
    teller.findings
}

/// Joins what is wrong with the limited fields and what is wrong with a whole pack, which names all fields
/// without a text, and not only those with a limit.
pub fn joined(limited: Findings, whole: Findings) -> Findings {
    let is_empty = |finding: &Diagnostic| finding.code == EMPTY;
    let is_told = whole.0.iter().any(is_empty);
    let kept = limited.0.into_iter().filter(|finding| !is_told || !is_empty(finding));
    Findings(kept.chain(whole.0).collect())
}

/// Returns the texts under `portal:` that no field of the form takes, and the want of a form where one
/// is needed: `asked` tells that somebody asks for a pack.
pub fn stray(facts: &Facts<'_>, profile: &Profile, asked: bool) -> Findings {
    let mut teller = Teller { profile, findings: Findings::default() };
    let own = facts.root().portal();
    let place = own.here();
    let Some(form) = &profile.form else {
        if asked || own.iter().next().is_some() {
            let level = if asked { Level::Error } else { Level::Warning };
            let place = if asked { facts.root().call().profile().here() } else { place.at_key() };
            let values = vec![("profile", profile.id.as_str().into()), ("known", with_form().into())];
            teller.say("PORTAL-02", level, place, values);
        }
        return teller.findings;
    };
    let known = keys(facts, form);
    for (key, _) in own.iter().filter(|(key, _)| !known.contains(key)) {
        let meant = meant(key, known.iter().map(String::as_str));
        let suggestion =
            meant.map(|meant| Value::around(["czy chodziło o `{0}`? ", "did you mean `{0}`? "], meant));
        let all = known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
        let values = vec![
            ("profile", profile.id.as_str().into()),
            ("name", key.into()),
            ("suggestion", suggestion.into()),
            ("known", all.into()),
        ];
        teller.say("PORTAL-01", Level::Warning, place.key(key).at_key(), values);
    }
    teller.findings
}

/// Returns the keys that a form takes under `portal:`.
fn keys(facts: &Facts<'_>, form: &Form) -> Vec<String> {
    let mut keys = Vec::new();
    for (_, field) in form.fields() {
        let things = |each: Each| super::texts::subjects(facts, each, Lang::default());
        match field.each.map(things) {
            Some(things) if !things.is_empty() => {
                keys.extend(things.iter().map(|(thing, _)| format!("{}-{}", field.id, thing.id)));
            }
            _ => keys.push(field.id.clone()),
        }
    }
    keys
}

/// Returns the ids of the shipped profiles that have a form.
fn with_form() -> String {
    let has_form = |id: &&str| profile::named(id).is_some_and(|profile| profile.form.is_some());
    profile::ids().filter(has_form).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Entry, placeholders};

    #[test]
    fn every_finding_may_be_accepted() {
        let codes = words().entries().map(|entry| entry.code.as_str());
        assert!(codes.eq(crate::rules::OF_PORTALS));
    }

    #[test]
    fn every_code_has_words_in_both_languages_and_a_use() {
        let source = include_str!("findings.rs");
        for entry in words().entries() {
            assert!(source.contains(&format!("\"{}\"", entry.code)), "nothing says {}", entry.code);
            for words in [Entry::message, Entry::help, Entry::why] {
                let [pl, en] = [words(entry, Lang::Pl), words(entry, Lang::En)];
                assert!(!pl.is_empty() && !en.is_empty(), "{}", entry.code);
            }
            assert_eq!(placeholders(entry.help(Lang::Pl)), placeholders(entry.help(Lang::En)));
        }
        for (at, _) in source.match_indices("\"PORTAL-") {
            let code = source[at + 1..].split('"').next().unwrap_or_default();
            assert!(code.len() < 10 || words().get(code).is_some(), "{code} has no words");
        }
    }
}
