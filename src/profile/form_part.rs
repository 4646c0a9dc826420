//! How a form of one file stands over the form of its base. In: two `Form`s. Out: one.

use super::form::{Form, FormField, Section};
use super::stated::Origin;
use crate::catalogue::Label;

impl Form {
    /// Gives bare values the origin of the form, and the form that of its file.
    pub(super) fn settle(&mut self, file: &Origin) {
        let mut origin = self.origin();
        origin.settle(file);
        (self.source, self.verified_on, self.own) = origin.clone().parts();
        self.counting.iter_mut().for_each(|stated| stated.settle(&origin));
        self.not_applicable.iter_mut().for_each(|stated| stated.settle(&origin));
        for section in &mut self.sections {
            let limits = section.fields.iter_mut().filter_map(|field| field.limit.as_mut());
            limits.for_each(|limit| limit.settle(&origin));
        }
        for joint in &mut self.joint {
            let mut own = joint.origin();
            own.settle(&origin);
            (joint.source, joint.verified_on, joint.own) = own.parts();
        }
    }

    /// Returns this form over another: a section of the same id takes its fields, one by one; a new
    /// section comes last.
    pub(super) fn over(self, mut base: Self) -> Self {
        for section in self.sections {
            match base.sections.iter_mut().find(|known| known.id == section.id) {
                Some(known) => known.take(section),
                None => base.sections.push(section),
            }
        }
        Self {
            title: if self.title == Label::default() { base.title } else { self.title },
            source: self.source,
            verified_on: self.verified_on,
            own: self.own,
            counting: self.counting.or(base.counting),
            not_applicable: self.not_applicable.or(base.not_applicable),
            sections: base.sections,
            joint: if self.joint.is_empty() { base.joint } else { self.joint },
        }
    }
}

impl Section {
    fn take(&mut self, other: Self) {
        let same = |field: &FormField, known: &FormField| field.id == known.id;
        for field in other.fields {
            match self.fields.iter_mut().find(|known| same(&field, known)) {
                Some(known) => *known = field,
                None => self.fields.push(field),
            }
        }
    }
}
