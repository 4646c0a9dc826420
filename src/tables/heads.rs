//! The heads of a table. In: a grid, a kind of entries. Out: which field each column holds, and in which language.

use std::collections::BTreeMap;

use super::columns::{Field, fields};
use super::entries::computed_heads;
use super::faults::Told;
use super::read::{Found, Grid, Line};
use crate::described::Kind;
use crate::diagnostic::Value;
use crate::lang::Lang;
use crate::words::{fold, listed, meant};

/// How many rows above the heads a table may have: its title, who made it.
const ABOVE: usize = 20;

/// How many heads a finding names.
const NAMED: usize = 12;

/// The heads that were found.
pub(super) struct Heads {
    /// The row, counted from 0 in the grid.
    pub(super) row: usize,
    /// For each column that holds a field: its number, its head as written, the field.
    pub(super) columns: Vec<(usize, String, Field)>,
    /// The language they are in; `None` where they are the same in both.
    pub(super) lang: Option<Lang>,
    /// What is wrong with others.
    pub(super) told: Vec<Told>,
}

/// Returns a head without what does not matter: capitals, accents, marks, a unit in brackets.
fn plain(head: &str) -> String {
    let bare = head.split(['[', '(']).next().unwrap_or_default();
    let bare = if bare.trim().is_empty() { head } else { bare };
    let words = fold(bare).replace(['_', ':', '-', '–', '.', '*', '/'], " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns all that a field may be called, in a language or in any; a field of a part is called with it or, where no other
/// field is called so, alone.
fn names(field: &Field, lang: Option<Lang>) -> Vec<String> {
    let langs = lang.map_or_else(|| Lang::ALL.to_vec(), |lang| vec![lang]);
    let mut all = vec![String::new()];
    for (_, member) in &field.way {
        let mut own: Vec<String> = langs.iter().map(|lang| member.name(*lang)).collect();
        if lang.is_none() {
            own.extend(member.keys().map(str::to_owned));
        }
        let with =
            |before: &String| own.iter().map(move |name| format!("{before} {name}")).collect::<Vec<_>>();
        all = all.iter().flat_map(with).collect();
    }
    all.iter().map(|name| plain(name)).collect()
}

/// Returns the names of all fields of a kind; what several are called means none.
fn known(kind: Kind, lang: Option<Lang>) -> BTreeMap<String, Field> {
    let mut known: BTreeMap<String, Field> = BTreeMap::new();
    let mut alone: BTreeMap<String, Option<Field>> = BTreeMap::new();
    for field in fields(kind) {
        for name in names(&field, lang) {
            known.entry(name).or_insert_with(|| field.clone());
        }
        if field.way.len() > 1 {
            let last = Field { way: field.way[field.way.len() - 1..].to_vec() };
            for name in names(&last, lang) {
                let same =
                    |known: &Option<Field>| known.as_ref().is_some_and(|own| own.keys().eq(field.keys()));
                let own = alone.entry(name).or_insert_with(|| Some(field.clone()));
                if !same(own) {
                    *own = None;
                }
            }
        }
    }
    for (name, field) in alone {
        if let Some(field) = field {
            known.entry(name).or_insert(field);
        }
    }
    known
}

/// Returns how many heads of a grid name fields of a kind, in the row where most do.
pub(super) fn likeness(grid: &Grid, kind: Kind) -> usize {
    let known = known(kind, None);
    let of = |line: &Line| line.cells.iter().filter(|cell| known.contains_key(&plain(&cell.text()))).count();
    grid.rows.iter().take(ABOVE).map(of).max().unwrap_or_default()
}

/// Finds the heads.
pub(super) fn heads(grid: &Grid, kind: Kind) -> Result<Heads, Told> {
    let known = known(kind, None);
    let field = |cell: &Found| known.get(&plain(&cell.text()));
    let is_id = |cell: &Found| field(cell).is_some_and(|field| field.is("id"));
    let mut rows = grid.rows.iter().take(ABOVE);
    let Some(row) = rows.position(|line| line.cells.iter().any(is_id)) else {
        let all = fields(kind);
        let heads = |lang: Lang| listed(all.iter().map(|field| field.head(lang)), NAMED);
        return Err(Told::of("TABLE-04").with("sheet", sheet(grid)).with("heads", Value::both(heads)));
    };
    let line = &grid.rows[row];
    let mut found = Heads { row, columns: Vec::new(), lang: lang(line, kind), told: Vec::new() };
    for (column, cell) in line.cells.iter().enumerate() {
        let head = cell.text();
        let at = grid.at(line.number, column, "");
        match field(cell) {
            Some(field) => {
                let same = |(_, _, own): &&(usize, String, Field)| own.keys().eq(field.keys());
                if let Some((_, first, _)) = found.columns.iter().find(same) {
                    let told = Told::at("TABLE-06", &at).with("first", first.as_str()).with("head", head);
                    found.told.push(told);
                } else {
                    found.columns.push((column, head, field.clone()));
                }
            }
            None if head.is_empty() => {
                let holds = |line: &Line| line.cells.get(column).is_some_and(|cell| !cell.is_blank());
                if grid.rows[row + 1..].iter().any(holds) {
                    found.told.push(Told::at("TABLE-07", &at).with("head", ""));
                }
            }
            None if is_computed(kind, &head) => {}
            None => found.told.push(match meant(&plain(&head), known.keys().map(String::as_str)) {
                Some(near) => {
                    let field = &known[near];
                    let meant = Value::both(|lang| field.head(lang));
                    Told::at("TABLE-05", &at).with("head", head).with("meant", meant)
                }
                None => Told::at("TABLE-07", &at).with("head", head),
            }),
        }
    }
    Ok(found)
}

fn is_computed(kind: Kind, head: &str) -> bool {
    Lang::ALL.iter().filter_map(|lang| computed_heads(kind, *lang)).any(|own| plain(own) == plain(head))
}

/// Says which sheet it is.
pub(super) fn sheet(grid: &Grid) -> Value {
    match grid.name.is_empty() {
        true => Value::Both(["tabela".into(), "the table".into()]),
        false => Value::around(["arkusz „{0}”", "sheet “{0}”"], grid.name.as_str()),
    }
}

/// Returns the language in which more heads are names of fields.
fn lang(line: &Line, kind: Kind) -> Option<Lang> {
    let [pl, en] = Lang::ALL.map(|lang| {
        let known = known(kind, Some(lang));
        line.cells.iter().filter(|cell| known.contains_key(&plain(&cell.text()))).count()
    });
    match pl.cmp(&en) {
        std::cmp::Ordering::Greater => Some(Lang::Pl),
        std::cmp::Ordering::Less => Some(Lang::En),
        std::cmp::Ordering::Equal => None,
    }
}
