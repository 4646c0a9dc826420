//! The documents on the line. In: `Run`, templates. Out: papers, and the texts that stand in the other
//! language.

use std::borrow::Cow;
use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::{Run, packed};
use crate::context::{Check, Context, Mode, Origins, Untranslated};
use crate::diagnostic::{Diagnostic, Findings, Value};
use crate::facts::Facts;
use crate::lang::Lang;
use crate::model::At;
use crate::portal;
use crate::report;
use crate::templates::{self, Fault, Library, Manifest, Of, Paper};
use crate::words::{meant, plain};
use crate::write;

/// The finding that papers in a language were not made for want of any text in it.
pub const UNSPOKEN: &str = "TPL-15";

/// How many untranslated texts a finding names.
const UNTRANSLATED: usize = 5;

/// What the documents of a language see, and the texts that stand in the other language.
#[derive(Clone, Debug)]
pub struct DocumentView {
    pub(super) context: Context,
    untranslated: Vec<Untranslated>,
    pub(super) lang: Lang,
    /// The same with each text marked by its origin, made when it is first asked for.
    marked: OnceLock<(Context, Origins)>,
}

/// A paper filled in, with the texts that stand in the other language for want of their own.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// What its file is called, without its ending: the document, the partner whose own paper it is,
    /// and the language (`partner-card-P3.pl`).
    pub stem: String,
    /// Its tree, and what its Markdown says that could not be shown as meant.
    pub paper: Paper,
    /// The texts that are missing in its language.
    pub untranslated: Vec<Untranslated>,
}

impl DocumentView {
    /// Returns whether documents are drafts or final.
    pub fn mode(&self) -> Mode {
        if self.context.draft { Mode::Draft } else { Mode::Final }
    }
}

impl Run {
    /// Returns the documents that the application wants, of those that a library has: the ones it names, else those that its
    /// stage and the profile of the call offer.
    pub fn wanted(&self, library: &Library) -> Vec<String> {
        let application = &self.loaded.application;
        let named: Vec<String> =
            application.papers.keys().map(|name| called(library, name).unwrap_or(name).to_owned()).collect();
        if !named.is_empty() {
            return named;
        }
        let stage = application.partnership.stage.copied();
        let offered = library.documents().iter().filter(|document| document.is_offered(stage, &self.profile));
        offered.map(|document| document.id.clone()).collect()
    }

    /// Warns of papers that no document is called by and one nearly is; a document of one's own may be called anything.
    pub(super) fn misspelt_papers(&self) -> Findings {
        let papers = At::root(&self.loaded.application).papers();
        if papers.entry.keys().next().is_none() {
            return Findings::default();
        }
        let library = packed::shipped();
        let ids =
            || library.documents().iter().map(|document| document.id.as_str()).chain([portal::TEMPLATES]);
        let unknown = papers.entry.keys().filter(|name| called(library, name).is_none());
        let told = unknown.filter_map(|name| {
            let near = meant(name, ids())?;
            let known: Vec<&str> = ids().collect();
            let suggestion = Value::around(["czy chodziło o `{0}`? ", "did you mean `{0}`? "], near);
            let values = [("name", name.as_str()), ("known", &known.join(", "))];
            let finding = Diagnostic::of(templates::table(), "TPL-10", papers.under(name).at_key(), &values);
            Some(finding.with("suggestion", suggestion))
        });
        Findings(told.collect())
    }

    /// Returns the languages of the documents: those asked for, the application's, its main one.
    pub fn document_langs(&self, asked: &[Lang]) -> Vec<Lang> {
        let own: Vec<Lang> = self.loaded.application.meta.languages.iter().copied().collect();
        match (asked, own.as_slice()) {
            ([], []) => vec![self.main()],
            ([], own) => own.to_vec(),
            (asked, _) => asked.to_vec(),
        }
    }

    /// Returns those of some languages in which the application, though it has texts, has not a single one.
    pub fn unspoken(&self, langs: &[Lang]) -> Vec<Lang> {
        let spoken = report::languages(&self.loaded.application);
        let is_silent = |lang: &Lang| {
            spoken.texts > 0 && spoken.languages.iter().any(|own| own.lang == *lang && own.given == 0)
        };
        langs.iter().copied().filter(is_silent).collect()
    }

    /// Returns the finding that papers in a language were not made for want of any text in it.
    pub fn untranslated_papers(&self, lang: Lang) -> Diagnostic {
        let place = At::root(&self.loaded.application).meta().title().here();
        Diagnostic::of(templates::table(), UNSPOKEN, place, &[("lang", lang.code())])
    }

    /// Returns the finding that lists the texts of a document which stand in the other language.
    pub fn untranslated(&self, id: &str, lang: Lang, texts: &[Untranslated]) -> Findings {
        let mut findings = Findings::default();
        let Some(first) = texts.first() else { return findings };
        let shown: Vec<String> =
            texts.iter().take(UNTRANSLATED).map(|text| format!("`{}`", text.place)).collect();
        let more = if texts.len() > UNTRANSLATED { " …" } else { "" };
        let forms = (["tekst jest", "teksty są", "tekstów jest"], ["text stands", "texts stand"]);
        let places = shown.join(", ") + more;
        let values = [("name", id), ("lang", lang.code()), ("places", &places)];
        let finding = Diagnostic::of(templates::table(), "TPL-11", first.place.clone(), &values);
        findings.push(finding.with("count", Value::counted(texts.len(), forms.0, forms.1)));
        findings
    }

