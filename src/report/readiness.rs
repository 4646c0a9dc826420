//! What is open before the papers can go out, by document and by responsible partner. In: findings,
//! facts. Out: `Readiness`, as text, a Markdown task list or JSON.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::Located;
use crate::diagnostic::{Diagnostic, Level, Place, Step};
use crate::facts::{Facts, Placed};
use crate::lang::Lang;
use crate::model::{Field, Id};
use crate::words::shipped;

/// What is open in an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// The documents, in their usual order, those without a finding too.
    pub documents: Vec<Row>,
    /// The partners, in the order of the application; what nobody answers for comes last.
    pub partners: Vec<Row>,
}

/// What is open in one document or for one partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The document's id or the partner's; empty for what nobody answers for.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// What is open, in the order of the findings.
    pub open: Vec<Open>,
}

/// A finding in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    /// The rule.
    pub code: String,
    /// How bad it is.
    pub level: Level,
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paper {
    pub(super) id: String,
    pl: String,
    en: String,
    parts: Vec<Part>,
}

/// A part of the application; the file says how it is written.
#[derive(Deserialize)]
#[serde(from = "String")]
struct Part {
    place: Place,
    is_alone: bool,
}

impl From<String> for Part {
    fn from(route: String) -> Self {
        Self { place: Place::parse(&route), is_alone: route.ends_with('/') }
    }
}

impl Part {
    /// Tells whether a place lies in this part, or this part in the place.
    fn touches(&self, place: &Place) -> bool {
        let (own, other) = (self.place.steps(), place.steps());
        let is_any = |step: &Step| matches!(step, Step::Key(key) if key == "*");
        let reaches = own.iter().rposition(is_any).is_none_or(|any| other.is_empty() || other.len() > any);
        let same = own.iter().zip(other).all(|(own, step)| own == step || is_any(own));
        same && reaches && (!self.is_alone || other.len() <= own.len())
    }
}

impl Paper {
    /// Tells whether the document draws on what stands at a place; a place of the whole application concerns all.
    pub(super) fn draws_on(&self, place: &Place) -> bool {
        self.parts.iter().any(|part| part.touches(place))
    }

    pub(super) fn title(&self, lang: Lang) -> &str {
        lang.pick(&self.pl, &self.en)
    }
}

/// Returns the findings on what a document draws on, by its id; none for a document that is not shipped.
pub fn concerning<'run>(id: &str, findings: &'run [Located]) -> Vec<&'run Diagnostic> {
    let paper = papers().iter().find(|paper| paper.id == id);
    let all = findings.iter().map(|found| &found.diagnostic);
    let concerns =
        |own: &&Diagnostic| paper.is_some_and(|paper| own.drawn_on().any(|place| paper.draws_on(place)));
    all.filter(concerns).collect()
}

pub(super) fn papers() -> &'static [Paper] {
    static PAPERS: LazyLock<Vec<Paper>> = LazyLock::new(|| shipped!("report/readiness.yaml"));
    &PAPERS
}

/// Tells whether one of these documents draws on a place; of a document of one's own nobody knows.
pub fn draws_on(ids: &[String], place: &Place) -> bool {
    ids.iter()
        .any(|id| papers().iter().find(|paper| paper.id == *id).is_none_or(|paper| paper.draws_on(place)))
}

