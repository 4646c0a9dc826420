//! What binds the partners. Out: `Partnership` and its leader.

use schemars::JsonSchema;
use serde::Serialize;

use super::bodies::Body;
use super::procedure::Procedure;
use super::voice::Voice;
use super::{Days, Exact, Labelled, Named};
use crate::described::At;
use crate::model::{self, LeaderStyle};
use crate::units::Date;

/// The partnership.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Partnership {
    /// Its name.
    pub name: Option<String>,
    /// What it wants the area to become, as Markdown.
    pub vision: Option<String>,
    /// What it does for that, as Markdown.
    pub mission: Option<String>,
    /// The code of its stage.
    pub stage: Option<String>,
    /// The label of its stage.
    pub stage_label: Option<String>,
    /// How it came there.
    pub stages: Vec<Stage>,
    /// How long the partners bind themselves.
    pub period: Option<Days>,
    /// Whether it is a legal person.
    pub legal_personality: bool,
    /// How it meets the definition, feature by feature.
    pub definition: Vec<Labelled>,
    /// What local authorities do in it, as Markdown.
    pub local_authority_role: Option<String>,
    /// How to join, as Markdown.
    pub accession: Option<String>,
    /// How to leave, as Markdown.
    pub withdrawal: Option<String>,
    /// How disputes are settled, as Markdown.
    pub disputes: Option<String>,
    /// How its bodies work.
    pub procedure: Procedure,
    /// The tasks it has chosen.
    pub tasks: Vec<Task>,
    /// The labels of the modules it works by.
    pub modules: Vec<String>,
    /// What partnership brings that no partner could alone.
    pub benefits: Vec<Labelled>,
    /// How it means to be effective.
    pub effectiveness: Vec<Labelled>,
    /// What arises between people, organisations and sectors.
    pub synergy: Vec<Labelled>,
    /// What the partners agree in.
    pub accord: Vec<Labelled>,
    /// Hours of unpaid work.
    pub volunteer_hours: Option<u64>,
    /// How unpaid work is honoured.
    pub recognition: Vec<String>,
    /// Who leads.
    pub leader: Leader,
    /// Its bodies.
    pub bodies: Vec<Body>,
    /// Why a partnership and not one applicant, as Markdown.
    pub justification: Option<String>,
    /// A version for tight limits, as Markdown; there only where the long one does not fit.
    pub short: Option<String>,
}

/// A step from stage to stage.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Stage {
    /// The label of the stage.
    pub label: Option<String>,
    /// Its days.
    pub days: Option<Days>,
    /// What shows it.
    pub proof: Option<String>,
}

/// A task of the partnership.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Task {
    /// What it is called.
    pub label: String,
    /// The needs it answers.
    pub needs: Vec<Named>,
    /// How it is done here, as Markdown.
    pub note: Option<String>,
}

/// Who leads and how they came to it.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Leader {
    /// The partner.
    pub partner: Option<Named>,
    /// The person.
    pub person: Option<String>,
    /// Who coordinates the daily work.
    pub coordinator: Option<String>,
    /// Who animates the community.
    pub animator: Option<String>,
    /// Whether they lead by using the strengths of others.
    pub is_coordinator: bool,
    /// The label of how they were chosen.
    pub method: Option<String>,
    /// When they were chosen.
    pub date: Option<Exact<Date>>,
    /// By what decision.
    pub decision: Option<String>,
    /// What shows the economic potential to deliver, as Markdown.
    pub economic_potential: Option<String>,
}

impl Partnership {
    pub(super) fn of(voice: &Voice<'_, '_>) -> Self {
        let partnership = voice.facts.root().partnership();
        let stage = partnership.stage.get().map(|stage| stage.code());
        Self {
            name: voice.must(voice.text(partnership.name()), "META-10"),
            vision: voice.prose(partnership.vision()),
            mission: voice.prose(partnership.mission()),
            stage: stage.map(str::to_owned),
            stage_label: stage.map(|code| voice.label("stages", code)),
            stages: stages(voice),
            period: voice.days(&partnership.period),
            legal_personality: partnership.legal_personality.copied().unwrap_or_default(),
            definition: voice.statements("definition_tests", partnership.definition()),
            local_authority_role: voice.prose(partnership.local_authority_role()),
            accession: voice.prose(partnership.openness().accession()),
            withdrawal: voice.prose(partnership.openness().withdrawal()),
            disputes: voice.prose(partnership.disputes()),
            procedure: Procedure::of(voice),
            tasks: tasks(voice),
            modules: partnership
                .model_modules
                .iter()
                .map(|module| voice.label("model_modules", module.as_str()))
                .collect(),
            benefits: benefits(voice),
            effectiveness: effectiveness(voice),
            synergy: voice.statements("synergy_levels", partnership.synergy()),
            accord: voice.statements("accord_elements", partnership.accord()),
            volunteer_hours: partnership.volunteering.hours.get().map(|count| count.get()),
            recognition: voice.texts(partnership.volunteering().recognition()),
            leader: Leader::of(voice),
            bodies: voice.facts.bodies.iter().map(|body| Body::one(voice, body)).collect(),
            justification: voice.prose(partnership.justification()),
            short: voice.short(partnership.short()),
        }
    }
}

