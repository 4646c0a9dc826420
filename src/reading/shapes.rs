//! Values of another shape than belongs where they stand: fields or a list for one text, entries keyed by their ids, one
//! entry without a dash, a text for an entry. In: a node. Out: the value as meant, told with its mend.

use super::error::Error;
use super::faults::fault;
use super::keys::Keys;
use super::reader::{Around, Reader};
use crate::described::Entry as _;
use crate::diagnostic::{Diagnostic, Patch, Span};
use crate::model::{ByLang, Id};
use crate::source::{Entry, Node, Style, Value};
use crate::words::{fold, is_unwritten};
use crate::yaml::{kind, quoted};

/// Tells whether a list or fields stand where a text belongs; `pl` and `en` are the languages of one.
pub(super) fn is_no_text(node: &Node) -> bool {
    match &node.value {
        Value::Scalar { .. } => false,
        Value::List(_) => true,
        Value::Map(entries) => !entries.iter().any(|entry| {
            let keys = Keys::Described(ByLang::ENTITY);
            keys.field(&entry.key).is_some()
                || matches!(fold(&entry.key).as_ref(), "polski" | "angielski" | "polish" | "english")
        }),
    }
}

/// Returns the one text that fields or a list stand for.
pub(super) fn one_text(reader: &Reader<'_>, node: &Node) -> Result<String, Error> {
    let code = if matches!(node.value, Value::Map(_)) { "TYPE-44" } else { "TYPE-33" };
    let told = fault(code, reader.span(), &[]).with("found", kind(&node.value));
    let Some((text, patch)) =
        in_brackets(reader, node).or_else(|| listed(reader, node)).or_else(|| joined(reader, node))
    else {
        return Err(reader.tell_all(told));
    };
    // A rule tells of a text that is not written yet.
    if !is_unwritten(&text) {
        reader.tell_all(Diagnostic { patch: Some(patch), ..told });
    }
    Ok(text)
}

/// Takes brackets around words for part of the text: `[draft]`, `{name}`.
fn in_brackets(reader: &Reader<'_>, node: &Node) -> Option<(String, Patch)> {
    let text = reader.reading.text(node.span)?;
    let is_one = match &node.value {
        Value::List(items) => matches!(items.as_slice(), [Node { value: Value::Scalar { .. }, .. }]),
        Value::Map(entries) => entries.iter().all(|entry| entry.node.is_null()),
        Value::Scalar { .. } => false,
    };
    let is_short = text.starts_with(['[', '{']) && !text.contains('\n');
    (is_one && is_short).then(|| (text.to_owned(), Patch::form(node.span, quoted(text))))
}

/// Takes a list in lines of its own for a text that holds a list.
fn listed(reader: &Reader<'_>, node: &Node) -> Option<(String, Patch)> {
    let Value::List(_) = node.value else { return None };
    let lines = Lines::of(reader, node)?;
    let text: Vec<&str> =
        lines.all.iter().map(|line| line.get(lines.column..).unwrap_or(line.trim_start())).collect();
    let patch = if lines.column > lines.key_column {
        Patch::form(Span { from: lines.head, to: lines.head, ..node.span }, " |")
    } else {
        let moved: Vec<String> = lines.all.iter().map(|line| format!("  {line}")).collect();
        Patch::form(lines.span, format!(" |\n{}", moved.join("\n")))
    };
    Some((text.join("\n"), patch))
}

/// The lines of a value that begins below its key.
struct Lines<'s> {
    /// Behind the colon.
    head: usize,
    key_column: usize,
    column: usize,
    /// From the colon to the value's end.
    span: Span,
    all: Vec<&'s str>,
}

impl<'s> Lines<'s> {
    fn of(reader: &Reader<'s>, node: &Node) -> Option<Self> {
        let before = reader.reading.text(Span { from: 0, to: node.span.from, ..node.span })?;
        let head = before.trim_end().len();
        let own = before.rfind('\n')? + 1;
        let opens = before[..head].ends_with(':') && head < own && before[own..].trim().is_empty();
        let line = &before[before[..head].rfind('\n').map_or(0, |at| at + 1)..head];
        let words = line.trim_start_matches([' ', '-']);
        let value = reader.reading.text(Span { from: own, ..node.span })?.trim_end();
        let all: Vec<&str> = value.lines().collect();
        opens.then(|| Self {
            head,
            key_column: line.len() - words.len(),
            column: node.span.from - own,
            span: Span { from: head, to: own + value.len(), ..node.span },
            all,
        })
    }
}