    /// Returns what the documents of a language see, built once for all of them.
    pub fn seen(&self, lang: Lang, mode: Mode) -> DocumentView {
        let application = self.shown();
        let (context, untranslated) = Context::of(&Facts::of(&application), lang, mode);
        DocumentView { context: context.under(&self.profile), untranslated, lang, marked: OnceLock::new() }
    }

    /// Returns the same with each text marked by its origin.
    pub(super) fn marked<'seen>(&self, seen: &'seen DocumentView) -> &'seen (Context, Origins) {
        seen.marked.get_or_init(|| {
            let mode = seen.mode();
            let application = self.shown();
            let (context, origins) = Context::marked(&Facts::of(&application), seen.lang, mode);
            (context.under(&self.profile), origins)
        })
    }

    /// Fills a document in: one paper, or one for each partner. The faults are those of its templates.
    pub fn fill(
        &self,
        library: &Library,
        id: &str,
        lang: Lang,
        mode: Mode,
    ) -> Result<Vec<Filled>, Vec<Fault>> {
        self.fill_from(library, id, &self.seen(lang, mode))
    }

    /// Does what [`Self::fill`] does, with what several documents see.
    pub fn fill_from(
        &self,
        library: &Library,
        id: &str,
        seen: &DocumentView,
    ) -> Result<Vec<Filled>, Vec<Fault>> {
        let manifest = library.document(id)?;
        let context = self.with_check(manifest, &seen.context);
        // What is missing is missing in all papers; the first one tells.
        let mut untranslated = seen.untranslated.clone();
        let fill = |(name, context): (String, Cow<'_, Context>)| {
            let context = self.sealed(library, context, &seen.context)?;
            let paper = library.paper(id, &context)?;
            let stem = format!("{name}.{}", seen.lang.code());
            Ok(Filled { stem, paper, untranslated: std::mem::take(&mut untranslated) })
        };
        manifest.papers(&context).into_iter().map(fill).collect()
    }
}

/// Tells whether people call a document so: by its id or by its title in either language.
fn is_called(document: &Manifest, name: &str) -> bool {
    let same = |title: &str| plain(title).replace(' ', "-") == plain(name).replace(' ', "-");
    document.id == name || Lang::ALL.iter().any(|lang| same(document.title.get(*lang)))
}

/// Returns the document that people call so.
fn called<'l>(library: &'l Library, name: &str) -> Option<&'l str> {
    if name == portal::TEMPLATES {
        return Some(portal::TEMPLATES);
    }
    library.documents().iter().find(|document| is_called(document, name)).map(|document| document.id.as_str())
}

/// Returns how many texts are missing: `2 tekstów`, `2 texts`; in Polish in the genitive, as after „brakuje”.
pub(super) fn counted_texts(count: usize) -> Value {
    Value::counted(count, ["tekstu", "tekstów", "tekstów"], ["text", "texts"])
}

impl Run {
    /// Gives the deed that signatures stand under its version, its day and the hash of its plain text.
    fn sealed<'c>(
        &self,
        library: &Library,
        mut context: Cow<'c, Context>,
        whole: &Context,
    ) -> Result<Cow<'c, Context>, Vec<Fault>> {
        let named = context.deed.as_ref().and_then(|deed| deed.document.clone());
        let Some(manifest) = named.and_then(|id| library.document(&id).ok()) else { return Ok(context) };
        let own = self.with_check(manifest, whole);
        let document = library.paper(&manifest.id, &own)?.document;
        let digest = Sha256::digest(write::text(&document));
        if let Some(deed) = context.to_mut().deed.as_mut() {
            deed.version.clone_from(&own.paper.version);
            deed.date = own.paper.date.map(|date| date.words(own.lang));
            deed.hash = Some(digest.iter().map(|byte| format!("{byte:02x}")).collect());
        }
        Ok(context)
    }

    /// Returns what a document sees: what the application says of it, and the paper on the check what that finds besides.
    pub(super) fn with_check<'c>(&self, manifest: &Manifest, context: &'c Context) -> Cow<'c, Context> {
        let mut context = Cow::Borrowed(context);
        let own =
            context.papers.iter().find(|(name, _)| is_called(manifest, name)).map(|(_, own)| own.clone());
        if let Some(own) = own {
            context.to_mut().paper = own;
        }
        if manifest.of == Of::Check {
            let application = self.shown();
            let check = self.checkup(&Facts::of(&application), context.lang);
            context.to_mut().check = Some(check);
        }
        context
    }

    /// Returns what a check finds, for the paper on it; the check runs once for all languages.
    fn checkup(&self, facts: &Facts<'_>, lang: Lang) -> Check {
        report::paper(self.found(), facts, &self.profile, self.today, lang)
    }

    /// Returns what a check finds, as papers may tell it.
    pub(super) fn found(&self) -> &report::Checked {
        let check = || self.without_persons(self.check(Findings::default(), self.loaded.sources.clone()));
        self.checked.get_or_init(check)
    }
}
