//! What stands in a mapping or a list, handed over piece by piece. In: its entries and the fields of
//! the type that asks. Out: serde's access to them.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess};

use super::error::Error;
use super::faults::{self, fault};
use super::keys::{Keys, listed, mistyped};
use super::levels;
use super::reader::{Around, Path, Reader, What};
use crate::diagnostic::{Diagnostic, Level, Patch, Span, Step};
use crate::source::{Entry, Node, Style, Value};
use crate::words::nearest;
use crate::yaml::{quoted, shown};

/// How many fields a message lists: those of the largest entity fit.
const MOST_LISTED: usize = 40;

/// Reads one value and remembers where that failed.
fn read<'de, S: DeserializeSeed<'de>>(seed: S, reader: Reader<'_>) -> Result<S::Value, Error> {
    let value = seed.deserialize(reader);
    // What was lost is not to blame: the value around it is.
    if !matches!(reader.what, What::Lost) {
        reader.reading.left_out.note(value.is_ok(), || reader.path.place());
    }
    value
}

/// Tells whether a key is among steps.
fn holds(steps: &[Step], key: &str) -> bool {
    steps.iter().any(|step| matches!(step, Step::Key(own) if own == key))
}

/// The fields of an entity.
pub(super) struct Fields<'a> {
    reader: Reader<'a>,
    entries: &'a [Entry],
    keys: Keys,
    plan: std::vec::IntoIter<(&'static str, What<'a>)>,
    next: Option<(&'static str, What<'a>)>,
    /// Values that commas cut in pieces, whole again, each by the span of its first piece.
    whole: Vec<(Span, Node)>,
}

impl<'a> Fields<'a> {
    /// Matches the keys of a mapping with the fields of its type and tells what does not fit.
    pub(super) fn new(
        reader: Reader<'a>,
        name: &'static str,
        fields: &'static [&'static str],
        node: &'a Node,
        entries: &'a [Entry],
    ) -> Self {
        let keys = Keys::of(name, fields);
        let mut plan: Vec<(&'static str, &'a Entry)> = Vec::with_capacity(entries.len());
        let mut unknown = Vec::new();
        for entry in entries {
            match keys.field(&entry.key) {
                Some(field) => add(&reader, &mut plan, field, entry),
                None => unknown.push(entry),
            }
        }
        let mut whole = Vec::new();
        for entry in unknown {
            match meant(&reader, keys, &plan, entry) {
                Some(field) => {
                    plan.push((field, entry));
                    reader.reading.rename(entry.span, field);
                }
                None => whole.extend(rejoined(&reader, entries, entry)),
            }
        }
        let value = |entry: &'a Entry| match reader.reading.is_lost(entry.span) {
            true => What::Lost,
            false => What::Value(&entry.node),
        };
        let mut plan: Vec<_> = plan.into_iter().map(|(field, entry)| (field, value(entry))).collect();
        let given = |field: &str, plan: &[(&str, What)]| plan.iter().any(|(known, _)| *known == field);
        if reader.reading.is_torn(node) && !reader.reading.left_out.is_on() {
            for field in keys.all() {
                if !given(field, &plan) {
                    plan.push((field, What::Lost));
                }
            }
        }
        for key in keys.required() {
            if !given(key, &plan) {
                // What is told here is not told again by a rule that finds it missing.
                plan.push((key, What::Lost));
                let told = fault("KEY-03", reader.span(), &[("key", key)]);
                reader.tell_at(reader.place().key(key), Diagnostic { level: Level::Missing, ..told });
            }
        }
        let left_out = reader.reading.left_out.below(|| reader.place());
        plan.retain(|(field, _)| !holds(&left_out, field));
        Self { reader, entries, keys, plan: plan.into_iter(), next: None, whole }
    }

    /// Returns no fields at all, for a mapping that was left empty.
    pub(super) fn none(reader: Reader<'a>) -> Self {
        Self {
            reader,
            entries: &[],
            keys: Keys::Bare(&[]),
            plan: Vec::new().into_iter(),
            next: None,
            whole: Vec::new(),
        }
    }

    /// Returns all fields, each unreadable.
    pub(super) fn lost(reader: Reader<'a>, name: &'static str, fields: &'static [&'static str]) -> Self {
        let keys = Keys::of(name, fields);
        let plan: Vec<_> = keys.all().map(|field| (field, What::Lost)).collect();
        Self { reader, entries: &[], keys, plan: plan.into_iter(), next: None, whole: Vec::new() }
    }
}

