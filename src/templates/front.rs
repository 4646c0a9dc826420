//! The title page. In: a document's description, a context. Out: `Front`.

use super::manifest::Manifest;
use super::title_page::{Dated, Fact, Subtitle, Until};
use crate::catalogue;
use crate::context::{Context, Days, mark};
use crate::document::{Front, Wanted};
use crate::model::PaperStatus;

/// Returns what stands on the title page besides the title.
pub(super) fn front(manifest: &Manifest, context: &Context) -> Front {
    let lang = context.lang;
    let own = &context.paper;
    let date = own.date.or(match manifest.dated {
        Dated::Application => context.meta.date,
        Dated::Agreement => context.agreement.date,
        Dated::Pact => context.pact.date,
        Dated::Procedure => context.partnership.procedure.adopted,
        Dated::Own => None,
    });
    let line = lang.pick("data: …………………………", "date: …………………………");
    let undated = if manifest.dated == Dated::Application { "" } else { line };
    let place = plain(own.place.as_ref()).map(|place| format!("{place}, ")).unwrap_or_default();
    Front {
        subtitle: subtitle(manifest, context).unwrap_or_default(),
        authors: context.meta.authors.clone(),
        date_words: date.map_or(undated.to_owned(), |date| place + &date.words(lang)),
        date: date.map(|date| date.to_string()).unwrap_or_default(),
        facts: facts(manifest, context),
        edition: edition(context),
        marks: Vec::new(),
        wanted: if manifest.marked { wanted(context) } else { Vec::new() },
        notices: notices(manifest, context),
        landscape: manifest.landscape,
    }
}

/// Returns the title: of a partner's own paper, with the partner's name; of a deed's signatures, with the deed's.
pub(super) fn title(manifest: &Manifest, context: &Context) -> String {
    let title = manifest.title.get(context.lang);
    let partner = context.partner.as_ref().and_then(|partner| plain(partner.short.as_ref()));
    let deed = || plain(context.deed.as_ref().and_then(|deed| deed.title.as_ref()));
    match partner.or_else(deed) {
        Some(own) => format!("{title}: {own}"),
        None => title.to_owned(),
    }
}

fn plain(words: Option<&String>) -> Option<String> {
    words.map(|words| mark::plain(words).replace('\n', " "))
}

fn subtitle(manifest: &Manifest, context: &Context) -> Option<String> {
    let partnership = context.partnership.name.as_ref();
    plain(match manifest.subtitle {
        Subtitle::Project => context.meta.title.as_ref(),
        Subtitle::Pact => context.pact.title.as_ref().or(context.meta.title.as_ref()).or(partnership),
        Subtitle::Partnership => partnership,
    })
}

/// Returns the lines of the title page; what the application says of the paper itself comes last.
fn facts(manifest: &Manifest, context: &Context) -> Vec<(String, String)> {
    let (lang, own) = (context.lang, &context.paper);
    let told = |label: &str, words: &Option<String>| Some((label.to_owned(), plain(words.as_ref())?));
    let facts = manifest.facts.iter().filter(|fact| **fact != Fact::Version || own.version.is_none());
    let facts = facts.filter_map(|fact| line(*fact, context));
    let version = told(lang.pick("Wersja", "Version"), &own.version);
    let standing = told(lang.pick("Stan", "Standing"), &own.standing);
    facts.chain(version).chain(standing).collect()
}

/// Returns what the foot of each page says of the paper: its version and how far it has come.
fn edition(context: &Context) -> String {
    let (lang, own) = (context.lang, &context.paper);
    let version = plain(own.version.as_ref()).map(|own| format!("{} {own}", lang.pick("wersja", "version")));
    let is_draft = context.draft || own.status.as_deref() == Some("draft");
    let status = is_draft.then(|| lang.pick("projekt", "draft").to_owned()).or_else(|| {
        let code = own.status.as_deref()?;
        Some(catalogue::further().list(PaperStatus::LIST)?.get(code)?.label(lang).to_owned())
    });
    version.into_iter().chain(status).collect::<Vec<_>>().join(", ")
}

