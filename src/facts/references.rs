//! Every field that names another entry by its id. In: `Application`. Out: `Reference`s.

use super::Kind;
use crate::diagnostic::Place;
use crate::model::*;

/// A field that names another entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<'app> {
    /// Where the id stands.
    pub place: Place,
    /// The id.
    pub id: &'app str,
    /// What it may name.
    pub expected: &'static [Kind],
}

/// Returns all references in the order of the model's fields.
pub(super) fn of(application: &Application) -> Vec<Reference<'_>> {
    let mut found = Finder::default();
    partnership(&application.partnership, &mut found);
    partners(&application.partners, &mut found);
    diagnosis(&application.diagnosis, &mut found);
    logic(application, &mut found);
    money(&application.budget, &mut found);
    delivery(application, &mut found);
    papers(application, &mut found);
    found.0
}

#[derive(Default)]
struct Finder<'app>(Vec<Reference<'app>>);

impl<'app> Finder<'app> {
    fn one(&mut self, place: &Place, key: &str, field: &'app Field<Id>, expected: &'static [Kind]) {
        if let Field::Given(id) = field {
            self.0.push(Reference { place: place.key(key), id: id.as_str(), expected });
        }
    }

    fn many(&mut self, place: &Place, key: &str, list: &'app List<Id>, expected: &'static [Kind]) {
        if list.is_empty() {
            return;
        }
        for (place, id) in list.placed(&place.key(key)) {
            self.0.push(Reference { place, id: id.as_str(), expected });
        }
    }
}

const PARTNER: &[Kind] = &[Kind::Partner];
const EVIDENCE: &[Kind] = &[Kind::Evidence];
const NEED: &[Kind] = &[Kind::Need];
const GROUP: &[Kind] = &[Kind::Group];
const OBJECTIVE: &[Kind] = &[Kind::Objective];
const ACTION: &[Kind] = &[Kind::Action];
const INDICATOR: &[Kind] = &[Kind::Indicator];
const STRATEGY: &[Kind] = &[Kind::Strategy];
const STRATEGY_OBJECTIVE: &[Kind] = &[Kind::StrategyObjective];
const MEASURED: &[Kind] = &[Kind::Objective, Kind::Action];
const CARRIER: &[Kind] = &[Kind::Need, Kind::Indicator];

fn partnership<'app>(partnership: &'app Partnership, found: &mut Finder<'app>) {
    let root = Place::parse("partnership");
    for (place, task) in partnership.tasks.placed(&root.key("tasks")) {
        found.many(&place, "needs", &task.needs, NEED);
    }
    for (place, benefit) in partnership.benefits.placed(&root.key("benefits")) {
        found.many(&place, "evidence", &benefit.evidence, EVIDENCE);
    }
    for (place, member) in partnership.team.placed(&root.key("team")) {
        found.one(&place, "partner", &member.partner, PARTNER);
    }
    found.one(&root.key("leader"), "partner", &partnership.leader.partner, PARTNER);
    for (place, body) in partnership.bodies.placed(&root.key("bodies")) {
        found.many(&place, "members", &body.members, PARTNER);
        found.one(&place, "chair", &body.chair, PARTNER);
        for (id, _) in body.votes.iter() {
            let place = place.key("votes").key(id.as_str()).at_key();
            found.0.push(Reference { place, id: id.as_str(), expected: PARTNER });
        }
    }
}

fn partners<'app>(partners: &'app List<Partner>, found: &mut Finder<'app>) {
    for (place, partner) in partners.placed(&Place::parse("partners")) {
        found.many(&place, "represents", &partner.represents, GROUP);
        found.many(&place, "related_to", &partner.related_to, PARTNER);
    }
}

fn diagnosis<'app>(diagnosis: &'app Diagnosis, found: &mut Finder<'app>) {
    let root = Place::parse("diagnosis");
    found.many(&root.key("method"), "joint", &diagnosis.method.joint, PARTNER);
    for (place, consultation) in diagnosis.consultations.placed(&root.key("consultations")) {
        found.many(&place, "groups", &consultation.groups, GROUP);
    }
    for (place, need) in diagnosis.needs.placed(&root.key("needs")) {
        found.many(&place, "evidence", &need.evidence, EVIDENCE);
        found.many(&place, "groups", &need.groups, GROUP);
    }
    for (place, group) in diagnosis.groups.placed(&root.key("groups")) {
        found.many(&place, "evidence", &group.evidence, EVIDENCE);
        for (place, barrier) in group.barriers.placed(&place.key("barriers")) {
            found.many(&place, "answered_by", &barrier.answered_by, ACTION);
        }
    }
}