fn add<'a>(
    reader: &Reader<'a>,
    plan: &mut Vec<(&'static str, &'a Entry)>,
    field: &'static str,
    entry: &'a Entry,
) {
    if let Some((_, other)) = plan.iter().find(|(known, _)| *known == field) {
        let values = [("key", entry.key.as_str()), ("other", other.key.as_str())];
        reader.tell_at(reader.place().key(&entry.key).at_key(), fault("KEY-04", entry.span, &values));
        return;
    }
    if entry.key != field {
        reader.reading.rename(entry.span, field);
    }
    plan.push((field, entry));
}

/// Tells of a key that is no field, and returns the field it was meant to be, if that is plain.
fn meant(
    reader: &Reader<'_>,
    keys: Keys,
    plan: &[(&'static str, &Entry)],
    entry: &Entry,
) -> Option<&'static str> {
    let open = || keys.all().filter(|field| plan.iter().all(|(known, _)| known != field));
    let candidates = open().flat_map(|field| keys.words(field).map(move |word| (word, (field, word))));
    let key = shown(&entry.key);
    let place = reader.place().key(&entry.key).at_key();
    if let Some(field) = entry.key.strip_prefix('-').and_then(|key| keys.field(key))
        && open().any(|other| other == field)
    {
        let written = entry.key.trim_start_matches('-');
        let values = [("key", key.as_str()), ("field", written)];
        let mut finding = fault("KEY-14", entry.span, &values);
        finding.patch = Some(Patch::form(entry.span, format!("- {written}")));
        reader.tell_at(place, finding);
        return Some(field);
    }
    if let Some(owner) = levels::owner(&reader.place(), keys, entry) {
        let values = [("key", key.as_str())];
        let finding = fault("KEY-19", entry.span, &values).with("owner", faults::owner(owner.as_deref()));
        reader.tell_at(place, finding);
        return None;
    }
    // The word shown is the one the author was after, Polish or English.
    let found = nearest(&entry.key, candidates.map(|(word, (field, _))| (word, field)));
    match found {
        Some(field) => {
            let word = nearest(&entry.key, keys.words(field).map(|word| (word, word))).unwrap_or(field);
            reader.tell_at(place, mistyped(entry, word));
        }
        None if is_torn_off(entry) => torn_off(reader, entry),
        None => {
            let lang = keys.lang(plan.iter().map(|(_, other)| *other)).unwrap_or(reader.reading.lang.get());
            let open: Vec<_> = open().collect();
            let fields = if open.is_empty() { keys.all().collect() } else { open };
            let fields = listed(fields.into_iter().map(|field| keys.name_in(field, lang)), MOST_LISTED);
            let values = [("key", key.as_str()), ("fields", fields.as_str())];
            reader.tell_at(place, fault("KEY-02", entry.span, &values));
        }
    }
    found
}

/// A value that commas cut in pieces.
struct Cut<'a> {
    /// The field that has its first piece.
    head: &'a Entry,
    /// Where all of it stands.
    span: Span,
    /// What is typed there.
    text: &'a str,
}

/// Returns the value of which an entry is the first piece that was cut off; `Err` for a later piece.
fn cut<'a>(reader: &Reader<'a>, entries: &'a [Entry], entry: &Entry) -> Result<Option<Cut<'a>>, ()> {
    let at = entries.iter().position(|other| other.span == entry.span).unwrap_or_default();
    let head = entries[..at].iter().rposition(|other| !is_torn_off(other));
    if at > head.map_or(0, |head| head + 1) {
        return Err(());
    }
    let last = entries[at..].iter().take_while(|other| is_torn_off(other)).last();
    Ok(head.zip(last).and_then(|(head, last)| {
        let head = &entries[head];
        let span = Span { to: last.span.to, ..head.node.span };
        let text = reader.reading.text(span).filter(|text| !text.is_empty() && !text.contains('"'))?;
        Some(Cut { head, span, text })
    }))
}

/// Tells of a value that commas cut in pieces, once, at the first piece cut off, and shows it whole in quotes.
fn torn_off(reader: &Reader<'_>, entry: &Entry) {
    let What::Value(Node { value: Value::Map(entries), .. }) = &reader.what else { return };
    let Ok(cut) = cut(reader, entries, entry) else { return };
    let line = cut.as_ref().map_or_else(
        || "value: \"24,2\"".to_owned(),
        |cut| format!("{}: {}", cut.head.key, quoted(&shown(cut.text))),
    );
    let patch = cut.map(|cut| Patch::form(cut.span, quoted(cut.text)));
    let values = [("key", &*shown(&entry.key)), ("line", &line)];
    let place = reader.place().key(&entry.key).at_key();
    reader.tell_at(place, Diagnostic { patch, ..fault("KEY-13", entry.span, &values) });
}

