//! What a rule sees and where it writes. In: facts, profile, day. Out: `Faults`.

use std::cell::OnceCell;

use super::{Found, Rule};
use crate::catalogue;
use crate::described::{At, Gap};
use crate::diagnostic::{Diagnostic, Findings, Level, Part, Place, Value};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::{Application, Field, Prose, Stage, Text};
use crate::profile::{Origin, Profile};
use crate::prose::{self, Compared};
use crate::units::Date;

/// An application to be checked.
#[derive(Clone, Copy, Debug)]
pub struct Case<'run> {
    /// What follows from it.
    pub facts: &'run Facts<'run>,
    /// What the call demands, with what the application says of the call over it.
    pub profile: &'run Profile,
    /// The day taken for today; rules that need one are silent without it.
    pub today: Option<Date>,
    /// How long the sections of a rendered document are; empty before one is rendered.
    pub sections: &'run [Section],
    /// The documents that are asked for by name; empty where none is to be made.
    pub asked: &'run [Asked],
    /// The numbers of texts beside those of fields, once the first rule that asks for them has compared them.
    pub compared: &'run OnceCell<Compared>,
}

/// A document that is asked for by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its title.
    pub title: Value,
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
    /// Returns what the numbers in its texts are beside its records.
    pub(super) fn compared(&self) -> &'run Compared {
        self.compared.get_or_init(|| prose::compared(self.facts))
    }

    /// Returns the application.
    pub fn application(&self) -> &'run Application {
        self.facts.application
    }

    /// Returns the application, from which all fields are reached with their places.
    pub(super) fn root(&self) -> At<'run, Application> {
        self.facts.root()
    }

    /// Returns the application's main language.
    pub fn main(&self) -> Lang {
        self.application().meta.lang.copied().unwrap_or_default()
    }

    /// Returns the day of submission, else today.
    pub(super) fn submission(&self) -> Option<Date> {
        self.application().call.submission.copied().or(self.today)
    }

    /// Returns the words of a code of a list: the call's own, else the catalogue's.
    pub(super) fn label(&self, list: &str, code: &str) -> Value {
        let own = self.profile.own_term(list, code);
        own.map_or_else(|| label(list, code), |own| Value::both(|lang| own.name.get(lang).to_owned()))
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

    /// Returns the words of a text for messages: each language's own, else the other's; `None` for a blank one.
    pub(super) fn said(&self, text: &Field<Text>) -> Option<Value> {
        let say = |lang| text.get()?.say(lang, self.main()).map(|said| said.words.trim().to_owned());
        let (pl, en) = (say(Lang::Pl)?, say(Lang::En)?);
        Some(if pl == en { pl.into() } else { [pl, en].into() })
    }

    /// Returns the words of a text in each language that it is given in, but for blank ones.
    pub(super) fn each<'text>(&self, text: Option<&'text Text>) -> impl Iterator<Item = (Lang, &'text str)> {
        let main = self.main();
        let all =
            text.into_iter().flat_map(Text::all).map(move |(lang, words)| (lang.unwrap_or(main), words));
        all.filter(|(_, words)| !words.trim().is_empty())
    }

    /// Returns the words of a text in a language, else in the other one; empty for none.
    pub(super) fn say<'text>(&self, text: Option<&'text Text>, lang: Lang) -> &'text str {
        text.and_then(|text| text.say(lang, self.main())).map_or("", |said| said.words)
    }

    /// Returns how many characters a narrative has, in the language in which it is the shortest.
    pub(super) fn length(&self, text: &Field<Prose>) -> u64 {
        let texts = self.each(text.get().map(|prose| &prose.0));
        texts.map(|(_, words)| words.chars().count() as u64).min().unwrap_or_default()
    }
}

/// Returns the words of a catalogue code; the code itself where the list does not know it.
pub(super) fn label(list: &str, code: &str) -> Value {
    let term = catalogue::list(list).and_then(|list| list.get(code));
    term.map_or_else(|| code.into(), |term| Value::both(|lang| term.label(lang)))
}

/// Returns names as messages list them: `„Prostota”, „Spójność”`.
pub(super) fn quoted<V: Into<Value>>(names: impl IntoIterator<Item = V>) -> Value {
    Value::list(names.into_iter().map(Value::quoted))
}

/// What holds from a partnership's first day: who it is, that its data agree, that nobody signs without a
/// mandate and nobody's private traits get out. Families end in a hyphen.
/// Roles, contributions, mandates and choices of partners come after.
const FROM_THE_FIRST_DAY: [&str; 11] = [
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
    "ELIG-",
];

/// What stands before a border.
pub(super) const AT_LEAST: [&str; 2] = ["co najmniej {0}", "at least {0}"];
pub(super) const AT_MOST: [&str; 2] = ["najwyżej {0}", "at most {0}"];

/// Returns codes as messages list them: `` `title`, `date` ``.
pub(super) fn ticked(codes: &[&str]) -> String {
    codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ")
}