/// Joins what stands in fields or in a list to one text.
fn joined(reader: &Reader<'_>, node: &Node) -> Option<(String, Patch)> {
    let scalar = |node: &Node| match &node.value {
        Value::Scalar { text, .. } if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    };
    let parts: Option<Vec<String>> = match &node.value {
        Value::Map(entries) => {
            entries.iter().map(|entry| Some(part(&entry.key, &scalar(&entry.node)?))).collect()
        }
        Value::List(items) => items.iter().map(scalar).collect(),
        Value::Scalar { .. } => None,
    };
    let text = parts.filter(|parts| !parts.is_empty())?.join(", ");
    let is_plain = !text.contains(": ") && !text.contains(" #") && text.starts_with(char::is_alphanumeric);
    let written = if is_plain { text.clone() } else { quoted(&text) };
    let patch = match Lines::of(reader, node) {
        Some(lines) => Patch::content(lines.span, format!(" {written}")),
        None => Patch::content(node.span, written),
    };
    Some((text, patch))
}

/// Returns a field of a contact, an address or the like as words of a text.
fn part(key: &str, value: &str) -> String {
    const PHONES: [&str; 6] = ["tel", "telefon", "phone", "mobile", "komorka", "fax"];
    const BARE: [&str; 16] = [
        "email",
        "e_mail",
        "mail",
        "www",
        "url",
        "strona",
        "strona_www",
        "adres",
        "address",
        "ulica",
        "street",
        "kod",
        "kod_pocztowy",
        "miasto",
        "miejscowosc",
        "city",
    ];
    let folded = fold(key.trim_end_matches('.'));
    let is = |words: &[&str]| words.contains(&folded.as_ref());
    match () {
        () if is(&PHONES[..5]) => format!("tel. {value}"),
        () if is(&PHONES) => format!("faks {value}"),
        () if is(&BARE) => value.to_owned(),
        () => format!("{key}: {value}"),
    }
}

/// Returns the entries of a list that are keyed by their ids: `P1: {name: …}`.
pub(super) fn keyed(reader: &Reader<'_>, node: &Node) -> Option<Vec<Node>> {
    let Value::Map(entries) = &node.value else { return None };
    let is_keyed = |entry: &Entry| {
        Id::is_one(&entry.key) && (matches!(entry.node.value, Value::Map(_)) || entry.node.is_null())
    };
    if entries.is_empty() || !entries.iter().all(is_keyed) {
        return None;
    }
    let named = |entry: &Entry| {
        let id =
            Node { span: entry.span, value: Value::Scalar { text: entry.key.clone(), style: Style::Plain } };
        let id = Entry { key: "id".to_owned(), span: entry.span, node: id };
        let own = match &entry.node.value {
            Value::Map(own) => own.iter().filter(|entry| entry.key != "id").cloned().collect(),
            _ => Vec::new(),
        };
        let value = Value::Map([id].into_iter().chain(own).collect());
        Node {
            span: Span { from: entry.span.from, to: entry.node.span.to.max(entry.span.to), ..entry.span },
            value,
        }
    };
    let items: Vec<Node> = entries.iter().map(named).collect();
    let key = entries.first().map_or("", |entry| entry.key.as_str());
    let mut finding = fault("TYPE-45", entries[0].span, &[("id", key)]);
    finding.patch = dashed(reader, node, entries);
    reader.tell_all(finding);
    reader.reading.reshape(node.span, Value::List(items.clone()));
    Some(items)
}

