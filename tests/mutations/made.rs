//! All that is made of an application, as text to be compared. In: an application. Out: `Made`.

use pakt::inside::calendar::{self, calendar};
use pakt::inside::context::{Context, Length, Mode};
use pakt::inside::document::Document;
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;
use pakt::inside::model::Application;
use pakt::inside::portal::{self, Scope};
use pakt::inside::profile::{self, Profile};
use pakt::inside::score::score;
use pakt::inside::templates::{Library, Of};

use crate::rows::Row;
use crate::sample::{findings, message};

/// What is made of an application with the call of the full sample.
pub(crate) struct World {
    library: Library,
    profile: Profile,
    /// The documents, the fullest first.
    documents: Vec<String>,
    /// The profiles that have a form.
    forms: Vec<Profile>,
}

impl World {
    pub(crate) fn new() -> Self {
        let library = Library::shipped();
        let own = library.documents().iter().filter(|manifest| manifest.of == Of::Application);
        let mut documents: Vec<String> = own.map(|manifest| manifest.id.clone()).collect();
        documents.sort_by_key(|id| (id != "esf-justification", id.clone()));
        let forms = profile::ids().filter_map(profile::named).filter(|profile| profile.form.is_some());
        Self {
            documents,
            forms: forms.cloned().collect(),
            profile: profile::named("esf-plus").expect("it is shipped").clone(),
            library,
        }
    }

    /// Returns findings, score and calendar as text.
    fn figures(&self, application: &Application) -> [String; 3] {
        let found = findings(application, &Row::default(), None).0.into_iter();
        let facts = &Facts::of(application);
        let today = application.meta.date.copied();
        let case = calendar::Case { facts, profile: &self.profile, today, lang: Lang::Pl };
        [
            found.map(|one| format!("{} {} {}\n", one.code, one.place, message(&one))).collect(),
            format!("{:?}", score(facts, &self.profile)),
            format!("{:?}", calendar(&case)),
        ]
    }

    fn context(&self, application: &Application, length: Length) -> Context {
        Context::at_length(&Facts::of(application), Lang::Pl, Mode::Final, length).0.under(&self.profile)
    }

    /// Returns a document's text; of several papers the first.
    fn document(&self, id: &str, context: &Context) -> String {
        let manifest = self.library.document(id).expect("it is shipped");
        let seen = manifest.papers(context).into_iter().next();
        seen.map_or_else(String::new, |(_, seen)| {
            self.library.render(id, &seen).expect("it fills in").markdown
        })
    }

    /// Returns the documents as trees, whose front pages no template writes.
    fn fronts(&self, context: &Context) -> Vec<Document> {
        let paper = |id: &String| self.library.paper(id, context).expect("it fills in").document;
        self.documents.iter().map(paper).collect()
    }

    /// Returns the texts for a portal: of the call's own form, or of all forms, some of which have room for
    /// the short versions only.
    fn packs(&self, application: &Application, forms: &[Profile]) -> String {
        let (library, facts) = (&self.library, &Facts::of(application));
        let pack = |profile| {
            let case = portal::Case { facts, profile, library, lang: Lang::Pl, mode: Mode::Final };
            format!("{:?}", portal::pack(&case, Scope::All).expect("it fills in"))
        };
        forms.iter().map(pack).collect()
    }

    fn own(&self) -> &[Profile] {
        std::slice::from_ref(&self.profile)
    }

    pub(crate) fn all(&self, application: &Application) -> Made {
        let context = self.context(application, Length::Long);
        Made {
            figures: self.figures(application),
            documents: self.documents.iter().map(|id| self.document(id, &context)).collect(),
            fronts: self.fronts(&context),
            context: format!("{context:?}"),
            short: format!("{:?}", self.context(application, Length::Short)),
            pack: self.packs(application, self.own()),
            packs: self.packs(application, &self.forms),
        }
    }

    /// Tells whether anything is not as it was.
    pub(crate) fn differs(&self, application: &Application, was: &Made) -> bool {
        if self.figures(application) != was.figures {
            return true;
        }
        let context = self.context(application, Length::Long);
        if format!("{context:?}") != was.context {
            let differs = |(id, was): (&String, &String)| self.document(id, &context) != *was;
            return self.documents.iter().zip(&was.documents).any(differs)
                || self.packs(application, self.own()) != was.pack
                || self.fronts(&context) != was.fronts;
        }
        let short = format!("{:?}", self.context(application, Length::Short)) != was.short;
        (short && self.packs(application, &self.forms) != was.packs)
            || (!application.portal.is_missing() && self.packs(application, self.own()) != was.pack)
    }

    /// Returns all that people are given to read, in small letters: documents, their title pages, texts for all forms.
    pub(crate) fn papers(&self, application: &Application) -> String {
        let Made { documents, fronts, packs, .. } = self.all(application);
        [documents.concat(), format!("{fronts:?}"), packs].concat().to_lowercase()
    }

    /// Returns every text that is made, in small letters.
    pub(crate) fn words(&self, application: &Application) -> String {
        let Made { figures, documents, pack, .. } = self.all(application);
        [figures.concat(), documents.concat(), pack].concat().to_lowercase()
    }
}

pub(crate) struct Made {
    figures: [String; 3],
    context: String,
    short: String,
    documents: Vec<String>,
    fronts: Vec<Document>,
    pack: String,
    packs: String,
}
