//! Places come from their fields: no room spells the path of a field as a string, for a string outlives the
//! field it meant. In: `src/`. Out: what is spelt nevertheless, each with its reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pakt::inside::described::{Entity, Entry as _};
use pakt::inside::model::{Application, LookSheet};

use super::{code, files};

/// The room that makes places: the descriptions themselves.
const MAKERS: &[&str] = &["src/described/"];

/// How a place is spelt.
const SPELLINGS: &[&str] = &["Place::parse(\"", ".key(\"", ".under(\""];

/// What may be spelt: the file and the path, each with what it is there. Most are keys of a call's own file, which
/// is read as a tree and has words in common with the model.
const SPELT: &[(&str, &str, &str)] = &[
    ("src/joining/mod.rs", "schema", "the version of the format, told while there is only a tree"),
    (
        "src/joining/parts.rs",
        "diagnosis",
        "files are joined as trees; parts of the diagnosis may stand at the top",
    ),
    ("src/joining/shared.rs", "use", "files are joined as trees"),
    ("src/rules/references.rs", "id", "the id of an entry, whatever the entry is"),
    ("src/profile/codes.rs", "value", "a stated value beside its source"),
    ("src/profile/computable.rs", "criteria", "the criteria of a stage"),
    ("src/profile/computable.rs", "criteria/stages", "the stages of an assessment"),
    ("src/profile/contradictions.rs", "criteria", "the criteria of a stage"),
    ("src/profile/contradictions.rs", "criteria/stages", "the stages of an assessment"),
    ("src/profile/contradictions.rs", "form/joint", "limits that fields of the form share"),
    ("src/profile/contradictions.rs", "form/sections", "the sections of the form"),
    ("src/profile/contradictions.rs", "id", "the id of a field or a criterion"),
    ("src/profile/contradictions.rs", "value", "a stated value beside its source"),
    ("src/profile/own.rs", "id", "the id of the call"),
];

/// Returns the keys of all fields of an entity and of what it holds.
fn keys(entity: &'static Entity) -> impl Iterator<Item = &'static str> {
    entity.all().into_values().flat_map(|entity| entity.members.iter().map(|member| member.key))
}

/// Returns the paths that a text spells.
fn spelt(text: &str) -> impl Iterator<Item = &str> {
    let after = SPELLINGS.iter().flat_map(move |spelling| text.split(spelling).skip(1));
    after.filter_map(|rest| rest.split('"').next())
}

#[test]
fn no_room_spells_the_path_of_a_field() {
    let fields: BTreeSet<&str> =
        [Application::ENTITY, LookSheet::ENTITY].into_iter().flat_map(keys).collect();
    let mut sources = Vec::new();
    files(Path::new("src"), &mut sources);
    let mut found = BTreeSet::new();
    for source in sources {
        let name = source.to_string_lossy().replace('\\', "/");
        let is_of = |rooms: &[&str]| rooms.iter().any(|room| name.starts_with(room));
        if is_of(MAKERS) || name.ends_with("/tests.rs") || name.contains("/tests/") {
            continue;
        }
        let text = fs::read_to_string(&source).expect("the file is there");
        let paths = spelt(code(&text)).filter(|path| path.split('/').any(|key| fields.contains(key)));
        found.extend(paths.map(|path| (name.clone(), path.to_owned())));
    }
    let allowed: BTreeSet<_> =
        SPELT.iter().map(|(file, path, _)| ((*file).to_owned(), (*path).to_owned())).collect();
    assert_eq!(found, allowed);
}

#[test]
fn spelt_paths_are_found() {
    let text = "Place::parse(\"a/b\").key(\"c\"); map.under(\"d\"); place.key(name); label(\"e\")";
    assert_eq!(spelt(text).collect::<Vec<_>>(), ["a/b", "c", "d"]);
}
