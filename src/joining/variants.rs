//! Variants of one source. In: the tree of an application, the tags asked for. Out: the tree without what
//! is meant for others.
//!
//! An entry of a list, a text or a section with `only: [call-a]` is there only when one of its tags is
//! asked for, one with `except: [call-a]` only when none is. What names an entry that was left out in a
//! list of ids drops with it.

use std::collections::BTreeSet;

use super::faults::fault;
use crate::diagnostic::{self, Findings};
use crate::reading::Keys;
use crate::source::{Entry, Node, Value};
use crate::words::nearest;
use crate::yaml::shown;

/// Which variant of an application is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// The id of the profile that is asked for over the application's.
    pub profile: Option<String>,
    /// The tags that are asked for.
    pub tags: Vec<String>,
}

/// The keys that make a variant.
pub(super) const KEYS: [&str; 2] = ["only", "except"];

/// Takes out of a tree what is meant for others, and the keys that said so.
pub(super) fn choose(tree: &mut Node, variant: &Variant, findings: &mut Findings) {
    let own = || tree.text(&["call", "profile"], Keys::means);
    // The profile of the call is a tag as well, asked for without a word.
    let profile = variant.profile.clone().or_else(own);
    let tags: Vec<String> = profile.into_iter().chain(variant.tags.iter().cloned()).collect();
    let mut choice =
        Choice { tags: &tags, named: BTreeSet::new(), kept: BTreeSet::new(), left: BTreeSet::new() };
    choice.node(tree, findings);
    let left: BTreeSet<String> = choice.left.difference(&choice.kept).cloned().collect();
    if !left.is_empty() {
        without(tree, &left);
    }
    for tag in variant.tags.iter().filter(|tag| !choice.named.contains(*tag)) {
        let near = nearest(tag, choice.named.iter().map(|tag| (tag.as_str(), tag.as_str())));
        let near = near.map_or_else(|| listed(&choice.named), |near| format!("`{near}`").into());
        findings.push(fault("KEY-16", tree.span, &[("tag", &shown(tag))]).with("known", near));
    }
}

fn listed(tags: &BTreeSet<String>) -> diagnostic::Value {
    if tags.is_empty() {
        return ["(żadnego)", "(none)"].into();
    }
    diagnostic::Value::list(tags.iter().map(|tag| format!("`{tag}`")))
}

struct Choice<'tags> {
    tags: &'tags [String],
    /// The tags that the application names.
    named: BTreeSet<String>,
    /// The ids of entries that are there.
    kept: BTreeSet<String>,
    /// The ids of entries that were left out.
    left: BTreeSet<String>,
}

impl Choice<'_> {
    fn node(&mut self, node: &mut Node, findings: &mut Findings) {
        match &mut node.value {
            Value::Map(entries) => {
                entries.retain_mut(|entry| self.keeps(&mut entry.node, findings));
                entries.iter_mut().for_each(|entry| self.node(&mut entry.node, findings));
            }
            Value::List(items) => {
                items.retain_mut(|item| self.keeps(item, findings));
                items.iter_mut().for_each(|item| self.node(item, findings));
            }
            Value::Scalar { .. } => {}
        }
    }

    /// Tells whether a value is there, and takes out of it what says so.
    fn keeps(&mut self, node: &mut Node, findings: &mut Findings) -> bool {
        let keep = self.is_kept(node, findings);
        if !keep {
            self.leave(node, findings);
        }
        let Value::Map(entries) = &mut node.value else { return true };
        entries.retain(|entry| !KEYS.contains(&entry.key.as_str()));
        if let Some(id) = id(entries).filter(|_| keep) {
            self.kept.insert(id.to_owned());
        }
        keep
    }

    /// Notes the ids and the tags of a value that is left out, and of all that stands in it.
    fn leave(&mut self, node: &Node, findings: &mut Findings) {
        match &node.value {
            Value::Map(entries) => {
                self.left.extend(id(entries).map(str::to_owned));
                for entry in entries.iter().filter(|entry| !KEYS.contains(&entry.key.as_str())) {
                    self.is_kept(&entry.node, findings);
                    self.leave(&entry.node, findings);
                }
            }
            Value::List(items) => items.iter().for_each(|item| {
                self.is_kept(item, findings);
                self.leave(item, findings);
            }),
            Value::Scalar { .. } => {}
        }
    }

    /// Tells whether the tags of a value are asked for, and notes them.
    fn is_kept(&mut self, node: &Node, findings: &mut Findings) -> bool {
        let Value::Map(entries) = &node.value else { return true };
        let mut keep = true;
        for entry in entries.iter().filter(|entry| KEYS.contains(&entry.key.as_str())) {
            let tags = self.tags_of(entry, findings);
            let asked = tags.iter().any(|tag| self.tags.contains(tag));
            // What cannot be read keeps the entry: nothing may get lost by a slip.
            keep &= tags.is_empty() || asked == (entry.key == "only");
            self.named.extend(tags);
        }
        keep
    }

    fn tags_of(&self, entry: &Entry, findings: &mut Findings) -> Vec<String> {
        let one = scalar(&entry.node).filter(|_| !entry.node.is_null()).map(|tag| vec![tag.to_owned()]);
        let several = match &entry.node.value {
            Value::List(items) => items.iter().map(|item| scalar(item).map(str::to_owned)).collect(),
            _ => None,
        };
        let tags: Vec<String> = one.or(several).unwrap_or_default();
        if tags.is_empty() {
            findings.push(fault("KEY-17", entry.node.span, &[("key", &entry.key)]));
        }
        tags
    }
}

