//! The line as readable statements: files → application → facts → findings → document → file.

use std::cell::{LazyCell, OnceCell};
use std::sync::{Arc, OnceLock};

mod branded;
mod commented;
mod filled;
mod imported;
mod links;
mod mended;
mod packed;
mod parts;
#[cfg(test)]
mod planted;
mod proved;
mod public;
mod returned;
mod tabled;
mod traced;
mod word;
mod written;

pub use branded::branded;
pub use filled::{DocumentView, Filled, UNSPOKEN};
pub use imported::{Imported, imported};
pub use mended::{Mended, mended};
pub use packed::{Packed, shipped};
pub use proved::{LOST, TORN};
pub use public::PERSON;
pub use returned::{Again, Returned, returned};
pub use tabled::{LONG, Tabled};
pub use traced::Trace;
pub use written::{File, REFUSED};

use crate::context::{Context, Mode};
use crate::described::At;
use crate::diagnostic::{Diagnostic, Findings, Kind, Level, Place};
use crate::document::Document;
use crate::facts::Facts;
use crate::joining::{self, Files, Loaded, Variant};
use crate::lang::Lang;
use crate::markdown;
use crate::model::Application;
use crate::portal;
use crate::profile::{self, NamedBy, Profile};
use crate::report::{self, Checked, Resolved};
use crate::rules::{self, Found};
use crate::source::Sources;
use crate::templates::{Library, Written};
use crate::units::Date;
use crate::word::Brand;
use crate::yaml::Input;

/// The document whose sections a call may limit.
const JUSTIFICATION: &str = "esf-justification";

/// Returns the name of a section, which is its file's without the number: `needs` for `10-needs`.
fn section_name(file: &str) -> &str {
    file.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-')
}

/// What a run may set over what the application says.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of messages; the application's when left out.
    pub lang: Option<Lang>,
    /// The language of messages where neither the run nor the application names one.
    pub around: Option<Lang>,
    /// The day taken for today; `meta.date` when left out.
    pub today: Option<Date>,
    /// The call's profile; the application's when left out.
    pub profile: Option<Asked>,
    /// The tags of the variant that is asked for.
    pub tags: Vec<String>,
    /// Whom the documents are for.
    pub edition: Edition,
}

impl Options {
    /// Returns the language of a report: the one asked for, else its `own`, which is the application's, else
    /// the one around.
    pub fn report_lang(&self, own: Option<Lang>) -> Lang {
        self.lang.or(own).or(self.around).unwrap_or_default()
    }

    /// Returns which variant of an application these ask for.
    fn variant(&self) -> Variant {
        let profile = match &self.profile {
            Some(Asked::Shipped(profile)) => Some(profile.id.clone()),
            Some(Asked::File { .. }) | None => None,
        };
        Variant { profile, tags: self.tags.clone() }
    }
}

/// Whom documents are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// Those who write, sign and assess.
    #[default]
    Full,
    /// Anybody: no personal data.
    Public,
}

/// A profile that a run asks for over the application's.
#[derive(Clone, Debug)]
pub enum Asked {
    /// A shipped one.
    Shipped(Box<Profile>),
    /// A file.
    File {
        /// Its path as the run's files are read.
        path: String,
        /// Its path as messages show it.
        shown: String,
    },
}

/// An application that has been read.
#[derive(Clone, Debug)]
pub struct Run {
    /// What the user called it.
    pub name: String,
    /// The application with its files and the faults of its form.
    pub loaded: Loaded,
    /// The call's profile.
    pub profile: Profile,
    /// The language of its report.
    pub lang: Lang,
    /// The day taken for today.
    pub today: Option<Date>,
    /// Whom its documents are for.
    pub edition: Edition,
    /// The file whose look its Word files take.
    pub brand: Option<Arc<Brand>>,
    /// The tags of the variant that it is.
    tags: Vec<String>,
    /// How many files make the application itself; those after them are the call's.
    own_files: usize,
    /// What a check finds for the papers that tell of it.
    checked: OnceLock<Checked>,
}

/// Reads an application; [`Run::check`] and `render` go on from here.
pub fn read(name: &str, parts: Vec<Input>, files: &dyn Files, options: &Options) -> Run {
    let mut loaded = joining::load_variant(parts, files, &options.variant());
    let own_files = loaded.sources.files.len();
    let profile = demands(&mut loaded, files, options);
    if loaded.application.call.limits.iter().next().is_some() {
        let Loaded { application, findings, .. } = &mut loaded;
        reading(files, |reading| profile::limits(&profile, At::root(application).call(), reading, findings));
    }
    let today = options.today.or(loaded.application.meta.date.copied());
    let lang = options.report_lang(loaded.application.meta.lang.copied());
    let (name, edition, checked) = (name.to_owned(), options.edition, OnceLock::new());
    let tags = options.tags.clone();
    Run { name, profile, lang, today, edition, brand: None, tags, own_files, checked, loaded }
}

