//! The texts of a portal's fields on the line. In: `Run`, templates. Out: the files of a pack, and what is
//! wrong with the texts.

use std::sync::LazyLock;

use super::Run;
use crate::context::Mode;
use crate::diagnostic::Findings;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::portal::{self, Pack, Scope};
use crate::style::Look;
use crate::templates::{Fault, Library};
use crate::write::Style;

/// Returns the shipped templates, read once.
pub(super) fn shipped() -> &'static Library {
    static SHIPPED: LazyLock<Library> = LazyLock::new(Library::shipped);
    &SHIPPED
}

/// The files of a portal pack, and what the reader should know of them.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    /// The files, with paths below the application's folder.
    pub files: Vec<portal::File>,
    /// What is wrong beyond what [`Run::check`] says.
    pub findings: Findings,
}

impl Run {
    /// Returns what is wrong with the texts that the form of the call limits.
    pub(super) fn lengths<'l>(&self, facts: &Facts<'_>, library: impl FnOnce() -> &'l Library) -> Findings {
        let mut findings = portal::stray(facts, &self.profile, self.lang, false);
        if portal::is_limited(&self.profile) {
            // Faults of templates are told where a document is made.
            if let Ok(Some(pack)) = self.pack_of(facts, library(), (self.main(), Mode::Final), Scope::Limited)
            {
                findings.append(portal::findings(&pack, &self.profile, self.lang));
            }
        }
        findings
    }

    fn pack_of(
        &self,
        facts: &Facts<'_>,
        library: &Library,
        (lang, mode): (Lang, Mode),
        scope: Scope,
    ) -> Result<Option<Pack>, Vec<Fault>> {
        portal::pack(&portal::Case { facts, profile: &self.profile, library, lang, mode }, scope)
    }

    /// Makes the portal pack in a language; the faults are those of its templates.
    pub fn packed(
        &self,
        library: &Library,
        lang: Lang,
        mode: Mode,
        look: &Look,
    ) -> Result<Packed, Vec<Fault>> {
        let application = self.shown();
        let facts = Facts::of(&application);
        let Some(pack) = self.pack_of(&facts, library, (lang, mode), Scope::All)? else {
            let findings = portal::stray(&facts, &self.profile, self.lang, true);
            return Ok(Packed { files: Vec::new(), findings });
        };
        let files = portal::files(&pack, self.main(), &Style::from(look));
        // The main language is what `check` speaks of; without limits it asks for no text.
        let is_checked = lang == self.main() && portal::is_limited(&self.profile);
        let findings =
            if is_checked { Findings::default() } else { portal::findings(&pack, &self.profile, self.lang) };
        Ok(Packed { files, findings })
    }
}
