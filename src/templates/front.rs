//! The title page. In: a document's description, a context. Out: `Front`.

use super::manifest::{Fact, Manifest, Subtitle, Until};
use crate::context::{Context, Days, mark};
use crate::document::Front;

/// Returns what stands on the title page besides the title.
pub(super) fn front(manifest: &Manifest, context: &Context) -> Front {
    let lang = context.lang;
    let date = context.meta.date;
    Front {
        subtitle: subtitle(manifest, context).unwrap_or_default(),
        authors: context.meta.authors.clone(),
        date_words: date.map(|date| date.words(lang)).unwrap_or_default(),
        date: date.map(|date| date.to_string()).unwrap_or_default(),
        facts: manifest.facts.iter().filter_map(|fact| line(*fact, context)).collect(),
        marks: Vec::new(),
        notices: notices(manifest, context),
        landscape: manifest.landscape,
    }
}

/// Returns the title: of a partner's own paper, with the partner's name.
pub(super) fn title(manifest: &Manifest, context: &Context) -> String {
    let title = manifest.title.get(context.lang);
    match context.partner.as_ref().and_then(|partner| plain(partner.short.as_ref())) {
        Some(partner) => format!("{title}: {partner}"),
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

/// Returns label and words of a line; `None` where there is nothing to say.
fn line(fact: Fact, context: &Context) -> Option<(String, String)> {
    let lang = context.lang;
    let days = |days: &Option<Days>| Some(days.as_ref()?.period()?.words(lang));
    let (label, words) = match fact {
        Fact::Partnership => {
            (lang.pick("Partnerstwo", "Partnership"), plain(context.partnership.name.as_ref()))
        }
        Fact::Leader => (lang.pick("Lider", "Leader"), plain(leader(context))),
        Fact::Area => (lang.pick("Obszar", "Area"), plain(context.area.name.as_ref())),
        Fact::Programme => (lang.pick("Program", "Programme"), plain(context.call.programme.as_ref())),
        Fact::Call => (lang.pick("Nabór", "Call"), plain(context.call.number.as_ref())),
        Fact::Period => (lang.pick("Okres realizacji", "Project period"), days(&context.schedule.period)),
        Fact::Total => {
            (lang.pick("Wartość projektu", "Total cost"), context.budget.total.map(|total| total.words(lang)))
        }
        Fact::Validity => (lang.pick("Okres obowiązywania", "Validity"), days(&context.pact.validity)),
        Fact::Version => (lang.pick("Wersja", "Version"), plain(context.meta.version.as_ref())),
    };
    Some((label.to_owned(), words?))
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
    let notices = [
        context.draft.then_some(draft),
        context.has_examples.then_some(examples),
        own.map(|notice| notice.get(lang)),
    ];
    notices.into_iter().flatten().map(str::to_owned).collect()
}
