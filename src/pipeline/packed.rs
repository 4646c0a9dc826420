//! The texts of a portal's fields on the line. In: `Run`, templates. Out: the files of a pack, and what is
//! wrong with the texts.

use std::sync::LazyLock;

use super::Run;
use crate::context::Mode;
use crate::diagnostic::Findings;
use crate::document::Document;
use crate::facts::Facts;
use crate::lang::Lang;
use crate::portal::{self, Pack, Scope};
use crate::style::Look;
use crate::templates::{Fault, Library};
use crate::write::Style;

/// Returns the shipped templates, read once.
pub fn shipped() -> &'static Library {
    static SHIPPED: LazyLock<Library> = LazyLock::new(Library::shipped);
    &SHIPPED
}

/// The files of a portal pack, and what the reader should know of them.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    /// The files, with paths below the application's folder.
    pub files: Vec<portal::File>,
    /// The form as one document, with the path of its file without an ending; `None` where the call has no form.
    pub form: Option<(String, Document)>,
    /// What is wrong beyond what [`Run::check`] says.
    pub findings: Findings,
}

impl Run {
    /// Returns what is wrong with the texts that the form of the call limits.
    pub(super) fn lengths<'l>(&self, facts: &Facts<'_>, library: impl FnOnce() -> &'l Library) -> Findings {
        let mut findings = portal::stray(facts, &self.profile, false);
        if portal::is_limited(&self.profile) {
            // Faults of templates are told where a document is made.
            if let Ok(Some(pack)) = self.pack_of(facts, library(), (self.main(), Mode::Final), Scope::Limited)
            {
                findings.append(portal::findings(&pack, &self.profile));
            }
        }
        findings
    }

    pub(super) fn pack_of(
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
            let findings = portal::stray(&facts, &self.profile, true);
            return Ok(Packed { findings, ..Packed::default() });
        };
        let files = portal::files(&pack, self.main(), &Style::from(look));
        // The main language is what `check` speaks of, but for texts without a limit, which it does not make.
        let is_checked = lang == self.main() && portal::is_limited(&self.profile);
        let tell = if is_checked { portal::empty } else { portal::findings };
        let form = Some(portal::form_file(&pack, self.main()));
        Ok(Packed { files, form, findings: tell(&pack, &self.profile) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Level};
    use crate::joining::Files;
    use crate::pipeline::{Options, read};
    use crate::report::{Checked, worded};
    use crate::yaml::Input;

    /// The call's own file.
    struct Call(&'static str);

    impl Files for Call {
        fn read(&self, _: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
            Ok(self.0.as_bytes().to_vec())
        }
    }

    fn told(checked: &Checked) -> Vec<(&str, Level)> {
        let all = checked.findings.iter().map(|finding| &finding.diagnostic);
        let own =
            all.filter(|one| one.code.starts_with("PORTAL") || one.place.to_string().starts_with("accept"));
        own.map(|one| (one.code, one.level)).collect()
    }

    fn checked(text: &str) -> Checked {
        let input = Input { name: "pakt.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
        let run = read("pakt.yaml", vec![input], &Call(""), &Options::default());
        run.check(Findings::default(), run.loaded.sources.clone())
    }

    const TEXT: &str =
        "meta: {title: Praca}\ncall: {profile: esf-plus, limits: {title: 3}}\nportal: {nope: x}\n";

    #[test]
    fn what_is_wrong_with_a_pack_may_be_accepted_where_it_is_no_error() {
        let (long, stray) = (("PORTAL-03", Level::Error), ("PORTAL-01", Level::Warning));
        assert_eq!(told(&checked(TEXT)), [("PORTAL-06", Level::Advice), long, stray]);
        let accept = ["PORTAL-01", "PORTAL-03", "PORTAL-06"]
            .map(|code| format!("{{rule: {code}, because: Tak ma być.}}"));
        let text = format!("{TEXT}accept: [{}]\n", accept.join(", "));
        assert_eq!(told(&checked(&text)), [long]);
    }

    /// Returns the messages that name the fields without a text.
    fn empty<'f>(findings: impl Iterator<Item = &'f Diagnostic>) -> Vec<String> {
        findings.filter(|one| one.code == "PORTAL-06").map(|one| worded(one, Lang::Pl).message).collect()
    }

    #[test]
    fn a_pack_names_all_fields_without_a_text_though_one_has_a_limit() {
        let form = "extends: neutral\nform: {title: F, sections: [{id: s, fields: [\
            {id: a, label: A, from: [summary], limit: 9}, {id: b, label: B, from: [needs]}]}]}\n";
        let input = |text: &str| Input { name: "pakt.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
        let text = "meta: {title: Praca}\ncall: {file: call.yaml}\n";
        let run = read("pakt.yaml", vec![input(text)], &Call(form), &Options::default());
        let packed = run.packed(shipped(), Lang::Pl, Mode::Final, &Look::default()).expect("templates fill");
        let told = |more: Findings| {
            let checked = run.check(more, run.loaded.sources.clone());
            empty(checked.findings.iter().map(|one| &one.diagnostic))
        };
        assert_eq!(told(Findings::default()), ["1 pole formularza bez tekstu: `a`"]);
        assert_eq!(told(packed.findings), ["2 pola formularza bez tekstu: `a`, `b`"]);
    }
}
