//! Limits that several fields share. In: sheets, the project's value. Out: `Shared`, and short versions
//! in the fields where the long ones do not fit together.

use serde::Serialize;

use super::texts::{Texts, subjects};
use super::{Case, Limit, Origin, Sheet};
use crate::profile::{Form, Joint};
use crate::templates::Fault;

/// A limit that several fields share.
#[derive(Clone, Debug, Serialize)]
pub struct Shared {
    /// The fields, by id.
    pub fields: Vec<String>,
    /// How many characters they have together.
    pub count: usize,
    /// How many they may have; `None` while the value of the project is not known.
    pub limit: Option<Limit>,
}

impl Shared {
    /// Returns by how many characters the fields are too long.
    pub fn over(&self) -> usize {
        self.limit.as_ref().map_or(0, |limit| self.count.saturating_sub(limit.characters))
    }
}

/// Measures the limits that fields share.
pub(super) fn shared(
    case: &Case<'_>,
    form: &Form,
    sheets: &mut [Sheet],
    texts: &mut Texts<'_>,
) -> Result<Vec<Shared>, Vec<Fault>> {
    let mut all = Vec::new();
    for joint in &form.joint {
        let mut shared = sum(case, joint, sheets);
        if shared.over() > 0 {
            shorten(case, form, joint, sheets, texts)?;
            shared = sum(case, joint, sheets);
        }
        all.push(shared);
    }
    Ok(all)
}

fn sum(case: &Case<'_>, joint: &Joint, sheets: &[Sheet]) -> Shared {
    let own = sheets.iter().filter(|sheet| joint.fields.contains(&sheet.field));
    let limit = case.facts.project_total().and_then(|total| joint.limit(total));
    Shared {
        fields: joint.fields.clone(),
        count: own.map(|sheet| sheet.count).sum(),
        limit: limit.map(|limit| Limit {
            characters: usize::try_from(limit.get()).unwrap_or(usize::MAX),
            verified: joint.origin().is_verified(),
            source: joint.source.clone(),
        }),
    }
}

fn shorten(
    case: &Case<'_>,
    form: &Form,
    joint: &Joint,
    sheets: &mut [Sheet],
    texts: &mut Texts<'_>,
) -> Result<(), Vec<Fault>> {
    for sheet in sheets.iter_mut().filter(|sheet| joint.fields.contains(&sheet.field)) {
        let Some(field) = form.field(&sheet.field).filter(|_| sheet.origin == Origin::Application) else {
            continue;
        };
        let things = field.each.map(|each| subjects(case.facts, each, case.lang)).unwrap_or_default();
        let subject = things.iter().find(|(subject, _)| sheet.key == format!("{}-{}", field.id, subject.id));
        sheet.shorten(case, field, subject.map(|(subject, _)| subject), texts)?;
    }
    Ok(())
}
