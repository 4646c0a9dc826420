//! Templates filled in one by one, outside any document: the texts of a portal's fields. In: a folder of
//! templates, a context. Out: a tree a template, its sources as notes.

use std::sync::Arc;

use serde::Serialize;

use super::engine::Engine;
use super::faults::Fault;
use super::library::Library;
use super::{budget, escape};
use crate::context::{Context, Evidence};
use crate::document::Document;
use crate::lang::Lang;
use crate::markdown;

/// The templates of a folder with what they see.
#[derive(Clone, Debug)]
pub struct PortalTexts {
    engine: Arc<Engine>,
    root: String,
    lang: Lang,
    values: tera::Context,
    /// The label of each source's note and what the note says.
    credits: Arc<[(String, String)]>,
}

impl Library {
    /// Returns the templates of a folder that is no document, in the context's language.
    pub fn parts(&self, folder: &str, context: &Context) -> Result<PortalTexts, Vec<Fault>> {
        let engine = self.engine_of(folder, context.lang)?;
        let values = tera::Context::from_serialize(context)
            .map_err(|error| vec![Fault::new("TPL-08").with("detail", error.to_string())])?;
        let credit = |source: &Evidence| (source.id.clone(), escape::markdown(&source.credit));
        Ok(PortalTexts {
            engine,
            root: format!("{folder}/{}", context.lang.code()),
            lang: context.lang,
            values,
            credits: context.evidence.iter().map(credit).collect(),
        })
    }

    /// Reads the templates of a folder that is no document without filling them in.
    pub fn check_parts(&self, folder: &str, lang: Lang) -> Result<(), Vec<Fault>> {
        self.engine_of(folder, lang).map(|_| ())
    }
}

impl PortalTexts {
    /// Returns the same with another value under a name that templates see.
    #[must_use]
    pub fn with<T: Serialize + ?Sized>(mut self, name: &'static str, value: &T) -> Self {
        self.values.insert(name, value);
        self
    }

    /// Fills templates in, one under the other, and reads them into one tree, so that a source cited
    /// twice is known.
    pub fn fill(&self, names: &[String]) -> Result<Document, Vec<Fault>> {
        budget::start();
        let render = |name: &String| self.engine.render(&format!("{}/{name}.md", self.root), &self.values);
        let texts = names.iter().map(render).collect::<Result<Vec<_>, _>>()?;
        let mut text = texts.join("\n\n***\n\n") + "\n\n";
        for (id, credit) in &*self.credits {
            if text.contains(&format!("[^{id}]")) {
                text.push_str(&format!("[^{id}]: {credit}\n\n"));
            }
        }
        let body = markdown::read_in(&text, self.lang);
        Ok(Document { lang: self.lang, blocks: body.blocks, notes: body.notes, ..Document::default() })
    }
}
