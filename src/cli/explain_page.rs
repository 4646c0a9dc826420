//! The page of rules. In: the registry with its words. Out: Markdown, family by family, then the faults that
//! are no rules, then the table of checks.

use crate::diagnostic::{Entry, Table};
use crate::lang::Lang;
use crate::{portal, profile, rules, style, templates, write};

/// Returns the whole page; a test keeps it beside the code as `docs/rules.pl.md` and `docs/rules.en.md`.
pub(super) fn page(lang: Lang) -> String {
    let count = rules::registry().count();
    let mut text = lang.pick(
        format!(
            "# Reguły pakt\n\nTę stronę tworzy `pakt explain --all --format markdown --lang pl`. Reguł jest {count}; \
             poziom każdej może zmienić profil naboru albo własny plik `call.yaml`. W nawiasach klamrowych stoją \
             wartości, które pakt wstawia.\n"
        ),
        format!(
            "# The rules of pakt\n\n`pakt explain --all --format markdown --lang en` makes this page. There are \
             {count} rules; a call's profile or a `call.yaml` of one's own may change the level of each. Braces \
             hold the values that pakt fills in.\n"
        ),
    );
    for family in rules::families() {
        text.push_str(&format!("\n## {}: {}\n", family.prefix, rules::family_title(family.prefix, lang)));
        sections(&mut text, Table::parse(family.text).entries(), lang);
    }
    text.push_str(lang.pick("\n## Uwagi poza regułami\n", "\n## Faults that are no rules\n"));
    let mut entries: Vec<&Entry> = rules::tables().chain(tables()).flat_map(Table::entries).collect();
    entries.sort_by(|a, b| a.code.cmp(&b.code));
    sections(&mut text, entries, lang);
    text.push_str(lang.pick("\n## Wszystkie sprawdzenia\n\n", "\n## All checks\n\n"));
    text.push_str(&rules::accounts_markdown(lang));
    text
}

/// Words of the faults that only this floor knows: of profiles, templates, looks, writers and portals.
pub(super) fn tables() -> [&'static Table; 5] {
    [profile::words(), templates::table(), style::words(), write::words(), portal::words()]
}

fn sections<'e>(text: &mut String, entries: impl IntoIterator<Item = &'e Entry>, lang: Lang) {
    for entry in entries {
        text.push('\n');
        text.push_str(&rules::section(entry, lang));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::placeholders;

    #[test]
    fn every_code_says_what_is_wrong_what_to_do_and_why_in_both_languages() {
        let own = rules::registry().filter_map(|rule| rules::words(rule.code));
        let others = rules::tables().chain(tables()).flat_map(Table::entries);
        for entry in own.chain(others) {
            for words in [Entry::message, Entry::help, Entry::why] {
                let [pl, en] = [words(entry, Lang::Pl), words(entry, Lang::En)];
                assert!(!pl.is_empty() && !en.is_empty(), "{} lacks words", entry.code);
                assert_eq!(placeholders(pl), placeholders(en), "{}", entry.code);
            }
        }
    }

    #[test]
    fn no_section_of_the_page_is_empty() {
        for lang in Lang::ALL {
            let page = page(lang);
            let mut sections = page.split("\n### ").skip(1);
            assert!(sections.clone().count() > 100);
            let why = lang.pick("**Dlaczego:** ", "**Why:** ");
            let bare = sections.find(|section| !section.contains(why));
            assert_eq!(bare, None, "{lang:?}");
        }
    }
}
