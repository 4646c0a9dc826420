//! What a rule sees and where it writes. In: facts, profile, language, day. Out: `Faults`.

use std::fmt::Display;

use super::Rule;
use super::words;
use crate::catalogue;
use crate::diagnostic::{Diagnostic, Findings, Level, Place, fill};
use crate::facts::Facts;
use crate::lang::{Lang, Plural};
use crate::model::{Application, Field, Prose, Stage, Text};
use crate::profile::{Origin, Profile};
use crate::units::Date;

/// An application to be checked.
#[derive(Clone, Copy, Debug)]
pub struct Case<'run> {
    /// What follows from it.
    pub facts: &'run Facts<'run>,
    /// What the call demands, with what the application says of the call over it.
    pub profile: &'run Profile,
    /// The language of messages.
    pub lang: Lang,
    /// The day taken for today; rules that need one are silent without it.
    pub today: Option<Date>,
    /// How long the sections of a rendered document are; empty before one is rendered.
    pub sections: &'run [Section],
    /// The documents that are asked for by name; empty where none is to be made.
    pub asked: &'run [Asked],
}

/// A document that is asked for by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its title, in the language of messages.
    pub title: String,
    /// The stage of the partnership from which it makes sense.
    pub stage: Stage,
}

/// How long a section of a rendered document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name, as `call.limits` gives it.
    pub name: String,
    /// How many characters it has.
    pub characters: u64,
    /// What it is made of.
    pub place: Place,
}

impl<'run> Case<'run> {
    /// Returns the application.
    pub fn application(&self) -> &'run Application {
        self.facts.application
    }

    /// Returns the application's main language.
    pub fn main(&self) -> Lang {
        self.application().meta.lang.copied().unwrap_or_default()
    }

    /// Returns the day of submission, else today.
    pub(super) fn submission(&self) -> Option<Date> {
        self.application().call.submission.copied().or(self.today)
    }

    /// Returns a number of months for messages: `24 miesiące`, `24 months`.
    pub(super) fn months(&self, count: u64) -> String {
        self.counted(count, ["miesiąc", "miesiące", "miesięcy"], ["month", "months"])
    }

    /// Returns a number of characters for messages: `12 znaków`, `12 characters`.
    pub(super) fn characters(&self, count: u64) -> String {
        self.counted(count, ["znak", "znaki", "znaków"], ["character", "characters"])
    }

    /// Returns a number with its noun: the three Polish forms, the two English ones.
    pub(super) fn counted(&self, count: u64, pl: [&str; 3], en: [&str; 2]) -> String {
        let noun = match self.lang.plural(count) {
            Plural::One => self.lang.pick(pl[0], en[0]),
            Plural::Few => self.lang.pick(pl[1], en[1]),
            Plural::Many => self.lang.pick(pl[2], en[1]),
        };
        format!("{count} {noun}")
    }

    /// Tells whether the partners are only finding each other (slide 23); the papers of later stages are
    /// not due yet.
    pub(super) fn is_initiating(&self) -> bool {
        self.application().partnership.stage.get() == Some(&Stage::Initiating)
    }

    /// Tells whether this is a partnership, by the demand of the call or by its partners: some grants go to
    /// a single applicant, who owes nothing of what binds partners.
    pub(super) fn is_shared(&self) -> bool {
        let partners = self.facts.partners.len() > 1;
        partners || self.profile.numbers.partners_min.value.get() > 1
    }

    /// Returns the words of a catalogue code; the code itself where the list does not know it.
    pub(super) fn label(&self, list: &str, code: &str) -> String {
        let term = catalogue::list(list).and_then(|list| list.get(code));
        term.map_or_else(|| code.to_owned(), |term| term.label(self.lang).to_owned())
    }

    /// Returns names as messages list them: `„Prostota”, „Spójność”`.
    pub(super) fn quoted<'name>(&self, names: impl IntoIterator<Item = &'name str>) -> String {
        let (open, close) = self.lang.pick(("„", "”"), ("“", "”"));
        names.into_iter().map(|name| format!("{open}{name}{close}")).collect::<Vec<_>>().join(", ")
    }

    /// Returns the words of a text in the language of messages, else in the other one; empty for none.
    pub(super) fn say<'text>(&self, text: &'text Field<Text>) -> &'text str {
        self.words(text.get())
    }

    /// Returns the words of a narrative, as [`Self::say`] does.
    pub(super) fn say_prose<'text>(&self, text: &'text Field<Prose>) -> &'text str {
        self.words(text.get().map(|prose| &prose.0))
    }

    /// Returns the words of a text; empty for none.
    pub(super) fn words<'text>(&self, text: Option<&'text Text>) -> &'text str {
        text.and_then(|text| text.say(self.lang, self.main())).map_or("", |said| said.words)
    }
}