fn stages(voice: &Voice<'_, '_>) -> Vec<Stage> {
    let steps = voice.facts.root().partnership().stage_history();
    let step = |step: At<'_, model::StageStep>| Stage {
        label: step.stage.get().map(|stage| voice.label("stages", stage.code())),
        days: voice.span(&step.from, &step.to),
        proof: voice.text(step.proof()),
    };
    steps.each().map(step).collect()
}

fn tasks(voice: &Voice<'_, '_>) -> Vec<Task> {
    let task = |task: At<'_, model::PartnershipTask>| {
        let code = task.task.get().map(model::Task::as_str);
        let own = voice.text(task.label());
        Some(Task {
            label: own.or_else(|| code.map(|code| voice.label("tasks", code)))?,
            needs: voice.all_named(&task.needs),
            note: voice.prose(task.note()),
        })
    };
    voice.facts.root().partnership().tasks().each().filter_map(task).collect()
}

fn benefits(voice: &Voice<'_, '_>) -> Vec<Labelled> {
    let benefit = |entry: At<'_, model::BenefitStatement>| {
        let text = voice.prose(entry.statement());
        Some(voice.labelled("benefits", entry.benefit.get()?.as_str(), text))
    };
    voice.facts.root().partnership().benefits().each().filter_map(benefit).collect()
}

fn effectiveness(voice: &Voice<'_, '_>) -> Vec<Labelled> {
    let criterion = |entry: At<'_, model::EffectivenessStatement>| {
        let text = voice.prose(entry.statement());
        Some(voice.labelled("effectiveness_criteria", entry.criterion.get()?.as_str(), text))
    };
    let criteria = voice.facts.root().partnership().effectiveness();
    criteria.each().filter_map(criterion).collect()
}

impl Leader {
    fn of(voice: &Voice<'_, '_>) -> Self {
        let leader = voice.facts.root().partnership().leader();
        let partner = voice.facts.leader().and_then(|partner| voice.named(partner.id));
        let gap = || voice.must(None, "LEAD-01").map(|title| Named { id: String::new(), title });
        Self {
            partner: partner.or_else(gap),
            person: voice.plain(&leader.person),
            coordinator: voice.plain(&leader.coordinator),
            animator: voice.plain(&leader.animator),
            is_coordinator: leader.style.get() == Some(&LeaderStyle::Coordinator),
            method: leader
                .selection
                .method
                .get()
                .map(|code| voice.label("leader_selection_methods", code.as_str())),
            date: voice.date(&leader.selection.date),
            decision: voice.text(leader.selection().decision()),
            economic_potential: voice.prose(leader.economic_potential()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::context::{Context, Mode, mark};
    use crate::facts::Facts;
    use crate::lang::Lang;
    use crate::model::Application;

    #[test]
    fn a_leader_without_a_name_is_not_a_missing_leader() {
        let text = "partnership: {leader: {partner: P1}}\npartners: [{id: P1, name: ' '}]\n\
            actions: [{id: A1, lead: P1}]";
        let application: Application = serde_yaml::from_str(text).expect("an application");
        let facts = Facts::of(&application);
        for (mode, expected) in [(Mode::Draft, "[BRAK: META-10]"), (Mode::Final, "(bez nazwy)")] {
            let (context, _) = Context::of(&facts, Lang::Pl, mode);
            let leads = [context.partnership.leader.partner.clone(), context.actions[0].lead.clone()];
            let said = leads.map(|lead| lead.map(|lead| (lead.id, mark::plain(&lead.title))));
            assert_eq!(said, [(); 2].map(|()| Some(("P1".to_owned(), expected.to_owned()))));
            assert_eq!(context.partners[0].name.as_deref().map(mark::plain).as_deref(), Some(expected));
        }
    }
}
