//! Phrases of one's own in the shipped documents. In: layers, some with a `phrases.yaml`. Out: the layers with
//! the shipped words replaced, and phrases that no document says.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::faults::Fault;
use super::layers::{Layer, Layers, Origin};
use super::manifest::{Both, Manifest};
use crate::lang::Lang;
use crate::words::meant;

/// The file that replaces phrases.
const FILE: &str = "phrases.yaml";

/// What stands for which shipped phrase, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Phrases {
    pl: BTreeMap<String, String>,
    en: BTreeMap<String, String>,
}

impl Phrases {
    fn of(&self, lang: Lang) -> &BTreeMap<String, String> {
        lang.pick(&self.pl, &self.en)
    }

    /// Replaces the phrases of a language in a text.
    fn apply(&self, text: &mut String, lang: Lang) {
        for (old, new) in self.of(lang) {
            if text.contains(old.as_str()) {
                *text = text.replace(old.as_str(), new);
            }
        }
    }

    /// Replaces phrases in the titles and the notice of a document.
    pub(super) fn retitle(&self, manifest: &mut Manifest) {
        let sections = manifest.sections.iter_mut().filter_map(|section| section.title.as_mut());
        for words in sections.chain([&mut manifest.title]).chain(manifest.notice.as_mut()) {
            for lang in Lang::ALL {
                self.apply(words.of_mut(lang), lang);
            }
        }
    }
}

/// Reads the user's phrases and puts them into the shipped templates; a layer of the user's own stays as it is.
pub(super) fn apply(layers: Layers) -> (Layers, Phrases, Vec<Fault>) {
    let (mut phrases, mut faults) = (Phrases::default(), Vec::new());
    // The layer that counts first has the last word.
    let own: Vec<&Layer> = layers.iter().filter(|layer| layer.origin != Origin::Shipped).collect();
    if own.iter().all(|layer| !layer.files.contains_key(FILE)) {
        return (layers, phrases, faults);
    }
    let shipped =
        layers.iter().find(|layer| layer.origin == Origin::Shipped).cloned().unwrap_or_else(Layer::shipped);
    for layer in own.iter().rev() {
        let Some(text) = layer.files.get(FILE) else { continue };
        let shown = format!("{}{FILE}", layer.root);
        match serde_yaml::from_str::<Phrases>(text) {
            Ok(read) => {
                for lang in Lang::ALL {
                    let strange = read.of(lang).keys().filter(|old| !is_said(&shipped, old, lang));
                    faults.extend(
                        strange.map(|old| nobody(&shipped, old, lang).at(&shown, text, range(text, old))),
                    );
                }
                phrases.pl.extend(read.pl);
                phrases.en.extend(read.en);
            }
            Err(error) => {
                let from = error.location().map_or(0, |place| place.index().min(text.len()));
                let from = text.floor_char_boundary(from);
                let fault = Fault::new("TPL-06").with("detail", error.to_string());
                faults.push(fault.at(&shown, text, (from, from)));
            }
        }
    }
    let rephrased = layers.with_shipped(|path, text| {
        let lang = Lang::ALL.into_iter().find(|lang| path.contains(&format!("/{}/", lang.code())));
        lang.into_iter().for_each(|lang| phrases.apply(text, lang));
    });
    (rephrased, phrases, faults)
}

/// Tells whether a shipped document says a phrase; what a template computes is no phrase.
fn is_said(shipped: &Layer, phrase: &str, lang: Lang) -> bool {
    let whole = !phrase.trim().is_empty() && !phrase.contains(['{', '}']);
    whole && said(shipped, lang).any(|words| words.contains(phrase))
}

/// Returns what the shipped documents say of themselves, piece by piece.
fn said(shipped: &Layer, lang: Lang) -> impl Iterator<Item = &str> {
    let folder = format!("/{}/", lang.code());
    let of_lang = move |path: &str| path.contains(&folder) || path.ends_with("/document.yaml");
    let texts = shipped.files.iter().filter(move |(path, _)| of_lang(path)).map(|(_, text)| text.as_str());
    texts.flat_map(|text| text.split(['{', '}', '\n']))
}

fn nobody(shipped: &Layer, phrase: &str, lang: Lang) -> Fault {
    let near = meant(phrase.trim(), said(shipped, lang).map(str::trim).filter(|words| words.len() > 3));
    Fault { suggestion: near.map(str::to_owned), ..Fault::new("TPL-12").with("phrase", phrase) }
}

/// Returns where a phrase stands in its file.
fn range(text: &str, phrase: &str) -> (usize, usize) {
    text.find(phrase).map_or((0, 0), |from| (from, from + phrase.len()))
}

impl Both {
    fn of_mut(&mut self, lang: Lang) -> &mut String {
        lang.pick(&mut self.pl, &mut self.en)
    }
}
