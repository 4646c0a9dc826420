//! What a check found, as templates see it. In: a checked input, its facts, a score. Out: `Check`.

use std::collections::BTreeSet;

use super::{Checked, Located, Worded, readiness, worded};
use crate::context::{Check, CheckedLevel, Exact, Finding, OpenDocument, SheetCriterion, SheetStage};
use crate::diagnostic::Level;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::profile::Profile;
use crate::score::{self, CriterionScore, StageScore, Verdict};
use crate::source::Position;
use crate::units::Date;

/// Returns what a check found, in a language.
pub fn paper(
    checked: &Checked,
    facts: &Facts<'_>,
    profile: &Profile,
    today: Option<Date>,
    lang: Lang,
) -> Check {
    let level = |level: Level| CheckedLevel {
        code: level.code().to_owned(),
        findings: checked
            .findings
            .iter()
            .filter(|found| found.diagnostic.level == level)
            .map(|found| finding(found, checked, lang))
            .collect(),
    };
    let findings: Vec<_> = checked.findings.iter().map(|found| &found.diagnostic).collect();
    let open = readiness(&findings, facts, lang).documents.into_iter().map(|row| OpenDocument {
        errors: row.count(Level::Error),
        missing: row.count(Level::Missing),
        warnings: row.count(Level::Warning),
        advice: row.count(Level::Advice),
        title: row.title,
    });
    let levels = Level::ALL.map(level);
    let score = score::score(facts, profile);
    Check {
        name: checked.name.clone(),
        files: checked.sources.files.iter().map(|source| source.name.clone()).collect(),
        profile: profile.title.get(lang).to_owned(),
        today: today.map(Exact),
        errors: checked.count(Level::Error),
        missing: checked.count(Level::Missing),
        warnings: checked.count(Level::Warning),
        advice: checked.count(Level::Advice),
        levels: levels.into_iter().filter(|level| !level.findings.is_empty()).collect(),
        documents: open.filter(|row| row.errors + row.missing + row.warnings + row.advice > 0).collect(),
        stages: score.stages.iter().map(|own| stage(own, lang)).collect(),
    }
}

fn finding(found: &Located, checked: &Checked, lang: Lang) -> Finding {
    let diagnostic = &found.diagnostic;
    let Worded { message, help, .. } = worded(diagnostic, lang);
    let file = checked.sources.file(found.span).map_or(checked.name.as_str(), |source| &source.name);
    let Position { line, .. } =
        checked.sources.position(found.span).unwrap_or(Position { line: 1, column: 1 });
    let path = diagnostic.place.to_string();
    Finding {
        code: diagnostic.code.to_owned(),
        at: format!("{file}:{line}"),
        path: (!diagnostic.place.steps().is_empty()).then_some(path),
        message: quoted(&message, lang),
        help: Some(quoted(&help, lang)).filter(|help| !help.is_empty()),
    }
}

/// Puts words in quotation marks that a message has between backticks: paper has no backticks.
fn quoted(message: &str, lang: Lang) -> String {
    let marks = lang.pick(['„', '”'], ['“', '”']);
    let mut is_open = false;
    // A lone backtick is the author's own.
    let pairs = message.matches('`').count() / 2 * 2;
    let mut seen = 0;
    let mark = |sign: char| match sign {
        '`' if seen < pairs => {
            seen += 1;
            is_open = !is_open;
            marks[usize::from(!is_open)]
        }
        other => other,
    };
    message.chars().map(mark).collect()
}

fn verdict(verdict: Verdict) -> String {
    let code = match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not_met",
        Verdict::Part => "part",
        Verdict::Open => "open",
        Verdict::Exempt => "exempt",
    };
    code.to_owned()
}

fn stage(stage: &StageScore, lang: Lang) -> SheetStage {
    let points = stage.possible.is_some();
    SheetStage {
        title: stage.title.get(lang).to_owned(),
        verdict: verdict(stage.verdict),
        reached: points.then_some(Exact(stage.reached)),
        possible: stage.possible.map(Exact),
        open: points.then_some(Exact(stage.open)),
        needed: stage.needed.map(Exact),
        source: stage.source.clone(),
        verified: stage.verified,
        criteria: stage.criteria.iter().map(|own| criterion(own, lang)).collect(),
    }
}

fn criterion(criterion: &CriterionScore, lang: Lang) -> SheetCriterion {
    let open = criterion.seen.iter().filter(|seen| !seen.missing.is_empty());
    // Several checks may ask for the same.
    let mut known = BTreeSet::new();
    let raise = open.map(|seen| quoted(score::raise(seen.check, lang), lang));
    SheetCriterion {
        title: criterion.title.get(lang).to_owned(),
        verdict: verdict(criterion.verdict),
        reached: criterion.reached.map(Exact),
        possible: criterion.possible.map(Exact),
        raise: raise.filter(|words| known.insert(words.clone())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backticks_in_pairs_become_quotation_marks() {
        assert_eq!(quoted("dopisz `evidence` i `url`", Lang::Pl), "dopisz „evidence” i „url”");
        assert_eq!(quoted("type `a` or `", Lang::En), "type “a” or `");
    }
}
