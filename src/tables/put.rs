//! The smallest edits of YAML that put values into fields. In: the tree of an application with the places of its values. Out:
//! edits of its files; each keeps the style that it finds: keys in the author's language, blocks or brackets, quotes where
//! they are needed.

use std::collections::BTreeMap;

use super::columns::Field;
use super::scalar::{Around, scalar};
use super::value::Value;
use crate::described::{Member, Shape};
use crate::diagnostic::Span;
use crate::edit::Edit;
use crate::joining::Loaded;
use crate::lang::Lang;
use crate::source::{Node, Style, Value as Kind};

/// A value stands in a form into which no other can be put.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Odd;

/// Edits that grow.
pub(super) struct Putting<'l> {
    pub(super) loaded: &'l Loaded,
    pub(super) main: Lang,
    /// What is put in place of a stretch of a file; what is put at one point is joined.
    edits: BTreeMap<(usize, usize, usize), String>,
}

/// A step on the way to a value: its key, and the declaration where it is a field.
pub(super) type Step = (&'static str, Option<&'static Member>);

impl<'l> Putting<'l> {
    /// Returns none yet.
    pub(super) fn new(loaded: &'l Loaded, main: Lang) -> Self {
        Self { loaded, main, edits: BTreeMap::new() }
    }

    /// Returns the edits of each file, by its number.
    pub(super) fn edits(self) -> BTreeMap<usize, Vec<Edit>> {
        let mut edits: BTreeMap<usize, Vec<Edit>> = BTreeMap::new();
        for ((file, from, to), text) in self.edits {
            edits.entry(file).or_default().push(Edit { from, to, text });
        }
        edits
    }

    /// Puts a value into a field of an entry, texts in `lang`; nothing takes what stands there away.
    pub(super) fn set(&mut self, entry: &Node, field: &Field, value: &Value, lang: Lang) -> Result<(), Odd> {
        let mut steps: Vec<Step> = field.way.iter().map(|(_, member)| (member.key, Some(*member))).collect();
        let is_text = matches!(field.member().shape, Shape::Value("Text" | "Prose"));
        if is_text && (is_map(found(entry, &steps)) || lang != self.main) {
            steps.push((lang.code(), None));
        }
        let (mut node, mut above): (&Node, Option<(&Node, usize)>) = (entry, None);
        for (depth, (key, _)) in steps.iter().enumerate() {
            match &node.value {
                Kind::Map(entries) => match entries.iter().position(|own| own.key == *key) {
                    Some(at) => (above, node) = (Some((node, at)), &entries[at].node),
                    None if *value == Value::Nothing => return Ok(()),
                    None => return self.insert(node, &steps[depth..], value),
                },
                Kind::Scalar { text, .. } if is_text && !node.is_null() => {
                    // A text in the main language alone: the other one comes beside it.
                    let old = scalar(text, Around::Flow);
                    let own = scalar(&value.written(None), Around::Flow);
                    let both = format!("{{{}: {old}, {}: {own}}}", self.main.code(), lang.code());
                    return self.put_scalar(node, above, both);
                }
                Kind::Scalar { .. } if !node.is_null() => return self.replace(node, above, value),
                Kind::Scalar { .. } => {
                    let around = self.around(above.map(|(map, _)| map));
                    let inline = self.inline(&steps[depth..], value, around, &[]);
                    return self.fill(above, inline);
                }
                Kind::List(_) => return Err(Odd),
            }
        }
        match value {
            Value::Nothing => self.take(above.ok_or(Odd)?),
            _ => self.replace(node, above, value),
        }
    }