/// Writes entries keyed by their ids as a list.
fn dashed(reader: &Reader<'_>, node: &Node, entries: &[Entry]) -> Option<Patch> {
    let column = |span: Span| Some(reader.reading.position(span)?.1);
    let line = |span: Span| Some(reader.reading.position(span)?.0);
    let is_flow = reader.reading.text(node.span)?.starts_with('{');
    let mut text = String::new();
    let mut done = node.span.from;
    for Entry { key, span, node: inner } in entries {
        text.push_str(reader.reading.text(Span { from: done, to: span.from, ..*span })?);
        let is_inner_flow = reader.reading.text(inner.span)?.starts_with('{');
        done = inner.span.from;
        if inner.is_null() {
            text += &if is_flow { format!("{{id: {key}}}") } else { format!("- id: {key}") };
            let colon = reader
                .reading
                .text(Span { to: span.to + 1, from: span.to, ..*span })
                .is_some_and(|sign| sign == ":");
            done = inner.span.to.max(span.to + usize::from(colon));
        } else if is_inner_flow {
            let dash = if is_flow { "" } else { "- " };
            text += &format!("{dash}{{id: {key}, ");
            done += 1;
        } else if is_flow || line(inner.span)? == line(*span)? {
            return None;
        } else {
            let gap = column(inner.span)?.checked_sub(column(*span)? + 1).filter(|gap| *gap > 0)?;
            text += &format!("-{}id: {key}", " ".repeat(gap));
            done = span.to + 1;
        }
    }
    let to = node.span.from + reader.reading.text(node.span)?.trim_end().len();
    text.push_str(reader.reading.text(Span { from: done.min(to), to, ..node.span })?);
    if is_flow {
        text = format!("[{}]", text.strip_prefix('{')?.strip_suffix('}')?);
    }
    Some(Patch::form(Span { to, ..node.span }, text))
}

/// Shows the fields of one entry as the only entry of a list.
pub(super) fn only_entry(reader: &Reader<'_>, node: &Node) -> Option<Patch> {
    let text = reader.reading.text(node.span)?.trim_end();
    let span = Span { to: node.span.from + text.len(), ..node.span };
    let text =
        if text.starts_with('{') { format!("[{text}]") } else { format!("- {}", text.replace('\n', "\n  ")) };
    Some(Patch::form(span, text))
}

/// Returns the entry that a text names, where a name is all that an entry must have; tells it once for all entries of
/// a list.
pub(super) fn named(reader: &Reader<'_>, node: &Node, keys: Keys) -> Option<Node> {
    let Value::Scalar { .. } = node.value else { return None };
    if reader.is_unwritten() {
        return None;
    }
    let field = keys.name().filter(|field| keys.required().all(|required| required == *field))?;
    let written = |node: &Node| {
        let text = reader.reading.text(node.span)?;
        let needs_quotes = text.contains([',', '{', '}', '[', ']', '#']) || text.contains(": ");
        let is_quoted = matches!(node.value, Value::Scalar { style: Style::Quoted, .. });
        Some(format!(
            "{{{field}: {}}}",
            if needs_quotes && !is_quoted { quoted(text) } else { text.to_owned() }
        ))
    };
    if !reader.told {
        let line = written(node)?;
        let mut finding =
            fault("TYPE-46", reader.span(), &[("line", &line)]).with("found", kind(&node.value));
        let items = match reader.around {
            Around::Items(items) => items,
            Around::Entries(_) => std::slice::from_ref(node),
        };
        let scalars: Option<Vec<String>> = items
            .iter()
            .map(|item| matches!(item.value, Value::Scalar { .. }).then(|| written(item))?)
            .collect();
        let (first, last) = (items.first()?.span, items.last()?.span);
        let is_one_line =
            reader.reading.text(Span { to: last.to, ..first }).is_some_and(|text| !text.contains('\n'));
        finding.patch = match scalars {
            Some(all) if is_one_line => Some(Patch::form(Span { to: last.to, ..first }, all.join(", "))),
            _ => Some(Patch::form(node.span, line)),
        };
        reader.tell_all(finding);
    }
    let entry = Entry { key: field.to_owned(), span: node.span, node: node.clone() };
    let value = Value::Map(vec![entry]);
    reader.reading.reshape(node.span, value.clone());
    Some(Node { span: node.span, value })
}
