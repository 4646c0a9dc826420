//! Entries and values as YAML says them. In: fields with their values. Out: `key: value`, in the style of what stands beside.

use super::columns::Field;
use super::put::{Putting, Step};
use super::scalar::{Around, scalar};
use super::value::Value;
use crate::described::{Member, Shape};
use crate::lang::Lang;
use crate::source::Entry;

impl Putting<'_> {
    /// Returns a new entry on lines of its own.
    pub(super) fn lines(&self, fields: &[(Field, Value)], lang: Lang, known: &[Entry]) -> Vec<String> {
        self.members(fields, lang, Around::Block, known)
    }

    /// Returns a new entry in brackets.
    pub(super) fn item(&self, fields: &[(Field, Value)], lang: Lang, known: &[Entry]) -> String {
        format!("{{{}}}", self.members(fields, lang, Around::Flow, known).join(", "))
    }

    fn members(&self, fields: &[(Field, Value)], lang: Lang, around: Around, known: &[Entry]) -> Vec<String> {
        let mut parts: Vec<(&'static Member, Vec<String>)> = Vec::new();
        for (field, value) in fields {
            let mut steps: Vec<Step> = field.way.iter().map(|(_, own)| (own.key, Some(*own))).collect();
            let is_text = matches!(field.member().shape, Shape::Value("Text" | "Prose"));
            if is_text && lang != self.main {
                steps.push((lang.code(), None));
            }
            let first = field.way[0].1;
            let inner = match field.way.len() {
                1 => self.inline(&steps[1..], value, around, known),
                _ => {
                    let own = self.inline(&steps[2..], value, Around::Flow, known);
                    format!("{}: {own}", self.key(steps[1], known))
                }
            };
            match parts.last_mut().filter(|(own, _)| own.key == first.key) {
                Some((_, inners)) => inners.push(inner),
                None => parts.push((first, vec![inner])),
            }
        }
        let part = |(member, inners): (&'static Member, Vec<String>)| {
            let key = self.key((member.key, Some(member)), known);
            match member.shape {
                Shape::Entity(_) => format!("{key}: {{{}}}", inners.join(", ")),
                _ => format!("{key}: {}", inners.join(", ")),
            }
        };
        parts.into_iter().map(part).collect()
    }

    /// Returns a value with the keys that lead to it, on one line.
    pub(super) fn inline(&self, steps: &[Step], value: &Value, around: Around, known: &[Entry]) -> String {
        match steps {
            [] if matches!(value, Value::Ids(_)) => value.written(None),
            [] => scalar(&value.written(None), around),
            [step, rest @ ..] => {
                format!("{{{}: {}}}", self.key(*step, known), self.inline(rest, value, Around::Flow, known))
            }
        }
    }

    /// Returns a key as the author would write it: as beside, else in Polish where keys beside are.
    pub(super) fn key(&self, (key, member): Step, known: &[Entry]) -> String {
        let written = |own: &Entry| self.text(own.span).get(own.span.from..own.span.to).map(str::to_owned);
        if let Some(same) = known.iter().find(|own| own.key == key).and_then(written) {
            return same;
        }
        let is_polish = known.iter().any(|own| written(own).is_some_and(|written| written != own.key));
        match member.and_then(|member| member.polish.first()) {
            Some(polish) if is_polish => (*polish).to_owned(),
            _ => key.to_owned(),
        }
    }
}