    /// Adds an entry to a list that these steps lead to.
    pub(super) fn append(
        &mut self,
        steps: &[Step],
        fields: &[(Field, Value)],
        lang: Lang,
    ) -> Result<(), Odd> {
        let mut node = &self.loaded.tree;
        for (depth, (key, _)) in steps.iter().enumerate() {
            let Kind::Map(entries) = &node.value else { return Err(Odd) };
            match entries.iter().find(|own| own.key == *key) {
                Some(own) if !own.node.is_null() => node = &own.node,
                Some(_) => return Err(Odd),
                None => return self.begin(node, &steps[depth..], fields, lang),
            }
        }
        let Kind::List(items) = &node.value else { return Err(Odd) };
        if self.sign(node.span) == Some('[') {
            let item = self.item(fields, lang, &[]);
            let at = self.before_close(node.span, ']')?;
            let before = if items.is_empty() { "" } else { ", " };
            return self.put(Span { from: at, to: at, ..node.span }, format!("{before}{item}"));
        }
        let last = items.last().ok_or(Odd)?;
        let Kind::Map(known) = &last.value else { return Err(Odd) };
        let dash = self.text(last.span)[..last.span.from].rfind('-').ok_or(Odd)?;
        let indent = " ".repeat(self.column(Span { from: dash, ..last.span }));
        let entry = match self.sign(last.span) == Some('{') {
            true => format!("\n{indent}- {}", self.item(fields, lang, known)),
            false => {
                let lines = self.lines(fields, lang, known);
                format!("\n{indent}- {}", lines.join(&format!("\n{indent}  ")))
            }
        };
        let at = self.line_end(Span { from: self.end(last), ..last.span });
        self.put(Span { from: at, to: at, ..last.span }, entry)
    }

    /// Begins a list that is not there yet, with its first entry.
    fn begin(
        &mut self,
        map: &Node,
        steps: &[Step],
        fields: &[(Field, Value)],
        lang: Lang,
    ) -> Result<(), Odd> {
        let Kind::Map(entries) = &map.value else { return Err(Odd) };
        let first = entries.first().ok_or(Odd)?;
        if self.around(Some(map)) == Around::Flow {
            return Err(Odd);
        }
        // What is begun at the top of a folder is begun in its first file.
        let indent = self.column(first.span);
        let of_file = entries.iter().filter(|own| own.span.file == first.span.file);
        let last = of_file.max_by_key(|own| own.span.from).ok_or(Odd)?;
        let at = self.line_end(Span { from: self.end_of(last), ..last.span });
        let mut text = String::new();
        for (depth, step) in steps.iter().enumerate() {
            text += &format!("\n{}{}:", " ".repeat(indent + 2 * depth), self.key(*step, entries));
        }
        let below = " ".repeat(indent + 2 * steps.len());
        text += &format!("\n{below}- {}", self.item(fields, lang, &[]));
        self.put(Span { from: at, to: at, ..last.span }, text)
    }

    /// Puts a field into a mapping that lacks it.
    fn insert(&mut self, map: &Node, steps: &[Step], value: &Value) -> Result<(), Odd> {
        let Kind::Map(entries) = &map.value else { return Err(Odd) };
        let around = self.around(Some(map));
        let own =
            format!("{}: {}", self.key(steps[0], entries), self.inline(&steps[1..], value, around, entries));
        if around == Around::Flow {
            if self.sign(map.span) != Some('{') {
                return Err(Odd);
            }
            let at = self.before_close(map.span, '}')?;
            let before = if entries.is_empty() { "" } else { ", " };
            return self.put(Span { from: at, to: at, ..map.span }, format!("{before}{own}"));
        }
        let own_lines = entries.iter().filter(|own| own.span.file == map.span.file);
        let last = own_lines.max_by_key(|own| own.span.from).ok_or(Odd)?;
        let first = entries.first().ok_or(Odd)?;
        let at = self.line_end(Span { from: self.end_of(last), ..last.span });
        let indent = " ".repeat(self.column(first.span));
        self.put(Span { from: at, to: at, ..last.span }, format!("\n{indent}{own}"))
    }

