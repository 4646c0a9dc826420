//! The fields of a form, one sheet each. In: a form, texts. Out: `Sheet`s in the form's order.

use super::applies::applies;
use super::texts::{Subject, Texts, subjects};
use super::{Case, Origin, Scope, Sheet, State, inputs, measure};
use crate::diagnostic::Place;
use crate::profile::{Each, Entry, Form, FormField, Profile, Required, Section};
use crate::templates::Fault;

/// Tells whether the form limits the length of a field's text, by itself or with others.
pub(super) fn is_limited(profile: &Profile, form: &Form, field: &FormField) -> bool {
    let shared = || form.joint.iter().any(|joint| joint.fields.contains(&field.id));
    field.entry == Entry::Text && (profile.field_limit(&field.id).is_some() || shared())
}

/// Returns the sheets.
pub(super) fn sheets(
    case: &Case<'_>,
    form: &Form,
    scope: Scope,
    texts: &mut Texts<'_>,
) -> Result<Vec<Sheet>, Vec<Fault>> {
    let mut sheets = Vec::new();
    for (number, (section, field)) in (1..).zip(form.fields()) {
        if scope == Scope::Limited && !is_limited(case.profile, form, field) {
            continue;
        }
        let one = Row { case, form, number, section, field };
        let things = field.each.map(|each| subjects(case.facts, each, case.lang)).unwrap_or_default();
        if things.is_empty() {
            sheets.push(one.sheet(None, texts)?);
        }
        for thing in &things {
            sheets.push(one.sheet(Some(thing), texts)?);
        }
    }
    Ok(sheets)
}

/// A field on its way to a sheet.
struct Row<'case> {
    case: &'case Case<'case>,
    form: &'case Form,
    number: usize,
    section: &'case Section,
    field: &'case FormField,
}

impl Row<'_> {
    fn sheet(&self, thing: Option<&(Subject, String)>, texts: &mut Texts<'_>) -> Result<Sheet, Vec<Fault>> {
        let (case, field) = (self.case, self.field);
        let subject = thing.map(|(subject, _)| subject);
        let key = match subject {
            Some(subject) => format!("{}-{}", field.id, subject.id),
            None => field.id.clone(),
        };
        let own = texts.own(&key)?;
        let by_author = own.is_some();
        // A field that is repeated for things of which there is none has nothing to say.
        let nothing = field.each.is_some() && subject.is_none();
        let text = match own {
            Some(own) => own,
            None if nothing || field.from.is_empty() => String::new(),
            None => texts.long(&field.from, subject)?,
        };
        let mut sheet = Sheet {
            number: self.number,
            field: field.id.clone(),
            label: self.label(thing),
            title: field.label.get(case.lang).to_owned(),
            section: self.section.title.get(case.lang).to_owned(),
            entry: field.entry,
            required: field.required,
            state: self.state(&text, by_author),
            origin: match (by_author, text.is_empty()) {
                (true, _) => Origin::Author,
                (false, true) => Origin::Nothing,
                (false, false) => Origin::Application,
            },
            count: 0,
            limit: measure::limit(case.profile, &field.id).filter(|_| field.entry == Entry::Text),
            beyond: String::new(),
            fill: self.fill(&key),
            file: None,
            place: if by_author { self.case.facts.root().portal().under(&key) } else { self.place(subject) },
            key,
            text,
        };
        if sheet.state == State::NotApplicable {
            sheet.origin = Origin::Nothing;
            sheet.text = self.form.not_applicable.as_ref().map(|own| own.value.clone()).unwrap_or_default();
        }
        sheet.measure(case.profile);
        if sheet.state == State::Over && !by_author {
            sheet.shorten(case, field, subject, texts)?;
        }
        Ok(sheet)
    }

    fn label(&self, thing: Option<&(Subject, String)>) -> String {
        let label = self.field.label.get(self.case.lang);
        match thing {
            Some((_, name)) if !name.is_empty() => format!("{label}: {}", name.replace('\n', " ")),
            Some((subject, _)) => format!("{label}: {}", subject.id),
            None => label.to_owned(),
        }
    }

    fn state(&self, text: &str, by_author: bool) -> State {
        let field = self.field;
        match field.entry {
            _ if !by_author && !applies(self.case, field.required, text.is_empty()) => State::NotApplicable,
            Entry::Computed => State::Computed,
            Entry::Text if !text.is_empty() => State::Ready,
            Entry::Text if field.required == Required::PerCall => State::Optional,
            Entry::Text => State::Empty,
            Entry::Value | Entry::Table | Entry::Choice | Entry::Statement | Entry::Files => State::ByHand,
        }
    }

    /// Returns the parts of the application that fill the field, else the field's own key.
    fn fill(&self, key: &str) -> Vec<String> {
        let root = self.case.facts.root();
        let mut fill: Vec<String> = Vec::new();
        for place in self.field.from.iter().filter_map(|filling| inputs::place(root, *filling)) {
            let name = inputs::key(&place);
            if !fill.contains(&name) {
                fill.push(name);
            }
        }
        if fill.is_empty() && self.field.entry != Entry::Computed {
            fill.push(format!("portal.{key}"));
        }
        fill
    }

    /// Returns the thing that a repeated field is for, else the first part that fills the field.
    fn place(&self, subject: Option<&Subject>) -> Place {
        let (facts, root) = (self.case.facts, self.case.facts.root());
        let of_subject = subject.and_then(|Subject { each, id }| match each {
            Each::Action => facts.action(id).map(|action| action.place.clone()),
            Each::Partner => facts.partner(id).map(|partner| partner.place.clone()),
            Each::Output | Each::Result => facts.indicator(id).map(|indicator| indicator.place.clone()),
        });
        let first = || self.field.from.iter().find_map(|filling| inputs::place(root, *filling));
        of_subject.or_else(first).unwrap_or_else(|| root.portal().here())
    }
}

impl Sheet {
    /// Takes the short versions that authors gave, where they make a difference.
    pub(super) fn shorten(
        &mut self,
        case: &Case<'_>,
        field: &FormField,
        subject: Option<&Subject>,
        texts: &mut Texts<'_>,
    ) -> Result<(), Vec<Fault>> {
        let text = texts.short(&field.from, subject)?;
        if text != self.text {
            self.text = text;
            self.origin = Origin::Short;
            self.measure(case.profile);
        }
        Ok(())
    }
}
