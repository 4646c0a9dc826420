//! The words of findings, joined when they are printed. In: a finding, a language. Out: `Worded`.

use crate::diagnostic::{Diagnostic, Entry, Table, say_all};
use crate::lang::Lang;
use crate::{
    copied, joining, portal, profile, reading, rules, style, tables, templates, units, word, write, yaml,
};

/// A finding in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    /// The stable name that states the fault: `need-without-evidence`.
    pub name: &'static str,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What to type; empty for none.
    pub help: String,
    /// What stands beside the other places of the fault; empty for none.
    pub also: String,
}

/// Returns the words of all faults that are no rule's.
pub fn tables() -> [&'static Table; 12] {
    let [text, keys, files] = [yaml::words(), reading::words(), joining::words()];
    let [values, calls] = [units::Fault::words(), profile::words()];
    let [texts, looks, written] = [templates::table(), style::words(), write::words()];
    let [portals, sheets, copies, back] = [portal::words(), tables::words(), copied::words(), word::words()];
    [text, keys, files, values, calls, texts, looks, written, portals, sheets, copies, back]
}

/// Returns the words of a code.
pub fn words(code: &str) -> Option<&'static Entry> {
    match rules::rule(code) {
        Some(_) => rules::words(code),
        None => tables().into_iter().find_map(|table| table.get(code)),
    }
}

/// Returns a finding in the words of a language.
pub fn worded(diagnostic: &Diagnostic, lang: Lang) -> Worded {
    let entry = words(diagnostic.code).expect("whoever finds a fault has its words, which a test asks for");
    let say = |template| say_all(template, &diagnostic.values, lang);
    Worded {
        name: &entry.name,
        message: say(entry.message(lang)),
        help: say(entry.help(lang)),
        also: say(entry.also(lang)),
    }
}
