//! What binds the partners. Out: `Partnership` and its leader.

use super::bodies::Body;
use super::procedure::Procedure;
use super::shown::{OfValue, shown};
use super::voice::Voice;
use super::{Days, Exact, Labelled, Named};
use crate::described::At;
use crate::model::{self, LeaderStyle};
use crate::units::Date;

shown! {
    /// The partnership.
    Partnership from (voice, partnership: model::Partnership) {
        /// Its name.
        name: Option<String> = voice.must(voice.shown(partnership.name()), partnership.name());
        /// Its acronym.
        acronym: Option<String>;
        /// What it wants the area to become, as Markdown.
        vision: Option<String>;
        /// What it does for that, as Markdown.
        mission: Option<String>;
        /// The code of its stage.
        stage: Option<String> = voice.code(partnership.stage());
        /// The label of its stage.
        stage_label: Option<String> = voice.shown(partnership.stage());
        /// How it came there.
        stages: Vec<Stage> = voice.shown(partnership.stage_history());
        /// How long the partners bind themselves.
        period: Option<Days>;
        /// Whether it is a legal person.
        legal_personality: bool;
        /// How it meets the definition, feature by feature.
        definition: Vec<Labelled>;
        /// What local authorities do in it, as Markdown.
        local_authority_role: Option<String>;
        /// How to join, as Markdown.
        accession: Option<String> = voice.shown(partnership.openness().accession());
        /// How to leave, as Markdown.
        withdrawal: Option<String> = voice.shown(partnership.openness().withdrawal());
        /// How disputes are settled, as Markdown.
        disputes: Option<String>;
        /// How its bodies work.
        procedure: Procedure;
        /// The tasks it has chosen.
        tasks: Vec<Task>;
        /// The labels of the modules it works by.
        modules: Vec<String> = voice.shown(partnership.model_modules());
        /// What partnership brings that no partner could alone.
        benefits: Vec<Labelled>;
        /// How it means to be effective.
        effectiveness: Vec<Labelled>;
        /// What arises between people, organisations and sectors.
        synergy: Vec<Labelled>;
        /// What the partners agree in.
        accord: Vec<Labelled>;
        /// Hours of unpaid work.
        volunteer_hours: Option<u64> = voice.shown(partnership.volunteering().hours());
        /// How unpaid work is honoured.
        recognition: Vec<String> = voice.shown(partnership.volunteering().recognition());
        /// Who leads.
        leader: Leader;
        /// Its bodies.
        bodies: Vec<Body> = voice.all(&voice.facts.bodies);
        /// Why a partnership and not one applicant, as Markdown.
        justification: Option<String>;
        /// A version for tight limits, as Markdown; there only where the long one does not fit.
        short: Option<String> = voice.short(partnership.short());
    }

    /// A step from stage to stage.
    Stage from (voice, step: model::StageStep) {
        /// The label of the stage.
        label: Option<String> = voice.shown(step.stage());
        /// Its days.
        days: Option<Days> = voice.span(&step.from, &step.to);
        /// What shows it.
        proof: Option<String>;
    }

    /// A task of the partnership.
    Task from (voice, task: model::PartnershipTask) {
        /// What it is called.
        label: String = voice.words(task.label()).or_else(|| voice.shown(task.task()))?;
        /// Whether the authors named it themselves.
        is_own: bool = voice.words(task.label()).is_some();
        /// The needs it answers.
        needs: Vec<Named>;
        /// How it is done here, as Markdown.
        note: Option<String>;
    }

    /// Who leads and how they came to it.
    Leader from (voice, leader: model::Leader) {
        /// The partner.
        partner: Option<Named> =
            voice.must_named(voice.facts.leader().and_then(|partner| voice.named(partner.id)), leader.partner());
        /// The partner's full name.
        name: Option<String> = voice.facts.leader().and_then(|partner| voice.words(partner.name()));
        /// How to reach the partner.
        contact: Option<String> = voice.facts.leader().and_then(|partner| voice.words(partner.contact()));
        /// The person.
        person: Option<String>;
        /// Who coordinates the daily work.
        coordinator: Option<String>;
        /// Who animates the community.
        animator: Option<String>;
        /// Whether they lead by using the strengths of others.
        is_coordinator: bool = leader.style.get() == Some(&LeaderStyle::Coordinator);
        /// The label of how they were chosen.
        method: Option<String> = voice.shown(leader.selection().method());
        /// When they were chosen.
        date: Option<Exact<Date>> = voice.shown(leader.selection().date());
        /// By what decision.
        decision: Option<String> = voice.shown(leader.selection().decision());
        /// What shows the economic potential to deliver, as Markdown.
        economic_potential: Option<String>;
    }
}

impl OfValue<model::BenefitStatement> for Labelled {
    fn of_value(voice: &Voice<'_, '_>, entry: At<'_, model::BenefitStatement>) -> Option<Self> {
        Some(voice.labelled(entry.benefit.get()?, voice.words(entry.statement())))
    }
}

impl OfValue<model::EffectivenessStatement> for Labelled {
    fn of_value(voice: &Voice<'_, '_>, entry: At<'_, model::EffectivenessStatement>) -> Option<Self> {
        Some(voice.labelled(entry.criterion.get()?, voice.words(entry.statement())))
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
        for (mode, expected) in [(Mode::Draft, "[BRAK: nazwa P1]"), (Mode::Final, "(bez nazwy)")] {
            let (context, _) = Context::of(&facts, Lang::Pl, mode);
            let leads = [context.partnership.leader.partner.clone(), context.actions[0].lead.clone()];
            let said = leads.map(|lead| lead.map(|lead| (lead.id, mark::plain(&lead.title))));
            assert_eq!(said, [(); 2].map(|()| Some(("P1".to_owned(), expected.to_owned()))));
            assert_eq!(context.partners[0].name.as_deref().map(mark::plain).as_deref(), Some(expected));
        }
    }
}