/// Returns the id of an entry with these fields.
fn id(entries: &[Entry]) -> Option<&str> {
    entries.iter().find(|entry| Keys::means(&entry.key, "id")).and_then(|entry| scalar(&entry.node))
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// Takes the ids of entries that were left out from lists of ids.
fn without(node: &mut Node, left: &BTreeSet<String>) {
    match &mut node.value {
        Value::Map(entries) => entries.iter_mut().for_each(|entry| without(&mut entry.node, left)),
        Value::List(items) => {
            items.retain(|item| scalar(item).is_none_or(|id| !left.contains(id)));
            items.iter_mut().for_each(|item| without(item, left));
        }
        Value::Scalar { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::joining::{Files, Loaded, load_variant};
    use crate::yaml::Input;

    const TEXT: &str = "
meta:
  title: {pl: Praca, only: [call-a]}
  lang: pl
call: {profile: neutral}
actions:
  - {id: A1, title: Staże}
  - {id: A2, title: Szkolenia, only: call-a}
  - {id: A3, title: Doradztwo, except: [call-a]}
  - {id: A4, title: Pakt, only: [neutral]}
indicators: [{id: I1, name: osoby, of: A1}]
alignments: [{id: L1, of: A1, via: [A1, A2]}]
";

    struct Nothing;

    impl Files for Nothing {
        fn read(&self, path: &str) -> Result<Vec<u8>, crate::diagnostic::Value> {
            Err(path.into())
        }
    }

    fn read(text: &str, tags: &[&str]) -> Loaded {
        let input = Input { name: "pakt.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        load_variant(vec![input], &Nothing, &Variant { tags, profile: None })
    }

    fn titles(loaded: &Loaded) -> Vec<String> {
        loaded.application.actions.iter().map(|action| action.id.get().expect("an id").to_string()).collect()
    }

    #[test]
    fn each_variant_holds_what_is_meant_for_it() {
        let plain = read(TEXT, &[]);
        assert!(plain.findings.0.is_empty(), "{:?}", plain.findings);
        assert_eq!(titles(&plain), ["A1", "A3", "A4"]);
        assert!(plain.application.meta.title.is_missing());
        let via: Vec<String> = plain
            .application
            .alignments
            .iter()
            .flat_map(|own| own.via.iter().map(ToString::to_string))
            .collect();
        assert_eq!(via, ["A1"]);
        let other = read(TEXT, &["call-a"]);
        assert_eq!(titles(&other), ["A1", "A2", "A4"]);
        assert!(other.application.meta.title.is_given());
    }

    #[test]
    fn a_tag_that_nobody_names_is_told_with_what_was_meant() {
        let found = read(TEXT, &["cal-a"]).findings;
        assert_eq!(found.0.len(), 1, "{found:?}");
        assert_eq!((found.0[0].code, &found.0[0].values[1]), ("KEY-16", &("known", "`call-a`".into())));
    }

    #[test]
    fn a_tag_that_cannot_be_read_loses_nothing() {
        let loaded =
            read("actions: [{id: A1, title: Staże, only: {a: b}}, {id: A2, title: B, except: }]", &[]);
        let codes: Vec<&str> = loaded.findings.0.iter().map(|one| one.code).collect();
        assert_eq!(codes, ["KEY-17", "KEY-17"]);
        assert_eq!(titles(&loaded), ["A1", "A2"]);
    }

    #[test]
    fn places_lead_to_the_lines_of_what_is_left() {
        let loaded = read(TEXT, &[]);
        let span = loaded.span_of(&crate::diagnostic::Place::parse("actions/1/title"));
        assert_eq!(&TEXT[span.from..span.to], "Doradztwo");
    }

    #[test]
    fn what_stands_in_an_entry_that_was_left_out_goes_and_is_known() {
        let text = "
strategies:
  - {id: S1, title: Kraj, only: [a], objectives: [{id: S1.1, text: x, only: [b]}, {id: S1.2, text: y}]}
  - {identyfikator: S2, title: Region, only: [a]}
alignments: [{id: L1, via: [S1.1, S1.2, S2, S3]}]
";
        let loaded = read(text, &["b"]);
        assert!(loaded.findings.0.is_empty(), "{:?}", loaded.findings);
        let via = &loaded.application.alignments.iter().next().expect("one is left").via;
        assert_eq!(via.iter().map(ToString::to_string).collect::<Vec<_>>(), ["S3"]);
    }

    #[test]
    fn the_profile_of_a_run_is_a_tag_in_place_of_the_applications() {
        let input = Input { name: "pakt.yaml".to_owned(), bytes: TEXT.as_bytes().to_vec() };
        let variant = Variant { profile: Some("call-a".to_owned()), tags: Vec::new() };
        let loaded = load_variant(vec![input], &Nothing, &variant);
        assert!(loaded.findings.0.is_empty(), "{:?}", loaded.findings);
        assert_eq!(titles(&loaded), ["A1", "A2"]);
    }
}
