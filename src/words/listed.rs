//! Names and numbers in a message. In: names, a count. Out: words.

use crate::lang::{Lang, Plural};

/// Lists names, the first few of many: `` `a`, `b` … ``.
pub fn listed(names: impl IntoIterator<Item = impl AsRef<str>>, most: usize) -> String {
    let mut names = names.into_iter();
    let shown: Vec<String> = names.by_ref().take(most).map(|name| format!("`{}`", name.as_ref())).collect();
    shown.join(", ") + if names.next().is_some() { " …" } else { "" }
}

/// Returns a count with its noun: `2 błędy`, `5 błędów`, `1 error`.
pub fn counted(count: usize, lang: Lang, pl: [&str; 3], en: [&str; 2]) -> String {
    let form = lang.plural(count as u64);
    let noun = match (lang, form) {
        (Lang::Pl, Plural::One) => pl[0],
        (Lang::Pl, Plural::Few) => pl[1],
        (Lang::Pl, Plural::Many) => pl[2],
        (Lang::En, Plural::One) => en[0],
        (Lang::En, _) => en[1],
    };
    format!("{count} {noun}")
}
