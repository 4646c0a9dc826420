//! The templates of one document in one language, ready to be filled in. In: layers. Out: Markdown,
//! section by section.

use std::collections::BTreeSet;

use tera::{EscapeFn, Tera};

use super::faults::{self, Fault};
use super::layers::{Layers, Origin, includes};
use super::manifest::Manifest;
use super::metered::Metered;
use super::{budget, escape, figures, filters, names};
use crate::context::origins::is_origin;
use crate::lang::Lang;
use crate::words::meant;

/// A set of templates that fit together.
#[derive(Debug)]
pub(super) struct Engine {
    tera: Tera,
    /// Engine name, shown name and text of every template.
    texts: Vec<(String, String, String)>,
    /// The same texts with the meter in them, where some are an author's.
    metered: Vec<Metered>,
}

impl Engine {
    /// Reads the templates of a document in one language with all they include.
    pub(super) fn new(layers: &Layers, manifest: &Manifest, lang: Lang) -> Result<Self, Vec<Fault>> {
        let sections = manifest.sections.iter();
        let missing: Vec<Fault> = sections
            .clone()
            .filter(|section| layers.find(&manifest.path(section, lang)).is_none())
            .map(|section| without_template(layers, manifest, &section.file, lang))
            .collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        Self::of(layers, sections.map(|section| manifest.path(section, lang)).collect(), lang)
    }

    /// Reads the templates of these relative paths with all they include, for documents in `lang`.
    pub(super) fn of(layers: &Layers, paths: Vec<String>, lang: Lang) -> Result<Self, Vec<Fault>> {
        let mut engine = Self { tera: empty(lang), texts: closure(layers, paths), metered: Vec::new() };
        engine.load()?;
        // Names in what the program ships are checked once, by a test.
        let faults: Vec<Fault> = engine.own().flat_map(|(shown, text)| names::check(shown, text)).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        if engine.own().next().is_some() {
            engine.meter(lang)?;
        }
        Ok(engine)
    }

    /// Puts the meter into all templates: an author's may include a shipped one in a loop.
    fn meter(&mut self, lang: Lang) -> Result<(), Vec<Fault>> {
        if let Some(at) = too_deep(&self.texts) {
            let (_, shown, text) = &self.texts[at];
            let from = text.find("include").unwrap_or_default();
            return Err(vec![Fault::new("TPL-14").at(shown, text, (from, from + "include".len()))]);
        }
        let metered = self.texts.iter().map(|(_, shown, text)| {
            Metered::of(text).map_err(|tag| vec![Fault::new("TPL-14").at(shown, text, tag)])
        });
        self.metered = metered.collect::<Result<_, _>>()?;
        let mut tera = empty(lang);
        budget::register(&mut tera);
        let names = self.texts.iter().map(|(name, ..)| name.as_str());
        tera.add_raw_templates(names.zip(self.metered.iter().map(|metered| metered.text.as_str())))
            .map_err(|error| vec![Fault::new("TPL-08").with("detail", error.to_string())])?;
        self.tera = tera;
        Ok(())
    }

    /// Returns the templates that are the user's own: shown name and text of each.
    pub(super) fn own(&self) -> impl Iterator<Item = (&str, &str)> {
        let shipped = format!("{}/", Origin::Shipped.code());
        let own = self.texts.iter().filter(move |(name, ..)| !name.starts_with(&shipped));
        own.map(|(_, shown, text)| (shown.as_str(), text.as_str()))
    }

    /// Gives the engine all templates; a template with a fault is set aside, so that those of the
    /// others are found as well.
    fn load(&mut self) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        let mut broken: BTreeSet<String> = BTreeSet::new();
        loop {
            let sound = self.texts.iter().filter(|(name, ..)| !broken.contains(name));
            let texts: Vec<(&str, &str)> =
                sound.map(|(name, _, text)| (name.as_str(), text.as_str())).collect();
            let Err(error) = self.tera.add_raw_templates(texts) else { break };
            let found = self.faults(&error);
            let name = match error.kind() {
                tera::ErrorKind::SyntaxError(report) => Some(report.filename().to_owned()),
                _ => None,
            };
            // After a template was set aside, its absence alone makes includes fail.
            let echo = |fault: &Fault| fault.code == "TPL-05" && !broken.is_empty();
            faults.extend(found.into_iter().filter(|fault| !echo(fault)));
            match name {
                Some(name) if broken.insert(name.clone()) => {}
                _ => break,
            }
        }
        faults.sort_by(|a, b| (&a.file, a.range).cmp(&(&b.file, b.range)));
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn faults(&self, error: &tera::Error) -> Vec<Fault> {
        let find = |name: &str| {
            let at = self.texts.iter().position(|(known, ..)| known == name)?;
            let (_, shown, text) = &self.texts[at];
            Some((shown.clone(), self.metered.get(at).map_or(text, |metered| &metered.text).clone()))
        };
        let names: Vec<String> = self.texts.iter().map(|(name, ..)| name.clone()).collect();
        let mut faults = faults::from_engine(error, find, &names);
        for fault in &mut faults {
            if let Some(metered) = self.metered.iter().find(|metered| metered.text == fault.text) {
                (fault.range, fault.text) = (metered.own(fault.range), metered.author().to_owned());
            }
        }
        faults
    }

    /// Fills in one template, named by its relative path; what authors' templates may cost was given by
    /// `budget::start`.
    pub(super) fn render(&self, path: &str, context: &tera::Context) -> Result<String, Vec<Fault>> {
        let mut page = budget::Page::default();
        match self.tera.render_to(path, context, &mut page) {
            Ok(()) => {
                let text = page.text();
                #[cfg(test)]
                let text = crate::planted::passed(crate::planted::Stage::Template, &text);
                Ok(tidy(&text))
            }
            Err(_) if page.is_full() => Err(vec![self.over(path)]),
            Err(error) => Err(self.faults(&error)),
        }
    }

