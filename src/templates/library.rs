//! All documents there are. In: layers. Out: what they are, and each of them filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::engine::Engine;
use super::faults::Fault;
use super::layers::Layers;
use super::manifest::{Manifest, Section};
use super::phrases;
use super::{budget, escape};
use crate::context::Context;
use crate::lang::Lang;

/// What in a template takes letters out of a text.
const CHANGING: [&str; 11] =
    ["truncate", "replace", "split", "slice", "striptags", "trim", "first", "last", "nth", "[:", ":]"];

/// The folder of the templates of a portal's fields, which is no document.
pub const PORTAL: &str = "portal";

/// The documents of all layers; templates are read once, when a document is first asked for.
#[derive(Debug)]
pub struct Library {
    layers: Layers,
    documents: Vec<Manifest>,
    engines: Mutex<BTreeMap<(String, Lang), Arc<Engine>>>,
}

/// A document filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Its title.
    pub title: String,
    /// The whole of it, with its notes.
    pub markdown: String,
    /// Its sections; one without words is left out.
    pub sections: Vec<Written>,
}

/// A section filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The name of its template.
    pub file: String,
    /// Its heading without a number; empty for none.
    pub title: String,
    /// Whether the heading bears a number where those of the document do.
    pub is_numbered: bool,
    /// Whether it is an annex.
    pub is_annex: bool,
    /// Whether it starts a page.
    pub starts_page: bool,
    /// What stands under the heading.
    pub markdown: String,
}

impl Library {
    /// Reads the documents of all layers; one whose description is faulty is left out.
    pub fn new(layers: Layers) -> (Self, Vec<Fault>) {
        let (layers, phrases, mut faults) = phrases::apply(layers);
        let mut documents = Vec::new();
        for id in layers.documents() {
            let Some(file) = layers.find(&format!("{id}/document.yaml")) else { continue };
            match Manifest::read(id, file) {
                Ok(mut manifest) => {
                    phrases.retitle(&mut manifest);
                    documents.push(manifest);
                }
                Err(found) => faults.extend(found),
            }
        }
        documents.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        let paths = |manifest: &Manifest| -> Vec<String> {
            let of = |lang| manifest.sections.iter().map(move |section| manifest.path(section, lang));
            manifest.languages.iter().copied().flat_map(of).collect()
        };
        let sections: BTreeSet<String> = documents.iter().flat_map(paths).collect();
        faults.extend(layers.strays(&sections));
        (Self { layers, documents, engines: Mutex::default() }, faults)
    }

    /// Returns what the program ships.
    pub fn shipped() -> Self {
        Self::new(Layers::over_shipped(Vec::new())).0
    }

    /// Returns all documents in the order in which they are offered.
    pub fn documents(&self) -> &[Manifest] {
        &self.documents
    }

    /// Returns the layers the documents come from.
    pub fn layers(&self) -> &Layers {
        &self.layers
    }

    /// Returns a document's description; the fault names the documents there are.
    pub fn document(&self, id: &str) -> Result<&Manifest, Vec<Fault>> {
        let ids = self.documents.iter().map(|document| document.id.as_str()).chain([PORTAL]);
        let found = self.documents.iter().find(|document| document.id == id);
        found.ok_or_else(|| vec![Fault::new("TPL-10").among(id, ids)])
    }

    /// Reads the templates of a document without filling them in.
    pub fn check(&self, id: &str, lang: Lang) -> Result<(), Vec<Fault>> {
        self.engine(id, lang).map(|_| ())
    }

