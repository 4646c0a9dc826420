//! Where the words of a paper come from, on the line. In: `Run`, a paper's document and name. Out: places of
//! the application.

use std::cell::OnceCell;

use super::Run;
use super::filled::{DocumentView, Filled};
use crate::diagnostic::{Findings, Place};
use crate::document::Document;
use crate::proof::normal;
use crate::templates::{Library, Rendered};

/// Leads from the words of a paper to the fields that hold them. Nothing is computed before it is asked.
pub struct Trace<'line> {
    pub(super) run: &'line Run,
    pub(super) library: &'line Library,
    pub(super) id: &'line str,
    pub(super) stem: &'line str,
    rendered: &'line Rendered,
    pub(super) seen: &'line DocumentView,
    traced: OnceCell<Document>,
}

impl<'line> Trace<'line> {
    /// Returns the trace of a paper of the document `id`.
    pub fn of(
        run: &'line Run,
        library: &'line Library,
        (id, filled): (&'line str, &'line Filled),
        seen: &'line DocumentView,
    ) -> Self {
        let (stem, rendered) = (&filled.stem, &filled.paper.rendered);
        Self { run, library, id, stem, rendered, seen, traced: OnceCell::new() }
    }

    /// Returns the place of the text that words of the paper come from; `None` where only a template says them.
    pub fn place(&self, words: &str) -> Option<Place> {
        let document = self.traced();
        let (_, origins) = self.run.marked(self.seen);
        let wanted = normal(words);
        let traced = document.traced();
        let own = traced.iter().find(|found| normal(&found.words).contains(&wanted));
        // Of several texts in the line the one that is most of it.
        let in_line = || {
            let found = traced.iter().filter(|found| normal(&found.line).contains(&wanted));
            found.max_by_key(|found| found.words.len())
        };
        let origin = own.or_else(in_line).and_then(|found| document.origins.get(found.origin.0));
        // The title page, labels of charts and signatures stand in no line.
        let known = || {
            let found = origins.find(words).first().map(|(_, origin)| *origin);
            found.or_else(|| origins.holding(words)).and_then(|origin| origins.all.get(origin.0))
        };
        origin.or_else(known).map(|origin| origin.place.clone())
    }

    /// Gives findings without a place that of the words they speak of.
    pub fn lead(&self, findings: &mut Findings, words: Option<&str>) {
        for finding in findings.0.iter_mut().filter(|finding| finding.place == Place::root()) {
            finding.place = words.and_then(|words| self.place(words)).unwrap_or_default();
        }
    }

    /// Returns the paper with the origins of its words.
    pub(super) fn traced(&self) -> &Document {
        self.traced.get_or_init(|| {
            let (marked, origins) = self.run.marked(self.seen);
            let document = self.library.document(self.id).ok().and_then(|manifest| {
                let marked = self.run.with_check(manifest, marked);
                let mut papers = manifest.papers(&marked).into_iter();
                let name = |name: &str| format!("{name}.{}", self.seen.lang.code());
                let (_, own) = papers.find(|(own, _)| name(own) == self.stem)?;
                self.library.traced(self.id, self.rendered, (&own, origins)).ok()
            });
            document.unwrap_or_default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Mode;
    use crate::joining::Files;
    use crate::lang::Lang;
    use crate::pipeline::{Options, read};
    use crate::write::Format;
    use crate::yaml::Input;

    struct Nothing;

    impl Files for Nothing {
        fn read(&self, _: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
            Err("no file".into())
        }
    }

    #[test]
    fn a_text_that_a_file_lacks_leads_to_its_field() {
        let yaml = "meta: {title: Praca u siebie, lang: pl, summary: \"Pierwszy akapit.\\n\\nDrugi akapit.\"}\n\
            partnership: {name: {pl: Razem, en: Together}}\n";
        let part = Input { name: "a.yaml".to_owned(), bytes: yaml.as_bytes().to_vec() };
        let run = read("a", vec![part], &Nothing, &Options::default());
        let (library, seen) = (Library::shipped(), run.seen(Lang::Pl, Mode::Draft));
        let filled = &run.fill_from(&library, "summary", &seen).expect("it fills in")[0];
        let trace = Trace::of(&run, &library, ("summary", filled), &seen);
        let place = |words: &str| trace.place(words).map(|place| place.to_string());
        assert_eq!(place("Drugi akapit.").as_deref(), Some("meta/summary"));
        assert_eq!(place("k").as_deref(), Some("meta/summary"));
        assert_eq!(place("Razem").as_deref(), Some("partnership/name/pl"));
        assert_eq!(place("siebie").as_deref(), Some("meta/title"));
        assert_eq!(place("Kamienie milowe"), None);
        let document = &filled.paper.document;
        let (proof, mut lost) = run.prove("summary.pl", document, Format::Text, b"");
        trace.lead(&mut lost, proof.lost.iter().map(String::as_str).find(|text| text.contains("Drugi")));
        assert_eq!(lost.0[0].place.to_string(), "meta/summary");
    }
}
