//! Where the words of a paper come from, on the line. In: `Run`, a paper's document and name. Out: places of
//! the application.

use std::cell::OnceCell;

use super::Run;
use super::filled::{DocumentView, papers};
use crate::context::{Context, Mode, Origins};
use crate::diagnostic::{Findings, Place};
use crate::document::Document;
use crate::facts::Facts;
use crate::proof::normal;
use crate::templates::Library;

/// Leads from the words of a paper to the fields that hold them. Nothing is computed before it is asked.
pub struct Trace<'line> {
    run: &'line Run,
    library: &'line Library,
    id: &'line str,
    stem: &'line str,
    seen: &'line DocumentView,
    traced: OnceCell<(Origins, Document)>,
}

impl<'line> Trace<'line> {
    /// Returns the trace of a paper: of the document `id`, whose file is called `stem`.
    pub fn of(
        run: &'line Run,
        library: &'line Library,
        [id, stem]: [&'line str; 2],
        seen: &'line DocumentView,
    ) -> Self {
        Self { run, library, id, stem, seen, traced: OnceCell::new() }
    }

    /// Returns the place of the text that words of the paper come from; `None` where only a template says them.
    pub fn place(&self, words: &str) -> Option<Place> {
        let (origins, document) = self.traced.get_or_init(|| self.traced());
        let wanted = normal(words);
        let traced = document.traced();
        let own = traced.iter().find(|found| normal(&found.words).contains(&wanted));
        let in_line = || traced.iter().find(|found| normal(&found.line).contains(&wanted));
        let origin = own.or_else(in_line).map(|found| found.origin);
        // The title page, labels of charts and signatures stand in no line.
        let known =
            || origins.find(words).first().map(|(_, origin)| *origin).or_else(|| origins.holding(words));
        let origin = origin.or_else(known)?;
        origins.all.get(origin.0).map(|origin| origin.place.clone())
    }

    /// Gives findings without a place that of the words they speak of.
    pub fn lead(&self, findings: &mut Findings, words: Option<&str>) {
        for finding in findings.0.iter_mut().filter(|finding| finding.place == Place::root()) {
            finding.place = words.and_then(|words| self.place(words)).unwrap_or_default();
        }
    }

    fn traced(&self) -> (Origins, Document) {
        let context = &self.seen.context;
        let mode = if context.draft { Mode::Draft } else { Mode::Final };
        let application = self.run.shown();
        let origins = Context::origins(&Facts::of(&application), self.seen.lang, mode);
        let document = self.library.document(self.id).ok().and_then(|manifest| {
            let mut papers = papers(manifest, context).into_iter();
            let name = |name: &str| format!("{name}.{}", self.seen.lang.code());
            let (_, context) = papers.find(|(own, _)| name(own) == self.stem)?;
            self.library.traced(self.id, &context, &origins).ok()
        });
        (origins, document.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let trace = Trace::of(&run, &library, ["summary", "summary.pl"], &seen);
        let place = |words: &str| trace.place(words).map(|place| place.to_string());
        assert_eq!(place("Drugi akapit.").as_deref(), Some("meta/summary"));
        assert_eq!(place("k").as_deref(), Some("meta/summary"));
        assert_eq!(place("Razem").as_deref(), Some("partnership/name/pl"));
        assert_eq!(place("siebie").as_deref(), Some("meta/title"));
        assert_eq!(place("Kamienie milowe"), None);
        let document = &run.fill_from(&library, "summary", &seen).expect("it fills in")[0].paper.document;
        let (proof, mut lost) = run.prove("summary.pl", document, Format::Text, b"");
        trace.lead(&mut lost, proof.lost.iter().map(String::as_str).find(|text| text.contains("Drugi")));
        assert_eq!(lost.0[0].place.to_string(), "meta/summary");
    }
}
