//! A document as a tree, ready for the writers. In: a document's id, a context. Out: `Paper`.

use super::faults::Fault;
use super::library::{Library, Rendered};
use super::{front, typography};
use crate::context::origins::align;
use crate::context::{Context, Origins};
use crate::document::{Document, OriginId};
use crate::markdown::{self, FaultKind};

/// A document filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// Its tree.
    pub document: Document,
    /// The same as Markdown, section by section.
    pub rendered: Rendered,
    /// What its Markdown says that could not be shown as meant; warnings.
    pub faults: Vec<Fault>,
}

impl Library {
    /// Fills a document in and reads it into a tree. The faults of templates are all that can fail.
    pub fn paper(&self, id: &str, context: &Context) -> Result<Paper, Vec<Fault>> {
        let manifest = self.document(id)?;
        let rendered = self.render(id, context)?;
        let body = markdown::read_in(&rendered.markdown, context.lang);
        let faults = body.faults.iter().filter_map(|fault| {
            let file = rendered.section_at(fault.line).and_then(|section| {
                self.layers().find(&format!("{id}/{}/{}.md", context.lang.code(), section.file))
            });
            let is_own = |address: &String| file.is_some_and(|file| file.text.contains(address));
            // Of a link in an author's text the check tells, at the text.
            if matches!(&fault.kind, FaultKind::Link { address } if !is_own(address)) {
                return None;
            }
            let found = Fault::new("TPL-09").with("detail", detail(&fault.kind));
            Some(match file {
                Some(file) => found.at(&file.shown(), file.text, (0, 0)),
                None => found,
            })
        });
        let mut document = Document {
            title: front::title(manifest, context),
            lang: context.lang,
            front: front::front(manifest, context),
            blocks: body.blocks,
            notes: body.notes,
            origins: Vec::new(),
        };
        typography::apply(&mut document);
        Ok(Paper { document, faults: faults.collect(), rendered })
    }
}

impl Library {
    /// Returns the tree of a paper with the origins of its words, each time that a text is said one of its own; what
    /// stands on the title page bears the marks of the context. No word of the paper changes by it, and what templates
    /// make of a text that they compute with goes without an origin.
    pub fn traced(
        &self,
        id: &str,
        paper: &Rendered,
        (marked, origins): (&Context, &Origins),
    ) -> Result<Document, Vec<Fault>> {
        let manifest = self.document(id)?;
        let printed = align(&paper.markdown, &self.render(id, marked)?.markdown);
        let found = printed.iter().enumerate();
        let ranges =
            found.flat_map(|(at, one)| one.ranges.iter().map(move |range| (range.clone(), OriginId(at))));
        let ranges = ranges.filter(|(range, _)| !range.is_empty()).collect();
        let body = markdown::read_traced(&paper.markdown, marked.lang, ranges);
        let mut document = Document {
            title: front::title(manifest, marked),
            lang: marked.lang,
            front: front::front(manifest, marked),
            blocks: body.blocks,
            notes: body.notes,
            origins: printed.iter().filter_map(|one| origins.all.get(one.origin.0).cloned()).collect(),
        };
        typography::apply(&mut document);
        Ok(document)
    }
}

/// Returns the words in the text that are at fault, with the reader's reason where it has one.
fn detail(kind: &FaultKind) -> String {
    match kind {
        FaultKind::Chart { reason } => format!("chart: {reason}"),
        FaultKind::Signatures { reason } => format!("signatures: {reason}"),
        FaultKind::Caption { marker } => marker.clone(),
        FaultKind::Token { token } => token.clone(),
        FaultKind::Cells { text } => format!("| {text}"),
        FaultKind::Link { address } => format!("({address})"),
        FaultKind::Note { label } => format!("[^{label}]"),
    }
}

impl Rendered {
    /// Returns the section that holds a line of the whole, counted from 1.
    fn section_at(&self, line: usize) -> Option<&super::Written> {
        let starts = self.sections.iter().filter_map(|section| {
            let at = self.markdown.find(&section.markdown)?;
            Some((self.markdown[..at].matches('\n').count() + 1, section))
        });
        starts.take_while(|(start, _)| *start <= line).last().map(|(_, section)| section)
    }
}
