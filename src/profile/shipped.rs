//! The shipped profiles and how a profile stands over another. In: the YAML files beside this one.
//! Out: `Profile`s by id, or why one cannot be put together.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Origin, Part, Profile};

/// The shipped profiles, the base first.
const FILES: [(&str, &str); 11] = [
    ("neutral", include_str!("neutral.yaml")),
    ("pact", include_str!("pact.yaml")),
    ("esf-plus", include_str!("esf-plus.yaml")),
    ("fers-iws2-2024", include_str!("fers-iws2-2024.yaml")),
    ("fem-uw2-2026", include_str!("fem-uw2-2026.yaml")),
    ("esf-2014", include_str!("esf-2014.yaml")),
    ("esf-power-2014", include_str!("esf-power-2014.yaml")),
    ("esf-rpo-slaskie-2014", include_str!("esf-rpo-slaskie-2014.yaml")),
    ("esf-rpo-lodzkie-2014", include_str!("esf-rpo-lodzkie-2014.yaml")),
    ("esf-rpo-dolnoslaskie-2014", include_str!("esf-rpo-dolnoslaskie-2014.yaml")),
    ("esf-pokl-2007", include_str!("esf-pokl-2007.yaml")),
];

/// The profile that all others stand on, and the one of an application that names none.
pub const BASE: &str = "neutral";

/// Why a profile cannot be put together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It extends a profile that there is not.
    #[error("no profile is named {0}")]
    Unknown(String),
    /// It extends itself, over the ids named.
    #[error("the profiles {0:?} extend each other")]
    Cycle(Vec<String>),
    /// Neither it nor its bases give a value.
    #[error("no profile below {id} gives {name}")]
    Missing {
        /// The profile.
        id: String,
        /// The value.
        name: &'static str,
    },
}

/// Returns the ids of the shipped profiles, the base first.
pub fn ids() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(id, _)| *id)
}

/// Returns a shipped profile; `None` when there is none of this id.
pub fn named(id: &str) -> Option<&'static Profile> {
    static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
        let resolve = |(id, _): &(&str, &str)| resolve(&shipped()[*id], shipped());
        FILES.iter().map(resolve).collect::<Result<_, _>>().expect("a test resolves all shipped profiles")
    });
    PROFILES.iter().find(|profile| profile.id == id)
}

/// Returns a profile of one's own over the shipped one it extends, over the base when it names none.
/// All it says is the applicants' own word. Fails when it extends a profile that is not shipped.
pub fn of_part(mut part: Part) -> Result<Profile, Fault> {
    let base = part.extends.take().unwrap_or_else(|| BASE.to_owned());
    of_parts(vec![part], base)
}

/// Returns a profile of one's own: its files, the topmost first, over a shipped profile. All they say is
/// the applicants' own word. Fails when the base is not shipped.
pub(super) fn of_parts(parts: Vec<Part>, base: String) -> Result<Profile, Fault> {
    let lineage = parts.iter().map(|part| part.id.clone()).collect();
    let settled = parts.into_iter().map(|mut part| {
        if part.source.is_empty() {
            part.source = Origin::application().source;
        }
        part.settled(true)
    });
    let whole = settled.reduce(Part::over).unwrap_or_default();
    stacked(Part { extends: Some(base), ..whole }, lineage, shipped())
}

fn shipped() -> &'static BTreeMap<String, Part> {
    static PARTS: LazyLock<BTreeMap<String, Part>> = LazyLock::new(|| {
        let read = |(id, text): &(&str, &str)| {
            let part: Part = serde_yaml::from_str(text).expect("a test reads all shipped profiles");
            ((*id).to_owned(), part.settled(false))
        };
        FILES.iter().map(read).collect()
    });
    &PARTS
}

/// Returns a profile with all it stands on; fails when one of those is unknown or met twice, or when a
/// value is in none.
pub(super) fn resolve(part: &Part, known: &BTreeMap<String, Part>) -> Result<Profile, Fault> {
    stacked(part.clone(), vec![part.id.clone()], known)
}

fn stacked(part: Part, mut lineage: Vec<String>, known: &BTreeMap<String, Part>) -> Result<Profile, Fault> {
    let mut next = part.extends.clone();
    let mut whole = part;
    while let Some(id) = next {
        let cycle = lineage.contains(&id);
        lineage.push(id.clone());
        if cycle {
            return Err(Fault::Cycle(lineage));
        }
        let base = known.get(&id).ok_or(Fault::Unknown(id))?;
        next = base.extends.clone();
        whole = whole.over(base.clone());
    }
    Profile::of_whole(whole, lineage)
}

impl Profile {
    fn of_whole(part: Part, lineage: Vec<String>) -> Result<Self, Fault> {
        let missing = |name| Fault::Missing { id: part.id.clone(), name };
        Ok(Self {
            numbers: part.numbers.whole().map_err(missing)?,
            horizontal_required: part.horizontal_required.ok_or_else(|| missing("horizontal_required"))?,
            indicators_required: part.indicators_required.ok_or_else(|| missing("indicators_required"))?,
            agreement_elements: part.agreement_elements.ok_or_else(|| missing("agreement_elements"))?,
            groups_allowed: part.groups_allowed,
            levels: part.levels,
            limits: part.limits,
            gender_points: part.gender_points,
            gender_pass: part.gender_pass,
            gender_exemptions: part.gender_exemptions,
            indirect_bands: part.indirect_bands,
            share_rules: part.share_rules,
            form: part.form,
            criteria: part.criteria,
            declaration: part.declaration,
            call_numbers: part.call_numbers,
            project_numbers: part.project_numbers,
            annexes_required: part.annexes_required,
            title: part.title,
            id: part.id,
            lineage,
        })
    }
}