/// The faults that one rule finds.
#[derive(Debug, Default)]
pub struct Faults {
    drafts: Vec<Draft>,
    /// The places at which it wants something, whether that is there or not.
    asked: Vec<Place>,
}

/// A fault of a rule that is not told yet.
#[derive(Debug, Default)]
pub struct Draft {
    place: Place,
    values: Vec<(&'static str, Value)>,
    also: Vec<Place>,
    part: Option<Part>,
    rests_on_unverified: bool,
    gaps: Vec<Place>,
}

impl Faults {
    /// Adds a fault at the field to mend.
    pub(super) fn at(&mut self, place: impl Into<Place>) -> &mut Draft {
        let draft = Draft { place: place.into(), ..Draft::default() };
        self.drafts.push(draft);
        self.drafts.last_mut().expect("the draft was just pushed")
    }

    /// Says that something is wanted at a place, so that it counts among what a document needs.
    pub(super) fn asks(&mut self, place: impl Into<Place>) {
        self.asked.push(place.into());
    }

    /// Tells which of these fields are lacking, at the first of them; `None` where none is.
    pub(super) fn lacking(&mut self, fields: &[Gap<'_>]) -> Option<&mut Draft> {
        self.asked.extend(fields.iter().filter(|gap| gap.matters()).map(Gap::place));
        let open: Vec<&Gap<'_>> = fields.iter().filter(|gap| gap.is_open()).collect();
        let first = open.first()?.place();
        let keys: Vec<&str> = open.iter().map(|gap| gap.key()).collect();
        let draft = self.at(first).with("fields", ticked(&keys));
        draft.gaps = open.iter().map(|gap| gap.place()).collect();
        Some(draft)
    }

    /// Tells of the field that is lacking; of several, which.
    pub(super) fn missing(&mut self, fields: &[Gap<'_>]) -> Option<&mut Draft> {
        match fields {
            [only] => {
                self.asked.extend(only.matters().then(|| only.place()));
                only.is_open().then(|| self.at(only.place()).lacking())
            }
            several => self.lacking(several),
        }
    }
}

impl Draft {
    /// Gives the value of a placeholder.
    pub(super) fn with(&mut self, name: &'static str, value: impl Into<Value>) -> &mut Self {
        self.values.push((name, value.into()));
        self
    }

    /// Points at a second place; the rule's `also` words say why.
    pub(super) fn also(&mut self, place: impl Into<Place>) -> &mut Self {
        self.also.push(place.into());
        self
    }

    /// Points at a part of the text that stands at the place.
    pub(super) fn part(&mut self, part: Part) -> &mut Self {
        self.part = Some(part);
        self
    }

    /// Says that nothing is written at the place yet.
    pub(super) fn lacking(&mut self) -> &mut Self {
        self.gaps = vec![self.place.clone()];
        self
    }

    /// Says so where it holds; else something is written, and wrong.
    pub(super) fn lacking_if(&mut self, lacks: bool) -> &mut Self {
        if lacks { self.lacking() } else { self }
    }

    /// Says that nothing is written elsewhere of what the place needs.
    pub(super) fn wants(&mut self, place: impl Into<Place>) -> &mut Self {
        self.gaps = vec![place.into()];
        self
    }

    /// Says where the rule's number comes from: what nobody verified never blocks.
    pub(super) fn by(&mut self, origin: &Origin) -> &mut Self {
        self.rests_on_unverified |= !origin.is_verified();
        self
    }
}

/// Runs one rule; `level` is what the profile makes of it.
pub(super) fn run(rule: &Rule, level: Level, case: &Case<'_>, found: &mut Found) {
    let mut faults = Faults::default();
    rule.run(case, &mut faults);
    if level >= Level::Missing {
        found.demanded.append(&mut faults.asked);
    }
    tell(rule, level, faults, &mut found.findings);
}

/// Tells the faults of a rule.
pub(super) fn tell(rule: &Rule, level: Level, faults: Faults, findings: &mut Findings) {
    for Draft { place, values, also, part, rests_on_unverified, gaps } in faults.drafts {
        let level = if rests_on_unverified { level.min(Level::Warning) } else { level };
        let level = match (level, gaps.is_empty()) {
            (Level::Error, false) => Level::Missing,
            (Level::Missing, true) => Level::Error,
            _ => level,
        };
        findings.push(Diagnostic {
            code: rule.code,
            level,
            place,
            span: None,
            part,
            also,
            values,
            gaps,
            patch: None,
        });
    }
}

/// Returns the level of a rule in this case; `None` when it is silent. A partnership that is only being
/// initiated may leave open what the next stage brings (slide 23).
pub(super) fn level(rule: &Rule, case: &Case<'_>) -> Option<Level> {
    let level = rule.level_in(case.profile)?;
    let early = FROM_THE_FIRST_DAY.iter().any(|start| rule.code.starts_with(start));
    Some(if case.is_initiating() && !early { level.min(Level::Warning) } else { level })
}
