//! The deeds that are signed, each with its own signatories. Out: `Deed`.

use super::parties::Party;
use super::voice::Voice;
use crate::model;

/// What an application's own kinds of annexes are called among the documents.
const MADE: [(&str, &str); 4] = [
    ("letter_of_intent", "letter-of-intent"),
    ("pact", "employment-pact"),
    ("partnership_agreement", "partnership-agreement"),
    ("rules_of_procedure", "rules-of-procedure"),
];

/// A paper that is signed.
#[derive(Clone, Debug, Default, serde::Serialize, schemars::JsonSchema)]
pub struct Deed {
    /// The id of the annex that it is; `pact` for a pact that is none.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// The document that pakt makes of it; none for another paper.
    pub document: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// The day it bears, in words.
    pub date: Option<String>,
    /// The SHA-256 of its plain text as `pakt build --to txt` writes it; none where it is not built.
    pub hash: Option<String>,
    /// Who signs it.
    pub parties: Vec<Party>,
}

impl Deed {
    /// Returns the annexes with signatories, and the pact before them where it is none of them.
    pub(super) fn all(voice: &Voice<'_, '_>) -> Vec<Self> {
        let annexes = &voice.facts.annexes;
        let kind = |annex: &model::Annex| annex.kind.get().map(|kind| kind.as_str().to_owned());
        let deed = |annex: &crate::facts::Placed<'_, model::Annex>| {
            let made = kind(annex.entry).and_then(|kind| MADE.iter().find(|(known, _)| *known == kind));
            let signs = |id: &str| annex.signers.names(id);
            let parties = Party::among(voice, signs);
            (!parties.is_empty()).then(|| Self {
                id: annex.id.to_owned(),
                title: voice.words(annex.title()).or_else(|| voice.shown(annex.kind())),
                document: made.map(|(_, document)| (*document).to_owned()),
                parties,
                ..Self::default()
            })
        };
        let pact = voice.facts.root().pact();
        let is_annex = annexes.iter().any(|annex| kind(annex.entry).as_deref() == Some("pact"));
        let own = !is_annex && pact.declaration.is_given();
        let own = own.then(|| Self {
            id: "pact".to_owned(),
            title: voice.words(pact.title()).or_else(|| voice.words(voice.facts.root().meta().title())),
            document: Some("employment-pact".to_owned()),
            parties: Party::all(voice),
            ..Self::default()
        });
        own.into_iter().chain(annexes.iter().filter_map(deed)).collect()
    }
}