/// Returns a value that commas cut in pieces as it was meant: nothing else is said of its first piece.
fn rejoined(reader: &Reader<'_>, entries: &[Entry], entry: &Entry) -> Option<(Span, Node)> {
    let cut = cut(reader, entries, entry).ok().flatten().filter(|_| is_torn_off(entry))?;
    let value = Value::Scalar { text: cut.text.to_owned(), style: Style::Quoted };
    reader.reading.reshape(cut.head.node.span, value.clone());
    Some((cut.head.node.span, Node { span: cut.span, value }))
}

/// Tells whether a key without colon or value is the rest of a text that a comma cut in two.
fn is_torn_off(entry: &Entry) -> bool {
    let at = entry.node.span;
    entry.node.is_null() && at.from == at.to && at.from == entry.span.to
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        self.next = self.plan.next();
        let Some((field, _)) = self.next else { return Ok(None) };
        let key: StrDeserializer<'_, Error> = field.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some((field, what)) = self.next.take() else { return Err(Error::Told) };
        let is_cut = |span: &Span| matches!(what, What::Value(node) if node.span == *span);
        let whole = self.whole.iter().find(|(span, _)| is_cut(span));
        let (what, is_whole) = whole.map_or((what, true), |(_, node)| (What::Value(node), false));
        let (path, around) = (Path::Key(&self.reader.path, field), Around::Entries(self.entries));
        let (reading, member) = (self.reader.reading, self.keys.member(field));
        let before = reading.findings.borrow().0.len();
        let value = read(seed, Reader { reading, what, path, around, member, wrapped: false, told: false });
        if !is_whole {
            // What else is wrong with it is told once it is whole.
            reading.findings.borrow_mut().0.truncate(before);
        }
        value
    }
}

/// The items of a list.
pub(super) struct Items<'a> {
    reader: Reader<'a>,
    items: std::iter::Enumerate<std::slice::Iter<'a, Node>>,
    all: &'a [Node],
    /// Whether a single value was handed over: what is wrong with all of them is told once.
    has_single: bool,
    left_out: Vec<Step>,
    torn: bool,
}

impl<'a> Items<'a> {
    /// Takes a list.
    pub(super) fn new(reader: Reader<'a>, items: &'a [Node]) -> Self {
        let left_out = reader.reading.left_out.below(|| reader.place());
        Self { reader, items: items.iter().enumerate(), all: items, has_single: false, left_out, torn: false }
    }

    /// Says whether an item may be lacking; it is handed over last, as one that cannot be read.
    pub(super) fn torn(self, torn: bool) -> Self {
        Self { torn, ..self }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let left_out = &self.left_out;
        let is_in = |index: usize| left_out.is_empty() || !left_out.contains(&Step::Index(index));
        let (index, what) = match self.items.find(|(index, _)| is_in(*index)) {
            Some((index, node)) => (index, What::Value(node)),
            None if std::mem::take(&mut self.torn) && !self.reader.reading.left_out.is_on() => {
                (usize::MAX, What::Lost)
            }
            None => return Ok(None),
        };
        let path = Path::Index(&self.reader.path, index);
        let Reader { reading, member, mut told, .. } = self.reader;
        if matches!(what, What::Value(Node { value: Value::Scalar { .. }, .. })) {
            told |= std::mem::replace(&mut self.has_single, true);
        }
        let around = Around::Items(self.all);
        read(seed, Reader { reading, what, path, around, member, wrapped: false, told }).map(Some)
    }
}

/// The entries of a mapping whose keys are data.
pub(super) struct Pairs<'a> {
    reader: Reader<'a>,
    entries: std::slice::Iter<'a, Entry>,
    next: Option<&'a Entry>,
    left_out: Vec<Step>,
}

impl<'a> Pairs<'a> {
    /// Takes a mapping.
    pub(super) fn new(reader: Reader<'a>, entries: &'a [Entry]) -> Self {
        let left_out = reader.reading.left_out.below(|| reader.place());
        Self { reader, entries: entries.iter(), next: None, left_out }
    }

    fn reader(&self, entry: &'a Entry, what: What<'a>) -> Reader<'_> {
        let Reader { reading, member, .. } = self.reader;
        let path = Path::Key(&self.reader.path, reading.name_of(entry));
        let around = Around::Entries(&[]);
        Reader { reading, what, path, around, member, wrapped: false, told: false }
    }
}

impl<'de> MapAccess<'de> for Pairs<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        self.next = self.entries.find(|entry| !holds(&self.left_out, &entry.key));
        let Some(entry) = self.next else { return Ok(None) };
        read(seed, self.reader(entry, What::Key(entry))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Some(entry) = self.next.take() else { return Err(Error::Told) };
        read(seed, self.reader(entry, What::Value(&entry.node)))
    }
}