/// Returns label and words of a line; `None` where there is nothing to say.
fn line(fact: Fact, context: &Context) -> Option<(String, String)> {
    let lang = context.lang;
    let days = |days: &Option<Days>| Some(days.as_ref()?.period()?.words(lang));
    let (label, words) = match fact {
        Fact::Partnership => {
            let (label, name) =
                (lang.pick("Partnerstwo", "Partnership"), plain(context.partnership.name.as_ref()));
            // A name that begins with the word is not headed by it once more.
            let says_it = name.as_ref().is_some_and(|name| name.starts_with(label));
            (if says_it { lang.pick("Nazwa", "Name") } else { label }, name)
        }
        Fact::Leader => (lang.pick("Lider", "Leader"), plain(leader(context))),
        Fact::Area => (lang.pick("Obszar", "Area"), plain(context.area.name.as_ref())),
        Fact::Programme => (lang.pick("Program", "Programme"), plain(context.call.programme.as_ref())),
        Fact::Call => (lang.pick("Nabór", "Call"), plain(context.call.number.as_ref())),
        Fact::Period => (lang.pick("Okres realizacji", "Project period"), days(&context.schedule.period)),
        Fact::Total => (total(context), context.budget.total.map(|total| total.words(lang))),
        Fact::Validity => (lang.pick("Okres obowiązywania", "Validity"), days(&context.pact.validity)),
        Fact::Version => (lang.pick("Wersja", "Version"), plain(context.meta.version.as_ref())),
    };
    Some((label.to_owned(), words?))
}

/// Returns what the total is of: a project, or the actions of a pact, which is no project.
fn total(context: &Context) -> &'static str {
    let pl = if context.is_pact { "Wartość działań paktu" } else { "Wartość projektu" };
    context.lang.pick(pl, "Total cost")
}

/// Returns the marks that the call asks for.
fn wanted(context: &Context) -> Vec<Wanted> {
    let lang = context.lang;
    let label =
        |code: &str| Some(catalogue::further().list("funding_marks")?.get(code)?.label(lang).to_owned());
    let one = |code: &String| {
        let label = label(code)?;
        Some(match code.as_str() {
            "eu" => Wanted::Emblem {
                alt: label,
                statement: lang
                    .pick("Dofinansowane przez Unię Europejską", "Co-funded by the European Union")
                    .to_owned(),
            },
            _ => Wanted::Place(format!("{} {label}", lang.pick("miejsce na", "place for the"))),
        })
    };
    context.marks.iter().filter_map(one).collect()
}

/// Returns the leader's full name; running text gives its short one.
fn leader(context: &Context) -> Option<&String> {
    let named = context.partnership.leader.partner.as_ref()?;
    context.partners.iter().find(|partner| partner.id == named.id)?.name.as_ref()
}

fn notices(manifest: &Manifest, context: &Context) -> Vec<String> {
    let lang = context.lang;
    let draft = lang.pick(
        "Wersja robocza. Jeżeli w tekście brakuje wymaganej informacji, w jej miejscu stoi słowo „BRAK” z nazwą tego, czego brakuje.",
        "Draft. Where required information is missing from the text, the word “MISSING” stands in its place with the name of what is missing.",
    );
    let examples = lang.pick(
        "Dokument zawiera wpisy przykładowe, oznaczone słowem „przykład”. Przed złożeniem trzeba je zastąpić prawdziwymi.",
        "The document holds invented entries, marked by the word “example”. They must be replaced by real ones before it is handed in.",
    );
    let is_over = manifest.notice_until == Until::Adopted && context.partnership.procedure.adopted.is_some();
    let own = manifest.notice.as_ref().filter(|_| !is_over);
    let proposal = lang.pick(
        "Projekt dokumentu. Nikogo nie wiąże, dopóki nie zostanie przyjęty albo podpisany.",
        "A draft paper. It binds nobody until it is adopted or signed.",
    );
    let is_proposal = context.paper.status.as_deref() == Some("draft");
    let notices = [
        context.draft.then_some(draft),
        is_proposal.then_some(proposal),
        context.has_examples.then_some(examples),
        own.map(|notice| notice.get(lang)),
    ];
    notices.into_iter().flatten().map(str::to_owned).collect()
}
