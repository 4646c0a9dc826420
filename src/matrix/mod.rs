//! Partnerships against calls: one row a pair. In: what a check and the call's sheet say of each pair. Out: `Matrix`, as
//! data and as a document that every writer prints.

mod paper;
mod text;

pub use paper::document;
pub use text::text;

use serde::Serialize;

use crate::catalogue::Label;
use crate::diagnostic::{Diagnostic, Kind, Level};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::profile::Profile;
use crate::report::{Checked, worded};
use crate::score;
use crate::units::{Date, Number};

/// The family of rules that tell whom a call is for.
const FAMILY: &str = "ELIG-";

/// The rule that names what only a person can judge.
const FOR_A_PERSON: &str = "ELIG-10";

/// All pairs, application by application, each under every call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Matrix {
    /// The rows.
    pub rows: Vec<Row>,
}

/// One application under one call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The application, as it was named.
    pub application: String,
    /// The id of the call's profile.
    pub call: String,
    /// The call's name.
    pub title: Label,
    /// The number of the call; `None` where its file does not give it.
    pub number: Option<String>,
    /// Whether this partnership may apply.
    pub may_apply: May,
    /// Why not, or what a person has to judge, in the language of the report.
    pub because: Vec<String>,
    /// How many errors a check finds.
    pub errors: usize,
    /// How many fields are not written yet.
    pub missing: usize,
    /// The points that the data has earned; `None` where the call's points are not known.
    pub reached: Option<Number>,
    /// All points; `None` where the call's points are not known.
    pub possible: Option<Number>,
    /// Whether a criterion of the call is surely not met.
    pub fails: bool,
    /// The last day of the call.
    pub deadline: Option<Date>,
    /// How many days are left on the day of checking; negative after the end, `None` without either day.
    pub days: Option<i32>,
}

/// Whether a partnership may apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum May {
    /// Nothing that the call says of applicants, partners, area and money is against it.
    Yes,
    /// Something is.
    No,
    /// A person has to judge, or the call or the application does not say enough.
    Unknown,
}

/// An application under a call.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'run> {
    /// The application, as it was named.
    pub name: &'run str,
    /// What follows from it.
    pub facts: &'run Facts<'run>,
    /// What the call demands.
    pub profile: &'run Profile,
    /// What a check finds.
    pub checked: &'run Checked,
    /// The day of checking.
    pub today: Option<Date>,
}

impl May {
    /// Returns the word for people.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Yes => lang.pick("tak", "yes"),
            Self::No => lang.pick("nie", "no"),
            Self::Unknown => lang.pick("do oceny", "to be judged"),
        }
    }
}

/// Returns the row of a pair.
pub fn row(pair: Pair<'_>, lang: Lang) -> Row {
    let Pair { name, facts, profile, checked, today } = pair;
    let findings: Vec<&Diagnostic> = checked.findings.iter().map(|found| &found.diagnostic).collect();
    let barring = |one: &&&Diagnostic| one.code.starts_with(FAMILY) && one.level == Level::Error;
    let (barred, open): (Vec<&Diagnostic>, Vec<&Diagnostic>) = (
        findings.iter().filter(barring).copied().collect(),
        findings.iter().filter(|one| one.code == FOR_A_PERSON).copied().collect(),
    );
    let may_apply = match profile.allows_applicant(facts) {
        _ if !barred.is_empty() => May::No,
        Some(true) if open.is_empty() => May::Yes,
        _ => May::Unknown,
    };
    let told = if barred.is_empty() { open } else { barred };
    let score = score::score(facts, profile);
    let counted = score.stages.iter().filter(|stage| stage.possible.is_some());
    let points = |of: fn(&score::StageScore) -> Number| -> Number {
        let own = counted.clone().map(|stage| of(stage).decimal());
        Number::from_decimal(
            own.fold(rust_decimal::Decimal::ZERO, |sum, one| sum.saturating_add(one)).normalize(),
        )
    };
    let is_known = counted.clone().next().is_some();
    let deadline = profile.deadline.as_ref().map(|stated| stated.value);
    Row {
        application: name.to_owned(),
        call: profile.id.clone(),
        title: profile.title.clone(),
        number: profile.number.as_ref().map(|stated| stated.value.clone()),
        may_apply,
        because: told.iter().map(|one| worded(one, lang).message).collect(),
        errors: findings.iter().filter(|one| one.kind() == Kind::Fault).count(),
        missing: checked.unwritten.count(),
        reached: is_known.then(|| points(|stage| stage.reached)),
        possible: is_known.then(|| points(|stage| stage.possible.unwrap_or_default())),
        fails: score.fails(),
        deadline,
        days: today.zip(deadline).map(|(today, deadline)| today.days_until(deadline)),
    }
}

impl Matrix {
    /// Puts the rows of one application together, applications and calls in the order in which they came.
    pub fn sort(&mut self) {
        let mut names: Vec<String> = Vec::new();
        for row in &self.rows {
            if !names.contains(&row.application) {
                names.push(row.application.clone());
            }
        }
        self.rows.sort_by_key(|row| names.iter().position(|name| *name == row.application));
    }

    /// Tells whether some partnership may surely not apply, or surely fails a criterion.
    pub fn fails(&self) -> bool {
        self.rows.iter().any(|row| row.may_apply == May::No || row.fails)
    }
}