fn logic<'app>(application: &'app Application, found: &mut Finder<'app>) {
    for (place, objective) in application.objectives.placed(&Place::parse("objectives")) {
        found.one(&place, "parent", &objective.parent, OBJECTIVE);
        found.many(&place, "needs", &objective.needs, NEED);
        found.many(&place, "agreed_by", &objective.agreed_by, PARTNER);
    }
    for (place, action) in application.actions.placed(&Place::parse("actions")) {
        found.many(&place, "objectives", &action.objectives, OBJECTIVE);
        found.many(&place, "groups", &action.groups, GROUP);
        found.one(&place, "lead", &action.lead, PARTNER);
        found.many(&place, "partners", &action.partners, PARTNER);
        found.many(&place, "after", &action.after, ACTION);
        found.many(&place, "complements", &action.complements, ACTION);
    }
    for (place, indicator) in application.indicators.placed(&Place::parse("indicators")) {
        found.one(&place, "of", &indicator.of, MEASURED);
        found.one(&place, "responsible", &indicator.responsible, PARTNER);
        found.one(&place, "base", &indicator.base, INDICATOR);
        for (place, part) in indicator.parts.placed(&place.key("parts")) {
            found.one(&place, "partner", &part.partner, PARTNER);
        }
    }
    for (place, alignment) in application.alignments.placed(&Place::parse("alignments")) {
        found.one(&place, "of", &alignment.of, MEASURED);
        found.one(&place, "to", &alignment.to, STRATEGY_OBJECTIVE);
        found.many(&place, "via", &alignment.via, CARRIER);
    }
    for (place, milestone) in application.schedule.milestones.placed(&Place::parse("schedule/milestones")) {
        found.one(&place, "action", &milestone.action, ACTION);
    }
}

fn money<'app>(budget: &'app Budget, found: &mut Finder<'app>) {
    let root = Place::parse("budget");
    for (place, line) in budget.lines.placed(&root.key("lines")) {
        found.one(&place, "action", &line.action, ACTION);
        found.one(&place, "partner", &line.partner, PARTNER);
        found.one(&place, "supplier", &line.supplier, PARTNER);
    }
    for (place, source) in budget.sources.placed(&root.key("sources")) {
        found.one(&place, "partner", &source.partner, PARTNER);
    }
}

fn delivery<'app>(application: &'app Application, found: &mut Finder<'app>) {
    for (place, risk) in application.risks.placed(&Place::parse("risks")) {
        found.many(&place, "threatens", &risk.threatens, MEASURED);
        found.one(&place, "owner", &risk.owner, PARTNER);
    }
    let monitoring = &application.monitoring;
    found.one(&Place::parse("monitoring"), "responsible", &monitoring.responsible, PARTNER);
    let sustainability = &application.sustainability;
    let root = Place::parse("sustainability");
    found.many(&root, "agreed_by", &sustainability.agreed_by, PARTNER);
    for (place, heir) in sustainability.heirs.placed(&root.key("heirs")) {
        found.one(&place, "result", &heir.result, OBJECTIVE);
        found.one(&place, "partner", &heir.partner, PARTNER);
    }
    for (place, barrier) in application.gender.barriers.placed(&Place::parse("gender/barriers")) {
        found.many(&place, "evidence", &barrier.evidence, EVIDENCE);
        found.one(&place, "action", &barrier.action, ACTION);
    }
    let root = Place::parse("potential");
    for (place, experience) in application.potential.experience.placed(&root.key("experience")) {
        found.one(&place, "partner", &experience.partner, PARTNER);
    }
    for (place, role) in application.potential.staff.placed(&root.key("staff")) {
        found.one(&place, "partner", &role.partner, PARTNER);
        found.many(&place, "actions", &role.actions, ACTION);
    }
}

fn papers<'app>(application: &'app Application, found: &mut Finder<'app>) {
    found.many(&Place::parse("assessment"), "by", &application.assessment.by, PARTNER);
    found.many(&Place::parse("pact"), "policy_context", &application.pact.policy_context, STRATEGY);
    found.one(&Place::parse("agreement"), "lead", &application.agreement.lead, PARTNER);
    for (place, annex) in application.annexes.placed(&Place::parse("annexes")) {
        found.many(&place, "signers", &annex.signers, PARTNER);
    }
}
