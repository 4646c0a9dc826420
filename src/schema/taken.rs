//! What a field takes beside its type, as the loader does: nothing yet, one value for a list, the words of a code, yes
//! and no. In: schemas of the model. Out: the same, wider.
//!
//! An editor offers what `enum` and `type: boolean` list, and nothing of what a pattern or `not` lets in.

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
pub(super) fn definitions(lang: Lang) -> Map<String, Value> {
    let empty = json!({ "not": { "type": ["array", "boolean", "number", "object", "string"] } });
    let yes_or_no = json!({ "anyOf": [
        { "enum": lang.pick(["tak", "nie"], ["yes", "no"]) },
        { "type": "string", "pattern": "^([TtNnYyXx]|[Tt][Aa][Kk]|[Nn][Ii][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff]|[Pp]rawda|[Ff]ałsz)$" },
        { "not": { "type": ["array", "number", "object", "string"] } },
        { "type": "integer", "minimum": 0, "maximum": 1 },
    ] });
    [("Empty".to_owned(), empty), ("YesOrNo".to_owned(), yes_or_no)].into_iter().collect()
}

/// Widens the schema of a field and puts its words there, Polish before English.
pub(super) fn field(member: &Member, property: &mut Value) {
    let Some(object) = property.as_object_mut() else { return };
    object.remove("description");
    let text = || json!({ "not": { "type": ["array", "object", "null"] } });
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
    // What an editor puts behind the key that it completes: a dash, or a line for the first field.
    match member.shape {
        Shape::List(_) => property["items"] = json!({}),
        Shape::Entity(_) => property["properties"] = json!({}),
        _ => {}
    }
}

/// Returns the key of a field that an editor offers.
pub(super) fn usual(member: &Member, lang: Lang) -> &'static str {
    lang.pick(member.polish.first().unwrap_or(&member.key), member.key)
}

/// Returns a pattern of all keys of a field but the one that is offered, as the loader takes them: in any case, with or
/// without Polish letters, with a space or a hyphen for `_`.
pub(super) fn other_keys(member: &Member, lang: Lang) -> String {
    let keys: Vec<String> = member.keys().map(|key| key.chars().map(loose).collect()).collect();
    format!("^(?!{}$)({})$", usual(member, lang), keys.join("|"))
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

/// Says what a code may be: one of its list, by its code or by a name. Offered are names in Polish, codes in English.
pub(super) fn codes(list: &str, lang: Lang, definition: &mut Map<String, Value>) {
    if list == Id::LIST {
        definition.insert("pattern".into(), json!("^\\s*[A-Z][0-9]+(\\.[0-9]+)?\\s*$"));
        return;
    }
    let (own, codes) = match catalogue::list(list) {
        Some(list) => {
            let terms = list.terms();
            let offered: Vec<&str> =
                terms.iter().map(|term| lang.pick(list.short(term), &term.code)).collect();
            let hints: Vec<String> =
                terms.iter().map(|term| format!("{} / {} ({})", term.pl, term.en, term.code)).collect();
            // Names with `_` for spaces, which keys teach.
            let names = terms.iter().flat_map(|term| [&term.pl, &term.en].into_iter().chain(&term.also));
            let is_plain = |name: &&String| name.chars().all(|sign| sign.is_alphabetic() || sign == ' ');
            let joined = names.filter(|name| name.contains(' ')).filter(is_plain);
            let mut codes: Vec<String> = joined.map(|name| name.replace(' ', "_")).collect();
            codes.extend(list.codes().map(str::to_owned));
            (json!({ "enum": offered, "enumDescriptions": hints }), codes)
        }
        None if list == ProfileId::LIST => {
            let ids: Vec<&str> = profile::ids().collect();
            (json!({ "enum": ids }), ids.iter().map(|id| (*id).to_owned()).collect())
        }
        None => return,
    };
    definition.remove("type");
    // What is no code is a name for one; the check says which, and what is none.
    let words = json!({ "type": ["string", "number"], "pattern": format!("^([^_]+|{})$", codes.join("|")) });
    definition.insert("anyOf".into(), json!([own, words]));
}
