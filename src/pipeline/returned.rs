//! Changes made in Word on their way back. In: a Word file that comes back, the application. Out: the application's files with
//! the smallest edits that make its paper say what the file says, and what could not be brought back.
//!
//! No change is trusted: the application is read again with it, its paper is built again, and only where that says what the file
//! says, and no other text has changed, is the change made.

use std::collections::{BTreeMap, BTreeSet};

use super::{Run, Trace};
use crate::context::Mode;
use crate::diagnostic::{Diagnostic, Findings, Level, Place, Value};
use crate::edit::{Edit, edited};
use crate::style::Look;
use crate::templates::Library;
use crate::word::{self, Map, Paper, Text, hash, notation, rewritten};
use crate::yaml::Input;

/// How many paragraphs of other words are told.
const TOLD: usize = 20;

/// How long a quoted text is at most, in characters.
const QUOTED: usize = 90;

/// What came back.
#[derive(Clone, Debug, Default)]
pub struct Returned {
    /// The files of the application, in their order, changed.
    pub parts: Vec<Input>,
    /// How many texts were changed.
    pub texts: usize,
    /// What was not brought back, and what comments say.
    pub findings: Findings,
}

/// What is needed to read and build an application again.
pub struct Again<'a> {
    /// Reads it of other contents of its files.
    pub read: &'a dyn Fn(&[Input]) -> Run,
    /// The templates of its papers.
    pub library: &'a Library,
}

/// Brings the changes in a Word file back into the files of an application.
pub fn returned(parts: Vec<Input>, paper: &Paper, again: &Again<'_>) -> Returned {
    let run = (again.read)(&parts);
    let Some(map) = &paper.map else { return Returned { parts, ..Returned::default() } };
    let mut own =
        Return { paper, map, again, findings: Findings::default(), done: Vec::new(), texts: 0, parts };
    own.comments();
    own.others();
    if let Some(built) = own.built(&run) {
        own.changes(&run, &built);
        own.foreign(&built);
    } else {
        own.tell("WORD-08", &Place::root(), &[("paper", &map.paper)]);
    }
    Returned { parts: own.parts, texts: own.texts, findings: own.findings }
}

/// A return that goes on.
struct Return<'a> {
    paper: &'a Paper,
    map: &'a Map,
    again: &'a Again<'a>,
    parts: Vec<Input>,
    findings: Findings,
    /// The texts that have come back: their numbers in a paper built anew, and what they say.
    done: Vec<(usize, String)>,
    texts: usize,
}

/// A text that was changed, in all places of the file where that was done.
struct Changed<'a> {
    text: &'a Text,
    /// Its number in a paper built anew, and what the file says.
    now: Vec<(usize, &'a str)>,
}

