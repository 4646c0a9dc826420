//! The title page. In: a document's description, a context. Out: `Front`.

use super::manifest::Manifest;
use crate::context::{Context, Days, mark};
use crate::document::Front;
use crate::lang::Lang;
use crate::units::{Date, Money, Period};

/// Returns what stands on the title page besides the title.
pub(super) fn front(manifest: &Manifest, context: &Context) -> Front {
    let lang = context.lang;
    let date = context.meta.date.clone().unwrap_or_default();
    Front {
        subtitle: plain(context.meta.title.as_ref()).unwrap_or_default(),
        authors: context.meta.authors.clone(),
        date_words: Date::parse(&date).map(|date| date.words(lang)).unwrap_or_default(),
        date,
        facts: if manifest.short { Vec::new() } else { facts(context) },
        marks: Vec::new(),
        notices: notices(manifest, context),
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

fn facts(context: &Context) -> Vec<(String, String)> {
    let lang = context.lang;
    // The title page gives the leader's full name; running text its short one.
    let leader = context.partnership.leader.partner.as_ref().and_then(|named| {
        let partner = context.partners.iter().find(|partner| partner.id == named.id)?;
        partner.name.as_ref()
    });
    let total = context.budget.total.as_ref().and_then(|total| Money::parse(total).ok());
    let lines = [
        (lang.pick("Partnerstwo", "Partnership"), plain(context.partnership.name.as_ref())),
        (lang.pick("Lider", "Leader"), plain(leader)),
        (lang.pick("Obszar", "Area"), plain(context.area.name.as_ref())),
        (lang.pick("Program", "Programme"), plain(context.call.programme.as_ref())),
        (lang.pick("Nabór", "Call"), plain(context.call.number.as_ref())),
        (
            lang.pick("Okres realizacji", "Project period"),
            context.schedule.period.as_ref().and_then(|days| period(days, lang)),
        ),
        (lang.pick("Wartość projektu", "Total cost"), total.map(|total| total.words(lang))),
    ];
    lines.into_iter().filter_map(|(label, words)| Some((label.to_owned(), words?))).collect()
}

fn period(days: &Days, lang: Lang) -> Option<String> {
    let day = |day: &Option<String>| Date::parse(day.as_ref()?).ok();
    Some(Period { from: day(&days.from)?, to: day(&days.to)? }.words(lang))
}

fn notices(manifest: &Manifest, context: &Context) -> Vec<String> {
    let lang = context.lang;
    let draft = lang.pick(
        "Wersja robocza. Brakujące informacje oznaczono w tekście słowem „BRAK” z kodem reguły.",
        "Draft. What is missing is marked in the text by the word “MISSING” with the code of the rule.",
    );
    let examples = lang.pick(
        "Dokument zawiera wpisy przykładowe, oznaczone słowem „przykład”. Przed złożeniem trzeba je zastąpić prawdziwymi.",
        "The document holds invented entries, marked by the word “example”. They must be replaced by real ones before it is handed in.",
    );
    let notices = [
        context.draft.then_some(draft),
        context.has_examples.then_some(examples),
        manifest.notice.as_ref().map(|notice| notice.get(lang)),
    ];
    notices.into_iter().flatten().map(str::to_owned).collect()
}