    /// Returns the fault of a template that wrote more than a document may hold.
    fn over(&self, path: &str) -> Fault {
        let fault = Fault::new("TPL-14");
        let of = |name: &String| name.split_once('/').is_some_and(|(_, relative)| relative == path);
        match self.texts.iter().find(|(name, ..)| of(name)) {
            Some((_, shown, text)) => fault.at(shown, text, (0, 0)),
            None => fault,
        }
    }
}

/// Returns the engine before it has read a template.
fn empty(lang: Lang) -> Tera {
    let mut tera = Tera::default();
    tera.set_fallback_prefixes(
        [Origin::Override, Origin::Beside, Origin::Shipped].map(|origin| format!("{}/", origin.code())),
    )
    .expect("no template is there yet");
    tera.set_escape_fn(lang.pick(escape::polish as EscapeFn, escape::english));
    tera.autoescape_on([".md"]);
    filters::register(&mut tera);
    figures::register(&mut tera);
    tera
}

fn without_template(layers: &Layers, manifest: &Manifest, section: &str, lang: Lang) -> Fault {
    let path = format!("{}/{}/{section}.md", manifest.id, lang.code());
    let files = layers.files();
    let known = files.iter().map(|file| file.path);
    let fault = Fault::new("TPL-07").with("name", section).with("lang", lang.code()).with("path", &*path);
    let fault = Fault { suggestion: meant(&path, known).map(str::to_owned), ..fault };
    let Some(file) = layers.find(&format!("{}/document.yaml", manifest.id)) else { return fault };
    let from = file.text.find(section).unwrap_or_default();
    fault.at(&file.shown(), file.text, (from, from + section.len()))
}

/// Collects the files of all layers that stand for the paths, and what they include.
fn closure(layers: &Layers, mut paths: Vec<String>) -> Vec<(String, String, String)> {
    let mut seen = BTreeSet::new();
    let mut texts = Vec::new();
    while let Some(path) = paths.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        for file in layers.all(&path) {
            if seen.insert(file.name()) || path == file.name() {
                paths.extend(includes(file.text).into_iter().map(str::to_owned));
                texts.push((file.name(), file.shown(), file.text.to_owned()));
            }
        }
    }
    texts.sort();
    texts.dedup();
    texts
}

/// How many files may include one another in a row.
const DEPTH: usize = 16;

/// Returns the place of a file that opens a longer row of includes than may be.
fn too_deep(texts: &[(String, String, String)]) -> Option<usize> {
    let relative = |name: &str| name.split_once('/').map_or(String::new(), |(_, path)| path.to_owned());
    let mut deep: BTreeSet<String> =
        texts.iter().flat_map(|(name, ..)| [name.clone(), relative(name)]).collect();
    let mut found = None;
    for _ in 0..DEPTH {
        let opens = |at: &usize| includes(&texts[*at].2).into_iter().any(|path| deep.contains(path));
        let above: Vec<usize> = (0..texts.len()).filter(opens).collect();
        deep = above.iter().flat_map(|at| [texts[*at].0.clone(), relative(&texts[*at].0)]).collect();
        found = above.first().copied();
    }
    found
}

/// Takes out what tags leave behind: white space at line ends, and more than one empty line. What
/// stands in a fence stays as it is.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = true;
    let mut fence: Option<String> = None;
    for line in text.lines() {
        let bare = line.trim_start();
        let run: String = bare.chars().take_while(|sign| matches!(sign, '`' | '~')).collect();
        match &fence {
            Some(open) if run.starts_with(open.as_str()) => fence = None,
            Some(_) => {
                out.push_str(line);
                out.push('\n');
                continue;
            }
            None if run.len() >= 3 => fence = Some(run),
            None => {}
        }
        // A sentence that was left out may leave the space before the next one.
        let line = if line.starts_with(' ') && !line.starts_with("  ") { &line[1..] } else { line };
        let line = &one_stop(line);
        // Two spaces at a line's end are a line break that an author may have meant.
        let spaces = line.len() - line.trim_end_matches(' ').len();
        let line = line.trim_end_matches([' ', '\t']);
        if line.is_empty() && empty {
            continue;
        }
        empty = line.is_empty();
        out.push_str(line);
        out.push_str(if spaces >= 2 && !empty { "  \n" } else { "\n" });
    }
    out.trim_end().to_owned()
}

/// Makes one full stop of the stop of an abbreviation and that of the sentence: `2026 r..`.
fn one_stop(line: &str) -> String {
    // Only the mark of an origin may part the two stops; it begins with this byte.
    if !line.contains("..") && !line.as_bytes().contains(&0xef) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut signs = line.chars().peekable();
    let mut before = ['\0'; 2];
    while let Some(sign) = signs.next() {
        let ends = !signs.peek().is_some_and(|next| matches!(next, '.' | '/' | '\\'));
        if is_origin(sign) {
            out.push(sign);
            continue;
        }
        if sign == '.' && before[1] == '.' && before[0].is_alphanumeric() && ends {
            continue;
        }
        before = [before[1], sign];
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_ends_a_sentence_with_one_stop() {
        assert_eq!(one_stop("2026 r.. A.. b... ../x"), "2026 r. A. b... ../x");
    }

    #[test]
    fn tags_leave_no_gaps() {
        assert_eq!(tidy("\n\na \n\n\n\nb\n```\n\n\nc\n```\n\n\n"), "a\n\nb\n```\n\n\nc\n```");
    }
}
