//! From a changed table to edits. In: an application, a table's bytes. Out: `Plan`: what is edited, and what is wrong with the
//! table.
//!
//! Rows are matched by id. A changed cell is an edit, a row with a new id a new entry; what the table lacks is named and stays.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Field;
use super::faults::{At, Told};
use super::heads::{Heads, heads, likeness, sheet};
use super::put::{Odd, Putting};
use super::read::{Found, Grid, Line, Wrong, grids};
use super::value::Value;
use super::{Subject, declared, entries_of, sheet_name, steps, typed};
use crate::described::{Fields, Kind};
use crate::diagnostic::{Place, Step, Value as Said};
use crate::edit::Edit;
use crate::joining::Loaded;
use crate::lang::Lang;
use crate::model::Id;
use crate::source::{Node, Value as Yaml};
use crate::words::{fold, listed};

/// How many ids a finding names.
const NAMED: usize = 10;

/// Words that begin a row of sums.
const SUMS: [&str; 7] = ["razem", "suma", "ogolem", "lacznie", "total", "sum", "w sumie"];

/// What a table changes.
#[derive(Debug, Default)]
pub struct Plan {
    /// What is wrong with it, and what the reader should know.
    pub told: Vec<Told>,
    /// The edits of each file of the application, by its number among the sources.
    pub edits: BTreeMap<usize, Vec<Edit>>,
    /// Where each changed cell belongs in the application.
    cells: Vec<(Place, At)>,
    /// How many cells change entries that are there, and how many entries are new.
    pub changed: usize,
    /// How many entries are new.
    pub added: usize,
}

/// Reads a table and compares it with the application; `name` is the file's.
pub fn plan(loaded: &Loaded, (name, bytes): (&str, &[u8]), subject: Subject) -> Plan {
    let main = loaded.application.meta.lang.copied().unwrap_or_default();
    let mut planning = Planning {
        loaded,
        main,
        putting: Putting::new(loaded, main),
        plan: Plan::default(),
        missing: Vec::new(),
        fresh: 0,
    };
    match chosen(name, bytes, subject) {
        Ok(chosen) => chosen.iter().for_each(|(kind, grid)| planning.grid(*kind, grid)),
        Err(told) => planning.plan.told.push(told),
    }
    let Planning { putting, mut plan, missing, .. } = planning;
    if !missing.is_empty() && !plan.stops() {
        plan.told.push(Told::of("TABLE-15").with("ids", listed(&missing, NAMED)));
    }
    plan.edits = putting.edits();
    plan
}

impl Plan {
    /// Tells whether something is wrong for which nothing may be written.
    pub fn stops(&self) -> bool {
        self.told.iter().any(Told::stops)
    }

    /// Tells whether the table says what the application says already.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// Returns the cell from which what stands at a place comes.
    pub fn cell_of(&self, place: &Place) -> Option<Said> {
        let own = self.cells.iter().find(|(own, _)| place.is_within(own));
        own.map(|(_, at)| at.words())
    }

    /// Returns what is told where the first of the changed cells cannot be written by edits alone.
    pub fn unwritable(&self) -> Told {
        let at = self.cells.first().map(|(_, at)| at.words());
        Told::of("TABLE-14").with("at", at.unwrap_or_else(|| ["tabela", "the table"].into()))
    }

    /// Returns the places of all changed cells.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.cells.iter().map(|(place, _)| place)
    }
}