/// Returns what the call demands: as the run asks, as the call's own file says, as the profile named does.
fn demands(loaded: &mut Loaded, files: &dyn Files, options: &Options) -> Profile {
    let Loaded { application, sources, findings, .. } = loaded;
    let call = At::root(&*application).call();
    let (named, fault) = profile::chosen(call);
    fault.into_iter().for_each(|fault| findings.push(fault));
    let (path, shown, place) = match (&options.profile, call.file().given()) {
        (Some(Asked::Shipped(profile)), _) => {
            return carried(profile.as_ref().clone(), application, NamedBy::Run, findings);
        }
        (Some(Asked::File { path, shown }), _) => (path.clone(), shown.clone(), Place::root()),
        (None, None) => return named.with_call(&call),
        (None, Some(written)) => match profile::path(written, findings) {
            Some(path) => {
                let shown = joining::beside(sources, &path);
                (path, shown, written.here())
            }
            None => return named.with_call(&call),
        },
    };
    let by = if place.steps().is_empty() { NamedBy::Run } else { NamedBy::Application };
    let file = profile::Named { path: &path, shown: &shown, base: &named.id, place };
    let own = own_file(&file, files, sources, findings).profile;
    carried(own, application, by, findings)
}

/// Returns what a call demands, with what the application says of it over it, and puts the call's own data into the
/// application. What the application says of another call does not count.
fn carried(profile: Profile, application: &mut Application, by: NamedBy, findings: &mut Findings) -> Profile {
    let call = At::root(&*application).call();
    profile.strays(call, by, findings);
    let profile = if by == NamedBy::Run && profile.is_one_call() {
        profile
    } else {
        profile.outdone(call, findings);
        profile.with_call(&call)
    };
    profile.carry(&mut application.call, by);
    profile
}

/// Reads a call's own file, which may set the levels of all rules.
pub fn own_file(
    file: &profile::Named<'_>,
    files: &dyn Files,
    sources: &mut Sources,
    findings: &mut Findings,
) -> profile::Own {
    reading(files, |reading| profile::own(file, reading, sources, findings))
}