/// What holds from a partnership's first day: who it is, that its data agree, that nobody signs without a
/// mandate and nobody's private traits get out. Families end in a hyphen.
/// Roles, contributions, mandates and choices of partners come after.
const FROM_THE_FIRST_DAY: [&str; 10] = [
    "META-",
    "REF-",
    "AREA-",
    "PARTNER-04",
    "PARTNER-05",
    "PARTNER-19",
    "SIGN-",
    "FACT-03",
    "TRAIT-02",
    "AGR-02",
];

/// Returns codes as messages list them: `` `title`, `date` ``.
pub(super) fn ticked(codes: &[&str]) -> String {
    codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ")
}

/// The faults that one rule finds.
#[derive(Debug, Default)]
pub struct Faults(Vec<Draft>);

/// A fault whose words are not joined yet.
#[derive(Debug)]
pub struct Draft {
    place: Place,
    values: Vec<(&'static str, String)>,
    also: Vec<Place>,
    rests_on_unverified: bool,
}

impl Faults {
    /// Adds a fault at the field to mend.
    pub(super) fn at(&mut self, place: Place) -> &mut Draft {
        let draft = Draft { place, values: Vec::new(), also: Vec::new(), rests_on_unverified: false };
        self.0.push(draft);
        self.0.last_mut().expect("the draft was just pushed")
    }
}

impl Draft {
    /// Gives the value of a placeholder.
    pub(super) fn with(&mut self, name: &'static str, value: impl Display) -> &mut Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Points at a second place; the rule's `also` words say why.
    pub(super) fn also(&mut self, place: Place) -> &mut Self {
        self.also.push(place);
        self
    }

    /// Says where the rule's number comes from: what nobody verified never blocks.
    pub(super) fn by(&mut self, origin: &Origin) -> &mut Self {
        self.rests_on_unverified |= !origin.is_verified();
        self
    }
}

/// Runs one rule; `level` is what the profile makes of it.
pub(super) fn run(rule: &Rule, level: Level, case: &Case<'_>, findings: &mut Findings) {
    let mut faults = Faults::default();
    rule.run(case, &mut faults);
    tell(rule, level, case, faults, findings);
}

/// Puts the faults of a rule into words.
pub(super) fn tell(rule: &Rule, level: Level, case: &Case<'_>, faults: Faults, findings: &mut Findings) {
    let Some(entry) = words(rule.code).filter(|_| !faults.0.is_empty()) else { return };
    for draft in faults.0 {
        let values: Vec<(&str, &str)> =
            draft.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let also = fill(entry.also(case.lang), &values);
        findings.push(Diagnostic {
            level: if draft.rests_on_unverified { level.min(Level::Warning) } else { level },
            also: draft.also.into_iter().map(|place| (place, also.clone())).collect(),
            ..entry.told(draft.place, case.lang, &values)
        });
    }
}

/// Returns the level of a rule in this case; `None` when it is silent. A partnership that is only being
/// initiated may leave open what the next stage brings (slide 23).
pub(super) fn level(rule: &Rule, case: &Case<'_>) -> Option<Level> {
    let level = case.profile.level(rule.code, rule.level)?;
    let early = FROM_THE_FIRST_DAY.iter().any(|start| rule.code.starts_with(start));
    Some(if case.is_initiating() && !early { level.min(Level::Warning) } else { level })
}