/// Returns the sheets that hold the entries of a subject.
fn chosen(name: &str, bytes: &[u8], subject: Subject) -> Result<Vec<(Kind, Grid)>, Told> {
    let mut all = grids(name, bytes)?;
    all.retain(|grid| !grid.rows.is_empty() || !grid.wrong.is_empty());
    let called = |grid: &Grid, kind: Kind| {
        Lang::ALL.iter().any(|lang| fold(grid.name.trim()) == fold(sheet_name(kind, *lang)))
    };
    let kinds = subject.kinds();
    if let [grid] = all.as_slice() {
        // The only table there is holds what most of its heads are about.
        let kind = kinds.iter().rev().max_by_key(|kind| likeness(grid, **kind)).copied();
        return Ok(kind.into_iter().zip(all).collect());
    }
    let mut found = Vec::new();
    for kind in kinds {
        if let Some(at) = all.iter().position(|grid| called(grid, *kind)) {
            found.push((*kind, all.swap_remove(at)));
        }
    }
    if found.is_empty() {
        let wanted = Said::both(|lang| listed(kinds.iter().map(|kind| sheet_name(*kind, lang)), NAMED));
        let sheets = listed(all.iter().map(|grid| grid.name.as_str()), NAMED);
        return Err(Told::of("TABLE-03").with("wanted", wanted).with("sheets", sheets));
    }
    Ok(found)
}

struct Planning<'l> {
    loaded: &'l Loaded,
    main: Lang,
    putting: Putting<'l>,
    plan: Plan,
    /// The entries that the table lacks.
    missing: Vec<String>,
    /// How many new entries the sheet in hand has.
    fresh: usize,
}