impl<'a> Return<'a> {
    fn tell(&mut self, code: &str, place: &Place, values: &[(&'static str, &str)]) {
        self.findings.push(Diagnostic::of(word::words(), code, place.clone(), values));
    }

    fn quote(&mut self, code: &str, place: &Place, signs: &str) {
        let finding = Diagnostic::of(word::words(), code, place.clone(), &[]);
        self.findings.push(finding.with("text", quoted(signs)));
    }

    /// Builds the paper that the file was made of.
    fn built(&self, run: &Run) -> Option<Paper> {
        let mode = if self.map.is_draft { Mode::Draft } else { Mode::Final };
        let (library, id) = (self.again.library, self.map.document.as_str());
        let seen = run.seen(self.map.lang, mode);
        let filled = run.fill_from(library, id, &seen).ok()?.into_iter();
        let filled = filled.into_iter().find(|filled| filled.stem == self.map.paper)?;
        let trace = Trace::of(run, library, (id, &filled), &seen);
        Some(trace.word(&filled.paper.document, &Look::default()).1)
    }

    fn changes(&mut self, run: &Run, built: &Paper) {
        let numbers = numbers(self.map, built);
        let mut changed: Vec<Changed<'a>> = Vec::new();
        for text in &self.map.texts {
            let Some(signs) = self.paper.texts.get(&text.number) else {
                self.tell("WORD-05", &text.place, &[]);
                continue;
            };
            if hash(signs) == text.shown {
                continue;
            }
            let Some(number) = numbers.get(&text.number) else {
                self.quote("WORD-03", &text.place, signs);
                continue;
            };
            match changed.iter_mut().find(|known| known.text.place == text.place) {
                Some(known) => known.now.push((*number, signs)),
                None => changed.push(Changed { text, now: vec![(*number, signs)] }),
            }
        }
        let mut run = run.clone();
        for one in &changed {
            if let Some(next) = self.change(&run, built, one) {
                run = next;
            }
        }
    }

    /// Brings a text back and returns the application with it.
    fn change(&mut self, run: &Run, built: &Paper, changed: &Changed<'_>) -> Option<Run> {
        let Changed { text, now } = changed;
        let (number, signs) = *now.first()?;
        let typed = run.typed();
        let own = typed.get(&text.place.to_string());
        if own.is_none_or(|own| hash(own) != text.typed) {
            self.quote("WORD-01", &text.place, signs);
            return None;
        }
        if now.iter().any(|(_, signs)| signs.is_empty()) {
            self.tell("WORD-09", &text.place, &[]);
            return None;
        }
        let shown = built.texts.get(&number).filter(|shown| hash(shown) == text.shown);
        let same = own.into_iter().flat_map(|own| typed.iter().filter(move |(_, words)| *words == own));
        let mut places: Vec<Place> = same.map(|(place, _)| Place::parse(place)).collect();
        places.sort_by_key(|place| *place != text.place);
        for place in &places {
            for edits in
                shown.into_iter().flat_map(|shown| candidates(run, &self.parts, place, (shown, signs)))
            {
                if let Some((parts, next)) = self.proved(&edits, place, (run, &typed), now) {
                    self.parts = parts;
                    self.texts += 1;
                    self.done.extend(now.iter().map(|(number, signs)| (*number, (*signs).to_owned())));
                    return Some(next);
                }
            }
        }
        let ways: BTreeSet<&str> = now.iter().map(|(_, signs)| *signs).collect();
        if ways.len() > 1 {
            let all: Vec<String> = ways.into_iter().map(short).collect();
            let finding = Diagnostic::of(word::words(), "WORD-02", text.place.clone(), &[]);
            self.findings.push(finding.with("text", Value::list(all.into_iter().map(Value::quoted))));
        } else {
            self.quote("WORD-03", &text.place, signs);
        }
        None
    }

    /// Makes edits and returns what comes of them, if it is what was meant: the paper says what the file says, and no
    /// other text of the application has changed.
    fn proved(
        &self,
        (part, edits): &(usize, Vec<Edit>),
        place: &Place,
        (run, typed): (&Run, &BTreeMap<String, String>),
        now: &[(usize, &str)],
    ) -> Option<(Vec<Input>, Run)> {
        let mut parts = self.parts.clone();
        let own = parts.get_mut(*part)?;
        own.bytes = edited(&own.bytes, edits)?;
        let next = (self.again.read)(&parts);
        let errors = |run: &Run| run.loaded.findings.0.iter().filter(|one| one.level == Level::Error).count();
        if errors(&next) > errors(run) {
            return None;
        }
        let place = place.to_string();
        let after = next.typed();
        let is_kept = |(key, words): (&String, &String)| *key == place || after.get(key) == Some(words);
        if after.len() != typed.len() || !typed.iter().all(is_kept) {
            return None;
        }
        let built = self.built(&next)?;
        let done = self.done.iter().map(|(number, signs)| (*number, signs.as_str()));
        // A full stop that a sentence of the paper sets behind a text is no change of it.
        let is_said = |own: &String, signs: &str| own == signs || own.strip_suffix('.') == Some(signs);
        let says =
            |(number, signs): (usize, &str)| built.texts.get(&number).is_some_and(|own| is_said(own, signs));
        now.iter().copied().chain(done).all(says).then_some((parts, next))
    }

    fn comments(&mut self) {
        for comment in &self.paper.comments {
            let text =
                comment.number.and_then(|number| self.map.texts.iter().find(|text| text.number == number));
            let place = text.map(|text| text.place.clone()).unwrap_or_default();
            self.tell("WORD-07", &place, &[("author", &comment.author), ("text", &comment.words)]);
        }
    }

    /// Tells of paragraphs that are not the application's and were not there.
    fn others(&mut self) {
        let is_new = |words: &&String| !self.map.others.contains(&hash(words));
        let new: Vec<&String> = self.paper.others.iter().filter(is_new).take(TOLD).collect();
        for words in new {
            self.quote("WORD-04", &Place::root(), words);
        }
    }

    /// Tells of a look that no text can say, where the file gave a text one.
    fn foreign(&mut self, built: &Paper) {
        let numbers = numbers(self.map, built);
        for text in &self.map.texts {
            let Some(found) = self.paper.foreign.get(&text.number) else { continue };
            let own = numbers.get(&text.number).and_then(|number| built.foreign.get(number));
            let names: Vec<Value> = found
                .iter()
                .filter(|name| own.is_none_or(|own| !own.contains(*name)))
                .map(|name| named(name))
                .collect();
            if !names.is_empty() {
                let finding = Diagnostic::of(word::words(), "WORD-06", text.place.clone(), &[]);
                self.findings.push(finding.with("formats", Value::list(names)));
            }
        }
    }
}

/// Returns for each text of a file its number in a paper built anew: the same time that a text of its place is said.
fn numbers(map: &Map, built: &Paper) -> BTreeMap<usize, usize> {
    let mut times: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for text in built.map.iter().flat_map(|map| &map.texts) {
        times.entry(text.place.to_string()).or_default().push(text.number);
    }
    times.values_mut().for_each(|numbers| numbers.reverse());
    let number = |text: &Text| Some((text.number, times.get_mut(&text.place.to_string())?.pop()?));
    map.texts.iter().filter_map(number).collect()
}

/// Returns edits that may make a text what the file says, each with the file of the application that it is of.
fn candidates(
    run: &Run,
    parts: &[Input],
    place: &Place,
    (shown, now): (&str, &str),
) -> Vec<(usize, Vec<Edit>)> {
    let span = run.loaded.span_of(place);
    let Some(source) = run.loaded.sources.file(span) else { return Vec::new() };
    // What lies in a file that others share is not the application's to change.
    let Some(part) = parts.iter().position(|part| part.name == source.name) else { return Vec::new() };
    let Some(scalar) = source.text.get(span.from..span.to) else { return Vec::new() };
    let line = source.text[..span.from].rfind('\n').map_or(0, |at| at + 1);
    let head = &source.text[line..span.from];
    let indent = head.len() - head.trim_start_matches([' ', '-']).len() + 2;
    let moved = |edits: Vec<Edit>| {
        let edits = edits.into_iter();
        edits.map(|edit| Edit { from: edit.from + span.from, to: edit.to + span.from, ..edit }).collect()
    };
    rewritten(scalar, indent, shown, now).into_iter().map(|edits| (part, moved(edits))).collect()
}

/// Returns a text as a person reads it, its beginning where it is long.
fn short(signs: &str) -> String {
    let words = notation::typed(signs);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let opening: String = words.chars().take(QUOTED).collect();
    if opening.len() < words.len() { opening + "…" } else { opening }
}

fn quoted(signs: &str) -> Value {
    Value::quoted(short(signs))
}

/// Returns the name of a look.
fn named(property: &str) -> Value {
    Value::from(match property {
        "u" => ["podkreślenie", "underlining"],
        "color" => ["kolor liter", "colour of letters"],
        "highlight" | "shd" => ["kolor tła", "background colour"],
        "sz" => ["wielkość liter", "size of letters"],
        "vertAlign" => ["indeks górny lub dolny", "superscript or subscript"],
        "caps" | "smallCaps" => ["wersaliki", "capitals"],
        word::END => ["skreślony koniec akapitu", "a struck-out end of the paragraph"],
        "strike" | "dstrike" => ["przekreślenie", "struck-out words"],
        _ => ["ramka lub znak wyróżnienia", "a border or a mark of emphasis"],
    })
}
