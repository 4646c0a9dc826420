//! Values for people. In: a value as a walk sees it. Out: words.

use crate::catalogue;
use crate::described::{Fields, Markup, Text, View};
use crate::lang::Lang;

/// Returns a value in words; empty for none and for what has parts of its own.
pub(super) fn words(view: &View<'_>, lang: Lang) -> String {
    match view {
        View::Missing | View::Unreadable | View::Entity(_) | View::Map(_) => String::new(),
        View::Truth(true) => lang.pick("tak", "yes").to_owned(),
        View::Truth(false) => lang.pick("nie", "no").to_owned(),
        View::List(entries) => {
            entries.iter().map(|(_, entry)| words(entry, lang)).collect::<Vec<_>>().join(", ")
        }
        View::Text(text, _) => said(text, lang).to_owned(),
        View::Figure(figure) => figure.words(lang),
        View::Code(list, code) => label(list, code, lang).to_owned(),
        View::Id(word) | View::Word(word) => (*word).to_owned(),
    }
}

fn said(text: &Text, lang: Lang) -> &str {
    [lang, lang.other()].into_iter().find_map(|lang| text.in_lang(lang, lang)).unwrap_or_default()
}

/// Returns the label of a catalogue's code; the code itself where the catalogue has none.
fn label<'app>(list: &str, code: &'app str, lang: Lang) -> &'app str {
    catalogue::list(list).and_then(|list| list.get(code)).map_or(code, |term| term.label(lang))
}

/// Returns what an entry is called: by a field that it must have, by its first plain words, or, where it has no
/// id, by the label of its first code.
pub(super) fn title(own: &dyn Fields, lang: Lang) -> String {
    let members = own.entity().members.iter().enumerate();
    let said = |is: &dyn Fn(&View<'_>, bool) -> bool| {
        let mut found = members.clone().map(|(number, member)| (own.value(number), member.required));
        found.find(|(view, required)| is(view, *required)).map(|(view, _)| words(&view, lang))
    };
    let named = |view: &View<'_>, required: bool| required && matches!(view, View::Text(..) | View::Code(..));
    let plain = |view: &View<'_>, _: bool| matches!(view, View::Text(_, Markup::Plain));
    let coded = |view: &View<'_>, _: bool| own.id().is_empty() && matches!(view, View::Code(..));
    said(&named).or_else(|| said(&plain)).or_else(|| said(&coded)).unwrap_or_default()
}