/// Sorts findings by document and by responsible partner; a finding on the whole application leaves all
/// documents open.
pub fn readiness(findings: &[&Diagnostic], facts: &Facts, lang: Lang) -> Readiness {
    let documents = papers().iter().map(|paper| {
        let open = findings.iter().filter(|finding| finding.drawn_on().any(|place| paper.draws_on(place)));
        row(&paper.id, paper.title(lang).to_owned(), open, lang)
    });
    let main = facts.application.meta.lang.copied().unwrap_or_default();
    let owners: Vec<&str> = findings.iter().map(|finding| responsible(&finding.place, facts)).collect();
    let of = |id: &str| {
        let own = findings.iter().zip(&owners).filter(move |(_, owner)| **owner == id);
        own.map(|(finding, _)| finding).collect::<Vec<_>>()
    };
    let mut partners: Vec<Row> = facts
        .partners
        .iter()
        .filter(|partner| !partner.id.is_empty())
        .map(|partner| {
            let name = [&partner.short, &partner.entry.name];
            let said = name.into_iter().find_map(|name| name.get()?.say(lang, main));
            let title = said.map_or_else(|| partner.id.to_owned(), |said| said.words.to_owned());
            row(partner.id, title, of(partner.id), lang)
        })
        .collect();
    let nobody = of("");
    if !nobody.is_empty() {
        let title = lang.pick("bez odpowiedzialnego", "nobody named");
        partners.push(row("", title.to_owned(), nobody, lang));
    }
    Readiness { documents: documents.collect(), partners }
}

fn row<'run>(
    id: &str,
    title: String,
    findings: impl IntoIterator<Item = &'run &'run Diagnostic>,
    lang: Lang,
) -> Row {
    let open = findings.into_iter().map(|finding| Open {
        code: finding.code.to_owned(),
        level: finding.level,
        place: finding.place.clone(),
        message: super::worded(finding, lang).message,
    });
    Row { id: id.to_owned(), title, open: open.collect() }
}

/// Returns the partner that answers for a place: the one the entry names, else the leader; empty where
/// there is none.
fn responsible<'app>(place: &Place, facts: &Facts<'app>) -> &'app str {
    let leader = || facts.leader().map_or("", |leader| leader.id);
    let named = |id: Option<&Field<Id>>| {
        let id = id.and_then(Field::get)?;
        facts.partner(id.as_str()).map(|partner| partner.id)
    };
    let lead_of = |id: Option<&Field<Id>>| {
        let action = facts.action(id.and_then(Field::get)?.as_str())?;
        named(Some(&action.lead))
    };
    let partner = within(place, &facts.partners).map(|partner| partner.id).filter(|id| !id.is_empty());
    partner
        .or_else(|| named(within(place, &facts.actions).map(|action| &action.entry.lead)))
        .or_else(|| named(within(place, &facts.lines).map(|line| &line.entry.partner)))
        .or_else(|| {
            let indicator = within(place, &facts.indicators)?;
            named(Some(&indicator.entry.responsible)).or_else(|| lead_of(Some(&indicator.entry.of)))
        })
        .or_else(|| named(within(place, &facts.risks).map(|risk| &risk.entry.owner)))
        .or_else(|| lead_of(within(place, &facts.milestones).map(|milestone| &milestone.entry.action)))
        .or_else(|| {
            let watched = place.is_within(&facts.root().monitoring().here());
            named(watched.then_some(&facts.application.monitoring.responsible))
        })
        .unwrap_or_else(leader)
}

/// Returns the entry that a place is or lies in.
fn within<'facts, 'app, T>(
    place: &Place,
    entries: &'facts [Placed<'app, T>],
) -> Option<&'facts Placed<'app, T>> {
    entries.iter().find(|entry| place.is_within(&entry.place))
}

