//! What a field takes beside its type, as the loader does: nothing yet, one value for a list, the words of a code, yes
//! and no. In: schemas of the model. Out: the same, wider.

use serde_json::{Map, Value, json};

use crate::catalogue;
use crate::described::{Member, Shape};
use crate::lang::Lang;
use crate::model::{Id, ProfileId};
use crate::profile;
use crate::words::fold_letter;

/// A field left empty. It says what it is not, so that no editor offers `null`.
const EMPTY: &str = "#/definitions/Empty";

/// Yes or no.
const YES_OR_NO: &str = "#/definitions/YesOrNo";

/// Returns the definitions that fields refer to beside those of the model.
pub(super) fn definitions() -> Map<String, Value> {
    let empty = json!({ "not": { "type": ["array", "boolean", "number", "object", "string"] } });
    let yes_or_no = json!({ "anyOf": [
        { "type": "boolean" },
        { "enum": ["tak", "nie"] },
        { "type": "string", "pattern": "^([TtNnYyXx]|[Tt][Aa][Kk]|[Nn][Ii][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff]|[Pp]rawda|[Ff]ałsz)$" },
        { "enum": [0, 1] },
    ] });
    [("Empty".to_owned(), empty), ("YesOrNo".to_owned(), yes_or_no)].into_iter().collect()
}

/// Widens the schema of a field and puts its words there, Polish before English.
pub(super) fn field(member: &Member, property: &mut Value) {
    let Some(object) = property.as_object_mut() else { return };
    object.remove("description");
    let text = || json!({ "type": ["string", "number", "boolean"] });
    let own = match member.shape {
        Shape::Value("bool") => json!({ "$ref": YES_OR_NO }),
        Shape::Value("String") => text(),
        Shape::List(Shape::Value("String")) => json!({ "type": "array", "items": text() }),
        _ => Value::Object(std::mem::take(object)),
    };
    let mut any = vec![own];
    if let Shape::List(Shape::Value(_) | Shape::Code(_) | Shape::Closed(..)) = member.shape {
        any.extend(any[0].get("items").cloned());
    }
    any.push(json!({ "$ref": EMPTY }));
    let words = format!("{}\n\n{}", member.about(Lang::Pl), member.about(Lang::En));
    *property = json!({ "description": words, "anyOf": any });
}

/// Returns a pattern of all keys of a field but the usual ones, as the loader takes them: in any case, with or without
/// Polish letters, with a space or a hyphen for `_`. Editors offer no key that only a pattern knows.
pub(super) fn other_keys(member: &Member) -> String {
    let keys: Vec<String> = member.keys().map(|key| key.chars().map(loose).collect()).collect();
    let usual: Vec<&str> = [member.key].into_iter().chain(member.polish.first().copied()).collect();
    format!("^(?!({})$)({})$", usual.join("|"), keys.join("|"))
}

/// Returns a pattern of a letter in either case, with and without its Polish mark.
fn loose(letter: char) -> String {
    const MARKED: [(char, char); 8] =
        [('a', 'ą'), ('c', 'ć'), ('e', 'ę'), ('l', 'ł'), ('n', 'ń'), ('o', 'ó'), ('s', 'ś'), ('z', 'ż')];
    let plain = fold_letter(letter);
    let marked = MARKED.iter().find(|(bare, _)| *bare == plain).map(|(_, marked)| *marked);
    let mut letters: String = [Some(plain), marked].into_iter().flatten().collect();
    if plain == 'z' {
        letters.push('ź');
    }
    match plain {
        '_' => "[-_ ]".to_owned(),
        sign if !sign.is_alphabetic() => sign.to_string(),
        _ => format!("[{letters}{}]", letters.to_uppercase()),
    }
}

/// Says what a code may be: one of its list, or words for one.
pub(super) fn codes(list: &str, definition: &mut Map<String, Value>) {
    if list == Id::LIST {
        definition.insert("pattern".into(), json!("^\\s*[A-Z][0-9]+(\\.[0-9]+)?\\s*$"));
        return;
    }
    let profiles = || profile::ids().map(|id| (id.to_owned(), None)).collect();
    let codes: Vec<(String, Option<String>)> = match catalogue::list(list) {
        Some(list) => {
            let hint = |term: &catalogue::Term| Some(format!("{} / {}", term.pl, term.en));
            list.terms().iter().map(|term| (term.code.clone(), hint(term))).collect()
        }
        None if list == ProfileId::LIST => profiles(),
        None => return,
    };
    definition.remove("type");
    let (codes, hints): (Vec<_>, Vec<_>) = codes.into_iter().unzip();
    let mut own = json!({ "enum": codes });
    if hints.iter().all(Option::is_some) {
        own["enumDescriptions"] = json!(hints);
    }
    // What is no code is a name for one; the check says which, and what is none.
    let words = json!({ "type": ["string", "number"], "pattern": "^[^_]+$" });
    definition.insert("anyOf".into(), json!([own, words]));
}