impl Planning<'_> {
    fn grid(&mut self, kind: Kind, grid: &Grid) {
        let heads = match heads(grid, kind) {
            Ok(heads) => heads,
            Err(told) => return self.plan.told.push(told),
        };
        self.plan.told.extend(heads.told.iter().cloned());
        self.unseen(grid, &heads);
        let lang = heads.lang.unwrap_or(self.main);
        let known = entries_of(&self.loaded.application, kind);
        let mut seen = BTreeSet::new();
        self.fresh = 0;
        for line in &grid.rows[heads.row + 1..] {
            if line.cells.iter().all(Found::is_blank) && !grid.wrong.iter().any(|own| own.0 == line.number) {
                continue;
            }
            let Some((id, at)) = self.id(line, grid, &heads) else { continue };
            if !seen.insert(id.clone()) {
                self.plan.told.push(Told::at("TABLE-12", &at).with("id", id.as_str()));
                continue;
            }
            match known.iter().find(|(_, entry)| entry.id() == id) {
                Some((number, entry)) => self.row(kind, (*number, *entry), (grid, line), &heads, lang),
                None => self.new_row(kind, (grid, line), &heads, lang),
            }
        }
        let lacks =
            known.iter().map(|(_, entry)| entry.id()).filter(|id| !id.is_empty() && !seen.contains(*id));
        self.missing.extend(lacks.map(str::to_owned));
    }

    /// Tells of rows and columns that hold something and that nobody sees.
    fn unseen(&mut self, grid: &Grid, heads: &Heads) {
        let lines = || grid.rows.iter().skip(heads.row);
        let [columns, rows] = &grid.hidden;
        let holds = |line: &&Line| line.cells.iter().any(|cell| !cell.is_blank());
        if let Some(line) = lines().filter(holds).find(|line| rows.contains(&line.number)) {
            let what = Said::around(["wiersz {0}", "row {0}"], line.number);
            self.plan.told.push(Told::of("TABLE-08").with("sheet", sheet(grid)).with("what", what));
        }
        let hidden = heads.columns.iter().find(|(column, ..)| columns.contains(&(column + 1)));
        if let Some((_, head, _)) = hidden {
            let what = Said::around(["kolumnę „{0}”", "column “{0}”"], head.as_str());
            self.plan.told.push(Told::of("TABLE-08").with("sheet", sheet(grid)).with("what", what));
        }
    }

    /// Returns the id of a row; `None` for a row of sums, and where it has none, which is told.
    fn id(&mut self, line: &Line, grid: &Grid, heads: &Heads) -> Option<(String, At)> {
        let (column, head, _) = heads.columns.iter().find(|(.., field)| field.is("id"))?;
        let at = grid.at(line.number, *column, head);
        let id = line.cells.get(*column).map(Found::text).unwrap_or_default();
        if Id::is_one(&id) {
            return Some((id, at));
        }
        let first = line.cells.iter().find(|cell| !cell.is_blank()).map(Found::text).unwrap_or_default();
        let is_sum = |text: &str| SUMS.contains(&fold(text.trim_end_matches([':', '.'])).as_ref());
        if is_sum(&id) || id.is_empty() && is_sum(&first) {
            return None;
        }
        let told = match id.is_empty() {
            true => Told::at("TABLE-11", &at),
            false => Told::at("TABLE-13", &at).with("id", id),
        };
        self.plan.told.push(told);
        None
    }

    /// Returns the cells of a row that hold a field, each with what was typed; what is wrong with one is told.
    fn cells<'h>(&mut self, (grid, line): (&Grid, &Line), heads: &'h Heads) -> Vec<(&'h Field, At, Found)> {
        let mut cells = Vec::new();
        for (column, head, field) in &heads.columns {
            let at = grid.at(line.number, *column, head);
            let wrong = grid.wrong.iter().find(|own| (own.0, own.1) == (line.number, *column));
            match wrong.map(|(.., wrong)| wrong) {
                Some(Wrong::Uncounted) => self.plan.told.push(Told::at("TABLE-09", &at)),
                Some(Wrong::Error) => self.plan.told.push(Told::at("TABLE-10", &at)),
                None => cells.push((field, at, line.cells.get(*column).cloned().unwrap_or_default())),
            }
        }
        cells
    }

    /// Compares a row with the entry that it is about.
    fn row(
        &mut self,
        kind: Kind,
        (number, entry): (usize, &dyn Fields),
        (grid, line): (&Grid, &Line),
        heads: &Heads,
        lang: Lang,
    ) {
        let list = steps(kind).fold(Place::root(), |place, step| place.key(step));
        let place = list.index(number);
        let Some(node) = self.node(&place) else { return };
        for (field, at, found) in self.cells((grid, line), heads) {
            let old = field.value(entry, [lang, self.main]);
            let new = typed::read(field, &found, &old);
            if new == old {
                continue;
            }
            match self.putting.set(&node, field, &new, lang) {
                Ok(()) => {
                    self.plan.changed += 1;
                    self.plan.cells.push((field.keys().fold(place.clone(), |place, key| place.key(key)), at));
                }
                Err(Odd) => self.plan.told.push(Told::at("TABLE-14", &at)),
            }
        }
    }

    /// Makes a new entry of a row.
    fn new_row(&mut self, kind: Kind, (grid, line): (&Grid, &Line), heads: &Heads, lang: Lang) {
        let cells = self.cells((grid, line), heads);
        let read = |(field, _, found): &(&Field, At, Found)| {
            let value = typed::read(field, found, &Value::Nothing);
            (value != Value::Nothing).then(|| ((*field).clone(), value))
        };
        let mut fields: Vec<(Field, Value)> = cells.iter().filter_map(read).collect();
        // In the order of the format, whatever that of the columns.
        fields.sort_by_key(|(field, _)| field.way.iter().map(|(number, _)| *number).collect::<Vec<_>>());
        let steps = declared(kind);
        let at = cells.first().map(|(_, at, _)| at.clone()).unwrap_or_default();
        match self.putting.append(&steps, &fields, lang) {
            Ok(()) => {
                let list = steps.iter().fold(Place::root(), |place, (step, _)| place.key(step));
                let known = self.node(&list).map_or(0, |node| match &node.value {
                    Yaml::List(items) => items.len(),
                    _ => 0,
                });
                let place = list.index(known + self.fresh);
                for (field, at, _) in cells {
                    self.plan.cells.push((field.keys().fold(place.clone(), |place, key| place.key(key)), at));
                }
                self.plan.added += 1;
                self.fresh += 1;
            }
            Err(Odd) => self.plan.told.push(Told::at("TABLE-14", &at)),
        }
    }

    /// Returns what stands at a place.
    fn node(&self, place: &Place) -> Option<Node> {
        let mut node = &self.loaded.tree;
        for step in place.steps() {
            node = match (step, &node.value) {
                (Step::Key(key), Yaml::Map(entries)) => &entries.iter().find(|own| own.key == *key)?.node,
                (Step::Index(index), Yaml::List(items)) => items.get(*index)?,
                _ => return None,
            };
        }
        Some(node.clone())
    }
}
