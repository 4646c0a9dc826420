//! Sections of documents as they are read. In: an application as a value, a section's name. Out: its text.

use std::collections::BTreeMap;

use pakt::inside::context::{Context, Mode};
use pakt::inside::facts::Facts;
use pakt::inside::lang::Lang;
use pakt::inside::templates::Library;
use serde_yaml::Value;

use crate::lay::{Step, To, change};
use crate::sample::read;

/// Returns the sections of these documents by `document/section`, in one language; the section of all
/// papers together where a document is made for each partner.
pub(crate) fn sections(
    library: &Library,
    application: &Value,
    documents: &[&str],
    lang: Lang,
) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for id in documents {
        let manifest = library.document(id).unwrap_or_else(|_| panic!("{id} is no document"));
        let application = read(under(application, &manifest.profile));
        let (whole, _) = Context::of(&Facts::of(&application), lang, Mode::Final);
        for (_, context) in manifest.papers(&whole) {
            let rendered = library.render(id, &context).unwrap_or_else(|faults| panic!("{id}: {faults:?}"));
            for section in rendered.sections {
                let text = texts.entry(format!("{id}/{}", section.file)).or_default();
                text.push_str(&plain(&section.markdown));
            }
        }
    }
    texts
}

/// Returns the application under the profile for which a document is made.
fn under(application: &Value, profiles: &[String]) -> Value {
    let mut application = application.clone();
    if let Some(profile) = profiles.first() {
        let to = To { at: "call/profile".to_owned(), to: profile.as_str().into() };
        change(&mut application, &Step { set: Some(to), ..Step::default() });
    }
    application
}

/// Returns a text in small letters, with plain spaces.
pub(crate) fn plain(text: &str) -> String {
    text.to_lowercase().replace("&nbsp;", " ").replace('\u{a0}', " ").replace('\\', "")
}
