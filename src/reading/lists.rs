//! One value where a list belongs. In: a node and what the list holds. Out: the items that were meant: one text is a
//! list of one, anything else is told with its mend.

use super::codes;
use super::faults::fault;
use super::reader::Reader;
use super::shapes;
use crate::catalogue::{self, Meant};
use crate::described::Shape;
use crate::diagnostic::Patch;
use crate::model::Id;
use crate::source::{Node, Style, Value};
use crate::yaml::kind;

/// Returns the items that one value stands for.
pub(super) fn items(reader: &Reader<'_>, node: &Node) -> Vec<Node> {
    let one = || vec![node.clone()];
    let mut finding = fault("TYPE-31", reader.span(), &[]).with("found", kind(&node.value));
    let Value::Scalar { text, style } = &node.value else {
        // A dash without a space behind it is told of where the fields are read.
        let dashed = matches!(&node.value, Value::Map(entries) if entries.iter().any(|entry| entry.key.starts_with('-')));
        if !dashed {
            finding.patch = shapes::only_entry(reader, node);
            reader.tell_all(finding);
            reader.reading.reshape(node.span, Value::List(one()));
        }
        return one();
    };
    if reader.is_unwritten() {
        // Told as yet to be written.
        reader.tell_all(finding);
        return one();
    }
    let parts = match parts(reader, text) {
        Parts::One => return one(),
        Parts::Many(parts) if *style == Style::Plain => parts,
        Parts::Many(_) | Parts::None => Vec::new(),
    };
    if *style == Style::Plain && (!parts.is_empty() || is_word(text)) {
        let patch = if parts.is_empty() { text.clone() } else { parts.join(", ") };
        finding.patch = Some(Patch::form(node.span, format!("[{patch}]")));
    }
    reader.tell_all(finding);
    let text_of =
        |text: &str| Node { span: node.span, value: Value::Scalar { text: text.to_owned(), style: *style } };
    if parts.is_empty() { one() } else { parts.into_iter().map(text_of).collect() }
}

/// What a text in place of a list holds.
enum Parts<'t> {
    /// The only item of its list.
    One,
    /// Several items.
    Many(Vec<&'t str>),
    /// It is not known what.
    None,
}

/// Tells what a text holds where a list belongs.
fn parts<'t>(reader: &Reader<'_>, text: &'t str) -> Parts<'t> {
    let of = match reader.member.map(|member| member.shape) {
        Some(Shape::List(of)) => Some(*of),
        _ => None,
    };
    let list = match of {
        // A comma in a text may be just a comma.
        Some(Shape::Value(_)) => return Parts::One,
        Some(Shape::Code(Id::LIST)) if Id::is_one(text.trim()) => return Parts::One,
        Some(Shape::Code(list) | Shape::Closed(list, _)) => catalogue::list(list),
        _ => None,
    };
    if let Some(list) = list {
        let joined = match list.meant(text) {
            Meant::One(_) => None,
            Meant::Several(_) | Meant::None => codes::joined(list, text),
        };
        return joined.map_or(Parts::One, Parts::Many);
    }
    // Ids are parted by other signs and words as well: `O2 i O1`.
    let ids: Vec<&str> =
        text.split([' ', ',', ';']).filter(|part| !["", "i", "oraz", "and"].contains(part)).collect();
    if ids.len() > 1 && ids.iter().all(|id| Id::is_one(id)) {
        return Parts::Many(ids);
    }
    let words: Vec<&str> = text.split(',').map(str::trim).collect();
    match (words.len() > 1 && words.iter().all(|word| is_word(word)), of) {
        (true, _) => Parts::Many(words),
        // That it is no id is told of it alone.
        (false, Some(Shape::Code(_))) => Parts::One,
        (false, _) => Parts::None,
    }
}

fn is_word(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|sign| sign.is_alphanumeric() || "._-".contains(sign))
}

/// Reads the list that was meant, and takes back the patch that shows it where its entries are no good.
pub(super) fn patched<T>(reader: &Reader<'_>, read: impl FnOnce() -> T) -> T {
    let before = reader.reading.findings.borrow().0.len();
    let list = read();
    let mut findings = reader.reading.findings.borrow_mut();
    let (told, more) = findings.0.split_at_mut(before);
    let last = told.last_mut().filter(|told| told.code == "TYPE-31" && told.span == Some(reader.span()));
    if let Some(last) = last.filter(|_| more.iter().any(|fault| fault.patch.is_none())) {
        last.patch = None;
    }
    list
}