    /// Fills a document in, in the context's language. The faults are those of all its sections.
    pub fn render(&self, id: &str, context: &Context) -> Result<Rendered, Vec<Fault>> {
        let manifest = self.document(id)?;
        let lang = context.lang;
        let engine = self.engine(id, lang)?;
        let values = tera::Context::from_serialize(context)
            .map_err(|error| vec![Fault::new("TPL-08").with("detail", error.to_string())])?;
        budget::start();
        let mut faults = Vec::new();
        let mut sections = Vec::new();
        for section in &manifest.sections {
            match engine.render(&manifest.path(section, lang), &values) {
                Ok(markdown) => sections.extend(written(section, lang, &markdown)),
                Err(found) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let markdown = whole(manifest, &sections, context);
        Ok(Rendered { title: manifest.title.get(lang).to_owned(), markdown, sections })
    }

    /// Returns the templates of a folder that is no document, such as the portal's, as one engine.
    pub(super) fn engine_of(&self, folder: &str, lang: Lang) -> Result<Arc<Engine>, Vec<Fault>> {
        let mut engines = self.engines.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (format!("{folder}/"), lang);
        if let Some(engine) = engines.get(&key) {
            return Ok(Arc::clone(engine));
        }
        let root = format!("{folder}/{}/", lang.code());
        let files = self.layers.files();
        let paths: BTreeSet<&str> =
            files.iter().map(|file| file.path).filter(|path| path.starts_with(&root)).collect();
        let engine =
            Arc::new(Engine::of(&self.layers, paths.into_iter().map(str::to_owned).collect(), lang)?);
        engines.insert(key, Arc::clone(&engine));
        Ok(engine)
    }

    /// Returns a template of the user's own among those of a document that changes texts on purpose.
    pub fn changing(&self, id: &str, lang: Lang) -> Option<String> {
        let engine = self.engine(id, lang).ok()?;
        engine
            .own()
            .find(|(_, text)| CHANGING.iter().any(|word| text.contains(word)))
            .map(|(shown, _)| shown.to_owned())
    }

    fn engine(&self, id: &str, lang: Lang) -> Result<Arc<Engine>, Vec<Fault>> {
        let mut engines = self.engines.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(engine) = engines.get(&(id.to_owned(), lang)) {
            return Ok(Arc::clone(engine));
        }
        let manifest = self.document(id)?;
        let engine = Arc::new(Engine::new(&self.layers, manifest, lang)?);
        engines.insert((id.to_owned(), lang), Arc::clone(&engine));
        Ok(engine)
    }
}

/// Returns a section with its heading: that of its template's `{title}` line, else that of the manifest;
/// `None` for one that holds nothing.
fn written(section: &Section, lang: Lang, markdown: &str) -> Option<Written> {
    let given = section.title.as_ref().map_or("", |title| title.get(lang));
    let (title, markdown) = match markdown.strip_prefix("{title} ") {
        Some(rest) => rest.split_once('\n').unwrap_or((rest, "")),
        None => (given, markdown),
    };
    let markdown = markdown.trim_matches('\n');
    (!markdown.is_empty()).then(|| Written {
        file: section.file.clone(),
        title: title.trim().to_owned(),
        is_numbered: !section.unnumbered && !section.annex,
        is_annex: section.annex,
        starts_page: section.new_page,
        markdown: markdown.to_owned(),
    })
}

/// Names the annexes in a line, for a section that holds `<annexes>`: `1 – Diagnoza, 2 – Harmonogram`.
fn annexes(sections: &[Written]) -> String {
    let titles = sections.iter().filter(|section| section.is_annex && !section.title.is_empty());
    let named = (1..).zip(titles).map(|(number, own)| format!("{number} – {}", escape::markdown(&own.title)));
    named.collect::<Vec<_>>().join(", ")
}

/// Puts the sections under their headings and the sources that they cite at the end.
fn whole(manifest: &Manifest, sections: &[Written], context: &Context) -> String {
    let mut text = String::new();
    if manifest.contents {
        text.push_str("<contents>\n\n");
    }
    let annexes = annexes(sections);
    let (mut number, mut annex): (usize, usize) = (0, 0);
    for section in sections {
        if section.starts_page || section.is_annex && annex == 0 {
            text.push_str("<pagebreak full>\n\n");
        }
        if !section.title.is_empty() {
            let number = if section.is_annex {
                annex += 1;
                format!("{}\u{a0}{annex}. ", context.lang.pick("Załącznik", "Annex"))
            } else if manifest.numbered && section.is_numbered {
                number += 1;
                let sign = if manifest.sign.is_empty() { "" } else { "\u{a0}" };
                format!("{}{sign}{number}. ", manifest.sign)
            } else {
                String::new()
            };
            text.push_str(&format!("# {number}{}\n\n", escape::markdown(&section.title)));
        }
        text.push_str(&section.markdown.replace("<annexes>", &annexes));
        text.push_str("\n\n");
    }
    let mut cited: Vec<(usize, String)> = Vec::new();
    for source in &context.evidence {
        if let Some(at) = text.find(&format!("[^{}]", source.id)) {
            cited.push((at, format!("[^{}]: {}\n", source.id, escape::markdown(&source.citation))));
        }
    }
    cited.sort();
    text.extend(cited.into_iter().map(|(_, note)| note));
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