    /// Puts a value in place of another.
    fn replace(&mut self, node: &Node, above: Option<(&Node, usize)>, value: &Value) -> Result<(), Odd> {
        if node.is_null() {
            let around = self.around(above.map(|(map, _)| map));
            let inline = self.inline(&[], value, around, &[]);
            return self.fill(above, inline);
        }
        let around = self.around(above.map(|(map, _)| map));
        match &node.value {
            Kind::Scalar { text, style } => {
                let written = value.written(Some(text));
                if *style == Style::Block
                    && let Some(lines) = self.block(node, &written)
                {
                    return self.put(node.span, lines);
                }
                let is_list = matches!(value, Value::Ids(_));
                let own = if is_list { written } else { scalar(&written, around) };
                self.put_scalar(node, above, own)
            }
            Kind::List(_) if self.sign(node.span) == Some('[') => {
                self.put(Span { to: self.close(node.span, ']')?, ..node.span }, value.written(None))
            }
            Kind::List(items) => {
                let (map, at) = above.ok_or(Odd)?;
                let from = self.behind_key(map, at)?;
                let to = items.last().map_or(from, |last| self.end(last));
                self.put(Span { from, to, ..node.span }, format!(" {}", value.written(None)))
            }
            Kind::Map(_) => Err(Odd),
        }
    }

    /// Puts a scalar in place of another; that of a block goes with the sign that opens it.
    fn put_scalar(&mut self, node: &Node, above: Option<(&Node, usize)>, own: String) -> Result<(), Odd> {
        match &node.value {
            Kind::Scalar { style: Style::Block, .. } => {
                let (map, at) = above.ok_or(Odd)?;
                let from = self.behind_key(map, at)?;
                self.put(Span { from, ..node.span }, format!(" {own}"))
            }
            _ => self.put(node.span, own),
        }
    }

    /// Puts a value behind a key that has none.
    fn fill(&mut self, above: Option<(&Node, usize)>, inline: String) -> Result<(), Odd> {
        let (map, at) = above.ok_or(Odd)?;
        let Kind::Map(entries) = &map.value else { return Err(Odd) };
        let from = self.behind_key(map, at)?;
        let to = entries[at].node.span.to.max(from);
        self.put(Span { from, to, ..entries[at].span }, format!(" {inline}"))
    }

    /// Takes a field out of a mapping.
    fn take(&mut self, (map, at): (&Node, usize)) -> Result<(), Odd> {
        let Kind::Map(entries) = &map.value else { return Err(Odd) };
        let own = &entries[at];
        if self.around(Some(map)) == Around::Flow {
            let next = entries.get(at + 1).filter(|next| next.span.from > own.span.from);
            let before = at.checked_sub(1).map(|before| self.end_of(&entries[before]));
            let (from, to) = match (next, before) {
                (Some(next), _) => (own.span.from, next.span.from),
                (None, Some(before)) => (before, self.end_of(own)),
                (None, None) => (own.span.from, self.end_of(own)),
            };
            return self.put(Span { from, to, ..own.span }, String::new());
        }
        let text = self.text(own.span);
        let start = text[..own.span.from].rfind('\n').map_or(0, |at| at + 1);
        let end = self.line_end(Span { from: self.end_of(own), ..own.span });
        if text[start..own.span.from].trim().is_empty() {
            // The line goes with its end.
            let to = (end + usize::from(text[end..].starts_with('\r')) + 1).min(text.len());
            return self.put(Span { from: start, to, ..own.span }, String::new());
        }
        let from = self.behind_key(map, at)?;
        self.put(Span { from, to: self.end_of(own), ..own.span }, String::new())
    }

    fn put(&mut self, span: Span, text: String) -> Result<(), Odd> {
        let own = self.edits.entry((span.file, span.from, span.to)).or_default();
        if span.from < span.to && !own.is_empty() {
            return Err(Odd);
        }
        own.push_str(&text);
        Ok(())
    }
}

fn is_map(node: Option<&Node>) -> bool {
    node.is_some_and(|node| matches!(node.value, Kind::Map(_)))
}

/// Returns what stands where steps lead.
fn found<'n>(entry: &'n Node, steps: &[Step]) -> Option<&'n Node> {
    steps.iter().try_fold(entry, |node, (key, _)| match &node.value {
        Kind::Map(entries) => entries.iter().find(|own| own.key == *key).map(|own| &own.node),
        _ => None,
    })
}
