//! The texts of fields. In: templates, the application's facts. Out: text as a portal takes it.

use super::{Case, TEMPLATES};
use crate::context::{Context, Length, mark};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::profile::{Each, Filling};
use crate::templates::{Fault, PortalTexts};
use crate::write;

/// Templates with what they see, in both lengths.
pub(super) struct Texts<'case> {
    case: &'case Case<'case>,
    long: Said,
    short: Option<Said>,
}

/// What templates see in one length.
struct Said {
    context: Context,
    parts: PortalTexts,
}

/// The thing a repeated field is for.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// What kind of thing.
    pub(super) each: Each,
    /// Its id.
    pub(super) id: String,
}

impl Said {
    fn new(case: &Case<'_>, length: Length) -> Result<Self, Vec<Fault>> {
        let (context, _) = Context::at_length(case.facts, case.lang, case.mode, length);
        let statement = case.profile.declaration.as_ref().map(|stated| stated.value.get(case.lang));
        let parts = case.library.parts(TEMPLATES, &context)?.with("statement", &statement);
        Ok(Self { context, parts })
    }

    /// Returns the templates with lists cut down to the thing a field is for.
    fn narrowed(&self, subject: &Subject) -> PortalTexts {
        let (context, parts) = (&self.context, self.parts.clone());
        let id = subject.id.as_str();
        match subject.each {
            Each::Action => {
                let own: Vec<_> = context.actions.iter().filter(|action| action.id == id).collect();
                parts.with("actions", &own)
            }
            Each::Output | Each::Result => {
                let own: Vec<_> = context.indicators.iter().filter(|indicator| indicator.id == id).collect();
                parts.with("indicators", &own)
            }
            Each::Partner => {
                let own: Vec<_> = context.partners.iter().filter(|partner| partner.id == id).collect();
                let mut potential = context.potential.clone();
                let is_own = |partner: &Option<crate::context::Named>| {
                    partner.as_ref().is_some_and(|partner| partner.id == id)
                };
                potential.staff.retain(|role| is_own(&role.partner));
                potential.experience.retain(|project| is_own(&project.partner));
                parts.with("partners", &own).with("partner", &own.first()).with("potential", &potential)
            }
        }
    }

    fn fill(&self, from: &[Filling], subject: Option<&Subject>) -> Result<String, Vec<Fault>> {
        let names: Vec<String> = from.iter().map(|filling| filling.code()).collect();
        let parts = subject.map_or_else(|| self.parts.clone(), |subject| self.narrowed(subject));
        let document = parts.with("alone", &(names.len() == 1)).with("fillings", &names).fill(&names)?;
        Ok(write::paste(&document))
    }
}

impl<'case> Texts<'case> {
    pub(super) fn new(case: &'case Case<'case>) -> Result<Self, Vec<Fault>> {
        Ok(Self { case, long: Said::new(case, Length::Long)?, short: None })
    }

    /// Returns the text that the application has for a field.
    pub(super) fn long(&self, from: &[Filling], subject: Option<&Subject>) -> Result<String, Vec<Fault>> {
        self.long.fill(from, subject)
    }

    /// Returns the same with the short versions that authors gave.
    pub(super) fn short(
        &mut self,
        from: &[Filling],
        subject: Option<&Subject>,
    ) -> Result<String, Vec<Fault>> {
        let said = match self.short.take() {
            Some(said) => said,
            None => Said::new(self.case, Length::Short)?,
        };
        let text = said.fill(from, subject);
        self.short = Some(said);
        text
    }

    /// Returns the author's own text for a field; `None` where there is none.
    pub(super) fn own(&self, key: &str) -> Result<Option<String>, Vec<Fault>> {
        let application = self.case.facts.application;
        let main = application.meta.lang.copied().unwrap_or_default();
        let own = application.portal.get(&key.to_owned());
        let Some(said) = own.and_then(|text| text.0.say(self.case.lang, main)) else { return Ok(None) };
        let words = mark::cited(&mark::clean(said.words), |id| self.case.facts.source(id).is_some());
        let document = self.long.parts.clone().with("own", &words).fill(&["own".to_owned()])?;
        Ok(Some(write::paste(&document)))
    }
}

/// Returns the things a repeated field is for, each with its name.
pub(super) fn subjects(facts: &Facts<'_>, each: Each, lang: Lang) -> Vec<(Subject, String)> {
    let main = facts.application.meta.lang.copied().unwrap_or_default();
    let name = |text: &crate::model::Field<crate::model::Text>| {
        let said = text.get().and_then(|text| text.say(lang, main));
        said.map(|said| mark::clean(said.words)).unwrap_or_default()
    };
    let subject = |id: &str, name: String| (Subject { each, id: id.to_owned() }, name);
    match each {
        Each::Action => facts.actions.iter().map(|action| subject(action.id, name(&action.title))).collect(),
        Each::Partner => {
            let leader = facts.leader().map(|partner| partner.id);
            let others = facts.members().filter(|partner| Some(partner.id) != leader);
            others.map(|partner| subject(partner.id, name(&partner.name))).collect()
        }
        Each::Output | Each::Result => {
            let wanted = match each {
                Each::Output => crate::model::IndicatorKind::Output,
                _ => crate::model::IndicatorKind::Result,
            };
            let own = facts.indicators.iter().filter(|indicator| indicator.kind.get() == Some(&wanted));
            own.map(|indicator| subject(indicator.id, name(&indicator.name))).collect()
        }
    }
}