impl Row {
    /// Returns how many findings are of this level.
    pub fn count(&self, level: Level) -> usize {
        self.open.iter().filter(|open| open.level == level).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::described::{Described as _, Shape};
    use crate::model::Application;
    use crate::report::{readiness_markdown, readiness_text};

    fn finding(code: &'static str, level: Level, place: &str) -> Diagnostic {
        Diagnostic {
            code,
            level,
            place: Place::parse(place),
            span: None,
            also: Vec::new(),
            values: Vec::new(),
            part: None,
            gaps: Vec::new(),
            patch: None,
        }
    }

    fn sample() -> (Application, Vec<Diagnostic>) {
        let yaml = "partners: [{id: P1, name: Gmina, status: leader}, {id: P2, name: Fundacja}]\n\
                    actions: [{id: A1, title: Staże, lead: P2}]\n\
                    indicators: [{id: I1, name: osoby, of: A1}]";
        let findings = vec![
            finding("ACT-01", Level::Error, "actions/0/text"),
            finding("IND-01", Level::Warning, "indicators/0"),
            finding("NEED-01", Level::Error, "diagnosis/needs"),
            finding("SIGN-01", Level::Advice, "partners/1/representatives"),
        ];
        (serde_yaml::from_str(yaml).expect("an application"), findings)
    }

    fn of_sample(lang: Lang) -> Readiness {
        let (application, findings) = sample();
        readiness(&findings.iter().collect::<Vec<_>>(), &Facts::of(&application), lang)
    }

    #[test]
    fn a_finding_belongs_to_the_documents_that_draw_on_its_part() {
        let found = of_sample(Lang::Pl);
        assert_eq!(found.documents.len(), 21);
        let open = |id: &str| -> Vec<&str> {
            let row = found.documents.iter().find(|row| row.id == id).expect(id);
            row.open.iter().map(|open| open.code.as_str()).collect()
        };
        assert_eq!(open("diagnosis-report"), ["NEED-01"]);
        assert_eq!(open("signature-sheet"), ["SIGN-01"]);
        assert_eq!(open("logframe"), ["ACT-01", "IND-01"]);
        assert_eq!(open("esf-justification").len(), 4);
    }

    #[test]
    fn a_finding_belongs_to_the_partner_that_answers_for_it() {
        let found = of_sample(Lang::Pl);
        let counts: Vec<(&str, usize)> =
            found.partners.iter().map(|row| (row.id.as_str(), row.open.len())).collect();
        assert_eq!(counts, [("P1", 1), ("P2", 3)]);
    }

    #[test]
    fn the_parts_of_documents_are_parts_of_an_application() {
        for paper in papers() {
            for part in &paper.parts {
                let mut shape = &Application::SHAPE;
                for step in part.place.steps() {
                    let Step::Key(key) = step else { panic!("{}: {}", paper.id, part.place) };
                    shape = match shape {
                        Shape::Entity(entity) => entity.member(key).map(|member| member.shape),
                        Shape::List(of) if key == "*" => Some(*of),
                        _ => None,
                    }
                    .unwrap_or_else(|| panic!("{}: nothing stands at {}", paper.id, part.place));
                }
            }
        }
    }

    #[test]
    fn a_document_draws_on_its_parts_and_on_what_holds_them() {
        let paper =
            |id: &str| papers().iter().find(|paper| paper.id == id).expect("the document is in the list");
        let letter = |place: &str| paper("letter-of-intent").draws_on(&Place::parse(place));
        assert!(letter("") && letter("partners") && letter("partners/2/name") && letter("partnership"));
        assert!(letter("diagnosis/needs/0/title"));
        assert!(!letter("diagnosis/needs") && !letter("partners/2/why") && !letter("budget/total"));
    }

    #[test]
    fn a_table_and_a_task_list_for_people() {
        let text = readiness_text("gmina.yaml", &of_sample(Lang::Pl), Lang::Pl);
        assert!(text.contains("Raport z diagnozy"), "{text}");
        assert!(text.contains("\n  Karta podpisów  ") || text.contains("Karta podpisów "), "{text}");
        let markdown = readiness_markdown("gmina.yaml", &of_sample(Lang::En), Lang::En);
        assert!(markdown.contains("- [x] Letter of intent") || markdown.contains("- [ ] Letter of intent"));
        let tasks = markdown.split("\n## Fundacja\n\n- [ ] **ACT-01** (error) ").nth(1).expect(&markdown);
        assert!(tasks.lines().next().is_some_and(|line| line.ends_with(" `actions/0/text`")), "{markdown}");
    }
}