/// Hands over what reads a call's demands.
fn reading<T>(files: &dyn Files, read: impl FnOnce(profile::Reading<'_>) -> T) -> T {
    let rules: Vec<&str> = rules::registry().map(|rule| rule.code).collect();
    let justification = packed::shipped().document(JUSTIFICATION);
    let sections: Vec<&str> = justification
        .iter()
        .flat_map(|document| &document.sections)
        .map(|section| section_name(&section.file))
        .collect();
    read(profile::Reading { files, rules: &rules, sections: &sections })
}

impl Run {
    /// Returns the application's main language.
    pub fn main(&self) -> Lang {
        self.loaded.application.meta.lang.copied().unwrap_or_default()
    }

    /// Tells whether the call's profile has errors, so that part of it was left out.
    pub fn has_faulty_call(&self) -> bool {
        let of_call = |finding: &Diagnostic| {
            profile::words().get(finding.code).is_some()
                || finding.span.is_some_and(|span| span.file >= self.own_files)
        };
        self.loaded.findings.0.iter().any(|finding| finding.level == Level::Error && of_call(finding))
    }

    /// Returns everything that is wrong, at its place: with form, with meaning, and what `more` adds,
    /// whose spans are of `sources`, the run's own files first.
    pub fn check(&self, more: Findings, sources: Sources) -> Checked {
        self.findings(&[], packed::shipped, more, sources)
    }

    /// Returns what [`Self::check`] does, with what is wrong with asking for these documents, and where texts
    /// of a portal's fields are as long as these templates make them.
    pub fn check_for(
        &self,
        asked: &[rules::Asked],
        library: &Library,
        more: Findings,
        sources: Sources,
    ) -> Checked {
        self.findings(asked, || library, more, sources)
    }

    /// Templates are asked for only where a portal limits texts.
    fn findings<'l>(
        &self,
        asked: &[rules::Asked],
        library: impl FnOnce() -> &'l Library,
        more: Findings,
        sources: Sources,
    ) -> Checked {
        let mut findings = self.loaded.findings.clone();
        let facts = Facts::of(&self.loaded.application);
        let mut more = portal::joined(self.lengths(&facts, library), more);
        more.append(self.unfollowed());
        more.append(self.misspelt_papers());
        let Found { findings: mut own, demanded } = self.rules(&facts, asked, more);
        // The templates are read only where somebody asks for them.
        let wanted = LazyCell::new(|| self.wanted(packed::shipped()));
        if !self.loaded.application.papers.is_missing() {
            // What no wanted paper draws on may stay empty.
            own.0.retain_mut(|finding| {
                let is_missing = finding.kind() == Kind::Missing;
                let had_gaps = !finding.gaps.is_empty();
                finding.gaps.retain(|place| !is_missing || report::draws_on(&wanted, place));
                !is_missing
                    || !finding.gaps.is_empty()
                    || !had_gaps && report::draws_on(&wanted, &finding.place)
            });
        }
        findings.append(own);
        let mut checked = self.located(findings, sources);
        if checked.findings.iter().any(|found| found.diagnostic.kind() == Kind::Missing) {
            let (application, lang) = (&self.loaded.application, self.lang);
            checked.unwritten = report::unwritten(&checked.findings, application, &demanded, &wanted, lang);
        }
        checked
    }

    /// Leaves out what is known by its fingerprint.
    pub fn only_new(&self, checked: Checked, is_known: impl Fn(&str) -> bool) -> Checked {
        let mut prints = report::fingerprints(&checked).into_iter();
        let mut checked = checked;
        checked.findings.retain(|_| prints.next().is_none_or(|print| !is_known(&print)));
        let wanted = self.wanted(packed::shipped());
        let application = &self.loaded.application;
        checked.unwritten = report::unwritten(&checked.findings, application, &[], &wanted, self.lang);
        checked
    }

    /// Returns the file and the line of a place, as an editor takes them: `needs.yaml:12`.
    pub fn line_of(&self, place: &Place) -> String {
        let (sources, span) = (&self.loaded.sources, self.loaded.span_of(place));
        let name = sources.file(span).map_or(self.name.as_str(), |source| &source.name);
        sources.position(span).map_or_else(|| name.to_owned(), |at| format!("{name}:{}", at.line))
    }

    /// Returns the file that holds a place, by the path under which it was read.
    pub fn file_of(&self, place: &Place) -> &str {
        let source = self.loaded.sources.file(self.loaded.span_of(place));
        source.map_or(self.name.as_str(), |source| &source.name)
    }

    /// Returns findings with their bytes.
    pub fn located(&self, findings: Findings, sources: Sources) -> Checked {
        Checked::new(&self.name, self.lang, sources, findings, |diagnostic| self.resolve(diagnostic))
    }

    /// Returns what rules find, with `more` of other origin, without what the authors accept.
    fn rules(&self, facts: &Facts<'_>, asked: &[rules::Asked], more: Findings) -> Found {
        let (profile, sections) = (&self.profile, &self.sections(facts));
        let case =
            rules::Case { facts, profile, today: self.today, sections, asked, compared: &OnceCell::new() };
        let mut found = rules::found(&case);
        parts::settle(&self.loaded, &mut found.findings);
        found.findings.0.retain(|finding| !self.loaded.is_guessed(self.resolve(finding).span));
        found.findings.append(more);
        rules::accept(&case, &mut found.findings);
        found
    }

    /// Returns how long the sections of the justification are, where the call limits some: `needs` for
    /// `10-needs`.
    fn sections(&self, facts: &Facts<'_>) -> Vec<rules::Section> {
        let limits = &self.profile.limits;
        if limits.is_empty() {
            return Vec::new();
        }
        let limited = facts.root().call().limits();
        let justification = packed::shipped().document(JUSTIFICATION);
        let mut names = justification.iter().flat_map(|document| &document.sections);
        if !names.any(|section| limits.contains_key(section_name(&section.file))) {
            return Vec::new();
        }
        let (context, _) = Context::of(facts, self.main(), Mode::Final);
        let rendered = packed::shipped().render(JUSTIFICATION, &context).unwrap_or_default();
        let section = |written: &Written| {
            let body = markdown::read_in(&written.markdown, self.main());
            let words = Document { blocks: body.blocks, ..Document::default() }.words().0.join("\n");
            let name = section_name(&written.file);
            rules::Section {
                name: name.to_owned(),
                characters: words.chars().count() as u64,
                place: limited.under(name),
            }
        };
        rendered.sections.iter().map(section).collect()
    }

    fn resolve(&self, diagnostic: &Diagnostic) -> Resolved {
        let span_of = |place: &Place| self.loaded.span_of(place);
        Resolved {
            span: diagnostic.span.unwrap_or_else(|| span_of(&diagnostic.place)),
            also: diagnostic.also.iter().map(span_of).collect(),
        }
    }
}
